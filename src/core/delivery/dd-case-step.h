/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-case-file.h"
#include "plan/dd-progress.h"

G_BEGIN_DECLS

/* Who does something, and when. */
typedef struct
{
  const char *user; /* a name, not empty */
  gint64 now;       /* the instant at which it is recorded */
  gint64 at;        /* the instant at which it was done, not after @now; 0: @now */
} DdActor;

/* Returns: the instant at which @actor did it */
gint64 dd_actor_get_at (const DdActor *actor);

/**
 * DdCaseStepKind:
 * @DD_CASE_STEP_START: an activity is started
 * @DD_CASE_STEP_FINISH: an activity is done; or a gate is met, and with it the inputs that it
 *   names: the text is the evidence (nullable)
 * @DD_CASE_STEP_SKIP: an activity will not be done; the text is the reason
 * @DD_CASE_STEP_WAIT: an activity, or the whole case, waits for the party; the text is the reason
 * @DD_CASE_STEP_RESUME: the wait of an activity, or of the whole case, is over
 * @DD_CASE_STEP_RESUME_ALL: every wait of the case and its activities is over
 * @DD_CASE_STEP_MEET_INPUT: a required input is there; the text is the evidence (nullable). A gate
 *   is met with the last of its inputs
 * @DD_CASE_STEP_WITHDRAW_INPUT: a required input is not there after all, and the gates that need it
 *   are open again
 * @DD_CASE_STEP_CLOSE: the case is delivered; the text is a note (nullable)
 * @DD_CASE_STEP_CANCEL: the case ends without delivery; the text is the reason
 */
typedef enum
{
  DD_CASE_STEP_START,
  DD_CASE_STEP_FINISH,
  DD_CASE_STEP_SKIP,
  DD_CASE_STEP_WAIT,
  DD_CASE_STEP_RESUME,
  DD_CASE_STEP_RESUME_ALL,
  DD_CASE_STEP_MEET_INPUT,
  DD_CASE_STEP_WITHDRAW_INPUT,
  DD_CASE_STEP_CLOSE,
  DD_CASE_STEP_CANCEL,
} DdCaseStepKind;

/* One thing that is done with a case. */
typedef struct
{
  DdCaseStepKind kind;
  const char *activity; /* (nullable): its id in the definition; NULL: the whole case */
  const char *text;     /* (nullable): see DdCaseStepKind */
  DdParty party;        /* of a wait */
  const char *row_id;   /* (nullable): the id of the wait that is made; a random one else */
  const char *input;    /* (nullable): the id of a required input in the definition */
} DdCaseStep;

/* Asks the rules (dd-case-rules.h), changes @file, and makes the labelled action that comes to.
 * Returns: (transfer full): the action with all changes, or NULL with a DdCaseError and @file as it
 * was */
DdAction *dd_case_step_take (const DdCaseStep *step, DdCaseFile *file, const DdActor *actor,
                             GError **error);

G_END_DECLS
