/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The geometry of a chart's time axis, with no chart in sight: a scale is two numbers, every
 * question about it is arithmetic, and only the ticks ask the calendar, because a day of 23 hours
 * has to be drawn as one.
 *
 * Ticks walk by local date (GDate) or by local hour and are turned into instants one by one, which
 * is a binary search each. Never walk in seconds: an hour later is not always the next hour.
 */

#include "config.h"

#include "time/dd-time-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define HOUR 3600
#define DAY  86400

double
dd_time_scale_position (DdTimeScale scale, gint64 instant)
{
  /* As doubles, which hold every instant exactly, so that even "none" has some place. */
  return ((double) instant - (double) scale.origin) / scale.seconds;
}

gint64
dd_time_scale_instant (DdTimeScale scale, double position)
{
  double instant = scale.origin + position * scale.seconds;

  return (gint64) CLAMP (floor (instant), DD_INSTANT_MIN, DD_INSTANT_MAX - 1);
}

DdTimeScale
dd_time_scale_zoom (DdTimeScale scale, double seconds, double anchor)
{
  double at = scale.origin + anchor * scale.seconds;

  seconds = CLAMP (seconds, DD_TIME_SCALE_MIN_SECONDS, DD_TIME_SCALE_MAX_SECONDS);
  return (DdTimeScale){ (gint64) floor (at - anchor * seconds), seconds };
}

DdTimeScale
dd_time_scale_fit (DdRange range, double width)
{
  double length = range.finish - range.start;
  double seconds =
      CLAMP (length / MAX (width, 1), DD_TIME_SCALE_MIN_SECONDS, DD_TIME_SCALE_MAX_SECONDS);
  double margin = (width * seconds - length) / 2;

  return (DdTimeScale){ (gint64) floor (range.start - MAX (margin, 0)), seconds };
}

DdTimeGrid
dd_time_scale_choose_grid (DdTimeScale scale, double min_width)
{
  static const struct
  {
    DdTimeGrid grid;
    double seconds; /* the shortest a minor step can be, hours of a clock change aside */
  } grids[] = {
    { { DD_SCALE_DAY, DD_SCALE_HOUR, 1 }, HOUR },
    { { DD_SCALE_DAY, DD_SCALE_HOUR, 3 }, 3 * HOUR },
    { { DD_SCALE_DAY, DD_SCALE_HOUR, 6 }, 6 * HOUR },
    { { DD_SCALE_DAY, DD_SCALE_HOUR, 12 }, 12 * HOUR },
    { { DD_SCALE_MONTH, DD_SCALE_DAY, 1 }, DAY },
    { { DD_SCALE_MONTH, DD_SCALE_WEEK, 1 }, 7 * DAY },
    { { DD_SCALE_QUARTER, DD_SCALE_MONTH, 1 }, 28 * DAY },
    { { DD_SCALE_YEAR, DD_SCALE_QUARTER, 1 }, 90 * DAY },
  };
  guint i = 0;

  while (i < G_N_ELEMENTS (grids) - 1 && grids[i].seconds / scale.seconds < min_width)
    i++;
  return grids[i].grid;
}

/* --- Ticks --- */

/* Moves @date back to the first day of its @unit (of days themselves: nowhere). */
static void
floor_date (GDate *date, DdScaleUnit unit)
{
  if (unit == DD_SCALE_WEEK)
    g_date_subtract_days (date, g_date_get_weekday (date) - G_DATE_MONDAY);
  if (unit >= DD_SCALE_MONTH)
    g_date_set_day (date, 1);
  if (unit == DD_SCALE_QUARTER)
    g_date_set_month (date, (g_date_get_month (date) - 1) / 3 * 3 + 1);
  if (unit == DD_SCALE_YEAR)
    g_date_set_month (date, G_DATE_JANUARY);
}

static void
next_date (GDate *date, DdScaleUnit unit)
{
  static const int days[] = { 0, 1, 7 };
  static const int months[] = {
    [DD_SCALE_MONTH] = 1, [DD_SCALE_QUARTER] = 3, [DD_SCALE_YEAR] = 12
  };

  if (unit <= DD_SCALE_WEEK)
    g_date_add_days (date, days[unit]);
  else
    g_date_add_months (date, months[unit]);
}

