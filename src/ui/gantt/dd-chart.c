/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gantt/dd-chart.h"

struct _DdChart
{
  GObject parent_instance;

  char *title;
  DdCalendar *calendar;
  GArray *rows;            /* (element-type DdChartRow) */
  GArray *bars;            /* (element-type DdBar) */
  GArray *links;           /* (element-type DdChartLink): by where they lead to */
  GArray *links_by_origin; /* (element-type DdChartLink): the same, by where they come from */
  gboolean links_sorted;
  GHashTable *by_id; /* (element-type utf8 guint): rows; keys are the rows' */
  gint64 now;
  gint64 deadline;
};

G_DEFINE_FINAL_TYPE (DdChart, dd_chart, G_TYPE_OBJECT)

static void
row_clear (gpointer data)
{
  DdChartRow *row = data;

  g_free (row->id);
  g_free (row->name);
  g_free (row->detail);
}

static void
bar_clear (gpointer data)
{
  g_free (((DdBar *) data)->label);
}

static void
dd_chart_finalize (GObject *object)
{
  DdChart *self = DD_CHART (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->bars, g_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->links_by_origin, g_array_unref);
  g_clear_pointer (&self->calendar, dd_calendar_unref);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (dd_chart_parent_class)->finalize (object);
}

static void
dd_chart_class_init (DdChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dd_chart_finalize;
}

static void
dd_chart_init (DdChart *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (DdChartRow));
  self->bars = g_array_new (FALSE, TRUE, sizeof (DdBar));
  self->links = g_array_new (FALSE, TRUE, sizeof (DdChartLink));
  self->links_by_origin = g_array_new (FALSE, TRUE, sizeof (DdChartLink));
  g_array_set_clear_func (self->rows, row_clear);
  g_array_set_clear_func (self->bars, bar_clear);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->links_sorted = TRUE;
  self->now = DD_INSTANT_NONE;
  self->deadline = DD_INSTANT_NONE;
}

DdChart *
dd_chart_new (const char *title, DdCalendar *calendar)
{
  DdChart *self;

  g_return_val_if_fail (title != NULL && calendar != NULL, NULL);
  self = g_object_new (DD_TYPE_CHART, NULL);
  self->title = g_strdup (title);
  self->calendar = dd_calendar_ref (calendar);
  return self;
}

/* --- Filling --- */

static DdChartRow *
last_row (DdChart *self)
{
  g_assert (self->rows->len > 0);
  return &g_array_index (self->rows, DdChartRow, self->rows->len - 1);
}

void
dd_chart_add_row (DdChart *self, const char *id, const char *name, guint level, gboolean heading)
{
  DdChartRow row = { g_strdup (id), g_strdup (name), NULL, level, heading, self->bars->len, 0 };

  g_return_if_fail (DD_IS_CHART (self));
  g_return_if_fail (!g_hash_table_contains (self->by_id, id));
  g_hash_table_insert (self->by_id, row.id, GUINT_TO_POINTER (self->rows->len));
  g_array_append_val (self->rows, row);
}

void
dd_chart_set_detail (DdChart *self, const char *detail)
{
  g_return_if_fail (DD_IS_CHART (self));
  g_free (last_row (self)->detail);
  last_row (self)->detail = g_strdup (detail);
}

guint
dd_chart_add_bar (DdChart *self, const DdBar *bar)
{
  DdBar copy = *bar;

  g_return_val_if_fail (DD_IS_CHART (self), 0);
  g_return_val_if_fail (bar->start <= bar->finish, 0);
  copy.label = g_strdup (bar->label);
  g_array_append_val (self->bars, copy);
  last_row (self)->n_bars++;
  return self->bars->len - 1;
}

void
dd_chart_set_span (DdChart *self, guint index, gint64 start, gint64 finish)
{
  DdBar *bar;

  g_return_if_fail (DD_IS_CHART (self));
  g_return_if_fail (index < self->bars->len && start <= finish);
  bar = &g_array_index (self->bars, DdBar, index);
  bar->start = start;
  bar->finish = finish;
}

void
dd_chart_add_link (DdChart *self, guint from, guint to)
{
  DdChartLink link = { from, to };

  g_return_if_fail (DD_IS_CHART (self));
  g_return_if_fail (from < self->bars->len && to < self->bars->len);
  g_array_append_val (self->links, link);
  g_array_append_val (self->links_by_origin, link);
  self->links_sorted = FALSE;
}

void
dd_chart_set_now (DdChart *self, gint64 now)
{
  g_return_if_fail (DD_IS_CHART (self));
  self->now = now;
}

