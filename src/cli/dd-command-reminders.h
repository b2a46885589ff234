/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-command.h"

G_BEGIN_DECLS

/* "reminders": what was told and is open, and what is to come; or what is due between two instants. */
char *dd_command_reminders (DdCommandLine *line, GError **error);

/* "reminders snooze KEY": puts a reminder off. */
char *dd_command_reminders_snooze (DdCommandLine *line, GError **error);

/* "reminders done KEY": takes a reminder out of the inbox. */
char *dd_command_reminders_done (DdCommandLine *line, GError **error);

G_END_DECLS
