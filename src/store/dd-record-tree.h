/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-action.h"

G_BEGIN_DECLS

/* Adds to @action that @record is deleted with everything that is a part of it (DD_FIELD_OWNER), and
 * what is a part of that: parts first, so that nothing ever refers to what is gone. Within one
 * transaction with committing it.
 * Returns: FALSE with @error */
gboolean dd_record_tree_delete (DdConnection *connection, DdAction *action, DdRecord *record,
                                GError **error);

G_END_DECLS
