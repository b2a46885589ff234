/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Rows of the schedule. Each statement is a search in an index, as far as the selection is.
 */

#include "config.h"

#include "dd-reminder-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SELECT                                                                                     \
  "SELECT r.key, r.case_id, r.matter, r.kind, r.due_at, r.about_at, r.subject, r.state,"           \
  " r.settled, r.told_at, r.snoozed_until, r.wake_at, r.claimed_by, c.product, u.name"             \
  " FROM reminders r LEFT JOIN cases c ON c.id = r.case_id"                                        \
  " LEFT JOIN customers u ON u.id = c.customer_id WHERE "

#define SAVE                                                                                       \
  "INSERT OR REPLACE INTO reminders (key, case_id, matter, kind, due_at, about_at, subject,"       \
  " state, settled, told_at, snoozed_until, wake_at, claimed_by)"                                  \
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"

static const char *const states[] = {
  [DD_REMINDER_SCHEDULED] = "scheduled", [DD_REMINDER_CLAIMED] = "claimed",
  [DD_REMINDER_TOLD] = "told",           [DD_REMINDER_SNOOZED] = "snoozed",
  [DD_REMINDER_DONE] = "done",
};

const char *
dd_reminder_state_get_nick (DdReminderState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);

  return states[state];
}

DdReminderEntry *
dd_reminder_entry_new (DdReminder *reminder)
{
  DdReminderEntry *self = g_new0 (DdReminderEntry, 1);

  self->key = dd_reminder_dup_key (reminder);
  self->state = DD_REMINDER_SCHEDULED;
  self->told_at = self->snoozed_until = DD_INSTANT_NONE;
  self->wake = reminder->due;
  self->reminder = reminder;
  return self;
}

void
dd_reminder_entry_free (DdReminderEntry *self)
{
  dd_reminder_free (self->reminder);
  g_free (self->key);
  g_free (self->claimed_by);
  g_free (self);
}

gboolean
dd_reminder_entry_is_open (const DdReminderEntry *self)
{
  return !self->settled && (self->state == DD_REMINDER_CLAIMED || self->state == DD_REMINDER_TOLD);
}

void
dd_reminder_entry_settle_wake (DdReminderEntry *self)
{
  if (self->settled)
    self->wake = DD_INSTANT_NONE;
  else if (self->state == DD_REMINDER_SCHEDULED)
    self->wake = self->reminder->due;
  else if (self->state == DD_REMINDER_SNOOZED)
    self->wake = self->snoozed_until;
  else if (self->state != DD_REMINDER_CLAIMED)
    self->wake = DD_INSTANT_NONE;
}

/* --- Reading --- */

static gint64
read_instant (DdStatement *row, int column)
{
  return dd_statement_is_null (row, column) ? DD_INSTANT_NONE
                                            : dd_statement_get_int64 (row, column);
}

static DdReminderState
read_state (DdStatement *row, int column)
{
  const char *text = dd_statement_get_text (row, column);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (strcmp (states[i], text) == 0)
      return (DdReminderState) i;
  return DD_REMINDER_DONE;
}

static char *
read_name (DdStatement *row, int column)
{
  const char *text = dd_statement_get_text (row, column);

  return g_strdup (text != NULL ? text : "");
}

