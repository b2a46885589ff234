/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-answer-value.h"

G_BEGIN_DECLS

/**
 * DdFormDraftState:
 * @DD_FORM_DRAFT_TYPED: waits to be saved
 * @DD_FORM_DRAFT_SAVING: is being saved
 * @DD_FORM_DRAFT_SAVED: is saved, and goes once it was read back
 * @DD_FORM_DRAFT_CONFLICT: somebody else answered meanwhile; a person decides
 * @DD_FORM_DRAFT_FAILED: could not be saved; tried again with what is typed next
 */
typedef enum
{
  DD_FORM_DRAFT_TYPED,
  DD_FORM_DRAFT_SAVING,
  DD_FORM_DRAFT_SAVED,
  DD_FORM_DRAFT_CONFLICT,
  DD_FORM_DRAFT_FAILED,
} DdFormDraftState;

/* What was typed into a question and is not, or not known to be, in the database. */
typedef struct
{
  char *question;       /* (owned): its id */
  DdAnswerValue *value; /* (owned) (nullable): what stands in the form */
  DdAnswerValue *seen;  /* (owned) (nullable): the stored answer that it takes the place of */
  DdAnswerValue *sent;  /* (owned) (nullable): what is being saved */
  DdFormDraftState state;
  char *message;        /* (owned) (nullable): of a conflict or failure, for the person */
  guint timer;          /* the source that will save it, or 0 */
  gpointer session;     /* (unowned): whose it is */
  guint saved_in;       /* saved: the first load that can know of it */
} DdFormDraft;

/* Returns: (transfer full): a draft for @question, which was answered with @seen (nullable) */
DdFormDraft *dd_form_draft_new (const char *question, const DdAnswerValue *seen);

/* Frees a draft; nothing is saved by it any more. */
void dd_form_draft_free (gpointer self);

/* Makes @state its state, with @message (nullable). */
void dd_form_draft_set_state (DdFormDraft *self, DdFormDraftState state, const char *message);

/* Puts @value (nullable) into @place, which is one of the values of a draft. */
void dd_form_draft_set_value (DdAnswerValue **place, const DdAnswerValue *value);

G_END_DECLS
