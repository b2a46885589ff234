/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The portal through which a program in a sandbox asks to stay in the background
 * (org.freedesktop.portal.Background). */

/* What the portal granted. */
typedef struct
{
  gboolean background; /* the program may run without a window */
  gboolean autostart;  /* it is started at login */
} DdBackgroundGrant;

/* Asks to run without a window, and with @autostart to be started at login, else not to be. The
 * desktop may ask the user, who may take any time. */
void dd_background_portal_request_async (gboolean autostart, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);

/* Gives in @grant what was granted. Returns: FALSE with @error when the portal could not be asked
 */
gboolean dd_background_portal_request_finish (GAsyncResult *result, DdBackgroundGrant *grant,
                                              GError **error);

G_END_DECLS
