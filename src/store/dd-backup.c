/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Copies of a database and the way back, by SQLite's own backup.
 *
 * A copy costs reading and writing every page and then a full check: about 10 ms a megabyte. It
 * grows under a name of its own (NAME.partial-…) and is moved to its real one when it is whole and
 * sound. Restoring writes through the database's log like any transaction, so that its file stays
 * the same file for everybody who has it open.
 *
 * Must not happen: a copy of two moments; a copy that was not checked; a file overwritten; a
 * restore that leaves neither the old content nor the new.
 */

#include "config.h"

#include "dd-backup.h"

#include "dd-connection-private.h"
#include "dd-database-check.h"
#include "dd-database-header.h"
#include "dd-migrations.h"
#include "dd-store-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A megabyte, after which somebody may have cancelled. */
#define PAGES_PER_STEP 256

typedef struct
{
  DdConnection *to;
  GCancellable *cancellable;
  const char *what;
} Copy;

/* Inside a snapshot of @from: a writer elsewhere would otherwise make it start all over. */
static gboolean
copy_pages (DdConnection *from, gpointer data, GError **error)
{
  const Copy *copy = data;
  sqlite3 *to = dd_connection_get_handle (copy->to);
  sqlite3_backup *backup =
      sqlite3_backup_init (to, "main", dd_connection_get_handle (from), "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    {
      dd_connection_set_error (copy->to, sqlite3_extended_errcode (to), copy->what, error);
      return FALSE;
    }
  while (code == SQLITE_OK && !g_cancellable_is_cancelled (copy->cancellable))
    code = sqlite3_backup_step (backup, PAGES_PER_STEP);
  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;
  dd_connection_set_error (copy->to, code == SQLITE_OK ? SQLITE_INTERRUPT : code, copy->what,
                           error);
  return FALSE;
}

/* The copy of a database in WAL mode says that it is in it, too; it shall be one file. */
static gboolean
fill_copy (const char *path, DdConnection *to, Copy *copy, GError **error)
{
  g_autoptr (DdConnection) from =
      dd_connection_open_for (path, DD_CONNECTION_READ_ONLY, copy->what, error);

  return from != NULL && dd_connection_snapshot (from, copy_pages, copy, copy->what, error)
         && dd_connection_exec (to, "PRAGMA journal_mode=DELETE", copy->what, error)
         && dd_database_check_require_sound (to, path, DD_DATABASE_CHECK_FULL, error);
}

/* Returns: (transfer full) (nullable): a copy of the database at @path in a new file at @target */
static DdConnection *
open_copy (const char *path,
           const char *target,
           const char *what,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (DdConnection) to = dd_connection_open_for (target, DD_CONNECTION_CREATE, what, error);
  Copy copy = { to, cancellable, what };

  if (to == NULL)
    return NULL;
  dd_connection_set_cancellable (to, cancellable);
  if (fill_copy (path, to, &copy, error))
    return g_steal_pointer (&to);
  g_unlink (target);
  return NULL;
}

/* Returns: (transfer full) (nullable): a copy of the database under a name of its own beside
 * @target */
static char *
make_partial (const char *database,
              const char *target,
              const char *what,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *partial = dd_store_file_build_unique (target, "partial");
  DdConnection *copy = open_copy (database, partial, what, cancellable, error);

  if (copy == NULL)
    return NULL;
  dd_connection_close (copy);
  return g_steal_pointer (&partial);
}

/* Another process may make a backup in the same second: then the name that was free is taken, and
 * the next one is.
 * Returns: (transfer full) (nullable): the name that @partial has now */
static char *
move_to_free_name (const char *partial,
                   const char *database,
                   DdBackupOccasion occasion,
                   gint64 now,
                   const char *what,
                   GError **error)
{
  for (;;)
    {
      g_autofree char *path = dd_backup_folder_build_path (database, occasion, now);
      GError *failure = NULL;

      if (dd_store_file_move_new (partial, path, what, &failure))
        return g_steal_pointer (&path);
      if (!g_error_matches (failure, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT)
          || !g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_propagate_error (error, failure);
          return NULL;
        }
      g_error_free (failure);
    }
}

