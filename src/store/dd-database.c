/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdDatabase: the database as an object of the main loop.
 *
 * It gives jobs to a worker, whose state is the owner of the connection (dd-database-owner.c), and
 * brings the owner's news to the main context as signals. Giving a job never waits.
 *
 * Must not happen: the worker's thread holding the object, which would make it wait for its own end
 * (dd-store-worker.c). What is on its way between the two holds it weakly.
 */

#include "config.h"

#include "dd-database-private.h"

#include "dd-database-owner.h"
#include "dd-migrations.h"
#include "dd-store-worker.h"

struct _DdDatabase
{
  GObject parent_instance;

  DdDatabaseOwner *owner; /* (unowned): the worker's state */
  DdStoreWorker *worker;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (DdDatabase, dd_database, G_TYPE_OBJECT)

static guint signals[DD_DATABASE_NEWS_BACKUP_FAILED + 1];

/* Hears the news on any thread. An atomic box: the owner holds it, and each message on its way. */
typedef struct
{
  GWeakRef database;
  GMainContext *context; /* (owned): where signals are emitted */
  int change_underway;   /* atomic boolean: several changes are told as one */
} Listener;

/* A piece of news on its way to the main context. */
typedef struct
{
  Listener *listener; /* (owned) */
  DdDatabaseNews news;
} Message;

static void
listener_clear (gpointer data)
{
  Listener *listener = data;

  g_weak_ref_clear (&listener->database);
  g_main_context_unref (listener->context);
}

static void
listener_release (gpointer listener)
{
  g_atomic_rc_box_release_full (listener, listener_clear);
}

static void
message_free (gpointer data)
{
  Message *message = data;

  listener_release (message->listener);
  g_free (message);
}

static gboolean
emit (gpointer data)
{
  Message *message = data;
  g_autoptr (DdDatabase) database = g_weak_ref_get (&message->listener->database);

  if (message->news == DD_DATABASE_NEWS_CHANGED)
    g_atomic_int_set (&message->listener->change_underway, FALSE);
  if (database != NULL)
    g_signal_emit (database, signals[message->news], 0);
  return G_SOURCE_REMOVE;
}

static void
tell (gpointer data, DdDatabaseNews news)
{
  Listener *listener = data;
  g_autoptr (GSource) source = NULL;
  Message *message;

  if (news == DD_DATABASE_NEWS_CHANGED
      && !g_atomic_int_compare_and_exchange (&listener->change_underway, FALSE, TRUE))
    return;
  message = g_new0 (Message, 1);
  message->listener = g_atomic_rc_box_acquire (listener);
  message->news = news;
  source = g_idle_source_new ();
  /* Changes come together while there is something else to do; what else is told, is told at once.
   */
  if (news != DD_DATABASE_NEWS_CHANGED)
    g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit, message, message_free);
  g_source_attach (source, listener->context);
}

static void
run_free (gpointer data)
{
  DdDatabaseRun *run = data;

  if (run->destroy != NULL)
    run->destroy (run->data);
  g_free (run);
}

static void
restore_free (gpointer data)
{
  DdDatabaseRestore *restore = data;

  g_free (restore->backup);
  g_free (restore);
}

static void
dd_database_finalize (GObject *object)
{
  DdDatabase *self = DD_DATABASE (object);

  dd_store_worker_stop (self->worker);
  G_OBJECT_CLASS (dd_database_parent_class)->finalize (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, DD_TYPE_DATABASE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       0);
}

static void
dd_database_class_init (DdDatabaseClass *class)
{
  G_OBJECT_CLASS (class)->finalize = dd_database_finalize;

  signals[DD_DATABASE_NEWS_CHANGED] = new_signal ("changed");
  signals[DD_DATABASE_NEWS_SOUND] = new_signal ("sound");
  signals[DD_DATABASE_NEWS_DAMAGED] = new_signal ("damaged");
  signals[DD_DATABASE_NEWS_MOVED] = new_signal ("moved");
  signals[DD_DATABASE_NEWS_BACKUP_FAILED] = new_signal ("backup-failed");
}

static void
dd_database_init (DdDatabase *self)
{
}

DdDatabase *
dd_database_new (const char *path)
{
  return dd_database_new_with_migrations (path, dd_migrations_load ());
}

DdDatabase *
dd_database_new_with_migrations (const char *path, GPtrArray *migrations)
{
  DdDatabase *self = g_object_new (DD_TYPE_DATABASE, NULL);
  Listener *listener = g_atomic_rc_box_new0 (Listener);

  g_weak_ref_init (&listener->database, self);
  listener->context = g_main_context_ref_thread_default ();
  self->owner = dd_database_owner_new (path, migrations, tell, listener, listener_release);
  self->worker = dd_store_worker_new (self->owner, dd_database_owner_look, dd_database_owner_free);
  return self;
}

