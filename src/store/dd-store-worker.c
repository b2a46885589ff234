/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdStoreWorker: one thread, one queue.
 *
 * Giving a job is O(1) and never waits. A worker that neither works nor ticks sleeps; one that
 * ticks wakes four times a second.
 *
 * Must not happen: the thread waiting for its own end. A task holds its source object, and whoever
 * drops the last reference to that stops the worker; so the thread must not drop a task's last
 * reference. The task's own answer goes through an idle source of its context, and it is not known
 * whether that ran before the thread lets go: therefore the thread never lets go, but attaches a
 * second source to the same context, which does.
 */

#include "config.h"

#include "dd-store-worker.h"

struct _DdStoreWorker
{
  gatomicrefcount ref_count; /* the maker's and the thread's */
  GThread *thread;           /* (owned) */
  GAsyncQueue *jobs;         /* (owned) (element-type Job) */
  int ticking;               /* atomic boolean */
  GMutex mutex;              /* of what those who wait wait for */
  GCond answered;
  gpointer state; /* (owned): the thread's alone */
  void (*tick) (gpointer state);
  GDestroyNotify state_free;
};

/* Somebody waits in dd_store_worker_run(). */
typedef struct
{
  gboolean answered; /* guarded by the worker's mutex */
  gboolean done;
  GCancellable *cancellable; /* (unowned) (nullable) */
  GError **error;            /* (unowned): where the error goes */
} Waiter;

/* Has a task or a waiter, or neither: then it only wakes the thread. */
typedef struct
{
  DdStoreWorkerFunc func;
  gpointer data;  /* (unowned) */
  GTask *task;    /* (owned) (nullable) */
  Waiter *waiter; /* (unowned) (nullable) */
  gboolean last;  /* the thread ends after it */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->task);
  g_free (job);
}

static gboolean
let_go (gpointer job)
{
  return G_SOURCE_REMOVE;
}

static void
hand_back (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, let_go, job, job_free);
  g_source_attach (source, g_task_get_context (job->task));
}

static void
answer_task (DdStoreWorker *self, Job *job)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  GError *error = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error)
      && job->func (self->state, job->data, cancellable, &error))
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, error);
  hand_back (job);
}

static void
answer_waiter (DdStoreWorker *self, Job *job)
{
  Waiter *waiter = job->waiter;
  gboolean done = !g_cancellable_set_error_if_cancelled (waiter->cancellable, waiter->error)
                  && job->func (self->state, job->data, waiter->cancellable, waiter->error);

  job_free (job);
  g_mutex_lock (&self->mutex);
  waiter->done = done;
  waiter->answered = TRUE;
  g_cond_broadcast (&self->answered);
  g_mutex_unlock (&self->mutex);
}

static void
answer (DdStoreWorker *self, Job *job)
{
  if (job->task != NULL)
    answer_task (self, job);
  else if (job->waiter != NULL)
    answer_waiter (self, job);
  else
    job_free (job);
}

/* Returns: (transfer full) (nullable): the next job, or nothing when it is time to tick */
static Job *
wait_for_job (DdStoreWorker *self)
{
  if (g_atomic_int_get (&self->ticking))
    return g_async_queue_timeout_pop (self->jobs, DD_STORE_WORKER_TICK_MS * 1000);
  return g_async_queue_pop (self->jobs);
}

static void
dd_store_worker_unref (DdStoreWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_async_queue_unref (self->jobs);
  g_thread_unref (self->thread);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->answered);
  g_free (self);
}

static gpointer
work (gpointer data)
{
  DdStoreWorker *self = data;
  gboolean last = FALSE;

  while (!last)
    {
      Job *job = wait_for_job (self);

      if (job != NULL)
        {
          last = job->last;
          answer (self, job);
        }
      self->tick (self->state);
    }
  self->state_free (self->state);
  dd_store_worker_unref (self);
  return NULL;
}

DdStoreWorker *
dd_store_worker_new (gpointer state, void (*tick) (gpointer state), GDestroyNotify state_free)
{
  DdStoreWorker *self = g_new0 (DdStoreWorker, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_inc (&self->ref_count);
  self->jobs = g_async_queue_new_full (job_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->answered);
  self->state = state;
  self->tick = tick;
  self->state_free = state_free;
  self->thread = g_thread_new ("drydock-store", work, self);
  return self;
}

static void
push (DdStoreWorker *self, Job job)
{
  g_async_queue_push (self->jobs, g_memdup2 (&job, sizeof job));
}

void
dd_store_worker_push (DdStoreWorker *self, DdStoreWorkerFunc func, GTask *task)
{
  push (self, (Job){ .func = func, .data = g_task_get_task_data (task), .task = task });
}

gboolean
dd_store_worker_run (DdStoreWorker *self,
                     DdStoreWorkerFunc func,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  Waiter waiter = { .cancellable = cancellable, .error = error };

  g_assert (self->thread != g_thread_self ());
  push (self, (Job){ .func = func, .data = data, .waiter = &waiter });
  g_mutex_lock (&self->mutex);
  while (!waiter.answered)
    g_cond_wait (&self->answered, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return waiter.done;
}

void
dd_store_worker_set_ticking (DdStoreWorker *self, gboolean ticking)
{
  g_atomic_int_set (&self->ticking, ticking);
  push (self, (Job){ .last = FALSE });
}

void
dd_store_worker_stop (DdStoreWorker *self)
{
  push (self, (Job){ .last = TRUE });
  if (self->thread != g_thread_self ())
    g_thread_join (g_thread_ref (self->thread));
  dd_store_worker_unref (self);
}
