/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/* What the desktop's search shows of our cases. On the database's thread. */

/* Searches for the cases in which all of @terms stand.
 * Returns: (transfer full): the ids of at most @limit cases, the best first, or NULL with what failed */
GStrv dd_shell_search_find (DdConnection *connection, const char *const *terms, guint limit,
                            GError **error);

/* Describes the cases with @ids as org.gnome.Shell.SearchProvider2 has it: "id", "name", who and what
 * it is of, and "description", how it stands at @now in @calendar's days. An id that there is no case
 * of is left out.
 * Returns: (transfer full): an "aa{sv}", not floating, or NULL with what failed */
GVariant *dd_shell_search_describe (DdConnection *connection, const char *const *ids,
                                    DdCalendar *calendar, gint64 now, GError **error);

G_END_DECLS
