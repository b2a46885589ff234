/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test.h"

#include "dd-ui.h"

#include <glib/gstdio.h>

/* Tuesday 2026-12-01 10:00 UTC */
#define NOW G_GINT64_CONSTANT (1796119200)

void
ui_test_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  gtk_init ();
  adw_init ();
  dd_ui_init ();
  /* Nothing moves: a test sees what will be, not how it comes. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

void
ui_test_set_up (UiTest *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.drydock.Drydock");
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("drydock-ui-XXXXXX", &error);
  g_assert_no_error (error);
  self->database = g_build_filename (self->folder, "drydock.db", NULL);
  self->context = dd_context_new (self->database, settings);
  dd_context_set_now (self->context, NOW);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

void
ui_test_open_window (UiTest *self)
{
  self->window = g_object_new (DD_TYPE_WINDOW, "context", self->context, NULL);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
  ui_test_wait (dd_window_is_settled (self->window));
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  guint *frames = user_data;

  (*frames)++;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

void
ui_test_settle (GtkWidget *widget)
{
  guint frames = 0;
  guint tick = gtk_widget_add_tick_callback (widget, on_tick, &frames, NULL);

  ui_test_wait (frames > 20 && !g_main_context_pending (NULL));
  gtk_widget_remove_tick_callback (widget, tick);
}

void
ui_test_close_window (UiTest *self)
{
  gtk_window_close (GTK_WINDOW (self->window));
  ui_test_wait (self->window == NULL);
}

/* Nothing may keep the context, but what is still under way on other threads may end first. */
static void
wait_for_end (UiTest *self)
{
  DdContext *context = self->context;

  g_object_add_weak_pointer (G_OBJECT (context), (gpointer *) &self->context);
  g_object_unref (context);
  ui_test_wait (self->context == NULL);
}

void
ui_test_tear_down (UiTest *self, gconstpointer data)
{
  if (self->window != NULL)
    ui_test_close_window (self);
  dd_database_close_sync (dd_context_get_database (self->context));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  wait_for_end (self);
  remove_folder (self->folder);
  g_free (self->database);
  g_free (self->folder);
}

static gboolean
has_name (GtkWidget *widget, const char *name)
{
  static const char *const properties[] = { "title", "label", "text" };

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), properties[i]);
      g_autofree char *value = NULL;

      if (pspec == NULL || pspec->value_type != G_TYPE_STRING)
        continue;
      g_object_get (widget, properties[i], &value, NULL);
      if (g_strcmp0 (value, name) == 0)
        return TRUE;
    }
  return FALSE;
}

GtkWidget *
ui_test_find (GtkWidget *root, GType type, const char *name)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (name == NULL || has_name (root, name)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}
