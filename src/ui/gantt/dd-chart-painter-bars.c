/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The bars of the rows that show.
 *
 * Owner is told by colour and by letter, critical by a heavy outline, done by a tick, a miss by a
 * mark of its own: nothing by colour alone.
 */

#include "config.h"

#include "gantt/dd-chart-painter-private.h"

#include "service/dd-service.h"

#include <math.h>

#define RADIUS     3.0f
#define MIN_LETTER 18.0 /* a bar narrower than this has no letter inside */
#define HATCH_STEP 6.0f

static graphene_rect_t
mirrored (const DdPainting *self, double x, double y, double width, double height)
{
  return dd_chart_frame_mirror (self->frame, GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
append_outline (const DdPainting *self,
                const graphene_rect_t *rect,
                float radius,
                float width,
                const GdkRGBA *color)
{
  GskRoundedRect outline;
  float widths[] = { width, width, width, width };
  GdkRGBA colors[] = { *color, *color, *color, *color };

  gsk_rounded_rect_init_from_rect (&outline, rect, radius);
  gtk_snapshot_append_border (self->snapshot, &outline, widths, colors);
}

static GdkRGBA
faded (const GdkRGBA *color, float alpha)
{
  GdkRGBA copy = *color;

  copy.alpha *= alpha;
  return copy;
}

/* --- Beside the bar --- */

/* How late it could end without moving the finish: a quiet line low in the row. */
static void
draw_float (const DdPainting *self, const DdBar *bar, const graphene_rect_t *rect)
{
  double from = dd_chart_frame_x (self->frame, bar->finish);
  double to = dd_chart_frame_x (self->frame, bar->float_finish);
  double y = rect->origin.y + rect->size.height - 3;
  GdkRGBA color = faded (&self->painter->style.foreground, 0.35f);

  if (bar->float_finish == DD_INSTANT_NONE || to - from < 1)
    return;
  for (double x = from; x < to - 1; x += 4)
    dd_painting_fill (self, x, y, MIN (2, to - x), 2, &color);
  dd_painting_fill (self, to - 1, y - 4, 1, 7, &color);
}

/* From the finish to the cautious one, with a cap. */
static void
draw_whisker (const DdPainting *self, const DdBar *bar, const graphene_rect_t *rect)
{
  double from = dd_chart_frame_x (self->frame, bar->finish);
  double to = dd_chart_frame_x (self->frame, bar->cautious_finish);
  double middle = rect->origin.y + rect->size.height / 2;
  const GdkRGBA *color = &dd_chart_style_get_owner (&self->painter->style, bar->owner)->outline;

  if (bar->cautious_finish == DD_INSTANT_NONE || to - from < 2)
    return;
  dd_painting_fill (self, from, middle - 0.5, to - from, 1, color);
  dd_painting_fill (self, to - 1, middle - 4, 1.5, 8, color);
}

/* What was agreed: a thin bar below. */
static void
draw_baseline (const DdPainting *self, const DdBar *bar, const graphene_rect_t *rect)
{
  double from = dd_chart_frame_x (self->frame, bar->baseline_start);
  double to = dd_chart_frame_x (self->frame, bar->baseline_finish);

  if (bar->baseline_start == DD_INSTANT_NONE)
    return;
  dd_painting_fill (self, from, rect->origin.y + rect->size.height + 2, MAX (to - from, 3), 3,
                    &self->painter->style.baseline);
}

/* --- The bar itself --- */

/* Stripes from corner to corner, told apart by their direction as well as their colour. */
static void
append_hatch (const DdPainting *self,
              const graphene_rect_t *rect,
              const GdkRGBA *color,
              float direction)
{
  GdkRGBA clear = faded (color, 0);
  GskColorStop stops[] = { { 0, *color }, { 0.35f, *color }, { 0.35f, clear }, { 1, clear } };
  graphene_point_t start = rect->origin, end = rect->origin;

  end.x += direction * HATCH_STEP / 2;
  end.y += HATCH_STEP / 2;
  gtk_snapshot_append_repeating_linear_gradient (self->snapshot, rect, &start, &end, stops,
                                                 G_N_ELEMENTS (stops));
}

static void
append_rounded_fill (const DdPainting *self, const graphene_rect_t *rect, const GdkRGBA *color)
{
  GskRoundedRect clip;

  gsk_rounded_rect_init_from_rect (&clip, rect, RADIUS);
  gtk_snapshot_push_rounded_clip (self->snapshot, &clip);
  gtk_snapshot_append_color (self->snapshot, color, rect);
  gtk_snapshot_pop (self->snapshot);
}

static void
draw_text_in (const DdPainting *self,
              const char *text,
              const graphene_rect_t *rect,
              const GdkRGBA *color)
{
  int room = (int) rect->size.width - 8, width;
  PangoLayout *layout = dd_chart_texts_get (self->painter->texts, text, DD_TEXT_SMALL_BOLD, -1);

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= room)
    dd_painting_text (self, layout, rect->origin.x + 5, rect->origin.y, rect->size.height, color);
}

static void
draw_letter (const DdPainting *self, const DdBar *bar, const graphene_rect_t *rect)
{
  const DdOwnerColors *colors = dd_chart_style_get_owner (&self->painter->style, bar->owner);
  g_autofree char *letters = NULL;

  if (rect->size.width < MIN_LETTER)
    return;
  letters = dd_owner_get_letters (bar->owner);
  if (bar->label != NULL)
    draw_text_in (self, bar->label, rect, &colors->text);
  else if (bar->done)
    draw_text_in (self, "✓", rect, &colors->text);
  else
    draw_text_in (self, letters, rect, &colors->text);
}

static void
draw_span (const DdPainting *self, const DdBar *bar, const graphene_rect_t *rect)
{
  const DdChartStyle *style = &self->painter->style;
  const DdOwnerColors *colors = dd_chart_style_get_owner (style, bar->owner);
  graphene_rect_t shown = dd_chart_frame_mirror (self->frame, *rect);
  GdkRGBA fill = bar->done ? faded (&colors->fill, 0.45f) : colors->fill;

  append_rounded_fill (self, &shown, &fill);
  /* Both parties: the customer's colour along the lower edge of the vendor's. */
  if (bar->owner & DD_OWNER_CUSTOMER && bar->owner & ~(guint) DD_OWNER_CUSTOMER)
    dd_painting_fill (self, rect->origin.x + 1, rect->origin.y + rect->size.height - 6,
                      rect->size.width - 2, 5, &style->customer.fill);
  append_outline (self, &shown, RADIUS, bar->critical ? 2 : 1,
                  bar->critical ? &style->foreground : &colors->outline);
  draw_letter (self, bar, rect);
}

/* A window is open for at most so long: a dashed frame around a tint. */
static void
draw_window (const DdPainting *self, const DdBar *bar, const graphene_rect_t *rect)
{
  const DdOwnerColors *colors = dd_chart_style_get_owner (&self->painter->style, bar->owner);
  GdkRGBA tint = faded (&colors->fill, 0.3f);
  double x = rect->origin.x, y = rect->origin.y, width = rect->size.width;
  double height = rect->size.height;

  dd_painting_fill (self, x, y, width, height, &tint);
  for (double at = 0; at < width; at += 6)
    {
      double dash = MIN (3, width - at);

      dd_painting_fill (self, x + at, y, dash, 1, &colors->outline);
      dd_painting_fill (self, x + at, y + height - 1, dash, 1, &colors->outline);
    }
  dd_painting_fill (self, x, y, 1, height, &colors->outline);
  dd_painting_fill (self, x + width - 1, y, 1, height, &colors->outline);
  if (rect->size.width >= MIN_LETTER)
    {
      g_autofree char *letters = dd_owner_get_letters (bar->owner);

      draw_text_in (self, bar->label != NULL ? bar->label : letters, rect,
                    &self->painter->style.foreground);
    }
}

/* A diamond: filled for an event, open for a gate; half a square turned. */
static void
draw_diamond (const DdPainting *self, const DdBar *bar, const graphene_rect_t *rect)
{
  const DdChartStyle *style = &self->painter->style;
  const DdOwnerColors *colors = dd_chart_style_get_owner (style, bar->owner);
  graphene_rect_t shown = dd_chart_frame_mirror (self->frame, *rect);
  float side = rect->size.width / (float) G_SQRT2;
  graphene_rect_t square = GRAPHENE_RECT_INIT (-side / 2, -side / 2, side, side);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT (shown.origin.x + shown.size.width / 2,
                                                shown.origin.y + shown.size.height / 2));
  gtk_snapshot_rotate (self->snapshot, 45);
  gtk_snapshot_append_color (self->snapshot,
                             bar->shape == DD_BAR_GATE ? &style->background : &colors->outline,
                             &square);
  append_outline (self, &square, 0, bar->critical ? 2 : 1.5f,
                  bar->critical ? &style->foreground : &colors->outline);
  gtk_snapshot_restore (self->snapshot);
}

