/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-context.h"
#include "notify/dd-notifier.h"

G_BEGIN_DECLS

/*
 * DdReminderDelivery: brings reminders from the store to the desktop, while the database is open.
 *
 * It takes a round at the store's desk (dd-reminder-desk.h) when something changed, when the
 * clock or the calendar was set, when another day began, and when the last round said that the
 * next is due. Between those it does nothing at all: one alarm waits for the next due time.
 *
 * Signals:
 * - "counted" (n: guint): the inbox holds so many reminders, which is another number than before
 * - "chosen" (key: utf8 or NULL, action: utf8, token: utf8 or NULL): an action was chosen on the
 *   notice of the reminder with that key, or on the one of many (dd_reminder_actions_choose())
 */
#define DD_TYPE_REMINDER_DELIVERY (dd_reminder_delivery_get_type ())
G_DECLARE_FINAL_TYPE (DdReminderDelivery, dd_reminder_delivery, DD, REMINDER_DELIVERY, GObject)

/* Returns: (transfer full): what brings reminders of @context's database to @notifier from now on
 */
DdReminderDelivery *dd_reminder_delivery_new (DdContext *context, DdNotifier *notifier);

/* Returns: when the next round is due if nothing changes before, or DD_INSTANT_NONE */
gint64 dd_reminder_delivery_get_wake (DdReminderDelivery *self);

/* Returns: whether no round is under way or waits */
gboolean dd_reminder_delivery_is_idle (DdReminderDelivery *self);

/* Takes one more round as soon as it can. */
void dd_reminder_delivery_take_round (DdReminderDelivery *self);

G_END_DECLS
