/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * DdStoreWorker: one thread that does jobs in the order in which they are given.
 *
 * The thread has a state that nobody else touches. Between jobs, while asked to, it ticks.
 */
typedef struct _DdStoreWorker DdStoreWorker;

/* How often a worker ticks, in milliseconds. */
#define DD_STORE_WORKER_TICK_MS 250

/* A job, done on the worker's thread. Returns: FALSE with @error */
typedef gboolean (*DdStoreWorkerFunc) (gpointer state, gpointer data, GCancellable *cancellable,
                                       GError **error);

/* Starts a thread. On it, and nowhere else, are called: the jobs, @tick after each job and every
 * DD_STORE_WORKER_TICK_MS of doing nothing while ticking, and @state_free at the end.
 * Returns: (transfer full): the worker, to be stopped */
DdStoreWorker *dd_store_worker_new (gpointer state, void (*tick) (gpointer state),
                                    GDestroyNotify state_free);

/* Gives a job whose data is the data of @task (transfer full), which returns a boolean or an error.
 * The worker never holds the last reference to @task: it is given back to the context of the task
 * to be released there, so that whatever hangs on it ends where it was begun. */
void dd_store_worker_push (DdStoreWorker *self, DdStoreWorkerFunc func, GTask *task);

/* Does a job and waits for it; for programs without a main loop. Not to be called on the worker's own
 * thread, which would wait for itself.
 * Returns: FALSE with @error */
gboolean dd_store_worker_run (DdStoreWorker *self, DdStoreWorkerFunc func, gpointer data,
                              GCancellable *cancellable, GError **error);

/* Whether the worker ticks while it has nothing to do; not at first, when it sleeps. */
void dd_store_worker_set_ticking (DdStoreWorker *self, gboolean ticking);

/* Lets the thread do what was given to it, waits until it has ended, and frees the worker. On the
 * worker's own thread it does not wait: the thread ends when it comes back from its job. */
void dd_store_worker_stop (DdStoreWorker *self);

G_END_DECLS
