/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reading what plans are made from.
 *
 * Three statements, each a search in an index: some ten microseconds for a case of the usual size.
 * What is wrong with a text (a definition that cannot be read, a calendar without work) is kept as
 * the inputs' problem, because such a case still has rows; what is wrong with the database is an
 * error. Must not happen: a row of another case among a case's.
 */

#include "config.h"

#include "dd-plan-inputs.h"

#include "dd-plan-cache.h"
#include "delivery/dd-plan-enums.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* The calendars: the case's own or everybody's, and the customer's. The place of the one that is
 * not about any case is found as its index has it. */
#define SELECT_CASE                                                                                \
  "SELECT c.rowid, c.state, c.start_at, c.deadline, c.basis, c.closed_at, c.service_hash,"         \
  " ifnull (c.calendar, (SELECT value FROM preferences"                                            \
  "  WHERE ifnull (case_id, '') = '' AND key = 'calendar')), u.calendar,"                          \
  " c.planned_start, c.planned_finish, c.latest_start, c.at_risk, c.next_due, c.next_activity,"    \
  " c.plan_error, c.requested_at"                                                                  \
  " FROM cases c JOIN customers u ON u.id = c.customer_id WHERE c.id = ?1"

#define SELECT_ACTIVITIES                                                                          \
  "SELECT rowid, definition_id, state, started_at, finished_at, not_before, override_minutes,"     \
  " remaining_minutes, early_start, early_finish, late_start, late_finish, float_minutes,"         \
  " critical FROM activities WHERE case_id = ?1"

#define SELECT_WAITS                                                                               \
  "SELECT a.definition_id, w.party, w.reason, w.started_at, w.finished_at, w.activity_id, w.id"    \
  " FROM waits w LEFT JOIN activities a ON a.id = w.activity_id WHERE w.case_id = ?1"              \
  " ORDER BY w.started_at, w.id"

static void
clear_wait (gpointer wait)
{
  g_free ((char *) ((DdWait *) wait)->reason);
}

static DdPlanInputs *
plan_inputs_new (void)
{
  DdPlanInputs *self = g_new0 (DdPlanInputs, 1);

  self->waits = g_array_new (FALSE, FALSE, sizeof (DdWait));
  g_array_set_clear_func (self->waits, clear_wait);
  self->wait_ids = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (DdPlanRow));
  return self;
}

void
dd_plan_inputs_free (DdPlanInputs *self)
{
  g_clear_pointer (&self->network, dd_network_unref);
  g_clear_pointer (&self->vendor, dd_calendar_unref);
  g_clear_pointer (&self->customer, dd_calendar_unref);
  g_clear_pointer (&self->both, dd_calendar_unref);
  g_free (self->progress);
  g_array_unref (self->waits);
  g_ptr_array_unref (self->wait_ids);
  g_array_unref (self->rows);
  g_free (self->plan.next_activity);
  g_free (self->plan.plan_error);
  g_clear_error (&self->problem);
  g_free (self);
}

static gint64
read_integer (DdStatement *statement, int column)
{
  return dd_statement_is_null (statement, column) ? DD_INTEGER_NONE
                                                  : dd_statement_get_int64 (statement, column);
}

/* Minutes that are not known are -1 in a plan. */
static gint64
read_minutes (DdStatement *statement, int column)
{
  return dd_statement_is_null (statement, column) ? -1 : dd_statement_get_int64 (statement, column);
}

static int
read_enum (DdStatement *statement, int column, GType type)
{
  gint64 value = 0;

  dd_enum_find (type, dd_statement_get_text (statement, column), &value);
  return (int) value;
}

/* What the person can mend in the case is its problem; the rest is the caller's. */
static gboolean
keep_problem (DdPlanInputs *self, GError *failure, GError **error)
{
  if (failure->domain == DD_STORE_ERROR || failure->domain == G_IO_ERROR)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  self->problem = failure;
  return TRUE;
}

/* --- The case --- */

