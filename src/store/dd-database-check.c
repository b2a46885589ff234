/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Is the database sound? SQLite's own checks, with what they find as sentences.
 *
 * The quick one reads every page once and is run on every database that is opened, on a large one
 * beside its first use (dd-database-guard.c); the full one, run
 * on every copy and when asked for, also compares indices with tables and follows references. With
 * 10,000 cases (85 MB) they take 75 ms and 0.4 s. Neither writes.
 */

#include "config.h"

#include "dd-database-check.h"

#include "dd-database-header.h"
#include "dd-store-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One row may hold several lines, the first of which only names the database. */
static void
add_problem (DdDatabaseCheck *self, DdStatement *statement)
{
  g_auto (GStrv) lines = g_strsplit (dd_statement_get_text (statement, 0), "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (strcmp (lines[i], "ok") != 0 && !g_str_has_prefix (lines[i], "***"))
      g_ptr_array_add (self->problems, g_strdup (lines[i]));
}

static void
add_lost_reference (DdDatabaseCheck *self, DdStatement *statement)
{
  g_ptr_array_add (self->problems,
                   g_strdup_printf (_ ("a row of “%s” refers to one of “%s” that does not exist"),
                                    dd_statement_get_text (statement, 0),
                                    dd_statement_get_text (statement, 2)));
}

static gboolean
collect (DdDatabaseCheck *self,
         DdConnection *connection,
         const char *sql,
         void (*add) (DdDatabaseCheck *, DdStatement *),
         GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, sql, _ ("Checking the database"), error);
  gboolean row;

  while (statement != NULL && dd_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      add (self, statement);
    }
  return FALSE;
}

/* SQLite reads zeros where the last page is cut off, which may look right. While there is a log,
 * the end of the file may still be in it. */
static gboolean
measure (DdDatabaseCheck *self, DdConnection *connection, GError **error)
{
  const char *path = dd_connection_get_path (connection);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  gint64 expected;

  if (!dd_connection_get_int64 (connection,
                                "SELECT page_count * page_size FROM pragma_page_count,"
                                " pragma_page_size",
                                _ ("Checking the database"), &expected, error))
    return FALSE;
  self->log_bytes = dd_store_file_get_size (log);
  self->file_bytes = dd_store_file_get_size (path);
  if (self->log_bytes == 0 && self->file_bytes < (guint64) expected)
    g_ptr_array_add (self->problems, g_strdup (_ ("its end is missing")));
  return TRUE;
}

static gboolean
fill (DdDatabaseCheck *self, DdConnection *connection, DdDatabaseCheckDepth depth, GError **error)
{
  if (!measure (self, connection, error)
      || !dd_connection_get_int64 (connection, "PRAGMA user_version", _ ("Checking the database"),
                                   &self->version, error))
    return FALSE;
  if (depth == DD_DATABASE_CHECK_SIZE)
    return TRUE;
  if (depth == DD_DATABASE_CHECK_QUICK)
    return collect (self, connection, "PRAGMA quick_check(100)", add_problem, error);
  return collect (self, connection, "PRAGMA integrity_check(100)", add_problem, error)
         && collect (self, connection, "SELECT * FROM pragma_foreign_key_check LIMIT 100",
                     add_lost_reference, error);
}

DdDatabaseCheck *
dd_database_check_run (DdConnection *connection, DdDatabaseCheckDepth depth, GError **error)
{
  g_autoptr (DdDatabaseCheck) self = g_new0 (DdDatabaseCheck, 1);
  g_autoptr (GError) local = NULL;

  self->problems = g_ptr_array_new_with_free_func (g_free);
  if (fill (self, connection, depth, &local))
    return g_steal_pointer (&self);
  if (g_error_matches (local, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT))
    {
      g_ptr_array_add (self->problems, g_strdup (_ ("its pages do not fit together")));
      return g_steal_pointer (&self);
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

gboolean
dd_database_check_judge (const DdDatabaseCheck *self, const char *path, GError **error)
{
  if (self->problems->len == 0)
    return TRUE;
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT,
               _ ("“%s” is damaged (%s). Nothing in it was changed; restore a backup."), path,
               (const char *) g_ptr_array_index (self->problems, 0));
  return FALSE;
}

gboolean
dd_database_check_require_sound (DdConnection *connection,
                                 const char *path,
                                 DdDatabaseCheckDepth depth,
                                 GError **error)
{
  g_autoptr (DdDatabaseCheck) check = dd_database_check_run (connection, depth, error);

  return check != NULL && dd_database_check_judge (check, path, error);
}

gboolean
dd_database_check_file (const char *path, int newest, GError **error)
{
  g_autoptr (DdConnection) connection = NULL;

  if (!dd_database_header_judge (path, newest, error))
    return FALSE;
  connection = dd_connection_open (path, DD_CONNECTION_READ_ONLY, error);
  return connection != NULL
         && dd_database_check_require_sound (connection, path, DD_DATABASE_CHECK_FULL, error);
}

void
dd_database_check_free (DdDatabaseCheck *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}
