/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "forms/dd-question-editor.h"

G_BEGIN_DECLS

/* DdParagraphEditor: several lines. It grows with them, up to a bound; Tab goes on. */
#define DD_TYPE_PARAGRAPH_EDITOR (dd_paragraph_editor_get_type ())
G_DECLARE_FINAL_TYPE (DdParagraphEditor, dd_paragraph_editor, DD, PARAGRAPH_EDITOR,
                      DdQuestionEditor)

G_END_DECLS
