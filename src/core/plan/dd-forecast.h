/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "plan/dd-history.h"
#include "plan/dd-plan.h"

G_BEGIN_DECLS

#define DD_FORECAST_ERROR (dd_forecast_error_quark ())

/* The one code of the domain: the number of runs is not 1 to DD_FORECAST_MAX_RUNS. */
typedef enum
{
  DD_FORECAST_ERROR_RUNS,
} DdForecastError;

/* The error domain of forecasts. */
GQuark dd_forecast_error_quark (void);

/* More runs than this are refused: they would not change a date. */
#define DD_FORECAST_MAX_RUNS 1000000

/* What a forecast is made from. Start from DD_FORECAST_REQUEST_INIT. Pointers are borrowed for the
 * call. */
typedef struct
{
  DdPlanRequest plan;   /* as for a plan; its basis counts only where it finds the start */
  DdHistory *history;   /* (nullable): of the same network's service */
  guint runs;           /* 1 to DD_FORECAST_MAX_RUNS */
  guint64 seed;
  guint threads;        /* how many work on it, at most 64; 0: one for each processor */
} DdForecastRequest;

#define DD_FORECAST_REQUEST_INIT ((DdForecastRequest){ DD_PLAN_REQUEST_INIT, NULL, 10000, 1, 0 })

/* How many runs finish on one day. */
typedef struct
{
  guint32 day;  /* as a Julian day of GDate, in the vendor's zone */
  guint count;  /* 1 or more */
} DdForecastDay;

/*
 * DdForecast: when a case will be finished, from many runs of its plan with drawn durations.
 *
 * What is drawn, and from what, is said at DdSampler. Done activities, overrides and a remaining
 * time that someone judged are not drawn; of a running activity what remains of the drawn duration
 * counts. A run is one in which nobody has to wait again: waits to come are not foreseen.
 *
 * The answer depends on the request alone, not on who computes which run. Since each cell has draws
 * of its own, they stay the same while the work of other cells gets done.
 */
typedef struct
{
  guint runs;
  guint64 seed;
  guint n_cases;       /* how many finished cases were drawn from; 0: the documented ranges alone */
  gint64 p50;          /* half of the runs finish by here */
  gint64 p80;          /* four in five do */
  double probability;  /* the part of the runs that meets the deadline; -1 when there is none */
  GArray *days;        /* (element-type DdForecastDay) (owned): days on which runs finish, in order;
                          the counts add up to @runs */
  DdCalendar *calendar; /* (owned): the vendor's */
} DdForecast;

/* Runs the forecast; blocks until it is done, so call it from a thread of its own when it is long.
 * Returns: (transfer full): a new forecast, or NULL with DD_FORECAST_ERROR_RUNS, a DdPlanError or
 * G_IO_ERROR_CANCELLED. */
DdForecast *dd_forecast_new (DdNetwork *network, const DdForecastRequest *request,
                             GCancellable *cancellable, GError **error);

/* What it says, as a person reads it: "10000 runs: half finish by Thursday 17 December 2026, 80% by
 * Friday 18 December 2026; 93% meet the deadline. Drawn from the documented ranges."
 * Returns: (transfer full): the translated text */
char *dd_forecast_to_words (const DdForecast *self);

/* Frees @self. */
void dd_forecast_free (DdForecast *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdForecast, dd_forecast_free)

G_END_DECLS
