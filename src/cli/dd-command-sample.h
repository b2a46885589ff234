/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-command.h"

G_BEGIN_DECLS

/* "sample": fills an empty database with invented cases.
 * Returns: (transfer full): the text, or NULL with @error */
char *dd_command_sample (DdCommandLine *line, GError **error);

G_END_DECLS
