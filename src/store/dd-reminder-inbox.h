/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "dd-reminder-entry.h"
#include "reminders/dd-reminder-snooze.h"

G_BEGIN_DECLS

/*
 * The inbox of reminders: what was told, and what the reader did about it.
 *
 * Not journalled and not undone: whether somebody took note of a reminder changes nothing of a case.
 * Who marks the activity done that a reminder is about does that by an action of its own
 * (dd_case_actions_take()), and the reminder settles itself.
 */

/* What was told and is neither settled, done nor put off: the loudest first. As of the last round or
 * dd_reminder_schedule_update().
 * Returns: (transfer full) (element-type DdReminderEntry): them, or NULL with what failed */
GPtrArray *dd_reminder_inbox_load (DdConnection *connection, GError **error);

/* What is still to be told before @to, put off or for the first time, by that time.
 * Returns: (transfer full) (element-type DdReminderEntry): them, or NULL with what failed */
GPtrArray *dd_reminder_inbox_list_coming (DdConnection *connection, gint64 to, GError **error);

/* All that are to be told, or were due, from @from to before @to, by their due time, but not what is
 * settled. As of the last round or dd_reminder_schedule_update().
 * Returns: (transfer full) (element-type DdReminderEntry): them, or NULL with what failed */
GPtrArray *dd_reminder_inbox_list (DdConnection *connection, gint64 from, gint64 to,
                                   GError **error);

/* Puts the reminder @key off until the end of @snooze, days by everybody's calendar, whether it was told
 * or not.
 * Returns: FALSE with DD_STORE_ERROR_NOT_FOUND, also when its matter is over, or what failed */
gboolean dd_reminder_inbox_snooze (DdConnection *connection, const char *key,
                                   DdReminderSnooze snooze, gint64 now, GError **error);

/* Takes the reminder @key out of the inbox, or keeps it from being told. Not before its due time moved
 * into what is still to come is it told again.
 * Returns: FALSE with DD_STORE_ERROR_NOT_FOUND or what failed */
gboolean dd_reminder_inbox_done (DdConnection *connection, const char *key, gint64 now,
                                 GError **error);

G_END_DECLS
