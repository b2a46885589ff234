/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdRecord: a row as an array of values, and the originals of those that were changed.
 *
 * Reading and writing by index are O(1), by name O(fields); the changed fields are few, and a
 * record that was only loaded has none and pays nothing for it. Setting a field back to its
 * original makes it unchanged again. What must not happen: a field of a loaded record that changes
 * without its original being kept, because then somebody else's change would be overwritten unseen.
 */

#include "config.h"

#include "delivery/dd-record.h"

#include <string.h>

/* What a changed field was. */
typedef struct
{
  guint index;
  DdValue value; /* (owned) */
} Original;

typedef struct
{
  char *id;          /* (owned) */
  DdValue *values;   /* (owned): of each field */
  GArray *originals; /* (owned) (nullable) (element-type Original): of the changed fields */
  gboolean stored;
} DdRecordPrivate;

enum
{
  PROP_ID = 1, /* of this class; a subclass's properties are its fields, counted from 1 as well */
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DdRecord, dd_record, G_TYPE_OBJECT)

static DdRecordPrivate *
get_private (DdRecord *self)
{
  return dd_record_get_instance_private (self);
}

const DdEntity *
dd_record_get_entity (DdRecord *self)
{
  return DD_RECORD_GET_CLASS (self)->entity;
}

/* --- Originals --- */

static Original *
find_original (DdRecordPrivate *priv, guint index)
{
  for (guint i = 0; priv->originals != NULL && i < priv->originals->len; i++)
    {
      Original *original = &g_array_index (priv->originals, Original, i);
      if (original->index == index)
        return original;
    }
  return NULL;
}

/* Remembers @value (transfer full) as what field @index was. */
static void
keep_original (DdRecordPrivate *priv, guint index, DdValue value)
{
  Original original = { index, value };

  if (priv->originals == NULL)
    priv->originals = g_array_new (FALSE, FALSE, sizeof (Original));
  g_array_append_val (priv->originals, original);
}

static void
drop_original (DdRecord *self, Original *original)
{
  DdRecordPrivate *priv = get_private (self);
  guint position = (guint) (original - (Original *) priv->originals->data);

  dd_field_clear_value (&dd_record_get_entity (self)->fields[original->index], &original->value);
  g_array_remove_index_fast (priv->originals, position);
}

/* --- Construction --- */

static void
dd_record_constructed (GObject *object)
{
  DdRecordPrivate *priv = get_private (DD_RECORD (object));
  const DdEntity *entity = dd_record_get_entity (DD_RECORD (object));

  G_OBJECT_CLASS (dd_record_parent_class)->constructed (object);
  priv->values = g_new (DdValue, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    priv->values[i] = dd_field_get_initial (&entity->fields[i]);
}

static void
dd_record_finalize (GObject *object)
{
  DdRecord *self = DD_RECORD (object);
  DdRecordPrivate *priv = get_private (self);
  const DdEntity *entity = dd_record_get_entity (self);

  while (priv->originals != NULL && priv->originals->len > 0)
    drop_original (self, &g_array_index (priv->originals, Original, 0));
  g_clear_pointer (&priv->originals, g_array_unref);
  for (guint i = 0; i < entity->n_fields; i++)
    dd_field_clear_value (&entity->fields[i], &priv->values[i]);
  g_free (priv->values);
  g_free (priv->id);
  G_OBJECT_CLASS (dd_record_parent_class)->finalize (object);
}

static void
dd_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_assert (id == PROP_ID);
  g_value_set_string (value, dd_record_get_id (DD_RECORD (object)));
}

static void
dd_record_class_init (DdRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = dd_record_constructed;
  object_class->finalize = dd_record_finalize;
  object_class->get_property = dd_record_get_property;
  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_string ("id", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
dd_record_init (DdRecord *self)
{
}

/* --- The properties of subclasses --- */

static void
get_field_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DdRecord *self = DD_RECORD (object);
  const DdField *field = &dd_record_get_entity (self)->fields[id - 1];
  DdValue held = dd_record_get_value (self, id - 1);

  if (dd_field_is_text (field))
    g_value_set_string (value, held.text);
  else if (field->kind == DD_FIELD_BOOLEAN)
    g_value_set_boolean (value, held.integer != 0);
  else if (field->kind == DD_FIELD_ENUM)
    g_value_set_enum (value, (int) held.integer);
  else
    g_value_set_int64 (value, held.integer);
}

static void
set_field_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DdRecord *self = DD_RECORD (object);
  const DdField *field = &dd_record_get_entity (self)->fields[id - 1];
  DdValue held;

  if (dd_field_is_text (field))
    held.text = (char *) g_value_get_string (value);
  else if (field->kind == DD_FIELD_BOOLEAN)
    held.integer = g_value_get_boolean (value);
  else if (field->kind == DD_FIELD_ENUM)
    held.integer = g_value_get_enum (value);
  else
    held.integer = g_value_get_int64 (value);
  dd_record_set_value (self, id - 1, held);
}

