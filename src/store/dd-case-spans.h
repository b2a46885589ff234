/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "plan/dd-network.h"

G_BEGIN_DECLS

/*
 * The milestones of many cases with their stored dates, for charts with a row for each case.
 *
 * Read with one statement; nothing is planned. Which activities make up a milestone is said by the
 * definition that the case was opened with, worked out once for each of those.
 */

/* One milestone of one case. */
typedef struct
{
  const DdMilestone *milestone; /* (unowned): of the case's network */
  gint64 start;                 /* the first early start of its activities */
  gint64 finish;                /* the last early finish */
  guint owner;                  /* DdOwner flags of all its tasks */
  gboolean window;              /* it has nothing but a window (DD_ACTIVITY_WINDOW) in it */
  gboolean done;                /* all its activities are done or skipped */
} DdCaseSpan;

/* The milestones of one case that have dates, in the order of the definition. */
typedef struct
{
  DdNetwork *network; /* (owned) */
  GArray *spans;      /* (owned) (element-type DdCaseSpan) */
} DdCaseSpans;

/* Reads the milestones of all open cases, or of @all. A case whose definition cannot be read is left
 * out. Cost: about 2 µs an activity.
 * Returns: (transfer full) (element-type utf8 DdCaseSpans): them by the cases' ids, or NULL with what
 * failed */
GHashTable *dd_case_spans_load (DdConnection *connection, gboolean all, GError **error);

G_END_DECLS
