/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What a database of the size of 10,000 cases costs to open, to check, to edit, to copy and to
 * watch.
 */

#include "config.h"

#include "bench-clock.h"
#include "dd-backup.h"
#include "dd-database-check.h"
#include "dd-database-private.h"
#include "dd-store-file.h"
#include "store-test.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#define NOW          1795000000
#define ROWS         170000
#define EDITS        500
#define CHANGES      20
#define IDLE_SECONDS 5

static GPtrArray *
make_migrations (void)
{
  return store_test_make_migrations (STORE_TEST_STEP_1, STORE_TEST_STEP_2,
                                     "CREATE INDEX by_name ON item (name)", NULL);
}

static DdDatabase *
open_database (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  DdDatabase *database = dd_database_new_with_migrations (test->path, make_migrations ());

  dd_database_open_sync (database, NOW, &error);
  bench_stop_on_error (error);
  return database;
}

static gboolean
fill (DdConnection *connection, gpointer data, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                       " INSERT INTO item SELECT i, 'item number ' || (i * 7919 %% 1000003),"
                       " hex (randomblob (210)) FROM n LIMIT %d",
                       ROWS);

  return dd_connection_exec (connection, sql, "Filling", error);
}

static gboolean
edit (DdConnection *connection, gpointer number, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, "UPDATE item SET name = ?2 WHERE id = ?1", "Editing",
                             error);

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_int64 (statement, 1, 1 + *(int *) number * 331 % ROWS);
  dd_statement_bind_text (statement, 2, "edited", -1);
  return dd_statement_run (statement, error);
}

static gboolean
check (DdConnection *connection, gpointer depth, GError **error)
{
  return dd_database_check_require_sound (connection, "it", *(DdDatabaseCheckDepth *) depth, error);
}

/* --- What is measured --- */

static void
run (DdDatabase *database, DdConnectionFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  dd_database_run_sync (database, func, data, &error);
  bench_stop_on_error (error);
}

static double
get_milliseconds_since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static void
open_and_close (gpointer test)
{
  g_autoptr (DdDatabase) database = open_database (test);

  dd_database_close_sync (database);
}

static void
measure_checks (DdDatabase *database)
{
  for (int depth = DD_DATABASE_CHECK_QUICK; depth <= DD_DATABASE_CHECK_FULL; depth++)
    {
      gint64 begin = g_get_monotonic_time ();

      run (database, check, &depth);
      printf ("database: %s check %.0f ms\n", depth == DD_DATABASE_CHECK_QUICK ? "quick" : "full",
              get_milliseconds_since (begin));
    }
}

static int
compare_doubles (const void *first, const void *second)
{
  double a = *(const double *) first;
  double b = *(const double *) second;

  return (a > b) - (a < b);
}

static void
print_distribution (const char *what, double *milliseconds, guint count)
{
  qsort (milliseconds, count, sizeof (double), compare_doubles);
  printf ("database: %s median %.2f ms, longest %.2f ms (%u times)\n", what,
          milliseconds[count / 2], milliseconds[count - 1], count);
}

static void
measure_edits (DdDatabase *database)
{
  double milliseconds[EDITS];

  for (int i = 0; i < EDITS; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      run (database, edit, &i);
      milliseconds[i] = get_milliseconds_since (begin);
    }
  print_distribution ("one durable edit", milliseconds, EDITS);
}

static void
count_signal (DdDatabase *database, gpointer count)
{
  (*(int *) count)++;
}

static void
measure_changes (DdDatabase *database, StoreTest *test)
{
  g_autoptr (DdDatabase) watcher = open_database (test);
  double milliseconds[CHANGES];
  int count = 0;

  g_signal_connect (watcher, "changed", G_CALLBACK (count_signal), &count);
  dd_database_set_watching (watcher, TRUE);
  for (int i = 0; i < CHANGES; i++)
    {
      int before = count;
      gint64 begin;

      run (database, edit, &i);
      begin = g_get_monotonic_time ();
      while (count == before)
        g_main_context_iteration (NULL, TRUE);
      milliseconds[i] = get_milliseconds_since (begin);
    }
  print_distribution ("another's change is seen after", milliseconds, CHANGES);
}

static double
get_cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void
measure_idling (DdDatabase *database)
{
  double begin;

  dd_database_set_watching (database, TRUE);
  g_usleep (G_USEC_PER_SEC);
  begin = get_cpu_seconds ();
  g_usleep (IDLE_SECONDS * G_USEC_PER_SEC);
  printf ("database: watching costs %.3f %% of a processor\n",
          (get_cpu_seconds () - begin) / IDLE_SECONDS * 100);
  dd_database_set_watching (database, FALSE);
}

static void
measure_backup (DdDatabase *database, StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  gint64 begin = g_get_monotonic_time ();

  backup = dd_backup_make (test->path, DD_BACKUP_REGULAR, NOW, NULL, &error);
  bench_stop_on_error (error);
  printf ("database: backup %.0f ms\n", get_milliseconds_since (begin));
  begin = g_get_monotonic_time ();
  dd_database_restore_sync (database, backup, NOW, &error);
  bench_stop_on_error (error);
  printf ("database: restore %.0f ms\n", get_milliseconds_since (begin));
}

int
main (int argc, char *argv[])
{
  StoreTest test;

  store_test_set_up (&test, NULL);
  {
    g_autoptr (DdDatabase) database = open_database (&test);

    run (database, fill, NULL);
    dd_database_close_sync (database);
    printf ("database: %.0f MB\n", (double) dd_store_file_get_size (test.path) / 1e6);
    open_and_close (&test);
    printf ("database: open and close %.0f ms\n",
            bench_best_milliseconds (open_and_close, &test, 3));
    dd_database_open_sync (database, NOW, NULL);
    measure_checks (database);
    measure_edits (database);
    measure_changes (database, &test);
    measure_idling (database);
    measure_backup (database, &test);
  }
  store_test_tear_down (&test, NULL);
  return 0;
}