/* What a table of fields must keep to, so that everything driven by it may rely on it. */
static void
check_entity (const DdEntity *entity)
{
  guint names = 0;

  for (guint i = 0; i < entity->n_fields; i++)
    {
      const DdField *field = &entity->fields[i];

      names += (field->flags & DD_FIELD_NAME) != 0;
      if (field->flags & (DD_FIELD_NAME | DD_FIELD_SEARCHED | DD_FIELD_UNIQUE))
        g_assert (dd_field_is_text (field));
      g_assert (!(field->flags & DD_FIELD_NAME) || field->flags & DD_FIELD_REQUIRED);
      g_assert ((field->kind == DD_FIELD_ENUM) == (field->type != NULL));
      g_assert ((field->kind == DD_FIELD_REFERENCE) == (field->target != NULL));
      g_assert (!(field->flags & DD_FIELD_OWNER) || field->kind == DD_FIELD_REFERENCE);
      if (field->kind == DD_FIELD_BOOLEAN || field->kind == DD_FIELD_ENUM)
        g_assert (field->flags & DD_FIELD_REQUIRED);
    }
  g_assert (names == 1);
}

void
dd_record_class_set_entity (DdRecordClass *klass, const DdEntity *entity)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  check_entity (entity);
  object_class->get_property = get_field_property;
  object_class->set_property = set_field_property;
  klass->entity = entity;
  klass->properties = g_new (GParamSpec *, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    {
      klass->properties[i] = dd_field_make_property (&entity->fields[i]);
      g_object_class_install_property (object_class, i + 1, klass->properties[i]);
    }
}

/* --- Public API --- */

gpointer
dd_record_new (const DdEntity *entity, const char *id)
{
  DdRecord *self;

  g_return_val_if_fail (entity != NULL, NULL);
  g_return_val_if_fail (id == NULL || *id != '\0', NULL);

  self = g_object_new (entity->get_type (), NULL);
  get_private (self)->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  return self;
}

const char *
dd_record_get_id (DdRecord *self)
{
  return get_private (self)->id;
}

const char *
dd_record_get_subject_id (DdRecord *self)
{
  int index = dd_entity_find (dd_record_get_entity (self), "case_id");
  const char *case_id = index >= 0 ? dd_record_get_value (self, (guint) index).text : NULL;

  return case_id != NULL ? case_id : dd_record_get_id (self);
}

const char *
dd_record_get_name (DdRecord *self)
{
  return dd_record_get_value (self, dd_entity_get_name_index (dd_record_get_entity (self))).text;
}

gboolean
dd_record_is_stored (DdRecord *self)
{
  return get_private (self)->stored;
}

/* The index of the field with @name if its values are texts, or numbers, as asked; else -1. */
static int
find_field (DdRecord *self, const char *name, gboolean text)
{
  const DdEntity *entity = dd_record_get_entity (self);
  int index = dd_entity_find (entity, name);

  return index >= 0 && dd_field_is_text (&entity->fields[index]) == text ? index : -1;
}

const char *
dd_record_get_text (DdRecord *self, const char *name)
{
  int index = find_field (self, name, TRUE);

  g_return_val_if_fail (index >= 0, NULL);
  return dd_record_get_value (self, (guint) index).text;
}

gint64
dd_record_get_integer (DdRecord *self, const char *name)
{
  int index = find_field (self, name, FALSE);

  g_return_val_if_fail (index >= 0, DD_INTEGER_NONE);
  return dd_record_get_value (self, (guint) index).integer;
}

void
dd_record_set_text (DdRecord *self, const char *name, const char *text)
{
  int index = find_field (self, name, TRUE);

  g_return_if_fail (index >= 0);
  dd_record_set_value (self, (guint) index, (DdValue){ .text = (char *) text });
}

void
dd_record_set_integer (DdRecord *self, const char *name, gint64 integer)
{
  int index = find_field (self, name, FALSE);

  g_return_if_fail (index >= 0);
  dd_record_set_value (self, (guint) index, (DdValue){ .integer = integer });
}

DdValue
dd_record_get_value (DdRecord *self, guint index)
{
  return get_private (self)->values[index];
}

void
dd_record_set_value (DdRecord *self, guint index, DdValue value)
{
  DdRecordPrivate *priv = get_private (self);
  const DdField *field = &dd_record_get_entity (self)->fields[index];
  DdValue old = priv->values[index];
  Original *original;

  if (dd_field_equal (field, old, value))
    return;
  priv->values[index] = dd_field_copy_value (field, value);
  original = find_original (priv, index);
  if (original == NULL)
    keep_original (priv, index, old);
  else
    dd_field_clear_value (field, &old);
  if (original != NULL && dd_field_equal (field, original->value, value))
    drop_original (self, original);
  g_object_notify_by_pspec (G_OBJECT (self), DD_RECORD_GET_CLASS (self)->properties[index]);
}

DdValue
dd_record_get_original (DdRecord *self, guint index)
{
  DdRecordPrivate *priv = get_private (self);
  Original *original = find_original (priv, index);

  return original != NULL ? original->value : priv->values[index];
}

gboolean
dd_record_has_changes (DdRecord *self)
{
  DdRecordPrivate *priv = get_private (self);

  return priv->originals != NULL && priv->originals->len > 0;
}

gboolean
dd_record_is_changed (DdRecord *self, guint index)
{
  return find_original (get_private (self), index) != NULL;
}

void
dd_record_load_value (DdRecord *self, guint index, DdValue value)
{
  DdRecordPrivate *priv = get_private (self);

  dd_field_clear_value (&dd_record_get_entity (self)->fields[index], &priv->values[index]);
  priv->values[index] = value;
}

void
dd_record_settle (DdRecord *self)
{
  DdRecordPrivate *priv = get_private (self);

  while (priv->originals != NULL && priv->originals->len > 0)
    drop_original (self, &g_array_index (priv->originals, Original, 0));
  priv->stored = TRUE;
}
