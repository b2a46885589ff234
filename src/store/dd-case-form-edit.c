/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Answering the questionnaire of a case. What is written is compared, in the transaction, with what
 * the person saw: an answer that somebody else gave meanwhile is never overwritten unless one says
 * so. Costs a search for each question and one sync of the disk.
 */

#include "config.h"

#include "dd-case-form-edit.h"

#include "dd-journal.h"
#include "dd-records.h"
#include "service/dd-words.h"

#include <glib/gi18n-lib.h>

/* What a transaction's function is told. */
typedef struct
{
  const DdActor *actor;
  const DdCaseFormTask *task;
  DdAction *action; /* (owned): what becomes of it */
} Editing;

/* --- Which questionnaire --- */

/* A case keeps the edition that its first answer was given to. */
static gboolean
pin (DdConnection *connection, Editing *self, GError **error)
{
  const DdCaseFormTask *task = self->task;
  g_autoptr (DdRecord) record = dd_records_load (connection, &dd_case_entity, task->case_id, error);
  const char *hash;

  if (record == NULL)
    return FALSE;
  hash = dd_record_get_text (record, "questionnaire_hash");
  if (g_strcmp0 (hash, task->questionnaire->hash) == 0)
    return TRUE;
  if (hash != NULL)
    {
      g_set_error_literal (
          error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT,
          _ ("The case was moved to another edition of the questionnaire meanwhile. "
             "Look at it again, then answer."));
      return FALSE;
    }
  g_return_val_if_fail (task->bytes != NULL, FALSE);
  dd_record_set_text (record, "questionnaire_hash", dd_action_keep (self->action, task->bytes));
  dd_action_save (self->action, record);
  return TRUE;
}

/* --- One question --- */

static const DdQuestion *
find_question (const DdCaseFormTask *task, const char *id, GError **error)
{
  const DdQuestion *question = dd_questionnaire_find_question (task->questionnaire, id);

  if (question == NULL)
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                 _ ("The questionnaire “%s” has no question “%s”."),
                 dd_words_translate (task->questionnaire->title), id);
  return question;
}

/* Returns: (transfer full) (nullable): the row of the question, a new one if there is none */
static DdRecord *
ensure_row (DdConnection *connection, const char *case_id, const char *question, GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (&dd_answer_entity);
  g_autoptr (GPtrArray) rows = NULL;
  DdRecord *row;

  dd_query_match_text (query, "case_id", DD_QUERY_IS, case_id);
  dd_query_match_text (query, "question", DD_QUERY_IS, question);
  rows = dd_records_query (connection, query, error);
  if (rows == NULL)
    return NULL;
  if (rows->len > 0)
    return g_ptr_array_steal_index (rows, 0);
  row = dd_record_new (&dd_answer_entity, NULL);
  dd_record_set_text (row, "case_id", case_id);
  dd_record_set_text (row, "question", question);
  return row;
}

static char *
tell_instant (gint64 at)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (at);

  /* Translators: an instant within a sentence, "18 December 2026, 09:00". */
  return g_date_time_format (local, _ ("%-d %B %Y, %H:%M"));
}

static gboolean
check_seen (DdRecord *row, const DdQuestion *question, const DdCaseFormEdit *edit, GError **error)
{
  const char *json = dd_record_get_text (row, "value");
  const char *by = dd_record_get_text (row, "answered_by");
  gint64 at = dd_record_get_integer (row, "answered_at");
  g_autoptr (DdAnswerValue) value = NULL;
  g_autofree char *when = NULL;
  g_autofree char *words = NULL;

  if (json != NULL)
    dd_answer_value_from_json (json, -1, &value, NULL);
  if (edit->overwrite || dd_answer_value_equal (value, edit->seen)
      || dd_answer_value_equal (value, edit->value))
    return TRUE;
  if (value == NULL || by == NULL || at == DD_INTEGER_NONE)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT,
                   _ ("Somebody took the answer to “%s” away meanwhile."),
                   dd_words_translate (question->label));
      return FALSE;
    }
  when = tell_instant (at);
  words = dd_question_describe (question, value);
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT,
               /* Translators: a person, a question, the answer, and when it was given */
               _ ("%s answered “%s” meanwhile: %s (%s)."), by, dd_words_translate (question->label),
               words, when);
  return FALSE;
}

