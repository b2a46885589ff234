/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The chart of a case in a file or on paper. Files are drawn and written beside the main loop. */

#include "config.h"

#include "case/dd-case-chart.h"
#include "case/dd-case-plan-private.h"
#include "dd-window.h"
#include "gantt/dd-chart-export.h"

#include <glib/gi18n.h>

#define EXPORT_WIDTH 1400

/* A file that is being written. */
typedef struct
{
  DdChart *chart; /* (owned) */
  GFile *file;    /* (owned) */
  DdChartFormat format;
  gboolean rtl;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  g_object_unref (self->chart);
  g_object_unref (self->file);
  g_free (self);
}

static DdChartExport
make_export (DdChart *chart, gboolean rtl)
{
  return (DdChartExport){ chart, { 0, 0 }, EXPORT_WIDTH, 2, rtl };
}

static void
write_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *self = data;
  DdChartExport export = make_export (self->chart, self->rtl);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = dd_chart_export (&export, self->format, &error);

  if (bytes == NULL
      || !g_file_replace_contents (self->file, g_bytes_get_data (bytes, NULL),
                                   g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                   cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_written (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    dd_window_toast (GTK_WIDGET (object), _ ("Exported the chart"), FALSE);
  else
    dd_window_toast_error (GTK_WIDGET (object), error);
}

static gboolean
is_rtl (DdCasePlanTab *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
on_chosen (GtkNativeDialog *dialog, int response, DdCasePlanTab *self)
{
  DdCasePlan *plan = dd_case_plan_tab_get_plan (self);

  if (response == GTK_RESPONSE_ACCEPT && plan != NULL)
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, on_written, NULL);
      Writing *writing = g_new0 (Writing, 1);

      writing->chart = dd_case_chart_new (plan);
      writing->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      writing->format = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "format"));
      writing->rtl = is_rtl (self);
      g_task_set_source_tag (task, on_chosen);
      g_task_set_task_data (task, writing, writing_free);
      g_task_run_in_thread (task, write_file);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static DdChartFormat
parse_format (const char *format)
{
  if (g_str_equal (format, "png"))
    return DD_CHART_PNG;
  return g_str_equal (format, "svg") ? DD_CHART_SVG : DD_CHART_PDF;
}

/* A file name after the case: without what a path would make of it. */
static char *
suggest_name (DdCasePlan *plan, const char *format)
{
  g_autofree char *title =
      g_strdup_printf ("%s %s", dd_record_get_name (DD_RECORD (plan->customer)),
                       dd_record_get_text (plan->file->record, "product"));

  g_strdelimit (title, "/\\:", '-');
  return g_strdup_printf ("%s.%s", title, format);
}

void
dd_case_plan_tab_export (DdCasePlanTab *self, const char *format)
{
  DdCasePlan *plan = dd_case_plan_tab_get_plan (self);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *name = suggest_name (plan, format);
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Export the Chart"), window, GTK_FILE_CHOOSER_ACTION_SAVE,
                                   _ ("_Export"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_object_set_data (G_OBJECT (dialog), "format", GINT_TO_POINTER (parse_format (format)));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- Printing --- */

static DdChartExport
export_of_print (GtkPrintOperation *print)
{
  return make_export (g_object_get_data (G_OBJECT (print), "chart"),
                      gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
}

static void
on_begin_print (GtkPrintOperation *print, GtkPrintContext *context)
{
  DdChartExport export = export_of_print (print);

  gtk_print_operation_set_n_pages (
      print, (int) dd_chart_export_count_pages (&export, gtk_print_context_get_width (context),
                                                gtk_print_context_get_height (context)));
}

static void
on_draw_page (GtkPrintOperation *print, GtkPrintContext *context, int page)
{
  DdChartExport export = export_of_print (print);

  dd_chart_export_draw_page (&export, gtk_print_context_get_cairo_context (context),
                             gtk_print_context_get_width (context),
                             gtk_print_context_get_height (context), (guint) page);
}

void
dd_case_plan_tab_print (DdCasePlanTab *self)
{
  DdCasePlan *plan = dd_case_plan_tab_get_plan (self);
  g_autoptr (GtkPrintOperation) print = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (print, setup);
  gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (print, dd_record_get_name (plan->file->record));
  gtk_print_operation_set_allow_async (print, TRUE);
  g_object_set_data_full (G_OBJECT (print), "chart", dd_case_chart_new (plan), g_object_unref);
  g_signal_connect (print, "begin-print", G_CALLBACK (on_begin_print), NULL);
  g_signal_connect (print, "draw-page", G_CALLBACK (on_draw_page), NULL);
  if (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    dd_window_toast_error (GTK_WIDGET (self), error);
}
