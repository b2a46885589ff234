/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Notification servers for tests, on the session bus that the test has for itself:
 * python-dbusmock's, which tells what it was asked, and dunst, which shows real popups. */
typedef struct
{
  GSubprocess *process;
  GDBusConnection *bus;
} NotifyDaemon;

/* What a server was asked to show. */
typedef struct
{
  guint replaces;
  char *title;
  char *body;
  GStrv actions; /* names and labels in turn */
  int urgency;
  gboolean silent;
} NotifyCall;

/* Starts python-dbusmock's server with @abilities, words with blanks between, and waits until it
 * is on the bus. Returns: (transfer full): it */
NotifyDaemon *notify_daemon_start_mock (const char *abilities);

/* Starts a mock of the notification portal and waits until it is on the bus.
 * Returns: (transfer full): it */
NotifyDaemon *notify_daemon_start_portal (void);

/* Gives the mock the method @method of @iface: what it takes and gives (D-Bus signatures) and
 * does (Python). */
void notify_daemon_add_method (NotifyDaemon *self, const char *iface, const char *method,
                               const char *in, const char *out, const char *code);

/* Starts dunst with the configuration at @config. Returns: (transfer full): it */
NotifyDaemon *notify_daemon_start_dunst (const char *config);

/* Kills the server and waits until it is off the bus. */
void notify_daemon_stop (NotifyDaemon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NotifyDaemon, notify_daemon_stop)

/* Returns: how often the mock's @method was called */
guint notify_daemon_count (NotifyDaemon *self, const char *method);

/* The arguments of the call number @index, from 0, of the mock's @method.
 * Returns: (transfer full) (nullable): an array of variants, NULL while there is no such call */
GVariant *notify_daemon_get_arguments (NotifyDaemon *self, const char *method, guint index);

/* Returns: (transfer full) (nullable): the call number @index, from 0, to show something */
NotifyCall *notify_daemon_get (NotifyDaemon *self, guint index);

/* Frees @self. */
void notify_call_free (NotifyCall *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NotifyCall, notify_call_free)

/* Returns: (transfer none) (nullable): the label of the action @name of @self */
const char *notify_call_get_label (const NotifyCall *self, const char *name);

/* Lets the mock send its signal @name with @parameters (floating tuple). */
void notify_daemon_emit (NotifyDaemon *self, const char *name, GVariant *parameters);

/* Returns: whether some server is on the bus as @name */
gboolean notify_daemon_is_on_bus (GDBusConnection *bus, const char *name);

G_END_DECLS
