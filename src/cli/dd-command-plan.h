/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-command.h"

G_BEGIN_DECLS

/* drydockctl plan: see DdCommandRun. */
char *dd_command_plan (DdCommandLine *line, GError **error);

G_END_DECLS