void
dd_chart_set_deadline (DdChart *self, gint64 deadline)
{
  g_return_if_fail (DD_IS_CHART (self));
  self->deadline = deadline;
}

/* --- Reading --- */

const char *
dd_chart_get_title (DdChart *self)
{
  g_return_val_if_fail (DD_IS_CHART (self), NULL);
  return self->title;
}

DdCalendar *
dd_chart_get_calendar (DdChart *self)
{
  g_return_val_if_fail (DD_IS_CHART (self), NULL);
  return self->calendar;
}

guint
dd_chart_get_n_rows (DdChart *self)
{
  g_return_val_if_fail (DD_IS_CHART (self), 0);
  return self->rows->len;
}

const DdChartRow *
dd_chart_get_row (DdChart *self, guint index)
{
  g_return_val_if_fail (DD_IS_CHART (self), NULL);
  g_return_val_if_fail (index < self->rows->len, NULL);
  return &g_array_index (self->rows, DdChartRow, index);
}

guint
dd_chart_find_row (DdChart *self, const char *id)
{
  gpointer index;

  g_return_val_if_fail (DD_IS_CHART (self), G_MAXUINT);
  if (id == NULL || !g_hash_table_lookup_extended (self->by_id, id, NULL, &index))
    return G_MAXUINT;
  return GPOINTER_TO_UINT (index);
}

guint
dd_chart_get_n_bars (DdChart *self)
{
  g_return_val_if_fail (DD_IS_CHART (self), 0);
  return self->bars->len;
}

const DdBar *
dd_chart_get_bar (DdChart *self, guint index)
{
  g_return_val_if_fail (DD_IS_CHART (self), NULL);
  g_return_val_if_fail (index < self->bars->len, NULL);
  return &g_array_index (self->bars, DdBar, index);
}

guint
dd_chart_get_bar_row (DdChart *self, guint index)
{
  guint low = 0, high = self->rows->len;

  g_return_val_if_fail (DD_IS_CHART (self), 0);
  /* The last row that begins at or before the bar: rows without bars begin where the next does. */
  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->rows, DdChartRow, middle).first_bar <= index)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const DdChartLink *first = a, *second = b;

  return first->to < second->to ? -1 : first->to > second->to;
}

static int
compare_origins (gconstpointer a, gconstpointer b)
{
  const DdChartLink *first = a, *second = b;

  return first->from < second->from ? -1 : first->from > second->from;
}

static void
sort_links (DdChart *self)
{
  if (self->links_sorted)
    return;
  g_array_sort (self->links, compare_ends);
  g_array_sort (self->links_by_origin, compare_origins);
  self->links_sorted = TRUE;
}

const DdChartLink *
dd_chart_get_links (DdChart *self, guint *n)
{
  g_return_val_if_fail (DD_IS_CHART (self), NULL);
  sort_links (self);
  *n = self->links->len;
  return (const DdChartLink *) self->links->data;
}

const DdChartLink *
dd_chart_get_links_by_origin (DdChart *self, guint *n)
{
  g_return_val_if_fail (DD_IS_CHART (self), NULL);
  sort_links (self);
  *n = self->links_by_origin->len;
  return (const DdChartLink *) self->links_by_origin->data;
}

gint64
dd_chart_get_now (DdChart *self)
{
  g_return_val_if_fail (DD_IS_CHART (self), DD_INSTANT_NONE);
  return self->now;
}

gint64
dd_chart_get_deadline (DdChart *self)
{
  g_return_val_if_fail (DD_IS_CHART (self), DD_INSTANT_NONE);
  return self->deadline;
}

static void
extend (DdRange *range, gint64 instant)
{
  if (instant == DD_INSTANT_NONE)
    return;
  range->start = MIN (range->start, instant);
  range->finish = MAX (range->finish, instant);
}

DdRange
dd_chart_get_extent (DdChart *self)
{
  DdRange range = { G_MAXINT64, G_MININT64 };

  g_return_val_if_fail (DD_IS_CHART (self), ((DdRange){ 0, 0 }));
  for (guint i = 0; i < self->bars->len; i++)
    {
      const DdBar *bar = &g_array_index (self->bars, DdBar, i);

      extend (&range, bar->start);
      extend (&range, bar->finish);
      extend (&range, bar->cautious_finish);
      extend (&range, bar->baseline_start);
      extend (&range, bar->baseline_finish);
    }
  extend (&range, self->deadline);
  if (range.start > range.finish)
    range.start = range.finish = self->now == DD_INSTANT_NONE ? 0 : self->now;
  return range;
}
