/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who the journal says did it: @chosen (nullable), unless that is empty; else the real name of this
 * process's account, or the account's own name where it has none. Window and drydockctl ask here,
 * so that each can undo what the other did.
 * Returns: (transfer full): the name, never empty, in UTF-8 */
char *dd_journal_user_get_name (const char *chosen);

G_END_DECLS
