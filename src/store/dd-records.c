/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Records: every entity's statements, written from its table of fields.
 *
 * Texts of statements depend on the entity and on the set of fields alone, so the connection's
 * cache finds them prepared. Loading costs one search in an index and a copy of each column; a
 * change one statement, which itself compares what the row was, so there is no moment between
 * looking and writing. What must not happen: a name or value of a caller's inside a statement's
 * text.
 */

#include "config.h"

#include "dd-records.h"

#include "dd-change-json.h"
#include "dd-query-private.h"
#include "dd-records-private.h"
#include "dd-refusal.h"

#include <glib/gi18n-lib.h>

/* --- Values --- */

void
dd_records_bind_value (DdStatement *statement, int index, const DdField *field, DdValue value)
{
  if (dd_field_is_text (field))
    dd_statement_bind_text (statement, index, value.text, -1);
  else if (dd_field_is_null (field, value))
    dd_statement_bind_null (statement, index);
  else if (field->kind == DD_FIELD_ENUM)
    dd_statement_bind_text (statement, index, dd_enum_get_nick (field->type (), value.integer), -1);
  else
    dd_statement_bind_int64 (statement, index, value.integer);
}

/* Reads @column as @field. A word that is none of the enum's cannot be there: the schema has the
 * same words, and a file of a newer Drydock is not opened. */
static DdValue
read_value (DdStatement *statement, int column, const DdField *field)
{
  DdValue value = dd_field_get_null (field);

  if (dd_field_is_text (field))
    value.text = g_strdup (dd_statement_get_text (statement, column));
  else if (dd_statement_is_null (statement, column))
    return value;
  else if (field->kind == DD_FIELD_ENUM)
    dd_enum_find (field->type (), dd_statement_get_text (statement, column), &value.integer);
  else
    value.integer = dd_statement_get_int64 (statement, column);
  return value;
}

/* --- Reading --- */

/* "SELECT "id", "name", … FROM "customers"" */
static GString *
begin_select (const DdEntity *entity)
{
  GString *sql = g_string_new ("SELECT \"id\"");

  for (guint i = 0; i < entity->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", entity->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\"", entity->table);
  return sql;
}

static DdRecord *
read_record (DdStatement *statement, const DdEntity *entity)
{
  DdRecord *record = dd_record_new (entity, dd_statement_get_text (statement, 0));

  for (guint i = 0; i < entity->n_fields; i++)
    dd_record_load_value (record, i, read_value (statement, (int) i + 1, &entity->fields[i]));
  dd_record_settle (record);
  return record;
}

GPtrArray *
dd_records_query (DdConnection *connection, DdQuery *query, GError **error)
{
  const DdEntity *entity = dd_query_get_entity (query);
  g_autoptr (GString) sql = begin_select (entity);
  g_autofree char *conditions = dd_query_to_sql (query);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DdStatement) statement = NULL;
  gboolean row;

  g_string_append (sql, conditions);
  statement = dd_connection_prepare (connection, sql->str, _ ("Reading the database"), error);
  if (statement == NULL)
    return NULL;
  dd_query_bind (query, statement);
  do
    {
      if (!dd_statement_step (statement, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (records, read_record (statement, entity));
    }
  while (row);
  return g_steal_pointer (&records);
}

gpointer
dd_records_load (DdConnection *connection, const DdEntity *entity, const char *id, GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (entity);
  g_autoptr (GPtrArray) records = NULL;

  dd_query_match_text (query, "id", DD_QUERY_IS, id);
  records = dd_records_query (connection, query, error);
  if (records == NULL)
    return NULL;
  if (records->len == 0)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                   _ ("There is no %s with the id “%s”."), _ (entity->noun), id);
      return NULL;
    }
  return g_ptr_array_steal_index (records, 0);
}

