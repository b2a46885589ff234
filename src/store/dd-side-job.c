/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdSideJob: a thread that first waits.
 *
 * Must not happen: a job that is neither finished nor dropped; whoever ends it knows that nothing
 * of it runs any more.
 */

#include "config.h"

#include "dd-side-job.h"

struct _DdSideJob
{
  DdSideJobFunc func;
  gpointer data;             /* (unowned) */
  gint64 begin;              /* monotonic microseconds */
  GCancellable *cancellable; /* (owned) */
  GThread *thread;           /* (owned) */

  GMutex mutex;
  GCond hurry;
  gboolean hurried; /* guarded by the mutex */
};

static void
wait_for_begin (DdSideJob *self)
{
  g_mutex_lock (&self->mutex);
  while (!self->hurried && g_cond_wait_until (&self->hurry, &self->mutex, self->begin))
    ;
  g_mutex_unlock (&self->mutex);
}

static gpointer
work (gpointer data)
{
  DdSideJob *self = data;

  wait_for_begin (self);
  if (!g_cancellable_is_cancelled (self->cancellable))
    self->func (self->data, self->cancellable);
  return NULL;
}

DdSideJob *
dd_side_job_new (const char *name, guint pause_ms, DdSideJobFunc func, gpointer data)
{
  DdSideJob *self = g_new0 (DdSideJob, 1);

  self->func = func;
  self->data = data;
  self->begin = g_get_monotonic_time () + (gint64) pause_ms * 1000;
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->hurry);
  self->thread = g_thread_new (name, work, self);
  return self;
}

void
dd_side_job_finish (DdSideJob *self)
{
  g_mutex_lock (&self->mutex);
  self->hurried = TRUE;
  g_cond_signal (&self->hurry);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  g_object_unref (self->cancellable);
  g_cond_clear (&self->hurry);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
dd_side_job_drop (DdSideJob *self)
{
  g_cancellable_cancel (self->cancellable);
  dd_side_job_finish (self);
}
