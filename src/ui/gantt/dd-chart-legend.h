/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "gantt/dd-chart-painter.h"

G_BEGIN_DECLS

/* What the marks of a chart mean: a sample of each, drawn by the painter that draws charts, and a word
 * beside it, in as many lines as the width takes. */

/* Draws the legend at the origin of @snapshot in a width of @width with @painter; with @snapshot NULL
 * only measures.
 * Returns: its height */
double dd_chart_legend_paint (DdChartPainter *painter, GtkSnapshot *snapshot, double width,
                              gboolean rtl);

/* The same as a widget, in the colours of the desktop. */
#define DD_TYPE_CHART_LEGEND (dd_chart_legend_get_type ())
G_DECLARE_FINAL_TYPE (DdChartLegend, dd_chart_legend, DD, CHART_LEGEND, GtkWidget)

G_END_DECLS
