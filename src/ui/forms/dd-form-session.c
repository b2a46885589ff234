/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A questionnaire while it is filled. The stored form and the drafts over it make one DdForm, which
 * decides what is asked; each draft is saved as one action and dropped once the load after it has
 * read it back, so that nothing flickers in between.
 */

#include "config.h"

#include "forms/dd-form-session.h"

#include "forms/dd-form-job.h"
#include "forms/dd-form-words.h"

/* What is typed is saved when no key was hit for so long, in milliseconds. */
#define PAUSE 2000

struct _DdFormSession
{
  GObject parent_instance;

  /* Owned references */
  DdContext *context;
  char *case_id;
  DdCaseForm *stored; /* (nullable) */
  DdForm *form;       /* (nullable): what is stored, and the drafts */
  GHashTable *drafts; /* (element-type utf8 DdFormDraft): by question */
  GError *error;      /* (nullable) */
  GCancellable *cancellable;

  guint serial; /* of the load that was begun last */
  gboolean loading;
  gboolean stale; /* something changed while it was loading */
};

enum
{
  LOADED,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DdFormSession, dd_form_session, G_TYPE_OBJECT)

static void
save (DdFormSession *self, DdFormDraft *draft);

/* @question (nullable: any) is not what it was. */
static void
emit_changed (DdFormSession *self, const char *question)
{
  g_signal_emit (self, signals[CHANGED], 0, question);
}

/* --- Loading --- */

static const DdAnswerValue *
get_stored_value (DdFormSession *self, const char *question)
{
  return self->stored != NULL ? dd_answers_get (self->stored->answers, question) : NULL;
}

/* Somebody answered otherwise while one was typing. */
static void
set_conflict (DdFormSession *self, DdFormDraft *draft)
{
  g_autofree char *message =
      dd_form_words_conflict (dd_questionnaire_find_question (self->stored->questionnaire,
                                                              draft->question),
                              get_stored_value (self, draft->question),
                              dd_case_form_find_row (self->stored, draft->question));

  g_clear_handle_id (&draft->timer, g_source_remove);
  dd_form_draft_set_state (draft, DD_FORM_DRAFT_CONFLICT, message);
}

/* What the load number @serial says of @draft. Returns: whether the draft stays */
static gboolean
review (DdFormSession *self, DdFormDraft *draft, guint serial)
{
  const DdAnswerValue *stored = get_stored_value (self, draft->question);

  if (draft->state == DD_FORM_DRAFT_SAVING)
    return TRUE;
  if (draft->state == DD_FORM_DRAFT_SAVED)
    return serial < draft->saved_in;
  if (dd_answer_value_equal (stored, draft->value)
      || dd_questionnaire_find_question (self->stored->questionnaire, draft->question) == NULL)
    return FALSE;
  if (!dd_answer_value_equal (stored, draft->seen))
    set_conflict (self, draft);
  return TRUE;
}

static void
review_drafts (DdFormSession *self, guint serial)
{
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    if (!review (self, draft, serial))
      g_hash_table_iter_remove (&iter);
}

static void
make_form (DdFormSession *self)
{
  GHashTableIter iter;
  gpointer value;

  g_clear_pointer (&self->form, dd_form_free);
  if (self->stored == NULL || self->stored->questionnaire == NULL)
    return;
  self->form = dd_case_form_make_form (self->stored);
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const DdFormDraft *draft = value;

      dd_form_set_answer (self->form, draft->question, draft->value);
    }
}

/* The same questions stay the same objects, so that what shows them can stay. */
static gboolean
keep_questionnaire (DdFormSession *self, DdCaseForm *loaded)
{
  DdQuestionnaire *shown = self->stored != NULL ? self->stored->questionnaire : NULL;

  if (shown == NULL || loaded->questionnaire == NULL)
    return self->stored != NULL && shown == loaded->questionnaire;
  if (!g_str_equal (shown->hash, loaded->questionnaire->hash))
    return FALSE;
  dd_questionnaire_unref (loaded->questionnaire);
  loaded->questionnaire = dd_questionnaire_ref (shown);
  return TRUE;
}

