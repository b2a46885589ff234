/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test.h"

#include "preferences/dd-preferences-calendar.h"
#include "preferences/dd-preferences-window.h"

#include <string.h>

static GtkWidget *
open_page (UiTest *self)
{
  DdPreferencesWindow *window;

  ui_test_open_window (self);
  window = dd_preferences_window_new (GTK_WINDOW (self->window), self->context);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (window)));
  return ui_test_find (GTK_WIDGET (window), DD_TYPE_PREFERENCES_CALENDAR, NULL);
}

static void
close_page (GtkWidget *page)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
}

static GtkWidget *
find (GtkWidget *page, const char *id)
{
  GtkWidget *widget = ui_test_find (page, GTK_TYPE_WIDGET, id);

  g_assert_nonnull (widget);
  return widget;
}

static void
type (GtkWidget *page, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (page, id)), text);
}

static const char *
title_of (GtkWidget *page, const char *id)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (find (page, id)));
}

static gboolean
can_save (GtkWidget *page)
{
  return gtk_widget_get_sensitive (find (page, "save"));
}

static gboolean
is_in_context (UiTest *self, const char *line)
{
  g_autofree char *text = dd_calendar_to_text (dd_context_get_calendar (self->context));

  return strstr (text, line) != NULL;
}

static void
test_shows_the_calendar (UiTest *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (page, "monday"))), ==, "09:00-17:00");
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (find (page, "friday_worked"))));
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (find (page, "sunday_worked"))));
  g_assert_nonnull (strstr (title_of (page, "summary"), "Monday to Friday"));
  g_assert_false (can_save (page));
  close_page (page);
}

static void
test_describes_what_is_typed (UiTest *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);

  gtk_switch_set_active (GTK_SWITCH (find (page, "friday_worked")), FALSE);
  g_assert_nonnull (strstr (title_of (page, "summary"), "Monday to Thursday"));
  g_assert_true (can_save (page));
  close_page (page);
}

static void
test_says_what_is_wrong (UiTest *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);

  type (page, "monday", "9 to 5");
  g_assert_true (gtk_widget_get_visible (find (page, "monday_finding")));
  g_assert_nonnull (strstr (title_of (page, "monday_finding"), "9 to 5"));
  g_assert_false (can_save (page));
  type (page, "monday", "10:00-16:00");
  g_assert_false (gtk_widget_get_visible (find (page, "monday_finding")));
  g_assert_true (can_save (page));
  close_page (page);
}

static void
test_offers_time_zones (UiTest *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);

  type (page, "timezone", "berl");
  g_assert_true (gtk_widget_get_visible (find (page, "timezone_finding")));
  if (gtk_widget_get_visible (find (page, "zone_0")))
    {
      adw_action_row_activate (ADW_ACTION_ROW (find (page, "zone_0")));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (page, "timezone"))), ==,
                       "Europe/Berlin");
      g_assert_false (gtk_widget_get_visible (find (page, "timezone_finding")));
      g_assert_false (gtk_widget_get_visible (find (page, "zone_0")));
    }
  close_page (page);
}

static void
test_saves_and_undoes (UiTest *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);

  type (page, "monday", "10:00-16:00");
  gtk_widget_activate_action (page, "calendar.save", NULL);
  ui_test_wait (is_in_context (self, "monday=10:00-16:00"));
  ui_test_wait (!can_save (page));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (page, "monday"))), ==, "10:00-16:00");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  ui_test_wait (is_in_context (self, "monday=09:00-17:00"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (page, "monday"))), ==, "09:00-17:00");
  close_page (page);
}

static void
test_keeps_what_was_typed_when_it_cannot_be_stored (UiTest *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);

  type (page, "monday", "10:00-16:00");
  dd_database_close_sync (dd_context_get_database (self->context));
  gtk_widget_activate_action (page, "calendar.save", NULL);
  ui_test_wait (can_save (page));
  g_assert_true (gtk_widget_has_css_class (find (page, "summary"), "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (page, "monday"))), ==, "10:00-16:00");
  close_page (page);
}

static void
test_adds_a_day_off (UiTest *self, gconstpointer data)
{
  GtkWidget *page = open_page (self);

  type (page, "first", "Christmas");
  gtk_widget_activate_action (page, "calendar.add", NULL);
  g_assert_true (gtk_widget_get_visible (find (page, "adder_finding")));
  type (page, "first", "2026-12-24");
  type (page, "last", "2026-12-31");
  gtk_widget_activate_action (page, "calendar.add", NULL);
  g_assert_false (gtk_widget_get_visible (find (page, "adder_finding")));
  g_assert_nonnull (ui_test_find (page, ADW_TYPE_ACTION_ROW, "2026-12-24..2026-12-31"));
  g_assert_true (can_save (page));
  gtk_widget_activate_action (page, "calendar.remove-exception", "s", "2026-12-24..2026-12-31");
  g_assert_null (ui_test_find (page, ADW_TYPE_ACTION_ROW, "2026-12-24..2026-12-31"));
  g_assert_false (can_save (page));
  close_page (page);
}

static void
test_imports_holidays (UiTest *self, gconstpointer data)
{
  static const char text[] =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n"
      "DTSTART;VALUE=DATE:20201225\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  GtkWidget *page = open_page (self);
  g_autoptr (GFile) file = g_file_new_build_filename (self->folder, "holidays.ics", NULL);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  dd_preferences_calendar_import (DD_PREFERENCES_CALENDAR (page), file);
  g_assert_nonnull (ui_test_find (page, ADW_TYPE_ACTION_ROW, "2026-12-25"));
  g_assert_nonnull (ui_test_find (page, ADW_TYPE_ACTION_ROW, "2031-12-25"));
  g_assert_null (ui_test_find (page, ADW_TYPE_ACTION_ROW, "2032-12-25"));
  close_page (page);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/preferences-calendar/" name, UiTest, NULL, ui_test_set_up, function,               \
              ui_test_tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("shows-the-calendar", test_shows_the_calendar);
  ADD ("describes-what-is-typed", test_describes_what_is_typed);
  ADD ("says-what-is-wrong", test_says_what_is_wrong);
  ADD ("offers-time-zones", test_offers_time_zones);
  ADD ("saves-and-undoes", test_saves_and_undoes);
  ADD ("keeps-what-was-typed-when-it-cannot-be-stored",
       test_keeps_what_was_typed_when_it_cannot_be_stored);
  ADD ("adds-a-day-off", test_adds_a_day_off);
  ADD ("imports-holidays", test_imports_holidays);
  return g_test_run ();
}
