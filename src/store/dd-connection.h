/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "dd-statement.h"
#include "dd-store-error.h"

G_BEGIN_DECLS

/*
 * DdConnection: one open database file.
 *
 * It belongs to the thread that opened it, and asserts that nobody else calls it: programs get it
 * from DdDatabase, inside a job.
 *
 * Every function that can fail takes @what, a translated verb phrase ("Saving the case") which
 * begins the message of its errors: "Saving the case failed: the disk is full. …".
 */
typedef struct _DdConnection DdConnection;

/**
 * DdConnectionMode:
 * @DD_CONNECTION_READ_ONLY: a file that exists; every write to it is refused
 * @DD_CONNECTION_READ_WRITE: a file that exists
 * @DD_CONNECTION_CREATE: a new file (0600), which must not exist
 */
typedef enum
{
  DD_CONNECTION_READ_ONLY,
  DD_CONNECTION_READ_WRITE,
  DD_CONNECTION_CREATE,
} DdConnectionMode;

/* How long a call waits for another process that holds the database, in milliseconds. */
#define DD_CONNECTION_BUSY_MS 5000

/* Opens the database file at @path with synchronous=FULL, foreign keys on, and SQLite's defences
 * against a hostile file. What the file holds is neither judged here nor changed (see DdDatabase).
 * Returns: (transfer full): the connection, or NULL with any DdStoreError. */
DdConnection *dd_connection_open (const char *path, DdConnectionMode mode, GError **error);

/* Closes the file and frees @self. Every statement must have been released. */
void dd_connection_close (DdConnection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdConnection, dd_connection_close)

/* Returns: (transfer none): the file's path, as it was given */
const char *dd_connection_get_path (DdConnection *self);

/* Runs @sql, one statement or several, and drops the rows of any. Not for values: bind those.
 * Returns: whether all of it ran; what ran before a failure stays, unless in a transaction. */
gboolean dd_connection_exec (DdConnection *self, const char *sql, const char *what,
                             GError **error);

/* Prepares @sql, one statement, whose parameters are ?1, ?2, … A statement released earlier is used
 * again: O(1) then. @what (copied) begins the messages of the statement, too.
 * Returns: (transfer full): a statement, never in use elsewhere, or NULL with @error. */
DdStatement *dd_connection_prepare (DdConnection *self, const char *sql, const char *what,
                                    GError **error);

/* The first column of the first row of @sql, 0 when there is none: for pragmas and counts.
 * Returns: whether @sql ran */
gboolean dd_connection_get_int64 (DdConnection *self, const char *sql, const char *what,
                                  gint64 *value, GError **error);

/* What is done with a connection: inside a transaction, a snapshot, a job of DdDatabase.
 * Returns: whether it was done; FALSE with @error, and a transaction keeps nothing of it */
typedef gboolean (*DdConnectionFunc) (DdConnection *self, gpointer data, GError **error);

/* Begins (IMMEDIATE: the write lock is taken at once, so that nothing read inside goes stale), calls
 * @func with @data, and commits: when this returns TRUE all of it is on the disk; when FALSE none of
 * it is. Transactions do not nest.
 * Returns: whether it was committed */
gboolean dd_connection_transaction (DdConnection *self, DdConnectionFunc func, gpointer data,
                                    const char *what, GError **error);

/* Calls @func with @data inside a read transaction: everything it reads is from one moment, whatever
 * others write meanwhile. It must not write.
 * Returns: what @func returned */
gboolean dd_connection_snapshot (DdConnection *self, DdConnectionFunc func, gpointer data,
                                 const char *what, GError **error);

/* Returns: whether a transaction or snapshot is under way */
gboolean dd_connection_in_transaction (DdConnection *self);

/* Returns: the rows that the last INSERT, UPDATE or DELETE changed by itself, not by triggers */
gint64 dd_connection_get_changes (DdConnection *self);

/* Returns: the rowid of the last row inserted through this connection */
gint64 dd_connection_get_last_rowid (DdConnection *self);

G_END_DECLS
