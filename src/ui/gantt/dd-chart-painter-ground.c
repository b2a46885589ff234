/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What lies behind the bars, the ruler above them, and the names beside them. */

#include "config.h"

#include "gantt/dd-chart-painter-private.h"

#include <math.h>

/* Ticks are at least so far apart; a label with its weekday, or a whole month, needs more. */
#define MIN_TICK     26.0
#define NARROW_MAJOR 30.0

/* Below so many pixels a day, single nights and weekends are a grey noise. */
#define MIN_DAY   5.0
#define MIN_NIGHT 48.0

static DdCalendar *
calendar_of (const DdPainting *self)
{
  return dd_chart_get_calendar (self->frame->chart);
}

static DdTimeGrid
grid_of (const DdPainting *self)
{
  return dd_time_scale_choose_grid (self->frame->scale, MIN_TICK);
}

/* --- Ground --- */

/* Shades @from to @to beside the names. */
static void
shade (const DdPainting *self, gint64 from, gint64 to)
{
  double left = MAX (dd_chart_frame_x (self->frame, from), self->frame->names_width);
  double right = MIN (dd_chart_frame_x (self->frame, to), self->frame->width);

  if (right > left)
    dd_painting_fill (self, round (left), DD_CHART_RULER_HEIGHT, round (right) - round (left),
                      self->frame->height - DD_CHART_RULER_HEIGHT, &self->painter->style.off);
}

/* Whole days without work; nights too where a day is wide enough for them to be seen as such. */
static void
shade_off_time (const DdPainting *self)
{
  double day = 86400 / self->frame->scale.seconds;
  gint64 shortest = day >= MIN_NIGHT ? 0 : 86400;
  g_autoptr (GArray) working = NULL;
  gint64 from = self->range.start;
  DdRange wider = { self->range.start - 4 * 86400, self->range.finish + 4 * 86400 };

  if (day < MIN_DAY)
    return;
  working = dd_calendar_list_working (calendar_of (self), wider);
  for (guint i = 0; i < working->len; i++)
    {
      DdRange span = g_array_index (working, DdRange, i);

      if (span.start - from > shortest)
        shade (self, from, span.start);
      from = span.finish;
    }
  if (from < self->range.finish)
    shade (self, from, self->range.finish);
}

static void
draw_grid_lines (const DdPainting *self,
                 DdScaleUnit unit,
                 int step,
                 double top,
                 const GdkRGBA *color)
{
  g_autoptr (GArray) ticks = dd_time_scale_list_ticks (calendar_of (self), unit, step, self->range);

  for (guint i = 0; i < ticks->len; i++)
    {
      double x = round (dd_chart_frame_x (self->frame, g_array_index (ticks, gint64, i)));

      if (x >= self->frame->names_width)
        dd_painting_fill (self, x, top, 1, self->frame->height - top, color);
    }
}

static void
mark_row (const DdPainting *self, guint place, const GdkRGBA *color)
{
  if (place >= self->rows.first && place < self->rows.end)
    dd_painting_fill (self, 0, dd_chart_frame_y (self->frame, place), self->frame->width,
                      DD_CHART_ROW_HEIGHT, color);
}

void
dd_painting_draw_ground (const DdPainting *self)
{
  const DdChartStyle *style = &self->painter->style;
  DdTimeGrid grid = grid_of (self);

  shade_off_time (self);
  draw_grid_lines (self, grid.minor, grid.step, DD_CHART_RULER_HEIGHT, &style->line);
  draw_grid_lines (self, grid.major, 1, DD_CHART_RULER_HEIGHT, &style->strong_line);
  if (self->marks->hovered != self->marks->selected)
    mark_row (self, self->marks->hovered, &style->hovered);
  mark_row (self, self->marks->selected, &style->selected);
}

/* --- Ruler --- */

/* Whether the cells of @unit have no room for its longer label, such as "Wed 30" or "September
 * 2026": asked of the shortest, so that all cells of a ruler look alike. */
static gboolean
is_narrow (const DdPainting *self, DdScaleUnit unit, int step)
{
  static const struct
  {
    double seconds;
    double pixels;
  } units[] = {
    [DD_SCALE_HOUR] = { 3600, 40 },          [DD_SCALE_DAY] = { 82800, 56 },
    [DD_SCALE_WEEK] = { 6.9 * 86400, 66 },   [DD_SCALE_MONTH] = { 28 * 86400, 116 },
    [DD_SCALE_QUARTER] = { 90 * 86400, 70 }, [DD_SCALE_YEAR] = { 365 * 86400, 40 },
  };

  return units[unit].seconds * step / self->frame->scale.seconds < units[unit].pixels;
}

/* The label of one cell, from @left to @right: in the middle, or (major) where it stays in view. */
static void
draw_cell (const DdPainting *self,
           DdScaleUnit unit,
           gint64 instant,
           double left,
           double right,
           gboolean major,
           gboolean narrow)
{
  g_autofree char *label = dd_time_scale_label (calendar_of (self), unit, instant, narrow);
  PangoLayout *layout = dd_chart_texts_get (self->painter->texts, label,
                                            major ? DD_TEXT_SMALL_BOLD : DD_TEXT_SMALL, -1);
  double height = DD_CHART_RULER_HEIGHT / 2.0;
  double x;
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  x = major ? MAX (left, self->frame->names_width) + 6 : (left + right - width) / 2;
  if (major && x + width > right - 2)
    return;
  dd_painting_text (self, layout, x, major ? 0 : height, height,
                    major ? &self->painter->style.foreground : &self->painter->style.dim);
}

