/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <graphene.h>

#include "gantt/dd-chart.h"
#include "time/dd-time-scale.h"

G_BEGIN_DECLS

/*
 * DdChartFrame: where everything of a chart lies in one drawing of it: a ruler above, names on the
 * leading side, bars beside them. Pure geometry: the view, the painter and the exporter ask it, and
 * so agree. A value: copy it; it owns nothing.
 *
 *     +-----------+--------------------------+
 *     |           | ruler                    |  DD_CHART_RULER_HEIGHT
 *     +-----------+--------------------------+
 *     | names     | bars                     |  a row: DD_CHART_ROW_HEIGHT
 *     +-----------+--------------------------+
 *      names_width
 *
 * x grows in the direction of reading inside the frame; dd_chart_frame_mirror() turns a rectangle
 * into the widget's own pixels, which is all that right to left needs.
 */
typedef struct
{
  DdChart *chart;       /* (unowned) */
  const guint *rows;    /* (unowned) (array length=n_rows): the rows that are not folded away */
  guint n_rows;
  DdTimeScale scale;    /* position 0 is where the bars begin, beside the names */
  double names_width;
  double width;
  double height;
  double offset;        /* how far down the rows are scrolled */
  gboolean rtl;
} DdChartFrame;

/* Rows that show: from the first to before the second, as places in @rows. */
typedef struct
{
  guint first;
  guint end;
} DdChartRows;

/* What a point of the frame is on. */
typedef struct
{
  guint place;    /* in @rows; G_MAXUINT: below or above the rows */
  guint bar;      /* of the chart; G_MAXUINT: none */
  gboolean name;  /* the point is on the names */
  int edge;       /* -1: on the bar's start, 1: on its finish, 0: between */
} DdChartHit;

/* Returns: the rows that show, at least in part */
DdChartRows dd_chart_frame_visible (const DdChartFrame *self);

/* Returns: the instants that show beside the names */
DdRange dd_chart_frame_range (const DdChartFrame *self);

/* Returns: where @instant is */
double dd_chart_frame_x (const DdChartFrame *self, gint64 instant);

/* Returns: the top of the row at @place */
double dd_chart_frame_y (const DdChartFrame *self, guint place);

/* Returns: the rectangle of @bar in the row at @place; a diamond's is square around its instant */
graphene_rect_t dd_chart_frame_bar (const DdChartFrame *self, const DdBar *bar, guint place);

/* Returns: @rect in the widget's pixels */
graphene_rect_t dd_chart_frame_mirror (const DdChartFrame *self, graphene_rect_t rect);

/* What is at @x, @y of the widget. Bars a little beside the point count too: they can be thin. */
DdChartHit dd_chart_frame_hit (const DdChartFrame *self, double x, double y);

G_END_DECLS
