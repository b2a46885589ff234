/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "undo-model.h"

#include <string.h>

/* A row that is there. */
typedef struct
{
  const DdEntity *entity;
  char **values; /* (owned) (array): n_fields texts, each NULL or owned */
} ModelRow;

/* An action, whether it is done now or not. */
typedef struct
{
  gint64 id;
  guint user;
  GPtrArray *changes; /* (owned) (element-type ModelChange) */
} ModelAction;

/* A step: an action was done, undone or redone by somebody. */
typedef struct
{
  char kind; /* 'd', 'u' or 'r' */
  guint user;
  ModelAction *action; /* (unowned) */
} ModelStep;

struct _UndoModel
{
  GHashTable *rows;   /* (owned) (element-type utf8 ModelRow): by id */
  GPtrArray *actions; /* (owned) (element-type ModelAction): all there ever were */
  GPtrArray *done;    /* (owned) (element-type ModelAction): those that are done, in the order in
                         which they were last done */
  GArray *steps;      /* (owned) (element-type ModelStep) */
};

static void
free_values (const DdEntity *entity, char **values)
{
  for (guint i = 0; values != NULL && i < entity->n_fields; i++)
    g_free (values[i]);
  g_free (values);
}

static void
row_free (ModelRow *row)
{
  free_values (row->entity, row->values);
  g_free (row);
}

static void
action_free (ModelAction *action)
{
  g_ptr_array_unref (action->changes);
  g_free (action);
}

UndoModel *
undo_model_new (void)
{
  UndoModel *self = g_new0 (UndoModel, 1);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) row_free);
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) action_free);
  self->done = g_ptr_array_new ();
  self->steps = g_array_new (FALSE, FALSE, sizeof (ModelStep));
  return self;
}

void
undo_model_free (UndoModel *self)
{
  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->actions);
  g_array_unref (self->steps);
  g_free (self);
}

/* --- Changes --- */

static char *
to_text (const DdField *field, DdValue value)
{
  if (field->flags & DD_FIELD_DERIVED || dd_field_is_null (field, value))
    return NULL;
  return dd_field_is_text (field) ? g_strdup (value.text)
                                  : g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);
}

static char **
list_values (DdRecord *record, gboolean original)
{
  const DdEntity *entity = dd_record_get_entity (record);
  char **values = g_new0 (char *, entity->n_fields);

  for (guint i = 0; i < entity->n_fields; i++)
    values[i] = to_text (&entity->fields[i], original ? dd_record_get_original (record, i)
                                                      : dd_record_get_value (record, i));
  return values;
}

ModelChange *
undo_model_make_change (DdRecord *record, gboolean deleted)
{
  ModelChange *change = g_new0 (ModelChange, 1);

  change->entity = dd_record_get_entity (record);
  change->id = g_strdup (dd_record_get_id (record));
  change->before = dd_record_is_stored (record) ? list_values (record, TRUE) : NULL;
  change->after = deleted ? NULL : list_values (record, FALSE);
  return change;
}

void
undo_model_change_free (ModelChange *change)
{
  free_values (change->entity, change->before);
  free_values (change->entity, change->after);
  g_free (change->id);
  g_free (change);
}

static gboolean
differs (const ModelChange *change, guint field)
{
  return change->before == NULL || change->after == NULL
         || g_strcmp0 (change->before[field], change->after[field]) != 0;
}

/* --- Doing one --- */

