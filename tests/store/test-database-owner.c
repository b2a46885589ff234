/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdDatabaseOwner: what happens to the file on the owner's thread, which here is the test's own.
 */

#include "config.h"

#include "dd-database-owner.h"

#include "dd-backup-folder.h"
#include "store-test.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define DAY 86400
#define NOW G_GINT64_CONSTANT (1795000000)

/* With these a database has 25 MB: more than is checked before it is opened. */
#define LARGE_ROWS 50000

/* How often each piece of news was told; atomic, for the backup has a thread of its own. */
static int told[DD_DATABASE_NEWS_BACKUP_FAILED + 1];

static void
count_news (gpointer listener, DdDatabaseNews news)
{
  g_atomic_int_inc (&told[news]);
}

static void
free_nothing (gpointer listener)
{
}

static DdDatabaseOwner *
make_owner (StoreTest *test)
{
  memset (told, 0, sizeof told);
  return dd_database_owner_new (test->path,
                                store_test_make_migrations (STORE_TEST_STEP_1, STORE_TEST_STEP_2,
                                                            NULL),
                                count_news, NULL, free_nothing);
}

static void
open_at (DdDatabaseOwner *owner, gint64 now)
{
  g_autoptr (GError) error = NULL;

  dd_database_owner_open (owner, &now, NULL, &error);
  g_assert_no_error (error);
}

static void
close_owner (DdDatabaseOwner *owner)
{
  g_assert_true (dd_database_owner_close (owner, NULL, NULL, NULL));
}

static gboolean
run_sql (DdConnection *connection, gpointer sql, GError **error)
{
  return dd_connection_exec (connection, sql, "Testing", error);
}

static gboolean
run (DdDatabaseOwner *owner, const char *sql, GError **error)
{
  DdDatabaseRun job = { run_sql, (gpointer) sql, NULL };

  return dd_database_owner_run (owner, &job, NULL, error);
}

static gboolean
insert_item (DdConnection *connection, gpointer data, GError **error)
{
  return run_sql (connection, (gpointer) "INSERT INTO item (name) VALUES ('new')", error);
}

static gboolean
write_in_transaction (DdConnection *connection, gpointer data, GError **error)
{
  return dd_connection_transaction (connection, insert_item, NULL, "Testing", error);
}

static gboolean
write_item (DdDatabaseOwner *owner, GError **error)
{
  DdDatabaseRun job = { write_in_transaction, NULL, NULL };

  return dd_database_owner_run (owner, &job, NULL, error);
}

static void
must_run (DdDatabaseOwner *owner, const char *sql)
{
  g_autoptr (GError) error = NULL;

  run (owner, sql, &error);
  g_assert_no_error (error);
}

static gboolean
restore (DdDatabaseOwner *owner, const char *backup, GError **error)
{
  DdDatabaseRestore job = { (char *) backup, NOW };

  return dd_database_owner_restore (owner, &job, NULL, error);
}

static guint
count_backups (StoreTest *test)
{
  g_autoptr (GPtrArray) backups = dd_backup_folder_list (test->path);

  return backups->len;
}

/* Opened once, with something in it, a database has a backup; opened again, only a day later. */
static void
test_daily_backup (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gint64 time;
    guint backups;
  } openings[] = {
    { "something in it", NOW, 1 },        { "at once", NOW, 1 },
    { "an hour later", NOW + 3600, 1 },   { "a day later", NOW + DAY, 2 },
    { "a week later", NOW + 8 * DAY, 3 },
  };
  DdDatabaseOwner *owner = make_owner (test);

  open_at (owner, NOW - DAY);
  close_owner (owner);
  g_assert_cmpuint (count_backups (test), ==, 0);
  open_at (owner, NOW - DAY);
  must_run (owner, "INSERT INTO item (name) VALUES ('one')");
  close_owner (owner);
  g_assert_cmpuint (count_backups (test), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_test_message ("%s", openings[i].name);
      open_at (owner, openings[i].time);
      close_owner (owner);
      g_assert_cmpuint (count_backups (test), ==, openings[i].backups);
    }
  g_assert_cmpint (told[DD_DATABASE_NEWS_BACKUP_FAILED], ==, 0);
  dd_database_owner_free (owner);
}

/* A backup that cannot be made is told, and keeps nobody from working. */
static void
test_failing_backup (StoreTest *test, gconstpointer data)
{
  DdDatabaseOwner *owner = make_owner (test);
  g_autofree char *folder = store_test_build_path (test, "backups");
  g_autoptr (GError) problem = NULL;

  store_test_make_database (test->path, 10);
  store_test_write (folder, "not a folder", 12);
  g_assert_null (dd_database_owner_dup_backup_error (owner));
  open_at (owner, NOW);
  must_run (owner, "INSERT INTO item (name) VALUES ('one')");
  close_owner (owner);
  g_assert_cmpint (told[DD_DATABASE_NEWS_BACKUP_FAILED], ==, 1);
  problem = dd_database_owner_dup_backup_error (owner);
  g_assert_nonnull (problem);
  g_assert_true (g_str_has_prefix (problem->message, "Making a backup failed: "));

  g_assert_no_errno (g_unlink (folder));
  open_at (owner, NOW);
  close_owner (owner);
  g_assert_null (dd_database_owner_dup_backup_error (owner));
  g_assert_cmpuint (count_backups (test), ==, 1);
  dd_database_owner_free (owner);
}