char *
dd_records_get_name (DdConnection *connection,
                     const DdEntity *entity,
                     const char *id,
                     GError **error)
{
  const char *name = entity->fields[dd_entity_get_name_index (entity)].name;
  g_autofree char *sql =
      g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"id\" = ?1", name, entity->table);
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, sql, _ ("Reading the database"), error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  dd_statement_bind_text (statement, 1, id, -1);
  if (!dd_statement_step (statement, &row, error) || !row)
    return NULL;
  return g_strdup (dd_statement_get_text (statement, 0));
}

/* --- Derived fields --- */

/* Whether a field is changed that is derived, or one that is not. */
static gboolean
is_changed (DdRecord *record, gboolean derived)
{
  const DdEntity *entity = dd_record_get_entity (record);

  for (guint i = 0; i < entity->n_fields; i++)
    if (((entity->fields[i].flags & DD_FIELD_DERIVED) != 0) == derived
        && dd_record_is_changed (record, i))
      return TRUE;
  return FALSE;
}

static char *
write_derived_sql (const DdEntity *entity)
{
  GString *sql = g_string_new ("UPDATE ");
  const char *separator = " SET ";
  guint n = 1;

  g_string_append_printf (sql, "\"%s\"", entity->table);
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].flags & DD_FIELD_DERIVED)
      {
        g_string_append_printf (sql, "%s\"%s\" = ?%u", separator, entity->fields[i].name, ++n);
        separator = ", ";
      }
  g_string_append (sql, " WHERE \"id\" = ?1");
  return g_string_free (sql, FALSE);
}

gboolean
dd_records_save_derived (DdConnection *connection, DdRecord *record, GError **error)
{
  const DdEntity *entity = dd_record_get_entity (record);
  g_autofree char *sql = NULL;
  g_autoptr (DdStatement) statement = NULL;
  int n = 1;

  g_return_val_if_fail (!is_changed (record, FALSE), FALSE);

  if (!is_changed (record, TRUE))
    return TRUE;
  sql = write_derived_sql (entity);
  statement = dd_connection_prepare (connection, sql, _ ("Saving the plan"), error);
  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, dd_record_get_id (record), -1);
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].flags & DD_FIELD_DERIVED)
      dd_records_bind_value (statement, ++n, &entity->fields[i], dd_record_get_value (record, i));
  if (!dd_statement_run (statement, error))
    return FALSE;
  dd_record_settle (record);
  return TRUE;
}

/* --- Changes --- */

/* "INSERT INTO "t" ("id", "a", …) VALUES (?, ?, …)" with every field. Written for each row that is
 * inserted, so nothing is formatted. */
static char *
write_insert_sql (const DdEntity *entity)
{
  g_autoptr (GString) columns = g_string_new ("\"id");
  g_autoptr (GString) values = g_string_new ("?");

  for (guint i = 0; i < entity->n_fields; i++)
    if (!(entity->fields[i].flags & DD_FIELD_DERIVED))
      {
        g_string_append (columns, "\", \"");
        g_string_append (columns, entity->fields[i].name);
        g_string_append (values, ", ?");
      }
  g_string_append_c (columns, '"');
  return g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", entity->table, columns->str,
                          values->str);
}

/* "UPDATE "t" SET "a" = ?2, … WHERE "id" = ?1 AND "a" IS ?3, …": odd numbers are what they were. */
static char *
write_update_sql (const DdChange *change)
{
  g_autoptr (GString) assignments = g_string_new (NULL);
  g_autoptr (GString) conditions = g_string_new (NULL);

  for (guint i = 0; i < change->fields->len; i++)
    {
      const DdFieldChange *changed = &g_array_index (change->fields, DdFieldChange, i);
      const char *name = change->entity->fields[changed->index].name;

      g_string_append_printf (assignments, "%s\"%s\" = ?%u", i == 0 ? "" : ", ", name, 2 * i + 2);
      g_string_append_printf (conditions, " AND \"%s\" IS ?%u", name, 2 * i + 3);
    }
  return g_strdup_printf ("UPDATE \"%s\" SET %s WHERE \"id\" = ?1%s", change->entity->table,
                          assignments->str, conditions->str);
}

