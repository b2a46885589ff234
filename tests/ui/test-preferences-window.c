/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test.h"

#include "preferences/dd-preferences-window.h"

#include <string.h>

static GtkWidget *
open_preferences (UiTest *self)
{
  DdPreferencesWindow *window;

  ui_test_open_window (self);
  window = dd_preferences_window_new (GTK_WINDOW (self->window), self->context);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (window)));
  return GTK_WIDGET (window);
}

static GtkWidget *
find (GtkWidget *window, const char *id)
{
  GtkWidget *widget = ui_test_find (window, GTK_TYPE_WIDGET, id);

  g_assert_nonnull (widget);
  return widget;
}

static void
test_sets_the_style (UiTest *self, gconstpointer data)
{
  GSettings *settings = dd_context_get_settings (self->context);
  GtkWidget *window = open_preferences (self);
  AdwComboRow *style = ADW_COMBO_ROW (find (window, "style"));
  g_autofree char *value = NULL;

  g_assert_cmpuint (adw_combo_row_get_selected (style), ==, 0);
  adw_combo_row_set_selected (style, 2);
  value = g_settings_get_string (settings, "style");
  g_assert_cmpstr (value, ==, "dark");
  g_settings_set_string (settings, "style", "light");
  g_assert_cmpuint (adw_combo_row_get_selected (style), ==, 1);
  g_settings_reset (settings, "style");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_sets_the_name (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_preferences (self);
  g_autofree char *user = NULL;

  gtk_editable_set_text (GTK_EDITABLE (find (window, "user_name")), "Ada <Lovelace>");
  user = dd_context_get_user (self->context);
  g_assert_cmpstr (user, ==, "Ada <Lovelace>");
  ui_test_wait (
      strstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (find (window, "user"))),
              "Ada <Lovelace>")
      != NULL);
  g_settings_reset (dd_context_get_settings (self->context), "user-name");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_closes_when_nothing_was_changed (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_preferences (self);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (window == NULL);
}

static void
test_asks_before_changes_are_lost (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_preferences (self);
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *question = NULL;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_editable_set_text (GTK_EDITABLE (find (window, "monday")), "10:00-11:00");
  gtk_window_close (GTK_WINDOW (window));
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) at = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (at))
        question = at;
    }
  g_assert_nonnull (question);
  g_assert_nonnull (window);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "discard");
  ui_test_wait (window == NULL);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/preferences/sets-the-style", UiTest, NULL, ui_test_set_up, test_sets_the_style,
              ui_test_tear_down);
  g_test_add ("/preferences/sets-the-name", UiTest, NULL, ui_test_set_up, test_sets_the_name,
              ui_test_tear_down);
  g_test_add ("/preferences/closes-when-nothing-was-changed", UiTest, NULL, ui_test_set_up,
              test_closes_when_nothing_was_changed, ui_test_tear_down);
  g_test_add ("/preferences/asks-before-changes-are-lost", UiTest, NULL, ui_test_set_up,
              test_asks_before_changes_are_lost, ui_test_tear_down);
  return g_test_run ();
}