static void
take_loaded (DdFormSession *self, DdFormLoad *loaded)
{
  gboolean kept = keep_questionnaire (self, loaded->form);

  g_clear_error (&self->error);
  g_clear_pointer (&self->form, dd_form_free);
  g_clear_pointer (&self->stored, dd_case_form_unref);
  self->stored = g_steal_pointer (&loaded->form);
  if (self->stored->questionnaire == NULL)
    g_hash_table_remove_all (self->drafts);
  else
    review_drafts (self, loaded->serial);
  make_form (self);
  if (!kept)
    g_signal_emit (self, signals[LOADED], 0);
  emit_changed (self, NULL);
}

static void
reload (DdFormSession *self);

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdFormSession) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  gboolean done = dd_database_run_finish (DD_DATABASE (object), result, &data, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  self->loading = FALSE;
  if (done)
    take_loaded (self, data);
  else
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
      g_signal_emit (self, signals[LOADED], 0);
    }
  if (self->stale)
    reload (self);
}

static void
reload (DdFormSession *self)
{
  self->stale = self->loading;
  if (self->loading || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->loading = TRUE;
  dd_database_run_async (dd_context_get_database (self->context), dd_form_load_run,
                         dd_form_load_new (self->case_id, ++self->serial), dd_form_load_free,
                         self->cancellable, on_loaded, g_object_ref (self));
}

/* --- Saving what is typed --- */

static gboolean
on_pause (gpointer user_data)
{
  DdFormDraft *draft = user_data;

  draft->timer = 0;
  save (draft->session, draft);
  return G_SOURCE_REMOVE;
}

static void
schedule (DdFormDraft *draft)
{
  g_clear_handle_id (&draft->timer, g_source_remove);
  draft->timer = g_timeout_add (PAUSE, on_pause, draft);
}

/* What was sent is stored; what was typed since then replaces it. */
static void
settle (DdFormSession *self, DdFormDraft *draft)
{
  dd_form_draft_set_value (&draft->seen, draft->sent);
  dd_form_draft_set_value (&draft->sent, NULL);
  if (dd_answer_value_equal (draft->seen, draft->value))
    {
      dd_form_draft_set_state (draft, DD_FORM_DRAFT_SAVED, NULL);
      draft->saved_in = self->serial + 1;
      g_clear_handle_id (&draft->timer, g_source_remove);
      reload (self);
      return;
    }
  dd_form_draft_set_state (draft, DD_FORM_DRAFT_TYPED, NULL);
  if (draft->timer == 0)
    schedule (draft);
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdFormSession) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  gboolean done = dd_database_run_finish (DD_DATABASE (object), result, &data, &error);
  DdFormDraft *draft = g_hash_table_lookup (self->drafts, ((DdFormJob *) data)->question);

  if (draft == NULL || draft->state != DD_FORM_DRAFT_SAVING)
    return;
  if (done)
    settle (self, draft);
  else
    {
      g_clear_handle_id (&draft->timer, g_source_remove);
      dd_form_draft_set_state (draft,
                               g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT)
                                   ? DD_FORM_DRAFT_CONFLICT
                                   : DD_FORM_DRAFT_FAILED,
                               error->message);
      reload (self);
    }
  emit_changed (self, draft->question);
}

static void
save (DdFormSession *self, DdFormDraft *draft)
{
  DdFormJob *job;

  g_clear_handle_id (&draft->timer, g_source_remove);
  if ((draft->state != DD_FORM_DRAFT_TYPED && draft->state != DD_FORM_DRAFT_FAILED)
      || self->stored == NULL)
    return;
  if (dd_answer_value_equal (draft->value, draft->seen))
    {
      g_hash_table_remove (self->drafts, draft->question);
      return;
    }
  job = dd_form_job_new (self->context, self->case_id, self->stored, DD_CASE_FORM_ANSWER,
                         draft->question);
  dd_form_draft_set_value (&job->value, draft->value);
  dd_form_draft_set_value (&job->seen, draft->seen);
  dd_form_draft_set_value (&draft->sent, draft->value);
  dd_form_draft_set_state (draft, DD_FORM_DRAFT_SAVING, NULL);
  dd_database_run_async (dd_context_get_database (self->context), dd_form_job_run, job,
                         dd_form_job_free, NULL, on_saved, g_object_ref (self));
}

/* --- Typing --- */

static DdFormDraft *
ensure_draft (DdFormSession *self, const char *question)
{
  DdFormDraft *draft = g_hash_table_lookup (self->drafts, question);

  if (draft != NULL)
    return draft;
  draft = dd_form_draft_new (question, get_stored_value (self, question));
  draft->session = self;
  dd_form_draft_set_value (&draft->value, draft->seen);
  g_hash_table_insert (self->drafts, draft->question, draft);
  return draft;
}

