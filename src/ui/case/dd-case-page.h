/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-page.h"

G_BEGIN_DECLS

/* DdCasePage: one case: where it stands, its plan, its request and its history. */
#define DD_TYPE_CASE_PAGE (dd_case_page_get_type ())
G_DECLARE_FINAL_TYPE (DdCasePage, dd_case_page, DD, CASE_PAGE, DdPage)

/* Returns: (transfer floating): a page of the case with @case_id, which it begins to load */
GtkWidget *dd_case_page_new (DdContext *context, const char *case_id);

/* Returns: (transfer none): the id of the case */
const char *dd_case_page_get_case_id (DdCasePage *self);

/* Returns: whether the case was loaded, or could not be: the page shows one or the other */
gboolean dd_case_page_is_settled (DdCasePage *self);

/* Shows the plan with the activity @activity (its id in the service's definition) selected, once
 * the case is loaded. One that is not there is ignored. */
void dd_case_page_select (DdCasePage *self, const char *activity);

G_END_DECLS