/* "DELETE FROM "t" WHERE "id" = ?1 AND "a" IS ?2 …" with every field. */
static char *
write_delete_sql (const DdEntity *entity)
{
  GString *sql = g_string_new (NULL);
  guint n = 1;

  g_string_append_printf (sql, "DELETE FROM \"%s\" WHERE \"id\" = ?1", entity->table);
  for (guint i = 0; i < entity->n_fields; i++)
    if (!(entity->fields[i].flags & DD_FIELD_DERIVED))
      g_string_append_printf (sql, " AND \"%s\" IS ?%u", entity->fields[i].name, ++n);
  return g_string_free (sql, FALSE);
}

static char *
write_sql (const DdChange *change)
{
  switch (change->kind)
    {
    case DD_CHANGE_INSERT:
      return write_insert_sql (change->entity);
    case DD_CHANGE_UPDATE:
      return write_update_sql (change);
    case DD_CHANGE_DELETE:
      return write_delete_sql (change->entity);
    }
  g_assert_not_reached ();
}

static void
bind_update (DdStatement *statement, const DdChange *change)
{
  int n = 1;

  for (guint i = 0; i < change->fields->len; i++)
    {
      const DdFieldChange *changed = &g_array_index (change->fields, DdFieldChange, i);
      const DdField *field = &change->entity->fields[changed->index];

      dd_records_bind_value (statement, ++n, field, changed->after);
      dd_records_bind_value (statement, ++n, field, changed->before);
    }
}

/* The whole row, as it is made or as it was: what is not in the change is null. */
static void
bind_row (DdStatement *statement, const DdChange *change)
{
  guint next = 0;
  int n = 1;

  for (guint i = 0; i < change->entity->n_fields; i++)
    {
      const DdField *field = &change->entity->fields[i];
      DdValue value = dd_field_get_null (field);

      if (next < change->fields->len
          && g_array_index (change->fields, DdFieldChange, next).index == i)
        {
          const DdFieldChange *changed = &g_array_index (change->fields, DdFieldChange, next++);
          value = change->kind == DD_CHANGE_INSERT ? changed->after : changed->before;
        }
      if (!(field->flags & DD_FIELD_DERIVED))
        dd_records_bind_value (statement, ++n, field, value);
    }
}

/* Binds the parameters that write_sql() numbered. */
static void
bind_change (DdStatement *statement, const DdChange *change)
{
  dd_statement_bind_text (statement, 1, change->record_id, -1);
  if (change->kind == DD_CHANGE_UPDATE)
    bind_update (statement, change);
  else
    bind_row (statement, change);
}

/* What SQLite 3.40 cannot check within a schema that is not trusted. */
static gboolean
check_json (const DdChange *change, GError **error)
{
  for (guint i = 0; i < change->fields->len; i++)
    {
      const DdFieldChange *changed = &g_array_index (change->fields, DdFieldChange, i);
      const DdField *field = &change->entity->fields[changed->index];

      if (field->kind != DD_FIELD_JSON || changed->after.text == NULL
          || dd_json_is_valid (changed->after.text))
        continue;
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT,
                   _ ("The %s must be a JSON value."), _ (field->label));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check (const DdChange *change, GError **error)
{
  g_autoptr (GError) refused = NULL;

  if (dd_change_check (change, &refused))
    return check_json (change, error);
  g_set_error_literal (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT, refused->message);
  return FALSE;
}

gboolean
dd_records_apply (DdConnection *connection,
                  const DdChange *change,
                  const char *what,
                  const char *advice,
                  GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (DdStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_assert (dd_connection_in_transaction (connection));
  if (!check (change, error))
    return FALSE;
  sql = write_sql (change);
  statement = dd_connection_prepare (connection, sql, what, error);
  if (statement == NULL)
    return FALSE;
  bind_change (statement, change);
  if (!dd_statement_run (statement, &failure))
    dd_refusal_explain (connection, change, advice, g_steal_pointer (&failure), error);
  else if (dd_connection_get_changes (connection) == 0)
    dd_refusal_set_stale (connection, change, advice, error);
  else
    return TRUE;
  return FALSE;
}
