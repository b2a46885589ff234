/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Loading a case with its plan: a query for each kind of record, what its plan is made from, and
 * the plan on two bases; well below a millisecond for a case of the usual size. Everything is read
 * from one moment of the database. Must not happen: a record and a plan that know different things.
 */

#include "config.h"

#include "dd-case-plan.h"

#include "dd-case-files.h"
#include "dd-query.h"
#include "dd-records.h"
#include "delivery/dd-case-baseline-row.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (DdCasePlan, dd_case_plan, dd_case_plan_ref, dd_case_plan_unref)

DdCasePlan *
dd_case_plan_ref (DdCasePlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dd_case_plan_unref (DdCasePlan *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->file, dd_case_file_free);
  g_clear_object (&self->customer);
  g_clear_object (&self->manager);
  g_clear_object (&self->consultant);
  g_clear_object (&self->agreement);
  g_clear_pointer (&self->baseline, dd_baseline_free);
  g_clear_pointer (&self->inputs, dd_plan_inputs_free);
  g_clear_pointer (&self->plan, dd_plan_unref);
  g_clear_pointer (&self->cautious, dd_plan_unref);
  g_clear_error (&self->problem);
  g_free (self);
}

/* --- Records --- */

/* Loads into @record what field @name of the case refers to, if it does. */
static gboolean
load_referred (DdCasePlan *self,
               DdConnection *connection,
               const DdEntity *entity,
               const char *name,
               gpointer record,
               GError **error)
{
  const char *id = dd_record_get_text (self->file->record, name);
  gpointer *place = record;

  if (id == NULL)
    return TRUE;
  *place = dd_records_load (connection, entity, id, error);
  return *place != NULL;
}

static gboolean
load_people (DdCasePlan *self, DdConnection *connection, GError **error)
{
  return load_referred (self, connection, &dd_customer_entity, "customer_id", &self->customer,
                        error)
         && load_referred (self, connection, &dd_person_entity, "manager_id", &self->manager, error)
         && load_referred (self, connection, &dd_person_entity, "consultant_id", &self->consultant,
                           error);
}

/* --- The baseline --- */

static gboolean
load_agreement (DdCasePlan *self, DdConnection *connection, GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (&dd_case_baseline_entity);
  g_autoptr (GPtrArray) newest = NULL;

  dd_query_match_text (query, "case_id", DD_QUERY_IS, dd_record_get_id (self->file->record));
  dd_query_order_by (query, "agreed_at", TRUE);
  dd_query_set_limit (query, 1);
  newest = dd_records_query (connection, query, error);
  if (newest == NULL)
    return FALSE;
  if (newest->len > 0)
    self->agreement = g_ptr_array_steal_index (newest, 0);
  return TRUE;
}

static void
add_agreed (DdBaseline *baseline, DdRecord *row)
{
  dd_baseline_add (baseline, dd_record_get_text (row, "definition_id"),
                   dd_record_get_text (row, "name"), dd_record_get_integer (row, "start_at"),
                   dd_record_get_integer (row, "finish_at"),
                   dd_record_get_integer (row, "duration_minutes"));
}

/* Document order is that of the activities; what the definition of today does not have any more
 * comes after them. */
static void
fill_baseline (DdCasePlan *self, GPtrArray *rows)
{
  g_autoptr (GHashTable) by_definition = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (by_definition,
                         (char *) dd_record_get_text (rows->pdata[i], "definition_id"),
                         rows->pdata[i]);
  for (guint i = 0; i < self->file->activities->len; i++)
    {
      const char *id = dd_record_get_text (self->file->activities->pdata[i], "definition_id");
      DdRecord *row = g_hash_table_lookup (by_definition, id);
      if (row != NULL)
        add_agreed (self->baseline, row);
      g_hash_table_remove (by_definition, id);
    }
  for (guint i = 0; i < rows->len; i++)
    if (g_hash_table_contains (by_definition, dd_record_get_text (rows->pdata[i], "definition_id")))
      add_agreed (self->baseline, rows->pdata[i]);
}

