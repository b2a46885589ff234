/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-pauses.h"
#include "plan/dd-plan.h"

G_BEGIN_DECLS

/* What the passes need to know of one activity, with everything that can be said before them. */
typedef struct
{
  DdCalendar *calendar;  /* (unowned): one of the plan's */
  gboolean is_moment;    /* an event or a gate */
  gint64 minutes;        /* in all, on the basis or as overridden; 0 for a moment */
  DdProgress progress;   /* its state is never one that lacks its dates; not_before is the later of
                            the case's and the definition's */
  gint64 latest;         /* the backward pass: when a planned activity must start, a running one end
                            or a skipped one hand on, at the latest; not rounded to the owner's
                            working time */
} DdPlanWork;

/* A plan in the making, and made. */
struct _DdPlan
{
  gatomicrefcount ref_count;
  DdNetwork *network;      /* (owned) */
  DdCalendar *vendor;      /* (owned) */
  DdCalendar *customer;    /* (owned): the vendor's again if it has none of its own */
  DdCalendar *both;        /* (owned) (nullable): made when an activity needs it */
  DdWait *waits;           /* (owned) (array length=n_waits): with reasons of their own */
  guint n_waits;
  DdPauses *pauses;        /* (owned) (nullable): of these waits */
  DdBasis basis;
  gint64 start;            /* roots do not begin before it; DD_INSTANT_NONE until it is known */
  gint64 deadline;         /* or DD_INSTANT_NONE */
  gint64 now;              /* or DD_INSTANT_NONE */
  DdPlanWork *work;        /* (owned) (array) */
  DdPlanDates *dates;      /* (owned) (array) */
  gint64 finish;
  guint finish_activity;
  gint64 latest_start;
};

/* The passes (dd-plan-passes.c). Each is one walk along the network's order. Those that can leave
 * the calendar say so by FALSE and put the activity at which they did into @failed. */

/* Early dates and drivers into @dates, where activity i takes @minutes[i], or what the plan says
 * when that is NULL. */
gboolean dd_plan_pass_forward (DdPlan *self, const gint64 *minutes, DdPlanDates *dates,
                               guint *failed);

/* Late dates of what is counted, back from @target, and the plan's latest start. Needs no early
 * dates. */
gboolean dd_plan_pass_backward (DdPlan *self, gint64 target, guint *failed);

/* Late dates of what is not counted, float, critical path and the latest start, from the two
 * before. */
gboolean dd_plan_pass_float (DdPlan *self, guint *failed);

/* The working minutes of a lag before an activity that is worked in @calendar. */
gint64 dd_plan_lag_minutes (const DdDuration *lag, DdCalendar *calendar);

/* The last early finish in @dates of what is counted, and the activity it belongs to. */
gint64 dd_plan_find_finish (DdPlan *self, const DdPlanDates *dates, guint *activity);

G_END_DECLS
