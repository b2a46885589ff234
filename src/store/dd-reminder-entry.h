/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "reminders/dd-reminder.h"

G_BEGIN_DECLS

/**
 * DdReminderState:
 * @DD_REMINDER_SCHEDULED: to be told when it is due
 * @DD_REMINDER_CLAIMED: being told
 * @DD_REMINDER_TOLD: told, and neither put off nor done: in the inbox
 * @DD_REMINDER_SNOOZED: told, to be told once more later
 * @DD_REMINDER_DONE: the reader took note of it, or another of the same matter was told since
 */
typedef enum
{
  DD_REMINDER_SCHEDULED,
  DD_REMINDER_CLAIMED,
  DD_REMINDER_TOLD,
  DD_REMINDER_SNOOZED,
  DD_REMINDER_DONE,
} DdReminderState;

/*
 * DdReminderEntry: a row of the schedule: a reminder, and what has become of it.
 */
typedef struct
{
  DdReminder *reminder; /* (owned); of a case that is not there any more without names */
  char *key;            /* (owned) */
  DdReminderState state;
  gboolean settled;     /* the matter is over */
  gint64 told_at;       /* when it was last told, or DD_INSTANT_NONE */
  gint64 snoozed_until; /* or DD_INSTANT_NONE */
  gint64 wake;          /* when it is to be told next, or DD_INSTANT_NONE */
  char *claimed_by;     /* (owned) (nullable): the desk that told it last */
} DdReminderEntry;

/* Returns: (transfer none): the word for @state: "snoozed" */
const char *dd_reminder_state_get_nick (DdReminderState state);

/* Returns: (transfer full): an entry of @reminder (transfer full), scheduled */
DdReminderEntry *dd_reminder_entry_new (DdReminder *reminder);

/* Frees @self. */
void dd_reminder_entry_free (DdReminderEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdReminderEntry, dd_reminder_entry_free)

/* Whether it was told, and the reader has done nothing about it. */
gboolean dd_reminder_entry_is_open (const DdReminderEntry *self);

/* Puts "wake" where state, dates and whether the matter is over put it; that of a claim stays. */
void dd_reminder_entry_settle_wake (DdReminderEntry *self);

/* Which entries dd_reminder_entries_select() reads, as SQL over the columns of "reminders" with ?1 and
 * ?2 for @first and @second and ?3 for @text (nullable). */
typedef struct
{
  const char *condition;
  gint64 first;
  gint64 second;
  const char *text;
} DdReminderSelection;

/* Reads the entries of @selection in no certain order.
 * Returns: (transfer full) (element-type DdReminderEntry): them, or NULL with what failed */
GPtrArray *dd_reminder_entries_select (DdConnection *connection,
                                       const DdReminderSelection *selection, GError **error);

/* Reads the entry @key.
 * Returns: (transfer full): it, or NULL with DD_STORE_ERROR_NOT_FOUND or what failed */
DdReminderEntry *dd_reminder_entry_load (DdConnection *connection, const char *key,
                                         GError **error);

/* Writes the row of @self, a new one if need be. */
gboolean dd_reminder_entry_save (DdConnection *connection, const DdReminderEntry *self,
                                 GError **error);

/* Deletes the row of @self. */
gboolean dd_reminder_entry_delete (DdConnection *connection, const DdReminderEntry *self,
                                   GError **error);

G_END_DECLS
