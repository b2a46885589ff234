/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdConnection: how a file is opened, what a transaction keeps, what the cache gives back.
 */

#include "config.h"

#include "dd-connection.h"

#include "dd-connection-private.h"
#include "store-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static void
test_pragmas (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gint64 expected;
  } pragmas[] = {
    { "PRAGMA synchronous", 2 },
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 },
    { "PRAGMA busy_timeout", DD_CONNECTION_BUSY_MS },
    { "SELECT journal_mode = 'wal' FROM pragma_journal_mode", 1 },
  };
  g_autoptr (DdConnection) connection = store_test_open (test);

  for (gsize i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      g_test_message ("%s", pragmas[i].sql);
      g_assert_cmpint (store_test_get_int64 (connection, pragmas[i].sql), ==, pragmas[i].expected);
    }
  g_assert_cmpstr (dd_connection_get_path (connection), ==, test->path);
}

/* A double-quoted word is a column's name, never quietly a text. */
static void
test_quoted_words_are_names (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = store_test_open (test);

  g_assert_false (dd_connection_exec (connection, "SELECT \"word\"", "Looking", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "Looking failed: "));
}

/* What Drydock makes nobody else can read, the files beside it neither. */
static void
test_create_is_private (StoreTest *test, gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr (DdConnection) connection = NULL;
  mode_t old = umask (0);

  connection = store_test_open (test);
  store_test_exec (connection, "CREATE TABLE t (x INTEGER) STRICT");
  umask (old);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (test->path, suffixes[i], NULL);
      GStatBuf status;

      g_assert_no_errno (g_stat (path, &status));
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
}

static void
test_create_new (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection =
      dd_connection_open (test->path, DD_CONNECTION_CREATE, &error);
  g_autofree char *log = g_strconcat (test->path, "-wal", NULL);

  g_assert_no_error (error);
  store_test_exec (connection, "CREATE TABLE t (x INTEGER) STRICT");
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_null (dd_connection_open (test->path, DD_CONNECTION_CREATE, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);
}

static void
test_create_nowhere (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (test->folder, "missing", "drydock.db", NULL);

  g_assert_null (dd_connection_open (path, DD_CONNECTION_CREATE, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
}

static void
test_open_missing (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_connection_open (test->path, DD_CONNECTION_READ_WRITE, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, test->path));
  g_assert_false (g_file_test (test->path, G_FILE_TEST_EXISTS));
}

static void
test_read_only (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) reader = NULL;

  {
    g_autoptr (DdConnection) writer = store_test_open (test);
    store_test_exec (writer, "CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (7)");
  }
  reader = dd_connection_open (test->path, DD_CONNECTION_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (reader, "SELECT x FROM t"), ==, 7);
  g_assert_false (dd_connection_exec (reader, "DELETE FROM t", "Deleting", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (store_test_get_int64 (reader, "SELECT x FROM t"), ==, 7);
}

static void
test_get_int64_of_nothing (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = store_test_open (test);

  g_assert_cmpint (store_test_get_int64 (connection, "SELECT 5 WHERE 0"), ==, 0);
}

typedef struct
{
  gboolean succeed;
  const char *then; /* run after the first row is in */
} Work;

static gboolean
insert_one (DdConnection *connection, gpointer data, GError **error)
{
  Work *work = data;

  g_assert_true (dd_connection_in_transaction (connection));
  if (!dd_connection_exec (connection, "INSERT INTO t VALUES (1)", "Adding", error))
    return FALSE;
  if (work->then != NULL && !dd_connection_exec (connection, work->then, "Adding", error))
    return FALSE;
  if (!work->succeed)
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT, "changed elsewhere");
  return work->succeed;
}

/* Either all of it is kept, or nothing and the error of what failed is told. */
static void
test_transaction (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    const char *name;
    Work work;
    int code;
    gint64 rows;
  } cases[] = {
    { "kept", { TRUE, NULL }, -1, 1 },
    { "refused by the caller", { FALSE, NULL }, DD_STORE_ERROR_CONFLICT, 0 },
    { "a rule broken", { TRUE, "INSERT INTO t VALUES (0)" }, DD_STORE_ERROR_CONSTRAINT, 0 },
    { "rolled back inside", { TRUE, "ROLLBACK" }, DD_STORE_ERROR_FAILED, 0 },
    { "wrong SQL", { TRUE, "INSERT INTO nowhere VALUES (0)" }, DD_STORE_ERROR_FAILED, 0 },
  };
  g_autoptr (DdConnection) connection = store_test_open (test);

  store_test_exec (connection, "CREATE TABLE t (x INTEGER CHECK (x > 0)) STRICT");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      Work work = cases[i].work;
      gboolean kept = dd_connection_transaction (connection, insert_one, &work, "Adding", &error);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (kept, ==, cases[i].code == -1);
      if (!kept)
        g_assert_error (error, DD_STORE_ERROR, cases[i].code);
      g_assert_false (dd_connection_in_transaction (connection));
      g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM t"), ==,
                       cases[i].rows);
      store_test_exec (connection, "DELETE FROM t");
    }
}

