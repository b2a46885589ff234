/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DD_FILE_ERROR (dd_file_error_quark ())

/**
 * DdFileError:
 * @DD_FILE_ERROR_MISSING: there is nothing at the path
 * @DD_FILE_ERROR_DENIED: this user may not read it
 * @DD_FILE_ERROR_KIND: a folder, a pipe, a device or a socket, not a file
 * @DD_FILE_ERROR_SIZE: empty, or larger than allowed
 * @DD_FILE_ERROR_FAILED: the system could not read it
 */
typedef enum
{
  DD_FILE_ERROR_MISSING,
  DD_FILE_ERROR_DENIED,
  DD_FILE_ERROR_KIND,
  DD_FILE_ERROR_SIZE,
  DD_FILE_ERROR_FAILED,
} DdFileError;

/* The error domain of reading files. */
GQuark dd_file_error_quark (void);

/* Reads the regular file at @path (in the system's file name encoding; links are followed) into
 * memory. One of more than @max_bytes is refused before any of it is read; a pipe or a device is
 * refused without waiting for it. Every message is one sentence that begins with the path.
 * Returns: (transfer full): its bytes, at least one, followed by a NUL that is not counted; or NULL
 * with any DdFileError. */
GBytes *dd_file_read (const char *path, gsize max_bytes, GError **error);

G_END_DECLS
