/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a case's scope is, told and decided in a real window over a real database. */

#include "config.h"

#include "case/dd-case-page.h"
#include "dd-case-actions.h"
#include "dd-journal.h"
#include "dd-service-catalog.h"
#include "delivery/dd-answer.h"
#include "scope/dd-scope-tab.h"
#include "ui-test.h"

#include <string.h>

/* Tuesday 2026-12-01 09:00 UTC */
#define START G_GINT64_CONSTANT (1796115600)

typedef struct
{
  UiTest test;
  char *case_id;
  DdScopeTab *tab;
} Fixture;

static const DdActor ada = { .user = "Ada", .now = START };

static gboolean
open_case (DdConnection *connection, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autoptr (DdService) service = dd_service_catalog_load ("cx-process", error);
  const DdCaseOpening opening = { .service = service,
                                  .customer = "Acme",
                                  .program = "platinum",
                                  .deployment = "on-premise",
                                  .current_version = "10.2",
                                  .deadline = "2026-12-18",
                                  .access_acknowledged = TRUE,
                                  .start = START };

  return service != NULL
         && dd_case_actions_open (connection, &ada, &opening, &self->case_id, error);
}

static void
run (Fixture *self, DdConnectionFunc func)
{
  g_autoptr (GError) error = NULL;

  dd_database_run_sync (dd_context_get_database (self->test.context), func, self, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  DdPage *page;

  ui_test_set_up (&self->test, NULL);
  ui_test_open_window (&self->test);
  run (self, open_case);
  dd_window_show_case (self->test.window, self->case_id);
  page = dd_window_get_page (self->test.window);
  ui_test_wait (dd_case_page_is_settled (DD_CASE_PAGE (page)));
  adw_view_stack_set_visible_child_name (
      ADW_VIEW_STACK (ui_test_find (GTK_WIDGET (page), ADW_TYPE_VIEW_STACK, "tabs")), "scope");
  self->tab = DD_SCOPE_TAB (ui_test_find (GTK_WIDGET (page), DD_TYPE_SCOPE_TAB, NULL));
  ui_test_wait (dd_scope_tab_is_settled (self->tab));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ui_test_tear_down (&self->test, NULL);
  g_free (self->case_id);
}

/* --- Looking and doing --- */

static gboolean
says (Fixture *self, const char *state)
{
  GtkWidget *label = ui_test_find (GTK_WIDGET (self->tab), GTK_TYPE_LABEL, "state");

  return g_str_equal (gtk_label_get_text (GTK_LABEL (label)), state);
}

static const char *
get_finding (Fixture *self, const char *name)
{
  GtkWidget *row = ui_test_find (GTK_WIDGET (self->tab), ADW_TYPE_EXPANDER_ROW, name);

  g_assert_nonnull (row);
  return adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row));
}

/* Needs other environments upgraded: another process answers so. */
static gboolean
answer_yes (DdConnection *connection, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autoptr (DdRecord) answer = dd_record_new (&dd_answer_entity, NULL);
  g_autoptr (DdAction) action = dd_action_new ("Ada", START, "Answered", NULL);

  dd_record_set_text (answer, "case_id", self->case_id);
  dd_record_set_text (answer, "question", "other-environments");
  dd_record_set_text (answer, "value", "\"yes\"");
  dd_action_save (action, answer);
  return dd_journal_commit (connection, action, NULL, error);
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

static void
ask (Fixture *self, const char *action, const char *subject, const char *text)
{
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->tab), action, "s", subject));
  ui_test_wait (find_dialog () != NULL);
  dialog = find_dialog ();
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, "text")), text);
  g_assert_true (gtk_widget_activate_action (dialog, "dialog.apply", NULL));
  ui_test_wait (find_dialog () == NULL);
}

/* Returns: (nullable): the row below @group whose subtitle has @text */
static GtkWidget *
find_row (Fixture *self, const char *group, const char *text)
{
  GtkWidget *root = ui_test_find (GTK_WIDGET (self->tab), ADW_TYPE_PREFERENCES_GROUP, group);
  GtkWidget *list = ui_test_find (root, GTK_TYPE_LIST_BOX, NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (ADW_IS_ACTION_ROW (row) && adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) != NULL
        && strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), text) != NULL)
      return row;
  return NULL;
}

