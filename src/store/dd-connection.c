/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdConnection: one open database file, used by one thread.
 *
 * Opening reads the header, preparing is O(1) for a statement used lately (the cache holds the last
 * CACHED_STATEMENTS released ones), a transaction costs one sync of the log. Durability is
 * SQLite's: with WAL and synchronous=FULL a transaction is on the disk when it returns.
 *
 * Must not happen: a call from another thread than the opener's; a transaction inside another; a
 * statement that outlives the connection.
 */

#include "config.h"

#include "dd-connection.h"

#include "dd-connection-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* More than a view needs at once, less than one would notice: a few kilobytes each. */
#define CACHED_STATEMENTS 64

/* The log is cut back to this many bytes when a checkpoint has emptied it. */
#define WAL_KEPT_BYTES "8388608"

/* In memory, for each connection. With SQLite's own 2 MB, planning all of ten thousand cases anew
 * would read most of the file again and again. */
#define CACHE_KIB "8000"

#define WAL_RETRY_MS 5

/* Some tens of microseconds of SQLite's work. */
#define INSTRUCTIONS_PER_CANCEL_CHECK 1000

/* Every file of Drydock's has pages of this size, so that each can be copied over each other. */
#define PAGE_BYTES "4096"

struct _DdConnection
{
  char *path;         /* (owned) */
  sqlite3 *handle;    /* (owned) */
  GThread *owner;     /* (unowned): the thread that opened it */
  GHashTable *cached; /* (owned) (element-type utf8 GList): idle statements, links of @recent */
  GQueue recent;      /* (element-type DdStatement) (owned): idle ones, last released first */
  guint in_use;       /* statements handed out */
  GData *data;        /* (owned): what others keep with it */

  DdConnectionGate gate; /* (nullable): what must be passed before anything is written */
  gpointer gate_data;    /* (unowned) */
};

void
dd_connection_assert_owner (DdConnection *self)
{
  g_assert (self->owner == g_thread_self ());
}

sqlite3 *
dd_connection_get_handle (DdConnection *self)
{
  dd_connection_assert_owner (self);
  return self->handle;
}

static int
get_file_errno (DdConnection *self, int which)
{
  sqlite3_file *file = NULL;
  int last = 0;

  sqlite3_file_control (self->handle, "main", which, &file);
  if (file != NULL && file->pMethods != NULL)
    file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &last);
  return last;
}

/* When it is a COMMIT that fails, only the file that could not be written knows why. */
static int
get_system_errno (DdConnection *self, int code)
{
  int last = sqlite3_system_errno (self->handle);

  if (last == 0 && (code & 0xff) == SQLITE_IOERR)
    last = get_file_errno (self, SQLITE_FCNTL_JOURNAL_POINTER);
  if (last == 0 && (code & 0xff) == SQLITE_IOERR)
    last = get_file_errno (self, SQLITE_FCNTL_FILE_POINTER);
  return last;
}

void
dd_connection_set_error (DdConnection *self, int code, const char *what, GError **error)
{
  g_autofree char *detail = g_strdup (sqlite3_errmsg (self->handle));

  dd_store_error_set_sqlite (error, code, get_system_errno (self, code), what, detail);
}

/* A file may come from anywhere: nothing in its schema runs code, and its own tables of shadow data
 * cannot be written by hand. */
static void
defend (sqlite3 *handle)
{
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
}

/* Some file systems (of a network, mostly) cannot share memory; SQLite then stays in its old mode,
 * in which readers and writers lock each other out. */
static gboolean
try_wal (DdConnection *self, const char *what, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (self, "PRAGMA journal_mode=WAL", what, error);
  gboolean row;

  if (statement == NULL || !dd_statement_step (statement, &row, error))
    return FALSE;
  if (row && g_strcmp0 (dd_statement_get_text (statement, 0), "wal") == 0)
    return TRUE;
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_FAILED,
               _ ("%s failed: the disk it is on cannot be shared between programs. Nothing was "
                  "changed; move the database to a local disk."),
               what);
  return FALSE;
}

/* A new file is switched to WAL once. SQLite does not wait by itself for another process that is
 * just doing so. */
