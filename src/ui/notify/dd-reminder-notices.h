/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "notify/dd-notice.h"
#include "reminders/dd-reminder-snooze.h"
#include "reminders/dd-reminder.h"

G_BEGIN_DECLS

/* How reminders look as notices of the desktop, and what can be done with them there. */

/* The names of the actions of a notice, beside DD_NOTICE_DEFAULT, which opens the case; putting
 * off is this and the snooze's nick. */
#define DD_REMINDER_NOTICE_DONE   "done"
#define DD_REMINDER_NOTICE_SNOOZE "snooze-"

/* Returns: (transfer full): the notice of @reminder at @now, with times in the zone of @calendar.
 * Desktops show three buttons or so: what comes to the same is there once. */
DdNotice *dd_reminder_notices_make (const DdReminder *reminder, DdCalendar *calendar, gint64 now);

/* Returns: (transfer full): the one notice of @reminders (element-type DdReminder), as urgent as
 * the most urgent of them; it can only be opened */
DdNotice *dd_reminder_notices_gather (GPtrArray *reminders);

G_END_DECLS