/* Who answered is told of the answer that stands there; of one that was taken away, who took it. */
static void
set_value (Editing *self, DdRecord *row, const DdAnswerValue *value)
{
  const char *by = self->task->answered_by;
  g_autofree char *json = value != NULL ? dd_answer_value_to_json (value) : NULL;

  if (g_strcmp0 (json, dd_record_get_text (row, "value")) == 0)
    return;
  dd_record_set_text (row, "value", json);
  dd_record_set_text (row, "answered_by", by != NULL ? by : self->actor->user);
  dd_record_set_integer (row, "answered_at",
                         self->actor->at != 0 ? self->actor->at : self->actor->now);
}

static gboolean
edit_question (DdConnection *connection, Editing *self, const DdCaseFormEdit *edit, GError **error)
{
  const DdQuestion *question = find_question (self->task, edit->question, error);
  g_autoptr (DdRecord) row = NULL;

  if (question == NULL)
    return FALSE;
  row = ensure_row (connection, self->task->case_id, edit->question, error);
  if (row == NULL)
    return FALSE;
  switch (edit->kind)
    {
    case DD_CASE_FORM_ANSWER:
      if (!check_seen (row, question, edit, error))
        return FALSE;
      set_value (self, row, edit->value);
      break;
    case DD_CASE_FORM_ASK:
      dd_record_set_integer (row, "ask_customer", edit->ask);
      break;
    case DD_CASE_FORM_NOTE:
      dd_record_set_text (row, "note", edit->note);
      break;
    }
  dd_action_save (self->action, row);
  return TRUE;
}

/* --- All of it --- */

static const char *
find_label (const DdCaseFormEdit *edit)
{
  switch (edit->kind)
    {
    case DD_CASE_FORM_ANSWER:
      return edit->value != NULL ? N_ ("Answered “%s”") : N_ ("Took the answer to “%s” away");
    case DD_CASE_FORM_ASK:
      return edit->ask ? N_ ("Marked “%s” to be asked of the customer")
                       : N_ ("Took the mark off “%s”");
    case DD_CASE_FORM_NOTE:
      return edit->note != NULL ? N_ ("Noted something on “%s”") : N_ ("Took the note off “%s”");
    }
  g_assert_not_reached ();
}

static DdAction *
make_action (const Editing *self, GError **error)
{
  const DdCaseFormTask *task = self->task;
  const DdQuestion *first;

  if (task->label != NULL)
    return dd_action_new (self->actor->user, self->actor->now, task->label, task->argument, NULL);
  first = find_question (task, task->edits[0].question, error);
  return first != NULL ? dd_action_new (self->actor->user, self->actor->now,
                                        find_label (&task->edits[0]), first->label, NULL)
                       : NULL;
}

static gboolean
do_edit (DdConnection *connection, gpointer data, GError **error)
{
  Editing *self = data;

  if (!pin (connection, self, error))
    return FALSE;
  for (guint i = 0; i < self->task->n_edits; i++)
    if (!edit_question (connection, self, &self->task->edits[i], error))
      return FALSE;
  return dd_journal_append (connection, self->action, NULL, error);
}

gboolean
dd_case_form_edit (DdConnection *connection,
                   const DdActor *actor,
                   const DdCaseFormTask *task,
                   GError **error)
{
  Editing self = { actor, task, NULL };
  gboolean done;

  g_return_val_if_fail (task->questionnaire != NULL, FALSE);
  g_return_val_if_fail (task->n_edits > 0 || task->label != NULL, FALSE);
  self.action = make_action (&self, error);
  if (self.action == NULL)
    return FALSE;
  done = dd_connection_transaction (connection, do_edit, &self, _ ("Saving the answer"), error);
  dd_action_free (self.action);
  return done;
}
