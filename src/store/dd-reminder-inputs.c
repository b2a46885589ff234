/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reading what reminders are made from: on top of what a plan is made from, who the case is of, and
 * what is settled. A case that cannot be planned is no error: its reminders stay as they were.
 */

#include "config.h"

#include "dd-reminder-inputs.h"

#include <glib/gi18n-lib.h>

/* CASE, as AND looks at both sides: the customer's other cases are read only where it matters. */
#define SELECT_CASE                                                                                \
  "SELECT u.name, c.product,"                                                                      \
  " EXISTS (SELECT 1 FROM input_evidence"                                                          \
  "  WHERE case_id = c.id AND input = 'documents' AND met_at IS NOT NULL),"                        \
  " CASE c.state WHEN 'closed' THEN EXISTS (SELECT 1 FROM cases n"                                 \
  "  WHERE n.customer_id = c.customer_id AND n.service_id = c.service_id AND n.id <> c.id"         \
  "  AND n.state <> 'cancelled'"                                                                   \
  "  AND (n.previous_case_id = c.id OR n.requested_at > c.requested_at)) ELSE 0 END"               \
  " FROM cases c JOIN customers u ON u.id = c.customer_id WHERE c.id = ?1"

void
dd_reminder_inputs_free (DdReminderInputs *self)
{
  g_clear_pointer (&self->plan, dd_plan_unref);
  g_clear_pointer (&self->next_plan, dd_plan_unref);
  g_clear_pointer (&self->inputs, dd_plan_inputs_free);
  g_free (self->id);
  g_free (self->customer);
  g_free (self->product);
  g_clear_error (&self->problem);
  g_free (self);
}

static gboolean
read_case (DdReminderInputs *self, DdConnection *connection, GError **error)
{
  g_autoptr (DdStatement) row =
      dd_connection_prepare (connection, SELECT_CASE, _ ("Reading the database"), error);
  gboolean found;

  if (row == NULL)
    return FALSE;
  dd_statement_bind_text (row, 1, self->id, -1);
  if (!dd_statement_step (row, &found, error))
    return FALSE;
  g_assert (found);
  self->customer = g_strdup (dd_statement_get_text (row, 0));
  self->product = g_strdup (dd_statement_get_text (row, 1));
  self->known.documents_back = dd_statement_get_int64 (row, 2) != 0;
  self->known.succeeded = dd_statement_get_int64 (row, 3) != 0;
  return TRUE;
}

/* A next case is planned as nobody knows more of it than its service; where that cannot be there is
 * nothing to remind of. */
static void
plan_next (DdReminderInputs *self)
{
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  DdService *service = dd_network_get_service (self->inputs->network);

  request.vendor = self->inputs->vendor;
  request.customer = self->inputs->customer;
  request.both = self->inputs->both;
  request.deadline = dd_reminder_next_due (service, request.vendor, self->inputs->now);
  if (request.deadline != DD_INSTANT_NONE)
    self->next_plan = dd_plan_new (self->inputs->network, &request, NULL);
}

static void
make_plans (DdReminderInputs *self)
{
  DdPlanRequest request;

  if (self->inputs->problem != NULL)
    {
      self->problem = g_error_copy (self->inputs->problem);
      return;
    }
  if (self->inputs->state == DD_CASE_CLOSED && !self->known.succeeded)
    plan_next (self);
  if (dd_plan_inputs_is_over (self->inputs))
    return;
  request = dd_plan_inputs_make_request (self->inputs);
  self->plan = dd_plan_new (self->inputs->network, &request, &self->problem);
}

static void
fill_known (DdReminderInputs *self, gint64 now)
{
  const DdPlanInputs *inputs = self->inputs;
  DdReminderCase *known = &self->known;

  known->id = self->id;
  known->customer = self->customer;
  known->product = self->product;
  known->state = inputs->state;
  known->requested_at = inputs->requested_at;
  known->closed_at = dd_plan_inputs_is_over (inputs) ? inputs->now : DD_INSTANT_NONE;
  known->deadline = inputs->deadline;
  known->network = inputs->network;
  known->vendor = inputs->vendor;
  known->plan = self->plan;
  known->next_plan = self->next_plan;
  known->progress = inputs->progress;
  known->waits = (const DdWait *) (gpointer) inputs->waits->data;
  known->wait_ids = (const char *const *) inputs->wait_ids->pdata;
  known->n_waits = inputs->waits->len;
  known->now = now;
}

DdReminderInputs *
dd_reminder_inputs_load (DdConnection *connection, const char *case_id, gint64 now, GError **error)
{
  g_autoptr (DdReminderInputs) self = g_new0 (DdReminderInputs, 1);

  self->id = g_strdup (case_id);
  self->inputs = dd_plan_inputs_load (connection, case_id, now, error);
  if (self->inputs == NULL || !read_case (self, connection, error))
    return NULL;
  make_plans (self);
  fill_known (self, now);
  return g_steal_pointer (&self);
}
