/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The steps of the database's form: all or nothing, once, and never past what is known.
 */

#include "config.h"

#include "dd-migrations.h"

#include "store-test.h"

#include <string.h>

#define STEP_1 "CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1)"
#define STEP_2 "ALTER TABLE t ADD COLUMN y TEXT; UPDATE t SET y = 'one'"

static gboolean
run (DdConnection *connection, const char *first, const char *second, GError **error)
{
  g_autoptr (GPtrArray) migrations = store_test_make_migrations (first, second, NULL);

  return dd_migrations_run (connection, migrations, error);
}

static void
test_fresh (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = store_test_open (test);

  g_assert_true (run (connection, STEP_1, STEP_2, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (connection, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (store_test_get_int64 (connection, "PRAGMA application_id"), ==,
                   DD_MIGRATION_APPLICATION_ID);
  g_assert_cmpint (store_test_get_int64 (connection, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT y = 'one' FROM t"), ==, 1);
}

/* What ran once is not run again, in this process or a later one. */
static void
test_again (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (DdConnection) connection = store_test_open (test);
      g_assert_true (run (connection, STEP_1, STEP_2, &error));
      g_assert_no_error (error);
      g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM t"), ==, 1);
    }
}

static void
test_from_older (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = store_test_open (test);

  g_assert_true (run (connection, STEP_1, NULL, &error));
  store_test_exec (connection, "INSERT INTO t VALUES (2)");
  g_assert_true (run (connection, STEP_1, STEP_2, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT sum (x) FROM t"), ==, 3);
  g_assert_cmpint (store_test_get_int64 (connection, "PRAGMA user_version"), ==, 2);
}

static void
test_too_new (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = store_test_open (test);

  store_test_exec (connection, "PRAGMA user_version=3");
  g_assert_false (run (connection, STEP_1, STEP_2, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_TOO_NEW);
  g_assert_nonnull (strstr (error->message, "number 3"));
  g_assert_nonnull (strstr (error->message, "up to 2"));
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM sqlite_schema"), ==, 0);
}

/* However a step fails, at its first statement or its last, the file stays at the step before. */
static void
test_failing_step (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *script;
    DdStoreError code;
  } cases[] = {
    { "wrong SQL", "CREATE TABLE u (x); DROP TABLE t; NONSENSE", DD_STORE_ERROR_FAILED },
    { "a rule broken",
      "CREATE TABLE u (x INTEGER CHECK (x > 1)) STRICT; INSERT INTO u SELECT x FROM t",
      DD_STORE_ERROR_CONSTRAINT },
    { "a reference to nothing",
      "CREATE TABLE u (x INTEGER REFERENCES t (y)) STRICT; INSERT INTO u VALUES (9)",
      DD_STORE_ERROR_CONSTRAINT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *first = "CREATE TABLE IF NOT EXISTS t (x INTEGER, y INTEGER PRIMARY KEY) STRICT;"
                          "INSERT INTO t VALUES (1, 1) ON CONFLICT DO NOTHING";
      g_autoptr (GError) error = NULL;
      g_autoptr (DdConnection) connection = store_test_open (test);

      g_test_message ("%s", cases[i].name);
      g_assert_false (run (connection, first, cases[i].script, &error));
      g_assert_error (error, DD_STORE_ERROR, (int) cases[i].code);
      g_assert_true (
          g_str_has_prefix (error->message, "Upgrading the database (0002-test) failed"));
      g_assert_cmpint (store_test_get_int64 (connection, "PRAGMA user_version"), ==, 1);
      g_assert_cmpint (store_test_get_int64 (connection, "PRAGMA foreign_keys"), ==, 1);
      g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM sqlite_schema"), ==,
                       1);
      g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM t"), ==, 1);
    }
}

/* A table that others refer to can be made anew, as ALTER TABLE's documentation describes. */
static void
test_rebuild_referenced_table (StoreTest *test, gconstpointer data)
{
  const char *first =
      "CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;"
      "CREATE TABLE child (parent INTEGER REFERENCES parent (id) ON DELETE CASCADE) STRICT;"
      "INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1)";
  const char *second = "CREATE TABLE new_parent (id INTEGER PRIMARY KEY, name TEXT) STRICT;"
                       "INSERT INTO new_parent SELECT id, 'kept' FROM parent;"
                       "DROP TABLE parent; ALTER TABLE new_parent RENAME TO parent";
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = store_test_open (test);

  g_assert_true (run (connection, first, second, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM child"), ==, 1);
  g_assert_cmpint (store_test_get_int64 (connection,
                                         "SELECT count(*) FROM parent WHERE name = 'kept'"),
                   ==, 1);
}

static gpointer
migrate_in_thread (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = store_test_open (data);

  run (connection, STEP_1, STEP_2, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM t"), ==, 1);
  return NULL;
}

/* All of those who migrate at once find it done, and it is done once. */
static void
test_at_once (StoreTest *test, gconstpointer data)
{
  GThread *threads[4];

  dd_connection_close (store_test_open (test));
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("migrate", migrate_in_thread, test);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* The steps that ship are numbered without a gap, have no transaction of their own, and run. */
static void
test_shipped (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = store_test_open (test);
  g_autoptr (GPtrArray) migrations = dd_migrations_load ();

  dd_migrations_run (connection, migrations, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (connection, "PRAGMA user_version"), ==,
                   dd_migrations_get_newest (migrations));
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM pragma_integrity_check"
                                                     " WHERE integrity_check <> 'ok'"),
                   ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/migrations/fresh", test_fresh);
  store_test_add ("/migrations/again", test_again);
  store_test_add ("/migrations/from-older", test_from_older);
  store_test_add ("/migrations/too-new", test_too_new);
  store_test_add ("/migrations/failing-step", test_failing_step);
  store_test_add ("/migrations/rebuild-referenced-table", test_rebuild_referenced_table);
  store_test_add ("/migrations/at-once", test_at_once);
  store_test_add ("/migrations/shipped", test_shipped);
  return g_test_run ();
}
