/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What a check finds, and what it says of it.
 */

#include "config.h"

#include "dd-database-check.h"

#include "dd-connection-private.h"
#include "dd-store-file.h"
#include "store-test.h"

#include <string.h>

static DdDatabaseCheck *
check (const char *path, DdDatabaseCheckDepth depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = dd_connection_open (path, DD_CONNECTION_READ_WRITE, &error);
  DdDatabaseCheck *result;

  g_assert_no_error (error);
  result = dd_database_check_run (connection, depth, &error);
  g_assert_no_error (error);
  return result;
}

static void
test_sound (StoreTest *test, gconstpointer data)
{
  for (int depth = DD_DATABASE_CHECK_QUICK; depth <= DD_DATABASE_CHECK_FULL; depth++)
    {
      g_autoptr (DdDatabaseCheck) result = NULL;

      if (depth == DD_DATABASE_CHECK_QUICK)
        store_test_make_database (test->path, 50);
      result = check (test->path, (DdDatabaseCheckDepth) depth);
      g_assert_cmpuint (result->problems->len, ==, 0);
      g_assert_cmpint (result->version, ==, 2);
      g_assert_cmpuint (result->file_bytes, ==, dd_store_file_get_size (test->path));
    }
}

static void
test_log_bytes (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) writer = NULL;
  g_autoptr (DdDatabaseCheck) result = NULL;

  store_test_make_database (test->path, 50);
  writer = store_test_open (test);
  store_test_exec (writer, "INSERT INTO item (name) VALUES ('in the log')");
  result = check (test->path, DD_DATABASE_CHECK_FULL);
  g_assert_cmpuint (result->log_bytes, >, 4096);
  g_assert_cmpuint (result->problems->len, ==, 0);
}

static void
test_damaged (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdDatabaseCheck) result = NULL;

  store_test_make_database (test->path, 300);
  store_test_flip_page (test->path, 8);
  result = check (test->path, DD_DATABASE_CHECK_QUICK);
  g_assert_cmpuint (result->problems->len, >=, 1);
  g_assert_null (strchr (g_ptr_array_index (result->problems, 0), '\n'));
}

/* An index that does not match its table shows in a full check only. */
static void
test_index_mismatch (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdDatabaseCheck) quick = NULL;
  g_autoptr (DdDatabaseCheck) full = NULL;

  {
    g_autoptr (DdConnection) connection = store_test_open (test);
    sqlite3 *handle = dd_connection_get_handle (connection);

    store_test_exec (connection, "CREATE TABLE a (x INTEGER, y INTEGER) STRICT;"
                                 "CREATE INDEX by_x ON a (x); CREATE INDEX by_y ON a (y);"
                                 "INSERT INTO a VALUES (1, 10), (2, 20), (3, 30)");
    sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
    store_test_exec (connection,
                     "PRAGMA writable_schema=ON;"
                     "UPDATE sqlite_schema SET rootpage = 7 - rootpage WHERE type = 'index'");
  }
  quick = check (test->path, DD_DATABASE_CHECK_QUICK);
  full = check (test->path, DD_DATABASE_CHECK_FULL);
  g_assert_cmpuint (quick->problems->len, ==, 0);
  g_assert_cmpuint (full->problems->len, >=, 6);
}

static void
test_lost_reference (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdDatabaseCheck) result = NULL;

  {
    g_autoptr (DdConnection) connection = store_test_open (test);
    store_test_exec (connection,
                     "CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;"
                     "CREATE TABLE child (parent INTEGER REFERENCES parent (id)) STRICT;"
                     "PRAGMA foreign_keys=OFF; INSERT INTO child VALUES (7), (8)");
  }
  result = check (test->path, DD_DATABASE_CHECK_FULL);
  g_assert_cmpuint (result->problems->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (result->problems, 0), ==,
                   "a row of “child” refers to one of “parent” that does not exist");
}

static void
test_require_sound (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = NULL;

  store_test_make_database (test->path, 300);
  store_test_flip_page (test->path, 8);
  connection = dd_connection_open (test->path, DD_CONNECTION_READ_ONLY, &error);
  g_assert_false (
      dd_database_check_require_sound (connection, "my.db", DD_DATABASE_CHECK_QUICK, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
  g_assert_true (g_str_has_prefix (error->message, "“my.db” is damaged ("));
}

/* A file is judged without changing it, or making anything beside it. */
static void
test_file (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_test_make_database (test->path, 300);
  g_assert_true (dd_database_check_file (test->path, 2, &error));
  g_assert_no_error (error);
  g_assert_false (dd_database_check_file (test->path, 1, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_TOO_NEW);
  g_clear_error (&error);
  store_test_flip_page (test->path, 8);
  g_assert_false (dd_database_check_file (test->path, 2, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/database-check/sound", test_sound);
  store_test_add ("/database-check/log-bytes", test_log_bytes);
  store_test_add ("/database-check/damaged", test_damaged);
  store_test_add ("/database-check/index-mismatch", test_index_mismatch);
  store_test_add ("/database-check/lost-reference", test_lost_reference);
  store_test_add ("/database-check/require-sound", test_require_sound);
  store_test_add ("/database-check/file", test_file);
  return g_test_run ();
}
