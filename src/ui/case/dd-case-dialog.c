/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-dialog.h"

#include "case/dd-date-row.h"
#include "dd-records.h"
#include "dd-ui.h"
#include "dd-window.h"

#include <glib/gi18n.h>
#include <math.h>

struct _DdCaseDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkButton *apply;
  GtkLabel *subject;
  AdwComboRow *party;
  AdwComboRow *person;
  AdwActionRow *duration;
  GtkSpinButton *days;
  DdDateRow *date;
  AdwEntryRow *address;
  AdwEntryRow *text;
  GtkLabel *problem;

  /* Owned references */
  DdCaseSession *session;
  DdCaseEdit *edit;
  GtkWidget *parent; /* says in a toast what was done */
  GPtrArray *people; /* (nullable) (element-type DdPerson): after nobody, in the row's order */
};

G_DEFINE_FINAL_TYPE (DdCaseDialog, dd_case_dialog, ADW_TYPE_WINDOW)

/* What is asked for each kind of edit; titles are to be translated. */
typedef struct
{
  const char *title;
  const char *apply;
  const char *text; /* (nullable): the title of the entry */
  const char *date; /* (nullable): the title of the date */
  gboolean needs_text;
} Form;

static const Form forms[DD_N_CASE_EDITS] = {
  [DD_CASE_EDIT_FINISH] = { N_ ("Condition Met"), N_ ("_Met"), N_ ("_Evidence"), N_ ("_Met On") },
  [DD_CASE_EDIT_SKIP] = { N_ ("Skip Activity"), N_ ("_Skip"), N_ ("_Reason"), NULL, TRUE },
  [DD_CASE_EDIT_WAIT] = { N_ ("Wait"), N_ ("_Wait"), N_ ("_Reason"), NULL, TRUE },
  [DD_CASE_EDIT_DURATION] = { N_ ("Change Duration"), N_ ("C_hange"), N_ ("_Reason"), NULL, TRUE },
  [DD_CASE_EDIT_NOT_BEFORE] = { N_ ("Move Activity"), N_ ("_Move"), N_ ("_Reason"),
                                N_ ("_Not Before") },
  [DD_CASE_EDIT_ASSIGN] = { N_ ("Assign Activity"), N_ ("_Assign") },
  [DD_CASE_EDIT_NOTE] = { N_ ("Note"), N_ ("_Save"), N_ ("_Note") },
  [DD_CASE_EDIT_LINK] = { N_ ("Add Link"), N_ ("_Add"), N_ ("_Title (Optional)") },
  [DD_CASE_EDIT_MEET_INPUT] = { N_ ("Required Input"), N_ ("_Record"), N_ ("_Evidence"),
                                N_ ("_There Since") },
  [DD_CASE_EDIT_INCLUDE] = { N_ ("In Scope"), N_ ("_Decide"), N_ ("_Reason"), NULL, TRUE },
  [DD_CASE_EDIT_EXCLUDE] = { N_ ("Out of Scope"), N_ ("_Decide"), N_ ("_Reason"), NULL, TRUE },
  [DD_CASE_EDIT_ENGAGE] = { N_ ("Paid Engagement"), N_ ("_Propose"), N_ ("_What For (Optional)") },
  [DD_CASE_EDIT_AGREE] = { N_ ("Agree Plan"), N_ ("_Agree"), N_ ("Agreed _With") },
};

static const Form *
get_form (DdCaseDialog *self)
{
  return &forms[self->edit->kind];
}

static DdCalendar *
get_calendar (DdCaseDialog *self)
{
  DdCasePlan *plan = dd_case_session_get_plan (self->session);

  if (plan != NULL && plan->inputs->vendor != NULL)
    return plan->inputs->vendor;
  return dd_context_get_calendar (dd_case_session_get_context (self->session));
}

/* --- Reading what was typed --- */

