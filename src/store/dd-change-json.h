/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-change.h"

G_BEGIN_DECLS

/*
 * The sides of a change as the journal keeps them: JSON objects with one member for each field,
 * {"deadline":"2026-12-18","state":"running"}. Texts are strings, an enum is its nick, a boolean
 * true or false, a number or instant a number; null stands where one side of an update is null.
 */

/* The values before @change, or after it.
 * Returns: (transfer full) (nullable): the object, NULL when there was no row */
char *dd_change_before_to_json (const DdChange *change);
char *dd_change_after_to_json (const DdChange *change);

/* The change whose sides are @before and @after (both nullable, not both NULL).
 * @complete (out) tells whether all that they hold is in it: not what an older Drydock wrote of
 * fields that are no more, or what only a newer one understands.
 * Returns: (transfer full) (nullable): the change, NULL when a side is no JSON object */
DdChange *dd_change_from_json (const DdEntity *entity, const char *record_id,
                               const char *subject_id, const char *before, const char *after,
                               gboolean *complete);

/* Returns: whether @text is one JSON value and nothing more */
gboolean dd_json_is_valid (const char *text);

G_END_DECLS
