/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Whose file is it? The first 100 bytes of a database tell, and can be read without making SQLite
 * recover, convert or create anything.
 *
 * They are read through SQLite's own file: closing one that was opened beside it would drop the
 * locks which other connections of this process have on the same file.
 */

#include "config.h"

#include "dd-database-header.h"

#include "dd-migrations.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

/* From the description of SQLite's file format, section 1.3. */
#define HEADER_BYTES      100
#define VERSION_AT        60
#define APPLICATION_ID_AT 68

static const char magic[16] = "SQLite format 3";

static gint64
read_number (const guint8 *header, gsize at)
{
  guint32 number;

  memcpy (&number, header + at, sizeof number);
  return (gint32) GUINT32_FROM_BE (number);
}

static gboolean
fail_foreign (const char *path, GError **error)
{
  g_set_error (
      error, DD_STORE_ERROR, DD_STORE_ERROR_FOREIGN,
      _ ("“%s” is a database of another program, not Drydock's. Nothing in it was changed; "
         "choose another file."),
      path);
  return FALSE;
}

static gboolean
fail_damaged (const char *path, GError **error)
{
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT,
               _ ("“%s” is not a database, or its beginning is damaged. Nothing in it was changed; "
                  "restore a backup or choose another file."),
               path);
  return FALSE;
}

static gboolean
judge (const char *path, gint64 application_id, gint64 version, int newest, GError **error)
{
  if (application_id != DD_MIGRATION_APPLICATION_ID)
    return fail_foreign (path, error);
  if (version < 1)
    return fail_damaged (path, error);
  return dd_migrations_check_version (path, version, newest, error);
}

/* No SQL is run: its first look at a file may already make others beside it. Of a file that ends
 * before its header does nothing is believed. */
static gboolean
read_header (const char *path, guint8 *header, GError **error)
{
  g_autofree char *what = g_strdup_printf (_ ("Opening “%s”"), path);
  sqlite3 *handle = NULL;
  sqlite3_file *file = NULL;
  int code = sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, header, HEADER_BYTES, 0);
  if (code == SQLITE_IOERR_SHORT_READ)
    {
      memset (header, 0, HEADER_BYTES);
      code = SQLITE_OK;
    }
  if (code != SQLITE_OK)
    dd_store_error_set_sqlite (error, code, sqlite3_system_errno (handle), what,
                               sqlite3_errstr (code));
  sqlite3_close (handle);
  return code == SQLITE_OK;
}

gboolean
dd_database_header_judge (const char *path, int newest, GError **error)
{
  guint8 header[HEADER_BYTES];

  if (!read_header (path, header, error))
    return FALSE;
  if (memcmp (header, magic, sizeof magic) == 0)
    return judge (path, read_number (header, APPLICATION_ID_AT), read_number (header, VERSION_AT),
                  newest, error);
  return fail_damaged (path, error);
}

gboolean
dd_database_header_judge_open (DdConnection *connection, int newest, GError **error)
{
  g_autofree char *what = g_strdup_printf (_ ("Opening “%s”"), dd_connection_get_path (connection));
  gint64 application_id, version;

  return dd_connection_get_int64 (connection, "PRAGMA application_id", what, &application_id, error)
         && dd_connection_get_int64 (connection, "PRAGMA user_version", what, &version, error)
         && judge (dd_connection_get_path (connection), application_id, version, newest, error);
}
