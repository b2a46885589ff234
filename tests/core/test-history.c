/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-history.h"

#include "plan-fixture.h"

#define CELLS TASK ("a", "1d", "") EVENT ("e", "") TASK ("b", "2d", CUSTOMER) TASK ("c", "1d", BOTH)

/* What is known of one activity, with dates of December 2026. */
typedef struct
{
  const char *id;
  DdActivityState state;
  const char *start;
  const char *finish;
} Known;

/* A plan of @network in which @known (up to one without id) is known. The customer works on
 * Mondays to Thursdays. */
static DdPlan *
make_case (DdNetwork *network, const Known *known, const DdWait *waits, guint n_waits)
{
  g_autoptr (DdCalendar) vendor = fixture_vendor ();
  g_autoptr (DdCalendar) customer =
      fixture_calendar ("timezone=Europe/Berlin\nmonday=09:00-17:00\ntuesday=09:00-17:00\n"
                        "wednesday=09:00-17:00\nthursday=09:00-17:00\n");
  g_autofree DdProgress *progress = g_new (DdProgress, dd_network_get_size (network));
  g_autoptr (GError) error = NULL;
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  DdPlan *plan = NULL;

  for (guint i = 0; i < dd_network_get_size (network); i++)
    progress[i] = DD_PROGRESS_NONE;
  for (; known->id != NULL; known++)
    {
      DdProgress *own = &progress[fixture_index (network, known->id)];

      own->state = known->state;
      own->actual_start = fixture_instant (vendor, known->start);
      own->actual_finish = fixture_instant (vendor, known->finish);
    }
  request.vendor = vendor;
  request.customer = customer;
  request.start = fixture_instant (vendor, "2026-12-01");
  request.progress = progress;
  request.waits = waits;
  request.n_waits = n_waits;
  plan = dd_plan_new (network, &request, &error);
  g_assert_no_error (error);
  return plan;
}

/* The minutes of the case that was added last, in document order: "480 - 0". */
static char *
describe_last (DdHistory *history, DdNetwork *network)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dd_network_get_size (network); i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "",
                            (int) dd_history_get_minutes (history,
                                                          dd_history_get_size (history) - 1, i));
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  Known known[5];
  const char *minutes;
} cases[] = {
  { "nothing is known", { { 0 } }, "-1 -1 -1 -1" },
  { "all is",
    { { "a", DD_STATE_DONE, "2026-12-01 09:00", "2026-12-02 13:00" },
      { "e", DD_STATE_DONE, NULL, "2026-12-02 13:00" },
      { "b", DD_STATE_DONE, "2026-12-07 09:00", "2026-12-08 17:00" },
      { "c", DD_STATE_DONE, "2026-12-09 09:00", "2026-12-09 10:00" } },
    "720 0 960 60" },
  { "each in its own calendar: the customer has Friday off",
    { { "a", DD_STATE_DONE, "2026-12-03 09:00", "2026-12-07 17:00" },
      { "b", DD_STATE_DONE, "2026-12-03 09:00", "2026-12-07 17:00" },
      { "c", DD_STATE_DONE, "2026-12-03 09:00", "2026-12-07 17:00" } },
    "1440 -1 960 960" },
  { "what runs, was skipped, or has no start is unknown",
    { { "a", DD_STATE_RUNNING, "2026-12-01 09:00", NULL },
      { "b", DD_STATE_SKIPPED, NULL, NULL },
      { "c", DD_STATE_DONE, NULL, "2026-12-04 09:00" } },
    "-1 -1 -1 -1" },
};

static void
test_table (void)
{
  g_autoptr (DdNetwork) network = fixture_network (CELLS);
  g_autoptr (DdHistory) history = dd_history_new (network);

  g_assert_cmpuint (dd_history_get_size (history), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DdPlan) plan = make_case (network, cases[i].known, NULL, 0);
      g_autofree char *minutes = NULL;

      g_test_message ("%s", cases[i].name);
      dd_history_add (history, plan);
      g_assert_cmpuint (dd_history_get_size (history), ==, i + 1);
      minutes = describe_last (history, network);
      g_assert_cmpstr (minutes, ==, cases[i].minutes);
    }
  /* The first row still is what it was. */
  g_assert_cmpint (dd_history_get_minutes (history, 1, 0), ==, 720);
}

/* A wait, of the activity or of the case, is not time that an activity took. */
static void
test_waits (void)
{
  g_autoptr (DdNetwork) network = fixture_network (CELLS);
  g_autoptr (DdHistory) history = dd_history_new (network);
  g_autoptr (DdCalendar) vendor = fixture_vendor ();
  const Known known[] = {
    { "a", DD_STATE_DONE, "2026-12-01 09:00", "2026-12-02 17:00" },
    { "b", DD_STATE_DONE, "2026-12-01 09:00", "2026-12-02 17:00" },
    { 0 },
  };
  const DdWait waits[] = {
    { 0,
      { fixture_instant (vendor, "2026-12-01 10:00"),
        fixture_instant (vendor, "2026-12-01 12:00") },
      DD_PARTY_CUSTOMER,
      "access" },
    { DD_WHOLE_CASE,
      { fixture_instant (vendor, "2026-12-02 09:00"),
        fixture_instant (vendor, "2026-12-02 10:00") },
      DD_PARTY_CUSTOMER,
      "access" },
  };
  g_autoptr (DdPlan) plan = make_case (network, known, waits, G_N_ELEMENTS (waits));
  g_autofree char *minutes = NULL;

  dd_history_add (history, plan);
  minutes = describe_last (history, network);
  g_assert_cmpstr (minutes, ==, "780 -1 900 -1");
}

/* A case of another edition counts for the activities that both have. */
static void
test_editions (void)
{
  g_autoptr (DdNetwork) network = fixture_network (CELLS);
  g_autoptr (DdNetwork) older = fixture_network (TASK ("c", "1d", "") TASK ("x", "1d", ""));
  g_autoptr (DdHistory) history = dd_history_new (network);
  const Known known[] = {
    { "c", DD_STATE_DONE, "2026-12-01 09:00", "2026-12-01 10:00" },
    { "x", DD_STATE_DONE, "2026-12-01 10:00", "2026-12-01 17:00" },
    { 0 },
  };
  g_autoptr (DdPlan) plan = make_case (older, known, NULL, 0);
  g_autofree char *minutes = NULL;

  dd_history_add (history, plan);
  minutes = describe_last (history, network);
  g_assert_cmpstr (minutes, ==, "-1 -1 -1 60");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/table", test_table);
  g_test_add_func ("/history/waits", test_waits);
  g_test_add_func ("/history/editions", test_editions);
  return g_test_run ();
}
