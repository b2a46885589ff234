/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The schedule follows what is stored: with each action that of the case it is about, and no other.
 */

#include "config.h"

#include "dd-reminder-schedule.h"

#include "dd-case-actions.h"
#include "dd-preferences.h"
#include "reminder-fixture.h"

/* 1 December 2026 is a Tuesday. */
#define CELLS  TASK ("prepare", "1d", "") TASK ("work", "2d", "")
#define OPENED "2026-12-01 08:00"

static char *
open_case (DdConnection *connection, DdRecord *customer)
{
  return case_fixture_open (connection, customer, CELLS, "2026-12-07", OPENED);
}

/* Every reminder that is not settled: "KIND DAY TIME", by due time. */
static char *
describe (DdConnection *connection, const char *case_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdStatement) row = dd_connection_prepare (
      connection,
      "SELECT group_concat (kind || ' ' || strftime ('%d %H:%M', due_at, 'unixepoch'), ', ') FROM"
      " (SELECT * FROM reminders WHERE case_id = ?1 AND settled = 0 ORDER BY due_at, key)",
      "Testing", &error);
  gboolean found;

  g_assert_no_error (error);
  dd_statement_bind_text (row, 1, case_id, -1);
  dd_statement_step (row, &found, &error);
  g_assert_no_error (error);
  return g_strdup (dd_statement_is_null (row, 0) ? "" : dd_statement_get_text (row, 0));
}

static void
check (DdConnection *connection, const char *case_id, const char *expected)
{
  g_autofree char *text = describe (connection, case_id);

  g_assert_cmpstr (text, ==, expected);
}

static gint64
count_changed (DdConnection *connection)
{
  return store_test_get_int64 (connection, "SELECT count (*) FROM reminder_changes");
}

static void
test_follows_actions (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autofree char *id = open_case (connection, customer);

  check (connection, id, "activity-start 04 09:00");
  case_fixture_set_text (connection, id, "deadline", "2026-12-11", OPENED);
  check (connection, id,
         "activity-start 04 09:00, deadline-near 07 09:00, activity-due 09 09:00, "
         "deadline-missed 09 09:01");
  reminder_fixture_step (connection, id, DD_CASE_STEP_WAIT, NULL, "2026-12-07 09:00");
  check (connection, id, "deadline-near 07 09:00, deadline-missed 09 09:01, wait-old 09 17:00");
  reminder_fixture_step (connection, id, DD_CASE_STEP_CANCEL, NULL, "2026-12-07 10:00");
  check (connection, id, "");
  g_assert_cmpint (count_changed (connection), ==, 0);
}

/* An edit of one case writes nothing of another. */
static void
test_others_cost_nothing (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autofree char *id = open_case (connection, customer);
  g_autofree char *other = open_case (connection, customer);

  store_test_exec (connection, "UPDATE reminders SET subject = 'untouched'");
  case_fixture_set_text (connection, id, "deadline", "2026-12-11", OPENED);
  g_assert_cmpint (store_test_get_int64 (
                       connection, "SELECT count (*) FROM reminders WHERE subject = 'untouched'"),
                   ==, 1);
  check (connection, other, "activity-start 04 09:00");
}

/* Its own preference goes before everybody's; one that cannot be read counts as none. */
static void
test_preferences (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autofree char *id = open_case (connection, customer);
  g_autofree char *other = open_case (connection, customer);

  reminder_fixture_prefer (connection, NULL, "reminder/activity-start", "2d");
  check (connection, id, "activity-start 03 09:00");
  check (connection, other, "activity-start 03 09:00");
  reminder_fixture_prefer (connection, id, "reminder/activity-start", "4h");
  check (connection, id, "activity-start 04 13:00");
  check (connection, other, "activity-start 03 09:00");
  reminder_fixture_prefer (connection, id, "reminder/activity-start", "off");
  check (connection, id, "");
  reminder_fixture_prefer (connection, id, "reminder/activity-start", "soon");
  check (connection, id, "activity-start 03 09:00");
}

