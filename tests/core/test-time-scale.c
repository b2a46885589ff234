/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "time/dd-time-scale.h"

static DdCalendar *berlin;

static gint64
at (const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 instant = dd_calendar_parse_instant (berlin, text, FALSE, &error);

  g_assert_no_error (error);
  return instant;
}

static void
test_position_and_instant (void)
{
  DdTimeScale scale = { at ("2026-12-01"), 60 };

  g_assert_cmpfloat (dd_time_scale_position (scale, at ("2026-12-01T01:00")), ==, 60);
  g_assert_cmpfloat (dd_time_scale_position (scale, at ("2026-11-30T23:00")), ==, -60);
  g_assert_cmpint (dd_time_scale_instant (scale, 60), ==, at ("2026-12-01T01:00"));
  g_assert_cmpint (dd_time_scale_instant (scale, -60), ==, at ("2026-11-30T23:00"));
  g_assert_cmpint (dd_time_scale_instant (scale, 1e12), ==, DD_INSTANT_MAX - 1);
  g_assert_cmpint (dd_time_scale_instant (scale, -1e12), ==, DD_INSTANT_MIN);
}

static void
test_zoom_keeps_the_anchor (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < 1000; i++)
    {
      DdTimeScale scale = { at ("2026-12-01"), g_rand_double_range (rand, 30, 172800) };
      double anchor = g_rand_double_range (rand, -2000, 2000);
      double seconds = g_rand_double_range (rand, 1, 400000);
      DdTimeScale zoomed = dd_time_scale_zoom (scale, seconds, anchor);
      double before = scale.origin + anchor * scale.seconds;
      double after = zoomed.origin + anchor * zoomed.seconds;

      g_assert_cmpfloat_with_epsilon (before, after, 1.5);
      g_assert_cmpfloat (zoomed.seconds, >=, DD_TIME_SCALE_MIN_SECONDS);
      g_assert_cmpfloat (zoomed.seconds, <=, DD_TIME_SCALE_MAX_SECONDS);
    }
}

static void
test_fit (void)
{
  DdRange december = { at ("2026-12-01"), at ("2026-12-31") };
  DdTimeScale scale = dd_time_scale_fit (december, 1000);
  DdTimeScale moment = dd_time_scale_fit ((DdRange){ december.start, december.start }, 1000);

  g_assert_cmpfloat_with_epsilon (dd_time_scale_position (scale, december.start), 0, 0.01);
  g_assert_cmpfloat_with_epsilon (dd_time_scale_position (scale, december.finish), 1000, 0.01);
  g_assert_cmpfloat (moment.seconds, ==, DD_TIME_SCALE_MIN_SECONDS);
  g_assert_cmpfloat_with_epsilon (dd_time_scale_position (moment, december.start), 500, 0.05);
}

