/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window says at its foot when something happened to the database while it was open. What
 * is shown and what was typed stays; nothing is done without being asked. */

#include "config.h"

#include "dd-window-private.h"

#include <glib/gi18n.h>

static void
hide (DdWindow *self)
{
  if (self->notice != NULL)
    gtk_box_remove (self->content, self->notice);
  self->notice = NULL;
}

/* Shows @text, with a button for @action (nullable) that is called @label. */
static void
show (DdWindow *self, const char *text, const char *label, const char *action)
{
  GtkWidget *bar = gtk_info_bar_new (), *words = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_selectable (GTK_LABEL (words), TRUE);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), GTK_MESSAGE_WARNING);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), words);
  if (action != NULL)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
      gtk_info_bar_add_action_widget (GTK_INFO_BAR (bar), button, GTK_RESPONSE_APPLY);
    }
  else
    {
      gtk_info_bar_set_show_close_button (GTK_INFO_BAR (bar), TRUE);
      g_signal_connect_object (bar, "response", G_CALLBACK (hide), self, G_CONNECT_SWAPPED);
    }
  hide (self);
  gtk_box_append (self->content, bar);
  self->notice = bar;
}

static void
on_moved (DdWindow *self)
{
  g_autofree char *text = g_strdup_printf (
      _ ("“%s” was moved, replaced or deleted. What you see is how it was; nothing more is saved "
         "until it is opened again."),
      dd_database_get_path (dd_context_get_database (self->context)));

  show (self, text, _ ("_Open Again"), "win.open-again");
}

static void
on_backup_failed (DdWindow *self)
{
  g_autoptr (GError) error = dd_database_dup_backup_error (dd_context_get_database (self->context));
  g_autofree char *text = NULL;

  /* It may have been made since. */
  if (error == NULL)
    return;
  text = g_strdup_printf (_ ("The daily backup was not made. %s"), error->message);
  show (self, text, NULL, NULL);
}

static void
on_damaged (DdWindow *self)
{
  g_autoptr (GError) error = dd_database_dup_damage (dd_context_get_database (self->context));

  if (error != NULL)
    dd_window_show_failure (self, error);
}

void
dd_window_watch_database (DdWindow *self)
{
  DdDatabase *database = dd_context_get_database (self->context);

  g_signal_connect_object (database, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (database, "damaged", G_CALLBACK (on_damaged), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (database, "backup-failed", G_CALLBACK (on_backup_failed), self,
                           G_CONNECT_SWAPPED);
}

void
dd_window_hide_notice (DdWindow *self)
{
  hide (self);
}

const char *
dd_window_get_notice (DdWindow *self)
{
  GtkWidget *label;

  g_return_val_if_fail (DD_IS_WINDOW (self), NULL);
  if (self->notice == NULL)
    return NULL;
  for (label = self->notice; !GTK_IS_LABEL (label); label = gtk_widget_get_first_child (label))
    ;
  return gtk_label_get_text (GTK_LABEL (label));
}
