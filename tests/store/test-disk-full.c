/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * When the disk is full: what was to be kept is refused with the reason, everything from before is
 * there, and the same works once there is room.
 *
 * A small file system of its own shows it as it is; where mounting is not allowed, a limit on the
 * size of files, which the system reports in another way.
 */

/* For unshare(). */
#define _GNU_SOURCE

#include "config.h"

#include "dd-backup.h"
#include "dd-database-check.h"
#include "dd-database-file.h"
#include "store-test.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOW 1795000000

/* Mounts a file system of 2 MiB on the test's folder, seen by this process only. */
static gboolean
mount_small (StoreTest *test)
{
  return unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("tmpfs", test->folder, "tmpfs", 0, "size=2m,mode=0700") == 0;
}

/* Runs @func in a process of its own, whose mounts and limits end with it. */
static void
run_apart (StoreTest *test, void (*func) (StoreTest *))
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      func (test);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("Mounting is not allowed here.");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
mount_or_skip (StoreTest *test)
{
  if (!mount_small (test))
    _exit (77);
}

/* Takes what room there is, but for some kilobytes. */
static void
fill_disk (StoreTest *test, const char *name, gsize kilobytes_left)
{
  g_autofree char *path = store_test_build_path (test, name);
  int fd = g_open (path, O_WRONLY | O_CREAT, 0600);
  off_t size = 0;
  char block[1024] = { 0 };

  while (write (fd, block, sizeof block) == sizeof block)
    size += sizeof block;
  g_assert_cmpint (errno, ==, ENOSPC);
  g_assert_no_errno (ftruncate (fd, MAX (0, size - (off_t) kilobytes_left * 1024)));
  g_assert_true (g_close (fd, NULL));
}

static void
make_room (StoreTest *test, const char *name)
{
  g_autofree char *path = store_test_build_path (test, name);

  g_assert_no_errno (g_unlink (path));
}

static DdConnection *
open_database (StoreTest *test, GError **error)
{
  g_autoptr (GPtrArray) migrations =
      store_test_make_migrations (STORE_TEST_STEP_1, STORE_TEST_STEP_2, NULL);

  return dd_database_file_open (test->path, migrations, NOW, error);
}

/* One small row and one large one: both or none. */
static gboolean
add_large (DdConnection *connection, gpointer data, GError **error)
{
  return dd_connection_exec (
      connection,
      "INSERT INTO item (name) VALUES ('small');"
      "INSERT INTO item (name, note) VALUES ('large', hex (zeroblob (150000)))",
      "Saving the case", error);
}

static gboolean
save_large (DdConnection *connection, GError **error)
{
  return dd_connection_transaction (connection, add_large, NULL, "Saving the case", error);
}

static void
assert_intact (DdConnection *connection, gint64 rows)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      dd_database_check_require_sound (connection, "it", DD_DATABASE_CHECK_FULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM item"), ==, rows);
}

static void
edit_on_full_disk (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = NULL;

  mount_or_skip (test);
  store_test_make_database (test->path, 20);
  connection = open_database (test, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 3; i++)
    {
      fill_disk (test, "filler", (gsize) i * 40);
      g_assert_false (save_large (connection, &error));
      g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FULL);
      g_clear_error (&error);
      assert_intact (connection, 20);
      make_room (test, "filler");
    }
  g_assert_true (save_large (connection, &error));
  g_assert_no_error (error);
  assert_intact (connection, 22);
}

static void
test_edit (StoreTest *test, gconstpointer data)
{
  run_apart (test, edit_on_full_disk);
}

