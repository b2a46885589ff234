/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The journal: writing actions and reading them.
 *
 * An action costs one row, each of its changes two (the change itself and its place in the
 * journal), and one sync of the disk. Reading is by id, or by subject through an index. Must not
 * happen: a change of a user's data that is not in here, or one in here that was not made: both are
 * written by the same function in the same transaction.
 */

#include "config.h"

#include "dd-journal.h"

#include "dd-change-json.h"
#include "dd-journal-private.h"
#include "dd-records-private.h"
#include "dd-reminder-schedule.h"
#include "dd-replan.h"
#include "dd-rescope.h"
#include "dd-search-index.h"
#include "delivery/dd-entities.h"
#include "delivery/dd-label.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* The words of the column "kind", in the order of DdJournalKind. */
static const char *const kinds[] = { "do", "undo", "redo" };

void
dd_journal_entry_free (DdJournalEntry *self)
{
  g_free (self->user);
  g_free (self->label);
  g_strfreev (self->arguments);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

char *
dd_journal_entry_get_title (const DdJournalEntry *self)
{
  if (self->label == NULL)
    return g_strdup (_ ("Change"));
  return dd_label_format (self->label, (const char *const *) self->arguments);
}

/* --- Arguments as JSON --- */

/* Returns: (nullable): an array of strings, NULL for none */
static char *
arguments_to_json (GStrv arguments)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);

  if (arguments[0] == NULL)
    return NULL;
  for (gsize i = 0; arguments[i] != NULL; i++)
    json_array_add_string_element (array, arguments[i]);
  json_node_set_array (root, array);
  return json_to_string (root, FALSE);
}

static GStrv
arguments_from_json (const char *text)
{
  g_autoptr (JsonNode) root = text != NULL ? json_from_string (text, NULL) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array =
      root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *argument = json_node_get_string (json_array_get_element (array, i));
      g_strv_builder_add (builder, argument != NULL ? argument : "");
    }
  return g_strv_builder_end (builder);
}

/* --- Writing --- */

static gboolean
insert_action (DdConnection *connection,
               const DdJournalEntry *entry,
               const char *what,
               gint64 *id,
               GError **error)
{
  g_autofree char *arguments = arguments_to_json (entry->arguments);
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection,
                             "INSERT INTO journal_actions "
                             "(at, user, kind, target_id, label, arguments) "
                             "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                             what, error);

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_int64 (statement, 1, entry->at);
  dd_statement_bind_text (statement, 2, entry->user, -1);
  dd_statement_bind_text (statement, 3, kinds[entry->kind], -1);
  if (entry->target_id != 0)
    dd_statement_bind_int64 (statement, 4, entry->target_id);
  dd_statement_bind_text (statement, 5, entry->label, -1);
  dd_statement_bind_text (statement, 6, arguments, -1);
  if (!dd_statement_run (statement, error))
    return FALSE;
  *id = dd_connection_get_last_rowid (connection);
  return TRUE;
}

static gboolean
insert_change (DdConnection *connection,
               gint64 action_id,
               guint position,
               const DdChange *change,
               const char *what,
               GError **error)
{
  g_autofree char *before = dd_change_before_to_json (change);
  g_autofree char *after = dd_change_after_to_json (change);
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection,
                             "INSERT INTO journal_changes "
                             "(action_id, position, entity, record_id, subject_id, before, after) "
                             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                             what, error);

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_int64 (statement, 1, action_id);
  dd_statement_bind_int64 (statement, 2, position);
  dd_statement_bind_text (statement, 3, change->entity->table, -1);
  dd_statement_bind_text (statement, 4, change->record_id, -1);
  dd_statement_bind_text (statement, 5, change->subject_id, -1);
  dd_statement_bind_text (statement, 6, before, -1);
  dd_statement_bind_text (statement, 7, after, -1);
  return dd_statement_run (statement, error);
}

/* Does the changes and journals them. */
static gboolean
write_entry (DdConnection *connection,
             const DdJournalEntry *entry,
             const char *what,
             const char *advice,
             gint64 *id,
             GError **error)
{
  if (!insert_action (connection, entry, what, id, error))
    return FALSE;
  for (guint i = 0; i < entry->changes->len; i++)
    {
      const DdChange *change = g_ptr_array_index (entry->changes, i);

      if (!dd_records_apply (connection, change, what, advice, error)
          || !insert_change (connection, *id, i, change, what, error))
        return FALSE;
    }
  return TRUE;
}

