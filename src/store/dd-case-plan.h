/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-plan-inputs.h"
#include "delivery/dd-case-baseline.h"
#include "delivery/dd-case-file.h"
#include "delivery/dd-customer.h"
#include "delivery/dd-person.h"
#include "delivery/dd-response-clock.h"
#include "plan/dd-baseline.h"
#include "plan/dd-ledger.h"

G_BEGIN_DECLS

/*
 * DdCasePlan: a stored case with its plan as of one instant: all that a page about a case shows of
 * its time.
 *
 * Loaded at one go, from one moment of the database. What is in it is only read: change a record in
 * an action and load again. Reference counted (atomically), and bound to no thread.
 */
typedef struct
{
  gatomicrefcount ref_count;
  DdCaseFile *file;         /* (owned): the case, its activities and its waits */
  DdCustomer *customer;     /* (owned) */
  DdPerson *manager;        /* (owned) (nullable) */
  DdPerson *consultant;     /* (owned) (nullable) */
  DdCaseBaseline *agreement; /* (owned) (nullable): the newest baseline's record */
  DdBaseline *baseline;     /* (owned) (nullable): the newest baseline */
  DdPlanInputs *inputs;     /* (owned): what the plans are made from, calendars and network too */
  DdPlan *plan;             /* (owned) (nullable): on the case's basis; NULL with a @problem */
  DdPlan *cautious;         /* (owned) (nullable): on the cautious basis */
  GError *problem;          /* (owned) (nullable): why there is no plan */
} DdCasePlan;

#define DD_TYPE_CASE_PLAN (dd_case_plan_get_type ())

/* The boxed type of DdCasePlan. */
GType dd_case_plan_get_type (void) G_GNUC_CONST;

/* Loads the case @case_id as it stands at @now, not within a transaction. One that cannot be planned is loaded too, with the
 * reason for it.
 * Returns: (transfer full): it, or NULL with DD_STORE_ERROR_NOT_FOUND or what failed */
DdCasePlan *dd_case_plan_load (DdConnection *connection, const char *case_id, gint64 now,
                               GError **error);

/* Returns: (transfer full): @self with one more reference */
DdCasePlan *dd_case_plan_ref (DdCasePlan *self);

/* Gives one reference back; the last frees @self. */
void dd_case_plan_unref (DdCasePlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdCasePlan, dd_case_plan_unref)

/* The request of the case's plan on @basis, to plan "what if" with another start, deadline or
 * progress, or to forecast. What it points to is @self's, which has no problem.
 * Returns: the request */
DdPlanRequest dd_case_plan_make_request (DdCasePlan *self, DdBasis basis);

/* Whose time has passed, from the start to now or, if that is earlier, to the finish.
 * Returns: (transfer full) (nullable): the ledger, NULL when there is no calendar to count by */
DdLedger *dd_case_plan_make_ledger (DdCasePlan *self);

/* How the promise @response stands. The first response is awaited from the request on, the manager's
 * contact from the first response on; waits for the customer, of the whole case or of the activity
 * that keeps the promise, are its pauses. What ended a case ends its clocks.
 * Returns: (transfer full) (nullable): the clock, NULL when the service makes no such promise, the
 * activity is skipped, or there is no calendar to count by */
DdClock *dd_case_plan_make_clock (DdCasePlan *self, DdResponse response);

G_END_DECLS
