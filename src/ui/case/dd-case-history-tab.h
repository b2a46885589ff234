/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "case/dd-case-session.h"

G_BEGIN_DECLS

/* DdCaseHistoryTab: what was done with a case, the newest first, by days; each action can be undone. More
 * is read when the end is scrolled to. */
#define DD_TYPE_CASE_HISTORY_TAB (dd_case_history_tab_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseHistoryTab, dd_case_history_tab, DD, CASE_HISTORY_TAB, AdwBin)

/* Shows the history of @session's case. */
void dd_case_history_tab_set_session (DdCaseHistoryTab *self, DdCaseSession *session);

/* Whether it is looked at: only then is it read. */
void dd_case_history_tab_set_shown (DdCaseHistoryTab *self, gboolean shown);

G_END_DECLS
