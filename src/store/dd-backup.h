/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "dd-backup-folder.h"
#include "dd-connection.h"

G_BEGIN_DECLS

/*
 * Making copies of a database and putting them back.
 *
 * A copy is one whole file (0600), checked in full and on the disk before it gets its name. The
 * database may be in use meanwhile, by this process and others: a copy is of one moment.
 */

/* Makes a backup of the database at @database in the folder beside it, named after @now (Unix
 * seconds), then removes those of the same @occasion that are too many.
 * Returns: (transfer full): its path, or NULL with any DdStoreError or G_IO_ERROR_CANCELLED */
char *dd_backup_make (const char *database, DdBackupOccasion occasion, gint64 now,
                      GCancellable *cancellable, GError **error);

/* Makes a copy of the database at @database at @target, which must not exist.
 * Returns: FALSE with any DdStoreError or G_IO_ERROR_CANCELLED, and nothing at @target */
gboolean dd_backup_make_at (const char *database, const char *target, GCancellable *cancellable,
                            GError **error);

/* Puts what the backup at @backup holds in place of everything in @connection's database, in one
 * transaction: others who have it open see the change, and until the last moment, or when this
 * fails, everything is as before. What it replaces is backed up first, unless there is nothing in
 * it; a backup of an older form is brought to the newest of @migrations on the way. The backup itself
 * is only read. @now is in Unix seconds.
 * Returns: FALSE with any DdStoreError or G_IO_ERROR_CANCELLED */
gboolean dd_backup_restore (DdConnection *connection, const char *backup, GPtrArray *migrations,
                            gint64 now, GCancellable *cancellable, GError **error);

/* Tells in @has_rows whether any table of @connection's database holds a row.
 * Returns: FALSE with @error */
gboolean dd_backup_has_rows (DdConnection *connection, gboolean *has_rows, GError **error);

G_END_DECLS
