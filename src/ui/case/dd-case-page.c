/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-page.h"

#include "case/dd-case-header.h"
#include "case/dd-case-history-tab.h"
#include "case/dd-case-plan-tab.h"
#include "case/dd-case-request-tab.h"
#include "case/dd-case-session.h"
#include "dd-ui.h"
#include "forms/dd-form-tab.h"
#include "scope/dd-scope-tab.h"

struct _DdCasePage
{
  DdPage parent_instance;

  /* Template widgets */
  AdwViewStack *tabs;
  GtkStack *states;
  AdwStatusPage *failure;
  DdCaseHeader *header;
  DdCasePlanTab *plan;
  DdCaseRequestTab *request;
  DdFormTab *questionnaire;
  DdScopeTab *scope;
  DdCaseHistoryTab *history;

  /* Owned references */
  DdCaseSession *session;
  char *wanted_activity; /* (nullable): to be selected when the case is loaded */
};

G_DEFINE_FINAL_TYPE (DdCasePage, dd_case_page, DD_TYPE_PAGE)

static void
select_wanted (DdCasePage *self)
{
  g_autofree char *activity = g_steal_pointer (&self->wanted_activity);

  if (activity == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->tabs, "plan");
  dd_case_plan_tab_select (self->plan, activity);
}

static void
on_loaded (DdCaseSession *session, DdCasePage *self)
{
  DdCasePlan *plan = dd_case_session_get_plan (session);
  const GError *error = dd_case_session_get_error (session);
  g_autofree char *words = NULL;

  if (plan != NULL)
    {
      dd_page_set_title (DD_PAGE (self), dd_record_get_name (DD_RECORD (plan->customer)));
      gtk_stack_set_visible_child_name (self->states, "case");
      select_wanted (self);
      return;
    }
  words = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;
  adw_status_page_set_description (self->failure, words);
  gtk_stack_set_visible_child_name (self->states, "failed");
}

static void
on_folded (DdCasePage *self)
{
  gboolean folded;

  g_object_get (self, "folded", &folded, NULL);
  dd_case_header_set_narrow (self->header, folded);
  dd_case_plan_tab_set_narrow (self->plan, folded);
  dd_form_tab_set_narrow (self->questionnaire, folded);
}

static void
on_tab (DdCasePage *self)
{
  dd_case_history_tab_set_shown (self->history,
                                 g_strcmp0 (adw_view_stack_get_visible_child_name (self->tabs),
                                            "history")
                                     == 0);
}

static gboolean
dd_case_page_search (DdPage *page)
{
  DdCasePage *self = DD_CASE_PAGE (page);

  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->tabs), "questionnaire") == 0
         && dd_form_tab_find (self->questionnaire);
}

static void
dd_case_page_dispose (GObject *object)
{
  DdCasePage *self = DD_CASE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_CASE_PAGE);
  g_clear_object (&self->session);
  g_clear_pointer (&self->wanted_activity, g_free);
  G_OBJECT_CLASS (dd_case_page_parent_class)->dispose (object);
}

static void
dd_case_page_class_init (DdCasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DD_TYPE_CASE_HEADER);
  g_type_ensure (DD_TYPE_CASE_PLAN_TAB);
  g_type_ensure (DD_TYPE_CASE_REQUEST_TAB);
  g_type_ensure (DD_TYPE_CASE_HISTORY_TAB);
  g_type_ensure (DD_TYPE_FORM_TAB);
  g_type_ensure (DD_TYPE_SCOPE_TAB);
  G_OBJECT_CLASS (klass)->dispose = dd_case_page_dispose;
  DD_PAGE_CLASS (klass)->search = dd_case_page_search;
  /* Here, because the window's leaflet has this key for itself. */
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Left, GDK_ALT_MASK,
                                       "win.back", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-case-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DdCasePage, tabs);
  gtk_widget_class_bind_template_child (widget_class, DdCasePage, states);
  gtk_widget_class_bind_template_child (widget_class, DdCasePage, failure);
  gtk_widget_class_bind_template_child (widget_class, DdCasePage, header);
  gtk_widget_class_bind_template_child (widget_class, DdCasePage, plan);
  gtk_widget_class_bind_template_child (widget_class, DdCasePage, request);
  gtk_widget_class_bind_template_child (widget_class, DdCasePage, questionnaire);
  gtk_widget_class_bind_template_child (widget_class, DdCasePage, scope);
  gtk_widget_class_bind_template_child (widget_class, DdCasePage, history);
}

static void
dd_case_page_init (DdCasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->tabs, "notify::visible-child", G_CALLBACK (on_tab), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::folded", G_CALLBACK (on_folded), NULL);
  on_folded (self);
}

GtkWidget *
dd_case_page_new (DdContext *context, const char *case_id)
{
  DdCasePage *self;

  g_return_val_if_fail (DD_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (case_id != NULL, NULL);
  self = g_object_new (DD_TYPE_CASE_PAGE, "context", context, NULL);
  self->session = dd_case_session_new (context, case_id);
  g_signal_connect_object (self->session, "loaded", G_CALLBACK (on_loaded), self, 0);
  dd_case_header_set_session (self->header, self->session);
  dd_case_plan_tab_set_session (self->plan, self->session);
  dd_case_request_tab_set_session (self->request, self->session);
  dd_form_tab_set_case (self->questionnaire, context, case_id);
  dd_scope_tab_set_session (self->scope, self->session);
  dd_case_history_tab_set_session (self->history, self->session);
  return GTK_WIDGET (self);
}

const char *
dd_case_page_get_case_id (DdCasePage *self)
{
  g_return_val_if_fail (DD_IS_CASE_PAGE (self), NULL);
  return dd_case_session_get_case_id (self->session);
}

gboolean
dd_case_page_is_settled (DdCasePage *self)
{
  g_return_val_if_fail (DD_IS_CASE_PAGE (self), FALSE);
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "loading") != 0;
}

void
dd_case_page_select (DdCasePage *self, const char *activity)
{
  g_return_if_fail (DD_IS_CASE_PAGE (self));
  g_return_if_fail (activity != NULL);
  g_free (self->wanted_activity);
  self->wanted_activity = g_strdup (activity);
  if (dd_case_session_get_plan (self->session) != NULL)
    select_wanted (self);
}
