/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-form-move-dialog.h"

#include "dd-ui.h"
#include "dd-window.h"
#include "forms/dd-form-words.h"

#include <glib/gi18n.h>

struct _DdFormMoveDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkBox *groups;
  GtkLabel *problem;

  /* Owned references */
  DdFormSession *session;
  GtkWidget *parent; /* says in a toast what was done */
};

G_DEFINE_FINAL_TYPE (DdFormMoveDialog, dd_form_move_dialog, ADW_TYPE_WINDOW)

/* --- What becomes of the answers --- */

static const char *const titles[] = {
  [DD_MOVE_KEPT] = N_ ("Kept"),
  [DD_MOVE_MAPPED] = N_ ("Carried Over"),
  [DD_MOVE_CHECK] = N_ ("To Be Checked"),
  [DD_MOVE_DROPPED] = N_ ("No Longer Asked"),
};

/* What wants to be looked at first. */
static const DdMoveOutcome order[] = { DD_MOVE_CHECK, DD_MOVE_DROPPED, DD_MOVE_MAPPED,
                                       DD_MOVE_KEPT };

static const char *const descriptions[] = {
  [DD_MOVE_KEPT] = N_ ("The same answer to the same question."),
  [DD_MOVE_MAPPED] =
      N_ ("The question has another name or other choices; the answer says the same."),
  [DD_MOVE_CHECK] = N_ ("Taken over, but it does not suit the new question."),
  [DD_MOVE_DROPPED] = N_ ("The new edition has no such question. The answers are kept beside it."),
};

/* The answer, and why it must be looked at. */
static char *
describe (DdQuestionnaire *old, const DdEditionMoveEntry *entry)
{
  const DdQuestion *before = old != NULL ? dd_questionnaire_find_question (old, entry->from) : NULL;
  g_autofree char *words = entry->question != NULL
                               ? dd_question_describe (entry->question, entry->after)
                           : before != NULL ? dd_question_describe (before, entry->before)
                                            : dd_answer_value_to_words (entry->before);
  g_autofree char *text = dd_form_words_cut (words);

  return entry->reason != NULL ? g_strdup_printf ("%s\n%s", text, entry->reason)
                               : g_steal_pointer (&text);
}

static GtkWidget *
make_row (DdQuestionnaire *old, const DdEditionMoveEntry *entry)
{
  const DdQuestion *before = old != NULL ? dd_questionnaire_find_question (old, entry->from) : NULL;
  g_autofree char *words = describe (old, entry);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->question != NULL
                                                                ? entry->question->label
                                                            : before != NULL ? before->label
                                                                             : entry->from);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* What only is kept needs no list, just its number. */
static void
add_group (DdFormMoveDialog *self, DdEditionMove *move, DdMoveOutcome outcome)
{
  guint n = dd_edition_move_count (move, outcome);
  DdQuestionnaire *old = dd_form_session_get_stored (self->session)->questionnaire;
  GtkWidget *group = adw_preferences_group_new ();
  /* Translators: what becomes of answers, and of how many */
  g_autofree char *title = g_strdup_printf (_ ("%s: %u"), _ (titles[outcome]), n);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ (descriptions[outcome]));
  for (guint i = 0; outcome != DD_MOVE_KEPT && i < move->entries->len; i++)
    {
      const DdEditionMoveEntry *entry = g_ptr_array_index (move->entries, i);

      if (entry->outcome == outcome)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (old, entry));
    }
  gtk_box_append (self->groups, group);
}

static void
show_move (DdFormMoveDialog *self)
{
  g_autoptr (DdEditionMove) move =
      dd_case_form_preview_move (dd_form_session_get_stored (self->session));

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (dd_edition_move_count (move, order[i]) > 0)
      add_group (self, move, order[i]);
}

/* --- Moving --- */

static void
on_moved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdFormMoveDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (dd_form_session_edit_finish (DD_FORM_SESSION (object), result, &error))
    {
      dd_window_toast (self->parent, _ ("Moved to the new edition"), TRUE);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
on_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdFormMoveDialog *self = DD_FORM_MOVE_DIALOG (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_action_set_enabled (widget, "dialog.move", FALSE);
  dd_form_session_move_async (self->session, on_moved, g_object_ref (self));
}

/* --- Object --- */

static void
dd_form_move_dialog_dispose (GObject *object)
{
  DdFormMoveDialog *self = DD_FORM_MOVE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_FORM_MOVE_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->parent);
  G_OBJECT_CLASS (dd_form_move_dialog_parent_class)->dispose (object);
}

static void
dd_form_move_dialog_class_init (DdFormMoveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_form_move_dialog_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-form-move-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DdFormMoveDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, DdFormMoveDialog, problem);
  gtk_widget_class_install_action (widget_class, "dialog.move", NULL, on_move);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dd_form_move_dialog_init (DdFormMoveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DdFormMoveDialog *
dd_form_move_dialog_open (GtkWidget *parent, DdFormSession *session)
{
  DdFormMoveDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (DD_IS_FORM_SESSION (session), NULL);
  self =
      g_object_new (DD_TYPE_FORM_MOVE_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  show_move (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
