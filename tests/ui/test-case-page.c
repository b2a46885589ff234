/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test.h"

#include "case/dd-case-chart.h"
#include "case/dd-case-customer.h"
#include "case/dd-case-links.h"
#include "case/dd-case-page.h"
#include "dd-case-actions.h"
#include "dd-case-plan.h"
#include "dd-journal.h"
#include "dd-records.h"
#include "gantt/dd-chart-export.h"

/* Monday 2026-11-30 09:00 UTC: a day before the fixture's now. */
#define START G_GINT64_CONSTANT (1796029200)

/* A window that shows the page of one case of CX Process. */
typedef struct
{
  UiTest test;
  char *case_id;
  DdCasePage *page;
  gboolean program; /* the customer is a member of the support program */
} Fixture;

/* --- A case --- */

static gboolean
open_case (DdConnection *connection, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autoptr (DdService) service = dd_service_catalog_load ("cx-process", error);
  const DdActor actor = { "Ada", START };
  const DdCaseOpening opening = { .service = service,
                                  .customer = "Acme",
                                  .current_version = "10.2",
                                  .target_version = "11.0",
                                  .earliest_start = "2026-11-30",
                                  .ideal_start = "2026-12-01",
                                  .deadline = "2026-12-18",
                                  .deadline_reason = "Year-end freeze",
                                  .access_acknowledged = TRUE,
                                  .start = START };

  return service != NULL
         && dd_case_actions_open (connection, &actor, &opening, &self->case_id, error);
}

static void
run (Fixture *self, DdConnectionFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  dd_database_run_sync (dd_context_get_database (self->test.context), func, data, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  ui_test_set_up (&self->test, NULL);
  ui_test_open_window (&self->test);
  run (self, open_case, self);
  dd_window_show_case (self->test.window, self->case_id);
  self->page = DD_CASE_PAGE (dd_window_get_page (self->test.window));
  ui_test_wait (dd_case_page_is_settled (self->page));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ui_test_tear_down (&self->test, NULL);
  g_free (self->case_id);
}

/* --- Looking and doing --- */

static GtkWidget *
find (Fixture *self, GType type, const char *name)
{
  return ui_test_find (GTK_WIDGET (self->page), type, name);
}

static const char *
label_text (Fixture *self, const char *id)
{
  GtkWidget *label = find (self, GTK_TYPE_LABEL, id);

  g_assert_nonnull (label);
  return gtk_label_get_text (GTK_LABEL (label));
}

static DdChartView *
get_chart_view (Fixture *self)
{
  return DD_CHART_VIEW (find (self, DD_TYPE_CHART_VIEW, NULL));
}

static const DdBar *
find_bar (DdChart *chart, const char *id)
{
  guint row = dd_chart_find_row (chart, id);

  g_assert_cmpuint (row, !=, G_MAXUINT);
  return dd_chart_get_bar (chart, dd_chart_get_row (chart, row)->first_bar);
}

static gint64
bar_start (Fixture *self, const char *id)
{
  return find_bar (dd_chart_view_get_chart (get_chart_view (self)), id)->start;
}

static void
select_activity (Fixture *self, const char *id)
{
  DdChartView *view = get_chart_view (self);

  dd_chart_view_select (view, id);
  g_signal_emit_by_name (view, "activate", id);
}

static gboolean
activate (Fixture *self, const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (get_chart_view (self)), action, NULL);
}

/* What the panel says of where the selected activity stands ends with @state. */
static gboolean
stands (Fixture *self, const char *state)
{
  return g_str_has_suffix (label_text (self, "standing"), state);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "DdCaseDialog"))
        return window;
    }
  return NULL;
}

/* Fills the dialog that is open in and applies it; with @text NULL only applies. */
static void
answer (const char *text)
{
  GtkWidget *dialog;

  ui_test_wait (find_dialog () != NULL);
  dialog = find_dialog ();
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, "text")), text);
  g_assert_true (gtk_widget_activate_action (dialog, "dialog.apply", NULL));
}

static void
show_tab (Fixture *self, const char *name)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (find (self, ADW_TYPE_VIEW_STACK, "tabs")),
                                         name);
}

