/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-form-job.h"

#include "dd-questionnaire-finder.h"

/* --- Loading --- */

DdFormLoad *
dd_form_load_new (const char *case_id, guint serial)
{
  DdFormLoad *self = g_new0 (DdFormLoad, 1);

  self->case_id = g_strdup (case_id);
  self->folder = dd_questionnaire_finder_user_folder ();
  self->serial = serial;
  return self;
}

void
dd_form_load_free (gpointer data)
{
  DdFormLoad *self = data;

  g_clear_pointer (&self->form, dd_case_form_unref);
  g_free (self->case_id);
  g_free (self->folder);
  g_free (self);
}

gboolean
dd_form_load_run (DdConnection *connection, gpointer data, GError **error)
{
  DdFormLoad *self = data;

  self->form = dd_case_form_load (connection, self->case_id, dd_questionnaire_finder_find,
                                  self->folder, error);
  return self->form != NULL;
}

/* --- Editing --- */

DdFormJob *
dd_form_job_new (DdContext *context,
                 const char *case_id,
                 DdCaseForm *form,
                 DdCaseFormEditKind kind,
                 const char *question)
{
  DdFormJob *self = g_new0 (DdFormJob, 1);

  self->case_id = g_strdup (case_id);
  self->user = dd_context_get_user (context);
  self->now = dd_context_get_now (context);
  self->form = dd_case_form_ref (form);
  self->kind = kind;
  self->question = g_strdup (question);
  return self;
}

void
dd_form_job_free (gpointer data)
{
  DdFormJob *self = data;

  g_clear_pointer (&self->value, dd_answer_value_unref);
  g_clear_pointer (&self->seen, dd_answer_value_unref);
  dd_case_form_unref (self->form);
  g_free (self->note);
  g_free (self->question);
  g_free (self->user);
  g_free (self->case_id);
  g_free (self);
}

static gboolean
move (DdConnection *connection, const DdFormJob *self, const DdActor *actor, GError **error)
{
  DdCaseForm *form = self->form;

  return dd_case_form_move (connection, actor, self->case_id,
                            dd_record_get_text (DD_RECORD (form->record), "questionnaire_hash"),
                            form->current, form->current_bytes, error);
}

gboolean
dd_form_job_run (DdConnection *connection, gpointer data, GError **error)
{
  const DdFormJob *self = data;
  const DdActor actor = { .user = self->user, .now = self->now };
  const DdCaseFormEdit edit = { .kind = self->kind,
                                .question = self->question,
                                .value = self->value,
                                .seen = self->seen,
                                .ask = self->ask,
                                .note = self->note };
  const DdCaseFormTask task = { .case_id = self->case_id,
                                .questionnaire = self->form->questionnaire,
                                .bytes = self->form->bytes,
                                .edits = &edit,
                                .n_edits = 1 };

  if (self->question == NULL)
    return move (connection, self, &actor, error);
  return dd_case_form_edit (connection, &actor, &task, error);
}
