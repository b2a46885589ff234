/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gantt/dd-chart-frame.h"
#include "gantt/dd-chart-style.h"

/* A chart of 100 rows, each with a bar of 100 seconds that begins with the row's number, drawn a
 * second a pixel beside 200 pixels of names. */
typedef struct
{
  DdCalendar *calendar;
  DdChart *chart;
  guint rows[100];
  DdChartFrame frame;
} Fixture;

#define BASE G_GINT64_CONSTANT (1000000)

static void
set_up (Fixture *self, gconstpointer data)
{
  self->calendar = dd_calendar_new_default ("UTC", NULL);
  self->chart = dd_chart_new ("Chart", self->calendar);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      DdBar bar = { DD_BAR_SPAN,     1,
                    BASE + i,        BASE + i + 100,
                    DD_INSTANT_NONE, DD_INSTANT_NONE,
                    DD_INSTANT_NONE, DD_INSTANT_NONE };

      if (i == 50)
        bar.shape = DD_BAR_EVENT;
      dd_chart_add_row (self->chart, id, id, 0, FALSE);
      dd_chart_add_bar (self->chart, &bar);
      self->rows[i] = i;
    }
  self->frame = (DdChartFrame){ self->chart, self->rows, 100 };
  self->frame.scale = (DdTimeScale){ BASE, 1 };
  self->frame.names_width = 200;
  self->frame.width = 1000;
  self->frame.height = DD_CHART_RULER_HEIGHT + 10 * DD_CHART_ROW_HEIGHT;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->chart);
  dd_calendar_unref (self->calendar);
}

static void
test_rows_that_show (Fixture *self, gconstpointer data)
{
  static const struct
  {
    double offset;
    guint first, end;
  } rows[] = { { 0, 0, 10 }, { 1, 0, 11 }, { 30, 1, 11 }, { 2700, 90, 100 }, { 9000, 100, 100 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DdChartRows shown;

      self->frame.offset = rows[i].offset;
      shown = dd_chart_frame_visible (&self->frame);
      g_assert_cmpuint (shown.first, ==, rows[i].first);
      g_assert_cmpuint (shown.end, ==, rows[i].end);
    }
}

static void
test_bars_lie_beside_names_below_the_ruler (Fixture *self, gconstpointer data)
{
  graphene_rect_t rect = dd_chart_frame_bar (&self->frame, dd_chart_get_bar (self->chart, 3), 3);
  graphene_rect_t diamond =
      dd_chart_frame_bar (&self->frame, dd_chart_get_bar (self->chart, 50), 50);

  g_assert_cmpfloat (rect.origin.x, ==, 203);
  g_assert_cmpfloat (rect.size.width, ==, 100);
  g_assert_cmpfloat (rect.origin.y, ==, DD_CHART_RULER_HEIGHT + 3 * DD_CHART_ROW_HEIGHT + 7);
  /* A moment is in the middle of its diamond. */
  g_assert_cmpfloat (diamond.origin.x + diamond.size.width / 2, ==, 250);
}

static void
test_hits (Fixture *self, gconstpointer data)
{
  const double row = DD_CHART_RULER_HEIGHT + DD_CHART_ROW_HEIGHT / 2.0;
  const struct
  {
    double x, y;
    guint place, bar;
    gboolean name;
    int edge;
  } rows[] = {
    { 250, row, 0, 0, FALSE, 0 },
    { 202, row, 0, 0, FALSE, -1 },
    { 298, row, 0, 0, FALSE, 1 },
    { 302, row, 0, 0, FALSE, 1 },
    { 320, row, 0, G_MAXUINT, FALSE, 0 },
    { 100, row, 0, G_MAXUINT, TRUE, 0 },
    { 250, row + 2 * DD_CHART_ROW_HEIGHT, 2, 2, FALSE, 0 },
    { 250, 10, G_MAXUINT, G_MAXUINT, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DdChartHit hit = dd_chart_frame_hit (&self->frame, rows[i].x, rows[i].y);

      g_assert_cmpuint (hit.place, ==, rows[i].place);
      g_assert_cmpuint (hit.bar, ==, rows[i].bar);
      g_assert_cmpint (hit.name, ==, rows[i].name);
      if (hit.bar != G_MAXUINT)
        g_assert_cmpint (hit.edge, ==, rows[i].edge);
    }
}

/* Right to left everything is where its mirror image is, and hits are the same. */
static void
test_right_to_left_is_the_mirror (Fixture *self, gconstpointer data)
{
  for (double x = 0; x < 1000; x += 7)
    {
      double y = DD_CHART_RULER_HEIGHT + 40;
      DdChartHit left, right;

      self->frame.rtl = FALSE;
      left = dd_chart_frame_hit (&self->frame, x, y);
      self->frame.rtl = TRUE;
      right = dd_chart_frame_hit (&self->frame, 1000 - x, y);
      g_assert_cmpuint (left.place, ==, right.place);
      g_assert_cmpuint (left.bar, ==, right.bar);
      g_assert_cmpint (left.name, ==, right.name);
      g_assert_cmpint (left.edge, ==, right.edge);
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/chart-frame/rows-that-show", test_rows_that_show },
    { "/chart-frame/bars-lie-beside-names-below-the-ruler",
      test_bars_lie_beside_names_below_the_ruler },
    { "/chart-frame/hits", test_hits },
    { "/chart-frame/right-to-left-is-the-mirror", test_right_to_left_is_the_mirror },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
