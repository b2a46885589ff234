/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/*
 * DdCaseLinks: the links of one activity, each opened by a click or by Enter, and a button to add one.
 *
 * Up go the actions "case.link", "case.unlink" (s: the link's id) and "case.open-link" (s: its
 * address).
 */
#define DD_TYPE_CASE_LINKS (dd_case_links_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseLinks, dd_case_links, DD, CASE_LINKS, AdwPreferencesGroup)

/* Shows those of @links (nullable) (element-type DdDocumentLink) that belong to @activity (nullable:
 * to none, then nothing is shown). */
void dd_case_links_show (DdCaseLinks *self, GPtrArray *links, DdRecord *activity);

G_END_DECLS
