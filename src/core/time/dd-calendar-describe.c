/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The rules of a calendar in words.
 *
 * Weekdays with the same hours are told together ("Monday to Thursday and Saturday 09:00–17:00").
 * Exceptions are counted, not listed, and only where they change something: a holiday on a
 * Sunday is no day off. Linear in the dates that exceptions cover.
 */
#include "config.h"

#include "time/dd-calendar-describe.h"

#include "time/dd-time-words.h"

#include <glib/gi18n-lib.h>

/* As they stand within a sentence: many languages write them small there. */
static const char *const weekday_names[7] = {
  NC_ ("weekday", "Monday"),   NC_ ("weekday", "Tuesday"), NC_ ("weekday", "Wednesday"),
  NC_ ("weekday", "Thursday"), NC_ ("weekday", "Friday"),  NC_ ("weekday", "Saturday"),
  NC_ ("weekday", "Sunday"),
};

/* --- The week --- */

/* Returns: (transfer full): "09:00–12:00 and 13:00–17:00" */
static char *
describe_hours (const GArray *hours)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < hours->len; i++)
    {
      DdHours at = g_array_index (hours, DdHours, i);

      g_ptr_array_add (words, g_strdup_printf ("%02d:%02d–%02d:%02d", at.start / 60, at.start % 60,
                                               at.finish / 60, at.finish % 60));
    }
  return dd_time_words_join (words);
}

static const char *
get_weekday_name (int day)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", weekday_names[day]);
}

/* Adds the weekdays from @first to @last: one, two, or "Monday to Friday". */
static void
add_run (GPtrArray *words, int first, int last)
{
  if (last - first >= 2)
    {
      /* Translators: weekdays, "Monday to Friday" */
      g_ptr_array_add (words, g_strdup_printf (_ ("%s to %s"), get_weekday_name (first),
                                               get_weekday_name (last)));
      return;
    }
  for (int day = first; day <= last; day++)
    g_ptr_array_add (words, g_strdup (get_weekday_name (day)));
}

/* Returns: (transfer full): the weekdays that have the hours of @like, which is the first of them
 */
static char *
describe_days (const DdCalendarRules *rules, int like)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (int first = like; first < 7; first++)
    {
      int next = first;

      while (next < 7 && dd_hours_equal (rules->weekdays[next], rules->weekdays[like]))
        next++;
      if (next > first)
        add_run (words, first, next - 1);
      first = next;
    }
  return dd_time_words_join (words);
}

/* Whether no weekday before @day has the same hours. */
static gboolean
is_first_with_hours (const DdCalendarRules *rules, int day)
{
  for (int before = 0; before < day; before++)
    if (dd_hours_equal (rules->weekdays[before], rules->weekdays[day]))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full): "Monday to Friday 09:00–17:00; Saturday 09:00–12:00" */
static char *
describe_week (const DdCalendarRules *rules)
{
  GString *week = g_string_new (NULL);

  for (int day = 0; day < 7; day++)
    if (rules->weekdays[day]->len > 0 && is_first_with_hours (rules, day))
      {
        g_autofree char *days = describe_days (rules, day);
        g_autofree char *hours = describe_hours (rules->weekdays[day]);

        if (week->len > 0)
          g_string_append (week, "; ");
        /* Translators: weekdays and their hours, "Monday to Friday 09:00–17:00" */
        g_string_append_printf (week, _ ("%s %s"), days, hours);
      }
  if (week->len == 0)
    g_string_append (week, _ ("No weekday"));
  return g_string_free (week, FALSE);
}

/* --- Exceptions --- */

typedef struct
{
  guint off;     /* dates without work whose weekday has some */
  guint other;   /* dates with hours other than those of their weekday */
  guint32 first; /* Julian days of the first and the last of both */
  guint32 last;
} Changes;

static void
count_date (Changes *changes, const DdCalendarRules *rules, guint32 julian, const GArray *hours)
{
  if (dd_hours_equal (hours, dd_calendar_rules_get_weekday (rules, julian)))
    return;
  if (changes->off + changes->other == 0)
    changes->first = julian;
  changes->last = julian;
  if (hours->len == 0)
    changes->off++;
  else
    changes->other++;
}

static Changes
count_changes (const DdCalendarRules *rules)
{
  Changes changes = { 0 };

  for (guint i = 0; i < rules->exceptions->len; i++)
    {
      const DdException *exception = &g_array_index (rules->exceptions, DdException, i);

      for (guint32 julian = exception->first; julian <= exception->last; julian++)
        count_date (&changes, rules, julian, exception->hours);
    }
  return changes;
}

/* Returns: (transfer full): "12 days off and 1 day with other hours" */
static char *
describe_counts (const Changes *changes)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (changes->off > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u day off", "%u days off", changes->off),
                                             changes->off));
  if (changes->other > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u day with other hours",
                                                       "%u days with other hours", changes->other),
                                             changes->other));
  return dd_time_words_join (words);
}

static char *
describe_date (guint32 julian)
{
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);
  /* Translators: a date in a sentence, "24 December 2026"; see g_date_time_format() */
  return g_date_time_format (time, _ ("%-d %B %Y"));
}

/* Returns: (transfer full): "2 days off between 24 December 2026 and 1 January 2027." */
static char *
describe_changes (const Changes *changes)
{
  g_autofree char *counts = describe_counts (changes);
  g_autofree char *first = describe_date (changes->first);
  g_autofree char *last = describe_date (changes->last);

  if (changes->first == changes->last)
    /* Translators: "1 day off on 25 December 2026." */
    return g_strdup_printf (_ ("%s on %s."), counts, first);
  /* Translators: "2 days off between 24 December 2026 and 1 January 2027." */
  return g_strdup_printf (_ ("%s between %s and %s."), counts, first, last);
}

char *
dd_calendar_rules_describe (const DdCalendarRules *rules)
{
  g_autofree char *week = describe_week (rules);
  g_autofree char *exceptions = NULL;
  Changes changes = count_changes (rules);

  if (changes.off + changes.other == 0)
    /* Translators: hours of the week and their time zone */
    return g_strdup_printf (_ ("%s, %s."), week, dd_zone_get_name (rules->zone));
  exceptions = describe_changes (&changes);
  /* Translators: hours of the week, their time zone, and a sentence about exceptions */
  return g_strdup_printf (_ ("%s, %s. %s"), week, dd_zone_get_name (rules->zone), exceptions);
}
