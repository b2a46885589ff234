/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Scopes written to the rows they are made from.
 *
 * One case costs what dd_case_scope_load() reads, and a statement for each row that differs. Most
 * edits change nothing that a rule looks at, and are told apart by the fields they change. Must not
 * happen: a row written that did not change.
 */

#include "config.h"

#include "dd-rescope.h"

#include "dd-case-scope.h"
#include "dd-records.h"
#include "delivery/dd-change.h"
#include "delivery/dd-entities.h"

#include <glib/gi18n-lib.h>

#define UPDATE_CASE "UPDATE cases SET scope = ?2 WHERE id = ?1 AND scope <> ?2"

#define SELECT_OF_CUSTOMER                                                                         \
  "SELECT id FROM cases WHERE customer_id = ?1 AND state NOT IN ('closed', 'cancelled')"

/* --- One case --- */

static gboolean
write_finding (DdConnection *connection, DdCaseScope *scope, DdRecord *row, GError **error)
{
  const DdScopeFinding *finding =
      dd_scope_find (scope->scope, dd_record_get_text (row, "exclusion"));
  g_autoptr (JsonNode) grounds = NULL;
  g_autofree char *because = NULL;

  if (finding == NULL)
    return TRUE;
  grounds = dd_scope_grounds_to_node (finding->grounds);
  because = json_to_string (grounds, FALSE);
  dd_record_set_integer (row, "state", finding->rule);
  dd_record_set_text (row, "because", because);
  return dd_records_save_derived (connection, row, error);
}

static gboolean
write_case (DdConnection *connection, DdCaseScope *scope, GError **error)
{
  DdFindingState state = dd_scope_get_state (scope->scope);
  g_autoptr (DdStatement) statement = NULL;

  if (dd_record_get_integer (scope->record, "scope") == (gint64) state)
    return TRUE;
  statement = dd_connection_prepare (connection, UPDATE_CASE, _ ("Saving the scope"), error);
  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, dd_record_get_id (scope->record), -1);
  dd_statement_bind_text (statement, 2, dd_enum_get_nick (dd_finding_state_get_type (), state), -1);
  return dd_statement_run (statement, error);
}

gboolean
dd_rescope_case (DdConnection *connection, const char *case_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (DdCaseScope) scope = dd_case_scope_load (connection, case_id, &failure);

  if (scope == NULL)
    {
      if (g_error_matches (failure, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (scope->scope == NULL)
    return TRUE;
  for (guint i = 0; i < scope->findings->len; i++)
    if (!write_finding (connection, scope, scope->findings->pdata[i], error))
      return FALSE;
  return write_case (connection, scope, error);
}

/* --- What was changed --- */

/* The fields of a case that a rule can look at, by itself or through the definition. */
static const char *const case_fields[] = {
  "customer_id", "service_hash", "questionnaire_hash", "current_version",     "earliest_start",
  "ideal_start", "deadline",     "deadline_reason",    "access_acknowledged",
};

static const char *const customer_fields[] = { "program", "deployment" };

static gboolean
is_about_any (const DdChange *change, const char *const *fields, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (dd_change_find_field (change, (guint) dd_entity_find (change->entity, fields[i])) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_part_of_scope (const DdEntity *entity)
{
  return entity == &dd_answer_entity || entity == &dd_input_evidence_entity
         || entity == &dd_finding_entity || entity == &dd_environment_entity
         || entity == &dd_test_run_entity || entity == &dd_test_result_entity;
}

static gboolean
add_of_customer (DdConnection *connection, GHashTable *cases, const char *id, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, SELECT_OF_CUSTOMER, _ ("Reading the database"), error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, id, -1);
  while (row)
    {
      if (!dd_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        g_hash_table_add (cases, g_strdup (dd_statement_get_text (statement, 0)));
    }
  return TRUE;
}

/* Adds the ids of the cases whose scope depends on what @change changed. */
static gboolean
add_affected (DdConnection *connection, GHashTable *cases, const DdChange *change, GError **error)
{
  if (is_part_of_scope (change->entity)
      || (change->entity == &dd_case_entity
          && is_about_any (change, case_fields, G_N_ELEMENTS (case_fields))))
    g_hash_table_add (cases, g_strdup (change->subject_id));
  else if (change->entity == &dd_customer_entity
           && is_about_any (change, customer_fields, G_N_ELEMENTS (customer_fields)))
    return add_of_customer (connection, cases, change->record_id, error);
  return TRUE;
}

gboolean
dd_rescope_changes (DdConnection *connection, GPtrArray *changes, GError **error)
{
  g_autoptr (GHashTable) cases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer case_id;

  for (guint i = 0; i < changes->len; i++)
    if (!add_affected (connection, cases, g_ptr_array_index (changes, i), error))
      return FALSE;
  g_hash_table_iter_init (&iter, cases);
  while (g_hash_table_iter_next (&iter, &case_id, NULL))
    if (!dd_rescope_case (connection, case_id, error))
      return FALSE;
  return TRUE;
}
