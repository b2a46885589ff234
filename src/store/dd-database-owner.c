/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdDatabaseOwner: one open database, and what is done with it.
 *
 * Opening costs a reading of the file; running a job costs its SQL and a look for changes.
 *
 * Changes are looked for by asking SQLite, four times a second while nothing else is done, rather
 * than by a file monitor: the answer comes from memory that the processes share (a few
 * microseconds), is exact, works on every file system and in every sandbox, and cannot miss a log
 * that was deleted and made anew. After each job the same question finds this process's own
 * changes.
 *
 * Must not happen: a job on a file that was replaced under its feet; a job that leaves a
 * transaction open; a damaged file changed.
 */

#include "config.h"

#include "dd-database-owner.h"

#include "dd-backup.h"
#include "dd-connection-private.h"
#include "dd-database-check.h"
#include "dd-database-file.h"
#include "dd-migrations.h"

#include <glib/gi18n-lib.h>

struct _DdDatabaseOwner
{
  char *path;            /* (owned) */
  gboolean is_default;   /* @path is the default one, whose folder is ours */
  GPtrArray *migrations; /* (owned) (element-type DdMigration) */
  DdDatabaseTell tell;
  gpointer listener; /* (owned) */
  GDestroyNotify listener_free;

  DdConnection *connection; /* (owned) (nullable): open while there */
  guint32 data_version;     /* of what was told last */
  gboolean moved;           /* the file is no longer where it was, and that was told */

  GThread *backup;    /* (owned) (nullable): makes the daily backup */
  gint64 backup_time; /* Unix seconds: what it is named after */
  GMutex mutex;
  GError *backup_error; /* (owned) (nullable): guarded by the mutex */
};

DdDatabaseOwner *
dd_database_owner_new (const char *path,
                       GPtrArray *migrations,
                       DdDatabaseTell tell,
                       gpointer listener,
                       GDestroyNotify listener_free)
{
  DdDatabaseOwner *self = g_new0 (DdDatabaseOwner, 1);

  self->is_default = path == NULL;
  self->path = path != NULL ? g_strdup (path) : dd_database_file_get_default_path ();
  self->migrations = migrations;
  self->tell = tell;
  self->listener = listener;
  self->listener_free = listener_free;
  g_mutex_init (&self->mutex);
  return self;
}

const char *
dd_database_owner_get_path (DdDatabaseOwner *self)
{
  return self->path;
}

static void
set_backup_error (DdDatabaseOwner *self, GError *error)
{
  g_mutex_lock (&self->mutex);
  g_clear_error (&self->backup_error);
  self->backup_error = error;
  g_mutex_unlock (&self->mutex);
}

GError *
dd_database_owner_dup_backup_error (DdDatabaseOwner *self)
{
  GError *error;

  g_mutex_lock (&self->mutex);
  error = self->backup_error != NULL ? g_error_copy (self->backup_error) : NULL;
  g_mutex_unlock (&self->mutex);
  return error;
}

static gpointer
back_up (gpointer data)
{
  DdDatabaseOwner *self = data;
  GError *error = NULL;
  g_autofree char *made = dd_backup_make (dd_connection_get_path (self->connection),
                                          DD_BACKUP_REGULAR, self->backup_time, NULL, &error);

  set_backup_error (self, error);
  if (made == NULL)
    self->tell (self->listener, DD_DATABASE_NEWS_BACKUP_FAILED);
  return NULL;
}

/* On a thread and a connection of its own: reading a large file takes a second, in which others are
 * served. */
static void
begin_backup_if_due (DdDatabaseOwner *self, gint64 now)
{
  gboolean has_rows;

  if (!dd_backup_folder_is_due (dd_connection_get_path (self->connection), now)
      || !dd_backup_has_rows (self->connection, &has_rows, NULL) || !has_rows)
    return;
  self->backup_time = now;
  self->backup = g_thread_new ("drydock-backup", back_up, self);
}

static void
close_connection (DdDatabaseOwner *self)
{
  if (self->backup != NULL)
    g_thread_join (g_steal_pointer (&self->backup));
  g_clear_pointer (&self->connection, dd_connection_close);
  self->moved = FALSE;
}

