/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Starting at login, without a window: a desktop entry in the user's folder of them
 * ($XDG_CONFIG_HOME/autostart). In a sandbox that is out of reach, and the portal is asked
 * instead. */

/* Returns: whether there is such an entry, and it is not switched off by the desktop's own
 * settings */
gboolean dd_autostart_is_on (void);

/* Writes the entry, for the program that runs, or removes it.
 * Returns: FALSE with what failed */
gboolean dd_autostart_set (gboolean on, GError **error);

/* How @program is written as the Exec of a desktop entry, with the argument for a start without a
 * window.
 * Returns: (transfer full): the line */
char *dd_autostart_dup_command (const char *program);

G_END_DECLS