static void
list_dates (DdCalendar *calendar, DdScaleUnit unit, DdRange range, GArray *ticks)
{
  GDate date;
  gint64 tick;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, dd_calendar_julian_day (calendar, range.start));
  floor_date (&date, unit);
  do
    {
      tick = g_date_get_year (&date) < 1970
                 ? DD_INSTANT_MIN
                 : dd_calendar_julian_start (calendar, g_date_get_julian (&date));
      g_array_append_val (ticks, tick);
      next_date (&date, unit);
    }
  while (tick < range.finish && g_date_get_year (&date) < 2200);
  if (tick < range.finish)
    {
      tick = DD_INSTANT_MAX;
      g_array_append_val (ticks, tick);
    }
}

static int
local_hour (DdCalendar *calendar, gint64 instant)
{
  g_autofree char *hour = dd_calendar_format (calendar, instant, "%H");

  return atoi (hour);
}

/* Every @step-th hour by the local clock: one that is skipped in spring is no tick, one that comes
 * twice is two. */
static void
list_hours (DdCalendar *calendar, int step, DdRange range, GArray *ticks)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 end;

  list_dates (calendar, DD_SCALE_DAY, range, days);
  end = g_array_index (days, gint64, days->len - 1);
  for (gint64 tick = g_array_index (days, gint64, 0); tick < end; tick += HOUR)
    if (local_hour (calendar, tick) % step == 0)
      g_array_append_val (ticks, tick);
  g_array_append_val (ticks, end);
}

/* Leaves out what lies before the last tick at or before the start, or after the first at or after
 * the finish. */
static void
trim (GArray *ticks, DdRange range)
{
  guint first = 0, n = ticks->len;

  while (first + 1 < n && g_array_index (ticks, gint64, first + 1) <= range.start)
    first++;
  while (n > 1 && g_array_index (ticks, gint64, n - 2) >= range.finish)
    n--;
  g_array_set_size (ticks, n);
  g_array_remove_range (ticks, 0, MIN (first, n - 1));
}

GArray *
dd_time_scale_list_ticks (DdCalendar *calendar, DdScaleUnit unit, int step, DdRange range)
{
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (calendar != NULL, NULL);
  g_return_val_if_fail (step >= 1 && step <= 12, NULL);
  range.start = CLAMP (range.start, DD_INSTANT_MIN, DD_INSTANT_MAX - DAY);
  range.finish = CLAMP (range.finish, range.start, DD_INSTANT_MAX);

  if (unit == DD_SCALE_HOUR)
    list_hours (calendar, step, range, ticks);
  else
    list_dates (calendar, unit, range, ticks);
  trim (ticks, range);
  return g_steal_pointer (&ticks);
}

/* --- Labels --- */

char *
dd_time_scale_label (DdCalendar *calendar, DdScaleUnit unit, gint64 instant, gboolean narrow)
{
  g_autofree char *year = NULL;
  int month;

  g_return_val_if_fail (calendar != NULL, NULL);
  switch (unit)
    {
    case DD_SCALE_HOUR:
      /* Translators: an hour on a chart's ruler */
      return dd_calendar_format (calendar, instant, _ ("%H:%M"));
    case DD_SCALE_DAY:
      /* Translators: a day on a chart's ruler, with its weekday or (narrow) without */
      return dd_calendar_format (calendar, instant, narrow ? _ ("%-e") : _ ("%a %-e"));
    case DD_SCALE_WEEK:
      /* Translators: a calendar week on a chart's ruler: by the day it begins, or (narrow) number
       */
      return dd_calendar_format (calendar, instant, narrow ? _ ("%V") : _ ("Week %V"));
    case DD_SCALE_MONTH:
      return dd_calendar_format (calendar, instant, narrow ? _ ("%b") : _ ("%B %Y"));
    case DD_SCALE_QUARTER:
      year = dd_calendar_format (calendar, instant, "%Y %m");
      month = atoi (year + 5);
      year[4] = '\0';
      /* Translators: a quarter of a year on a chart's ruler */
      return narrow ? g_strdup_printf (_ ("Q%d"), (month + 2) / 3)
                    : g_strdup_printf (_ ("Q%d %s"), (month + 2) / 3, year);
    case DD_SCALE_YEAR:
      return dd_calendar_format (calendar, instant, "%Y");
    }
  g_return_val_if_reached (NULL);
}
