/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-gantt.h"

#include "bench-clock.h"
#include "bench-network.h"
#include "gantt/dd-gantt-chart.h"
#include "service/dd-service-parser.h"

static DdService *
make_service (guint n)
{
  g_autofree char *xml = bench_network_to_xml (n, 1);
  g_autoptr (GError) error = NULL;
  DdService *service = dd_service_parse (xml, -1, "bench.xml", &error);

  bench_stop_on_error (error);
  return service;
}

static void
make_plan (BenchGantt *self, guint n)
{
  g_autoptr (DdService) service = make_service (n);
  g_autoptr (GError) error = NULL;
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;

  self->plan.inputs = &self->inputs;
  self->inputs.network = dd_network_new (service);
  self->inputs.vendor = dd_calendar_new_default ("Europe/Berlin", NULL);
  self->inputs.now = dd_calendar_day_start (self->inputs.vendor, 2026, 12, 1);
  request.vendor = self->inputs.vendor;
  request.start = self->inputs.now;
  self->plan.plan = dd_plan_new (self->inputs.network, &request, &error);
  bench_stop_on_error (error);
}

BenchGantt *
bench_gantt_new (guint n)
{
  BenchGantt *self = g_new0 (BenchGantt, 1);
  DdGanttContent content = DD_GANTT_CONTENT_INIT;

  make_plan (self, n);
  content.title = "Bench";
  content.plan = self->plan.plan;
  content.now = self->inputs.now;
  self->chart = dd_gantt_chart_new (&content);
  return self;
}

void
bench_gantt_free (BenchGantt *self)
{
  g_object_unref (self->chart);
  dd_plan_unref (self->plan.plan);
  dd_calendar_unref (self->inputs.vendor);
  dd_network_unref (self->inputs.network);
  g_free (self);
}

char *
bench_gantt_describe (DdChart *chart, guint row, guint bar, gpointer gantt)
{
  BenchGantt *self = gantt;
  const char *id = dd_chart_get_row (chart, row)->id;
  DdService *service = dd_network_get_service (self->inputs.network);
  const DdActivity *activity = dd_service_find_activity (service, id);

  return activity != NULL ? dd_case_page_words_tooltip (&self->plan, activity->index) : NULL;
}
