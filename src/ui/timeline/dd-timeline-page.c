/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "timeline/dd-timeline-page.h"

#include "cases/dd-case-feed.h"
#include "cases/dd-case-filter.h"
#include "cases/dd-cases-filter-bar.h"
#include "dd-accessible.h"
#include "dd-ui.h"
#include "dd-window.h"
#include "gantt/dd-chart-toolbar.h"
#include "timeline/dd-timeline.h"

#include <glib/gi18n.h>

struct _DdTimelinePage
{
  DdPage parent_instance;

  /* Owned references */
  DdCaseFeed *feed;
  DdCaseFilter *filter;
  DdTimeline *shown;  /* (nullable) */
  GHashTable *spans;  /* (nullable): as last read; NULL: something changed since */
  gboolean spans_all; /* they are those of closed cases too */
  GError *error;      /* (nullable): why the last making failed */

  gboolean making; /* a timeline is being made */
  gboolean stale;  /* what it was made from changed meanwhile */

  /* Template widgets */
  AdwWindowTitle *title;
  GtkToggleButton *search_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  DdCasesFilterBar *filter_bar;
  GtkWidget *tools;
  GtkDropDown *group_by;
  GtkStack *states;
  AdwStatusPage *failure;
  DdChartView *view;
};

G_DEFINE_FINAL_TYPE (DdTimelinePage, dd_timeline_page, DD_TYPE_PAGE)

/* --- What there is to see --- */

static const char *
choose_state (DdTimelinePage *self)
{
  GListModel *all = G_LIST_MODEL (dd_case_feed_get_list (self->feed));

  if (self->shown == NULL)
    return self->error != NULL ? "failed" : "loading";
  if (g_list_model_get_n_items (all) == 0)
    return "empty";
  return self->shown->summaries->len == 0 ? "nothing" : "chart";
}

static void
update_state (DdTimelinePage *self)
{
  const char *state = choose_state (self);
  gboolean any = g_str_equal (state, "chart") || g_str_equal (state, "nothing");
  guint n = self->shown != NULL ? self->shown->summaries->len : 0;
  g_autofree char *count = g_strdup_printf (ngettext ("%u case", "%u cases", n), n);

  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), any);
  gtk_widget_set_visible (self->tools, any);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), any);
  adw_window_title_set_subtitle (self->title, n > 0 ? count : "");
}

/* --- Making the chart --- */

/* The cases that the filter lets through. */
static GPtrArray *
list_summaries (DdTimelinePage *self)
{
  g_autoptr (GPtrArray) all = dd_case_list_get_summaries (dd_case_feed_get_list (self->feed));
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_case_summary_unref);

  for (guint i = 0; i < all->len; i++)
    if (dd_case_filter_matches (self->filter, all->pdata[i]))
      g_ptr_array_add (shown, dd_case_summary_ref (all->pdata[i]));
  return shown;
}

static void
make (DdTimelinePage *self);

static void
take (DdTimelinePage *self, DdTimeline *timeline)
{
  g_clear_pointer (&self->shown, dd_timeline_unref);
  self->shown = dd_timeline_ref (timeline);
  dd_chart_view_set_tooltip_func (self->view, dd_timeline_describe, dd_timeline_ref (timeline),
                                  (GDestroyNotify) dd_timeline_unref);
  dd_chart_view_set_chart (self->view, timeline->chart);
}

/* What a making is for, and for whom. */
typedef struct
{
  DdTimelinePage *page; /* (owned) */
  DdTimeline *timeline; /* (owned) */
} Making;

static void
on_made (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Making *making = user_data;
  g_autoptr (DdTimelinePage) self = making->page;
  g_autoptr (DdTimeline) timeline = making->timeline;

  self->making = FALSE;
  g_clear_error (&self->error);
  /* The page was closed meanwhile. */
  if (self->feed == NULL)
    return;
  if (dd_timeline_make_finish (result, &self->error))
    {
      if (!self->stale)
        {
          g_clear_pointer (&self->spans, g_hash_table_unref);
          self->spans = g_hash_table_ref (timeline->spans);
          self->spans_all = timeline->all;
        }
      take (self, timeline);
    }
  else
    adw_status_page_set_description (self->failure, self->error->message);
  update_state (self);
  if (self->stale)
    make (self);
}

/* Makes the timeline from what there is now: at once, or when the one that is being made is done.
 */
static void
make (DdTimelinePage *self)
{
  DdContext *context = dd_page_get_context (DD_PAGE (self));
  DdCaseShow show;
  gboolean all;
  Making *making;

  self->stale = self->making;
  if (self->making || !dd_case_feed_is_loaded (self->feed))
    return;
  self->making = TRUE;
  g_object_get (self->filter, "show", &show, NULL);
  all = show != DD_CASE_SHOW_OPEN;
  if (all && !self->spans_all)
    g_clear_pointer (&self->spans, g_hash_table_unref);
  making = g_new0 (Making, 1);
  making->page = g_object_ref (self);
  making->timeline =
      dd_timeline_new (list_summaries (self), self->spans,
                       self->spans != NULL ? self->spans_all : all,
                       (DdTimelineGrouping) gtk_drop_down_get_selected (self->group_by),
                       dd_context_get_calendar (context), dd_context_get_now (context));
  dd_timeline_make_async (making->timeline, dd_context_get_database (context), on_made, making);
}

