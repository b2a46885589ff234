/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The move of answers to another edition of a questionnaire.
 *
 * Heirs are found by hash; a value is put in the new terms cell by cell, choice by choice. Linear
 * in the answers and in what the new edition was.
 */
#include "config.h"

#include "form/dd-edition-move.h"

#include "form/dd-question-check.h"

#include <glib/gi18n-lib.h>

static void
entry_free (gpointer data)
{
  DdEditionMoveEntry *self = data;

  g_free (self->from);
  g_clear_pointer (&self->before, dd_answer_value_unref);
  g_clear_pointer (&self->after, dd_answer_value_unref);
  g_free (self->reason);
  g_free (self);
}

void
dd_edition_move_free (DdEditionMove *self)
{
  g_ptr_array_unref (self->entries);
  dd_answers_free (self->answers);
  g_free (self);
}

static gboolean
has_id (GPtrArray *ids, const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

/* --- a value in the terms of its new question --- */

/* The value of the choice that @value was, or is. */
static const char *
map_choice (const DdQuestion *question, const char *value)
{
  if (dd_question_find_choice (question, value) != NULL)
    return value;
  for (guint i = 0; i < question->choices->len; i++)
    {
      const DdChoice *choice = g_ptr_array_index (question->choices, i);

      if (has_id (choice->was, value))
        return choice->value;
    }
  return value;
}

/* A single value in words that fit a text, or a choice. Returns: (nullable): NULL for lists and
 * tables */
static char *
to_text (const DdAnswerValue *value)
{
  const char *const *list;

  switch (dd_answer_value_get_shape (value))
    {
    case DD_ANSWER_TEXT:
    case DD_ANSWER_INTEGER:
      return dd_answer_value_to_words (value);
    case DD_ANSWER_TRUE:
      return g_strdup ("yes");
    case DD_ANSWER_LIST:
      list = dd_answer_value_get_list (value);
      return list[1] == NULL ? g_strdup (list[0]) : NULL;
    case DD_ANSWER_TABLE:
      break;
    }
  return NULL;
}

static DdAnswerValue *
map_list (const DdQuestion *question, const DdAnswerValue *value)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  const char *const *list = dd_answer_value_get_list (value);

  for (; *list != NULL; list++)
    g_ptr_array_add (choices, (char *) map_choice (question, *list));
  g_ptr_array_add (choices, NULL);
  return dd_answer_value_new_list ((const char *const *) choices->pdata);
}

/* @text as an answer to @question if that has one value. Returns: (nullable): NULL if it has not */
static DdAnswerValue *
map_text (const DdQuestion *question, const char *text)
{
  const char *choices[] = { NULL, NULL };
  gint64 number;

  switch (dd_question_type_get_shape (question->type))
    {
    case DD_ANSWER_TEXT:
      return dd_answer_value_new_text (map_choice (question, text));
    case DD_ANSWER_INTEGER:
      if (g_ascii_string_to_signed (text, 10, -DD_ANSWER_MAX_INTEGER, DD_ANSWER_MAX_INTEGER,
                                    &number, NULL))
        return dd_answer_value_new_integer (number);
      return dd_answer_value_new_text (text);
    case DD_ANSWER_LIST:
      choices[0] = map_choice (question, text);
      return dd_question_find_choice (question, choices[0]) != NULL
                 ? dd_answer_value_new_list (choices)
                 : NULL;
    case DD_ANSWER_TRUE:
      return g_str_equal (text, "yes") ? dd_answer_value_new_true () : NULL;
    case DD_ANSWER_TABLE:
      break;
    }
  return NULL;
}

/* The column that takes the cell @name of @row: the one of this name, or the one that was. Of
 * several cells that one column could take, it takes its own, or the first that it was. Returns:
 * (nullable): NULL when there is none */