static gboolean
read_deadline (DdPlanInputs *self, const char *date, GError **error)
{
  self->deadline = DD_INSTANT_NONE;
  if (date == NULL)
    return TRUE;
  self->deadline = dd_calendar_parse_instant (self->vendor, date, TRUE, error);
  return self->deadline != DD_INSTANT_NONE;
}

static gboolean
read_calendars (DdPlanInputs *self, DdConnection *connection, DdStatement *row, GError **error)
{
  const char *customer = dd_statement_get_text (row, 8);

  self->vendor = dd_plan_cache_get_calendar (connection, dd_statement_get_text (row, 7), error);
  if (self->vendor == NULL)
    return FALSE;
  if (customer == NULL)
    return TRUE;
  self->customer = dd_plan_cache_get_calendar (connection, customer, error);
  if (self->customer == NULL)
    return FALSE;
  self->both = dd_plan_cache_get_both (connection, self->vendor, self->customer);
  return TRUE;
}

static gboolean
read_definition (DdPlanInputs *self, DdConnection *connection, DdStatement *row, GError **error)
{
  GError *failure = NULL;

  self->network = dd_plan_cache_get_network (connection, dd_statement_get_text (row, 6), &failure);
  if (self->network != NULL && read_calendars (self, connection, row, &failure)
      && read_deadline (self, dd_statement_get_text (row, 3), &failure))
    return TRUE;
  return keep_problem (self, failure, error);
}

static void
read_stored_plan (DdStoredPlan *plan, DdStatement *row)
{
  plan->planned_start = read_integer (row, 9);
  plan->planned_finish = read_integer (row, 10);
  plan->latest_start = read_integer (row, 11);
  plan->at_risk = read_integer (row, 12);
  plan->next_due = read_integer (row, 13);
  plan->next_activity = g_strdup (dd_statement_get_text (row, 14));
  plan->plan_error = g_strdup (dd_statement_get_text (row, 15));
}

static gboolean
read_case (DdPlanInputs *self,
           DdConnection *connection,
           const char *case_id,
           gint64 now,
           GError **error)
{
  g_autoptr (DdStatement) row =
      dd_connection_prepare (connection, SELECT_CASE, _ ("Reading the database"), error);
  gint64 closed_at;
  gboolean found;

  if (row == NULL)
    return FALSE;
  dd_statement_bind_text (row, 1, case_id, -1);
  if (!dd_statement_step (row, &found, error))
    return FALSE;
  if (!found)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                   _ ("There is no case with the id “%s”."), case_id);
      return FALSE;
    }
  self->rowid = dd_statement_get_int64 (row, 0);
  self->state = (DdCaseState) read_enum (row, 1, dd_case_state_get_type ());
  self->start = dd_statement_get_int64 (row, 2);
  self->requested_at = dd_statement_get_int64 (row, 16);
  self->basis = (DdBasis) read_enum (row, 4, dd_basis_get_type ());
  closed_at = read_integer (row, 5);
  self->now = dd_plan_inputs_is_over (self) && closed_at != DD_INTEGER_NONE ? closed_at : now;
  read_stored_plan (&self->plan, row);
  return read_definition (self, connection, row, error);
}

/* --- Its activities --- */

static int
find_index (DdPlanInputs *self, const char *definition_id)
{
  DdActivity *activity = NULL;

  if (self->network != NULL)
    activity = dd_service_find_activity (dd_network_get_service (self->network), definition_id);
  return activity != NULL ? (int) activity->index : -1;
}

static void
read_progress (DdProgress *progress, DdStatement *row)
{
  progress->state = (DdActivityState) read_enum (row, 2, dd_activity_state_get_type ());
  progress->actual_start = read_integer (row, 3);
  progress->actual_finish = read_integer (row, 4);
  progress->not_before = read_integer (row, 5);
  progress->override_minutes = read_minutes (row, 6);
  progress->remaining_minutes = read_minutes (row, 7);
}

