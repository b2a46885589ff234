/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DD_STORE_ERROR (dd_store_error_quark ())

/**
 * DdStoreError:
 * @DD_STORE_ERROR_BUSY: somebody else holds the database; try again
 * @DD_STORE_ERROR_FULL: no room on the disk; make some, then try again
 * @DD_STORE_ERROR_READ_ONLY: the file or its folder must not be written; change the permissions
 * @DD_STORE_ERROR_CORRUPT: the file is damaged or no database; offer the newest good backup
 * @DD_STORE_ERROR_FOREIGN: not Drydock's at all: another program's, a folder; choose another file
 * @DD_STORE_ERROR_TOO_NEW: written by a newer Drydock; update this one
 * @DD_STORE_ERROR_CONFLICT: somebody changed the same thing meanwhile; look at it, then decide
 * @DD_STORE_ERROR_CONSTRAINT: what was entered is not allowed; correct it
 * @DD_STORE_ERROR_NOT_FOUND: there is no such thing; choose another
 * @DD_STORE_ERROR_CLOSED: the database is not open; open it first
 * @DD_STORE_ERROR_FAILED: anything else; tell the person
 *
 * What the caller of the store can do about a failure. Every message is made of full sentences:
 * what was being done, what happened, what was kept, what to do.
 */
typedef enum
{
  DD_STORE_ERROR_BUSY,
  DD_STORE_ERROR_FULL,
  DD_STORE_ERROR_READ_ONLY,
  DD_STORE_ERROR_CORRUPT,
  DD_STORE_ERROR_FOREIGN,
  DD_STORE_ERROR_TOO_NEW,
  DD_STORE_ERROR_CONFLICT,
  DD_STORE_ERROR_CONSTRAINT,
  DD_STORE_ERROR_NOT_FOUND,
  DD_STORE_ERROR_CLOSED,
  DD_STORE_ERROR_FAILED,
} DdStoreError;

/* The error domain of the store. */
GQuark dd_store_error_quark (void);

/* Returns: (transfer none) (nullable): the path of the newest good backup, when @error, of any
 * domain, offers one: a DD_STORE_ERROR_CORRUPT does */
const char *dd_store_error_get_backup (const GError *error);

/* Makes @error offer the backup at @path, in its message and to dd_store_error_get_backup(). */
void dd_store_error_offer_backup (GError *error, const char *path);

/* Sets @error from an (extended) result code of SQLite to "WHAT failed: REASON". @system_errno is the
 * errno behind it, or 0; @what a translated verb phrase ("Saving the case"); @detail SQLite's own
 * message, shown where our sentence says less than it does. SQLITE_INTERRUPT becomes
 * G_IO_ERROR_CANCELLED. */
void dd_store_error_set_sqlite (GError **error, int code, int system_errno, const char *what,
                                const char *detail);

/* Sets @error from an errno to "WHAT failed: REASON", in the words used for SQLite's codes. */
void dd_store_error_set_errno (GError **error, int system_errno, const char *what);

G_END_DECLS
