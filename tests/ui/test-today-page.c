/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The page of today in a real window over a real database. */

#include "config.h"

#include "case-seed.h"
#include "dd-case-actions.h"
#include "dd-reminder-desk.h"
#include "dd-reminder-inbox.h"
#include "dd-sample.h"
#include "today/dd-today-list.h"
#include "today/dd-today-page.h"
#include "ui-test.h"

static DdTodayPage *
get_page (UiTest *self)
{
  return DD_TODAY_PAGE (dd_window_get_page (self->window));
}

static GtkWidget *
find (UiTest *self, GType type, const char *name)
{
  return ui_test_find (GTK_WIDGET (get_page (self)), type, name);
}

static const char *
get_state (UiTest *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find (self, GTK_TYPE_STACK, "states")));
}

static guint
count (UiTest *self, const char *list)
{
  return dd_today_list_get_n_items (DD_TODAY_LIST (find (self, DD_TYPE_TODAY_LIST, list)));
}

static void
run (UiTest *self, DdConnectionFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  dd_database_run_sync (dd_context_get_database (self->context), func, data, &error);
  g_assert_no_error (error);
}

static gboolean
make_samples (DdConnection *connection, gpointer data, GError **error)
{
  return dd_sample_make (connection, 30, 1, CASE_SEED_NOW, NULL, NULL, error);
}

static void
open_today (UiTest *self, DdConnectionFunc fill)
{
  g_autoptr (GError) error = NULL;

  g_settings_reset (dd_context_get_settings (self->context), "today-mine");
  g_settings_set_string (dd_context_get_settings (self->context), "place", "today");
  dd_database_open_sync (dd_context_get_database (self->context), CASE_SEED_NOW, &error);
  g_assert_no_error (error);
  if (fill != NULL)
    run (self, fill, NULL);
  ui_test_open_window (self);
  ui_test_wait (dd_today_page_is_settled (get_page (self)));
}

/* --- Tests --- */

static void
test_teaches_when_there_is_nothing (UiTest *self, gconstpointer data)
{
  open_today (self, NULL);
  g_assert_cmpstr (get_state (self), ==, "empty");
  g_assert_nonnull (find (self, GTK_TYPE_BUTTON, "_New Case…"));
}

static void
test_shows_what_needs_somebody (UiTest *self, gconstpointer data)
{
  open_today (self, make_samples);
  g_assert_cmpstr (get_state (self), ==, "list");
  g_assert_cmpuint (count (self, "overdue") + count (self, "due") + count (self, "danger"), >, 0);
  g_assert_cmpuint (count (self, "waiting"), >, 0);
}

/* What the first row of @list says. Returns: (transfer full): it */
static char *
read_first (UiTest *self, const char *list)
{
  GtkWidget *row = ui_test_find (find (self, DD_TYPE_TODAY_LIST, list), ADW_TYPE_ACTION_ROW, NULL);

  return g_strconcat (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "|",
                      adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), NULL);
}

static gboolean
first_is (UiTest *self, const char *list, const char *text)
{
  g_autofree char *first = read_first (self, list);

  return g_str_equal (first, text);
}

/* Marking an activity done from here is an action like any other. */
static void
test_marks_done_and_undoes (UiTest *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  open_today (self, make_samples);
  before = read_first (self, "overdue");
  gtk_widget_activate (
      ui_test_find (find (self, DD_TYPE_TODAY_LIST, "overdue"), GTK_TYPE_BUTTON, NULL));
  ui_test_wait (!first_is (self, "overdue", before));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  ui_test_wait (first_is (self, "overdue", before));
}

/* --- Reminders --- */

static gboolean
take_round (DdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (DdReminderDesk) desk = dd_reminder_desk_new ();
  g_autoptr (DdReminderRound) round =
      dd_reminder_desk_take_round (desk, connection, CASE_SEED_NOW, error);

  return round != NULL && dd_reminder_desk_confirm (desk, connection, error);
}

/* Returns: (transfer full): what the menu of the first reminder puts off, and until when */
static GVariant *
get_first_snooze (UiTest *self)
{
  GtkWidget *menu =
      ui_test_find (find (self, DD_TYPE_TODAY_LIST, "reminders"), GTK_TYPE_MENU_BUTTON, NULL);
  GMenuModel *model;

  /* The menu is made when it is opened. */
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  model = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (menu));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));
  return g_menu_model_get_item_attribute_value (model, 0, G_MENU_ATTRIBUTE_TARGET, NULL);
}

static void
test_reminders_are_put_off_and_settled (UiTest *self, gconstpointer data)
{
  g_autoptr (GVariant) first = NULL, second = NULL;
  const char *key, *nick;
  guint n;

  open_today (self, make_samples);
  run (self, take_round, NULL);
  ui_test_wait (count (self, "reminders") > 2);
  n = count (self, "reminders");
  first = get_first_snooze (self);
  g_variant_get (first, "(&s&s)", &key, &nick);
  gtk_widget_activate_action (GTK_WIDGET (get_page (self)), "today.done", "s", key);
  ui_test_wait (count (self, "reminders") == n - 1);
  second = get_first_snooze (self);
  g_assert_false (g_variant_equal (first, second));
  g_variant_get (second, "(&s&s)", &key, &nick);
  gtk_widget_activate_action (GTK_WIDGET (get_page (self)), "today.snooze", "(ss)", key, nick);
  ui_test_wait (count (self, "reminders") == n - 2);
}

/* A long list is cut, and shown whole on demand. */
static void
test_long_lists_are_cut (UiTest *self, gconstpointer data)
{
  GtkWidget *list, *more;
  guint n;

  open_today (self, make_samples);
  run (self, take_round, NULL);
  ui_test_wait (count (self, "reminders") > 7);
  n = count (self, "reminders");
  list = find (self, DD_TYPE_TODAY_LIST, "reminders");
  {
    g_autofree char *title = g_strdup_printf ("%u More", n - 6);

    more = ui_test_find (list, ADW_TYPE_ACTION_ROW, title);
    g_assert_nonnull (more);
    g_signal_emit_by_name (more, "activated");
    g_assert_null (ui_test_find (list, ADW_TYPE_ACTION_ROW, title));
  }
}

#define ADD(name, func)                                                                            \
  g_test_add ("/today-page/" name, UiTest, NULL, ui_test_set_up, func, ui_test_tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("teaches-when-there-is-nothing", test_teaches_when_there_is_nothing);
  ADD ("shows-what-needs-somebody", test_shows_what_needs_somebody);
  ADD ("marks-done-and-undoes", test_marks_done_and_undoes);
  ADD ("reminders-are-put-off-and-settled", test_reminders_are_put_off_and_settled);
  ADD ("long-lists-are-cut", test_long_lists_are_cut);
  return g_test_run ();
}
