/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What a person is told when the store fails, and what the program can do about it.
 */

#include "config.h"

#include "dd-store-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <sqlite3.h>
#include <string.h>

static void
test_sqlite (void)
{
  static const struct
  {
    int code;
    int system_errno;
    DdStoreError expected;
    const char *words;
  } cases[] = {
    { SQLITE_BUSY, 0, DD_STORE_ERROR_BUSY, "another program" },
    { SQLITE_BUSY_SNAPSHOT, 0, DD_STORE_ERROR_BUSY, "another program" },
    { SQLITE_LOCKED, 0, DD_STORE_ERROR_BUSY, "another program" },
    { SQLITE_FULL, 0, DD_STORE_ERROR_FULL, "disk is full" },
    { SQLITE_IOERR_WRITE, ENOSPC, DD_STORE_ERROR_FULL, "disk is full" },
    { SQLITE_IOERR_WRITE, EDQUOT, DD_STORE_ERROR_FULL, "disk is full" },
    { SQLITE_IOERR_WRITE, EFBIG, DD_STORE_ERROR_FULL, "disk is full" },
    { SQLITE_IOERR_SHMSIZE, ENOSPC, DD_STORE_ERROR_FULL, "disk is full" },
    { SQLITE_IOERR_WRITE, EROFS, DD_STORE_ERROR_READ_ONLY, "read-only" },
    { SQLITE_IOERR_READ, EIO, DD_STORE_ERROR_FAILED, "disk reports an error" },
    { SQLITE_READONLY, 0, DD_STORE_ERROR_READ_ONLY, "read-only" },
    { SQLITE_READONLY_DIRECTORY, 0, DD_STORE_ERROR_READ_ONLY, "read-only" },
    { SQLITE_PERM, 0, DD_STORE_ERROR_READ_ONLY, "read-only" },
    { SQLITE_CANTOPEN, EACCES, DD_STORE_ERROR_READ_ONLY, "read-only" },
    { SQLITE_CANTOPEN, 0, DD_STORE_ERROR_READ_ONLY, "cannot be opened" },
    { SQLITE_CANTOPEN, ENOENT, DD_STORE_ERROR_NOT_FOUND, "no such file" },
    { SQLITE_CORRUPT, 0, DD_STORE_ERROR_CORRUPT, "is damaged" },
    { SQLITE_CORRUPT_INDEX, 0, DD_STORE_ERROR_CORRUPT, "is damaged" },
    { SQLITE_NOTADB, 0, DD_STORE_ERROR_CORRUPT, "not a database" },
    { SQLITE_CONSTRAINT_CHECK, 0, DD_STORE_ERROR_CONSTRAINT, "(the detail)" },
    { SQLITE_CONSTRAINT_FOREIGNKEY, 0, DD_STORE_ERROR_CONSTRAINT, "(the detail)" },
    { SQLITE_TOOBIG, 0, DD_STORE_ERROR_CONSTRAINT, "too large" },
    { SQLITE_ERROR, 0, DD_STORE_ERROR_FAILED, "the detail" },
    { SQLITE_NOMEM, 0, DD_STORE_ERROR_FAILED, "the detail" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      dd_store_error_set_sqlite (&error, cases[i].code, cases[i].system_errno, "Saving the case",
                                 "the detail");
      g_test_message ("%s", error->message);
      g_assert_error (error, DD_STORE_ERROR, (int) cases[i].expected);
      g_assert_true (g_str_has_prefix (error->message, "Saving the case failed: "));
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

static void
test_interrupt (void)
{
  g_autoptr (GError) error = NULL;

  dd_store_error_set_sqlite (&error, SQLITE_INTERRUPT, 0, "Searching", "interrupted");
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (error->message, ==, "Searching was cancelled.");
}

static void
test_errno (void)
{
  static const struct
  {
    int system_errno;
    DdStoreError expected;
    const char *words;
  } cases[] = {
    { ENOSPC, DD_STORE_ERROR_FULL, "disk is full" },
    { EROFS, DD_STORE_ERROR_READ_ONLY, "read-only" },
    { EACCES, DD_STORE_ERROR_READ_ONLY, "read-only" },
    { ENOENT, DD_STORE_ERROR_NOT_FOUND, "no such file" },
    { ENOTDIR, DD_STORE_ERROR_NOT_FOUND, "no such file" },
    { EEXIST, DD_STORE_ERROR_CONSTRAINT, "of that name already" },
    { EIO, DD_STORE_ERROR_FAILED, "Nothing was changed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      dd_store_error_set_errno (&error, cases[i].system_errno, "Making a backup");
      g_test_message ("%s", error->message);
      g_assert_error (error, DD_STORE_ERROR, (int) cases[i].expected);
      g_assert_true (g_str_has_prefix (error->message, "Making a backup failed: "));
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

/* The offer goes wherever the error is copied to. */
static void
test_offer_backup (void)
{
  g_autoptr (GError) error = g_error_new (DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT, "It is damaged.");
  g_autoptr (GError) copy = NULL;
  g_autoptr (GError) other = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "Something else.");

  g_assert_null (dd_store_error_get_backup (error));
  g_assert_null (dd_store_error_get_backup (other));
  dd_store_error_offer_backup (error, "/home/anna/backups/good.db");
  copy = g_error_copy (error);
  g_assert_cmpstr (dd_store_error_get_backup (copy), ==, "/home/anna/backups/good.db");
  g_assert_cmpstr (copy->message, ==,
                   "It is damaged. The newest good backup is “/home/anna/backups/good.db”.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-error/sqlite", test_sqlite);
  g_test_add_func ("/store-error/interrupt", test_interrupt);
  g_test_add_func ("/store-error/errno", test_errno);
  g_test_add_func ("/store-error/offer-backup", test_offer_backup);
  return g_test_run ();
}
