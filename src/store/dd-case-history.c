/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The history of a service, from its closed cases as they are stored. Each is planned with the
 * definition it was opened with, because that is what its rows are about.
 */

#include "config.h"

#include "dd-case-history.h"

#include "dd-plan-inputs.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DdHistory *history;
  const char *service_id;
  guint limit;
} Load;

static gboolean
add_case (DdConnection *connection, const Load *load, const char *case_id, GError **error)
{
  g_autoptr (DdPlanInputs) inputs = dd_plan_inputs_load (connection, case_id, 0, error);
  g_autoptr (DdPlan) plan = NULL;
  DdPlanRequest request;

  if (inputs == NULL)
    return FALSE;
  if (inputs->problem != NULL)
    return TRUE;
  request = dd_plan_inputs_make_request (inputs);
  plan = dd_plan_new (inputs->network, &request, NULL);
  if (plan != NULL)
    dd_history_add (load->history, plan);
  return TRUE;
}

static gboolean
load_cases (DdConnection *connection, gpointer data, GError **error)
{
  const Load *load = data;
  g_autoptr (DdStatement) statement = dd_connection_prepare (
      connection,
      "SELECT id FROM cases WHERE state = 'closed' AND service_id = ?1 AND closed_at IS NOT NULL"
      " ORDER BY closed_at DESC LIMIT ?2",
      _ ("Reading the database"), error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, load->service_id, -1);
  dd_statement_bind_int64 (statement, 2, load->limit);
  while (row)
    if (!dd_statement_step (statement, &row, error)
        || (row && !add_case (connection, load, dd_statement_get_text (statement, 0), error)))
      return FALSE;
  return TRUE;
}

DdHistory *
dd_case_history_load (DdConnection *connection, DdNetwork *network, guint limit, GError **error)
{
  g_autoptr (DdHistory) history = dd_history_new (network);
  Load load = { history, dd_network_get_service (network)->id, limit };

  if (!dd_connection_snapshot (connection, load_cases, &load, _ ("Reading the database"), error))
    return NULL;
  return g_steal_pointer (&history);
}
