/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads the names of time zones from the text of a "zone.tab": "Europe/Berlin". Pure.
 * Returns: (transfer full): the names and UTC, sorted */
GStrv dd_zone_names_parse (const char *text);

/* The time zones that the system knows; only UTC where it does not list them.
 * Returns: (transfer full): the names, sorted */
GStrv dd_zone_names_load (void);

/* At most @limit of @names in which @typed is a part, whatever the capitals; none when it is one of
 * them, or empty.
 * Returns: (transfer full) (element-type utf8): the names, borrowed from @names */
GPtrArray *dd_zone_names_match (const char *const *names, const char *typed, guint limit);

G_END_DECLS