static const DdQuestion *
find_column (const DdQuestion *table, const DdAnswerValue *value, guint row, const char *name)
{
  const DdQuestion *own = dd_question_find_column (table, name);

  if (own != NULL)
    return own;
  for (guint i = 0; i < table->columns->len; i++)
    {
      const DdQuestion *column = g_ptr_array_index (table->columns, i);

      if (!has_id (column->was, name))
        continue;
      if (dd_answer_value_get_cell (value, row, column->id) != NULL)
        return NULL;
      for (guint j = 0; j < column->was->len; j++)
        if (dd_answer_value_get_cell (value, row, g_ptr_array_index (column->was, j)) != NULL)
          return g_str_equal (g_ptr_array_index (column->was, j), name) ? column : NULL;
    }
  return NULL;
}

/* Cells without a column keep their names: the check tells of them, and nothing is lost. */
static void
map_cell (DdAnswerTable *table,
          const DdQuestion *question,
          const DdAnswerValue *value,
          guint row,
          const char *name)
{
  const DdAnswerValue *cell = dd_answer_value_get_cell (value, row, name);
  const DdQuestion *column = find_column (question, value, row, name);
  g_autofree char *text = NULL;
  g_autoptr (DdAnswerValue) mapped = NULL;

  if (cell == NULL)
    return;
  if (column == NULL)
    {
      dd_answer_table_set_cell (table, name, cell);
      return;
    }
  text = to_text (cell);
  mapped = map_text (column, text);
  dd_answer_table_set_cell (table, column->id, mapped != NULL ? mapped : cell);
}

static DdAnswerValue *
map_table (const DdQuestion *question, const DdAnswerValue *value)
{
  DdAnswerTable *table = dd_answer_table_new ();
  g_autoptr (GPtrArray) columns = dd_answer_value_list_columns (value);
  guint n = dd_answer_value_get_n_rows (value);

  for (guint row = 0; row < n; row++)
    {
      dd_answer_table_add_row (table);
      for (guint i = 0; i < columns->len; i++)
        map_cell (table, question, value, row, g_ptr_array_index (columns, i));
    }
  return dd_answer_table_end (table);
}

/* Returns: (nullable) (transfer full): @value in the terms of @question, NULL if that cannot hold
 * it */
static DdAnswerValue *
map_value (const DdQuestion *question, const DdAnswerValue *value)
{
  DdAnswerShape shape = dd_answer_value_get_shape (value);
  g_autofree char *text = NULL;

  if (shape == DD_ANSWER_LIST && question->type == DD_QUESTION_CHOICES)
    return map_list (question, value);
  if (shape == DD_ANSWER_TABLE && question->type == DD_QUESTION_TABLE)
    return map_table (question, value);
  text = to_text (value);
  return text != NULL ? map_text (question, text) : NULL;
}

/* --- where an answer goes --- */

/* Returns: (transfer full) (element-type utf8 DdQuestion): the question that takes an id's answer
 */
static GHashTable *
index_heirs (const DdQuestionnaire *now)
{
  GHashTable *heirs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < now->questions->len; i++)
    {
      DdQuestion *question = g_ptr_array_index (now->questions, i);

      g_hash_table_insert (heirs, question->id, question);
      for (guint j = 0; j < question->was->len; j++)
        g_hash_table_insert (heirs, g_ptr_array_index (question->was, j), question);
    }
  return heirs;
}

static DdEditionMoveEntry *
add_entry (GPtrArray *entries, const char *from, const DdAnswerValue *before)
{
  DdEditionMoveEntry *entry = g_new0 (DdEditionMoveEntry, 1);

  entry->outcome = DD_MOVE_DROPPED;
  entry->from = g_strdup (from);
  entry->before = dd_answer_value_ref (before);
  g_ptr_array_add (entries, entry);
  return entry;
}

static char *
find_reason (const DdQuestion *question, const DdAnswerValue *value)
{
  g_autoptr (GPtrArray) issues = dd_question_check (question, value);

  for (guint i = 0; i < issues->len; i++)
    {
      const DdFormIssue *issue = g_ptr_array_index (issues, i);

      if (issue->kind == DD_ISSUE_INVALID)
        return g_strdup (issue->message);
    }
  return NULL;
}

