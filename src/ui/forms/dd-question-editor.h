/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "form/dd-questionnaire.h"

G_BEGIN_DECLS

/*
 * DdQuestionEditor: what one question is answered with: an entry, choices, a table. One subclass a
 * kind.
 *
 * It knows nothing of what is stored: it shows a value and says what was made of it.
 *
 * Signals:
 * - "changed": a person made another value of it
 * - "done": the person went on: the focus left, or Enter was pressed
 */
#define DD_TYPE_QUESTION_EDITOR (dd_question_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (DdQuestionEditor, dd_question_editor, DD, QUESTION_EDITOR, AdwBin)

struct _DdQuestionEditorClass
{
  AdwBinClass parent_class;

  /* Makes what the question needs. */
  void (*build) (DdQuestionEditor *self, const DdQuestion *question);

  /* Shows @value (nullable: not answered). */
  void (*set_value) (DdQuestionEditor *self, const DdAnswerValue *value);

  /* Returns: (transfer full) (nullable): the value that it shows */
  DdAnswerValue *(*get_value) (DdQuestionEditor *self);

  /* Tells of a change that it still keeps to itself. May be NULL. */
  void (*finish) (DdQuestionEditor *self);
};

/* Returns: (transfer floating): an editor for @question, which outlives it */
GtkWidget *dd_question_editor_new (const DdQuestion *question);

/* Returns: what is answered */
const DdQuestion *dd_question_editor_get_question (DdQuestionEditor *self);

/* Shows @value (nullable), unless it does: what is typed, and where, is not disturbed. */
void dd_question_editor_set_value (DdQuestionEditor *self, const DdAnswerValue *value);

/* Returns: (transfer full) (nullable): what stands in it */
DdAnswerValue *dd_question_editor_get_value (DdQuestionEditor *self);

/* Has it tell of a change now that it would tell of in a moment. */
void dd_question_editor_finish (DdQuestionEditor *self);

/* For subclasses: a person changed something; while a value is set it is nobody. */
void dd_question_editor_changed (DdQuestionEditor *self);

/* For subclasses: the person is through with it. */
void dd_question_editor_done (DdQuestionEditor *self);

G_END_DECLS
