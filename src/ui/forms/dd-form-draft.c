/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-form-draft.h"

DdFormDraft *
dd_form_draft_new (const char *question, const DdAnswerValue *seen)
{
  DdFormDraft *self = g_new0 (DdFormDraft, 1);

  self->question = g_strdup (question);
  dd_form_draft_set_value (&self->seen, seen);
  return self;
}

void
dd_form_draft_free (gpointer data)
{
  DdFormDraft *self = data;

  g_clear_handle_id (&self->timer, g_source_remove);
  dd_form_draft_set_value (&self->value, NULL);
  dd_form_draft_set_value (&self->seen, NULL);
  dd_form_draft_set_value (&self->sent, NULL);
  g_free (self->message);
  g_free (self->question);
  g_free (self);
}

void
dd_form_draft_set_state (DdFormDraft *self, DdFormDraftState state, const char *message)
{
  char *copy = g_strdup (message);

  g_free (self->message);
  self->message = copy;
  self->state = state;
}

void
dd_form_draft_set_value (DdAnswerValue **place, const DdAnswerValue *value)
{
  DdAnswerValue *copy = value != NULL ? dd_answer_value_ref (value) : NULL;

  g_clear_pointer (place, dd_answer_value_unref);
  *place = copy;
}
