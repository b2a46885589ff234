/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "notify-daemon.h"
#include "ui-test.h"

#include "notify/dd-autostart.h"
#include "notify/dd-background.h"

/* A program with settings of its own, which asks nobody yet. */
typedef struct
{
  GApplication *application;
  GSettings *settings;
  DdBackground *background;
  GtkWindow *window;
  gboolean activated;
  gboolean ended;
  guint refused;
} Fixture;

static void
on_activate (GApplication *application, Fixture *self)
{
  self->activated = TRUE;
}

static void
on_shutdown (GApplication *application, Fixture *self)
{
  self->ended = TRUE;
}

static void
on_refused (DdBackground *background, const char *words, Fixture *self)
{
  g_assert_cmpstr (words, !=, "");
  self->refused++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->application = g_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  self->settings = g_settings_new ("io.github.drydock.Drydock");
  g_settings_reset (self->settings, "run-in-background");
  g_settings_reset (self->settings, "start-at-login");
  g_settings_reset (self->settings, "background-asked");
  g_signal_connect (self->application, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (self->application, "shutdown", G_CALLBACK (on_shutdown), self);
}

static void
begin (Fixture *self)
{
  self->background = dd_background_new (self->application, self->settings);
  g_signal_connect (self->background, "refused", G_CALLBACK (on_refused), self);
  self->window = GTK_WINDOW (gtk_window_new ());
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_present (self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (self->window);
  g_clear_object (&self->background);
  g_clear_object (&self->application);
  g_clear_object (&self->settings);
}

/* Makes a change while the program runs, which ends when nothing holds it. */
typedef struct
{
  Fixture *fixture;
  void (*change) (Fixture *fixture);
  guint rounds;
  gboolean changed;
} Run;

static gboolean
on_round (gpointer user_data)
{
  Run *run = user_data;

  /* What is ready at the end is still done then. */
  if (run->fixture->ended)
    return G_SOURCE_REMOVE;
  if (++run->rounds < 20)
    return G_SOURCE_CONTINUE;
  run->changed = TRUE;
  run->change (run->fixture);
  return G_SOURCE_REMOVE;
}

/* Returns: whether the program went on until @change was made */
static gboolean
runs_until (Fixture *self, void (*change) (Fixture *fixture))
{
  Run run = { self, change, 0, FALSE };

  g_idle_add (on_round, &run);
  g_application_run (self->application, 0, NULL);
  g_assert_true (self->activated);
  return run.changed;
}

static void
switch_off (Fixture *self)
{
  g_settings_set_boolean (self->settings, "run-in-background", FALSE);
}

static void
release (Fixture *self)
{
  dd_background_release (self->background);
}

/* --- Running on --- */

static void
test_the_program_ends_unless_it_is_wanted (Fixture *self, gconstpointer data)
{
  self->background = dd_background_new (self->application, self->settings);
  g_assert_false (runs_until (self, switch_off));
}

static void
test_runs_on_while_it_is_wanted (Fixture *self, gconstpointer data)
{
  g_settings_set_boolean (self->settings, "run-in-background", TRUE);
  self->background = dd_background_new (self->application, self->settings);
  g_assert_true (runs_until (self, switch_off));
}

static void
test_quitting_ends_it_all_the_same (Fixture *self, gconstpointer data)
{
  g_settings_set_boolean (self->settings, "run-in-background", TRUE);
  self->background = dd_background_new (self->application, self->settings);
  g_assert_true (runs_until (self, release));
  g_assert_true (g_settings_get_boolean (self->settings, "run-in-background"));
}

/* --- Asking --- */

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static const struct
{
  const char *name;
  const char *button;
  gboolean asked;
  gboolean runs;
  gboolean closes;
} answers[] = {
  { "keep", "_Keep Running", TRUE, TRUE, TRUE },
  { "quit", "_Quit", TRUE, FALSE, TRUE },
  { "cancel", "_Cancel", FALSE, FALSE, FALSE },
};

static void
test_asks_once (Fixture *self, gconstpointer data)
{
  const typeof (answers[0]) *answer = data;
  GtkWidget *button;

  begin (self);
  g_assert_true (dd_background_ask (self->background, self->window));
  ui_test_wait (find_dialog () != NULL);
  button = ui_test_find (GTK_WIDGET (find_dialog ()), GTK_TYPE_BUTTON, answer->button);
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait (find_dialog () == NULL);
  g_assert_true (g_settings_get_boolean (self->settings, "background-asked") == answer->asked);
  g_assert_true (g_settings_get_boolean (self->settings, "run-in-background") == answer->runs);
  if (answer->closes)
    ui_test_wait (self->window == NULL);
  else
    g_assert_nonnull (self->window);
  if (answer->asked)
    g_assert_false (dd_background_ask (self->background, self->window));
}

static void
test_does_not_ask_who_quits (Fixture *self, gconstpointer data)
{
  begin (self);
  dd_background_release (self->background);
  g_assert_false (dd_background_ask (self->background, self->window));
}

/* --- At login --- */

static void
test_starts_at_login_while_both_are_wanted (Fixture *self, gconstpointer data)
{
  begin (self);
  g_settings_set_boolean (self->settings, "run-in-background", TRUE);
  g_assert_false (dd_autostart_is_on ());
  g_settings_set_boolean (self->settings, "start-at-login", TRUE);
  g_assert_true (dd_autostart_is_on ());
  /* Started at login without that it would end at once. */
  g_settings_set_boolean (self->settings, "run-in-background", FALSE);
  g_assert_false (dd_autostart_is_on ());
  g_assert_cmpuint (self->refused, ==, 0);
}

static void
test_somebody_else_removed_the_entry (Fixture *self, gconstpointer data)
{
  g_settings_set_boolean (self->settings, "run-in-background", TRUE);
  g_settings_set_boolean (self->settings, "start-at-login", TRUE);
  begin (self);
  g_assert_false (g_settings_get_boolean (self->settings, "start-at-login"));
}

/* --- In a sandbox --- */

static const struct
{
  const char *name;
  int response; /* 0: done, 1: the user said no */
  gboolean background;
  gboolean autostart;
  gboolean runs;
  gboolean starts;
} grants[] = {
  { "everything", 0, TRUE, TRUE, TRUE, TRUE },
  { "not-at-login", 0, TRUE, FALSE, TRUE, FALSE },
  { "nothing", 0, FALSE, FALSE, FALSE, FALSE },
  { "the-user-said-no", 1, TRUE, TRUE, FALSE, FALSE },
};

/* Lets the mock grant what @grant says, by the rules for portals. */
static void
add_background_portal (NotifyDaemon *portal, const typeof (grants[0]) *grant)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (portal->bus) + 1);
  g_autofree char *code = NULL;

  g_strdelimit (sender, ".", '_');
  code = g_strdup_printf (
      "path = '/org/freedesktop/portal/desktop/request/%s/' + args[1]['handle_token']\n"
      "self.AddObject(path, 'org.freedesktop.portal.Request', {}, [])\n"
      "objects[path].EmitSignal('org.freedesktop.portal.Request', 'Response', 'ua{sv}', "
      "[dbus.UInt32(%d), dbus.Dictionary({'background': dbus.Boolean(%d), "
      "'autostart': dbus.Boolean(%d)}, signature='sv')])\n"
      "ret = dbus.ObjectPath(path)",
      sender, grant->response, grant->background, grant->autostart);
  notify_daemon_add_method (portal, "org.freedesktop.portal.Background", "RequestBackground",
                            "sa{sv}", "o", code);
}

