/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-plan.h"

#include "plan-fixture.h"

/* Each row explains its last activity. The 1st of December 2026 is a Tuesday. */

#define DOCUMENTED(id, duration, text, attributes)                                                 \
  "<cell duration='" duration "' documented='" text "' section='Process Detail'>"                  \
  "<activity id='" id "' name='Task " id "' " attributes "/></cell>"
#define A DOCUMENTED ("a", "1d", "1 day", "")
#define B DOCUMENTED ("b", "1d", "1 day", "")

#define ONE_DAY "Takes 1 working day: the process table says “1 day” (S v1, Process Detail). "

typedef struct
{
  const char *name;
  const char *cells;
  const char *deadline;
  const char *now;
  DdProgress progress; /* of the last activity */
  const char *start;   /* its actual dates */
  const char *finish;
  const char *not_before;
  DdWait wait; /* without a reason there is none */
  const char *expected;
} Row;

#define KNOWN(state, override)                                                                     \
  {                                                                                                \
    state, DD_INSTANT_NONE, DD_INSTANT_NONE, DD_INSTANT_NONE, override, -1                         \
  }
#define PLANNED KNOWN (DD_STATE_PLANNED, -1)

static const Row rows[] = {
  { "start", A, .progress = PLANNED,
    .expected = "Starts on Tuesday 1 December 2026, where the plan starts. " ONE_DAY
                "Any delay of it delays the finish." },
  { "predecessor", A B, .progress = PLANNED,
    .expected = "Starts on Wednesday 2 December 2026, because “Task a” ends on Tuesday 1 December "
                "2026. " ONE_DAY "Any delay of it delays the finish." },
  { "predecessor-of-the-same-day", DOCUMENTED ("a", "4h", "4 hours", "") B, .progress = PLANNED,
    .expected = "Starts on Tuesday 1 December 2026, because “Task a” ends then. " ONE_DAY
                "Any delay of it delays the finish." },
  { "lag", A DOCUMENTED ("b", "1d", "1 day", AFTER ("a+4h")), .progress = PLANNED,
    .expected = "Starts on Wednesday 2 December 2026, 4 hours after “Task a”. " ONE_DAY
                "Any delay of it delays the finish." },
  { "gate-before", GATE ("g", "name='Access in Place'") B, .progress = PLANNED,
    .expected = "Starts on Tuesday 1 December 2026, right after “Access in Place”. " ONE_DAY
                "Any delay of it delays the finish." },
  { "event", A EVENT ("e", ""), .progress = PLANNED,
    .expected = "Comes on Tuesday 1 December 2026, because “Task a” ends then. "
                "Any delay of it delays the finish." },
  { "not-before", A, .progress = PLANNED, .not_before = "2026-12-03",
    .expected = "Starts on Thursday 3 December 2026, because it is not to start earlier. " ONE_DAY
                "Any delay of it delays the finish." },
  { "now", A, .now = "2026-12-03", .progress = PLANNED,
    .expected = "Starts on Thursday 3 December 2026 at the earliest, because it has not started "
                "yet. " ONE_DAY "Any delay of it delays the finish." },
  { "event-now", EVENT ("e", ""), .now = "2026-12-03", .progress = PLANNED,
    .expected = "Comes on Thursday 3 December 2026 at the earliest, because it has not come yet. "
                "Any delay of it delays the finish." },
  { "gate-now", GATE ("g", CUSTOMER), .now = "2026-12-03", .progress = PLANNED,
    .expected = "Comes on Thursday 3 December 2026 at the earliest, because it is not met yet by: "
                "Customer. Any delay of it delays the finish." },
  { "open-wait", GATE ("g", CUSTOMER), .now = "2026-12-03", .progress = PLANNED,
    .wait = { 0, { 0, DD_INSTANT_MAX }, DD_PARTY_CUSTOMER, "access" },
    .expected = "Comes on Thursday 3 December 2026 at the earliest, because it waits for the "
                "customer (access). Any delay of it delays the finish." },
  { "wait-to-come", A, .now = "2026-12-01", .progress = PLANNED,
    .wait = { DD_WHOLE_CASE, { 0, 1796166000 /* Wednesday, 2 December */ }, DD_PARTY_VENDOR, "" },
    .expected =
        "Starts on Wednesday 2 December 2026, when the wait for the vendor is over. " ONE_DAY
        "Any delay of it delays the finish." },
  { "running", DOCUMENTED ("a", "2d", "2 days", ""), .now = "2026-12-02",
    .progress = KNOWN (DD_STATE_RUNNING, -1), .start = "2026-12-01 09:00",
    .expected = "Started on Tuesday 1 December 2026 and ends on Wednesday 2 December 2026, when "
                "what remains of it is done. Takes 2 working days: the process table says “2 days” "
                "(S v1, Process Detail). Any delay of it delays the finish." },
  { "used-up", A, .now = "2026-12-03", .progress = KNOWN (DD_STATE_RUNNING, -1),
    .start = "2026-12-01 09:00",
    .expected = "Started on Tuesday 1 December 2026 and has used up its time: it ends now at the "
                "earliest. " ONE_DAY "Any delay of it delays the finish." },
  { "done", A, .progress = KNOWN (DD_STATE_DONE, -1), .start = "2026-12-01 09:00",
    .finish = "2026-12-02 10:00",
    .expected =
        "Started on Tuesday 1 December 2026 and ended on Wednesday 2 December 2026. Takes 1 "
        "working day: the process table says “1 day” (S v1, Process Detail)." },
  { "done-in-a-day", A, .progress = KNOWN (DD_STATE_DONE, -1), .start = "2026-12-01 09:00",
    .finish = "2026-12-01 10:00",
    .expected = "Started and ended on Tuesday 1 December 2026. Takes 1 working day: the process "
                "table says “1 day” (S v1, Process Detail)." },
  { "met", GATE ("g", ""), .progress = KNOWN (DD_STATE_DONE, -1), .finish = "2026-12-01 10:00",
    .expected = "Was met on Tuesday 1 December 2026." },
  { "come", EVENT ("e", ""), .progress = KNOWN (DD_STATE_DONE, -1), .finish = "2026-12-01 10:00",
    .expected = "Came on Tuesday 1 December 2026." },
  { "skipped", A, .progress = KNOWN (DD_STATE_SKIPPED, -1),
    .expected = "Is skipped and takes no time." },
  { "override", A, .progress = KNOWN (DD_STATE_PLANNED, 1440),
    .expected =
        "Starts on Tuesday 1 December 2026, where the plan starts. Takes 3 working days for "
        "this case, where the process table says “1 day” (S v1, Process Detail). Any delay "
        "of it delays the finish." },
  { "share",
    "<cell duration='1d' documented='1 day' section='Process Detail'>"
    "<activity id='a'/><activity id='b'/></cell>",
    .progress = PLANNED,
    .expected =
        "Starts on Tuesday 1 December 2026, because “a” ends then. Takes 4 hours, its share "
        "of “1 day” in the process table (S v1, Process Detail). Any delay of it delays "
        "the finish." },
  { "not-printed", "<cell duration='90h'><activity id='a'/></cell>", .progress = PLANNED,
    .expected = "Starts on Tuesday 1 December 2026, where the plan starts. Takes 90 hours: the "
                "process table says “90h” (S v1). Any delay of it delays the finish." },
  { "window",
    A "<cell duration='..1w' documented='Max 1 week' section='Process Detail'>"
      "<activity id='w' kind='window'/></cell>",
    .progress = PLANNED,
    .expected = "Starts on Wednesday 2 December 2026, because “Task a” ends on Tuesday 1 December "
                "2026. Takes 5 working days: the process table says “Max 1 week” (S v1, Process "
                "Detail). The finish does not count it." },
  { "float", DOCUMENTED ("b", "2d", "2 days", "") DOCUMENTED ("a", "1d", "1 day", AFTER ("")),
    .progress = PLANNED,
    .expected = "Starts on Tuesday 1 December 2026, where the plan starts. " ONE_DAY
                "It can be 1 working day later and the finish stays." },
  { "deadline-with-room", A, "2026-12-03", .progress = PLANNED,
    .expected = "Starts on Tuesday 1 December 2026, where the plan starts. " ONE_DAY
                "It can be 1 working day later and the deadline is still met." },
  { "deadline-just-met", A, "2026-12-02", .progress = PLANNED,
    .expected = "Starts on Tuesday 1 December 2026, where the plan starts. " ONE_DAY
                "Any delay of it misses the deadline." },
  { "deadline-missed", A, "2026-12-01 13:30", .progress = PLANNED,
    .expected = "Starts on Tuesday 1 December 2026, where the plan starts. " ONE_DAY
                "For the deadline it is 210 minutes too late." },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (DdNetwork) network = fixture_network (row->cells);
  g_autoptr (DdCalendar) vendor = fixture_vendor ();
  guint size = dd_network_get_size (network);
  g_autofree DdProgress *progress = g_new (DdProgress, size);
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdPlan) plan = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < size; i++)
    progress[i] = DD_PROGRESS_NONE;
  progress[size - 1] = row->progress;
  progress[size - 1].actual_start = fixture_instant (vendor, row->start);
  progress[size - 1].actual_finish = fixture_instant (vendor, row->finish);
  progress[size - 1].not_before = fixture_instant (vendor, row->not_before);
  request.vendor = vendor;
  request.start = fixture_instant (vendor, "2026-12-01");
  request.deadline = fixture_instant (vendor, row->deadline);
  request.now = fixture_instant (vendor, row->now);
  request.progress = progress;
  request.waits = &row->wait;
  request.n_waits = row->wait.reason != NULL;
  plan = dd_plan_new (network, &request, &error);
  g_assert_no_error (error);
  words = dd_plan_explain (plan, size - 1);
  g_assert_cmpstr (words, ==, row->expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plan/explain/%s", rows[i].name);
      g_test_add_data_func (path, &rows[i], test_row);
    }

  return g_test_run ();
}
