/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-variance.h"

#include "plan-fixture.h"
#include "seed.h"

/* Monday. */
#define START "2026-11-30"

/* What was agreed and what is today: the cells, the start, and where a date matters, now. */
static const struct
{
  const char *name;
  const char *agreed;
  const char *today;
  const char *start; /* of today's plan; START if NULL */
  const char *now;   /* or NULL */
  const char *lines; /* of each activity: start, finish, duration and what it caused, in hours */
  const char *sum;   /* of the plan: start, finish and what was absorbed */
  const char *words;
} variances[] = {
  { "nothing changed", TASK ("a", "1d", "") TASK ("b", "1d", ""),
    TASK ("a", "1d", "") TASK ("b", "1d", ""), NULL, NULL, "a 0 0 0 0, b 0 0 0 0", "0 0 0",
    "The finish is as agreed." },
  { "one takes longer, and is the reason for all of it",
    TASK ("a", "1d", "name='Ask'") TASK ("b", "1d", ""),
    TASK ("a", "3d", "name='Ask'") TASK ("b", "1d", ""), NULL, NULL, "a 0 16 16 16, b 16 16 0 0",
    "0 16 0", "The finish is 2 working days later than agreed; all of it from Ask (2 days)." },
  { "two take longer: most of it is one's", TASK ("a", "1d", "") TASK ("b", "1d", "name='Prepare'"),
    TASK ("a", "2d", "") TASK ("b", "3d", "name='Prepare'"), NULL, NULL, "a 0 8 8 8, b 8 24 16 16",
    "0 24 0", "The finish is 3 working days later than agreed; most of it from Prepare (2 days)." },
  { "three take longer: the largest part is the first's",
    TASK ("a", "1d", "name='Ask'") TASK ("b", "1d", "") TASK ("c", "1d", ""),
    TASK ("a", "2d", "name='Ask'") TASK ("b", "2d", "") TASK ("c", "2d", ""), NULL, NULL,
    "a 0 8 8 8, b 8 16 8 8, c 16 24 8 8", "0 24 0",
    "The finish is 3 working days later than agreed; the largest part from Ask (1 day)." },
  { "another made up for some of it", TASK ("a", "1d", "name='Ask'") TASK ("b", "3d", ""),
    TASK ("a", "4d", "name='Ask'") TASK ("b", "1d", ""), NULL, NULL, "a 0 24 24 24, b 24 8 -16 -16",
    "0 8 0",
    "The finish is 1 working day later than agreed; Ask alone would have made it 3 days." },
  { "earlier", TASK ("a", "3d", "name='Ask'") TASK ("b", "1d", ""),
    TASK ("a", "1d", "name='Ask'") TASK ("b", "1d", ""), NULL, NULL,
    "a 0 -16 -16 -16, b -16 -16 0 0", "0 -16 0",
    "The finish is 2 working days earlier than agreed; all of it from Ask (2 days)." },
  { "a later start, over a weekend", TASK ("a", "1d", "") TASK ("b", "1d", ""),
    TASK ("a", "1d", "") TASK ("b", "1d", ""), "2026-12-07", NULL, "a 40 40 0 0, b 40 40 0 0",
    "40 40 0",
    "The finish is 5 working days later than agreed; all of it from a later start (5 days)." },
  { "an earlier start", TASK ("a", "1d", ""), TASK ("a", "1d", ""), "2026-11-27", NULL,
    "a -8 -8 0 0", "-8 -8 0",
    "The finish is 1 working day earlier than agreed; all of it from an earlier start (1 day)." },
  { "less than a day is told in hours", TASK ("a", "1h", "name='Ask'"),
    TASK ("a", "3h", "name='Ask'"), NULL, NULL, "a 0 2 2 2", "0 2 0",
    "The finish is 2 hours later than agreed; all of it from Ask (2 hours)." },
  { "one that has not begun caused what it stands still",
    TASK ("a", "1d", "") TASK ("b", "1d", "name='Prepare'"),
    TASK ("a", "1d", "") TASK ("b", "1d", "not-before='2026-12-03' name='Prepare'"), NULL, NULL,
    "a 0 0 0 0, b 16 16 0 16", "0 16 0",
    "The finish is 2 working days later than agreed; all of it from Prepare (2 days)." },
  { "float absorbs what did not hold anybody up",
    TASK ("a", "1d", "name='Ask'") TASK ("b", "3d", AFTER ("")) TASK ("c", "1d", AFTER ("a b")),
    TASK ("a", "5d", "name='Ask'") TASK ("b", "3d", AFTER ("")) TASK ("c", "1d", AFTER ("a b")),
    NULL, NULL, "a 0 32 32 32, b 0 0 0 0, c 16 16 0 0", "0 16 -16",
    "The finish is 2 working days later than agreed; Ask alone would have made it 4 days." },
  { "another ends last now", TASK ("a", "3d", "") TASK ("b", "1d", AFTER ("") "name='Prepare'"),
    TASK ("a", "3d", "") TASK ("b", "4d", AFTER ("") "name='Prepare'"), NULL, NULL,
    "a 0 0 0 0, b 0 24 24 24", "0 8 -16",
    "The finish is 1 working day later than agreed; Prepare alone would have made it 3 days." },
  { "an added activity caused what it takes", TASK ("a", "1d", "") TASK ("c", "1d", ""),
    TASK ("a", "1d", "") TASK ("b", "2d", "name='Extra'") TASK ("c", "1d", ""), NULL, NULL,
    "a 0 0 0 0, +b 0 0 0 16, c 16 16 0 0", "0 16 0",
    "The finish is 2 working days later than agreed; all of it from Extra (2 days)." },
  { "a first activity that was added", TASK ("b", "1d", ""),
    TASK ("a", "2d", "name='Extra'") TASK ("b", "1d", ""), NULL, NULL, "+a 0 0 0 16, b 16 16 0 0",
    "0 16 0", "The finish is 2 working days later than agreed; all of it from Extra (2 days)." },
  { "one that is gone stands last", TASK ("a", "1d", "") TASK ("b", "1d", "") TASK ("c", "1d", ""),
    TASK ("a", "1d", "") TASK ("c", "1d", ""), NULL, NULL, "a 0 0 0 0, c -8 -8 0 -8, -b 0 0 0 0",
    "0 -8 0", "The finish is 1 working day earlier than agreed; all of it from c (1 day)." },
  { "support does not count in the finish", TASK ("a", "1d", "") WINDOW ("w", "1w", ""),
    TASK ("a", "1d", "") WINDOW ("w", "2w", ""), NULL, NULL, "a 0 0 0 0, w 0 40 40 0", "0 0 0",
    "The finish is as agreed." },
  { "a lag takes its own time, then and now",
    TASK ("a", "1d", "name='Ask'") TASK ("b", "1d", AFTER ("a+2d")),
    TASK ("a", "2d", "name='Ask'") TASK ("b", "1d", AFTER ("a+2d")), NULL, NULL,
    "a 0 8 8 8, b 8 8 0 0", "0 8 0",
    "The finish is 1 working day later than agreed; all of it from Ask (1 day)." },
  { "a moment that is not over moves with now",
    TASK ("a", "1d", "") GATE ("g", "name='Access in Place'") TASK ("b", "1d", ""),
    TASK ("a", "1d", "") GATE ("g", "name='Access in Place'") TASK ("b", "1d", ""), NULL,
    "2026-12-04 09:00", "a 0 0 0 0, g 24 24 0 24, b 24 24 0 0", "0 24 0",
    "The finish is 3 working days later than agreed; all of it from Access in Place (3 days)." },
};