static gboolean
refers_to_nothing (UndoModel *self, const ModelChange *change, char **to)
{
  for (guint i = 0; i < change->entity->n_fields; i++)
    if (change->entity->fields[i].kind == DD_FIELD_REFERENCE && differs (change, i) && to[i] != NULL
        && strcmp (to[i], change->id) != 0 && !g_hash_table_contains (self->rows, to[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_referred_to (UndoModel *self, const char *id)
{
  GHashTableIter iter;
  gpointer other;
  gpointer value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &other, &value))
    {
      ModelRow *row = value;
      for (guint i = 0; i < row->entity->n_fields; i++)
        if (row->entity->fields[i].kind == DD_FIELD_REFERENCE && g_strcmp0 (row->values[i], id) == 0
            && strcmp (other, id) != 0)
          return TRUE;
    }
  return FALSE;
}

/* Whether the row is what @from says, in the fields that differ; of a row that goes, in all. */
static gboolean
is_as_before (const ModelChange *change, const ModelRow *row, char **from, char **to)
{
  for (guint i = 0; i < change->entity->n_fields; i++)
    if ((to == NULL || differs (change, i)) && g_strcmp0 (row->values[i], from[i]) != 0)
      return FALSE;
  return TRUE;
}

/* The values that a row has after @change: what does not differ stays as it is. */
static void
put_row (UndoModel *self, const ModelChange *change, const ModelRow *now, char **to)
{
  ModelRow *row = g_new0 (ModelRow, 1);

  row->entity = change->entity;
  row->values = g_new0 (char *, change->entity->n_fields);
  for (guint i = 0; i < change->entity->n_fields; i++)
    row->values[i] = g_strdup (now == NULL || differs (change, i) ? to[i] : now->values[i]);
  g_hash_table_replace (self->rows, g_strdup (change->id), row);
}

static gboolean
apply (UndoModel *self, const ModelChange *change, gboolean inverse)
{
  char **from = inverse ? change->after : change->before;
  char **to = inverse ? change->before : change->after;
  ModelRow *row = g_hash_table_lookup (self->rows, change->id);

  if ((from != NULL) != (row != NULL))
    return FALSE;
  if (row != NULL && !is_as_before (change, row, from, to))
    return FALSE;
  if (to == NULL ? is_referred_to (self, change->id) : refers_to_nothing (self, change, to))
    return FALSE;
  if (to != NULL)
    put_row (self, change, row, to);
  else
    g_hash_table_remove (self->rows, change->id);
  return TRUE;
}

/* All of them, the last first when @inverse, or none. */
static gboolean
apply_all (UndoModel *self, GPtrArray *changes, gboolean inverse)
{
  for (guint i = 0; i < changes->len; i++)
    if (!apply (self, changes->pdata[inverse ? changes->len - 1 - i : i], inverse))
      {
        while (i-- > 0)
          g_assert_true (
              apply (self, changes->pdata[inverse ? changes->len - 1 - i : i], !inverse));
        return FALSE;
      }
  return TRUE;
}

gboolean
undo_model_can_do (UndoModel *self, GPtrArray *changes)
{
  return apply_all (self, changes, FALSE) && apply_all (self, changes, TRUE);
}

/* --- Actions --- */

static void
add_step (UndoModel *self, char kind, guint user, ModelAction *action)
{
  ModelStep step = { kind, user, action };

  g_array_append_val (self->steps, step);
}

void
undo_model_do (UndoModel *self, gint64 id, guint user, GPtrArray *changes)
{
  ModelAction *action = g_new0 (ModelAction, 1);

  g_assert_true (apply_all (self, changes, FALSE));
  action->id = id;
  action->user = user;
  action->changes = changes;
  g_ptr_array_add (self->actions, action);
  g_ptr_array_add (self->done, action);
  add_step (self, 'd', user, action);
}

static gboolean
is_done (UndoModel *self, ModelAction *action)
{
  return g_ptr_array_find (self->done, action, NULL);
}

static gint64
find_undo (UndoModel *self, guint user)
{
  for (guint i = self->actions->len; i > 0; i--)
    {
      ModelAction *action = self->actions->pdata[i - 1];
      if (action->user == user && is_done (self, action))
        return action->id;
    }
  return 0;
}

/* Whether a later step than @index is about @action. */
static gboolean
is_settled (UndoModel *self, guint index, const ModelAction *action)
{
  for (guint i = index + 1; i < self->steps->len; i++)
    if (g_array_index (self->steps, ModelStep, i).action == action)
      return TRUE;
  return FALSE;
}

static gint64
find_redo (UndoModel *self, guint user)
{
  for (guint i = self->steps->len; i > 0; i--)
    {
      const ModelStep *step = &g_array_index (self->steps, ModelStep, i - 1);
      if (step->user == user && step->kind == 'd')
        return 0;
      if (step->user == user && step->kind == 'u' && !is_settled (self, i - 1, step->action))
        return step->action->id;
    }
  return 0;
}

gint64
undo_model_find (UndoModel *self, gboolean redo, guint user)
{
  return redo ? find_redo (self, user) : find_undo (self, user);
}

static ModelAction *
find_action (UndoModel *self, gint64 id)
{
  for (guint i = 0; i < self->actions->len; i++)
    if (((ModelAction *) self->actions->pdata[i])->id == id)
      return self->actions->pdata[i];
  g_assert_not_reached ();
}

static gboolean
refers (const ModelChange *change, char **values, const char *id)
{
  for (guint i = 0; values != NULL && i < change->entity->n_fields; i++)
    if (change->entity->fields[i].kind == DD_FIELD_REFERENCE && differs (change, i)
        && g_strcmp0 (values[i], id) == 0)
      return TRUE;
  return FALSE;
}

/* Whether @later cannot stay when @change is taken back. */
static gboolean
stands_on (const ModelChange *later, const ModelChange *change)
{
  if (strcmp (later->id, change->id) != 0)
    return change->before == NULL
           && (refers (later, later->before, change->id)
               || refers (later, later->after, change->id));
  for (guint i = 0; i < change->entity->n_fields; i++)
    if (differs (later, i) && differs (change, i))
      return TRUE;
  return FALSE;
}

static gboolean
action_stands_on (const ModelAction *later, const ModelAction *action)
{
  for (guint i = 0; i < later->changes->len; i++)
    for (guint j = 0; j < action->changes->len; j++)
      if (stands_on (later->changes->pdata[i], action->changes->pdata[j]))
        return TRUE;
  return FALSE;
}

static gboolean
undo (UndoModel *self, ModelAction *action)
{
  guint position;

  if (!g_ptr_array_find (self->done, action, &position))
    return FALSE;
  for (guint i = position + 1; i < self->done->len; i++)
    if (action_stands_on (self->done->pdata[i], action))
      return FALSE;
  /* What the rows were before may refer to a row that is gone since. */
  if (!apply_all (self, action->changes, TRUE))
    return FALSE;
  g_ptr_array_remove_index (self->done, position);
  return TRUE;
}

static gboolean
redo (UndoModel *self, ModelAction *action)
{
  if (is_done (self, action) || !apply_all (self, action->changes, FALSE))
    return FALSE;
  g_ptr_array_add (self->done, action);
  return TRUE;
}

gboolean
undo_model_run (UndoModel *self, gboolean again, gint64 id, guint user)
{
  ModelAction *action = find_action (self, id);

  if (again ? !redo (self, action) : !undo (self, action))
    return FALSE;
  add_step (self, again ? 'r' : 'u', user, action);
  return TRUE;
}

gint64
undo_model_get_last (UndoModel *self)
{
  if (self->done->len == 0)
    return 0;
  return ((ModelAction *) self->done->pdata[self->done->len - 1])->id;
}

/* --- Rows --- */

static int
compare_ids (gconstpointer first, gconstpointer second)
{
  return strcmp (*(const char *const *) first, *(const char *const *) second);
}

const char *
undo_model_choose (UndoModel *self, const DdEntity *entity, GRand *rand)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (((ModelRow *) row)->entity == entity)
      g_ptr_array_add (ids, id);
  g_ptr_array_sort (ids, compare_ids);
  return ids->len > 0 ? ids->pdata[g_rand_int_range (rand, 0, (int) ids->len)] : NULL;
}

guint
undo_model_get_size (UndoModel *self)
{
  return g_hash_table_size (self->rows);
}

gboolean
undo_model_has (UndoModel *self, DdRecord *record)
{
  const DdEntity *entity = dd_record_get_entity (record);
  ModelRow *row = g_hash_table_lookup (self->rows, dd_record_get_id (record));
  char **values = list_values (record, FALSE);
  gboolean same = row != NULL && row->entity == entity;

  for (guint i = 0; same && i < entity->n_fields; i++)
    same = g_strcmp0 (values[i], row->values[i]) == 0;
  free_values (entity, values);
  return same;
}
