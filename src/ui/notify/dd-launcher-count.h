/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Shows @n at the program's icon in docks and taskbars that listen for it (the signal of Unity's
 * launcher, which KDE Plasma and several docks took over); none when it is 0. @bus (nullable):
 * where there is no bus nobody listens. */
void dd_launcher_count_show (GDBusConnection *bus, guint n);

G_END_DECLS
