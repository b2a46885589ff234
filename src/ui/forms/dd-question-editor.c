/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-question-editor.h"

#include "forms/dd-choice-editor.h"
#include "forms/dd-paragraph-editor.h"
#include "forms/dd-table-editor.h"
#include "forms/dd-text-editor.h"

typedef struct
{
  const DdQuestion *question;
  gboolean filling; /* a value is being set */
} DdQuestionEditorPrivate;

enum
{
  CHANGED,
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DdQuestionEditor, dd_question_editor, ADW_TYPE_BIN)

static DdQuestionEditorPrivate *
get_private (DdQuestionEditor *self)
{
  return dd_question_editor_get_instance_private (self);
}

static void
dd_question_editor_class_init (DdQuestionEditorClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", DD_TYPE_QUESTION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", DD_TYPE_QUESTION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
dd_question_editor_init (DdQuestionEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (dd_question_editor_done), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static GType
find_type (DdQuestionType type)
{
  switch (type)
    {
    case DD_QUESTION_TEXT:
    case DD_QUESTION_INTEGER:
    case DD_QUESTION_VERSION:
    case DD_QUESTION_DATE:
      return DD_TYPE_TEXT_EDITOR;
    case DD_QUESTION_PARAGRAPH:
      return DD_TYPE_PARAGRAPH_EDITOR;
    case DD_QUESTION_CHOICE:
    case DD_QUESTION_CHOICES:
    case DD_QUESTION_YES_NO:
    case DD_QUESTION_ACKNOWLEDGEMENT:
      return DD_TYPE_CHOICE_EDITOR;
    case DD_QUESTION_TABLE:
      return DD_TYPE_TABLE_EDITOR;
    }
  g_assert_not_reached ();
}

GtkWidget *
dd_question_editor_new (const DdQuestion *question)
{
  DdQuestionEditor *self;

  g_return_val_if_fail (question != NULL, NULL);
  self = g_object_new (find_type (question->type), NULL);
  get_private (self)->question = question;
  DD_QUESTION_EDITOR_GET_CLASS (self)->build (self, question);
  return GTK_WIDGET (self);
}

const DdQuestion *
dd_question_editor_get_question (DdQuestionEditor *self)
{
  g_return_val_if_fail (DD_IS_QUESTION_EDITOR (self), NULL);
  return get_private (self)->question;
}

void
dd_question_editor_set_value (DdQuestionEditor *self, const DdAnswerValue *value)
{
  g_autoptr (DdAnswerValue) shown = NULL;

  g_return_if_fail (DD_IS_QUESTION_EDITOR (self));
  shown = dd_question_editor_get_value (self);
  if (dd_answer_value_equal (shown, value))
    return;
  get_private (self)->filling = TRUE;
  DD_QUESTION_EDITOR_GET_CLASS (self)->set_value (self, value);
  get_private (self)->filling = FALSE;
}

DdAnswerValue *
dd_question_editor_get_value (DdQuestionEditor *self)
{
  g_return_val_if_fail (DD_IS_QUESTION_EDITOR (self), NULL);
  return DD_QUESTION_EDITOR_GET_CLASS (self)->get_value (self);
}

void
dd_question_editor_changed (DdQuestionEditor *self)
{
  g_return_if_fail (DD_IS_QUESTION_EDITOR (self));
  if (!get_private (self)->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
dd_question_editor_finish (DdQuestionEditor *self)
{
  g_return_if_fail (DD_IS_QUESTION_EDITOR (self));
  if (DD_QUESTION_EDITOR_GET_CLASS (self)->finish != NULL)
    DD_QUESTION_EDITOR_GET_CLASS (self)->finish (self);
}

void
dd_question_editor_done (DdQuestionEditor *self)
{
  g_return_if_fail (DD_IS_QUESTION_EDITOR (self));
  dd_question_editor_finish (self);
  g_signal_emit (self, signals[DONE], 0);
}
