/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-terminal.h"

G_BEGIN_DECLS

/*
 * DdTable: rows of text in aligned columns.
 *
 * Every column is as wide as its widest cell. When the table is wider than the terminal, the gaps
 * between the columns are halved, and its flexible columns give way, the widest first: their long
 * cells end in "…". Where too little of them would be left, the optional columns go; a column that is
 * empty in every row is not there at all. Titles and headings are rows too. Cost: linear in the cells.
 */
typedef struct _DdTable DdTable;

/**
 * DdTableFlags:
 * @DD_TABLE_RIGHT: cells stand at the right of the column: figures
 * @DD_TABLE_FLEXIBLE: the column may become narrower than its cells
 * @DD_TABLE_OPTIONAL: the column may be left out
 * @DD_TABLE_DRAWN: cells are finished, styles and all, and not cleaned: a chart
 */
typedef enum
{
  DD_TABLE_PLAIN = 0,
  DD_TABLE_RIGHT = 1 << 0,
  DD_TABLE_FLEXIBLE = 1 << 1,
  DD_TABLE_OPTIONAL = 1 << 2,
  DD_TABLE_DRAWN = 1 << 3,
} DdTableFlags;

/* A flexible column does not become narrower than the first while optional columns can go, and
 * never narrower than the second. */
#define DD_TABLE_READABLE 18
#define DD_TABLE_MIN_FLEXIBLE 12

/* A table with @n_columns (1 or more) columns, each with its flags, which are copied.
 * Returns: (transfer full): a new table */
DdTable *dd_table_new (const DdTableFlags *columns, guint n_columns);

/* Frees @self. */
void dd_table_free (DdTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdTable, dd_table_free)

/* Adds a row: one text for each column (NULL: empty), copied, all in @style. */
void dd_table_add_row (DdTable *self, DdStyle style, const char *const *cells);

/* How many columns of a terminal the table takes when nothing gives way. */
int dd_table_get_natural_width (DdTable *self);

/* Returns: (transfer full): the table's lines, each ended with a newline */
char *dd_table_to_text (DdTable *self, const DdTerminal *terminal);

G_END_DECLS
