/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-plan-report.h"

/* Plans on the wanted basis first: without a start it says when the other two start, too. */
static gboolean
make_plans (DdPlanReport *self, DdNetwork *network, DdPlanRequest *request, GError **error)
{
  self->plans[self->basis] = dd_plan_new (network, request, error);
  self->plan = self->plans[self->basis];
  if (self->plan == NULL)
    return FALSE;
  if (request->start == DD_INSTANT_NONE)
    request->start = dd_plan_get_start (self->plan);
  for (guint basis = 0; basis < DD_N_BASES; basis++)
    {
      request->basis = (DdBasis) basis;
      if (self->plans[basis] == NULL)
        self->plans[basis] = dd_plan_new (network, request, error);
      if (self->plans[basis] == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_forecast (DdPlanReport *self,
               DdNetwork *network,
               const DdPlanRequest *request,
               const DdPlanQuestion *question,
               GError **error)
{
  DdForecastRequest forecast = DD_FORECAST_REQUEST_INIT;

  if (question->runs == 0)
    return TRUE;
  forecast.plan = *request;
  forecast.runs = question->runs;
  forecast.seed = question->seed;
  self->forecast = dd_forecast_new (network, &forecast, NULL, error);
  return self->forecast != NULL;
}

DdPlanReport *
dd_plan_report_new (const DdPlanQuestion *question, GError **error)
{
  g_autoptr (DdPlanReport) self = g_new0 (DdPlanReport, 1);
  g_autoptr (DdNetwork) network = NULL;
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;

  g_return_val_if_fail (question->service != NULL && question->vendor != NULL, NULL);
  g_return_val_if_fail (question->start != DD_INSTANT_NONE || question->deadline != DD_INSTANT_NONE,
                        NULL);

  self->service = dd_service_ref (question->service);
  self->vendor = dd_calendar_ref (question->vendor);
  self->customer = question->customer != NULL ? dd_calendar_ref (question->customer) : NULL;
  self->basis = question->basis;
  self->deadline = question->deadline;
  self->now = DD_INSTANT_NONE;

  network = dd_network_new (self->service);
  request.vendor = self->vendor;
  request.customer = self->customer;
  request.basis = self->basis;
  request.start = question->start;
  request.deadline = self->deadline;
  if (!make_plans (self, network, &request, error)
      || !make_forecast (self, network, &request, question, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
dd_plan_report_free (DdPlanReport *self)
{
  for (guint basis = 0; basis < DD_N_BASES; basis++)
    g_clear_pointer (&self->plans[basis], dd_plan_unref);
  g_clear_pointer (&self->forecast, dd_forecast_free);
  g_clear_pointer (&self->customer, dd_calendar_unref);
  dd_calendar_unref (self->vendor);
  dd_service_unref (self->service);
  g_free (self);
}

const DdActivity *
dd_plan_report_get_activity (const DdPlanReport *self, guint index)
{
  return g_ptr_array_index (self->service->activities, index);
}
