/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"

G_BEGIN_DECLS

/*
 * The guard of a large database: nothing is written to it before every page was found in order.
 *
 * Reading all of a large file takes as long as a person notices, so such a file is opened on its
 * header and read at once, while the check goes on beside. Whoever writes first waits for it.
 */

/* Up to this size a file is checked before it is opened: that takes 16 ms. */
#define DD_DATABASE_GUARD_MIN_BYTES 16000000

/* Hears once what the check found, on a thread of its own: @error (nullable) is a DdStoreError. It is
 * not called when there was no end of the check. */
typedef void (*DdDatabaseGuardFunc) (gpointer data, const GError *error);

/* Puts @connection, which has written nothing, under guard: it is refused every change until the
 * check, which begins soon or with the first transaction, has found it sound. Only then may the log
 * beside the file move into it, too (dd_connection_keep_log()). When the check finds damage, the
 * error offers the newest good backup of a form up to @newest. The guard ends with the connection. */
void dd_database_guard_set (DdConnection *connection, int newest);

/* Lets @func hear with @data (unowned, until @connection is closed) what the check of @connection
 * finds; of one that is not under guard at once, that it is sound. */
void dd_database_guard_tell (DdConnection *connection, DdDatabaseGuardFunc func, gpointer data);

/* Returns: FALSE, with the error, when the check of @connection has found damage so far */
gboolean dd_database_guard_judge (DdConnection *connection, GError **error);

G_END_DECLS
