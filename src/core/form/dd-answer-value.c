/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Values of answers, always in canonical form: whoever makes one brings it into it, so that
 * equality and JSON need not care.
 *
 * A table's cells are sorted by their columns, so that a cell is found by bisection. Making a value
 * is linear in what it holds (plus sorting its choices or cells); comparing two as well. JSON is in
 * dd-answer-json.c.
 */
#include "config.h"

#include "form/dd-answer-value.h"

#include "form/dd-answer-value-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DdAnswerTable
{
  GPtrArray *rows; /* (element-type GArray of DdAnswerCell) (owned) */
};

G_DEFINE_QUARK (dd_answer_error, dd_answer_error)
G_DEFINE_BOXED_TYPE (DdAnswerValue, dd_answer_value, dd_answer_value_ref, dd_answer_value_unref)

static DdAnswerValue *
value_new (DdAnswerShape shape)
{
  DdAnswerValue *self = g_new0 (DdAnswerValue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->shape = shape;
  return self;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* Returns: (transfer full): @text with "\n" for "\r\n" and "\r" */
static char *
mend_line_ends (const char *text)
{
  char *mended = g_strdup (text), *end = mended;

  for (; *text != '\0'; text++)
    if (*text != '\r')
      *end++ = *text;
    else if (text[1] != '\n')
      *end++ = '\n';
  *end = '\0';
  return mended;
}

DdAnswerValue *
dd_answer_value_new_text (const char *text)
{
  DdAnswerValue *self;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_blank (text) || !g_utf8_validate (text, -1, NULL))
    return NULL;
  self = value_new (DD_ANSWER_TEXT);
  self->text = mend_line_ends (text);
  return self;
}

DdAnswerValue *
dd_answer_value_new_integer (gint64 number)
{
  DdAnswerValue *self;

  g_return_val_if_fail (number >= -DD_ANSWER_MAX_INTEGER && number <= DD_ANSWER_MAX_INTEGER, NULL);

  self = value_new (DD_ANSWER_INTEGER);
  self->number = number;
  return self;
}

DdAnswerValue *
dd_answer_value_new_true (void)
{
  return value_new (DD_ANSWER_TRUE);
}

static int
compare_texts (gconstpointer first, gconstpointer second)
{
  return strcmp (*(const char *const *) first, *(const char *const *) second);
}

DdAnswerValue *
dd_answer_value_new_list (const char *const *choices)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GPtrArray *kept;
  DdAnswerValue *self;

  g_return_val_if_fail (choices != NULL, NULL);

  for (guint i = 0; choices[i] != NULL; i++)
    if (!is_blank (choices[i]) && g_utf8_validate (choices[i], -1, NULL))
      g_ptr_array_add (sorted, (char *) choices[i]);
  if (sorted->len == 0)
    return NULL;
  g_ptr_array_sort (sorted, compare_texts);
  kept = g_ptr_array_new ();
  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || strcmp (sorted->pdata[i - 1], sorted->pdata[i]) != 0)
      g_ptr_array_add (kept, g_strdup (sorted->pdata[i]));
  self = value_new (DD_ANSWER_LIST);
  self->n_choices = kept->len;
  g_ptr_array_add (kept, NULL);
  self->choices = (char **) g_ptr_array_free (kept, FALSE);
  return self;
}

DdAnswerValue *
dd_answer_value_ref (const DdAnswerValue *self)
{
  DdAnswerValue *value = (DdAnswerValue *) self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&value->ref_count);
  return value;
}

void
dd_answer_value_unref (DdAnswerValue *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->text);
  g_strfreev (self->choices);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

