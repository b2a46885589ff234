/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "service/dd-words.h"

#include "service/dd-service-parser.h"

#include <string.h>

static void
test_instant (void)
{
  static const struct
  {
    const char *instant;
    DdWordsFlags flags;
    const char *words;
  } rows[] = {
    { "2026-12-01T09:00", DD_WORDS_PLAIN, "Tue 1 Dec 09:00" },
    { "2026-12-01T09:00", DD_WORDS_ALIGNED, "Tue  1 Dec 09:00" },
    { "2026-12-14T17:00", DD_WORDS_ALIGNED, "Mon 14 Dec 17:00" },
    { "2027-01-01T09:00", DD_WORDS_PLAIN, "Fri 1 Jan 2027 09:00" },
    { "2026-12-19", DD_WORDS_PLAIN, "Sat 19 Dec 00:00" },
    { "2026-12-19", DD_WORDS_FINISH, "Fri 18 Dec 24:00" },
    { "2027-01-01", DD_WORDS_FINISH, "Thu 31 Dec 24:00" },
    { "2026-12-18T17:00", DD_WORDS_FINISH, "Fri 18 Dec 17:00" },
    { "2026-10-25T02:30+02:00", DD_WORDS_PLAIN, "Sun 25 Oct 02:30" },
  };
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 instant = dd_calendar_parse_instant (calendar, rows[i].instant, FALSE, NULL);
      g_autofree char *words = dd_words_instant (calendar, instant, 2026, rows[i].flags);
      g_autofree char *date = dd_words_date (calendar, instant, 2026, rows[i].flags);

      g_assert_cmpstr (words, ==, rows[i].words);
      g_assert_true (g_str_has_prefix (words, date));
      g_assert_cmpuint (strlen (date) + strlen (" 09:00"), ==, strlen (words));
    }
}

/* The year is that of the calendar's zone. */
static void
test_year (void)
{
  g_autoptr (DdCalendar) berlin = dd_calendar_new_default ("Europe/Berlin", NULL);
  g_autoptr (DdCalendar) chicago = dd_calendar_new_default ("America/Chicago", NULL);
  gint64 instant = dd_calendar_parse_instant (berlin, "2027-01-01T01:00", FALSE, NULL);

  g_assert_cmpint (dd_words_year (berlin, instant), ==, 2027);
  g_assert_cmpint (dd_words_year (chicago, instant), ==, 2026);
}

static void
test_minutes (void)
{
  static const struct
  {
    gint64 minutes;
    const char *words;
  } rows[] = {
    { 0, "0" },       { 30, "30 min" },          { 120, "2 h" }, { 480, "1 d" }, { 4800, "10 d" },
    { -960, "−2 d" }, { 615, "1 d 2 h 15 min" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = dd_words_minutes (rows[i].minutes, 480);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_duration (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } rows[] = {
    { "0", "no time" },           { "1d", "1 day" },
    { "2w", "2 weeks" },          { "1h", "1 hour" },
    { "1w..2w", "1 to 2 weeks" }, { "3d..1w", "3 days to 1 week" },
    { "..1w", "at most 1 week" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = NULL;
      DdDuration duration;

      g_assert_true (dd_duration_parse (rows[i].text, &duration, NULL));
      words = dd_words_duration (&duration);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_reading (void)
{
  static const char text[] =
      "<service id='s' product='S' document-version='1'><phase>"
      "<activity id='blank'/>"
      "<cell duration='1d'><activity id='whole'/></cell>"
      "<cell duration='2d'><activity id='shared' share='3'/><activity/></cell>"
      "<cell duration='1d' order='parallel'><activity id='parallel'/><activity/></cell>"
      "<activity id='event' kind='event'/><activity id='gate' kind='gate'/>"
      "<cell duration='..1w'><activity id='window' kind='window'/></cell>"
      "</phase></service>";
  static const struct
  {
    const char *id;
    const char *reading;
  } rows[] = {
    { "blank", "not stated: counts as no time" },
    { "whole", "1 day" },
    { "shared", "3/4 of 2 days" },
    { "parallel", "1 day, side by side" },
    { "event", "a moment" },
    { "gate", "a gate: what follows waits for it" },
    { "window", "open for at most 1 week, not counted" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (DdService) service = dd_service_parse (text, -1, "s.xml", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const DdActivity *activity = dd_service_find_activity (service, rows[i].id);
      g_autofree char *reading = dd_words_reading (activity);

      g_assert_cmpstr (reading, ==, rows[i].reading);
    }
}

static void
test_owner_legend (void)
{
  g_autofree char *legend = dd_words_owner_legend ();

  g_assert_cmpstr (legend, ==, "C Customer, P Platinum Consultant, M Platinum Project Manager");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/instant", test_instant);
  g_test_add_func ("/words/year", test_year);
  g_test_add_func ("/words/minutes", test_minutes);
  g_test_add_func ("/words/duration", test_duration);
  g_test_add_func ("/words/reading", test_reading);
  g_test_add_func ("/words/owner-legend", test_owner_legend);

  return g_test_run ();
}
