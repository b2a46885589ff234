/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "dd-connection.h"

G_BEGIN_DECLS

/* Returns: (transfer none): SQLite's own handle, for what is SQLite's alone (backup, file controls) */
sqlite3 *dd_connection_get_handle (DdConnection *self);

/* As dd_connection_open(), where the error shall say what it was opened for. */
DdConnection *dd_connection_open_for (const char *path, DdConnectionMode mode, const char *what,
                                      GError **error);

/* Puts the file in WAL mode, in which readers and a writer do not lock each other out. */
gboolean dd_connection_use_wal (DdConnection *self, const char *what, GError **error);

/* Leaves the file and the log beside it as they are when @self is closed: otherwise the last one to
 * close moves what the log holds into the file. */
void dd_connection_keep_log (DdConnection *self, gboolean keep);

/* Makes statements fail with G_IO_ERROR_CANCELLED once @cancellable (nullable) is. */
void dd_connection_set_cancellable (DdConnection *self, GCancellable *cancellable);

/* Returns: FALSE, with @error, when nothing may be written */
typedef gboolean (*DdConnectionGate) (gpointer data, GError **error);

/* Refuses every change of the database until @gate, called with @data before a transaction, has
 * once returned TRUE. */
void dd_connection_set_gate (DdConnection *self, DdConnectionGate gate, gpointer data);

/* Asks the gate, if there is one: for what writes without a transaction.
 * Returns: whether the database may be written */
gboolean dd_connection_pass_gate (DdConnection *self, GError **error);

/* Returns: whether the file was moved, replaced or deleted since it was opened */
gboolean dd_connection_has_moved (DdConnection *self);

/* A number that is another after every change of the file, this connection's and others'. Costs a
 * look at the shared memory. */
gboolean dd_connection_get_data_version (DdConnection *self, guint32 *version, GError **error);

/* Keeps @data (transfer full) with @self under @key: freed by @destroy when another takes its place or
 * @self is closed. */
void dd_connection_set_data (DdConnection *self, GQuark key, gpointer data,
                             GDestroyNotify destroy);

/* Returns: (transfer none) (nullable): what is kept under @key */
gpointer dd_connection_get_data (DdConnection *self, GQuark key);

/* Asserts that the caller runs on the thread that opened @self. */
void dd_connection_assert_owner (DdConnection *self);

/* Sets @error from what SQLite last said on @self, which was @code. */
void dd_connection_set_error (DdConnection *self, int code, const char *what, GError **error);

/* Takes @statement, reset, back into the cache. */
void dd_connection_take_back (DdConnection *self, DdStatement *statement);

/* Makes a statement of @self's from @sql. Returns: (transfer full): it, or NULL with @error */
DdStatement *dd_statement_new (DdConnection *connection, const char *sql, const char *what,
                               GError **error);

/* Puts what the caller is doing in place of what the last one did. */
void dd_statement_set_what (DdStatement *self, const char *what);

/* Returns: (transfer none): the statement's text */
const char *dd_statement_get_sql (DdStatement *self);

/* Frees a statement for good. */
void dd_statement_free (DdStatement *self);

G_END_DECLS
