/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The program that is killed, and the one that kills it and looks at what is left.
 *
 * Rounds share a database for a while, so that each also recovers what the one before left; then a
 * new one is begun, so that making one is interrupted, too. Each round opens it a day later, so
 * that the daily backup is under way as well.
 */

#include "config.h"

#include "crash-harness.h"

#include "dd-backup-folder.h"
#include "dd-database-check.h"
#include "dd-database.h"
#include "dd-journal.h"
#include "dd-records.h"
#include "delivery/dd-entities.h"
#include "store-test.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHILD               "--crash-child"
#define COUNTER_ID          "00000000-0000-4000-8000-000000000001"
#define ROWS_PER_ACTION     4
#define CONTENT_BYTES       8192
#define ROUNDS_PER_DATABASE 25
#define FIRST_DAY           20000
#define SECONDS_PER_DAY     86400

/* --- The program that is killed --- */

static GBytes *
make_content (gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%*" G_GINT64_FORMAT, CONTENT_BYTES, number);

  return g_bytes_new (text, strlen (text));
}

/* Returns: (transfer full): the record whose note is the number of the last action */
static DdRecord *
load_counter (DdConnection *connection)
{
  DdRecord *counter = dd_records_load (connection, &dd_customer_entity, COUNTER_ID, NULL);

  if (counter == NULL)
    {
      counter = dd_record_new (&dd_customer_entity, COUNTER_ID);
      dd_record_set_text (counter, "name", "counter");
    }
  return counter;
}

static void
add_rows (DdAction *action, gint64 number)
{
  for (int row = 1; row <= ROWS_PER_ACTION; row++)
    {
      g_autoptr (DdRecord) record = dd_record_new (&dd_customer_entity, NULL);
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT "/%d", number, row);

      dd_record_set_text (record, "name", name);
      dd_action_save (action, record);
    }
}

static gboolean
commit_action (DdConnection *connection, gpointer data, GError **error)
{
  gint64 number = *(gint64 *) data;
  g_autoptr (DdAction) action = dd_action_new ("Anna", number, "Number %s", "n", NULL);
  g_autoptr (DdRecord) counter = load_counter (connection);
  g_autoptr (GBytes) content = make_content (number);
  g_autofree char *note = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add_rows (action, number);
  dd_record_set_text (counter, "note", note);
  dd_action_save (action, counter);
  dd_action_keep (action, content);
  return dd_journal_commit (connection, action, NULL, error);
}

static gboolean
acknowledge (gint64 number)
{
  return write (STDOUT_FILENO, &number, sizeof number) == sizeof number;
}

gboolean
crash_harness_run_child (int argc, char *argv[])
{
  g_autoptr (DdDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number, now;

  if (argc != 5 || strcmp (argv[1], CHILD) != 0)
    return FALSE;
  number = g_ascii_strtoll (argv[3], NULL, 10);
  now = g_ascii_strtoll (argv[4], NULL, 10);
  database = dd_database_new (argv[2]);
  if (dd_database_open_sync (database, now, &error))
    while (dd_database_run_sync (database, commit_action, &number, &error) && acknowledge (number))
      number++;
  fprintf (stderr, "%s\n", error != NULL ? error->message : "nobody listens");
  return TRUE;
}

/* --- The one that kills it --- */

typedef struct
{
  StoreTest test;
  GRand *rand; /* (owned) */
  guint32 seed;
  guint round;
  gint64 last;     /* the number of the last action that is there */
  gint64 promised; /* and of the last that was acknowledged */
} Harness;

#define assert_harness(self, condition)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!(condition))                                                                              \
      g_error ("seed %u, round %u: %s", (self)->seed, (self)->round, #condition);                  \
  }                                                                                                \
  G_STMT_END

static gint64
get_now (Harness *self)
{
  return (gint64) (FIRST_DAY + self->round) * SECONDS_PER_DAY;
}

static GPid
spawn_child (Harness *self, int *output)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->last + 1);
  g_autofree char *now =
      g_strdup_printf ("%u", (FIRST_DAY + self->round) * (guint) SECONDS_PER_DAY);
  char *arguments[] = {
    (char *) "/proc/self/exe", (char *) CHILD, self->test.path, number, now, NULL
  };
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  GPid child;

  arguments[0] = program;
  g_spawn_async_with_pipes (NULL, arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child,
                            NULL, output, NULL, &error);
  g_assert_no_error (error);
  return child;
}

/* Returns: whether there was another acknowledgement; waits for it until @deadline, in monotonic
 * microseconds, for ever if that is -1 */
static gboolean
read_acknowledgement (Harness *self, int output, gint64 deadline)
{
  GPollFD poll = { output, G_IO_IN | G_IO_HUP, 0 };
  gint64 left = deadline == -1 ? -1 : MAX (0, deadline - g_get_monotonic_time ());
  gint64 number;

  if (g_poll (&poll, 1, left == -1 ? -1 : (int) (left / 1000)) != 1)
    return FALSE;
  if (read (output, &number, sizeof number) != sizeof number)
    return FALSE;
  assert_harness (self, number == self->promised + 1);
  self->promised = number;
  return TRUE;
}

