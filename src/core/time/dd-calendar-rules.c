/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What the file of a calendar says.
 *
 * A value with its lists sorted, so that a date's exception is found by binary search and the same
 * rules always give the same text. Work is linear in what is written; nothing here computes time.
 */
#include "config.h"

#include "time/dd-calendar-rules.h"

#include <string.h>

const char *const dd_calendar_weekday_keys[7] = { "monday", "tuesday",  "wednesday", "thursday",
                                                  "friday", "saturday", "sunday" };

static void
clear_exception (gpointer data)
{
  DdException *exception = data;

  g_array_unref (exception->hours);
}

static void
clear_rules (gpointer data)
{
  DdCalendarRules *self = data;

  for (int day = 0; day < 7; day++)
    g_array_unref (self->weekdays[day]);
  g_array_unref (self->exceptions);
}

GArray *
dd_exceptions_new (void)
{
  GArray *exceptions = g_array_new (FALSE, FALSE, sizeof (DdException));

  g_array_set_clear_func (exceptions, clear_exception);
  return exceptions;
}

gboolean
dd_hours_equal (const GArray *first, const GArray *second)
{
  return first->len == second->len
         && (first->len == 0
             || memcmp (first->data, second->data, first->len * sizeof (DdHours)) == 0);
}

DdCalendarRules *
dd_calendar_rules_new (const DdZone *zone)
{
  DdCalendarRules *self = g_atomic_rc_box_new0 (DdCalendarRules);

  self->zone = zone;
  self->minutes_per_day = 480;
  self->days_per_week = 5;
  for (int day = 0; day < 7; day++)
    self->weekdays[day] = g_array_new (FALSE, FALSE, sizeof (DdHours));
  self->exceptions = dd_exceptions_new ();
  return self;
}

DdCalendarRules *
dd_calendar_rules_ref (DdCalendarRules *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
dd_calendar_rules_unref (DdCalendarRules *self)
{
  g_atomic_rc_box_release_full (self, clear_rules);
}

/* The days from the first date of some exceptions to their last, and which one holds on each. */
typedef struct
{
  guint32 first;  /* Julian day of the first */
  guint n;        /* number of days */
  guint *holding; /* (owned): index of the exception, G_MAXUINT where none is */
  guint *next;    /* (owned): a day at or after each that may be free yet; n + 1 of them */
} Days;

static void
days_init (Days *self, const GArray *written)
{
  guint32 last = 0;

  self->first = G_MAXUINT32;
  for (guint i = 0; i < written->len; i++)
    {
      self->first = MIN (self->first, g_array_index (written, DdException, i).first);
      last = MAX (last, g_array_index (written, DdException, i).last);
    }
  self->n = last - self->first + 1;
  self->holding = g_new (guint, self->n);
  self->next = g_new (guint, self->n + 1);
  for (guint day = 0; day <= self->n; day++)
    self->next[day] = day;
  memset (self->holding, 0xff, self->n * sizeof (guint));
}

static void
days_clear (Days *self)
{
  g_free (self->holding);
  g_free (self->next);
}

/* The first day from @day on that is free; shortens the way for those who ask again. */
static guint
find_free_day (Days *self, guint day)
{
  while (self->next[day] != day)
    {
      self->next[day] = self->next[self->next[day]];
      day = self->next[day];
    }
  return day;
}

/* Gives exception @index the days of its dates that are free. */
static void
take_days (Days *self, const DdException *exception, guint index)
{
  guint finish = exception->last - self->first + 1;

  for (guint day = find_free_day (self, exception->first - self->first); day < finish;
       day = find_free_day (self, day))
    {
      self->holding[day] = index;
      self->next[day] = day + 1;
    }
}

/* Appends a day with an exception, as one with the day before if that has the same hours. */
static void
append_exception_day (GArray *exceptions, guint32 julian, GArray *hours)
{
  DdException exception = { julian, julian, hours };
  guint n = exceptions->len;
  DdException *last = n > 0 ? &g_array_index (exceptions, DdException, n - 1) : NULL;

  if (last != NULL && last->last + 1 == julian && dd_hours_equal (last->hours, hours))
    {
      last->last = julian;
      return;
    }
  g_array_ref (hours);
  g_array_append_val (exceptions, exception);
}

void
dd_calendar_rules_set_exceptions (DdCalendarRules *self, GArray *written)
{
  Days days;

  g_array_set_size (self->exceptions, 0);
  if (written->len == 0)
    return;
  days_init (&days, written);
  /* The last come first and leave the others what is free. */
  for (guint i = written->len; i > 0; i--)
    take_days (&days, &g_array_index (written, DdException, i - 1), i - 1);
  for (guint day = 0; day < days.n; day++)
    if (days.holding[day] != G_MAXUINT)
      append_exception_day (self->exceptions, days.first + day,
                            g_array_index (written, DdException, days.holding[day]).hours);
  days_clear (&days);
}

guint
dd_calendar_rules_find_exception (const DdCalendarRules *self, gint64 julian)
{
  guint low = 0;
  guint high = self->exceptions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->exceptions, DdException, middle).last < julian)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const GArray *
dd_calendar_rules_get_weekday (const DdCalendarRules *self, gint64 julian)
{
  /* Julian day 1 is a Monday. */
  return self->weekdays[(julian - 1) % 7];
}

const GArray *
dd_calendar_rules_get_hours (const DdCalendarRules *self, gint64 julian)
{
  guint i = dd_calendar_rules_find_exception (self, julian);

  if (i < self->exceptions->len && g_array_index (self->exceptions, DdException, i).first <= julian)
    return g_array_index (self->exceptions, DdException, i).hours;
  return dd_calendar_rules_get_weekday (self, julian);
}

static void
append_hours (GString *text, const GArray *hours)
{
  if (hours->len == 0)
    g_string_append (text, "off");
  for (guint i = 0; i < hours->len; i++)
    {
      DdHours at = g_array_index (hours, DdHours, i);

      g_string_append_printf (text, "%s%02d:%02d-%02d:%02d", i > 0 ? ";" : "", at.start / 60,
                              at.start % 60, at.finish / 60, at.finish % 60);
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
append_exceptions (GString *text, const GArray *exceptions)
{
  g_string_append (text, "[exceptions]\n");
  for (guint i = 0; i < exceptions->len; i++)
    {
      const DdException *exception = &g_array_index (exceptions, DdException, i);

      append_date (text, exception->first);
      if (exception->last > exception->first)
        {
          g_string_append (text, "..");
          append_date (text, exception->last);
        }
      g_string_append_c (text, '=');
      append_hours (text, exception->hours);
    }
}

char *
dd_calendar_rules_to_text (const DdCalendarRules *self)
{
  GString *text = g_string_new ("[calendar]\n");

  /* Without the key a calendar is in the machine's zone: the one case in which it has no name. */
  if (dd_zone_is_named (self->zone))
    g_string_append_printf (text, "timezone=%s\n", dd_zone_get_name (self->zone));
  g_string_append_printf (text, "minutes-per-day=%d\n", self->minutes_per_day);
  g_string_append_printf (text, "days-per-week=%d\n", self->days_per_week);
  for (int day = 0; day < 7; day++)
    if (self->weekdays[day]->len > 0)
      {
        g_string_append_printf (text, "%s=", dd_calendar_weekday_keys[day]);
        append_hours (text, self->weekdays[day]);
      }
  if (self->exceptions->len > 0)
    append_exceptions (text, self->exceptions);
  return g_string_free (text, FALSE);
}
