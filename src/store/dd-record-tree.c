/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Rows with their parts. The entities are walked from the last to the first: what refers to another
 * stands after it in their list, and so is deleted before it. Costs one search for each entity that
 * can be a part of another, for each row that has parts.
 */

#include "config.h"

#include "dd-record-tree.h"

#include "dd-records.h"
#include "delivery/dd-entities.h"

/* A walk under way. */
typedef struct
{
  DdConnection *connection; /* (unowned) */
  DdAction *action;         /* (unowned) */
  GHashTable *seen;         /* (owned) (element-type utf8): ids of the rows that were added: some
                               are parts of two things, a test result of its run and of the case */
} Walk;

static gboolean
walk_record (Walk *walk, DdRecord *record, GError **error);

static gboolean
walk_parts (Walk *walk,
            DdRecord *record,
            const DdEntity *entity,
            const DdField *field,
            GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (entity);
  g_autoptr (GPtrArray) parts = NULL;

  dd_query_match_text (query, field->name, DD_QUERY_IS, dd_record_get_id (record));
  parts = dd_records_query (walk->connection, query, error);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (!walk_record (walk, parts->pdata[i], error))
      return FALSE;
  return parts != NULL;
}

static gboolean
walk_record (Walk *walk, DdRecord *record, GError **error)
{
  if (!g_hash_table_add (walk->seen, g_strdup (dd_record_get_id (record))))
    return TRUE;
  for (guint i = DD_N_ENTITIES; i > 0; i--)
    for (guint j = 0; j < dd_entities[i - 1]->n_fields; j++)
      {
        const DdField *field = &dd_entities[i - 1]->fields[j];

        if (field->flags & DD_FIELD_OWNER && field->target == dd_record_get_entity (record)
            && !walk_parts (walk, record, dd_entities[i - 1], field, error))
          return FALSE;
      }
  dd_action_delete (walk->action, record);
  return TRUE;
}

gboolean
dd_record_tree_delete (DdConnection *connection, DdAction *action, DdRecord *record, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { connection, action, seen };

  return walk_record (&walk, record, error);
}
