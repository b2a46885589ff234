/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Copies of a database and the way back.
 */

#include "config.h"

#include "dd-backup.h"

#include "dd-connection-private.h"
#include "dd-database-file.h"
#include "store-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define NOW 1795000000

static GPtrArray *
make_migrations (void)
{
  return store_test_make_migrations (STORE_TEST_STEP_1, STORE_TEST_STEP_2, NULL);
}

static DdConnection *
open_database (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) migrations = make_migrations ();
  DdConnection *connection = dd_database_file_open (test->path, migrations, NOW, &error);

  g_assert_no_error (error);
  return connection;
}

static char *
make_backup (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  char *path = dd_backup_make (test->path, DD_BACKUP_REGULAR, NOW, NULL, &error);

  g_assert_no_error (error);
  return path;
}

static gboolean
restore (DdConnection *connection, const char *backup, GError **error)
{
  g_autoptr (GPtrArray) migrations = make_migrations ();

  return dd_backup_restore (connection, backup, migrations, NOW, NULL, error);
}

/* Restoring @backup fails with @code, and @connection's database is as it was. */
static void
assert_not_restored (DdConnection *connection, const char *backup, DdStoreError code)
{
  g_autoptr (GError) error = NULL;
  gint64 before = store_test_get_int64 (connection, "SELECT count(*) FROM item");

  g_assert_false (restore (connection, backup, &error));
  g_assert_error (error, DD_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM item"), ==, before);
}

/* A backup is one private file with everything in it, also what is still in the log. */
static void
test_make (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *folder = store_test_build_path (test, "backups");
  g_autoptr (GDir) listing = NULL;
  g_autofree char *name = NULL;
  GStatBuf status;

  store_test_make_database (test->path, 100);
  connection = open_database (test);
  store_test_exec (connection, "INSERT INTO item (name) VALUES ('in the log')");
  backup = make_backup (test);
  g_assert_cmpint (store_test_count_items (backup), ==, 101);
  g_assert_no_errno (g_stat (backup, &status));
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_no_errno (g_stat (folder, &status));
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  listing = g_dir_open (folder, 0, NULL);
  name = g_path_get_basename (backup);
  g_assert_cmpstr (g_dir_read_name (listing), ==, name);
  g_assert_null (g_dir_read_name (listing));
}

/* Reading a backup makes no other file beside it. */
static void
test_is_one_file (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *before = NULL;
  g_autofree char *during = NULL;

  store_test_make_database (test->path, 100);
  backup = make_backup (test);
  before = store_test_describe (test);
  connection = dd_connection_open (backup, DD_CONNECTION_READ_ONLY, NULL);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM item"), ==, 100);
  during = store_test_describe (test);
  g_assert_cmpstr (before, ==, during);
}

/* A writer that has begun does not stop it, and is not in it. */
static void
test_make_while_written (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) writer = NULL;
  g_autofree char *backup = NULL;

  store_test_make_database (test->path, 100);
  writer = open_database (test);
  store_test_exec (writer, "BEGIN IMMEDIATE; DELETE FROM item");
  backup = make_backup (test);
  store_test_exec (writer, "COMMIT");
  g_assert_cmpint (store_test_count_items (backup), ==, 100);
}

/* Only so many are kept: each further one drops the oldest. */
static void
test_keeps_seven (StoreTest *test, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;

  store_test_make_database (test->path, 10);
  for (int i = 0; i < 10; i++)
    g_free (make_backup (test));
  backups = dd_backup_folder_list (test->path);
  g_assert_cmpuint (backups->len, ==, 7);
  g_assert_cmpint (((DdBackup *) g_ptr_array_index (backups, 0))->serial, ==, 10);
}

/* No backup is made of a damaged database, and no good one dropped for it. */
static void
test_make_of_damaged (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_test_make_database (test->path, 300);
  for (int i = 0; i < 7; i++)
    g_free (make_backup (test));
  store_test_flip_page (test->path, 7);
  before = store_test_describe (test);
  g_assert_null (dd_backup_make (test->path, DD_BACKUP_REGULAR, NOW + 1, NULL, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
  after = store_test_describe (test);
  g_assert_cmpstr (strstr (before, "backups"), ==, strstr (after, "backups"));
}

static void
test_make_cancelled (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) backups = NULL;

  store_test_make_database (test->path, 10);
  g_cancellable_cancel (cancellable);
  g_assert_null (dd_backup_make (test->path, DD_BACKUP_REGULAR, NOW, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  backups = dd_backup_folder_list (test->path);
  g_assert_cmpuint (backups->len, ==, 0);
}

static void
test_make_at (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = store_test_build_path (test, "my backup.db");

  store_test_make_database (test->path, 10);
  g_assert_true (dd_backup_make_at (test->path, target, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_count_items (target), ==, 10);
}

/* Whatever stands there, it is not overwritten; and what fails leaves nothing. */
static void
test_make_at_refused (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    const char *target;
    DdStoreError code;
  } cases[] = {
    { "drydock.db", DD_STORE_ERROR_CONSTRAINT },
    { "notes.txt", DD_STORE_ERROR_CONSTRAINT },
    { "missing/backup.db", DD_STORE_ERROR_NOT_FOUND },
  };
  g_autofree char *notes = store_test_build_path (test, "notes.txt");
  g_autofree char *before = NULL;

  store_test_make_database (test->path, 10);
  store_test_write (notes, "notes", 5);
  before = store_test_describe (test);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *target = store_test_build_path (test, cases[i].target);
      g_autofree char *after = NULL;

      g_assert_false (dd_backup_make_at (test->path, target, NULL, &error));
      g_assert_error (error, DD_STORE_ERROR, (int) cases[i].code);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, target));
      after = store_test_describe (test);
      g_assert_cmpstr (before, ==, after);
    }
}

