/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Through whom a program in a sandbox reaches the desktop. */
#define DD_SANDBOX_PORTAL "org.freedesktop.portal.Desktop"

/* Returns: whether the program runs in a sandbox (Flatpak), or is told to act as if it did
 * (GTK_USE_PORTAL=1) */
gboolean dd_sandbox_is_used (void);

G_END_DECLS
