/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Plans written to the rows they are made from.
 *
 * One case costs what dd_plan_inputs_load() reads, a plan, and one statement for each row that
 * differs. Rows are found by their rowid, which stands still within a transaction. Must not happen:
 * a row written that did not change, because each one is copied into the log and, once a day, there
 * are very many.
 */

#include "config.h"

#include "dd-replan.h"

#include "dd-plan-inputs.h"
#include "dd-preferences.h"
#include "delivery/dd-change.h"
#include "delivery/dd-entities.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UPDATE_ACTIVITY                                                                            \
  "UPDATE activities SET early_start = ?2, early_finish = ?3, late_start = ?4, late_finish = ?5,"  \
  " float_minutes = ?6, critical = ?7 WHERE rowid = ?1"

#define UPDATE_CASE                                                                                \
  "UPDATE cases SET planned_start = ?2, planned_finish = ?3, latest_start = ?4, at_risk = ?5,"     \
  " next_due = ?6, next_activity = ?7, plan_error = ?8 WHERE rowid = ?1"

/* The open cases that a calendar is about. */
#define IS_OPEN                 " state NOT IN ('closed', 'cancelled')"
#define SELECT_OF_CUSTOMER      "SELECT id FROM cases WHERE customer_id = ?1 AND" IS_OPEN
#define SELECT_WITHOUT_CALENDAR "SELECT id FROM cases WHERE calendar IS NULL AND" IS_OPEN

static void
bind_integer (DdStatement *statement, int index, gint64 value)
{
  if (value == DD_INTEGER_NONE)
    dd_statement_bind_null (statement, index);
  else
    dd_statement_bind_int64 (statement, index, value);
}

/* --- Activities --- */

/* An activity that the definition does not have has no dates. */
static DdStoredDates
derive_dates (DdPlan *plan, int index)
{
  const DdPlanDates *dates;

  if (index < 0)
    return (DdStoredDates){ DD_INTEGER_NONE, DD_INTEGER_NONE, DD_INTEGER_NONE,
                            DD_INTEGER_NONE, DD_INTEGER_NONE, FALSE };
  dates = dd_plan_get_dates (plan, (guint) index);
  return (DdStoredDates){ dates->early_start, dates->early_finish,  dates->late_start,
                          dates->late_finish, dates->float_minutes, dates->critical };
}

static gboolean
write_dates (DdStatement *statement, gint64 rowid, const DdStoredDates *dates, GError **error)
{
  dd_statement_bind_int64 (statement, 1, rowid);
  bind_integer (statement, 2, dates->early_start);
  bind_integer (statement, 3, dates->early_finish);
  bind_integer (statement, 4, dates->late_start);
  bind_integer (statement, 5, dates->late_finish);
  bind_integer (statement, 6, dates->float_minutes);
  bind_integer (statement, 7, dates->critical);
  return dd_statement_run (statement, error);
}

static gboolean
write_activities (DdConnection *connection,
                  const DdPlanInputs *inputs,
                  DdPlan *plan,
                  GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, UPDATE_ACTIVITY, _ ("Saving the plan"), error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < inputs->rows->len; i++)
    {
      const DdPlanRow *row = &g_array_index (inputs->rows, DdPlanRow, i);
      DdStoredDates dates = derive_dates (plan, row->index);

      if (memcmp (&dates, &row->dates, sizeof dates) != 0
          && !write_dates (statement, row->rowid, &dates, error))
        return FALSE;
    }
  return TRUE;
}

/* --- The case --- */

static gboolean
is_next (const DdPlanInputs *inputs, DdPlan *plan, guint index, int next)
{
  DdActivityState state = inputs->progress[index].state;

  return (state == DD_STATE_PLANNED || state == DD_STATE_RUNNING)
         && (next < 0
             || dd_plan_get_dates (plan, index)->early_start
                    < dd_plan_get_dates (plan, (guint) next)->early_start);
}

/* Returns: the index of the activity that is next, -1 when all is done */
static int
find_next (const DdPlanInputs *inputs, DdPlan *plan)
{
  int next = -1;

  if (dd_plan_inputs_is_over (inputs))
    return -1;
  for (guint i = 0; i < dd_network_get_size (inputs->network); i++)
    if (is_next (inputs, plan, i, next))
      next = (int) i;
  return next;
}

/* What it points to belongs to the network. */
static DdStoredPlan
derive_plan (const DdPlanInputs *inputs, DdPlan *plan)
{
  GPtrArray *activities = dd_network_get_service (inputs->network)->activities;
  gboolean bound = inputs->deadline != DD_INSTANT_NONE;
  int next = find_next (inputs, plan);
  DdStoredPlan derived = {
    .planned_start = dd_plan_get_start (plan),
    .planned_finish = dd_plan_get_finish (plan),
    .latest_start = bound ? dd_plan_get_latest_start (plan) : DD_INTEGER_NONE,
    .at_risk =
        bound && !dd_plan_inputs_is_over (inputs) && dd_plan_get_finish (plan) > inputs->deadline,
    .next_due = DD_INTEGER_NONE,
  };

  if (next >= 0)
    {
      derived.next_due = dd_plan_get_dates (plan, (guint) next)->late_finish;
      derived.next_activity = ((DdActivity *) g_ptr_array_index (activities, next))->id;
    }
  return derived;
}

