/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-change.h"

G_BEGIN_DECLS

/*
 * DdAction: what a user does in one go: a label, and the changes it comes to.
 *
 * Nothing happens until the store commits it, and then all of it or nothing. It takes what it needs
 * from the records at the moment they are added and keeps no record: make and fill it on one
 * thread, commit it on another.
 *
 *     action = dd_action_new (user, now, N_ ("Marked “%s” done"), name, NULL);
 *     dd_record_set_integer (activity, "state", DD_STATE_DONE);
 *     dd_action_save (action, activity);
 *     dd_journal_commit (connection, action, &id, &error);
 */
typedef struct _DdAction DdAction;

/* @user does it at instant @at. @label (nullable) is an untranslated sentence for
 * dd_label_format(), followed by its arguments and NULL; without one, history tells the changes
 * themselves.
 * Returns: (transfer full): an action with no change */
DdAction *dd_action_new (const char *user, gint64 at, const char *label,
                         ...) G_GNUC_NULL_TERMINATED;

/* Frees an action. */
void dd_action_free (DdAction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdAction, dd_action_free)

/* Adds what storing @record as it is now comes to; nothing when it is unchanged. Changes are done
 * in the order in which they were added: what is referred to first. */
void dd_action_save (DdAction *self, gpointer record);

/* Adds that the row of @record is deleted. What refers to it must be deleted first. */
void dd_action_delete (DdAction *self, gpointer record);

/* Keeps @bytes in the store for good.
 * Returns: (transfer none): what it is found by, the SHA-256 in hexadecimal */
const char *dd_action_keep (DdAction *self, GBytes *bytes);

/* Returns: (transfer none): who does it */
const char *dd_action_get_user (DdAction *self);

/* Returns: when */
gint64 dd_action_get_at (DdAction *self);

/* Returns: (transfer none) (nullable): the untranslated sentence */
const char *dd_action_get_label (DdAction *self);

/* Returns: (transfer none): the label's arguments */
const char *const *dd_action_get_arguments (DdAction *self);

/* Returns: (transfer none) (element-type DdChange): its changes, in order */
GPtrArray *dd_action_get_changes (DdAction *self);

/* Returns: (transfer none) (element-type utf8 GBytes): what is kept, by hash */
GHashTable *dd_action_get_contents (DdAction *self);

G_END_DECLS
