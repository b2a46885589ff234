/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "forms/dd-question-editor.h"
#include "forms/dd-table-model.h"

G_BEGIN_DECLS

/*
 * DdTableEditor: rows of cells, typed like in a spreadsheet.
 *
 * Only rows in sight have widgets, and only the cell with the focus an entry, so that a thousand
 * rows cost no more than thirty. The answer is put together a moment after the last key.
 *
 * Keys, with the focus in a cell: Enter goes down and adds a row after the last, Up and Down go to
 * other rows, Tab to the next cell; Alt+Up and Alt+Down move the row, Ctrl+Delete removes it;
 * Ctrl+V pastes cells of a spreadsheet.
 */
#define DD_TYPE_TABLE_EDITOR (dd_table_editor_get_type ())
G_DECLARE_FINAL_TYPE (DdTableEditor, dd_table_editor, DD, TABLE_EDITOR, DdQuestionEditor)

/* Returns: (transfer none): its rows */
DdTableModel *dd_table_editor_get_model (DdTableEditor *self);

/* Writes the cells of @text, as a spreadsheet copies them, from the cell with the focus on. */
void dd_table_editor_paste (DdTableEditor *self, const char *text);

G_END_DECLS