static gboolean
stored_plan_equal (const DdStoredPlan *first, const DdStoredPlan *second)
{
  return first->planned_start == second->planned_start
         && first->planned_finish == second->planned_finish
         && first->latest_start == second->latest_start && first->at_risk == second->at_risk
         && first->next_due == second->next_due
         && g_strcmp0 (first->next_activity, second->next_activity) == 0
         && g_strcmp0 (first->plan_error, second->plan_error) == 0;
}

static gboolean
write_case (DdConnection *connection,
            const DdPlanInputs *inputs,
            const DdStoredPlan *plan,
            GError **error)
{
  g_autoptr (DdStatement) statement = NULL;

  if (stored_plan_equal (plan, &inputs->plan))
    return TRUE;
  statement = dd_connection_prepare (connection, UPDATE_CASE, _ ("Saving the plan"), error);
  if (statement == NULL)
    return FALSE;
  dd_statement_bind_int64 (statement, 1, inputs->rowid);
  bind_integer (statement, 2, plan->planned_start);
  bind_integer (statement, 3, plan->planned_finish);
  bind_integer (statement, 4, plan->latest_start);
  bind_integer (statement, 5, plan->at_risk);
  bind_integer (statement, 6, plan->next_due);
  dd_statement_bind_text (statement, 7, plan->next_activity, -1);
  dd_statement_bind_text (statement, 8, plan->plan_error, -1);
  return dd_statement_run (statement, error);
}

/* --- One case --- */

static gboolean
write_plan (DdConnection *connection, const DdPlanInputs *inputs, DdPlan *plan, GError **error)
{
  DdStoredPlan derived = derive_plan (inputs, plan);

  return write_activities (connection, inputs, plan, error)
         && write_case (connection, inputs, &derived, error);
}

static gboolean
write_problem (DdConnection *connection,
               const DdPlanInputs *inputs,
               const char *problem,
               GError **error)
{
  DdStoredPlan kept = inputs->plan;

  kept.plan_error = (char *) problem;
  return write_case (connection, inputs, &kept, error);
}

gboolean
dd_replan_case (DdConnection *connection, const char *case_id, gint64 now, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (DdPlanInputs) inputs = dd_plan_inputs_load (connection, case_id, now, &failure);
  g_autoptr (DdPlan) plan = NULL;
  g_autoptr (GError) problem = NULL;
  DdPlanRequest request;

  if (inputs == NULL)
    {
      if (g_error_matches (failure, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (inputs->problem != NULL)
    return write_problem (connection, inputs, inputs->problem->message, error);
  request = dd_plan_inputs_make_request (inputs);
  plan = dd_plan_new (inputs->network, &request, &problem);
  if (plan == NULL)
    return write_problem (connection, inputs, problem->message, error);
  return write_plan (connection, inputs, plan, error);
}

/* --- What was changed --- */

static gboolean
add_selected (DdConnection *connection,
              GHashTable *cases,
              const char *sql,
              const char *argument,
              GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, sql, _ ("Reading the database"), error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  if (argument != NULL)
    dd_statement_bind_text (statement, 1, argument, -1);
  while (row)
    {
      if (!dd_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        g_hash_table_add (cases, g_strdup (dd_statement_get_text (statement, 0)));
    }
  return TRUE;
}

static gboolean
is_about (const DdChange *change, const char *field)
{
  int index = dd_entity_find (change->entity, field);

  return index >= 0 && dd_change_find_field (change, (guint) index) != NULL;
}

static gboolean
add_of_calendar (DdConnection *connection,
                 GHashTable *cases,
                 const DdChange *change,
                 GError **error)
{
  gboolean is_calendar;

  if (!dd_preferences_is_calendar (connection, change, &is_calendar, error))
    return FALSE;
  return !is_calendar || add_selected (connection, cases, SELECT_WITHOUT_CALENDAR, NULL, error);
}

/* Adds the ids of the cases whose plan depends on what @change changed. */
static gboolean
add_affected (DdConnection *connection, GHashTable *cases, const DdChange *change, GError **error)
{
  const DdEntity *entity = change->entity;

  if (entity == &dd_case_entity || entity == &dd_case_activity_entity
      || entity == &dd_case_wait_entity)
    g_hash_table_add (cases, g_strdup (change->subject_id));
  else if (entity == &dd_customer_entity && is_about (change, "calendar"))
    return add_selected (connection, cases, SELECT_OF_CUSTOMER, change->record_id, error);
  else if (entity == &dd_preference_entity)
    return add_of_calendar (connection, cases, change, error);
  return TRUE;
}

gboolean
dd_replan_changes (DdConnection *connection, GPtrArray *changes, gint64 now, GError **error)
{
  g_autoptr (GHashTable) cases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer case_id;

  for (guint i = 0; i < changes->len; i++)
    if (!add_affected (connection, cases, g_ptr_array_index (changes, i), error))
      return FALSE;
  g_hash_table_iter_init (&iter, cases);
  while (g_hash_table_iter_next (&iter, &case_id, NULL))
    if (!dd_replan_case (connection, case_id, now, error))
      return FALSE;
  return TRUE;
}
