/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-question-row.h"

#include "dd-ui.h"
#include "dd-window.h"
#include "forms/dd-form-words.h"

#include <glib/gi18n.h>

struct _DdQuestionRow
{
  AdwPreferencesRow parent_instance;

  /* Template widgets */
  GtkLabel *heading;
  GtkMenuButton *more;
  GtkLabel *help;
  AdwBin *place;
  GtkWidget *issue_box;
  GtkLabel *issue;
  GtkWidget *trouble;
  GtkLabel *trouble_text;
  GtkButton *keep;
  GtkButton *discard;
  GtkWidget *asking;
  GtkEntry *note;

  /* Owned references */
  DdFormSession *session;
  DdQuestionnaire *questionnaire; /* whose the question is */

  const DdQuestion *question;
  gboolean visited; /* the person was here and went on: what is missing may be told */
  gboolean noting;  /* a note is being written */
  gboolean filling; /* the note is set by us */
};

enum
{
  PROP_ASK_CUSTOMER = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (DdQuestionRow, dd_question_row, ADW_TYPE_PREFERENCES_ROW)

const DdQuestion *
dd_question_row_get_question (DdQuestionRow *self)
{
  g_return_val_if_fail (DD_IS_QUESTION_ROW (self), NULL);
  return self->question;
}

DdQuestionEditor *
dd_question_row_get_editor (DdQuestionRow *self)
{
  g_return_val_if_fail (DD_IS_QUESTION_ROW (self), NULL);
  return DD_QUESTION_EDITOR (adw_bin_get_child (self->place));
}

static DdRecord *
get_row (DdQuestionRow *self)
{
  DdCaseForm *stored = dd_form_session_get_stored (self->session);

  return stored != NULL ? dd_case_form_find_row (stored, self->question->id) : NULL;
}

static gboolean
is_marked (DdQuestionRow *self)
{
  return get_row (self) != NULL && dd_record_get_integer (get_row (self), "ask_customer") == TRUE;
}

static const char *
get_note (DdQuestionRow *self)
{
  return get_row (self) != NULL ? dd_record_get_text (get_row (self), "note") : NULL;
}

/* --- What it shows --- */

/* What is wrong is told when the person went on, not while they type. */
static void
show_issues (DdQuestionRow *self, const DdFormDraft *draft)
{
  DdForm *form = dd_form_session_get_form (self->session);
  GPtrArray *issues = dd_form_get_issues (form, self->question);
  g_autofree char *words = NULL;
  gboolean error;

  if (issues->len > 0 && (self->visited || draft == NULL))
    words = dd_form_words_issues (issues, self->visited);
  gtk_widget_set_visible (self->issue_box, words != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (dd_question_row_get_editor (self)),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               words != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (words == NULL)
    return;
  error = ((DdFormIssue *) g_ptr_array_index (issues, 0))->severity == DD_SEVERITY_ERROR;
  gtk_label_set_text (self->issue, words);
  gtk_widget_remove_css_class (self->issue_box, error ? "warning" : "error");
  gtk_widget_add_css_class (self->issue_box, error ? "error" : "warning");
}

static void
show_trouble (DdQuestionRow *self, const DdFormDraft *draft)
{
  gboolean conflict = draft != NULL && draft->state == DD_FORM_DRAFT_CONFLICT;
  gboolean failure = draft != NULL && draft->state == DD_FORM_DRAFT_FAILED;

  gtk_widget_set_visible (self->trouble, conflict || failure);
  if (!conflict && !failure)
    return;
  gtk_label_set_text (self->trouble_text, draft->message);
  gtk_button_set_label (self->keep, conflict ? _ ("_Keep Mine") : _ ("_Try Again"));
  gtk_button_set_label (self->discard, conflict ? _ ("_Use Theirs") : _ ("_Discard"));
}

/* What is being written stays; an empty note is shown only to be written. */
static void
show_note (DdQuestionRow *self)
{
  const char *note = get_note (self);

  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL || self->noting);
  if (self->noting)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->note), note != NULL ? note : "");
  self->filling = FALSE;
}

static void
show_mark (DdQuestionRow *self)
{
  if (gtk_widget_get_visible (self->asking) == is_marked (self))
    return;
  gtk_widget_set_visible (self->asking, is_marked (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ASK_CUSTOMER]);
}

