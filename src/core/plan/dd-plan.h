/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-network.h"
#include "plan/dd-progress.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * DdPlan: early and late dates, total float and critical path of a network.
 *
 * Forward: an activity starts at the first working instant at or after all its predecessors'
 * finishes plus lag, and any not-before date, and ends when its duration is over. An event stands
 * at the finish that it follows (Friday 17:00, not Monday 09:00), or where the plan starts. Each
 * activity is worked in its owner's calendar: the customer's own, the vendor's for consultant and
 * manager, what both work for both. A lag is time of the successor's calendar.
 *
 * Backward: from the deadline if there is one, else from the plan's own finish. Total float is the
 * working time between early and late start; negative when the deadline cannot be met. Critical is
 * what has no float left. Windows, and what comes after one, are not counted: their late dates
 * follow forward from the late finishes of what they wait for.
 *
 * What is known of a case overrides what follows from the network (DdProgress):
 * - Done: the actual dates, as they are, even where they contradict the network. One that has no
 *   start began when it could, one that has no date at all is planned as skipped.
 * - Running: the actual start. What remains is worked from now on, and when nothing remains the
 *   finish is now. What it waits for does not hold it up any more.
 * - Not started: not before now.
 * - Skipped: takes no time; what follows it waits for what it waited for.
 * - Waits: an activity stands still while it or the whole case does (dd-pauses.h). An open wait
 *   reaches to now.
 * - Events and gates that are not done, "running" or not, are moments that cannot lie before now.
 * Late dates of the done and the skipped are their early ones, with no float; the float of a
 * running activity is that of its finish. Neither holds up the late dates of what comes before it,
 * save that a skipped activity hands on what holds it up.
 *
 * Where an activity has no float its late dates are the early ones, even if another instant is the
 * same point of its working time; unless it is a moment that comes too late by time in which only
 * others work.
 *
 * Immutable, reference counted (atomically). Both passes are linear in activities plus
 * dependencies, times the binary search of a calendar.
 */
typedef struct _DdPlan DdPlan;

/**
 * DdPlanDriver:
 * @DD_PLAN_DRIVER_START: the plan starts then
 * @DD_PLAN_DRIVER_PREDECESSOR: what it waits for ends then, plus the lag
 * @DD_PLAN_DRIVER_NOT_BEFORE: a date it is not to start before
 * @DD_PLAN_DRIVER_NOW: it has not started, and nothing that has not started lies before now
 * @DD_PLAN_DRIVER_WAIT: it, or the whole case, stands still until then
 * @DD_PLAN_DRIVER_ACTUAL: it did start then
 *
 * Why an activity starts when it does and not earlier. What it waits for is the reason whenever
 * that leads to the same point of its working time; otherwise the latest date.
 */
typedef enum
{
  DD_PLAN_DRIVER_START,
  DD_PLAN_DRIVER_PREDECESSOR,
  DD_PLAN_DRIVER_NOT_BEFORE,
  DD_PLAN_DRIVER_NOW,
  DD_PLAN_DRIVER_WAIT,
  DD_PLAN_DRIVER_ACTUAL,
} DdPlanDriver;

/* The dates of one activity. Starts are instants at which work can begin, finishes at which it can
 * end; an event's two are the same. */
typedef struct
{
  gint64 early_start;
  gint64 early_finish;
  gint64 late_start;
  gint64 late_finish;
  gint64 float_minutes;     /* total float in working minutes of the activity's calendar; may be
                               negative */
  gint64 duration_minutes;  /* on the basis, or as overridden; what remains is in the dates */
  gboolean critical;        /* float 0 or less, not done or skipped, and counted in the finish */
  DdPlanDriver driver;      /* what the early start follows from */
  guint driver_activity;    /* with DD_PLAN_DRIVER_PREDECESSOR the one that ends last: of those that
                               end together the first written */
} DdPlanDates;

/* What a plan is made from. Start from DD_PLAN_REQUEST_INIT. All pointers are borrowed for the
 * call; the calendars are kept with a reference. */
