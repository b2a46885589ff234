/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Instants, durations and owners in words, for whatever shows them: terminal, window, paper. Pure
 * functions of their arguments and of the locale.
 */
#include "config.h"

#include "service/dd-words.h"

#include <glib/gi18n-lib.h>

#define MINUTES_PER_HOUR 60

int
dd_words_year (DdCalendar *calendar, gint64 instant)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, dd_calendar_julian_day (calendar, instant));
  return g_date_get_year (&date);
}

/* Whether a local day begins at @instant. */
static gboolean
is_midnight (DdCalendar *calendar, gint64 instant)
{
  guint32 day = dd_calendar_julian_day (calendar, instant);

  return dd_calendar_julian_start (calendar, day) == instant;
}

char *
dd_words_date (DdCalendar *calendar, gint64 instant, int year, DdWordsFlags flags)
{
  gboolean ends_day = flags & DD_WORDS_FINISH && is_midnight (calendar, instant);
  /* Of the day that ends, any instant tells the date. */
  gint64 shown = ends_day ? instant - 1 : instant;
  gboolean with_year = dd_words_year (calendar, shown) != year;
  g_autofree char *day = dd_calendar_format (calendar, shown, "%-d");
  g_autofree char *weekday = dd_calendar_format (calendar, shown, "%a");
  g_autofree char *month = dd_calendar_format (calendar, shown, with_year ? "%b %Y" : "%b");
  int width = flags & DD_WORDS_ALIGNED ? 2 : 0;

  /* Translators: weekday, day, month (with the year where needed): Tue 1 Dec */
  return g_strdup_printf (_ ("%s %*s %s"), weekday, width, day, month);
}

char *
dd_words_instant (DdCalendar *calendar, gint64 instant, int year, DdWordsFlags flags)
{
  gboolean ends_day = flags & DD_WORDS_FINISH && is_midnight (calendar, instant);
  g_autofree char *date = dd_words_date (calendar, instant, year, flags);
  g_autofree char *time =
      ends_day ? g_strdup ("24:00") : dd_calendar_format (calendar, instant, "%H:%M");

  /* Translators: date and time: Tue 1 Dec 09:00 */
  return g_strdup_printf (_ ("%s %s"), date, time);
}

/* Appends @part to the parts before it, unless @count is 0. Takes @part. */
static void
append_part (GString *text, int count, char *part)
{
  if (count > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", part);
  g_free (part);
}

char *
dd_words_minutes (gint64 minutes, int minutes_per_day)
{
  gint64 size = ABS (minutes);
  int days = (int) (size / minutes_per_day);
  int hours = (int) (size % minutes_per_day / MINUTES_PER_HOUR);
  int rest = (int) (size % minutes_per_day % MINUTES_PER_HOUR);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: working days, hours and minutes, as short as can be. */
  append_part (text, days, g_strdup_printf (_ ("%d d"), days));
  append_part (text, hours, g_strdup_printf (_ ("%d h"), hours));
  append_part (text, rest, g_strdup_printf (_ ("%d min"), rest));
  if (size == 0)
    return g_strdup ("0");
  return g_strconcat (minutes < 0 ? "−" : "", text->str, NULL);
}

static char *
span_to_words (DdSpan span)
{
  switch (span.unit)
    {
    case DD_DURATION_HOUR:
      return g_strdup_printf (ngettext ("%d hour", "%d hours", span.count), span.count);
    case DD_DURATION_DAY:
      return g_strdup_printf (ngettext ("%d day", "%d days", span.count), span.count);
    case DD_DURATION_WEEK:
      return g_strdup_printf (ngettext ("%d week", "%d weeks", span.count), span.count);
    }
  g_return_val_if_reached (NULL);
}

char *
dd_words_duration (const DdDuration *duration)
{
  g_autofree char *upper = span_to_words (duration->upper);
  g_autofree char *lower = NULL;

  if (duration->at_most)
    return g_strdup_printf (_ ("at most %s"), upper);
  if (duration->upper.count == 0)
    return g_strdup (_ ("no time"));
  if (!dd_duration_is_range (duration))
    return g_steal_pointer (&upper);
  if (duration->lower.unit == duration->upper.unit)
    lower = g_strdup_printf ("%d", duration->lower.count);
  else
    lower = span_to_words (duration->lower);
  return g_strdup_printf (_ ("%s to %s"), lower, upper);
}

static int
sum_shares (const DdCell *cell)
{
  int sum = 0;

  for (guint i = 0; i < cell->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (cell->activities, i);

      sum += activity->share;
    }
  return sum;
}

static char *
task_to_words (const DdActivity *activity)
{
  const DdCell *cell = activity->cell;
  g_autofree char *whole = dd_words_duration (&cell->duration);

  if (!cell->duration_given)
    return g_strdup (_ ("not stated: counts as no time"));
  if (cell->activities->len == 1)
    return g_steal_pointer (&whole);
  if (cell->parallel)
    return g_strdup_printf (_ ("%s, side by side"), whole);
  /* Translators: a part of a duration: 1/4 of 2 days */
  return g_strdup_printf (_ ("%d/%d of %s"), activity->share, sum_shares (cell), whole);
}

char *
dd_words_reading (const DdActivity *activity)
{
  g_autofree char *work = NULL;

  switch (activity->kind)
    {
    case DD_ACTIVITY_TASK:
      return task_to_words (activity);
    case DD_ACTIVITY_EVENT:
      return g_strdup (_ ("a moment"));
    case DD_ACTIVITY_GATE:
      return g_strdup (_ ("a gate: what follows waits for it"));
    case DD_ACTIVITY_WINDOW:
      work = task_to_words (activity);
      return g_strdup_printf (_ ("open for %s, not counted"), work);
    }
  g_return_val_if_reached (NULL);
}

char *
dd_words_owner_legend (void)
{
  static const DdOwner owners[] = { DD_OWNER_CUSTOMER, DD_OWNER_CONSULTANT, DD_OWNER_MANAGER };
  GString *legend = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      g_autofree char *letter = dd_owner_get_letters (owners[i]);
      g_autofree char *label = dd_owner_get_label (owners[i]);

      g_string_append_printf (legend, "%s%s %s", i > 0 ? ", " : "", letter, label);
    }
  return g_string_free (legend, FALSE);
}

const char *
dd_words_translate (const char *text)
{
  /* The translation of nothing is about the catalogue. */
  return text != NULL && text[0] != '\0' ? g_dgettext (GETTEXT_PACKAGE, text) : text;
}
