/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The page of all cases in a real window over a real database. */

#include "config.h"

#include "case-seed.h"
#include "cases/dd-case-cell.h"
#include "cases/dd-case-item.h"
#include "cases/dd-cases-page.h"
#include "dd-journal.h"
#include "dd-records.h"
#include "delivery/dd-entities.h"
#include "ui-test.h"

static DdCasesPage *
get_page (UiTest *self)
{
  return DD_CASES_PAGE (dd_window_get_page (self->window));
}

static guint
count (UiTest *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (dd_cases_page_get_selection (get_page (self))));
}

static const DdCaseSummary *
get_row (UiTest *self, guint position)
{
  GListModel *model = G_LIST_MODEL (dd_cases_page_get_selection (get_page (self)));
  g_autoptr (DdCaseItem) item = g_list_model_get_item (model, position);

  return dd_case_item_get_summary (item);
}

static void
fill (UiTest *self, guint n)
{
  g_autoptr (GError) error = NULL;
  DdDatabase *database = dd_context_get_database (self->context);

  dd_database_open_sync (database, CASE_SEED_NOW, &error);
  g_assert_no_error (error);
  dd_database_run_sync (database, case_seed_fill, &n, &error);
  g_assert_no_error (error);
}

static void
reset_settings (UiTest *self)
{
  static const char *const keys[] = { "cases-show",    "cases-service",    "cases-owner",
                                      "cases-waiting", "cases-at-risk",    "cases-out-of-scope",
                                      "cases-sort",    "cases-descending", "cases-hidden-columns" };
  GSettings *settings = dd_context_get_settings (self->context);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  g_settings_set_string (settings, "place", "cases");
}

static void
open_with (UiTest *self, guint n)
{
  reset_settings (self);
  fill (self, n);
  ui_test_open_window (self);
  ui_test_wait (dd_cases_page_is_settled (get_page (self)));
}

static const char *
get_state (UiTest *self)
{
  GtkWidget *states = ui_test_find (GTK_WIDGET (get_page (self)), GTK_TYPE_STACK, "states");

  return gtk_stack_get_visible_child_name (GTK_STACK (states));
}

static GtkEditable *
get_search (UiTest *self)
{
  return GTK_EDITABLE (ui_test_find (GTK_WIDGET (get_page (self)), GTK_TYPE_SEARCH_ENTRY, NULL));
}

static void
on_case (GSimpleAction *action, GVariant *parameter, char **id)
{
  g_free (*id);
  *id = g_variant_dup_string (parameter, NULL);
}

/* Catches "win.case", which opens another page, and keeps the id. */
static void
catch_open (UiTest *self, char **id)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("case", G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (on_case), id);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (get_page (self)), "win", G_ACTION_GROUP (group));
}

/* --- What there is --- */

static void
test_teaches_when_there_is_none (UiTest *self, gconstpointer data)
{
  open_with (self, 0);
  g_assert_cmpstr (get_state (self), ==, "empty");
  g_assert_nonnull (ui_test_find (GTK_WIDGET (get_page (self)), GTK_TYPE_BUTTON, "_New Case…"));
  g_assert_false (dd_page_search (dd_window_get_page (self->window)));
}

static void
test_shows_what_is_due_first (UiTest *self, gconstpointer data)
{
  open_with (self, 3);
  g_assert_cmpstr (get_state (self), ==, "list");
  g_assert_cmpuint (count (self), ==, 3);
  for (guint i = 1; i < 3; i++)
    g_assert_cmpint (get_row (self, i - 1)->next_due, <=, get_row (self, i)->next_due);
  g_assert_nonnull (get_row (self, 0)->next_name);
}

static void
test_holds_a_thousand (UiTest *self, gconstpointer data)
{
  open_with (self, 1000);
  g_assert_cmpuint (count (self), ==, 900);
  g_settings_set_string (dd_context_get_settings (self->context), "cases-show", "all");
  ui_test_wait (count (self) == 1000);
}

/* --- Filters and order --- */

static void
test_filters_by_chips (UiTest *self, gconstpointer data)
{
  GtkWidget *page, *chip;

  open_with (self, 20);
  page = GTK_WIDGET (get_page (self));
  chip = ui_test_find (page, GTK_TYPE_TOGGLE_BUTTON, "Waiting");
  gtk_widget_activate (chip);
  ui_test_wait (count (self) == 4);
  for (guint i = 0; i < count (self); i++)
    g_assert_true (get_row (self, i)->waiting);
  gtk_widget_activate (chip);
  chip = ui_test_find (page, GTK_TYPE_TOGGLE_BUTTON, "Messenger");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  ui_test_wait (count (self) == 8);
  g_assert_cmpstr (get_row (self, 0)->service_id, ==, "messenger");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), FALSE);
  ui_test_wait (count (self) == 18);
}

