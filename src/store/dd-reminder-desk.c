/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Telling reminders: who claims what.
 *
 * Of the rows that are due, the cases are scheduled once more as of now, in the same transaction,
 * so nothing is told that is not true any more. Cost: that of those cases, and a search for each
 * reminder that was given out and is still open. Must not happen: a claim without a transaction
 * around the reading and the writing.
 */

#include "config.h"

#include "dd-reminder-desk.h"

#include "dd-preferences.h"
#include "dd-reminder-entry.h"
#include "dd-reminder-schedule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is to be told by ?1. A claim that holds for longer than ?2 is from before the clock was set
 * back. Each part is a search: the second says all that the index of what is open says. */
#define DUE                                                                                        \
  "r.key IN (SELECT key FROM reminders WHERE wake_at <= ?1"                                        \
  " UNION ALL SELECT key FROM reminders WHERE settled = 0 AND state IN ('claimed', 'told')"        \
  "  AND state = 'claimed' AND wake_at > ?2)"

struct _DdReminderDesk
{
  char *id;         /* (owned): of this desk alone */
  GHashTable *told; /* (owned) (element-type utf8 Told): what was given out, by key */
};

/* What was given out. */
typedef struct
{
  DdReminder *reminder; /* (owned): as it was told */
  gboolean gathered;
} Told;

static void
told_free (gpointer data)
{
  Told *self = data;

  dd_reminder_free (self->reminder);
  g_free (self);
}

DdReminderDesk *
dd_reminder_desk_new (void)
{
  DdReminderDesk *self = g_new0 (DdReminderDesk, 1);

  self->id = g_uuid_string_random ();
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, told_free);
  return self;
}

void
dd_reminder_desk_free (DdReminderDesk *self)
{
  g_hash_table_unref (self->told);
  g_free (self->id);
  g_free (self);
}

static DdReminderRound *
round_new (void)
{
  DdReminderRound *self = g_new0 (DdReminderRound, 1);

  self->show = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_reminder_free);
  self->gathered = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_reminder_free);
  self->replace = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_reminder_free);
  self->withdraw = g_ptr_array_new_with_free_func (g_free);
  self->wake = DD_INSTANT_NONE;
  return self;
}

void
dd_reminder_round_free (DdReminderRound *self)
{
  g_ptr_array_unref (self->show);
  g_ptr_array_unref (self->gathered);
  g_ptr_array_unref (self->replace);
  g_ptr_array_unref (self->withdraw);
  g_clear_pointer (&self->calendar, dd_calendar_unref);
  g_free (self);
}

/* A round that is being taken. */
typedef struct
{
  DdReminderDesk *desk;
  gint64 now;
  DdReminderPreferences preferences;
  GHashTable *given; /* (owned) (element-type utf8 utf8): ids given out now, the keys' */
  DdReminderRound *round;
} Taking;

/* --- Claiming --- */

static int
compare_matter (gconstpointer first, gconstpointer second)
{
  const DdReminder *a = (*(const DdReminderEntry *const *) first)->reminder;
  const DdReminder *b = (*(const DdReminderEntry *const *) second)->reminder;
  int order = strcmp (a->case_id, b->case_id);

  if (order == 0)
    order = strcmp (a->matter, b->matter);
  return order != 0 ? order : (int) a->kind - (int) b->kind;
}

/* By case, matter and kind. */
static GPtrArray *
select_due (Taking *self, DdConnection *connection, GError **error)
{
  DdReminderSelection selection = { DUE, self->now, self->now + DD_REMINDER_CLAIM_SECONDS };
  GPtrArray *due = dd_reminder_entries_select (connection, &selection, error);

  if (due != NULL)
    g_ptr_array_sort (due, compare_matter);
  return due;
}

/* Makes the schedule of every case anew of which something is due. */
static gboolean
look_again (Taking *self, DdConnection *connection, GPtrArray *due, GError **error)
{
  const char *last = "";

  for (guint i = 0; i < due->len; i++)
    {
      const DdReminderEntry *entry = due->pdata[i];

      if (strcmp (entry->reminder->case_id, last) != 0
          && !dd_reminder_schedule_case (connection, entry->reminder->case_id, self->now, error))
        return FALSE;
      last = entry->reminder->case_id;
    }
  return TRUE;
}

