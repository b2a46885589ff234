/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

G_BEGIN_DECLS

/*
 * How a service is built: by the parser alone. Each part is made empty (all zero, lists empty),
 * hung into its place, and then owned by the service. Lists take no room before the first element.
 */

/* Returns: (transfer full): a service of nothing, to be filled; @origin names its file */
DdService *dd_service_new (const char *origin);

/* Returns: (transfer full): an empty sentence */
DdStatement *dd_statement_new (void);

/* Returns: (transfer full): a rule that asks for nothing */
DdEligibility *dd_eligibility_new (void);

/* Returns: (transfer full): an empty required input */
DdInput *dd_input_new (void);

/* Returns: (transfer full): an empty field of the request, not required */
DdRequestField *dd_request_field_new (void);

/* Returns: (transfer full): an empty exclusion */
DdExclusion *dd_exclusion_new (void);

/* Returns: (transfer full): a condition called @name without attributes */
DdCondition *dd_condition_new (const char *name);

/* Returns: (transfer full): an empty headline */
DdHeadline *dd_headline_new (void);

/* Returns: (transfer full): an empty question */
DdQuestionAnswer *dd_question_answer_new (void);

/* Returns: (transfer full): a phase without milestones */
DdPhase *dd_phase_new (void);

/* Returns: (transfer none): a new milestone at the end of @phase */
DdMilestone *dd_phase_add_milestone (DdPhase *phase);

/* Returns: (transfer none): a new blank cell at the end of @milestone */
DdCell *dd_milestone_add_cell (DdMilestone *milestone);

/* Returns: (transfer none): a new activity at the end of @cell and of @self */
DdActivity *dd_service_add_activity (DdService *self, DdCell *cell);

/* Gives what is not written its value (ids, names, owners) and finds what plans ask for (shares,
 * headlines). Once, when every element is read; the ids must be unique. Linear. */
void dd_service_complete (DdService *self);

G_END_DECLS
