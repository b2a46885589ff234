/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-calendar-chooser.h"

#include "dd-calendar-file.h"

#include <glib/gi18n.h>

static void
on_response (GtkNativeDialog *dialog, int response, GtkWidget *widget)
{
  DdCalendarChooserFunc func = g_object_get_data (G_OBJECT (dialog), "func");
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    func (widget, file);
  g_object_unref (dialog);
}

void
dd_calendar_chooser_open (GtkWidget *widget, DdCalendarChooserFunc func)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("The Customer’s Working Calendar"),
                                   GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));
  gtk_file_filter_set_name (filter, _ ("Working calendars"));
  gtk_file_filter_add_pattern (filter, "*.calendar");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data (G_OBJECT (dialog), "func", func);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

DdCalendar *
dd_calendar_chooser_load (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    return dd_calendar_file_load (path, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("The file is not on this computer; copy it here first."));
  return NULL;
}
