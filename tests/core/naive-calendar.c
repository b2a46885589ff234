/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "naive-calendar.h"

#include <stdio.h>
#include <string.h>

#define DAY_MINUTES 1440

typedef struct
{
  guint8 worked[DAY_MINUTES];
} Day;

struct _NaiveCalendar
{
  GTimeZone *tz;     /* (owned) */
  Day weekdays[8];   /* from 1, Monday */
  GHashTable *dates; /* (owned): Julian day to (owned) Day */
};

static const char *const weekday_keys[] = { "",         "monday", "tuesday",  "wednesday",
                                            "thursday", "friday", "saturday", "sunday" };

/* --- Random files --- */

/* Whole minutes at every offset since 1970, and as different as zones get. */
static const char *const zones[] = {
  "UTC",
  "Europe/Berlin",
  "Europe/Dublin",
  "America/Santiago",
  "America/Sao_Paulo",
  "America/St_Johns",
  "America/Los_Angeles",
  "America/Havana",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Asia/Gaza",
  "Africa/Casablanca",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
};

static void
append_random_hours (GString *text, GRand *rand, gboolean may_be_off)
{
  int n = g_rand_int_range (rand, may_be_off ? 0 : 1, 4);
  /* A coarse grid makes intervals of different calendars touch. */
  int grid = g_rand_boolean (rand) ? 1 : 30;
  int from = 0;

  if (n == 0)
    g_string_append (text, "off");
  for (int i = 0; i < n; i++)
    {
      int start =
          g_rand_int_range (rand, from / grid, (from + (DAY_MINUTES - from) / 2) / grid + 1);
      int least = start * grid / grid + 1;
      int finish = g_rand_int_range (rand, least, DAY_MINUTES / grid + 1);

      /* Each may take what is left of the day only if it is the last. */
      if (i + 1 < n)
        finish = MIN (finish, start + 4 * 60 / grid);
      g_string_append_printf (text, "%s%02d:%02d-%02d:%02d", i > 0 ? ";" : "", start * grid / 60,
                              start * grid % 60, finish * grid / 60, finish * grid % 60);
      from = finish * grid;
      if (from + 2 * grid > DAY_MINUTES)
        break;
    }
  g_string_append_c (text, '\n');
}

static void
append_date (GString *text, guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  g_string_append_printf (text, "%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

static void
append_random_exceptions (GString *text, GRand *rand, guint32 julian)
{
  guint32 first_day, last_day;
  guint32 at = julian - 10;
  GDate limit;

  g_date_clear (&limit, 1);
  g_date_set_dmy (&limit, 1, 1, 1970);
  first_day = g_date_get_julian (&limit);
  g_date_set_dmy (&limit, 31, 12, 2199);
  last_day = g_date_get_julian (&limit);

  for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
    {
      guint32 first = at + g_rand_int_range (rand, 0, 9);
      guint32 last =
          first + (g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 1, 9) : 0);

      /* Now and then the next overlaps this one, and then holds instead of it. */
      at = g_rand_int_range (rand, 0, 4) > 0 ? last + 1 : first;
      if (first < first_day || last > last_day)
        continue;
      append_date (text, first);
      if (last > first)
        {
          g_string_append (text, "..");
          append_date (text, last);
        }
      g_string_append_c (text, '=');
      if (g_rand_boolean (rand))
        g_string_append (text, "off\n");
      else
        append_random_hours (text, rand, TRUE);
    }
}

char *
naive_calendar_random_text (GRand *rand, guint32 julian)
{
  GString *text = g_string_new ("[calendar]\n");
  int sure = g_rand_int_range (rand, 1, 8);

  g_string_append_printf (text, "timezone=%s\n",
                          zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))]);
  for (int day = 1; day <= 7; day++)
    if (day == sure || g_rand_int_range (rand, 0, 4) > 0)
      {
        g_string_append_printf (text, "%s=", weekday_keys[day]);
        append_random_hours (text, rand, FALSE);
      }
  g_string_append (text, "[exceptions]\n");
  append_random_exceptions (text, rand, julian);
  return g_string_free (text, FALSE);
}

/* --- Calendars --- */

static void
read_hours (Day *day, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  *day = (Day){ 0 };
  if (g_str_equal (text, "off"))
    return;
  for (int i = 0; parts[i] != NULL; i++)
    {
      int h1, m1, h2, m2;

      g_assert_cmpint (sscanf (parts[i], "%d:%d-%d:%d", &h1, &m1, &h2, &m2), ==, 4);
      for (int minute = h1 * 60 + m1; minute < h2 * 60 + m2; minute++)
        day->worked[minute] = 1;
    }
}

static guint32
read_date (const char *text)
{
  int year, month, day;
  GDate date;

  g_assert_cmpint (sscanf (text, "%d-%d-%d", &year, &month, &day), ==, 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

static void
read_exception (NaiveCalendar *self, const char *key, const char *value)
{
  g_auto (GStrv) dates = g_strsplit (key, "..", 2);
  guint32 last = read_date (dates[dates[1] != NULL ? 1 : 0]);

  for (guint32 julian = read_date (dates[0]); julian <= last; julian++)
    {
      Day *day = g_new (Day, 1);

      read_hours (day, value);
      g_hash_table_replace (self->dates, GUINT_TO_POINTER (julian), day);
    }
}

static void
read_line (NaiveCalendar *self, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "=", 2);

  if (parts[0] == NULL || parts[1] == NULL)
    return;
  if (g_str_equal (parts[0], "timezone"))
    self->tz = g_time_zone_new_identifier (parts[1]);
  if (g_ascii_isdigit (*line))
    read_exception (self, parts[0], parts[1]);
  for (int day = 1; day <= 7; day++)
    if (g_str_equal (parts[0], weekday_keys[day]))
      read_hours (&self->weekdays[day], parts[1]);
}

NaiveCalendar *
naive_calendar_new (const char *text)
{
  NaiveCalendar *self = g_new0 (NaiveCalendar, 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  self->dates = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (int i = 0; lines[i] != NULL; i++)
    read_line (self, lines[i]);
  g_assert_nonnull (self->tz);
  return self;
}

void
naive_calendar_free (NaiveCalendar *self)
{
  g_time_zone_unref (self->tz);
  g_hash_table_unref (self->dates);
  g_free (self);
}

/* The local reading of @instant.
 * Returns: the minute of the day */
static int
read_clock (NaiveCalendar *self, gint64 instant, int *weekday, guint32 *julian)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, self->tz);
  int y, m, d;
  GDate date;

  g_date_time_get_ymd (local, &y, &m, &d);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, d, m, y);
  *julian = g_date_get_julian (&date);
  *weekday = g_date_time_get_day_of_week (local);
  return g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}

