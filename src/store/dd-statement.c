/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdStatement: a prepared statement, its parameters, its row.
 *
 * Binding, stepping and reading a column are what SQLite's are; releasing is O(1). SQLite accepts
 * text that no reader could read again (bytes that are not UTF-8, a NUL in the middle that hides
 * what follows): it is refused here, where every value of the store passes. A refused value must
 * not reach the file as NULL or half: the statement refuses to run until it is reset for new
 * values.
 */

#include "config.h"

#include "dd-statement.h"

#include "dd-connection-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DdStatement
{
  DdConnection *connection; /* (unowned) */
  sqlite3_stmt *statement;  /* (owned) */
  char *sql;                /* (owned) */
  char *what;               /* (owned): what the caller is doing */
  GError *refused;          /* (owned) (nullable): why a bound value was refused, the first one */
};

DdStatement *
dd_statement_new (DdConnection *connection, const char *sql, const char *what, GError **error)
{
  DdStatement *self;
  sqlite3_stmt *statement = NULL;
  const char *rest = NULL;
  int code = sqlite3_prepare_v3 (dd_connection_get_handle (connection), sql, -1,
                                 SQLITE_PREPARE_PERSISTENT, &statement, &rest);

  if (code != SQLITE_OK)
    {
      dd_connection_set_error (connection, code, what, error);
      return NULL;
    }
  g_assert (statement != NULL && *rest == '\0');

  self = g_new0 (DdStatement, 1);
  self->connection = connection;
  self->statement = statement;
  self->sql = g_strdup (sql);
  self->what = g_strdup (what);
  return self;
}

void
dd_statement_set_what (DdStatement *self, const char *what)
{
  if (strcmp (self->what, what) == 0)
    return;
  g_free (self->what);
  self->what = g_strdup (what);
}

const char *
dd_statement_get_sql (DdStatement *self)
{
  return self->sql;
}

void
dd_statement_free (DdStatement *self)
{
  sqlite3_finalize (self->statement);
  g_clear_error (&self->refused);
  g_free (self->what);
  g_free (self->sql);
  g_free (self);
}

void
dd_statement_release (DdStatement *self)
{
  dd_connection_assert_owner (self->connection);
  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
  g_clear_error (&self->refused);
  dd_connection_take_back (self->connection, self);
}

static void
refuse (DdStatement *self, const char *reason)
{
  if (self->refused == NULL)
    g_set_error (&self->refused, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT,
                 _ ("%s failed: %s Nothing was changed."), self->what, reason);
}

/* What SQLite itself refuses at binding is a value above its size, or an index that is not in the
 * statement: the first is the world's, the second ours. */
static void
check_bound (DdStatement *self, int code)
{
  g_assert (code != SQLITE_RANGE && code != SQLITE_MISUSE);
  if (code != SQLITE_OK && self->refused == NULL)
    dd_connection_set_error (self->connection, code, self->what, &self->refused);
}

void
dd_statement_bind_text (DdStatement *self, int index, const char *text, gssize length)
{
  gsize bytes;

  dd_connection_assert_owner (self->connection);
  if (text == NULL)
    {
      dd_statement_bind_null (self, index);
      return;
    }
  bytes = length < 0 ? strlen (text) : (gsize) length;
  if (memchr (text, '\0', bytes) != NULL)
    refuse (self, _ ("a text has a NUL character inside; remove it."));
  else if (!g_utf8_validate_len (text, bytes, NULL))
    refuse (self, _ ("a text is not valid UTF-8; enter it anew."));
  else
    check_bound (self, sqlite3_bind_text64 (self->statement, index, text, bytes, SQLITE_TRANSIENT,
                                            SQLITE_UTF8));
}

void
dd_statement_bind_int64 (DdStatement *self, int index, gint64 value)
{
  dd_connection_assert_owner (self->connection);
  check_bound (self, sqlite3_bind_int64 (self->statement, index, value));
}

void
dd_statement_bind_blob (DdStatement *self, int index, GBytes *bytes)
{
  gsize size = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  dd_connection_assert_owner (self->connection);
  if (bytes == NULL)
    dd_statement_bind_null (self, index);
  else if (size == 0)
    check_bound (self, sqlite3_bind_zeroblob (self->statement, index, 0));
  else
    check_bound (self, sqlite3_bind_blob64 (self->statement, index, data, size, SQLITE_TRANSIENT));
}

void
dd_statement_bind_null (DdStatement *self, int index)
{
  dd_connection_assert_owner (self->connection);
  check_bound (self, sqlite3_bind_null (self->statement, index));
}

gboolean
dd_statement_step (DdStatement *self, gboolean *row, GError **error)
{
  int code;

  dd_connection_assert_owner (self->connection);
  *row = FALSE;
  if (self->refused != NULL)
    {
      g_propagate_error (error, g_error_copy (self->refused));
      return FALSE;
    }
  code = sqlite3_step (self->statement);
  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  dd_connection_set_error (self->connection, code, self->what, error);
  return FALSE;
}

gboolean
dd_statement_run (DdStatement *self, GError **error)
{
  gboolean row = TRUE;
  gboolean ran = TRUE;

  while (ran && row)
    ran = dd_statement_step (self, &row, error);
  sqlite3_reset (self->statement);
  return ran;
}

void
dd_statement_reset (DdStatement *self)
{
  dd_connection_assert_owner (self->connection);
  sqlite3_reset (self->statement);
  g_clear_error (&self->refused);
}

gboolean
dd_statement_is_null (DdStatement *self, int column)
{
  dd_connection_assert_owner (self->connection);
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

const char *
dd_statement_get_text (DdStatement *self, int column)
{
  dd_connection_assert_owner (self->connection);
  return (const char *) sqlite3_column_text (self->statement, column);
}

gint64
dd_statement_get_int64 (DdStatement *self, int column)
{
  dd_connection_assert_owner (self->connection);
  return sqlite3_column_int64 (self->statement, column);
}

GBytes *
dd_statement_get_blob (DdStatement *self, int column)
{
  const void *data;

  if (dd_statement_is_null (self, column))
    return NULL;
  data = sqlite3_column_blob (self->statement, column);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->statement, column));
}
