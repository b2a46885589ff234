/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify/dd-reminder-delivery.h"

#include "dd-alarm.h"
#include "dd-reminder-desk.h"
#include "notify/dd-reminder-notices.h"

struct _DdReminderDelivery
{
  GObject parent_instance;

  DdContext *context;   /* (owned) */
  DdNotifier *notifier; /* (owned) */
  DdAlarm *alarm;       /* (owned): rings when the next round is due */
  DdReminderDesk *desk; /* (owned): between rounds; used on the store's thread in them */
  GHashTable *keys;     /* (owned) (element-type utf8 utf8): of what was shown last, by notice */

  gint64 wake;      /* or DD_INSTANT_NONE */
  guint n_open;     /* reminders in the inbox, as told last */
  gboolean working; /* a round is under way */
  gboolean again;   /* something happened since it began */
};

enum
{
  CHOSEN,
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DdReminderDelivery, dd_reminder_delivery, G_TYPE_OBJECT)

/* --- The rounds on the store's thread --- */

/* Goes to the store's thread and back; holds the delivery, so that the desk stays. */
typedef struct
{
  DdReminderDelivery *delivery; /* (owned) */
  gint64 now;
  DdReminderRound *round; /* (owned) (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->round, dd_reminder_round_free);
  g_object_unref (job->delivery);
  g_free (job);
}

static Job *
job_new (DdReminderDelivery *self)
{
  Job *job = g_new0 (Job, 1);

  job->delivery = g_object_ref (self);
  job->now = dd_context_get_now (self->context);
  return job;
}

static gboolean
run_round (DdConnection *connection, gpointer data, GError **error)
{
  Job *job = data;

  job->round = dd_reminder_desk_take_round (job->delivery->desk, connection, job->now, error);
  return job->round != NULL;
}

static gboolean
run_confirm (DdConnection *connection, gpointer data, GError **error)
{
  Job *job = data;

  return dd_reminder_desk_confirm (job->delivery->desk, connection, error);
}

/* --- From a round to the desktop --- */

static void
show_each (DdReminderDelivery *self, GPtrArray *reminders, DdReminderRound *round, gboolean silent)
{
  gint64 now = dd_context_get_now (self->context);

  for (guint i = 0; i < reminders->len; i++)
    {
      DdNotice *notice =
          dd_reminder_notices_make (g_ptr_array_index (reminders, i), round->calendar, now);

      notice->silent = silent;
      g_hash_table_insert (self->keys, g_strdup (notice->id),
                           dd_reminder_dup_key (g_ptr_array_index (reminders, i)));
      dd_notifier_show (self->notifier, notice);
    }
}

static void
withdraw_each (DdReminderDelivery *self, GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      dd_notifier_withdraw (self->notifier, g_ptr_array_index (ids, i));
      g_hash_table_remove (self->keys, g_ptr_array_index (ids, i));
    }
}

static void
on_action (DdNotifier *notifier,
           const char *id,
           const char *action,
           const char *token,
           DdReminderDelivery *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_hash_table_lookup (self->keys, id), action, token);
}

static void
set_wake (DdReminderDelivery *self, gint64 wake)
{
  self->wake = wake;
  dd_alarm_set (self->alarm, dd_context_get_clock_time (self->context, wake));
}

static void
finish (DdReminderDelivery *self)
{
  self->working = FALSE;
  if (self->again)
    dd_reminder_delivery_take_round (self);
}

/* What was not confirmed is given out once more, in a while. */
static void
on_confirmed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdReminderDelivery) self = user_data;

  dd_database_run_finish (DD_DATABASE (object), result, NULL, NULL);
  finish (self);
}

static void
on_shown (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdReminderDelivery) self = user_data;

  dd_notifier_flush_finish (DD_NOTIFIER (object), result);
  dd_database_run_async (dd_context_get_database (self->context), run_confirm, job_new (self),
                         job_free, NULL, on_confirmed, g_object_ref (self));
}

