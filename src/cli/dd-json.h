/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "time/dd-calendar.h"

G_BEGIN_DECLS

/* Members of the object that @builder is in. A @name of NULL adds an element to an array
 * instead. */

/* A string; null for NULL. */
void dd_json_add_string (JsonBuilder *builder, const char *name, const char *value);

/* A whole number. */
void dd_json_add_int (JsonBuilder *builder, const char *name, gint64 value);

/* A real number. */
void dd_json_add_double (JsonBuilder *builder, const char *name, double value);

/* True or false. */
void dd_json_add_boolean (JsonBuilder *builder, const char *name, gboolean value);

/* An instant, as ISO 8601 with the offset of @calendar's zone; null for DD_INSTANT_NONE. */
void dd_json_add_instant (JsonBuilder *builder, const char *name, DdCalendar *calendar,
                          gint64 value);

/* An array of @values (element-type utf8). */
void dd_json_add_strings (JsonBuilder *builder, const char *name, GPtrArray *values);

/* Begins an object, to be ended with json_builder_end_object(). */
void dd_json_begin_object (JsonBuilder *builder, const char *name);

/* Begins an array, to be ended with json_builder_end_array(). */
void dd_json_begin_array (JsonBuilder *builder, const char *name);

/* Returns: (transfer full): what @builder has built, pretty-printed and ended with a newline */
char *dd_json_to_text (JsonBuilder *builder);

G_END_DECLS
