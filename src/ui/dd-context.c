/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-context.h"

#include "dd-journal-user.h"
#include "dd-day.h"
#include "dd-journal.h"
#include "dd-preferences.h"

struct _DdContext
{
  GObject parent_instance;

  /* Owned references */
  DdDatabase *database;
  DdServiceCatalog *catalog;
  DdCalendar *calendar;
  GSettings *settings;

  guint minute_timer; /* fires when the clock's minute is over */
  gint64 fixed_now;   /* or DD_INSTANT_NONE: the machine's clock counts */
  gboolean open;      /* the database was opened */
  guint32 today;      /* Julian day of the calendar's zone, to notice another day */
};

enum
{
  CHANGED,
  CALENDAR_CHANGED,
  SERVICES_CHANGED,
  MINUTE_CHANGED,
  DAY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DdContext, dd_context, G_TYPE_OBJECT)

/* --- The clock --- */

static void
schedule_minute (DdContext *self);

static void
look_at_the_day (DdContext *self)
{
  guint32 today = dd_calendar_julian_day (self->calendar, dd_context_get_now (self));

  if (today == self->today)
    return;
  self->today = today;
  if (self->open)
    dd_day_change (self->database, dd_context_get_now (self));
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

static gboolean
on_minute (gpointer user_data)
{
  DdContext *self = DD_CONTEXT (user_data);

  self->minute_timer = 0;
  schedule_minute (self);
  g_signal_emit (self, signals[MINUTE_CHANGED], 0);
  look_at_the_day (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_minute (DdContext *self)
{
  guint seconds = 60 - (guint) (dd_context_get_now (self) % 60);

  self->minute_timer = g_timeout_add_seconds (seconds, on_minute, self);
}

/* --- The calendar --- */

static gboolean
run_load_calendar (DdConnection *connection, gpointer data, GError **error)
{
  DdCalendar **calendar = data;

  *calendar = dd_preferences_load_calendar (connection, error);
  return *calendar != NULL;
}

static void
calendar_free (gpointer data)
{
  DdCalendar **calendar = data;

  g_clear_pointer (calendar, dd_calendar_unref);
  g_free (calendar);
}

static gboolean
is_same (DdCalendar *first, DdCalendar *second)
{
  g_autofree char *first_text = dd_calendar_to_text (first);
  g_autofree char *second_text = dd_calendar_to_text (second);

  return g_str_equal (first_text, second_text);
}

/* Takes over @calendar (transfer full). */
static void
take_calendar (DdContext *self, DdCalendar *calendar)
{
  if (is_same (self->calendar, calendar))
    {
      dd_calendar_unref (calendar);
      return;
    }
  dd_calendar_unref (self->calendar);
  self->calendar = calendar;
  g_signal_emit (self, signals[CALENDAR_CHANGED], 0);
  look_at_the_day (self);
}

/* What a load of the calendar was begun for. */
typedef struct
{
  GWeakRef context;
  GTask *task; /* (owned) (nullable): to be told that it is there */
} CalendarWait;

/* Where the calendar cannot be read, the one there is stays: the cases say why they have no plan,
 * and the preferences why it cannot be read. */
static void
on_calendar_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CalendarWait *wait = user_data;
  g_autoptr (DdContext) self = g_weak_ref_get (&wait->context);
  gpointer data;

  if (dd_database_run_finish (DD_DATABASE (object), result, &data, NULL) && self != NULL)
    take_calendar (self, g_steal_pointer ((DdCalendar **) data));
  if (wait->task != NULL)
    g_task_return_boolean (wait->task, TRUE);
  g_clear_object (&wait->task);
  g_weak_ref_clear (&wait->context);
  g_free (wait);
}

/* Loads the calendar, then answers @task (transfer full) (nullable). */
static void
load_calendar (DdContext *self, GTask *task)
{
  CalendarWait *wait = g_new0 (CalendarWait, 1);

  g_weak_ref_init (&wait->context, self);
  wait->task = task;
  dd_database_run_async (self->database, run_load_calendar, g_new0 (DdCalendar *, 1), calendar_free,
                         NULL, on_calendar_loaded, wait);
}

/* --- Object --- */

static void
on_database_changed (DdDatabase *database, DdContext *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  load_calendar (self, NULL);
}

static void
dd_context_dispose (GObject *object)
{
  DdContext *self = DD_CONTEXT (object);

  g_clear_handle_id (&self->minute_timer, g_source_remove);
  if (self->database != NULL)
    g_signal_handlers_disconnect_by_data (self->database, self);
  g_clear_object (&self->database);
  g_clear_pointer (&self->catalog, dd_service_catalog_unref);
  g_clear_pointer (&self->calendar, dd_calendar_unref);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (dd_context_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, DD_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       0);
}

static void
dd_context_class_init (DdContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_context_dispose;
  signals[CHANGED] = new_signal ("changed");
  signals[CALENDAR_CHANGED] = new_signal ("calendar-changed");
  signals[SERVICES_CHANGED] = new_signal ("services-changed");
  signals[MINUTE_CHANGED] = new_signal ("minute-changed");
  signals[DAY_CHANGED] = new_signal ("day-changed");
}

static void
dd_context_init (DdContext *self)
{
  self->fixed_now = DD_INSTANT_NONE;
  self->calendar = dd_calendar_new_default (NULL, NULL);
  /* A machine whose zone has no name GLib knows still has dates. */
  if (self->calendar == NULL)
    self->calendar = dd_calendar_new_default ("UTC", NULL);
  schedule_minute (self);
}

DdContext *
dd_context_new (const char *path, GSettings *settings)
{
  DdContext *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  self = g_object_new (DD_TYPE_CONTEXT, NULL);
  self->settings = g_object_ref (settings);
  self->database = dd_database_new (path);
  self->today = dd_calendar_julian_day (self->calendar, dd_context_get_now (self));
  g_signal_connect (self->database, "changed", G_CALLBACK (on_database_changed), self);
  dd_context_reload_services (self);
  return self;
}

/* --- Opening --- */

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DdContext *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!dd_database_open_finish (DD_DATABASE (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->open = TRUE;
  dd_database_set_watching (self->database, TRUE);
  dd_day_begin (self->database, dd_context_get_now (self));
  load_calendar (self, g_steal_pointer (&task));
}

void
dd_context_open_async (DdContext *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DD_IS_CONTEXT (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dd_context_open_async);
  dd_database_open_async (self->database, dd_context_get_now (self), cancellable, on_opened, task);
}

gboolean
dd_context_open_finish (DdContext *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Committing --- */

static gboolean
commit (DdConnection *connection, gpointer data, GError **error)
{
  return dd_journal_commit (connection, data, NULL, error);
}

static void
action_free (gpointer data)
{
  dd_action_free (data);
}

void
dd_context_commit_async (DdContext *self,
                         DdAction *action,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (DD_IS_CONTEXT (self));
  g_return_if_fail (action != NULL);
  /* The result is the database's: its source object is the database. */
  dd_database_run_async (self->database, commit, action, action_free, cancellable, callback,
                         user_data);
}

gboolean
dd_context_commit_finish (DdContext *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (DD_IS_CONTEXT (self), FALSE);
  return dd_database_run_finish (self->database, result, NULL, error);
}

/* --- What is shared --- */

DdDatabase *
dd_context_get_database (DdContext *self)
{
  g_return_val_if_fail (DD_IS_CONTEXT (self), NULL);
  return self->database;
}

DdServiceCatalog *
dd_context_get_catalog (DdContext *self)
{
  g_return_val_if_fail (DD_IS_CONTEXT (self), NULL);
  return self->catalog;
}

void
dd_context_reload_services (DdContext *self)
{
  g_autofree char *folder = dd_service_catalog_user_folder ();

  g_return_if_fail (DD_IS_CONTEXT (self));
  g_clear_pointer (&self->catalog, dd_service_catalog_unref);
  self->catalog = dd_service_catalog_new (folder);
  g_signal_emit (self, signals[SERVICES_CHANGED], 0);
}

DdCalendar *
dd_context_get_calendar (DdContext *self)
{
  g_return_val_if_fail (DD_IS_CONTEXT (self), NULL);
  return self->calendar;
}

GSettings *
dd_context_get_settings (DdContext *self)
{
  g_return_val_if_fail (DD_IS_CONTEXT (self), NULL);
  return self->settings;
}

char *
dd_context_get_user (DdContext *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (DD_IS_CONTEXT (self), NULL);
  name = g_settings_get_string (self->settings, "user-name");
  return dd_journal_user_get_name (name);
}

gint64
dd_context_get_now (DdContext *self)
{
  g_return_val_if_fail (DD_IS_CONTEXT (self), 0);
  if (self->fixed_now != DD_INSTANT_NONE)
    return self->fixed_now;
  return g_get_real_time () / G_USEC_PER_SEC;
}

void
dd_context_set_now (DdContext *self, gint64 now)
{
  g_return_if_fail (DD_IS_CONTEXT (self));
  self->fixed_now = now;
  g_signal_emit (self, signals[MINUTE_CHANGED], 0);
  look_at_the_day (self);
}
