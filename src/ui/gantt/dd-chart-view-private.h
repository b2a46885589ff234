/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "gantt/dd-chart-frame.h"
#include "gantt/dd-chart-painter.h"
#include "gantt/dd-chart-view.h"

G_BEGIN_DECLS

/* What the pointer drags. */
typedef enum
{
  DD_DRAGGING_NOTHING,
  DD_DRAGGING_GROUND,
  DD_DRAGGING_DIVIDER, /* between names and bars */
  DD_DRAGGING_BAR,
} DdDragging;

/* What the files of the view share. */
struct _DdChartView
{
  GtkWidget parent_instance;

  /* --- What is shown --- */
  DdChart *chart;           /* (owned) (nullable) */
  DdChart *preview;         /* (owned) (nullable) */
  char *selected;           /* (owned) (nullable): a row's id */
  GHashTable *folded;       /* (owned) (element-type utf8): ids of headings */
  gboolean editable;
  DdTimeScale scale;
  gboolean fitted;          /* the scale was chosen for some chart */
  double names_width;
  DdChartTooltipFunc tooltip;
  gpointer tooltip_data;
  GDestroyNotify tooltip_destroy;

  /* --- What follows from it --- */
  GArray *rows;             /* (owned) (element-type guint): not folded away */
  DdRange extent;           /* of the chart, with a margin: how far one can scroll */
  DdChartPainter *painter;  /* (owned) (nullable): until realized */
  double magnification;     /* pixels of the widget in one of the frame; see dd_chart_fonts_new() */
  GPtrArray *items;         /* (owned) (element-type DdChartItem): of the rows that show, and spare */

  /* --- The pointer --- */
  guint hovered;            /* place in @rows */
  double pointer_x;
  DdDragging dragging;
  DdChartDrag drag;
  char *dragged;            /* (owned) (nullable): a row's id */
  double drag_origin;       /* of what is dragged: scale's origin, or names' width */
  double drag_offset;       /* rows' */
  double zoom_seconds;      /* the scale when a pinch began */

  /* --- Scrolling --- */
  GtkAdjustment *adjustments[2]; /* (owned) (nullable): by GtkOrientation */
  GtkScrollablePolicy policies[2];
  gboolean adjusting;       /* the adjustments are set by us */
};

/* Returns: the width that the frame has, in its own pixels, in which everything here is measured */
double dd_chart_view_get_width (DdChartView *self);

/* Returns: its height */
double dd_chart_view_get_height (DdChartView *self);

/* Returns: where everything lies now */
DdChartFrame dd_chart_view_get_frame (DdChartView *self);

/* Shows @scale, as far as the chart reaches. */
void dd_chart_view_set_scale (DdChartView *self, DdTimeScale scale);

/* Scrolls the rows to @offset pixels, within bounds. */
void dd_chart_view_set_offset (DdChartView *self, double offset);

/* Returns: how far the rows are scrolled, in pixels */
double dd_chart_view_get_offset (DdChartView *self);

/* Scrolls by @adjustment (nullable: by none) along @orientation from now on. */
void dd_chart_view_set_adjustment (DdChartView *self, GtkOrientation orientation,
                                   GtkAdjustment *adjustment);

/* Tells the adjustment of time how far the chart reaches, and where it is. */
void dd_chart_view_configure_time (DdChartView *self);

/* Tells the adjustment of rows how many there are. */
void dd_chart_view_configure_rows (DdChartView *self);

/* Lists the rows anew that are not folded away. Linear in the chart's rows. */
void dd_chart_view_update_rows (DdChartView *self);

/* Unfolds every heading that hides row @row of the chart. */
void dd_chart_view_reveal_row (DdChartView *self, guint row);

/* Returns: the place in the rows of the one with @id, or G_MAXUINT */
guint dd_chart_view_find_place (DdChartView *self, const char *id);

/* Puts an item where each row is that shows. */
void dd_chart_view_update_items (DdChartView *self);

/* Says that the row @id is selected. */
void dd_chart_view_emit_selected (DdChartView *self, const char *id);

/* Returns: the place in the rows of the selected one, or G_MAXUINT */
guint dd_chart_view_get_selected_place (DdChartView *self);

/* Selects the row at @place and scrolls so that it shows. */
void dd_chart_view_select_place (DdChartView *self, guint place);

/* Folds or unfolds the heading with @id. */
void dd_chart_view_set_folded (DdChartView *self, const char *id, gboolean folded);

/* Returns: the width of the bars' part */
double dd_chart_view_get_chart_width (DdChartView *self);

/* Says that @bar's row is dragged to @x pixels from where it was taken. */
void dd_chart_view_emit_drag (DdChartView *self, double x, gboolean dropped);

/* Says that what was dragged is let go where it was. */
void dd_chart_view_emit_drag_cancelled (DdChartView *self);

/* Says that the row @id is activated. */
void dd_chart_view_emit_activate (DdChartView *self, const char *id);

/* Says that a menu of the row @id is asked for at @x, @y. */
void dd_chart_view_emit_menu (DdChartView *self, const char *id, double x, double y);

/* Adds the gestures. */
void dd_chart_view_init_input (DdChartView *self);

/* Binds the keys. */
void dd_chart_view_class_bind_keys (GtkWidgetClass *widget_class);

G_END_DECLS
