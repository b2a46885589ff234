/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The page of the timeline in a real window over a real database. */

#include "config.h"

#include "case-seed.h"
#include "timeline/dd-timeline-page.h"
#include "ui-test.h"

static DdTimelinePage *
get_page (UiTest *self)
{
  return DD_TIMELINE_PAGE (dd_window_get_page (self->window));
}

static DdChart *
get_chart (UiTest *self)
{
  return dd_chart_view_get_chart (dd_timeline_page_get_view (get_page (self)));
}

static void
open_with (UiTest *self, guint n)
{
  static const char *const keys[] = { "cases-show",    "cases-service", "cases-owner",
                                      "cases-waiting", "cases-at-risk", "cases-out-of-scope",
                                      "timeline-group" };
  GSettings *settings = dd_context_get_settings (self->context);
  DdDatabase *database = dd_context_get_database (self->context);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  g_settings_set_string (settings, "place", "timeline");
  dd_database_open_sync (database, CASE_SEED_NOW, &error);
  g_assert_no_error (error);
  dd_database_run_sync (database, case_seed_fill, &n, &error);
  g_assert_no_error (error);
  ui_test_open_window (self);
  ui_test_wait (dd_timeline_page_is_settled (get_page (self)));
}

static const char *
get_state (UiTest *self)
{
  GtkWidget *states = ui_test_find (GTK_WIDGET (get_page (self)), GTK_TYPE_STACK, "states");

  return gtk_stack_get_visible_child_name (GTK_STACK (states));
}

static void
test_teaches_when_there_is_none (UiTest *self, gconstpointer data)
{
  open_with (self, 0);
  g_assert_cmpstr (get_state (self), ==, "empty");
}

static void
test_shows_open_cases (UiTest *self, gconstpointer data)
{
  g_autofree char *open = case_seed_get_id (0), *closed = case_seed_get_id (9);
  const DdChartRow *row;

  open_with (self, 20);
  g_assert_cmpstr (get_state (self), ==, "chart");
  /* 18 cases below the headings of two products */
  g_assert_cmpuint (dd_chart_get_n_rows (get_chart (self)), ==, 20);
  g_assert_cmpuint (dd_chart_find_row (get_chart (self), closed), ==, G_MAXUINT);
  row = dd_chart_get_row (get_chart (self), dd_chart_find_row (get_chart (self), open));
  g_assert_cmpstr (row->name, ==, "Customer 000");
  g_assert_cmpuint (row->n_bars, >, 3);
}

static void
test_shows_closed_cases_when_asked (UiTest *self, gconstpointer data)
{
  g_autofree char *closed = case_seed_get_id (9);
  guint row;

  open_with (self, 20);
  g_settings_set_string (dd_context_get_settings (self->context), "cases-show", "closed");
  ui_test_wait (dd_timeline_page_is_settled (get_page (self)));
  row = dd_chart_find_row (get_chart (self), closed);
  g_assert_cmpuint (row, !=, G_MAXUINT);
  g_assert_cmpuint (dd_chart_get_row (get_chart (self), row)->n_bars, >, 0);
}

static void
test_groups_and_remembers (UiTest *self, gconstpointer data)
{
  GtkWidget *group_by;

  open_with (self, 20);
  group_by = ui_test_find (GTK_WIDGET (get_page (self)), GTK_TYPE_DROP_DOWN, "group_by");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (group_by), 2);
  ui_test_wait (dd_timeline_page_is_settled (get_page (self)));
  g_assert_cmpstr (dd_chart_get_row (get_chart (self), 0)->name, ==, "Ada Moreau");
  ui_test_close_window (self);
  ui_test_open_window (self);
  ui_test_wait (dd_timeline_page_is_settled (get_page (self)));
  g_assert_cmpstr (dd_chart_get_row (get_chart (self), 0)->name, ==, "Ada Moreau");
}

static void
test_searches (UiTest *self, gconstpointer data)
{
  GtkWidget *entry;

  open_with (self, 20);
  g_assert_true (dd_page_search (dd_window_get_page (self->window)));
  entry = ui_test_find (GTK_WIDGET (get_page (self)), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "customer 013");
  ui_test_wait (get_chart (self) != NULL && dd_chart_get_n_rows (get_chart (self)) == 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "zebra");
  ui_test_wait (g_str_equal (get_state (self), "nothing"));
  gtk_widget_activate_action (GTK_WIDGET (get_page (self)), "timeline.clear", NULL);
  ui_test_wait (g_str_equal (get_state (self), "chart"));
}

static void
on_case (GSimpleAction *action, GVariant *parameter, char **id)
{
  g_free (*id);
  *id = g_variant_dup_string (parameter, NULL);
}

static void
test_opens_a_case (UiTest *self, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("case", G_VARIANT_TYPE_STRING);
  g_autofree char *id = case_seed_get_id (3), *opened = NULL;
  DdChartView *view;

  open_with (self, 20);
  g_signal_connect (action, "activate", G_CALLBACK (on_case), &opened);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (get_page (self)), "win", G_ACTION_GROUP (group));
  view = dd_timeline_page_get_view (get_page (self));
  g_signal_emit_by_name (view, "activate", "group:CX Process");
  g_assert_null (opened);
  g_signal_emit_by_name (view, "activate", id);
  g_assert_cmpstr (opened, ==, id);
}

static void
test_toolbar_zooms (UiTest *self, gconstpointer data)
{
  GtkWidget *page;
  DdRange before, after;
  DdChartView *view;

  open_with (self, 20);
  page = GTK_WIDGET (get_page (self));
  view = dd_timeline_page_get_view (get_page (self));
  ui_test_wait (gtk_widget_get_width (GTK_WIDGET (view)) > 0);
  before = dd_chart_view_get_range (view);
  g_signal_emit_by_name (ui_test_find (page, GTK_TYPE_BUTTON, "zoom_in"), "clicked");
  after = dd_chart_view_get_range (view);
  g_assert_cmpint (after.finish - after.start, <, before.finish - before.start);
  g_signal_emit_by_name (ui_test_find (page, GTK_TYPE_BUTTON, "today"), "clicked");
  after = dd_chart_view_get_range (view);
  g_assert_true (after.start < CASE_SEED_NOW && CASE_SEED_NOW < after.finish);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/timeline-page/" name, UiTest, NULL, ui_test_set_up, func, ui_test_tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("teaches-when-there-is-none", test_teaches_when_there_is_none);
  ADD ("shows-open-cases", test_shows_open_cases);
  ADD ("shows-closed-cases-when-asked", test_shows_closed_cases_when_asked);
  ADD ("groups-and-remembers", test_groups_and_remembers);
  ADD ("searches", test_searches);
  ADD ("opens-a-case", test_opens_a_case);
  ADD ("toolbar-zooms", test_toolbar_zooms);
  return g_test_run ();
}
