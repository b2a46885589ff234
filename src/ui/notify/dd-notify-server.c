/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify/dd-notify-server.h"

#include "notify/dd-sandbox.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <libnotify/notify.h>

/* What servers are called on the bus. */
#define SERVER_NAME "org.freedesktop.Notifications"

/* A notice that is shown, or waits for a server. */
typedef struct
{
  DdNotifyServer *server;           /* (unowned) */
  DdNotice *notice;                 /* (owned) */
  NotifyNotification *notification; /* (owned) (nullable): as the server there is has it */
} Shown;

struct _DdNotifyServer
{
  DdNotifyServerFunc func;
  gpointer user_data;
  GHashTable *shown; /* (owned) (element-type utf8 Shown): by the notice's id */
  GList *abilities;  /* (owned) (element-type utf8): of the server there is; NULL: not asked yet */
  guint watch;
  gboolean came; /* the watch has seen a server */
};

static void
forget_notification (Shown *shown)
{
  if (shown->notification != NULL)
    g_signal_handlers_disconnect_by_data (shown->notification, shown);
  g_clear_object (&shown->notification);
}

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  forget_notification (shown);
  dd_notice_free (shown->notice);
  g_free (shown);
}

/* --- What the server can do --- */

static void
forget_abilities (DdNotifyServer *self)
{
  g_list_free_full (g_steal_pointer (&self->abilities), g_free);
}

/* Returns: whether there is a server; it is started if it can be */
static gboolean
learn_abilities (DdNotifyServer *self)
{
  g_autofree char *name = NULL;

  if (self->abilities != NULL)
    return TRUE;
  if (!notify_get_server_info (&name, NULL, NULL, NULL))
    return FALSE;
  self->abilities = notify_get_server_caps ();
  return TRUE;
}

static gboolean
is_able (DdNotifyServer *self, const char *ability)
{
  return g_list_find_custom (self->abilities, ability, (GCompareFunc) g_strcmp0) != NULL;
}

/* --- Showing --- */

static void
on_action (NotifyNotification *notification, char *action, gpointer user_data)
{
  Shown *shown = user_data;

  shown->server->func (shown->notice->id, action,
                       notify_notification_get_activation_token (notification),
                       shown->server->user_data);
}

/* Somebody closed it, or its time was over: it must not come back with another server. */
static void
on_closed (NotifyNotification *notification, Shown *shown)
{
  g_hash_table_remove (shown->server->shown, shown->notice->id);
}

static void
fill_actions (Shown *shown)
{
  notify_notification_clear_actions (shown->notification);
  if (!is_able (shown->server, "actions"))
    return;
  for (guint i = 0; i < shown->notice->actions->len; i++)
    {
      DdNoticeAction *action = g_ptr_array_index (shown->notice->actions, i);

      notify_notification_add_action (shown->notification, action->name, action->label, on_action,
                                      shown, NULL);
    }
}

static void
fill (Shown *shown)
{
  DdNotice *notice = shown->notice;
  gboolean has_body = is_able (shown->server, "body");
  g_autofree char *title = dd_notice_get_title (notice, has_body);
  g_autofree char *body = dd_notice_get_body (notice, is_able (shown->server, "body-markup"));

  if (shown->notification == NULL)
    {
      shown->notification = notify_notification_new (title, has_body ? body : NULL, DD_APP_ID);
      g_signal_connect (shown->notification, "closed", G_CALLBACK (on_closed), shown);
    }
  else
    notify_notification_update (shown->notification, title, has_body ? body : NULL, DD_APP_ID);
  notify_notification_set_urgency (shown->notification, (NotifyUrgency) notice->urgency);
  notify_notification_set_hint (shown->notification, "desktop-entry",
                                g_variant_new_string (DD_APP_ID));
  notify_notification_set_hint (shown->notification, "suppress-sound",
                                notice->silent ? g_variant_new_boolean (TRUE) : NULL);
  fill_actions (shown);
}

/* What cannot be shown now waits for another server: a reminder is in the inbox anyway. */
static void
show (Shown *shown)
{
  if (!learn_abilities (shown->server))
    return;
  fill (shown);
  if (!notify_notification_show (shown->notification, NULL))
    forget_notification (shown);
}

/* --- Servers come and go --- */

static void
on_server (GDBusConnection *bus, const char *name, const char *owner, gpointer user_data)
{
  DdNotifyServer *self = user_data;
  GHashTableIter iter;
  gpointer shown;

  self->came = TRUE;
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &shown))
    if (((Shown *) shown)->notification == NULL)
      show (shown);
}

/* The next server knows nothing of what this one showed, and its numbers mean something else. A
 * portal keeps both. That there was none at first is told late, when showing may have started one.
 */
static void
on_no_server (GDBusConnection *bus, const char *name, gpointer user_data)
{
  DdNotifyServer *self = user_data;
  GHashTableIter iter;
  gpointer shown;

  if (!self->came || dd_sandbox_is_used ())
    return;
  forget_abilities (self);
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &shown))
    forget_notification (shown);
}

/* --- Public --- */

DdNotifyServer *
dd_notify_server_new (DdNotifyServerFunc func, gpointer user_data)
{
  DdNotifyServer *self = g_new0 (DdNotifyServer, 1);

  self->func = func;
  self->user_data = user_data;
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, shown_free);
  notify_init (_ ("Drydock"));
  self->watch =
      g_bus_watch_name (G_BUS_TYPE_SESSION, dd_sandbox_is_used () ? DD_SANDBOX_PORTAL : SERVER_NAME,
                        G_BUS_NAME_WATCHER_FLAGS_NONE, on_server, on_no_server, self, NULL);
  return self;
}

static void
take_away (Shown *shown)
{
  if (shown->notification == NULL)
    return;
  g_signal_handlers_disconnect_by_data (shown->notification, shown);
  notify_notification_close (shown->notification, NULL);
}

void
dd_notify_server_free (DdNotifyServer *self)
{
  GHashTableIter iter;
  gpointer shown;

  g_bus_unwatch_name (self->watch);
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &shown))
    take_away (shown);
  g_hash_table_unref (self->shown);
  forget_abilities (self);
  notify_uninit ();
  g_free (self);
}

void
dd_notify_server_show (DdNotifyServer *self, DdNotice *notice)
{
  Shown *shown = g_hash_table_lookup (self->shown, notice->id);

  if (shown == NULL && notice->silent)
    {
      dd_notice_free (notice);
      return;
    }
  if (shown == NULL)
    {
      shown = g_new0 (Shown, 1);
      shown->server = self;
    }
  else
    g_hash_table_steal (self->shown, notice->id);
  g_clear_pointer (&shown->notice, dd_notice_free);
  shown->notice = notice;
  g_hash_table_insert (self->shown, notice->id, shown);
  show (shown);
}

void
dd_notify_server_withdraw (DdNotifyServer *self, const char *id)
{
  Shown *shown = g_hash_table_lookup (self->shown, id);

  if (shown == NULL)
    return;
  take_away (shown);
  g_hash_table_remove (self->shown, id);
}