static void
test_says_when_nothing_matches (UiTest *self, gconstpointer data)
{
  open_with (self, 3);
  gtk_editable_set_text (get_search (self), "zebra");
  ui_test_wait (g_str_equal (get_state (self), "nothing"));
  gtk_widget_activate_action (GTK_WIDGET (get_page (self)), "cases.clear", NULL);
  ui_test_wait (g_str_equal (get_state (self), "list"));
  g_assert_cmpstr (gtk_editable_get_text (get_search (self)), ==, "");
}

static void
test_sorts_by_the_menu_and_keeps_it (UiTest *self, gconstpointer data)
{
  GtkWidget *page;

  open_with (self, 20);
  page = GTK_WIDGET (get_page (self));
  g_assert_true (gtk_widget_activate_action (page, "view.cases-sort", "s", "customer"));
  ui_test_wait (g_str_equal (get_row (self, 0)->customer, "Customer 000"));
  gtk_widget_activate_action (page, "view.cases-descending", NULL);
  ui_test_wait (g_str_equal (get_row (self, 0)->customer, "Customer 018"));
  ui_test_close_window (self);
  ui_test_open_window (self);
  ui_test_wait (dd_cases_page_is_settled (get_page (self)));
  g_assert_cmpstr (get_row (self, 0)->customer, ==, "Customer 018");
}

static void
test_sorts_by_headers (UiTest *self, gconstpointer data)
{
  GSettings *settings = dd_context_get_settings (self->context);
  g_autoptr (GtkColumnViewColumn) column = NULL;
  GtkColumnView *view;

  open_with (self, 20);
  view = GTK_COLUMN_VIEW (ui_test_find (GTK_WIDGET (get_page (self)), GTK_TYPE_COLUMN_VIEW, NULL));
  /* What a click on a header does. */
  column = g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
  {
    g_autofree char *id = g_settings_get_string (settings, "cases-sort");

    g_assert_cmpstr (id, ==, "customer");
  }
  g_assert_true (g_settings_get_boolean (settings, "cases-descending"));
  g_assert_cmpstr (get_row (self, 0)->customer, ==, "Customer 018");
}

static void
test_hides_columns (UiTest *self, gconstpointer data)
{
  GSettings *settings = dd_context_get_settings (self->context);
  g_auto (GStrv) hidden = NULL;

  open_with (self, 3);
  gtk_widget_activate_action (GTK_WIDGET (get_page (self)), "view.finish", NULL);
  hidden = g_settings_get_strv (settings, "cases-hidden-columns");
  g_assert_true (g_strv_contains ((const char *const *) hidden, "finish"));
  g_assert_cmpuint (g_strv_length (hidden), ==, 1);
}

/* --- From the search to the case --- */

static void
test_search_opens (UiTest *self, gconstpointer data)
{
  g_autofree char *opened = NULL, *expected = case_seed_get_id (17);
  GtkRoot *root;

  open_with (self, 20);
  catch_open (self, &opened);
  root = GTK_ROOT (self->window);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (root), GTK_WIDGET (get_search (self))));
  gtk_editable_set_text (get_search (self), "omer 017");
  g_signal_emit_by_name (get_search (self), "activate");
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpstr (opened, ==, expected);
}

