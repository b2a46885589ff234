/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "services/dd-service-table.h"

#include "service/dd-words.h"

#include <glib/gi18n.h>

#define N_COLUMNS 4

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
attach (GtkGrid *grid, GtkWidget *widget, int column, int row, int width)
{
  gtk_grid_attach (grid, widget, column, row, width, 1);
}

static void
attach_heading (GtkGrid *grid, const char *text, int indent, int row, const char *style)
{
  GtkWidget *label = make_label (text, style);

  gtk_widget_set_margin_start (label, indent);
  gtk_widget_set_margin_top (label, 6);
  attach (grid, label, 0, row, N_COLUMNS);
}

static void
attach_titles (GtkGrid *grid)
{
  const char *titles[N_COLUMNS] = { _ ("Activity"), _ ("Owner"), _ ("Printed"),
                                    _ ("How Drydock Reads It") };

  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *label = make_label (titles[i], "caption-heading");

      gtk_widget_add_css_class (label, "dim-label");
      attach (grid, label, i, 0, 1);
    }
}

static gboolean
is_first_of_cell (const DdActivity *activity)
{
  return g_ptr_array_index (activity->cell->activities, 0) == activity;
}

/* What is printed in the activity's row: in a merged cell only its first row has the text. */
static const char *
printed_text (const DdActivity *activity)
{
  const DdCell *cell = activity->cell;

  if (activity->kind == DD_ACTIVITY_GATE || cell->documented == NULL)
    return "–";
  /* Translators: in a table: this row is in the same printed cell as the row above */
  return is_first_of_cell (activity) ? cell->documented : _ ("same cell");
}

static int
attach_activity (GtkGrid *grid, const DdActivity *activity, int row)
{
  g_autofree char *owner = dd_owner_get_label (activity->owner);
  g_autofree char *reading = dd_words_reading (activity);
  GtkWidget *name = make_label (activity->name, NULL);
  GString *details = g_string_new (NULL);

  for (guint i = 0; i < activity->details->len; i++)
    g_string_append_printf (details, "%s• %s", i > 0 ? "\n" : "",
                            dd_words_translate (g_ptr_array_index (activity->details, i)));
  if (details->len > 0)
    gtk_widget_set_tooltip_text (name, details->str);
  g_string_free (details, TRUE);
  gtk_widget_set_margin_start (name, 24);
  gtk_widget_set_hexpand (name, TRUE);
  /* Only names are long; measuring labels that wrap is what opening the page would wait for. */
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (name), 24);
  attach (grid, name, 0, row, 1);
  attach (grid, make_label (owner, activity->owner_printed ? NULL : "dim-label"), 1, row, 1);
  attach (grid,
          make_label (printed_text (activity), is_first_of_cell (activity) ? NULL : "dim-label"), 2,
          row, 1);
  attach (grid, make_label (reading, "dim-label"), 3, row, 1);
  return row + 1;
}

static int
attach_milestone (GtkGrid *grid, const DdMilestone *milestone, int row)
{
  if (!milestone->implicit)
    attach_heading (grid, milestone->name, 12, row++, "dim-label");
  for (guint i = 0; i < milestone->cells->len; i++)
    {
      const DdCell *cell = g_ptr_array_index (milestone->cells, i);

      for (guint j = 0; j < cell->activities->len; j++)
        row = attach_activity (grid, g_ptr_array_index (cell->activities, j), row);
    }
  return row;
}

GtkWidget *
dd_service_table_new (DdService *service)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  int row = 1;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_top (grid, 12);
  gtk_widget_set_margin_bottom (grid, 12);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  /* Narrower than this the columns are unreadable: it scrolls instead. */
  gtk_widget_set_size_request (grid, 600, -1);
  attach_titles (GTK_GRID (grid));
  for (guint i = 0; i < service->phases->len; i++)
    {
      const DdPhase *phase = g_ptr_array_index (service->phases, i);

      attach_heading (GTK_GRID (grid), phase->name, 0, row++, "heading");
      for (guint j = 0; j < phase->milestones->len; j++)
        row = attach_milestone (GTK_GRID (grid), g_ptr_array_index (phase->milestones, j), row);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_widget_add_css_class (scrolled, "card");
  return scrolled;
}
