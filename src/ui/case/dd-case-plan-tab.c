/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-plan-tab.h"

#include "case/dd-case-chart.h"
#include "case/dd-case-plan-private.h"
#include "case/dd-case-row.h"
#include "case/dd-case-page-words.h"
#include "dd-ui.h"

#include <glib/gi18n.h>

/* The details: so wide beside the chart, so high below it. */
#define PANEL_WIDTH  330
#define PANEL_HEIGHT 190

G_DEFINE_FINAL_TYPE (DdCasePlanTab, dd_case_plan_tab, ADW_TYPE_BIN)

DdCasePlan *
dd_case_plan_tab_get_plan (DdCasePlanTab *self)
{
  DdCasePlan *plan = self->session != NULL ? dd_case_session_get_plan (self->session) : NULL;

  return plan != NULL && plan->plan != NULL ? plan : NULL;
}

const DdActivity *
dd_case_plan_tab_get_activity (DdCasePlanTab *self)
{
  DdCasePlan *plan = dd_case_plan_tab_get_plan (self);

  if (plan == NULL || self->selected == NULL)
    return NULL;
  return dd_service_find_activity (dd_network_get_service (plan->inputs->network), self->selected);
}

/* --- The selected activity --- */

static void
update_panel (DdCasePlanTab *self)
{
  const DdActivity *activity = dd_case_plan_tab_get_activity (self);

  if (activity != NULL)
    dd_case_panel_show (self->panel, self->session, activity->index);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->panel), FALSE);
  dd_case_plan_tab_update_actions (self);
}

static void
set_selected (DdCasePlanTab *self, const char *id)
{
  if (g_strcmp0 (self->selected, id) != 0)
    {
      g_free (self->selected);
      self->selected = g_strdup (id);
    }
  update_panel (self);
}

static void
reveal_panel (DdCasePlanTab *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->panel), dd_case_plan_tab_get_activity (self) != NULL);
}

void
dd_case_plan_tab_select (DdCasePlanTab *self, const char *id)
{
  g_return_if_fail (DD_IS_CASE_PLAN_TAB (self));
  dd_chart_view_select (self->chart, id);
  set_selected (self, id);
  reveal_panel (self);
}

/* --- The chart --- */

static void
on_selected (DdChartView *chart, const char *id, DdCasePlanTab *self)
{
  set_selected (self, id);
  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->body)) == GTK_ORIENTATION_HORIZONTAL)
    reveal_panel (self);
}

static void
on_activate (DdChartView *chart, const char *id, DdCasePlanTab *self)
{
  set_selected (self, id);
  reveal_panel (self);
}

static char *
describe (DdChart *chart, guint row, guint bar, gpointer user_data)
{
  DdCasePlan *plan = dd_case_plan_tab_get_plan (user_data);
  const char *id = dd_chart_get_row (chart, row)->id;
  const DdActivity *activity = NULL;

  if (plan != NULL)
    activity = dd_service_find_activity (dd_network_get_service (plan->inputs->network), id);
  if (activity == NULL)
    return NULL;
  if (bar != G_MAXUINT && dd_chart_get_bar (chart, bar)->shape == DD_BAR_WAIT)
    return g_strdup_printf (_ ("Waiting: %s"), dd_chart_get_bar (chart, bar)->label);
  return dd_case_page_words_tooltip (plan, activity->index);
}

static void
on_drag (DdChartView *chart,
         const char *id,
         int drag,
         gint64 seconds,
         gboolean dropped,
         DdCasePlanTab *self)
{
  DdCasePlan *plan = dd_case_plan_tab_get_plan (self);
  g_autoptr (DdChart) preview = NULL;

  g_clear_pointer (&self->dragged, dd_case_edit_free);
  if (plan == NULL)
    return;
  self->dragged = dd_case_chart_drag (plan, id, drag, seconds);
  if (dropped && self->dragged != NULL)
    {
      dd_case_plan_tab_ask (self, g_steal_pointer (&self->dragged));
      return;
    }
  if (self->dragged != NULL)
    preview = dd_case_chart_preview (plan, self->dragged);
  dd_chart_view_set_preview (self->chart, preview);
}

static void
on_drag_cancelled (DdChartView *chart, DdCasePlanTab *self)
{
  g_clear_pointer (&self->dragged, dd_case_edit_free);
  dd_chart_view_set_preview (self->chart, NULL);
}

static void
on_menu (DdChartView *chart, const char *id, int x, int y, DdCasePlanTab *self)
{
  set_selected (self, id);
  if (dd_case_plan_tab_get_activity (self) == NULL)
    return;
  if (self->context_menu == NULL)
    {
      self->context_menu =
          GTK_POPOVER (gtk_popover_menu_new_from_model (dd_case_panel_get_menu (self->panel)));
      gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self->chart));
      gtk_popover_set_has_arrow (self->context_menu, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->context_menu), GTK_ALIGN_START);
    }
  gtk_popover_set_pointing_to (self->context_menu, &(GdkRectangle){ x, y, 1, 1 });
  gtk_popover_popup (self->context_menu);
}

/* --- The table --- */

static void
on_table_activate (GtkColumnView *table, guint position, DdCasePlanTab *self)
{
  reveal_panel (self);
}

