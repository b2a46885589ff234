/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cases/dd-case-feed.h"

#include <glib/gi18n.h>

/* With more cases than these the closed ones are read after the others. */
#define MANY 500

struct _DdCaseFeed
{
  GObject parent_instance;

  /* Owned references */
  DdContext *context;
  DdCaseList *list;
  GError *error; /* (nullable): of the last reading */

  gboolean loaded;   /* once, at least */
  gboolean complete; /* closed ones, too */
  gboolean began;    /* the open ones were read */
  gboolean loading;  /* a reading is under way */
  gboolean stale;    /* something changed since it began */
};

enum
{
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DdCaseFeed, dd_case_feed, G_TYPE_OBJECT)
static G_DEFINE_QUARK (dd - case -feed, feed)

    /* --- Reading --- */

    typedef struct
{
  DdCalendar *calendar; /* (owned) */
  GPtrArray *summaries; /* (owned) (nullable) */
  gboolean first;       /* somebody waits for it */
  gboolean open_only;   /* closed ones were left for later */
} LoadJob;

static void
load_job_free (gpointer data)
{
  LoadJob *job = data;

  dd_calendar_unref (job->calendar);
  g_clear_pointer (&job->summaries, g_ptr_array_unref);
  g_free (job);
}

/* Most of many cases are closed, and what is looked at first are the open ones. */
static gboolean
run_load (DdConnection *connection, gpointer data, GError **error)
{
  LoadJob *job = data;
  gint64 n = 0;

  if (job->first
      && !dd_connection_get_int64 (connection, "SELECT count (*) FROM cases",
                                   _ ("Reading the cases"), &n, error))
    return FALSE;
  job->open_only = n > MANY;
  job->summaries = job->open_only ? dd_case_summary_load_open (connection, job->calendar, error)
                                  : dd_case_summary_load_all (connection, job->calendar, error);
  return job->summaries != NULL;
}

static void
load (DdCaseFeed *self);

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdCaseFeed) self = user_data;
  gpointer data = NULL;

  self->loading = FALSE;
  g_clear_error (&self->error);
  if (dd_database_run_finish (DD_DATABASE (object), result, &data, &self->error))
    {
      LoadJob *job = data;

      self->complete = !job->open_only;
      self->loaded = self->complete || job->summaries->len > 0;
      self->stale |= job->open_only;
      self->began = TRUE;
      dd_case_list_update (self->list, job->summaries);
    }
  g_signal_emit (self, signals[LOADED], 0);
  if (self->stale)
    load (self);
}

static void
load (DdCaseFeed *self)
{
  LoadJob *job;

  self->stale = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  job = g_new0 (LoadJob, 1);
  job->first = !self->began;
  job->calendar = dd_calendar_ref (dd_context_get_calendar (self->context));
  dd_database_run_async (dd_context_get_database (self->context), run_load, job, load_job_free,
                         NULL, on_loaded, g_object_ref (self));
}

/* --- Object --- */

static void
dd_case_feed_dispose (GObject *object)
{
  DdCaseFeed *self = DD_CASE_FEED (object);

  if (self->context != NULL)
    {
      g_object_set_qdata (G_OBJECT (self->context), feed_quark (), NULL);
      g_signal_handlers_disconnect_by_data (self->context, self);
    }
  g_clear_object (&self->context);
  g_clear_object (&self->list);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (dd_case_feed_parent_class)->dispose (object);
}

static void
dd_case_feed_class_init (DdCaseFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_case_feed_dispose;
  signals[LOADED] = g_signal_new ("loaded", DD_TYPE_CASE_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
dd_case_feed_init (DdCaseFeed *self)
{
  self->list = dd_case_list_new ();
}

/* --- Public --- */

DdCaseFeed *
dd_case_feed_get (DdContext *context)
{
  DdCaseFeed *self;

  g_return_val_if_fail (DD_IS_CONTEXT (context), NULL);
  self = g_object_get_qdata (G_OBJECT (context), feed_quark ());
  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (DD_TYPE_CASE_FEED, NULL);
  self->context = g_object_ref (context);
  /* Borrowed: the context does not keep what keeps the context. */
  g_object_set_qdata (G_OBJECT (context), feed_quark (), self);
  g_signal_connect_swapped (context, "changed", G_CALLBACK (load), self);
  load (self);
  return self;
}

DdCaseList *
dd_case_feed_get_list (DdCaseFeed *self)
{
  g_return_val_if_fail (DD_IS_CASE_FEED (self), NULL);
  return self->list;
}

gboolean
dd_case_feed_is_complete (DdCaseFeed *self)
{
  g_return_val_if_fail (DD_IS_CASE_FEED (self), FALSE);
  return self->complete;
}

gboolean
dd_case_feed_is_loaded (DdCaseFeed *self)
{
  g_return_val_if_fail (DD_IS_CASE_FEED (self), FALSE);
  return self->loaded;
}

const GError *
dd_case_feed_get_error (DdCaseFeed *self)
{
  g_return_val_if_fail (DD_IS_CASE_FEED (self), NULL);
  return self->error;
}