/* --- Tests --- */

static void
test_shows_the_case (Fixture *self, gconstpointer data)
{
  g_assert_cmpstr (dd_page_get_title (DD_PAGE (self->page)), ==, "Acme");
  g_assert_cmpstr (label_text (self, "title"), ==, "Acme – CX Process 10.2 → 11.0");
  g_assert_cmpstr (label_text (self, "state"), ==, "Requested");
  g_assert_nonnull (strstr (label_text (self, "deadline"), "18 Dec"));
  g_assert_nonnull (strstr (label_text (self, "verdict"), "to spare"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->test.window)), ==, "Acme – Drydock");
}

static void
test_an_unknown_case_is_told (Fixture *self, gconstpointer data)
{
  dd_window_show_case (self->test.window, "00000000-0000-4000-8000-000000000000");
  self->page = DD_CASE_PAGE (dd_window_get_page (self->test.window));
  ui_test_wait (dd_case_page_is_settled (self->page));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                       GTK_STACK (find (self, GTK_TYPE_STACK, "states"))),
                   ==, "failed");
}

static void
test_start_finish_and_undo (Fixture *self, gconstpointer data)
{
  select_activity (self, "create-request-case");
  ui_test_wait (stands (self, "Planned"));
  g_assert_true (activate (self, "case.finish"));
  ui_test_wait (stands (self, "Done"));
  select_activity (self, "respond-to-request");
  g_assert_true (activate (self, "case.start"));
  ui_test_wait (stands (self, "Running"));
  ui_test_wait (g_str_equal (label_text (self, "state"), "Running"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->test.window), "win.undo", NULL));
  ui_test_wait (stands (self, "Planned"));
}

static void
test_wait_and_resume (Fixture *self, gconstpointer data)
{
  GtkWidget *bar = find (self, GTK_TYPE_INFO_BAR, "waiting");

  g_assert_false (gtk_info_bar_get_revealed (GTK_INFO_BAR (bar)));
  g_assert_true (activate (self, "case.wait-all"));
  answer ("access");
  ui_test_wait (gtk_info_bar_get_revealed (GTK_INFO_BAR (bar)));
  g_assert_cmpstr (label_text (self, "waiting_text"), ==,
                   "Waiting for the customer since Tuesday 1 December 2026: access");
  ui_test_wait (find_dialog () == NULL);
  g_signal_emit_by_name (find (self, GTK_TYPE_BUTTON, "resume"), "clicked");
  ui_test_wait (!gtk_info_bar_get_revealed (GTK_INFO_BAR (bar)));
}

static void
test_skipping_needs_a_reason (Fixture *self, gconstpointer data)
{
  select_activity (self, "respond-to-request");
  g_assert_true (activate (self, "case.skip"));
  ui_test_wait (find_dialog () != NULL);
  gtk_widget_activate_action (find_dialog (), "dialog.apply", NULL);
  g_assert_nonnull (find_dialog ());
  answer ("it is known already");
  ui_test_wait (stands (self, "Skipped"));
}

static void
test_dragging_previews_and_asks (Fixture *self, gconstpointer data)
{
  DdChartView *view = get_chart_view (self);
  gint64 before = bar_start (self, "respond-to-request"),
         later = bar_start (self, "set-up-project");

  select_activity (self, "respond-to-request");
  g_signal_emit_by_name (view, "drag", "respond-to-request", DD_CHART_DRAG_MOVE, (gint64) 3 * 86400,
                         TRUE);
  answer (NULL);
  ui_test_wait (bar_start (self, "respond-to-request") > before);
  g_assert_cmpint (bar_start (self, "respond-to-request"), >=, before + 2 * 86400);
  g_assert_cmpint (bar_start (self, "set-up-project"), >, later);
  gtk_widget_activate_action (GTK_WIDGET (self->test.window), "win.undo", NULL);
  ui_test_wait (bar_start (self, "respond-to-request") == before);
}

static gboolean
load_plan (DdConnection *connection, gpointer data, GError **error)
{
  DdCasePlan **plan = data;
  const char *case_id = (const char *) *plan;

  *plan = dd_case_plan_load (connection, case_id, START, error);
  return *plan != NULL;
}

