/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-sampler.h"

#include "plan-fixture.h"

#define RUNS 2000

/* A cell shared by "x", which takes one part, and "y", which takes three. */
#define SHARED(duration)                                                                           \
  "<cell duration='" duration "'><activity id='x'/><activity id='y' share='3'/></cell>"

/* A plan of @network, of which @progress (nullable) is known. */
static DdPlan *
make_plan (DdNetwork *network, const DdProgress *progress)
{
  g_autoptr (DdCalendar) vendor = fixture_vendor ();
  g_autoptr (GError) error = NULL;
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  DdPlan *plan = NULL;

  request.vendor = vendor;
  request.start = fixture_instant (vendor, "2026-12-01");
  request.progress = progress;
  plan = dd_plan_new (network, &request, &error);
  g_assert_no_error (error);
  return plan;
}

/* A history of @n cases in which the activities took 1, 2, … hours, each one hour more than the one
 * before it; of case 0 the activity @unknown is not known. */
static DdHistory *
make_history (DdNetwork *network, guint n, guint unknown)
{
  g_autoptr (DdCalendar) vendor = fixture_vendor ();
  guint size = dd_network_get_size (network);
  DdHistory *history = dd_history_new (network);
  g_autofree DdProgress *progress = g_new (DdProgress, size);

  for (guint row = 0; row < n; row++)
    {
      g_autoptr (DdPlan) plan = NULL;

      for (guint i = 0; i < size; i++)
        {
          progress[i] = DD_PROGRESS_NONE;
          progress[i].state = DD_STATE_DONE;
          progress[i].actual_start = fixture_instant (vendor, "2026-12-01 09:00");
          progress[i].actual_finish = progress[i].actual_start + (row + i + 1) * 3600;
          if (row == 0 && i == unknown)
            progress[i].state = DD_STATE_SKIPPED;
        }
      plan = make_plan (network, progress);
      dd_history_add (history, plan);
    }
  return history;
}

/* How often each figure comes up for activity @index. */
static GHashTable *
count_figures (const DdSampler *sampler, guint size, guint index)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  g_autofree gint64 *minutes = g_new (gint64, size);

  for (guint run = 0; run < RUNS; run++)
    {
      gpointer key = NULL;

      dd_sampler_draw (sampler, run, minutes);
      key = GINT_TO_POINTER ((int) minutes[index]);
      g_hash_table_insert (counts, key,
                           GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, key))
                                            + 1));
    }
  return counts;
}

/* Which cells are drawn, and between which figures. */
static const struct
{
  const char *name;
  const char *cells;
  const char *override; /* the activity that has one, of 700 minutes, or NULL */
  const char *id;       /* the activity in question */
  int lower;            /* the smallest and largest figure; the same when it is not drawn */
  int upper;
} draws[] = {
  { "a range", TASK ("a", "1w..2w", ""), NULL, "a", 2400, 4800 },
  { "a single figure", TASK ("a", "1w", ""), NULL, "a", 2400, 2400 },
  { "at most", TASK ("a", "..1w", "") TASK ("b", "1d", ""), NULL, "a", 2400, 2400 },
  { "an overridden range", TASK ("a", "1w..2w", ""), "a", "a", 700, 700 },
  { "its neighbour in the cell still has its part", SHARED ("4d..8d"), "x", "y", 1440, 2880 },
  { "an event", TASK ("a", "1w..2w", "") EVENT ("e", ""), NULL, "e", 0, 0 },
  { "a window", TASK ("a", "1d", "") WINDOW ("w", "1w..2w", ""), NULL, "w", 2400, 2400 },
  { "what comes after a window",
    TASK ("a", "1d", "") WINDOW ("w", "1w", "") TASK ("b", "1w..2w", ""), NULL, "b", 2400, 2400 },
  { "a range in different units", TASK ("a", "2d..1w", ""), NULL, "a", 960, 2400 },
};

static void
test_what_is_drawn (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (draws); i++)
    {
      g_autoptr (DdNetwork) network = fixture_network (draws[i].cells);
      guint size = dd_network_get_size (network);
      guint index = fixture_index (network, draws[i].id);
      g_autofree DdProgress *progress = g_new (DdProgress, size);
      g_autofree gint64 *minutes = g_new (gint64, size);
      g_autoptr (DdPlan) plan = NULL;
      g_autoptr (DdSampler) sampler = NULL;
      gint64 least = G_MAXINT64, most = 0;

      for (guint j = 0; j < size; j++)
        progress[j] = DD_PROGRESS_NONE;
      if (draws[i].override != NULL)
        progress[fixture_index (network, draws[i].override)].override_minutes = 700;
      plan = make_plan (network, progress);
      sampler = dd_sampler_new (plan, progress, NULL, 1);
      for (guint run = 0; run < RUNS; run++)
        {
          dd_sampler_draw (sampler, run, minutes);
          least = MIN (least, minutes[index]);
          most = MAX (most, minutes[index]);
        }

      g_test_message ("%s", draws[i].name);
      g_assert_cmpint (least, >=, draws[i].lower);
      g_assert_cmpint (most, <=, draws[i].upper);
      g_assert_cmpint (least, <=, draws[i].lower + (draws[i].upper - draws[i].lower) / 20);
      g_assert_cmpint (most, >=, draws[i].upper - (draws[i].upper - draws[i].lower) / 20);
      g_assert_cmpuint (dd_sampler_get_n_cases (sampler), ==, 0);
    }
}

/* A cell is one figure: its activities are slow together, each by its share. Another cell is drawn
 * apart from it. */
