/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "dd-query.h"
#include "delivery/dd-change.h"

G_BEGIN_DECLS

/*
 * Records: the rows of all entities, read and written by their tables of fields.
 *
 * Reading gives detached copies. Writing what a user does goes through the journal
 * (dd-journal.h); only derived fields are written here.
 */

/* Returns: (transfer full): the row of @entity with @id, or NULL with DD_STORE_ERROR_NOT_FOUND or
 * what failed */
gpointer dd_records_load (DdConnection *connection, const DdEntity *entity, const char *id,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (element-type DdRecord): the rows that @query asks for, or NULL with
 * @error */
GPtrArray *dd_records_query (DdConnection *connection, DdQuery *query, GError **error);

/* Writes the derived fields of @record, unless none was changed, and settles it. No other field may
 * have been changed. When the row is not there any more nothing is written, and that is no error.
 * Returns: FALSE with @error when it failed */
gboolean dd_records_save_derived (DdConnection *connection, DdRecord *record, GError **error);

/* Returns: (transfer full) (nullable): what names the row of @entity with @id, NULL when there is
 * no such row or with @error */
char *dd_records_get_name (DdConnection *connection, const DdEntity *entity, const char *id,
                           GError **error);

G_END_DECLS
