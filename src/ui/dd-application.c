/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-application.h"

#include "dd-ui.h"
#include "notify/dd-background.h"
#include "notify/dd-launcher-count.h"
#include "notify/dd-reminder-actions.h"
#include "notify/dd-reminder-delivery.h"
#include "preferences/dd-preferences-window.h"
#include "search-provider/dd-search-provider.h"

#include <glib/gi18n.h>

#define SETTINGS_SCHEMA "io.github.drydock.Drydock"

/* Whoever searches goes on typing: so long the program stays when the bus has started it, in ms. */
#define SERVICE_STAY 30000

struct _DdApplication
{
  AdwApplication parent_instance;

  /* Owned references */
  DdContext *context;
  GSettings *settings;
  DdNotifier *notifier;              /* (nullable): with the delivery */
  DdReminderDelivery *delivery;      /* (nullable): until there is a window, or a wish for it */
  DdBackground *background;          /* (nullable): of a database of its own there is none */
  DdSearchProvider *search_provider; /* (nullable) */
  char *database;                    /* (nullable): from the command line */
};

G_DEFINE_FINAL_TYPE (DdApplication, dd_application, ADW_TYPE_APPLICATION)

static void
apply_style (DdApplication *self)
{
  g_autofree char *style = g_settings_get_string (self->settings, "style");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

/* --- The window --- */

static gboolean
on_close_request (DdWindow *window, DdApplication *self)
{
  return self->background != NULL && dd_background_ask (self->background, GTK_WINDOW (window));
}

static DdWindow *
make_window (DdApplication *self)
{
  DdWindow *window = dd_window_new (GTK_APPLICATION (self), self->context);

  g_signal_connect_object (window, "close-request", G_CALLBACK (on_close_request), self, 0);
  return window;
}

DdWindow *
dd_application_ensure_window (DdApplication *self)
{
  GtkWindow *window;

  g_return_val_if_fail (DD_IS_APPLICATION (self), NULL);
  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  while (window != NULL && !DD_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? DD_WINDOW (window) : make_window (self);
}

/* --- Reminders --- */

static void
on_chosen (DdReminderDelivery *delivery,
           const char *key,
           const char *action,
           const char *token,
           DdApplication *self)
{
  dd_reminder_actions_choose (self, key, action, token);
}

static void
on_counted (DdReminderDelivery *delivery, guint n, DdApplication *self)
{
  dd_launcher_count_show (g_application_get_dbus_connection (G_APPLICATION (self)), n);
}

static void
ensure_delivery (DdApplication *self)
{
  if (self->delivery != NULL)
    return;
  self->notifier = dd_notifier_new ();
  self->delivery = dd_reminder_delivery_new (self->context, self->notifier);
  g_signal_connect_object (self->delivery, "chosen", G_CALLBACK (on_chosen), self, 0);
  g_signal_connect_object (self->delivery, "counted", G_CALLBACK (on_counted), self, 0);
}

static void
on_refused (DdBackground *background, const char *words, DdApplication *self)
{
  if (gtk_application_get_windows (GTK_APPLICATION (self)) != NULL)
    dd_window_toast (GTK_WIDGET (dd_application_ensure_window (self)), words, FALSE);
}

/* A program for a database of its own could not be called back: it is not on the session bus. */
static void
start_background (DdApplication *self)
{
  if (self->database != NULL)
    return;
  self->background = dd_background_new (G_APPLICATION (self), self->settings);
  g_signal_connect_object (self->background, "refused", G_CALLBACK (on_refused), self, 0);
}

/* The bus starts the program for the desktop's search too: then it tells no reminders, which would
 * be gone with it in a moment. */
static void
start_unattended (DdApplication *self)
{
  g_application_set_inactivity_timeout (G_APPLICATION (self), SERVICE_STAY);
  dd_context_set_attended (self->context, FALSE);
  if (!g_settings_get_boolean (self->settings, "run-in-background"))
    return;
  ensure_delivery (self);
  dd_context_open_async (self->context, NULL, NULL, NULL);
}

static void
dd_application_window_added (GtkApplication *application, GtkWindow *window)
{
  DdApplication *self = DD_APPLICATION (application);

  GTK_APPLICATION_CLASS (dd_application_parent_class)->window_added (application, window);
  dd_context_set_attended (self->context, TRUE);
  ensure_delivery (self);
}

static void
dd_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (dd_application_parent_class)->window_removed (application, window);
  if (gtk_application_get_windows (application) == NULL)
    dd_context_set_attended (DD_APPLICATION (application)->context, FALSE);
}

/* --- Actions --- */

/* Ends the program when no window refuses to close, one that is there for the desktop's search,
 * too. */
static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DdApplication *self = DD_APPLICATION (user_data);
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  if (self->background != NULL)
    dd_background_release (self->background);
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
  if (gtk_application_get_windows (GTK_APPLICATION (user_data)) == NULL)
    g_application_quit (G_APPLICATION (user_data));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_show_about_window (GTK_WINDOW (dd_application_ensure_window (DD_APPLICATION (user_data))),
                         "application-name", _ ("Drydock"), "application-icon", DD_APP_ID,
                         "version", DD_VERSION, "developer-name", _ ("The Drydock contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Managed upgrades, planned from what their documents state"), NULL);
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DdWindow *window = dd_application_ensure_window (DD_APPLICATION (user_data));

  gtk_window_present (
      GTK_WINDOW (dd_preferences_window_new (GTK_WINDOW (window), dd_window_get_context (window))));
}