static char *
typed_in (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* The beginning of the date that was typed; of the date that was there before, the instant that
 * was. */
static gint64
typed_instant (DdCaseDialog *self)
{
  g_autofree char *date = dd_date_row_get_date (self->date);
  g_autofree char *before = NULL;

  if (date == NULL)
    return DD_INSTANT_NONE;
  if (self->edit->instant != DD_INSTANT_NONE)
    before = dd_calendar_format (get_calendar (self), self->edit->instant, "%Y-%m-%d");
  if (g_strcmp0 (before, date) == 0)
    return self->edit->instant;
  return dd_calendar_parse_instant (get_calendar (self), date, FALSE, NULL);
}

static void
read_form (DdCaseDialog *self)
{
  const Form *form = get_form (self);
  DdCaseEdit *edit = self->edit;

  if (form->text != NULL)
    {
      g_free (edit->text);
      edit->text = typed_in (self->text);
    }
  if (form->date != NULL)
    edit->instant = typed_instant (self);
  g_free (edit->address);
  edit->address = typed_in (self->address);
  edit->party = adw_combo_row_get_selected (self->party) == 0 ? DD_PARTY_CUSTOMER : DD_PARTY_VENDOR;
  if (edit->kind == DD_CASE_EDIT_DURATION)
    edit->minutes = (gint64) round (gtk_spin_button_get_value (self->days)
                                    * dd_calendar_get_minutes_per_day (get_calendar (self)));
  if (edit->kind == DD_CASE_EDIT_ASSIGN)
    {
      guint place = adw_combo_row_get_selected (self->person);

      g_free (edit->text);
      edit->text = place == 0 || place == GTK_INVALID_LIST_POSITION
                       ? NULL
                       : g_strdup (dd_record_get_id (g_ptr_array_index (self->people, place - 1)));
    }
}

static void
update_apply (DdCaseDialog *self)
{
  g_autofree char *text = typed_in (self->text);
  g_autofree char *address = typed_in (self->address);
  gboolean complete = (text != NULL || !get_form (self)->needs_text)
                      && (address != NULL || self->edit->kind != DD_CASE_EDIT_LINK)
                      && dd_date_row_is_valid (self->date);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.apply", complete);
}

/* --- Applying --- */

static const char *
find_name (DdCaseDialog *self)
{
  DdCasePlan *plan = dd_case_session_get_plan (self->session);
  DdRecord *activity = NULL;

  if (plan != NULL && self->edit->activity != NULL)
    activity = dd_case_file_find_activity (plan->file, self->edit->activity);
  return activity != NULL ? dd_record_get_name (activity) : NULL;
}

static void
on_applied (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdCaseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (dd_case_session_edit_finish (self->session, result, &error))
    {
      words = dd_case_edit_to_words (self->edit, find_name (self));
      dd_window_toast (self->parent, words, TRUE);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  update_apply (self);
}

static void
on_apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCaseDialog *self = DD_CASE_DIALOG (widget);

  read_form (self);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_action_set_enabled (widget, "dialog.apply", FALSE);
  dd_case_session_edit_async (self->session, dd_case_edit_copy (self->edit), on_applied,
                              g_object_ref (self));
}

/* --- People --- */

/* Who of the vendor's team there is, by name. */
static gboolean
load_people (DdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (&dd_person_entity);
  GPtrArray **people = data;

  dd_query_match_text (query, "customer_id", DD_QUERY_IS, NULL);
  dd_query_order_by (query, "name", FALSE);
  *people = dd_records_query (connection, query, error);
  return *people != NULL;
}

static void
people_free (gpointer data)
{
  g_clear_pointer ((GPtrArray **) data, g_ptr_array_unref);
  g_free (data);
}

static void
show_people (DdCaseDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("Nobody"));
  for (guint i = 0; i < self->people->len; i++)
    {
      DdRecord *person = g_ptr_array_index (self->people, i);

      gtk_string_list_append (names, dd_record_get_name (person));
      if (g_strcmp0 (dd_record_get_id (person), self->edit->text) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->person, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->person, selected);
}

static void
on_people (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdCaseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;

  if (self->session == NULL)
    return;
  if (!dd_database_run_finish (DD_DATABASE (object), result, &data, &error))
    {
      gtk_label_set_text (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }
  self->people = g_steal_pointer ((GPtrArray **) data);
  show_people (self);
  update_apply (self);
}

/* --- Object --- */

static void
dd_case_dialog_dispose (GObject *object)
{
  DdCaseDialog *self = DD_CASE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_CASE_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->edit, dd_case_edit_free);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  G_OBJECT_CLASS (dd_case_dialog_parent_class)->dispose (object);
}

static void
dd_case_dialog_class_init (DdCaseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DD_TYPE_DATE_ROW);
  G_OBJECT_CLASS (klass)->dispose = dd_case_dialog_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-case-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DdCaseDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, DdCaseDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, DdCaseDialog, party);
  gtk_widget_class_bind_template_child (widget_class, DdCaseDialog, person);
  gtk_widget_class_bind_template_child (widget_class, DdCaseDialog, duration);
  gtk_widget_class_bind_template_child (widget_class, DdCaseDialog, days);
  gtk_widget_class_bind_template_child (widget_class, DdCaseDialog, date);
  gtk_widget_class_bind_template_child (widget_class, DdCaseDialog, address);
  gtk_widget_class_bind_template_child (widget_class, DdCaseDialog, text);
  gtk_widget_class_bind_template_child (widget_class, DdCaseDialog, problem);
  gtk_widget_class_install_action (widget_class, "dialog.apply", NULL, on_apply);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dd_case_dialog_init (DdCaseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->apply));
  g_signal_connect_swapped (self->address, "changed", G_CALLBACK (update_apply), self);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (update_apply), self);
  g_signal_connect_swapped (self->date, "changed", G_CALLBACK (update_apply), self);
}

