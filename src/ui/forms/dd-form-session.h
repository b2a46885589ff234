/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-case-form-edit.h"
#include "dd-context.h"
#include "forms/dd-form-draft.h"

G_BEGIN_DECLS

/*
 * DdFormSession: the questionnaire of the case that a page shows, as it is stored and as it is
 * typed.
 *
 * What is typed is the form's at once (what it shows, hides and misses follows), and in the
 * database a moment after the last key, when the focus leaves, or when one asks for it: one action
 * for all that was typed into a question in one go. It loads again when something in the database
 * changes; what is being typed stays, and an answer that somebody else gave meanwhile is a
 * conflict that a person decides.
 *
 * Signals:
 * - "loaded": there is another questionnaire, or none any more, or a reason for that
 * - "changed" (s: of which question only; NULL: of any): answers, marks, notes, what is saved or
 *   what is asked is not what it was
 */
#define DD_TYPE_FORM_SESSION (dd_form_session_get_type ())
G_DECLARE_FINAL_TYPE (DdFormSession, dd_form_session, DD, FORM_SESSION, GObject)

/* Begins to load the questionnaire of the case @case_id. Returns: (transfer full): a new session */
DdFormSession *dd_form_session_new (DdContext *context, const char *case_id);

/* Saves what is typed, and loads no more: whoever showed it is gone. */
void dd_form_session_close (DdFormSession *self);

/* Returns: (transfer none): what all pages share */
DdContext *dd_form_session_get_context (DdFormSession *self);

/* Returns: whether it was loaded, or could not be */
gboolean dd_form_session_is_settled (DdFormSession *self);

/* Returns: (transfer none) (nullable): why it could not be loaded */
const GError *dd_form_session_get_error (DdFormSession *self);

/* Returns: (transfer none) (nullable): what is stored, as it was loaded last */
DdCaseForm *dd_form_session_get_stored (DdFormSession *self);

/* Returns: (transfer none) (nullable): the form with all that is typed; NULL without a
 * questionnaire */
DdForm *dd_form_session_get_form (DdFormSession *self);

/* Returns: whether something that was typed is in @state */
gboolean dd_form_session_has_drafts (DdFormSession *self, DdFormDraftState state);

/* --- One question --- */

/* Returns: (transfer none) (nullable): what stands in the form as the answer to @question, hidden
 * or not; valid until it is set */
const DdAnswerValue *dd_form_session_get_value (DdFormSession *self, const char *question);

/* Returns: (transfer none) (nullable): what was typed into @question and is not known to be
 * stored */
const DdFormDraft *dd_form_session_get_draft (DdFormSession *self, const char *question);

/* Answers @question with @value (nullable); it is saved a moment later. */
void dd_form_session_type (DdFormSession *self, const char *question, const DdAnswerValue *value);

/* Saves what is typed into @question (nullable: into any) now, what could not be saved again. */
void dd_form_session_flush (DdFormSession *self, const char *question);

/* Of a conflict: the answer that is typed takes the place of the other. */
void dd_form_session_keep_mine (DdFormSession *self, const char *question);

/* Of a conflict or failure: what is typed goes, what is stored comes. */
void dd_form_session_take_theirs (DdFormSession *self, const char *question);

/* --- Edits that are done at once; the callback gets dd_form_session_edit_finish() --- */

/* Takes the answer away; saved at once. */
void dd_form_session_clear_async (DdFormSession *self, const char *question,
                                  GAsyncReadyCallback callback, gpointer user_data);

/* Marks @question to be asked of the customer, or takes the mark off. */
void dd_form_session_ask_async (DdFormSession *self, const char *question, gboolean ask,
                                GAsyncReadyCallback callback, gpointer user_data);

/* Makes @note (nullable) what is noted on @question. */
void dd_form_session_note_async (DdFormSession *self, const char *question, const char *note,
                                 GAsyncReadyCallback callback, gpointer user_data);

/* Moves the case to the edition that new cases are asked. */
void dd_form_session_move_async (DdFormSession *self, GAsyncReadyCallback callback,
                                 gpointer user_data);

/* Returns: whether it was done; FALSE with why not */
gboolean dd_form_session_edit_finish (DdFormSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
