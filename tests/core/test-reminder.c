/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reminders as values, and in words: times are those of Berlin.
 */

#include "config.h"

#include "reminders/dd-reminder.h"

#include "plan-fixture.h"

static DdReminder *
make (DdReminderKind kind, const char *matter, const char *subject, gint64 about)
{
  DdReminder *reminder = g_new0 (DdReminder, 1);

  reminder->case_id = g_strdup ("c1");
  reminder->matter = g_strdup (matter);
  reminder->kind = kind;
  reminder->due = about;
  reminder->about = about;
  reminder->subject = g_strdup (subject);
  reminder->customer = g_strdup ("Acme & Sons");
  reminder->product = g_strdup ("CX Process");
  return reminder;
}

static const struct
{
  DdReminderKind kind;
  const char *matter;
  const char *subject;
  const char *about;
  const char *title;
  const char *body;
} rows[] = {
  { DD_REMINDER_ACTIVITY_START, "activity:backup", "Backup", "2026-12-04T09:00",
    "Acme & Sons: “Backup” is about to start",
    "CX Process. It is planned to start on Friday 4 December 2026, 09:00." },
  { DD_REMINDER_ACTIVITY_DUE, "activity:backup", "Backup 100%", "2026-12-05T00:00",
    "Acme & Sons: “Backup 100%” is due",
    "CX Process. It must be done by Friday 4 December 2026, 24:00." },
  { DD_REMINDER_RESPONSE_HALF, "response:first", "", "2026-12-04T17:00",
    "Acme & Sons: The first response is awaited",
    "CX Process. The time for it is over on Friday 4 December 2026, 17:00." },
  { DD_REMINDER_RESPONSE_SOON, "response:manager", "", "2026-12-04T17:00",
    "Acme & Sons: The project manager must get in touch now",
    "CX Process. The time for it is over on Friday 4 December 2026, 17:00." },
  { DD_REMINDER_RESPONSE_BREACHED, "response:first", "", "2026-12-04T17:00",
    "Acme & Sons: The first response is late",
    "CX Process. The time for it was over on Friday 4 December 2026, 17:00." },
  { DD_REMINDER_WAIT_OLD, "wait:1", "No %s access", "2026-12-04T10:00",
    "Acme & Sons: A wait has grown old",
    "CX Process. “No %s access” It has been open since Friday 4 December 2026, 10:00." },
  { DD_REMINDER_QUESTIONNAIRE_LATE, "questionnaire", "", "2026-12-04T10:00",
    "Acme & Sons: The questionnaire has not come back",
    "CX Process. The customer has had it since Friday 4 December 2026, 10:00." },
  { DD_REMINDER_DEADLINE_NEAR, "deadline", "", "2026-12-04T10:00",
    "Acme & Sons: The deadline is in danger",
    "CX Process. If nothing is done, it is missed from Friday 4 December 2026, 10:00 on." },
  { DD_REMINDER_DEADLINE_MISSED, "deadline", "", "2026-12-05T00:00",
    "Acme & Sons: The deadline cannot be met as planned",
    "CX Process. It is Friday 4 December 2026, 24:00. Plan again, or agree on another date with the "
    "customer." },
  { DD_REMINDER_SUPPORT_ENDING, "support:support", "Support", "2026-12-04T17:00",
    "Acme & Sons: The support window is about to close",
    "CX Process. It closes on Friday 4 December 2026, 17:00." },
  { DD_REMINDER_NEXT_REQUEST, "next-request", "", "2026-12-04T09:00",
    "Acme & Sons: The next upgrade should be requested",
    "CX Process. To be done a year after the last, it must be requested by Friday 4 December 2026, "
    "09:00." },
};

static void
test_words (void)
{
  g_autoptr (DdCalendar) calendar = fixture_vendor ();

  G_STATIC_ASSERT (G_N_ELEMENTS (rows) == DD_N_REMINDER_KINDS);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 about = dd_calendar_parse_instant (calendar, rows[i].about, FALSE, NULL);
      g_autoptr (DdReminder) reminder = make (rows[i].kind, rows[i].matter, rows[i].subject, about);
      g_autofree char *title = dd_reminder_get_title (reminder);
      g_autofree char *body = dd_reminder_get_body (reminder, calendar);

      g_assert_cmpstr (title, ==, rows[i].title);
      g_assert_cmpstr (body, ==, rows[i].body);
    }
}

static GPtrArray *
make_many (guint n)
{
  GPtrArray *many = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_reminder_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (many, make (DD_REMINDER_DEADLINE_NEAR, "deadline", "", i));
  return many;
}

static void
test_many (void)
{
  static const struct
  {
    guint n;
    const char *title;
    const char *last; /* line */
    guint lines;
  } many[] = {
    { 1, "1 reminder", "Acme & Sons: The deadline is in danger", 1 },
    { 5, "5 reminders", "Acme & Sons: The deadline is in danger", 5 },
    { 6, "6 reminders", "and 2 others", 5 },
    { 300, "300 reminders", "and 296 others", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      g_autoptr (GPtrArray) reminders = make_many (many[i].n);
      g_autofree char *title = dd_reminders_get_title (reminders);
      g_autofree char *body = dd_reminders_get_body (reminders);
      g_auto (GStrv) lines = g_strsplit (body, "\n", -1);

      g_assert_cmpstr (title, ==, many[i].title);
      g_assert_cmpuint (g_strv_length (lines), ==, many[i].lines);
      g_assert_cmpstr (lines[many[i].lines - 1], ==, many[i].last);
    }
}

static void
test_names (void)
{
  g_autoptr (DdReminder) reminder = make (DD_REMINDER_ACTIVITY_DUE, "activity:backup", "B", 5);
  g_autoptr (DdReminder) copy = dd_reminder_copy (reminder);
  g_autofree char *key = dd_reminder_dup_key (copy);
  g_autofree char *id = dd_reminder_dup_notification_id (copy);

  g_assert_cmpstr (key, ==, "c1/activity:backup/activity-due");
  g_assert_cmpstr (id, ==, "c1/activity:backup");
  g_assert_cmpint (dd_reminder_compare (reminder, copy), ==, 0);
}

/* The loudest first, then the one that is due first. */
static void
test_order (void)
{
  g_autoptr (DdReminder) late = make (DD_REMINDER_DEADLINE_MISSED, "deadline", "", 9);
  g_autoptr (DdReminder) early = make (DD_REMINDER_ACTIVITY_DUE, "activity:a", "", 1);
  g_autoptr (DdReminder) later = make (DD_REMINDER_ACTIVITY_DUE, "activity:a", "", 2);
  g_autoptr (DdReminder) other = make (DD_REMINDER_ACTIVITY_DUE, "activity:b", "", 2);

  g_assert_cmpint (dd_reminder_compare (late, early), <, 0);
  g_assert_cmpint (dd_reminder_compare (early, later), <, 0);
  g_assert_cmpint (dd_reminder_compare (later, other), <, 0);
  g_assert_cmpint (dd_reminder_compare (other, late), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder/words", test_words);
  g_test_add_func ("/reminder/many", test_many);
  g_test_add_func ("/reminder/names", test_names);
  g_test_add_func ("/reminder/order", test_order);
  return g_test_run ();
}
