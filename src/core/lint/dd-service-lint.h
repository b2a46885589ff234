/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

G_BEGIN_DECLS

/* One place where a document disagrees with itself, or leaves something open. */
typedef struct
{
  const char *rule;  /* a stable name: "headline-rows", "business-day", … */
  char *section;     /* (nullable): where it stands */
  char *activity;    /* (nullable): the id of the activity it is about, or of the first of them */
  char *message;     /* what disagrees with what, in a project manager's words */
  char *reading;     /* how Drydock reads it, and so plans it */
} DdLintFinding;

/* Every place where the document of @self disagrees with itself: rule by rule, each in document
 * order. Figures count 8 hours a day and 5 days a week; a case's calendar may differ. The rules:
 *
 * - headline-rows: a stated duration is not what its rows add up to
 * - headline-headline: two sections state different durations from the same activity on
 * - headline-typical: a stated duration is "typical", so no limit
 * - row-sum: the printed durations add up to something else than the plan takes
 * - range: a cell gives two figures
 * - at-most: a cell gives a limit
 * - merged-duration: one printed duration covers several rows
 * - no-duration: a row has none
 * - no-figure: what is printed as a duration is none ("N/A")
 * - blank-owner: a row has no owner
 * - same-name: two milestones, or two activities, have one name
 * - business-day: the same figure stands in days and in business days
 * - certainty: an exclusion "may" have an effect that others "will" or "would" have
 * - gate-inputs: a gate needs what the list of required inputs does not have
 * - request-portal: it is not said where the service is asked for
 *
 * Cost: linear in the service and its dependencies.
 * Returns: (transfer full) (element-type DdLintFinding): the findings; empty if there are none */
GPtrArray *dd_service_lint (DdService *self);

/* Every place where two documents of one vendor disagree on what both have by the same id, told
 * about @self. The rules:
 *
 * - certainty: an exclusion "may" have an effect in one and "will" or "would" have it in the other
 * - activity-name: an activity has two names
 * - activity-owner: an activity has two owners
 *
 * Returns: (transfer full) (element-type DdLintFinding): the findings; empty if there are none */
GPtrArray *dd_service_lint_compare (DdService *self, DdService *other);

G_END_DECLS