/* Returns: (transfer full) (nullable): the entry, NULL of a kind that this Drydock does not know */
static DdReminderEntry *
read_entry (DdStatement *row)
{
  DdReminderEntry *self;
  DdReminder *reminder;
  DdReminderKind kind;

  if (!dd_reminder_kind_find (dd_statement_get_text (row, 3), &kind))
    return NULL;
  self = g_new0 (DdReminderEntry, 1);
  self->reminder = reminder = g_new0 (DdReminder, 1);
  self->key = g_strdup (dd_statement_get_text (row, 0));
  reminder->case_id = g_strdup (dd_statement_get_text (row, 1));
  reminder->matter = g_strdup (dd_statement_get_text (row, 2));
  reminder->kind = kind;
  reminder->due = dd_statement_get_int64 (row, 4);
  reminder->about = dd_statement_get_int64 (row, 5);
  reminder->subject = g_strdup (dd_statement_get_text (row, 6));
  reminder->product = read_name (row, 13);
  reminder->customer = read_name (row, 14);
  self->state = read_state (row, 7);
  self->settled = dd_statement_get_int64 (row, 8) != 0;
  self->told_at = read_instant (row, 9);
  self->snoozed_until = read_instant (row, 10);
  self->wake = read_instant (row, 11);
  self->claimed_by = g_strdup (dd_statement_get_text (row, 12));
  return self;
}

GPtrArray *
dd_reminder_entries_select (DdConnection *connection,
                            const DdReminderSelection *selection,
                            GError **error)
{
  g_autofree char *sql = g_strconcat (SELECT, selection->condition, NULL);
  g_autoptr (DdStatement) row =
      dd_connection_prepare (connection, sql, _ ("Reading the reminders"), error);
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) dd_reminder_entry_free);
  gboolean found = TRUE;

  if (row == NULL)
    return NULL;
  if (strstr (selection->condition, "?1") != NULL)
    dd_statement_bind_int64 (row, 1, selection->first);
  if (strstr (selection->condition, "?2") != NULL)
    dd_statement_bind_int64 (row, 2, selection->second);
  if (selection->text != NULL)
    dd_statement_bind_text (row, 3, selection->text, -1);
  while (found)
    {
      DdReminderEntry *entry = NULL;

      if (!dd_statement_step (row, &found, error))
        return NULL;
      if (found)
        entry = read_entry (row);
      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  return g_steal_pointer (&entries);
}

DdReminderEntry *
dd_reminder_entry_load (DdConnection *connection, const char *key, GError **error)
{
  DdReminderSelection selection = { "r.key = ?3", 0, 0, key };
  g_autoptr (GPtrArray) entries = dd_reminder_entries_select (connection, &selection, error);

  if (entries == NULL)
    return NULL;
  if (entries->len == 0)
    {
      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                   _ ("There is no reminder “%s”."), key);
      return NULL;
    }
  return g_ptr_array_steal_index (entries, 0);
}

/* --- Writing --- */

static void
bind_instant (DdStatement *statement, int index, gint64 instant)
{
  if (instant == DD_INSTANT_NONE)
    dd_statement_bind_null (statement, index);
  else
    dd_statement_bind_int64 (statement, index, instant);
}

gboolean
dd_reminder_entry_save (DdConnection *connection, const DdReminderEntry *self, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, SAVE, _ ("Saving the reminders"), error);
  const DdReminder *reminder = self->reminder;

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, self->key, -1);
  dd_statement_bind_text (statement, 2, reminder->case_id, -1);
  dd_statement_bind_text (statement, 3, reminder->matter, -1);
  dd_statement_bind_text (statement, 4, dd_reminder_kind_get_nick (reminder->kind), -1);
  dd_statement_bind_int64 (statement, 5, reminder->due);
  dd_statement_bind_int64 (statement, 6, reminder->about);
  dd_statement_bind_text (statement, 7, reminder->subject, -1);
  dd_statement_bind_text (statement, 8, states[self->state], -1);
  dd_statement_bind_int64 (statement, 9, self->settled);
  bind_instant (statement, 10, self->told_at);
  bind_instant (statement, 11, self->snoozed_until);
  bind_instant (statement, 12, self->wake);
  dd_statement_bind_text (statement, 13, self->claimed_by, -1);
  return dd_statement_run (statement, error);
}

gboolean
dd_reminder_entry_delete (DdConnection *connection, const DdReminderEntry *self, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, "DELETE FROM reminders WHERE key = ?1",
                             _ ("Saving the reminders"), error);

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, self->key, -1);
  return dd_statement_run (statement, error);
}
