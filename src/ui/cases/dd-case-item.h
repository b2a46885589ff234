/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "dd-case-summary.h"

G_BEGIN_DECLS

/* DdCaseItem: a case in a list: the same object for as long as the list has the case, so that
 * selection and scrolling stay; its property "summary" is replaced when something of it changed. */
#define DD_TYPE_CASE_ITEM (dd_case_item_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseItem, dd_case_item, DD, CASE_ITEM, GObject)

/* Returns: (transfer full): an item that shows @summary */
DdCaseItem *dd_case_item_new (DdCaseSummary *summary);

/* Returns: (transfer none): what is known of the case */
DdCaseSummary *dd_case_item_get_summary (DdCaseItem *self);

/* Shows @summary, of the same case, from now on. */
void dd_case_item_set_summary (DdCaseItem *self, DdCaseSummary *summary);

G_END_DECLS