/* Whether the next of @due, by matter and kind, says more of the same matter. */
static gboolean
is_outdone (GPtrArray *due, guint index)
{
  const DdReminder *reminder = ((DdReminderEntry *) due->pdata[index])->reminder;
  const DdReminder *next;

  if (index + 1 == due->len)
    return FALSE;
  next = ((DdReminderEntry *) due->pdata[index + 1])->reminder;
  return strcmp (next->case_id, reminder->case_id) == 0
         && strcmp (next->matter, reminder->matter) == 0;
}

static gboolean
save_as (Taking *self,
         DdConnection *connection,
         DdReminderEntry *entry,
         DdReminderState state,
         GError **error)
{
  entry->state = state;
  entry->told_at = self->now;
  g_free (entry->claimed_by);
  entry->claimed_by = g_strdup (self->desk->id);
  if (state == DD_REMINDER_CLAIMED)
    entry->wake = self->now + DD_REMINDER_CLAIM_SECONDS;
  else
    dd_reminder_entry_settle_wake (entry);
  return dd_reminder_entry_save (connection, entry, error);
}

/* What was told of the same matter before gives way. */
static gboolean
end_others (DdConnection *connection, const DdReminderEntry *entry, GError **error)
{
  g_autoptr (DdStatement) statement = dd_connection_prepare (
      connection,
      "UPDATE reminders SET state = 'done', wake_at = NULL WHERE case_id = ?1 AND matter = ?2"
      " AND key <> ?3 AND state IN ('claimed', 'told', 'snoozed')",
      _ ("Saving the reminders"), error);

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, entry->reminder->case_id, -1);
  dd_statement_bind_text (statement, 2, entry->reminder->matter, -1);
  dd_statement_bind_text (statement, 3, entry->key, -1);
  return dd_statement_run (statement, error);
}

/* Claims those of @due that are to be told, and leaves them in it. */
static gboolean
claim (Taking *self, DdConnection *connection, GPtrArray *due, GError **error)
{
  g_autoptr (GPtrArray) outdone =
      g_ptr_array_new_with_free_func ((GDestroyNotify) dd_reminder_entry_free);

  for (guint i = due->len; i > 0; i--)
    if (is_outdone (due, i - 1))
      g_ptr_array_add (outdone, g_ptr_array_steal_index (due, i - 1));
  for (guint i = 0; i < outdone->len; i++)
    if (!save_as (self, connection, outdone->pdata[i], DD_REMINDER_DONE, error))
      return FALSE;
  for (guint i = 0; i < due->len; i++)
    if (!end_others (connection, due->pdata[i], error)
        || !save_as (self, connection, due->pdata[i], DD_REMINDER_CLAIMED, error))
      return FALSE;
  return TRUE;
}

/* --- Giving out --- */

static int
compare_urgency (gconstpointer first, gconstpointer second)
{
  const DdReminderEntry *a = *(const DdReminderEntry *const *) first;
  const DdReminderEntry *b = *(const DdReminderEntry *const *) second;

  return dd_reminder_compare (a->reminder, b->reminder);
}

/* @wakes is when each was to be told. */
static gboolean
are_to_be_gathered (Taking *self, const GArray *wakes)
{
  guint n_missed = 0;

  for (guint i = 0; i < wakes->len; i++)
    if (g_array_index (wakes, gint64, i) < self->now - DD_REMINDER_MISSED_SECONDS)
      n_missed++;
  return wakes->len > DD_REMINDER_MOST_TOGETHER || n_missed > 1;
}

static void
remember (DdReminderDesk *self, const DdReminderEntry *entry, gboolean gathered)
{
  Told *told = g_new0 (Told, 1);

  told->reminder = dd_reminder_copy (entry->reminder);
  told->gathered = gathered;
  g_hash_table_replace (self->told, g_strdup (entry->key), told);
}

