/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "time/dd-calendar-rules.h"

/* Julian days of 2026-12-21, a Monday, and those after it. */
#define MONDAY 739971

static GArray *
make_hours (int start, int finish)
{
  GArray *hours = g_array_new (FALSE, FALSE, sizeof (DdHours));
  DdHours at = { start * 60, finish * 60 };

  if (start < finish)
    g_array_append_val (hours, at);
  return hours;
}

static void
append (GArray *exceptions, guint32 first, guint32 last, int start, int finish)
{
  DdException exception = { first, last, make_hours (start, finish) };

  g_array_append_val (exceptions, exception);
}

static void
assert_exception (DdCalendarRules *rules, guint index, guint32 first, guint32 last, int start)
{
  const DdException *exception = &g_array_index (rules->exceptions, DdException, index);

  g_assert_cmpuint (index, <, rules->exceptions->len);
  g_assert_cmpuint (exception->first, ==, first);
  g_assert_cmpuint (exception->last, ==, last);
  if (start < 0)
    g_assert_cmpuint (exception->hours->len, ==, 0);
  else
    g_assert_cmpint (g_array_index (exception->hours, DdHours, 0).start, ==, start * 60);
}

static void
test_set_exceptions (void)
{
  g_autoptr (DdCalendarRules) rules = dd_calendar_rules_new (dd_zone_get ("UTC", NULL));
  g_autoptr (GArray) written = dd_exceptions_new ();

  dd_calendar_rules_set_exceptions (rules, written);
  g_assert_cmpuint (rules->exceptions->len, ==, 0);

  append (written, MONDAY + 10, MONDAY + 20, 0, 0);
  append (written, MONDAY + 15, MONDAY + 16, 9, 12);
  append (written, MONDAY + 16, MONDAY + 16, 9, 12);
  append (written, MONDAY + 30, MONDAY + 30, 0, 0);
  append (written, MONDAY + 31, MONDAY + 31, 8, 9);
  append (written, MONDAY, MONDAY + 10, 0, 0);
  dd_calendar_rules_set_exceptions (rules, written);

  g_assert_cmpuint (rules->exceptions->len, ==, 5);
  assert_exception (rules, 0, MONDAY, MONDAY + 14, -1);
  assert_exception (rules, 1, MONDAY + 15, MONDAY + 16, 9);
  assert_exception (rules, 2, MONDAY + 17, MONDAY + 20, -1);
  assert_exception (rules, 3, MONDAY + 30, MONDAY + 30, -1);
  assert_exception (rules, 4, MONDAY + 31, MONDAY + 31, 8);
}

static void
test_find (void)
{
  g_autoptr (DdCalendarRules) rules = dd_calendar_rules_new (dd_zone_get ("UTC", NULL));
  g_autoptr (GArray) written = dd_exceptions_new ();
  DdHours hours = { 540, 1020 };

  g_array_append_val (rules->weekdays[0], hours);
  append (written, MONDAY + 1, MONDAY + 2, 0, 0);
  append (written, MONDAY + 7, MONDAY + 7, 0, 0);
  dd_calendar_rules_set_exceptions (rules, written);

  g_assert_cmpuint (dd_calendar_rules_find_exception (rules, MONDAY), ==, 0);
  g_assert_cmpuint (dd_calendar_rules_find_exception (rules, MONDAY + 2), ==, 0);
  g_assert_cmpuint (dd_calendar_rules_find_exception (rules, MONDAY + 3), ==, 1);
  g_assert_cmpuint (dd_calendar_rules_find_exception (rules, MONDAY + 8), ==, 2);

  g_assert_cmpuint (dd_calendar_rules_get_hours (rules, MONDAY)->len, ==, 1);
  g_assert_cmpuint (dd_calendar_rules_get_hours (rules, MONDAY + 1)->len, ==, 0);
  g_assert_cmpuint (dd_calendar_rules_get_hours (rules, MONDAY + 7)->len, ==, 0);
  g_assert_cmpuint (dd_calendar_rules_get_weekday (rules, MONDAY + 7)->len, ==, 1);
  g_assert_cmpuint (dd_calendar_rules_get_hours (rules, MONDAY + 14)->len, ==, 1);
}

/* As many lines as a calendar can hold, each over all dates: one is left, soon. */
static void
test_many (void)
{
  g_autoptr (DdCalendarRules) rules = dd_calendar_rules_new (dd_zone_get ("UTC", NULL));
  g_autoptr (GArray) written = dd_exceptions_new ();

  for (int i = 0; i < 160000; i++)
    append (written, DD_JULIAN_1970, DD_JULIAN_1970 + 84005, 0, i % 24);
  dd_calendar_rules_set_exceptions (rules, written);
  g_assert_cmpuint (rules->exceptions->len, ==, 1);
  assert_exception (rules, 0, DD_JULIAN_1970, DD_JULIAN_1970 + 84005, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-rules/set exceptions", test_set_exceptions);
  g_test_add_func ("/calendar-rules/find", test_find);
  g_test_add_func ("/calendar-rules/many", test_many);
  return g_test_run ();
}
