/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Values of answers as JSON, both ways.
 *
 * json-glib reads; what it is more generous with than JSON does no harm. It goes down into nested
 * lists by recursion, and its texts end at the first U+0000, so that both are looked for before. A
 * value needs two levels. Linear in the text.
 */
#include "config.h"

#include "form/dd-answer-value-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 8

static gboolean
refuse_shape (GError **error, const char *what)
{
  g_set_error_literal (error, DD_ANSWER_ERROR, DD_ANSWER_ERROR_SHAPE, what);
  return FALSE;
}

/* json-glib decodes "\ud800" to what is no character. */
static gboolean
is_text (const char *text)
{
  return g_utf8_validate (text, -1, NULL);
}

static gboolean
read_text (const char *text, DdAnswerValue **value, GError **error)
{
  if (!is_text (text))
    return refuse_shape (error, _ ("A text has half a character in it; expected whole ones."));
  *value = dd_answer_value_new_text (text);
  return TRUE;
}

static gboolean
read_number (JsonNode *node, DdAnswerValue **value, GError **error)
{
  gint64 number = json_node_get_int (node);

  if (number < -DD_ANSWER_MAX_INTEGER || number > DD_ANSWER_MAX_INTEGER)
    return refuse_shape (error, _ ("A number is too large; expected one of at most 15 digits."));
  *value = dd_answer_value_new_integer (number);
  return TRUE;
}

/* A text, a number, true: what is no list. */
static gboolean
read_single (JsonNode *node, DdAnswerValue **value, GError **error)
{
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return read_text (json_node_get_string (node), value, error);
    case G_TYPE_INT64:
      return read_number (node, value, error);
    case G_TYPE_BOOLEAN:
      *value = json_node_get_boolean (node) ? dd_answer_value_new_true () : NULL;
      return TRUE;
    default:
      return refuse_shape (error, _ ("A number has a fraction; expected a whole number."));
    }
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
read_list (JsonArray *array, DdAnswerValue **value, GError **error)
{
  guint n = json_array_get_length (array);
  g_autofree const char **choices = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!is_string (element))
        return refuse_shape (error, _ ("A list holds different things; expected texts alone."));
      choices[i] = json_node_get_string (element);
      if (!is_text (choices[i]))
        return refuse_shape (error, _ ("A text has half a character in it; expected whole ones."));
    }
  *value = dd_answer_value_new_list (choices);
  return TRUE;
}

static gboolean
read_cell (DdAnswerTable *table, const char *column, JsonNode *node, GError **error)
{
  g_autoptr (DdAnswerValue) cell = NULL;

  if (!is_text (column) || *column == '\0')
    return refuse_shape (error, _ ("A cell has no name; expected that of its column."));
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return refuse_shape (error, _ ("A cell holds a list; expected a text or a number."));
  if (!read_single (node, &cell, error))
    return FALSE;
  if (cell != NULL && dd_answer_value_get_shape (cell) == DD_ANSWER_TRUE)
    return refuse_shape (error, _ ("A cell is true; expected a text or a number."));
  dd_answer_table_set_cell (table, column, cell);
  return TRUE;
}

static gboolean
read_row (DdAnswerTable *table, JsonObject *object, GError **error)
{
  JsonObjectIter iter;
  const char *column;
  JsonNode *node;

  dd_answer_table_add_row (table);
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &column, &node))
    if (!read_cell (table, column, node, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_table (JsonArray *array, DdAnswerValue **value, GError **error)
{
  guint n = json_array_get_length (array);
  g_autoptr (DdAnswerTable) table = dd_answer_table_new ();

  if (n > DD_ANSWER_MAX_ROWS)
    {
      g_set_error (error, DD_ANSWER_ERROR, DD_ANSWER_ERROR_SHAPE,
                   _ ("A table has %u rows; expected at most %d."), n, DD_ANSWER_MAX_ROWS);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return refuse_shape (error, _ ("A list holds different things; expected rows alone."));
      if (!read_row (table, json_node_get_object (element), error))
        return FALSE;
    }
  *value = dd_answer_table_end (g_steal_pointer (&table));
  return TRUE;
}

static gboolean
read_node (JsonNode *node, DdAnswerValue **value, GError **error)
{
  JsonArray *array;

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_NULL:
      return TRUE;
    case JSON_NODE_VALUE:
      return read_single (node, value, error);
    case JSON_NODE_ARRAY:
      array = json_node_get_array (node);
      if (json_array_get_length (array) == 0)
        return TRUE;
      if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, 0)))
        return read_table (array, value, error);
      return read_list (array, value, error);
    case JSON_NODE_OBJECT:
      break;
    }
  return refuse_shape (error, _ ("It is an object; expected a text, a number, true or a list."));
}

