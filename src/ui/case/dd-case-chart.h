/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "case/dd-case-edit.h"
#include "dd-case-plan.h"
#include "gantt/dd-chart-view.h"

G_BEGIN_DECLS

/* The chart of a stored case, and what it would become. */

/* Returns: (transfer full): the chart of @plan, which has one */
DdChart *dd_case_chart_new (DdCasePlan *plan);

/* What dragging the activity @id of @plan by @seconds comes to: moved, it starts no sooner than where
 * it is let go; resized, it takes as much working time as it covers, in quarters of an hour.
 * Returns: (transfer full) (nullable): the edit, without a reason; NULL when that changes nothing */
DdCaseEdit *dd_case_chart_drag (DdCasePlan *plan, const char *id, DdChartDrag drag,
                                gint64 seconds);

/* The chart that @plan would have after @edit, which is one of dd_case_chart_drag().
 * Returns: (transfer full) (nullable): the chart; NULL when there would be no plan */
DdChart *dd_case_chart_preview (DdCasePlan *plan, const DdCaseEdit *edit);

G_END_DECLS
