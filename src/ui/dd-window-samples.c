/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sample cases, to look around with: made when there is nothing else, and taken away again from the
 * main menu, which has that only while some are there. */

#include "config.h"

#include "dd-window-private.h"

#include "dd-sample-removal.h"
#include "dd-sample.h"

#include <glib/gi18n.h>

#define N_CASES 12
#define SEED    1

/* What the database's thread is told, and tells. */
typedef struct
{
  char *user; /* (owned) */
  gint64 now;
  gboolean there;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->user);
  g_free (job);
}

static void
run (DdWindow *self, DdConnectionFunc func, GAsyncReadyCallback callback)
{
  Job *job = g_new0 (Job, 1);

  job->user = dd_context_get_user (self->context);
  job->now = dd_context_get_now (self->context);
  dd_database_run_async (dd_context_get_database (self->context), func, job, job_free, NULL,
                         callback, g_object_ref (self));
}

/* --- Adding --- */

static gboolean
run_add (DdConnection *connection, gpointer data, GError **error)
{
  const Job *job = data;

  return dd_sample_make (connection, N_CASES, SEED, job->now, NULL, NULL, error);
}

static void
on_added (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (dd_database_run_finish (DD_DATABASE (object), result, NULL, &error))
    dd_window_toast (GTK_WIDGET (self), _ ("Sample cases added; the main menu removes them"),
                     FALSE);
  else
    dd_window_toast_error (GTK_WIDGET (self), error);
}

static void
on_add_samples (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run (DD_WINDOW (widget), run_add, on_added);
}

/* --- Removing --- */

static gboolean
run_remove (DdConnection *connection, gpointer data, GError **error)
{
  const Job *job = data;
  const DdActor actor = { .user = job->user, .now = job->now };

  return dd_sample_remove (connection, N_CASES, SEED, &actor, error);
}

static void
on_removed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (dd_database_run_finish (DD_DATABASE (object), result, NULL, &error))
    dd_window_toast (GTK_WIDGET (self), _ ("Sample cases removed"), TRUE);
  else
    dd_window_toast_error (GTK_WIDGET (self), error);
}

static void
on_remove_samples (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run (DD_WINDOW (widget), run_remove, on_removed);
}

/* --- What can be done --- */

static gboolean
run_look (DdConnection *connection, gpointer data, GError **error)
{
  Job *job = data;

  return dd_sample_is_there (connection, N_CASES, SEED, &job->there, error);
}

static void
on_looked (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdWindow) self = user_data;
  gpointer job = NULL;
  gboolean known = dd_database_run_finish (DD_DATABASE (object), result, &job, NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-samples",
                                 known && !((Job *) job)->there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-samples",
                                 known && ((Job *) job)->there);
}

void
dd_window_update_samples (DdWindow *self)
{
  run (self, run_look, on_looked);
}

void
dd_window_class_install_samples (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-samples", NULL, on_add_samples);
  gtk_widget_class_install_action (widget_class, "win.remove-samples", NULL, on_remove_samples);
}
