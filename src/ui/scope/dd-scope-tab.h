/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "case/dd-case-session.h"

G_BEGIN_DECLS

/*
 * DdScopeTab: what of a case the service covers: whether the customer is eligible, which required
 * inputs are there, what became of each exclusion and why, and the paid engagements that follow.
 *
 * It reads what it shows whenever the database changed while it is seen. Everything that is done is
 * one action of the journal. The actions "scope.meet" and "scope.withdraw" (s: an input),
 * "scope.include", "scope.exclude", "scope.follow" and "scope.engage" (s: an exclusion) and
 * "scope.move" (ss: an engagement, the nick of its next state).
 */
#define DD_TYPE_SCOPE_TAB (dd_scope_tab_get_type ())
G_DECLARE_FINAL_TYPE (DdScopeTab, dd_scope_tab, DD, SCOPE_TAB, AdwBin)

/* Follows @session. To be called once. */
void dd_scope_tab_set_session (DdScopeTab *self, DdCaseSession *session);

/* Returns: whether the scope was read, or could not be */
gboolean dd_scope_tab_is_settled (DdScopeTab *self);

G_END_DECLS
