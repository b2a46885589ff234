/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The guard of a large database: it is read at once, and written only when it was found sound.
 */

#include "config.h"

#include "dd-database-guard.h"

#include "dd-connection-private.h"
#include "dd-database-file.h"
#include "store-test.h"

#define NOW G_GINT64_CONSTANT (1795000000)

/* With these a database has 25 MB, and page PAGE some of them. */
#define LARGE_ROWS 50000
#define PAGE       3000

/* What the check told. */
typedef struct
{
  int told; /* atomic */
  GError *error;
} Verdict;

static void
hear (gpointer data, const GError *error)
{
  Verdict *verdict = data;

  verdict->error = error != NULL ? g_error_copy (error) : NULL;
  g_atomic_int_inc (&verdict->told);
}

static DdConnection *
open_database (StoreTest *test)
{
  g_autoptr (GPtrArray) migrations =
      store_test_make_migrations (STORE_TEST_STEP_1, STORE_TEST_STEP_2, NULL);
  g_autoptr (GError) error = NULL;
  DdConnection *connection = dd_database_file_open (test->path, migrations, NOW, &error);

  g_assert_no_error (error);
  return connection;
}

static gboolean
insert (DdConnection *connection, gpointer data, GError **error)
{
  return dd_connection_exec (connection, "INSERT INTO item (name) VALUES ('new')", "Testing",
                             error);
}

static gboolean
write_item (DdConnection *connection, GError **error)
{
  return dd_connection_transaction (connection, insert, NULL, "Testing", error);
}

static void
assert_same (StoreTest *test, const char *path, GBytes *before)
{
  g_autoptr (GBytes) after = store_test_read (path);

  g_assert_true (g_bytes_equal (before, after));
}

/* Whoever writes gets what was found, and then nobody waits any more. */
static void
test_sound (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  Verdict verdict = { 0 };

  store_test_make_database (test->path, LARGE_ROWS);
  connection = open_database (test);
  dd_database_guard_tell (connection, hear, &verdict);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM item"), ==, LARGE_ROWS);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (write_item (connection, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpint (verdict.told, ==, 1);
  g_assert_no_error (verdict.error);
  g_assert_true (dd_database_guard_judge (connection, &error));
  store_test_exec (connection, "DELETE FROM item WHERE name = 'new'");
}

/* A small one is sound once it is open. */
static void
test_small (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = NULL;
  Verdict verdict = { 0 };

  store_test_make_database (test->path, 300);
  connection = open_database (test);
  dd_database_guard_tell (connection, hear, &verdict);
  g_assert_cmpint (verdict.told, ==, 1);
  g_assert_no_error (verdict.error);
  store_test_exec (connection, "DELETE FROM item");
}

/* Of a damaged one nothing is changed, whoever tries how often; what is read is still there. */
static void
test_damaged (StoreTest *test, gconstpointer data)
{
  DdConnection *connection;
  g_autoptr (GBytes) before = NULL;
  Verdict verdict = { 0 };

  store_test_make_database (test->path, LARGE_ROWS);
  store_test_flip_page (test->path, PAGE);
  before = store_test_read (test->path);
  connection = open_database (test);
  dd_database_guard_tell (connection, hear, &verdict);
  g_assert_true (dd_database_guard_judge (connection, NULL));
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (write_item (connection, &error));
      g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
      g_clear_error (&error);
      g_assert_false (dd_database_guard_judge (connection, &error));
      g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
    }
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM item WHERE id < 9"), ==,
                   8);
  dd_connection_close (connection);
  g_assert_cmpint (verdict.told, ==, 1);
  g_assert_error (verdict.error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
  g_error_free (verdict.error);
  assert_same (test, test->path, before);
}

/* What forgets to begin a transaction is refused, too. */
static void
test_without_transaction (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  store_test_make_database (test->path, LARGE_ROWS);
  connection = open_database (test);
  g_assert_false (insert (connection, NULL, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_READ_ONLY);
  g_assert_true (dd_connection_pass_gate (connection, NULL));
  g_assert_true (insert (connection, NULL, NULL));
}

/* Closed before the check was over, neither the file nor the log beside it has changed. */
static void
test_closed_early (StoreTest *test, gconstpointer data)
{
  g_autofree char *log = g_strconcat (test->path, "-wal", NULL);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) changes = NULL;
  DdConnection *connection;
  Verdict verdict = { 0 };

  store_test_make_database (test->path, LARGE_ROWS);
  connection = store_test_open (test);
  dd_connection_keep_log (connection, TRUE);
  store_test_exec (connection, "UPDATE item SET name = 'changed' WHERE id = 1");
  dd_connection_close (connection);
  file = store_test_read (test->path);
  changes = store_test_read (log);
  connection = open_database (test);
  dd_database_guard_tell (connection, hear, &verdict);
  g_assert_cmpint (store_test_get_int64 (connection,
                                         "SELECT count (*) FROM item WHERE name = 'changed'"),
                   ==, 1);
  dd_connection_close (connection);
  assert_same (test, test->path, file);
  assert_same (test, log, changes);
}

/* The end of a large file is looked for before it is opened. */
static void
test_truncated (StoreTest *test, gconstpointer data)
{
  g_autoptr (GPtrArray) migrations =
      store_test_make_migrations (STORE_TEST_STEP_1, STORE_TEST_STEP_2, NULL);
  g_autoptr (GBytes) good = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  const void *bytes;

  store_test_make_database (test->path, LARGE_ROWS);
  good = store_test_read (test->path);
  bytes = g_bytes_get_data (good, &size);
  store_test_write (test->path, bytes, size - 4096);
  g_assert_null (dd_database_file_open (test->path, migrations, NOW, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
}

/* What changes the form of a large file is not begun before all of it was read. */
static void
test_upgrade (StoreTest *test, gconstpointer data)
{
  g_autoptr (GPtrArray) migrations =
      store_test_make_migrations (STORE_TEST_STEP_1, STORE_TEST_STEP_2,
                                  "ALTER TABLE item ADD COLUMN more TEXT", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;

  store_test_make_database (test->path, LARGE_ROWS);
  store_test_flip_page (test->path, PAGE);
  before = store_test_read (test->path);
  g_assert_null (dd_database_file_open (test->path, migrations, NOW, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
  assert_same (test, test->path, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/database-guard/sound", test_sound);
  store_test_add ("/database-guard/small", test_small);
  store_test_add ("/database-guard/damaged", test_damaged);
  store_test_add ("/database-guard/without-transaction", test_without_transaction);
  store_test_add ("/database-guard/closed-early", test_closed_early);
  store_test_add ("/database-guard/truncated", test_truncated);
  store_test_add ("/database-guard/upgrade", test_upgrade);
  return g_test_run ();
}
