/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "cases/dd-case-item.h"

G_BEGIN_DECLS

/*
 * DdCaseList: a GListModel of DdCaseItem, sorted by id.
 *
 * It is brought up to date from a new reading of all cases, and tells only of what differs: cases that
 * came, went, or are not as they were. A case that stays keeps its item.
 */
#define DD_TYPE_CASE_LIST (dd_case_list_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseList, dd_case_list, DD, CASE_LIST, GObject)

/* Returns: (transfer full): an empty list */
DdCaseList *dd_case_list_new (void);

/* Takes over @summaries (element-type DdCaseSummary), sorted by id without doubles. Linear; runs of
 * neighbours that differ are told of in one go. */
void dd_case_list_update (DdCaseList *self, GPtrArray *summaries);

/* Returns: (transfer none) (nullable): the item of the case @id; O(log n) */
DdCaseItem *dd_case_list_find (DdCaseList *self, const char *id);

/* Returns: (transfer full) (element-type DdCaseSummary): what is known of all of them now */
GPtrArray *dd_case_list_get_summaries (DdCaseList *self);

G_END_DECLS
