/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Refusals: a few small queries once something was refused, never before. What was changed by whom
 * is read from the journal. Must not happen: a refusal that hides a failure of the disk; a query
 * that fails here leaves the message general.
 */

#include "config.h"

#include "dd-refusal.h"

#include "dd-change-json.h"
#include "dd-records.h"
#include "delivery/dd-entities.h"

#include <glib/gi18n-lib.h>

/* --- Somebody changed it meanwhile --- */

/* Returns: (nullable): the row of @change as it is now, NULL when there is none or on a failure */
static DdRecord *
load_now (DdConnection *connection, const DdChange *change)
{
  return dd_records_load (connection, change->entity, change->record_id, NULL);
}

/* Returns: the first field of @now that is not what it was before @change, -1 when there is none */
static int
find_difference (const DdChange *change, DdRecord *now)
{
  for (guint i = 0; i < change->entity->n_fields; i++)
    {
      const DdField *field = &change->entity->fields[i];
      const DdFieldChange *changed = dd_change_find_field (change, i);
      DdValue before = changed != NULL ? changed->before : dd_field_get_null (field);

      if (field->flags & DD_FIELD_DERIVED || (changed == NULL && change->kind != DD_CHANGE_DELETE))
        continue;
      if (!dd_field_equal (field, before, dd_record_get_value (now, i)))
        return (int) i;
    }
  return -1;
}

/* Whether the journal's change with these sides touched field @index; any did that made or deleted
 * the row. */
static gboolean
touches (const DdChange *change, int index, const char *before, const char *after)
{
  gboolean complete;
  g_autoptr (DdChange) earlier = dd_change_from_json (change->entity, change->record_id,
                                                      change->subject_id, before, after, &complete);

  if (earlier == NULL)
    return FALSE;
  return earlier->kind != DD_CHANGE_UPDATE || index < 0
         || dd_change_find_field (earlier, (guint) index) != NULL;
}

/* Who last changed field @index of the row, or made or deleted the row, and when. */
static char *
find_who (DdConnection *connection, const DdChange *change, int index, gint64 *at)
{
  g_autoptr (DdStatement) statement = dd_connection_prepare (
      connection,
      "SELECT user, at, before, after FROM journal_changes JOIN journal_actions ON id = action_id "
      "WHERE subject_id = ?1 AND record_id = ?2 ORDER BY action_id DESC, position DESC",
      _ ("Reading the journal"), NULL);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;
  dd_statement_bind_text (statement, 1, change->subject_id, -1);
  dd_statement_bind_text (statement, 2, change->record_id, -1);
  while (dd_statement_step (statement, &row, NULL) && row)
    if (touches (change, index, dd_statement_get_text (statement, 2),
                 dd_statement_get_text (statement, 3)))
      {
        *at = dd_statement_get_int64 (statement, 1);
        return g_strdup (dd_statement_get_text (statement, 0));
      }
  return NULL;
}

static char *
tell_instant (gint64 at)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (at);

  /* Translators: an instant within a sentence, "18 December 2026, 09:00". */
  return g_date_time_format (local, _ ("%-d %B %Y, %H:%M"));
}

/* What names the row: as it is now, or as the change knew it. */
static char *
name_row (const DdChange *change, DdRecord *now)
{
  const DdFieldChange *name =
      dd_change_find_field (change, dd_entity_get_name_index (change->entity));

  if (now != NULL)
    return g_strdup (dd_record_get_name (now));
  return g_strdup (name != NULL && name->before.text != NULL ? name->before.text
                                                             : change->record_id);
}

void
dd_refusal_set_stale (DdConnection *connection,
                      const DdChange *change,
                      const char *advice,
                      GError **error)
{
  g_autoptr (DdRecord) now = load_now (connection, change);
  int index = now != NULL ? find_difference (change, now) : -1;
  gint64 at = 0;
  g_autofree char *who = find_who (connection, change, index, &at);
  g_autofree char *when = tell_instant (at);
  g_autofree char *name = name_row (change, now);
  const char *noun = _ (change->entity->noun);

  if (who == NULL)
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT,
                 _ ("Somebody changed the %s “%s”. %s"), noun, name, advice);
  else if (now == NULL)
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT,
                 _ ("%s deleted the %s “%s” on %s. %s"), who, noun, name, when, advice);
  else
    g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT,
                 _ ("%s changed the %s of the %s “%s” on %s. %s"), who,
                 index >= 0 ? _ (change->entity->fields[index].label) : noun, noun, name, when,
                 advice);
}