static DdMoveOutcome
find_outcome (const DdEditionMoveEntry *entry)
{
  if (entry->reason != NULL)
    return DD_MOVE_CHECK;
  if (g_str_equal (entry->from, entry->question->id)
      && dd_answer_value_equal (entry->before, entry->after))
    return DD_MOVE_KEPT;
  return DD_MOVE_MAPPED;
}

static void
move_answer (DdEditionMove *self, DdEditionMoveEntry *entry, const DdQuestion *heir)
{
  g_autoptr (DdAnswerValue) mapped = NULL;

  if (heir == NULL)
    {
      entry->reason = g_strdup (_ ("This is not asked any more."));
      return;
    }
  if (dd_answers_get (self->answers, heir->id) != NULL)
    {
      entry->reason = g_strdup_printf (_ ("“%s” has an answer already."), _ (heir->label));
      return;
    }
  mapped = map_value (heir, entry->before);
  if (mapped == NULL)
    {
      entry->reason = g_strdup_printf (_ ("“%s” takes another kind of answer."), _ (heir->label));
      return;
    }
  entry->question = heir;
  entry->after = g_steal_pointer (&mapped);
  entry->reason = find_reason (heir, entry->after);
  entry->outcome = find_outcome (entry);
  dd_answers_set (self->answers, heir->id, entry->after);
}

/* Those under their own ids first: they have the better claim. Then by document order of the old
 * edition if it can be had, or by id. */
static int
compare_entries (gconstpointer first, gconstpointer second)
{
  const DdEditionMoveEntry *a = *(DdEditionMoveEntry *const *) first;
  const DdEditionMoveEntry *b = *(DdEditionMoveEntry *const *) second;

  if (a->question == NULL || b->question == NULL)
    {
      int order = (a->question == NULL) - (b->question == NULL);

      return order != 0 ? order : g_strcmp0 (a->from, b->from);
    }
  return a->question->index < b->question->index ? -1 : 1;
}

/* Returns: (transfer container) (element-type utf8): the ids of @answers in the order of @old, then
 * those that it does not know */
static GPtrArray *
order_answers (const DdQuestionnaire *old, const DdAnswers *answers)
{
  GPtrArray *ordered = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = dd_answers_list_questions (answers);

  for (guint i = 0; old != NULL && i < old->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (old->questions, i);

      if (dd_answers_get (answers, question->id) != NULL)
        g_ptr_array_add (ordered, question->id);
    }
  for (guint i = 0; i < ids->len; i++)
    if (old == NULL || dd_questionnaire_find_question (old, ids->pdata[i]) == NULL)
      g_ptr_array_add (ordered, ids->pdata[i]);
  return ordered;
}

DdEditionMove *
dd_edition_move_new (const DdQuestionnaire *old, const DdAnswers *answers, DdQuestionnaire *now)
{
  DdEditionMove *self;
  g_autoptr (GHashTable) heirs = NULL;
  g_autoptr (GPtrArray) ids = NULL;

  g_return_val_if_fail (answers != NULL && now != NULL, NULL);

  self = g_new0 (DdEditionMove, 1);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->answers = dd_answers_new ();
  heirs = index_heirs (now);
  ids = order_answers (old, answers);
  for (int own = 1; own >= 0; own--)
    for (guint i = 0; i < ids->len; i++)
      {
        const char *id = g_ptr_array_index (ids, i);

        if ((dd_questionnaire_find_question (now, id) != NULL) == own)
          move_answer (self, add_entry (self->entries, id, dd_answers_get (answers, id)),
                       g_hash_table_lookup (heirs, id));
      }
  g_ptr_array_sort (self->entries, compare_entries);
  return self;
}

guint
dd_edition_move_count (const DdEditionMove *self, DdMoveOutcome outcome)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->entries->len; i++)
    n += ((const DdEditionMoveEntry *) self->entries->pdata[i])->outcome == outcome;
  return n;
}
