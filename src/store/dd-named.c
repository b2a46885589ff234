/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names and ids as people give them: one search each. */

#include "config.h"

#include "dd-named.h"

#include "dd-records.h"

#include <glib/gi18n-lib.h>

DdRecord *
dd_named_ensure (DdConnection *connection, const DdEntity *entity, const char *name, GError **error)
{
  const char *field = entity->fields[dd_entity_get_name_index (entity)].name;
  g_autoptr (DdQuery) query = dd_query_new (entity);
  g_autoptr (GPtrArray) rows = NULL;
  DdRecord *record;

  dd_query_match_text (query, field, DD_QUERY_IS, name);
  dd_query_set_limit (query, 2);
  rows = dd_records_query (connection, query, error);
  if (rows == NULL)
    return NULL;
  if (rows->len == 1)
    return g_ptr_array_steal_index (rows, 0);
  if (rows->len > 1)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT,
                   _ ("There is more than one %s named “%s”: name another, or rename one."),
                   _ (entity->noun), name);
      return NULL;
    }
  record = dd_record_new (entity, NULL);
  dd_record_set_text (record, field, name);
  return record;
}

char *
dd_named_find_id (DdConnection *connection,
                  const DdEntity *entity,
                  const char *beginning,
                  GError **error)
{
  /* No character of an id is greater than this one. */
  g_autofree char *last = g_strconcat (beginning, "~", NULL);
  g_autoptr (DdQuery) query = dd_query_new (entity);
  g_autoptr (GPtrArray) rows = NULL;

  dd_query_match_text (query, "id", DD_QUERY_AT_LEAST, beginning);
  dd_query_match_text (query, "id", DD_QUERY_AT_MOST, last);
  dd_query_set_limit (query, 2);
  rows = dd_records_query (connection, query, error);
  if (rows == NULL)
    return NULL;
  if (rows->len == 1)
    return g_strdup (dd_record_get_id (rows->pdata[0]));
  if (rows->len == 0)
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                 _ ("There is no %s whose id begins with “%s”."), _ (entity->noun), beginning);
  else
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT,
                 _ ("There is more than one %s whose id begins with “%s”: give more of it."),
                 _ (entity->noun), beginning);
  return NULL;
}
