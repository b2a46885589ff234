/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "forms/dd-question-editor.h"

G_BEGIN_DECLS

/*
 * DdChoiceEditor: one choice, several, yes or no, or the agreement to a statement, as buttons to
 * check; one of many choices as a list that drops down.
 */
#define DD_TYPE_CHOICE_EDITOR (dd_choice_editor_get_type ())
G_DECLARE_FINAL_TYPE (DdChoiceEditor, dd_choice_editor, DD, CHOICE_EDITOR, DdQuestionEditor)

G_END_DECLS
