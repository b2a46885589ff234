/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-form-exchange.h"

#include "dd-questionnaire-export.h"
#include "dd-window.h"
#include "forms/dd-form-file.h"
#include "forms/dd-form-import-dialog.h"

#include <glib/gi18n.h>

/* --- What both are about --- */

static const char *
get_case_id (DdFormSession *session)
{
  return dd_record_get_id (DD_RECORD (dd_form_session_get_stored (session)->record));
}

/* Shows @chooser (transfer full); @func gets it, @widget and the response, and lives as long as
 * they do. */
static void
show_chooser (GtkFileChooserNative *chooser,
              GtkWidget *widget,
              DdFormSession *session,
              GCallback func)
{
  g_object_set_data_full (G_OBJECT (chooser), "session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (chooser, "response", func, widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
drop_chooser (GtkNativeDialog *chooser)
{
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

/* --- Out --- */

static DdFormFormat
parse_format (const char *format)
{
  if (g_str_equal (format, "pdf"))
    return DD_FORM_PDF;
  return g_str_equal (format, "blank") ? DD_FORM_BLANK_PDF : DD_FORM_PAGE;
}

static void
on_exported (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (dd_database_run_finish (DD_DATABASE (object), result, NULL, &error))
    dd_window_toast (widget, _ ("Exported the questionnaire"), FALSE);
  else
    dd_window_toast_error (widget, error);
}

static void
on_place_chosen (GtkNativeDialog *chooser, int response, GtkWidget *widget)
{
  DdFormSession *session = g_object_get_data (G_OBJECT (chooser), "session");
  DdContext *context = dd_form_session_get_context (session);
  g_autoptr (GFile) file = NULL;
  DdFormFormat format =
      (DdFormFormat) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chooser), "format"));

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      dd_database_run_async (dd_context_get_database (context), dd_form_export_run,
                             dd_form_export_new (context, get_case_id (session), file, format),
                             dd_form_export_free, NULL, on_exported, g_object_ref (widget));
    }
  drop_chooser (chooser);
}

void
dd_form_exchange_export (GtkWidget *widget, DdFormSession *session, const char *format)
{
  DdFormFormat parsed = parse_format (format);
  DdCaseForm *stored = dd_form_session_get_stored (session);
  const DdQuestionnaireExport export = { .questionnaire = stored->questionnaire,
                                         .case_id = get_case_id (session) };
  g_autofree char *name =
      dd_questionnaire_export_make_name (&export, parsed == DD_FORM_PAGE ? ".html" : ".pdf");
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Export the Questionnaire"),
                                   GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));

  dd_form_session_flush (session, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_object_set_data (G_OBJECT (chooser), "format", GINT_TO_POINTER (parsed));
  show_chooser (chooser, widget, session, G_CALLBACK (on_place_chosen));
}

/* --- Back --- */

/* Whom the answer of the database's thread is for. */
typedef struct
{
  GtkWidget *widget;  /* (owned) */
  DdContext *context; /* (owned) */
} Reading;

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (GError) error = NULL;
  gpointer import = NULL;
  gboolean done = dd_database_run_finish (DD_DATABASE (object), result, &import, &error);

  if (done && gtk_widget_get_root (reading->widget) != NULL)
    {
      gtk_widget_activate_action (reading->widget, "win.case", "s",
                                  ((DdFormImport *) import)->case_id);
      dd_form_import_dialog_open (reading->widget, reading->context, import);
    }
  else
    dd_form_import_free (import);
  if (!done)
    dd_window_toast_error (reading->widget, error);
  g_object_unref (reading->widget);
  g_object_unref (reading->context);
  g_free (reading);
}

static void
read_answers (GtkWidget *widget, DdContext *context, const char *case_id, GFile *file)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->widget = g_object_ref (widget);
  reading->context = g_object_ref (context);
  dd_database_run_async (dd_context_get_database (context), dd_form_import_read,
                         dd_form_import_new (context, case_id, file), NULL, NULL, on_read, reading);
}

void
dd_form_exchange_open (GtkWidget *widget, DdFormSession *session, GFile *file)
{
  dd_form_session_flush (session, NULL);
  read_answers (widget, dd_form_session_get_context (session), get_case_id (session), file);
}

void
dd_form_exchange_receive (GtkWidget *widget, DdContext *context, GFile *file)
{
  if (g_file_peek_path (file) != NULL)
    read_answers (widget, context, NULL, file);
  else
    dd_window_toast (widget, _ ("The file is not on this computer; save it here and open it then"),
                     FALSE);
}

static void
on_file_chosen (GtkNativeDialog *chooser, int response, GtkWidget *widget)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      dd_form_exchange_open (widget, g_object_get_data (G_OBJECT (chooser), "session"), file);
    }
  drop_chooser (chooser);
}

void
dd_form_exchange_import (GtkWidget *widget, DdFormSession *session)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Import Answers"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  gtk_file_filter_set_name (filter, _ ("Answers"));
  gtk_file_filter_add_pattern (filter, "*" DD_ANSWERS_FILE_EXTENSION);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  show_chooser (chooser, widget, session, G_CALLBACK (on_file_chosen));
}
