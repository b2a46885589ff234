/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The user's own service definitions, in dd_service_catalog_user_folder(). */

/* Copies the definition in the file at @path to the user's own, as "ID.xml"; the folder is made if
 * it is not there. One of the user's with the same id is not overwritten.
 * Returns: (transfer full): the service's id, or NULL with a DdFileError, a DdMarkupError (what is
 * wrong with the definition, by file and line), DD_SERVICE_CATALOG_ERROR_TAKEN, or a GIOError */
char *dd_service_folder_add (const char *path, GError **error);

/* Moves the user's definition at @path to the trash; deletes it where there is none.
 * Returns: whether it is gone; FALSE with a GIOError */
gboolean dd_service_folder_remove (const char *path, GError **error);

G_END_DECLS
