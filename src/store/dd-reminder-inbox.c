/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reading the schedule for people, and what they do with it: a search each.
 */

#include "config.h"

#include "dd-reminder-inbox.h"

#include "dd-preferences.h"

#include <glib/gi18n-lib.h>

static int
compare_urgency (gconstpointer first, gconstpointer second)
{
  const DdReminderEntry *a = *(const DdReminderEntry *const *) first;
  const DdReminderEntry *b = *(const DdReminderEntry *const *) second;

  return dd_reminder_compare (a->reminder, b->reminder);
}

static int
compare_due (gconstpointer first, gconstpointer second)
{
  const DdReminderEntry *a = *(const DdReminderEntry *const *) first;
  const DdReminderEntry *b = *(const DdReminderEntry *const *) second;

  if (a->reminder->due != b->reminder->due)
    return a->reminder->due < b->reminder->due ? -1 : 1;
  return compare_urgency (first, second);
}

GPtrArray *
dd_reminder_inbox_load (DdConnection *connection, GError **error)
{
  DdReminderSelection selection = { "r.settled = 0 AND r.state IN ('claimed', 'told')" };
  GPtrArray *entries = dd_reminder_entries_select (connection, &selection, error);

  if (entries != NULL)
    g_ptr_array_sort (entries, compare_urgency);
  return entries;
}

GPtrArray *
dd_reminder_inbox_list (DdConnection *connection, gint64 from, gint64 to, GError **error)
{
  DdReminderSelection selection = { "r.settled = 0 AND r.due_at >= ?1 AND r.due_at < ?2", from,
                                    to };
  GPtrArray *entries = dd_reminder_entries_select (connection, &selection, error);

  if (entries != NULL)
    g_ptr_array_sort (entries, compare_due);
  return entries;
}

static int
compare_wake (gconstpointer first, gconstpointer second)
{
  const DdReminderEntry *a = *(const DdReminderEntry *const *) first;
  const DdReminderEntry *b = *(const DdReminderEntry *const *) second;

  if (a->wake != b->wake)
    return a->wake < b->wake ? -1 : 1;
  return compare_urgency (first, second);
}

GPtrArray *
dd_reminder_inbox_list_coming (DdConnection *connection, gint64 to, GError **error)
{
  DdReminderSelection selection = { "r.wake_at < ?1 AND r.state IN ('scheduled', 'snoozed')", to };
  GPtrArray *entries = dd_reminder_entries_select (connection, &selection, error);

  if (entries != NULL)
    g_ptr_array_sort (entries, compare_wake);
  return entries;
}

/* --- What a reader does --- */

/* What a transaction is told. */
typedef struct
{
  const char *key;
  DdReminderState state;
  DdReminderSnooze snooze;
  gint64 now;
} Answer;

static gboolean
put_off (DdConnection *connection, const Answer *self, DdReminderEntry *entry, GError **error)
{
  g_autoptr (DdCalendar) calendar = NULL;

  if (entry->settled)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                   _ ("What the reminder “%s” is about is over."), self->key);
      return FALSE;
    }
  calendar = dd_preferences_load_calendar (connection, error);
  if (calendar == NULL)
    return FALSE;
  entry->snoozed_until = dd_snooze_get_end (self->snooze, calendar, self->now);
  return TRUE;
}

static gboolean
answer (DdConnection *connection, gpointer data, GError **error)
{
  const Answer *self = data;
  g_autoptr (DdReminderEntry) entry = dd_reminder_entry_load (connection, self->key, error);

  if (entry == NULL)
    return FALSE;
  if (self->state == DD_REMINDER_SNOOZED && !put_off (connection, self, entry, error))
    return FALSE;
  entry->state = self->state;
  /* It is known to the reader, so it stays known when its matter is over. */
  if (entry->told_at == DD_INSTANT_NONE)
    entry->told_at = self->now;
  dd_reminder_entry_settle_wake (entry);
  return dd_reminder_entry_save (connection, entry, error);
}

gboolean
dd_reminder_inbox_snooze (DdConnection *connection,
                          const char *key,
                          DdReminderSnooze snooze,
                          gint64 now,
                          GError **error)
{
  Answer data = { key, DD_REMINDER_SNOOZED, snooze, now };

  return dd_connection_transaction (connection, answer, &data, _ ("Putting the reminder off"),
                                    error);
}

gboolean
dd_reminder_inbox_done (DdConnection *connection, const char *key, gint64 now, GError **error)
{
  Answer data = { key, DD_REMINDER_DONE, DD_SNOOZE_HOUR, now };

  return dd_connection_transaction (connection, answer, &data, _ ("Saving the reminders"), error);
}
