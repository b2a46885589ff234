/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The names of backups: which are ours, which is due, which are dropped.
 */

#include "config.h"

#include "dd-backup-folder.h"

#include "store-test.h"

#include <glib/gstdio.h>
#include <utime.h>

#define DAY 86400
#define NOW 1795000000 /* 2026-11-18 11:06:40 UTC */

/* Makes a file with the name of a backup; what it holds is nobody's business here. */
static char *
make_named (StoreTest *test, const char *name)
{
  g_autofree char *folder = store_test_build_path (test, "backups");
  char *path = g_build_filename (folder, name, NULL);

  g_mkdir (folder, 0700);
  store_test_write (path, "backup", 6);
  return path;
}

static void
make_at (StoreTest *test, DdBackupOccasion occasion, gint64 time)
{
  g_autofree char *path = dd_backup_folder_build_path (test->path, occasion, time);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *made = make_named (test, name);

  g_assert_cmpstr (made, ==, path);
}

static guint
count (StoreTest *test, DdBackupOccasion occasion)
{
  g_autoptr (GPtrArray) backups = dd_backup_folder_list (test->path);
  guint found = 0;

  for (guint i = 0; i < backups->len; i++)
    found += ((DdBackup *) g_ptr_array_index (backups, i))->occasion == occasion;
  return found;
}

static void
test_names (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    DdBackupOccasion occasion;
    const char *name;
  } cases[] = {
    { DD_BACKUP_REGULAR, "drydock-20261118T110640Z.db" },
    { DD_BACKUP_BEFORE_UPGRADE, "drydock-20261118T110640Z-before-upgrade.db" },
    { DD_BACKUP_BEFORE_RESTORE, "drydock-20261118T110640Z-before-restore.db" },
    { DD_BACKUP_REGULAR, "drydock-20261118T110640Z.2.db" },
    { DD_BACKUP_REGULAR, "drydock-20261118T110640Z.3.db" },
    { DD_BACKUP_BEFORE_RESTORE, "drydock-20261118T110640Z.2-before-restore.db" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = dd_backup_folder_build_path (test->path, cases[i].occasion, NOW);
      g_autofree char *name = g_path_get_basename (path);

      g_assert_cmpstr (name, ==, cases[i].name);
      make_at (test, cases[i].occasion, NOW);
    }
  g_assert_cmpuint (count (test, DD_BACKUP_REGULAR), ==, 3);
  g_assert_cmpuint (count (test, DD_BACKUP_BEFORE_UPGRADE), ==, 1);
  g_assert_cmpuint (count (test, DD_BACKUP_BEFORE_RESTORE), ==, 2);
}

/* Only names that a backup of this database can have are taken for one. */
static void
test_other_names (StoreTest *test, gconstpointer data)
{
  static const char *const names[] = {
    "drydock.db",
    "drydock-20261118T110640Z.db-journal",
    "drydock-20261118T110640Z.db.partial-1f0c93ab",
    "drydock-20261118.db",
    "drydock-20261318T110640Z.db",
    "drydock-20261118T110640Z-before-lunch.db",
    "my-drydock-20261118T110640Z.db",
    "drydock-old-20261118T110640Z.db",
    "other-20261118T110640Z.db",
    "drydock-20261118T110640Z.db\n",
  };
  g_autoptr (GPtrArray) backups = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (make_named (test, names[i]));
  backups = dd_backup_folder_list (test->path);
  g_assert_cmpuint (backups->len, ==, 0);
}

/* A database may be called anything: its name is not read as a pattern. */
static void
test_odd_database_names (StoreTest *test, gconstpointer data)
{
  static const char *const names[] = { "a.b", "a+b (1).db", "[x]*.db", ".db", "Ünïcode.db" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) backups = NULL;

      g_free (test->path);
      test->path = store_test_build_path (test, names[i]);
      make_at (test, DD_BACKUP_REGULAR, NOW);
      backups = dd_backup_folder_list (test->path);
      g_assert_cmpuint (backups->len, ==, 1);
    }
}

static void
test_newest_first (StoreTest *test, gconstpointer data)
{
  static const gint64 times[] = { NOW - DAY, NOW, NOW - 5, NOW, NOW - 2 * DAY };
  g_autoptr (GPtrArray) backups = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    make_at (test, DD_BACKUP_REGULAR, times[i]);
  backups = dd_backup_folder_list (test->path);
  g_assert_cmpuint (backups->len, ==, G_N_ELEMENTS (times));
  for (guint i = 1; i < backups->len; i++)
    {
      const DdBackup *newer = g_ptr_array_index (backups, i - 1);
      const DdBackup *older = g_ptr_array_index (backups, i);
      g_assert_true (newer->time > older->time
                     || (newer->time == older->time && newer->serial > older->serial));
      g_assert_cmpuint (newer->bytes, ==, 6);
    }
}