/* --- Opening --- */

static void
show_title (DdCaseDialog *self)
{
  const char *name = find_name (self);
  const char *title = _ (get_form (self)->title);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_button_set_label (self->apply, _ (get_form (self)->apply));
  gtk_label_set_text (self->subject, name != NULL ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subject), name != NULL);
}

/* Shows the rows that the edit needs, with what it has already. */
static void
show_form (DdCaseDialog *self)
{
  const Form *form = get_form (self);
  const DdCaseEdit *edit = self->edit;
  g_autofree char *date = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->party), edit->kind == DD_CASE_EDIT_WAIT);
  gtk_widget_set_visible (GTK_WIDGET (self->person), edit->kind == DD_CASE_EDIT_ASSIGN);
  gtk_widget_set_visible (GTK_WIDGET (self->duration), edit->kind == DD_CASE_EDIT_DURATION);
  gtk_widget_set_visible (GTK_WIDGET (self->address), edit->kind == DD_CASE_EDIT_LINK);
  gtk_widget_set_visible (GTK_WIDGET (self->date), form->date != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->text), form->text != NULL);
  if (form->date != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date), _ (form->date));
  if (form->text != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text), _ (form->text));
  if (edit->instant != DD_INSTANT_NONE)
    date = dd_calendar_format (get_calendar (self), edit->instant, "%Y-%m-%d");
  dd_date_row_set_date (self->date, date);
  if (form->text != NULL && edit->text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->text), edit->text);
  if (edit->minutes >= 0)
    gtk_spin_button_set_value (self->days,
                               (double) edit->minutes
                                   / dd_calendar_get_minutes_per_day (get_calendar (self)));
}

DdCaseDialog *
dd_case_dialog_open (GtkWidget *parent, DdCaseSession *session, DdCaseEdit *edit)
{
  DdCaseDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (DD_IS_CASE_SESSION (session), NULL);
  g_return_val_if_fail (forms[edit->kind].title != NULL, NULL);
  self = g_object_new (DD_TYPE_CASE_DIALOG, "transient-for", gtk_widget_get_root (parent), NULL);
  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->edit = edit;
  show_title (self);
  show_form (self);
  update_apply (self);
  if (edit->kind == DD_CASE_EDIT_ASSIGN)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.apply", FALSE);
      dd_database_run_async (dd_context_get_database (dd_case_session_get_context (session)),
                             load_people, g_new0 (GPtrArray *, 1), people_free, NULL, on_people,
                             g_object_ref (self));
    }
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