static void
test_grid_by_zoom (void)
{
  static const struct
  {
    double seconds;
    DdTimeGrid grid;
  } rows[] = {
    { 30, { DD_SCALE_DAY, DD_SCALE_HOUR, 1 } },
    { 120, { DD_SCALE_DAY, DD_SCALE_HOUR, 1 } },
    { 200, { DD_SCALE_DAY, DD_SCALE_HOUR, 3 } },
    { 1200, { DD_SCALE_DAY, DD_SCALE_HOUR, 12 } },
    { 2000, { DD_SCALE_MONTH, DD_SCALE_DAY, 1 } },
    { 6000, { DD_SCALE_MONTH, DD_SCALE_WEEK, 1 } },
    { 40000, { DD_SCALE_QUARTER, DD_SCALE_MONTH, 1 } },
    { 172800, { DD_SCALE_YEAR, DD_SCALE_QUARTER, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DdTimeGrid grid = dd_time_scale_choose_grid ((DdTimeScale){ 0, rows[i].seconds }, 30);

      g_assert_cmpint (grid.major, ==, rows[i].grid.major);
      g_assert_cmpint (grid.minor, ==, rows[i].grid.minor);
      g_assert_cmpint (grid.step, ==, rows[i].grid.step);
    }
}

typedef struct
{
  const char *name;
  DdScaleUnit unit;
  int step;
  const char *start;
  const char *finish;
  const char *ticks;
} TickRow;

static const TickRow tick_rows[] = {
  { "days", DD_SCALE_DAY, 1, "2026-12-01", "2026-12-03", "12-01T00 12-02T00 12-03T00" },
  { "days-from-the-middle", DD_SCALE_DAY, 1, "2026-12-01T10:00", "2026-12-02T10:00",
    "12-01T00 12-02T00 12-03T00" },
  { "weeks-begin-on-monday", DD_SCALE_WEEK, 1, "2026-12-02", "2026-12-09",
    "11-30T00 12-07T00 12-14T00" },
  { "months", DD_SCALE_MONTH, 1, "2026-12-02", "2027-01-09", "12-01T00 01-01T00 02-01T00" },
  { "quarters", DD_SCALE_QUARTER, 1, "2026-12-02", "2027-01-09", "10-01T00 01-01T00 04-01T00" },
  { "years", DD_SCALE_YEAR, 1, "2026-12-02", "2027-01-09", "01-01T00 01-01T00 01-01T00" },
  { "hours", DD_SCALE_HOUR, 6, "2026-12-01T07:00", "2026-12-01T17:00",
    "12-01T06 12-01T12 12-01T18" },
  { "spring-has-no-two-o-clock", DD_SCALE_HOUR, 1, "2027-03-28T00:30", "2027-03-28T03:30",
    "03-28T00 03-28T01 03-28T03 03-28T04" },
  { "three-hours-in-spring", DD_SCALE_HOUR, 3, "2027-03-28T00:30", "2027-03-28T08:00",
    "03-28T00 03-28T03 03-28T06 03-28T09" },
  { "autumn-has-two-twice", DD_SCALE_HOUR, 1, "2027-10-31T01:00", "2027-10-31T03:00",
    "10-31T01 10-31T02 10-31T02 10-31T03" },
  { "an-empty-range", DD_SCALE_DAY, 1, "2026-12-01", "2026-12-01", "12-01T00" },
};

static void
test_ticks (gconstpointer data)
{
  const TickRow *row = data;
  DdRange range = { at (row->start), at (row->finish) };
  g_autoptr (GArray) ticks = dd_time_scale_list_ticks (berlin, row->unit, row->step, range);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *tick =
          dd_calendar_format (berlin, g_array_index (ticks, gint64, i), "%m-%dT%H");

      g_string_append_printf (text, "%s%s", i == 0 ? "" : " ", tick);
    }
  g_assert_cmpstr (text->str, ==, row->ticks);
}

/* Whatever the range: ticks rise, begin at or before it and end at or after it. */
static void
test_ticks_cover_the_range (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int i = 0; i < 2000; i++)
    {
      DdScaleUnit unit = g_rand_int_range (rand, DD_SCALE_HOUR, DD_SCALE_YEAR + 1);
      gint64 start = (gint64) (g_rand_double (rand) * (DD_INSTANT_MAX - 1));
      gint64 length = g_rand_int_range (rand, 0, unit == DD_SCALE_HOUR ? 400000 : 40000000);
      DdRange range = { start, MIN (start + length, DD_INSTANT_MAX) };
      g_autoptr (GArray) ticks = dd_time_scale_list_ticks (berlin, unit, 1, range);

      g_assert_cmpint (g_array_index (ticks, gint64, 0), <=, range.start);
      g_assert_cmpint (g_array_index (ticks, gint64, ticks->len - 1), >=, range.finish);
      for (guint j = 1; j < ticks->len; j++)
        g_assert_cmpint (g_array_index (ticks, gint64, j - 1), <, g_array_index (ticks, gint64, j));
    }
}

static void
test_labels (void)
{
  static const struct
  {
    DdScaleUnit unit;
    const char *wide;
    const char *narrow;
  } rows[] = {
    { DD_SCALE_HOUR, "00:00", "00:00" },   { DD_SCALE_DAY, "Tue 1", "1" },
    { DD_SCALE_WEEK, "Week 49", "49" },    { DD_SCALE_MONTH, "December 2026", "Dec" },
    { DD_SCALE_QUARTER, "Q4 2026", "Q4" }, { DD_SCALE_YEAR, "2026", "2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 instant = at ("2026-12-01");
      g_autofree char *wide = dd_time_scale_label (berlin, rows[i].unit, instant, FALSE);
      g_autofree char *narrow = dd_time_scale_label (berlin, rows[i].unit, instant, TRUE);

      g_assert_cmpstr (wide, ==, rows[i].wide);
      g_assert_cmpstr (narrow, ==, rows[i].narrow);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  berlin = dd_calendar_new_default ("Europe/Berlin", NULL);
  g_test_add_func ("/time-scale/position-and-instant", test_position_and_instant);
  g_test_add_func ("/time-scale/zoom-keeps-the-anchor", test_zoom_keeps_the_anchor);
  g_test_add_func ("/time-scale/fit", test_fit);
  g_test_add_func ("/time-scale/grid-by-zoom", test_grid_by_zoom);
  for (guint i = 0; i < G_N_ELEMENTS (tick_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/time-scale/ticks/%s", tick_rows[i].name);

      g_test_add_data_func (path, &tick_rows[i], test_ticks);
    }
  g_test_add_func ("/time-scale/ticks-cover-the-range", test_ticks_cover_the_range);
  g_test_add_func ("/time-scale/labels", test_labels);
  status = g_test_run ();
  dd_calendar_unref (berlin);
  return status;
}
