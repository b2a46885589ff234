/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "dd-connection.h"

G_BEGIN_DECLS

/*
 * DdDatabaseOwner: what the thread that owns the connection does; the worker's state in DdDatabase.
 *
 * Everything below but making one and dup_backup_error() is called on that thread alone. The
 * functions with a cancellable are jobs (DdStoreWorkerFunc): @self is the owner, and their data is
 * named by the second argument. What is run fails once damage is known.
 */
typedef struct _DdDatabaseOwner DdDatabaseOwner;

/**
 * DdDatabaseNews:
 * @DD_DATABASE_NEWS_CHANGED: something in the database is not as it was
 * @DD_DATABASE_NEWS_SOUND: every page of the file that was opened is in order
 * @DD_DATABASE_NEWS_DAMAGED: that is not so; nothing is done with it any more
 * @DD_DATABASE_NEWS_MOVED: the file is no longer where it was; nothing is done with it any more
 * @DD_DATABASE_NEWS_BACKUP_FAILED: the daily backup was not made
 */
typedef enum
{
  DD_DATABASE_NEWS_CHANGED,
  DD_DATABASE_NEWS_SOUND,
  DD_DATABASE_NEWS_DAMAGED,
  DD_DATABASE_NEWS_MOVED,
  DD_DATABASE_NEWS_BACKUP_FAILED,
} DdDatabaseNews;

/* Who is told the news, on any thread. */
typedef void (*DdDatabaseTell) (gpointer listener, DdDatabaseNews news);

/* What is to be run. */
typedef struct
{
  DdConnectionFunc func;
  gpointer data;          /* (owned) when there is a @destroy */
  GDestroyNotify destroy; /* (nullable) */
} DdDatabaseRun;

/* What is to be restored. */
typedef struct
{
  char *backup; /* (owned): path */
  gint64 now;   /* Unix seconds */
} DdDatabaseRestore;

/* Makes the owner of the database at @path (nullable: the default one), with @migrations (transfer
 * full). @listener is freed with it. May be called on any thread.
 * Returns: (transfer full): a new owner, with nothing open */
DdDatabaseOwner *dd_database_owner_new (const char *path, GPtrArray *migrations,
                                        DdDatabaseTell tell, gpointer listener,
                                        GDestroyNotify listener_free);

/* Closes what is open and frees @self, a DdDatabaseOwner. */
void dd_database_owner_free (gpointer self);

/* Returns: (transfer none): the path, on any thread */
const char *dd_database_owner_get_path (DdDatabaseOwner *self);

/* Returns: (transfer full) (nullable): why the last daily backup was not made, on any thread */
GError *dd_database_owner_dup_backup_error (DdDatabaseOwner *self);

/* Returns: (transfer full) (nullable): the damage that was found in the file after it was opened, on
 * any thread */
GError *dd_database_owner_dup_damage (DdDatabaseOwner *self);

/* Tells the listener when the database changed since the last look. */
void dd_database_owner_look (gpointer self);

/* Opens the file; @now is a gint64 of Unix seconds. Does nothing when it is open; opens it anew when it
 * was moved or replaced, or damage was found in it. */
gboolean dd_database_owner_open (gpointer self, gpointer now, GCancellable *cancellable,
                                 GError **error);

/* Closes the file, after the daily backup; @nothing is not looked at. Never fails. */
gboolean dd_database_owner_close (gpointer self, gpointer nothing, GCancellable *cancellable,
                                  GError **error);

/* Begins the daily backup if it is due at @now, a gint64 of Unix seconds. */
gboolean dd_database_owner_back_up_if_due (gpointer self, gpointer now, GCancellable *cancellable,
                                           GError **error);

/* Calls the function of @run, a DdDatabaseRun. */
gboolean dd_database_owner_run (gpointer self, gpointer run, GCancellable *cancellable,
                                GError **error);

/* Restores a backup; @restore is a DdDatabaseRestore. */
gboolean dd_database_owner_restore (gpointer self, gpointer restore, GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
