/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What is known of a case beside its answers, as conditions ask for it. Costs a search, and one for
 * each test run.
 */

#include "config.h"

#include "dd-case-facts.h"

#include "dd-records.h"
#include "delivery/dd-environment.h"
#include "delivery/dd-test-result.h"
#include "delivery/dd-test-run.h"
#include "plan/dd-intake.h"

/* --- The request --- */

/* The case's fields in the order of DdIntakeField. */
static const char *const request_fields[DD_N_INTAKE_FIELDS] = {
  "current_version", "earliest_start", "ideal_start", "deadline", "deadline_reason",
};

static void
set_fields (DdFacts *self, DdRecord *record)
{
  gboolean access = dd_record_get_integer (record, "access_acknowledged") == TRUE;

  for (int i = 0; i < DD_N_INTAKE_FIELDS; i++)
    if (request_fields[i] != NULL)
      dd_facts_set_field (self, dd_intake_field_get_id (i),
                          dd_record_get_text (record, request_fields[i]));
  dd_facts_set_field (self, dd_intake_field_get_id (DD_INTAKE_ACCESS), access ? "yes" : "no");
}

/* --- Tests --- */

static GPtrArray *
load_runs (DdConnection *connection, DdRecord *record, GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (&dd_test_run_entity);

  dd_query_match_text (query, "case_id", DD_QUERY_IS, dd_record_get_id (record));
  dd_query_order_by (query, "started_at", FALSE);
  return dd_records_query (connection, query, error);
}

/* A later run takes the place of an earlier one, test by test, as far as it got. */
static gboolean
add_results (DdConnection *connection, DdRecord *run, GHashTable *outcomes, GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (&dd_test_result_entity);
  g_autoptr (GPtrArray) results = NULL;

  dd_query_match_text (query, "run_id", DD_QUERY_IS, dd_record_get_id (run));
  results = dd_records_query (connection, query, error);
  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      DdRecord *result = g_ptr_array_index (results, i);
      gint64 outcome = dd_record_get_integer (result, "outcome");

      if (outcome != DD_TEST_NOT_RUN)
        g_hash_table_insert (outcomes, g_strdup (dd_record_get_text (result, "test")),
                             GINT_TO_POINTER ((int) outcome));
    }
  return results != NULL;
}

/* One that failed decides; one that is blocked is not through. */
static const char *
judge_tests (GHashTable *outcomes)
{
  gboolean passed = g_hash_table_size (outcomes) > 0;
  GHashTableIter iter;
  gpointer outcome;

  g_hash_table_iter_init (&iter, outcomes);
  while (g_hash_table_iter_next (&iter, NULL, &outcome))
    {
      if (GPOINTER_TO_INT (outcome) == DD_TEST_FAILED)
        return "failed";
      passed = passed && GPOINTER_TO_INT (outcome) == DD_TEST_PASSED;
    }
  return passed ? "passed" : "not-run";
}

static gboolean
set_tests (DdFacts *self, DdConnection *connection, DdRecord *record, GError **error)
{
  g_autoptr (GHashTable) outcomes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) runs = load_runs (connection, record, error);

  if (runs == NULL)
    return FALSE;
  for (guint i = 0; i < runs->len; i++)
    if (!add_results (connection, g_ptr_array_index (runs, i), outcomes, error))
      return FALSE;
  dd_facts_set_fact (self, "non-functional-tests", judge_tests (outcomes));
  return TRUE;
}

/* --- Environments --- */

/* How many of the case's environments are upgraded in it beyond the first, once there are any. */
static gboolean
set_environments (DdFacts *self, DdConnection *connection, DdRecord *record, GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (&dd_environment_entity);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *others = NULL;
  int upgraded = 0;

  dd_query_match_text (query, "case_id", DD_QUERY_IS, dd_record_get_id (record));
  rows = dd_records_query (connection, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    upgraded += dd_record_get_integer (rows->pdata[i], "upgraded_here") == TRUE;
  if (upgraded > 1)
    others = g_strdup_printf ("%d", upgraded - 1);
  dd_facts_set_fact (self, "other-environments", others);
  return rows != NULL;
}

DdFacts *
dd_case_facts_load (DdConnection *connection, DdRecord *record, GError **error)
{
  g_autoptr (DdFacts) self = NULL;

  g_return_val_if_fail (DD_IS_RECORD (record), NULL);
  self = dd_facts_new ();
  set_fields (self, record);
  return set_tests (self, connection, record, error)
                 && set_environments (self, connection, record, error)
             ? g_steal_pointer (&self)
             : NULL;
}
