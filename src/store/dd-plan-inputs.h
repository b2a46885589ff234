/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-case.h"
#include "delivery/dd-response-clock.h"
#include "plan/dd-plan.h"

G_BEGIN_DECLS

/* What is stored of the last plan of a case: its derived fields. Null is DD_INTEGER_NONE. */
typedef struct
{
  gint64 planned_start;
  gint64 planned_finish;
  gint64 latest_start;
  gint64 at_risk;
  gint64 next_due;
  char *next_activity; /* (owned) (nullable) */
  char *plan_error;    /* (owned) (nullable) */
} DdStoredPlan;

/* The same of an activity. */
typedef struct
{
  gint64 early_start;
  gint64 early_finish;
  gint64 late_start;
  gint64 late_finish;
  gint64 float_minutes;
  gint64 critical;
} DdStoredDates;

/* An activity's row. */
typedef struct
{
  gint64 rowid;
  int index; /* in the network; -1: the definition does not have it */
  DdStoredDates dates;
} DdPlanRow;

/*
 * DdPlanInputs: what the plan of a stored case is made from.
 *
 * The one place that knows how rows become a plan's request. It is read with one statement for each
 * table and without records, because every day the plans of all cases are made anew.
 */
typedef struct
{
  gint64 rowid;           /* of the case */
  DdCaseState state;
  gint64 now;             /* a case that is over is planned as of when it ended */
  gint64 requested_at;
  gint64 start;
  gint64 deadline;        /* the end of the date in the vendor's zone, or DD_INSTANT_NONE */
  DdBasis basis;
  DdNetwork *network;     /* (owned) (nullable): NULL with a @problem */
  DdCalendar *vendor;     /* (owned) (nullable): the case's, or else everybody's; NULL with a
                             @problem */
  DdCalendar *customer;   /* (owned) (nullable): NULL if it is the vendor's */
  DdCalendar *both;       /* (owned) (nullable): what both work, if there is a @customer */
  DdProgress *progress;   /* (owned) (nullable) (array): of each activity of the network */
  GArray *waits;          /* (owned) (element-type DdWait): with reasons of their own; those of
                             activities that the definition does not have are left out */
  GPtrArray *wait_ids;    /* (owned) (element-type utf8): the rows of @waits */
  GArray *rows;           /* (owned) (element-type DdPlanRow): the activities, in no certain order */
  DdStoredPlan plan;
  GError *problem;        /* (owned) (nullable): why there can be no plan: a definition or calendar
                             that cannot be read */
} DdPlanInputs;

/* Reads what the plan of @case_id as of @now is made from, inside a transaction or snapshot.
 * Returns: (transfer full): it, or NULL with DD_STORE_ERROR_NOT_FOUND or what failed */
DdPlanInputs *dd_plan_inputs_load (DdConnection *connection, const char *case_id, gint64 now,
                                   GError **error);

/* Frees @self. */
void dd_plan_inputs_free (DdPlanInputs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdPlanInputs, dd_plan_inputs_free)

/* Returns: the request of the case's own plan; what it points to is @self's, which has no problem */
DdPlanRequest dd_plan_inputs_make_request (const DdPlanInputs *self);

/* Returns: what its response clocks are made from; what it points to is @self's, which has a network and
 * a vendor's calendar */
DdResponseCase dd_plan_inputs_make_response_case (const DdPlanInputs *self);

/* Returns: whether the case is closed or cancelled */
gboolean dd_plan_inputs_is_over (const DdPlanInputs *self);

G_END_DECLS