/* A preview has what would move where it would be, and leaves what comes before. */
static void
test_a_preview_moves_dependents (Fixture *self, gconstpointer data)
{
  gpointer loaded = self->case_id;
  g_autoptr (DdCasePlan) plan = NULL;
  g_autoptr (DdChart) before = NULL;
  g_autoptr (DdChart) after = NULL;
  DdCaseEdit *edit;

  run (self, load_plan, &loaded);
  plan = loaded;
  before = dd_case_chart_new (plan);
  edit = dd_case_chart_drag (plan, "set-up-project", DD_CHART_DRAG_FINISH, 86400);
  g_assert_cmpint (edit->kind, ==, DD_CASE_EDIT_DURATION);
  after = dd_case_chart_preview (plan, edit);
  g_assert_cmpint (find_bar (after, "set-up-project")->start, ==,
                   find_bar (before, "set-up-project")->start);
  g_assert_cmpint (find_bar (after, "backup")->start, >, find_bar (before, "backup")->start);
  g_assert_cmpint (find_bar (after, "respond-to-request")->start, ==,
                   find_bar (before, "respond-to-request")->start);
  dd_case_edit_free (edit);
}

static void
test_dragging_stores_nothing (Fixture *self, gconstpointer data)
{
  DdChartView *view = get_chart_view (self);
  gint64 before = bar_start (self, "backup");

  g_signal_emit_by_name (view, "drag", "set-up-project", DD_CHART_DRAG_FINISH, (gint64) 86400,
                         FALSE);
  g_assert_null (find_dialog ());
  g_assert_cmpint (bar_start (self, "backup"), ==, before);
  g_signal_emit_by_name (view, "drag-cancelled");
}