static void
show_answered (DdQuestionRow *self)
{
  DdCalendar *calendar = dd_context_get_calendar (dd_form_session_get_context (self->session));
  g_autofree char *answered = dd_form_words_answered (get_row (self), calendar);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->heading), answered);
}

void
dd_question_row_update (DdQuestionRow *self)
{
  const DdFormDraft *draft;
  DdForm *form;

  g_return_if_fail (DD_IS_QUESTION_ROW (self));
  dd_question_editor_finish (dd_question_row_get_editor (self));
  form = dd_form_session_get_form (self->session);
  if (form == NULL || dd_form_get_questionnaire (form) != self->questionnaire)
    return;
  draft = dd_form_session_get_draft (self->session, self->question->id);
  dd_question_editor_set_value (dd_question_row_get_editor (self),
                                dd_form_session_get_value (self->session, self->question->id));
  gtk_widget_set_visible (GTK_WIDGET (self), dd_form_is_visible (form, self->question));
  show_mark (self);
  show_issues (self, draft);
  show_trouble (self, draft);
  show_note (self);
  show_answered (self);
}

/* --- The editor --- */

static void
on_changed (DdQuestionEditor *editor, DdQuestionRow *self)
{
  g_autoptr (DdAnswerValue) value = dd_question_editor_get_value (editor);

  dd_form_session_type (self->session, self->question->id, value);
}

static void
on_done (DdQuestionRow *self)
{
  self->visited = TRUE;
  dd_form_session_flush (self->session, self->question->id);
  dd_question_row_update (self);
}

void
dd_question_row_focus (DdQuestionRow *self)
{
  GtkWidget *editor;

  g_return_if_fail (DD_IS_QUESTION_ROW (self));
  editor = GTK_WIDGET (dd_question_row_get_editor (self));
  if (!gtk_widget_grab_focus (editor))
    gtk_widget_child_focus (editor, GTK_DIR_TAB_FORWARD);
}

/* --- The menu --- */

static void
on_edited (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdQuestionRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!dd_form_session_edit_finish (DD_FORM_SESSION (object), result, &error))
    dd_window_toast_error (GTK_WIDGET (self), error);
}

static void
on_cleared (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdQuestionRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (dd_form_session_edit_finish (DD_FORM_SESSION (object), result, &error))
    dd_window_toast (GTK_WIDGET (self), _ ("Took the answer away"), TRUE);
  else
    dd_window_toast_error (GTK_WIDGET (self), error);
}

static void
on_clear (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdQuestionRow *self = DD_QUESTION_ROW (widget);

  dd_form_session_clear_async (self->session, self->question->id, on_cleared, g_object_ref (self));
}

static void
on_note (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdQuestionRow *self = DD_QUESTION_ROW (widget);

  self->noting = TRUE;
  show_note (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
on_note_left (DdQuestionRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note))));
  const char *note = text[0] != '\0' ? text : NULL;

  self->noting = FALSE;
  if (g_strcmp0 (note, get_note (self)) == 0)
    show_note (self);
  else
    dd_form_session_note_async (self->session, self->question->id, note, on_edited,
                                g_object_ref (self));
}

static void
on_note_typed (DdQuestionRow *self)
{
  if (!self->filling)
    self->noting = TRUE;
}

static void
on_keep (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdQuestionRow *self = DD_QUESTION_ROW (widget);
  const DdFormDraft *draft = dd_form_session_get_draft (self->session, self->question->id);

  if (draft != NULL && draft->state == DD_FORM_DRAFT_CONFLICT)
    dd_form_session_keep_mine (self->session, self->question->id);
  else
    dd_form_session_flush (self->session, self->question->id);
}

static void
on_discard (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdQuestionRow *self = DD_QUESTION_ROW (widget);

  dd_form_session_take_theirs (self->session, self->question->id);
}

/* Made anew each time: who answered stands above it, and what is there to do below. */
static void
make_menu (GtkMenuButton *button, gpointer user_data)
{
  DdQuestionRow *self = user_data;
  DdCalendar *calendar = dd_context_get_calendar (dd_form_session_get_context (self->session));
  g_autofree char *answered = dd_form_words_answered (get_row (self), calendar);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) items = g_menu_new ();

  g_menu_append (items, _ ("_Ask the Customer"), "question.ask");
  g_menu_append (items, get_note (self) != NULL ? _ ("Edit _Note") : _ ("Add _Note"),
                 "question.note");
  if (dd_form_session_get_value (self->session, self->question->id) != NULL)
    g_menu_append (items, _ ("_Clear Answer"), "question.clear");
  g_menu_append_section (menu, answered, G_MENU_MODEL (items));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* --- Object --- */