static void
test_due (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    const char *name;
    DdBackupOccasion occasion;
    gint64 age;
    gboolean due;
  } cases[] = {
    { "just now", DD_BACKUP_REGULAR, 0, FALSE },
    { "almost a day ago", DD_BACKUP_REGULAR, DAY - 1, FALSE },
    { "a day ago", DD_BACKUP_REGULAR, DAY, TRUE },
    { "a year ago", DD_BACKUP_REGULAR, 365 * DAY, TRUE },
    { "made under a clock that ran ahead", DD_BACKUP_REGULAR, -1, TRUE },
    { "a special one", DD_BACKUP_BEFORE_RESTORE, 0, TRUE },
  };

  g_assert_true (dd_backup_folder_is_due (test->path, NOW));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) backups = NULL;

      g_test_message ("%s", cases[i].name);
      make_at (test, cases[i].occasion, NOW - cases[i].age);
      g_assert_cmpint (dd_backup_folder_is_due (test->path, NOW), ==, cases[i].due);
      backups = dd_backup_folder_list (test->path);
      g_assert_cmpuint (backups->len, ==, 1);
      g_assert_no_errno (g_unlink (((DdBackup *) g_ptr_array_index (backups, 0))->path));
    }
}

/* The newest stay; those of another occasion are not counted with them; strangers stay, too. */
static void
test_prune (StoreTest *test, gconstpointer data)
{
  g_autofree char *stranger = make_named (test, "drydock-by-hand.db");
  g_autofree char *made = dd_backup_folder_build_path (test->path, DD_BACKUP_REGULAR, NOW);
  g_autoptr (GPtrArray) backups = NULL;

  for (int i = 0; i < 20; i++)
    {
      make_at (test, DD_BACKUP_REGULAR, NOW - i * DAY);
      make_at (test, DD_BACKUP_BEFORE_RESTORE, NOW - i * DAY);
    }
  dd_backup_folder_prune (test->path, DD_BACKUP_REGULAR, made);
  g_assert_cmpuint (count (test, DD_BACKUP_REGULAR), ==, 7);
  g_assert_cmpuint (count (test, DD_BACKUP_BEFORE_RESTORE), ==, 20);
  backups = dd_backup_folder_list (test->path);
  for (guint i = 0; i < backups->len; i++)
    {
      const DdBackup *backup = g_ptr_array_index (backups, i);
      if (backup->occasion == DD_BACKUP_REGULAR)
        g_assert_cmpint (backup->time, >, NOW - 7 * DAY);
    }
  g_assert_true (g_file_test (stranger, G_FILE_TEST_EXISTS));
}

/* Under a clock that was set back, what was just made is the oldest by its name. */
static void
test_prune_keeps_what_was_made (StoreTest *test, gconstpointer data)
{
  g_autofree char *made = dd_backup_folder_build_path (test->path, DD_BACKUP_REGULAR, NOW);

  for (int i = 0; i < 9; i++)
    make_at (test, DD_BACKUP_REGULAR, NOW + i * DAY);
  dd_backup_folder_prune (test->path, DD_BACKUP_REGULAR, made);
  g_assert_cmpuint (count (test, DD_BACKUP_REGULAR), ==, 7);
  g_assert_true (g_file_test (made, G_FILE_TEST_EXISTS));
}

/* What a killed process left half done goes after a day; what somebody may be at stays. */
static void
test_prune_abandoned (StoreTest *test, gconstpointer data)
{
  g_autofree char *old = make_named (test, "drydock-20261101T110640Z.db.partial-00000001");
  g_autofree char *young = make_named (test, "drydock-20261118T110640Z.db.partial-00000002");
  g_autofree char *made = make_named (test, "drydock-20261118T110640Z.db");
  GStatBuf status;
  struct utimbuf times;

  g_assert_no_errno (g_stat (made, &status));
  times = (struct utimbuf){ status.st_mtime - DAY - 1, status.st_mtime - DAY - 1 };
  g_assert_no_errno (g_utime (old, &times));
  dd_backup_folder_prune (test->path, DD_BACKUP_REGULAR, made);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/backup-folder/names", test_names);
  store_test_add ("/backup-folder/other-names", test_other_names);
  store_test_add ("/backup-folder/odd-database-names", test_odd_database_names);
  store_test_add ("/backup-folder/newest-first", test_newest_first);
  store_test_add ("/backup-folder/due", test_due);
  store_test_add ("/backup-folder/prune", test_prune);
  store_test_add ("/backup-folder/prune-keeps-what-was-made", test_prune_keeps_what_was_made);
  store_test_add ("/backup-folder/prune-abandoned", test_prune_abandoned);
  return g_test_run ();
}
