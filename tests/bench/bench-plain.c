/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-plain.h"

#include "gantt/dd-chart-style.h"

struct _BenchPlain
{
  GtkWidget parent_instance;

  GPtrArray *layouts; /* (element-type PangoLayout) (owned): of each row, NULL until it shows */
};

G_DEFINE_FINAL_TYPE (BenchPlain, bench_plain, GTK_TYPE_WIDGET)

static void
unref_layout (gpointer layout)
{
  g_clear_object (&layout);
}

static PangoLayout *
get_layout (BenchPlain *self, guint row)
{
  if (self->layouts->pdata[row] == NULL)
    {
      g_autofree char *text = g_strdup_printf ("Row %u of a plain program", row);

      self->layouts->pdata[row] = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
    }
  return self->layouts->pdata[row];
}

static void
draw_row (BenchPlain *self, GtkSnapshot *snapshot, guint row)
{
  static const GdkRGBA colors[] = { { 0.6, 0.76, 0.95, 1 }, { 0.56, 0.94, 0.64, 1 } };
  static const GdkRGBA black = { 0, 0, 0, 1 };
  float y = (float) row * DD_CHART_ROW_HEIGHT;
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));

  gtk_snapshot_append_color (snapshot, &colors[row % 2],
                             &GRAPHENE_RECT_INIT (0, y, width, DD_CHART_ROW_HEIGHT));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (6, y + 6));
  gtk_snapshot_append_layout (snapshot, get_layout (self, row), &black);
  gtk_snapshot_restore (snapshot);
}

/* What shows is said by the viewport that the scrolled window puts it into. */
static void
bench_plain_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BenchPlain *self = BENCH_PLAIN (widget);
  GtkScrollable *viewport = GTK_SCROLLABLE (gtk_widget_get_parent (widget));
  GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (viewport);
  double top = gtk_adjustment_get_value (vertical);
  double bottom = top + gtk_adjustment_get_page_size (vertical);
  guint end = MIN ((guint) (bottom / DD_CHART_ROW_HEIGHT) + 1, self->layouts->len);

  for (guint row = (guint) (top / DD_CHART_ROW_HEIGHT); row < end; row++)
    draw_row (self, snapshot, row);
}

static void
bench_plain_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  int rows = (int) BENCH_PLAIN (widget)->layouts->len;

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? rows * DD_CHART_ROW_HEIGHT : 240;
}

/* A viewport only moves what is in it: what comes to show is drawn when we ask for it. */
static void
bench_plain_realize (GtkWidget *widget)
{
  GtkScrollable *viewport = GTK_SCROLLABLE (gtk_widget_get_parent (widget));

  GTK_WIDGET_CLASS (bench_plain_parent_class)->realize (widget);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (viewport), "value-changed",
                           G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
}

static void
bench_plain_finalize (GObject *object)
{
  g_ptr_array_unref (BENCH_PLAIN (object)->layouts);
  G_OBJECT_CLASS (bench_plain_parent_class)->finalize (object);
}

static void
bench_plain_class_init (BenchPlainClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bench_plain_finalize;
  widget_class->measure = bench_plain_measure;
  widget_class->realize = bench_plain_realize;
  widget_class->snapshot = bench_plain_snapshot;
}

static void
bench_plain_init (BenchPlain *self)
{
  self->layouts = g_ptr_array_new_with_free_func (unref_layout);
}

GtkWidget *
bench_plain_new (guint n_rows)
{
  BenchPlain *self = g_object_new (BENCH_TYPE_PLAIN, NULL);

  g_ptr_array_set_size (self->layouts, (int) n_rows);
  return GTK_WIDGET (self);
}
