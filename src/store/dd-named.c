/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names and ids as people give them: one search each. */

#include "config.h"

#include "dd-named.h"

#include "dd-records.h"

#include <glib/gi18n-lib.h>

/* Of several rows that an id may mean, so many are named, each by so much of its id. */
#define MAX_CANDIDATES       5
#define CANDIDATE_CHARACTERS 12

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

/* Of several rows the first ones: "4f2a0b1c… (Acme), 4f2a77e0… (Beta), …". */
static char *
list_candidates (GPtrArray *rows)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MIN (rows->len, MAX_CANDIDATES); i++)
    g_string_append_printf (list, "%s%.*s… (%s)", i > 0 ? ", " : "", CANDIDATE_CHARACTERS,
                            dd_record_get_id (rows->pdata[i]), dd_record_get_name (rows->pdata[i]));
  if (rows->len > MAX_CANDIDATES)
    g_string_append (list, ", …");
  return g_string_free (list, FALSE);
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
  g_autofree char *candidates = NULL;

  dd_query_match_text (query, "id", DD_QUERY_AT_LEAST, beginning);
  dd_query_match_text (query, "id", DD_QUERY_AT_MOST, last);
  dd_query_order_by (query, "id", FALSE);
  dd_query_set_limit (query, MAX_CANDIDATES + 1);
  rows = dd_records_query (connection, query, error);
  if (rows == NULL)
    return NULL;
  if (rows->len == 1)
    return g_strdup (dd_record_get_id (rows->pdata[0]));
  if (rows->len == 0)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                   _ ("There is no %s whose id begins with “%s”."), _ (entity->noun), beginning);
      return NULL;
    }
  candidates = list_candidates (rows);
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT,
               _ ("There is more than one %s whose id begins with “%s”: give more of it. It may be "
                  "%s."),
               _ (entity->noun), beginning, candidates);
  return NULL;
}