typedef struct
{
  DdCalendar *vendor;          /* never NULL */
  DdCalendar *customer;        /* (nullable): the vendor's then */
  DdCalendar *both;            /* (nullable): what both work, for callers that make many plans,
                                  since dd_calendar_intersect() takes longer than one; else made
                                  here */
  DdBasis basis;
  gint64 start;                /* the plan's start, or DD_INSTANT_NONE: the latest that meets the
                                  deadline (there must be one then) */
  gint64 deadline;             /* late dates count back from here, or DD_INSTANT_NONE */
  gint64 now;                  /* what is not done cannot lie before it, or DD_INSTANT_NONE */
  const DdProgress *progress;  /* (nullable) (array): one for each activity of the network */
  const DdWait *waits;         /* (nullable) (array length=n_waits) */
  guint n_waits;
} DdPlanRequest;

#define DD_PLAN_REQUEST_INIT \
  ((DdPlanRequest){ NULL, NULL, NULL, DD_BASIS_TYPICAL, DD_INSTANT_NONE, DD_INSTANT_NONE, \
                    DD_INSTANT_NONE, NULL, NULL, 0 })

#define DD_TYPE_PLAN (dd_plan_get_type ())
#define DD_PLAN_ERROR (dd_plan_error_quark ())

/**
 * DdPlanError:
 * @DD_PLAN_ERROR_RANGE: the plan leaves the years 1970 to 2199; the message names the activity,
 *   or says which of the request's dates it is
 * @DD_PLAN_ERROR_CALENDAR: an activity of both parties has no common working time; named
 * @DD_PLAN_ERROR_ORDER: the finish asked for is before the start, and there is no progress (the
 *   deadline of a case may well be past: float is negative then)
 */
typedef enum
{
  DD_PLAN_ERROR_RANGE,
  DD_PLAN_ERROR_CALENDAR,
  DD_PLAN_ERROR_ORDER,
} DdPlanError;

/* The error domain of plans. */
GQuark dd_plan_error_quark (void);

/* The boxed type of DdPlan. */
GType dd_plan_get_type (void) G_GNUC_CONST;

/* Both passes over @network.
 * Returns: (transfer full): a new plan, or NULL with a DdPlanError. */
DdPlan *dd_plan_new (DdNetwork *network, const DdPlanRequest *request, GError **error);

/* Returns: (transfer full): @self with one more reference */
DdPlan *dd_plan_ref (DdPlan *self);

/* Gives one reference back; the last frees @self. */
void dd_plan_unref (DdPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdPlan, dd_plan_unref)

/* Returns: (transfer none): the network it was made from */
DdNetwork *dd_plan_get_network (DdPlan *self);

/* Returns: (transfer none): the vendor's calendar, in whose zone dates are told */
DdCalendar *dd_plan_get_calendar (DdPlan *self);

/* Returns: (transfer none): the calendar in which activity @index is worked */
DdCalendar *dd_plan_get_activity_calendar (DdPlan *self, guint index);

/* Returns: (transfer none): the dates of activity @index */
const DdPlanDates *dd_plan_get_dates (DdPlan *self, guint index);

/* The first early start. When the request named no start, this is the latest request date. */
gint64 dd_plan_get_start (DdPlan *self);

/* The last early finish of what is counted (no window, nothing after one). */
gint64 dd_plan_get_finish (DdPlan *self);

/* The activity whose finish that is: the last in the document, if several end there. */
guint dd_plan_get_finish_activity (DdPlan *self);

/* The latest instant at which the plan can start so that the deadline is met; without a deadline
 * so that the finish stays. It is the earliest late start of what is counted and has not started;
 * the plan's start when everything has. */
gint64 dd_plan_get_latest_start (DdPlan *self);

/* The plan's finish if activity i took @minutes[i] of working time in all (0 or more; elements of
 * events, gates, done and skipped activities are not read, nor that of a running one whose
 * remaining time was judged). A forward pass that leaves the plan as it is: for forecasts, from any
 * thread, without allocating.
 * @minutes: (array): one for each activity
 * @scratch: (array) (out caller-allocates): one for each activity; its early dates are those of
 *   this pass, the rest is undefined
 * Returns: the last early finish of what is counted; DD_INSTANT_MAX beyond the year 2199 */
gint64 dd_plan_try (DdPlan *self, const gint64 *minutes, DdPlanDates *scratch);

/* Why activity @index has the dates it has, in plain words, and how long it takes by whose word:
 * "Starts on Wednesday 2 December 2026, because “Respond to Request” ends on Tuesday 1 December
 * 2026. Takes 1 working day: the process table says “1 day” (CX Process v17, Process Detail). Any
 * delay of it delays the finish."
 * Returns: (transfer full): translated sentences */
char *dd_plan_explain (DdPlan *self, guint index);

G_END_DECLS