/* Every button that does something of ours, and every switch, has a name: an icon is none. */
static void
assert_named (GtkWidget *widget)
{
  gboolean ours =
      (GTK_IS_BUTTON (widget) && gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) != NULL)
      || (GTK_IS_MENU_BUTTON (widget)
          && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)) != NULL)
      || GTK_IS_SWITCH (widget) || GTK_IS_COLUMN_VIEW (widget) || DD_IS_CHART_VIEW (widget);

  if (!gtk_widget_get_visible (widget))
    return;
  if (ours && (!GTK_IS_BUTTON (widget) || gtk_button_get_label (GTK_BUTTON (widget)) == NULL)
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    g_error ("%s “%s” has no name", G_OBJECT_TYPE_NAME (widget),
             gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static void
test_everything_has_a_name (Fixture *self, gconstpointer data)
{
  select_activity (self, "respond-to-request");
  show_tab (self, "history");
  ui_test_wait (find (self, ADW_TYPE_EXPANDER_ROW, NULL) != NULL);
  assert_named (GTK_WIDGET (self->page));
}

/* On a narrow window nothing is wider than it. */
static void
test_fits_a_narrow_window (Fixture *self, gconstpointer data)
{
  int minimum;

  g_object_set (self->page, "folded", TRUE, NULL);
  select_activity (self, "respond-to-request");
  gtk_widget_measure (GTK_WIDGET (self->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* Another connection changes the row: the page follows. */
static gboolean
start_elsewhere (DdConnection *connection, gpointer data, GError **error)
{
  Fixture *self = data;
  const DdActor actor = { .user = "Grace", .now = START + 3600 };
  const DdCaseStep step = { DD_CASE_STEP_START, "respond-to-request", NULL };

  return dd_case_actions_take (connection, &actor, self->case_id, &step, error);
}

static void
test_follows_another_connection (Fixture *self, gconstpointer data)
{
  g_autoptr (DdDatabase) other = dd_database_new (self->test.database);
  g_autoptr (GError) error = NULL;

  select_activity (self, "respond-to-request");
  ui_test_wait (stands (self, "Planned"));
  g_assert_true (dd_database_open_sync (other, START, &error));
  g_assert_true (dd_database_run_sync (other, start_elsewhere, self, &error));
  g_assert_no_error (error);
  dd_database_close_sync (other);
  ui_test_wait (stands (self, "Running"));
}

static void
test_agrees_the_plan (Fixture *self, gconstpointer data)
{
  g_assert_true (activate (self, "case.agree"));
  answer ("Acme");
  ui_test_wait (find_bar (dd_chart_view_get_chart (get_chart_view (self)), "backup")->baseline_start
                != DD_INSTANT_NONE);
}

static void
test_gates_take_evidence (Fixture *self, gconstpointer data)
{
  select_activity (self, "upgrade-gate");
  ui_test_wait (stands (self, "Not met"));
  g_assert_true (activate (self, "case.meet"));
  answer ("Login tried on the host");
  ui_test_wait (stands (self, "Met"));
  g_assert_nonnull (find (self, ADW_TYPE_ACTION_ROW, "evidence"));
}

static gboolean
add_person (DdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (DdAction) action = dd_action_new ("Ada", START, NULL, NULL);
  g_autoptr (DdRecord) person = dd_record_new (&dd_person_entity, NULL);

  dd_record_set_text (person, "name", "Katherine");
  dd_record_set_integer (person, "role", DD_PERSON_ROLE_CONSULTANT);
  dd_action_save (action, person);
  return dd_journal_commit (connection, action, NULL, error);
}

static void
test_activities_are_assigned (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find (self, ADW_TYPE_ACTION_ROW, "assignee"), *people;

  run (self, add_person, NULL);
  select_activity (self, "backup");
  g_assert_false (gtk_widget_get_visible (row));
  g_assert_true (activate (self, "case.assign"));
  ui_test_wait (find_dialog () != NULL);
  people = ui_test_find (find_dialog (), ADW_TYPE_COMBO_ROW, "person");
  ui_test_wait (adw_combo_row_get_model (ADW_COMBO_ROW (people)) != NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (people), 1);
  answer (NULL);
  ui_test_wait (gtk_widget_get_visible (row));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Katherine");
}

/* Returns: (nullable): the row of the link called @title */
static GtkWidget *
find_link (Fixture *self, const char *title)
{
  return ui_test_find (find (self, DD_TYPE_CASE_LINKS, NULL), ADW_TYPE_ACTION_ROW, title);
}

static void
type_address (const char *address)
{
  ui_test_wait (find_dialog () != NULL);
  gtk_editable_set_text (GTK_EDITABLE (
                             ui_test_find (find_dialog (), ADW_TYPE_ENTRY_ROW, "address")),
                         address);
}

static void
test_activities_have_links (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  select_activity (self, "backup");
  g_assert_true (activate (self, "case.link"));
  type_address ("intranet.example/runbook?a=1&b=2");
  answer ("Runbook <draft>");
  ui_test_wait (find_link (self, "Runbook &lt;draft&gt;") != NULL);
  row = find_link (self, "Runbook &lt;draft&gt;");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==,
                   "https://intranet.example/runbook?a=1&b=2");
  select_activity (self, "test");
  g_assert_null (find_link (self, "Runbook &lt;draft&gt;"));
  select_activity (self, "backup");
  row = find_link (self, "Runbook &lt;draft&gt;");
  gtk_widget_activate (ui_test_find (row, GTK_TYPE_BUTTON, NULL));
  ui_test_wait (find_link (self, "Runbook &lt;draft&gt;") == NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->test.window), "win.undo", NULL);
  ui_test_wait (find_link (self, "Runbook &lt;draft&gt;") != NULL);
}

/* What is typed stays, with the reason below it. */
static void
test_links_need_an_address (Fixture *self, gconstpointer data)
{
  static const char *const bad[] = { "the wiki", "someone@", "back\\slash" };
  GtkWidget *problem;

  select_activity (self, "backup");
  g_assert_true (activate (self, "case.link"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      type_address (bad[i]);
      problem = ui_test_find (find_dialog (), GTK_TYPE_LABEL, "problem");
      answer (NULL);
      ui_test_wait (gtk_widget_get_visible (problem)
                    && strstr (gtk_label_get_text (GTK_LABEL (problem)), bad[i]) != NULL);
    }
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  ui_test_wait (find_dialog () == NULL);
}

static void
test_the_table_has_the_same (Fixture *self, gconstpointer data)
{
  GtkWidget *table = find (self, GTK_TYPE_COLUMN_VIEW, "table");

  g_assert_null (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
  activate (self, "case.table");
  ui_test_wait (gtk_widget_get_mapped (table));
  g_assert_cmpuint (g_list_model_get_n_items (
                        G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)))),
                    ==, 16);
  g_assert_nonnull (ui_test_find (table, GTK_TYPE_LABEL, "Create Playbook"));
}

static void
test_the_request_is_edited (Fixture *self, gconstpointer data)
{
  GtkWidget *deadline, *tabs = find (self, ADW_TYPE_VIEW_STACK, "tabs");

  show_tab (self, "request");
  deadline = ui_test_find (tabs, ADW_TYPE_ENTRY_ROW, "deadline");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (deadline)), ==, "2026-12-18");
  gtk_editable_set_text (GTK_EDITABLE (deadline), "2026-12-3x");
  g_assert_true (gtk_widget_has_css_class (deadline, "error"));
  gtk_editable_set_text (GTK_EDITABLE (deadline), "2026-12-03");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (ui_test_find (tabs, GTK_TYPE_LABEL, "because"))),
                   !=, "");
  g_assert_true (gtk_widget_activate_action (deadline, "request.apply", NULL));
  ui_test_wait (strstr (label_text (self, "deadline"), "in 2 days") != NULL);
  g_assert_nonnull (strstr (label_text (self, "verdict"), "late"));
}

