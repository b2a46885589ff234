/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "forms/dd-question-editor.h"

G_BEGIN_DECLS

/* DdTextEditor: one line: a text, a whole number, a version, or a date, which can be chosen from a
 * calendar too. What is typed and is no number stays as it is typed. */
#define DD_TYPE_TEXT_EDITOR (dd_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (DdTextEditor, dd_text_editor, DD, TEXT_EDITOR, DdQuestionEditor)

G_END_DECLS
