/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-text-editor.h"

#include "forms/dd-date-button.h"
#include "forms/dd-form-words.h"
#include "forms/dd-table-value.h"

struct _DdTextEditor
{
  DdQuestionEditor parent_instance;

  GtkWidget *entry; /* (unowned): the child, or in it */
};

G_DEFINE_FINAL_TYPE (DdTextEditor, dd_text_editor, DD_TYPE_QUESTION_EDITOR)

/* A date is short, and has its calendar beside it. */
static void
add_date_button (DdTextEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), dd_date_button_new (GTK_EDITABLE (self->entry)));
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 12);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), "2026-12-31");
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
build (DdQuestionEditor *editor, const DdQuestion *question)
{
  DdTextEditor *self = DD_TEXT_EDITOR (editor);

  self->entry = gtk_entry_new ();
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), dd_table_value_get_purpose (question));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 12);
  if (question->type == DD_QUESTION_INTEGER || question->type == DD_QUESTION_VERSION)
    gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 18);
  if (question->type != DD_QUESTION_TEXT)
    gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dd_form_words_text (question->label), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (dd_question_editor_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (dd_question_editor_done), self);
  if (question->type == DD_QUESTION_DATE)
    add_date_button (self);
  else
    adw_bin_set_child (ADW_BIN (self), self->entry);
}

static void
set_value (DdQuestionEditor *editor, const DdAnswerValue *value)
{
  g_autofree char *text = dd_table_value_to_text (dd_question_editor_get_question (editor), value);

  gtk_editable_set_text (GTK_EDITABLE (DD_TEXT_EDITOR (editor)->entry), text);
}

static DdAnswerValue *
get_value (DdQuestionEditor *editor)
{
  return dd_table_value_from_text (dd_question_editor_get_question (editor),
                                   gtk_editable_get_text (
                                       GTK_EDITABLE (DD_TEXT_EDITOR (editor)->entry)));
}

static void
dd_text_editor_class_init (DdTextEditorClass *klass)
{
  DdQuestionEditorClass *editor_class = DD_QUESTION_EDITOR_CLASS (klass);

  editor_class->build = build;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
}

static void
dd_text_editor_init (DdTextEditor *self)
{
}