static DdPlan *
make_plan (const char *cells, const char *start, const char *now)
{
  g_autoptr (DdNetwork) network = fixture_network (cells);
  g_autoptr (DdCalendar) vendor = fixture_vendor ();
  g_autofree DdProgress *progress = g_new (DdProgress, dd_network_get_size (network));
  g_autoptr (GError) error = NULL;
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  DdPlan *plan = NULL;

  for (guint i = 0; i < dd_network_get_size (network); i++)
    progress[i] = DD_PROGRESS_NONE;
  request.vendor = vendor;
  request.start = fixture_instant (vendor, start);
  request.now = fixture_instant (vendor, now);
  request.progress = progress;
  if (now != NULL)
    {
      /* The first activity is done as it was agreed: on the first day. */
      progress[0].state = DD_STATE_DONE;
      progress[0].actual_start = fixture_instant (vendor, START " 09:00");
      progress[0].actual_finish = fixture_instant (vendor, START " 17:00");
    }
  plan = dd_plan_new (network, &request, &error);
  g_assert_no_error (error);
  return plan;
}

/* In hours, so that no part of one may be in it. */
static int
hours (gint64 minutes)
{
  g_assert_cmpint (minutes % 60, ==, 0);
  return minutes / 60;
}

static char *
describe (const DdVariance *variance)
{
  static const char *const signs[] = {
    [DD_VARIANCE_KEPT] = "",
    [DD_VARIANCE_ADDED] = "+",
    [DD_VARIANCE_GONE] = "-",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < variance->lines->len; i++)
    {
      const DdVarianceLine *line = g_ptr_array_index (variance->lines, i);

      g_string_append_printf (text, "%s%s%s %d %d %d %d", i > 0 ? ", " : "", signs[line->kind],
                              line->activity, hours (line->start_minutes),
                              hours (line->finish_minutes), hours (line->duration_minutes),
                              hours (line->caused_minutes));
    }
  return g_string_free (text, FALSE);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (variances); i++)
    {
      const char *start = variances[i].start != NULL ? variances[i].start : START;
      g_autoptr (DdPlan) agreed = make_plan (variances[i].agreed, START, NULL);
      g_autoptr (DdPlan) today = make_plan (variances[i].today, start, variances[i].now);
      g_autoptr (DdBaseline) baseline = dd_baseline_new (agreed, 0, "Ada");
      g_autoptr (DdVariance) variance = dd_variance_new (baseline, today);
      g_autofree char *lines = describe (variance);
      g_autofree char *words = dd_variance_to_words (variance);
      g_autofree char *sum =
          g_strdup_printf ("%d %d %d", hours (variance->start_minutes),
                           hours (variance->finish_minutes), hours (variance->absorbed_minutes));

      g_test_message ("%s", variances[i].name);
      g_assert_cmpstr (lines, ==, variances[i].lines);
      g_assert_cmpstr (sum, ==, variances[i].sum);
      g_assert_cmpstr (words, ==, variances[i].words);
    }
}

