/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What a forecast takes as its runs grow, on one thread and on two, from the documented ranges and
 * from finished cases; and what the verdict on a request takes, which is made at every key.
 */
#include "config.h"

#include "bench-clock.h"
#include "dd-bundle.h"
#include "plan/dd-forecast.h"
#include "plan/dd-intake.h"
#include "service/dd-service-parser.h"

#define TRIES          5
#define FINISHED_CASES 1000
#define VERDICTS       100

/* Messenger, which has a range, with a customer in another zone. */
typedef struct
{
  DdNetwork *network;        /* (owned) */
  DdCalendar *vendor;        /* (owned) */
  DdCalendar *customer;      /* (owned) */
  DdForecastRequest request; /* with both calendars */
  DdIntakeRequest intake;
} Bench;

static DdNetwork *
read_network (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dd_bundle_read (path, &error);
  g_autoptr (DdService) service = NULL;

  bench_stop_on_error (error);
  service =
      dd_service_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), path, &error);
  bench_stop_on_error (error);
  return dd_network_new (service);
}

static gint64
parse_date (Bench *self, const char *date)
{
  g_autoptr (GError) error = NULL;
  gint64 instant = dd_calendar_parse_instant (self->vendor, date, FALSE, &error);

  bench_stop_on_error (error);
  return instant;
}

static void
bench_init (Bench *self)
{
  g_autoptr (GError) error = NULL;

  self->network = read_network ("services/messenger.xml");
  self->vendor = dd_calendar_new_default ("Europe/Berlin", &error);
  bench_stop_on_error (error);
  self->customer = dd_calendar_new_default ("America/New_York", &error);
  bench_stop_on_error (error);

  self->request = DD_FORECAST_REQUEST_INIT;
  self->request.plan.vendor = self->vendor;
  self->request.plan.customer = self->customer;
  self->request.plan.start = parse_date (self, "2026-12-01");
  self->request.plan.deadline = parse_date (self, "2026-12-23");

  self->intake = DD_INTAKE_REQUEST_INIT;
  self->intake.earliest_start = parse_date (self, "2026-12-01");
  self->intake.ideal_start = parse_date (self, "2026-12-02");
  self->intake.deadline = parse_date (self, "2026-12-23");
  self->intake.now = parse_date (self, "2026-11-11");
}

static void
bench_clear (Bench *self)
{
  dd_network_unref (self->network);
  dd_calendar_unref (self->vendor);
  dd_calendar_unref (self->customer);
}

/* --- Forecasts --- */

static void
work_forecast (gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdForecast) forecast = dd_forecast_new (self->network, &self->request, NULL, &error);

  bench_stop_on_error (error);
}

/* Cases whose activities took up to a day more than one day each. */
static DdHistory *
make_history (Bench *self)
{
  guint size = dd_network_get_size (self->network);
  g_autofree DdProgress *progress = g_new (DdProgress, size);
  DdPlanRequest request = self->request.plan;
  DdHistory *history = dd_history_new (self->network);

  request.customer = NULL;
  request.progress = progress;
  for (guint row = 0; row < FINISHED_CASES; row++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdPlan) plan = NULL;

      for (guint i = 0; i < size; i++)
        {
          progress[i] = DD_PROGRESS_NONE;
          progress[i].state = DD_STATE_DONE;
          progress[i].actual_start = request.start;
          progress[i].actual_finish =
              dd_calendar_add (self->vendor, request.start, 480 + (row * 7 + i * 11) % 480);
        }
      plan = dd_plan_new (self->network, &request, &error);
      bench_stop_on_error (error);
      dd_history_add (history, plan);
    }
  return history;
}

static double
time_forecast (Bench *self, guint runs, guint threads)
{
  self->request.runs = runs;
  self->request.threads = threads;
  return bench_best_milliseconds (work_forecast, self, TRIES);
}

static void
print_forecasts (Bench *self)
{
  const guint sizes[] = { 1000, 10000, 100000, 1000000 };
  double first = 0;

  g_print ("%10s %15s %16s %10s %8s\n", "runs", "one thread, ms", "two threads, ms", "us a run",
           "growth");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double one = time_forecast (self, sizes[i], 1);
      double two = time_forecast (self, sizes[i], 2);

      first = i == 0 ? one / sizes[i] : first;
      g_print ("%10u %15.2f %16.2f %10.3f %8.2f\n", sizes[i], one, two, one / sizes[i] * 1000,
               one / sizes[i] / first);
    }
}

static void
print_history (Bench *self)
{
  g_autoptr (DdHistory) history = make_history (self);

  self->request.history = history;
  g_print ("\n%-52s %10.2f ms\n", "10,000 runs from 1,000 finished cases, one thread",
           time_forecast (self, 10000, 1));
  self->request.history = NULL;
}

/* --- Verdicts --- */

static void
work_verdicts (gpointer data)
{
  Bench *self = data;

  for (guint i = 0; i < VERDICTS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdIntake) intake =
          dd_intake_new (self->network, self->vendor, self->request.plan.customer, &self->intake,
                         &error);

      bench_stop_on_error (error);
    }
}

static void
print_verdicts (Bench *self)
{
  g_print ("%-52s %10.3f ms\n", "one verdict, the customer in another zone",
           bench_best_milliseconds (work_verdicts, self, TRIES) / VERDICTS);
  self->request.plan.customer = NULL;
  g_print ("%-52s %10.3f ms\n", "one verdict, the customer in the vendor's calendar",
           bench_best_milliseconds (work_verdicts, self, TRIES) / VERDICTS);
}

int
main (int argc, char *argv[])
{
  Bench bench;

  bench_init (&bench);
  print_forecasts (&bench);
  print_history (&bench);
  print_verdicts (&bench);
  bench_clear (&bench);
  return 0;
}
