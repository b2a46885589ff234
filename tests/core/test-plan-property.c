/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdPlan against a model that steps through minutes (naive-plan.h), and against itself: random
 * networks over random calendars, on paper and in the middle of being carried out. The seed of a
 * failure is in its message; DD_TEST_SEED repeats it.
 */
#include "config.h"

#include "random-case.h"
#include "seed.h"

#define CALENDARS  16
#define NETWORKS   45 /* for each two calendars */
#define MIN_CHECKS 10000

static guint n_checks, n_beyond;

/* --- Checks --- */

static void
fail (RandomCase *self, const char *what, guint index)
{
  g_test_message ("network %u, activity %u: %s", self->number, index, what);
  random_case_tell (self);
}

static void
check_instant (RandomCase *self, const char *what, guint index, gint64 actual, gint64 expected)
{
  g_autofree char *is = NULL, *should = NULL;

  n_checks++;
  if (actual == expected)
    return;
  fail (self, what, index);
  is = random_case_tell_instant (self, actual);
  should = random_case_tell_instant (self, expected);
  g_assert_cmpstr (is, ==, should);
}

static void
check (RandomCase *self, const char *what, guint index, gboolean holds)
{
  n_checks++;
  if (holds)
    return;
  fail (self, what, index);
  g_assert_true (holds);
}

static void
compare_with_model (RandomCase *self)
{
  for (guint i = 0; i < dd_network_get_size (self->network); i++)
    {
      const DdPlanDates *is = dd_plan_get_dates (self->plan, i);
      const DdPlanDates *should = &g_array_index (self->naive->activities, NaiveActivity, i).dates;
      check_instant (self, "early start", i, is->early_start, should->early_start);
      check_instant (self, "early finish", i, is->early_finish, should->early_finish);
      check_instant (self, "late start", i, is->late_start, should->late_start);
      check_instant (self, "late finish", i, is->late_finish, should->late_finish);
      check (self, "float", i, is->float_minutes == should->float_minutes);
      check (self, "critical", i, is->critical == should->critical);
    }
  check_instant (self, "finish", 0, dd_plan_get_finish (self->plan), self->naive->finish);
  check_instant (self, "latest start", 0, dd_plan_get_latest_start (self->plan),
                 self->naive->latest_start);
}

static gboolean
is_open (RandomCase *self, guint index)
{
  const NaiveActivity *activity = &g_array_index (self->naive->activities, NaiveActivity, index);

  return !activity->is_window && activity->progress.state == DD_STATE_PLANNED;
}

/* Where nothing but the network says when to finish, nothing is late, and something is critical. */
static void
check_own_finish (RandomCase *self)
{
  guint last = dd_plan_get_finish_activity (self->plan);

  if (self->request.deadline != DD_INSTANT_NONE)
    return;
  for (guint i = 0; i < dd_network_get_size (self->network); i++)
    check (self, "no float below 0", i, dd_plan_get_dates (self->plan, i)->float_minutes >= 0);
  if (is_open (self, last))
    check (self, "the last is critical", last, dd_plan_get_dates (self->plan, last)->critical);
}

/* Early before late exactly where there is float, and both in the order start, finish. */
static void
check_order_of_dates (RandomCase *self, guint index)
{
  const DdPlanDates *dates = dd_plan_get_dates (self->plan, index);

  check (self, "early start before finish", index, dates->early_start <= dates->early_finish);
  if (!is_open (self, index))
    return;
  check (self, "late start before finish", index, dates->late_start <= dates->late_finish);
  check (self, "early before late with float", index,
         dates->float_minutes < 0 || dates->early_start <= dates->late_start
             || dates->early_start == dates->early_finish);
  check (self, "late before early without", index,
         dates->float_minutes >= 0 || dates->late_start < dates->early_start);
}

/* Plans the case again with one activity changed, and asks when it finishes. */
static gint64
finish_with (RandomCase *self, guint index, gint64 not_before, gint64 override_minutes)
{
  guint size = dd_network_get_size (self->network);
  g_autofree DdProgress *progress = g_new (DdProgress, size);
  g_autoptr (DdPlan) plan = NULL;
  DdPlanRequest request = self->request;

  for (guint i = 0; i < size; i++)
    progress[i] = self->progress != NULL ? self->progress[i] : DD_PROGRESS_NONE;
  progress[index].not_before = MAX (progress[index].not_before, not_before);
  if (override_minutes >= 0)
    progress[index].override_minutes = override_minutes;
  request.progress = progress;
  request.start = self->naive->start;
  plan = dd_plan_new (self->network, &request, NULL);
  return plan != NULL ? dd_plan_get_finish (plan) : DD_INSTANT_MAX;
}