static void
give_out (Taking *self, GPtrArray *due, gboolean gathered)
{
  GPtrArray *list = gathered ? self->round->gathered : self->round->show;

  g_ptr_array_sort (due, compare_urgency);
  for (guint i = 0; i < due->len; i++)
    {
      const DdReminderEntry *entry = due->pdata[i];

      g_ptr_array_add (list, dd_reminder_copy (entry->reminder));
      if (!gathered)
        g_hash_table_add (self->given, dd_reminder_dup_notification_id (entry->reminder));
      remember (self->desk, entry, gathered);
    }
}

static gboolean
tell_due (Taking *self, DdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GArray) wakes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) candidates = select_due (self, connection, error);

  if (candidates == NULL || !look_again (self, connection, candidates, error))
    return FALSE;
  if (candidates->len == 0)
    return TRUE;
  due = select_due (self, connection, error);
  if (due == NULL)
    return FALSE;
  for (guint i = 0; i < due->len; i++)
    if (!is_outdone (due, i))
      g_array_append_val (wakes, ((DdReminderEntry *) due->pdata[i])->wake);
  if (!claim (self, connection, due, error))
    return FALSE;
  give_out (self, due, are_to_be_gathered (self, wakes));
  return TRUE;
}

/* --- What was given out before --- */

