/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A whole session: from an empty database to a case that is planned, edited and undone, through
 * every place, closed, and opened again. Under AddressSanitizer nothing of it may be left behind.
 */

#include "config.h"

#include "ui-test.h"

#include "case/dd-case-page.h"
#include "cases/dd-cases-page.h"
#include "gantt/dd-chart-view.h"
#include "new-case/dd-new-case-window.h"
#include "preferences/dd-preferences-window.h"

static GtkWidget *
find (GtkWidget *root, const char *id)
{
  GtkWidget *widget = ui_test_find (root, GTK_TYPE_WIDGET, id);

  g_assert_nonnull (widget);
  return widget;
}

static void
type (GtkWidget *form, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (form, id)), text);
}

static GtkWidget *
find_form (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (DD_IS_NEW_CASE_WINDOW (window))
        return window;
    }
  return NULL;
}

static void
make_case (UiTest *self)
{
  GtkWidget *form;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-case", NULL));
  form = find_form ();
  ui_test_wait (gtk_widget_get_mapped (form));
  type (form, "name", "Acme");
  type (form, "deadline", "2027-03-31");
  type (form, "reason", "The old version is not supported any more");
  ui_test_wait (gtk_widget_is_sensitive (find (form, "create")));
  gtk_widget_activate_action (form, "new-case.create", NULL);
  ui_test_wait (find_form () == NULL);
}

/* Opens the first case of the list. */
static DdCasePage *
open_first_case (UiTest *self)
{
  GtkSingleSelection *selection;
  DdPage *page;

  dd_window_show_place (self->window, "cases");
  page = dd_window_get_page (self->window);
  ui_test_wait (dd_cases_page_is_settled (DD_CASES_PAGE (page)));
  selection = dd_cases_page_get_selection (DD_CASES_PAGE (page));
  ui_test_wait (g_list_model_get_n_items (G_LIST_MODEL (selection)) > 0);
  gtk_single_selection_set_selected (selection, 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "cases.open", NULL);
  ui_test_wait (DD_IS_CASE_PAGE (dd_window_get_page (self->window)));
  page = dd_window_get_page (self->window);
  ui_test_wait (dd_case_page_is_settled (DD_CASE_PAGE (page)));
  return DD_CASE_PAGE (page);
}

static DdChartView *
get_chart_view (DdCasePage *page)
{
  return DD_CHART_VIEW (ui_test_find (GTK_WIDGET (page), DD_TYPE_CHART_VIEW, NULL));
}

/* Returns: the bar of the first activity of the case */
static const DdBar *
get_first_bar (DdCasePage *page)
{
  DdChart *chart = dd_chart_view_get_chart (get_chart_view (page));
  guint row = dd_chart_find_row (chart, "create-request-case");

  g_assert_cmpuint (row, !=, G_MAXUINT);
  return dd_chart_get_bar (chart, dd_chart_get_row (chart, row)->first_bar);
}

static void
edit (UiTest *self, DdCasePage *page)
{
  DdChartView *view = get_chart_view (page);

  dd_chart_view_select (view, "create-request-case");
  g_signal_emit_by_name (view, "activate", "create-request-case");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "case.finish", NULL));
  ui_test_wait (get_first_bar (page)->done);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  ui_test_wait (!get_first_bar (page)->done);
}

static void
visit (UiTest *self)
{
  static const char *const places[] = { "today", "timeline", "services", "cases" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 5;

      dd_window_show_place (self->window, places[i]);
      ui_test_wait (g_get_monotonic_time () > end);
    }
}

static void
look_at_preferences (UiTest *self)
{
  GtkWindow *window =
      GTK_WINDOW (dd_preferences_window_new (GTK_WINDOW (self->window), self->context));

  gtk_window_present (window);
  ui_test_wait (gtk_widget_get_mapped (GTK_WIDGET (window)));
  gtk_window_destroy (window);
}

static void
test_session (UiTest *self, gconstpointer data)
{
  ui_test_open_window (self);
  make_case (self);
  edit (self, open_first_case (self));
  visit (self);
  look_at_preferences (self);
  ui_test_close_window (self);
  ui_test_open_window (self);
  g_assert_false (get_first_bar (open_first_case (self))->done);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/session/whole", UiTest, NULL, ui_test_set_up, test_session, ui_test_tear_down);
  return g_test_run ();
}
