/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cases/dd-cases-page.h"

#include "cases/dd-cases-page-private.h"
#include "dd-ui.h"
#include "dd-window.h"

#include <glib/gi18n.h>

#define MIN_WIDTH 600 /* of the columns, for text of the usual size */

G_DEFINE_FINAL_TYPE (DdCasesPage, dd_cases_page, DD_TYPE_PAGE)

/* --- What there is to see --- */

static const char *
choose_state (DdCasesPage *self)
{
  GListModel *all = G_LIST_MODEL (dd_case_feed_get_list (self->feed));

  if (!dd_case_feed_is_loaded (self->feed))
    return dd_case_feed_get_error (self->feed) != NULL ? "failed" : "loading";
  if (g_list_model_get_n_items (all) == 0)
    return "empty";
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return dd_case_feed_is_complete (self->feed) ? "nothing" : "loading";
  return "list";
}

static void
show_count (DdCasesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *count = g_strdup_printf (ngettext ("%u case", "%u cases", n), n);

  adw_window_title_set_subtitle (self->title, n > 0 ? count : "");
}

static void
update_state (DdCasesPage *self)
{
  const char *state = choose_state (self);
  gboolean any = g_str_equal (state, "list") || g_str_equal (state, "nothing");

  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), any);
  gtk_widget_set_visible (GTK_WIDGET (self->view_button), any);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), any);
  gtk_search_bar_set_key_capture_widget (self->search_bar, any ? GTK_WIDGET (self) : NULL);
  show_count (self);
}

static void
on_loaded (DdCasesPage *self)
{
  const GError *error = dd_case_feed_get_error (self->feed);

  if (error != NULL && dd_case_feed_is_loaded (self->feed))
    dd_window_toast_error (GTK_WIDGET (self), error);
  else if (error != NULL)
    adw_status_page_set_description (self->failure, error->message);
  dd_cases_page_update_actions (self);
  update_state (self);
}

static void
on_services_changed (DdCasesPage *self)
{
  DdContext *context = dd_page_get_context (DD_PAGE (self));

  dd_cases_filter_bar_set_services (self->filter_bar, dd_context_get_catalog (context));
}

/* Only the view that shows has rows to keep. */
static void
on_squeezed (DdCasesPage *self)
{
  gboolean wide = adw_squeezer_get_visible_child (self->squeezer) == self->wide;
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  gtk_column_view_set_model (self->columns, wide ? model : NULL);
  gtk_list_view_set_model (self->rows, wide ? NULL : model);
}

/* The columns need room for their words, so more of it where text is larger. */
static void
dd_cases_page_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  DdCasesPage *self = DD_CASES_PAGE (widget);

  GTK_WIDGET_CLASS (dd_cases_page_parent_class)->css_changed (widget, change);
  if (self->wide != NULL)
    gtk_widget_set_size_request (self->wide, (int) (MIN_WIDTH * dd_ui_get_text_scale (widget)), -1);
}

/* --- Opening and searching --- */

static void
open_at (DdCasesPage *self, guint position)
{
  g_autoptr (DdCaseItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.case", "s",
                              dd_case_item_get_summary (item)->id);
}

static void
on_activate (DdCasesPage *self, guint position)
{
  open_at (self, position);
}

static void
on_search_changed (DdCasesPage *self)
{
  g_object_set (self->filter, "search", gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
                NULL);
}

/* What is typed counts at once, not only when the entry has waited for more. */
static void
on_search_activate (DdCasesPage *self)
{
  guint selected;

  on_search_changed (self);
  selected = gtk_single_selection_get_selected (self->selection);
  open_at (self, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

static void
on_filter_search (DdCasesPage *self)
{
  g_autofree char *search = NULL;

  g_object_get (self->filter, "search", &search, NULL);
  if (g_strcmp0 (search, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), search);
}

static gboolean
focus_list (DdCasesPage *self)
{
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  return gtk_widget_child_focus (adw_squeezer_get_visible_child (self->squeezer),
                                 GTK_DIR_TAB_FORWARD);
}

static gboolean
on_search_key (DdCasesPage *self, guint key, guint code, GdkModifierType modifiers)
{
  return key == GDK_KEY_Down && modifiers == 0 && focus_list (self);
}

static gboolean
dd_cases_page_search (DdPage *page)
{
  DdCasesPage *self = DD_CASES_PAGE (page);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->search_button)))
    return FALSE;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* --- Object --- */

