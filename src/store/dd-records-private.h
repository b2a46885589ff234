/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-records.h"

G_BEGIN_DECLS

/* Binds @value of @field as it is stored. */
void dd_records_bind_value (DdStatement *statement, int index, const DdField *field, DdValue value);

/* Does @change to its row, within a transaction, if the row still is what it was before: every field
 * of an update, or the whole row of a delete. @advice, a translated sentence, ends the message of
 * a conflict: what the person is to do.
 * Returns: FALSE with DD_STORE_ERROR_CONFLICT, DD_STORE_ERROR_CONSTRAINT or whatever failed */
gboolean dd_records_apply (DdConnection *connection, const DdChange *change, const char *what,
                           const char *advice, GError **error);

G_END_DECLS
