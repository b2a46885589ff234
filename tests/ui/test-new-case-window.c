/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test.h"

#include "dd-case-actions.h"
#include "dd-records.h"
#include "delivery/dd-case.h"
#include "delivery/dd-customer.h"
#include "new-case/dd-new-case-customer.h"
#include "new-case/dd-new-case-window.h"

#include <string.h>

/* Opens the window for a new case by the window's own action. */
static GtkWidget *
open_new_case (UiTest *self)
{
  GListModel *windows;
  GtkWidget *found = NULL;

  ui_test_open_window (self);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-case", NULL));
  windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (DD_IS_NEW_CASE_WINDOW (window))
        found = window;
    }
  g_assert_nonnull (found);
  ui_test_wait (gtk_widget_get_mapped (found));
  return found;
}

static GtkWidget *
find (GtkWidget *window, const char *id)
{
  GtkWidget *widget = ui_test_find (window, GTK_TYPE_WIDGET, id);

  g_assert_nonnull (widget);
  return widget;
}

static void
type (GtkWidget *window, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (window, id)), text);
}

static const char *
label_of (GtkWidget *window, const char *id)
{
  return gtk_label_get_text (GTK_LABEL (find (window, id)));
}

static const char *
title_of (GtkWidget *window, const char *id)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (find (window, id)));
}

/* Types what makes a request that can be met. */
static void
type_request (GtkWidget *window)
{
  type (window, "name", "Acme");
  type (window, "current_version", "9.1");
  type (window, "target_version", "10.0");
  type (window, "earliest", "2026-12-07");
  type (window, "ideal", "2026-12-14");
  type (window, "deadline", "2027-03-31");
  type (window, "reason", "The old version is not supported any more");
  gtk_switch_set_active (GTK_SWITCH (find (window, "access")), TRUE);
}

/* --- What is stored --- */

typedef struct
{
  const DdEntity *entity;
  GPtrArray *rows; /* (owned) */
} Rows;

static gboolean
run_query (DdConnection *connection, gpointer data, GError **error)
{
  Rows *rows = data;
  g_autoptr (DdQuery) query = dd_query_new (rows->entity);

  rows->rows = dd_records_query (connection, query, error);
  return rows->rows != NULL;
}

static GPtrArray *
load_all (UiTest *self, const DdEntity *entity)
{
  g_autoptr (GError) error = NULL;
  Rows rows = { entity, NULL };

  dd_database_run_sync (dd_context_get_database (self->context), run_query, &rows, &error);
  g_assert_no_error (error);
  return rows.rows;
}

static const char *
text_of (GPtrArray *rows, const char *field)
{
  return dd_record_get_text (g_ptr_array_index (rows, 0), field);
}

static gboolean
run_open (DdConnection *connection, gpointer data, GError **error)
{
  DdActor actor = { "Somebody", 1796119200 };
  DdCaseOpening opening = { .service = data, .customer = "Globex", .start = DD_INSTANT_NONE };
  g_autofree char *id = NULL;

  return dd_case_actions_open (connection, &actor, &opening, &id, error);
}

/* Opens a case of a customer "Globex". */
static void
store_a_customer (UiTest *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdService) service =
      dd_service_catalog_find (dd_context_get_catalog (self->context), "cx-process", &error);

  g_assert_no_error (error);
  dd_database_run_sync (dd_context_get_database (self->context), run_open, service, &error);
  g_assert_no_error (error);
}

/* --- Tests --- */

static void
test_makes_a_case_of_a_new_customer (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);
  g_autoptr (GPtrArray) cases = NULL, customers = NULL;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  type_request (window);
  gtk_switch_set_active (GTK_SWITCH (find (window, "program")), TRUE);
  gtk_widget_activate_action (window, "new-case.create", NULL);
  ui_test_wait (window == NULL);

  cases = load_all (self, &dd_case_entity);
  customers = load_all (self, &dd_customer_entity);
  g_assert_cmpuint (cases->len, ==, 1);
  g_assert_cmpuint (customers->len, ==, 1);
  g_assert_cmpstr (text_of (customers, "name"), ==, "Acme");
  g_assert_cmpstr (text_of (customers, "program"), ==, "platinum");
  g_assert_cmpstr (text_of (customers, "deployment"), ==, NULL);
  g_assert_cmpstr (text_of (cases, "title"), ==,
                   "Acme - Platinum Services Request: Managed Upgrade");
  g_assert_cmpstr (text_of (cases, "current_version"), ==, "9.1");
  g_assert_cmpstr (text_of (cases, "target_version"), ==, "10.0");
  g_assert_cmpstr (text_of (cases, "earliest_start"), ==, "2026-12-07");
  g_assert_cmpstr (text_of (cases, "ideal_start"), ==, "2026-12-14");
  g_assert_cmpstr (text_of (cases, "deadline"), ==, "2027-03-31");
  g_assert_cmpint (dd_record_get_integer (g_ptr_array_index (cases, 0), "access_acknowledged"), ==,
                   1);
}

