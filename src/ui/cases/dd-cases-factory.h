/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "cases/dd-case-scene.h"

G_BEGIN_DECLS

/* Makers of what lists of cases consist of. */

/* Returns: (transfer full): a factory of cells of @column */
GtkListItemFactory *dd_cases_factory_new_column (const DdCaseColumn *column, DdCaseScene *scene);

/* Returns: (transfer full): a factory of rows of two lines, for where there is no room for columns */
GtkListItemFactory *dd_cases_factory_new_row (DdCaseScene *scene);

/* Returns: the place in the list of the case that @widget, a row, a cell or part of one, shows;
 * GTK_INVALID_LIST_POSITION when it shows none */
guint dd_cases_factory_find_position (GtkWidget *widget);

G_END_DECLS
