/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Opening a database file: what is made, what is refused, and that what is refused stays as it is.
 */

/* For setresuid(). */
#define _GNU_SOURCE

#include "config.h"

#include "dd-database-file.h"

#include "dd-backup.h"
#include "dd-connection-private.h"
#include "store-test.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOW 1795000000

static DdConnection *
open_file (StoreTest *test, GError **error)
{
  g_autoptr (GPtrArray) migrations =
      store_test_make_migrations (STORE_TEST_STEP_1, STORE_TEST_STEP_2, NULL);

  return dd_database_file_open (test->path, migrations, NOW, error);
}

/* Opening fails with @code and a message that has @words, and nothing in the folder is changed. */
static void
assert_refused (StoreTest *test, DdStoreError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_test_describe (test);
  g_autofree char *after = NULL;

  g_assert_null (open_file (test, &error));
  g_assert_error (error, DD_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, "Nothing "));
  after = store_test_describe (test);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_mode (const char *path, guint mode)
{
  GStatBuf status;

  g_assert_no_errno (g_stat (path, &status));
  g_assert_cmpuint (status.st_mode & 0777, ==, mode);
}

static void
test_new (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = NULL;
  g_autofree char *log = g_strconcat (test->path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (test->path, "-shm", NULL);
  mode_t old = umask (0);

  connection = open_file (test, &error);
  umask (old);
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (connection, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (store_test_get_int64 (connection,
                                         "SELECT journal_mode = 'wal' FROM pragma_journal_mode"),
                   ==, 1);
  assert_mode (test->path, 0600);
  assert_mode (log, 0600);
  assert_mode (shared, 0600);
}

/* Nothing but the database is left in the folder once it is closed. */
static void
test_leaves_nothing_beside (StoreTest *test, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;

  store_test_make_database (test->path, 10);
  folder = g_dir_open (test->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "drydock.db");
  g_assert_null (g_dir_read_name (folder));
}

/* A file of no bytes, as mktemp makes one, is as good as none. */
static void
test_empty_file (StoreTest *test, gconstpointer data)
{
  store_test_write (test->path, "", 0);
  store_test_make_database (test->path, 3);
  g_assert_cmpint (store_test_count_items (test->path), ==, 3);
}

static gpointer
open_in_thread (gpointer test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = open_file (test, &error);

  g_assert_no_error (error);
  store_test_exec (connection, "INSERT INTO item (name) VALUES ('one')");
  return NULL;
}

/* Of several who make it at once all find the same one. */
static void
test_new_at_once (StoreTest *test, gconstpointer data)
{
  for (int round = 0; round < 10; round++)
    {
      GThread *threads[4];

      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("open", open_in_thread, test);
      for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);
      g_assert_cmpint (store_test_count_items (test->path), ==, G_N_ELEMENTS (threads));
      g_assert_no_errno (g_unlink (test->path));
    }
}

/* A link to a database is followed: what belongs to it stands beside the file itself. */
static void
test_link (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = NULL;
  g_autofree char *folder = store_test_build_path (test, "elsewhere");
  g_autofree char *file = g_build_filename (folder, "real.db", NULL);

  g_assert_no_errno (g_mkdir (folder, 0700));
  store_test_make_database (file, 3);
  g_assert_no_errno (symlink (file, test->path));
  connection = open_file (test, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dd_connection_get_path (connection), ==, file);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM item"), ==, 3);
}

static void
test_link_to_nowhere (StoreTest *test, gconstpointer data)
{
  g_autofree char *nowhere = store_test_build_path (test, "nowhere.db");

  g_assert_no_errno (symlink (nowhere, test->path));
  assert_refused (test, DD_STORE_ERROR_NOT_FOUND, "link to a file that does not exist");
}

static void
test_no_folder (StoreTest *test, gconstpointer data)
{
  g_free (test->path);
  test->path = g_build_filename (test->folder, "missing", "drydock.db", NULL);
  assert_refused (test, DD_STORE_ERROR_NOT_FOUND, "missing” does not exist");
}

static void
test_folder_in_its_place (StoreTest *test, gconstpointer data)
{
  g_assert_no_errno (g_mkdir (test->path, 0700));
  assert_refused (test, DD_STORE_ERROR_FOREIGN, "not a file");
}

/* Opening a pipe would wait for a writer. */
static void
test_pipe_in_its_place (StoreTest *test, gconstpointer data)
{
  g_assert_no_errno (mkfifo (test->path, 0600));
  assert_refused (test, DD_STORE_ERROR_FOREIGN, "not a file");
}

static void
test_text (StoreTest *test, gconstpointer data)
{
  const char text[] = "Dear diary, today we upgraded.\n";

  store_test_write (test->path, text, strlen (text));
  assert_refused (test, DD_STORE_ERROR_CORRUPT, "is not a database");
}

static void
test_zeros (StoreTest *test, gconstpointer data)
{
  static const char zeros[3 * 4096];

  store_test_write (test->path, zeros, sizeof zeros);
  assert_refused (test, DD_STORE_ERROR_CORRUPT, "is not a database");
}

static void
test_foreign (StoreTest *test, gconstpointer data)
{
  {
    g_autoptr (DdConnection) connection = store_test_open (test);
    store_test_exec (connection, "CREATE TABLE songs (title TEXT); PRAGMA user_version=1");
  }
  assert_refused (test, DD_STORE_ERROR_FOREIGN, "another program");
}

static void
test_newer (StoreTest *test, gconstpointer data)
{
  {
    g_autoptr (DdConnection) connection = NULL;
    store_test_make_database (test->path, 10);
    connection = store_test_open (test);
    store_test_exec (connection, "PRAGMA user_version=3");
  }
  assert_refused (test, DD_STORE_ERROR_TOO_NEW, "newer Drydock");
}

/* What a newer one wrote last may still be in its log only; the log stays, too. */
static void
test_newer_in_log (StoreTest *test, gconstpointer data)
{
  g_autofree char *log = g_strconcat (test->path, "-wal", NULL);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (DdConnection) connection = NULL;
    store_test_make_database (test->path, 10);
    connection = store_test_open (test);
    dd_connection_keep_log (connection, TRUE);
    store_test_exec (connection, "PRAGMA user_version=3");
  }
  file = store_test_read (test->path);
  before = store_test_read (log);
  g_assert_cmpuint (g_bytes_get_size (before), >, 0);
  g_assert_null (open_file (test, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_TOO_NEW);
  after = store_test_read (log);
  g_assert_true (g_bytes_equal (before, after));
  g_clear_pointer (&after, g_bytes_unref);
  after = store_test_read (test->path);
  g_assert_true (g_bytes_equal (file, after));
}

/* Whichever page is spoiled, it is noticed, and the file stays as it is for whoever can mend it. */
static void
test_flipped_page (StoreTest *test, gconstpointer data)
{
  g_autoptr (GBytes) good = NULL;
  gsize size;
  const void *bytes;

  store_test_make_database (test->path, 300);
  good = store_test_read (test->path);
  bytes = g_bytes_get_data (good, &size);
  g_assert_cmpuint (size / 4096, >, 20);
  for (guint page = 1; page <= size / 4096; page++)
    {
      store_test_write (test->path, bytes, size);
      store_test_flip_page (test->path, page);
      assert_refused (test, DD_STORE_ERROR_CORRUPT,
                      page == 1 ? "its beginning is damaged" : "is damaged");
    }
}

static void
test_truncated (StoreTest *test, gconstpointer data)
{
  g_autoptr (GBytes) good = NULL;
  gsize size;
  const void *bytes;

  store_test_make_database (test->path, 300);
  good = store_test_read (test->path);
  bytes = g_bytes_get_data (good, &size);
  for (gsize length = 50; length < size; length += 3001)
    {
      store_test_write (test->path, bytes, length);
      assert_refused (test, DD_STORE_ERROR_CORRUPT, "damaged");
    }
}

/* A damaged file whose last changes are still in the log beside it: neither is touched. */
static void
test_damaged_with_log (StoreTest *test, gconstpointer data)
{
  g_autofree char *log = g_strconcat (test->path, "-wal", NULL);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) changes = NULL;
  g_autoptr (GBytes) file_after = NULL;
  g_autoptr (GBytes) changes_after = NULL;
  g_autoptr (GError) error = NULL;

  store_test_make_database (test->path, 300);
  {
    g_autoptr (DdConnection) connection = store_test_open (test);
    dd_connection_keep_log (connection, TRUE);
    store_test_exec (connection, "UPDATE item SET name = 'changed' WHERE id = 1");
  }
  store_test_flip_page (test->path, 10);
  file = store_test_read (test->path);
  changes = store_test_read (log);
  g_assert_null (open_file (test, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
  file_after = store_test_read (test->path);
  changes_after = store_test_read (log);
  g_assert_true (g_bytes_equal (file, file_after));
  g_assert_true (g_bytes_equal (changes, changes_after));
}

/* SQLite would delete a log without its file. */
static void
test_log_without_file (StoreTest *test, gconstpointer data)
{
  g_autofree char *log = g_strconcat (test->path, "-wal", NULL);

  store_test_write (log, "changes", 7);
  assert_refused (test, DD_STORE_ERROR_CORRUPT, "is gone");
  store_test_write (test->path, "", 0);
  assert_refused (test, DD_STORE_ERROR_CORRUPT, "is empty");
}

static char *
make_backup (StoreTest *test, gint64 time)
{
  g_autoptr (GError) error = NULL;
  char *path = dd_backup_make (test->path, DD_BACKUP_REGULAR, time, NULL, &error);

  g_assert_no_error (error);
  return path;
}

/* The newest backup that is itself sound is offered. */
static void
test_offers_good_backup (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *oldest = NULL;
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;

  store_test_make_database (test->path, 300);
  oldest = make_backup (test, NOW - 30);
  good = make_backup (test, NOW - 20);
  bad = make_backup (test, NOW - 10);
  store_test_flip_page (bad, 5);
  store_test_flip_page (test->path, 5);
  g_assert_null (open_file (test, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT);
  g_assert_cmpstr (dd_store_error_get_backup (error), ==, good);
  g_assert_nonnull (strstr (error->message, good));
}

/* A file cut down to nothing is not taken for a new one when it has backups. */
static void
test_emptied (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;

  store_test_make_database (test->path, 10);
  backup = make_backup (test, NOW - 30);
  store_test_write (test->path, "", 0);
  assert_refused (test, DD_STORE_ERROR_CORRUPT, "is empty");
  g_assert_null (open_file (test, &error));
  g_assert_cmpstr (dd_store_error_get_backup (error), ==, backup);
}

/* A backup that somebody copied into its place opens like any database. */
static void
test_copied_backup (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = NULL;
  g_autofree char *backup = NULL;

  store_test_make_database (test->path, 10);
  backup = make_backup (test, NOW);
  g_assert_no_errno (g_rename (backup, test->path));
  connection = open_file (test, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (connection,
                                         "SELECT journal_mode = 'wal' FROM pragma_journal_mode"),
                   ==, 1);
}

static void
make_older (StoreTest *test, int rows)
{
  g_autoptr (GPtrArray) migrations = store_test_make_migrations (STORE_TEST_STEP_1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = dd_database_file_open (test->path, migrations, NOW, &error);

  g_assert_no_error (error);
  for (int i = 0; i < rows; i++)
    store_test_exec (connection, "INSERT INTO item (name) VALUES ('old')");
}

/* A change of form is preceded by a backup in the old one, unless there is nothing to lose. */
static void
test_backup_before_upgrade (StoreTest *test, gconstpointer data)
{
  for (int rows = 0; rows <= 1; rows++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdConnection) connection = NULL;
      g_autoptr (GPtrArray) backups = NULL;

      make_older (test, rows);
      connection = open_file (test, &error);
      g_assert_no_error (error);
      backups = dd_backup_folder_list (test->path);
      g_assert_cmpuint (backups->len, ==, rows);
      if (rows > 0)
        {
          const DdBackup *backup = g_ptr_array_index (backups, 0);
          g_autoptr (DdConnection) copy =
              dd_connection_open (backup->path, DD_CONNECTION_READ_ONLY, &error);
          g_assert_no_error (error);
          g_assert_cmpint (backup->occasion, ==, DD_BACKUP_BEFORE_UPGRADE);
          g_assert_cmpint (store_test_get_int64 (copy, "PRAGMA user_version"), ==, 1);
          g_assert_cmpint (store_test_get_int64 (copy, "SELECT count(*) FROM item"), ==, 1);
        }
      g_clear_pointer (&connection, dd_connection_close);
      g_assert_no_errno (g_unlink (test->path));
    }
}

/* A step that fails leaves the file in its old form, with all it held. */
static void
test_failing_upgrade (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) migrations =
      store_test_make_migrations (STORE_TEST_STEP_1, "DELETE FROM item; CREATE TABLE item (x)",
                                  NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  make_older (test, 5);
  before = store_test_read (test->path);
  g_assert_null (dd_database_file_open (test->path, migrations, NOW, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FAILED);
  g_assert_cmpint (store_test_count_items (test->path), ==, 5);
  after = store_test_read (test->path);
  g_assert_true (g_bytes_equal (before, after));
}

/* The rest needs rights that can be refused: the administrator's cannot. */
static void
become_somebody (StoreTest *test)
{
  enum
  {
    NOBODY = 65534
  };

  if (geteuid () != 0)
    return;
  g_assert_no_errno (chown (test->folder, NOBODY, NOBODY));
  if (g_file_test (test->path, G_FILE_TEST_EXISTS))
    g_assert_no_errno (chown (test->path, NOBODY, NOBODY));
  g_assert_no_errno (setresgid (NOBODY, NOBODY, 0));
  g_assert_no_errno (setresuid (NOBODY, NOBODY, 0));
}

static void
become_oneself (void)
{
  uid_t real, effective, saved;

  g_assert_no_errno (getresuid (&real, &effective, &saved));
  if (saved != 0)
    return;
  g_assert_no_errno (setresuid (0, 0, 0));
  g_assert_no_errno (setresgid (0, 0, 0));
}

static void
test_read_only_file (StoreTest *test, gconstpointer data)
{
  store_test_make_database (test->path, 10);
  g_assert_no_errno (g_chmod (test->path, 0400));
  become_somebody (test);
  assert_refused (test, DD_STORE_ERROR_READ_ONLY, "no permission to read and write");
  become_oneself ();
}

static void
test_read_only_folder (StoreTest *test, gconstpointer data)
{
  store_test_make_database (test->path, 10);
  g_assert_no_errno (g_chmod (test->folder, 0500));
  become_somebody (test);
  assert_refused (test, DD_STORE_ERROR_READ_ONLY, "is read-only");
  become_oneself ();
}

static void
test_new_in_read_only_folder (StoreTest *test, gconstpointer data)
{
  g_assert_no_errno (g_chmod (test->folder, 0500));
  become_somebody (test);
  assert_refused (test, DD_STORE_ERROR_READ_ONLY, "is read-only");
  become_oneself ();
}

/* The default folder and file are for their owner alone, whatever they were. */
static void
test_default (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;

  /* GLib reads it once: no other test here asks for it before. */
  g_setenv ("XDG_DATA_HOME", test->folder, TRUE);
  path = dd_database_file_get_default_path ();
  folder = g_path_get_dirname (path);
  g_assert_true (g_str_has_prefix (path, test->folder));
  g_assert_true (g_str_has_suffix (path, "/drydock/drydock.db"));
  g_assert_true (dd_database_file_prepare_default (&error));
  assert_mode (folder, 0700);
  store_test_make_database (path, 3);
  g_assert_no_errno (g_chmod (folder, 0755));
  g_assert_no_errno (g_chmod (path, 0664));
  g_assert_true (dd_database_file_prepare_default (&error));
  g_assert_no_error (error);
  assert_mode (folder, 0700);
  assert_mode (path, 0600);
}

/* What is set aside keeps every byte, under a name that was free. */
static void
test_set_aside (StoreTest *test, gconstpointer data)
{
  g_autofree char *log = g_strconcat (test->path, "-wal", NULL);

  for (int i = 1; i <= 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *content = g_strdup_printf ("damaged %d", i);
      g_autofree char *aside = NULL;
      g_autofree char *aside_log = NULL;
      g_autoptr (GBytes) kept = NULL;
      g_autoptr (GBytes) kept_log = NULL;

      store_test_write (test->path, content, strlen (content));
      store_test_write (log, content, strlen (content));
      aside = dd_database_file_set_aside (test->path, NOW, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (aside, test->path));
      g_assert_nonnull (strstr (aside, ".damaged-20261118T"));
      aside_log = g_strconcat (aside, "-wal", NULL);
      kept = store_test_read (aside);
      kept_log = store_test_read (aside_log);
      g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), content,
                       strlen (content));
      g_assert_true (g_bytes_equal (kept, kept_log));
      g_assert_false (g_file_test (test->path, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/database-file/new", test_new);
  store_test_add ("/database-file/leaves-nothing-beside", test_leaves_nothing_beside);
  store_test_add ("/database-file/empty-file", test_empty_file);
  store_test_add ("/database-file/new-at-once", test_new_at_once);
  store_test_add ("/database-file/link", test_link);
  store_test_add ("/database-file/link-to-nowhere", test_link_to_nowhere);
  store_test_add ("/database-file/no-folder", test_no_folder);
  store_test_add ("/database-file/folder-in-its-place", test_folder_in_its_place);
  store_test_add ("/database-file/pipe-in-its-place", test_pipe_in_its_place);
  store_test_add ("/database-file/text", test_text);
  store_test_add ("/database-file/zeros", test_zeros);
  store_test_add ("/database-file/foreign", test_foreign);
  store_test_add ("/database-file/newer", test_newer);
  store_test_add ("/database-file/newer-in-log", test_newer_in_log);
  store_test_add ("/database-file/flipped-page", test_flipped_page);
  store_test_add ("/database-file/truncated", test_truncated);
  store_test_add ("/database-file/damaged-with-log", test_damaged_with_log);
  store_test_add ("/database-file/log-without-file", test_log_without_file);
  store_test_add ("/database-file/offers-good-backup", test_offers_good_backup);
  store_test_add ("/database-file/emptied", test_emptied);
  store_test_add ("/database-file/copied-backup", test_copied_backup);
  store_test_add ("/database-file/backup-before-upgrade", test_backup_before_upgrade);
  store_test_add ("/database-file/failing-upgrade", test_failing_upgrade);
  store_test_add ("/database-file/read-only-file", test_read_only_file);
  store_test_add ("/database-file/read-only-folder", test_read_only_folder);
  store_test_add ("/database-file/new-in-read-only-folder", test_new_in_read_only_folder);
  store_test_add ("/database-file/default", test_default);
  store_test_add ("/database-file/set-aside", test_set_aside);
  return g_test_run ();
}
