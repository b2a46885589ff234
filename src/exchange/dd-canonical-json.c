/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-canonical-json.h"

#include <string.h>

static gboolean
append_node (GString *json, JsonNode *node);

void
dd_canonical_json_append_string (GString *json, const char *text)
{
  static const char letters[] = {
    ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r', [' '] = '\0'
  };

  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      guchar byte = (guchar) *c;

      if (byte == '"' || byte == '\\')
        g_string_append_printf (json, "\\%c", byte);
      else if (byte >= ' ')
        g_string_append_c (json, *c);
      else if (letters[byte] != '\0')
        g_string_append_printf (json, "\\%c", letters[byte]);
      else
        g_string_append_printf (json, "\\u%04x", byte);
    }
  g_string_append_c (json, '"');
}

static gboolean
append_text (GString *json, const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  dd_canonical_json_append_string (json, text);
  return TRUE;
}

static gboolean
append_value (GString *json, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return append_text (json, json_node_get_string (node));
  if (type == G_TYPE_BOOLEAN)
    g_string_append (json, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (json, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    return FALSE;
  return TRUE;
}

static gboolean
append_array (GString *json, JsonArray *array)
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      if (!append_node (json, json_array_get_element (array, i)))
        return FALSE;
    }
  g_string_append_c (json, ']');
  return TRUE;
}

static gboolean
append_object (GString *json, JsonObject *object)
{
  g_autoptr (GList) members = g_list_sort (json_object_get_members (object), (GCompareFunc) strcmp);

  g_string_append_c (json, '{');
  for (GList *l = members; l != NULL; l = l->next)
    {
      if (l != members)
        g_string_append_c (json, ',');
      if (!append_text (json, l->data))
        return FALSE;
      g_string_append_c (json, ':');
      if (!append_node (json, json_object_get_member (object, l->data)))
        return FALSE;
    }
  g_string_append_c (json, '}');
  return TRUE;
}

static gboolean
append_node (GString *json, JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return append_object (json, json_node_get_object (node));
    case JSON_NODE_ARRAY:
      return append_array (json, json_node_get_array (node));
    case JSON_NODE_VALUE:
      return append_value (json, node);
    case JSON_NODE_NULL:
      g_string_append (json, "null");
      return TRUE;
    }
  return FALSE;
}

char *
dd_canonical_json_from_node (JsonNode *node)
{
  g_autoptr (GString) json = g_string_new (NULL);

  g_return_val_if_fail (node != NULL, NULL);

  return append_node (json, node) ? g_string_free (g_steal_pointer (&json), FALSE) : NULL;
}

char *
dd_canonical_json_escape_html (const char *json)
{
  GString *safe = g_string_sized_new (strlen (json));

  /* In JSON these stand in strings only. */
  for (const char *c = json; *c != '\0'; c++)
    if (*c == '<' || *c == '>' || *c == '&')
      g_string_append_printf (safe, "\\u%04x", (guint) *c);
    else
      g_string_append_c (safe, *c);
  return g_string_free (safe, FALSE);
}
