/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "reminders/dd-reminder-snooze.h"
#include "reminders/dd-reminder.h"

G_BEGIN_DECLS

/*
 * The inbox of reminders: what was told, and what the reader did about it.
 *
 * Not journalled and not undone: whether somebody took note of a reminder changes nothing of a case.
 * Who marks the activity done that a reminder is about does that by an action of its own
 * (dd_case_actions_take()), and the reminder settles itself.
 */

/**
 * DdReminderState:
 * @DD_REMINDER_SCHEDULED: to be told when it is due
 * @DD_REMINDER_CLAIMED: being told
 * @DD_REMINDER_TOLD: told, and neither put off nor done: in the inbox
 * @DD_REMINDER_SNOOZED: told, to be told once more later
 * @DD_REMINDER_DONE: the reader took note of it, or a later one of the same matter was told
 */
typedef enum
{
  DD_REMINDER_SCHEDULED,
  DD_REMINDER_CLAIMED,
  DD_REMINDER_TOLD,
  DD_REMINDER_SNOOZED,
  DD_REMINDER_DONE,
} DdReminderState;

/* A reminder, and what has become of it. */
typedef struct
{
  DdReminder *reminder;  /* (owned) */
  DdReminderState state;
  gboolean settled;      /* the matter is over */
  gint64 told_at;        /* when it was last told, or DD_INSTANT_NONE */
  gint64 wake;           /* when it is to be told next, or DD_INSTANT_NONE */
} DdReminderEntry;

/* Frees @self. */
void dd_reminder_entry_free (DdReminderEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdReminderEntry, dd_reminder_entry_free)

/* Returns: (transfer none): the word for @state: "snoozed" */
const char *dd_reminder_state_get_nick (DdReminderState state);

/* What was told and is neither settled, done nor put off: the loudest first. Inside or outside of a
 * transaction; as of the last round or dd_reminder_schedule_update().
 * Returns: (transfer full) (element-type DdReminderEntry): them, or NULL with what failed */
GPtrArray *dd_reminder_inbox_load (DdConnection *connection, GError **error);

/* All that fall due from @from to before @to, told or not, by their due time; those that are settled
 * too, with @settled.
 * Returns: (transfer full) (element-type DdReminderEntry): them, or NULL with what failed */
GPtrArray *dd_reminder_inbox_list (DdConnection *connection, gint64 from, gint64 to,
                                   gboolean settled, GError **error);

/* Puts the reminder @key off (@snooze, days by everybody's calendar). Any that was told can be.
 * Returns: FALSE with DD_STORE_ERROR_NOT_FOUND or what failed */
gboolean dd_reminder_inbox_snooze (DdConnection *connection, const char *key,
                                   DdReminderSnooze snooze, gint64 now, GError **error);

/* Takes the reminder @key out of the inbox, or keeps it from being told.
 * Returns: FALSE with DD_STORE_ERROR_NOT_FOUND or what failed */
gboolean dd_reminder_inbox_done (DdConnection *connection, const char *key, GError **error);

G_END_DECLS
