/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-journal.h"

G_BEGIN_DECLS

/* Does the changes of @entry within the transaction under way, journals them, and brings up to date
 * what follows from them: plans, scopes and the search index. Its id is not looked at. @what and @advice are
 * for the messages of errors, see dd_records_apply().
 * Returns: whether it was done; @id (out) is the new action's then */
gboolean dd_journal_append_entry (DdConnection *connection, const DdJournalEntry *entry,
                                  const char *what, const char *advice, gint64 *id,
                                  GError **error);

/* As dd_journal_append(), but leaves plans, scopes and search index as they are: for who does many
 * actions in one transaction and brings them up to date at its end (dd_replan_case(),
 * dd_rescope_case(), dd_search_index_update()). */
gboolean dd_journal_append_alone (DdConnection *connection, DdAction *action, GError **error);

G_END_DECLS