/* What a group spans: a bar with feet, in the colour of text. */
static void
draw_group (const DdPainting *self, const graphene_rect_t *rect)
{
  GdkRGBA color = faded (&self->painter->style.foreground, 0.7f);
  double x = rect->origin.x, y = rect->origin.y + 5, width = rect->size.width;

  dd_painting_fill (self, x, y, width, 3, &color);
  dd_painting_fill (self, x, y, MIN (3, width), 8, &color);
  dd_painting_fill (self, x + width - MIN (3, width), y, MIN (3, width), 8, &color);
}

static void
draw_wait (const DdPainting *self, const DdBar *bar, const graphene_rect_t *rect)
{
  graphene_rect_t shown =
      mirrored (self, rect->origin.x, rect->origin.y + 1, rect->size.width, rect->size.height - 2);
  GdkRGBA color = faded (&self->painter->style.foreground, 0.55f);

  append_hatch (self, &shown, &color, 1);
}

/* Over the bar that it is about, which stays to be seen below. */
static void
draw_conflict (const DdPainting *self, const graphene_rect_t *rect)
{
  graphene_rect_t shown = dd_chart_frame_mirror (self->frame, *rect);
  const GdkRGBA *color = &self->painter->style.late;

  append_hatch (self, &shown, color, -1);
  append_outline (self, &shown, 0, 1.5f, color);
}

