/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdDatabase: jobs in order on one thread, answers in the caller's context, news as signals.
 */

#include "config.h"

#include "dd-database-private.h"

#include "store-test.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW 1795000000

static DdDatabase *
make_database (StoreTest *test)
{
  return dd_database_new_with_migrations (test->path,
                                          store_test_make_migrations (STORE_TEST_STEP_1, NULL));
}

static DdDatabase *
open_database (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  DdDatabase *database = make_database (test);

  dd_database_open_sync (database, NOW, &error);
  g_assert_no_error (error);
  return database;
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
add_item (DdConnection *connection, gpointer name, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, "INSERT INTO item (name) VALUES (?1)", "Adding", error);

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, name, -1);
  return dd_statement_run (statement, error);
}

static gboolean
count_items (DdConnection *connection, gpointer count, GError **error)
{
  return dd_connection_get_int64 (connection, "SELECT count(*) FROM item", "Counting", count,
                                  error);
}

static void
test_new_destroy (StoreTest *test, gconstpointer data)
{
  DdDatabase *database = make_database (test);

  g_assert_cmpstr (dd_database_get_path (database), ==, test->path);
  g_assert_finalize_object (database);
  g_assert_false (g_file_test (test->path, G_FILE_TEST_EXISTS));
}

static void
test_sync (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdDatabase) database = open_database (test);
  gint64 count = 0;

  g_assert_true (dd_database_run_sync (database, add_item, (gpointer) "one", &error));
  g_assert_true (dd_database_run_sync (database, count_items, &count, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count, ==, 1);
  dd_database_close_sync (database);
}

/* What a job fails with comes back as it is. */
static void
test_sync_error (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdDatabase) database = open_database (test);

  g_assert_false (dd_database_run_sync (database, add_item, (gpointer) "\xff", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);
}

static void
test_async (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdDatabase) database = make_database (test);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) added = NULL;
  g_autoptr (GAsyncResult) counted = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  gpointer count;

  dd_database_open_async (database, NOW, NULL, keep_result, &opened);
  dd_database_run_async (database, add_item, g_strdup ("one"), g_free, NULL, keep_result, &added);
  dd_database_run_async (database, count_items, g_new0 (gint64, 1), g_free, NULL, keep_result,
                         &counted);
  dd_database_close_async (database, NULL, keep_result, &closed);
  wait_for (&closed);
  g_assert_true (dd_database_open_finish (database, opened, &error));
  g_assert_true (dd_database_run_finish (database, added, NULL, &error));
  g_assert_true (dd_database_run_finish (database, counted, &count, &error));
  g_assert_cmpint (*(gint64 *) count, ==, 1);
  g_assert_true (dd_database_close_finish (database, closed, &error));
  g_assert_no_error (error);
}

typedef struct
{
  GArray *order; /* (unowned) */
  int number;
} Turn;

static gboolean
note_turn (DdConnection *connection, gpointer data, GError **error)
{
  const Turn *turn = data;

  g_array_append_val (turn->order, turn->number);
  return TRUE;
}

/* Jobs are done in the order in which they were given, and closing waits for them all. */
static void
test_order (StoreTest *test, gconstpointer data)
{
  enum
  {
    JOBS = 500
  };
  g_autoptr (DdDatabase) database = open_database (test);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (int));
  Turn turns[JOBS];

  for (int i = 0; i < JOBS; i++)
    {
      turns[i] = (Turn){ order, i };
      dd_database_run_async (database, note_turn, &turns[i], NULL, NULL, NULL, NULL);
    }
  dd_database_close_sync (database);
  g_assert_cmpuint (order->len, ==, JOBS);
  for (int i = 0; i < JOBS; i++)
    g_assert_cmpint (g_array_index (order, int, i), ==, i);
}

static void
test_closed (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdDatabase) database = make_database (test);
  g_autoptr (GAsyncResult) result = NULL;
  gint64 count;

  dd_database_run_async (database, count_items, &count, NULL, NULL, keep_result, &result);
  wait_for (&result);
  g_assert_false (dd_database_run_finish (database, result, NULL, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CLOSED);
  g_assert_nonnull (strstr (error->message, test->path));
}

/* Open, close, open: as often as one likes, and twice in a row is no error. */
static void
test_reopen (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdDatabase) database = make_database (test);
  gint64 count;

  for (int i = 0; i < 3; i++)
    {
      g_assert_true (dd_database_open_sync (database, NOW, &error));
      g_assert_true (dd_database_open_sync (database, NOW, &error));
      g_assert_true (dd_database_run_sync (database, add_item, (gpointer) "one", &error));
      g_assert_true (dd_database_run_sync (database, count_items, &count, &error));
      g_assert_cmpint (count, ==, i + 1);
      dd_database_close_sync (database);
      dd_database_close_sync (database);
    }
  g_assert_no_error (error);
}

