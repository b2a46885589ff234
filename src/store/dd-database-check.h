/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"

G_BEGIN_DECLS

/**
 * DdDatabaseCheckDepth:
 * @DD_DATABASE_CHECK_SIZE: that the end of the file is there: some microseconds
 * @DD_DATABASE_CHECK_QUICK: the structure of every page: about 1 ms a megabyte
 * @DD_DATABASE_CHECK_FULL: also each index against its table, and every reference: about five
 *   times that
 */
typedef enum
{
  DD_DATABASE_CHECK_SIZE,
  DD_DATABASE_CHECK_QUICK,
  DD_DATABASE_CHECK_FULL,
} DdDatabaseCheckDepth;

/* What a check of a database found. */
typedef struct
{
  gint64 version;      /* of the database's form */
  guint64 file_bytes;  /* of the file */
  guint64 log_bytes;   /* of the log beside it */
  GPtrArray *problems; /* (owned) (element-type utf8): a few words each, at most 201;
                        * empty: it is sound */
} DdDatabaseCheck;

/* Checks the database of @connection. Damage is a problem in the result, not an error.
 * Returns: (transfer full): what was found, or NULL with @error when it could not be read */
DdDatabaseCheck *dd_database_check_run (DdConnection *connection, DdDatabaseCheckDepth depth,
                                        GError **error);

/* Fails with DD_STORE_ERROR_CORRUPT, which tells the first problem, when there is one. @path is what
 * the message calls the database. */
gboolean dd_database_check_judge (const DdDatabaseCheck *self, const char *path, GError **error);

/* Checks and judges in one. */
gboolean dd_database_check_require_sound (DdConnection *connection, const char *path,
                                          DdDatabaseCheckDepth depth, GError **error);

/* Judges the file at @path, which is only read, as one that may be restored: Drydock's, of a form not
 * above @newest, and sound in full.
 * Returns: FALSE with any DdStoreError */
gboolean dd_database_check_file (const char *path, int newest, GError **error);

/* Frees what a check found. */
void dd_database_check_free (DdDatabaseCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdDatabaseCheck, dd_database_check_free)

G_END_DECLS
