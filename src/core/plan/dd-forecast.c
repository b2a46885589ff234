/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The seeded forecast.
 *
 * The runs are cut into as many slices as there are threads. A slice has scratch arrays of its own
 * and writes the finishes of its runs into its own part of one array, so threads share nothing that
 * changes; sorting the array then makes the answer independent of who wrote what. A run costs a
 * draw and one forward pass over the plan; nothing may allocate in it.
 */
#include "config.h"

#include "plan/dd-forecast.h"

#include "plan/dd-date-words.h"
#include "plan/dd-sampler.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

G_DEFINE_QUARK (dd_forecast_error, dd_forecast_error)

/* How often a slice looks whether it is cancelled, in runs. */
#define RUNS_BETWEEN_LOOKS 256

/* More threads than this do not help. */
#define MAX_THREADS 64

/* What all runs share. */
typedef struct
{
  DdPlan *plan;              /* (unowned) */
  DdSampler *sampler;        /* (unowned) */
  GCancellable *cancellable; /* (unowned) (nullable) */
  guint runs;
  gint64 *finishes; /* (unowned) (array length=runs) */
} Job;

/* The runs of one thread. */
typedef struct
{
  const Job *job;
  guint first;
  guint end;
} Slice;

/* The plan that runs vary. A deadline that comes before the start is an answer here (nothing meets
 * it), so the plan gets it only to find the start. */
static DdPlan *
make_plan (DdNetwork *network, const DdPlanRequest *request, GError **error)
{
  DdPlanRequest varied = *request;

  if (varied.start != DD_INSTANT_NONE)
    varied.deadline = DD_INSTANT_NONE;
  return dd_plan_new (network, &varied, error);
}

static gpointer
run_slice (gpointer data)
{
  const Slice *slice = data;
  const Job *job = slice->job;
  guint n = dd_network_get_size (dd_plan_get_network (job->plan));
  g_autofree gint64 *minutes = g_new (gint64, n);
  g_autofree DdPlanDates *scratch = g_new0 (DdPlanDates, n);

  for (guint run = slice->first; run < slice->end; run++)
    {
      if (run % RUNS_BETWEEN_LOOKS == 0 && g_cancellable_is_cancelled (job->cancellable))
        break;
      dd_sampler_draw (job->sampler, run, minutes);
      job->finishes[run] = dd_plan_try (job->plan, minutes, scratch);
    }
  return NULL;
}

/* Runs everything on @n_threads, of which this one is the first. A thread that cannot be had is
 * done without. */
static void
run_all (const Job *job, guint n_threads)
{
  g_autofree Slice *slices = g_new (Slice, n_threads);
  g_autofree GThread **threads = g_new0 (GThread *, n_threads);

  for (guint i = 0; i < n_threads; i++)
    {
      slices[i].job = job;
      slices[i].first = (guint64) job->runs * i / n_threads;
      slices[i].end = (guint64) job->runs * (i + 1) / n_threads;
      if (i > 0)
        threads[i] = g_thread_try_new ("forecast", run_slice, &slices[i], NULL);
    }
  for (guint i = 0; i < n_threads; i++)
    if (threads[i] == NULL)
      run_slice (&slices[i]);
  for (guint i = 0; i < n_threads; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}

static int
compare_instants (const void *a, const void *b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return (*first > *second) - (*first < *second);
}

/* --- What the runs say --- */

/* The finish by which @percent of the runs are done. */
static gint64
percentile (const gint64 *finishes, guint runs, guint percent)
{
  return finishes[((guint64) runs * percent + 99) / 100 - 1];
}

static double
part_within (const gint64 *finishes, guint runs, gint64 deadline)
{
  guint within = 0;

  if (deadline == DD_INSTANT_NONE)
    return -1.0;
  while (within < runs && finishes[within] <= deadline)
    within++;
  return (double) within / runs;
}

/* A finish at midnight belongs to the day that ends there. */
static GArray *
count_days (const gint64 *finishes, guint runs, DdCalendar *calendar)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (DdForecastDay));
  gint64 day_end = DD_INSTANT_NONE;

  for (guint i = 0; i < runs; i++)
    {
      if (finishes[i] > day_end)
        {
          DdForecastDay day = { dd_calendar_julian_day (calendar, finishes[i] - 1), 0 };

          g_array_append_val (days, day);
          day_end = dd_calendar_julian_start (calendar, day.day + 1);
        }
      g_array_index (days, DdForecastDay, days->len - 1).count++;
    }
  return days;
}

