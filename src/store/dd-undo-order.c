/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The order in which actions can be taken back: one pass over what the journal has since, in which
 * a row is looked at closer only when it is about a row of the target's or names one.
 *
 * An action counts from when it was last done: a redo is what came after, not what was redone. An
 * undo does not count, and neither does what it took back.
 */

#include "config.h"

#include "dd-undo-order.h"

#include "dd-change-json.h"
#include "delivery/dd-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The changes since the target was last done, of actions that are done now. */
#define LATER_SQL                                                                                  \
  "SELECT c.action_id, c.record_id, c.subject_id, c.before, c.after FROM journal_changes c"        \
  " JOIN journal_actions a ON a.id = c.action_id"                                                  \
  " WHERE c.action_id > (SELECT max (id) FROM journal_actions WHERE id = ?1 OR target_id = ?1)"    \
  " AND a.kind <> 'undo'"                                                                          \
  " AND coalesce ((SELECT b.kind = 'redo' AND (b.id = a.id OR a.kind = 'do')"                      \
  " FROM journal_actions b WHERE b.target_id = coalesce (a.target_id, a.id)"                       \
  " ORDER BY b.id DESC LIMIT 1), a.kind = 'do')"                                                   \
  " ORDER BY c.action_id, c.position"

/* Whether both change a field that is the same; a row that is made or deleted is all its fields. */
static gboolean
overlap (const DdChange *first, const DdChange *second)
{
  if (first->kind != DD_CHANGE_UPDATE || second->kind != DD_CHANGE_UPDATE)
    return TRUE;
  for (guint i = 0; i < first->fields->len; i++)
    if (dd_change_find_field (second, g_array_index (first->fields, DdFieldChange, i).index)
        != NULL)
      return TRUE;
  return FALSE;
}

/* Whether a side of the journal's current row names @id. An id is nothing else by chance. */
static gboolean
names (DdStatement *later, const char *id)
{
  const char *before = dd_statement_get_text (later, 3);
  const char *after = dd_statement_get_text (later, 4);

  return (before != NULL && strstr (before, id) != NULL)
         || (after != NULL && strstr (after, id) != NULL);
}

/* Whether the journal's current row stands on @change. */
static gboolean
stands_on (DdStatement *later, const DdChange *change)
{
  g_autoptr (DdChange) other = NULL;
  gboolean complete;

  if (strcmp (dd_statement_get_text (later, 1), change->record_id) != 0)
    return change->kind == DD_CHANGE_INSERT && names (later, change->record_id);
  other = dd_change_from_json (change->entity, change->record_id, dd_statement_get_text (later, 2),
                               dd_statement_get_text (later, 3), dd_statement_get_text (later, 4),
                               &complete);
  return other == NULL || overlap (change, other);
}

static gboolean
stands_on_any (DdStatement *later, const DdJournalEntry *target)
{
  for (guint i = 0; i < target->changes->len; i++)
    if (stands_on (later, g_ptr_array_index (target->changes, i)))
      return TRUE;
  return FALSE;
}

static void
set_refused (DdConnection *connection, const DdJournalEntry *target, gint64 id, GError **error)
{
  g_autoptr (DdJournalEntry) later = dd_journal_load (connection, id, error);
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *when = NULL;
  g_autofree char *title = dd_journal_entry_get_title (target);
  g_autofree char *later_title = NULL;

  if (later == NULL)
    return;
  later_title = dd_journal_entry_get_title (later);
  local = g_date_time_new_from_unix_local (later->at);
  when = g_date_time_format (local, _ ("%-d %B %Y, %H:%M"));
  g_set_error (
      error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT,
      /* Translators: what is undone, who did what since, and when. */
      _ ("“%s” cannot be undone, because %s did “%s” on top of it on %s. Undo that first."), title,
      later->user, later_title, when);
}

gboolean
dd_undo_order_check (DdConnection *connection, const DdJournalEntry *target, GError **error)
{
  g_autoptr (DdStatement) later =
      dd_connection_prepare (connection, LATER_SQL, _ ("Reading the journal"), error);
  gboolean row;

  if (later == NULL)
    return FALSE;
  dd_statement_bind_int64 (later, 1, target->id);
  do
    {
      if (!dd_statement_step (later, &row, error))
        return FALSE;
      if (row && stands_on_any (later, target))
        {
          set_refused (connection, target, dd_statement_get_int64 (later, 0), error);
          return FALSE;
        }
    }
  while (row);
  return TRUE;
}
