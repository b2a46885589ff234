/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * When reminders come: preferences are read, written, refused, and turned into instants.
 */

#include "config.h"

#include "reminders/dd-reminder-preferences.h"

#include "plan-fixture.h"

/* What is read is written so; a NULL is refused. */
static const struct
{
  const char *name;
  const char *text;
  const char *written;
} values[] = {
  { "activity-due", "2d", "2d" },
  { "activity-due", "4h", "4h" },
  { "activity-due", "1w", "1w" },
  { "activity-due", "0", "0" },
  { "activity-due", "off", "off" },
  { "activity-due", "on", NULL },
  { "activity-due", "1d..2d", NULL },
  { "activity-due", "..2d", NULL },
  { "activity-due", "2", NULL },
  { "activity-due", "", NULL },
  { "response-breached", "on", "on" },
  { "response-breached", "off", "off" },
  { "response-breached", "1d", NULL },
  { "quiet", "20:00-07:00", "20:00-07:00" },
  { "quiet", "00:00-24:00", NULL },
  { "quiet", "08:00-08:00", NULL },
  { "quiet", "24:00-07:00", NULL },
  { "quiet", "18:30-24:00", "18:30-24:00" },
  { "quiet", "8-9", NULL },
  { "quiet", "20:00-07:00 ", NULL },
  { "quiet", "off", "off" },
  { "quiet", "not-working", "not-working" },
  { "quiet", "1d", NULL },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *name = g_strconcat (DD_REMINDER_PREFERENCE_PREFIX, values[i].name, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *usual = NULL;
      g_autofree char *written = NULL;
      DdReminderPreferences preferences;

      dd_reminder_preferences_init (&preferences);
      usual = dd_reminder_preferences_get (&preferences, name);
      dd_reminder_preferences_set (&preferences, name, values[i].text, &error);
      if (values[i].written != NULL)
        g_assert_no_error (error);
      else
        g_assert_error (error, DD_REMINDER_PREFERENCES_ERROR, DD_REMINDER_PREFERENCES_ERROR_FORMAT);
      written = dd_reminder_preferences_get (&preferences, name);
      g_assert_cmpstr (written, ==, values[i].written != NULL ? values[i].written : usual);
    }
}

/* Nothing at all is what is usual, and each kind has a name that is known. */
static void
test_usual (void)
{
  for (guint i = 0; i < DD_N_REMINDER_KINDS; i++)
    {
      g_autofree char *name = dd_reminder_preferences_dup_name ((DdReminderKind) i);
      g_autofree char *usual = NULL;
      g_autofree char *again = NULL;
      DdReminderPreferences preferences;

      dd_reminder_preferences_init (&preferences);
      usual = dd_reminder_preferences_get (&preferences, name);
      g_assert_true (dd_reminder_preferences_set (&preferences, name, "off", NULL));
      g_assert_true (dd_reminder_preferences_set (&preferences, name, NULL, NULL));
      again = dd_reminder_preferences_get (&preferences, name);
      g_assert_cmpstr (again, ==, usual);
    }
}

static void
test_unknown (void)
{
  DdReminderPreferences preferences;
  g_autoptr (GError) error = NULL;

  dd_reminder_preferences_init (&preferences);
  g_assert_false (dd_reminder_preferences_set (&preferences, "reminder/tea", "1d", &error));
  g_assert_error (error, DD_REMINDER_PREFERENCES_ERROR, DD_REMINDER_PREFERENCES_ERROR_FORMAT);
  g_assert_null (dd_reminder_preferences_get (&preferences, "reminder/tea"));
  g_assert_null (dd_reminder_preferences_get (&preferences, "activity-due"));
}

/* A day is the calendar's. */
static void
test_minutes (void)
{
  g_autoptr (DdCalendar) calendar =
      fixture_calendar ("timezone=UTC\nminutes-per-day=300\ndays-per-week=4\nmonday=09:00-17:00\n");
  DdReminderPreferences preferences;

  dd_reminder_preferences_init (&preferences);
  dd_reminder_preferences_set (&preferences, "reminder/wait-old", "2w", NULL);
  g_assert_cmpint (dd_reminder_preferences_get_minutes (&preferences, DD_REMINDER_WAIT_OLD,
                                                        calendar),
                   ==, 2 * 4 * 300);
}

/* In Berlin, where clocks skip 02:00 to 03:00 on 28 March 2027 and have that hour twice on 31
 * October. */
static const struct
{
  const char *name;
  const char *quiet;
  const char *from;
  const char *end; /* NULL: it is not quiet */
} ends[] = {
  { "evening", "20:00-07:00", "2026-12-01T20:00", "2026-12-02T07:00" },
  { "before", "20:00-07:00", "2026-12-01T19:59:59", NULL },
  { "after-midnight", "20:00-07:00", "2026-12-02T00:30", "2026-12-02T07:00" },
  { "last-second", "20:00-07:00", "2026-12-02T06:59:59", "2026-12-02T07:00" },
  { "morning", "20:00-07:00", "2026-12-02T07:00", NULL },
  { "by-day", "12:00-13:30", "2026-12-02T13:10:20", "2026-12-02T13:30" },
  { "to-midnight", "18:00-24:00", "2026-12-02T18:00", "2026-12-03T00:00" },
  { "spring", "20:00-07:00", "2027-03-27T21:00", "2027-03-28T07:00" },
  { "skipped-end", "20:00-02:30", "2027-03-27T21:00", "2027-03-28T03:00" },
  { "autumn", "20:00-07:00", "2027-10-30T21:00", "2027-10-31T07:00" },
  { "off", "off", "2026-12-02T03:00", NULL },
  { "work", "not-working", "2026-12-04T17:00", "2026-12-07T09:00" },
  { "at-work", "not-working", "2026-12-04T16:59", NULL },
};

static void
test_quiet (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr (DdCalendar) calendar = fixture_vendor ();
  gint64 from = dd_calendar_parse_instant (calendar, ends[row].from, FALSE, NULL);
  g_autofree char *end = NULL;
  g_autofree char *expected = NULL;
  DdReminderPreferences preferences;

  dd_reminder_preferences_init (&preferences);
  g_assert_true (dd_reminder_preferences_set (&preferences, DD_REMINDER_PREFERENCE_QUIET,
                                              ends[row].quiet, NULL));
  end = dd_calendar_format_instant (calendar, dd_reminder_preferences_end_quiet (&preferences,
                                                                                 calendar, from));
  expected = dd_calendar_format_instant (calendar,
                                         ends[row].end == NULL
                                             ? from
                                             : dd_calendar_parse_instant (calendar, ends[row].end,
                                                                          FALSE, NULL));
  g_assert_cmpstr (end, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-preferences/values", test_values);
  g_test_add_func ("/reminder-preferences/usual", test_usual);
  g_test_add_func ("/reminder-preferences/unknown", test_unknown);
  g_test_add_func ("/reminder-preferences/minutes", test_minutes);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat ("/reminder-preferences/quiet/", ends[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_quiet);
    }
  return g_test_run ();
}
