/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-plan-report.h"

G_BEGIN_DECLS

/* The activities of @report with their dates and bars. On a wide terminal the chart stands beside
 * the table, else below it. Dates of another year than @year say so.
 * Returns: (transfer full): the lines */
char *dd_plan_table_to_text (const DdPlanReport *report, int year, const DdTerminal *terminal);

G_END_DECLS
