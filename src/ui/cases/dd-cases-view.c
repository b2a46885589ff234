/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the cases page is looked at: which columns, in which order; all of it kept in the settings.
 */

#include "config.h"

#include "cases/dd-cases-page-private.h"

#include "cases/dd-cases-factory.h"
#include "dd-ui.h"

#include <glib/gi18n.h>

/* --- Columns --- */

static GtkColumnViewColumn *
find_view_column (DdCasesPage *self, const DdCaseColumn *column)
{
  GListModel *columns = gtk_column_view_get_columns (self->columns);
  g_autoptr (GtkColumnViewColumn) found = g_list_model_get_item (columns, column - dd_case_columns);

  return found;
}

/* Which columns are hidden, as their check marks in the menu are set. */
static void
save_hidden (DdCasesPage *self)
{
  GSettings *settings = dd_context_get_settings (dd_page_get_context (DD_PAGE (self)));
  g_autoptr (GStrvBuilder) hidden = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < DD_N_CASE_COLUMNS; i++)
    if (!gtk_column_view_column_get_visible (find_view_column (self, &dd_case_columns[i])))
      g_strv_builder_add (hidden, dd_case_columns[i].id);
  ids = g_strv_builder_end (hidden);
  g_settings_set_strv (settings, "cases-hidden-columns", (const char *const *) ids);
}

static void
add_column (DdCasesPage *self, const DdCaseColumn *column, const char *const *hidden)
{
  g_autoptr (GtkColumnViewColumn) added =
      gtk_column_view_column_new (_ (column->title),
                                  dd_cases_factory_new_column (column, self->scene));
  g_autoptr (GtkSorter) sorter = dd_case_column_make_sorter (column);

  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_column_set_expand (added, column->grows);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_visible (added, !g_strv_contains (hidden, column->id));
  gtk_column_view_append_column (self->columns, added);
  g_signal_connect_swapped (added, "notify::visible", G_CALLBACK (save_hidden), self);
}

/* Whether anything was found that the other columns do not show. */
static void
update_found (GtkColumnViewColumn *column, DdCaseFilter *filter)
{
  GHashTable *found = dd_case_filter_get_found (filter);
  gboolean any = FALSE;
  GHashTableIter iter;
  gpointer where;

  if (found != NULL)
    {
      g_hash_table_iter_init (&iter, found);
      while (!any && g_hash_table_iter_next (&iter, NULL, &where))
        any = ((const char *) where)[0] != '\0';
    }
  gtk_column_view_column_set_visible (column, any);
}

static void
add_found_column (DdCasesPage *self)
{
  const DdCaseColumn *column = &dd_case_column_found;
  g_autoptr (GtkColumnViewColumn) added =
      gtk_column_view_column_new (_ (column->title),
                                  dd_cases_factory_new_column (column, self->scene));

  gtk_column_view_column_set_expand (added, TRUE);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_append_column (self->columns, added);
  g_signal_connect_object (self->filter, "found", G_CALLBACK (update_found), added,
                           G_CONNECT_SWAPPED);
  update_found (added, self->filter);
}

/* --- Sorting --- */

/* Sorts as the settings say. */
static void
apply_sort (DdCasesPage *self)
{
  GSettings *settings = dd_context_get_settings (dd_page_get_context (DD_PAGE (self)));
  g_autofree char *id = g_settings_get_string (settings, "cases-sort");
  gboolean descending = g_settings_get_boolean (settings, "cases-descending"), shown_descending;
  const DdCaseColumn *column = dd_case_column_find (id);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->columns);

  if (column == NULL)
    column = dd_case_column_find ("due");
  if (dd_case_column_find_sorted (sorter, &shown_descending) == column
      && shown_descending == descending)
    return;
  gtk_column_view_sort_by_column (self->columns, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->columns, find_view_column (self, column),
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* Keeps in the settings what a click on a header chose. */
static void
save_sort (DdCasesPage *self)
{
  GSettings *settings = dd_context_get_settings (dd_page_get_context (DD_PAGE (self)));
  gboolean descending;
  const DdCaseColumn *column =
      dd_case_column_find_sorted (gtk_column_view_get_sorter (self->columns), &descending);

  /* Between two clicks a column view may be sorted by nothing. */
  if (column == NULL)
    return;
  g_settings_set_boolean (settings, "cases-descending", descending);
  g_settings_set_string (settings, "cases-sort", column->id);
}

/* --- The menu --- */

static GMenuModel *
make_menu (void)
{
  g_autoptr (GMenu) sort = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < DD_N_CASE_COLUMNS; i++)
    {
      const DdCaseColumn *column = &dd_case_columns[i];
      g_autoptr (GMenuItem) by = g_menu_item_new (_ (column->title), NULL);
      g_autofree char *action = g_strconcat ("view.", column->id, NULL);

      g_menu_item_set_action_and_target (by, "view.cases-sort", "s", column->id);
      g_menu_append_item (sort, by);
      g_menu_append (columns, _ (column->title), action);
    }
  g_menu_append (order, _ ("_Descending"), "view.cases-descending");
  g_menu_append_section (menu, _ ("Sort By"), G_MENU_MODEL (sort));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_submenu (menu, _ ("_Columns"), G_MENU_MODEL (columns));
  return G_MENU_MODEL (menu);
}

static GSimpleActionGroup *
make_actions (DdCasesPage *self)
{
  GSettings *settings = dd_context_get_settings (dd_page_get_context (DD_PAGE (self)));
  GSimpleActionGroup *group = g_simple_action_group_new ();
  g_autoptr (GAction) sort = g_settings_create_action (settings, "cases-sort");
  g_autoptr (GAction) descending = g_settings_create_action (settings, "cases-descending");

  g_action_map_add_action (G_ACTION_MAP (group), sort);
  g_action_map_add_action (G_ACTION_MAP (group), descending);
  for (guint i = 0; i < DD_N_CASE_COLUMNS; i++)
    {
      GtkColumnViewColumn *column = find_view_column (self, &dd_case_columns[i]);
      g_autoptr (GPropertyAction) action =
          g_property_action_new (dd_case_columns[i].id, column, "visible");

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  return group;
}

void
dd_cases_page_init_view (DdCasesPage *self)
{
  GSettings *settings = dd_context_get_settings (dd_page_get_context (DD_PAGE (self)));
  g_auto (GStrv) hidden = g_settings_get_strv (settings, "cases-hidden-columns");
  g_autoptr (GtkListItemFactory) factory = dd_cases_factory_new_row (self->scene);
  g_autoptr (GSimpleActionGroup) actions = NULL;
  g_autoptr (GMenuModel) menu = make_menu ();

  for (guint i = 0; i < DD_N_CASE_COLUMNS; i++)
    add_column (self, &dd_case_columns[i], (const char *const *) hidden);
  add_found_column (self);
  gtk_list_view_set_factory (self->rows, factory);
  actions = make_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (actions));
  dd_ui_set_menu (self->view_button, menu);
  apply_sort (self);
  g_signal_connect_swapped (gtk_column_view_get_sorter (self->columns), "changed",
                            G_CALLBACK (save_sort), self);
  g_signal_connect_object (settings, "changed::cases-sort", G_CALLBACK (apply_sort), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::cases-descending", G_CALLBACK (apply_sort), self,
                           G_CONNECT_SWAPPED);
}