/* At some instant after its start, which may be before anything was done, or in the middle of the
 * work some time after an acknowledgement. */
static void
wait_for_instant (Harness *self, int output)
{
  gint64 deadline = g_get_monotonic_time () + g_rand_int_range (self->rand, 0, 60000);
  int acknowledgements = g_rand_int_range (self->rand, 0, 60);

  if (g_rand_boolean (self->rand))
    while (acknowledgements-- > 0 && read_acknowledgement (self, output, -1))
      ;
  else
    while (read_acknowledgement (self, output, deadline))
      ;
}

static void
kill_child (Harness *self)
{
  int output, status;
  GPid child;

  self->promised = self->last;
  child = spawn_child (self, &output);
  wait_for_instant (self, output);
  assert_harness (self, kill (child, SIGKILL) == 0);
  while (read_acknowledgement (self, output, -1))
    ;
  assert_harness (self, waitpid (child, &status, 0) == child);
  assert_harness (self, WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  g_assert_true (g_close (output, NULL));
}

static gint64
get (Harness *self, DdConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  if (!dd_connection_get_int64 (connection, sql, "Looking", &value, &error))
    g_error ("seed %u, round %u: %s", self->seed, self->round, error->message);
  return value;
}

/* Each action has all its rows, or none; the numbers have no gap. */
static void
check_actions (Harness *self, DdConnection *connection)
{
  self->last = get (self, connection, "SELECT count(*) FROM journal_actions");
  assert_harness (self, self->last >= self->promised && self->last <= self->promised + 1);
  assert_harness (self, get (self, connection,
                             "SELECT count(*) FROM customers WHERE name GLOB '[0-9]*/[1-4]'")
                            == self->last * ROWS_PER_ACTION);
  assert_harness (self, get (self, connection,
                             "SELECT count(*) FROM (SELECT 1 FROM customers WHERE name GLOB '*/*'"
                             " GROUP BY CAST (name AS INTEGER) HAVING count(*) <> 4)")
                            == 0);
  assert_harness (self, get (self, connection, "SELECT max (CAST (name AS INTEGER)) FROM customers")
                            == self->last);
  assert_harness (self, get (self, connection, "SELECT note FROM customers WHERE name = 'counter'")
                            == self->last);
  assert_harness (self, get (self, connection, "SELECT count(*) FROM journal_changes")
                            == self->last * (ROWS_PER_ACTION + 1));
  assert_harness (self,
                  get (self, connection, "SELECT count(*) FROM journal_contents") == self->last);
}

static gboolean
check_database (DdConnection *connection, gpointer data, GError **error)
{
  Harness *self = data;
  g_autoptr (DdDatabaseCheck) check =
      dd_database_check_run (connection, DD_DATABASE_CHECK_FULL, error);

  if (check == NULL)
    return FALSE;
  if (check->problems->len > 0)
    g_error ("seed %u, round %u: %s", self->seed, self->round,
             (const char *) g_ptr_array_index (check->problems, 0));
  check_actions (self, connection);
  return TRUE;
}

/* A backup that has its name is whole. */
static void
check_backups (Harness *self)
{
  g_autoptr (GPtrArray) backups = dd_backup_folder_list (self->test.path);
  g_autoptr (GPtrArray) migrations = dd_migrations_load ();

  for (guint i = 0; i < backups->len; i++)
    {
      const DdBackup *backup = g_ptr_array_index (backups, i);
      g_autoptr (GError) error = NULL;

      if (!dd_database_check_file (backup->path, dd_migrations_get_newest (migrations), &error))
        g_error ("seed %u, round %u: %s", self->seed, self->round, error->message);
    }
}

/* Opening makes the day's backup if the one that was killed did not come to it. */
static void
look (Harness *self)
{
  g_autoptr (DdDatabase) database = dd_database_new (self->test.path);
  g_autoptr (GError) error = NULL;

  if (!dd_database_open_sync (database, get_now (self), &error)
      || !dd_database_run_sync (database, check_database, self, &error))
    g_error ("seed %u, round %u: %s", self->seed, self->round, error->message);
  dd_database_close_sync (database);
  check_backups (self);
}

CrashHarnessResult
crash_harness_run (guint rounds, guint32 seed)
{
  Harness harness = { .rand = g_rand_new_with_seed (seed), .seed = seed };
  CrashHarnessResult result = { 0 };

  for (harness.round = 0; harness.round < rounds; harness.round++)
    {
      gint64 before;

      if (harness.round % ROUNDS_PER_DATABASE == 0)
        {
          if (harness.round > 0)
            store_test_tear_down (&harness.test, NULL);
          store_test_set_up (&harness.test, NULL);
          harness.last = 0;
        }
      before = harness.last;
      kill_child (&harness);
      look (&harness);
      result.kills++;
      result.acknowledged += (guint) (harness.promised - before);
      result.kept += (guint) (harness.last - before);
    }
  store_test_tear_down (&harness.test, NULL);
  g_rand_free (harness.rand);
  return result;
}
