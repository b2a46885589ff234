/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "case/dd-case-session.h"

G_BEGIN_DECLS

/* DdCaseHeader: where a case stands at a glance: customer, product, versions and state; what comes next,
 * when it is due and for whom; deadline, finish and what that means; and what it waits for. */
#define DD_TYPE_CASE_HEADER (dd_case_header_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseHeader, dd_case_header, DD, CASE_HEADER, AdwBin)

/* Shows @session's case from now on. */
void dd_case_header_set_session (DdCaseHeader *self, DdCaseSession *session);

/* Has what it says take two lines, not one. */
void dd_case_header_set_narrow (DdCaseHeader *self, gboolean narrow);

G_END_DECLS