void
dd_form_session_type (DdFormSession *self, const char *question, const DdAnswerValue *value)
{
  DdFormDraft *draft;
  gboolean moved;

  g_return_if_fail (DD_IS_FORM_SESSION (self));
  if (self->form == NULL
      || dd_answer_value_equal (value, dd_form_session_get_value (self, question)))
    return;
  draft = ensure_draft (self, question);
  dd_form_draft_set_value (&draft->value, value);
  moved = dd_form_set_answer (self->form, question, value);
  if (draft->state == DD_FORM_DRAFT_SAVED || draft->state == DD_FORM_DRAFT_FAILED)
    dd_form_draft_set_state (draft, DD_FORM_DRAFT_TYPED, NULL);
  if (draft->state == DD_FORM_DRAFT_TYPED)
    schedule (draft);
  emit_changed (self, moved ? NULL : question);
}

void
dd_form_session_flush (DdFormSession *self, const char *question)
{
  g_autoptr (GList) drafts = NULL;
  gboolean any = FALSE;

  g_return_if_fail (DD_IS_FORM_SESSION (self));
  drafts = g_hash_table_get_values (self->drafts);
  for (GList *link = drafts; link != NULL; link = link->next)
    {
      DdFormDraft *draft = link->data;

      if (question != NULL && !g_str_equal (draft->question, question))
        continue;
      any = any || draft->state == DD_FORM_DRAFT_TYPED || draft->state == DD_FORM_DRAFT_FAILED;
      save (self, draft);
    }
  if (any)
    emit_changed (self, question);
}

void
dd_form_session_keep_mine (DdFormSession *self, const char *question)
{
  DdFormDraft *draft;

  g_return_if_fail (DD_IS_FORM_SESSION (self));
  draft = g_hash_table_lookup (self->drafts, question);
  if (draft == NULL || draft->state != DD_FORM_DRAFT_CONFLICT)
    return;
  dd_form_draft_set_value (&draft->seen, get_stored_value (self, question));
  dd_form_draft_set_state (draft, DD_FORM_DRAFT_TYPED, NULL);
  save (self, draft);
  emit_changed (self, question);
}

void
dd_form_session_take_theirs (DdFormSession *self, const char *question)
{
  DdFormDraft *draft;

  g_return_if_fail (DD_IS_FORM_SESSION (self));
  draft = g_hash_table_lookup (self->drafts, question);
  if (draft == NULL
      || (draft->state != DD_FORM_DRAFT_CONFLICT && draft->state != DD_FORM_DRAFT_FAILED))
    return;
  g_hash_table_remove (self->drafts, question);
  make_form (self);
  emit_changed (self, NULL);
}

/* --- Other edits --- */

