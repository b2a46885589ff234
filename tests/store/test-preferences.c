/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Preferences of one case and of all, and everybody's calendar among them.
 */

#include "config.h"

#include "dd-preferences.h"

#include "case-fixture.h"

static DdRecord *
load (DdConnection *connection, const char *case_id, const char *key)
{
  g_autoptr (GError) error = NULL;
  DdPreference *preference = dd_preferences_load (connection, case_id, key, &error);

  g_assert_no_error (error);
  return DD_RECORD (preference);
}

static void
set (DdConnection *connection, const char *case_id, const char *value)
{
  g_autoptr (DdRecord) preference = load (connection, case_id, "lead");

  dd_record_set_text (preference, "value", value);
  case_fixture_save (connection, preference, 1000);
}

static void
check (DdConnection *connection, const char *case_id, const char *value)
{
  g_autoptr (DdRecord) preference = load (connection, case_id, "lead");

  g_assert_true (dd_record_is_stored (preference) == (value != NULL));
  g_assert_cmpstr (dd_record_get_text (preference, "value"), ==, value);
}

/* The same key of a case, of another, and of all are three preferences. */
static void
test_keys (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autofree char *first =
      case_fixture_open (connection, customer, TASK ("a", "1d", ""), "2026-12-01", "2026-12-01");
  g_autofree char *second =
      case_fixture_open (connection, customer, TASK ("a", "1d", ""), "2026-12-01", "2026-12-01");

  check (connection, first, NULL);
  set (connection, first, "one");
  set (connection, NULL, "all");
  check (connection, first, "one");
  check (connection, second, NULL);
  check (connection, NULL, "all");
  set (connection, first, "two");
  check (connection, first, "two");
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM preferences"), ==, 2);
}

static void
check_zone (DdConnection *connection, const char *zone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdCalendar) calendar = dd_preferences_load_calendar (connection, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dd_calendar_get_timezone (calendar), ==, zone);
}

static void
test_calendar (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);

  check_zone (connection, "UTC");
  case_fixture_set_calendar (connection, NULL, 1000);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM preferences"), ==, 0);
  case_fixture_set_calendar (connection, "[calendar]\ntimezone=Asia/Tokyo\nmonday=09:00-17:00\n",
                             1000);
  check_zone (connection, "Asia/Tokyo");
  case_fixture_set_calendar (connection, NULL, 1000);
  check_zone (connection, "UTC");
}

/* What is no calendar is refused before anything is done. */
static void
test_bad_calendar (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, "Set the calendar", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_preferences_set_calendar (connection, action,
                                               "[calendar]\ntimezone=Nowhere/Never\n", &error));
  g_assert_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_ZONE);
  g_assert_cmpuint (dd_action_get_changes (action)->len, ==, 0);
}

static gboolean
is_calendar (DdConnection *connection, const DdChange *change)
{
  g_autoptr (GError) error = NULL;
  gboolean is = FALSE;

  dd_preferences_is_calendar (connection, change, &is, &error);
  g_assert_no_error (error);
  return is;
}

/* Told apart from other preferences, and from a case's of that name: stored and deleted. */
static void
test_is_calendar (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) calendar = NULL;
  g_autoptr (DdRecord) other = load (connection, NULL, "lead");
  g_autoptr (DdRecord) of_case = load (connection, "a case", DD_PREFERENCE_CALENDAR);
  g_autoptr (DdChange) changed = NULL;
  g_autoptr (DdChange) deleted = NULL;
  g_autoptr (DdChange) other_deleted = NULL;
  g_autoptr (DdChange) of_case_deleted = NULL;

  dd_record_settle (other);
  dd_record_settle (of_case);
  other_deleted = dd_change_new_delete (other);
  of_case_deleted = dd_change_new_delete (of_case);
  case_fixture_set_calendar (connection, CASE_FIXTURE_SHORT, 1000);
  calendar = load (connection, NULL, DD_PREFERENCE_CALENDAR);
  deleted = dd_change_new_delete (calendar);
  dd_record_set_text (calendar, "value", CASE_FIXTURE_NIGHT);
  changed = dd_change_new_save (calendar);
  g_assert_true (is_calendar (connection, changed));
  store_test_exec (connection, "DELETE FROM preferences");
  g_assert_true (is_calendar (connection, deleted));
  g_assert_false (is_calendar (connection, other_deleted));
  g_assert_false (is_calendar (connection, of_case_deleted));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/preferences/keys", test_keys);
  store_test_add ("/preferences/calendar", test_calendar);
  store_test_add ("/preferences/bad-calendar", test_bad_calendar);
  store_test_add ("/preferences/is-calendar", test_is_calendar);
  return g_test_run ();
}