/* Each change is told once, whoever made it; reading is no change. */
static void
test_look (StoreTest *test, gconstpointer data)
{
  DdDatabaseOwner *owner = make_owner (test);
  g_autoptr (DdConnection) other = NULL;

  dd_database_owner_look (owner);
  open_at (owner, NOW);
  other = store_test_open (test);
  dd_database_owner_look (owner);
  must_run (owner, "SELECT * FROM item");
  dd_database_owner_look (owner);
  g_assert_cmpint (told[DD_DATABASE_NEWS_CHANGED], ==, 0);
  for (int i = 1; i <= 5; i++)
    {
      must_run (owner, "INSERT INTO item (name) VALUES ('one')");
      dd_database_owner_look (owner);
      g_assert_cmpint (told[DD_DATABASE_NEWS_CHANGED], ==, 2 * i - 1);
      store_test_exec (other, "INSERT INTO item (name) VALUES ('two')");
      dd_database_owner_look (owner);
      dd_database_owner_look (owner);
      g_assert_cmpint (told[DD_DATABASE_NEWS_CHANGED], ==, 2 * i);
    }
  dd_database_owner_free (owner);
}

static void
test_not_open (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DdDatabaseOwner *owner = make_owner (test);

  g_assert_false (run (owner, "SELECT 1", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CLOSED);
  close_owner (owner);
  dd_database_owner_free (owner);
}

/* What could not be opened is not open. */
static void
test_open_refused (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DdDatabaseOwner *owner = make_owner (test);
  gint64 now = NOW;

  store_test_write (test->path, "text", 4);
  g_assert_false (dd_database_owner_open (owner, &now, NULL, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (run (owner, "SELECT 1", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CLOSED);
  dd_database_owner_free (owner);
}

/* When another file took its place nothing is written to either, until it is opened again. */
static void
test_replaced (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DdDatabaseOwner *owner = make_owner (test);
  g_autofree char *elsewhere = store_test_build_path (test, "elsewhere.db");

  open_at (owner, NOW);
  g_assert_no_errno (g_rename (test->path, elsewhere));
  dd_database_owner_look (owner);
  dd_database_owner_look (owner);
  g_assert_cmpint (told[DD_DATABASE_NEWS_MOVED], ==, 1);
  g_assert_false (run (owner, "INSERT INTO item (name) VALUES ('lost')", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_false (restore (owner, elsewhere, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CLOSED);
  close_owner (owner);
  open_at (owner, NOW);
  must_run (owner, "INSERT INTO item (name) VALUES ('kept')");
  dd_database_owner_free (owner);
  g_assert_cmpint (store_test_count_items (elsewhere), ==, 0);
  g_assert_cmpint (store_test_count_items (test->path), ==, 1);
}

static char *
make_good_backup (StoreTest *test, DdDatabaseOwner *owner, int rows)
{
  g_autoptr (GPtrArray) backups = NULL;

  store_test_make_database (test->path, rows);
  open_at (owner, NOW - DAY);
  close_owner (owner);
  backups = dd_backup_folder_list (test->path);
  g_assert_cmpuint (backups->len, ==, 1);
  return g_strdup (((DdBackup *) g_ptr_array_index (backups, 0))->path);
}

/* Returns: (transfer full) (nullable): the one database in the folder that was set aside */
static char *
find_aside (StoreTest *test)
{
  g_autoptr (GDir) folder = g_dir_open (test->folder, 0, NULL);
  char *found = NULL;
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (strstr (name, ".damaged-") != NULL && !g_str_has_suffix (name, "-wal")
        && !g_str_has_suffix (name, "-shm"))
      {
        g_assert_null (found);
        found = store_test_build_path (test, name);
      }
  return found;
}

/* Damage is found on opening, the backup that is offered restored, and the damaged file kept. */
static void
test_restore_damaged (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DdDatabaseOwner *owner = make_owner (test);
  g_autofree char *backup = make_good_backup (test, owner, 300);
  g_autofree char *aside = NULL;
  g_autoptr (GBytes) damaged = NULL;
  g_autoptr (GBytes) kept = NULL;
  gint64 now = NOW;

  store_test_flip_page (test->path, 9);
  damaged = store_test_read (test->path);
  g_assert_false (dd_database_owner_open (owner, &now, NULL, &error));
  g_assert_cmpstr (dd_store_error_get_backup (error), ==, backup);
  g_clear_error (&error);
  g_assert_true (restore (owner, backup, &error));
  g_assert_no_error (error);
  must_run (owner, "INSERT INTO item (name) VALUES ('later')");
  dd_database_owner_free (owner);

  g_assert_cmpint (store_test_count_items (test->path), ==, 301);
  aside = find_aside (test);
  kept = store_test_read (aside);
  g_assert_true (g_bytes_equal (damaged, kept));
}

/* Another process spoils a page; this one would lose its locks by closing the file it has open. */
static void
spoil_from_outside (const char *path)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      int fd = open (path, O_WRONLY);
      _exit (pwrite (fd, "spoiled", 7, 8 * 4096) == 7 ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

/* Damage that came while it was open is set aside just so. */
static void
test_restore_damaged_meanwhile (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DdDatabaseOwner *owner = make_owner (test);
  g_autofree char *backup = make_good_backup (test, owner, 300);
  g_autofree char *aside = NULL;

  open_at (owner, NOW - DAY);
  spoil_from_outside (test->path);
  g_assert_true (restore (owner, backup, &error));
  g_assert_no_error (error);
  dd_database_owner_free (owner);
  g_assert_cmpint (store_test_count_items (test->path), ==, 300);
  aside = find_aside (test);
  g_assert_nonnull (aside);
}

/* Of a large file damage is told when the check beside finds it; from then on nothing is done with
 * it until it is restored. */
static void
test_damaged_large (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) damage = NULL;
  DdDatabaseOwner *owner = make_owner (test);
  g_autofree char *backup = make_good_backup (test, owner, LARGE_ROWS);
  g_autofree char *aside = NULL;

  store_test_flip_page (test->path, 3000);
  open_at (owner, NOW - DAY);
  must_run (owner, "SELECT 1");
  g_assert_false (write_item (owner, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_cmpint (told[DD_DATABASE_NEWS_DAMAGED], ==, 1);
  g_assert_false (run (owner, "SELECT 1", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
  damage = dd_database_owner_dup_damage (owner);
  g_assert_cmpstr (dd_store_error_get_backup (damage), ==, backup);
  g_clear_error (&error);
  g_assert_true (restore (owner, backup, &error));
  g_assert_no_error (error);
  g_assert_true (write_item (owner, &error));
  g_assert_no_error (error);
  dd_database_owner_free (owner);
  aside = find_aside (test);
  g_assert_nonnull (aside);
  g_assert_cmpint (store_test_count_items (test->path), ==, LARGE_ROWS + 1);
}

/* A file that was there and is gone is not made anew, empty, under its user's hands. */
static void
test_gone (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DdDatabaseOwner *owner = make_owner (test);
  g_autofree char *backup = make_good_backup (test, owner, 20);
  g_autofree char *elsewhere = store_test_build_path (test, "elsewhere.db");
  gint64 now = NOW - DAY;

  open_at (owner, now);
  g_assert_no_errno (g_rename (test->path, elsewhere));
  for (int i = 0; i < 2; i++)
    {
      g_assert_false (dd_database_owner_open (owner, &now, NULL, &error));
      g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
      g_assert_cmpstr (dd_store_error_get_backup (error), ==, backup);
      g_assert_false (g_file_test (test->path, G_FILE_TEST_EXISTS));
      g_clear_error (&error);
    }
  g_assert_no_errno (g_rename (elsewhere, test->path));
  open_at (owner, now);
  must_run (owner, "DELETE FROM item");
  dd_database_owner_free (owner);
}

/* A backup that is no good moves nothing. */
static void
test_restore_no_good (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DdDatabaseOwner *owner = make_owner (test);
  g_autofree char *backup = make_good_backup (test, owner, 300);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_test_flip_page (test->path, 9);
  store_test_flip_page (backup, 9);
  before = store_test_describe (test);
  g_assert_false (restore (owner, backup, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, backup));
  after = store_test_describe (test);
  g_assert_cmpstr (before, ==, after);
  dd_database_owner_free (owner);
}

/* One that is closed and sound is opened, and replaced as when it is open. */
static void
test_restore_closed (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DdDatabaseOwner *owner = make_owner (test);
  g_autofree char *backup = make_good_backup (test, owner, 20);
  g_autofree char *aside = NULL;

  open_at (owner, NOW - DAY);
  must_run (owner, "DELETE FROM item");
  close_owner (owner);
  g_assert_true (restore (owner, backup, &error));
  g_assert_no_error (error);
  dd_database_owner_free (owner);
  g_assert_cmpint (store_test_count_items (test->path), ==, 20);
  aside = find_aside (test);
  g_assert_null (aside);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/database-owner/daily-backup", test_daily_backup);
  store_test_add ("/database-owner/failing-backup", test_failing_backup);
  store_test_add ("/database-owner/look", test_look);
  store_test_add ("/database-owner/not-open", test_not_open);
  store_test_add ("/database-owner/open-refused", test_open_refused);
  store_test_add ("/database-owner/replaced", test_replaced);
  store_test_add ("/database-owner/restore-damaged", test_restore_damaged);
  store_test_add ("/database-owner/restore-damaged-meanwhile", test_restore_damaged_meanwhile);
  store_test_add ("/database-owner/damaged-large", test_damaged_large);
  store_test_add ("/database-owner/gone", test_gone);
  store_test_add ("/database-owner/restore-no-good", test_restore_no_good);
  store_test_add ("/database-owner/restore-closed", test_restore_closed);
  return g_test_run ();
}
