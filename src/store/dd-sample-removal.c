/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Taking a sample away. Its rows are known by their ids, which its seed makes again, so that what
 * people added beside it stays, and what they changed in it goes. Costs a look at each id, and what
 * deleting the cases costs.
 */

#include "config.h"

#include "dd-sample-removal.h"

#include "dd-journal.h"
#include "dd-record-tree.h"
#include "dd-records.h"
#include "dd-sample-random.h"
#include "delivery/dd-entities.h"

#include <glib/gi18n-lib.h>

/* What a transaction's function is told. */
typedef struct
{
  guint n_cases;
  guint64 seed;
  const DdActor *actor;
  DdConnection *connection; /* (unowned) */
  DdAction *action;         /* (unowned) */
  GHashTable *going;        /* (unowned) (element-type utf8): ids of what the action deletes */
} Removal;

/* The row @number of the things @name of the sample. Returns: FALSE with @error when it could not
 * be looked for; @record (transfer full) is NULL when it is not there */
static gboolean
find (DdConnection *connection,
      const DdEntity *entity,
      guint64 seed,
      const char *name,
      guint number,
      DdRecord **record,
      GError **error)
{
  g_autofree char *id = dd_sample_random_make_id (seed, name, number);
  g_autoptr (DdQuery) query = dd_query_new (entity);
  g_autoptr (GPtrArray) found = NULL;

  dd_query_match_text (query, "id", DD_QUERY_IS, id);
  found = dd_records_query (connection, query, error);
  if (found == NULL)
    return FALSE;
  *record = found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
  return TRUE;
}

/* --- What goes --- */

/* Whether a row that stays refers to @record in @field. */
static gboolean
check_field (const Removal *self,
             const DdEntity *entity,
             const DdField *field,
             DdRecord *record,
             gboolean *needed,
             GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (entity);
  g_autoptr (GPtrArray) found = NULL;

  dd_query_match_text (query, field->name, DD_QUERY_IS, dd_record_get_id (record));
  found = dd_records_query (self->connection, query, error);
  for (guint i = 0; found != NULL && i < found->len && !*needed; i++)
    *needed = !g_hash_table_contains (self->going, dd_record_get_id (found->pdata[i]));
  return found != NULL;
}

static gboolean
check_needed (const Removal *self, DdRecord *record, gboolean *needed, GError **error)
{
  *needed = FALSE;
  for (guint i = 0; i < DD_N_ENTITIES && !*needed; i++)
    for (guint j = 0; j < dd_entities[i]->n_fields && !*needed; j++)
      {
        const DdField *field = &dd_entities[i]->fields[j];

        if (field->target == dd_record_get_entity (record)
            && !check_field (self, dd_entities[i], field, record, needed, error))
          return FALSE;
      }
  return TRUE;
}

/* Notes what was added to the action since the last time. */
static void
note_going (const Removal *self)
{
  GPtrArray *changes = dd_action_get_changes (self->action);

  for (guint i = g_hash_table_size (self->going); i < changes->len; i++)
    g_hash_table_add (self->going, ((DdChange *) changes->pdata[i])->record_id);
}

static gboolean
remove_cases (const Removal *self, GError **error)
{
  for (guint i = 0; i < self->n_cases; i++)
    {
      g_autoptr (DdRecord) record = NULL;

      if (!find (self->connection, &dd_case_entity, self->seed, "case", i, &record, error))
        return FALSE;
      if (record != NULL && !dd_record_tree_delete (self->connection, self->action, record, error))
        return FALSE;
      note_going (self);
    }
  return TRUE;
}

/* Removes what is there of the @n first things @name, unless it is needed. */
static gboolean
remove_unneeded (const Removal *self,
                 const DdEntity *entity,
                 const char *name,
                 guint n,
                 GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DdRecord) record = NULL;
      gboolean needed;

      if (!find (self->connection, entity, self->seed, name, i, &record, error))
        return FALSE;
      if (record == NULL)
        continue;
      if (!check_needed (self, record, &needed, error))
        return FALSE;
      if (!needed)
        dd_action_delete (self->action, record);
      note_going (self);
    }
  return TRUE;
}

/* There never are more customers, contacts or people of the team than cases, but for a small team.
 */
static gboolean
remove_people (const Removal *self, GError **error)
{
  guint n = MAX (self->n_cases, 20);

  return remove_unneeded (self, &dd_person_entity, "contact", n, error)
         && remove_unneeded (self, &dd_customer_entity, "customer", n, error)
         && remove_unneeded (self, &dd_person_entity, "manager", n, error)
         && remove_unneeded (self, &dd_person_entity, "consultant", n, error);
}

static gboolean
do_remove (DdConnection *connection, gpointer data, GError **error)
{
  Removal *self = data;
  g_autoptr (DdAction) action =
      dd_action_new (self->actor->user, self->actor->now, N_ ("Removed the sample cases"), NULL);
  g_autoptr (GHashTable) going = g_hash_table_new (g_str_hash, g_str_equal);

  self->connection = connection;
  self->action = action;
  self->going = going;
  return remove_cases (self, error) && remove_people (self, error)
         && dd_journal_append (connection, action, NULL, error);
}

/* --- Public --- */

gboolean
dd_sample_is_there (DdConnection *connection,
                    guint n_cases,
                    guint64 seed,
                    gboolean *there,
                    GError **error)
{
  *there = FALSE;
  for (guint i = 0; i < n_cases && !*there; i++)
    {
      g_autoptr (DdRecord) record = NULL;

      if (!find (connection, &dd_case_entity, seed, "case", i, &record, error))
        return FALSE;
      *there = record != NULL;
    }
  return TRUE;
}

gboolean
dd_sample_remove (DdConnection *connection,
                  guint n_cases,
                  guint64 seed,
                  const DdActor *actor,
                  GError **error)
{
  Removal self = { .n_cases = n_cases, .seed = seed, .actor = actor };

  return dd_connection_transaction (connection, do_remove, &self, _ ("Removing the sample cases"),
                                    error);
}
