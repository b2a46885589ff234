/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service-parser.h"

G_BEGIN_DECLS

/*
 * How a service is built: by the parser alone. Each part is made empty (all zero, lists empty),
 * hung into its place, and then owned by the service. Lists take no room before the first element.
 */

/* Returns: (transfer full): a service of nothing, to be filled; @origin names its file */
DdService *dd_service_new (const char *origin);

/* Returns: (transfer full): an empty DdSentence. Untyped, like those below, for the table of
 * dd-format.c */
gpointer dd_sentence_new (void);

/* Returns: (transfer full): a DdEligibility that asks for nothing */
gpointer dd_eligibility_new (void);

/* Returns: (transfer full): an empty DdInput */
gpointer dd_input_new (void);

/* Returns: (transfer full): an empty DdRequestField, not required */
gpointer dd_request_field_new (void);

/* Returns: (transfer full): an empty DdExclusion */
gpointer dd_exclusion_new (void);

/* Returns: (transfer full): an empty DdHeadline */
gpointer dd_headline_new (void);

/* Returns: (transfer full): an empty DdQuestionAnswer */
gpointer dd_question_answer_new (void);

/* Returns: (transfer full): a DdPhase without milestones */
gpointer dd_phase_new (void);

/* Returns: (transfer none): a new milestone at the end of @phase */
DdMilestone *dd_phase_add_milestone (DdPhase *phase);

/* Returns: (transfer none): a new blank cell at the end of @milestone */
DdCell *dd_milestone_add_cell (DdMilestone *milestone);

/* Returns: (transfer none): a new activity at the end of @cell and of @self */
DdActivity *dd_service_add_activity (DdService *self, DdCell *cell);

/* The format's words for DdActivityKind, in its order, ending with NULL. */
extern const char *const dd_activity_kinds[];

/* Whether @activity has a duration at all: events and gates have none. */
gboolean dd_activity_takes_time (const DdActivity *activity);

/* The activities of dd_service_default_predecessors(), without listing them: they stand next to
 * each other. O(1). Returns: how many, from the index @first */
guint dd_service_get_default_range (DdService *self, const DdActivity *activity, guint *first);

/* Gives what is not written its value (ids, names, owners) and finds what plans ask for (shares,
 * headlines). Once, when every element is read; the ids must be unique. Linear. */
void dd_service_complete (DdService *self);

/* Checks that @n predecessors are not too many: a small file must not be able to ask for much
 * memory. Returns: whether they are not */
gboolean dd_service_check_predecessor_count (DdService *self, guint64 n, GError **error);

/* Checks what no single element can tell: that references name something, that events and gates
 * stand in cells that suit them, that no activities wait for each other. @self must be complete.
 * Linear. */
gboolean dd_service_check (DdService *self, GError **error);

G_END_DECLS
