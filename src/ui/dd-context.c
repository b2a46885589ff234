/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-context.h"

#include "dd-alarm.h"
#include "dd-day.h"
#include "dd-file-watch.h"
#include "dd-journal-user.h"
#include "dd-journal.h"
#include "dd-plan-cache.h"
#include "dd-preferences.h"

struct _DdContext
{
  GObject parent_instance;

  /* Owned references */
  DdDatabase *database;
  DdServiceCatalog *catalog;
  DdCalendar *calendar;
  GError *calendar_error; /* (nullable): why the stored calendar is not @calendar */
  GSettings *settings;
  DdAlarm *alarm;      /* rings when the clock's minute is over, or the day when nobody looks */
  DdFileWatch *others; /* (nullable): of the database, while nobody looks */
  GFileMonitor *zone;  /* (nullable): of the machine's time zone */

  gint64 fixed_now;  /* or DD_INSTANT_NONE: the machine's clock counts */
  gboolean open;     /* the database was opened */
  gboolean attended; /* somebody looks */
  guint32 today;     /* Julian day of the calendar's zone, to notice another day */
};

enum
{
  OPENED,
  CHANGED,
  CALENDAR_CHANGED,
  SERVICES_CHANGED,
  MINUTE_CHANGED,
  DAY_CHANGED,
  CLOCK_SET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DdContext, dd_context, G_TYPE_OBJECT)

/* --- The clock --- */

static gint64
read_clock (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* When the minute is over, or the day when nobody looks. */
static void
set_alarm (DdContext *self)
{
  gint64 now = dd_context_get_now (self);
  gint64 at = now - now % 60 + 60;

  if (!self->attended)
    at =
        dd_calendar_julian_start (self->calendar, dd_calendar_julian_day (self->calendar, now) + 1);
  dd_alarm_set (self->alarm, dd_context_get_clock_time (self, at));
}

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

static void
on_alarm (gboolean clock_was_set, gpointer user_data)
{
  DdContext *self = DD_CONTEXT (user_data);

  set_alarm (self);
  if (clock_was_set)
    {
      g_signal_emit (self, signals[CLOCK_SET], 0);
      dd_context_look_at_zone (self);
    }
  if (self->attended)
    g_signal_emit (self, signals[MINUTE_CHANGED], 0);
  look_at_the_day (self);
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
  set_alarm (self);
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
  g_autoptr (GError) error = NULL;
  gboolean loaded;
  gpointer data;

  loaded = dd_database_run_finish (DD_DATABASE (object), result, &data, &error);
  if (self != NULL)
    {
      g_clear_error (&self->calendar_error);
      if (loaded)
        take_calendar (self, g_steal_pointer ((DdCalendar **) data));
      else
        self->calendar_error = g_steal_pointer (&error);
    }
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

/* --- What happens elsewhere --- */

static gboolean
run_forget_zone (DdConnection *connection, gpointer data, GError **error)
{
  dd_plan_cache_forget_calendars (connection);
  return TRUE;
}

void
dd_context_look_at_zone (DdContext *self)
{
  g_return_if_fail (DD_IS_CONTEXT (self));
  if (!self->open)
    return;
  dd_database_run_async (self->database, run_forget_zone, NULL, NULL, NULL, NULL, NULL);
  load_calendar (self, NULL);
}

/* Where nothing can be watched there is no monitor: the zone is looked at when the clock is set. */
static void
watch_zone (DdContext *self)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/etc/localtime");

  self->zone = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->zone != NULL)
    g_signal_connect_object (self->zone, "changed", G_CALLBACK (dd_context_look_at_zone), self,
                             G_CONNECT_SWAPPED);
}

static gboolean
run_nothing (DdConnection *connection, gpointer data, GError **error)
{
  return TRUE;
}

/* After each job the database looks whether something in it changed. */
static void
on_file_touched (gpointer user_data)
{
  DdContext *self = DD_CONTEXT (user_data);

  dd_database_run_async (self->database, run_nothing, NULL, NULL, NULL, NULL, NULL);
}

