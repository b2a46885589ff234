/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "case/dd-case-edit.h"
#include "dd-case-plan.h"
#include "dd-context.h"

G_BEGIN_DECLS

/*
 * DdCaseSession: the case that a page shows, with its plan, as it was loaded last.
 *
 * The page and all that is on it look at the same session and never load anything of the case
 * themselves. It loads again whenever something in the database changes and when a minute of the
 * clock is over (what is not done cannot lie before now), one load at a time.
 *
 * Signal "loaded": there is a new plan, or a reason why there is none.
 */
#define DD_TYPE_CASE_SESSION (dd_case_session_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseSession, dd_case_session, DD, CASE_SESSION, GObject)

/* Begins to load the case @case_id. Returns: (transfer full): a new session */
DdCaseSession *dd_case_session_new (DdContext *context, const char *case_id);

/* Returns: (transfer none): what all pages share */
DdContext *dd_case_session_get_context (DdCaseSession *self);

/* Returns: (transfer none): the id of the case */
const char *dd_case_session_get_case_id (DdCaseSession *self);

/* Returns: (transfer none) (nullable): the case as it was loaded last; NULL until it is, and when it is
 * not there any more */
DdCasePlan *dd_case_session_get_plan (DdCaseSession *self);

/* Returns: the finish of the plan on @basis, or DD_INSTANT_NONE when there is no plan on it */
gint64 dd_case_session_get_finish (DdCaseSession *self, DdBasis basis);

/* Returns: (transfer none) (nullable): the name of whom @activity of the case is assigned to */
const char *dd_case_session_get_assignee (DdCaseSession *self, DdRecord *activity);

/* Returns: (transfer none) (nullable) (element-type DdDocumentLink): the links of the case and its
 * activities, by title; NULL until it is loaded */
GPtrArray *dd_case_session_get_links (DdCaseSession *self);

/* Returns: (transfer none) (nullable): why the case could not be loaded */
const GError *dd_case_session_get_error (DdCaseSession *self);

/* Loads the case again. */
void dd_case_session_reload (DdCaseSession *self);

/* Does @edit (transfer full) to the case, as one action of the user. */
void dd_case_session_edit_async (DdCaseSession *self, DdCaseEdit *edit,
                                 GAsyncReadyCallback callback, gpointer user_data);

/* Returns: whether it was done; FALSE with why not */
gboolean dd_case_session_edit_finish (DdCaseSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