static gboolean
has_program (DdConnection *connection, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autoptr (DdRecord) case_ = dd_records_load (connection, &dd_case_entity, self->case_id, error);
  g_autoptr (DdRecord) customer =
      dd_records_load (connection, &dd_customer_entity, dd_record_get_text (case_, "customer_id"),
                       error);

  self->program = g_strcmp0 (dd_record_get_text (customer, "program"), "platinum") == 0;
  return TRUE;
}

static gboolean
is_platinum (Fixture *self)
{
  run (self, has_program, self);
  return self->program;
}

/* What the customer is is stored at once, and an undo is seen in the switch. */
static void
test_the_customer_is_edited (Fixture *self, gconstpointer data)
{
  GtkSwitch *program = GTK_SWITCH (find (self, GTK_TYPE_SWITCH, "program"));
  gboolean before = is_platinum (self);

  show_tab (self, "request");
  g_assert_cmpint (gtk_switch_get_active (program), ==, before);
  gtk_switch_set_active (program, !before);
  ui_test_wait (is_platinum (self) == !before);
  gtk_widget_activate_action (GTK_WIDGET (self->test.window), "win.undo", NULL);
  ui_test_wait (gtk_switch_get_active (program) == before);
  g_assert_cmpint (is_platinum (self), ==, before);
}