static void
test_cancelled_before (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdDatabase) database = open_database (test);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  gint64 count;

  g_cancellable_cancel (cancellable);
  dd_database_run_async (database, add_item, (gpointer) "one", NULL, cancellable, keep_result,
                         &result);
  wait_for (&result);
  g_assert_false (dd_database_run_finish (database, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (dd_database_run_sync (database, count_items, &count, NULL));
  g_assert_cmpint (count, ==, 0);
}

/* Writes, then counts for ever: it ends because it is cancelled, and what it wrote is gone. */
static gboolean
write_endlessly (DdConnection *connection, gpointer cancellable, GError **error)
{
  store_test_exec (connection, "INSERT INTO item (name) VALUES ('half')");
  g_cancellable_cancel (cancellable);
  return dd_connection_exec (connection,
                             "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                             " SELECT count(*) FROM n",
                             "Counting for ever", error);
}

static gboolean
write_endlessly_in_transaction (DdConnection *connection, gpointer cancellable, GError **error)
{
  return dd_connection_transaction (connection, write_endlessly, cancellable, "Counting for ever",
                                    error);
}

static void
test_cancelled_meanwhile (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdDatabase) database = open_database (test);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  gint64 count;

  dd_database_run_async (database, write_endlessly_in_transaction, cancellable, NULL, cancellable,
                         keep_result, &result);
  wait_for (&result);
  g_assert_false (dd_database_run_finish (database, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (dd_database_run_sync (database, count_items, &count, NULL));
  g_assert_cmpint (count, ==, 0);
}

static void
count_signal (DdDatabase *database, gpointer count)
{
  (*(int *) count)++;
}

/* One's own change is told once it is done; reading tells nothing. */
static void
test_changed_by_oneself (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdDatabase) database = open_database (test);
  gint64 items;
  int count = 0;

  g_signal_connect (database, "changed", G_CALLBACK (count_signal), &count);
  g_assert_true (dd_database_run_sync (database, count_items, &items, NULL));
  dd_database_close_sync (database);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (count, ==, 0);
  g_assert_true (dd_database_open_sync (database, NOW, NULL));
  g_assert_true (dd_database_run_sync (database, add_item, (gpointer) "one", NULL));
  while (count == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Another's change is told to who watches, without any job of one's own. */
static void
test_changed_by_another (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdDatabase) watcher = open_database (test);
  g_autoptr (DdDatabase) writer = open_database (test);
  int count = 0;

  g_signal_connect (watcher, "changed", G_CALLBACK (count_signal), &count);
  dd_database_set_watching (watcher, TRUE);
  for (int i = 1; i <= 3; i++)
    {
      g_assert_true (dd_database_run_sync (writer, add_item, (gpointer) "one", NULL));
      while (count < i)
        g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpint (count, ==, 3);
}

/* What another process runs as: adds one item to the database at @path. */
static int
add_item_to (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = dd_connection_open (path, DD_CONNECTION_READ_WRITE, &error);

  return connection != NULL && add_item (connection, (gpointer) "one", &error) ? 0 : 1;
}

static void
test_changed_by_another_process (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdDatabase) watcher = open_database (test);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  int count = 0;

  g_signal_connect (watcher, "changed", G_CALLBACK (count_signal), &count);
  dd_database_set_watching (watcher, TRUE);
  for (int i = 1; i <= 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) writer = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program,
                                                         "--add-item", test->path, NULL);

      g_assert_no_error (error);
      g_assert_true (g_subprocess_wait_check (writer, NULL, &error));
      while (count < i)
        g_main_context_iteration (NULL, TRUE);
    }
}

/* The signal comes in the context that was the default when the database was made. */
static void
test_changed_in_own_context (StoreTest *test, gconstpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (DdDatabase) database = NULL;
  int count = 0;

  g_main_context_push_thread_default (context);
  database = open_database (test);
  g_main_context_pop_thread_default (context);
  g_signal_connect (database, "changed", G_CALLBACK (count_signal), &count);
  g_assert_true (dd_database_run_sync (database, add_item, (gpointer) "one", NULL));
  while (count == 0)
    g_main_context_iteration (context, TRUE);
}

/* A file that is taken away is not written to any more, nor is what stands in its place. */
static void
test_moved (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdDatabase) database = open_database (test);
  g_autofree char *elsewhere = store_test_build_path (test, "elsewhere.db");
  int count = 0;

  g_signal_connect (database, "moved", G_CALLBACK (count_signal), &count);
  dd_database_set_watching (database, TRUE);
  g_assert_no_errno (g_rename (test->path, elsewhere));
  while (count == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (dd_database_run_sync (database, add_item, (gpointer) "one", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CLOSED);
  g_assert_nonnull (strstr (error->message, "moved or replaced"));
}

static void
drop (gpointer database)
{
  g_object_unref (database);
}

/* The data of a job may hold the database's last reference: it ends in the caller's context. */
static void
test_last_reference_in_a_job (StoreTest *test, gconstpointer data)
{
  for (int i = 0; i < 100; i++)
    {
      DdDatabase *database = open_database (test);
      GWeakRef gone;

      g_weak_ref_init (&gone, database);
      dd_database_run_async (database, count_items, g_new0 (gint64, 1), g_free, NULL, NULL, NULL);
      dd_database_close_async (database, NULL, NULL, NULL);
      g_idle_add_once (drop, database);
      while (TRUE)
        {
          g_autoptr (DdDatabase) alive = g_weak_ref_get (&gone);
          if (alive == NULL)
            break;
          g_clear_object (&alive);
          g_main_context_iteration (NULL, TRUE);
        }
      g_weak_ref_clear (&gone);
    }
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--add-item"))
    return add_item_to (argv[2]);
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/database/new-destroy", test_new_destroy);
  store_test_add ("/database/sync", test_sync);
  store_test_add ("/database/sync-error", test_sync_error);
  store_test_add ("/database/async", test_async);
  store_test_add ("/database/order", test_order);
  store_test_add ("/database/closed", test_closed);
  store_test_add ("/database/reopen", test_reopen);
  store_test_add ("/database/cancelled-before", test_cancelled_before);
  store_test_add ("/database/cancelled-meanwhile", test_cancelled_meanwhile);
  store_test_add ("/database/changed-by-oneself", test_changed_by_oneself);
  store_test_add ("/database/changed-by-another", test_changed_by_another);
  store_test_add ("/database/changed-by-another-process", test_changed_by_another_process);
  store_test_add ("/database/changed-in-own-context", test_changed_in_own_context);
  store_test_add ("/database/moved", test_moved);
  store_test_add ("/database/last-reference-in-a-job", test_last_reference_in_a_job);
  return g_test_run ();
}
