/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "gantt/dd-chart.h"
#include "plan/dd-baseline.h"
#include "plan/dd-plan.h"

G_BEGIN_DECLS

/* What the Gantt chart of one case is made from. Start from DD_GANTT_CONTENT_INIT. All is borrowed
 * for the call. */
typedef struct
{
  const char *title;
  DdPlan *plan;                /* its early dates are the bars */
  DdPlan *cautious;            /* (nullable): its finishes are the whiskers; of the same network */
  DdBaseline *baseline;        /* (nullable) */
  const DdProgress *progress;  /* (nullable) (array): of each activity */
  const DdWait *waits;         /* (nullable) (array length=n_waits) */
  guint n_waits;
  gint64 now;                  /* or DD_INSTANT_NONE */
  gint64 deadline;             /* or DD_INSTANT_NONE */
} DdGanttContent;

#define DD_GANTT_CONTENT_INIT \
  ((DdGanttContent){ "", NULL, NULL, NULL, NULL, NULL, 0, DD_INSTANT_NONE, DD_INSTANT_NONE })

/* The chart of a plan: a row for each phase, milestone and activity; an activity's row has its id,
 * the others "phase:N" and "milestone:N". The first bar of an activity's row is the activity, the
 * others its waits; waits of the whole case are in every row that they reach into. Linear in
 * activities, dependencies, and waits times activities they reach into.
 * Returns: (transfer full): a new chart */
DdChart *dd_gantt_chart_new (const DdGanttContent *content);

G_END_DECLS
