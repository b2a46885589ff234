/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Grounds of findings as JSON: what is stored of them, and printed. Linear. */

#include "config.h"

#include "scope/dd-scope.h"

static const char *
get_member (DdOperandKind kind)
{
  switch (kind)
    {
    case DD_OPERAND_QUESTION:
      return "question";
    case DD_OPERAND_FIELD:
      return "field";
    case DD_OPERAND_FACT:
      return "fact";
    }
  g_return_val_if_reached ("fact");
}

static JsonNode *
ground_to_node (const DdScopeGround *ground)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, get_member (ground->operand.kind), ground->operand.id);
  if (ground->value != NULL)
    json_object_set_member (object, "answer", dd_answer_value_to_node (ground->value));
  else
    json_object_set_null_member (object, "answer");
  if (ground->contradicts)
    json_object_set_boolean_member (object, "contradicts", TRUE);
  json_node_take_object (node, object);
  return node;
}

JsonNode *
dd_scope_grounds_to_node (GArray *grounds)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < grounds->len; i++)
    json_array_add_element (array, ground_to_node (&g_array_index (grounds, DdScopeGround, i)));
  json_node_take_array (node, array);
  return node;
}
