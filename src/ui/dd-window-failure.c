/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window shows when the database could not be opened: why, and what can be done: try
 * again, restore the newest good backup, or leave. Nothing is done without being asked. */

#include "config.h"

#include "dd-window-private.h"

#include "dd-store-error.h"

#include <glib/gi18n.h>

static void
on_restored (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (dd_database_restore_finish (DD_DATABASE (object), result, &error))
    dd_window_open (self);
  else
    dd_window_show_failure (self, error);
}

static void
on_restore_clicked (GtkButton *button, DdWindow *self)
{
  const char *backup = g_object_get_data (G_OBJECT (button), "backup");

  gtk_stack_set_visible_child_name (self->states, "opening");
  dd_database_restore_async (dd_context_get_database (self->context), backup,
                             dd_context_get_now (self->context), NULL, on_restored,
                             g_object_ref (self));
}

static GtkWidget *
add_button (DdWindow *self, const char *label, GCallback callback, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", callback, self, 0);
  gtk_box_append (self->failure_actions, button);
  return button;
}

static void
on_try_again_clicked (GtkButton *button, DdWindow *self)
{
  dd_window_open (self);
}

void
dd_window_show_failure (DdWindow *self, const GError *error)
{
  g_autofree char *description = g_markup_escape_text (error->message, -1);
  const char *backup = dd_store_error_get_backup (error);
  GtkWidget *child, *button;

  adw_status_page_set_description (self->failure, description);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->failure_actions))) != NULL)
    gtk_box_remove (self->failure_actions, child);
  if (backup != NULL)
    {
      button = add_button (self, _ ("_Restore the Backup"), G_CALLBACK (on_restore_clicked), TRUE);
      g_object_set_data_full (G_OBJECT (button), "backup", g_strdup (backup), g_free);
    }
  add_button (self, _ ("_Try Again"), G_CALLBACK (on_try_again_clicked), backup == NULL);
  gtk_stack_set_visible_child_name (self->states, "failed");
}