/* Does in the window what the action with the same name does there, when its database is open. */
static void
ask_window (DdApplication *self, const char *action, GVariant *target)
{
  DdWindow *window = dd_application_ensure_window (self);

  dd_window_ask (window, action, target);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_new_case (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask_window (DD_APPLICATION (user_data), "win.new-case", NULL);
}

static void
on_today (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask_window (DD_APPLICATION (user_data), "win.place", g_variant_new_string ("today"));
}

static const GActionEntry actions[] = {
  { "new-case", on_new_case },
  { "today", on_today },
  { "quit", on_quit },
  { "about", on_about },
  { "preferences", on_preferences },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
};

/* --- Object --- */

static void
dd_application_startup (GApplication *application)
{
  DdApplication *self = DD_APPLICATION (application);

  /* libadwaita looks for the style as it starts. */
  dd_ui_init ();
  G_APPLICATION_CLASS (dd_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (DD_APP_ID);
  self->settings = g_settings_new (SETTINGS_SCHEMA);
  apply_style (self);
  self->context = dd_context_new (self->database, self->settings);
  if (self->search_provider != NULL)
    dd_search_provider_set_context (self->search_provider, self->context);
  g_signal_connect_swapped (self->settings, "changed::style", G_CALLBACK (apply_style), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           accels[i].keys);
  dd_reminder_actions_add (self);
  start_background (self);
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    start_unattended (self);
}

/* What is shown goes with the program, which nobody could ask for anything any more. */
static void
dd_application_shutdown (GApplication *application)
{
  DdApplication *self = DD_APPLICATION (application);

  if (self->notifier != NULL)
    dd_notifier_stop (self->notifier);
  dd_launcher_count_show (g_application_get_dbus_connection (application), 0);
  G_APPLICATION_CLASS (dd_application_parent_class)->shutdown (application);
}

static void
dd_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (dd_application_ensure_window (DD_APPLICATION (application))));
}

/* "drydock:ID", as links and notifications have it. */
#define CASE_SCHEME "drydock:"

/* A link to a case, else a file with a customer's answers. */
static void
open_uri (DdWindow *window, const char *uri)
{
  if (!g_str_has_prefix (uri, CASE_SCHEME))
    {
      dd_window_ask (window, "win.answers", g_variant_new_string (uri));
      return;
    }
  uri += strlen (CASE_SCHEME);
  dd_window_show_case (window, uri + strspn (uri, "/"));
}

static void
dd_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  DdWindow *window = dd_application_ensure_window (DD_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      open_uri (window, uri);
    }
  gtk_window_present (GTK_WINDOW (window));
}

