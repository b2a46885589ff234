/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-json.h"

static void
set_name (JsonBuilder *builder, const char *name)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
}

void
dd_json_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  set_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
dd_json_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  set_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
dd_json_add_double (JsonBuilder *builder, const char *name, double value)
{
  set_name (builder, name);
  json_builder_add_double_value (builder, value);
}

void
dd_json_add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  set_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
dd_json_add_instant (JsonBuilder *builder, const char *name, DdCalendar *calendar, gint64 value)
{
  g_autofree char *text = NULL;

  if (value != DD_INSTANT_NONE)
    text = dd_calendar_format_instant (calendar, value);
  dd_json_add_string (builder, name, text);
}

void
dd_json_add_strings (JsonBuilder *builder, const char *name, GPtrArray *values)
{
  dd_json_begin_array (builder, name);
  for (guint i = 0; i < values->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (values, i));
  json_builder_end_array (builder);
}

void
dd_json_begin_object (JsonBuilder *builder, const char *name)
{
  set_name (builder, name);
  json_builder_begin_object (builder);
}

void
dd_json_begin_array (JsonBuilder *builder, const char *name)
{
  set_name (builder, name);
  json_builder_begin_array (builder);
}

char *
dd_json_to_text (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  return g_strconcat (text, "\n", NULL);
}
