/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-journal.h"

G_BEGIN_DECLS

/*
 * Undo and redo, after a restart and from another process just as well.
 *
 * Both are actions of their own that the journal keeps: an undo does the inverse of every change of
 * its target in the opposite order, a redo does the changes again. Rows come back byte for byte,
 * except derived fields, which are computed again.
 *
 * Each user has their own sequence of actions (of one case, when asked so). Undo takes back the
 * newest action of theirs that is not taken back. Redo does again what was taken back last, until
 * the user does something new: there is nothing to redo then. Any action can be named instead.
 *
 * What somebody did on top of an action must be taken back before it (dd-undo-order.h), and an action
 * is only done again when its rows are what they were: anything else is refused with
 * DD_STORE_ERROR_CONFLICT, saying who did what. So taking back everything, the last done first,
 * always comes through, and leaves what was there at first.
 */

/* Finds what undo would take back, or redo do again, for @user; with @subject_id (nullable) among
 * the actions in the history of that case, customer or person. @entry (out) is NULL when there is
 * nothing. For the label of a button.
 * Returns: FALSE with @error */
gboolean dd_undo_find (DdConnection *connection, DdJournalKind kind, const char *user,
                       const char *subject_id, DdJournalEntry **entry, GError **error);

/* Takes back (DD_JOURNAL_UNDO) or does again (DD_JOURNAL_REDO) what dd_undo_find() finds, as @user
 * at instant @at, in one transaction.
 * Returns: (transfer full): the action that was taken back or done again, or NULL with
 * DD_STORE_ERROR_NOT_FOUND when there is nothing, DD_STORE_ERROR_CONFLICT or what failed */
DdJournalEntry *dd_undo_run (DdConnection *connection, DdJournalKind kind, const char *user,
                             const char *subject_id, gint64 at, GError **error);

/* Takes back or does again the action @id, whoever did it.
 * Returns: (transfer full): it, or NULL with DD_STORE_ERROR_NOT_FOUND when there is none or it is
 * taken back (or not) already, DD_STORE_ERROR_CONFLICT or what failed */
DdJournalEntry *dd_undo_run_action (DdConnection *connection, DdJournalKind kind, gint64 id,
                                    const char *user, gint64 at, GError **error);

G_END_DECLS