/* Words from the desktop's search, whatever was filtered before. */
static void
test_finds_what_was_typed_elsewhere (UiTest *self, gconstpointer data)
{
  open_with (self, 20);
  g_settings_set_boolean (dd_context_get_settings (self->context), "cases-at-risk", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.find", "s", "customer 009");
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpstr (get_row (self, 0)->customer, ==, "Customer 009");
  g_assert_cmpint (get_row (self, 0)->state, ==, DD_CASE_CLOSED);
  g_assert_cmpstr (gtk_editable_get_text (get_search (self)), ==, "customer 009");
}

static void
test_finds_people_and_portal_numbers (UiTest *self, gconstpointer data)
{
  open_with (self, 20);
  gtk_editable_set_text (get_search (self), "CS-000004");
  ui_test_wait (count (self) == 1);
  gtk_editable_set_text (get_search (self), "jonas");
  ui_test_wait (count (self) == 6);
  g_assert_cmpstr (get_row (self, 0)->consultant, ==, "Jonas Lind");
}

static void
test_opens_and_copies_the_selected (UiTest *self, gconstpointer data)
{
  g_autofree char *opened = NULL;
  GtkWidget *page;

  open_with (self, 3);
  catch_open (self, &opened);
  page = GTK_WIDGET (get_page (self));
  gtk_widget_activate_action (page, "cases.open", NULL);
  g_assert_null (opened);
  gtk_single_selection_set_selected (dd_cases_page_get_selection (get_page (self)), 1);
  gtk_widget_activate_action (page, "cases.open", NULL);
  g_assert_cmpstr (opened, ==, get_row (self, 1)->id);
  gtk_widget_activate_action (page, "cases.copy-title", NULL);
  g_assert_true (gdk_clipboard_is_local (gtk_widget_get_clipboard (page)));
}

/* --- Changes --- */

static gboolean
rename_customer (DdConnection *connection, gpointer data, GError **error)
{
  g_autofree char *id = case_seed_get_id (1);
  g_autoptr (DdAction) action = dd_action_new ("Anna", CASE_SEED_NOW, NULL, NULL);
  g_autoptr (DdRecord) record = dd_records_load (connection, &dd_case_entity, id, error);
  g_autoptr (DdRecord) customer = NULL;

  g_assert_nonnull (record);
  customer = dd_records_load (connection, &dd_customer_entity,
                              dd_record_get_text (record, "customer_id"), error);
  dd_record_set_text (customer, "name", "Zenith");
  dd_action_save (action, customer);
  return dd_journal_commit (connection, action, NULL, error);
}

/* Where the row of @id is: planning the day may move it. */
static guint
find_row (UiTest *self, const char *id)
{
  guint at = 0;

  while (!g_str_equal (get_row (self, at)->id, id))
    at++;
  return at;
}

static void
test_follows_changes_and_keeps_the_selection (UiTest *self, gconstpointer data)
{
  g_autofree char *id = case_seed_get_id (1);
  GtkSingleSelection *selection;
  g_autoptr (GError) error = NULL;

  open_with (self, 20);
  selection = dd_cases_page_get_selection (get_page (self));
  gtk_single_selection_set_selected (selection, find_row (self, id));
  dd_database_run_sync (dd_context_get_database (self->context), rename_customer, NULL, &error);
  g_assert_no_error (error);
  ui_test_wait (g_str_equal (get_row (self, find_row (self, id))->customer, "Zenith"));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, find_row (self, id));
  g_assert_cmpuint (count (self), ==, 18);
}

/* What no column shows is found as well, and where it is. */
static gboolean
write_note (DdConnection *connection, gpointer data, GError **error)
{
  g_autofree char *id = case_seed_get_id (1);
  g_autoptr (DdRecord) record = dd_records_load (connection, &dd_case_entity, id, error);
  g_autoptr (DdAction) action = dd_action_new ("Anna", CASE_SEED_NOW, "Noted", NULL);

  if (record == NULL)
    return FALSE;
  dd_record_set_text (record, "note", "They call it the walrus host");
  dd_action_save (action, record);
  return dd_journal_commit (connection, action, NULL, error);
}

static GtkColumnViewColumn *
get_last_column (UiTest *self)
{
  GtkWidget *view = ui_test_find (GTK_WIDGET (get_page (self)), GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
  g_autoptr (GtkColumnViewColumn) last =
      g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);

  return last;
}

static void
test_finds_what_is_written_in_cases (UiTest *self, gconstpointer data)
{
  g_autofree char *id = case_seed_get_id (1);
  g_autoptr (GError) error = NULL;

  open_with (self, 20);
  dd_database_run_sync (dd_context_get_database (self->context), write_note, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (gtk_column_view_column_get_visible (get_last_column (self)));
  dd_page_search (dd_window_get_page (self->window));
  gtk_editable_set_text (get_search (self), "walr");
  ui_test_wait (count (self) == 1);
  g_assert_cmpstr (get_row (self, 0)->id, ==, id);
  g_assert_cmpstr (gtk_column_view_column_get_title (get_last_column (self)), ==, "Found In");
  g_assert_true (gtk_column_view_column_get_visible (get_last_column (self)));
  gtk_editable_set_text (get_search (self), "");
  ui_test_wait (count (self) == 18);
  g_assert_false (gtk_column_view_column_get_visible (get_last_column (self)));
}

/* --- What is done from the list --- */

static void
select_case (UiTest *self, guint index)
{
  g_autofree char *id = case_seed_get_id (index);
  guint at = 0;

  while (!g_str_equal (get_row (self, at)->id, id))
    at++;
  gtk_single_selection_set_selected (dd_cases_page_get_selection (get_page (self)), at);
}

static const DdCaseSummary *
get_selected (UiTest *self)
{
  GtkSingleSelection *selection = dd_cases_page_get_selection (get_page (self));

  return get_row (self, gtk_single_selection_get_selected (selection));
}

static void
test_marks_the_next_activity_done (UiTest *self, gconstpointer data)
{
  g_autofree char *next = NULL;

  open_with (self, 3);
  select_case (self, 0);
  next = g_strdup (get_selected (self)->next_activity);
  gtk_widget_activate_action (GTK_WIDGET (get_page (self)), "cases.done", NULL);
  ui_test_wait (g_strcmp0 (get_selected (self)->next_activity, next) != 0);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  ui_test_wait (g_strcmp0 (get_selected (self)->next_activity, next) == 0);
}

static void
test_resumes_what_waits (UiTest *self, gconstpointer data)
{
  open_with (self, 3);
  select_case (self, 2);
  g_assert_true (get_selected (self)->waiting);
  gtk_widget_activate_action (GTK_WIDGET (get_page (self)), "cases.resume", NULL);
  ui_test_wait (!get_selected (self)->waiting);
}

static void
test_closes_with_a_note (UiTest *self, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  GListModel *windows = gtk_window_get_toplevels ();

  open_with (self, 3);
  select_case (self, 0);
  gtk_widget_activate_action (GTK_WIDGET (get_page (self)), "cases.close", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (
                             adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog))),
                         "Delivered");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "close-case");
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_wait (count (self) == 2);
}

