/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-json.h"
#include "dd-plan-report.h"
#include "delivery/dd-field.h"
#include "delivery/dd-plan-enums.h"

static void
add_calendar (JsonBuilder *builder, const char *name, DdCalendar *calendar)
{
  g_autofree char *description = dd_calendar_describe (calendar);

  dd_json_begin_object (builder, name);
  dd_json_add_string (builder, "timezone", dd_calendar_get_timezone (calendar));
  dd_json_add_int (builder, "minutes_per_day", dd_calendar_get_minutes_per_day (calendar));
  dd_json_add_int (builder, "days_per_week", dd_calendar_get_days_per_week (calendar));
  dd_json_add_string (builder, "description", description);
  json_builder_end_object (builder);
}

static void
add_source (JsonBuilder *builder, const DdPlanReport *self, const DdActivity *activity)
{
  const char *section = activity->section != NULL ? activity->section : activity->cell->section;

  dd_json_begin_object (builder, "source");
  dd_json_add_string (builder, "document", self->service->document);
  dd_json_add_string (builder, "version", self->service->document_version);
  dd_json_add_string (builder, "section", section);
  json_builder_end_object (builder);
}

/* What DESIGN names, in its order. */
static void
add_dates (JsonBuilder *builder, const DdPlanReport *self, const DdActivity *activity)
{
  const DdPlanDates *dates = dd_plan_get_dates (self->plan, activity->index);
  g_autofree char *owner = dd_owner_to_text (activity->owner);

  dd_json_add_string (builder, "id", activity->id);
  dd_json_add_string (builder, "name", activity->name);
  dd_json_add_string (builder, "owner", owner);
  dd_json_add_instant (builder, "start", self->vendor, dates->early_start);
  dd_json_add_instant (builder, "finish", self->vendor, dates->early_finish);
  dd_json_add_instant (builder, "late_start", self->vendor, dates->late_start);
  dd_json_add_instant (builder, "late_finish", self->vendor, dates->late_finish);
  dd_json_add_int (builder, "float_minutes", dates->float_minutes);
  dd_json_add_boolean (builder, "critical", dates->critical);
  dd_json_add_int (builder, "duration_minutes", dates->duration_minutes);
}

/* A phase or milestone need not have a name. */
static void
add_name (JsonBuilder *builder, const char *member, const char *name)
{
  dd_json_add_string (builder, member, name[0] != '\0' ? name : NULL);
}

static void
add_activity (JsonBuilder *builder, const DdPlanReport *self, const DdActivity *activity)
{
  const DdMilestone *milestone = activity->cell->milestone;
  DdNetwork *network = dd_plan_get_network (self->plan);

  dd_json_begin_object (builder, NULL);
  add_dates (builder, self, activity);
  dd_json_add_string (builder, "kind", dd_activity_kind_to_text (activity->kind));
  add_name (builder, "phase", milestone->phase->name);
  add_name (builder, "milestone", milestone->name);
  dd_json_add_string (builder, "documented", activity->cell->documented);
  dd_json_add_boolean (builder, "counted", !dd_network_is_after_finish (network, activity->index));
  add_source (builder, self, activity);
  json_builder_end_object (builder);
}

static void
add_activities (JsonBuilder *builder, const DdPlanReport *self)
{
  dd_json_begin_array (builder, "activities");
  for (guint i = 0; i < self->service->activities->len; i++)
    add_activity (builder, self, dd_plan_report_get_activity (self, i));
  json_builder_end_array (builder);
}

static void
add_finish_of (JsonBuilder *builder, const DdPlanReport *self)
{
  const DdActivity *activity =
      dd_plan_report_get_activity (self, dd_plan_get_finish_activity (self->plan));

  dd_json_begin_object (builder, "finish_of");
  dd_json_add_string (builder, "id", activity->id);
  dd_json_add_string (builder, "name", activity->name);
  json_builder_end_object (builder);
}

static void
add_bases (JsonBuilder *builder, const DdPlanReport *self)
{
  dd_json_begin_object (builder, "bases");
  for (guint i = 0; i < DD_N_BASES; i++)
    {
      DdPlan *plan = self->plans[i];

      dd_json_begin_object (builder, dd_enum_get_nick (dd_basis_get_type (), i));
      dd_json_add_instant (builder, "finish", self->vendor, dd_plan_get_finish (plan));
      dd_json_add_instant (builder, "latest_start", self->vendor, dd_plan_get_latest_start (plan));
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_day (JsonBuilder *builder, DdCalendar *calendar, const DdForecastDay *day)
{
  g_autofree char *date =
      dd_calendar_format (calendar, dd_calendar_julian_start (calendar, day->day), "%F");

  dd_json_begin_object (builder, NULL);
  dd_json_add_string (builder, "date", date);
  dd_json_add_int (builder, "count", day->count);
  json_builder_end_object (builder);
}

static void
add_forecast (JsonBuilder *builder, const DdPlanReport *self)
{
  const DdForecast *forecast = self->forecast;

  dd_json_begin_object (builder, "forecast");
  dd_json_add_int (builder, "runs", forecast->runs);
  dd_json_add_int (builder, "seed", (gint64) forecast->seed);
  dd_json_add_instant (builder, "p50", self->vendor, forecast->p50);
  dd_json_add_instant (builder, "p80", self->vendor, forecast->p80);
  if (forecast->probability >= 0)
    dd_json_add_double (builder, "probability", forecast->probability);
  else
    dd_json_add_string (builder, "probability", NULL);
  dd_json_begin_array (builder, "days");
  for (guint i = 0; i < forecast->days->len; i++)
    add_day (builder, self->vendor, &g_array_index (forecast->days, DdForecastDay, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

char *
dd_plan_report_to_json (const DdPlanReport *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  dd_json_add_string (builder, "service", self->service->id);
  dd_json_add_instant (builder, "start", self->vendor, dd_plan_get_start (self->plan));
  dd_json_add_instant (builder, "finish", self->vendor, dd_plan_get_finish (self->plan));
  add_calendar (builder, "calendar", self->vendor);
  add_activities (builder, self);
  dd_json_add_string (builder, "product", self->service->product);
  dd_json_add_string (builder, "document_version", self->service->document_version);
  dd_json_add_string (builder, "basis", dd_enum_get_nick (dd_basis_get_type (), self->basis));
  add_finish_of (builder, self);
  dd_json_add_instant (builder, "latest_start", self->vendor,
                       dd_plan_get_latest_start (self->plan));
  dd_json_add_instant (builder, "deadline", self->vendor, self->deadline);
  add_bases (builder, self);
  if (self->customer != NULL)
    add_calendar (builder, "customer_calendar", self->customer);
  if (self->forecast != NULL)
    add_forecast (builder, self);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}