/* Everybody's calendar, and the customer's. */
static void
test_calendars (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autofree char *id = open_case (connection, customer);

  case_fixture_set_calendar (connection, CASE_FIXTURE_HOLIDAY, case_fixture_at (OPENED));
  check (connection, id, "activity-start 02 09:00");
  case_fixture_set_calendar (connection, NULL, case_fixture_at (OPENED));
  check (connection, id, "activity-start 04 09:00");
}

/* What was never told of a case that is deleted is forgotten, what was told is kept for an undo. */
static void
test_deleted (StoreTest *test, gconstpointer data)
{
  const DdActor anna = { .user = "Anna", .now = case_fixture_at ("2026-12-04 12:00") };
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autofree char *id = open_case (connection, customer);
  g_autoptr (DdReminderDesk) desk = dd_reminder_desk_new ();
  g_autoptr (GError) error = NULL;

  case_fixture_set_text (connection, id, "deadline", "2026-12-31", OPENED);
  reminder_fixture_check (desk, connection, "2026-12-04 09:00",
                          "show activity-start activity:prepare; wake 25 09:00");
  dd_case_actions_delete (connection, &anna, id, &error);
  g_assert_no_error (error);
  check (connection, id, "");
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM reminders"), ==, 1);
}

/* Very many are left to the next rounds, a step at a time. */
static void
test_many (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autoptr (GError) error = NULL;
  gboolean more;

  for (guint i = 0; i < DD_REMINDER_SCHEDULE_STEP + 1; i++)
    g_free (open_case (connection, customer));
  reminder_fixture_prefer (connection, NULL, "reminder/activity-start", "2d");
  g_assert_cmpint (count_changed (connection), ==, DD_REMINDER_SCHEDULE_STEP + 1);
  g_assert_true (dd_reminder_schedule_step (connection, case_fixture_at (OPENED), &more, &error));
  g_assert_true (more);
  g_assert_cmpint (count_changed (connection), ==, 1);
  g_assert_true (dd_reminder_schedule_update (connection, case_fixture_at (OPENED), &error));
  g_assert_cmpint (count_changed (connection), ==, 0);
}

/* A machine that was taken to New York begins work five hours later than London. */
static void
test_zone (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autofree char *id = open_case (connection, customer);
  g_autoptr (DdReminderDesk) desk = dd_reminder_desk_new ();

  reminder_fixture_check (desk, connection, OPENED, "wake 4 09:00");
  g_setenv ("TZ", "America/New_York", TRUE);
  reminder_fixture_check (desk, connection, "2026-12-01 12:00", "wake 4 09:00");
  check (connection, id, "activity-start 04 14:00");
  g_setenv ("TZ", "UTC", TRUE);
  reminder_fixture_check (desk, connection, "2026-12-01 12:00", "wake 4 09:00");
  check (connection, id, "activity-start 04 09:00");
}

/* A case that cannot be planned keeps the schedule it has. */
static void
test_problem (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autofree char *id = open_case (connection, customer);

  dd_record_set_text (customer, "calendar", "[calendar]\nnonsense=1\n");
  case_fixture_save (connection, customer, case_fixture_at (OPENED));
  check (connection, id, "activity-start 04 09:00");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/reminder-schedule/follows-actions", test_follows_actions);
  store_test_add ("/reminder-schedule/others-cost-nothing", test_others_cost_nothing);
  store_test_add ("/reminder-schedule/preferences", test_preferences);
  store_test_add ("/reminder-schedule/calendars", test_calendars);
  store_test_add ("/reminder-schedule/deleted", test_deleted);
  store_test_add ("/reminder-schedule/many", test_many);
  store_test_add ("/reminder-schedule/zone", test_zone);
  store_test_add ("/reminder-schedule/problem", test_problem);
  return g_test_run ();
}