gboolean
dd_connection_use_wal (DdConnection *self, const char *what, GError **error)
{
  for (int waited = 0;; waited += WAL_RETRY_MS)
    {
      g_autoptr (GError) local = NULL;

      if (try_wal (self, what, &local))
        return TRUE;
      if (waited >= DD_CONNECTION_BUSY_MS
          || !g_error_matches (local, DD_STORE_ERROR, DD_STORE_ERROR_BUSY))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_usleep (WAL_RETRY_MS * 1000);
    }
}

static gboolean
configure (DdConnection *self, const char *what, GError **error)
{
  defend (self->handle);
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, DD_CONNECTION_BUSY_MS);
  return dd_connection_exec (self,
                             "PRAGMA page_size=" PAGE_BYTES ";"
                             "PRAGMA cell_size_check=ON;"
                             "PRAGMA cache_size=-" CACHE_KIB ";"
                             "PRAGMA synchronous=FULL;"
                             "PRAGMA journal_size_limit=" WAL_KEPT_BYTES ";",
                             what, error);
}

/* SQLite would make a file that everybody may read. Nobody has a lock on a file made just now, so
 * closing it here drops none. */
static gboolean
make_file (const char *path, const char *what, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    return g_close (fd, error);
  dd_store_error_set_errno (error, errno, what);
  return FALSE;
}

static gboolean
open_file (DdConnection *self, DdConnectionMode mode, const char *what, GError **error)
{
  int flags = mode == DD_CONNECTION_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  int code;

  if (mode == DD_CONNECTION_CREATE && !make_file (self->path, what, error))
    return FALSE;
  code = sqlite3_open_v2 (self->path, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    dd_connection_set_error (self, code, what, error);
  return code == SQLITE_OK && configure (self, what, error);
}

DdConnection *
dd_connection_open_for (const char *path, DdConnectionMode mode, const char *what, GError **error)
{
  DdConnection *self = g_new0 (DdConnection, 1);

  self->path = g_strdup (path);
  self->owner = g_thread_self ();
  self->cached = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->recent);
  g_datalist_init (&self->data);
  if (open_file (self, mode, what, error))
    return self;
  dd_connection_close (self);
  return NULL;
}

DdConnection *
dd_connection_open (const char *path, DdConnectionMode mode, GError **error)
{
  g_autofree char *what = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  what = g_strdup_printf (_ ("Opening “%s”"), path);
  return dd_connection_open_for (path, mode, what, error);
}

void
dd_connection_close (DdConnection *self)
{
  int code G_GNUC_UNUSED;

  dd_connection_assert_owner (self);
  g_assert (self->in_use == 0);
  g_datalist_clear (&self->data);
  g_hash_table_unref (self->cached);
  g_queue_clear_full (&self->recent, (GDestroyNotify) dd_statement_free);
  code = sqlite3_close (self->handle);
  g_assert (code == SQLITE_OK);
  g_free (self->path);
  g_free (self);
}

const char *
dd_connection_get_path (DdConnection *self)
{
  return self->path;
}

gboolean
dd_connection_exec (DdConnection *self, const char *sql, const char *what, GError **error)
{
  int code;

  dd_connection_assert_owner (self);
  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    dd_connection_set_error (self, code, what, error);
  return code == SQLITE_OK;
}

static DdStatement *
take_cached (DdConnection *self, const char *sql)
{
  GList *link = g_hash_table_lookup (self->cached, sql);
  DdStatement *statement;

  if (link == NULL)
    return NULL;
  statement = link->data;
  g_hash_table_remove (self->cached, sql);
  g_queue_delete_link (&self->recent, link);
  return statement;
}

DdStatement *
dd_connection_prepare (DdConnection *self, const char *sql, const char *what, GError **error)
{
  DdStatement *statement;

  dd_connection_assert_owner (self);
  statement = take_cached (self, sql);
  if (statement != NULL)
    dd_statement_set_what (statement, what);
  else
    statement = dd_statement_new (self, sql, what, error);
  if (statement != NULL)
    self->in_use++;
  return statement;
}

void
dd_connection_take_back (DdConnection *self, DdStatement *statement)
{
  const char *sql = dd_statement_get_sql (statement);

  self->in_use--;
  if (g_hash_table_contains (self->cached, sql))
    {
      dd_statement_free (statement);
      return;
    }
  g_queue_push_head (&self->recent, statement);
  g_hash_table_insert (self->cached, (char *) sql, self->recent.head);
  if (self->recent.length > CACHED_STATEMENTS)
    {
      DdStatement *oldest = g_queue_pop_tail (&self->recent);
      g_hash_table_remove (self->cached, dd_statement_get_sql (oldest));
      dd_statement_free (oldest);
    }
}

