/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Every form a database ever had opens today: tests/data/store/vNNNN.db is one of form NNNN, with a
 * row in each table.
 *
 * Once a form is released its file never changes. When a step is added, run this with "--write
 * FOLDER" for the file of the new form, and add that.
 */

#include "config.h"

#include "dd-backup.h"
#include "dd-database-check.h"
#include "dd-database-file.h"
#include "record-fixture.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define NOW 1795000000

static char *
build_fixture_path (const char *folder, int version)
{
  g_autofree char *name = g_strdup_printf ("v%04d.db", version);

  return g_build_filename (folder, name, NULL);
}

/* Copies the fixture of @version to the test's database. */
static void
take_fixture (StoreTest *test, int version)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "store", NULL);
  g_autofree char *path = build_fixture_path (folder, version);
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const void *content;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_error ("%s is missing: write it with \"%s --write FOLDER\"", path, g_get_prgname ());
  bytes = store_test_read (path);
  content = g_bytes_get_data (bytes, &size);
  store_test_write (test->path, content, size);
}

/* Returns: (transfer full): the schema of @connection, in which spaces, quotes and comments do not
 * count */
static char *
describe_schema (DdConnection *connection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) comments = g_regex_new ("--[^\n]*", 0, 0, NULL);
  g_autoptr (GRegex) blanks = g_regex_new ("[\\s\"]+", 0, 0, NULL);
  g_autoptr (GString) schema = g_string_new (NULL);
  g_autoptr (DdStatement) statement = dd_connection_prepare (
      connection,
      "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce (sql, '')"
      " FROM sqlite_schema ORDER BY type, name",
      "Testing", &error);
  gboolean row;

  g_assert_no_error (error);
  while (dd_statement_step (statement, &row, &error) && row)
    {
      const char *text = dd_statement_get_text (statement, 0);
      g_autofree char *bare = g_regex_replace_literal (comments, text, -1, 0, " ", 0, NULL);
      g_autofree char *line = g_regex_replace_literal (blanks, bare, -1, 0, " ", 0, NULL);
      g_string_append_printf (schema, "%s\n", line);
    }
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&schema), FALSE);
}

/* Returns: (transfer full): the schema of a database made by the first @version steps */
static char *
make_schema (StoreTest *test, GPtrArray *migrations, int version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autofree char *path = store_test_build_path (test, "fresh.db");
  DdConnection *connection;
  char *schema;

  for (int i = 0; i < version; i++)
    g_ptr_array_add (steps, g_ptr_array_index (migrations, i));
  connection = dd_database_file_open (path, steps, NOW, &error);
  g_assert_no_error (error);
  schema = describe_schema (connection);
  dd_connection_close (connection);
  g_assert_no_errno (g_unlink (path));
  return schema;
}

/* A step that was released was not edited: it still makes what the fixture is. */
static void
test_steps_unchanged (StoreTest *test, gconstpointer data)
{
  g_autoptr (GPtrArray) migrations = dd_migrations_load ();

  for (int version = 1; version <= dd_migrations_get_newest (migrations); version++)
    {
      g_autofree char *expected = make_schema (test, migrations, version);
      g_autofree char *actual = NULL;
      g_autoptr (DdConnection) connection = NULL;

      take_fixture (test, version);
      connection = dd_connection_open (test->path, DD_CONNECTION_READ_ONLY, NULL);
      actual = describe_schema (connection);
      g_assert_cmpint (store_test_get_int64 (connection, "PRAGMA user_version"), ==, version);
      g_assert_cmpstr (actual, ==, expected);
    }
}

/* Each becomes one of today's form, like one made today, sound, and with what was in it. */
static void
test_upgrade (StoreTest *test, gconstpointer data)
{
  g_autoptr (GPtrArray) migrations = dd_migrations_load ();
  int newest = dd_migrations_get_newest (migrations);
  g_autofree char *expected = make_schema (test, migrations, newest);

  g_assert_cmpint (newest, >=, 1);
  for (int version = 1; version <= newest; version++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdConnection) connection = NULL;
      g_autofree char *actual = NULL;

      take_fixture (test, version);
      connection = dd_database_file_open (test->path, migrations, NOW, &error);
      g_assert_no_error (error);
      actual = describe_schema (connection);
      g_assert_cmpstr (actual, ==, expected);
      dd_database_check_require_sound (connection, test->path, DD_DATABASE_CHECK_FULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (store_test_get_int64 (connection, "PRAGMA user_version"), ==, newest);
      g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM journal_actions"),
                       >=, 1);
      g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM cases"), >=, 1);
    }
}

/* Writes the fixture of today's form. */
static int
write_fixture (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) migrations = dd_migrations_load ();
  g_autofree char *target = build_fixture_path (folder, dd_migrations_get_newest (migrations));
  StoreTest test;

  store_test_set_up (&test, NULL);
  {
    g_autoptr (DdConnection) connection = record_fixture_open (&test);
    g_autoptr (GPtrArray) records = record_fixture_fill (connection);
  }
  dd_backup_make_at (test.path, target, NULL, &error);
  store_test_tear_down (&test, NULL);
  if (error != NULL)
    fprintf (stderr, "%s\n", error->message);
  else
    printf ("%s\n", target);
  return error != NULL;
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_fixture (argv[2]);
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/upgrade/steps-unchanged", test_steps_unchanged);
  store_test_add ("/upgrade/upgrade", test_upgrade);
  return g_test_run ();
}
