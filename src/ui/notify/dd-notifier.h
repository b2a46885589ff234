/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "notify/dd-notice.h"

G_BEGIN_DECLS

/*
 * DdNotifier: shows notices as desktop notifications, by libnotify.
 *
 * Whatever server there is is asked what it can do and gets no more than that. No server is no
 * error: notices wait, and are shown when one comes, or comes back after it ended. In a sandbox
 * libnotify goes through the portal by itself.
 *
 * libnotify waits for the server in each call, and a server may be slow or hang; so it has a
 * thread of its own. Nothing here waits for that thread, until the end.
 *
 * Signal "action" (notice_id: utf8, action: utf8, token: utf8 or NULL): an action of a notice was
 * chosen; the token lets a window come to the front.
 */
#define DD_TYPE_NOTIFIER (dd_notifier_get_type ())
G_DECLARE_FINAL_TYPE (DdNotifier, dd_notifier, DD, NOTIFIER, GObject)

/* Returns: (transfer full): a notifier that has shown nothing yet; there is one at a time */
DdNotifier *dd_notifier_new (void);

/* Shows @notice (transfer full), in place of what is shown with the same id. */
void dd_notifier_show (DdNotifier *self, DdNotice *notice);

/* Takes away the notice @id, if it is shown or waits to be. */
void dd_notifier_withdraw (DdNotifier *self, const char *id);

/* Calls @callback when all that was asked for before is done, or nobody was there to do it. */
void dd_notifier_flush_async (DdNotifier *self, GAsyncReadyCallback callback, gpointer user_data);

/* Returns: TRUE; waiting for what cannot be shown is no error */
gboolean dd_notifier_flush_finish (DdNotifier *self, GAsyncResult *result);

/* Takes all notices away, because their actions would do nothing any more, and waits for that.
 * Nothing may be asked for afterwards. */
void dd_notifier_stop (DdNotifier *self);

G_END_DECLS
