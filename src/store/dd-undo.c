/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Undo and redo: finding an action in the journal, and doing it backwards or again.
 *
 * Whether an action is taken back is told by the last entry that names it; nothing else remembers
 * it, so the journal is only ever added to. Finding costs a search for each action of the user that
 * is skipped, doing what the action cost. Must not happen: an action taken back twice, so finding
 * and doing are one transaction.
 */

#include "config.h"

#include "dd-undo.h"

#include "dd-journal-private.h"
#include "dd-undo-order.h"

#include <glib/gi18n-lib.h>

/* The newest action of user ?1 whose last undo or redo, if it has one, is no undo. */
#define FIND_UNDO                                                                                  \
  "SELECT a.id FROM journal_actions a WHERE a.user = ?1 AND a.kind = 'do'"                         \
  " AND (SELECT b.kind FROM journal_actions b WHERE b.target_id = a.id"                            \
  " ORDER BY b.id DESC LIMIT 1) IS NOT 'undo'"

/* The target of the newest undo by user ?1 that is the last word on its target, and after which the
 * user did nothing new. */
#define FIND_REDO                                                                                  \
  "SELECT a.target_id FROM journal_actions a WHERE a.user = ?1 AND a.kind = 'undo'"                \
  " AND a.id = (SELECT max (b.id) FROM journal_actions b WHERE b.target_id = a.target_id)"         \
  " AND a.id > (SELECT coalesce (max (c.id), 0) FROM journal_actions c"                            \
  " WHERE c.user = ?1 AND c.kind = 'do'"

#define OF_SUBJECT(action)                                                                         \
  " AND " action ".id IN (SELECT action_id FROM journal_changes WHERE subject_id = ?2)"

#define NEWEST " ORDER BY a.id DESC LIMIT 1"

static const char *
get_sql (DdJournalKind kind, gboolean subject)
{
  if (kind == DD_JOURNAL_UNDO)
    return subject ? FIND_UNDO OF_SUBJECT ("a") NEWEST : FIND_UNDO NEWEST;
  return subject ? FIND_REDO OF_SUBJECT ("c") ")" OF_SUBJECT ("a") NEWEST : FIND_REDO ")" NEWEST;
}

gboolean
dd_undo_find (DdConnection *connection,
              DdJournalKind kind,
              const char *user,
              const char *subject_id,
              DdJournalEntry **entry,
              GError **error)
{
  g_autoptr (DdStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (kind != DD_JOURNAL_DO, FALSE);

  *entry = NULL;
  statement = dd_connection_prepare (connection, get_sql (kind, subject_id != NULL),
                                     _ ("Reading the journal"), error);
  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, user, -1);
  if (subject_id != NULL)
    dd_statement_bind_text (statement, 2, subject_id, -1);
  if (!dd_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *entry = dd_journal_load (connection, dd_statement_get_int64 (statement, 0), error);
  return *entry != NULL;
}

/* What a transaction's function is told, and what it found. */
typedef struct
{
  DdJournalKind kind;
  const char *user;
  const char *subject_id; /* (nullable) */
  gint64 id;              /* 0: the one that is found */
  gint64 at;
  DdJournalEntry *target; /* (owned) (nullable): out */
} Run;

/* What is to be done to the rows: of an undo the inverse of each change, the last first. */
static GPtrArray *
list_changes (const Run *run)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_change_free);
  guint n = run->target->changes->len;

  if (run->kind == DD_JOURNAL_REDO)
    {
      g_ptr_array_unref (changes);
      return g_ptr_array_ref (run->target->changes);
    }
  for (guint i = n; i > 0; i--)
    g_ptr_array_add (changes, dd_change_invert (g_ptr_array_index (run->target->changes, i - 1)));
  return changes;
}

static void
set_refused (const Run *run, const char *reason, GError **error)
{
  g_autofree char *title = dd_journal_entry_get_title (run->target);

  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT,
               run->kind == DD_JOURNAL_UNDO ? _ ("“%s” cannot be undone. %s")
                                            : _ ("“%s” cannot be done again. %s"),
               title, reason);
}

/* Whatever stands in the way came after the action: the way out is the same for all. */
static void
propagate (const Run *run, GError *failure, GError **error)
{
  if (!g_error_matches (failure, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT)
      && !g_error_matches (failure, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, failure);
      return;
    }
  set_refused (run, failure->message, error);
  g_error_free (failure);
}

static gboolean
append (DdConnection *connection, Run *run, GError **error)
{
  g_autoptr (GPtrArray) changes = list_changes (run);
  char *no_arguments[] = { NULL };
  DdJournalEntry entry = {
    .at = run->at,
    .user = (char *) run->user,
    .kind = run->kind,
    .target_id = run->target->id,
    .arguments = no_arguments,
    .changes = changes,
  };
  GError *failure = NULL;
  gint64 id;

  if (run->kind == DD_JOURNAL_UNDO && !dd_undo_order_check (connection, run->target, error))
    return FALSE;
  if (!run->target->complete)
    {
      set_refused (run, _ ("It was written by another version of Drydock."), error);
      return FALSE;
    }
  if (dd_journal_append_entry (connection, &entry,
                               run->kind == DD_JOURNAL_UNDO ? _ ("Undoing") : _ ("Redoing"),
                               _ ("Undo that first."), &id, &failure))
    return TRUE;
  propagate (run, failure, error);
  return FALSE;
}

static gboolean
run_found (DdConnection *connection, gpointer data, GError **error)
{
  Run *run = data;

  if (!dd_undo_find (connection, run->kind, run->user, run->subject_id, &run->target, error))
    return FALSE;
  if (run->target != NULL)
    return append (connection, run, error);
  g_set_error_literal (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                       run->kind == DD_JOURNAL_UNDO ? _ ("There is nothing to undo.")
                                                    : _ ("There is nothing to redo."));
  return FALSE;
}

static gboolean
run_named (DdConnection *connection, gpointer data, GError **error)
{
  Run *run = data;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, run->id);

  run->target = dd_journal_load (connection, run->id, error);
  if (run->target == NULL)
    return FALSE;
  if (run->target->kind == DD_JOURNAL_DO && run->target->undone == (run->kind == DD_JOURNAL_REDO))
    return append (connection, run, error);
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
               run->kind == DD_JOURNAL_UNDO
                   ? _ ("Action number %s is undone already, or an undo itself.")
                   : _ ("Action number %s is not undone."),
               number);
  return FALSE;
}

static DdJournalEntry *
run_transaction (DdConnection *connection, Run *run, DdConnectionFunc func, GError **error)
{
  const char *what = run->kind == DD_JOURNAL_UNDO ? _ ("Undoing") : _ ("Redoing");

  if (!dd_connection_transaction (connection, func, run, what, error))
    g_clear_pointer (&run->target, dd_journal_entry_free);
  return run->target;
}

DdJournalEntry *
dd_undo_run (DdConnection *connection,
             DdJournalKind kind,
             const char *user,
             const char *subject_id,
             gint64 at,
             GError **error)
{
  Run run = { .kind = kind, .user = user, .subject_id = subject_id, .at = at };

  g_return_val_if_fail (kind != DD_JOURNAL_DO, NULL);
  return run_transaction (connection, &run, run_found, error);
}

DdJournalEntry *
dd_undo_run_action (DdConnection *connection,
                    DdJournalKind kind,
                    gint64 id,
                    const char *user,
                    gint64 at,
                    GError **error)
{
  Run run = { .kind = kind, .user = user, .id = id, .at = at };

  g_return_val_if_fail (kind != DD_JOURNAL_DO, NULL);
  return run_transaction (connection, &run, run_named, error);
}