/* --- Tests --- */

static void
test_tells_what_is_known (Fixture *self, gconstpointer data)
{
  g_assert_nonnull (ui_test_find (GTK_WIDGET (self->tab), ADW_TYPE_ACTION_ROW, "Eligible"));
  g_assert_nonnull (find_row (self, "inputs", "CX Process v17, Required Customer Inputs"));
  g_assert_nonnull (get_finding (self, "No Access"));
  g_assert_nonnull (get_finding (self, "Multiple Environment Assistance"));
  g_assert_nonnull (get_finding (self, "Non-Standard components"));
}

static void
test_follows_answers (Fixture *self, gconstpointer data)
{
  run (self, answer_yes);
  ui_test_wait (says (self, "Out of scope"));
  g_assert_cmpstr (get_finding (self, "Multiple Environment Assistance"), ==, "Out of scope");
}

static void
test_is_decided_with_a_reason (Fixture *self, gconstpointer data)
{
  run (self, answer_yes);
  ui_test_wait (says (self, "Out of scope"));
  ask (self, "scope.include", "other-environments", "Only advice by mail");
  ui_test_wait (g_str_equal (get_finding (self, "Multiple Environment Assistance"), "In scope"));
  g_assert_false (says (self, "Out of scope"));
  gtk_widget_activate_action (GTK_WIDGET (self->tab), "scope.follow", "s", "other-environments");
  ui_test_wait (says (self, "Out of scope"));
  gtk_widget_activate_action (GTK_WIDGET (self->test.window), "win.undo", NULL);
  ui_test_wait (g_str_equal (get_finding (self, "Multiple Environment Assistance"), "In scope"));
}

static void
test_leads_to_an_engagement (Fixture *self, gconstpointer data)
{
  GtkWidget *group =
      ui_test_find (GTK_WIDGET (self->tab), ADW_TYPE_PREFERENCES_GROUP, "engagements");
  GtkWidget *button;
  GMenuModel *menu;
  g_autoptr (GVariant) target = NULL;

  g_assert_false (gtk_widget_get_visible (group));
  run (self, answer_yes);
  ui_test_wait (says (self, "Out of scope"));
  ask (self, "scope.engage", "other-environments", "Upgrade of Production");
  ui_test_wait (gtk_widget_get_visible (group));
  g_assert_nonnull (ui_test_find (group, ADW_TYPE_ACTION_ROW, "Upgrade of Production"));
  button = ui_test_find (group, GTK_TYPE_MENU_BUTTON, NULL);
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, "Proposed");
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  target = g_menu_model_get_item_attribute_value (menu, 0, G_MENU_ATTRIBUTE_TARGET, NULL);
  gtk_widget_activate_action_variant (GTK_WIDGET (self->tab), "scope.move", target);
  ui_test_wait ((button = ui_test_find (group, GTK_TYPE_MENU_BUTTON, NULL)) != NULL
                && g_str_equal (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), "Offered"));
}

/* With the last of its inputs the gate is met, and with one taken back it is open again. */
static void
test_inputs_are_recorded (Fixture *self, gconstpointer data)
{
  ask (self, "scope.meet", "access", "Login tried on the host");
  ui_test_wait (find_row (self, "inputs", "Login tried on the host") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->tab), "scope.withdraw", "s", "access");
  ui_test_wait (find_row (self, "inputs", "Login tried on the host") == NULL);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/scope-tab/tells-what-is-known", test_tells_what_is_known },
    { "/scope-tab/follows-answers", test_follows_answers },
    { "/scope-tab/is-decided-with-a-reason", test_is_decided_with_a_reason },
    { "/scope-tab/leads-to-an-engagement", test_leads_to_an_engagement },
    { "/scope-tab/inputs-are-recorded", test_inputs_are_recorded },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
