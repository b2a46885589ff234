/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How far a chart can be scrolled in time and in rows, and where it is. */

#include "config.h"

#include "gantt/dd-chart-view-private.h"

double
dd_chart_view_get_offset (DdChartView *self)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  return vertical != NULL ? round (gtk_adjustment_get_value (vertical)) : 0;
}

static void
configure (DdChartView *self,
           GtkOrientation orientation,
           double value,
           double upper,
           double page,
           double step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;
  self->adjusting = TRUE;
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (upper - page, 0)), 0,
                            MAX (upper, page), step, page * 0.9, page);
  self->adjusting = FALSE;
}

/* How far the time axis reaches, in pixels, and where it is: right to left its scrollbar runs the
 * other way, as everything does. */
void
dd_chart_view_configure_time (DdChartView *self)
{
  double page = dd_chart_view_get_chart_width (self);
  double upper = (self->extent.finish - self->extent.start) / self->scale.seconds;
  double value = (self->scale.origin - self->extent.start) / self->scale.seconds;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    value = MAX (upper, page) - page - value;
  configure (self, GTK_ORIENTATION_HORIZONTAL, value, upper, page, 48);
}

void
dd_chart_view_configure_rows (DdChartView *self)
{
  double page = MAX (dd_chart_view_get_height (self) - DD_CHART_RULER_HEIGHT, 0);

  configure (self, GTK_ORIENTATION_VERTICAL, dd_chart_view_get_offset (self),
             (double) self->rows->len * DD_CHART_ROW_HEIGHT, page, DD_CHART_ROW_HEIGHT);
}

static void
on_value_changed (GtkAdjustment *adjustment, DdChartView *self)
{
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  if (!self->adjusting && adjustment == horizontal)
    {
      double value = gtk_adjustment_get_value (adjustment);

      if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
        value = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)
                - value;
      self->scale.origin = self->extent.start + (gint64) (value * self->scale.seconds);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dd_chart_view_set_scale (DdChartView *self, DdTimeScale scale)
{
  double page = dd_chart_view_get_chart_width (self) * scale.seconds;
  gint64 last = MAX (self->extent.finish - (gint64) page, self->extent.start);

  scale.origin = CLAMP (scale.origin, self->extent.start, last);
  self->scale = scale;
  dd_chart_view_configure_time (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dd_chart_view_set_offset (DdChartView *self, double offset)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (vertical != NULL)
    gtk_adjustment_set_value (vertical, offset);
}

void
dd_chart_view_set_adjustment (DdChartView *self,
                              GtkOrientation orientation,
                              GtkAdjustment *adjustment)
{
  GtkAdjustment **slot = &self->adjustments[orientation];

  if (*slot != NULL)
    g_signal_handlers_disconnect_by_func (*slot, on_value_changed, self);
  g_set_object (slot, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (on_value_changed), self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    dd_chart_view_configure_time (self);
  else
    dd_chart_view_configure_rows (self);
}