static gboolean
load_baseline (DdCasePlan *self, DdConnection *connection, GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (&dd_case_baseline_row_entity);
  g_autoptr (GPtrArray) rows = NULL;
  DdRecord *agreement;
  const char *agreed_by;

  if (!load_agreement (self, connection, error))
    return FALSE;
  if (self->agreement == NULL)
    return TRUE;
  agreement = DD_RECORD (self->agreement);
  dd_query_match_text (query, "baseline_id", DD_QUERY_IS, dd_record_get_id (agreement));
  dd_query_order_by (query, "start_at", FALSE);
  rows = dd_records_query (connection, query, error);
  if (rows == NULL)
    return FALSE;
  agreed_by = dd_record_get_text (agreement, "agreed_by");
  self->baseline = dd_baseline_new_empty (dd_record_get_integer (agreement, "agreed_at"),
                                          agreed_by != NULL ? agreed_by : "",
                                          dd_record_get_integer (agreement, "start_at"),
                                          dd_record_get_integer (agreement, "finish_at"));
  fill_baseline (self, rows);
  return TRUE;
}

/* --- The plans --- */

static void
make_plans (DdCasePlan *self)
{
  DdPlanRequest request;

  if (self->inputs->problem != NULL)
    {
      self->problem = g_error_copy (self->inputs->problem);
      return;
    }
  request = dd_plan_inputs_make_request (self->inputs);
  self->plan = dd_plan_new (self->inputs->network, &request, &self->problem);
  if (self->plan == NULL)
    return;
  request.basis = DD_BASIS_CAUTIOUS;
  self->cautious = dd_plan_new (self->inputs->network, &request, &self->problem);
  if (self->cautious == NULL)
    g_clear_pointer (&self->plan, dd_plan_unref);
}

/* What a snapshot's function is told, and what it loaded. */
typedef struct
{
  const char *case_id;
  gint64 now;
  DdCasePlan *plan; /* (owned) */
} Load;

static gboolean
load (DdConnection *connection, gpointer data, GError **error)
{
  Load *self = data;
  DdCasePlan *plan = self->plan;

  plan->inputs = dd_plan_inputs_load (connection, self->case_id, self->now, error);
  if (plan->inputs == NULL)
    return FALSE;
  plan->file = dd_case_files_load (connection, self->case_id, error);
  return plan->file != NULL && load_people (plan, connection, error)
         && load_baseline (plan, connection, error);
}

DdCasePlan *
dd_case_plan_load (DdConnection *connection, const char *case_id, gint64 now, GError **error)
{
  g_autoptr (DdCasePlan) self = g_new0 (DdCasePlan, 1);
  Load data = { case_id, now, self };

  g_return_val_if_fail (connection != NULL && case_id != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  if (!dd_connection_snapshot (connection, load, &data, _ ("Reading the database"), error))
    return NULL;
  make_plans (self);
  return g_steal_pointer (&self);
}

DdPlanRequest
dd_case_plan_make_request (DdCasePlan *self, DdBasis basis)
{
  DdPlanRequest request = dd_plan_inputs_make_request (self->inputs);

  request.basis = basis;
  return request;
}

/* --- Whose time, and whose promise --- */

DdLedger *
dd_case_plan_make_ledger (DdCasePlan *self)
{
  const DdPlanInputs *inputs = self->inputs;
  DdRange span = { inputs->start, inputs->now };

  if (inputs->vendor == NULL)
    return NULL;
  if (self->plan != NULL)
    span.finish = MIN (span.finish, dd_plan_get_finish (self->plan));
  span.finish = MAX (span.start, span.finish);
  return dd_ledger_new (inputs->vendor, span, (const DdWait *) (gpointer) inputs->waits->data,
                        inputs->waits->len);
}

DdClock *
dd_case_plan_make_clock (DdCasePlan *self, DdResponse response)
{
  const DdPlanInputs *inputs = self->inputs;
  DdResponseCase known;

  if (inputs->network == NULL || inputs->vendor == NULL)
    return NULL;
  known = dd_plan_inputs_make_response_case (inputs);
  return dd_response_make_clock (&known, response);
}
