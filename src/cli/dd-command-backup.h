/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-command.h"

G_BEGIN_DECLS

/* "backup": makes a copy of the database, or lists those there are.
 * Returns: (transfer full): the text, or NULL with @error */
char *dd_command_backup (DdCommandLine *line, GError **error);

/* "restore": puts what a backup holds in place of what the database holds.
 * Returns: (transfer full): the text, or NULL with @error */
char *dd_command_restore (DdCommandLine *line, GError **error);

/* "check": reads every page of the database.
 * Returns: (transfer full): the text, or NULL with @error when something is wrong in it */
char *dd_command_check (DdCommandLine *line, GError **error);

G_END_DECLS
