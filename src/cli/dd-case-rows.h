/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-case-summary.h"
#include "dd-session.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Cases as rows of a list, for people and for scripts. @cases (element-type DdCaseSummary). */

/* Returns: (transfer full): the cases as a table with its legend */
char *dd_case_rows_to_text (GPtrArray *cases, const DdSession *session);

/* Returns: (transfer full): the cases as a JSON object */
char *dd_case_rows_to_json (GPtrArray *cases, const DdSession *session);

/* Adds the members of @summary to the object that @builder is in. */
void dd_case_rows_add_members (const DdCaseSummary *summary, JsonBuilder *builder,
                               const DdSession *session);

/* How the case @id stands now, for what was just done with it: one line, or with --json its
 * members.
 * Returns: (transfer full): the text, or NULL with @error */
char *dd_case_rows_tell_one (const char *id, const DdSession *session, GError **error);

G_END_DECLS
