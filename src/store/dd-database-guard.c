/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The check of a large file, on a connection and a thread of its own.
 *
 * Guarding costs nothing; the first transaction waits for what is left of the check, about 1 ms a
 * megabyte. The check reads one moment of the file, whatever other processes write meanwhile: they
 * have checked it for themselves.
 *
 * Must not happen: a byte written by this process to a file that is not yet known to be sound.
 * SQLite is told to refuse it (query_only), the log is not moved into the file, and a transaction
 * asks first. A check that could not be made is no verdict: the next transaction makes it again.
 */

#include "config.h"

#include "dd-database-guard.h"

#include "dd-backup-folder.h"
#include "dd-connection-private.h"
#include "dd-database-check.h"
#include "dd-side-job.h"

/* A window has drawn itself by then. */
#define PAUSE_MS 500

typedef struct
{
  DdConnection *connection; /* (unowned): the guarded one, for its owner's thread */
  char *path;               /* (owned) */
  int newest;
  DdSideJob *check; /* (owned) (nullable): until its verdict was asked for */

  GMutex mutex; /* of what follows */
  gboolean done;
  GError *error; /* (owned) (nullable): what was found, once it is done */
  DdDatabaseGuardFunc func;
  gpointer data; /* (unowned) */
} Guard;

static G_DEFINE_QUARK (dd - database - guard, guard)

    /* --- The check --- */

    static gboolean read_pages (Guard *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (DdConnection) connection =
      dd_connection_open (self->path, DD_CONNECTION_READ_ONLY, error);

  if (connection == NULL)
    return FALSE;
  dd_connection_set_cancellable (connection, cancellable);
  return dd_database_check_require_sound (connection, self->path, DD_DATABASE_CHECK_QUICK, error);
}

static void
check (gpointer data, GCancellable *cancellable)
{
  Guard *self = data;
  DdDatabaseGuardFunc func;
  GError *error = NULL;

  read_pages (self, cancellable, &error);
  dd_backup_folder_offer (error, self->path, self->newest);
  g_mutex_lock (&self->mutex);
  self->done = TRUE;
  self->error = error;
  func = self->func;
  g_mutex_unlock (&self->mutex);
  if (func != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    func (self->data, error);
}

static void
begin_check (Guard *self, guint pause_ms)
{
  self->done = FALSE;
  g_clear_error (&self->error);
  self->check = dd_side_job_new ("drydock-check", pause_ms, check, self);
}

/* Waits for the check, which is begun again when the last one came to no end. */
static gboolean
require_sound (gpointer data, GError **error)
{
  Guard *self = data;

  if (self->check == NULL && !g_error_matches (self->error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT))
    begin_check (self, 0);
  g_clear_pointer (&self->check, dd_side_job_finish);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/* --- The connection --- */

/* Of a file that is sound the log may be moved into it. */
static void
guard_free (gpointer data)
{
  Guard *self = data;

  g_clear_pointer (&self->check, dd_side_job_drop);
  if (self->done && self->error == NULL)
    dd_connection_keep_log (self->connection, FALSE);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

void
dd_database_guard_set (DdConnection *connection, int newest)
{
  Guard *self = g_new0 (Guard, 1);

  self->connection = connection;
  self->path = g_strdup (dd_connection_get_path (connection));
  self->newest = newest;
  g_mutex_init (&self->mutex);
  dd_connection_set_data (connection, guard_quark (), self, guard_free);
  dd_connection_set_gate (connection, require_sound, self);
  begin_check (self, PAUSE_MS);
}

void
dd_database_guard_tell (DdConnection *connection, DdDatabaseGuardFunc func, gpointer data)
{
  Guard *self = dd_connection_get_data (connection, guard_quark ());
  gboolean done = TRUE;

  if (self != NULL)
    {
      g_mutex_lock (&self->mutex);
      done = self->done;
      self->func = func;
      self->data = data;
      g_mutex_unlock (&self->mutex);
    }
  if (done)
    func (data, self != NULL ? self->error : NULL);
}

gboolean
dd_database_guard_judge (DdConnection *connection, GError **error)
{
  Guard *self = dd_connection_get_data (connection, guard_quark ());
  g_autoptr (GError) found = NULL;

  if (self == NULL)
    return TRUE;
  g_mutex_lock (&self->mutex);
  if (self->done && g_error_matches (self->error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT))
    found = g_error_copy (self->error);
  g_mutex_unlock (&self->mutex);
  if (found == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&found));
  return FALSE;
}