const char *
dd_database_get_path (DdDatabase *self)
{
  g_return_val_if_fail (DD_IS_DATABASE (self), NULL);

  return dd_database_owner_get_path (self->owner);
}

static void
start (DdDatabase *self,
       DdStoreWorkerFunc func,
       gpointer data,
       GDestroyNotify destroy,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  /* What was committed was done, whatever was cancelled after it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, func);
  g_task_set_task_data (task, data, destroy);
  dd_store_worker_push (self->worker, func, task);
}

static gboolean
finish (DdDatabase *self, GAsyncResult *result, DdStoreWorkerFunc func, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, func), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
dd_database_open_async (DdDatabase *self,
                        gint64 now,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (DD_IS_DATABASE (self));

  start (self, dd_database_owner_open, g_memdup2 (&now, sizeof now), g_free, cancellable, callback,
         user_data);
}

gboolean
dd_database_open_finish (DdDatabase *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, dd_database_owner_open, error);
}

gboolean
dd_database_open_sync (DdDatabase *self, gint64 now, GError **error)
{
  g_return_val_if_fail (DD_IS_DATABASE (self), FALSE);

  return dd_store_worker_run (self->worker, dd_database_owner_open, &now, NULL, error);
}

void
dd_database_close_async (DdDatabase *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (DD_IS_DATABASE (self));

  start (self, dd_database_owner_close, NULL, NULL, cancellable, callback, user_data);
}

gboolean
dd_database_close_finish (DdDatabase *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, dd_database_owner_close, error);
}

void
dd_database_close_sync (DdDatabase *self)
{
  g_return_if_fail (DD_IS_DATABASE (self));

  dd_store_worker_run (self->worker, dd_database_owner_close, NULL, NULL, NULL);
}

void
dd_database_run_async (DdDatabase *self,
                       DdConnectionFunc func,
                       gpointer data,
                       GDestroyNotify destroy,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  DdDatabaseRun run = { func, data, destroy };

  g_return_if_fail (DD_IS_DATABASE (self));
  g_return_if_fail (func != NULL);

  start (self, dd_database_owner_run, g_memdup2 (&run, sizeof run), run_free, cancellable, callback,
         user_data);
}

gboolean
dd_database_run_finish (DdDatabase *self, GAsyncResult *result, gpointer *data, GError **error)
{
  gboolean done = finish (self, result, dd_database_owner_run, error);

  if (data != NULL)
    {
      DdDatabaseRun *run = g_task_get_task_data (G_TASK (result));
      *data = run->data;
    }
  return done;
}

gboolean
dd_database_run_sync (DdDatabase *self, DdConnectionFunc func, gpointer data, GError **error)
{
  DdDatabaseRun run = { func, data, NULL };

  g_return_val_if_fail (DD_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  return dd_store_worker_run (self->worker, dd_database_owner_run, &run, NULL, error);
}

void
dd_database_restore_async (DdDatabase *self,
                           const char *backup,
                           gint64 now,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  DdDatabaseRestore restore = { NULL, now };

  g_return_if_fail (DD_IS_DATABASE (self));
  g_return_if_fail (backup != NULL);

  restore.backup = g_strdup (backup);
  start (self, dd_database_owner_restore, g_memdup2 (&restore, sizeof restore), restore_free,
         cancellable, callback, user_data);
}

gboolean
dd_database_restore_finish (DdDatabase *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, dd_database_owner_restore, error);
}

gboolean
dd_database_restore_sync (DdDatabase *self, const char *backup, gint64 now, GError **error)
{
  DdDatabaseRestore restore = { (char *) backup, now };

  g_return_val_if_fail (DD_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (backup != NULL, FALSE);

  return dd_store_worker_run (self->worker, dd_database_owner_restore, &restore, NULL, error);
}

void
dd_database_back_up_if_due (DdDatabase *self, gint64 now)
{
  g_return_if_fail (DD_IS_DATABASE (self));

  start (self, dd_database_owner_back_up_if_due, g_memdup2 (&now, sizeof now), g_free, NULL, NULL,
         NULL);
}

void
dd_database_set_watching (DdDatabase *self, gboolean watching)
{
  g_return_if_fail (DD_IS_DATABASE (self));

  dd_store_worker_set_ticking (self->worker, watching);
}

GError *
dd_database_dup_backup_error (DdDatabase *self)
{
  g_return_val_if_fail (DD_IS_DATABASE (self), NULL);

  return dd_database_owner_dup_backup_error (self->owner);
}

GError *
dd_database_dup_damage (DdDatabase *self)
{
  g_return_val_if_fail (DD_IS_DATABASE (self), NULL);

  return dd_database_owner_dup_damage (self->owner);
}