gboolean
naive_calendar_is_working (NaiveCalendar *self, gint64 instant)
{
  return naive_calendar_kind (self, instant) == DD_STRIP_OPEN;
}

DdStripKind
naive_calendar_kind (NaiveCalendar *self, gint64 instant)
{
  static const Day off;
  int weekday;
  guint32 julian;
  int minute = read_clock (self, instant, &weekday, &julian);
  const Day *usual = &self->weekdays[weekday];
  const Day *date = g_hash_table_lookup (self->dates, GUINT_TO_POINTER (julian));

  if (date == NULL)
    date = usual;
  if (date->worked[minute])
    return DD_STRIP_OPEN;
  if (memcmp (date, usual, sizeof (Day)) != 0)
    return DD_STRIP_EXCEPTION;
  return memcmp (usual, &off, sizeof (Day)) != 0 ? DD_STRIP_NIGHT : DD_STRIP_WEEKEND;
}

/* --- Windows --- */

NaiveWindow *
naive_window_new (NaiveCalendar *calendar, gint64 start, guint n)
{
  NaiveWindow *self = g_new (NaiveWindow, 1);

  g_assert_cmpint (start % 60, ==, 0);
  self->start = start;
  self->finish = start + (gint64) n * 60;
  self->minutes = g_new (guint8, n);
  for (guint i = 0; i < n; i++)
    self->minutes[i] = naive_calendar_is_working (calendar, start + (gint64) i * 60);
  return self;
}

void
naive_window_free (NaiveWindow *self)
{
  g_free (self->minutes);
  g_free (self);
}

void
naive_window_intersect (NaiveWindow *self, const NaiveWindow *other)
{
  g_assert_true (self->start == other->start && self->finish == other->finish);
  for (gint64 i = 0; i < (self->finish - self->start) / 60; i++)
    self->minutes[i] &= other->minutes[i];
}

static gint64
next_minute (gint64 instant)
{
  return instant - instant % 60 + 60;
}

/* The start of the minute that ends at @instant or around it. */
static gint64
previous_minute (gint64 instant)
{
  return (instant - 1) - (instant - 1) % 60;
}

gboolean
naive_window_is_working (const NaiveWindow *self, gint64 instant)
{
  return self->start <= instant && instant < self->finish
         && self->minutes[(instant - self->start) / 60];
}

gint64
naive_window_add (const NaiveWindow *self, gint64 from, gint64 minutes)
{
  gint64 left = minutes * 60;

  if (left == 0)
    return from;
  for (gint64 t = from; t < self->finish; t = next_minute (t))
    {
      gint64 worked = naive_window_is_working (self, t) ? next_minute (t) - t : 0;

      if (worked >= left)
        return t + left;
      left -= worked;
    }
  return NAIVE_BEYOND;
}

gint64
naive_window_subtract (const NaiveWindow *self, gint64 to, gint64 minutes)
{
  gint64 left = minutes * 60;

  if (left == 0)
    return to;
  for (gint64 t = to; t > self->start; t = previous_minute (t))
    {
      gint64 start = previous_minute (t);
      gint64 worked = naive_window_is_working (self, start) ? t - start : 0;

      if (worked >= left)
        return t - left;
      left -= worked;
    }
  return NAIVE_BEYOND;
}

gint64
naive_window_between (const NaiveWindow *self, gint64 from, gint64 to)
{
  gint64 seconds = 0;

  if (to < from)
    return -naive_window_between (self, to, from);
  for (gint64 t = from; t < to; t = next_minute (t))
    if (naive_window_is_working (self, t))
      seconds += MIN (to, next_minute (t)) - t;
  return seconds / 60;
}

gint64
naive_window_next_working (const NaiveWindow *self, gint64 instant)
{
  for (gint64 t = instant; t < self->finish; t = next_minute (t))
    if (naive_window_is_working (self, t))
      return t;
  return NAIVE_BEYOND;
}

gint64
naive_window_previous_working (const NaiveWindow *self, gint64 instant)
{
  for (gint64 t = instant; t > self->start; t = previous_minute (t))
    if (naive_window_is_working (self, previous_minute (t)))
      return t;
  return NAIVE_BEYOND;
}

GArray *
naive_window_list_working (const NaiveWindow *self, DdRange within)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (DdRange));

  for (gint64 t = within.start; t < within.finish; t = next_minute (t))
    {
      DdRange span = { t, MIN (next_minute (t), within.finish) };
      DdRange *last = spans->len > 0 ? &g_array_index (spans, DdRange, spans->len - 1) : NULL;

      if (!naive_window_is_working (self, t))
        continue;
      if (last != NULL && last->finish == t)
        last->finish = span.finish;
      else
        g_array_append_val (spans, span);
    }
  return spans;
}
