/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Opening a database without harming what stands there.
 *
 * First the file is looked at from outside: is it a file, may it be written, does it begin as
 * Drydock's do? Then through SQLite, which by now only reads: is every page in order? (Of a large
 * file that is found out while it is read: dd-database-guard.c.) Only then may anything be written:
 * the backup, the migrations, the mode of its log. A new database is made whole beside its place
 * and moved there, so that nobody ever finds half of one.
 *
 * Must not happen: a byte changed in a file that is refused; a file overwritten.
 */

#include "config.h"

#include "dd-database-file.h"

#include "dd-backup.h"
#include "dd-connection-private.h"
#include "dd-database-check.h"
#include "dd-database-guard.h"
#include "dd-database-header.h"
#include "dd-migrations.h"
#include "dd-store-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef enum
{
  STATE_MISSING, /* there is nothing yet */
  STATE_EMPTY,   /* a file of no bytes, as mktemp makes them */
  STATE_FILLED,
} State;

char *
dd_database_file_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "drydock", "drydock.db", NULL);
}

gboolean
dd_database_file_prepare_default (GError **error)
{
  g_autofree char *path = dd_database_file_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *what = g_strdup_printf (_ ("Making the folder “%s”"), folder);

  if (!dd_store_file_make_folder (folder, what, error))
    return FALSE;
  dd_store_file_make_private (folder);
  dd_store_file_make_private (path);
  return TRUE;
}

char *
dd_database_file_resolve (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  char *real = realpath (absolute, NULL);
  char *resolved = g_strdup (real != NULL ? real : absolute);

  free (real);
  return resolved;
}

static gboolean
log_exists (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  return dd_store_file_get_size (log) > 0;
}

static gboolean
has_backups (const char *path)
{
  g_autoptr (GPtrArray) backups = dd_backup_folder_list (path);

  return backups->len > 0;
}

static G_GNUC_PRINTF (3, 4) gboolean
    fail (GError **error, DdStoreError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, DD_STORE_ERROR, (int) code, message);
  return FALSE;
}

/* Nothing there is a new database, unless something says that one was. */
static gboolean
judge_missing (const char *path, gboolean has_log, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return fail (error, DD_STORE_ERROR_NOT_FOUND,
                 _ ("“%s” is a link to a file that does not exist. Nothing was made; mend the link "
                    "or choose another file."),
                 path);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return fail (error, DD_STORE_ERROR_NOT_FOUND,
                 _ ("The folder “%s” does not exist. Nothing was made; make it or choose another."),
                 folder);
  if (has_log)
    return fail (error, DD_STORE_ERROR_CORRUPT,
                 _ ("“%s” is gone, but a log of changes to it is still there. Nothing was changed; "
                    "bring the file back or restore a backup."),
                 path);
  return TRUE;
}

static gboolean
judge_empty (const char *path, gboolean has_log, GError **error)
{
  if (!has_log && !has_backups (path))
    return TRUE;
  return fail (error, DD_STORE_ERROR_CORRUPT,
               _ ("“%s” is empty, though it was a database once. Nothing was changed; restore a "
                  "backup."),
               path);
}

/* SQLite needs to write beside the file, too. */
static gboolean
judge_access (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (path, F_OK) == 0 && g_access (path, R_OK | W_OK) != 0)
    return fail (
        error, DD_STORE_ERROR_READ_ONLY,
        _ ("You have no permission to read and write “%s”. Nothing was changed; change its "
           "permissions or choose another file."),
        path);
  if (g_access (folder, W_OK | X_OK) != 0)
    return fail (error, DD_STORE_ERROR_READ_ONLY,
                 _ ("The folder “%s” is read-only. Nothing was changed; allow writing to it or "
                    "choose another."),
                 folder);
  return TRUE;
}

/* The log is looked for before the file: whoever makes both makes the file first. */
static gboolean
look (const char *path, State *state, GError **error)
{
  gboolean has_log = log_exists (path);
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    {
      *state = STATE_MISSING;
      return judge_missing (path, has_log, error) && judge_access (path, error);
    }
  if (!S_ISREG (status.st_mode))
    return fail (error, DD_STORE_ERROR_FOREIGN,
                 _ ("“%s” is not a file but a folder or a device. Nothing was changed; choose "
                    "another."),
                 path);
  *state = status.st_size == 0 ? STATE_EMPTY : STATE_FILLED;
  return judge_access (path, error)
         && (*state == STATE_FILLED || judge_empty (path, has_log, error));
}

/* Another process may make one at the same time: the first to move it into place wins. */
static gboolean
make_new (const char *path, GPtrArray *migrations, GError **error)
{
  g_autofree char *what = g_strdup_printf (_ ("Making the database “%s”"), path);
  g_autofree char *beside = dd_store_file_build_unique (path, "new");
  DdConnection *connection = dd_connection_open (beside, DD_CONNECTION_CREATE, error);
  g_autoptr (GError) local = NULL;
  gboolean made;

  if (connection == NULL)
    return FALSE;
  made = dd_migrations_run (connection, migrations, &local);
  dd_connection_close (connection);
  made = made && dd_store_file_move_new (beside, path, what, &local);
  if (made)
    return TRUE;
  g_unlink (beside);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
is_in_wal_mode (DdConnection *connection)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, "PRAGMA journal_mode", _ ("Reading the database"), NULL);
  gboolean row;

  return statement != NULL && dd_statement_step (statement, &row, NULL) && row
         && g_str_equal (dd_statement_get_text (statement, 0), "wal");
}

