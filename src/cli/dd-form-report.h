/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-case-form.h"
#include "dd-session.h"

G_BEGIN_DECLS

/* The questionnaire of a case, for people and for scripts. */

/* Loads the questionnaire of the case whose id begins with @case_id.
 * Returns: (transfer full): it, with a questionnaire, or NULL with @error: there is no such case, its
 * service has no questionnaire, or that cannot be used */
DdCaseForm *dd_form_report_load (DdSession *session, const char *case_id, GError **error);

/* Returns: (transfer full): what is asked, answered and missing, as text, or with --json as JSON */
char *dd_form_report_write (DdCaseForm *form, const DdSession *session);

/* How far it is, for what was just done with it: one line, or with --json all of it.
 * Returns: (transfer full): the text, or NULL with @error */
char *dd_form_report_tell (const char *case_id, DdSession *session, GError **error);

G_END_DECLS
