/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-forecast.h"

#include "plan-fixture.h"

#include <string.h>

#define RUNS 2000

/* A network, the vendor's calendar and a request that starts on Tuesday 1 December 2026. */
typedef struct
{
  DdNetwork *network;   /* (owned) */
  DdCalendar *vendor;   /* (owned) */
  DdProgress *progress; /* (owned) (array) */
  DdForecastRequest request;
} Case;

static void
case_init (Case *self, DdNetwork *network)
{
  guint size = dd_network_get_size (network);

  self->network = network;
  self->vendor = fixture_vendor ();
  self->progress = g_new (DdProgress, size);
  for (guint i = 0; i < size; i++)
    self->progress[i] = DD_PROGRESS_NONE;
  self->request = DD_FORECAST_REQUEST_INIT;
  self->request.plan.vendor = self->vendor;
  self->request.plan.start = fixture_instant (self->vendor, "2026-12-01");
  self->request.plan.progress = self->progress;
  self->request.runs = RUNS;
  self->request.threads = 1;
}

static void
case_clear (Case *self)
{
  dd_network_unref (self->network);
  dd_calendar_unref (self->vendor);
  g_free (self->progress);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static DdForecast *
run (const Case *self)
{
  g_autoptr (GError) error = NULL;
  DdForecast *forecast = dd_forecast_new (self->network, &self->request, NULL, &error);

  g_assert_no_error (error);
  return forecast;
}

static gint64
plan_finish (const Case *self, DdBasis basis)
{
  DdPlanRequest request = self->request.plan;
  g_autoptr (DdPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  request.basis = basis;
  request.deadline = DD_INSTANT_NONE;
  plan = dd_plan_new (self->network, &request, &error);
  g_assert_no_error (error);
  return dd_plan_get_finish (plan);
}

static gint64
at (const Case *self, const char *text)
{
  return fixture_instant (self->vendor, text);
}

/* "2026-12-18 60%, 2026-12-21 40%" of the runs, in whole percent. */
static char *
describe_days (const DdForecast *forecast)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < forecast->days->len; i++)
    {
      const DdForecastDay *day = &g_array_index (forecast->days, DdForecastDay, i);
      gint64 start = dd_calendar_julian_start (forecast->calendar, day->day);
      g_autofree char *date = dd_calendar_format (forecast->calendar, start, "%F");

      g_string_append_printf (text, "%s%s %.0f%%", i > 0 ? ", " : "", date,
                              100.0 * day->count / forecast->runs);
    }
  return g_string_free (text, FALSE);
}

static void
assert_same (const DdForecast *a, const DdForecast *b)
{
  g_assert_cmpint (a->p50, ==, b->p50);
  g_assert_cmpint (a->p80, ==, b->p80);
  g_assert_cmpfloat (a->probability, ==, b->probability);
  g_assert_cmpmem (a->days->data, a->days->len * sizeof (DdForecastDay), b->days->data,
                   b->days->len * sizeof (DdForecastDay));
}

/* What holds of every forecast. */
static void
assert_sound (const DdForecast *forecast)
{
  guint runs = 0;

  g_assert_cmpint (forecast->p50, <=, forecast->p80);
  for (guint i = 0; i < forecast->days->len; i++)
    {
      const DdForecastDay *day = &g_array_index (forecast->days, DdForecastDay, i);

      g_assert_cmpuint (day->count, >, 0);
      if (i > 0)
        g_assert_cmpuint (day->day, >, g_array_index (forecast->days, DdForecastDay, i - 1).day);
      runs += day->count;
    }
  g_assert_cmpuint (runs, ==, forecast->runs);
}

/* The same seed gives the same answer, however many threads there are, and each time. */
static void
test_threads (void)
{
  g_auto (Case) messenger = { 0 };
  g_autoptr (DdForecast) one = NULL;

  case_init (&messenger, fixture_shipped_network ("messenger"));
  messenger.request.plan.deadline = at (&messenger, "2026-12-23");
  messenger.request.seed = 7;
  one = run (&messenger);
  assert_sound (one);
  for (guint threads = 0; threads <= 7; threads++)
    {
      g_autoptr (DdForecast) other = NULL;

      messenger.request.threads = threads;
      other = run (&messenger);
      assert_same (one, other);
    }
}