char *
dd_backup_make (const char *database,
                DdBackupOccasion occasion,
                gint64 now,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *target = dd_backup_folder_build_path (database, occasion, now);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *partial = NULL;
  const char *what = _ ("Making a backup");
  char *path;

  if (!dd_store_file_make_folder (folder, what, error))
    return NULL;
  partial = make_partial (database, target, what, cancellable, error);
  if (partial == NULL)
    return NULL;
  path = move_to_free_name (partial, database, occasion, now, what, error);
  if (path != NULL)
    dd_backup_folder_prune (database, occasion, path);
  else
    g_unlink (partial);
  return path;
}

gboolean
dd_backup_make_at (const char *database,
                   const char *target,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *what = g_strdup_printf (_ ("Making the backup “%s”"), target);
  g_autofree char *partial = NULL;

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      dd_store_error_set_errno (error, EEXIST, what);
      return FALSE;
    }
  partial = make_partial (database, target, what, cancellable, error);
  if (partial == NULL)
    return FALSE;
  if (dd_store_file_move_new (partial, target, what, error))
    return TRUE;
  g_unlink (partial);
  return FALSE;
}

gboolean
dd_backup_has_rows (DdConnection *connection, gboolean *has_rows, GError **error)
{
  const char *what = _ ("Reading the database");
  g_autoptr (DdStatement) tables = dd_connection_prepare (
      connection,
      "SELECT printf ('SELECT EXISTS (SELECT 1 FROM \"%w\")', name) FROM pragma_table_list"
      " WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*'",
      what, error);
  gboolean row = TRUE;
  gint64 found = 0;

  if (tables == NULL)
    return FALSE;
  while (row && found == 0)
    if (!dd_statement_step (tables, &row, error)
        || (row
            && !dd_connection_get_int64 (connection, dd_statement_get_text (tables, 0), what,
                                         &found, error)))
      return FALSE;
  *has_rows = found != 0;
  return TRUE;
}

/* Whatever is wrong with the backup shows before anything else is touched. */
static DdConnection *
prepare_restore (const char *backup,
                 const char *target,
                 const char *what,
                 GPtrArray *migrations,
                 GCancellable *cancellable,
                 GError **error)
{
  int newest = dd_migrations_get_newest (migrations);
  g_autoptr (DdConnection) copy = NULL;

  if (!dd_database_header_judge (backup, newest, error))
    return NULL;
  copy = open_copy (backup, target, what, cancellable, error);
  if (copy == NULL || !dd_database_header_judge_open (copy, newest, error)
      || !dd_migrations_run (copy, migrations, error))
    return NULL;
  return g_steal_pointer (&copy);
}

static gboolean
save_present (DdConnection *connection, gint64 now, GCancellable *cancellable, GError **error)
{
  g_autofree char *made = NULL;
  gboolean has_rows;

  if (!dd_backup_has_rows (connection, &has_rows, error))
    return FALSE;
  if (!has_rows)
    return TRUE;
  made = dd_backup_make (dd_connection_get_path (connection), DD_BACKUP_BEFORE_RESTORE, now,
                         cancellable, error);
  return made != NULL;
}

gboolean
dd_backup_restore (DdConnection *connection,
                   const char *backup,
                   GPtrArray *migrations,
                   gint64 now,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *what = g_strdup_printf (_ ("Restoring “%s”"), backup);
  g_autofree char *prepared =
      dd_store_file_build_unique (dd_connection_get_path (connection), "restoring");
  g_autoptr (DdConnection) from = NULL;
  Copy copy = { connection, cancellable, what };
  gboolean restored;

  from = prepare_restore (backup, prepared, what, migrations, cancellable, error);
  restored = from != NULL && dd_connection_pass_gate (connection, error)
             && save_present (connection, now, cancellable, error)
             && dd_connection_snapshot (from, copy_pages, &copy, what, error);
  g_unlink (prepared);
  return restored;
}
