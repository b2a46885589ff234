/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-paragraph-editor.h"

#include "forms/dd-form-words.h"

struct _DdParagraphEditor
{
  DdQuestionEditor parent_instance;

  GtkWidget *view; /* (unowned): in the child */
};

G_DEFINE_FINAL_TYPE (DdParagraphEditor, dd_paragraph_editor, DD_TYPE_QUESTION_EDITOR)

static GtkTextBuffer *
get_buffer (gpointer editor)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (DD_PARAGRAPH_EDITOR (editor)->view));
}

static void
build (DdQuestionEditor *editor, const DdQuestion *question)
{
  DdParagraphEditor *self = DD_PARAGRAPH_EDITOR (editor);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = gtk_text_view_new ();
  g_object_set (self->view, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "top-margin", 9,
                "bottom-margin", 9, "left-margin", 9, "right-margin", 9, NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "min-content-height", 72,
                "max-content-height", 240, "propagate-natural-height", TRUE, NULL);
  gtk_widget_add_css_class (scrolled, "paragraph");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dd_form_words_text (question->label), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (dd_question_editor_changed),
                           self, G_CONNECT_SWAPPED);
}

static void
set_value (DdQuestionEditor *editor, const DdAnswerValue *value)
{
  const char *text = dd_answer_value_get_text (value);

  gtk_text_buffer_set_text (get_buffer (editor), text != NULL ? text : "", -1);
}

static DdAnswerValue *
get_value (DdQuestionEditor *editor)
{
  GtkTextBuffer *buffer = get_buffer (editor);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return dd_answer_value_new_text (text);
}

static gboolean
dd_paragraph_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (DD_PARAGRAPH_EDITOR (widget)->view);
}

static void
dd_paragraph_editor_class_init (DdParagraphEditorClass *klass)
{
  DdQuestionEditorClass *editor_class = DD_QUESTION_EDITOR_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->grab_focus = dd_paragraph_editor_grab_focus;
  editor_class->build = build;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
}

static void
dd_paragraph_editor_init (DdParagraphEditor *self)
{
}