static void
test_the_customers_calendar_is_chosen (Fixture *self, gconstpointer data)
{
  DdCaseCustomer *customer = DD_CASE_CUSTOMER (find (self, DD_TYPE_CASE_CUSTOMER, NULL));
  AdwActionRow *row = ADW_ACTION_ROW (find (self, ADW_TYPE_ACTION_ROW, "calendar_row"));
  g_autofree char *path = g_build_filename (self->test.folder, "customer.calendar", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  show_tab (self, "request");
  g_file_set_contents (path, "[calendar]\ntimezone=Asia/Tokyo\nmonday=10:00-12:00\n", -1, NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "The same as yours");
  dd_case_customer_load_calendar (customer, file);
  ui_test_wait (strstr (adw_action_row_get_subtitle (row), "Tokyo") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (customer), "customer.clear-calendar", NULL);
  ui_test_wait (g_str_equal (adw_action_row_get_subtitle (row), "The same as yours"));
}

static void
test_the_history_undoes (Fixture *self, gconstpointer data)
{
  GtkWidget *tabs = find (self, ADW_TYPE_VIEW_STACK, "tabs");
  GtkWidget *row;

  select_activity (self, "respond-to-request");
  g_assert_true (activate (self, "case.start"));
  ui_test_wait (stands (self, "Running"));
  show_tab (self, "history");
  ui_test_wait ((row = ui_test_find (tabs, ADW_TYPE_EXPANDER_ROW, "Started “Respond to Request”"))
                != NULL);
  g_signal_emit_by_name (ui_test_find (row, GTK_TYPE_BUTTON, NULL), "clicked");
  ui_test_wait (stands (self, "Planned"));
}

/* --- Files --- */

static void
test_exports_what_it_says (Fixture *self, gconstpointer data)
{
  static const struct
  {
    DdChartFormat format;
    const char *magic;
  } formats[] = { { DD_CHART_PNG, "\x89PNG" },
                  { DD_CHART_SVG, "<?xml" },
                  { DD_CHART_PDF, "%PDF" } };
  DdChartExport export = {
    dd_chart_view_get_chart (get_chart_view (self)), { 0, 0 }, 1400, 1, FALSE
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = dd_chart_export (&export, formats[i].format, &error);

      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), formats[i].magic));
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 2000);
    }
  /* 24 rows and what stands above and below them take more than a page as wide as it is high. */
  g_assert_cmpuint (dd_chart_export_count_pages (&export, 800, 300), >, 1);
  g_assert_cmpuint (dd_chart_export_count_pages (&export, 800, 2000), ==, 1);
}

/* --- Going --- */

static void
test_another_case_takes_its_place (Fixture *self, gconstpointer data)
{
  g_autofree char *first = g_steal_pointer (&self->case_id);

  run (self, open_case, self);
  dd_window_show_case (self->test.window, self->case_id);
  self->page = DD_CASE_PAGE (dd_window_get_page (self->test.window));
  g_assert_cmpstr (dd_case_page_get_case_id (self->page), ==, self->case_id);
  g_assert_cmpstr (first, !=, self->case_id);
}

static void
test_back_leads_to_the_place (Fixture *self, gconstpointer data)
{
  dd_window_show_place (self->test.window, "services");
  dd_window_show_case (self->test.window, self->case_id);
  g_assert_true (dd_window_go_back (self->test.window));
  g_assert_false (DD_IS_CASE_PAGE (dd_window_get_page (self->test.window)));
  g_assert_false (dd_window_go_back (self->test.window));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/case-page/shows-the-case", test_shows_the_case },
    { "/case-page/an-unknown-case-is-told", test_an_unknown_case_is_told },
    { "/case-page/start-finish-and-undo", test_start_finish_and_undo },
    { "/case-page/wait-and-resume", test_wait_and_resume },
    { "/case-page/skipping-needs-a-reason", test_skipping_needs_a_reason },
    { "/case-page/dragging-previews-and-asks", test_dragging_previews_and_asks },
    { "/case-page/a-preview-moves-dependents", test_a_preview_moves_dependents },
    { "/case-page/dragging-stores-nothing", test_dragging_stores_nothing },
    { "/case-page/everything-has-a-name", test_everything_has_a_name },
    { "/case-page/fits-a-narrow-window", test_fits_a_narrow_window },
    { "/case-page/follows-another-connection", test_follows_another_connection },
    { "/case-page/agrees-the-plan", test_agrees_the_plan },
    { "/case-page/gates-take-evidence", test_gates_take_evidence },
    { "/case-page/activities-are-assigned", test_activities_are_assigned },
    { "/case-page/activities-have-links", test_activities_have_links },
    { "/case-page/links-need-an-address", test_links_need_an_address },
    { "/case-page/the-table-has-the-same", test_the_table_has_the_same },
    { "/case-page/the-request-is-edited", test_the_request_is_edited },
    { "/case-page/the-customer-is-edited", test_the_customer_is_edited },
    { "/case-page/the-customers-calendar-is-chosen", test_the_customers_calendar_is_chosen },
    { "/case-page/the-history-undoes", test_the_history_undoes },
    { "/case-page/exports-what-it-says", test_exports_what_it_says },
    { "/case-page/another-case-takes-its-place", test_another_case_takes_its_place },
    { "/case-page/back-leads-to-the-place", test_back_leads_to_the_place },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
