/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-plan-report.h"
#include "dd-text-gantt.h"

G_BEGIN_DECLS

/* The chart of @report in at most @width columns: all its bars and whiskers, and its deadline
 * unless that is further off than the plan is long. @scale is set to the chart's.
 * Returns: (transfer full): a new chart; @report must outlive it */
DdTextGantt *dd_plan_chart_new (const DdPlanReport *report, int width, const DdTerminal *terminal,
                                DdTextScale *scale);

/* Returns: (transfer full): the row of @activity */
char *dd_plan_chart_draw (const DdPlanReport *report, DdTextGantt *chart,
                          const DdActivity *activity);

/* What the marks stand for that occur in it: "█ critical, ◆ gate, …".
 * Returns: (transfer full): the translated text */
char *dd_plan_chart_get_legend (const DdPlanReport *report);

G_END_DECLS
