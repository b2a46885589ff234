/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The search index, kept by SQLite's FTS5 and by nothing else here.
 *
 * Bringing one row up to date is reading its texts, taking its document out and putting the new one
 * in, under the same number: documents are numbered in the order in which their rows were made, and
 * are found newest first. Must not happen: a document whose row is gone, or one that says what the
 * row does not.
 */

#include "config.h"

#include "dd-search-index.h"

#include "delivery/dd-entities.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* --- Which text stands where --- */

static gboolean
is_part (const DdEntity *entity)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].flags & DD_FIELD_OWNER)
      return TRUE;
  return FALSE;
}

const DdField *
dd_search_index_get_field (const DdEntity *entity, guint column)
{
  guint next = is_part (entity) ? DD_SEARCH_TITLE_COLUMN + 1 : DD_SEARCH_TITLE_COLUMN;

  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].flags & DD_FIELD_SEARCHED && next++ == column)
      return &entity->fields[i];
  return NULL;
}

/* --- The texts of a row --- */

/* The texts of a row, as they stand in the columns. */
typedef struct
{
  char *case_id;                    /* (owned) (nullable) */
  char *texts[DD_SEARCH_N_COLUMNS]; /* (owned) (nullable) */
  gboolean any;                     /* there is a text */
} Texts;

static void
texts_clear (Texts *self)
{
  g_free (self->case_id);
  for (guint i = 0; i < DD_SEARCH_N_COLUMNS; i++)
    g_free (self->texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static void
append_leaves (GString *text, JsonNode *node)
{
  GValue value = G_VALUE_INIT;
  g_autoptr (GList) members = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    members = json_array_get_elements (json_node_get_array (node));
  else if (JSON_NODE_HOLDS_OBJECT (node))
    members = json_object_get_values (json_node_get_object (node));
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      GValue as_text = G_VALUE_INIT;

      json_node_get_value (node, &value);
      g_value_init (&as_text, G_TYPE_STRING);
      g_value_transform (&value, &as_text);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              g_value_get_string (&as_text));
      g_value_unset (&as_text);
      g_value_unset (&value);
    }
  for (GList *member = members; member != NULL; member = member->next)
    append_leaves (text, member->data);
}

/* Of a JSON value what a person wrote: its texts and numbers. */
static char *
json_to_text (const char *json)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  GString *text = g_string_new (NULL);

  if (root != NULL)
    append_leaves (text, root);
  return g_string_free (text, FALSE);
}

static char *
field_to_text (const DdField *field, const char *text)
{
  if (text == NULL || field->kind != DD_FIELD_JSON)
    return g_strdup (text);
  return json_to_text (text);
}

/* "SELECT "case_id", "title", … FROM "cases" WHERE "id" = ?1", with what stands in each column. */
static char *
write_select (const DdEntity *entity)
{
  gboolean of_case = dd_entity_find (entity, "case_id") >= 0;
  GString *sql = g_string_new ("SELECT ");

  g_string_append (sql, of_case ? "\"case_id\"" : entity == &dd_case_entity ? "\"id\"" : "NULL");
  for (guint i = 0; i < DD_SEARCH_N_COLUMNS; i++)
    {
      const DdField *field = dd_search_index_get_field (entity, i);
      if (field != NULL)
        g_string_append_printf (sql, ", \"%s\"", field->name);
      else
        g_string_append (sql, ", NULL");
    }
  g_string_append_printf (sql, " FROM \"%s\" WHERE \"id\" = ?1", entity->table);
  return g_string_free (sql, FALSE);
}

