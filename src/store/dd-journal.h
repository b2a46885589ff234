/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-action.h"

G_BEGIN_DECLS

/*
 * The journal: every action that was committed, with every change it came to; only ever added to.
 *
 * Committing is the one way in which users' data is written. An action is one transaction. Each of
 * its changes is refused when the row is no longer what it was before, in the very fields that the
 * change is about (of a delete: in any field). Two people who change different fields of one row
 * both win; two who change the same field do not, even if they mean the same value, because a
 * counter that both raised from 5 to 6 would be wrong.
 */

/**
 * DdJournalKind:
 * @DD_JOURNAL_DO: somebody did something
 * @DD_JOURNAL_UNDO: an action was taken back
 * @DD_JOURNAL_REDO: an action that was taken back was done again
 */
typedef enum
{
  DD_JOURNAL_DO,
  DD_JOURNAL_UNDO,
  DD_JOURNAL_REDO,
} DdJournalKind;

/* One action as the journal has it. */
typedef struct
{
  gint64 id;          /* greater than those of all actions before */
  gint64 at;          /* instant */
  char *user;         /* (owned) */
  DdJournalKind kind;
  gint64 target_id;   /* the action that was taken back or done again; 0: none */
  char *label;        /* (owned) (nullable): see dd_label_format(); of an undo or redo its target's */
  GStrv arguments;    /* (owned) */
  GPtrArray *changes; /* (owned) (element-type DdChange): in order */
  gboolean complete;  /* the changes are all that there were; not so if they tell of fields that
                         this Drydock does not have */
  gboolean undone;    /* the last undo or redo of it was an undo */
} DdJournalEntry;

/* Frees an entry. */
void dd_journal_entry_free (DdJournalEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdJournalEntry, dd_journal_entry_free)

/* Returns: (transfer full): what was done, translated; "Change" when it has no label */
char *dd_journal_entry_get_title (const DdJournalEntry *self);

/* Commits @action: on the disk as a whole, or not at all. An action without a change is not
 * journalled: @id (out, optional) is 0 then.
 * Returns: FALSE with DD_STORE_ERROR_CONFLICT (who changed what, and when),
 * DD_STORE_ERROR_CONSTRAINT or whatever failed; nothing was changed then */
gboolean dd_journal_commit (DdConnection *connection, DdAction *action, gint64 *id,
                            GError **error);

/* Does the same inside a transaction that is under way, for who reads and writes in one. */
gboolean dd_journal_append (DdConnection *connection, DdAction *action, gint64 *id,
                            GError **error);

/* Returns: (transfer full): the action @id, or NULL with DD_STORE_ERROR_NOT_FOUND or what failed */
DdJournalEntry *dd_journal_load (DdConnection *connection, gint64 id, GError **error);

/* The newest actions first, at most @limit of them, older than the action @before (0: from the
 * newest). With @subject_id (nullable) those with a change told in the history of that case,
 * customer or person. Cost: what it returns.
 * Returns: (transfer full) (element-type DdJournalEntry): the actions, or NULL with @error */
GPtrArray *dd_journal_list (DdConnection *connection, const char *subject_id, gint64 before,
                            guint limit, GError **error);

/* What an action kept by dd_action_keep().
 * Returns: (transfer full): the bytes, or NULL with DD_STORE_ERROR_NOT_FOUND or what failed */
GBytes *dd_journal_load_content (DdConnection *connection, const char *hash, GError **error);

G_END_DECLS