static gboolean
rows_equal (const GArray *first, const GArray *second)
{
  if (first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    {
      const DdAnswerCell *a = &g_array_index (first, DdAnswerCell, i);
      const DdAnswerCell *b = &g_array_index (second, DdAnswerCell, i);

      if (!g_str_equal (a->column, b->column) || !dd_answer_value_equal (a->value, b->value))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tables_equal (const DdAnswerValue *first, const DdAnswerValue *second)
{
  if (first->rows->len != second->rows->len)
    return FALSE;
  for (guint i = 0; i < first->rows->len; i++)
    if (!rows_equal (first->rows->pdata[i], second->rows->pdata[i]))
      return FALSE;
  return TRUE;
}

gboolean
dd_answer_value_equal (const DdAnswerValue *first, const DdAnswerValue *second)
{
  if (first == second)
    return TRUE;
  if (first == NULL || second == NULL || first->shape != second->shape)
    return FALSE;
  switch (first->shape)
    {
    case DD_ANSWER_TEXT:
      return g_str_equal (first->text, second->text);
    case DD_ANSWER_INTEGER:
      return first->number == second->number;
    case DD_ANSWER_LIST:
      return g_strv_equal ((const char *const *) first->choices,
                           (const char *const *) second->choices);
    case DD_ANSWER_TABLE:
      return tables_equal (first, second);
    case DD_ANSWER_TRUE:
      break;
    }
  return TRUE;
}

DdAnswerShape
dd_answer_value_get_shape (const DdAnswerValue *self)
{
  g_return_val_if_fail (self != NULL, DD_ANSWER_TEXT);

  return self->shape;
}

const char *
dd_answer_value_get_text (const DdAnswerValue *self)
{
  return self != NULL ? self->text : NULL;
}

gint64
dd_answer_value_get_integer (const DdAnswerValue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->number;
}

const char *const *
dd_answer_value_get_list (const DdAnswerValue *self)
{
  static const char *const none[] = { NULL };

  return self != NULL && self->choices != NULL ? (const char *const *) self->choices : none;
}

gboolean
dd_answer_value_has_choice (const DdAnswerValue *self, const char *choice)
{
  guint first = 0, end;

  g_return_val_if_fail (choice != NULL, FALSE);

  if (self == NULL || self->choices == NULL)
    return FALSE;
  end = self->n_choices;
  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      int order = strcmp (self->choices[middle], choice);

      if (order == 0)
        return TRUE;
      if (order < 0)
        first = middle + 1;
      else
        end = middle;
    }
  return FALSE;
}

guint
dd_answer_value_get_n_rows (const DdAnswerValue *self)
{
  return self != NULL && self->rows != NULL ? self->rows->len : 0;
}

const DdAnswerValue *
dd_answer_value_get_cell (const DdAnswerValue *self, guint row, const char *column)
{
  const GArray *cells;
  guint first = 0, end;

  g_return_val_if_fail (row < dd_answer_value_get_n_rows (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  cells = self->rows->pdata[row];
  end = cells->len;
  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      const DdAnswerCell *cell = &g_array_index (cells, DdAnswerCell, middle);
      int order = strcmp (cell->column, column);

      if (order == 0)
        return cell->value;
      if (order < 0)
        first = middle + 1;
      else
        end = middle;
    }
  return NULL;
}

GPtrArray *
dd_answer_value_list_columns (const DdAnswerValue *self)
{
  GPtrArray *columns = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = dd_answer_value_get_n_rows (self);

  for (guint i = 0; i < n; i++)
    {
      const GArray *cells = self->rows->pdata[i];

      for (guint j = 0; j < cells->len; j++)
        {
          char *column = g_array_index (cells, DdAnswerCell, j).column;

          if (g_hash_table_add (seen, column))
            g_ptr_array_add (columns, column);
        }
    }
  g_ptr_array_sort (columns, compare_texts);
  return columns;
}

static void
append_table_words (GString *words, const DdAnswerValue *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GArray *cells = self->rows->pdata[i];

      for (guint j = 0; j < cells->len; j++)
        {
          const DdAnswerCell *cell = &g_array_index (cells, DdAnswerCell, j);
          g_autofree char *text = dd_answer_value_to_words (cell->value);

          g_string_append (words, j > 0 ? ", " : i > 0 ? "\n" : "");
          g_string_append (words, text);
        }
    }
}

char *
dd_answer_value_to_words (const DdAnswerValue *self)
{
  GString *words;

  if (self == NULL)
    return g_strdup ("");
  switch (self->shape)
    {
    case DD_ANSWER_TEXT:
      return g_strdup (self->text);
    case DD_ANSWER_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, self->number);
    case DD_ANSWER_LIST:
      return g_strjoinv (", ", self->choices);
    case DD_ANSWER_TABLE:
      words = g_string_new (NULL);
      append_table_words (words, self);
      return g_string_free (words, FALSE);
    case DD_ANSWER_TRUE:
      break;
    }
  return g_strdup (_ ("Yes"));
}

/* --- tables --- */

static void
cell_clear (gpointer data)
{
  DdAnswerCell *cell = data;

  g_free (cell->column);
  g_clear_pointer (&cell->value, dd_answer_value_unref);
}

static void
row_free (gpointer data)
{
  g_array_unref (data);
}

DdAnswerTable *
dd_answer_table_new (void)
{
  DdAnswerTable *self = g_new0 (DdAnswerTable, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
dd_answer_table_free (DdAnswerTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
dd_answer_table_add_row (DdAnswerTable *self)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (DdAnswerCell));

  g_array_set_clear_func (cells, cell_clear);
  g_ptr_array_add (self->rows, cells);
}

void
dd_answer_table_set_cell (DdAnswerTable *self, const char *column, const DdAnswerValue *value)
{
  DdAnswerCell cell = { NULL };
  GArray *cells;
  guint at = 0;

  g_return_if_fail (self->rows->len > 0 && column != NULL);
  g_return_if_fail (value == NULL || value->shape == DD_ANSWER_TEXT
                    || value->shape == DD_ANSWER_INTEGER);

  cells = self->rows->pdata[self->rows->len - 1];
  while (at < cells->len && strcmp (g_array_index (cells, DdAnswerCell, at).column, column) < 0)
    at++;
  if (at < cells->len && g_str_equal (g_array_index (cells, DdAnswerCell, at).column, column))
    g_array_remove_index (cells, at);
  if (value == NULL)
    return;
  cell.column = g_strdup (column);
  cell.value = dd_answer_value_ref (value);
  g_array_insert_val (cells, at, cell);
}

DdAnswerValue *
dd_answer_table_end (DdAnswerTable *self)
{
  DdAnswerValue *value = NULL;
  guint kept = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (((GArray *) self->rows->pdata[i])->len > 0)
      {
        gpointer row = self->rows->pdata[i];

        self->rows->pdata[i] = self->rows->pdata[kept];
        self->rows->pdata[kept++] = row;
      }
  if (kept > 0)
    {
      g_ptr_array_set_size (self->rows, kept);
      value = value_new (DD_ANSWER_TABLE);
      value->rows = g_ptr_array_ref (self->rows);
    }
  dd_answer_table_free (self);
  return value;
}
