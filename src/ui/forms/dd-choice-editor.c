/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-choice-editor.h"

#include "dd-accessible.h"
#include "forms/dd-form-words.h"
#include "forms/dd-table-value.h"

#include <glib/gi18n.h>

/* One of more choices than this is chosen from a list. */
#define MOST_BUTTONS 8

struct _DdChoiceEditor
{
  DdQuestionEditor parent_instance;

  GPtrArray *buttons; /* (owned) (element-type GtkCheckButton) (unowned): in the order of values */
  GtkDropDown *drop_down; /* (nullable) (unowned): instead of buttons */
  GStrv values;           /* (owned): what each of them says */
};

G_DEFINE_FINAL_TYPE (DdChoiceEditor, dd_choice_editor, DD_TYPE_QUESTION_EDITOR)

static const DdQuestion *
get_question (DdChoiceEditor *self)
{
  return dd_question_editor_get_question (DD_QUESTION_EDITOR (self));
}

/* --- Building --- */

/* A label that wraps, which a check button's own does not. */
static GtkWidget *
make_button (const char *text)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return button;
}

static void
add_button (DdChoiceEditor *self, GtkWidget *box, const char *label, gboolean radio)
{
  GtkWidget *button = make_button (label);

  if (radio && self->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_ptr_array_add (self->buttons, button);
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (dd_question_editor_changed), self);
}

static void
build_buttons (DdChoiceEditor *self, const DdQuestion *question, const char *const *labels)
{
  gboolean beside = question->type == DD_QUESTION_YES_NO;
  GtkWidget *box =
      g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "orientation",
                    beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, "spacing",
                    beside ? 18 : 6, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dd_form_words_text (question->label), -1);
  for (guint i = 0; labels[i] != NULL; i++)
    add_button (self, box, labels[i],
                question->type == DD_QUESTION_CHOICE || question->type == DD_QUESTION_YES_NO);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
build_drop_down (DdChoiceEditor *self, const DdQuestion *question, const char *const *labels)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_string_list_append (list, _ ("Not answered"));
  gtk_string_list_splice (list, 1, 0, labels);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (list), text));
  gtk_drop_down_set_enable_search (self->drop_down, TRUE);
  dd_accessible_name_drop_down (self->drop_down, dd_form_words_text (question->label));
  g_signal_connect_swapped (self->drop_down, "notify::selected",
                            G_CALLBACK (dd_question_editor_changed), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
}

/* What there is to choose, and how it is called. */
static GStrv
list_choices (DdChoiceEditor *self, const DdQuestion *question)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  for (guint i = 0; i < question->choices->len; i++)
    {
      const DdChoice *choice = g_ptr_array_index (question->choices, i);

      g_strv_builder_add (values, choice->value);
      g_strv_builder_add (labels, dd_form_words_text (choice->label));
    }
  if (question->type == DD_QUESTION_YES_NO)
    g_strv_builder_add_many (values, "yes", "no", NULL);
  if (question->type == DD_QUESTION_ACKNOWLEDGEMENT)
    g_strv_builder_add (labels, _ ("Yes, this is so"));
  self->values = g_strv_builder_end (values);
  return question->type == DD_QUESTION_YES_NO ? dd_table_value_list_choices (question)
                                              : g_strv_builder_end (labels);
}

static void
build (DdQuestionEditor *editor, const DdQuestion *question)
{
  DdChoiceEditor *self = DD_CHOICE_EDITOR (editor);
  g_auto (GStrv) labels = list_choices (self, question);

  if (question->type == DD_QUESTION_CHOICE && question->choices->len > MOST_BUTTONS)
    build_drop_down (self, question, (const char *const *) labels);
  else
    build_buttons (self, question, (const char *const *) labels);
}

/* --- Values --- */

static gboolean
is_checked (DdChoiceEditor *self, guint index)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->buttons, index));
}

static gboolean
says (DdChoiceEditor *self, const DdAnswerValue *value, guint index)
{
  if (value == NULL)
    return FALSE;
  if (get_question (self)->type == DD_QUESTION_ACKNOWLEDGEMENT)
    return dd_answer_value_get_shape (value) == DD_ANSWER_TRUE;
  if (get_question (self)->type == DD_QUESTION_CHOICES)
    return dd_answer_value_has_choice (value, self->values[index]);
  return g_strcmp0 (dd_answer_value_get_text (value), self->values[index]) == 0;
}

static void
set_value (DdQuestionEditor *editor, const DdAnswerValue *value)
{
  DdChoiceEditor *self = DD_CHOICE_EDITOR (editor);
  guint selected = 0;

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->buttons, i), says (self, value, i));
  for (guint i = 0; self->drop_down != NULL && self->values[i] != NULL; i++)
    if (says (self, value, i))
      selected = i + 1;
  if (self->drop_down != NULL)
    gtk_drop_down_set_selected (self->drop_down, selected);
}

/* The choices that are taken; of one choice at most one. */
static GStrv
list_taken (DdChoiceEditor *self)
{
  g_autoptr (GStrvBuilder) taken = g_strv_builder_new ();
  guint selected = self->drop_down != NULL ? gtk_drop_down_get_selected (self->drop_down) : 0;

  for (guint i = 0; i < g_strv_length (self->values); i++)
    if (self->drop_down != NULL ? i + 1 == selected : is_checked (self, i))
      g_strv_builder_add (taken, self->values[i]);
  return g_strv_builder_end (taken);
}

static DdAnswerValue *
get_value (DdQuestionEditor *editor)
{
  DdChoiceEditor *self = DD_CHOICE_EDITOR (editor);
  g_auto (GStrv) taken = NULL;

  if (get_question (self)->type == DD_QUESTION_ACKNOWLEDGEMENT)
    return is_checked (self, 0) ? dd_answer_value_new_true () : NULL;
  taken = list_taken (self);
  if (get_question (self)->type == DD_QUESTION_CHOICES)
    return dd_answer_value_new_list ((const char *const *) taken);
  return taken[0] != NULL ? dd_answer_value_new_text (taken[0]) : NULL;
}

/* --- Object --- */

static void
dd_choice_editor_finalize (GObject *object)
{
  DdChoiceEditor *self = DD_CHOICE_EDITOR (object);

  g_ptr_array_unref (self->buttons);
  g_strfreev (self->values);
  G_OBJECT_CLASS (dd_choice_editor_parent_class)->finalize (object);
}

static void
dd_choice_editor_class_init (DdChoiceEditorClass *klass)
{
  DdQuestionEditorClass *editor_class = DD_QUESTION_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dd_choice_editor_finalize;
  editor_class->build = build;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
}

static void
dd_choice_editor_init (DdChoiceEditor *self)
{
  self->buttons = g_ptr_array_new ();
}
