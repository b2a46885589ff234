/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-case-form.h"
#include "delivery/dd-case-step.h"

G_BEGIN_DECLS

/* What is done with the questionnaire of a case: each function is one action of the journal, with
 * a label, that can be undone. */

/**
 * DdCaseFormEditKind:
 * @DD_CASE_FORM_ANSWER: answers the question with @value, or takes the answer away
 * @DD_CASE_FORM_ASK: marks it to be asked of the customer, or takes the mark away
 * @DD_CASE_FORM_NOTE: makes @note what is noted on it
 */
typedef enum
{
  DD_CASE_FORM_ANSWER,
  DD_CASE_FORM_ASK,
  DD_CASE_FORM_NOTE,
} DdCaseFormEditKind;

/* What is done to one question. */
typedef struct
{
  DdCaseFormEditKind kind;
  const char *question;
  const DdAnswerValue *value; /* (nullable) */
  const DdAnswerValue *seen;  /* (nullable): the answer that the person saw before; another one that
                                 stands there is a conflict */
  gboolean overwrite;         /* whatever stands there: @seen does not count */
  gboolean ask;
  const char *note;           /* (nullable): none */
} DdCaseFormEdit;

/* What is done to a case's questionnaire in one go. */
typedef struct
{
  const char *case_id;
  DdQuestionnaire *questionnaire; /* which the person sees: another that the case keeps is a
                                     conflict */
  GBytes *bytes;                  /* what it was read from: kept with a case that keeps none yet */
  const DdCaseFormEdit *edits;    /* (array length=n_edits) */
  guint n_edits;                  /* none, with a @label: only keeps the questionnaire */
  const char *answered_by;        /* (nullable): who gave the answers; else who does it */
  const char *label;              /* (nullable): an untranslated sentence for the history, with one
                                     argument; else one that names the first question */
  const char *argument;           /* (nullable) */
} DdCaseFormTask;

/* Does @task as @actor.
 * Returns: FALSE with DD_STORE_ERROR_CONFLICT (somebody answered meanwhile: who and when; or moved
 * the case to another edition), DD_STORE_ERROR_NOT_FOUND for a question that there is not, or what
 * failed: nothing was changed then */
gboolean dd_case_form_edit (DdConnection *connection, const DdActor *actor,
                            const DdCaseFormTask *task, GError **error);

/* Moves the case from the edition with the hash @from to @current, read from @bytes, and its
 * answers with it. Answers, notes and marks go where the new edition has their questions; what has
 * no place there stays as it is (dd_case_form_list_dropped()).
 * Returns: FALSE with DD_STORE_ERROR_CONFLICT when it is not at @from any more, or what failed */
gboolean dd_case_form_move (DdConnection *connection, const DdActor *actor, const char *case_id,
                            const char *from, DdQuestionnaire *current, GBytes *bytes,
                            GError **error);

G_END_DECLS