static void
draw_ruler_line (const DdPainting *self, DdScaleUnit unit, int step, gboolean major)
{
  g_autoptr (GArray) ticks = dd_time_scale_list_ticks (calendar_of (self), unit, step, self->range);
  double top = major ? 0 : DD_CHART_RULER_HEIGHT / 2.0;
  gboolean narrow = is_narrow (self, unit, step);

  for (guint i = 0; i + 1 < ticks->len; i++)
    {
      gint64 instant = g_array_index (ticks, gint64, i);
      double left = dd_chart_frame_x (self->frame, instant);
      double right = dd_chart_frame_x (self->frame, g_array_index (ticks, gint64, i + 1));

      if (left >= self->frame->names_width)
        dd_painting_fill (self, round (left), top, 1, DD_CHART_RULER_HEIGHT / 2.0,
                          &self->painter->style.line);
      if (!major || right - MAX (left, self->frame->names_width) >= NARROW_MAJOR)
        draw_cell (self, unit, instant, left, right, major, narrow);
    }
}

void
dd_painting_draw_ruler (const DdPainting *self)
{
  const DdChartStyle *style = &self->painter->style;
  const DdChartFrame *frame = self->frame;
  DdTimeGrid grid = grid_of (self);
  graphene_rect_t rect =
      dd_chart_frame_mirror (frame, GRAPHENE_RECT_INIT (frame->names_width, 0,
                                                        MAX (frame->width - frame->names_width, 0),
                                                        DD_CHART_RULER_HEIGHT));

  gtk_snapshot_push_clip (self->snapshot, &rect);
  draw_ruler_line (self, grid.major, 1, TRUE);
  draw_ruler_line (self, grid.minor, grid.step, FALSE);
  gtk_snapshot_pop (self->snapshot);
  dd_painting_fill (self, 0, DD_CHART_RULER_HEIGHT - 1, frame->width, 1, &style->strong_line);
  dd_painting_fill (self, frame->names_width - 1, 0, 1, DD_CHART_RULER_HEIGHT, &style->strong_line);
}

/* --- Names --- */

/* A triangle before a heading: down when its rows show, in the direction of reading when folded. */
static void
draw_fold_mark (const DdPainting *self, double x, double y, gboolean folded)
{
  const GdkRGBA *color = &self->painter->style.dim;

  for (int i = 0; i < 4; i++)
    {
      double along = i, across = 8 - 2 * i;

      if (folded)
        dd_painting_fill (self, x + 2 + along, y + i, 1, across, color);
      else
        dd_painting_fill (self, x + i, y + 2 + along, across, 1, color);
    }
}

static gboolean
is_folded (const DdPainting *self, const DdChartRow *row)
{
  return self->marks->folded != NULL && g_hash_table_contains (self->marks->folded, row->id);
}

static void
draw_name (const DdPainting *self, guint place)
{
  const DdChartStyle *style = &self->painter->style;
  const DdChartFrame *frame = self->frame;
  const DdChartRow *row = dd_chart_get_row (frame->chart, frame->rows[place]);
  double x = 12 + row->level * DD_CHART_INDENT, y = dd_chart_frame_y (frame, place);
  /* The same for all rows of a level: a heading's mark stands before it. */
  double text_x = x + 14;
  int room = (int) (frame->names_width - text_x - 12), width;
  PangoLayout *layout =
      dd_chart_texts_get (self->painter->texts, row->name,
                          row->heading ? DD_TEXT_BOLD : DD_TEXT_NORMAL, MAX (room, 0));

  if (row->heading)
    draw_fold_mark (self, x, y + DD_CHART_ROW_HEIGHT / 2.0 - 4, is_folded (self, row));
  dd_painting_text (self, layout, text_x, y, DD_CHART_ROW_HEIGHT, &style->foreground);
  if (row->detail == NULL)
    return;
  pango_layout_get_pixel_size (layout, &width, NULL);
  room -= width + 12;
  if (room < 24)
    return;
  layout = dd_chart_texts_get (self->painter->texts, row->detail, DD_TEXT_SMALL, room);
  dd_painting_text (self, layout, text_x + width + 12, y, DD_CHART_ROW_HEIGHT, &style->dim);
}

/* The keyboard's place: a frame around the name, as GTK draws it. */
static void
draw_focus (const DdPainting *self)
{
  const DdChartFrame *frame = self->frame;
  double y = dd_chart_frame_y (frame, self->marks->selected) + 1;
  double width = frame->names_width - 6, height = DD_CHART_ROW_HEIGHT - 2;
  const GdkRGBA *color = &self->painter->style.now;

  dd_painting_fill (self, 3, y, width - 3, 2, color);
  dd_painting_fill (self, 3, y + height - 2, width - 3, 2, color);
  dd_painting_fill (self, 3, y, 2, height, color);
  dd_painting_fill (self, width - 2, y, 2, height, color);
}

void
dd_painting_draw_names (const DdPainting *self)
{
  for (guint i = self->rows.first; i < self->rows.end; i++)
    draw_name (self, i);
  if (self->marks->focused && self->marks->selected >= self->rows.first
      && self->marks->selected < self->rows.end)
    draw_focus (self);
  dd_painting_fill (self, self->frame->names_width - 1, DD_CHART_RULER_HEIGHT, 1,
                    self->frame->height - DD_CHART_RULER_HEIGHT, &self->painter->style.strong_line);
}
