/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-text-scale.h"

#include "dd-text.h"
#include "seed.h"

#include <math.h>

static DdCalendar *
create_calendar (void)
{
  return dd_calendar_new_default ("Europe/Berlin", NULL);
}

static gint64
instant (DdCalendar *calendar, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 result = dd_calendar_parse_instant (calendar, text, FALSE, &error);

  g_assert_no_error (error);
  return result;
}

static DdTextScale
create_scale (DdCalendar *calendar, const char *start, const char *finish, int width)
{
  DdRange span = { instant (calendar, start), instant (calendar, finish) };

  return dd_text_scale_new (calendar, span, width);
}

/* Tuesday 1 to Monday 21 December 2026 are 21 days. */
static void
test_fits (void)
{
  static const struct
  {
    const char *name;
    const char *finish;
    int width;
    int day_columns;
    int column_days;
    int columns;
  } rows[] = {
    { "three columns a day", "2026-12-21T17:00", 63, 3, 1, 63 },
    { "no part of a column", "2026-12-21T17:00", 62, 2, 1, 42 },
    { "one column a day", "2026-12-21T17:00", 21, 1, 1, 21 },
    { "two days a column", "2026-12-21T17:00", 20, 1, 2, 11 },
    { "hours are enough", "2026-12-01T17:00", 100, 8, 1, 8 },
    { "midnight ends the day before", "2026-12-02T00:00", 100, 8, 1, 8 },
    { "the next day begins at once", "2026-12-02T00:01", 100, 8, 1, 16 },
    { "nothing at all", "2026-12-01T09:00", 100, 8, 1, 8 },
    { "whole weeks from their Mondays", "2027-06-30T17:00", 40, 1, 7, 31 },
    { "one column", "2026-12-21T17:00", 1, 1, 28, 1 },
  };
  g_autoptr (DdCalendar) calendar = create_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DdTextScale scale =
          create_scale (calendar, "2026-12-01T09:00", rows[i].finish, rows[i].width);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (scale.day_columns, ==, rows[i].day_columns);
      g_assert_cmpint (scale.column_days, ==, rows[i].column_days);
      g_assert_cmpint (scale.width, ==, rows[i].columns);
      g_assert_cmpint (scale.width, <=, rows[i].width);
    }
}

/* Two columns, so four halves, a day. Saturday 5 and Sunday 6 are not worked. */
static void
test_position (void)
{
  static const struct
  {
    const char *name;
    const char *instant;
    int position;
  } rows[] = {
    { "midnight", "2026-12-01", 0 },
    { "work begins", "2026-12-01T09:00", 0 },
    { "a quarter of the work", "2026-12-01T11:00", 1 },
    { "half of the work", "2026-12-01T13:00", 2 },
    { "work ends", "2026-12-01T17:00", 4 },
    { "the evening", "2026-12-01T22:00", 4 },
    { "the next morning", "2026-12-02T09:00", 4 },
    { "Friday's end", "2026-12-04T17:00", 16 },
    { "Saturday noon", "2026-12-05T12:00", 18 },
    { "Monday's beginning", "2026-12-07T09:00", 24 },
    { "before the chart", "2026-11-01", 0 },
    { "after the chart", "2027-12-01", 28 },
  };
  g_autoptr (DdCalendar) calendar = create_calendar ();
  DdTextScale scale = create_scale (calendar, "2026-12-01", "2026-12-07T17:00", 14);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (dd_text_scale_position (&scale, instant (calendar, rows[i].instant)), ==,
                       rows[i].position);
    }
}

static void
test_mark_column (void)
{
  static const struct
  {
    const char *name;
    const char *instant;
    int column;
  } rows[] = {
    { "where the chart begins", "2026-12-01", 0 },
    { "where work begins", "2026-12-02T09:00", 2 },
    { "at noon", "2026-12-02T13:00", 3 },
    { "where work ends", "2026-12-04T17:00", 7 },
    { "a date's end", "2026-12-05T00:00", 7 },
    { "on a day off", "2026-12-05T12:00", 8 },
    { "where the chart ends", "2026-12-07T17:00", 13 },
  };
  g_autoptr (DdCalendar) calendar = create_calendar ();
  DdTextScale scale = create_scale (calendar, "2026-12-01", "2026-12-07T17:00", 14);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (dd_text_scale_mark_column (&scale, instant (calendar, rows[i].instant)), ==,
                       rows[i].column);
    }
}

