/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-context.h"

G_BEGIN_DECLS

/*
 * DdSearchProvider: the cases in the desktop's own search (org.gnome.Shell.SearchProvider2). It needs
 * no window: the bus starts the program when somebody searches, and it ends by itself when nobody has
 * for a while. While it works for somebody it holds the application.
 *
 * Signals:
 * - "case-chosen" (id: string, time: uint): a case was chosen, at the time of this event
 * - "search-chosen" (words: string, time: uint): all that these words find is to be shown
 */
#define DD_TYPE_SEARCH_PROVIDER (dd_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (DdSearchProvider, dd_search_provider, DD, SEARCH_PROVIDER, GObject)

/* Returns: (transfer full): a new provider, that nobody can reach yet */
DdSearchProvider *dd_search_provider_new (void);

/* Sets whose cases are found, before the first search: those of @context, whose database is opened for
 * it. */
void dd_search_provider_set_context (DdSearchProvider *self, DdContext *context);

/* Lets it be reached on the bus of @connection, below @path. Returns: whether it can be */
gboolean dd_search_provider_export (DdSearchProvider *self, GDBusConnection *connection,
                                    const char *path, GError **error);

/* Takes it off the bus. */
void dd_search_provider_unexport (DdSearchProvider *self);

G_END_DECLS
