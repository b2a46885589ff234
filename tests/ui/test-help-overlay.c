/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test.h"

#include "dd-application.h"

#include <string.h>

#define OVERLAY "/io/github/drydock/Drydock/shortcuts.ui"

typedef struct
{
  guint key;
  GdkModifierType modifiers;
} Key;

static void
add_key (GArray *keys, const char *accelerator)
{
  Key key;

  g_assert_true (gtk_accelerator_parse (accelerator, &key.key, &key.modifiers));
  g_array_append_val (keys, key);
}

/* "<Alt>1...9" is a key for each digit. */
static void
add_range (GArray *keys, const char *accelerator)
{
  const char *dots = strstr (accelerator, "...");
  g_autofree char *beginning = g_strndup (accelerator, (gsize) (dots - accelerator) - 1);

  for (char digit = dots[-1]; digit <= dots[3]; digit++)
    {
      g_autofree char *one = g_strdup_printf ("%s%c", beginning, digit);

      add_key (keys, one);
    }
}

/* Returns: (transfer full) (element-type Key): every key that the overlay tells */
static GArray *
load_told (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (OVERLAY);
  GObject *overlay = gtk_builder_get_object (builder, "help_overlay");
  GSList *objects = gtk_builder_get_objects (builder);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (Key));

  for (GSList *l = objects; l != NULL; l = l->next)
    {
      g_autofree char *accelerators = NULL;
      g_auto (GStrv) parts = NULL;

      if (!GTK_IS_SHORTCUTS_SHORTCUT (l->data))
        continue;
      g_object_get (l->data, "accelerator", &accelerators, NULL);
      parts = g_strsplit (accelerators, " ", -1);
      for (int i = 0; parts[i] != NULL; i++)
        if (strstr (parts[i], "...") != NULL)
          add_range (keys, parts[i]);
        else
          add_key (keys, parts[i]);
    }
  g_slist_free (objects);
  gtk_window_destroy (GTK_WINDOW (overlay));
  return keys;
}

static gboolean
is_told (GArray *told, guint key, GdkModifierType modifiers)
{
  for (guint i = 0; i < told->len; i++)
    {
      Key *at = &g_array_index (told, Key, i);

      if (gdk_keyval_to_lower (at->key) == gdk_keyval_to_lower (key) && at->modifiers == modifiers)
        return TRUE;
    }
  return FALSE;
}

/* Whether @shortcut is one of the window's own: GTK's are not ours to tell. */
static gboolean
is_ours (GtkShortcut *shortcut)
{
  GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);

  return GTK_IS_NAMED_ACTION (action)
         && g_str_has_prefix (gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)), "win.");
}

/* Checks the shortcuts of one controller. Returns: how many of them are the window's own */
static guint
check_controller (GArray *told, GListModel *controller)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controller); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (controller, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
      g_autofree char *name = gtk_shortcut_trigger_to_string (trigger);

      if (!is_ours (shortcut))
        continue;
      n++;
      if (!is_told (told, gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                    gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger))))
        g_error ("the help overlay does not tell %s", name);
    }
  return n;
}

static void
test_tells_every_key_of_the_window (UiTest *self, gconstpointer data)
{
  g_autoptr (GListModel) controllers = NULL;
  g_autoptr (GArray) told = load_told ();
  guint n = 0;

  ui_test_open_window (self);
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->window));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        n += check_controller (told, G_LIST_MODEL (controller));
    }
  g_assert_cmpuint (n, >=, 5);
}

static void
check_accels (GArray *told, GtkApplication *application, const char *action)
{
  g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, action);

  for (int i = 0; accels[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;

      g_assert_true (gtk_accelerator_parse (accels[i], &key, &modifiers));
      if (!is_told (told, key, modifiers))
        g_error ("the help overlay does not tell %s", accels[i]);
    }
}

static void
test_tells_every_key_of_the_application (void)
{
  g_autoptr (DdApplication) application = dd_application_new ();
  g_autoptr (GArray) told = load_told ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) actions = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  g_assert_cmpuint (g_strv_length (actions), >=, 3);
  for (int i = 0; actions[i] != NULL; i++)
    check_accels (told, GTK_APPLICATION (application), actions[i]);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/help-overlay/tells-every-key-of-the-window", UiTest, NULL, ui_test_set_up,
              test_tells_every_key_of_the_window, ui_test_tear_down);
  g_test_add_func ("/help-overlay/tells-every-key-of-the-application",
                   test_tells_every_key_of_the_application);
  return g_test_run ();
}
