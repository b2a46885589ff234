/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test.h"

#include <glib/gstdio.h>

static void
test_opens_an_empty_database (UiTest *self, gconstpointer data)
{
  ui_test_open_window (self);
  g_assert_true (g_file_test (self->database, G_FILE_TEST_EXISTS));
  g_assert_null (dd_window_get_failure (self->window));
}

static void
test_says_why_a_file_cannot_be_opened (UiTest *self, gconstpointer data)
{
  const char *text = "this is a letter, not a database, and it is quite long enough to be read";

  g_file_set_contents (self->database, text, -1, NULL);
  ui_test_open_window (self);
  g_assert_nonnull (dd_window_get_failure (self->window));
}

static void
test_can_try_again (UiTest *self, gconstpointer data)
{
  GtkWidget *button;

  g_file_set_contents (self->database, "no database at all, but some text in its place", -1, NULL);
  ui_test_open_window (self);
  g_assert_cmpint (g_unlink (self->database), ==, 0);
  button = ui_test_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Try Again");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait (dd_window_is_settled (self->window));
  g_assert_null (dd_window_get_failure (self->window));
}

static void
test_remembers_its_size (UiTest *self, gconstpointer data)
{
  GSettings *settings = dd_context_get_settings (self->context);

  ui_test_open_window (self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 500);
  ui_test_close_window (self);
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 700);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 500);
}

static void
test_does_what_was_asked_before_it_was_open (UiTest *self, gconstpointer data)
{
  self->window = g_object_new (DD_TYPE_WINDOW, "context", self->context, NULL);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  dd_window_ask (self->window, "win.place", g_variant_new_string ("timeline"));
  dd_window_ask (self->window, "win.place", g_variant_new_string ("services"));
  g_assert_null (dd_window_get_page (self->window));
  gtk_window_present (GTK_WINDOW (self->window));
  ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
  ui_test_wait (dd_window_is_settled (self->window));
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (dd_window_get_page (self->window)), ==, "DdServicesPage");
  dd_window_ask (self->window, "win.place", g_variant_new_string ("cases"));
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (dd_window_get_page (self->window)), ==, "DdCasesPage");
}

/* Whoever comes through the list on the way elsewhere goes back to where they were. */
static void
test_the_focus_chooses_no_place (UiTest *self, gconstpointer data)
{
  GtkListBox *places;
  int shown;

  ui_test_open_window (self);
  dd_window_show_place (self->window, "cases");
  places = GTK_LIST_BOX (ui_test_find (GTK_WIDGET (self->window), GTK_TYPE_LIST_BOX, "places"));
  shown = gtk_list_box_row_get_index (gtk_list_box_get_selected_row (places));
  gtk_widget_child_focus (GTK_WIDGET (places), GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (GTK_WIDGET (places), GTK_DIR_TAB_FORWARD);
  g_assert_true (
      gtk_widget_has_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (places, shown + 1))));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (places)), ==, shown);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (dd_window_get_page (self->window)), ==, "DdCasesPage");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/window/opens-an-empty-database", UiTest, NULL, ui_test_set_up,
              test_opens_an_empty_database, ui_test_tear_down);
  g_test_add ("/window/says-why-a-file-cannot-be-opened", UiTest, NULL, ui_test_set_up,
              test_says_why_a_file_cannot_be_opened, ui_test_tear_down);
  g_test_add ("/window/can-try-again", UiTest, NULL, ui_test_set_up, test_can_try_again,
              ui_test_tear_down);
  g_test_add ("/window/remembers-its-size", UiTest, NULL, ui_test_set_up, test_remembers_its_size,
              ui_test_tear_down);
  g_test_add ("/window/does-what-was-asked-before-it-was-open", UiTest, NULL, ui_test_set_up,
              test_does_what_was_asked_before_it_was_open, ui_test_tear_down);
  g_test_add ("/window/the-focus-chooses-no-place", UiTest, NULL, ui_test_set_up,
              test_the_focus_chooses_no_place, ui_test_tear_down);
  return g_test_run ();
}