gboolean
dd_answer_value_from_node (JsonNode *node, DdAnswerValue **value, GError **error)
{
  g_autoptr (DdAnswerValue) read = NULL;

  g_return_val_if_fail (node != NULL, FALSE);

  if (!read_node (node, &read, error))
    return FALSE;
  if (value != NULL)
    *value = g_steal_pointer (&read);
  return TRUE;
}

gboolean
dd_answer_json_is_safe (const char *json, gsize length, int max_depth)
{
  gboolean in_text = FALSE;
  int depth = 0;

  g_return_val_if_fail (json != NULL, FALSE);

  for (gsize i = 0; i < length; i++)
    switch (json[i])
      {
      case '\\':
        if (length - i > strlen ("\\u0000")
            && memcmp (json + i, "\\u0000", strlen ("\\u0000")) == 0)
          return FALSE;
        i++;
        break;
      case '"':
        in_text = !in_text;
        break;
      case '[':
      case '{':
        if (!in_text && ++depth > max_depth)
          return FALSE;
        break;
      case ']':
      case '}':
        depth -= !in_text;
        break;
      default:
        break;
      }
  return TRUE;
}

static gboolean
refuse_json (GError **error, const char *what)
{
  g_set_error_literal (error, DD_ANSWER_ERROR, DD_ANSWER_ERROR_JSON, what);
  return FALSE;
}

gboolean
dd_answer_value_from_json (const char *json, gssize length, DdAnswerValue **value, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *root;
  gsize size;

  g_return_val_if_fail (json != NULL, FALSE);

  size = length >= 0 ? (gsize) length : strlen (json);
  if (size > DD_ANSWER_MAX_BYTES)
    return refuse_json (error, _ ("The answer is larger than 4 MiB."));
  if (!g_utf8_validate_len (json, size, NULL))
    return refuse_json (error, _ ("The answer is not in UTF-8."));
  if (!dd_answer_json_is_safe (json, size, MAX_DEPTH))
    return refuse_json (error, _ ("The answer is a list of lists, or holds the character U+0000."));
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, json, size, NULL))
    return refuse_json (error, _ ("The answer is no JSON."));
  root = json_parser_get_root (parser);
  if (root == NULL)
    return refuse_json (error, _ ("The answer is empty; expected JSON."));
  return dd_answer_value_from_node (root, value, error);
}

/* --- writing --- */

static JsonNode *
list_to_node (const DdAnswerValue *self)
{
  g_autoptr (JsonArray) array = json_array_sized_new (self->n_choices);

  for (guint i = 0; i < self->n_choices; i++)
    json_array_add_string_element (array, self->choices[i]);
  return json_node_init_array (json_node_alloc (), array);
}

static JsonObject *
row_to_object (const GArray *cells)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < cells->len; i++)
    {
      const DdAnswerCell *cell = &g_array_index (cells, DdAnswerCell, i);

      json_object_set_member (object, cell->column, dd_answer_value_to_node (cell->value));
    }
  return object;
}

static JsonNode *
table_to_node (const DdAnswerValue *self)
{
  g_autoptr (JsonArray) array = json_array_sized_new (self->rows->len);

  for (guint i = 0; i < self->rows->len; i++)
    json_array_add_object_element (array, row_to_object (self->rows->pdata[i]));
  return json_node_init_array (json_node_alloc (), array);
}

JsonNode *
dd_answer_value_to_node (const DdAnswerValue *self)
{
  if (self == NULL)
    return json_node_new (JSON_NODE_NULL);
  switch (self->shape)
    {
    case DD_ANSWER_TEXT:
      return json_node_init_string (json_node_alloc (), self->text);
    case DD_ANSWER_INTEGER:
      return json_node_init_int (json_node_alloc (), self->number);
    case DD_ANSWER_LIST:
      return list_to_node (self);
    case DD_ANSWER_TABLE:
      return table_to_node (self);
    case DD_ANSWER_TRUE:
      break;
    }
  return json_node_init_boolean (json_node_alloc (), TRUE);
}

char *
dd_answer_value_to_json (const DdAnswerValue *self)
{
  g_autoptr (JsonNode) node = dd_answer_value_to_node (self);

  return json_to_string (node, FALSE);
}
