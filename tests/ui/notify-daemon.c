/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify-daemon.h"

#include "ui-test.h"

#define NOTIFICATIONS "org.freedesktop.Notifications"
#define MOCK          "org.freedesktop.DBus.Mock"
#define PORTAL        "org.freedesktop.portal.Desktop"
#define PORTAL_PATH   "/org/freedesktop/portal/desktop"
#define PORTAL_IFACE  "org.freedesktop.portal.Notification"

/* Which of the two a mock is. */
static const char *
get_name (NotifyDaemon *self)
{
  return g_object_get_data (G_OBJECT (self->process), "bus-name");
}

static const char *
get_path (NotifyDaemon *self)
{
  return g_str_equal (get_name (self), PORTAL) ? PORTAL_PATH : "/org/freedesktop/Notifications";
}

gboolean
notify_daemon_is_on_bus (GDBusConnection *bus, const char *name)
{
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "NameHasOwner",
                                   g_variant_new ("(s)", name), G_VARIANT_TYPE ("(b)"),
                                   G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean there = FALSE;

  g_assert_nonnull (reply);
  g_variant_get (reply, "(b)", &there);
  return there;
}

static NotifyDaemon *
start (const char *const *command, const char *name)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  NotifyDaemon *self = g_new0 (NotifyDaemon, 1);
  g_autoptr (GError) error = NULL;

  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  /* What they warn of is not for us to fail about. */
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  self->process = g_subprocess_launcher_spawnv (launcher, command, &error);
  g_assert_no_error (error);
  g_object_set_data (G_OBJECT (self->process), "bus-name", (gpointer) name);
  ui_test_wait (notify_daemon_is_on_bus (self->bus, name));
  return self;
}

/* A mock is on the bus a moment before it can be asked. */
static void
wait_until_ready (NotifyDaemon *self)
{
  ui_test_wait (notify_daemon_count (self, "GetCapabilities") != G_MAXUINT);
}

NotifyDaemon *
notify_daemon_start_mock (const char *abilities)
{
  g_autofree char *parameters = g_strdup_printf ("{\"capabilities\": \"%s\"}", abilities);
  const char *command[] = { "/usr/bin/python3",    "-m",           "dbusmock", "--template",
                            "notification_daemon", "--parameters", parameters, NULL };
  NotifyDaemon *self = start (command, NOTIFICATIONS);

  wait_until_ready (self);
  return self;
}

