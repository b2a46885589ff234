/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "dd-connection.h"

G_BEGIN_DECLS

/*
 * DdDatabase: the database as the rest of the program sees it.
 *
 * One thread owns the connection and does what it is given, in order; nobody waits for it. What is
 * to be done with the database is a function that gets the connection on that thread. Each such
 * call is there twice: _async with _finish for programs with a main loop, and _sync.
 *
 * Signal "changed" (in the main context that was the thread's default when the object was made):
 * something in the database is not as it was, whoever changed it; some changes may come as one. While
 * dd_database_set_watching(), another process's change is seen within half a second.
 *
 * Signal "sound" (in the same context): every page of the file is in order. A small file is checked
 * before it is open; a large one can be read meanwhile, and whoever changes it waits for the check
 * (about 1 ms a megabyte).
 *
 * Signal "damaged" (in the same context): the check found damage; see dd_database_dup_damage(). What
 * is given to the database fails from then on, until it is restored or opened again.
 *
 * Signal "moved" (in the same context): the file was moved, replaced or deleted while it was open. What
 * is given to the database fails from then on, until it is opened again.
 *
 * Signal "backup-failed" (in the same context): the daily backup, made beside everything else after
 * opening, was not made; see dd_database_dup_backup_error().
 */
#define DD_TYPE_DATABASE (dd_database_get_type ())
G_DECLARE_FINAL_TYPE (DdDatabase, dd_database, DD, DATABASE, GObject)

/* Makes the database of the file at @path (nullable: the default one) without opening it.
 * Returns: (transfer full): a new database */
DdDatabase *dd_database_new (const char *path);

/* Returns: (transfer none): the path of the file, as it was given, or the default one */
const char *dd_database_get_path (DdDatabase *self);

/* Opens the file, made if there is none: checks it, brings it to this Drydock's form, and begins the daily backup if it is due at @now, in Unix seconds. What is wrong
 * with the file is a DdStoreError, and the file is left as it was; one that is damaged offers a
 * backup (dd_store_error_get_backup()) for dd_database_restore_async(). */
void dd_database_open_async (DdDatabase *self, gint64 now, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);

/* Returns: whether the file is open */
gboolean dd_database_open_finish (DdDatabase *self, GAsyncResult *result, GError **error);

/* As dd_database_open_async(), and waits. */
gboolean dd_database_open_sync (DdDatabase *self, gint64 now, GError **error);

/* Closes the file once everything that was given before is done, the daily backup too. What is given
 * later fails with DD_STORE_ERROR_CLOSED, until it is opened again. */
void dd_database_close_async (DdDatabase *self, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);

/* Returns: TRUE; closing what is closed is no error */
gboolean dd_database_close_finish (DdDatabase *self, GAsyncResult *result, GError **error);

/* As dd_database_close_async(), and waits. */
void dd_database_close_sync (DdDatabase *self);

/* Calls @func with the connection and @data on the thread that owns it, after everything given
 * before. Cancelled before its turn, it is not called; cancelled meanwhile, its SQL fails with
 * G_IO_ERROR_CANCELLED and a transaction keeps nothing. @data is freed by @destroy (nullable) in the
 * caller's context, when the result is. */
void dd_database_run_async (DdDatabase *self, DdConnectionFunc func, gpointer data,
                            GDestroyNotify destroy, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);

/* Gives in @data (optional) (transfer none) what dd_database_run_async() was given, which lives as
 * long as @result: take out of it what the function put in.
 * Returns: what the function returned */
gboolean dd_database_run_finish (DdDatabase *self, GAsyncResult *result, gpointer *data,
                                 GError **error);

/* As dd_database_run_async(), and waits. Must not be called by a function that it runs. */
gboolean dd_database_run_sync (DdDatabase *self, DdConnectionFunc func, gpointer data,
                               GError **error);

/* Puts what the backup at @backup holds in place of the database's content (dd_backup_restore()). A
 * database that is not open is opened for it, and one that is damaged set aside first, beside its
 * place: "PATH.damaged-…". @now is in Unix seconds. */
void dd_database_restore_async (DdDatabase *self, const char *backup, gint64 now,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);

/* Returns: whether it was restored; the database is open then */
gboolean dd_database_restore_finish (DdDatabase *self, GAsyncResult *result, GError **error);

/* As dd_database_restore_async(), and waits. */
gboolean dd_database_restore_sync (DdDatabase *self, const char *backup, gint64 now,
                                   GError **error);

/* Begins the daily backup beside everything else, if it is due at @now, in Unix seconds: for programs
 * that are open longer than a day. */
void dd_database_back_up_if_due (DdDatabase *self, gint64 now);

/* Whether changes by other processes are looked for while there is nothing to do; not at first. Costs
 * four looks a second at shared memory. */
void dd_database_set_watching (DdDatabase *self, gboolean watching);

/* Returns: (transfer full) (nullable): why the last daily backup was not made */
GError *dd_database_dup_backup_error (DdDatabase *self);

/* Returns: (transfer full) (nullable): the damage that was found after the file was opened, with the
 * backup that can be restored, if there is one */
GError *dd_database_dup_damage (DdDatabase *self);

G_END_DECLS
