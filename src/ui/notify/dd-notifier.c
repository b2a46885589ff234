/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify/dd-notifier.h"

#include "notify/dd-notify-server.h"

struct _DdNotifier
{
  GObject parent_instance;

  GThread *thread;       /* (owned) (nullable): NULL when it is stopped */
  GMainContext *context; /* (owned): the thread's */
  GMainLoop *loop;       /* (owned): the thread's */

  DdNotifyServer *server; /* (owned): the thread's alone */
};

enum
{
  ACTION,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DdNotifier, dd_notifier, G_TYPE_OBJECT)

/* --- From the thread to the main loop --- */

/* Never here and now, as g_main_context_invoke() might. */
static void
call_in_main_loop (GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, NULL);
}

/* An action that was chosen. */
typedef struct
{
  GWeakRef *notifier; /* (owned) */
  char *id;           /* (owned) */
  char *action;       /* (owned) */
  char *token;        /* (owned) (nullable) */
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_weak_ref_clear (choice->notifier);
  g_free (choice->notifier);
  g_free (choice->id);
  g_free (choice->action);
  g_free (choice->token);
  g_free (choice);
}

static gboolean
tell_choice (gpointer data)
{
  Choice *choice = data;
  g_autoptr (DdNotifier) self = g_weak_ref_get (choice->notifier);

  if (self != NULL)
    g_signal_emit (self, signals[ACTION], 0, choice->id, choice->action, choice->token);
  return G_SOURCE_REMOVE;
}

/* On the thread. */
static void
on_action (const char *id, const char *action, const char *token, gpointer user_data)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->notifier = g_new0 (GWeakRef, 1);
  g_weak_ref_init (choice->notifier, user_data);
  choice->id = g_strdup (id);
  choice->action = g_strdup (action);
  choice->token = g_strdup (token);
  call_in_main_loop (tell_choice, choice, choice_free);
}

/* --- The thread --- */

/* The notifier outlives its thread, which it waits for at its end. */
static gpointer
run (gpointer data)
{
  DdNotifier *self = data;

  g_main_context_push_thread_default (self->context);
  self->server = dd_notify_server_new (on_action, self);
  g_main_loop_run (self->loop);
  g_clear_pointer (&self->server, dd_notify_server_free);
  /* What the end of subscriptions left to be freed here. */
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

/* What the thread is asked for: one of them. */
typedef struct
{
  DdNotifier *notifier; /* (unowned) */
  DdNotice *notice;     /* (owned) (nullable): to be shown */
  char *withdrawn;      /* (owned) (nullable): the id of what is to be taken away */
  GTask *flushed;       /* (owned) (nullable): to be answered in the main loop */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->notice, dd_notice_free);
  g_free (request->withdrawn);
  g_free (request);
}

static gboolean
answer (gpointer task)
{
  g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
do_request (gpointer data)
{
  Request *request = data;
  DdNotifyServer *server = request->notifier->server;

  if (request->notice != NULL)
    dd_notify_server_show (server, g_steal_pointer (&request->notice));
  if (request->withdrawn != NULL)
    dd_notify_server_withdraw (server, request->withdrawn);
  /* Released there too: the last reference to the notifier must not be dropped here. */
  if (request->flushed != NULL)
    call_in_main_loop (answer, g_steal_pointer (&request->flushed), g_object_unref);
  return G_SOURCE_REMOVE;
}

static void
ask (DdNotifier *self, Request request)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_return_if_fail (self->thread != NULL);
  request.notifier = self;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, do_request, g_memdup2 (&request, sizeof request), request_free);
  g_source_attach (source, self->context);
}

/* --- Object --- */

static gboolean
quit (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

void
dd_notifier_stop (DdNotifier *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_return_if_fail (DD_IS_NOTIFIER (self));
  if (self->thread == NULL)
    return;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, quit, self->loop, NULL);
  g_source_attach (source, self->context);
  g_thread_join (g_steal_pointer (&self->thread));
}

static void
dd_notifier_finalize (GObject *object)
{
  DdNotifier *self = DD_NOTIFIER (object);

  dd_notifier_stop (self);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (dd_notifier_parent_class)->finalize (object);
}

static void
dd_notifier_class_init (DdNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dd_notifier_finalize;
  signals[ACTION] =
      g_signal_new ("action", DD_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
dd_notifier_init (DdNotifier *self)
{
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("drydock-notify", run, self);
}

DdNotifier *
dd_notifier_new (void)
{
  return g_object_new (DD_TYPE_NOTIFIER, NULL);
}

void
dd_notifier_show (DdNotifier *self, DdNotice *notice)
{
  g_return_if_fail (DD_IS_NOTIFIER (self));
  g_return_if_fail (notice != NULL);
  ask (self, (Request){ .notice = notice });
}

void
dd_notifier_withdraw (DdNotifier *self, const char *id)
{
  g_return_if_fail (DD_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL);
  ask (self, (Request){ .withdrawn = g_strdup (id) });
}

void
dd_notifier_flush_async (DdNotifier *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DD_IS_NOTIFIER (self));
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, dd_notifier_flush_async);
  ask (self, (Request){ .flushed = task });
}

gboolean
dd_notifier_flush_finish (DdNotifier *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
