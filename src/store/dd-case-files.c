/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cases with their parts: four searches in an index. */

#include "config.h"

#include "dd-case-files.h"

#include "dd-plan-cache.h"
#include "dd-records.h"
#include "delivery/dd-input-evidence.h"

#include <gio/gio.h>

/* The rows of @entity that are parts of case @id, by @order. */
static GPtrArray *
load_parts (DdConnection *connection,
            const DdEntity *entity,
            const char *id,
            const char *order,
            GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (entity);

  dd_query_match_text (query, "case_id", DD_QUERY_IS, id);
  dd_query_order_by (query, order, FALSE);
  return dd_records_query (connection, query, error);
}

/* A definition that cannot be read is no reason to refuse what is done with its cases. */
static gboolean
load_service (DdConnection *connection, DdCaseFile *file, GPtrArray *inputs, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (DdNetwork) network =
      dd_plan_cache_get_network (connection, dd_record_get_text (file->record, "service_hash"),
                                 &failure);

  if (failure != NULL && (failure->domain == DD_STORE_ERROR || failure->domain == G_IO_ERROR))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  dd_case_file_set_service (file, network != NULL ? dd_network_get_service (network) : NULL,
                            g_ptr_array_ref (inputs));
  return TRUE;
}

DdCaseFile *
dd_case_files_load (DdConnection *connection, const char *id, GError **error)
{
  g_autoptr (DdRecord) record = dd_records_load (connection, &dd_case_entity, id, error);
  g_autoptr (GPtrArray) activities = NULL;
  g_autoptr (GPtrArray) waits = NULL;
  g_autoptr (GPtrArray) inputs = NULL;
  g_autoptr (DdCaseFile) file = NULL;

  if (record == NULL)
    return NULL;
  activities = load_parts (connection, &dd_case_activity_entity, id, "position", error);
  if (activities == NULL)
    return NULL;
  waits = load_parts (connection, &dd_case_wait_entity, id, "started_at", error);
  if (waits == NULL)
    return NULL;
  inputs = load_parts (connection, &dd_input_evidence_entity, id, "input", error);
  if (inputs == NULL)
    return NULL;
  file = dd_case_file_new (g_steal_pointer (&record), g_steal_pointer (&activities),
                           g_steal_pointer (&waits));
  return load_service (connection, file, inputs, error) ? g_steal_pointer (&file) : NULL;
}
