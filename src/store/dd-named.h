/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* Rows as a person names them: "Acme", or the first characters of an id. */

/* Finds the row of @entity that is named @name, byte for byte; when there is none, makes a record with
 * that name that is not stored yet.
 * Returns: (transfer full): the record, or NULL with DD_STORE_ERROR_CONSTRAINT when several rows have
 * that name, or what failed */
DdRecord *dd_named_ensure (DdConnection *connection, const DdEntity *entity, const char *name,
                           GError **error);

/* Finds the row of @entity whose id begins with @beginning.
 * Returns: (transfer full): the whole id, or NULL with DD_STORE_ERROR_NOT_FOUND when there is none,
 * DD_STORE_ERROR_CONSTRAINT when there are several, or what failed */
char *dd_named_find_id (DdConnection *connection, const DdEntity *entity, const char *beginning,
                        GError **error);

G_END_DECLS