static void
call_mock (NotifyDaemon *self, const char *method, GVariant *parameters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_sync (self->bus, get_name (self), get_path (self), MOCK, method,
                                   parameters, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
}

NotifyDaemon *
notify_daemon_start_portal (void)
{
  static const char *const command[] = { "/usr/bin/python3", "-m",         "dbusmock", PORTAL,
                                         PORTAL_PATH,        PORTAL_IFACE, NULL };
  NotifyDaemon *self = start (command, PORTAL);

  wait_until_ready (self);
  call_mock (self, "AddProperty",
             g_variant_new ("(ssv)", PORTAL_IFACE, "version", g_variant_new_uint32 (1)));
  notify_daemon_add_method (self, PORTAL_IFACE, "AddNotification", "sa{sv}", "", "");
  notify_daemon_add_method (self, PORTAL_IFACE, "RemoveNotification", "s", "", "");
  return self;
}

void
notify_daemon_add_method (NotifyDaemon *self,
                          const char *iface,
                          const char *method,
                          const char *in,
                          const char *out,
                          const char *code)
{
  call_mock (self, "AddMethod", g_variant_new ("(sssss)", iface, method, in, out, code));
}

NotifyDaemon *
notify_daemon_start_dunst (const char *config)
{
  const char *command[] = { "dunst", "-config", config, NULL };

  return start (command, NOTIFICATIONS);
}

void
notify_daemon_stop (NotifyDaemon *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  ui_test_wait (!notify_daemon_is_on_bus (self->bus, get_name (self)));
  g_object_unref (self->process);
  g_object_unref (self->bus);
  g_free (self);
}

/* Returns: (transfer full): all that the mock was asked, or NULL while it is not ready */
static GVariant *
list_calls (NotifyDaemon *self, const char *method)
{
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_sync (self->bus, get_name (self), get_path (self), MOCK,
                                   "GetMethodCalls", g_variant_new ("(s)", method), NULL,
                                   G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);

  return reply != NULL ? g_variant_get_child_value (reply, 0) : NULL;
}

guint
notify_daemon_count (NotifyDaemon *self, const char *method)
{
  g_autoptr (GVariant) calls = list_calls (self, method);

  return calls != NULL ? (guint) g_variant_n_children (calls) : G_MAXUINT;
}

GVariant *
notify_daemon_get_arguments (NotifyDaemon *self, const char *method, guint index)
{
  g_autoptr (GVariant) calls = list_calls (self, method);
  g_autoptr (GVariant) call = NULL;

  if (calls == NULL || index >= g_variant_n_children (calls))
    return NULL;
  call = g_variant_get_child_value (calls, index);
  return g_variant_get_child_value (call, 1);
}

/* Argument @index of a call. Returns: (transfer full): it */
static GVariant *
get_argument (GVariant *arguments, guint index)
{
  g_autoptr (GVariant) boxed = g_variant_get_child_value (arguments, index);

  return g_variant_get_variant (boxed);
}

static char *
dup_text (GVariant *arguments, guint index)
{
  g_autoptr (GVariant) argument = get_argument (arguments, index);

  return g_variant_dup_string (argument, NULL);
}

NotifyCall *
notify_daemon_get (NotifyDaemon *self, guint index)
{
  g_autoptr (GVariant) arguments = notify_daemon_get_arguments (self, "Notify", index);
  g_autoptr (GVariant) replaces = NULL, actions = NULL, hints = NULL;
  NotifyCall *call;
  guchar urgency = 1;

  if (arguments == NULL)
    return NULL;
  replaces = get_argument (arguments, 1);
  actions = get_argument (arguments, 5);
  hints = get_argument (arguments, 6);
  call = g_new0 (NotifyCall, 1);
  call->replaces = g_variant_get_uint32 (replaces);
  call->title = dup_text (arguments, 3);
  call->body = dup_text (arguments, 4);
  call->actions = g_variant_dup_strv (actions, NULL);
  g_variant_lookup (hints, "urgency", "y", &urgency);
  g_variant_lookup (hints, "suppress-sound", "b", &call->silent);
  call->urgency = urgency;
  return call;
}

void
notify_call_free (NotifyCall *self)
{
  g_free (self->title);
  g_free (self->body);
  g_strfreev (self->actions);
  g_free (self);
}

const char *
notify_call_get_label (const NotifyCall *self, const char *name)
{
  for (guint i = 0; self->actions[i] != NULL; i += 2)
    if (g_str_equal (self->actions[i], name))
      return self->actions[i + 1];
  return NULL;
}

void
notify_daemon_emit (NotifyDaemon *self, const char *name, GVariant *parameters)
{
  const char *iface = g_str_equal (get_name (self), PORTAL) ? PORTAL_IFACE : NOTIFICATIONS;
  GVariantBuilder boxed;
  GString *signature = g_string_new (g_variant_get_type_string (parameters));

  g_variant_builder_init (&boxed, G_VARIANT_TYPE ("av"));
  for (gsize i = 0; i < g_variant_n_children (parameters); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (parameters, i);

      g_variant_builder_add (&boxed, "v", child);
    }
  /* Without the tuple's brackets. */
  g_string_erase (signature, 0, 1);
  g_string_truncate (signature, signature->len - 1);
  call_mock (self, "EmitSignal", g_variant_new ("(sssav)", iface, name, signature->str, &boxed));
  g_string_free (signature, TRUE);
  g_variant_unref (g_variant_ref_sink (parameters));
}
