/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdStoreWorker: jobs in order, answers where they belong, and an end that never waits for itself.
 */

#include "config.h"

#include "dd-store-worker.h"

/* What the thread works on: a counter, and a note of how it ended. */
typedef struct
{
  int done;
  int *ended; /* atomic (unowned) */
  GThread *thread;
} State;

static void
tick (gpointer data)
{
  State *state = data;

  g_assert_true (state->thread == NULL || state->thread == g_thread_self ());
  state->thread = g_thread_self ();
}

static void
state_free (gpointer data)
{
  State *state = data;

  g_atomic_int_inc (state->ended);
  g_main_context_wakeup (NULL);
  g_free (state);
}

static DdStoreWorker *
make_worker (int *ended)
{
  State *state = g_new0 (State, 1);

  state->ended = ended;
  return dd_store_worker_new (state, tick, state_free);
}

static gboolean
take_turn (gpointer data, gpointer expected, GCancellable *cancellable, GError **error)
{
  State *state = data;

  g_assert_cmpint (state->done, ==, GPOINTER_TO_INT (expected));
  state->done++;
  return TRUE;
}

static gboolean
refuse (gpointer data, gpointer nothing, GCancellable *cancellable, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is none.");
  return FALSE;
}

/* Sync and async jobs of one giver are done in one order. */
static void
test_order (void)
{
  int ended = 0;
  DdStoreWorker *worker = make_worker (&ended);

  for (int i = 0; i < 1000; i += 2)
    {
      GTask *task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_set_task_data (task, GINT_TO_POINTER (i), NULL);
      dd_store_worker_push (worker, take_turn, task);
      g_assert_true (dd_store_worker_run (worker, take_turn, GINT_TO_POINTER (i + 1), NULL, NULL));
    }
  dd_store_worker_stop (worker);
  g_assert_cmpint (ended, ==, 1);
}

static void
test_error (void)
{
  g_autoptr (GError) error = NULL;
  int ended = 0;
  DdStoreWorker *worker = make_worker (&ended);

  g_assert_false (dd_store_worker_run (worker, refuse, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  dd_store_worker_stop (worker);
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  int ended = 0;
  DdStoreWorker *worker = make_worker (&ended);

  g_cancellable_cancel (cancellable);
  g_assert_false (dd_store_worker_run (worker, refuse, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dd_store_worker_stop (worker);
}

static void
count_tick (gpointer count)
{
  g_atomic_int_inc ((int *) count);
  g_main_context_wakeup (NULL);
}

static void
keep (gpointer count)
{
}

/* It ticks by itself only while asked to. */
static void
test_ticking (void)
{
  int ticks = 0;
  DdStoreWorker *worker = dd_store_worker_new (&ticks, count_tick, keep);

  dd_store_worker_set_ticking (worker, TRUE);
  while (g_atomic_int_get (&ticks) < 3)
    g_main_context_iteration (NULL, TRUE);
  dd_store_worker_set_ticking (worker, FALSE);
  dd_store_worker_stop (worker);
}

/* Stands for whatever has a worker: its last reference, wherever it is dropped, stops it. */
typedef struct
{
  GObject parent_instance;
  DdStoreWorker *worker;
} Holder;

typedef GObjectClass HolderClass;

static GType
holder_get_type (void);
G_DEFINE_TYPE (Holder, holder, G_TYPE_OBJECT)

static void
holder_finalize (GObject *object)
{
  dd_store_worker_stop (((Holder *) object)->worker);
  G_OBJECT_CLASS (holder_parent_class)->finalize (object);
}

static void
holder_class_init (HolderClass *class)
{
  class->finalize = holder_finalize;
}

static void
holder_init (Holder *self)
{
}

static gboolean
dawdle (gpointer data, gpointer nothing, GCancellable *cancellable, GError **error)
{
  for (int i = 0; i < 20; i++)
    g_thread_yield ();
  return TRUE;
}

static gboolean
drop_on_worker (gpointer data, gpointer holder, GCancellable *cancellable, GError **error)
{
  g_object_unref (holder);
  return TRUE;
}

typedef enum
{
  DROP_AT_ONCE,      /* while the job may not even have begun */
  DROP_IN_CALLBACK,  /* when the job's answer is there */
  DROP_ON_WORKER,    /* in the job itself */
  DROP_AFTER_ANSWER, /* once the answer was given */
  N_DROPS
} Drop;

static void
drop_in_callback (GObject *holder, GAsyncResult *result, gpointer drop)
{
  if (GPOINTER_TO_INT (drop) == DROP_IN_CALLBACK)
    g_object_unref (holder);
}

static void
open_and_drop (Drop drop, int *ended)
{
  Holder *holder = g_object_new (holder_get_type (), NULL);
  int before = g_atomic_int_get (ended);
  GTask *task = g_task_new (holder, NULL, drop_in_callback, GINT_TO_POINTER (drop));

  holder->worker = make_worker (ended);
  g_task_set_task_data (task, holder, NULL);
  dd_store_worker_push (holder->worker, drop == DROP_ON_WORKER ? drop_on_worker : dawdle, task);
  if (drop == DROP_AT_ONCE)
    g_object_unref (holder);
  if (drop == DROP_AFTER_ANSWER)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_object_unref (holder);
    }
  while (g_atomic_int_get (ended) == before)
    g_main_context_iteration (NULL, TRUE);
}

/* Hundreds of times, dropped at each possible place: every thread ends, none waits for itself. */
static void
test_end (void)
{
  int ended = 0;

  for (int i = 0; i < 300; i++)
    open_and_drop ((Drop) (i % N_DROPS), &ended);
  g_assert_cmpint (ended, ==, 300);
}

/* A worker that is stopped on its own thread lets go of everything when its job is over. */
static gboolean
stop_oneself (gpointer data, gpointer worker, GCancellable *cancellable, GError **error)
{
  dd_store_worker_stop (*(DdStoreWorker **) worker);
  return TRUE;
}

static void
test_stop_on_own_thread (void)
{
  int ended = 0;
  DdStoreWorker *worker = make_worker (&ended);
  GTask *task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, &worker, NULL);
  dd_store_worker_push (worker, stop_oneself, task);
  while (g_atomic_int_get (&ended) == 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-worker/order", test_order);
  g_test_add_func ("/store-worker/error", test_error);
  g_test_add_func ("/store-worker/cancelled", test_cancelled);
  g_test_add_func ("/store-worker/ticking", test_ticking);
  g_test_add_func ("/store-worker/end", test_end);
  g_test_add_func ("/store-worker/stop-on-own-thread", test_stop_on_own_thread);
  return g_test_run ();
}
