/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "gantt/dd-chart.h"

G_BEGIN_DECLS

/*
 * DdChartView: a chart to look at and to work with.
 *
 * It draws what shows of a DdChart, scrolls (put it into a GtkScrolledWindow), zooms, folds, and
 * says what is pointed at. It changes nothing by itself: what a drag would change is asked of and
 * told to whoever listens.
 *
 * # Shortcuts and gestures
 * Up and Down, Home and End, Page Up and Down move the selected row; Left and Right fold and unfold a
 * heading; Enter activates; Menu and Shift+F10 ask for the row's menu; Control with plus, minus, 0 zooms in, out, and fits; Control with Left
 * and Right scrolls in time. Control with the wheel, and a pinch, zoom around the pointer; Shift with
 * the wheel scrolls in time. Dragging the ground moves the chart, dragging a bar or its end asks to
 * move or resize it; Escape lets go of it.
 *
 * # CSS node: "chart"
 *
 * # Accessibility
 * A list; each row that shows is a list item (DdChartItem) with its name and, as description, its
 * dates. The selected row is where the keyboard is.
 *
 * # Text direction
 * Names are on the leading side and time runs in the direction of reading.
 *
 * # Signals
 * - "activate" (s: a row's id): Enter, or a double click
 * - "drag" (s: a row's id, i: DdChartDrag, x: seconds by which the pointer moved, b: whether it was
 *   let go): what is dragged; the listener may set a preview, and acts when it was let go
 * - "drag-cancelled"
 * - "menu" (s: a row's id, i: x, i: y): the secondary button was pressed there, or the Menu key
 * - "selected" (s: a row's id)
 */
#define DD_TYPE_CHART_VIEW (dd_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (DdChartView, dd_chart_view, DD, CHART_VIEW, GtkWidget)

/**
 * DdChartDrag:
 * @DD_CHART_DRAG_MOVE: the whole bar
 * @DD_CHART_DRAG_FINISH: its end
 */
typedef enum
{
  DD_CHART_DRAG_MOVE,
  DD_CHART_DRAG_FINISH,
} DdChartDrag;

/* Returns the sentence that a tooltip says of row @row, bar @bar (G_MAXUINT: the name). */
typedef char *(*DdChartTooltipFunc) (DdChart *chart, guint row, guint bar, gpointer user_data);

/* Returns: (transfer floating): a new view of nothing */
GtkWidget *dd_chart_view_new (void);

/* Shows @chart (nullable: nothing). The time that shows, the rows that are folded and the selected
 * row stay as they are where the new chart has them; the first chart is fitted into the width. */
void dd_chart_view_set_chart (DdChartView *self, DdChart *chart);

/* Returns: (transfer none) (nullable): what it shows */
DdChart *dd_chart_view_get_chart (DdChartView *self);

/* Shows, while something is dragged, @preview (nullable): the same rows as the chart's. */
void dd_chart_view_set_preview (DdChartView *self, DdChart *preview);

/* Whether bars can be dragged; FALSE at first. */
void dd_chart_view_set_editable (DdChartView *self, gboolean editable);

/* Says by @func what tooltips say. */
void dd_chart_view_set_tooltip_func (DdChartView *self, DdChartTooltipFunc func,
                                     gpointer user_data, GDestroyNotify destroy);

/* Returns: (transfer none) (nullable): the id of the selected row */
const char *dd_chart_view_get_selected (DdChartView *self);

/* Selects the row @id (nullable: none) and scrolls to it; unfolds what hides it. */
void dd_chart_view_select (DdChartView *self, const char *id);

/* Zooms by @factor (above 1: closer) around the middle. */
void dd_chart_view_zoom (DdChartView *self, double factor);

/* Shows the whole chart in the width. */
void dd_chart_view_fit (DdChartView *self);

/* Puts @instant into the middle. */
void dd_chart_view_show_instant (DdChartView *self, gint64 instant);

/* Returns: the time that shows */
DdRange dd_chart_view_get_range (DdChartView *self);

G_END_DECLS
