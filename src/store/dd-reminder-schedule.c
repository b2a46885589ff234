/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Keeping the schedule. A case costs its plan, a look at its rows, and one statement for each row
 * that differs. Must not happen: a row that was told and is forgotten while its matter can come
 * back, or a case whose changes were noted and taken off the list without its schedule.
 */

#include "config.h"

#include "dd-reminder-schedule.h"

#include "dd-plan-cache.h"
#include "dd-reminder-entry.h"
#include "dd-reminder-inputs.h"
#include "time/dd-zone.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Everybody's first, so that the case's own come over them. The names are found as their index has
 * them: '0' is the character after '/'. */
#define SELECT_PREFERENCES                                                                         \
  "SELECT key, value FROM preferences WHERE ifnull (case_id, '') IN ('', ?1)"                      \
  " AND key >= 'reminder/' AND key < 'reminder0' ORDER BY ifnull (case_id, '')"

gboolean
dd_reminder_schedule_load_preferences (DdConnection *connection,
                                       const char *case_id,
                                       DdReminderPreferences *preferences,
                                       GError **error)
{
  g_autoptr (DdStatement) row =
      dd_connection_prepare (connection, SELECT_PREFERENCES, _ ("Reading the database"), error);
  gboolean found = TRUE;

  dd_reminder_preferences_init (preferences);
  if (row == NULL)
    return FALSE;
  dd_statement_bind_text (row, 1, case_id != NULL ? case_id : "", -1);
  while (found)
    {
      if (!dd_statement_step (row, &found, error))
        return FALSE;
      if (found)
        dd_reminder_preferences_set (preferences, dd_statement_get_text (row, 0),
                                     dd_statement_get_text (row, 1), NULL);
    }
  return TRUE;
}

/* --- One case --- */

/* Takes what is true of @reminder now into the entry that stands for it. */
static void
merge (DdReminderEntry *entry, const DdReminder *reminder, gint64 now)
{
  DdReminder *kept = entry->reminder;

  if (reminder->due != kept->due && reminder->due > MAX (now, entry->told_at))
    entry->state = DD_REMINDER_SCHEDULED;
  kept->due = reminder->due;
  kept->about = reminder->about;
  if (strcmp (kept->subject, reminder->subject) != 0)
    {
      g_free (kept->subject);
      kept->subject = g_strdup (reminder->subject);
    }
  entry->settled = FALSE;
  dd_reminder_entry_settle_wake (entry);
}

static gboolean
write_merged (DdConnection *connection,
              DdReminderEntry *entry,
              const DdReminder *reminder,
              gint64 now,
              GError **error)
{
  gint64 due = entry->reminder->due;
  gint64 about = entry->reminder->about;
  gboolean settled = entry->settled;
  gboolean renamed = strcmp (entry->reminder->subject, reminder->subject) != 0;

  merge (entry, reminder, now);
  if (due == reminder->due && about == reminder->about && !settled && !renamed)
    return TRUE;
  return dd_reminder_entry_save (connection, entry, error);
}

/* The matter is over. What was never told is not worth keeping. */
static gboolean
settle (DdConnection *connection, DdReminderEntry *entry, GError **error)
{
  if (entry->told_at == DD_INSTANT_NONE)
    return dd_reminder_entry_delete (connection, entry, error);
  if (entry->settled)
    return TRUE;
  entry->settled = TRUE;
  if (entry->state == DD_REMINDER_CLAIMED)
    entry->state = DD_REMINDER_TOLD;
  dd_reminder_entry_settle_wake (entry);
  return dd_reminder_entry_save (connection, entry, error);
}

static GHashTable *
load_entries (DdConnection *connection, const char *case_id, GError **error)
{
  DdReminderSelection selection = { "r.case_id = ?3", 0, 0, case_id };
  g_autoptr (GPtrArray) entries = dd_reminder_entries_select (connection, &selection, error);
  GHashTable *by_key;

  if (entries == NULL)
    return NULL;
  by_key = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                  (GDestroyNotify) dd_reminder_entry_free);
  while (entries->len > 0)
    {
      DdReminderEntry *entry = g_ptr_array_steal_index_fast (entries, entries->len - 1);
      g_hash_table_insert (by_key, entry->key, entry);
    }
  return by_key;
}

