/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "gantt/dd-chart-view.h"

G_BEGIN_DECLS

/* DdChartToolbar: buttons that zoom a chart, fit it into the width and go to today. */
#define DD_TYPE_CHART_TOOLBAR (dd_chart_toolbar_get_type ())
G_DECLARE_FINAL_TYPE (DdChartToolbar, dd_chart_toolbar, DD, CHART_TOOLBAR, GtkWidget)

/* Works on @view (nullable: nothing) from now on. It is also the property "view". */
void dd_chart_toolbar_set_view (DdChartToolbar *self, DdChartView *view);

G_END_DECLS
