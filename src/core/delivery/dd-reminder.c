/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a reminder. */

#include "config.h"

#include "delivery/dd-reminder.h"

#include "delivery/dd-case.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (DdReminderState,
                    dd_reminder_state,
                    G_DEFINE_ENUM_VALUE (DD_REMINDER_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (DD_REMINDER_SENT, "sent"),
                    G_DEFINE_ENUM_VALUE (DD_REMINDER_SNOOZED, "snoozed"),
                    G_DEFINE_ENUM_VALUE (DD_REMINDER_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (DD_REMINDER_WITHDRAWN, "withdrawn"))

static const DdField fields[] = {
  /* null: of no case */
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_OWNER, N_ ("case"), .target = &dd_case_entity },
  /* the same matter has the same key, and one reminder */
  { "key", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_NAME | DD_FIELD_UNIQUE, N_ ("matter") },
  { "due_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("due time") },
  { "state", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("state"), .type = dd_reminder_state_get_type },
  { "sent_at", DD_FIELD_INSTANT, 0, N_ ("time of sending") },
  { "snoozed_until", DD_FIELD_INSTANT, 0, N_ ("end of the snooze") },
};

DD_DEFINE_RECORD (DdReminder, dd_reminder, "reminders", N_ ("reminder"))
