/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdJournalWords: the journal's actions put into words. The sentences are core's; here is what they
 * need to know: names of rows that are there, and of those that are gone. Names are looked up once
 * a list. Nothing is written.
 */

#include "config.h"

#include "dd-journal-words.h"

#include "dd-change-json.h"
#include "dd-records.h"
#include "delivery/dd-case.h"
#include "delivery/dd-label.h"
#include "delivery/dd-sentences.h"

#include <glib/gi18n-lib.h>

void
dd_journal_words_free (DdJournalWords *self)
{
  g_free (self->user);
  g_free (self->subject_id);
  g_free (self->subject);
  g_free (self->title);
  g_strfreev (self->details);
  g_free (self);
}

/* --- Names --- */

/* What names are looked up with, and those that were: id to name, "" for none. */
typedef struct
{
  DdConnection *connection; /* (unowned) */
  GHashTable *names;        /* (owned) (element-type utf8 utf8) */
  const char *subject_id;   /* (unowned): of the change that is being told */
} Names;

/* The name that the row had when it was deleted: it was told in its own history, or in that of the
 * change that refers to it. */
static char *
find_last_name (Names *self, const DdEntity *entity, const char *id)
{
  g_autoptr (DdStatement) statement = dd_connection_prepare (
      self->connection,
      "SELECT before FROM journal_changes WHERE subject_id IN (?1, ?2) AND record_id = ?1 "
      "AND after IS NULL ORDER BY action_id DESC LIMIT 1",
      _ ("Reading the journal"), NULL);
  g_autoptr (DdChange) change = NULL;
  const DdFieldChange *name;
  gboolean complete;
  gboolean row;

  if (statement == NULL)
    return NULL;
  dd_statement_bind_text (statement, 1, id, -1);
  dd_statement_bind_text (statement, 2, self->subject_id, -1);
  if (!dd_statement_step (statement, &row, NULL) || !row)
    return NULL;
  change =
      dd_change_from_json (entity, id, id, dd_statement_get_text (statement, 0), NULL, &complete);
  name = change != NULL ? dd_change_find_field (change, dd_entity_get_name_index (entity)) : NULL;
  return name != NULL ? g_strdup (name->before.text) : NULL;
}

static char *
name_row (const DdEntity *entity, const char *id, gpointer data)
{
  Names *self = data;
  const char *known = g_hash_table_lookup (self->names, id);
  char *name = NULL;

  if (known == NULL)
    {
      name = dd_records_get_name (self->connection, entity, id, NULL);
      if (name == NULL)
        name = find_last_name (self, entity, id);
      if (name == NULL)
        name = g_strdup ("");
      g_hash_table_insert (self->names, g_strdup (id), name);
      known = name;
    }
  return *known != '\0' ? g_strdup (known) : NULL;
}

/* --- Words --- */

/* The changes of @entry, or those of @subject_id (nullable) among them. */
static GStrv
tell_changes (const DdJournalEntry *entry, const char *subject_id, const DdSentenceContext *context)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const DdChange *change = g_ptr_array_index (entry->changes, i);
      g_auto (GStrv) sentences = NULL;

      if (subject_id != NULL && g_strcmp0 (change->subject_id, subject_id) != 0)
        continue;
      ((Names *) context->data)->subject_id = change->subject_id;
      sentences = dd_sentences_from_change (change, context);
      g_strv_builder_addv (builder, (const char **) sentences);
    }
  return g_strv_builder_end (builder);
}

/* An action without a label is told by what changed. */
static char *
tell_action (const DdJournalEntry *entry, GStrv details)
{
  guint n = g_strv_length (details);

  if (entry->label != NULL)
    return dd_label_format (entry->label, (const char *const *) entry->arguments);
  if (n == 0)
    return g_strdup (_ ("Changed something"));
  if (n == 1)
    return g_strdup (details[0]);
  return g_strdup_printf (ngettext ("%s, and %u more change", "%s, and %u more changes", n - 1),
                          details[0], n - 1);
}

