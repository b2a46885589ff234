/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "cases/dd-case-scene.h"

G_BEGIN_DECLS

/* DdCaseCell: one column of one case: an icon where there is one, and a line of text, which has its
 * hits of the search marked. */
#define DD_TYPE_CASE_CELL (dd_case_cell_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseCell, dd_case_cell, DD, CASE_CELL, GtkWidget)

/* Returns: (transfer floating): an empty cell for @column */
GtkWidget *dd_case_cell_new (const DdCaseColumn *column, DdCaseScene *scene);

/* Shows @item (nullable: nothing), and follows it. */
void dd_case_cell_set_item (DdCaseCell *self, DdCaseItem *item);

/* Makes it @chars characters wide by nature, instead of what its column has. */
void dd_case_cell_set_chars (DdCaseCell *self, guint chars);

/* Returns: (transfer none): what the cell says */
const char *dd_case_cell_get_text (DdCaseCell *self);

G_END_DECLS
