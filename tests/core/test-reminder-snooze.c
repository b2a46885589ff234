/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * How long reminders are put off, in Berlin; 4 December 2026 is a Friday.
 */

#include "config.h"

#include "reminders/dd-reminder-snooze.h"

#include "plan-fixture.h"

static const struct
{
  const char *name;
  DdReminderSnooze snooze;
  const char *now;
  const char *end;
} rows[] = {
  { "hour", DD_SNOOZE_HOUR, "2026-12-04T16:30", "2026-12-04T17:30" },
  { "hour-over-the-change", DD_SNOOZE_HOUR, "2027-03-28T01:30", "2027-03-28T03:30" },
  { "tomorrow", DD_SNOOZE_TOMORROW, "2026-12-03T16:30", "2026-12-04T09:00" },
  { "tomorrow-early", DD_SNOOZE_TOMORROW, "2026-12-03T00:10", "2026-12-04T09:00" },
  { "tomorrow-off", DD_SNOOZE_TOMORROW, "2026-12-04T16:30", "2026-12-05T09:00" },
  { "tomorrow-over-the-change", DD_SNOOZE_TOMORROW, "2027-03-27T16:30", "2027-03-28T09:00" },
  { "next-working-day", DD_SNOOZE_NEXT_WORKING_DAY, "2026-12-04T08:30", "2026-12-07T09:00" },
  { "next-working-day-of-saturday", DD_SNOOZE_NEXT_WORKING_DAY, "2026-12-05T08:30",
    "2026-12-07T09:00" },
};

static void
test_end (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr (DdCalendar) calendar = fixture_vendor ();
  gint64 now = dd_calendar_parse_instant (calendar, rows[row].now, FALSE, NULL);
  gint64 expected = dd_calendar_parse_instant (calendar, rows[row].end, FALSE, NULL);

  g_assert_cmpint (dd_snooze_get_end (rows[row].snooze, calendar, now), ==, expected);
}

static void
test_nicks (void)
{
  DdReminderSnooze found;

  for (guint i = 0; i < DD_N_SNOOZES; i++)
    {
      g_assert_true (dd_snooze_find (dd_snooze_get_nick ((DdReminderSnooze) i), &found));
      g_assert_cmpuint (found, ==, i);
      g_assert_nonnull (dd_snooze_to_words (found));
    }
  g_assert_false (dd_snooze_find ("week", &found));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/reminder-snooze/end/", rows[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_end);
    }
  g_test_add_func ("/reminder-snooze/nicks", test_nicks);
  return g_test_run ();
}
