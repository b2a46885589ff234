/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * How long reminders are put off. A few lookups in the calendar.
 */

#include "config.h"

#include "reminders/dd-reminder-snooze.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HOUR 3600

static const struct
{
  const char *nick;
  const char *words; /* untranslated */
} snoozes[DD_N_SNOOZES] = {
  [DD_SNOOZE_HOUR] = { "hour", N_ ("In 1 Hour") },
  [DD_SNOOZE_TOMORROW] = { "tomorrow", N_ ("Tomorrow") },
  [DD_SNOOZE_NEXT_WORKING_DAY] = { "next-working-day", N_ ("Next Working Day") },
};

const char *
dd_snooze_get_nick (DdReminderSnooze snooze)
{
  g_return_val_if_fail (snooze < DD_N_SNOOZES, NULL);

  return snoozes[snooze].nick;
}

gboolean
dd_snooze_find (const char *nick, DdReminderSnooze *snooze)
{
  g_return_val_if_fail (nick != NULL && snooze != NULL, FALSE);

  for (guint i = 0; i < DD_N_SNOOZES; i++)
    if (strcmp (snoozes[i].nick, nick) == 0)
      {
        *snooze = (DdReminderSnooze) i;
        return TRUE;
      }
  return FALSE;
}

const char *
dd_snooze_to_words (DdReminderSnooze snooze)
{
  g_return_val_if_fail (snooze < DD_N_SNOOZES, NULL);

  return _ (snoozes[snooze].words);
}

/* A day that skips an hour has its 09:00 eight hours after it begins, so ask the clock. */
static gint64
find_morning (DdCalendar *calendar, guint32 day)
{
  GDate date;

  g_date_set_julian (&date, day);
  {
    g_autofree char *text =
        g_strdup_printf ("%04u-%02u-%02uT09:00", g_date_get_year (&date),
                         (guint) g_date_get_month (&date), (guint) g_date_get_day (&date));
    return dd_calendar_parse_instant (calendar, text, FALSE, NULL);
  }
}

gint64
dd_snooze_get_end (DdReminderSnooze snooze, DdCalendar *calendar, gint64 now)
{
  guint32 tomorrow;
  gint64 midnight;
  gint64 work;

  g_return_val_if_fail (calendar != NULL && snooze < DD_N_SNOOZES, now);

  if (snooze == DD_SNOOZE_HOUR)
    return now + HOUR;
  tomorrow = dd_calendar_julian_day (calendar, now) + 1;
  midnight = dd_calendar_julian_start (calendar, tomorrow);
  work = dd_calendar_next_working (calendar, midnight);
  if (snooze == DD_SNOOZE_NEXT_WORKING_DAY
      || work < dd_calendar_julian_start (calendar, tomorrow + 1))
    return work;
  return find_morning (calendar, tomorrow);
}
