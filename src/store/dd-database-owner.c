/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdDatabaseOwner: one open database, and what is done with it.
 *
 * Opening costs a reading of a small file; running a job costs its SQL and a look for changes.
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
#include "dd-database-guard.h"
#include "dd-migrations.h"
#include "dd-side-job.h"

#include <glib/gi18n-lib.h>

/* A window is there and the check of a large file over by then. */
#define BACKUP_PAUSE_MS 2000

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
  gboolean expected;        /* it was open and nobody closed it: there must be a file */

  DdSideJob *backup;    /* (owned) (nullable): makes the daily backup */
  gint64 backup_time;   /* Unix seconds: what it is named after */
  GMutex mutex;         /* of what follows */
  GError *backup_error; /* (owned) (nullable) */
  GError *damage;       /* (owned) (nullable): found since it was opened */
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

/* Puts @error (transfer full) (nullable) in the place of @member. */
static void
set_error (DdDatabaseOwner *self, GError **member, GError *error)
{
  g_mutex_lock (&self->mutex);
  g_clear_error (member);
  *member = error;
  g_mutex_unlock (&self->mutex);
}

static GError *
dup_error (DdDatabaseOwner *self, GError *const *member)
{
  GError *error;

  g_mutex_lock (&self->mutex);
  error = *member != NULL ? g_error_copy (*member) : NULL;
  g_mutex_unlock (&self->mutex);
  return error;
}

GError *
dd_database_owner_dup_backup_error (DdDatabaseOwner *self)
{
  return dup_error (self, &self->backup_error);
}

GError *
dd_database_owner_dup_damage (DdDatabaseOwner *self)
{
  return dup_error (self, &self->damage);
}

static void
back_up (gpointer data, GCancellable *cancellable)
{
  DdDatabaseOwner *self = data;
  GError *error = NULL;
  g_autofree char *made = dd_backup_make (dd_connection_get_path (self->connection),
                                          DD_BACKUP_REGULAR, self->backup_time, NULL, &error);

  set_error (self, &self->backup_error, error);
  if (made == NULL)
    self->tell (self->listener, DD_DATABASE_NEWS_BACKUP_FAILED);
}

/* Beside everything else: reading a large file takes a second, in which others are served. The one
 * of the day before is long done when another is due. */
static void
begin_backup_if_due (DdDatabaseOwner *self, gint64 now)
{
  gboolean has_rows;

  if (!dd_backup_folder_is_due (dd_connection_get_path (self->connection), now)
      || !dd_backup_has_rows (self->connection, &has_rows, NULL) || !has_rows)
    return;
  g_clear_pointer (&self->backup, dd_side_job_finish);
  self->backup_time = now;
  self->backup = dd_side_job_new ("drydock-backup", BACKUP_PAUSE_MS, back_up, self);
}

static void
on_checked (gpointer data, const GError *error)
{
  DdDatabaseOwner *self = data;

  if (error == NULL)
    self->tell (self->listener, DD_DATABASE_NEWS_SOUND);
  else if (g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT))
    {
      set_error (self, &self->damage, g_error_copy (error));
      self->tell (self->listener, DD_DATABASE_NEWS_DAMAGED);
    }
}

static void
close_connection (DdDatabaseOwner *self)
{
  g_clear_pointer (&self->backup, dd_side_job_finish);
  g_clear_pointer (&self->connection, dd_connection_close);
  set_error (self, &self->damage, NULL);
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
  g_clear_error (&self->damage);
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
  if (self->moved)
    {
      self->tell (self->listener, DD_DATABASE_NEWS_MOVED);
      return;
    }
  dd_connection_get_data_version (self->connection, &version, NULL);
  if (version == self->data_version)
    return;
  self->data_version = version;
  self->tell (self->listener, DD_DATABASE_NEWS_CHANGED);
}

/* An empty database in the place of one that was there a moment ago would hide that it is gone. */
static gboolean
check_not_gone (DdDatabaseOwner *self, GError **error)
{
  GError *gone;

  if (!self->expected || g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;
  gone = g_error_new (DD_STORE_ERROR, DD_STORE_ERROR_CORRUPT,
                      _ ("“%s” is gone. Bring the file back, or restore a backup."), self->path);
  dd_backup_folder_offer (gone, self->path, dd_migrations_get_newest (self->migrations));
  g_propagate_error (error, gone);
  return FALSE;
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

static gboolean
check_there (DdDatabaseOwner *self, GError **error)
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

static gboolean
check_open (DdDatabaseOwner *self, GError **error)
{
  return check_there (self, error) && dd_database_guard_judge (self->connection, error);
}

gboolean
dd_database_owner_open (gpointer data, gpointer now, GCancellable *cancellable, GError **error)
{
  DdDatabaseOwner *self = data;

  if (self->connection != NULL && check_open (self, NULL))
    return TRUE;
  close_connection (self);
  if (!check_not_gone (self, error) || !open_connection (self, *(gint64 *) now, error))
    {
      close_connection (self);
      return FALSE;
    }
  /* What was shown until now may be another file's. */
  if (self->expected)
    self->tell (self->listener, DD_DATABASE_NEWS_CHANGED);
  self->expected = TRUE;
  dd_database_guard_tell (self->connection, on_checked, self);
  begin_backup_if_due (self, *(gint64 *) now);
  return TRUE;
}

gboolean
dd_database_owner_back_up_if_due (gpointer data,
                                  gpointer now,
                                  GCancellable *cancellable,
                                  GError **error)
{
  DdDatabaseOwner *self = data;

  if (!check_open (self, error))
    return FALSE;
  begin_backup_if_due (self, *(gint64 *) now);
  return TRUE;
}

gboolean
dd_database_owner_close (gpointer data, gpointer nothing, GCancellable *cancellable, GError **error)
{
  DdDatabaseOwner *self = data;

  close_connection (self);
  self->expected = FALSE;
  return TRUE;
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

  if (self->connection != NULL && !check_there (self, error))
    return FALSE;
  return open_or_set_aside (self, restore, error)
         && dd_backup_restore (self->connection, restore->backup, self->migrations, restore->now,
                               cancellable, error);
}