gboolean
dd_connection_get_int64 (DdConnection *self,
                         const char *sql,
                         const char *what,
                         gint64 *value,
                         GError **error)
{
  g_autoptr (DdStatement) statement = dd_connection_prepare (self, sql, what, error);
  gboolean row;

  if (statement == NULL || !dd_statement_step (statement, &row, error))
    return FALSE;
  *value = row ? dd_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}

/* After an error SQLite may have rolled back by itself; a rollback of nothing would be an error. */
static void
roll_back (DdConnection *self)
{
  if (dd_connection_in_transaction (self))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

void
dd_connection_set_gate (DdConnection *self, DdConnectionGate gate, gpointer data)
{
  dd_connection_assert_owner (self);
  self->gate = gate;
  self->gate_data = data;
  sqlite3_exec (self->handle, "PRAGMA query_only=ON", NULL, NULL, NULL);
}

gboolean
dd_connection_pass_gate (DdConnection *self, GError **error)
{
  if (self->gate == NULL)
    return TRUE;
  if (!self->gate (self->gate_data, error))
    return FALSE;
  self->gate = NULL;
  sqlite3_exec (self->handle, "PRAGMA query_only=OFF", NULL, NULL, NULL);
  return TRUE;
}

gboolean
dd_connection_transaction (DdConnection *self,
                           DdConnectionFunc func,
                           gpointer data,
                           const char *what,
                           GError **error)
{
  g_assert (!dd_connection_in_transaction (self));
  if (!dd_connection_pass_gate (self, error)
      || !dd_connection_exec (self, "BEGIN IMMEDIATE", what, error))
    return FALSE;
  if (func (self, data, error) && dd_connection_exec (self, "COMMIT", what, error))
    return TRUE;
  roll_back (self);
  return FALSE;
}

gboolean
dd_connection_snapshot (DdConnection *self,
                        DdConnectionFunc func,
                        gpointer data,
                        const char *what,
                        GError **error)
{
  gboolean done;

  g_assert (!dd_connection_in_transaction (self));
  if (!dd_connection_exec (self, "BEGIN", what, error))
    return FALSE;
  done = func (self, data, error);
  g_assert (sqlite3_txn_state (self->handle, NULL) != SQLITE_TXN_WRITE);
  roll_back (self);
  return done;
}

gboolean
dd_connection_in_transaction (DdConnection *self)
{
  dd_connection_assert_owner (self);
  return !sqlite3_get_autocommit (self->handle);
}

void
dd_connection_keep_log (DdConnection *self, gboolean keep)
{
  dd_connection_assert_owner (self);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, (int) keep, NULL);
}

void
dd_connection_set_data (DdConnection *self, GQuark key, gpointer data, GDestroyNotify destroy)
{
  dd_connection_assert_owner (self);
  g_datalist_id_set_data_full (&self->data, key, data, destroy);
}

gpointer
dd_connection_get_data (DdConnection *self, GQuark key)
{
  dd_connection_assert_owner (self);
  return g_datalist_id_get_data (&self->data, key);
}

static int
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

void
dd_connection_set_cancellable (DdConnection *self, GCancellable *cancellable)
{
  dd_connection_assert_owner (self);
  sqlite3_progress_handler (self->handle, INSTRUCTIONS_PER_CANCEL_CHECK,
                            cancellable != NULL ? is_cancelled : NULL, cancellable);
}

gboolean
dd_connection_has_moved (DdConnection *self)
{
  int moved = FALSE;

  dd_connection_assert_owner (self);
  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  return moved;
}

/* The pragma makes SQLite look at the file; the number it gives itself leaves out what this
 * connection wrote. */
gboolean
dd_connection_get_data_version (DdConnection *self, guint32 *version, GError **error)
{
  gint64 others;

  if (!dd_connection_get_int64 (self, "PRAGMA data_version", _ ("Looking for changes"), &others,
                                error))
    return FALSE;
  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_DATA_VERSION, version);
  return TRUE;
}

gint64
dd_connection_get_changes (DdConnection *self)
{
  dd_connection_assert_owner (self);
  return sqlite3_changes64 (self->handle);
}

gint64
dd_connection_get_last_rowid (DdConnection *self)
{
  dd_connection_assert_owner (self);
  return sqlite3_last_insert_rowid (self->handle);
}
