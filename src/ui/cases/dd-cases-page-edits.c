/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done with the selected case from the list: each is one action of the journal, to be
 * undone.
 */

#include "config.h"

#include "cases/dd-cases-page-private.h"

#include "case/dd-case-dialog.h"
#include "case/dd-case-quick.h"

#include <glib/gi18n.h>

/* --- Steps --- */

static void
on_done (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasesPage *self = DD_CASES_PAGE (widget);
  DdCaseSummary *summary = dd_cases_page_get_selected (self);
  const DdCaseStep step = { .kind = DD_CASE_STEP_FINISH, .activity = summary->next_activity };
  g_autofree char *words = g_strdup_printf (_ ("Marked “%s” done"), summary->next_name);

  dd_case_quick_take (widget, dd_page_get_context (DD_PAGE (self)), summary->id, &step, words);
}

static void
on_resume (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasesPage *self = DD_CASES_PAGE (widget);
  const DdCaseStep step = { .kind = DD_CASE_STEP_RESUME_ALL };

  dd_case_quick_take (widget, dd_page_get_context (DD_PAGE (self)),
                      dd_cases_page_get_selected (self)->id, &step, _ ("Resumed the case"));
}

/* Not asked about: an undo brings it back. */
static void
on_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasesPage *self = DD_CASES_PAGE (widget);
  DdCaseSummary *summary = dd_cases_page_get_selected (self);

  dd_case_quick_delete (widget, dd_page_get_context (DD_PAGE (self)), summary->id, summary->title);
}

/* --- Steps that ask first --- */

static void
on_wait (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasesPage *self = DD_CASES_PAGE (widget);
  DdCaseSummary *summary = dd_cases_page_get_selected (self);
  g_autoptr (DdCaseSession) session =
      dd_case_session_new (dd_page_get_context (DD_PAGE (self)), summary->id);

  dd_case_dialog_open (widget, session, dd_case_edit_new (DD_CASE_EDIT_WAIT, NULL));
}

/* The case that is asked about stays the same, whatever is selected meanwhile. */
static void
on_close_response (AdwMessageDialog *dialog, const char *response, DdCasesPage *self)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  const char *id = g_object_get_data (G_OBJECT (dialog), "case");
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  const DdCaseStep step = { .kind = DD_CASE_STEP_CLOSE, .text = note[0] != '\0' ? note : NULL };

  if (g_str_equal (response, "close-case"))
    dd_case_quick_take (GTK_WIDGET (self), dd_page_get_context (DD_PAGE (self)), id, &step,
                        _ ("Closed the case"));
}

static GtkWidget *
new_note_entry (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("How it ended (optional)"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Closing note"), -1);
  return entry;
}

static void
on_close (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasesPage *self = DD_CASES_PAGE (widget);
  DdCaseSummary *summary = dd_cases_page_get_selected (self);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkWidget *dialog = adw_message_dialog_new (window, _ ("Close Case?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("“%s” is delivered then, and what still waits ends."),
                                  summary->title);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_note_entry ());
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "close-case", _ ("C_lose Case"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close-case",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close-case");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "case", g_strdup (summary->id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- Installing --- */

void
dd_cases_page_update_edits (DdCasesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  DdCaseSummary *summary = dd_cases_page_get_selected (self);
  gboolean open = summary != NULL && dd_case_summary_is_open (summary);

  gtk_widget_action_set_enabled (widget, "cases.done", open && summary->next_activity != NULL);
  gtk_widget_action_set_enabled (widget, "cases.wait", open && !summary->waiting);
  gtk_widget_action_set_enabled (widget, "cases.resume", open && summary->waiting);
  gtk_widget_action_set_enabled (widget, "cases.close", open);
  gtk_widget_action_set_enabled (widget, "cases.delete", summary != NULL);
}

void
dd_cases_page_class_install_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "cases.done", NULL, on_done);
  gtk_widget_class_install_action (widget_class, "cases.wait", NULL, on_wait);
  gtk_widget_class_install_action (widget_class, "cases.resume", NULL, on_resume);
  gtk_widget_class_install_action (widget_class, "cases.close", NULL, on_close);
  gtk_widget_class_install_action (widget_class, "cases.delete", NULL, on_delete);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "cases.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "cases.done",
                                       NULL);
}
