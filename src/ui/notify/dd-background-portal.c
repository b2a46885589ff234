/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify/dd-background-portal.h"

#include "notify/dd-sandbox.h"

#include <glib/gi18n.h>

#define OBJECT_PATH      "/org/freedesktop/portal/desktop"
#define BACKGROUND_IFACE "org.freedesktop.portal.Background"
#define REQUEST_IFACE    "org.freedesktop.portal.Request"

/* What the portal's answer begins with when it did what it was asked. */
#define ANSWER_SUCCESS 0

/* One request, and where its answer will come from. */
typedef struct
{
  GDBusConnection *bus; /* (owned) (nullable) */
  gboolean autostart;
  guint answer; /* a subscription, which holds the task until the answer comes */
  DdBackgroundGrant grant;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->bus);
  g_free (request);
}

static void
on_answer (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *iface,
           const char *signal,
           GVariant *parameters,
           gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;
  guint32 answer;

  g_dbus_connection_signal_unsubscribe (bus, request->answer);
  request->answer = 0;
  g_variant_get (parameters, "(u@a{sv})", &answer, &results);
  if (answer == ANSWER_SUCCESS)
    {
      g_variant_lookup (results, "background", "b", &request->grant.background);
      g_variant_lookup (results, "autostart", "b", &request->grant.autostart);
    }
  g_task_return_boolean (task, TRUE);
}

/* The answer is listened to before it is asked for; its path is known by the rules for portals. */
static void
listen (GTask *task, const char *token)
{
  Request *request = g_task_get_task_data (task);
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (request->bus) + 1);
  g_autofree char *path = NULL;

  g_strdelimit (sender, ".", '_');
  path = g_strdup_printf (OBJECT_PATH "/request/%s/%s", sender, token);
  request->answer =
      g_dbus_connection_signal_subscribe (request->bus, DD_SANDBOX_PORTAL, REQUEST_IFACE,
                                          "Response", path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                          on_answer, g_object_ref (task), g_object_unref);
}

static void
on_called (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GVariant) handle =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);

  if (handle != NULL)
    return;
  if (request->answer != 0)
    g_dbus_connection_signal_unsubscribe (request->bus, request->answer);
  request->answer = 0;
  g_task_return_error (task, error);
}

static GVariant *
make_options (Request *request, const char *token)
{
  static const char *const command[] = { "drydock", "--gapplication-service", NULL };
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (
                             _ ("Drydock tells reminders while its window is closed.")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (request->autostart));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  return g_variant_builder_end (&options);
}

static void
on_bus (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *token = g_strdup_printf ("drydock%u", g_random_int ());

  request->bus = g_bus_get_finish (result, &error);
  if (request->bus == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  listen (task, token);
  g_dbus_connection_call (request->bus, DD_SANDBOX_PORTAL, OBJECT_PATH, BACKGROUND_IFACE,
                          "RequestBackground",
                          g_variant_new ("(s@a{sv})", "", make_options (request, token)),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          g_task_get_cancellable (task), on_called, g_object_ref (task));
}

void
dd_background_portal_request_async (gboolean autostart,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->autostart = autostart;
  g_task_set_source_tag (task, dd_background_portal_request_async);
  g_task_set_task_data (task, request, request_free);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, on_bus, task);
}

gboolean
dd_background_portal_request_finish (GAsyncResult *result, DdBackgroundGrant *grant, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *grant = ((Request *) g_task_get_task_data (G_TASK (result)))->grant;
  return TRUE;
}