/* An undo or redo is told by what it undid or did again. */
static char *
tell_inverse (DdConnection *connection,
              const DdJournalEntry *entry,
              const char *subject_id,
              const DdSentenceContext *context,
              GError **error)
{
  g_autoptr (DdJournalEntry) target = dd_journal_load (connection, entry->target_id, error);
  g_auto (GStrv) details = NULL;
  g_autofree char *action = NULL;

  if (target == NULL)
    return NULL;
  details = tell_changes (target, subject_id, context);
  action = tell_action (target, details);
  return entry->kind == DD_JOURNAL_UNDO ? g_strdup_printf (_ ("Undid: %s"), action)
                                        : g_strdup_printf (_ ("Redid: %s"), action);
}

/* What the subject of @change is: the row itself, or the case that it is a part of. */
static const DdEntity *
get_subject_entity (const DdChange *change)
{
  return g_str_equal (change->record_id, change->subject_id) ? change->entity : &dd_case_entity;
}

/* Returns: (nullable): a change of what @entry is about, of a case if there is one; with
 * @subject_id (nullable) of that */
static const DdChange *
find_subject (const DdJournalEntry *entry, const char *subject_id)
{
  const DdChange *found = NULL;

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const DdChange *change = g_ptr_array_index (entry->changes, i);

      if (subject_id != NULL && g_strcmp0 (change->subject_id, subject_id) != 0)
        continue;
      if (found == NULL
          || (get_subject_entity (found) != &dd_case_entity
              && get_subject_entity (change) == &dd_case_entity))
        found = change;
    }
  return found;
}

static void
tell_subject (DdJournalWords *told, const DdChange *change, const DdSentenceContext *context)
{
  if (change == NULL)
    return;
  ((Names *) context->data)->subject_id = change->subject_id;
  told->subject_id = g_strdup (change->subject_id);
  told->subject =
      context->name_row (get_subject_entity (change), change->subject_id, context->data);
}

/* Returns: (transfer full) (nullable): @entry in words, NULL with @error */
static DdJournalWords *
tell_entry (DdConnection *connection,
            const DdJournalEntry *entry,
            const char *subject_id,
            const DdSentenceContext *context,
            GError **error)
{
  g_auto (GStrv) details = tell_changes (entry, subject_id, context);
  char *title = entry->kind == DD_JOURNAL_DO
                    ? tell_action (entry, details)
                    : tell_inverse (connection, entry, subject_id, context, error);
  DdJournalWords *told;

  if (title == NULL)
    return NULL;
  told = g_new0 (DdJournalWords, 1);
  told->id = entry->id;
  told->at = entry->at;
  told->user = g_strdup (entry->user);
  tell_subject (told, find_subject (entry, subject_id), context);
  told->undone = entry->undone;
  told->title = title;
  if (g_strv_length (details) == 1 && g_str_equal (details[0], title))
    told->details = g_new0 (char *, 1);
  else
    told->details = g_steal_pointer (&details);
  return told;
}

DdJournalWords *
dd_journal_words_new (DdConnection *connection,
                      const DdJournalEntry *entry,
                      DdCalendar *calendar,
                      GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Names data = { connection, names, NULL };
  DdSentenceContext context = { calendar, name_row, &data };

  return tell_entry (connection, entry, NULL, &context, error);
}

GPtrArray *
dd_journal_words_list (DdConnection *connection,
                       const char *subject_id,
                       gint64 before,
                       guint limit,
                       DdCalendar *calendar,
                       GError **error)
{
  g_autoptr (GPtrArray) told =
      g_ptr_array_new_with_free_func ((GDestroyNotify) dd_journal_words_free);
  g_autoptr (GPtrArray) entries = dd_journal_list (connection, subject_id, before, limit, error);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Names data = { connection, names, NULL };
  DdSentenceContext context = { calendar, name_row, &data };

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      DdJournalWords *entry =
          tell_entry (connection, g_ptr_array_index (entries, i), subject_id, &context, error);
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (told, entry);
    }
  return entries != NULL ? g_steal_pointer (&told) : NULL;
}