/* The hour that a spring day lacks and an autumn day has twice is not worked, and moves nothing. */
static void
test_clock_changes (void)
{
  g_autoptr (DdCalendar) calendar = create_calendar ();
  DdTextScale spring = create_scale (calendar, "2027-03-26", "2027-03-30T17:00", 10);
  DdTextScale autumn = create_scale (calendar, "2027-10-29", "2027-11-02T17:00", 10);

  g_assert_cmpint (spring.width, ==, 10);
  g_assert_cmpint (dd_text_scale_position (&spring, instant (calendar, "2027-03-29T09:00")), ==,
                   12);
  g_assert_cmpint (autumn.width, ==, 10);
  g_assert_cmpint (dd_text_scale_position (&autumn, instant (calendar, "2027-11-01T09:00")), ==,
                   12);
}

static void
test_is_idle (void)
{
  g_autoptr (DdCalendar) calendar = create_calendar ();
  DdTextScale days = create_scale (calendar, "2026-12-01", "2026-12-07T17:00", 14);
  DdTextScale pairs = create_scale (calendar, "2026-12-01", "2026-12-08T17:00", 4);
  g_autoptr (GString) idle = g_string_new (NULL);

  for (int i = 0; i < days.width; i++)
    g_string_append_c (idle, dd_text_scale_is_idle (&days, i) ? 'x' : '.');
  g_string_append_c (idle, ' ');
  for (int i = 0; i < pairs.width; i++)
    g_string_append_c (idle, dd_text_scale_is_idle (&pairs, i) ? 'x' : '.');
  g_assert_cmpstr (idle->str, ==, "........xxxx.. ..x.");
}

static void
test_title (void)
{
  static const struct
  {
    const char *name;
    const char *start;
    const char *finish;
    int width;
    const char *upper;
    const char *lower;
  } rows[] = {
    { "every day", "2026-12-01", "2026-12-03T17:00", 10, "Dec 2026", "1  2  3" },
    { "Mondays", "2026-12-01", "2026-12-21T17:00", 42, "Dec 2026",
      "1           7             14            21" },
    { "a month begins", "2026-12-28", "2027-01-08T17:00", 24, "Dec     Jan 2027",
      "28            4" },
    { "no room for what began before", "2026-12-30", "2027-01-08T17:00", 12, "  Jan 2027",
      "30   4" },
    { "a label does not leave the chart", "2026-12-01", "2026-12-07T17:00", 7, "Dec", "1     7" },
    { "years over months", "2026-11-01", "2027-03-31T17:00", 40, "2026           2027",
      "Nov    Dec     Jan     Feb    Mar" },
  };
  g_autoptr (DdCalendar) calendar = create_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DdTextScale scale = create_scale (calendar, rows[i].start, rows[i].finish, rows[i].width);
      g_autofree char *upper = dd_text_scale_get_title (&scale, FALSE);
      g_autofree char *lower = dd_text_scale_get_title (&scale, TRUE);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (upper, ==, rows[i].upper);
      g_assert_cmpstr (lower, ==, rows[i].lower);
      g_assert_cmpint (dd_text_width (upper), <=, scale.width);
      g_assert_cmpint (dd_text_width (lower), <=, scale.width);
    }
}

/* Positions never run backwards and never leave the chart, whatever the span and the width. */
static void
test_property (void)
{
  g_autoptr (DdCalendar) calendar = create_calendar ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed_get ());

  for (guint i = 0; i < 300; i++)
    {
      gint64 start = G_GINT64_CONSTANT (1700000000) + g_rand_int_range (rand, 0, 200000000);
      gint64 length = (gint64) exp (g_rand_double_range (rand, 0, 19));
      DdRange span = { start, start + length };
      DdTextScale scale = dd_text_scale_new (calendar, span, g_rand_int_range (rand, 1, 200));
      int last = 0;

      for (guint j = 0; j <= 40; j++)
        {
          gint64 at = start + length * j / 40;
          int position = dd_text_scale_position (&scale, at);
          int column = dd_text_scale_mark_column (&scale, at);

          g_assert_cmpint (position, >=, last);
          g_assert_cmpint (position, <=, 2 * scale.width);
          g_assert_cmpint (column, >=, 0);
          g_assert_cmpint (column, <, scale.width);
          last = position;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-scale/fits", test_fits);
  g_test_add_func ("/text-scale/position", test_position);
  g_test_add_func ("/text-scale/mark-column", test_mark_column);
  g_test_add_func ("/text-scale/clock-changes", test_clock_changes);
  g_test_add_func ("/text-scale/is-idle", test_is_idle);
  g_test_add_func ("/text-scale/title", test_title);
  g_test_add_func ("/text-scale/property", test_property);

  return g_test_run ();
}