static void
on_loaded (DdTimelinePage *self)
{
  const GError *error = dd_case_feed_get_error (self->feed);

  if (error != NULL && self->shown == NULL)
    {
      g_clear_error (&self->error);
      self->error = g_error_copy (error);
      adw_status_page_set_description (self->failure, error->message);
      update_state (self);
    }
  g_clear_pointer (&self->spans, g_hash_table_unref);
  make (self);
}

/* --- What the user does --- */

static void
on_activate (DdTimelinePage *self, const char *id)
{
  if (!g_str_has_prefix (id, "group:"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.case", "s", id);
}

static void
on_group_by (DdTimelinePage *self)
{
  GSettings *settings = dd_context_get_settings (dd_page_get_context (DD_PAGE (self)));
  g_autoptr (GEnumClass) groupings = g_type_class_ref (dd_timeline_grouping_get_type ());
  int grouping = (int) gtk_drop_down_get_selected (self->group_by);

  g_settings_set_string (settings, "timeline-group",
                         g_enum_get_value (groupings, grouping)->value_nick);
  make (self);
}

static void
restore_grouping (DdTimelinePage *self)
{
  GSettings *settings = dd_context_get_settings (dd_page_get_context (DD_PAGE (self)));
  g_autoptr (GEnumClass) groupings = g_type_class_ref (dd_timeline_grouping_get_type ());
  g_autofree char *nick = g_settings_get_string (settings, "timeline-group");

  gtk_drop_down_set_selected (self->group_by,
                              (guint) g_enum_get_value_by_nick (groupings, nick)->value);
}

static void
on_search_changed (DdTimelinePage *self)
{
  g_object_set (self->filter, "search", gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
                NULL);
}

static void
on_search_activate (DdTimelinePage *self)
{
  on_search_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
dd_timeline_page_search (DdPage *page)
{
  DdTimelinePage *self = DD_TIMELINE_PAGE (page);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->search_button)))
    return FALSE;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
on_clear (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdTimelinePage *self = DD_TIMELINE_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  dd_case_filter_clear (self->filter);
}

static void
on_reload (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (dd_page_get_context (DD_PAGE (widget)), "changed");
}

static void
on_services_changed (DdTimelinePage *self)
{
  DdContext *context = dd_page_get_context (DD_PAGE (self));

  dd_cases_filter_bar_set_services (self->filter_bar, dd_context_get_catalog (context));
}

/* --- Object --- */

static void
connect_all (DdTimelinePage *self, DdContext *context)
{
  g_signal_connect_object (context, "services-changed", G_CALLBACK (on_services_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "day-changed", G_CALLBACK (make), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (make), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->group_by, "notify::selected", G_CALLBACK (on_group_by), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
}

static void
dd_timeline_page_constructed (GObject *object)
{
  DdTimelinePage *self = DD_TIMELINE_PAGE (object);
  DdContext *context = dd_page_get_context (DD_PAGE (self));

  G_OBJECT_CLASS (dd_timeline_page_parent_class)->constructed (object);
  self->feed = dd_case_feed_get (context);
  self->filter = dd_case_filter_new ();
  dd_case_filter_bind (self->filter, dd_context_get_settings (context));
  dd_cases_filter_bar_set_filter (self->filter_bar, self->filter);
  on_services_changed (self);
  restore_grouping (self);
  connect_all (self, context);
  make (self);
  update_state (self);
}

static void
dd_timeline_page_dispose (GObject *object)
{
  DdTimelinePage *self = DD_TIMELINE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_TIMELINE_PAGE);
  g_clear_pointer (&self->shown, dd_timeline_unref);
  g_clear_pointer (&self->spans, g_hash_table_unref);
  g_clear_object (&self->filter);
  g_clear_object (&self->feed);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (dd_timeline_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DdTimelinePage, title);
  gtk_widget_class_bind_template_child (widget_class, DdTimelinePage, search_button);
  gtk_widget_class_bind_template_child (widget_class, DdTimelinePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, DdTimelinePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DdTimelinePage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, DdTimelinePage, tools);
  gtk_widget_class_bind_template_child (widget_class, DdTimelinePage, group_by);
  gtk_widget_class_bind_template_child (widget_class, DdTimelinePage, states);
  gtk_widget_class_bind_template_child (widget_class, DdTimelinePage, failure);
  gtk_widget_class_bind_template_child (widget_class, DdTimelinePage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
}

static void
dd_timeline_page_class_init (DdTimelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = dd_timeline_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = dd_timeline_page_dispose;
  DD_PAGE_CLASS (klass)->search = dd_timeline_page_search;
  g_type_ensure (DD_TYPE_CASES_FILTER_BAR);
  g_type_ensure (DD_TYPE_CHART_TOOLBAR);
  g_type_ensure (DD_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-timeline-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "timeline.clear", NULL, on_clear);
  gtk_widget_class_install_action (widget_class, "timeline.reload", NULL, on_reload);
}

static void
dd_timeline_page_init (DdTimelinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dd_accessible_name_drop_down (self->group_by, _ ("Group by"));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  dd_page_set_title (DD_PAGE (self), _ ("Timeline"));
}

/* --- Public --- */

DdChartView *
dd_timeline_page_get_view (DdTimelinePage *self)
{
  g_return_val_if_fail (DD_IS_TIMELINE_PAGE (self), NULL);
  return self->view;
}

gboolean
dd_timeline_page_is_settled (DdTimelinePage *self)
{
  g_return_val_if_fail (DD_IS_TIMELINE_PAGE (self), FALSE);
  return !self->making && (self->shown != NULL || self->error != NULL);
}
