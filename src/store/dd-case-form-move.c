/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Moving a case to another edition of its questionnaire. What goes to a question of another id is
 * written to that question's row, and its old row is deleted; no other row is, so that an answer
 * without a place stays where it was. Linear in the rows and in the new edition's questions.
 */

#include "config.h"

#include "dd-case-form-edit.h"

#include "dd-journal.h"
#include "dd-records.h"

#include <glib/gi18n-lib.h>

/* What a transaction's function is told. */
typedef struct
{
  const DdActor *actor;
  const char *case_id;
  const char *from; /* (nullable): the hash */
  DdQuestionnaire *current;
  GBytes *bytes;
} Moving;

/* Which rows are written to, and which are not needed any more. */
typedef struct
{
  DdCaseForm *form;
  GHashTable *targets; /* (element-type utf8 DdRecord): by question */
  GPtrArray *sources;  /* (element-type DdRecord) (unowned) */
} Plan;

/* --- Where rows go --- */

/* Where notes and marks of @question go, answered or not. */
static const DdQuestion *
find_heir (DdQuestionnaire *current, const char *question)
{
  const DdQuestion *same = dd_questionnaire_find_question (current, question);

  for (guint i = 0; same == NULL && i < current->questions->len; i++)
    {
      const DdQuestion *heir = g_ptr_array_index (current->questions, i);

      if (g_ptr_array_find_with_equal_func (heir->was, question, g_str_equal, NULL))
        return heir;
    }
  return same;
}

/* A row for what is written to @question: its own, or a new one. Each is saved once, at the end. */
static DdRecord *
get_target (Plan *self, const char *question)
{
  DdRecord *row = g_hash_table_lookup (self->targets, question);

  if (row != NULL)
    return row;
  row = dd_case_form_find_row (self->form, question);
  if (row != NULL)
    g_object_ref (row);
  else
    {
      row = dd_record_new (&dd_answer_entity, NULL);
      dd_record_set_text (row, "case_id", dd_record_get_id (DD_RECORD (self->form->record)));
      dd_record_set_text (row, "question", question);
    }
  g_hash_table_insert (self->targets, g_strdup (question), row);
  return row;
}

/* What @row had when it was loaded: it may be a target by now. */
static DdValue
get_original (DdRecord *row, const char *field)
{
  return dd_record_get_original (row, (guint) dd_entity_find (&dd_answer_entity, field));
}

/* The note and the mark of @source, unless the target has a note of its own. */
static void
copy_remarks (DdRecord *target, DdRecord *source)
{
  if (dd_record_get_text (target, "note") == NULL)
    dd_record_set_text (target, "note", get_original (source, "note").text);
  if (get_original (source, "ask_customer").integer == TRUE)
    dd_record_set_integer (target, "ask_customer", TRUE);
}

/* An answer that is what and where it was changes nothing. */
static void
move_answer (Plan *self, const DdEditionMoveEntry *entry)
{
  DdRecord *source = dd_case_form_find_row (self->form, entry->from);
  DdRecord *target = get_target (self, entry->question->id);
  g_autofree char *json = dd_answer_value_to_json (entry->after);

  if (!dd_answer_value_equal (entry->before, entry->after) || target != source)
    dd_record_set_text (target, "value", json);
  if (target == source)
    return;
  dd_record_set_text (target, "answered_by", get_original (source, "answered_by").text);
  dd_record_set_integer (target, "answered_at", get_original (source, "answered_at").integer);
  copy_remarks (target, source);
  g_ptr_array_add (self->sources, source);
}

/* A question that was not answered may have a note or a mark. */
static void
move_remarks (Plan *self, DdQuestionnaire *current)
{
  GHashTableIter iter;
  gpointer question, row;

  g_hash_table_iter_init (&iter, self->form->rows);
  while (g_hash_table_iter_next (&iter, &question, &row))
    {
      const DdQuestion *heir = find_heir (current, question);

      if (dd_answers_get (self->form->answers, question) != NULL || heir == NULL
          || g_str_equal (heir->id, question))
        continue;
      copy_remarks (get_target (self, heir->id), row);
      g_ptr_array_add (self->sources, row);
    }
}

/* Saves what was written to, and deletes the old rows that nothing came to. */
static void
finish (Plan *self, DdAction *action)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->targets);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    dd_action_save (action, row);
  for (guint i = 0; i < self->sources->len; i++)
    {
      DdRecord *source = g_ptr_array_index (self->sources, i);

      if (!g_hash_table_contains (self->targets, dd_record_get_text (source, "question")))
        dd_action_delete (action, source);
    }
}

static DdAction *
make_action (const Moving *self, DdCaseForm *form)
{
  g_autoptr (DdEditionMove) move =
      dd_edition_move_new (form->questionnaire, form->answers, self->current);
  g_autoptr (GHashTable) targets =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autofree char *edition = g_strdup_printf ("%d", self->current->edition);
  DdAction *action = dd_action_new (self->actor->user, self->actor->now,
                                    N_ ("Moved the questionnaire to edition %s"), edition, NULL);
  Plan plan = { form, targets, sources };

  dd_record_set_text (DD_RECORD (form->record), "questionnaire_hash",
                      dd_action_keep (action, self->bytes));
  dd_action_save (action, form->record);
  for (guint i = 0; i < move->entries->len; i++)
    {
      const DdEditionMoveEntry *entry = g_ptr_array_index (move->entries, i);

      if (entry->question != NULL)
        move_answer (&plan, entry);
    }
  move_remarks (&plan, self->current);
  finish (&plan, action);
  return action;
}

/* --- In one transaction --- */

static gboolean
do_move (DdConnection *connection, gpointer data, GError **error)
{
  Moving *self = data;
  g_autoptr (DdCaseForm) form = dd_case_form_load (connection, self->case_id, NULL, NULL, error);
  g_autoptr (DdAction) action = NULL;
  const char *hash;

  if (form == NULL)
    return FALSE;
  hash = dd_record_get_text (DD_RECORD (form->record), "questionnaire_hash");
  if (g_strcmp0 (hash, self->from) != 0)
    {
      g_set_error_literal (
          error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT,
          _ ("The case was moved to another edition of the questionnaire meanwhile. "
             "Look at it again."));
      return FALSE;
    }
  action = make_action (self, form);
  return dd_journal_append (connection, action, NULL, error);
}

gboolean
dd_case_form_move (DdConnection *connection,
                   const DdActor *actor,
                   const char *case_id,
                   const char *from,
                   DdQuestionnaire *current,
                   GBytes *bytes,
                   GError **error)
{
  Moving self = { actor, case_id, from, current, bytes };

  g_return_val_if_fail (current != NULL && bytes != NULL, FALSE);
  return dd_connection_transaction (connection, do_move, &self, _ ("Moving the questionnaire"),
                                    error);
}
