/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cases with their parts: three searches in an index. */

#include "config.h"

#include "dd-case-files.h"

#include "dd-records.h"

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

DdCaseFile *
dd_case_files_load (DdConnection *connection, const char *id, GError **error)
{
  g_autoptr (DdRecord) record = dd_records_load (connection, &dd_case_entity, id, error);
  g_autoptr (GPtrArray) activities = NULL;
  g_autoptr (GPtrArray) waits = NULL;

  if (record == NULL)
    return NULL;
  activities = load_parts (connection, &dd_case_activity_entity, id, "position", error);
  if (activities == NULL)
    return NULL;
  waits = load_parts (connection, &dd_case_wait_entity, id, "started_at", error);
  if (waits == NULL)
    return NULL;
  return dd_case_file_new (g_steal_pointer (&record), g_steal_pointer (&activities),
                           g_steal_pointer (&waits));
}