/* Restoring brings the old content back into the same file, for everybody who has it open, and
 * keeps what it replaced. */
static void
test_restore (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = NULL;
  g_autoptr (DdConnection) other = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *backup = NULL;
  const DdBackup *saved;

  store_test_make_database (test->path, 100);
  backup = make_backup (test);
  connection = open_database (test);
  other = open_database (test);
  store_test_exec (connection, "DELETE FROM item WHERE id > 5; CREATE TABLE extra (x)");
  g_assert_true (restore (connection, backup, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM item"), ==, 100);
  g_assert_cmpint (store_test_get_int64 (other, "SELECT count(*) FROM item"), ==, 100);
  g_assert_false (dd_connection_has_moved (other));
  g_assert_cmpint (store_test_get_int64 (other,
                                         "SELECT journal_mode = 'wal' FROM pragma_journal_mode"),
                   ==, 1);
  store_test_exec (other, "INSERT INTO item (name) VALUES ('later')");
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM item"), ==, 101);

  backups = dd_backup_folder_list (test->path);
  g_assert_cmpuint (backups->len, ==, 2);
  saved = g_ptr_array_index (backups, 0);
  if (saved->occasion != DD_BACKUP_BEFORE_RESTORE)
    saved = g_ptr_array_index (backups, 1);
  g_assert_cmpint (saved->occasion, ==, DD_BACKUP_BEFORE_RESTORE);
  g_assert_cmpint (store_test_count_items (saved->path), ==, 5);
}

/* What a restore replaced can be restored in turn. */
static void
test_restore_and_back (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  store_test_make_database (test->path, 100);
  first = make_backup (test);
  connection = open_database (test);
  store_test_exec (connection, "DELETE FROM item");
  second = make_backup (test);
  for (int i = 0; i < 3; i++)
    {
      g_assert_true (restore (connection, first, &error));
      g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM item"), ==, 100);
      g_assert_true (restore (connection, second, &error));
      g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM item"), ==, 0);
    }
  g_assert_no_error (error);
}

/* A backup in an older form is restored in today's; the backup itself stays in its own. */
static void
test_restore_older (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) older = store_test_make_migrations (STORE_TEST_STEP_1, NULL);
  g_autoptr (DdConnection) connection = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autofree char *backup = NULL;

  connection = dd_database_file_open (test->path, older, NOW, &error);
  g_assert_no_error (error);
  store_test_exec (connection, "INSERT INTO item (name) VALUES ('old')");
  backup = make_backup (test);
  before = store_test_read (backup);
  g_clear_pointer (&connection, dd_connection_close);

  connection = open_database (test);
  g_assert_true (restore (connection, backup, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (connection, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (store_test_get_int64 (connection,
                                         "SELECT count(*) FROM item WHERE note IS NULL"),
                   ==, 1);
  after = store_test_read (backup);
  g_assert_true (g_bytes_equal (before, after));
}

/* What is not a sound backup of Drydock's leaves the present content alone. */
static void
test_restore_refused (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = NULL;
  g_autofree char *missing = store_test_build_path (test, "missing.db");
  g_autofree char *text = store_test_build_path (test, "text.db");
  g_autofree char *foreign = store_test_build_path (test, "foreign.db");
  g_autofree char *newer = store_test_build_path (test, "newer.db");
  g_autofree char *damaged = store_test_build_path (test, "damaged.db");

  store_test_make_database (test->path, 50);
  store_test_make_database (newer, 50);
  store_test_make_database (damaged, 300);
  store_test_write (text, "text", 4);
  {
    g_autoptr (DdConnection) other = dd_connection_open (foreign, DD_CONNECTION_CREATE, NULL);
    store_test_exec (other, "CREATE TABLE songs (title TEXT)");
  }
  {
    g_autoptr (DdConnection) other = dd_connection_open (newer, DD_CONNECTION_READ_WRITE, NULL);
    store_test_exec (other, "PRAGMA user_version=3");
  }
  store_test_flip_page (damaged, 9);

  connection = open_database (test);
  assert_not_restored (connection, missing, DD_STORE_ERROR_NOT_FOUND);
  assert_not_restored (connection, text, DD_STORE_ERROR_CORRUPT);
  assert_not_restored (connection, foreign, DD_STORE_ERROR_FOREIGN);
  assert_not_restored (connection, newer, DD_STORE_ERROR_TOO_NEW);
  assert_not_restored (connection, damaged, DD_STORE_ERROR_CORRUPT);
}

/* As long as somebody else writes, a restore waits, and gives up as any edit does. */
static void
test_restore_busy (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = NULL;
  g_autoptr (DdConnection) writer = NULL;
  g_autofree char *backup = NULL;

  store_test_make_database (test->path, 50);
  backup = make_backup (test);
  connection = open_database (test);
  writer = open_database (test);
  sqlite3_busy_timeout (dd_connection_get_handle (connection), 1);
  store_test_exec (writer, "BEGIN IMMEDIATE");
  assert_not_restored (connection, backup, DD_STORE_ERROR_BUSY);
  store_test_exec (writer, "COMMIT");
  g_assert_true (restore (connection, backup, &error));
  g_assert_no_error (error);
}

static void
test_restore_cancelled (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) migrations = make_migrations ();
  g_autoptr (DdConnection) connection = NULL;
  g_autofree char *backup = NULL;

  store_test_make_database (test->path, 50);
  backup = make_backup (test);
  connection = open_database (test);
  store_test_exec (connection, "DELETE FROM item WHERE id > 5");
  g_cancellable_cancel (cancellable);
  g_assert_false (dd_backup_restore (connection, backup, migrations, NOW, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM item"), ==, 5);
}

static void
test_has_rows (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gboolean has_rows;
  } steps[] = {
    { "CREATE TABLE \"odd \"\"name\"\"\" (x)", FALSE },
    { "CREATE VIRTUAL TABLE words USING fts5 (word)", FALSE },
    { "CREATE VIEW one AS SELECT 1", FALSE },
    { "INSERT INTO \"odd \"\"name\"\"\" VALUES (1)", TRUE },
  };
  g_autoptr (DdConnection) connection = store_test_open (test);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean has_rows = !steps[i].has_rows;

      store_test_exec (connection, steps[i].sql);
      g_assert_true (dd_backup_has_rows (connection, &has_rows, &error));
      g_assert_no_error (error);
      g_assert_cmpint (has_rows, ==, steps[i].has_rows);
    }
}

#define N_THREADS 4
#define N_EACH    2

static gpointer
make_some (gpointer data)
{
  StoreTest *test = data;

  for (int i = 0; i < N_EACH; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path =
          dd_backup_make (test->path, DD_BACKUP_BEFORE_UPGRADE, NOW, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (path);
    }
  return NULL;
}

/* Several that begin in the same second each get a name, and none takes another's. */
static void
test_at_once (StoreTest *test, gconstpointer data)
{
  GThread *threads[N_THREADS];
  g_autoptr (GPtrArray) backups = NULL;

  store_test_make_database (test->path, 3);
  for (int i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("backup", make_some, test);
  for (int i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  backups = dd_backup_folder_list (test->path);
  /* As many as are kept of this occasion, and what others had only just made. */
  g_assert_cmpuint (backups->len, >=, 3);
  g_assert_cmpuint (backups->len, <=, 3 + N_THREADS);
  for (guint i = 0; i < backups->len; i++)
    g_assert_cmpint (store_test_count_items (((DdBackup *) backups->pdata[i])->path), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/backup/make", test_make);
  store_test_add ("/backup/is-one-file", test_is_one_file);
  store_test_add ("/backup/make-while-written", test_make_while_written);
  store_test_add ("/backup/keeps-seven", test_keeps_seven);
  store_test_add ("/backup/make-of-damaged", test_make_of_damaged);
  store_test_add ("/backup/make-cancelled", test_make_cancelled);
  store_test_add ("/backup/make-at", test_make_at);
  store_test_add ("/backup/make-at-refused", test_make_at_refused);
  store_test_add ("/backup/restore", test_restore);
  store_test_add ("/backup/restore-and-back", test_restore_and_back);
  store_test_add ("/backup/restore-older", test_restore_older);
  store_test_add ("/backup/restore-refused", test_restore_refused);
  store_test_add ("/backup/restore-busy", test_restore_busy);
  store_test_add ("/backup/restore-cancelled", test_restore_cancelled);
  store_test_add ("/backup/has-rows", test_has_rows);
  store_test_add ("/backup/at-once", test_at_once);
  return g_test_run ();
}
