/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What plans have in common is made once and found again.
 */

#include "config.h"

#include "dd-plan-cache.h"

#include "case-fixture.h"
#include "service/dd-service-parser.h"

static char *
keep (DdConnection *connection, const char *text)
{
  g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, NULL, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  char *hash = g_strdup (dd_action_keep (action, bytes));

  record_fixture_commit (connection, action);
  return hash;
}

static void
test_network (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *hash =
      keep (connection, "<service id='s' product='S' document-version='1'>"
                        "<phase id='p' name='P'><activity id='a'/></phase></service>");
  g_autoptr (GError) error = NULL;
  g_autoptr (DdNetwork) first = dd_plan_cache_get_network (connection, hash, &error);
  g_autoptr (DdNetwork) second = dd_plan_cache_get_network (connection, hash, &error);

  g_assert_no_error (error);
  g_assert_true (first == second);
  g_assert_cmpstr (dd_network_get_service (first)->id, ==, "s");
}

static void
test_bad_network (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *hash = keep (connection, "<service/>");
  g_autoptr (GError) bad = NULL;
  g_autoptr (GError) missing = NULL;

  g_assert_null (dd_plan_cache_get_network (connection, hash, &bad));
  g_assert_error (bad, DD_MARKUP_ERROR, DD_MARKUP_ERROR_ATTRIBUTE);
  g_assert_null (dd_plan_cache_get_network (connection, "elsewhere", &missing));
  g_assert_error (missing, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
}

/* No text and an empty one are the same. */
static void
test_calendar (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdCalendar) none = dd_plan_cache_get_calendar (connection, NULL, &error);
  g_autoptr (DdCalendar) empty = dd_plan_cache_get_calendar (connection, "", &error);
  g_autoptr (DdCalendar) one = dd_plan_cache_get_calendar (connection, CASE_FIXTURE_SHORT, &error);
  g_autoptr (DdCalendar) again =
      dd_plan_cache_get_calendar (connection, CASE_FIXTURE_SHORT, &error);

  g_assert_no_error (error);
  g_assert_true (none == empty);
  g_assert_true (one == again);
  g_assert_true (one != none);
}

static void
test_both (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdCalendar) day = dd_plan_cache_get_calendar (connection, NULL, NULL);
  g_autoptr (DdCalendar) half = dd_plan_cache_get_calendar (connection, CASE_FIXTURE_SHORT, NULL);
  g_autoptr (DdCalendar) night = dd_plan_cache_get_calendar (connection, CASE_FIXTURE_NIGHT, NULL);
  g_autoptr (DdCalendar) first = dd_plan_cache_get_both (connection, day, half);
  g_autoptr (DdCalendar) second = dd_plan_cache_get_both (connection, day, half);

  g_assert_nonnull (first);
  g_assert_true (first == second);
  g_assert_null (dd_plan_cache_get_both (connection, day, night));
  g_assert_null (dd_plan_cache_get_both (connection, day, night));
}

/* So many calendars that the first are forgotten: whoever has one keeps it. */
static void
test_many (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdCalendar) kept = dd_plan_cache_get_calendar (connection, CASE_FIXTURE_SHORT, NULL);

  for (int i = 0; i < 600; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("[calendar]\ntimezone=UTC\nminutes-per-day=%d\nmonday=09:00-17:00\n",
                           100 + i);
      g_autoptr (DdCalendar) calendar = dd_plan_cache_get_calendar (connection, text, NULL);
      g_autoptr (DdCalendar) both = dd_plan_cache_get_both (connection, kept, calendar);

      g_assert_cmpint (dd_calendar_get_minutes_per_day (calendar), ==, 100 + i);
      g_assert_nonnull (both);
    }
  g_assert_cmpint (dd_calendar_get_minutes_per_day (kept), ==, 480);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/plan-cache/network", test_network);
  store_test_add ("/plan-cache/bad-network", test_bad_network);
  store_test_add ("/plan-cache/calendar", test_calendar);
  store_test_add ("/plan-cache/both", test_both);
  store_test_add ("/plan-cache/many", test_many);
  return g_test_run ();
}