static void
deliver (DdReminderDelivery *self, DdReminderRound *round, gint64 now)
{
  gboolean claimed = round->show->len > 0 || round->gathered->len > 0;

  withdraw_each (self, round->withdraw);
  show_each (self, round->replace, round, TRUE);
  show_each (self, round->show, round, FALSE);
  if (round->gathered->len > 0)
    dd_notifier_show (self->notifier, dd_reminder_notices_gather (round->gathered));
  /* Very many cases are brought up to date in several rounds. */
  if (round->wake != DD_INSTANT_NONE && round->wake <= now)
    self->again = TRUE;
  set_wake (self, round->wake);
  if (round->n_open != self->n_open)
    g_signal_emit (self, signals[COUNTED], 0, round->n_open);
  self->n_open = round->n_open;
  if (claimed)
    dd_notifier_flush_async (self->notifier, on_shown, g_object_ref (self));
  else
    finish (self);
}

/* What cannot be read now is tried again with the next change; and in a minute, should there be
 * none. */
static void
on_round (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdReminderDelivery) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer job;

  if (dd_database_run_finish (DD_DATABASE (object), result, &job, &error))
    {
      deliver (self, ((Job *) job)->round, ((Job *) job)->now);
      return;
    }
  if (!g_error_matches (error, DD_STORE_ERROR, DD_STORE_ERROR_CLOSED))
    set_wake (self, dd_context_get_now (self->context) + 60);
  finish (self);
}

void
dd_reminder_delivery_take_round (DdReminderDelivery *self)
{
  g_return_if_fail (DD_IS_REMINDER_DELIVERY (self));
  self->again = self->working;
  if (self->working)
    return;
  self->working = TRUE;
  dd_database_run_async (dd_context_get_database (self->context), run_round, job_new (self),
                         job_free, NULL, on_round, g_object_ref (self));
}

static void
on_alarm (gboolean clock_was_set, gpointer user_data)
{
  dd_reminder_delivery_take_round (DD_REMINDER_DELIVERY (user_data));
}

/* --- Object --- */

static void
dd_reminder_delivery_dispose (GObject *object)
{
  DdReminderDelivery *self = DD_REMINDER_DELIVERY (object);

  g_clear_pointer (&self->alarm, dd_alarm_free);
  g_clear_pointer (&self->desk, dd_reminder_desk_free);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->notifier);
  G_OBJECT_CLASS (dd_reminder_delivery_parent_class)->dispose (object);
}

static void
dd_reminder_delivery_class_init (DdReminderDeliveryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_reminder_delivery_dispose;
  signals[CHOSEN] =
      g_signal_new ("chosen", DD_TYPE_REMINDER_DELIVERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[COUNTED] = g_signal_new ("counted", DD_TYPE_REMINDER_DELIVERY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
dd_reminder_delivery_init (DdReminderDelivery *self)
{
  self->wake = DD_INSTANT_NONE;
  self->alarm = dd_alarm_new (on_alarm, self);
  self->desk = dd_reminder_desk_new ();
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

DdReminderDelivery *
dd_reminder_delivery_new (DdContext *context, DdNotifier *notifier)
{
  static const char *const occasions[] = { "opened", "changed", "calendar-changed", "day-changed",
                                           "clock-set" };
  DdReminderDelivery *self;

  g_return_val_if_fail (DD_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (DD_IS_NOTIFIER (notifier), NULL);
  self = g_object_new (DD_TYPE_REMINDER_DELIVERY, NULL);
  self->context = g_object_ref (context);
  self->notifier = g_object_ref (notifier);
  for (guint i = 0; i < G_N_ELEMENTS (occasions); i++)
    g_signal_connect_object (context, occasions[i], G_CALLBACK (dd_reminder_delivery_take_round),
                             self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notifier, "action", G_CALLBACK (on_action), self, 0);
  return self;
}

gint64
dd_reminder_delivery_get_wake (DdReminderDelivery *self)
{
  g_return_val_if_fail (DD_IS_REMINDER_DELIVERY (self), DD_INSTANT_NONE);
  return self->wake;
}

gboolean
dd_reminder_delivery_is_idle (DdReminderDelivery *self)
{
  g_return_val_if_fail (DD_IS_REMINDER_DELIVERY (self), TRUE);
  return !self->working;
}