/* --- Of random plans --- */

/* Of each round's plans every two are compared: 10,000 checks. */
#define ROUNDS 625
#define PLANS  4
#define MOST   12

/* Up to MOST activities, each with a random owner, duration, lag and some predecessors; those of
 * another round may be missing. */
static char *
random_cells (GRand *rand)
{
  static const char *const owners[] = { "customer", "consultant", "manager",
                                        "customer consultant" };
  GString *cells = g_string_new (NULL);
  gboolean present[MOST] = { FALSE };

  for (int i = 0; i < MOST; i++)
    {
      if (i > 0 && g_rand_int_range (rand, 0, 5) == 0)
        continue;
      g_string_append_printf (cells, "<cell duration='%dh'><activity id='t%d' owner='%s' after='",
                              g_rand_int_range (rand, 0, 30), i,
                              owners[g_rand_int_range (rand, 0, 4)]);
      for (int j = 0; j < i; j++)
        if (present[j] && g_rand_int_range (rand, 0, 3) == 0)
          g_string_append_printf (cells, "t%d+%dh ", j, g_rand_int_range (rand, 0, 5));
      g_string_append (cells, "'/></cell>");
      present[i] = TRUE;
    }
  return g_string_free (cells, FALSE);
}

static DdPlan *
random_plan (GRand *rand, DdCalendar *vendor, DdCalendar *customer)
{
  g_autofree char *cells = random_cells (rand);
  g_autoptr (DdNetwork) network = fixture_network (cells);
  g_autoptr (GError) error = NULL;
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  DdPlan *plan = NULL;

  request.vendor = vendor;
  request.customer = customer;
  request.start = fixture_instant (vendor, START) + g_rand_int_range (rand, 0, 10 * 86400);
  plan = dd_plan_new (network, &request, &error);
  g_assert_no_error (error);
  return plan;
}