static void
test_judges_at_every_key (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);

  g_assert_cmpstr (label_of (window, "heading"), ==, "Not Known Yet");
  type (window, "deadline", "2027-03-31");
  g_assert_cmpstr (label_of (window, "heading"), ==, "Feasible");
  type (window, "deadline", "2026-12-04");
  g_assert_cmpstr (label_of (window, "heading"), ==, "Not Feasible");
  type (window, "deadline", "2026-12-0");
  g_assert_cmpstr (label_of (window, "heading"), ==, "Not Known Yet");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_the_remedy_moves_the_deadline (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);

  type (window, "earliest", "2026-12-07");
  type (window, "deadline", "2026-12-11");
  g_assert_cmpstr (label_of (window, "heading"), ==, "Not Feasible");
  g_assert_true (gtk_widget_get_visible (find (window, "remedy")));
  g_signal_emit_by_name (find (window, "remedy"), "clicked");
  g_assert_cmpstr (label_of (window, "heading"), !=, "Not Feasible");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (window, "deadline"))), >,
                   "2026-12-11");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_says_at_the_field_what_is_wrong (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);

  g_assert_false (gtk_widget_get_visible (find (window, "deadline_finding")));
  type (window, "earliest", "2026-12-14");
  type (window, "deadline", "2026-12-07");
  g_assert_true (gtk_widget_get_visible (find (window, "deadline_finding")));
  g_assert_nonnull (strstr (title_of (window, "deadline_finding"), "before the earliest start"));
  type (window, "deadline", "soon");
  g_assert_nonnull (strstr (title_of (window, "deadline_finding"), "not a date"));
  type (window, "deadline", "2027-12-07");
  g_assert_false (gtk_widget_get_visible (find (window, "deadline_finding")));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_offers_existing_customers (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);
  GtkWidget *offer = find (window, "offer_0");

  store_a_customer (self);
  type (window, "name", "glo");
  ui_test_wait (gtk_widget_get_visible (offer));
  g_assert_true (gtk_widget_get_visible (find (window, "program_row")));
  g_assert_cmpstr (title_of (window, "offer_0"), ==, "Globex");
  adw_action_row_activate (ADW_ACTION_ROW (offer));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (window, "name"))), ==, "Globex");
  g_assert_false (gtk_widget_get_visible (offer));
  g_assert_true (gtk_widget_get_visible (find (window, "known_row")));
  g_assert_false (gtk_widget_get_visible (find (window, "program_row")));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_fills_from_the_portals_text (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);
  g_auto (GStrv) complaints = NULL;

  complaints = dd_new_case_window_fill (DD_NEW_CASE_WINDOW (window),
                                        "Acme - Platinum Services Request: Managed Upgrade\n"
                                        "* Current CX Process Version: 9.1\n"
                                        "* Deadline Date for Completion: 31.3.2027\n");
  g_assert_cmpuint (g_strv_length (complaints), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (window, "name"))), ==, "Acme");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (window, "current_version"))), ==,
                   "9.1");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (window, "deadline"))), ==,
                   "2027-03-31");
  g_assert_cmpstr (label_of (window, "heading"), ==, "Feasible");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_shows_what_of_the_text_cannot_be_read (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);

  gtk_widget_activate_action (window, "new-case.paste", NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (window, "pasted"))),
                            "Deadline Date for Completion: 1/2/2027", -1);
  gtk_widget_activate_action (window, "new-case.fill", NULL);
  g_assert_true (gtk_widget_get_visible (find (window, "complaints")));
  g_assert_cmpstr (label_of (window, "complaints"), !=, "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find (window, "pages"))), ==,
                   "paste");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_keeps_what_was_typed_when_it_cannot_be_stored (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);

  type_request (window);
  dd_database_close_sync (dd_context_get_database (self->context));
  gtk_widget_activate_action (window, "new-case.create", NULL);
  ui_test_wait (gtk_info_bar_get_revealed (GTK_INFO_BAR (find (window, "refusal"))));
  g_assert_cmpstr (label_of (window, "refusal_label"), !=, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (window, "name"))), ==, "Acme");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (window, "deadline"))), ==,
                   "2027-03-31");
  g_assert_true (gtk_widget_get_sensitive (find (window, "create")));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_needs_a_customer (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);
  GtkWidget *create = find (window, "create");

  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (window)) == create);
  g_assert_false (gtk_widget_get_sensitive (create));
  type (window, "name", "  ");
  g_assert_false (gtk_widget_get_sensitive (create));
  type (window, "name", "Acme");
  g_assert_true (gtk_widget_get_sensitive (create));
  type (window, "ideal", "31 December");
  g_assert_false (gtk_widget_get_sensitive (create));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_takes_a_calendar_from_a_file (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);
  g_autoptr (GFile) file = g_file_new_build_filename (self->folder, "acme.calendar", NULL);
  GtkWidget *group = gtk_widget_get_ancestor (find (window, "name"), ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *row = find (window, "calendar_row");

  type (window, "name", "Acme");
  g_file_set_contents (g_file_peek_path (file), "[calendar]\nmonday=late\n", -1, NULL);
  dd_new_case_customer_load_calendar (DD_NEW_CASE_CUSTOMER (group), file);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "late"));
  g_assert_null (dd_new_case_customer_get_calendar (DD_NEW_CASE_CUSTOMER (group)));
  g_file_set_contents (g_file_peek_path (file), "[calendar]\nmonday=08:00-12:00\n", -1, NULL);
  dd_new_case_customer_load_calendar (DD_NEW_CASE_CUSTOMER (group), file);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Monday"));
  g_assert_nonnull (dd_new_case_customer_get_calendar (DD_NEW_CASE_CUSTOMER (group)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The keys alone: the name is where one types first, and Enter there makes the case. */
static void
test_needs_no_pointer (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_autoptr (GPtrArray) cases = NULL;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_assert_true (GTK_IS_TEXT (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, find (window, "name")));
  gtk_editable_set_text (GTK_EDITABLE (focus), "Acme");
  g_signal_emit_by_name (focus, "activate");
  ui_test_wait (window == NULL);
  cases = load_all (self, &dd_case_entity);
  g_assert_cmpuint (cases->len, ==, 1);
}

/* Whatever the direction of reading, nothing is complained of, and everything has its place. */
static void
test_is_mirrored (UiTest *self, gconstpointer data)
{
  GtkWidget *window, *cancel, *create;
  graphene_rect_t cancel_at, create_at;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = open_new_case (self);
  cancel = ui_test_find (window, GTK_TYPE_BUTTON, "Cancel");
  create = find (window, "create");
  ui_test_wait (gtk_widget_get_width (create) > 0);
  g_assert_true (gtk_widget_compute_bounds (cancel, window, &cancel_at));
  g_assert_true (gtk_widget_compute_bounds (create, window, &create_at));
  g_assert_cmpfloat (create_at.origin.x, <, cancel_at.origin.x);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_asks_before_it_forgets (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *question = NULL;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  type (window, "name", "Acme");
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

/* A field that has the focus loses it while the window goes, which is no time to judge it. */
static void
test_closes_while_a_field_has_the_focus (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  ui_test_wait (gtk_window_is_active (GTK_WINDOW (window)));
  g_assert_true (gtk_widget_grab_focus (find (window, "ideal")));
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (window == NULL);
}

/* Backwards from the first field, round past the header's buttons, and back to it. */
static void
test_tab_goes_round_backwards (UiTest *self, gconstpointer data)
{
  GtkWidget *window = open_new_case (self);
  GtkWidget *first, *before;
  guint stops = 0;

  ui_test_wait (gtk_window_get_focus (GTK_WINDOW (window)) != NULL);
  first = gtk_window_get_focus (GTK_WINDOW (window));
  do
    {
      before = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != before);
      stops++;
    }
  while (gtk_window_get_focus (GTK_WINDOW (window)) != first && stops < 60);
  g_assert_cmpuint (stops, >, 10);
  g_assert_cmpuint (stops, <, 60);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/new-case/" name, UiTest, NULL, ui_test_set_up, function, ui_test_tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("makes-a-case-of-a-new-customer", test_makes_a_case_of_a_new_customer);
  ADD ("judges-at-every-key", test_judges_at_every_key);
  ADD ("the-remedy-moves-the-deadline", test_the_remedy_moves_the_deadline);
  ADD ("says-at-the-field-what-is-wrong", test_says_at_the_field_what_is_wrong);
  ADD ("offers-existing-customers", test_offers_existing_customers);
  ADD ("fills-from-the-portals-text", test_fills_from_the_portals_text);
  ADD ("shows-what-of-the-text-cannot-be-read", test_shows_what_of_the_text_cannot_be_read);
  ADD ("keeps-what-was-typed-when-it-cannot-be-stored",
       test_keeps_what_was_typed_when_it_cannot_be_stored);
  ADD ("needs-a-customer", test_needs_a_customer);
  ADD ("takes-a-calendar-from-a-file", test_takes_a_calendar_from_a_file);
  ADD ("needs-no-pointer", test_needs_no_pointer);
  ADD ("asks-before-it-forgets", test_asks_before_it_forgets);
  ADD ("closes-while-a-field-has-the-focus", test_closes_while_a_field_has_the_focus);
  ADD ("tab-goes-round-backwards", test_tab_goes_round_backwards);
  ADD ("is-mirrored", test_is_mirrored);
  return g_test_run ();
}
