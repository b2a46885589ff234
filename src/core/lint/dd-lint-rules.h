/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "lint/dd-lint-run.h"

G_BEGIN_DECLS

/* A rule looks at the service of @run and adds what it finds. What each finds is told, under the
 * rule's name, at dd_service_lint() and dd_service_lint_compare(). */
typedef void (*DdLintRule) (DdLintRun *run);

/* Stated durations against the rows: dd-lint-figures.c */
void dd_lint_headline_rows (DdLintRun *run);
void dd_lint_headline_headline (DdLintRun *run);
void dd_lint_headline_typical (DdLintRun *run);
void dd_lint_row_sum (DdLintRun *run);

/* What the cells of the table say and leave blank: dd-lint-table.c */
void dd_lint_range (DdLintRun *run);
void dd_lint_at_most (DdLintRun *run);
void dd_lint_merged_duration (DdLintRun *run);
void dd_lint_no_duration (DdLintRun *run);
void dd_lint_no_figure (DdLintRun *run);
void dd_lint_blank_owner (DdLintRun *run);
void dd_lint_same_name (DdLintRun *run);

/* Days against business days: dd-lint-days.c */
void dd_lint_business_day (DdLintRun *run);

/* Conditions of the service: dd-lint-conditions.c */
void dd_lint_certainty (DdLintRun *run);
void dd_lint_gate_inputs (DdLintRun *run);
void dd_lint_request_portal (DdLintRun *run);

/* Returns: (transfer full): an exclusion with the words that say how sure its effect is: "“may be
 * necessary” (Non-Standard components)" */
char *dd_lint_quote_exclusion (const DdExclusion *exclusion);

/* Whether the effect of an exclusion is possible ("may") rather than certain. */
gboolean dd_lint_is_possible (const DdExclusion *exclusion);

/* One service against another: dd-lint-comparison.c */
void dd_lint_compare_certainty (DdLintRun *run);
void dd_lint_compare_activity_name (DdLintRun *run);
void dd_lint_compare_activity_owner (DdLintRun *run);

G_END_DECLS
