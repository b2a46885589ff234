/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The parts of a questionnaire: their lives, and what is asked of them.
 *
 * Built once (dd-questionnaire-private.h) and never changed after that, so that any thread may read
 * it. Questions are found by hash; choices and columns by a walk over the few there are.
 */
#include "config.h"

#include "form/dd-questionnaire.h"

#include "form/dd-questionnaire-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (DdQuestionnaire,
                     dd_questionnaire,
                     dd_questionnaire_ref,
                     dd_questionnaire_unref)

const char *const dd_question_types[] = { "text",  "paragraph",       "integer", "version",
                                          "date",  "choice",          "choices", "yes-no",
                                          "table", "acknowledgement", NULL };
const char *const dd_requirements[] = { "no", "soft", "yes", NULL };

static void
choice_free (gpointer data)
{
  DdChoice *self = data;

  g_free (self->value);
  g_free (self->label);
  g_ptr_array_unref (self->was);
  g_free (self);
}

static void
pattern_free (gpointer data)
{
  DdQuestionPattern *self = data;

  g_free (self->match);
  g_free (self->message);
  g_clear_pointer (&self->regex, g_regex_unref);
  g_free (self);
}

static void
range_free (gpointer data)
{
  DdQuestionRange *self = data;

  g_free (self->min);
  g_free (self->max);
  g_free (self->message);
  g_free (self);
}

static void
question_free (gpointer data)
{
  DdQuestion *self = data;

  g_free (self->id);
  g_free (self->label);
  g_free (self->help);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->patterns);
  g_ptr_array_unref (self->ranges);
  g_ptr_array_unref (self->when);
  g_ptr_array_unref (self->was);
  g_free (self);
}

static void
section_free (gpointer data)
{
  DdSection *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->help);
  g_ptr_array_unref (self->when);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

gpointer
dd_choice_new (void)
{
  DdChoice *self = g_new0 (DdChoice, 1);

  self->was = g_ptr_array_new_with_free_func (g_free);
  return self;
}

gpointer
dd_question_pattern_new (void)
{
  return g_new0 (DdQuestionPattern, 1);
}

gpointer
dd_question_range_new (void)
{
  return g_new0 (DdQuestionRange, 1);
}

gpointer
dd_question_new (void)
{
  DdQuestion *self = g_new0 (DdQuestion, 1);

  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->columns = g_ptr_array_new_with_free_func (question_free);
  self->patterns = g_ptr_array_new_with_free_func (pattern_free);
  self->ranges = g_ptr_array_new_with_free_func (range_free);
  self->when = g_ptr_array_new_with_free_func (dd_condition_free);
  self->was = g_ptr_array_new_with_free_func (g_free);
  return self;
}

gpointer
dd_section_new (void)
{
  DdSection *self = g_new0 (DdSection, 1);

  self->when = g_ptr_array_new_with_free_func (dd_condition_free);
  self->questions = g_ptr_array_new_with_free_func (question_free);
  return self;
}

gpointer
dd_questionnaire_new (const char *origin)
{
  DdQuestionnaire *self = g_new0 (DdQuestionnaire, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->origin = g_strdup (origin);
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->questions = g_ptr_array_new ();
  self->questions_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static void
complete_question (DdQuestionnaire *self, DdSection *section, DdQuestion *question)
{
  question->section = section;
  question->index = self->questions->len;
  for (guint i = 0; i < question->columns->len; i++)
    {
      DdQuestion *column = g_ptr_array_index (question->columns, i);

      column->section = section;
      column->table = question;
      column->index = i;
    }
  g_ptr_array_add (self->questions, question);
  g_hash_table_insert (self->questions_by_id, question->id, question);
}

void
dd_questionnaire_complete (DdQuestionnaire *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      DdSection *section = g_ptr_array_index (self->sections, i);

      section->index = i;
      for (guint j = 0; j < section->questions->len; j++)
        complete_question (self, section, g_ptr_array_index (section->questions, j));
    }
}

DdQuestionnaire *
dd_questionnaire_ref (DdQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dd_questionnaire_unref (DdQuestionnaire *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->service);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->origin);
  g_free (self->hash);
  g_hash_table_unref (self->questions_by_id);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

const DdQuestion *
dd_questionnaire_find_question (const DdQuestionnaire *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->questions_by_id, id);
}