static void
test_cells (void)
{
  g_autoptr (DdNetwork) network = fixture_network (SHARED ("4d..8d") TASK ("z", "1d..2d", ""));
  g_autoptr (DdPlan) plan = make_plan (network, NULL);
  g_autoptr (DdSampler) sampler = dd_sampler_new (plan, NULL, NULL, 1);
  guint z_slow = 0;

  for (guint run = 0; run < RUNS; run++)
    {
      gint64 minutes[3];

      dd_sampler_draw (sampler, run, minutes);
      g_assert_cmpint (ABS (minutes[1] - 3 * minutes[0]), <=, 2);
      /* The median of the law from 480 to 960 with its peak at 480 is 960 - 480 / sqrt 2. */
      if (minutes[0] > 621)
        z_slow += minutes[2] > 621;
    }
  /* In half of the runs x is slow, and z in half of those. */
  g_assert_cmpint (z_slow, >, RUNS / 4 - 100);
  g_assert_cmpint (z_slow, <, RUNS / 4 + 100);
}

/* The same run has the same draws, whichever was asked for before it; another seed has others. */
static void
test_runs (void)
{
  g_autoptr (DdNetwork) network = fixture_network (TASK ("a", "1w..2w", ""));
  g_autoptr (DdPlan) plan = make_plan (network, NULL);
  g_autoptr (DdSampler) sampler = dd_sampler_new (plan, NULL, NULL, 1);
  g_autoptr (DdSampler) again = dd_sampler_new (plan, NULL, NULL, 1);
  g_autoptr (DdSampler) other = dd_sampler_new (plan, NULL, NULL, 2);
  guint same = 0;

  for (guint run = RUNS; run-- > 0;)
    {
      gint64 first, second, third;

      dd_sampler_draw (sampler, run, &first);
      dd_sampler_draw (again, RUNS - 1 - run, &second);
      dd_sampler_draw (again, run, &second);
      dd_sampler_draw (other, run, &third);
      g_assert_cmpint (first, ==, second);
      same += first == third;
    }
  g_assert_cmpuint (same, <, RUNS / 100);
}

/* From five finished cases on a cell takes what it took in one of them. */
static void
test_history (void)
{
  g_autoptr (DdNetwork) network = fixture_network (SHARED ("4d..8d") TASK ("z", "1d", ""));
  g_autoptr (DdPlan) plan = make_plan (network, NULL);
  g_autoptr (DdHistory) history = make_history (network, 5, G_MAXUINT);
  g_autoptr (DdSampler) sampler = dd_sampler_new (plan, NULL, history, 1);
  g_autoptr (GHashTable) figures = count_figures (sampler, 3, 0);
  guint together = 0;

  g_assert_cmpuint (dd_sampler_get_n_cases (sampler), ==, 5);
  g_assert_cmpuint (g_hash_table_size (figures), ==, 5);
  for (int hour = 1; hour <= 5; hour++)
    {
      int count = GPOINTER_TO_INT (g_hash_table_lookup (figures, GINT_TO_POINTER (hour * 60)));

      g_assert_cmpint (count, >, RUNS / 5 - 100);
      g_assert_cmpint (count, <, RUNS / 5 + 100);
    }
  for (guint run = 0; run < RUNS; run++)
    {
      gint64 minutes[3];

      dd_sampler_draw (sampler, run, minutes);
      /* x and y stand in one cell, so both are of the same case; z is of a case of its own. */
      g_assert_cmpint (minutes[1], ==, minutes[0] + 60);
      together += minutes[2] == minutes[0] + 120;
    }
  g_assert_cmpint (together, >, RUNS / 5 - 100);
  g_assert_cmpint (together, <, RUNS / 5 + 100);
}

/* Four cases say less than the document; so does a fifth that does not know all of a cell. */
static void
test_short_history (void)
{
  g_autoptr (DdNetwork) network = fixture_network (SHARED ("4d..8d") TASK ("z", "1d", ""));
  g_autoptr (DdPlan) plan = make_plan (network, NULL);
  g_autoptr (DdHistory) four = make_history (network, 4, G_MAXUINT);
  g_autoptr (DdHistory) five = make_history (network, 5, 1);
  g_autoptr (DdSampler) documented = dd_sampler_new (plan, NULL, NULL, 1);
  g_autoptr (DdSampler) of_four = dd_sampler_new (plan, NULL, four, 1);
  g_autoptr (DdSampler) of_five = dd_sampler_new (plan, NULL, five, 1);

  g_assert_cmpuint (dd_sampler_get_n_cases (of_four), ==, 0);
  g_assert_cmpuint (dd_sampler_get_n_cases (of_five), ==, 5);
  for (guint run = 0; run < RUNS; run++)
    {
      gint64 minutes[3], minutes_of_four[3], minutes_of_five[3];

      dd_sampler_draw (documented, run, minutes);
      dd_sampler_draw (of_four, run, minutes_of_four);
      dd_sampler_draw (of_five, run, minutes_of_five);
      for (guint i = 0; i < 3; i++)
        g_assert_cmpint (minutes_of_four[i], ==, minutes[i]);
      g_assert_cmpint (minutes_of_five[0], ==, minutes[0]);
      g_assert_cmpint (minutes_of_five[1], ==, minutes[1]);
      g_assert_cmpint (minutes_of_five[2], !=, minutes[2]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampler/what-is-drawn", test_what_is_drawn);
  g_test_add_func ("/sampler/cells", test_cells);
  g_test_add_func ("/sampler/runs", test_runs);
  g_test_add_func ("/sampler/history", test_history);
  g_test_add_func ("/sampler/short-history", test_short_history);
  return g_test_run ();
}
