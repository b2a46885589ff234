/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-form-import-dialog.h"

#include "dd-ui.h"
#include "dd-window.h"
#include "forms/dd-form-words.h"

#include <glib/gi18n.h>

struct _DdFormImportDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkLabel *who;
  GtkBox *groups;
  GtkLabel *problem;

  /* Owned references */
  DdContext *context;
  DdFormImport *import;
  GtkWidget *parent; /* says in a toast what was done */
};

G_DEFINE_FINAL_TYPE (DdFormImportDialog, dd_form_import_dialog, ADW_TYPE_WINDOW)

/* --- What it comes to --- */

/* What wants a decision first. */
static const struct
{
  DdImportKind kind;
  const char *title;
  const char *description;
} sections[] = {
  { DD_IMPORT_CONFLICT, N_ ("Changed on Both Sides"),
    N_ ("Answered here since the export, and otherwise by the customer. Checked: the customer’s "
        "answer.") },
  { DD_IMPORT_CHANGED, N_ ("Changed"), NULL },
  { DD_IMPORT_NEW, N_ ("New"), NULL },
  { DD_IMPORT_CLEARED, N_ ("Taken Away"), N_ ("The customer took these answers away.") },
  { DD_IMPORT_KEPT, N_ ("Changed Here"),
    N_ ("Answered here since the export; the customer left them as they were. They stay.") },
};

/* What is here, what came back, and what is wrong with it, a line each. */
static char *
describe (const DdImportEntry *entry)
{
  g_autofree char *here = dd_question_describe (entry->question, entry->here);
  g_autofree char *answer = dd_question_describe (entry->question, entry->answer);
  g_autofree char *before = dd_form_words_cut (here);
  g_autofree char *after = dd_form_words_cut (answer);
  GString *text = g_string_new (NULL);

  if (entry->here != NULL)
    g_string_append_printf (text, _ ("Here: %s"), before);
  if (entry->kind != DD_IMPORT_KEPT && entry->kind != DD_IMPORT_CLEARED)
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      g_string_append_printf (text, _ ("Customer: %s"), after);
    }
  if (entry->problem != NULL)
    g_string_append_printf (text, "\n%s", entry->problem);
  return g_string_free (text, FALSE);
}

static void
on_toggled (GtkCheckButton *button, DdImportEntry *entry)
{
  entry->take = gtk_check_button_get_active (button);
}

static GtkWidget *
make_row (DdImportEntry *entry)
{
  const char *title = dd_form_words_text (entry->question->label);
  g_autofree char *words = describe (entry);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (entry->kind == DD_IMPORT_KEPT)
    return row;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), entry->take);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), entry);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

static void
add_group (DdFormImportDialog *self, guint section)
{
  GPtrArray *entries = self->import->entries;
  guint n = dd_answers_import_count (entries, sections[section].kind);
  GtkWidget *group = adw_preferences_group_new ();
  /* Translators: what became of answers, and of how many */
  g_autofree char *title = g_strdup_printf (_ ("%s: %u"), _ (sections[section].title), n);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (sections[section].description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           _ (sections[section].description));
  for (guint i = 0; i < entries->len; i++)
    {
      DdImportEntry *entry = g_ptr_array_index (entries, i);

      if (entry->kind == sections[section].kind)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (entry));
    }
  gtk_box_append (self->groups, group);
}

static void
show_entries (DdFormImportDialog *self)
{
  const DdAnswersFile *file = self->import->file;
  g_autofree char *when = dd_calendar_format (dd_context_get_calendar (self->context),
                                              file->saved_at, _ ("%a %-d %b %Y %H:%M"));
  /* Translators: who answered, and when */
  g_autofree char *who = g_strdup_printf (_ ("Answered by %s, %s"), file->answered_by, when);
  guint n = 0;

  gtk_label_set_text (self->who, who);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (dd_answers_import_count (self->import->entries, sections[i].kind) > 0)
      {
        add_group (self, i);
        n++;
      }
  if (n > 0)
    return;
  gtk_label_set_text (self->problem, _ ("The file says nothing that is not here already."));
  gtk_widget_remove_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.take", FALSE);
}

/* --- Taking --- */

static guint
count_taken (DdFormImportDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->import->entries->len; i++)
    n += ((DdImportEntry *) g_ptr_array_index (self->import->entries, i))->take != FALSE;
  return n;
}

static void
on_taken (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdFormImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (dd_database_run_finish (DD_DATABASE (object), result, NULL, &error))
    {
      guint n = count_taken (self);
      g_autofree char *said =
          g_strdup_printf (ngettext ("Took %u answer", "Took %u answers", n), n);

      dd_window_toast (self->parent, said, n > 0);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->groups), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.take", TRUE);
}

/* The list stays as it is while it is taken: the database's thread reads it. */
static void
on_take (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdFormImportDialog *self = DD_FORM_IMPORT_DIALOG (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->groups), FALSE);
  gtk_widget_action_set_enabled (widget, "dialog.take", FALSE);
  dd_database_run_async (dd_context_get_database (self->context), dd_form_import_take, self->import,
                         NULL, NULL, on_taken, g_object_ref (self));
}

/* --- Object --- */

static void
dd_form_import_dialog_dispose (GObject *object)
{
  DdFormImportDialog *self = DD_FORM_IMPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_FORM_IMPORT_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->parent);
  G_OBJECT_CLASS (dd_form_import_dialog_parent_class)->dispose (object);
}

static void
dd_form_import_dialog_finalize (GObject *object)
{
  g_clear_pointer (&DD_FORM_IMPORT_DIALOG (object)->import, dd_form_import_free);
  G_OBJECT_CLASS (dd_form_import_dialog_parent_class)->finalize (object);
}

static void
dd_form_import_dialog_class_init (DdFormImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_form_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_form_import_dialog_finalize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-form-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DdFormImportDialog, who);
  gtk_widget_class_bind_template_child (widget_class, DdFormImportDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, DdFormImportDialog, problem);
  gtk_widget_class_install_action (widget_class, "dialog.take", NULL, on_take);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dd_form_import_dialog_init (DdFormImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DdFormImportDialog *
dd_form_import_dialog_open (GtkWidget *parent, DdContext *context, DdFormImport *import)
{
  DdFormImportDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (import->entries != NULL, NULL);
  self = g_object_new (DD_TYPE_FORM_IMPORT_DIALOG, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->context = g_object_ref (context);
  self->parent = g_object_ref (parent);
  self->import = import;
  show_entries (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