/* What follows from changes: plans, what is in scope, reminders, and what the search finds. */
static gboolean
follow (DdConnection *connection, GPtrArray *changes, gint64 at, GError **error)
{
  return dd_replan_changes (connection, changes, at, error)
         && dd_rescope_changes (connection, changes, error)
         && dd_reminder_schedule_follow (connection, at, error)
         && dd_search_index_update (connection, error);
}

gboolean
dd_journal_append_entry (DdConnection *connection,
                         const DdJournalEntry *entry,
                         const char *what,
                         const char *advice,
                         gint64 *id,
                         GError **error)
{
  return write_entry (connection, entry, what, advice, id, error)
         && follow (connection, entry->changes, entry->at, error);
}

static gboolean
insert_contents (DdConnection *connection, GHashTable *contents, const char *what, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection,
                             "INSERT OR IGNORE INTO journal_contents (hash, bytes) VALUES (?1, ?2)",
                             what, error);
  GHashTableIter iter;
  gpointer hash;
  gpointer bytes;

  if (statement == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, contents);
  while (g_hash_table_iter_next (&iter, &hash, &bytes))
    {
      dd_statement_bind_text (statement, 1, hash, -1);
      dd_statement_bind_blob (statement, 2, bytes);
      if (!dd_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* Journals @action; @id is 0 when there was nothing to do. */
static gboolean
write_action (DdConnection *connection, DdAction *action, gint64 *id, GError **error)
{
  const char *what = _ ("Saving");
  const char *advice = _ ("Nothing was saved: look at it again, then decide.");
  const DdJournalEntry entry = {
    .at = dd_action_get_at (action),
    .user = (char *) dd_action_get_user (action),
    .kind = DD_JOURNAL_DO,
    .label = (char *) dd_action_get_label (action),
    .arguments = (GStrv) dd_action_get_arguments (action),
    .changes = dd_action_get_changes (action),
  };

  *id = 0;
  if (!insert_contents (connection, dd_action_get_contents (action), what, error))
    return FALSE;
  return entry.changes->len == 0 || write_entry (connection, &entry, what, advice, id, error);
}

gboolean
dd_journal_append (DdConnection *connection, DdAction *action, gint64 *id, GError **error)
{
  gint64 ignored;

  return write_action (connection, action, id != NULL ? id : &ignored, error)
         && follow (connection, dd_action_get_changes (action), dd_action_get_at (action), error);
}

gboolean
dd_journal_append_alone (DdConnection *connection, DdAction *action, GError **error)
{
  gint64 ignored;

  return write_action (connection, action, &ignored, error);
}

/* What a transaction's function is told. */
typedef struct
{
  DdAction *action;
  gint64 *id;
} Commit;

static gboolean
commit (DdConnection *connection, gpointer data, GError **error)
{
  Commit *self = data;

  return dd_journal_append (connection, self->action, self->id, error);
}

gboolean
dd_journal_commit (DdConnection *connection, DdAction *action, gint64 *id, GError **error)
{
  Commit data = { action, id };

  return dd_connection_transaction (connection, commit, &data, _ ("Saving"), error);
}

/* --- Reading --- */

/* Adds the change in the current row; what is of no entity known leaves @entry incomplete. */
static void
read_change (DdJournalEntry *entry, DdStatement *statement)
{
  const DdEntity *entity = dd_entities_find (dd_statement_get_text (statement, 0));
  gboolean complete = FALSE;
  DdChange *change = NULL;

  if (entity != NULL)
    change = dd_change_from_json (entity, dd_statement_get_text (statement, 1),
                                  dd_statement_get_text (statement, 2),
                                  dd_statement_get_text (statement, 3),
                                  dd_statement_get_text (statement, 4), &complete);
  if (change != NULL)
    g_ptr_array_add (entry->changes, change);
  entry->complete &= complete;
}

static gboolean
read_changes (DdConnection *connection, DdJournalEntry *entry, GError **error)
{
  g_autoptr (DdStatement) statement = dd_connection_prepare (
      connection,
      "SELECT entity, record_id, subject_id, before, after FROM journal_changes "
      "WHERE action_id = ?1 ORDER BY position",
      _ ("Reading the journal"), error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_int64 (statement, 1, entry->id);
  do
    {
      if (!dd_statement_step (statement, &row, error))
        return FALSE;
      if (row)
        read_change (entry, statement);
    }
  while (row);
  return TRUE;
}

static DdJournalKind
parse_kind (const char *word)
{
  DdJournalKind kind = DD_JOURNAL_DO;

  while (kind < DD_JOURNAL_REDO && g_strcmp0 (kinds[kind], word) != 0)
    kind++;
  return kind;
}

static DdJournalEntry *
read_entry (DdStatement *statement)
{
  DdJournalEntry *entry = g_new0 (DdJournalEntry, 1);

  entry->id = dd_statement_get_int64 (statement, 0);
  entry->at = dd_statement_get_int64 (statement, 1);
  entry->user = g_strdup (dd_statement_get_text (statement, 2));
  entry->kind = parse_kind (dd_statement_get_text (statement, 3));
  entry->target_id = dd_statement_get_int64 (statement, 4);
  entry->label = g_strdup (dd_statement_get_text (statement, 5));
  entry->arguments = arguments_from_json (dd_statement_get_text (statement, 6));
  entry->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_change_free);
  entry->complete = TRUE;
  entry->undone = dd_statement_get_int64 (statement, 7) != 0;
  return entry;
}

DdJournalEntry *
dd_journal_load (DdConnection *connection, gint64 id, GError **error)
{
  g_autoptr (DdJournalEntry) entry = NULL;
  g_autoptr (DdStatement) statement = dd_connection_prepare (
      connection,
      "SELECT a.id, a.at, a.user, a.kind, a.target_id, coalesce (t.label, a.label), "
      "coalesce (t.arguments, a.arguments), (SELECT u.kind = 'undo' FROM journal_actions u "
      "WHERE u.target_id = a.id ORDER BY u.id DESC LIMIT 1) "
      "FROM journal_actions a LEFT JOIN journal_actions t ON t.id = a.target_id WHERE a.id = ?1",
      _ ("Reading the journal"), error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  dd_statement_bind_int64 (statement, 1, id);
  if (!dd_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
                   _ ("There is no action number %s in the journal."), number);
      return NULL;
    }
  entry = read_entry (statement);
  return read_changes (connection, entry, error) ? g_steal_pointer (&entry) : NULL;
}

/* A statement that gives the ids that dd_journal_list() is about. */
static DdStatement *
prepare_list (DdConnection *connection,
              const char *subject_id,
              gint64 before,
              guint limit,
              GError **error)
{
  DdStatement *statement = dd_connection_prepare (
      connection,
      subject_id != NULL ? "SELECT DISTINCT action_id FROM journal_changes WHERE action_id < ?1 "
                           "AND subject_id = ?3 ORDER BY action_id DESC LIMIT ?2"
                         : "SELECT id FROM journal_actions WHERE id < ?1 ORDER BY id DESC LIMIT ?2",
      _ ("Reading the journal"), error);

  if (statement == NULL)
    return NULL;
  dd_statement_bind_int64 (statement, 1, before > 0 ? before : G_MAXINT64);
  dd_statement_bind_int64 (statement, 2, limit);
  if (subject_id != NULL)
    dd_statement_bind_text (statement, 3, subject_id, -1);
  return statement;
}

GPtrArray *
dd_journal_list (DdConnection *connection,
                 const char *subject_id,
                 gint64 before,
                 guint limit,
                 GError **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) dd_journal_entry_free);
  g_autoptr (DdStatement) statement = prepare_list (connection, subject_id, before, limit, error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  do
    {
      DdJournalEntry *entry;

      if (!dd_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      entry = dd_journal_load (connection, dd_statement_get_int64 (statement, 0), error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  while (row);
  return g_steal_pointer (&entries);
}

GBytes *
dd_journal_load_content (DdConnection *connection, const char *hash, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, "SELECT bytes FROM journal_contents WHERE hash = ?1",
                             _ ("Reading the database"), error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  dd_statement_bind_text (statement, 1, hash, -1);
  if (!dd_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return dd_statement_get_blob (statement, 0);
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND,
               _ ("There is no content with the hash “%s”."), hash);
  return NULL;
}