static void
test_more_threads_than_runs (void)
{
  g_auto (Case) messenger = { 0 };
  g_autoptr (DdForecast) one = NULL;
  g_autoptr (DdForecast) many = NULL;

  case_init (&messenger, fixture_shipped_network ("messenger"));
  messenger.request.runs = 3;
  one = run (&messenger);
  messenger.request.threads = G_MAXUINT;
  many = run (&messenger);
  assert_same (one, many);
}

static void
test_seeds (void)
{
  g_auto (Case) messenger = { 0 };
  g_autoptr (DdForecast) first = NULL;
  g_autoptr (DdForecast) second = NULL;

  case_init (&messenger, fixture_shipped_network ("messenger"));
  first = run (&messenger);
  messenger.request.seed++;
  second = run (&messenger);
  g_assert_cmpint (first->p80, !=, second->p80);
  /* The answers are near each other all the same. */
  g_assert_cmpint (ABS (first->p80 - second->p80), <, 86400);
}

/* The runs lie between the short and the cautious plan, and reach near both. */
static void
test_messenger (void)
{
  g_auto (Case) messenger = { 0 };
  g_autoptr (DdForecast) forecast = NULL;
  gint64 first, last;

  case_init (&messenger, fixture_shipped_network ("messenger"));
  forecast = run (&messenger);
  first = plan_finish (&messenger, DD_BASIS_SHORT);
  last = plan_finish (&messenger, DD_BASIS_CAUTIOUS);
  assert_sound (forecast);
  g_assert_cmpint (forecast->p50, >, first);
  g_assert_cmpint (forecast->p80, <, last);
  g_assert_cmpuint (g_array_index (forecast->days, DdForecastDay, 0).day, ==,
                    dd_calendar_julian_day (messenger.vendor, first));
  g_assert_cmpuint (g_array_index (forecast->days, DdForecastDay, forecast->days->len - 1).day, ==,
                    dd_calendar_julian_day (messenger.vendor, last));
  g_assert_cmpfloat (forecast->probability, ==, -1.0);
  g_assert_cmpuint (forecast->n_cases, ==, 0);
}

/* Where nothing is a range every run is the plan. */
static void
test_no_range (void)
{
  g_auto (Case) process = { 0 };
  g_autoptr (DdForecast) forecast = NULL;
  gint64 finish;

  case_init (&process, fixture_shipped_network ("cx-process"));
  finish = plan_finish (&process, DD_BASIS_TYPICAL);
  process.request.plan.deadline = finish;
  forecast = run (&process);
  g_assert_cmpint (forecast->p50, ==, finish);
  g_assert_cmpint (forecast->p80, ==, finish);
  g_assert_cmpuint (forecast->days->len, ==, 1);
  g_assert_cmpuint (g_array_index (forecast->days, DdForecastDay, 0).count, ==, RUNS);
  g_assert_cmpfloat (forecast->probability, ==, 1.0);
}

/* The part of the runs that meets the deadline, for the triangular law from 5 to 10 days with its
 * peak at 5: 1 - ((10 - x) / 5)^2 within x days. */
static const struct
{
  const char *deadline;
  double probability;
} deadlines[] = {
  { "2026-11-01", 0.0 },        /* before it starts */
  { "2026-12-07", 0.0 },        /* 4 days */
  { "2026-12-07 17:00", 0.0 },  /* 5 days: only just */
  { "2026-12-09", 0.36 },       /* 6 days */
  { "2026-12-10 13:00", 0.75 }, /* 7.5 days */
  { "2026-12-12", 0.96 },       /* 9 days */
  { "2026-12-14 17:00", 1.0 },  /* 10 days */
  { "2027-12-01", 1.0 },
};

static void
test_probability (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (deadlines); i++)
    {
      g_auto (Case) single = { 0 };
      g_autoptr (DdForecast) forecast = NULL;

      case_init (&single, fixture_network (TASK ("a", "5d..10d", "")));
      single.request.runs = 20000;
      single.request.plan.deadline = at (&single, deadlines[i].deadline);
      forecast = run (&single);
      g_test_message ("%s", deadlines[i].deadline);
      g_assert_cmpfloat_with_epsilon (forecast->probability, deadlines[i].probability, 0.015);
      if (deadlines[i].probability == 0.0 && i < 2)
        g_assert_cmpfloat (forecast->probability, ==, 0.0);
      if (deadlines[i].probability == 1.0)
        g_assert_cmpfloat (forecast->probability, ==, 1.0);
    }
}