/* Reads the texts of a row; of one that is gone there are none. */
static gboolean
read_texts (DdConnection *connection,
            const DdEntity *entity,
            const char *record_id,
            Texts *texts,
            GError **error)
{
  g_autofree char *sql = write_select (entity);
  g_autoptr (DdStatement) row =
      dd_connection_prepare (connection, sql, _ ("Updating the search index"), error);
  gboolean found;

  if (row == NULL)
    return FALSE;
  dd_statement_bind_text (row, 1, record_id, -1);
  if (!dd_statement_step (row, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  texts->case_id = g_strdup (dd_statement_get_text (row, 0));
  for (guint i = 0; i < DD_SEARCH_N_COLUMNS; i++)
    {
      const DdField *field = dd_search_index_get_field (entity, i);
      if (field != NULL)
        texts->texts[i] = field_to_text (field, dd_statement_get_text (row, (int) i + 1));
      texts->any |= texts->texts[i] != NULL;
    }
  return TRUE;
}

/* --- Documents --- */

/* Finds the number of the document of a row; 0 when it has none. */
static gboolean
find_document (DdConnection *connection, const char *record_id, gint64 *id, GError **error)
{
  g_autoptr (DdStatement) row =
      dd_connection_prepare (connection, "SELECT id FROM search_documents WHERE record_id = ?1",
                             _ ("Updating the search index"), error);
  gboolean found;

  if (row == NULL)
    return FALSE;
  dd_statement_bind_text (row, 1, record_id, -1);
  if (!dd_statement_step (row, &found, error))
    return FALSE;
  *id = found ? dd_statement_get_int64 (row, 0) : 0;
  return TRUE;
}

/* Runs @sql with document @id. */
static gboolean
run_on (DdConnection *connection, const char *sql, gint64 id, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, sql, _ ("Updating the search index"), error);

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_int64 (statement, 1, id);
  return dd_statement_run (statement, error);
}

static gboolean
remove_document (DdConnection *connection, gint64 id, GError **error)
{
  return run_on (connection, "DELETE FROM search WHERE rowid = ?1", id, error)
         && run_on (connection, "DELETE FROM search_documents WHERE id = ?1", id, error);
}

static gboolean
add_texts (DdConnection *connection, gint64 id, const Texts *texts, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection,
                             "INSERT INTO search (rowid, title, a, b, c, d, e, f, g)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                             _ ("Updating the search index"), error);

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_int64 (statement, 1, id);
  for (guint i = 0; i < DD_SEARCH_N_COLUMNS; i++)
    dd_statement_bind_text (statement, (int) i + 2, texts->texts[i], -1);
  return dd_statement_run (statement, error);
}

/* Adds a document under number @id, or a new one when that is 0. */
static gboolean
add_document (DdConnection *connection,
              gint64 id,
              const DdEntity *entity,
              const char *record_id,
              const Texts *texts,
              GError **error)
{
  g_autoptr (DdStatement) statement = dd_connection_prepare (
      connection,
      "INSERT INTO search_documents (id, record_id, entity, case_id) VALUES (?1, ?2, ?3, ?4)",
      _ ("Updating the search index"), error);

  if (statement == NULL)
    return FALSE;
  if (id != 0)
    dd_statement_bind_int64 (statement, 1, id);
  dd_statement_bind_text (statement, 2, record_id, -1);
  dd_statement_bind_text (statement, 3, entity->table, -1);
  dd_statement_bind_text (statement, 4, texts->case_id, -1);
  if (!dd_statement_run (statement, error))
    return FALSE;
  return add_texts (connection, dd_connection_get_last_rowid (connection), texts, error);
}

static gboolean
update_row (DdConnection *connection, const DdEntity *entity, const char *record_id, GError **error)
{
  g_auto (Texts) texts = { 0 };
  gint64 id;

  if (!read_texts (connection, entity, record_id, &texts, error)
      || !find_document (connection, record_id, &id, error)
      || (id != 0 && !remove_document (connection, id, error)))
    return FALSE;
  return !texts.any || add_document (connection, id, entity, record_id, &texts, error);
}

/* --- The whole --- */

gboolean
dd_search_index_is_pending (DdConnection *connection, gboolean *pending, GError **error)
{
  gint64 exists;

  if (!dd_connection_get_int64 (connection, "SELECT EXISTS (SELECT 1 FROM search_pending)",
                                _ ("Searching"), &exists, error))
    return FALSE;
  *pending = exists != 0;
  return TRUE;
}

static gboolean
update_pending (DdConnection *connection, GError **error)
{
  g_autoptr (DdStatement) pending =
      dd_connection_prepare (connection, "SELECT record_id, entity FROM search_pending",
                             _ ("Updating the search index"), error);
  gboolean row = TRUE;

  if (pending == NULL)
    return FALSE;
  while (row)
    {
      const DdEntity *entity;

      if (!dd_statement_step (pending, &row, error))
        return FALSE;
      entity = row ? dd_entities_find (dd_statement_get_text (pending, 1)) : NULL;
      if (entity != NULL
          && !update_row (connection, entity, dd_statement_get_text (pending, 0), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
dd_search_index_update (DdConnection *connection, GError **error)
{
  const char *what = _ ("Updating the search index");
  gboolean pending;

  g_return_val_if_fail (dd_connection_in_transaction (connection), FALSE);

  if (!dd_search_index_is_pending (connection, &pending, error))
    return FALSE;
  return !pending
         || (update_pending (connection, error)
             && dd_connection_exec (connection, "DELETE FROM search_pending", what, error));
}

static gboolean
is_searched (const DdEntity *entity)
{
  for (guint i = 0; i < DD_SEARCH_N_COLUMNS; i++)
    if (dd_search_index_get_field (entity, i) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
mark_all (DdConnection *connection, GError **error)
{
  for (guint i = 0; i < DD_N_ENTITIES; i++)
    {
      const char *table = dd_entities[i]->table;
      g_autofree char *sql =
          g_strdup_printf ("INSERT OR IGNORE INTO search_pending SELECT id, '%s' FROM \"%s\"",
                           table, table);

      if (is_searched (dd_entities[i])
          && !dd_connection_exec (connection, sql, _ ("Updating the search index"), error))
        return FALSE;
    }
  return TRUE;
}

/* The table is made anew by its own words, as the schema has them. */
static gboolean
empty (DdConnection *connection, GError **error)
{
  const char *what = _ ("Updating the search index");
  g_autoptr (DdStatement) row =
      dd_connection_prepare (connection, "SELECT sql FROM sqlite_schema WHERE name = 'search'",
                             what, error);
  g_autofree char *sql = NULL;
  gboolean found;

  if (row == NULL || !dd_statement_step (row, &found, error))
    return FALSE;
  g_assert (found);
  sql = g_strdup_printf ("DROP TABLE search; %s; DELETE FROM search_documents",
                         dd_statement_get_text (row, 0));
  dd_statement_reset (row);
  return dd_connection_exec (connection, sql, what, error);
}

gboolean
dd_search_index_rebuild (DdConnection *connection, GError **error)
{
  g_return_val_if_fail (dd_connection_in_transaction (connection), FALSE);

  return empty (connection, error) && mark_all (connection, error)
         && dd_search_index_update (connection, error);
}

gboolean
dd_search_index_check (DdConnection *connection, gboolean *sound, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *sound = dd_connection_exec (connection, "INSERT INTO search (search) VALUES ('integrity-check')",
                               _ ("Checking the search index"), &failure);
  if (*sound || g_error_matches (failure, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
mend (DdConnection *connection, gpointer mended, GError **error)
{
  gboolean sound;

  if (!dd_search_index_check (connection, &sound, error))
    return FALSE;
  *(gboolean *) mended = !sound;
  return sound || dd_search_index_rebuild (connection, error);
}

gboolean
dd_search_index_mend (DdConnection *connection, gboolean *mended, GError **error)
{
  return dd_connection_transaction (connection, mend, mended, _ ("Checking the search index"),
                                    error);
}