static void
check_sum (guint32 seed, DdPlan *agreed, DdPlan *today)
{
  g_autoptr (DdBaseline) baseline = dd_baseline_new (agreed, 0, "Ada");
  g_autoptr (DdVariance) variance = dd_variance_new (baseline, today);
  gint64 sum = variance->start_minutes + variance->absorbed_minutes;
  gint64 slip = dd_calendar_between (dd_plan_get_calendar (today), dd_plan_get_finish (agreed),
                                     dd_plan_get_finish (today));

  for (guint i = 0; i < variance->lines->len; i++)
    {
      const DdVarianceLine *line = g_ptr_array_index (variance->lines, i);

      sum += line->caused_minutes;
    }
  if (variance->finish_minutes != slip)
    g_test_fail_printf ("seed %u: the slip is not that of the finish", seed);
  if (sum != slip)
    g_test_fail_printf ("seed %u: parts of %d minutes for a slip of %d", seed, (int) sum,
                        (int) slip);
}

/* The parts add up to the slip of the finish, whatever happened to the network. */
static void
test_sum (void)
{
  guint32 first = seed_get ();
  g_autoptr (DdCalendar) vendor = fixture_vendor ();
  g_autoptr (DdCalendar) customer =
      fixture_calendar ("timezone=America/New_York\nmonday=07:30-16:00\ntuesday=07:30-16:00\n"
                        "wednesday=07:30-16:00\nfriday=07:30-16:00\n");

  for (guint32 seed = first; seed < first + ROUNDS && !g_test_failed (); seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      DdPlan *plans[PLANS];

      for (int i = 0; i < PLANS; i++)
        plans[i] = random_plan (rand, vendor, customer);
      for (int i = 0; i < PLANS * PLANS; i++)
        check_sum (seed, plans[i / PLANS], plans[i % PLANS]);
      for (int i = 0; i < PLANS; i++)
        dd_plan_unref (plans[i]);
    }
}

/* A plan does not differ from itself. */
static void
test_same (void)
{
  g_autoptr (DdCalendar) vendor = fixture_vendor ();

  for (guint32 seed = 1; seed <= 200; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (DdPlan) plan = random_plan (rand, vendor, NULL);
      g_autoptr (DdBaseline) baseline = dd_baseline_new (plan, 0, "Ada");
      g_autoptr (DdVariance) variance = dd_variance_new (baseline, plan);

      for (guint i = 0; i < variance->lines->len; i++)
        {
          const DdVarianceLine *line = g_ptr_array_index (variance->lines, i);

          g_assert_cmpint (line->kind, ==, DD_VARIANCE_KEPT);
          g_assert_cmpint (line->start_minutes, ==, 0);
          g_assert_cmpint (line->finish_minutes, ==, 0);
          g_assert_cmpint (line->duration_minutes, ==, 0);
        }
      g_assert_cmpint (variance->finish_minutes, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/variance/table", test_table);
  g_test_add_func ("/variance/sum", test_sum);
  g_test_add_func ("/variance/same", test_same);
  return g_test_run ();
}
