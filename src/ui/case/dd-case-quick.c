/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-quick.h"

#include "dd-case-actions.h"
#include "dd-window.h"

#include <glib/gi18n.h>

typedef struct
{
  char *words;   /* (owned): what is told when it is done */
  char *user;    /* (owned) */
  char *case_id; /* (owned) */
  gint64 now;
  DdCaseStep step; /* its texts are owned */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->words);
  g_free (self->user);
  g_free (self->case_id);
  g_free ((char *) self->step.activity);
  g_free ((char *) self->step.text);
  g_free ((char *) self->step.row_id);
  g_free (self);
}

static gboolean
run_step (DdConnection *connection, gpointer data, GError **error)
{
  const Job *self = data;
  const DdActor actor = { .user = self->user, .now = self->now };

  return dd_case_actions_take (connection, &actor, self->case_id, &self->step, error);
}

static gboolean
run_delete (DdConnection *connection, gpointer data, GError **error)
{
  const Job *self = data;
  const DdActor actor = { .user = self->user, .now = self->now };

  return dd_case_actions_delete (connection, &actor, self->case_id, error);
}

static void
on_done (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  gpointer job;

  if (dd_database_run_finish (DD_DATABASE (object), result, &job, &error))
    dd_window_toast (widget, ((Job *) job)->words, TRUE);
  else
    dd_window_toast_error (widget, error);
}

/* Does @func; @words (transfer full). */
static void
run (GtkWidget *widget,
     DdContext *context,
     DdConnectionFunc func,
     const char *case_id,
     const DdCaseStep *step,
     char *words)
{
  Job *job = g_new0 (Job, 1);

  job->words = words;
  job->user = dd_context_get_user (context);
  job->now = dd_context_get_now (context);
  job->case_id = g_strdup (case_id);
  if (step != NULL)
    job->step = (DdCaseStep){ step->kind, g_strdup (step->activity), g_strdup (step->text),
                              step->party, g_strdup (step->row_id) };
  dd_database_run_async (dd_context_get_database (context), func, job, job_free, NULL, on_done,
                         g_object_ref (widget));
}

void
dd_case_quick_take (GtkWidget *widget,
                    DdContext *context,
                    const char *case_id,
                    const DdCaseStep *step,
                    const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (step != NULL);
  run (widget, context, run_step, case_id, step, g_strdup (words));
}

void
dd_case_quick_delete (GtkWidget *widget, DdContext *context, const char *case_id, const char *title)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  run (widget, context, run_delete, case_id, NULL, g_strdup_printf (_ ("Deleted “%s”"), title));
}