/* Takes each of @reminders out of @entries as it is merged. */
static gboolean
write_reminders (DdConnection *connection,
                 GPtrArray *reminders,
                 GHashTable *entries,
                 gint64 now,
                 GError **error)
{
  for (guint i = 0; i < reminders->len; i++)
    {
      const DdReminder *reminder = reminders->pdata[i];
      g_autofree char *key = dd_reminder_dup_key (reminder);
      DdReminderEntry *known = g_hash_table_lookup (entries, key);
      g_autoptr (DdReminderEntry) entry = NULL;

      if (known != NULL)
        {
          g_hash_table_steal (entries, key);
          entry = known;
          if (!write_merged (connection, entry, reminder, now, error))
            return FALSE;
          continue;
        }
      entry = dd_reminder_entry_new (dd_reminder_copy (reminder));
      if (!dd_reminder_entry_save (connection, entry, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
settle_all (DdConnection *connection, GHashTable *entries, GError **error)
{
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    if (!settle (connection, entry, error))
      return FALSE;
  return TRUE;
}

/* Lists the reminders of the case: none when it is not there, and NULL, without an error, when it
 * cannot be planned. */
static gboolean
list_reminders (DdConnection *connection,
                const char *case_id,
                gint64 now,
                GPtrArray **reminders,
                GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (DdReminderInputs) inputs =
      dd_reminder_inputs_load (connection, case_id, now, &failure);
  DdReminderPreferences preferences;

  *reminders = NULL;
  if (g_error_matches (failure, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND))
    {
      *reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_reminder_free);
      return TRUE;
    }
  if (inputs == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (inputs->problem != NULL)
    return TRUE;
  if (!dd_reminder_schedule_load_preferences (connection, case_id, &preferences, error))
    return FALSE;
  *reminders = dd_reminders_list (&inputs->known, &preferences);
  return TRUE;
}

gboolean
dd_reminder_schedule_case (DdConnection *connection,
                           const char *case_id,
                           gint64 now,
                           GError **error)
{
  g_autoptr (GPtrArray) reminders = NULL;
  g_autoptr (GHashTable) entries = NULL;

  g_return_val_if_fail (dd_connection_in_transaction (connection), FALSE);

  if (!list_reminders (connection, case_id, now, &reminders, error))
    return FALSE;
  if (reminders == NULL)
    return TRUE;
  entries = load_entries (connection, case_id, error);
  return entries != NULL && write_reminders (connection, reminders, entries, now, error)
         && settle_all (connection, entries, error);
}

/* --- All that were changed --- */

/* What a transaction is told and tells. */
typedef struct
{
  gint64 now;
  gboolean more;
} Step;

/* One more than is done in a step, to see whether there are more. */
static gboolean
list_changed (DdConnection *connection, GPtrArray *ids, GError **error)
{
  g_autoptr (DdStatement) row =
      dd_connection_prepare (connection, "SELECT case_id FROM reminder_changes LIMIT ?1",
                             _ ("Reading the reminders"), error);
  gboolean found = TRUE;

  if (row == NULL)
    return FALSE;
  dd_statement_bind_int64 (row, 1, DD_REMINDER_SCHEDULE_STEP + 1);
  while (found)
    {
      if (!dd_statement_step (row, &found, error))
        return FALSE;
      if (found)
        g_ptr_array_add (ids, g_strdup (dd_statement_get_text (row, 0)));
    }
  return TRUE;
}

static gboolean
take_off (DdConnection *connection, const char *case_id, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, "DELETE FROM reminder_changes WHERE case_id = ?1",
                             _ ("Saving the reminders"), error);

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, case_id, -1);
  return dd_statement_run (statement, error);
}

static gboolean
schedule_cases (DdConnection *connection, GPtrArray *ids, gint64 now, GError **error)
{
  for (guint i = 0; i < ids->len && i < DD_REMINDER_SCHEDULE_STEP; i++)
    if (!dd_reminder_schedule_case (connection, ids->pdata[i], now, error)
        || !take_off (connection, ids->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
dd_reminder_schedule_follow (DdConnection *connection, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (!list_changed (connection, ids, error))
    return FALSE;
  return ids->len > DD_REMINDER_SCHEDULE_STEP || schedule_cases (connection, ids, now, error);
}

static gboolean
step (DdConnection *connection, gpointer data, GError **error)
{
  Step *self = data;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (!list_changed (connection, ids, error) || !schedule_cases (connection, ids, self->now, error))
    return FALSE;
  self->more = ids->len > DD_REMINDER_SCHEDULE_STEP;
  return TRUE;
}

gboolean
dd_reminder_schedule_step (DdConnection *connection, gint64 now, gboolean *more, GError **error)
{
  const char *what = _ ("Saving the reminders");
  Step data = { now, FALSE };
  gint64 any;

  g_return_val_if_fail (more != NULL, FALSE);

  *more = FALSE;
  /* Most of the time nothing was changed, which is found out without a lock. */
  if (!dd_connection_get_int64 (connection, "SELECT EXISTS (SELECT 1 FROM reminder_changes)", what,
                                &any, error))
    return FALSE;
  if (!any)
    return TRUE;
  if (!dd_connection_transaction (connection, step, &data, what, error))
    return FALSE;
  *more = data.more;
  return TRUE;
}

gboolean
dd_reminder_schedule_update (DdConnection *connection, gint64 now, GError **error)
{
  gboolean more = TRUE;

  while (more)
    if (!dd_reminder_schedule_step (connection, now, &more, error))
      return FALSE;
  return TRUE;
}

/* --- The machine's time zone --- */

static gboolean
is_followed (DdConnection *connection, const char *zone, gboolean *same, GError **error)
{
  g_autoptr (DdStatement) row = dd_connection_prepare (connection, "SELECT zone FROM reminder_zone",
                                                       _ ("Reading the reminders"), error);
  gboolean found;

  if (row == NULL || !dd_statement_step (row, &found, error))
    return FALSE;
  *same = found && strcmp (dd_statement_get_text (row, 0), zone) == 0;
  return TRUE;
}

static gboolean
follow (DdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection,
                             "INSERT OR REPLACE INTO reminder_zone (one, zone) VALUES (1, ?1)",
                             _ ("Saving the reminders"), error);

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, data, -1);
  return dd_statement_run (statement, error)
         && dd_connection_exec (connection,
                                "INSERT OR IGNORE INTO reminder_changes SELECT id FROM cases",
                                _ ("Saving the reminders"), error);
}

gboolean
dd_reminder_schedule_follow_zone (DdConnection *connection, GError **error)
{
  const DdZone *zone = dd_zone_get (NULL, error);
  gboolean same;

  if (zone == NULL)
    return FALSE;
  dd_plan_cache_follow_zone (connection, zone);
  if (!is_followed (connection, dd_zone_get_name (zone), &same, error))
    return FALSE;
  return same
         || dd_connection_transaction (connection, follow, (gpointer) dd_zone_get_name (zone),
                                       _ ("Saving the reminders"), error);
}