/* Nothing is left of a database for which there is no room. */
static void
make_on_full_disk (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  mount_or_skip (test);
  fill_disk (test, "filler", 4);
  before = store_test_describe (test);
  g_assert_null (open_database (test, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FULL);
  g_clear_error (&error);
  after = store_test_describe (test);
  g_assert_cmpstr (before, ==, after);
  make_room (test, "filler");
  connection = open_database (test, &error);
  g_assert_no_error (error);
}

static void
test_make (StoreTest *test, gconstpointer data)
{
  run_apart (test, make_on_full_disk);
}

/* A backup for which there is no room leaves nothing, and drops none of those that are there. */
static void
back_up_on_full_disk (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  mount_or_skip (test);
  store_test_make_database (test->path, 300);
  first = dd_backup_make (test->path, DD_BACKUP_REGULAR, NOW - 1, NULL, &error);
  g_assert_no_error (error);
  fill_disk (test, "filler", 60);
  before = store_test_describe (test);
  g_assert_null (dd_backup_make (test->path, DD_BACKUP_REGULAR, NOW, NULL, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FULL);
  after = store_test_describe (test);
  g_assert_cmpstr (before, ==, after);
}

static void
test_back_up (StoreTest *test, gconstpointer data)
{
  run_apart (test, back_up_on_full_disk);
}

/* Without room for the backup before it, the form is not changed. */
static void
upgrade_on_full_disk (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) migrations = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  mount_or_skip (test);
  store_test_make_database (test->path, 300);
  fill_disk (test, "filler", 80);
  before = store_test_read (test->path);
  migrations = store_test_make_migrations (STORE_TEST_STEP_1, STORE_TEST_STEP_2,
                                           "CREATE TABLE more (x INTEGER) STRICT", NULL);
  g_assert_null (dd_database_file_open (test->path, migrations, NOW, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FULL);
  after = store_test_read (test->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_upgrade (StoreTest *test, gconstpointer data)
{
  run_apart (test, upgrade_on_full_disk);
}

/* A restore for which there is no room leaves what there was. */
static void
restore_on_full_disk (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) migrations =
      store_test_make_migrations (STORE_TEST_STEP_1, STORE_TEST_STEP_2, NULL);
  g_autoptr (DdConnection) connection = NULL;
  g_autofree char *backup = NULL;

  mount_or_skip (test);
  store_test_make_database (test->path, 300);
  backup = dd_backup_make (test->path, DD_BACKUP_REGULAR, NOW, NULL, &error);
  connection = open_database (test, &error);
  g_assert_no_error (error);
  store_test_exec (connection, "DELETE FROM item WHERE id > 7");
  for (gsize kilobytes = 0; kilobytes < 300; kilobytes += 50)
    {
      fill_disk (test, "filler", kilobytes);
      g_assert_false (dd_backup_restore (connection, backup, migrations, NOW, NULL, &error));
      g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FULL);
      g_clear_error (&error);
      assert_intact (connection, 7);
      make_room (test, "filler");
    }
  g_assert_true (dd_backup_restore (connection, backup, migrations, NOW, NULL, &error));
  g_assert_no_error (error);
  assert_intact (connection, 300);
}

static void
test_restore (StoreTest *test, gconstpointer data)
{
  run_apart (test, restore_on_full_disk);
}

/* No file may grow beyond @bytes: a write that would is an error like a full disk. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  limit.rlim_cur = bytes;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
}

static void
edit_with_limit (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = NULL;

  signal (SIGXFSZ, SIG_IGN);
  store_test_make_database (test->path, 20);
  connection = open_database (test, &error);
  g_assert_no_error (error);
  limit_files (128 * 1024);
  g_assert_false (save_large (connection, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FULL);
  g_clear_error (&error);
  assert_intact (connection, 20);
  limit_files (RLIM_INFINITY);
  g_assert_true (save_large (connection, &error));
  g_assert_no_error (error);
  assert_intact (connection, 22);
}

static void
test_limit (StoreTest *test, gconstpointer data)
{
  run_apart (test, edit_with_limit);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/disk-full/edit", test_edit);
  store_test_add ("/disk-full/make", test_make);
  store_test_add ("/disk-full/back-up", test_back_up);
  store_test_add ("/disk-full/upgrade", test_upgrade);
  store_test_add ("/disk-full/restore", test_restore);
  store_test_add ("/disk-full/limit", test_limit);
  return g_test_run ();
}
