/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-page-words.h"

/* Friday 2026-12-18, when the working day ends at 17:00, and the day itself. */
static const char friday_evening[] = "2026-12-18T17:00Z";

static gint64
parse (DdCalendar *calendar, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 instant;

  if (text == NULL)
    return DD_INSTANT_NONE;
  instant = dd_calendar_parse_instant (calendar, text, FALSE, &error);
  g_assert_no_error (error);
  return instant;
}

static void
test_verdicts (void)
{
  static const struct
  {
    const char *finish;
    const char *deadline;
    const char *words;
  } rows[] = {
    { NULL, friday_evening, "No plan" },
    { friday_evening, NULL, "No deadline" },
    { "2026-12-16T17:00Z", friday_evening, "2 working days to spare" },
    { "2026-12-18T12:00Z", friday_evening, "5 h to spare" },
    { friday_evening, friday_evening, "Ends just in time" },
    { friday_evening, "2026-12-19", "Ends just in time" },
    { "2026-12-21T17:00Z", "2026-12-19", "1 working day late" },
    { "2026-12-19T12:00Z", "2026-12-19", "Late" },
  };
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words =
          dd_case_page_words_verdict (calendar, parse (calendar, rows[i].finish),
                                      parse (calendar, rows[i].deadline));

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_float (void)
{
  static const struct
  {
    gint64 minutes;
    gboolean critical;
    const char *words;
  } rows[] = {
    { 960, FALSE, "2 working days of float" },
    { 90, FALSE, "1 h 30 min of float" },
    { 0, TRUE, "Critical: any delay delays the finish" },
    { 0, FALSE, "No float" },
    { -480, TRUE, "1 working day too late for the deadline" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const DdPlanDates dates = { .float_minutes = rows[i].minutes, .critical = rows[i].critical };
      g_autofree char *words = dd_case_page_words_float (&dates, 480);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_states (void)
{
  g_assert_cmpstr (dd_case_page_words_state (DD_CASE_WAITING), ==, "Waiting");
  g_assert_cmpstr (dd_case_page_words_activity_state (DD_ACTIVITY_GATE, DD_STATE_PLANNED), ==,
                   "Not met");
  g_assert_cmpstr (dd_case_page_words_activity_state (DD_ACTIVITY_GATE, DD_STATE_DONE), ==, "Met");
  g_assert_cmpstr (dd_case_page_words_activity_state (DD_ACTIVITY_TASK, DD_STATE_DONE), ==, "Done");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-page-words/verdicts", test_verdicts);
  g_test_add_func ("/case-page-words/float", test_float);
  g_test_add_func ("/case-page-words/states", test_states);
  return g_test_run ();
}