static void
on_table_selection (GtkSingleSelection *selection, GParamSpec *pspec, DdCasePlanTab *self)
{
  DdCaseRow *row = gtk_single_selection_get_selected_item (selection);
  DdCasePlan *plan = dd_case_plan_tab_get_plan (self);
  const DdActivity *activity;

  if (row == NULL || plan == NULL)
    return;
  activity = g_ptr_array_index (dd_network_get_service (plan->inputs->network)->activities,
                                dd_case_row_get_index (row));
  dd_chart_view_select (self->chart, activity->id);
  set_selected (self, activity->id);
}

/* Rows are made only while they are looked at; the selected activity stays selected. */
static void
update_table (DdCasePlanTab *self)
{
  DdCasePlan *plan = dd_case_plan_tab_get_plan (self);
  const DdActivity *activity = dd_case_plan_tab_get_activity (self);
  g_autoptr (GtkSingleSelection) selection = NULL;

  if (plan == NULL || !gtk_toggle_button_get_active (self->as_table))
    {
      gtk_column_view_set_model (self->table, NULL);
      return;
    }
  selection = gtk_single_selection_new (dd_case_row_list (plan));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, activity != NULL ? activity->index
                                                                 : GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (on_table_selection),
                           self, 0);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
}

static void
on_as_table (GtkToggleButton *button, GParamSpec *pspec, DdCasePlanTab *self)
{
  gboolean table = gtk_toggle_button_get_active (button);

  update_table (self);
  gtk_stack_set_visible_child_name (self->views, table ? "table" : "chart");
  gtk_widget_grab_focus (table ? GTK_WIDGET (self->table) : GTK_WIDGET (self->chart));
}

/* --- The session --- */

static void
show_problem (DdCasePlanTab *self, const GError *problem)
{
  adw_status_page_set_description (self->problem, problem->message);
  gtk_stack_set_visible_child_name (self->states, "problem");
}

static void
on_loaded (DdCaseSession *session, DdCasePlanTab *self)
{
  DdCasePlan *plan = dd_case_session_get_plan (session);
  g_autoptr (DdChart) chart = NULL;

  if (plan == NULL)
    return;
  if (plan->plan == NULL)
    {
      show_problem (self, plan->problem);
      return;
    }
  chart = dd_case_chart_new (plan);
  dd_chart_view_set_chart (self->chart, chart);
  gtk_stack_set_visible_child_name (self->states, "plan");
  update_table (self);
  update_panel (self);
}

void
dd_case_plan_tab_set_session (DdCasePlanTab *self, DdCaseSession *session)
{
  g_return_if_fail (DD_IS_CASE_PLAN_TAB (self));
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "loaded", G_CALLBACK (on_loaded), self, 0);
  on_loaded (session, self);
}

void
dd_case_plan_tab_set_narrow (DdCasePlanTab *self, gboolean narrow)
{
  g_return_if_fail (DD_IS_CASE_PLAN_TAB (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->panel), narrow ? -1 : PANEL_WIDTH,
                               narrow ? PANEL_HEIGHT : -1);
}

/* --- Object --- */

static void
dd_case_plan_tab_dispose (GObject *object)
{
  DdCasePlanTab *self = DD_CASE_PLAN_TAB (object);

  if (self->context_menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->context_menu)));
  if (self->chart != NULL)
    dd_chart_view_set_tooltip_func (self->chart, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_CASE_PLAN_TAB);
  g_clear_object (&self->session);
  g_clear_pointer (&self->dragged, dd_case_edit_free);
  g_clear_pointer (&self->selected, g_free);
  G_OBJECT_CLASS (dd_case_plan_tab_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DdCasePlanTab, as_table);
  gtk_widget_class_bind_template_child (widget_class, DdCasePlanTab, states);
  gtk_widget_class_bind_template_child (widget_class, DdCasePlanTab, problem);
  gtk_widget_class_bind_template_child (widget_class, DdCasePlanTab, body);
  gtk_widget_class_bind_template_child (widget_class, DdCasePlanTab, views);
  gtk_widget_class_bind_template_child (widget_class, DdCasePlanTab, chart);
  gtk_widget_class_bind_template_child (widget_class, DdCasePlanTab, table);
  gtk_widget_class_bind_template_child (widget_class, DdCasePlanTab, panel);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_drag);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_cancelled);
  gtk_widget_class_bind_template_callback (widget_class, on_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_table_activate);
}

static void
dd_case_plan_tab_class_init (DdCasePlanTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DD_TYPE_CHART_VIEW);
  g_type_ensure (DD_TYPE_CHART_LEGEND);
  g_type_ensure (DD_TYPE_CHART_TOOLBAR);
  g_type_ensure (DD_TYPE_CASE_PANEL);
  G_OBJECT_CLASS (klass)->dispose = dd_case_plan_tab_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-case-plan-tab.ui");
  bind_template (widget_class);
  dd_case_plan_tab_class_install_actions (widget_class);
}

static void
dd_case_plan_tab_init (DdCasePlanTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dd_case_row_add_columns (self->table);
  dd_chart_view_set_editable (self->chart, TRUE);
  dd_chart_view_set_tooltip_func (self->chart, describe, self, NULL);
  g_signal_connect_object (self->as_table, "notify::active", G_CALLBACK (on_as_table), self, 0);
  dd_case_plan_tab_set_narrow (self, TRUE);
  dd_case_plan_tab_update_actions (self);
}
