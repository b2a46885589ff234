/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "gantt/dd-chart-painter.h"
#include "gantt/dd-chart-texts.h"

G_BEGIN_DECLS

/* What the files of the painter share. */
struct _DdChartPainter
{
  DdChartTexts *texts; /* (owned) */
  DdChartStyle style;
};

/* One drawing under way. */
typedef struct
{
  DdChartPainter *painter;
  GtkSnapshot *snapshot;
  const DdChartFrame *frame;
  const DdChartMarks *marks;
  DdChartRows rows;         /* that show */
  DdRange range;            /* that shows */
} DdPainting;

/* Fills a rectangle given in the frame's direction of reading. */
void dd_painting_fill (const DdPainting *self, double x, double y, double width, double height,
                       const GdkRGBA *color);

/* Draws @text from @x on in the frame's direction of reading, vertically in the middle of @height
 * from @y on. */
void dd_painting_text (const DdPainting *self, PangoLayout *layout, double x, double y,
                       double height, const GdkRGBA *color);

/* Draws what lies behind the bars: what is not worked, lines of the grid, marked rows. */
void dd_painting_draw_ground (const DdPainting *self);

/* Draws the ruler. */
void dd_painting_draw_ruler (const DdPainting *self);

/* Draws the names. */
void dd_painting_draw_names (const DdPainting *self);

/* Draws the bars of the rows that show, and of the preview. */
void dd_painting_draw_bars (const DdPainting *self);

/* Draws the links of the rows that show. */
void dd_painting_draw_links (const DdPainting *self);

G_END_DECLS
