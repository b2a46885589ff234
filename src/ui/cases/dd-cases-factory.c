/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cases/dd-cases-factory.h"

#include "cases/dd-case-cell.h"

/* Of what stands at the end of each line, so that it has one edge. */
#define SECOND_CHARS 16

/* Calls @func for each cell in @widget, which is one or has some. */
static void
for_each_cell (GtkWidget *widget, GFunc func, gpointer data)
{
  if (DD_IS_CASE_CELL (widget))
    {
      func (widget, data);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    for_each_cell (child, func, data);
}

static void
set_item (gpointer cell, gpointer item)
{
  dd_case_cell_set_item (cell, item);
}

/* The row, which GTK names after its type, is called as its case. */
static void
name_row (GtkListItem *list_item)
{
  DdCaseSummary *summary = dd_case_item_get_summary (gtk_list_item_get_item (list_item));
  GtkWidget *row = gtk_list_item_get_child (list_item);

  while (row != NULL && !g_str_equal (gtk_widget_get_css_name (row), "row"))
    row = gtk_widget_get_parent (row);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    summary->title, -1);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item)
{
  const DdCaseColumn *column = g_object_get_data (G_OBJECT (factory), "column");

  if (column == NULL || column == &dd_case_columns[0])
    name_row (list_item);
  for_each_cell (gtk_list_item_get_child (list_item), set_item, gtk_list_item_get_item (list_item));
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item)
{
  for_each_cell (gtk_list_item_get_child (list_item), set_item, NULL);
}

static void
set_list_item (gpointer cell, gpointer list_item)
{
  g_object_set_data (cell, "list-item", list_item);
}

static void
set_child (GtkListItem *list_item, GtkWidget *child)
{
  for_each_cell (child, set_list_item, list_item);
  gtk_list_item_set_child (list_item, child);
}

static GtkListItemFactory *
new_factory (GCallback on_setup, DdCaseScene *scene)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data_full (G_OBJECT (factory), "scene", g_object_ref (scene), g_object_unref);
  g_signal_connect (factory, "setup", on_setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}

/* --- Cells of a column --- */

static void
on_setup_column (GtkListItemFactory *factory, GtkListItem *list_item)
{
  const DdCaseColumn *column = g_object_get_data (G_OBJECT (factory), "column");

  set_child (list_item, dd_case_cell_new (column, g_object_get_data (G_OBJECT (factory), "scene")));
}

GtkListItemFactory *
dd_cases_factory_new_column (const DdCaseColumn *column, DdCaseScene *scene)
{
  GtkListItemFactory *factory = new_factory (G_CALLBACK (on_setup_column), scene);

  g_object_set_data (G_OBJECT (factory), "column", (gpointer) column);
  return factory;
}

/* --- Rows of lines --- */

static GtkWidget *
make_line (DdCaseScene *scene, const char *first, const char *second, const char *style)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *cells[] = { dd_case_cell_new (dd_case_column_find (first), scene),
                         dd_case_cell_new (dd_case_column_find (second), scene) };

  gtk_widget_set_hexpand (cells[0], TRUE);
  gtk_widget_set_hexpand (cells[1], FALSE);
  gtk_widget_add_css_class (cells[0], style);
  gtk_widget_add_css_class (cells[1], "caption");
  dd_case_cell_set_chars (DD_CASE_CELL (cells[1]), SECOND_CHARS);
  gtk_box_append (GTK_BOX (line), cells[0]);
  gtk_box_append (GTK_BOX (line), cells[1]);
  return line;
}

/* Not there while there is nothing to tell. */
static GtkWidget *
make_found_line (DdCaseScene *scene)
{
  GtkWidget *cell = dd_case_cell_new (&dd_case_column_found, scene);

  gtk_widget_add_css_class (cell, "caption");
  gtk_widget_add_css_class (cell, "dim-label");
  return cell;
}

static void
on_setup_row (GtkListItemFactory *factory, GtkListItem *list_item)
{
  DdCaseScene *scene = g_object_get_data (G_OBJECT (factory), "scene");
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_widget_set_margin_start (row, 6);
  gtk_widget_set_margin_end (row, 6);
  gtk_box_append (GTK_BOX (row), make_line (scene, "customer", "due", "heading"));
  gtk_box_append (GTK_BOX (row), make_line (scene, "next", "risk", "dim-label"));
  gtk_box_append (GTK_BOX (row), make_found_line (scene));
  set_child (list_item, row);
}

GtkListItemFactory *
dd_cases_factory_new_row (DdCaseScene *scene)
{
  return new_factory (G_CALLBACK (on_setup_row), scene);
}

/* --- Finding --- */

static void
note_position (gpointer cell, gpointer data)
{
  GtkListItem *list_item = g_object_get_data (cell, "list-item");
  guint *position = data;

  *position = gtk_list_item_get_position (list_item);
}

guint
dd_cases_factory_find_position (GtkWidget *widget)
{
  guint position = GTK_INVALID_LIST_POSITION;

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      if (g_str_equal (gtk_widget_get_css_name (widget), "listview"))
        return GTK_INVALID_LIST_POSITION;
      for_each_cell (widget, note_position, &position);
      if (position != GTK_INVALID_LIST_POSITION)
        return position;
    }
  return position;
}