static void
watch_others (DdContext *self)
{
  g_clear_pointer (&self->others, dd_file_watch_free);
  if (!self->open)
    return;
  dd_database_set_watching (self->database, self->attended);
  if (!self->attended)
    self->others = dd_file_watch_new (dd_database_get_path (self->database), on_file_touched, self);
}

/* --- Object --- */

static void
on_database_changed (DdDatabase *database, DdContext *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  load_calendar (self, NULL);
}

/* Planning writes: it would make everybody who reads wait for the check of a large file. */
static void
on_database_sound (DdDatabase *database, DdContext *self)
{
  dd_day_begin (database, dd_context_get_now (self));
}

static void
dd_context_dispose (GObject *object)
{
  DdContext *self = DD_CONTEXT (object);

  g_clear_pointer (&self->alarm, dd_alarm_free);
  g_clear_pointer (&self->others, dd_file_watch_free);
  g_clear_object (&self->zone);
  if (self->database != NULL)
    g_signal_handlers_disconnect_by_data (self->database, self);
  g_clear_object (&self->database);
  g_clear_pointer (&self->catalog, dd_service_catalog_unref);
  g_clear_pointer (&self->calendar, dd_calendar_unref);
  g_clear_error (&self->calendar_error);
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
  signals[OPENED] = new_signal ("opened");
  signals[CHANGED] = new_signal ("changed");
  signals[CALENDAR_CHANGED] = new_signal ("calendar-changed");
  signals[SERVICES_CHANGED] = new_signal ("services-changed");
  signals[MINUTE_CHANGED] = new_signal ("minute-changed");
  signals[DAY_CHANGED] = new_signal ("day-changed");
  signals[CLOCK_SET] = new_signal ("clock-set");
}

static void
dd_context_init (DdContext *self)
{
  self->fixed_now = DD_INSTANT_NONE;
  self->calendar = dd_calendar_new_default (NULL, NULL);
  /* A machine whose zone has no name GLib knows still has dates. */
  if (self->calendar == NULL)
    self->calendar = dd_calendar_new_default ("UTC", NULL);
  self->attended = TRUE;
  self->alarm = dd_alarm_new (on_alarm, self);
  set_alarm (self);
  watch_zone (self);
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
  g_signal_connect (self->database, "sound", G_CALLBACK (on_database_sound), self);
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
  watch_others (self);
  g_signal_emit (self, signals[OPENED], 0);
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

gboolean
dd_context_is_open (DdContext *self)
{
  g_return_val_if_fail (DD_IS_CONTEXT (self), FALSE);
  return self->open;
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

const GError *
dd_context_get_calendar_error (DdContext *self)
{
  g_return_val_if_fail (DD_IS_CONTEXT (self), NULL);
  return self->calendar_error;
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
  return read_clock ();
}

gint64
dd_context_get_clock_time (DdContext *self, gint64 at)
{
  g_return_val_if_fail (DD_IS_CONTEXT (self), at);
  if (at == DD_INSTANT_NONE || self->fixed_now == DD_INSTANT_NONE)
    return at;
  return read_clock () + (at - self->fixed_now);
}

void
dd_context_set_attended (DdContext *self, gboolean attended)
{
  g_return_if_fail (DD_IS_CONTEXT (self));
  if (self->attended == attended)
    return;
  self->attended = attended;
  set_alarm (self);
  watch_others (self);
  if (attended)
    g_signal_emit (self, signals[MINUTE_CHANGED], 0);
}

void
dd_context_set_now (DdContext *self, gint64 now)
{
  g_return_if_fail (DD_IS_CONTEXT (self));
  self->fixed_now = now;
  set_alarm (self);
  g_signal_emit (self, signals[CLOCK_SET], 0);
  g_signal_emit (self, signals[MINUTE_CHANGED], 0);
  look_at_the_day (self);
}
