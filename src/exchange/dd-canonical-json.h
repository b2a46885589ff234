/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Appends @text as a JSON string, to the letter as JSON.stringify() of a browser writes it. */
void dd_canonical_json_append_string (GString *json, const char *text);

/* Writes @node as canonical JSON: members sorted by the bytes of their names, no blanks, strings as
 * above. Two documents that say the same are the same bytes, here and in a browser.
 * Returns: (transfer full) (nullable): it, or NULL for what has no one form: a fraction, text that
 *   is no UTF-8 */
char *dd_canonical_json_from_node (JsonNode *node);

/* Returns: (transfer full): @json, any JSON, with everything that could end or begin an element of
 * HTML as escapes of JSON: safe inside <script> */
char *dd_canonical_json_escape_html (const char *json);

G_END_DECLS