static void
test_the_portal_decides (Fixture *self, gconstpointer data)
{
  const typeof (grants[0]) *grant = data;
  g_autoptr (NotifyDaemon) portal = notify_daemon_start_portal ();
  g_autoptr (GVariant) arguments = NULL, options = NULL;
  gboolean autostart;
  GStrv command;

  g_setenv ("GTK_USE_PORTAL", "1", TRUE);
  add_background_portal (portal, grant);
  begin (self);
  g_settings_set_boolean (self->settings, "run-in-background", TRUE);
  ui_test_wait (notify_daemon_count (portal, "RequestBackground") == 1);
  arguments = notify_daemon_get_arguments (portal, "RequestBackground", 0);
  g_variant_get_child (arguments, 1, "v", &options);
  g_assert_true (g_variant_lookup (options, "autostart", "b", &autostart));
  g_assert_false (autostart);
  g_assert_true (g_variant_lookup (options, "commandline", "^as", &command));
  g_assert_cmpstr (command[1], ==, "--gapplication-service");
  g_strfreev (command);
  ui_test_wait (g_settings_get_boolean (self->settings, "run-in-background") == grant->runs);
  ui_test_wait ((self->refused > 0) == !grant->runs);
  g_settings_set_boolean (self->settings, "start-at-login", TRUE);
  ui_test_wait (notify_daemon_count (portal, "RequestBackground") == 2);
  ui_test_wait ((self->refused > 0) == (!grant->runs || !grant->starts));
  g_assert_true (g_settings_get_boolean (self->settings, "start-at-login")
                 == (grant->starts || !grant->runs));
  g_assert_false (dd_autostart_is_on ());
  g_unsetenv ("GTK_USE_PORTAL");
}

static void
test_no_portal_starts_nothing (Fixture *self, gconstpointer data)
{
  g_setenv ("GTK_USE_PORTAL", "1", TRUE);
  begin (self);
  g_settings_set_boolean (self->settings, "run-in-background", TRUE);
  g_settings_set_boolean (self->settings, "start-at-login", TRUE);
  ui_test_wait (!g_settings_get_boolean (self->settings, "start-at-login"));
  g_assert_true (g_settings_get_boolean (self->settings, "run-in-background"));
  g_unsetenv ("GTK_USE_PORTAL");
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("/background/the-program-ends-unless-it-is-wanted",
       test_the_program_ends_unless_it_is_wanted);
  ADD ("/background/runs-on-while-it-is-wanted", test_runs_on_while_it_is_wanted);
  ADD ("/background/quitting-ends-it-all-the-same", test_quitting_ends_it_all_the_same);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/background/asks-once/%s", answers[i].name);

      g_test_add (path, Fixture, &answers[i], set_up, test_asks_once, tear_down);
    }
  ADD ("/background/does-not-ask-who-quits", test_does_not_ask_who_quits);
  ADD ("/background/starts-at-login-while-both-are-wanted",
       test_starts_at_login_while_both_are_wanted);
  ADD ("/background/somebody-else-removed-the-entry", test_somebody_else_removed_the_entry);
  for (guint i = 0; i < G_N_ELEMENTS (grants); i++)
    {
      g_autofree char *path = g_strdup_printf ("/background/the-portal-decides/%s", grants[i].name);

      g_test_add (path, Fixture, &grants[i], set_up, test_the_portal_decides, tear_down);
    }
  ADD ("/background/no-portal-starts-nothing", test_no_portal_starts_nothing);
  return g_test_run ();
}