/* Asks the instance that runs, or this one, for the actions that @options name. */
static gboolean
activate_options (GApplication *application, GVariantDict *options, GError **error)
{
  static const char *const names[] = { "new-case", "today" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (!g_variant_dict_contains (options, names[i]))
        continue;
      if (!g_application_register (application, NULL, error))
        return FALSE;
      g_action_group_activate_action (G_ACTION_GROUP (application), names[i], NULL);
    }
  return TRUE;
}

/* --- The desktop's search --- */

static void
on_case_chosen (DdApplication *self, const char *id, guint time)
{
  DdWindow *window = dd_application_ensure_window (self);

  dd_window_show_case (window, id);
  gtk_window_present_with_time (GTK_WINDOW (window), time);
}

static void
on_search_chosen (DdApplication *self, const char *words, guint time)
{
  DdWindow *window = dd_application_ensure_window (self);

  dd_window_ask (window, "win.find", g_variant_new_string (words));
  gtk_window_present_with_time (GTK_WINDOW (window), time);
}

/* Before the name is owned, so that whoever starts the program by searching finds it there. */
static gboolean
dd_application_dbus_register (GApplication *application,
                              GDBusConnection *connection,
                              const char *path,
                              GError **error)
{
  DdApplication *self = DD_APPLICATION (application);
  g_autofree char *search_path = g_strconcat (path, "/SearchProvider", NULL);

  if (!G_APPLICATION_CLASS (dd_application_parent_class)
           ->dbus_register (application, connection, path, error))
    return FALSE;
  self->search_provider = dd_search_provider_new ();
  g_signal_connect_object (self->search_provider, "case-chosen", G_CALLBACK (on_case_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_provider, "search-chosen", G_CALLBACK (on_search_chosen),
                           self, G_CONNECT_SWAPPED);
  return dd_search_provider_export (self->search_provider, connection, search_path, error);
}

static void
dd_application_dbus_unregister (GApplication *application,
                                GDBusConnection *connection,
                                const char *path)
{
  DdApplication *self = DD_APPLICATION (application);

  if (self->search_provider != NULL)
    dd_search_provider_unexport (self->search_provider);
  g_clear_object (&self->search_provider);
  G_APPLICATION_CLASS (dd_application_parent_class)
      ->dbus_unregister (application, connection, path);
}

static int
dd_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  DdApplication *self = DD_APPLICATION (application);
  g_autofree char *database = NULL;
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Drydock %s\n", DD_VERSION);
      return 0;
    }
  /* Another database is another program: it must not end up in a running window's. */
  if (g_variant_dict_lookup (options, "database", "^ay", &database))
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (database);

      self->database = g_file_get_path (file);
      g_application_set_flags (application,
                               g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }
  if (!activate_options (application, options, &error))
    {
      g_printerr ("drydock: %s\n", error->message);
      return 1;
    }
  return -1;
}

static void
dd_application_dispose (GObject *object)
{
  DdApplication *self = DD_APPLICATION (object);

  g_clear_object (&self->background);
  g_clear_object (&self->delivery);
  g_clear_object (&self->notifier);
  g_clear_object (&self->search_provider);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->database, g_free);
  G_OBJECT_CLASS (dd_application_parent_class)->dispose (object);
}

static void
dd_application_class_init (DdApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_application_dispose;
  application_class->startup = dd_application_startup;
  application_class->shutdown = dd_application_shutdown;
  application_class->activate = dd_application_activate;
  application_class->open = dd_application_open;
  application_class->dbus_register = dd_application_dbus_register;
  application_class->dbus_unregister = dd_application_dbus_unregister;
  application_class->handle_local_options = dd_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_added = dd_application_window_added;
  GTK_APPLICATION_CLASS (klass)->window_removed = dd_application_window_removed;
}

static void
dd_application_init (DdApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Use this database file"), N_ ("FILE") },
    { "new-case", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the form for a new case"), NULL },
    { "today", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show what is to be done today"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

DdContext *
dd_application_get_context (DdApplication *self)
{
  g_return_val_if_fail (DD_IS_APPLICATION (self), NULL);
  return self->context;
}

DdApplication *
dd_application_new (void)
{
  return g_object_new (DD_TYPE_APPLICATION, "application-id", DD_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/drydock/Drydock", NULL);
}