static void
read_activity (DdPlanInputs *self, DdStatement *row)
{
  DdPlanRow activity = {
    .rowid = dd_statement_get_int64 (row, 0),
    .index = find_index (self, dd_statement_get_text (row, 1)),
    .dates = { read_integer (row, 8), read_integer (row, 9), read_integer (row, 10),
               read_integer (row, 11), read_integer (row, 12), read_integer (row, 13) },
  };

  g_array_append_val (self->rows, activity);
  if (activity.index >= 0)
    read_progress (&self->progress[activity.index], row);
}

static void
make_progress (DdPlanInputs *self)
{
  guint size = self->network != NULL ? dd_network_get_size (self->network) : 0;

  self->progress = g_new (DdProgress, size);
  for (guint i = 0; i < size; i++)
    self->progress[i] = DD_PROGRESS_NONE;
}

/* --- Its waits --- */

static void
read_wait (DdPlanInputs *self, DdStatement *row)
{
  gboolean whole_case = dd_statement_is_null (row, 5);
  gint64 start = dd_statement_get_int64 (row, 3);
  gint64 finish = read_integer (row, 4);
  DdWait wait = {
    .activity = whole_case ? DD_WHOLE_CASE : find_index (self, dd_statement_get_text (row, 0)),
    .span = { start, finish == DD_INTEGER_NONE ? DD_INSTANT_MAX : MAX (start, finish) },
    .party = (DdParty) read_enum (row, 1, dd_party_get_type ()),
  };

  if (!whole_case && wait.activity < 0)
    return;
  wait.reason = g_strdup (dd_statement_get_text (row, 2));
  g_array_append_val (self->waits, wait);
  g_ptr_array_add (self->wait_ids, g_strdup (dd_statement_get_text (row, 6)));
}

/* Gives each row that @sql finds for @case_id to @read. */
static gboolean
read_rows (DdPlanInputs *self,
           DdConnection *connection,
           const char *sql,
           const char *case_id,
           void (*read) (DdPlanInputs *self, DdStatement *row),
           GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, sql, _ ("Reading the database"), error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, case_id, -1);
  while (row)
    {
      if (!dd_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        read (self, statement);
    }
  return TRUE;
}

DdPlanInputs *
dd_plan_inputs_load (DdConnection *connection, const char *case_id, gint64 now, GError **error)
{
  g_autoptr (DdPlanInputs) self = plan_inputs_new ();

  g_return_val_if_fail (dd_connection_in_transaction (connection), NULL);

  if (!read_case (self, connection, case_id, now, error))
    return NULL;
  make_progress (self);
  if (!read_rows (self, connection, SELECT_ACTIVITIES, case_id, read_activity, error)
      || !read_rows (self, connection, SELECT_WAITS, case_id, read_wait, error))
    return NULL;
  return g_steal_pointer (&self);
}

DdPlanRequest
dd_plan_inputs_make_request (const DdPlanInputs *self)
{
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;

  g_assert (self->problem == NULL);
  request.vendor = self->vendor;
  request.customer = self->customer;
  request.both = self->both;
  request.basis = self->basis;
  request.start = self->start;
  request.deadline = self->deadline;
  request.now = self->now;
  request.progress = self->progress;
  request.waits = (const DdWait *) (gpointer) self->waits->data;
  request.n_waits = self->waits->len;
  return request;
}

DdResponseCase
dd_plan_inputs_make_response_case (const DdPlanInputs *self)
{
  DdResponseCase known = {
    .service = dd_network_get_service (self->network),
    .vendor = self->vendor,
    .requested_at = self->requested_at,
    .progress = self->progress,
    .waits = (const DdWait *) (gpointer) self->waits->data,
    .n_waits = self->waits->len,
    .ended_at = dd_plan_inputs_is_over (self) ? self->now : DD_INSTANT_NONE,
    .now = self->now,
  };

  return known;
}

gboolean
dd_plan_inputs_is_over (const DdPlanInputs *self)
{
  return self->state == DD_CASE_CLOSED || self->state == DD_CASE_CANCELLED;
}
