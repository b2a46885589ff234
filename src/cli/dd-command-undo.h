/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-command.h"

G_BEGIN_DECLS

/* "undo": takes back the user's newest action, or the one that is named.
 * Returns: (transfer full): the text, or NULL with @error */
char *dd_command_undo (DdCommandLine *line, GError **error);

/* "redo": does again what was taken back last, or the action that is named.
 * Returns: (transfer full): the text, or NULL with @error */
char *dd_command_redo (DdCommandLine *line, GError **error);

G_END_DECLS
