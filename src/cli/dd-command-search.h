/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-command.h"

G_BEGIN_DECLS

/* How many words can be searched for at once. */
#define DD_COMMAND_SEARCH_MAX_WORDS 64

/* "search": the cases, customers and people in which words stand, and where.
 * Returns: (transfer full): the text, or NULL with @error */
char *dd_command_search (DdCommandLine *line, GError **error);

G_END_DECLS
