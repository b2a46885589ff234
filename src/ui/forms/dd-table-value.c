/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-table-value.h"

#include "forms/dd-form-words.h"

#include <string.h>

/* --- One line --- */

static gboolean
is_chosen (const DdQuestion *question)
{
  return question->type == DD_QUESTION_CHOICE || question->type == DD_QUESTION_YES_NO;
}

char *
dd_table_value_to_text (const DdQuestion *question, const DdAnswerValue *value)
{
  if (value == NULL)
    return g_strdup ("");
  if (is_chosen (question))
    return dd_question_describe (question, value);
  if (dd_answer_value_get_shape (value) == DD_ANSWER_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, dd_answer_value_get_integer (value));
  return g_strdup (dd_answer_value_get_text (value) != NULL ? dd_answer_value_get_text (value)
                                                            : "");
}

static DdAnswerValue *
read_integer (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gint64 number;

  if (g_ascii_string_to_signed (stripped, 10, -DD_ANSWER_MAX_INTEGER, DD_ANSWER_MAX_INTEGER,
                                &number, NULL))
    return dd_answer_value_new_integer (number);
  return dd_answer_value_new_text (text);
}

/* Pasted text says a choice by its label or by its value, in any case. */
static gboolean
says (const char *text, const char *label)
{
  g_autofree char *first = g_utf8_casefold (text, -1);
  g_autofree char *second = g_utf8_casefold (label, -1);

  return g_str_equal (g_strstrip (first), second);
}

static DdAnswerValue *
read_choice (const DdQuestion *question, const char *text)
{
  for (guint i = 0; i < question->choices->len; i++)
    {
      const DdChoice *choice = g_ptr_array_index (question->choices, i);

      if (says (text, dd_form_words_text (choice->label)) || says (text, choice->value))
        return dd_answer_value_new_text (choice->value);
    }
  return dd_answer_value_new_text (text);
}

static const char *const yes_no[] = { "yes", "no" };

static DdAnswerValue *
read_yes_no (const DdQuestion *question, const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (yes_no); i++)
    {
      g_autoptr (DdAnswerValue) value = dd_answer_value_new_text (yes_no[i]);
      g_autofree char *label = dd_question_describe (question, value);

      if (says (text, label) || says (text, yes_no[i]))
        return g_steal_pointer (&value);
    }
  return dd_answer_value_new_text (text);
}

DdAnswerValue *
dd_table_value_from_text (const DdQuestion *question, const char *text)
{
  if (text[0] == '\0')
    return NULL;
  switch (question->type)
    {
    case DD_QUESTION_INTEGER:
      return read_integer (text);
    case DD_QUESTION_CHOICE:
      return read_choice (question, text);
    case DD_QUESTION_YES_NO:
      return read_yes_no (question, text);
    default:
      return dd_answer_value_new_text (text);
    }
}

GStrv
dd_table_value_list_choices (const DdQuestion *column)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  if (!is_chosen (column))
    return NULL;
  for (guint i = 0; i < column->choices->len; i++)
    {
      const DdChoice *choice = g_ptr_array_index (column->choices, i);

      g_strv_builder_add (labels, dd_form_words_text (choice->label));
    }
  for (guint i = 0; column->type == DD_QUESTION_YES_NO && i < G_N_ELEMENTS (yes_no); i++)
    {
      g_autoptr (DdAnswerValue) value = dd_answer_value_new_text (yes_no[i]);
      g_autofree char *label = dd_question_describe (column, value);

      g_strv_builder_add (labels, label);
    }
  return g_strv_builder_end (labels);
}

GtkInputPurpose
dd_table_value_get_purpose (const DdQuestion *question)
{
  return question->type == DD_QUESTION_INTEGER ? GTK_INPUT_PURPOSE_NUMBER
                                               : GTK_INPUT_PURPOSE_FREE_FORM;
}

/* --- Tables --- */

GPtrArray *
dd_table_value_to_rows (const DdQuestion *question, const DdAnswerValue *value)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = value != NULL ? dd_answer_value_get_n_rows (value) : 0;

  for (guint i = 0; i < n; i++)
    {
      DdTableRow *row = dd_table_row_new (question->columns->len);

      for (guint j = 0; j < question->columns->len; j++)
        {
          const DdQuestion *column = g_ptr_array_index (question->columns, j);
          g_autofree char *text =
              dd_table_value_to_text (column, dd_answer_value_get_cell (value, i, column->id));

          dd_table_row_set_text (row, j, text);
        }
      g_ptr_array_add (rows, row);
    }
  return rows;
}

DdAnswerValue *
dd_table_value_from_model (const DdQuestion *question, DdTableModel *model)
{
  DdAnswerTable *table = dd_answer_table_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));

  for (guint i = 0; i < n; i++)
    {
      DdTableRow *row = dd_table_model_get_row (model, i);

      dd_answer_table_add_row (table);
      for (guint j = 0; j < question->columns->len; j++)
        {
          const DdQuestion *column = g_ptr_array_index (question->columns, j);
          g_autoptr (DdAnswerValue) cell =
              dd_table_value_from_text (column, dd_table_row_get_text (row, j));

          if (cell != NULL)
            dd_answer_table_set_cell (table, column->id, cell);
        }
    }
  return dd_answer_table_end (table);
}
