/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "notify/dd-notice.h"

G_BEGIN_DECLS

/*
 * DdNotifyServer: the desktop's notification server as one thread sees it, by libnotify.
 *
 * Each call waits for the server. libnotify is not made for threads: all calls, and the making,
 * must be on one, whose default main context runs for what the server says. One at a time.
 */
typedef struct _DdNotifyServer DdNotifyServer;

/* Called when an action of the notice @id was chosen; @token (nullable) lets a window come to the
 * front. */
typedef void (*DdNotifyServerFunc) (const char *id, const char *action, const char *token,
                                    gpointer user_data);

/* Returns: (transfer full): the server, whether there is one or not */
DdNotifyServer *dd_notify_server_new (DdNotifyServerFunc func, gpointer user_data);

/* Takes all notices away and frees @self. */
void dd_notify_server_free (DdNotifyServer *self);

/* Shows @notice (transfer full), now or when there is a server. */
void dd_notify_server_show (DdNotifyServer *self, DdNotice *notice);

/* Takes away the notice @id, if there is one. */
void dd_notify_server_withdraw (DdNotifyServer *self, const char *id);

G_END_DECLS