void
dd_database_owner_free (gpointer data)
{
  DdDatabaseOwner *self = data;

  close_connection (self);
  self->listener_free (self->listener);
  g_ptr_array_unref (self->migrations);
  g_clear_error (&self->backup_error);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

/* What cannot be read now is told to whoever reads next. */
void
dd_database_owner_look (gpointer data)
{
  DdDatabaseOwner *self = data;
  guint32 version = self->data_version;

  if (self->connection == NULL || self->moved)
    return;
  self->moved = dd_connection_has_moved (self->connection);
  if (!self->moved)
    dd_connection_get_data_version (self->connection, &version, NULL);
  if (!self->moved && version == self->data_version)
    return;
  self->data_version = version;
  self->tell (self->listener, DD_DATABASE_NEWS_CHANGED);
}

static gboolean
open_connection (DdDatabaseOwner *self, gint64 now, GError **error)
{
  if (self->is_default && !dd_database_file_prepare_default (error))
    return FALSE;
  self->connection = dd_database_file_open (self->path, self->migrations, now, error);
  return self->connection != NULL
         && dd_connection_get_data_version (self->connection, &self->data_version, error);
}

gboolean
dd_database_owner_open (gpointer data, gpointer now, GCancellable *cancellable, GError **error)
{
  DdDatabaseOwner *self = data;

  if (self->connection != NULL)
    return TRUE;
  if (!open_connection (self, *(gint64 *) now, error))
    {
      close_connection (self);
      return FALSE;
    }
  begin_backup_if_due (self, *(gint64 *) now);
  return TRUE;
}

gboolean
dd_database_owner_close (gpointer self, gpointer nothing, GCancellable *cancellable, GError **error)
{
  close_connection (self);
  return TRUE;
}

static gboolean
check_open (DdDatabaseOwner *self, GError **error)
{
  if (self->connection == NULL)
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CLOSED,
                 _ ("The database “%s” is not open. Nothing was changed; open it first."),
                 self->path);
  else if (dd_connection_has_moved (self->connection))
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CLOSED,
                 _ ("The database “%s” was moved or replaced while it was open. Nothing was "
                    "changed; close it and open it again."),
                 self->path);
  else
    return TRUE;
  return FALSE;
}

gboolean
dd_database_owner_run (gpointer data, gpointer run_data, GCancellable *cancellable, GError **error)
{
  DdDatabaseOwner *self = data;
  DdDatabaseRun *run = run_data;
  gboolean done;

  if (!check_open (self, error))
    return FALSE;
  dd_connection_set_cancellable (self->connection, cancellable);
  done = run->func (self->connection, run->data, error);
  g_assert (!dd_connection_in_transaction (self->connection));
  dd_connection_set_cancellable (self->connection, NULL);
  return done;
}

/* Looked at from outside: what the connection read earlier it would not read again. */
static gboolean
check_present (DdDatabaseOwner *self, gint64 now, GError **error)
{
  if (self->connection == NULL && !open_connection (self, now, error))
    return FALSE;
  return dd_database_check_file (self->path, dd_migrations_get_newest (self->migrations), error);
}

/* What is damaged is set aside as it is, with the log beside it; not for a backup that is no
 * better. */
static gboolean
open_or_set_aside (DdDatabaseOwner *self, const DdDatabaseRestore *restore, GError **error)
{
  int newest = dd_migrations_get_newest (self->migrations);
  g_autoptr (GError) local = NULL;
  g_autofree char *aside = NULL;

  if (check_present (self, restore->now, &local))
    return TRUE;
  if (!g_error_matches (local, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!dd_database_check_file (restore->backup, newest, error))
    return FALSE;
  if (self->connection != NULL)
    dd_connection_keep_log (self->connection, TRUE);
  close_connection (self);
  aside = dd_database_file_set_aside (self->path, restore->now, error);
  return aside != NULL && open_connection (self, restore->now, error);
}

gboolean
dd_database_owner_restore (gpointer data,
                           gpointer restore_data,
                           GCancellable *cancellable,
                           GError **error)
{
  DdDatabaseOwner *self = data;
  const DdDatabaseRestore *restore = restore_data;

  if (self->connection != NULL && !check_open (self, error))
    return FALSE;
  return open_or_set_aside (self, restore, error)
         && dd_backup_restore (self->connection, restore->backup, self->migrations, restore->now,
                               cancellable, error);
}
