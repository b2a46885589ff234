/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "case/dd-case-panel.h"
#include "case/dd-case-plan-tab.h"
#include "gantt/dd-chart-legend.h"
#include "gantt/dd-chart-toolbar.h"
#include "gantt/dd-chart-view.h"

G_BEGIN_DECLS

/* What the files of the plan's tab share. */
struct _DdCasePlanTab
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkToggleButton *as_table;
  GtkStack *states;
  AdwStatusPage *problem;
  GtkBox *body;
  GtkStack *views;
  DdChartView *chart;
  GtkColumnView *table;
  DdCasePanel *panel;
  GtkPopover *context_menu; /* (nullable) */

  /* Owned references */
  DdCaseSession *session;
  DdCaseEdit *dragged; /* (nullable): what letting go would come to */
  char *selected;      /* (nullable): an activity's id */
};

/* Returns: (transfer none) (nullable): the plan, when there is one */
DdCasePlan *dd_case_plan_tab_get_plan (DdCasePlanTab *self);

/* Returns: (transfer none) (nullable): the selected activity */
const DdActivity *dd_case_plan_tab_get_activity (DdCasePlanTab *self);

/* Installs the actions "case.…" and their keys. */
void dd_case_plan_tab_class_install_actions (GtkWidgetClass *widget_class);

/* Enables the actions that can be done as things stand. */
void dd_case_plan_tab_update_actions (DdCasePlanTab *self);

/* Asks for what @edit (transfer full) lacks, and does it. */
void dd_case_plan_tab_ask (DdCasePlanTab *self, DdCaseEdit *edit);

/* Asks for a file and writes the chart into it as @format: "png", "svg" or "pdf". */
void dd_case_plan_tab_export (DdCasePlanTab *self, const char *format);

/* Asks for a printer and prints the chart. */
void dd_case_plan_tab_print (DdCasePlanTab *self);

G_END_DECLS
