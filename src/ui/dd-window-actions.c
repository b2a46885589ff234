/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window can be asked by name, by menus, keys and pages. */

#include "config.h"

#include "dd-window-private.h"

#include "dd-undo.h"
#include "delivery/dd-label.h"
#include "forms/dd-form-exchange.h"
#include "new-case/dd-new-case-window.h"

#include <glib/gi18n.h>

#define HELP_OVERLAY "/io/github/drydock/Drydock/shortcuts.ui"

static void
on_place (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_window_show_place (DD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_show_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdWindow *self = DD_WINDOW (widget);

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_grab_focus (GTK_WIDGET (self->places));
}

static void
on_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdPage *page = dd_window_get_page (DD_WINDOW (widget));

  if (page != NULL)
    dd_page_search (page);
}

/* Words that were typed elsewhere, in the desktop's search. */
static void
on_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdWindow *self = DD_WINDOW (widget);

  dd_window_show_place (self, "cases");
  gtk_widget_activate_action_variant (GTK_WIDGET (dd_window_get_page (self)), "cases.find",
                                      parameter);
}

static void
on_new_case (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdWindow *self = DD_WINDOW (widget);

  gtk_window_present (
      GTK_WINDOW (dd_new_case_window_new (GTK_WINDOW (self), dd_window_get_context (self))));
}

static void
on_case (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_window_show_case (DD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_activity (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *case_id, *activity;

  g_variant_get (parameter, "(&s&s)", &case_id, &activity);
  dd_window_show_activity (DD_WINDOW (widget), case_id, activity);
}

static void
on_answers (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdContext *context = dd_window_get_context (DD_WINDOW (widget));
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  dd_form_exchange_receive (widget, context, file);
}

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_window_go_back (DD_WINDOW (widget));
}

static gboolean
on_back_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return dd_window_go_back (DD_WINDOW (widget));
}

/* Whoever types means the entry, and does not want to leave it with all that was typed. */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (focus != NULL && GTK_IS_EDITABLE (focus))
    return GDK_EVENT_PROPAGATE;
  return dd_window_go_back (DD_WINDOW (widget));
}

static void
on_open_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_window_open (DD_WINDOW (widget));
}

/* --- Undo and redo --- */

typedef struct
{
  DdJournalKind kind;
  char *user; /* (owned) */
  gint64 at;
  DdJournalEntry *done; /* (owned): what was taken back or done again */
} UndoJob;

static void
undo_job_free (gpointer data)
{
  UndoJob *job = data;

  g_free (job->user);
  g_clear_pointer (&job->done, dd_journal_entry_free);
  g_free (job);
}

static gboolean
run_undo (DdConnection *connection, gpointer data, GError **error)
{
  UndoJob *job = data;

  job->done = dd_undo_run (connection, job->kind, job->user, NULL, job->at, error);
  return job->done != NULL;
}

/* Says what was undone; what has no label of its own is just "the last change". */
static char *
describe (const UndoJob *job)
{
  g_autofree char *label = NULL;

  if (job->done->label == NULL)
    return g_strdup (job->kind == DD_JOURNAL_UNDO ? _ ("The last change was undone")
                                                  : _ ("The change was made again"));
  label = dd_label_format (job->done->label, (const char *const *) job->done->arguments);
  /* Translators: %s is what somebody did: "Marked “Test” done" */
  return g_strdup_printf (job->kind == DD_JOURNAL_UNDO ? _ ("Undone: %s") : _ ("Done again: %s"),
                          label);
}

static void
on_undone (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gpointer job;

  if (!dd_database_run_finish (DD_DATABASE (object), result, &job, &error))
    {
      dd_window_toast_error (GTK_WIDGET (self), error);
      return;
    }
  message = describe (job);
  dd_window_toast (GTK_WIDGET (self), message, FALSE);
}

static void
run_kind (DdWindow *self, DdJournalKind kind)
{
  UndoJob *job = g_new0 (UndoJob, 1);

  job->kind = kind;
  job->user = dd_context_get_user (self->context);
  job->at = dd_context_get_now (self->context);
  dd_database_run_async (dd_context_get_database (self->context), run_undo, job, undo_job_free,
                         NULL, on_undone, g_object_ref (self));
}

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run_kind (DD_WINDOW (widget), DD_JOURNAL_UNDO);
}

static void
on_redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run_kind (DD_WINDOW (widget), DD_JOURNAL_REDO);
}

/* --- Keys --- */

/* Made when it is asked for: it has a widget or more for each key. */
static void
on_show_help_overlay (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (HELP_OVERLAY);
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

/* --- Installing --- */

/* Alt+1, Alt+2, … for the places in their order. */
static void
bind_places (GtkWidgetClass *widget_class)
{
  for (int i = 0; dd_places[i].name != NULL && i < 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.place",
                                         "s", dd_places[i].name);
}

void
dd_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.place", "s", on_place);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, on_show_sidebar);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.show-sidebar", NULL);
  gtk_widget_class_install_action (widget_class, "win.find", "s", on_find);
  gtk_widget_class_install_action (widget_class, "win.new-case", NULL, on_new_case);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.new-case",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   on_show_help_overlay);
  gtk_widget_class_install_action (widget_class, "win.case", "s", on_case);
  gtk_widget_class_install_action (widget_class, "win.activity", "(ss)", on_activity);
  gtk_widget_class_install_action (widget_class, "win.answers", "s", on_answers);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, on_back_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_install_action (widget_class, "win.open-again", NULL, on_open_again);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, on_redo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  dd_window_class_install_samples (widget_class);
  bind_places (widget_class);
}
