/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which rows of a chart show, which is selected, and the items that stand for them to those who do
 * not see the chart. */

#include "config.h"

#include "gantt/dd-chart-item.h"
#include "gantt/dd-chart-view-private.h"

/* The rows below no folded heading: one is hidden while its level is deeper than the heading's. */
void
dd_chart_view_update_rows (DdChartView *self)
{
  guint n = self->chart != NULL ? dd_chart_get_n_rows (self->chart) : 0;
  guint hidden_below = G_MAXUINT;

  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    {
      const DdChartRow *row = dd_chart_get_row (self->chart, i);

      if (row->level > hidden_below)
        continue;
      hidden_below =
          row->heading && g_hash_table_contains (self->folded, row->id) ? row->level : G_MAXUINT;
      g_array_append_val (self->rows, i);
    }
  self->hovered = G_MAXUINT;
  dd_chart_view_configure_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
dd_chart_view_find_place (DdChartView *self, const char *id)
{
  guint row = self->chart != NULL ? dd_chart_find_row (self->chart, id) : G_MAXUINT;

  for (guint i = 0; row != G_MAXUINT && i < self->rows->len; i++)
    if (g_array_index (self->rows, guint, i) == row)
      return i;
  return G_MAXUINT;
}

guint
dd_chart_view_get_selected_place (DdChartView *self)
{
  return self->selected != NULL ? dd_chart_view_find_place (self, self->selected) : G_MAXUINT;
}

static void
scroll_to_place (DdChartView *self, guint place)
{
  double page = MAX (dd_chart_view_get_height (self) - DD_CHART_RULER_HEIGHT, 0);
  double top = (double) place * DD_CHART_ROW_HEIGHT, offset = dd_chart_view_get_offset (self);

  if (top < offset)
    dd_chart_view_set_offset (self, top);
  else if (top + DD_CHART_ROW_HEIGHT > offset + page)
    dd_chart_view_set_offset (self, top + DD_CHART_ROW_HEIGHT - page);
}

void
dd_chart_view_select_place (DdChartView *self, guint place)
{
  const DdChartRow *row;

  if (self->rows->len == 0)
    return;
  place = MIN (place, self->rows->len - 1);
  row = dd_chart_get_row (self->chart, g_array_index (self->rows, guint, place));
  if (g_strcmp0 (self->selected, row->id) != 0)
    {
      g_free (self->selected);
      self->selected = g_strdup (row->id);
      dd_chart_view_emit_selected (self, self->selected);
    }
  scroll_to_place (self, place);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dd_chart_view_set_folded (DdChartView *self, const char *id, gboolean folded)
{
  if (folded)
    g_hash_table_add (self->folded, g_strdup (id));
  else
    g_hash_table_remove (self->folded, id);
  dd_chart_view_update_rows (self);
}

/* Unfolds every heading that hides @row. */
void
dd_chart_view_reveal_row (DdChartView *self, guint row)
{
  guint level = dd_chart_get_row (self->chart, row)->level;

  while (row-- > 0 && level > 0)
    {
      const DdChartRow *above = dd_chart_get_row (self->chart, row);

      if (!above->heading || above->level >= level)
        continue;
      level = above->level;
      g_hash_table_remove (self->folded, above->id);
    }
  dd_chart_view_update_rows (self);
}

/* --- What those who do not see it get --- */

static void
place_item (DdChartView *self, const DdChartFrame *frame, guint index, guint place)
{
  DdChartItem *item = g_ptr_array_index (self->items, index);
  guint row_index = g_array_index (self->rows, guint, place);
  const DdChartRow *row = dd_chart_get_row (self->chart, row_index);
  g_autofree char *description = NULL;
  double m = self->magnification;
  GtkAllocation allocation = { 0, (int) (dd_chart_frame_y (frame, place) * m),
                               (int) MAX (frame->width * m, 1), (int) (DD_CHART_ROW_HEIGHT * m) };

  if (self->tooltip != NULL)
    description = self->tooltip (self->chart, row_index,
                                 row->n_bars > 0 ? row->first_bar : G_MAXUINT, self->tooltip_data);
  dd_chart_item_set (item, row->name, description != NULL ? description : "",
                     g_strcmp0 (row->id, self->selected) == 0);
  gtk_widget_set_visible (GTK_WIDGET (item), TRUE);
  gtk_widget_measure (GTK_WIDGET (item), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (item), &allocation, -1);
}

void
dd_chart_view_update_items (DdChartView *self)
{
  DdChartFrame frame = dd_chart_view_get_frame (self);
  DdChartRows shown = dd_chart_frame_visible (&frame);
  guint n = self->chart != NULL ? shown.end - shown.first : 0;

  while (self->items->len < n)
    {
      GtkWidget *item = dd_chart_item_new ();

      gtk_widget_set_parent (item, GTK_WIDGET (self));
      g_ptr_array_add (self->items, item);
    }
  for (guint i = 0; i < n; i++)
    place_item (self, &frame, i, shown.first + i);
  for (guint i = n; i < self->items->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->items, i), FALSE);
}
