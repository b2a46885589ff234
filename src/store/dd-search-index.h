/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-field.h"

G_BEGIN_DECLS

/*
 * The index that is searched: the texts of all fields flagged DD_FIELD_SEARCHED, one document for each
 * row that has any (0003-search.sql).
 *
 * Triggers note whose texts changed; this brings the index up to date with them. Every action does so
 * before it ends, so a search finds what was committed, and what was edited past Drydock is caught up
 * with by the next action or search.
 */

/* A document has so many texts. */
#define DD_SEARCH_N_COLUMNS 8

/* Column 0: the names of what is part of nothing else. */
#define DD_SEARCH_TITLE_COLUMN 0

/* Returns: (transfer none) (nullable): the field of @entity whose text stands in @column */
const DdField *dd_search_index_get_field (const DdEntity *entity, guint column);

/* Tells in @pending whether there are texts that are not in the index yet. */
gboolean dd_search_index_is_pending (DdConnection *connection, gboolean *pending, GError **error);

/* Brings the index up to date, inside a transaction. Cost: what changed, some 20 µs a row.
 * Returns: FALSE with what failed */
gboolean dd_search_index_update (DdConnection *connection, GError **error);

/* Makes the index anew from the rows, inside a transaction. */
gboolean dd_search_index_rebuild (DdConnection *connection, GError **error);

/* Tells in @sound whether what the index finds by is what its texts say, inside a transaction: SQLite's
 * own checks leave this out. Cost: reading all of both. */
gboolean dd_search_index_check (DdConnection *connection, gboolean *sound, GError **error);

/* Makes the index anew if it is not sound, in a transaction of its own; @mended tells whether it did.
 * Returns: FALSE with what failed */
gboolean dd_search_index_mend (DdConnection *connection, gboolean *mended, GError **error);

G_END_DECLS