static void
on_edited (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (dd_database_run_finish (DD_DATABASE (object), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes @job. */
static void
run (DdFormSession *self, DdFormJob *job, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, run);
  dd_database_run_async (dd_context_get_database (self->context), dd_form_job_run, job,
                         dd_form_job_free, NULL, on_edited, task);
}

void
dd_form_session_clear_async (DdFormSession *self,
                             const char *question,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  DdFormJob *job;

  g_return_if_fail (DD_IS_FORM_SESSION (self));
  g_return_if_fail (self->form != NULL);
  job = dd_form_job_new (self->context, self->case_id, self->stored, DD_CASE_FORM_ANSWER, question);
  dd_form_draft_set_value (&job->seen, get_stored_value (self, question));
  g_hash_table_remove (self->drafts, question);
  run (self, job, callback, user_data);
}

void
dd_form_session_ask_async (DdFormSession *self,
                           const char *question,
                           gboolean ask,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  DdFormJob *job;

  g_return_if_fail (DD_IS_FORM_SESSION (self));
  g_return_if_fail (self->form != NULL);
  job = dd_form_job_new (self->context, self->case_id, self->stored, DD_CASE_FORM_ASK, question);
  job->ask = ask;
  run (self, job, callback, user_data);
}

void
dd_form_session_note_async (DdFormSession *self,
                            const char *question,
                            const char *note,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  DdFormJob *job;

  g_return_if_fail (DD_IS_FORM_SESSION (self));
  g_return_if_fail (self->form != NULL);
  job = dd_form_job_new (self->context, self->case_id, self->stored, DD_CASE_FORM_NOTE, question);
  job->note = g_strdup (note);
  run (self, job, callback, user_data);
}

void
dd_form_session_move_async (DdFormSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (DD_IS_FORM_SESSION (self));
  g_return_if_fail (self->stored != NULL && self->stored->current != NULL);
  dd_form_session_flush (self, NULL);
  run (self,
       dd_form_job_new (self->context, self->case_id, self->stored, DD_CASE_FORM_ANSWER, NULL),
       callback, user_data);
}

gboolean
dd_form_session_edit_finish (DdFormSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Object --- */

void
dd_form_session_close (DdFormSession *self)
{
  g_return_if_fail (DD_IS_FORM_SESSION (self));
  dd_form_session_flush (self, NULL);
  g_cancellable_cancel (self->cancellable);
}

static void
dd_form_session_dispose (GObject *object)
{
  DdFormSession *self = DD_FORM_SESSION (object);

  g_cancellable_cancel (self->cancellable);
  g_hash_table_remove_all (self->drafts);
  G_OBJECT_CLASS (dd_form_session_parent_class)->dispose (object);
}

static void
dd_form_session_finalize (GObject *object)
{
  DdFormSession *self = DD_FORM_SESSION (object);

  g_clear_pointer (&self->form, dd_form_free);
  g_clear_pointer (&self->stored, dd_case_form_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_hash_table_unref (self->drafts);
  g_free (self->case_id);
  G_OBJECT_CLASS (dd_form_session_parent_class)->finalize (object);
}

static void
dd_form_session_class_init (DdFormSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_form_session_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_form_session_finalize;
  signals[LOADED] = g_signal_new ("loaded", DD_TYPE_FORM_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", DD_TYPE_FORM_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dd_form_session_init (DdFormSession *self)
{
  self->cancellable = g_cancellable_new ();
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, dd_form_draft_free);
}

DdFormSession *
dd_form_session_new (DdContext *context, const char *case_id)
{
  DdFormSession *self;

  g_return_val_if_fail (DD_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (case_id != NULL, NULL);
  self = g_object_new (DD_TYPE_FORM_SESSION, NULL);
  self->context = g_object_ref (context);
  self->case_id = g_strdup (case_id);
  g_signal_connect_object (context, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "services-changed", G_CALLBACK (reload), self,
                           G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

/* --- Reading --- */

DdContext *
dd_form_session_get_context (DdFormSession *self)
{
  g_return_val_if_fail (DD_IS_FORM_SESSION (self), NULL);
  return self->context;
}

gboolean
dd_form_session_is_settled (DdFormSession *self)
{
  g_return_val_if_fail (DD_IS_FORM_SESSION (self), FALSE);
  return self->stored != NULL || self->error != NULL;
}

const GError *
dd_form_session_get_error (DdFormSession *self)
{
  g_return_val_if_fail (DD_IS_FORM_SESSION (self), NULL);
  return self->error;
}

DdCaseForm *
dd_form_session_get_stored (DdFormSession *self)
{
  g_return_val_if_fail (DD_IS_FORM_SESSION (self), NULL);
  return self->stored;
}

DdForm *
dd_form_session_get_form (DdFormSession *self)
{
  g_return_val_if_fail (DD_IS_FORM_SESSION (self), NULL);
  return self->form;
}

const DdAnswerValue *
dd_form_session_get_value (DdFormSession *self, const char *question)
{
  g_return_val_if_fail (DD_IS_FORM_SESSION (self), NULL);
  return self->form != NULL ? dd_answers_get (dd_form_get_answers (self->form), question) : NULL;
}

gboolean
dd_form_session_has_drafts (DdFormSession *self, DdFormDraftState state)
{
  GHashTableIter iter;
  gpointer draft;

  g_return_val_if_fail (DD_IS_FORM_SESSION (self), FALSE);
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    if (((DdFormDraft *) draft)->state == state)
      return TRUE;
  return FALSE;
}

const DdFormDraft *
dd_form_session_get_draft (DdFormSession *self, const char *question)
{
  g_return_val_if_fail (DD_IS_FORM_SESSION (self), NULL);
  return g_hash_table_lookup (self->drafts, question);
}