static gboolean
load_told (DdConnection *connection, const char *key, DdReminderEntry **entry, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *entry = dd_reminder_entry_load (connection, key, &failure);
  if (*entry != NULL || g_error_matches (failure, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Whether two tell the same in other words. */
static gboolean
differ (const DdReminder *first, const DdReminder *second)
{
  return first->about != second->about || strcmp (first->subject, second->subject) != 0
         || strcmp (first->customer, second->customer) != 0;
}

static void
withdraw (Taking *self, const Told *told)
{
  g_autofree char *id = dd_reminder_dup_notification_id (told->reminder);

  if (!told->gathered && !g_hash_table_contains (self->given, id))
    g_ptr_array_add (self->round->withdraw, g_steal_pointer (&id));
}

/* Looks after one that was given out. Returns: FALSE with @error; @over tells whether it is over */
static gboolean
follow (Taking *self,
        DdConnection *connection,
        const char *key,
        Told *told,
        gboolean *over,
        GError **error)
{
  g_autoptr (DdReminderEntry) entry = NULL;

  if (!load_told (connection, key, &entry, error))
    return FALSE;
  *over = entry == NULL || !dd_reminder_entry_is_open (entry);
  if (*over)
    withdraw (self, told);
  else if (differ (entry->reminder, told->reminder))
    {
      if (!told->gathered)
        g_ptr_array_add (self->round->replace, dd_reminder_copy (entry->reminder));
      dd_reminder_free (told->reminder);
      told->reminder = dd_reminder_copy (entry->reminder);
    }
  return TRUE;
}

static gboolean
follow_told (Taking *self, DdConnection *connection, GError **error)
{
  guint n_gathered = 0;
  guint n_over = 0;
  GHashTableIter iter;
  gpointer key;
  gpointer told;

  g_hash_table_iter_init (&iter, self->desk->told);
  while (g_hash_table_iter_next (&iter, &key, &told))
    {
      gboolean gathered = ((Told *) told)->gathered;
      gboolean over = FALSE;

      if (!follow (self, connection, key, told, &over, error))
        return FALSE;
      n_gathered += gathered;
      n_over += gathered && over;
      if (over)
        g_hash_table_iter_remove (&iter);
    }
  if (n_gathered > 0 && n_over == n_gathered)
    g_ptr_array_add (self->round->withdraw, g_strdup (DD_REMINDER_GATHERED_ID));
  return TRUE;
}

/* --- The round --- */

/* Whether there is anything to claim. */
static gboolean
is_any_due (Taking *self, DdConnection *connection, gboolean *any, GError **error)
{
  g_autoptr (DdStatement) row =
      dd_connection_prepare (connection, "SELECT EXISTS (SELECT 1 FROM reminders r WHERE " DUE ")",
                             _ ("Reading the reminders"), error);
  gboolean found;

  if (row == NULL)
    return FALSE;
  dd_statement_bind_int64 (row, 1, self->now);
  dd_statement_bind_int64 (row, 2, self->now + DD_REMINDER_CLAIM_SECONDS);
  if (!dd_statement_step (row, &found, error))
    return FALSE;
  *any = dd_statement_get_int64 (row, 0) != 0;
  return TRUE;
}

static gboolean
find_wake (Taking *self, DdConnection *connection, GError **error)
{
  g_autoptr (DdStatement) row =
      dd_connection_prepare (connection,
                             "SELECT min (wake_at) FROM reminders WHERE wake_at IS NOT NULL",
                             _ ("Reading the reminders"), error);
  gboolean found;

  if (row == NULL || !dd_statement_step (row, &found, error))
    return FALSE;
  if (!dd_statement_is_null (row, 0))
    self->round->wake =
        dd_reminder_preferences_end_quiet (&self->preferences, self->round->calendar,
                                           MAX (self->now, dd_statement_get_int64 (row, 0)));
  return TRUE;
}

static gboolean
count_open (Taking *self, DdConnection *connection, GError **error)
{
  gint64 n_open;

  if (!dd_connection_get_int64 (connection,
                                "SELECT count (*) FROM reminders"
                                " WHERE settled = 0 AND state IN ('claimed', 'told')",
                                _ ("Reading the reminders"), &n_open, error))
    return FALSE;
  self->round->n_open = (guint) n_open;
  return TRUE;
}

static gboolean
is_quiet (Taking *self)
{
  return dd_reminder_preferences_end_quiet (&self->preferences, self->round->calendar, self->now)
         > self->now;
}

static gboolean
claim_due (DdConnection *connection, gpointer data, GError **error)
{
  return tell_due (data, connection, error);
}

static gboolean
look_after (DdConnection *connection, gpointer data, GError **error)
{
  Taking *self = data;

  return follow_told (self, connection, error) && find_wake (self, connection, error)
         && count_open (self, connection, error);
}

static gboolean
take (Taking *self, DdConnection *connection, GError **error)
{
  const char *what = _ ("Telling the reminders");
  gboolean any;

  if (!dd_reminder_schedule_load_preferences (connection, NULL, &self->preferences, error)
      || !is_any_due (self, connection, &any, error))
    return FALSE;
  if (any && !is_quiet (self)
      && !dd_connection_transaction (connection, claim_due, self, what, error))
    return FALSE;
  return dd_connection_snapshot (connection, look_after, self, what, error);
}

DdReminderRound *
dd_reminder_desk_take_round (DdReminderDesk *self,
                             DdConnection *connection,
                             gint64 now,
                             GError **error)
{
  g_autoptr (DdReminderRound) round = round_new ();
  g_autoptr (GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Taking taking = { .desk = self, .now = now, .given = given, .round = round };
  gboolean more;

  g_return_val_if_fail (self != NULL && connection != NULL, NULL);

  if (!dd_reminder_schedule_follow_zone (connection, error)
      || !dd_reminder_schedule_step (connection, now, &more, error))
    return NULL;
  round->calendar = dd_preferences_load_calendar (connection, error);
  if (round->calendar == NULL)
    return NULL;
  if (more)
    round->wake = now;
  else if (!take (&taking, connection, error))
    return NULL;
  return g_steal_pointer (&round);
}

gboolean
dd_reminder_desk_confirm (DdReminderDesk *self, DdConnection *connection, GError **error)
{
  g_autoptr (DdStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && connection != NULL, FALSE);

  statement = dd_connection_prepare (
      connection,
      "UPDATE reminders SET state = 'told', wake_at = NULL"
      " WHERE settled = 0 AND state IN ('claimed', 'told') AND state = 'claimed' AND claimed_by = ?1",
      _ ("Saving the reminders"), error);
  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, self->id, -1);
  return dd_statement_run (statement, error);
}