static DdForecast *
summarize (const Job *job, const DdForecastRequest *request)
{
  DdForecast *self = g_new0 (DdForecast, 1);

  self->runs = job->runs;
  self->seed = request->seed;
  self->n_cases = dd_sampler_get_n_cases (job->sampler);
  self->p50 = percentile (job->finishes, job->runs, 50);
  self->p80 = percentile (job->finishes, job->runs, 80);
  self->probability = part_within (job->finishes, job->runs, request->plan.deadline);
  self->calendar = dd_calendar_ref (dd_plan_get_calendar (job->plan));
  self->days = count_days (job->finishes, job->runs, self->calendar);
  return self;
}

static guint
count_threads (const DdForecastRequest *request)
{
  guint threads = request->threads > 0 ? request->threads : g_get_num_processors ();

  return MIN (MIN (threads, MAX_THREADS), request->runs);
}

/* Does the runs and brings their finishes into order. */
static gboolean
run_job (const Job *job, guint n_threads, GError **error)
{
  run_all (job, n_threads);
  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  qsort (job->finishes, job->runs, sizeof (gint64), compare_instants);
  if (job->finishes[job->runs - 1] < DD_INSTANT_MAX)
    return TRUE;
  g_set_error (error, DD_PLAN_ERROR, DD_PLAN_ERROR_RANGE,
               _ ("The forecast leaves the years 1970 to 2199; start earlier, or give shorter "
                  "durations."));
  return FALSE;
}

DdForecast *
dd_forecast_new (DdNetwork *network,
                 const DdForecastRequest *request,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (DdPlan) plan = NULL;
  g_autoptr (DdSampler) sampler = NULL;
  g_autofree gint64 *finishes = NULL;
  Job job;

  g_return_val_if_fail (network != NULL && request != NULL, NULL);

  if (request->runs < 1 || request->runs > DD_FORECAST_MAX_RUNS)
    {
      g_set_error (error, DD_FORECAST_ERROR, DD_FORECAST_ERROR_RUNS,
                   _ ("A forecast cannot have %u runs; give a number from 1 to %d."), request->runs,
                   DD_FORECAST_MAX_RUNS);
      return NULL;
    }
  plan = make_plan (network, &request->plan, error);
  if (plan == NULL)
    return NULL;

  sampler = dd_sampler_new (plan, request->plan.progress, request->history, request->seed);
  finishes = g_new (gint64, request->runs);
  job = (Job){ plan, sampler, cancellable, request->runs, finishes };
  if (!run_job (&job, count_threads (request), error))
    return NULL;
  return summarize (&job, request);
}

/* The probability in whole percent; only what is certain is 0 or 100. */
static int
to_percent (double probability)
{
  if (probability <= 0.0 || probability >= 1.0)
    return probability > 0.0 ? 100 : 0;
  return CLAMP ((int) (probability * 100.0 + 0.5), 1, 99);
}

static char *
dates_to_words (const DdForecast *self)
{
  g_autofree char *half = dd_date_words_of_end (self->calendar, self->p50);
  g_autofree char *most = dd_date_words_of_end (self->calendar, self->p80);

  if (self->probability < 0.0)
    return g_strdup_printf (ngettext ("%u run: half finish by %s, 80%% by %s.",
                                      "%u runs: half finish by %s, 80%% by %s.", self->runs),
                            self->runs, half, most);
  return g_strdup_printf (
      ngettext ("%u run: half finish by %s, 80%% by %s; %d%% meet the deadline.",
                "%u runs: half finish by %s, 80%% by %s; %d%% meet the deadline.", self->runs),
      self->runs, half, most, to_percent (self->probability));
}

static char *
source_to_words (const DdForecast *self)
{
  if (self->n_cases == 0)
    return g_strdup (_ ("Drawn from the documented ranges."));
  return g_strdup_printf (ngettext ("Drawn from %u finished case.", "Drawn from %u finished cases.",
                                    self->n_cases),
                          self->n_cases);
}

char *
dd_forecast_to_words (const DdForecast *self)
{
  g_autofree char *dates = NULL;
  g_autofree char *source = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  dates = dates_to_words (self);
  source = source_to_words (self);
  return g_strdup_printf ("%s %s", dates, source);
}

void
dd_forecast_free (DdForecast *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->days);
  dd_calendar_unref (self->calendar);
  g_free (self);
}