/* A large file to which nothing needs to be done is checked while it is read. */
static gboolean
choose_depth (DdConnection *connection, int newest, DdDatabaseCheckDepth *depth, GError **error)
{
  gint64 version;

  if (!dd_connection_get_int64 (connection, "PRAGMA user_version", _ ("Reading the database"),
                                &version, error))
    return FALSE;
  *depth = DD_DATABASE_CHECK_QUICK;
  if (dd_store_file_get_size (dd_connection_get_path (connection)) > DD_DATABASE_GUARD_MIN_BYTES
      && version == newest && is_in_wal_mode (connection))
    *depth = DD_DATABASE_CHECK_SIZE;
  return TRUE;
}

static gboolean
judge_pages (DdConnection *connection, int newest, DdDatabaseCheckDepth *depth, GError **error)
{
  return dd_database_header_judge_open (connection, newest, error)
         && choose_depth (connection, newest, depth, error)
         && dd_database_check_require_sound (connection, dd_connection_get_path (connection),
                                             *depth, error);
}

static gboolean
back_up_before_upgrade (DdConnection *connection, int newest, gint64 now, GError **error)
{
  const char *path = dd_connection_get_path (connection);
  g_autofree char *made = NULL;
  gboolean has_rows;
  gint64 version;

  if (!dd_connection_get_int64 (connection, "PRAGMA user_version", _ ("Reading the database"),
                                &version, error))
    return FALSE;
  if (version >= newest)
    return TRUE;
  if (!dd_backup_has_rows (connection, &has_rows, error))
    return FALSE;
  if (!has_rows)
    return TRUE;
  made = dd_backup_make (path, DD_BACKUP_BEFORE_UPGRADE, now, NULL, error);
  return made != NULL;
}

/* Until the file is known to be sound and ours, nothing moves from its log into it. One that is
 * not known to be sound in all its pages is put under guard. */
static DdConnection *
open_filled (const char *path, GPtrArray *migrations, gint64 now, GError **error)
{
  int newest = dd_migrations_get_newest (migrations);
  gboolean had_log = log_exists (path);
  g_autoptr (DdConnection) connection = NULL;
  DdDatabaseCheckDepth depth;

  if (!dd_database_header_judge (path, newest, error))
    return NULL;
  connection = dd_connection_open (path, DD_CONNECTION_READ_WRITE, error);
  if (connection == NULL)
    return NULL;
  dd_connection_keep_log (connection, had_log);
  if (!judge_pages (connection, newest, &depth, error)
      || !back_up_before_upgrade (connection, newest, now, error)
      || !dd_migrations_run (connection, migrations, error))
    return NULL;
  if (depth == DD_DATABASE_CHECK_SIZE)
    dd_database_guard_set (connection, newest);
  else
    dd_connection_keep_log (connection, FALSE);
  return g_steal_pointer (&connection);
}

static DdConnection *
open_empty (const char *path, GPtrArray *migrations, GError **error)
{
  g_autoptr (DdConnection) connection = dd_connection_open (path, DD_CONNECTION_READ_WRITE, error);

  if (connection == NULL || !dd_migrations_run (connection, migrations, error))
    return NULL;
  return g_steal_pointer (&connection);
}

static DdConnection *
open_in_state (const char *path, State state, GPtrArray *migrations, gint64 now, GError **error)
{
  g_autofree char *what = g_strdup_printf (_ ("Opening “%s”"), path);
  g_autoptr (DdConnection) connection = NULL;

  if (state == STATE_MISSING && !make_new (path, migrations, error))
    return NULL;
  connection = state == STATE_EMPTY ? open_empty (path, migrations, error)
                                    : open_filled (path, migrations, now, error);
  if (connection == NULL || !dd_connection_use_wal (connection, what, error))
    return NULL;
  return g_steal_pointer (&connection);
}

DdConnection *
dd_database_file_open (const char *path, GPtrArray *migrations, gint64 now, GError **error)
{
  g_autofree char *real = dd_database_file_resolve (path);
  g_autoptr (GError) local = NULL;
  DdConnection *connection = NULL;
  State state = STATE_MISSING;

  if (look (real, &state, &local))
    connection = open_in_state (real, state, migrations, now, &local);
  if (connection != NULL)
    return connection;
  dd_backup_folder_offer (local, real, dd_migrations_get_newest (migrations));
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* What is moved later must not be taken for part of a new database of that name, and the log that
 * moves with the file still belongs to it. */
static gboolean
move_parts (const char *from, const char *to, const char *what, GError **error)
{
  static const char *const parts[] = { "", "-wal", "-journal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = g_strconcat (from, parts[i], NULL);
      g_autofree char *target = g_strconcat (to, parts[i], NULL);
      if (g_file_test (part, G_FILE_TEST_EXISTS)
          && !dd_store_file_move_new (part, target, what, error))
        return FALSE;
    }
  return TRUE;
}

char *
dd_database_file_set_aside (const char *path, gint64 now, GError **error)
{
  g_autofree char *real = dd_database_file_resolve (path);
  g_autofree char *what = g_strdup_printf (_ ("Setting “%s” aside"), real);
  g_autofree char *time = dd_store_file_format_time (now);
  g_autofree char *aside = g_strdup_printf ("%s.damaged-%s", real, time);

  for (int serial = 2; g_file_test (aside, G_FILE_TEST_EXISTS); serial++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%s.%d", real, time, serial);
    }
  return move_parts (real, aside, what, error) ? g_steal_pointer (&aside) : NULL;
}
