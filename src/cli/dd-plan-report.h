/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-terminal.h"
#include "plan/dd-forecast.h"
#include "plan/dd-plan.h"

G_BEGIN_DECLS

/* What "drydockctl plan" is asked for. Pointers are borrowed. */
typedef struct
{
  DdService *service;
  DdCalendar *vendor;
  DdCalendar *customer; /* (nullable): the vendor's then */
  DdBasis basis;
  gint64 start;         /* or DD_INSTANT_NONE: the latest that meets @deadline */
  gint64 deadline;      /* or DD_INSTANT_NONE; one of the two is given */
  guint runs;           /* of the forecast; 0: none is wanted */
  guint64 seed;
} DdPlanQuestion;

/*
 * DdPlanReport: a service planned on all three bases, and forecast: what is printed of it.
 */
typedef struct
{
  DdService *service;         /* (owned) */
  DdCalendar *vendor;         /* (owned): dates are told in its zone */
  DdCalendar *customer;       /* (nullable) (owned) */
  DdBasis basis;              /* that of @plan */
  gint64 deadline;            /* or DD_INSTANT_NONE */
  DdPlan *plan;               /* (unowned): one of @plans */
  DdPlan *plans[DD_N_BASES];  /* (owned): by basis; all start when @plan does */
  DdForecast *forecast;       /* (nullable) (owned) */
  const DdProgress *progress; /* (nullable) (unowned) (array): of a case: what is known of each activity */
  gint64 now;                 /* of a case: the present, or DD_INSTANT_NONE */
} DdPlanReport;

/* Plans what is asked.
 * Returns: (transfer full): a new report, or NULL with a DdNetworkError, DdPlanError or
 * DdForecastError. */
DdPlanReport *dd_plan_report_new (const DdPlanQuestion *question, GError **error);

/* Frees @self. */
void dd_plan_report_free (DdPlanReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdPlanReport, dd_plan_report_free)

/* Returns: (transfer none): activity @index of the service */
const DdActivity *dd_plan_report_get_activity (const DdPlanReport *self, guint index);

/* The report as JSON: the members of DESIGN, "drydockctl", in their order, then more.
 * Returns: (transfer full): the text */
char *dd_plan_report_to_json (const DdPlanReport *self);

/* The report as a person reads it on @terminal: what was planned, a table, a chart, a legend.
 * Returns: (transfer full): the text */
char *dd_plan_report_to_text (const DdPlanReport *self, const DdTerminal *terminal);

G_END_DECLS
