/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Moves the file @from to the name @to, which must be free: nothing is ever overwritten. The move is
 * on the disk when this returns.
 * Returns: FALSE with any DdStoreError whose message begins with @what */
gboolean dd_store_file_move_new (const char *from, const char *to, const char *what,
                                 GError **error);

/* Returns: (transfer full): a name that nobody else uses for a file that will become the one at
 * @path: "PATH.PURPOSE-1f0c93ab" */
char *dd_store_file_build_unique (const char *path, const char *purpose);

/* Makes the folder at @path, and those above it, for its owner alone (0700).
 * Returns: FALSE with any DdStoreError whose message begins with @what */
gboolean dd_store_file_make_folder (const char *path, const char *what, GError **error);

/* Takes the rights of everybody but the owner from what stands at @path, if there is anything. */
void dd_store_file_make_private (const char *path);

/* Returns: the size of the file at @path in bytes, 0 when there is none */
guint64 dd_store_file_get_size (const char *path);

/* Returns: (transfer full): @time (Unix seconds) for a file's name: "20261121T203112Z" */
char *dd_store_file_format_time (gint64 time);

G_END_DECLS
