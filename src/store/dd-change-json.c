/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Changes to JSON and back. Linear in the text. What must not happen: a value that comes back
 * different, because an undo would then write it.
 */

#include "config.h"

#include "dd-change-json.h"

#include <json-glib/json-glib.h>

/* --- To JSON --- */

static JsonNode *
value_to_node (const DdField *field, DdValue value)
{
  JsonNode *node = json_node_alloc ();

  if (dd_field_is_null (field, value))
    return json_node_init_null (node);
  switch (field->kind)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_JSON:
    case DD_FIELD_DATE:
    case DD_FIELD_REFERENCE:
      return json_node_init_string (node, value.text);
    case DD_FIELD_INTEGER:
    case DD_FIELD_INSTANT:
      return json_node_init_int (node, value.integer);
    case DD_FIELD_BOOLEAN:
      return json_node_init_boolean (node, value.integer != 0);
    case DD_FIELD_ENUM:
      return json_node_init_string (node, dd_enum_get_nick (field->type (), value.integer));
    }
  g_assert_not_reached ();
}

static char *
side_to_json (const DdChange *change, gboolean after)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < change->fields->len; i++)
    {
      const DdFieldChange *changed = &g_array_index (change->fields, DdFieldChange, i);
      const DdField *field = &change->entity->fields[changed->index];
      json_object_set_member (object, field->name,
                              value_to_node (field, after ? changed->after : changed->before));
    }
  json_node_set_object (root, object);
  return json_to_string (root, FALSE);
}

char *
dd_change_before_to_json (const DdChange *change)
{
  return change->kind == DD_CHANGE_INSERT ? NULL : side_to_json (change, FALSE);
}

char *
dd_change_after_to_json (const DdChange *change)
{
  return change->kind == DD_CHANGE_DELETE ? NULL : side_to_json (change, TRUE);
}

/* --- From JSON --- */

/* The type of the values of @field in JSON. */
static GType
get_value_type (const DdField *field)
{
  if (dd_field_is_text (field) || field->kind == DD_FIELD_ENUM)
    return G_TYPE_STRING;
  return field->kind == DD_FIELD_BOOLEAN ? G_TYPE_BOOLEAN : G_TYPE_INT64;
}

/* Reads @node (nullable), whose text the value borrows. Returns: whether it is a value of @field */
static gboolean
node_to_value (const DdField *field, JsonNode *node, DdValue *value)
{
  *value = dd_field_get_null (field);
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != get_value_type (field))
    return FALSE;
  if (field->kind == DD_FIELD_ENUM)
    return dd_enum_find (field->type (), json_node_get_string (node), &value->integer);
  if (dd_field_is_text (field))
    value->text = (char *) json_node_get_string (node);
  else if (field->kind == DD_FIELD_BOOLEAN)
    value->integer = json_node_get_boolean (node);
  else
    value->integer = json_node_get_int (node);
  return TRUE;
}

/* The member @name of @object (nullable), NULL when there is none. */
static JsonNode *
get_member (JsonObject *object, const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

/* Adds field @index if either side has it. Returns: how many members were understood */
static guint
add_field (DdChange *change, guint index, JsonObject *before, JsonObject *after)
{
  const DdField *field = &change->entity->fields[index];
  JsonNode *old = get_member (before, field->name);
  JsonNode *new = get_member (after, field->name);
  DdValue old_value;
  DdValue new_value;

  if ((old == NULL && new == NULL) || !node_to_value (field, old, &old_value)
      || !node_to_value (field, new, &new_value))
    return 0;
  dd_change_add_field (change, index, old_value, new_value);
  return (old != NULL) + (new != NULL);
}

/* Returns: (nullable): the object that @text is */
static JsonNode *
parse_object (const char *text)
{
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? g_steal_pointer (&node) : NULL;
}

static DdChangeKind
get_kind (JsonObject *before, JsonObject *after)
{
  if (before == NULL)
    return DD_CHANGE_INSERT;
  return after == NULL ? DD_CHANGE_DELETE : DD_CHANGE_UPDATE;
}

DdChange *
dd_change_from_json (const DdEntity *entity,
                     const char *record_id,
                     const char *subject_id,
                     const char *before,
                     const char *after,
                     gboolean *complete)
{
  g_autoptr (JsonNode) old = parse_object (before);
  g_autoptr (JsonNode) new = parse_object (after);
  JsonObject *old_object = old != NULL ? json_node_get_object (old) : NULL;
  JsonObject *new_object = new != NULL ? json_node_get_object (new) : NULL;
  guint members = 0;
  DdChange *change;

  g_return_val_if_fail (before != NULL || after != NULL, NULL);

  if ((before != NULL && old == NULL) || (after != NULL && new == NULL))
    return NULL;
  change = dd_change_new (get_kind (old_object, new_object), entity, record_id, subject_id);
  members += old_object != NULL ? json_object_get_size (old_object) : 0;
  members += new_object != NULL ? json_object_get_size (new_object) : 0;
  for (guint i = 0; i < entity->n_fields; i++)
    members -= add_field (change, i, old_object, new_object);
  *complete = members == 0;
  return change;
}

gboolean
dd_json_is_valid (const char *text)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  return node != NULL;
}
