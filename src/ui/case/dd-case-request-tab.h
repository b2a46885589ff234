/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "case/dd-case-session.h"

G_BEGIN_DECLS

/*
 * DdCaseRequestTab: what the customer asked for, to be corrected, with what can be said of it while it is
 * typed.
 *
 * What is typed is kept until it is applied or reverted, whatever changes in the database meanwhile. If
 * somebody else changed the same field, applying is refused and says so.
 */
#define DD_TYPE_CASE_REQUEST_TAB (dd_case_request_tab_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseRequestTab, dd_case_request_tab, DD, CASE_REQUEST_TAB, AdwBin)

/* Shows the request of @session's case. */
void dd_case_request_tab_set_session (DdCaseRequestTab *self, DdCaseSession *session);

G_END_DECLS
