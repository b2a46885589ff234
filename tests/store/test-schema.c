/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The SQL schema says what the entities' tables of fields say, and enforces it by itself.
 */

#include "config.h"

#include "dd-migrations.h"

#include "delivery/dd-entities.h"
#include "store-test.h"

#include <string.h>

static DdConnection *
open_migrated (StoreTest *test)
{
  g_autoptr (GPtrArray) migrations = dd_migrations_load ();
  g_autoptr (GError) error = NULL;
  DdConnection *connection = store_test_open (test);

  dd_migrations_run (connection, migrations, &error);
  g_assert_no_error (error);
  return connection;
}

static DdStatement *
prepare (DdConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;
  DdStatement *statement = dd_connection_prepare (connection, sql, "Testing", &error);

  g_assert_no_error (error);
  return statement;
}

static gboolean
step (DdStatement *statement)
{
  g_autoptr (GError) error = NULL;
  gboolean row = FALSE;

  dd_statement_step (statement, &row, &error);
  g_assert_no_error (error);
  return row;
}

static void
check_column (DdStatement *column, const DdField *field)
{
  gboolean text = dd_field_is_text (field) || field->kind == DD_FIELD_ENUM;

  g_assert_true (step (column));
  g_assert_cmpstr (dd_statement_get_text (column, 0), ==, field->name);
  g_assert_cmpstr (dd_statement_get_text (column, 1), ==, text ? "TEXT" : "INTEGER");
  g_assert_cmpint (dd_statement_get_int64 (column, 2), ==, (field->flags & DD_FIELD_REQUIRED) != 0);
}

static void
check_table (DdConnection *connection, const DdEntity *entity)
{
  g_autoptr (DdStatement) column =
      prepare (connection, "SELECT name, type, \"notnull\", pk FROM pragma_table_info (?1)");

  dd_statement_bind_text (column, 1, entity->table, -1);
  g_assert_true (step (column));
  g_assert_cmpstr (dd_statement_get_text (column, 0), ==, "id");
  g_assert_cmpint (dd_statement_get_int64 (column, 3), ==, 1);
  for (guint i = 0; i < entity->n_fields; i++)
    check_column (column, &entity->fields[i]);
  g_assert_false (step (column));
}

static void
test_columns (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_migrated (test);

  for (guint i = 0; i < DD_N_ENTITIES; i++)
    check_table (connection, dd_entities[i]);
}

/* Nobody adds a table that the entities do not know. */
static void
test_tables (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_migrated (test);
  g_autoptr (DdStatement) table =
      prepare (connection, "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND "
                           "type = 'table' AND name NOT LIKE 'sqlite_%'");

  while (step (table))
    {
      const char *name = dd_statement_get_text (table, 0);
      g_assert_true (g_str_has_prefix (name, "journal_") || strcmp (name, "replanning") == 0
                     || g_str_has_prefix (name, "search_") || g_str_has_prefix (name, "reminder")
                     || dd_entities_find (name) != NULL);
      g_assert_cmpint (dd_statement_get_int64 (table, 1), ==, 1);
    }
}

static void
check_reference (DdConnection *connection, const DdEntity *entity, const DdField *field)
{
  g_autoptr (DdStatement) key =
      prepare (connection,
               "SELECT \"table\", on_delete FROM pragma_foreign_key_list (?1) WHERE \"from\" = ?2");

  dd_statement_bind_text (key, 1, entity->table, -1);
  dd_statement_bind_text (key, 2, field->name, -1);
  g_assert_true (step (key));
  g_assert_cmpstr (dd_statement_get_text (key, 0), ==, field->target->table);
  g_assert_cmpstr (dd_statement_get_text (key, 1), ==, "NO ACTION");
}

/* Deleting a row looks for what refers to it: that must not read whole tables. */
static void
check_indexed (DdConnection *connection, const DdEntity *entity, const DdField *field)
{
  g_autofree char *sql = g_strdup_printf ("EXPLAIN QUERY PLAN SELECT 1 FROM %s WHERE %s = ?1",
                                          entity->table, field->name);
  g_autoptr (DdStatement) plan = prepare (connection, sql);

  g_assert_true (step (plan));
  g_assert_true (g_str_has_prefix (dd_statement_get_text (plan, 3), "SEARCH "));
}

static void
test_references (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_migrated (test);

  for (guint i = 0; i < DD_N_ENTITIES; i++)
    for (guint j = 0; j < dd_entities[i]->n_fields; j++)
      if (dd_entities[i]->fields[j].kind == DD_FIELD_REFERENCE)
        {
          check_reference (connection, dd_entities[i], &dd_entities[i]->fields[j]);
          check_indexed (connection, dd_entities[i], &dd_entities[i]->fields[j]);
        }
}

/* Whether there is an index of the field alone that no two rows share. */
static gboolean
is_unique (DdConnection *connection, const DdEntity *entity, const DdField *field)
{
  g_autoptr (DdStatement) index =
      prepare (connection,
               "SELECT count (*) FROM pragma_index_list (?1) AS l WHERE l.\"unique\" AND "
               "(SELECT group_concat (ifnull (name, '')) FROM pragma_index_info (l.name)) = ?2");

  dd_statement_bind_text (index, 1, entity->table, -1);
  dd_statement_bind_text (index, 2, field->name, -1);
  g_assert_true (step (index));
  return dd_statement_get_int64 (index, 0) > 0;
}

static void
test_unique (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_migrated (test);

  for (guint i = 0; i < DD_N_ENTITIES; i++)
    for (guint j = 0; j < dd_entities[i]->n_fields; j++)
      {
        const DdField *field = &dd_entities[i]->fields[j];
        g_assert_cmpint (is_unique (connection, dd_entities[i], field), ==,
                         (field->flags & DD_FIELD_UNIQUE) != 0);
      }
}

static void
test_append_only (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_migrated (test);
  const char *const forbidden[] = {
    "UPDATE journal_actions SET user = 'Eve'",      "DELETE FROM journal_actions",
    "UPDATE journal_changes SET entity = 'people'", "DELETE FROM journal_changes",
    "UPDATE journal_contents SET bytes = x'02'",    "DELETE FROM journal_contents",
  };

  store_test_exec (
      connection, "INSERT INTO journal_actions (id, at, user, kind) VALUES (1, 1, 'Anna', 'do');"
                  "INSERT INTO journal_changes (action_id, position, entity, record_id, subject_id,"
                  " after) VALUES (1, 0, 'cases', 'x', 'x', '{}');"
                  "INSERT INTO journal_contents VALUES (printf ('%064d', 1), x'01')");
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (dd_connection_exec (connection, forbidden[i], "Testing", &error));
      g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/schema/columns", test_columns);
  store_test_add ("/schema/tables", test_tables);
  store_test_add ("/schema/references", test_references);
  store_test_add ("/schema/unique", test_unique);
  store_test_add ("/schema/append-only", test_append_only);
  return g_test_run ();
}