static void
test_deletes_and_brings_back (UiTest *self, gconstpointer data)
{
  open_with (self, 3);
  select_case (self, 0);
  gtk_widget_activate_action (GTK_WIDGET (get_page (self)), "cases.delete", NULL);
  ui_test_wait (count (self) == 2);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  ui_test_wait (count (self) == 3);
}

static void
test_adds_and_removes_samples (UiTest *self, gconstpointer data)
{
  GtkWidget *add;

  open_with (self, 0);
  g_settings_set_string (dd_context_get_settings (self->context), "cases-show", "all");
  add = ui_test_find (GTK_WIDGET (get_page (self)), GTK_TYPE_BUTTON,
                      "_Look Around with Sample Cases");
  ui_test_wait (gtk_widget_get_sensitive (add));
  gtk_widget_activate (add);
  ui_test_wait (count (self) == 12);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.remove-samples", NULL);
  ui_test_wait (g_str_equal (get_state (self), "empty"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  ui_test_wait (count (self) == 12);
}

/* --- Narrow --- */

static void
test_has_rows_where_it_is_narrow (UiTest *self, gconstpointer data)
{
  GSettings *settings = dd_context_get_settings (self->context);
  GtkListView *rows;

  reset_settings (self);
  g_settings_set_int (settings, "window-width", 360);
  g_settings_set_int (settings, "window-height", 600);
  fill (self, 20);
  ui_test_open_window (self);
  ui_test_wait (dd_cases_page_is_settled (get_page (self)));
  rows = GTK_LIST_VIEW (ui_test_find (GTK_WIDGET (get_page (self)), GTK_TYPE_LIST_VIEW, "rows"));
  ui_test_wait (gtk_list_view_get_model (rows) != NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (rows)));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (rows), DD_TYPE_CASE_CELL, NULL));
  g_settings_reset (settings, "window-width");
  g_settings_reset (settings, "window-height");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/cases-page/" name, UiTest, NULL, ui_test_set_up, func, ui_test_tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("teaches-when-there-is-none", test_teaches_when_there_is_none);
  ADD ("shows-what-is-due-first", test_shows_what_is_due_first);
  ADD ("holds-a-thousand", test_holds_a_thousand);
  ADD ("finds-what-is-written-in-cases", test_finds_what_is_written_in_cases);
  ADD ("deletes-and-brings-back", test_deletes_and_brings_back);
  ADD ("adds-and-removes-samples", test_adds_and_removes_samples);
  ADD ("filters-by-chips", test_filters_by_chips);
  ADD ("says-when-nothing-matches", test_says_when_nothing_matches);
  ADD ("sorts-by-the-menu-and-keeps-it", test_sorts_by_the_menu_and_keeps_it);
  ADD ("sorts-by-headers", test_sorts_by_headers);
  ADD ("hides-columns", test_hides_columns);
  ADD ("search-opens", test_search_opens);
  ADD ("finds-what-was-typed-elsewhere", test_finds_what_was_typed_elsewhere);
  ADD ("finds-people-and-portal-numbers", test_finds_people_and_portal_numbers);
  ADD ("opens-and-copies-the-selected", test_opens_and_copies_the_selected);
  ADD ("follows-changes-and-keeps-the-selection", test_follows_changes_and_keeps_the_selection);
  ADD ("marks-the-next-activity-done", test_marks_the_next_activity_done);
  ADD ("resumes-what-waits", test_resumes_what_waits);
  ADD ("closes-with-a-note", test_closes_with_a_note);
  ADD ("has-rows-where-it-is-narrow", test_has_rows_where_it_is_narrow);
  return g_test_run ();
}
