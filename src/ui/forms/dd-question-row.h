/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "forms/dd-form-session.h"
#include "forms/dd-question-editor.h"

G_BEGIN_DECLS

/*
 * DdQuestionRow: one question of the form: what is asked, its editor, what is wrong with the
 * answer, its note, and a menu.
 *
 * Actions: "question.ask" (the mark to ask the customer), "question.note", "question.clear",
 * "question.keep" and "question.discard" (of a conflict or a failure).
 */
#define DD_TYPE_QUESTION_ROW (dd_question_row_get_type ())
G_DECLARE_FINAL_TYPE (DdQuestionRow, dd_question_row, DD, QUESTION_ROW, AdwPreferencesRow)

/* Returns: (transfer floating): a row for @question of @session's questionnaire */
GtkWidget *dd_question_row_new (DdFormSession *session, const DdQuestion *question);

/* Returns: what is asked */
const DdQuestion *dd_question_row_get_question (DdQuestionRow *self);

/* Returns: (transfer none): what it is answered with */
DdQuestionEditor *dd_question_row_get_editor (DdQuestionRow *self);

/* Shows what the session has now. */
void dd_question_row_update (DdQuestionRow *self);

/* Puts the focus where it is answered. */
void dd_question_row_focus (DdQuestionRow *self);

G_END_DECLS
