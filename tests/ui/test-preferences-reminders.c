/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case-seed.h"
#include "dd-reminder-schedule.h"
#include "preferences/dd-choice-row.h"
#include "preferences/dd-preferences-reminders.h"
#include "preferences/dd-preferences-window.h"
#include "ui-test.h"

/* --- What is stored --- */

typedef struct
{
  const char *case_id;
  DdReminderPreferences preferences;
} Load;

static gboolean
run_load (DdConnection *connection, gpointer data, GError **error)
{
  Load *load = data;

  return dd_reminder_schedule_load_preferences (connection, load->case_id, &load->preferences,
                                                error);
}

/* Returns: (transfer full): the preference @name of @case_id (nullable) */
static char *
get_stored (UiTest *self, const char *case_id, const char *name)
{
  Load load = { .case_id = case_id };
  g_autoptr (GError) error = NULL;

  dd_database_run_sync (dd_context_get_database (self->context), run_load, &load, &error);
  g_assert_no_error (error);
  return dd_reminder_preferences_get (&load.preferences, name);
}

static void
check_stored (UiTest *self, const char *case_id, const char *name, const char *expected)
{
  g_autofree char *stored = get_stored (self, case_id, name);

  g_assert_cmpstr (stored, ==, expected);
}

/* --- The window --- */

static GtkWidget *
find (GtkWidget *window, const char *name)
{
  GtkWidget *widget = ui_test_find (window, GTK_TYPE_WIDGET, name);

  g_assert_nonnull (widget);
  return widget;
}

static GtkWidget *
open_preferences (UiTest *self)
{
  DdPreferencesWindow *window;

  ui_test_open_window (self);
  window = dd_preferences_window_new (GTK_WINDOW (self->window), self->context);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait (dd_choice_row_get (DD_CHOICE_ROW (find (GTK_WIDGET (window), "quiet_from")))
                != NULL);
  return GTK_WIDGET (window);
}

static AdwComboRow *
get_lead (GtkWidget *window, DdReminderKind kind)
{
  return ADW_COMBO_ROW (find (window, dd_reminder_kind_to_words (kind)));
}

static void
on_saved (DdDatabase *database, guint *saved)
{
  (*saved)++;
}

/* Chooses in @row what stands at @index, and waits until that is stored. */
static void
choose (UiTest *self, AdwComboRow *row, guint index)
{
  guint saved = 0;
  gulong handler = g_signal_connect (dd_context_get_database (self->context), "changed",
                                     G_CALLBACK (on_saved), &saved);

  adw_combo_row_set_selected (row, index);
  ui_test_wait (saved > 0);
  g_signal_handler_disconnect (dd_context_get_database (self->context), handler);
}

static void
test_sets_leads (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_preferences (self);
  AdwComboRow *due = get_lead (window, DD_REMINDER_ACTIVITY_DUE);
  AdwComboRow *breached = get_lead (window, DD_REMINDER_RESPONSE_BREACHED);

  g_assert_cmpstr (dd_choice_row_get (DD_CHOICE_ROW (due)), ==, "1d");
  choose (self, due, 3);
  check_stored (self, NULL, "reminder/activity-due", "4h");
  choose (self, breached, 0);
  check_stored (self, NULL, "reminder/response-breached", "off");
  /* It is an action as all others. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  ui_test_wait (g_strcmp0 (dd_choice_row_get (
                               DD_CHOICE_ROW (get_lead (window, DD_REMINDER_RESPONSE_BREACHED))),
                           "on")
                == 0);
  check_stored (self, NULL, "reminder/response-breached", "on");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_sets_quiet_hours (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_preferences (self);
  AdwComboRow *mode = ADW_COMBO_ROW (find (window, "quiet_mode"));
  GtkWidget *from = find (window, "quiet_from");

  check_stored (self, NULL, "reminder/quiet", "20:00-07:00");
  g_assert_cmpuint (adw_combo_row_get_selected (mode), ==, DD_REMINDER_QUIET_HOURS);
  g_assert_true (gtk_widget_get_visible (from));
  choose (self, ADW_COMBO_ROW (from), 2 * 18 + 1);
  check_stored (self, NULL, "reminder/quiet", "18:30-07:00");
  choose (self, mode, DD_REMINDER_QUIET_OFF_WORK);
  check_stored (self, NULL, "reminder/quiet", "not-working");
  g_assert_false (gtk_widget_get_visible (from));
  choose (self, mode, DD_REMINDER_QUIET_NEVER);
  check_stored (self, NULL, "reminder/quiet", "off");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_sets_the_background (UiTest *self, gconstpointer data)
{
  GSettings *settings = dd_context_get_settings (self->context);
  GtkWidget *window = open_preferences (self);
  GtkWidget *start = find (window, "start");

  g_settings_reset (settings, "run-in-background");
  g_assert_false (gtk_widget_is_sensitive (start));
  gtk_switch_set_active (GTK_SWITCH (find (window, "run")), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "run-in-background"));
  g_assert_true (gtk_widget_is_sensitive (start));
  gtk_switch_set_active (GTK_SWITCH (start), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "start-at-login"));
  g_settings_reset (settings, "start-at-login");
  g_settings_reset (settings, "run-in-background");
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_window (GtkWidget *except)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != except && ADW_IS_PREFERENCES_WINDOW (window))
        return window;
    }
  return NULL;
}

static void
test_a_case_has_its_own (UiTest *self, gconstpointer data)
{
  g_autofree char *id = case_seed_get_id (0);
  g_autoptr (GError) error = NULL;
  guint n = 2;
  GtkWidget *window;
  AdwComboRow *due;

  ui_test_open_window (self);
  dd_database_run_sync (dd_context_get_database (self->context), case_seed_fill, &n, &error);
  g_assert_no_error (error);
  dd_preferences_reminders_present (GTK_WINDOW (self->window), self->context, id);
  window = find_window (NULL);
  due = get_lead (window, DD_REMINDER_ACTIVITY_DUE);
  ui_test_wait (adw_combo_row_get_model (due) != NULL);
  /* As for all, to begin with; quiet hours are everybody's. */
  g_assert_null (dd_choice_row_get (DD_CHOICE_ROW (due)));
  g_assert_false (gtk_widget_get_visible (find (window, "quiet")));
  g_assert_false (gtk_widget_get_visible (find (window, "background")));
  choose (self, due, 3);
  check_stored (self, id, "reminder/activity-due", "2h");
  check_stored (self, NULL, "reminder/activity-due", "1d");
  ui_test_wait (g_strcmp0 (dd_choice_row_get (DD_CHOICE_ROW (due)), "2h") == 0);
  choose (self, due, 0);
  check_stored (self, id, "reminder/activity-due", "1d");
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, test)                                                                            \
  g_test_add ("/preferences-reminders/" name, UiTest, NULL, ui_test_set_up, test, ui_test_tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("sets-leads", test_sets_leads);
  ADD ("sets-quiet-hours", test_sets_quiet_hours);
  ADD ("sets-the-background", test_sets_the_background);
  ADD ("a-case-has-its-own", test_a_case_has_its_own);
  return g_test_run ();
}