/* --- A rule of the database forbids it --- */

/* Returns: (nullable): a row of @entity whose @field is @text */
static DdRecord *
find_row (DdConnection *connection, const DdEntity *entity, const DdField *field, const char *text)
{
  g_autoptr (DdQuery) query = dd_query_new (entity);
  g_autoptr (GPtrArray) rows = NULL;

  dd_query_match_text (query, field->name, DD_QUERY_IS, text);
  dd_query_set_limit (query, 1);
  rows = dd_records_query (connection, query, NULL);
  return rows != NULL && rows->len > 0 ? g_ptr_array_steal_index (rows, 0) : NULL;
}

/* Returns: (nullable): a row that refers to the row of @change */
static DdRecord *
find_referrer (DdConnection *connection, const DdChange *change)
{
  DdRecord *referrer = NULL;

  for (guint i = 0; referrer == NULL && i < DD_N_ENTITIES; i++)
    for (guint j = 0; referrer == NULL && j < dd_entities[i]->n_fields; j++)
      if (dd_entities[i]->fields[j].target == change->entity)
        referrer =
            find_row (connection, dd_entities[i], &dd_entities[i]->fields[j], change->record_id);
  return referrer;
}

static gboolean
explain_delete (DdConnection *connection,
                const DdChange *change,
                const char *advice,
                GError **error)
{
  g_autoptr (DdRecord) referrer = find_referrer (connection, change);
  g_autofree char *name = name_row (change, NULL);

  if (referrer == NULL)
    return FALSE;
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT,
               _ ("The %s “%s” cannot be deleted, because the %s “%s” refers to it. %s"),
               _ (change->entity->noun), name, _ (dd_record_get_entity (referrer)->noun),
               dd_record_get_name (referrer), advice);
  return TRUE;
}

static gboolean
explain_missing (DdConnection *connection,
                 const DdChange *change,
                 const DdField *field,
                 const char *id,
                 const char *advice,
                 GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = dd_records_get_name (connection, field->target, id, &failure);

  if (name != NULL || failure != NULL)
    return FALSE;
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONFLICT,
               _ ("The %s of the %s does not exist any more. %s"), _ (field->label),
               _ (change->entity->noun), advice);
  return TRUE;
}

static gboolean
explain_duplicate (DdConnection *connection,
                   const DdChange *change,
                   const DdField *field,
                   const char *text,
                   GError **error)
{
  g_autoptr (DdRecord) other = find_row (connection, change->entity, field, text);

  if (other == NULL)
    return FALSE;
  g_set_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT,
               _ ("There is already a %s with the %s “%s”: choose another."),
               _ (change->entity->noun), _ (field->label), text);
  return TRUE;
}

static gboolean
explain_write (DdConnection *connection, const DdChange *change, const char *advice, GError **error)
{
  for (guint i = 0; i < change->fields->len; i++)
    {
      const DdFieldChange *changed = &g_array_index (change->fields, DdFieldChange, i);
      const DdField *field = &change->entity->fields[changed->index];

      if (!dd_field_is_text (field) || changed->after.text == NULL)
        continue;
      if (field->kind == DD_FIELD_REFERENCE
          && explain_missing (connection, change, field, changed->after.text, advice, error))
        return TRUE;
      if (field->flags & DD_FIELD_UNIQUE
          && explain_duplicate (connection, change, field, changed->after.text, error))
        return TRUE;
    }
  return FALSE;
}

void
dd_refusal_explain (DdConnection *connection,
                    const DdChange *change,
                    const char *advice,
                    GError *failure,
                    GError **error)
{
  gboolean forbidden = g_error_matches (failure, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);

  if (forbidden && change->kind == DD_CHANGE_DELETE
      && explain_delete (connection, change, advice, error))
    g_error_free (failure);
  else if (forbidden && change->kind != DD_CHANGE_DELETE
           && explain_write (connection, change, advice, error))
    g_error_free (failure);
  else
    g_propagate_error (error, failure);
}