static void
dd_question_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, is_marked (DD_QUESTION_ROW (object)));
}

static void
dd_question_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DdQuestionRow *self = DD_QUESTION_ROW (object);

  dd_form_session_ask_async (self->session, self->question->id, g_value_get_boolean (value),
                             on_edited, g_object_ref (self));
}

static void
dd_question_row_dispose (GObject *object)
{
  DdQuestionRow *self = DD_QUESTION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_QUESTION_ROW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->questionnaire, dd_questionnaire_unref);
  G_OBJECT_CLASS (dd_question_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DdQuestionRow, heading);
  gtk_widget_class_bind_template_child (widget_class, DdQuestionRow, more);
  gtk_widget_class_bind_template_child (widget_class, DdQuestionRow, help);
  gtk_widget_class_bind_template_child (widget_class, DdQuestionRow, place);
  gtk_widget_class_bind_template_child (widget_class, DdQuestionRow, issue_box);
  gtk_widget_class_bind_template_child (widget_class, DdQuestionRow, issue);
  gtk_widget_class_bind_template_child (widget_class, DdQuestionRow, trouble);
  gtk_widget_class_bind_template_child (widget_class, DdQuestionRow, trouble_text);
  gtk_widget_class_bind_template_child (widget_class, DdQuestionRow, keep);
  gtk_widget_class_bind_template_child (widget_class, DdQuestionRow, discard);
  gtk_widget_class_bind_template_child (widget_class, DdQuestionRow, asking);
  gtk_widget_class_bind_template_child (widget_class, DdQuestionRow, note);
}

static void
dd_question_row_class_init (DdQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_question_row_dispose;
  G_OBJECT_CLASS (klass)->get_property = dd_question_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = dd_question_row_set_property;
  props[PROP_ASK_CUSTOMER] =
      g_param_spec_boolean ("ask-customer", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "question.ask", "ask-customer");
  gtk_widget_class_install_action (widget_class, "question.note", NULL, on_note);
  gtk_widget_class_install_action (widget_class, "question.clear", NULL, on_clear);
  gtk_widget_class_install_action (widget_class, "question.keep", NULL, on_keep);
  gtk_widget_class_install_action (widget_class, "question.discard", NULL, on_discard);
}

static void
dd_question_row_init (DdQuestionRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->more, make_menu, self, NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_note_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->note), focus);
  g_signal_connect_swapped (self->note, "activate", G_CALLBACK (on_note_left), self);
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (on_note_typed), self);
}

static void
show_question (DdQuestionRow *self)
{
  const DdQuestion *question = self->question;
  g_autofree char *title = dd_form_words_title (question);
  g_autofree char *menu_name = NULL;

  gtk_label_set_markup (self->heading, title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), dd_form_words_text (question->label));
  gtk_label_set_text (self->help,
                      question->help != NULL ? dd_form_words_text (question->help) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help), question->help != NULL);
  /* Translators: what the menu of a question is called, for whoever does not see it */
  menu_name = g_strdup_printf (_ ("More about “%s”"), dd_form_words_text (question->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Note"), -1);
}

GtkWidget *
dd_question_row_new (DdFormSession *session, const DdQuestion *question)
{
  DdQuestionRow *self;
  GtkWidget *editor;

  g_return_val_if_fail (DD_IS_FORM_SESSION (session), NULL);
  g_return_val_if_fail (question != NULL, NULL);
  self = g_object_new (DD_TYPE_QUESTION_ROW, NULL);
  self->session = g_object_ref (session);
  self->question = question;
  self->questionnaire =
      dd_questionnaire_ref (dd_form_get_questionnaire (dd_form_session_get_form (session)));
  show_question (self);
  editor = dd_question_editor_new (question);
  adw_bin_set_child (self->place, editor);
  dd_question_row_update (self);
  g_signal_connect_object (editor, "changed", G_CALLBACK (on_changed), self, 0);
  g_signal_connect_object (editor, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
