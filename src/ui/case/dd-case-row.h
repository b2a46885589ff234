/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dd-case-plan.h"

G_BEGIN_DECLS

/* DdCaseRow: one activity of a case in the table of its plan. */
#define DD_TYPE_CASE_ROW (dd_case_row_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseRow, dd_case_row, DD, CASE_ROW, GObject)

/* Returns: (transfer full) (element-type DdCaseRow): the activities of @plan, which has one, in document
 * order */
GListModel *dd_case_row_list (DdCasePlan *plan);

/* Returns: the index of the activity */
guint dd_case_row_get_index (DdCaseRow *self);

/* Adds the table's columns to @view. */
void dd_case_row_add_columns (GtkColumnView *view);

G_END_DECLS
