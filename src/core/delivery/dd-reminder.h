/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/**
 * DdReminderState:
 * @DD_REMINDER_PENDING: claimed, and not sent yet
 * @DD_REMINDER_SENT: sent
 * @DD_REMINDER_SNOOZED: sent again at the end of the snooze
 * @DD_REMINDER_DONE: settled by the user
 * @DD_REMINDER_WITHDRAWN: the matter settled itself
 *
 * What became of a reminder.
 */
typedef enum
{
  DD_REMINDER_PENDING,
  DD_REMINDER_SENT,
  DD_REMINDER_SNOOZED,
  DD_REMINDER_DONE,
  DD_REMINDER_WITHDRAWN,
} DdReminderState;

/* The enum type of DdReminderState; the nicks are what is stored. */
GType dd_reminder_state_get_type (void) G_GNUC_CONST;

/* DdReminder: a reminder that was claimed, and what became of it. */
#define DD_TYPE_REMINDER (dd_reminder_get_type ())
DD_DECLARE_RECORD (DdReminder, dd_reminder, REMINDER)

G_END_DECLS
