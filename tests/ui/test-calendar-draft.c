/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "preferences/dd-calendar-draft.h"

#include <string.h>

#define WEEK                                                                                       \
  "[calendar]\ntimezone=Europe/Berlin\nmonday=09:00-17:00\ntuesday=08:00-12:00;13:00-17:00\n"      \
  "[exceptions]\n2026-12-25=off\n2026-12-24=09:00-12:00\n"

static void
test_keeps_what_it_does_not_change (void)
{
  g_autoptr (DdCalendarDraft) draft = dd_calendar_draft_new (WEEK);
  g_autoptr (DdCalendar) before = dd_calendar_parse (WEEK, -1, "week", NULL);
  g_autoptr (DdCalendar) after = dd_calendar_draft_to_calendar (draft, NULL);
  g_autofree char *text_before = dd_calendar_to_text (before);
  g_autofree char *text_after = dd_calendar_to_text (after);

  g_assert_cmpstr (text_before, ==, text_after);
}

static void
test_changes_a_key (void)
{
  g_autoptr (DdCalendarDraft) draft = dd_calendar_draft_new (WEEK);
  g_autofree char *monday = NULL, *tuesday = NULL;

  dd_calendar_draft_set (draft, "monday", " 10:00-11:00 ");
  dd_calendar_draft_set (draft, "tuesday", "  ");
  monday = dd_calendar_draft_get (draft, "monday");
  tuesday = dd_calendar_draft_get (draft, "tuesday");
  g_assert_cmpstr (monday, ==, "10:00-11:00");
  g_assert_cmpstr (tuesday, ==, "");
}

static const struct
{
  const char *key;
  const char *value;
  const char *says; /* NULL: nothing */
} values[] = {
  { "monday", "09:00-17:00", NULL },
  { "monday", "09:00-12:00;13:00-17:00", NULL },
  { "monday", "off", NULL },
  { "monday", "", "neither" },
  { "monday", "9 to 5", "9 to 5" },
  { "sunday", "17:00-09:00", "does not end after it starts" },
  { "sunday", "09:00-12:00;11:00-13:00", "overlap" },
  { "timezone", "Europe/Berlin", NULL },
  { "timezone", "Middle/Earth", "Middle/Earth" },
  { "minutes-per-day", "480", NULL },
  { "minutes-per-day", "0", "whole number" },
};

static void
test_says_what_is_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *message = dd_calendar_draft_check (values[i].key, values[i].value);

      if (values[i].says == NULL)
        g_assert_cmpstr (message, ==, NULL);
      else
        {
          g_assert_nonnull (message);
          g_assert_nonnull (strstr (message, values[i].says));
          g_assert_null (strstr (message, "line"));
        }
    }
}

static void
test_lists_exceptions_in_order (void)
{
  g_autoptr (DdCalendarDraft) draft = dd_calendar_draft_new (WEEK);
  g_auto (GStrv) dates = dd_calendar_draft_list_exceptions (draft);
  g_autofree char *hours = dd_calendar_draft_get_exception (draft, "2026-12-24");

  g_assert_cmpuint (g_strv_length (dates), ==, 2);
  g_assert_cmpstr (dates[0], ==, "2026-12-24");
  g_assert_cmpstr (hours, ==, "09:00-12:00");
}

static void
test_adds_and_removes_exceptions (void)
{
  g_autoptr (DdCalendarDraft) draft = dd_calendar_draft_new ("[calendar]\nmonday=09:00-17:00\n");
  g_auto (GStrv) none = dd_calendar_draft_list_exceptions (draft);
  g_auto (GStrv) one = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_true (dd_calendar_draft_add_exception (draft, "2026-12-28..2026-12-31", "off", &error));
  g_assert_no_error (error);
  one = dd_calendar_draft_list_exceptions (draft);
  g_assert_cmpuint (g_strv_length (one), ==, 1);
  dd_calendar_draft_remove_exception (draft, "2026-12-28..2026-12-31");
  again = dd_calendar_draft_list_exceptions (draft);
  g_assert_cmpuint (g_strv_length (again), ==, 0);
}

static const char *const bad_exceptions[][2] = {
  { "", "off" },
  { "# never", "off" },
  { "2026-02-30", "off" },
  { "2026-12-24", "noon" },
  { "2026-12-24..", "off" },
  { "2026-12-24..2026-12-01", "off" },
  { "2026=12", "off" },
  { "Christmas", "off" },
};

static void
test_refuses_exceptions (void)
{
  g_autoptr (DdCalendarDraft) draft = dd_calendar_draft_new (WEEK);

  for (guint i = 0; i < G_N_ELEMENTS (bad_exceptions); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (dd_calendar_draft_add_exception (draft, bad_exceptions[i][0],
                                                       bad_exceptions[i][1], &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-draft/keeps-what-it-does-not-change",
                   test_keeps_what_it_does_not_change);
  g_test_add_func ("/calendar-draft/changes-a-key", test_changes_a_key);
  g_test_add_func ("/calendar-draft/says-what-is-wrong", test_says_what_is_wrong);
  g_test_add_func ("/calendar-draft/lists-exceptions-in-order", test_lists_exceptions_in_order);
  g_test_add_func ("/calendar-draft/adds-and-removes-exceptions", test_adds_and_removes_exceptions);
  g_test_add_func ("/calendar-draft/refuses-exceptions", test_refuses_exceptions);
  return g_test_run ();
}