/* A pole with a flag at its top. */
static void
draw_deadline (const DdPainting *self, const graphene_rect_t *rect)
{
  const GdkRGBA *color = &self->painter->style.deadline;
  double x = rect->origin.x, y = rect->origin.y;

  dd_painting_fill (self, x, y, 2, rect->size.height, color);
  dd_painting_fill (self, x + 2, y, rect->size.width - 2, 3, color);
  dd_painting_fill (self, x + 2, y + 3, rect->size.width - 4, 3, color);
}

/* A mark after what misses its date. */
static void
draw_risk (const DdPainting *self, const DdBar *bar, const graphene_rect_t *rect)
{
  double after = MAX (bar->finish, MAX (bar->cautious_finish, bar->float_finish));
  double x = dd_chart_frame_x (self->frame, (gint64) after) + 10;
  PangoLayout *layout = dd_chart_texts_get (self->painter->texts, "!", DD_TEXT_SMALL_BOLD, -1);

  dd_painting_text (self, layout, x, rect->origin.y, rect->size.height, &self->painter->style.late);
}

static void
draw_bar (const DdPainting *self, const DdBar *bar, guint place)
{
  graphene_rect_t rect = dd_chart_frame_bar (self->frame, bar, place);

  draw_float (self, bar, &rect);
  draw_whisker (self, bar, &rect);
  draw_baseline (self, bar, &rect);
  switch (bar->shape)
    {
    case DD_BAR_SPAN:
      draw_span (self, bar, &rect);
      break;
    case DD_BAR_GROUP:
      draw_group (self, &rect);
      break;
    case DD_BAR_EVENT:
    case DD_BAR_GATE:
      draw_diamond (self, bar, &rect);
      break;
    case DD_BAR_WINDOW:
      draw_window (self, bar, &rect);
      break;
    case DD_BAR_WAIT:
      draw_wait (self, bar, &rect);
      break;
    case DD_BAR_CONFLICT:
      draw_conflict (self, &rect);
      break;
    case DD_BAR_DEADLINE:
      draw_deadline (self, &rect);
      break;
    }
  if (bar->at_risk)
    draw_risk (self, bar, &rect);
}

/* --- Rows --- */

/* Whether something of @bar can show: with whisker, float and baseline, and room for a diamond. */
static gboolean
shows (const DdPainting *self, const DdBar *bar)
{
  gint64 slack = (gint64) (DD_CHART_BAR_HEIGHT * 2 * self->frame->scale.seconds);
  gint64 last =
      MAX (MAX (bar->finish, bar->cautious_finish), MAX (bar->float_finish, bar->baseline_finish));
  gint64 first =
      bar->baseline_start != DD_INSTANT_NONE ? MIN (bar->start, bar->baseline_start) : bar->start;

  return first - slack < self->range.finish && last + slack > self->range.start;
}

static void
draw_row (const DdPainting *self, DdChart *chart, guint row_index, guint place)
{
  const DdChartRow *row = dd_chart_get_row (chart, row_index);

  for (guint i = 0; i < row->n_bars; i++)
    {
      const DdBar *bar = dd_chart_get_bar (chart, row->first_bar + i);

      if (shows (self, bar))
        draw_bar (self, bar, place);
    }
}

/* Whether a row's own bar lies elsewhere in the preview. */
static gboolean
moves (DdChart *chart, DdChart *preview, guint row_index)
{
  const DdChartRow *before = dd_chart_get_row (chart, row_index);
  const DdChartRow *after = dd_chart_get_row (preview, row_index);
  const DdBar *old_bar, *new_bar;

  if (before->n_bars == 0 || after->n_bars == 0)
    return FALSE;
  old_bar = dd_chart_get_bar (chart, before->first_bar);
  new_bar = dd_chart_get_bar (preview, after->first_bar);
  return old_bar->start != new_bar->start || old_bar->finish != new_bar->finish;
}

/* What moves is shown where it would be, and quietly where it is. */
static void
draw_moving_row (const DdPainting *self, guint row_index, guint place)
{
  gtk_snapshot_push_opacity (self->snapshot, 0.3);
  draw_row (self, self->frame->chart, row_index, place);
  gtk_snapshot_pop (self->snapshot);
  draw_row (self, self->marks->preview, row_index, place);
}

void
dd_painting_draw_bars (const DdPainting *self)
{
  DdChart *chart = self->frame->chart, *preview = self->marks->preview;

  for (guint place = self->rows.first; place < self->rows.end; place++)
    {
      guint row = self->frame->rows[place];

      if (preview != NULL && moves (chart, preview, row))
        draw_moving_row (self, row, place);
      else
        draw_row (self, chart, row, place);
    }
}