/* P50 and P80 of the same law: 10 - 5 sqrt (1 - p) days, 6.46 and 7.76. */
static void
test_percentiles (void)
{
  g_auto (Case) single = { 0 };
  g_autoptr (DdForecast) forecast = NULL;
  gint64 start;

  case_init (&single, fixture_network (TASK ("a", "5d..10d", "")));
  single.request.runs = 100000;
  forecast = run (&single);
  start = single.request.plan.start;
  g_assert_cmpfloat_with_epsilon (dd_calendar_between (single.vendor, start, forecast->p50) / 480.0,
                                  6.4645, 0.03);
  g_assert_cmpfloat_with_epsilon (dd_calendar_between (single.vendor, start, forecast->p80) / 480.0,
                                  7.7639, 0.03);
}

/* Of a few runs the percentiles are runs. */
static void
test_few_runs (void)
{
  g_auto (Case) single = { 0 };

  case_init (&single, fixture_network (TASK ("a", "5d..10d", "")));
  for (guint runs = 1; runs <= 12; runs++)
    {
      g_autoptr (DdForecast) forecast = NULL;

      single.request.runs = runs;
      forecast = run (&single);
      assert_sound (forecast);
      if (runs == 1)
        g_assert_cmpint (forecast->p50, ==, forecast->p80);
    }
}

/* --- A case under way --- */

/* What is known of the one activity "a", of 5 to 10 days from 1 December on, at noon of Friday
 * 4 December, when it has been worked for 3.5 days; and between which dates it can end. */
static const struct
{
  const char *name;
  DdActivityState state;
  int override_hours;  /* or -1 */
  int remaining_hours; /* or -1 */
  const char *first;
  const char *last;
} knowns[] = {
  { "not started: all of it from now on", DD_STATE_PLANNED, -1, -1, "2026-12-11 13:00",
    "2026-12-18 13:00" },
  { "running: what remains of the draw", DD_STATE_RUNNING, -1, -1, "2026-12-07 17:00",
    "2026-12-14 17:00" },
  { "running: what remains was judged", DD_STATE_RUNNING, -1, 16, "2026-12-08 13:00",
    "2026-12-08 13:00" },
  { "running: overridden", DD_STATE_RUNNING, 32, -1, "2026-12-04 17:00", "2026-12-04 17:00" },
  { "running: overridden with less than it took already", DD_STATE_RUNNING, 1, -1,
    "2026-12-04 13:00", "2026-12-04 13:00" },
  { "not started: overridden", DD_STATE_PLANNED, 8, -1, "2026-12-07 13:00", "2026-12-07 13:00" },
  { "done", DD_STATE_DONE, -1, -1, "2026-12-03 17:00", "2026-12-03 17:00" },
  { "skipped", DD_STATE_SKIPPED, -1, -1, "2026-12-01 09:00", "2026-12-01 09:00" },
};

static void
test_under_way (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (knowns); i++)
    {
      g_auto (Case) single = { 0 };
      g_autoptr (DdForecast) forecast = NULL;
      gint64 first, last;
      DdProgress *own = NULL;

      case_init (&single, fixture_network (TASK ("a", "5d..10d", "")));
      first = at (&single, knowns[i].first);
      last = at (&single, knowns[i].last);
      single.request.plan.now = at (&single, "2026-12-04 13:00");
      own = &single.progress[0];
      own->state = knowns[i].state;
      if (own->state == DD_STATE_RUNNING || own->state == DD_STATE_DONE)
        own->actual_start = at (&single, "2026-12-01 09:00");
      if (own->state == DD_STATE_DONE)
        own->actual_finish = at (&single, "2026-12-03 17:00");
      own->override_minutes = knowns[i].override_hours >= 0 ? knowns[i].override_hours * 60 : -1;
      own->remaining_minutes = knowns[i].remaining_hours >= 0 ? knowns[i].remaining_hours * 60 : -1;

      g_test_message ("%s", knowns[i].name);
      single.request.plan.deadline = first - 1;
      forecast = run (&single);
      g_assert_cmpfloat (forecast->probability, ==, 0.0);
      g_clear_pointer (&forecast, dd_forecast_free);
      single.request.plan.deadline = last;
      forecast = run (&single);
      g_assert_cmpfloat (forecast->probability, ==, 1.0);
      if (first == last)
        g_assert_cmpint (forecast->p50, ==, last);
      else
        g_assert_cmpint (forecast->p50, <, forecast->p80);
    }
}

