/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "case/dd-case-session.h"

G_BEGIN_DECLS

/*
 * DdCasePlanTab: the plan of a case as a chart or a table, with an activity's details beside it.
 *
 * What can be done with the selected activity are its actions "case.…": buttons, menus and keys ask for
 * them by name. Those that need a reason, a date or a person ask for it in a DdCaseDialog.
 *
 * # Shortcuts
 * Ctrl+T shows the table or the chart. Those of the chart are DdChartView's.
 */
#define DD_TYPE_CASE_PLAN_TAB (dd_case_plan_tab_get_type ())
G_DECLARE_FINAL_TYPE (DdCasePlanTab, dd_case_plan_tab, DD, CASE_PLAN_TAB, AdwBin)

/* Shows the plan of @session's case from now on. */
void dd_case_plan_tab_set_session (DdCasePlanTab *self, DdCaseSession *session);

/* Has the details lie below the chart, not beside it. */
void dd_case_plan_tab_set_narrow (DdCasePlanTab *self, gboolean narrow);

/* Selects the activity @id and shows its details. */
void dd_case_plan_tab_select (DdCasePlanTab *self, const char *id);

G_END_DECLS
