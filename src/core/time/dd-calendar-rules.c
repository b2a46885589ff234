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

DdCalendarRules *
dd_calendar_rules_new (const DdZone *zone)
{
  DdCalendarRules *self = g_atomic_rc_box_new0 (DdCalendarRules);

  self->zone = zone;
  self->minutes_per_day = 480;
  self->days_per_week = 5;
  for (int day = 0; day < 7; day++)
    self->weekdays[day] = g_array_new (FALSE, FALSE, sizeof (DdHours));
  self->exceptions = g_array_new (FALSE, FALSE, sizeof (DdException));
  g_array_set_clear_func (self->exceptions, clear_exception);
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
