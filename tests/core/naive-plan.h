/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "naive-calendar.h"
#include "plan/dd-plan.h"

G_BEGIN_DECLS

/* What an activity waits for. */
typedef struct
{
  guint activity;
  gint64 lag;   /* minutes */
} NaiveLink;

/* An activity, and what the model makes of it. */
typedef struct
{
  const NaiveWindow *calendar; /* (unowned): its owner's working time */
  NaiveWindow *time;           /* (owned): the same without the waits */
  NaiveWindow *waits;          /* (owned): the minutes of its waits, worked or not */
  gboolean is_moment;          /* an event or a gate */
  gboolean is_window;          /* or after one: not counted */
  gint64 minutes;
  DdProgress progress;         /* a state that has its dates */
  GArray *links;               /* (element-type NaiveLink) (owned) */
  gint64 latest;               /* of a start, or of a moment */
  DdPlanDates dates;           /* drivers are not modelled */
} NaiveActivity;

/*
 * NaivePlan: the rules of DdPlan, read one by one, until nothing changes any more.
 *
 * There is no order and no pass: every activity is computed again from what the others say, over
 * and over, each question answered by stepping through minutes. What comes out is the longest path.
 */
typedef struct
{
  GArray *activities; /* (element-type NaiveActivity) (owned) */
  GArray *waits;      /* (element-type DdWait) (owned): whole minutes, none is open */
  gint64 start;       /* or DD_INSTANT_NONE */
  gint64 deadline;    /* or DD_INSTANT_NONE */
  gint64 now;         /* or DD_INSTANT_NONE */
  gint64 finish;      /* what comes out */
  gint64 latest_start;
  gboolean beyond;    /* something left the minutes that are modelled: nothing is known */
} NaivePlan;

/* Returns: (transfer full): a plan without activities */
NaivePlan *naive_plan_new (void);

/* Appends an activity of @minutes that nothing is known of.
 * Returns: (transfer none): the activity, until the next is added */
NaiveActivity *naive_plan_add (NaivePlan *self, const NaiveWindow *calendar, DdActivityKind kind,
                               gint64 minutes);

/* Computes all dates. */
void naive_plan_solve (NaivePlan *self);

/* Frees @self. */
void naive_plan_free (NaivePlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NaivePlan, naive_plan_free)

G_END_DECLS