/* --- Finished cases --- */

/* A history of one activity "a": cases that took 1, 2, … days. */
static DdHistory *
make_history (const Case *self, guint n)
{
  DdHistory *history = dd_history_new (self->network);

  for (guint row = 0; row < n; row++)
    {
      DdProgress progress = DD_PROGRESS_NONE;
      DdPlanRequest request = self->request.plan;
      g_autoptr (DdPlan) plan = NULL;
      g_autoptr (GError) error = NULL;

      progress.state = DD_STATE_DONE;
      progress.actual_start = at (self, "2026-12-01 09:00");
      progress.actual_finish =
          dd_calendar_add (self->vendor, progress.actual_start, (row + 1) * 480);
      request.progress = &progress;
      plan = dd_plan_new (self->network, &request, &error);
      g_assert_no_error (error);
      dd_history_add (history, plan);
    }
  return history;
}

static void
test_history (void)
{
  g_auto (Case) single = { 0 };
  g_autoptr (DdHistory) five = NULL;
  g_autoptr (DdHistory) four = NULL;
  g_autoptr (DdForecast) forecast = NULL;
  g_autoptr (DdForecast) documented = NULL;
  g_autoptr (DdForecast) of_four = NULL;
  g_autofree char *days = NULL;

  case_init (&single, fixture_network (TASK ("a", "1w..2w", "")));
  documented = run (&single);
  four = make_history (&single, 4);
  single.request.history = four;
  of_four = run (&single);
  g_assert_cmpuint (of_four->n_cases, ==, 0);
  assert_same (documented, of_four);

  five = make_history (&single, 5);
  single.request.history = five;
  single.request.runs = 100000;
  single.request.plan.deadline = at (&single, "2026-12-04");
  forecast = run (&single);
  days = describe_days (forecast);
  g_assert_cmpuint (forecast->n_cases, ==, 5);
  g_assert_cmpstr (days, ==,
                   "2026-12-01 20%, 2026-12-02 20%, 2026-12-03 20%, 2026-12-04 20%, 2026-12-07 "
                   "20%");
  g_assert_cmpfloat_with_epsilon (forecast->probability, 0.6, 0.01);
}

/* --- Days, and starts that follow from a deadline --- */

/* Work that ends at midnight ends on the day before it. */
static void
test_midnight (void)
{
  g_auto (Case) single = { 0 };
  g_autoptr (DdForecast) forecast = NULL;
  g_autofree char *days = NULL;
  g_autofree char *words = NULL;

  case_init (&single, fixture_network (TASK ("a", "24h", "")));
  g_clear_pointer (&single.vendor, dd_calendar_unref);
  single.vendor = fixture_calendar ("timezone=Europe/Berlin\ntuesday=00:00-24:00\n");
  single.request.plan.vendor = single.vendor;
  forecast = run (&single);
  days = describe_days (forecast);
  words = dd_forecast_to_words (forecast);
  g_assert_cmpstr (days, ==, "2026-12-01 100%");
  g_assert_cmpstr (words, ==,
                   "2000 runs: half finish by Tuesday 1 December 2026, 80% by Tuesday 1 December "
                   "2026. Drawn from the documented ranges.");
}

/* Without a start runs begin at the latest that meets the deadline on the plan's basis. */
static void
test_start_from_deadline (void)
{
  g_auto (Case) single = { 0 };
  g_autoptr (DdForecast) typical = NULL;
  g_autoptr (DdForecast) cautious = NULL;

  case_init (&single, fixture_network (TASK ("a", "1w..2w", "")));
  single.request.plan.start = DD_INSTANT_NONE;
  single.request.plan.deadline = at (&single, "2026-12-19");
  typical = run (&single);
  single.request.plan.basis = DD_BASIS_CAUTIOUS;
  cautious = run (&single);
  g_assert_cmpint (typical->p50, >, single.request.plan.deadline);
  g_assert_cmpfloat (cautious->probability, ==, 1.0);
}

