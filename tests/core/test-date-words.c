/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-date-words.h"

#include "plan-fixture.h"

/* Instants in Berlin, and the dates on which something begins and ends there. */
static const struct
{
  const char *instant;
  const char *begins;
  const char *ends;
} dates[] = {
  { "2026-12-18 17:00", "Friday 18 December 2026", "Friday 18 December 2026" },
  { "2026-12-18 00:00", "Friday 18 December 2026", "Thursday 17 December 2026" },
  { "2026-12-18 00:00:01", "Friday 18 December 2026", "Friday 18 December 2026" },
  { "2027-01-01 00:00", "Friday 1 January 2027", "Thursday 31 December 2026" },
  { "2028-03-01 00:00", "Wednesday 1 March 2028", "Tuesday 29 February 2028" },
  /* 2:00 to 3:00 does not exist on this day. */
  { "2027-03-28 03:00", "Sunday 28 March 2027", "Sunday 28 March 2027" },
};

static void
test_dates (void)
{
  g_autoptr (DdCalendar) berlin = fixture_vendor ();

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      gint64 instant = fixture_instant (berlin, dates[i].instant);
      g_autofree char *begins = dd_date_words_of_start (berlin, instant);
      g_autofree char *ends = dd_date_words_of_end (berlin, instant);

      g_assert_cmpstr (begins, ==, dates[i].begins);
      g_assert_cmpstr (ends, ==, dates[i].ends);
    }
}

/* The date is that of the calendar's zone, whichever the machine's is. */
static void
test_zones (void)
{
  g_autoptr (DdCalendar) berlin = fixture_vendor ();
  g_autoptr (DdCalendar) tokyo = dd_calendar_new_default ("Asia/Tokyo", NULL);
  gint64 evening = fixture_instant (berlin, "2026-12-18 20:00");
  g_autofree char *words = dd_date_words_of_start (tokyo, evening);

  g_assert_cmpstr (words, ==, "Saturday 19 December 2026");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-words/dates", test_dates);
  g_test_add_func ("/date-words/zones", test_zones);
  return g_test_run ();
}
