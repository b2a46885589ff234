/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"

G_BEGIN_DECLS

/*
 * The database's file: where it stands, whether it may be opened, how it is opened.
 *
 * A file that is refused is left exactly as it was, and so is everything beside it. One that is
 * damaged is refused with DD_STORE_ERROR_CORRUPT, which offers the newest good backup.
 */

/* Returns: (transfer full): "$XDG_DATA_HOME/drydock/drydock.db" */
char *dd_database_file_get_default_path (void);

/* Makes the folder of the default path, and takes the rights of everybody but the owner from it and
 * from the file in it.
 * Returns: FALSE with any DdStoreError */
gboolean dd_database_file_prepare_default (GError **error);

/* Where the file at @path really is: what belongs to it stands there, not beside a link to it.
 * Returns: (transfer full): the absolute path; of a file that is not there @path's own */
char *dd_database_file_resolve (const char *path);

/* Opens the database at @path, made if there is none, and brings it to the newest of @migrations,
 * after a backup (named after @now, Unix seconds) when that changes data. A file of up to 16 MB, or one
 * that is changed by this, is read whole, about 1 ms a megabyte; a larger one put under guard
 * (dd-database-guard.h).
 * Returns: (transfer full): a connection in WAL mode, or NULL with any DdStoreError */
DdConnection *dd_database_file_open (const char *path, GPtrArray *migrations, gint64 now,
                                     GError **error);

/* Moves the file at @path, and what belongs to it beside it, out of the way, to
 * "PATH.damaged-20261121T203112Z" after @now (Unix seconds). It is to be closed here; another process
 * that has it open is told at its next use.
 * Returns: (transfer full): the new path, or NULL with any DdStoreError */
char *dd_database_file_set_aside (const char *path, gint64 now, GError **error);

G_END_DECLS
