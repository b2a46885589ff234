/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdChange: the difference between a row and what becomes of it.
 *
 * Making one is O(fields of the entity), everything else O(fields that differ). What must not
 * happen: a field that differs and is not in the change, since the change is all that is written,
 * journalled and undone.
 */

#include "config.h"

#include "delivery/dd-change.h"

DdChange *
dd_change_new (DdChangeKind kind,
               const DdEntity *entity,
               const char *record_id,
               const char *subject_id)
{
  DdChange *self = g_new0 (DdChange, 1);

  self->kind = kind;
  self->entity = entity;
  self->record_id = g_strdup (record_id);
  self->subject_id = g_strdup (subject_id);
  self->fields = g_array_new (FALSE, FALSE, sizeof (DdFieldChange));
  return self;
}

void
dd_change_free (DdChange *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      DdFieldChange *change = &g_array_index (self->fields, DdFieldChange, i);
      dd_field_clear_value (&self->entity->fields[change->index], &change->before);
      dd_field_clear_value (&self->entity->fields[change->index], &change->after);
    }
  g_array_unref (self->fields);
  g_free (self->record_id);
  g_free (self->subject_id);
  g_free (self);
}

void
dd_change_add_field (DdChange *self, guint index, DdValue before, DdValue after)
{
  const DdField *field = &self->entity->fields[index];
  DdFieldChange change = { index, dd_field_copy_value (field, before),
                           dd_field_copy_value (field, after) };

  g_assert (self->fields->len == 0
            || g_array_index (self->fields, DdFieldChange, self->fields->len - 1).index < index);
  g_array_append_val (self->fields, change);
}

/* A new change of @record's row without the fields that do not count. */
static DdChange *
new_of (DdRecord *record, DdChangeKind kind)
{
  return dd_change_new (kind, dd_record_get_entity (record), dd_record_get_id (record),
                        dd_record_get_subject_id (record));
}

static void
add_insert (DdChange *self, DdRecord *record, guint index)
{
  const DdField *field = &self->entity->fields[index];
  DdValue value = dd_record_get_value (record, index);

  if (!dd_field_is_null (field, value))
    dd_change_add_field (self, index, dd_field_get_null (field), value);
}

static void
add_delete (DdChange *self, DdRecord *record, guint index)
{
  const DdField *field = &self->entity->fields[index];
  DdValue value = dd_record_get_original (record, index);

  if (!dd_field_is_null (field, value))
    dd_change_add_field (self, index, value, dd_field_get_null (field));
}

static void
add_update (DdChange *self, DdRecord *record, guint index)
{
  if (dd_record_is_changed (record, index))
    dd_change_add_field (self, index, dd_record_get_original (record, index),
                         dd_record_get_value (record, index));
}

/* A change of @kind with each field that is stored for its own sake, as @add sees it. */
static DdChange *
compare (DdRecord *record, DdChangeKind kind, void (*add) (DdChange *, DdRecord *, guint))
{
  DdChange *self = new_of (record, kind);

  for (guint i = 0; i < self->entity->n_fields; i++)
    if (!(self->entity->fields[i].flags & DD_FIELD_DERIVED))
      add (self, record, i);
  return self;
}

DdChange *
dd_change_new_save (DdRecord *record)
{
  g_autoptr (DdChange) self = NULL;

  g_return_val_if_fail (DD_IS_RECORD (record), NULL);

  if (!dd_record_is_stored (record))
    return compare (record, DD_CHANGE_INSERT, add_insert);
  if (!dd_record_has_changes (record))
    return NULL;
  self = compare (record, DD_CHANGE_UPDATE, add_update);
  return self->fields->len > 0 ? g_steal_pointer (&self) : NULL;
}

DdChange *
dd_change_new_delete (DdRecord *record)
{
  g_return_val_if_fail (DD_IS_RECORD (record), NULL);
  g_return_val_if_fail (dd_record_is_stored (record), NULL);

  return compare (record, DD_CHANGE_DELETE, add_delete);
}

static DdChangeKind
invert_kind (DdChangeKind kind)
{
  switch (kind)
    {
    case DD_CHANGE_INSERT:
      return DD_CHANGE_DELETE;
    case DD_CHANGE_UPDATE:
      return DD_CHANGE_UPDATE;
    case DD_CHANGE_DELETE:
      return DD_CHANGE_INSERT;
    }
  g_assert_not_reached ();
}

DdChange *
dd_change_invert (const DdChange *self)
{
  DdChange *inverse =
      dd_change_new (invert_kind (self->kind), self->entity, self->record_id, self->subject_id);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const DdFieldChange *change = &g_array_index (self->fields, DdFieldChange, i);
      dd_change_add_field (inverse, change->index, change->after, change->before);
    }
  return inverse;
}

const DdFieldChange *
dd_change_find_field (const DdChange *self, guint index)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const DdFieldChange *change = &g_array_index (self->fields, DdFieldChange, i);
      if (change->index == index)
        return change;
    }
  return NULL;
}

/* A new row is checked in all its fields: those that are not in the change are null. */
static gboolean
check_insert (const DdChange *self, GError **error)
{
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const DdField *field = &self->entity->fields[i];
      const DdFieldChange *change = dd_change_find_field (self, i);
      DdValue value = change != NULL ? change->after : dd_field_get_null (field);

      if (!(field->flags & DD_FIELD_DERIVED) && !dd_field_check (field, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_update (const DdChange *self, GError **error)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const DdFieldChange *change = &g_array_index (self->fields, DdFieldChange, i);
      if (!dd_field_check (&self->entity->fields[change->index], change->after, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
dd_change_check (const DdChange *self, GError **error)
{
  switch (self->kind)
    {
    case DD_CHANGE_INSERT:
      return check_insert (self, error);
    case DD_CHANGE_UPDATE:
      return check_update (self, error);
    case DD_CHANGE_DELETE:
      return TRUE;
    }
  g_assert_not_reached ();
}