/* What float means: so much later and the finish is still in time; a minute more and it is not. */
static void
check_float_is_what_is_left (RandomCase *self, guint index)
{
  const DdPlanDates *dates = dd_plan_get_dates (self->plan, index);
  gint64 target = self->request.deadline != DD_INSTANT_NONE ? self->request.deadline
                                                            : dd_plan_get_finish (self->plan);

  if (!is_open (self, index) || dates->duration_minutes == 0)
    return;
  if (dates->float_minutes < 0)
    {
      check (self, "no float, too late", index, dd_plan_get_finish (self->plan) > target);
      return;
    }
  check (self, "delayed by its float", index,
         finish_with (self, index, dates->late_start, -1)
             <= MAX (target, dd_plan_get_finish (self->plan)));
  check (self, "delayed by more", index,
         finish_with (self, index, dates->late_start + 60, -1) > target);
}

static void
check_longer_is_not_earlier (RandomCase *self, guint index)
{
  gint64 minutes = dd_plan_get_dates (self->plan, index)->duration_minutes;
  gint64 longer = minutes + g_rand_int_range (self->rand, 1, 600);

  check (self, "longer is not earlier", index,
         finish_with (self, index, DD_INSTANT_NONE, longer) >= dd_plan_get_finish (self->plan));
}

/* On paper the latest start is what it says. */
static void
check_latest_start (RandomCase *self)
{
  DdPlanRequest request = self->request;
  g_autoptr (DdPlan) in_time = NULL;

  if (request.deadline == DD_INSTANT_NONE || request.progress != NULL
      || strstr (self->cells->str, "not-before") != NULL)
    return;
  request.start = dd_plan_get_latest_start (self->plan);
  in_time = dd_plan_new (self->network, &request, NULL);
  check (self, "in time from the latest start", 0,
         in_time != NULL && dd_plan_get_finish (in_time) <= request.deadline);
}

/* Trying the durations a plan has changes nothing. */
static void
check_try (RandomCase *self)
{
  guint size = dd_network_get_size (self->network);
  g_autofree gint64 *minutes = g_new (gint64, size);
  g_autofree DdPlanDates *scratch = g_new (DdPlanDates, size);

  for (guint i = 0; i < size; i++)
    minutes[i] = dd_plan_get_dates (self->plan, i)->duration_minutes;
  check_instant (self, "trying the same", 0, dd_plan_try (self->plan, minutes, scratch),
                 dd_plan_get_finish (self->plan));
}

static void
check_invariants (RandomCase *self)
{
  guint size = dd_network_get_size (self->network);

  check_own_finish (self);
  check_latest_start (self);
  check_try (self);
  for (guint i = 0; i < size; i++)
    {
      check_order_of_dates (self, i);
      check_float_is_what_is_left (self, i);
      check_longer_is_not_earlier (self, i);
    }
}

/* --- Rounds --- */

static void
run_round (const RandomCalendars *calendars, guint number, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  RandomCase round;

  random_case_init (&round, calendars, number, seed);
  if (round.naive->beyond)
    n_beyond++;
  else
    {
      round.plan = dd_plan_new (round.network, &round.request, &error);
      if (error != NULL)
        fail (&round, error->message, 0);
      g_assert_no_error (error);
      compare_with_model (&round);
      check_invariants (&round);
    }
  random_case_clear (&round);
}

static void
test_against_model (void)
{
  guint32 seed = seed_get ();

  for (guint i = 0; i < CALENDARS; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed + i);
      RandomCalendars calendars;
      random_calendars_init (&calendars, rand);
      for (guint j = 0; j < NETWORKS; j++)
        run_round (&calendars, i * NETWORKS + j, g_rand_int (rand));
      random_calendars_clear (&calendars);
    }
  g_test_message ("%u checks; %u networks of %u left the modelled minutes", n_checks, n_beyond,
                  CALENDARS * NETWORKS);
  g_assert_cmpuint (n_checks, >=, MIN_CHECKS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/property", test_against_model);

  return g_test_run ();
}
