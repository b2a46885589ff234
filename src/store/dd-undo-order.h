/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-journal.h"

G_BEGIN_DECLS

/* Fails with DD_STORE_ERROR_CONFLICT when an action that came after @target, and is not taken back,
 * stands on it: it changed one of the same fields, made or deleted one of the same rows, or refers,
 * or referred, to a row that @target made. The message names that action, who did it and when.
 *
 * It is not enough to look at what the rows are now. When a field went from a to b, to c, and to b
 * again, taking back the first of these would leave a, and then the others could never be taken back
 * any more.
 *
 * Cost: what was journalled since @target.
 * Returns: whether @target may be taken back */
gboolean dd_undo_order_check (DdConnection *connection, const DdJournalEntry *target,
                              GError **error);

G_END_DECLS
