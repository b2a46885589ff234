/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * DdTableRow: one row of a table that is answered, as the texts in its cells.
 *
 * Signal "changed": a cell has another text.
 */
#define DD_TYPE_TABLE_ROW (dd_table_row_get_type ())
G_DECLARE_FINAL_TYPE (DdTableRow, dd_table_row, DD, TABLE_ROW, GObject)

/* Returns: (transfer full): a row of @n_columns empty cells */
DdTableRow *dd_table_row_new (guint n_columns);

/* Returns: (transfer none): the text of the cell in @column, empty when there is none */
const char *dd_table_row_get_text (DdTableRow *self, guint column);

/* Sets the text of the cell in @column. Returns: whether it was another */
gboolean dd_table_row_set_text (DdTableRow *self, guint column, const char *text);

/* Returns: whether all cells are empty */
gboolean dd_table_row_is_empty (DdTableRow *self);

G_END_DECLS
