/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gantt/dd-chart-frame.h"

#include "gantt/dd-chart-style.h"

#include <math.h>

/* How far beside a bar the pointer still means it, and how wide its ends are. */
#define SLACK 4.0
#define EDGE  6.0

DdChartRows
dd_chart_frame_visible (const DdChartFrame *self)
{
  double below = MAX (self->height - DD_CHART_RULER_HEIGHT, 0);
  DdChartRows rows;

  rows.first = MIN ((guint) (self->offset / DD_CHART_ROW_HEIGHT), self->n_rows);
  rows.end = MIN ((guint) ceil ((self->offset + below) / DD_CHART_ROW_HEIGHT), self->n_rows);
  return rows;
}

DdRange
dd_chart_frame_range (const DdChartFrame *self)
{
  DdRange range;

  range.start = dd_time_scale_instant (self->scale, 0);
  range.finish = dd_time_scale_instant (self->scale, MAX (self->width - self->names_width, 0)) + 1;
  return range;
}

double
dd_chart_frame_x (const DdChartFrame *self, gint64 instant)
{
  return self->names_width + dd_time_scale_position (self->scale, instant);
}

double
dd_chart_frame_y (const DdChartFrame *self, guint place)
{
  return DD_CHART_RULER_HEIGHT + (double) place * DD_CHART_ROW_HEIGHT - self->offset;
}

graphene_rect_t
dd_chart_frame_bar (const DdChartFrame *self, const DdBar *bar, guint place)
{
  double top = dd_chart_frame_y (self, place) + (DD_CHART_ROW_HEIGHT - DD_CHART_BAR_HEIGHT) / 2;
  double x = dd_chart_frame_x (self, bar->start);
  double width = dd_chart_frame_x (self, bar->finish) - x;

  if (bar->shape == DD_BAR_EVENT || bar->shape == DD_BAR_GATE)
    return GRAPHENE_RECT_INIT (x - DD_CHART_BAR_HEIGHT / 2.0, top, DD_CHART_BAR_HEIGHT,
                               DD_CHART_BAR_HEIGHT);
  if (bar->shape == DD_BAR_DEADLINE)
    return GRAPHENE_RECT_INIT (x - 1, top - 4, DD_CHART_FLAG_WIDTH, DD_CHART_BAR_HEIGHT + 8);
  return GRAPHENE_RECT_INIT (x, top, MAX (width, 2), DD_CHART_BAR_HEIGHT);
}

graphene_rect_t
dd_chart_frame_mirror (const DdChartFrame *self, graphene_rect_t rect)
{
  if (self->rtl)
    rect.origin.x = self->width - rect.origin.x - rect.size.width;
  return rect;
}

/* The bar of @row at @x: the last drawn, which lies on top. */
static guint
find_bar (const DdChartFrame *self, const DdChartRow *row, guint place, double x, int *edge)
{
  for (guint i = row->n_bars; i-- > 0;)
    {
      const DdBar *bar = dd_chart_get_bar (self->chart, row->first_bar + i);
      graphene_rect_t rect = dd_chart_frame_bar (self, bar, place);
      double left = rect.origin.x, right = left + rect.size.width;

      if (bar->shape == DD_BAR_WAIT || x < left - SLACK || x >= right + SLACK)
        continue;
      *edge = x >= right - EDGE ? 1 : x < left + EDGE && right - left > 3 * EDGE ? -1 : 0;
      return row->first_bar + i;
    }
  return G_MAXUINT;
}

DdChartHit
dd_chart_frame_hit (const DdChartFrame *self, double x, double y)
{
  DdChartHit hit = { G_MAXUINT, G_MAXUINT, FALSE, 0 };
  double place = (y - DD_CHART_RULER_HEIGHT + self->offset) / DD_CHART_ROW_HEIGHT;

  if (self->rtl)
    x = self->width - x;
  if (y < DD_CHART_RULER_HEIGHT || place < 0 || place >= self->n_rows)
    return hit;
  hit.place = (guint) place;
  hit.name = x < self->names_width;
  if (!hit.name)
    hit.bar = find_bar (self, dd_chart_get_row (self->chart, self->rows[hit.place]), hit.place, x,
                        &hit.edge);
  return hit;
}
