/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "form/dd-questionnaire.h"
#include "forms/dd-table-model.h"

G_BEGIN_DECLS

/*
 * DdTableCell: one cell of a table that is answered, made for a column and bound to row after row.
 *
 * It only shows its text, which costs little, until the focus comes: then it is an entry, or a
 * list to choose from, and what is typed is in the model at once. What does not suit its column is
 * marked, and its tooltip says why. What it asks of the table around it are actions: "table.here"
 * (uu: row, column), when the focus comes, and "table.go" (uu) to have it elsewhere.
 *
 * Keys: Up, Down and Enter go to the same column of another row, Tab to the next cell.
 */
#define DD_TYPE_TABLE_CELL (dd_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (DdTableCell, dd_table_cell, DD, TABLE_CELL, GtkWidget)

/* What a column is to its cells. */
typedef struct
{
  const DdQuestion *question; /* (unowned) */
  char *title;                /* (owned) */
  GStrv choices;              /* (owned) (nullable): to choose from; NULL: it is typed */
} DdTableColumn;

/* Returns: (transfer floating): a cell of @column, which outlives it, in @model */
GtkWidget *dd_table_cell_new (DdTableModel *model, const DdTableColumn *column);

/* Shows the row at @item (nullable: none). */
void dd_table_cell_bind (DdTableCell *self, GtkListItem *item);

/* Returns: the row that it shows, GTK_INVALID_LIST_POSITION when it shows none */
guint dd_table_cell_get_position (DdTableCell *self);

/* Returns: its column */
guint dd_table_cell_get_column (DdTableCell *self);

G_END_DECLS
