/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-command.h"

G_BEGIN_DECLS

/* drydockctl service list: see DdCommandRun. */
char *dd_command_service_list (DdCommandLine *line, GError **error);

/* drydockctl service show: see DdCommandRun. */
char *dd_command_service_show (DdCommandLine *line, GError **error);

/* drydockctl service lint: see DdCommandRun. */
char *dd_command_service_lint (DdCommandLine *line, GError **error);

G_END_DECLS