/* --- What is refused --- */

static void
assert_refused (const Case *self, GCancellable *cancellable, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  DdForecast *forecast = dd_forecast_new (self->network, &self->request, cancellable, &error);

  g_assert_null (forecast);
  g_assert_error (error, domain, code);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_runs (void)
{
  g_auto (Case) single = { 0 };
  g_autoptr (DdForecast) forecast = NULL;

  case_init (&single, fixture_network (TASK ("a", "1d", "")));
  single.request.runs = 0;
  assert_refused (&single, NULL, DD_FORECAST_ERROR, DD_FORECAST_ERROR_RUNS);
  single.request.runs = DD_FORECAST_MAX_RUNS + 1;
  assert_refused (&single, NULL, DD_FORECAST_ERROR, DD_FORECAST_ERROR_RUNS);
  single.request.runs = DD_FORECAST_MAX_RUNS;
  forecast = run (&single);
  assert_sound (forecast);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Case) messenger = { 0 };

  case_init (&messenger, fixture_shipped_network ("messenger"));
  messenger.request.threads = 2;
  g_cancellable_cancel (cancellable);
  assert_refused (&messenger, cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A plan that cannot be made; and one that can, with runs that cannot. */
static void
test_beyond (void)
{
  g_auto (Case) single = { 0 };

  case_init (&single, fixture_network (TASK ("a", "1w..2w", "")));
  single.request.plan.start = at (&single, "2199-12-30");
  assert_refused (&single, NULL, DD_PLAN_ERROR, DD_PLAN_ERROR_RANGE);
  single.request.plan.start = at (&single, "2199-12-23");
  assert_refused (&single, NULL, DD_PLAN_ERROR, DD_PLAN_ERROR_RANGE);
}

static void
test_words (void)
{
  g_auto (Case) single = { 0 };
  g_autoptr (DdHistory) history = NULL;
  g_autoptr (DdForecast) documented = NULL;
  g_autoptr (DdForecast) finished = NULL;
  g_autofree char *words = NULL;
  g_autofree char *words_of_history = NULL;

  case_init (&single, fixture_network (TASK ("a", "1w..2w", "")));
  single.request.plan.deadline = at (&single, "2026-12-14 15:30");
  documented = run (&single);
  words = dd_forecast_to_words (documented);
  /* Nearly all runs are not all. */
  g_assert_cmpstr (words, ==,
                   "2000 runs: half finish by Wednesday 9 December 2026, 80% by Thursday 10 "
                   "December 2026; 99% meet the deadline. Drawn from the documented ranges.");

  history = make_history (&single, 7);
  single.request.history = history;
  finished = run (&single);
  words_of_history = dd_forecast_to_words (finished);
  g_assert_cmpstr (words_of_history, ==,
                   "2000 runs: half finish by Friday 4 December 2026, 80% by Tuesday 8 December "
                   "2026; 100% meet the deadline. Drawn from 7 finished cases.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/forecast/threads", test_threads);
  g_test_add_func ("/forecast/more-threads-than-runs", test_more_threads_than_runs);
  g_test_add_func ("/forecast/seeds", test_seeds);
  g_test_add_func ("/forecast/messenger", test_messenger);
  g_test_add_func ("/forecast/no-range", test_no_range);
  g_test_add_func ("/forecast/probability", test_probability);
  g_test_add_func ("/forecast/percentiles", test_percentiles);
  g_test_add_func ("/forecast/few-runs", test_few_runs);
  g_test_add_func ("/forecast/under-way", test_under_way);
  g_test_add_func ("/forecast/history", test_history);
  g_test_add_func ("/forecast/midnight", test_midnight);
  g_test_add_func ("/forecast/start-from-deadline", test_start_from_deadline);
  g_test_add_func ("/forecast/runs", test_runs);
  g_test_add_func ("/forecast/cancelled", test_cancelled);
  g_test_add_func ("/forecast/beyond", test_beyond);
  g_test_add_func ("/forecast/words", test_words);
  return g_test_run ();
}