static void
test_changes_and_rowid (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = store_test_open (test);

  store_test_exec (connection, "CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1), (2)");
  g_assert_cmpint (dd_connection_get_last_rowid (connection), ==, 2);
  store_test_exec (connection, "UPDATE t SET x = 3 WHERE x = 2");
  g_assert_cmpint (dd_connection_get_changes (connection), ==, 1);
  store_test_exec (connection, "UPDATE t SET x = 3 WHERE x = 99");
  g_assert_cmpint (dd_connection_get_changes (connection), ==, 0);
}

/* What a snapshot reads twice is the same twice, though another connection writes between. */
static gboolean
read_twice (DdConnection *connection, gpointer data, GError **error)
{
  DdConnection *writer = data;
  gint64 before = store_test_get_int64 (connection, "SELECT count(*) FROM t");

  store_test_exec (writer, "INSERT INTO t VALUES (1)");
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM t"), ==, before);
  return TRUE;
}

static void
test_snapshot (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) writer = store_test_open (test);
  g_autoptr (DdConnection) reader = NULL;

  store_test_exec (writer, "CREATE TABLE t (x INTEGER) STRICT");
  reader = store_test_open (test);
  g_assert_true (dd_connection_snapshot (reader, read_twice, writer, "Reading", &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (reader, "SELECT count(*) FROM t"), ==, 1);
}

/* A writer that another one keeps out gives up after its time, and is let in later. */
static void
test_busy (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) holder = store_test_open (test);
  g_autoptr (DdConnection) waiter = NULL;
  Work work = { TRUE, NULL };

  store_test_exec (holder, "CREATE TABLE t (x INTEGER) STRICT");
  waiter = store_test_open (test);
  sqlite3_busy_timeout (dd_connection_get_handle (waiter), 1);
  store_test_exec (holder, "BEGIN IMMEDIATE");
  g_assert_false (dd_connection_transaction (waiter, insert_one, &work, "Adding", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_BUSY);
  g_assert_cmpstr (error->message, ==,
                   "Adding failed: another program is using the database. Nothing was changed; try "
                   "again in a moment.");
  g_clear_error (&error);
  store_test_exec (holder, "COMMIT");
  g_assert_true (dd_connection_transaction (waiter, insert_one, &work, "Adding", &error));
  g_assert_no_error (error);
}

/* When no page more is to be had nothing is lost, and the same works once there is room. */
static void
test_full (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = store_test_open (test);
  Work work = { TRUE, "INSERT INTO big VALUES (zeroblob (100000))" };

  store_test_exec (connection,
                   "CREATE TABLE t (x INTEGER) STRICT; CREATE TABLE big (x BLOB) STRICT;"
                   "PRAGMA max_page_count=5");
  g_assert_false (dd_connection_transaction (connection, insert_one, &work, "Adding", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM t"), ==, 0);
  store_test_exec (connection, "PRAGMA max_page_count=1000");
  g_assert_true (dd_connection_transaction (connection, insert_one, &work, "Adding", &error));
  g_assert_no_error (error);
}

/* The same text gives the same statement while it is remembered, and never one that is in use. */
static void
test_cache (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = store_test_open (test);
  DdStatement *first = dd_connection_prepare (connection, "SELECT 1", "Testing", NULL);
  DdStatement *second = dd_connection_prepare (connection, "SELECT 1", "Testing", NULL);

  g_assert_true (first != second);
  dd_statement_release (first);
  dd_statement_release (second);
  second = dd_connection_prepare (connection, "SELECT 1", "Testing again", NULL);
  g_assert_true (second == first);
  dd_statement_release (second);
}

static guint
count_prepared (DdConnection *connection)
{
  guint count = 0;
  sqlite3_stmt *statement = NULL;

  while ((statement = sqlite3_next_stmt (dd_connection_get_handle (connection), statement)))
    count++;
  return count;
}

/* However many different statements pass, only a bounded number is kept, the latest. */
static void
test_cache_is_bounded (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = store_test_open (test);

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %d", i);
      g_autoptr (DdStatement) statement = dd_connection_prepare (connection, sql, "Testing", NULL);
      g_assert_nonnull (statement);
    }
  g_assert_cmpuint (count_prepared (connection), ==, 64);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/connection/pragmas", test_pragmas);
  store_test_add ("/connection/quoted-words-are-names", test_quoted_words_are_names);
  store_test_add ("/connection/create-is-private", test_create_is_private);
  store_test_add ("/connection/create-new", test_create_new);
  store_test_add ("/connection/create-nowhere", test_create_nowhere);
  store_test_add ("/connection/open-missing", test_open_missing);
  store_test_add ("/connection/read-only", test_read_only);
  store_test_add ("/connection/get-int64-of-nothing", test_get_int64_of_nothing);
  store_test_add ("/connection/transaction", test_transaction);
  store_test_add ("/connection/changes-and-rowid", test_changes_and_rowid);
  store_test_add ("/connection/snapshot", test_snapshot);
  store_test_add ("/connection/busy", test_busy);
  store_test_add ("/connection/full", test_full);
  store_test_add ("/connection/cache", test_cache);
  store_test_add ("/connection/cache-is-bounded", test_cache_is_bounded);
  return g_test_run ();
}
