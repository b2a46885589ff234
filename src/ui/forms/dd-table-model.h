/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "forms/dd-table-row.h"

G_BEGIN_DECLS

/*
 * DdTableModel: the rows of a table that is answered: a GListModel of DdTableRow.
 *
 * Signal "changed": a person changed it, by one of the functions that edit.
 */
#define DD_TYPE_TABLE_MODEL (dd_table_model_get_type ())
G_DECLARE_FINAL_TYPE (DdTableModel, dd_table_model, DD, TABLE_MODEL, GObject)

/* Returns: (transfer full): a table of @n_columns without a row */
DdTableModel *dd_table_model_new (guint n_columns);

/* Returns: its columns */
guint dd_table_model_get_n_columns (DdTableModel *self);

/* Returns: (transfer none): the row at @position, which there is */
DdTableRow *dd_table_model_get_row (DdTableModel *self, guint position);

/* Makes @rows (element-type DdTableRow) all there are, in one go; nobody edited. Rows that stay
 * what they are where they are stay the same objects. */
void dd_table_model_set_rows (DdTableModel *self, GPtrArray *rows);

/* --- Editing --- */

/* Sets the text of a cell. */
void dd_table_model_set_text (DdTableModel *self, guint position, guint column, const char *text);

/* Puts an empty row before the one at @position, or at the end. */
void dd_table_model_insert (DdTableModel *self, guint position);

/* Takes the row at @position out. */
void dd_table_model_remove (DdTableModel *self, guint position);

/* Moves the row at @from so that it is at @to. */
void dd_table_model_move (DdTableModel *self, guint from, guint to);

/* Writes @cells (element-type GStrv) over the cells from (@position, @column) on, adding rows as
 * they are needed; what is beyond the last column is dropped. */
void dd_table_model_paste (DdTableModel *self, guint position, guint column, GPtrArray *cells);

G_END_DECLS
