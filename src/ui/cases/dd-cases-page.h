/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-page.h"

G_BEGIN_DECLS

/*
 * DdCasesPage: all cases in columns to sort and filter, or, where it is narrow, in rows.
 *
 * # Shortcuts
 * Ctrl+F, or just typing, searches; Enter in the search opens the selected or the first case, Down
 * goes to the list; Enter opens a case, Menu and Shift+F10 show what can be done with it, Ctrl+C
 * copies its title, Ctrl+D marks its next activity done. Which column sorts is in the view menu, as columns' headers cannot be focused.
 */
#define DD_TYPE_CASES_PAGE (dd_cases_page_get_type ())
G_DECLARE_FINAL_TYPE (DdCasesPage, dd_cases_page, DD, CASES_PAGE, DdPage)

/* Returns: (transfer none): the cases as they are shown: filtered, sorted, with the selected one */
GtkSingleSelection *dd_cases_page_get_selection (DdCasesPage *self);

/* Returns: whether the cases were read, and the page shows them or that there are none */
gboolean dd_cases_page_is_settled (DdCasesPage *self);

G_END_DECLS
