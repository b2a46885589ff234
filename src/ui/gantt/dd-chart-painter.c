/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gantt/dd-chart-painter.h"

#include "gantt/dd-chart-painter-private.h"

#include <math.h>

DdChartPainter *
dd_chart_painter_new (PangoContext *context)
{
  DdChartPainter *self = g_new0 (DdChartPainter, 1);

  self->texts = dd_chart_texts_new (context);
  dd_chart_style_init (&self->style, FALSE, FALSE);
  return self;
}

void
dd_chart_painter_free (DdChartPainter *self)
{
  dd_chart_texts_free (self->texts);
  g_free (self);
}

void
dd_chart_painter_set_style (DdChartPainter *self, const DdChartStyle *style)
{
  self->style = *style;
}

/* --- What all parts use --- */

void
dd_painting_fill (const DdPainting *self,
                  double x,
                  double y,
                  double width,
                  double height,
                  const GdkRGBA *color)
{
  graphene_rect_t rect =
      dd_chart_frame_mirror (self->frame, GRAPHENE_RECT_INIT (x, y, width, height));

  gtk_snapshot_append_color (self->snapshot, color, &rect);
}

void
dd_painting_text (const DdPainting *self,
                  PangoLayout *layout,
                  double x,
                  double y,
                  double height,
                  const GdkRGBA *color)
{
  PangoRectangle ink;
  graphene_rect_t rect;

  pango_layout_get_pixel_extents (layout, NULL, &ink);
  rect = dd_chart_frame_mirror (self->frame, GRAPHENE_RECT_INIT (x, y, ink.width, ink.height));
  gtk_snapshot_save (self->snapshot);
  /* A layout with a width keeps its text at one side of it: its own x says where. */
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT (rect.origin.x - ink.x,
                                                round (y + (height - ink.height) / 2) - ink.y));
  gtk_snapshot_append_layout (self->snapshot, layout, color);
  gtk_snapshot_restore (self->snapshot);
}

/* Lets only @x to @x + @width (in the direction of reading) and @y to @y + @height be drawn on. */
static void
push_clip (const DdPainting *self, double x, double y, double width, double height)
{
  graphene_rect_t rect =
      dd_chart_frame_mirror (self->frame,
                             GRAPHENE_RECT_INIT (x, y, MAX (width, 0), MAX (height, 0)));

  gtk_snapshot_push_clip (self->snapshot, &rect);
}

/* --- Lines of their own --- */

static void
draw_line_at (const DdPainting *self, gint64 instant, const GdkRGBA *color)
{
  double x = dd_chart_frame_x (self->frame, instant);

  if (instant == DD_INSTANT_NONE || instant < self->range.start || instant > self->range.finish)
    return;
  dd_painting_fill (self, round (x) - 1, DD_CHART_RULER_HEIGHT, 2,
                    self->frame->height - DD_CHART_RULER_HEIGHT, color);
}

/* The deadline is dashed: not its colour alone tells it from now. */
static void
draw_deadline (const DdPainting *self)
{
  gint64 deadline = dd_chart_get_deadline (self->frame->chart);
  double x = dd_chart_frame_x (self->frame, deadline);

  if (deadline == DD_INSTANT_NONE || deadline < self->range.start || deadline > self->range.finish)
    return;
  for (double y = DD_CHART_RULER_HEIGHT; y < self->frame->height; y += 9)
    dd_painting_fill (self, round (x) - 1, y, 2, 6, &self->painter->style.deadline);
}

void
dd_chart_painter_paint (DdChartPainter *self,
                        GtkSnapshot *snapshot,
                        const DdChartFrame *frame,
                        const DdChartMarks *marks)
{
  static const DdChartMarks nothing = { G_MAXUINT, G_MAXUINT, FALSE, NULL, NULL };
  DdPainting painting = { self, snapshot, frame, marks != NULL ? marks : &nothing };

  g_return_if_fail (self != NULL && frame->chart != NULL);
  painting.rows = dd_chart_frame_visible (frame);
  painting.range = dd_chart_frame_range (frame);

  dd_painting_fill (&painting, 0, 0, frame->width, frame->height, &self->style.background);
  push_clip (&painting, 0, DD_CHART_RULER_HEIGHT, frame->width,
             frame->height - DD_CHART_RULER_HEIGHT);
  dd_painting_draw_ground (&painting);
  push_clip (&painting, frame->names_width, DD_CHART_RULER_HEIGHT,
             frame->width - frame->names_width, frame->height - DD_CHART_RULER_HEIGHT);
  dd_painting_draw_links (&painting);
  dd_painting_draw_bars (&painting);
  draw_deadline (&painting);
  draw_line_at (&painting, dd_chart_get_now (frame->chart), &self->style.now);
  gtk_snapshot_pop (snapshot);
  dd_painting_draw_names (&painting);
  gtk_snapshot_pop (snapshot);
  push_clip (&painting, 0, 0, frame->width, DD_CHART_RULER_HEIGHT);
  dd_painting_draw_ruler (&painting);
  gtk_snapshot_pop (snapshot);
}