const DdQuestion *
dd_question_find_column (const DdQuestion *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const DdQuestion *column = g_ptr_array_index (self->columns, i);

      if (g_str_equal (column->id, id))
        return column;
    }
  return NULL;
}

const DdChoice *
dd_question_find_choice (const DdQuestion *self, const char *value)
{
  g_return_val_if_fail (self != NULL && value != NULL, NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const DdChoice *choice = g_ptr_array_index (self->choices, i);

      if (g_str_equal (choice->value, value))
        return choice;
    }
  return NULL;
}

DdAnswerShape
dd_question_type_get_shape (DdQuestionType type)
{
  switch (type)
    {
    case DD_QUESTION_INTEGER:
      return DD_ANSWER_INTEGER;
    case DD_QUESTION_CHOICES:
      return DD_ANSWER_LIST;
    case DD_QUESTION_TABLE:
      return DD_ANSWER_TABLE;
    case DD_QUESTION_ACKNOWLEDGEMENT:
      return DD_ANSWER_TRUE;
    case DD_QUESTION_TEXT:
    case DD_QUESTION_PARAGRAPH:
    case DD_QUESTION_VERSION:
    case DD_QUESTION_DATE:
    case DD_QUESTION_CHOICE:
    case DD_QUESTION_YES_NO:
      break;
    }
  return DD_ANSWER_TEXT;
}

const char *
dd_question_type_to_text (DdQuestionType type)
{
  return dd_question_types[type];
}

const char *
dd_requirement_to_text (DdRequirement required)
{
  return dd_requirements[required];
}

/* --- answers in words --- */

/* A text in the words of @self, which offers choices or asks for yes or no. */
static const char *
get_label (const DdQuestion *self, const char *text)
{
  const DdChoice *choice = dd_question_find_choice (self, text);

  if (choice != NULL)
    return _ (choice->label);
  if (self->type == DD_QUESTION_YES_NO && g_str_equal (text, "yes"))
    return _ ("Yes");
  if (self->type == DD_QUESTION_YES_NO && g_str_equal (text, "no"))
    return _ ("No");
  return text;
}

static char *
describe_list (const DdQuestion *self, const DdAnswerValue *value)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const DdChoice *choice = g_ptr_array_index (self->choices, i);

      if (dd_answer_value_has_choice (value, choice->value))
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _ (choice->label));
    }
  for (const char *const *text = dd_answer_value_get_list (value); *text != NULL; text++)
    if (dd_question_find_choice (self, *text) == NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", *text);
  return g_string_free (words, FALSE);
}

static void
append_row (GString *words, const DdQuestion *self, const DdAnswerValue *value, guint row)
{
  gboolean is_first = TRUE;

  if (row > 0)
    g_string_append_c (words, '\n');
  for (guint i = 0; i < self->columns->len; i++)
    {
      const DdQuestion *column = g_ptr_array_index (self->columns, i);
      const DdAnswerValue *cell = dd_answer_value_get_cell (value, row, column->id);
      g_autofree char *text = dd_question_describe (column, cell);

      if (*text == '\0')
        continue;
      g_string_append_printf (words, "%s%s", is_first ? "" : ", ", text);
      is_first = FALSE;
    }
}

static char *
describe_table (const DdQuestion *self, const DdAnswerValue *value)
{
  GString *words = g_string_new (NULL);
  guint n = dd_answer_value_get_n_rows (value);

  for (guint row = 0; row < n; row++)
    append_row (words, self, value, row);
  return g_string_free (words, FALSE);
}

char *
dd_question_describe (const DdQuestion *self, const DdAnswerValue *value)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (value == NULL)
    return g_strdup ("");
  switch (dd_answer_value_get_shape (value))
    {
    case DD_ANSWER_TEXT:
      return g_strdup (get_label (self, dd_answer_value_get_text (value)));
    case DD_ANSWER_LIST:
      return describe_list (self, value);
    case DD_ANSWER_TABLE:
      if (self->type == DD_QUESTION_TABLE)
        return describe_table (self, value);
      break;
    case DD_ANSWER_INTEGER:
    case DD_ANSWER_TRUE:
      break;
    }
  return dd_answer_value_to_words (value);
}
