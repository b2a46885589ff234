/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "case/dd-case-session.h"

G_BEGIN_DECLS

/* DdCasePanel: all that is known of one activity of a case, and what can be done with it. Its buttons
 * are the actions "case.…" of whoever holds it. */
#define DD_TYPE_CASE_PANEL (dd_case_panel_get_type ())
G_DECLARE_FINAL_TYPE (DdCasePanel, dd_case_panel, DD, CASE_PANEL, AdwBin)

/* Shows activity @index of @session's plan, which there is. */
void dd_case_panel_show (DdCasePanel *self, DdCaseSession *session, guint index);

/* Returns: (transfer none): what can be done with an activity, for a context menu too */
GMenuModel *dd_case_panel_get_menu (DdCasePanel *self);

G_END_DECLS
