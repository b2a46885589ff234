/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "time/dd-calendar.h"

#define HEAD "[calendar]\ntimezone=Europe/Berlin\n"
#define OFFICE                                                                                     \
  HEAD "monday=09:00-17:00\ntuesday=09:00-17:00\nwednesday=09:00-17:00\nthursday=09:00-17:00\n"    \
       "friday=09:00-17:00\n"

typedef struct
{
  const char *name;
  const char *text;
  const char *words;
} Row;

static const Row rows[] = {
  { "an office", OFFICE, "Monday to Friday 09:00–17:00, Europe/Berlin." },
  { "one day", HEAD "tuesday=10:00-12:00\n", "Tuesday 10:00–12:00, Europe/Berlin." },
  { "two days", HEAD "tuesday=10:00-12:00\nwednesday=10:00-12:00\n",
    "Tuesday and Wednesday 10:00–12:00, Europe/Berlin." },
  { "days apart", HEAD "monday=10:00-12:00\nwednesday=10:00-12:00\nfriday=10:00-12:00\n",
    "Monday, Wednesday and Friday 10:00–12:00, Europe/Berlin." },
  { "a run and a day",
    HEAD "monday=10:00-12:00\ntuesday=10:00-12:00\nwednesday=10:00-12:00\nsunday=10:00-12:00\n",
    "Monday to Wednesday and Sunday 10:00–12:00, Europe/Berlin." },
  { "breaks", HEAD "monday=09:00-12:00;13:00-17:00\n",
    "Monday 09:00–12:00 and 13:00–17:00, Europe/Berlin." },
  { "other hours on another day",
    HEAD "monday=09:00-17:00\ntuesday=09:00-17:00\nfriday=09:00-12:00;13:00-15:00\n"
         "saturday=00:00-24:00\n",
    "Monday and Tuesday 09:00–17:00; Friday 09:00–12:00 and 13:00–15:00; Saturday 00:00–24:00, "
    "Europe/Berlin." },
  { "a day off", OFFICE "[exceptions]\n2026-12-25=off\n",
    "Monday to Friday 09:00–17:00, Europe/Berlin. 1 day off on 25 December 2026." },
  { "days off", OFFICE "[exceptions]\n2026-12-24..2027-01-03=off\n",
    "Monday to Friday 09:00–17:00, Europe/Berlin. "
    "7 days off between 24 December 2026 and 1 January 2027." },
  { "a holiday on a Sunday is none", OFFICE "[exceptions]\n2026-12-27=off\n",
    "Monday to Friday 09:00–17:00, Europe/Berlin." },
  { "an exception that changes nothing", OFFICE "[exceptions]\n2026-12-24=09:00-17:00\n",
    "Monday to Friday 09:00–17:00, Europe/Berlin." },
  { "other hours", OFFICE "[exceptions]\n2026-12-24=09:00-13:00\n",
    "Monday to Friday 09:00–17:00, Europe/Berlin. 1 day with other hours on 24 December 2026." },
  { "both", OFFICE "[exceptions]\n2026-12-24=09:00-13:00\n2026-12-26=09:00-13:00\n2026-12-25=off\n",
    "Monday to Friday 09:00–17:00, Europe/Berlin. "
    "1 day off and 2 days with other hours between 24 December 2026 and 26 December 2026." },
  { "work by exception only", HEAD "[exceptions]\n2026-12-24=09:00-13:00\n",
    "No weekday, Europe/Berlin. 1 day with other hours on 24 December 2026." },
};

static DdCalendar *
parse (const char *text)
{
  DdCalendar *calendar = dd_calendar_parse (text, -1, "test", NULL);

  g_assert_nonnull (calendar);
  return calendar;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (DdCalendar) calendar = parse (row->text);
  g_autofree char *words = dd_calendar_describe (calendar);

  g_assert_cmpstr (words, ==, row->words);
}

static void
test_intersection (void)
{
  g_autoptr (DdCalendar) office = parse (OFFICE);
  g_autoptr (DdCalendar) tuesday = parse (HEAD "tuesday=10:00-12:00\n");
  g_autoptr (DdCalendar) utc = parse ("[calendar]\ntimezone=UTC\ntuesday=10:00-12:00\n");
  g_autoptr (DdCalendar) two = dd_calendar_intersect (office, tuesday, NULL);
  g_autoptr (DdCalendar) three = dd_calendar_intersect (two, utc, NULL);
  g_autofree char *words = dd_calendar_describe (three);

  g_assert_cmpstr (words, ==,
                   "Only while all of these work: Monday to Friday 09:00–17:00, Europe/Berlin. "
                   "Tuesday 10:00–12:00, Europe/Berlin. Tuesday 10:00–12:00, UTC.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/calendar-describe/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/calendar-describe/intersection", test_intersection);
  return g_test_run ();
}