static void
make_models (DdCasesPage *self, DdContext *context)
{
  GListModel *all;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->feed = dd_case_feed_get (context);
  self->filter = dd_case_filter_new ();
  dd_case_filter_bind (self->filter, dd_context_get_settings (context));
  self->scene = dd_case_scene_new (context, self->filter);
  self->hits = dd_case_hits_new (context, self->filter);
  all = G_LIST_MODEL (dd_case_feed_get_list (self->feed));
  filtered =
      gtk_filter_list_model_new (g_object_ref (all), g_object_ref (GTK_FILTER (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                    g_object_ref (gtk_column_view_get_sorter (self->columns)));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  g_object_unref (sorted);
}

static void
dd_cases_page_constructed (GObject *object)
{
  DdCasesPage *self = DD_CASES_PAGE (object);
  DdContext *context = dd_page_get_context (DD_PAGE (self));

  G_OBJECT_CLASS (dd_cases_page_parent_class)->constructed (object);
  make_models (self, context);
  dd_cases_page_init_view (self);
  dd_cases_page_init_menu (self);
  dd_cases_filter_bar_set_filter (self->filter_bar, self->filter);
  on_services_changed (self);
  on_squeezed (self);
  g_signal_connect_object (context, "services-changed", G_CALLBACK (on_services_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "notify::search", G_CALLBACK (on_filter_search), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (dd_cases_page_update_actions), self, G_CONNECT_SWAPPED);
  dd_cases_page_update_actions (self);
  update_state (self);
}

static void
dd_cases_page_dispose (GObject *object)
{
  DdCasesPage *self = DD_CASES_PAGE (object);

  /* The views go apart piece by piece; nothing of that is to be kept in the settings. */
  if (self->columns != NULL)
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->columns), self);
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      gtk_single_selection_set_model (self->selection, NULL);
    }
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_CASES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->hits);
  g_clear_object (&self->scene);
  g_clear_object (&self->filter);
  g_clear_object (&self->feed);
  G_OBJECT_CLASS (dd_cases_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DdCasesPage, title);
  gtk_widget_class_bind_template_child (widget_class, DdCasesPage, view_button);
  gtk_widget_class_bind_template_child (widget_class, DdCasesPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, DdCasesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, DdCasesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DdCasesPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, DdCasesPage, states);
  gtk_widget_class_bind_template_child (widget_class, DdCasesPage, squeezer);
  gtk_widget_class_bind_template_child (widget_class, DdCasesPage, wide);
  gtk_widget_class_bind_template_child (widget_class, DdCasesPage, columns);
  gtk_widget_class_bind_template_child (widget_class, DdCasesPage, rows);
  gtk_widget_class_bind_template_child (widget_class, DdCasesPage, failure);
  gtk_widget_class_bind_template_child (widget_class, DdCasesPage, context_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_squeezed);
}

static void
dd_cases_page_class_init (DdCasesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = dd_cases_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = dd_cases_page_dispose;
  widget_class->css_changed = dd_cases_page_css_changed;
  DD_PAGE_CLASS (klass)->search = dd_cases_page_search;
  g_type_ensure (DD_TYPE_CASES_FILTER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-cases-page.ui");
  bind_template (widget_class);
  dd_cases_page_class_install_actions (widget_class);
}

static void
dd_cases_page_init (DdCasesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  dd_page_set_title (DD_PAGE (self), _ ("Cases"));
}

/* --- Public --- */

GtkSingleSelection *
dd_cases_page_get_selection (DdCasesPage *self)
{
  g_return_val_if_fail (DD_IS_CASES_PAGE (self), NULL);
  return self->selection;
}

gboolean
dd_cases_page_is_settled (DdCasesPage *self)
{
  g_return_val_if_fail (DD_IS_CASES_PAGE (self), FALSE);
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "loading") != 0;
}

DdCaseSummary *
dd_cases_page_get_selected (DdCasesPage *self)
{
  DdCaseItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? dd_case_item_get_summary (item) : NULL;
}
