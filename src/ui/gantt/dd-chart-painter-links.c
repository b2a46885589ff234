/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Links: from the end of one bar, down or up, to the start of another, at right angles.
 *
 * Drawn are those that lead to a bar that shows or come from one: they lie together in the chart's
 * two lists, so finding them is a binary search. A link with an end that is folded away is not
 * drawn.
 */

#include "config.h"

#include "gantt/dd-chart-painter-private.h"

#include <math.h>

#define ELBOW 6.0 /* how far a link goes on before it turns */
#define HEAD  4   /* the arrow's length */

static guint
link_end (const DdChartLink *link, gboolean by_origin)
{
  return by_origin ? link->from : link->to;
}

/* The first link whose end (or origin, by which they are ordered then) is bar @bar or a later one.
 */
static guint
first_link (const DdChartLink *links, guint n, gboolean by_origin, guint bar)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (link_end (&links[middle], by_origin) < bar)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The place in the frame of chart row @row, which may be folded away: then G_MAXUINT. */
static guint
place_of_row (const DdChartFrame *frame, guint row)
{
  guint low = 0, high = frame->n_rows;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (frame->rows[middle] < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low < frame->n_rows && frame->rows[low] == row ? low : G_MAXUINT;
}

static void
draw_arrow_head (const DdPainting *self, double x, double y, gboolean down, const GdkRGBA *color)
{
  for (int i = 0; i < HEAD; i++)
    dd_painting_fill (self, x - i, down ? y - i - 1 : y + i, 1 + 2 * i, 1, color);
}

static void
draw_head_along (const DdPainting *self, double x, double y, const GdkRGBA *color)
{
  for (int i = 0; i < HEAD; i++)
    dd_painting_fill (self, x - i - 1, y - i, 1, 1 + 2 * i, color);
}

/* Straight along, then down (or up) onto the start of the bar: the usual case, where the successor
 * begins at or after the end. */
static void
draw_elbow (const DdPainting *self,
            graphene_point_t from,
            const graphene_rect_t *to,
            gboolean down,
            const GdkRGBA *color)
{
  double x = round (MAX (from.x + ELBOW / 2, to->origin.x + MIN (ELBOW, to->size.width / 2)));
  double end = down ? to->origin.y : to->origin.y + to->size.height;

  dd_painting_fill (self, from.x, from.y, x - from.x, 1, color);
  dd_painting_fill (self, x, MIN (from.y, end), 1, fabs (end - from.y), color);
  draw_arrow_head (self, x, end, down, color);
}

/* Back to before the bar, then in from the side: where it begins before the end (a lag, or what is
 * already under way). */
static void
draw_back (const DdPainting *self,
           graphene_point_t from,
           const graphene_rect_t *to,
           gboolean down,
           const GdkRGBA *color)
{
  double out = round (from.x + ELBOW), in = round (to->origin.x - ELBOW);
  double between = down ? to->origin.y - 5 : to->origin.y + to->size.height + 5;
  double middle = round (to->origin.y + to->size.height / 2);

  dd_painting_fill (self, from.x, from.y, out - from.x, 1, color);
  dd_painting_fill (self, out, MIN (from.y, between), 1, fabs (between - from.y), color);
  dd_painting_fill (self, in, between, out - in + 1, 1, color);
  dd_painting_fill (self, in, MIN (between, middle), 1, fabs (middle - between), color);
  dd_painting_fill (self, in, middle, to->origin.x - in, 1, color);
  draw_head_along (self, to->origin.x, middle, color);
}

static void
draw_link (const DdPainting *self,
           const DdBar *from,
           guint from_place,
           const DdBar *to,
           guint to_place)
{
  graphene_rect_t first = dd_chart_frame_bar (self->frame, from, from_place);
  graphene_rect_t second = dd_chart_frame_bar (self->frame, to, to_place);
  graphene_point_t end = { first.origin.x + first.size.width,
                           roundf (first.origin.y + first.size.height / 2) };
  const GdkRGBA *color = &self->painter->style.dim;

  if (end.x <= second.origin.x + second.size.width)
    draw_elbow (self, end, &second, to_place > from_place, color);
  else
    draw_back (self, end, &second, to_place > from_place, color);
}

/* The bars of the rows that show, as a span of indices that may hold those of folded rows too. */
static void
visible_bars (const DdPainting *self, guint *first, guint *end)
{
  const DdChartFrame *frame = self->frame;
  const DdChartRow *top = dd_chart_get_row (frame->chart, frame->rows[self->rows.first]);
  const DdChartRow *bottom = dd_chart_get_row (frame->chart, frame->rows[self->rows.end - 1]);

  *first = top->first_bar;
  *end = bottom->first_bar + bottom->n_bars;
}

static void
draw_link_between (const DdPainting *self, const DdChartLink *link)
{
  DdChart *chart = self->frame->chart;
  guint from_place = place_of_row (self->frame, dd_chart_get_bar_row (chart, link->from));
  guint to_place = place_of_row (self->frame, dd_chart_get_bar_row (chart, link->to));

  if (from_place != G_MAXUINT && to_place != G_MAXUINT)
    draw_link (self, dd_chart_get_bar (chart, link->from), from_place,
               dd_chart_get_bar (chart, link->to), to_place);
}

void
dd_painting_draw_links (const DdPainting *self)
{
  DdChart *chart = self->frame->chart;
  const DdChartLink *links;
  guint n, first, end;

  if (self->rows.first >= self->rows.end || self->marks->preview != NULL)
    return;
  visible_bars (self, &first, &end);
  links = dd_chart_get_links (chart, &n);
  for (guint i = first_link (links, n, FALSE, first); i < n && links[i].to < end; i++)
    draw_link_between (self, &links[i]);
  links = dd_chart_get_links_by_origin (chart, &n);
  for (guint i = first_link (links, n, TRUE, first); i < n && links[i].from < end; i++)
    if (links[i].to < first || links[i].to >= end)
      draw_link_between (self, &links[i]);
}
