/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gantt/dd-chart-view.h"

#include "gantt/dd-chart-fonts.h"
#include "gantt/dd-chart-view-private.h"

#include <adwaita.h>
#include <math.h>

#define NAMES_WIDTH     300.0
#define MIN_NAMES_WIDTH 120.0
/* Of a narrow view the names take no more than this part. */
#define MOST_NAMES 0.45

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} DdChartViewProperty;

enum
{
  ACTIVATE,
  DRAG,
  DRAG_CANCELLED,
  MENU,
  SELECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (DdChartView,
                               dd_chart_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- Geometry --- */

double
dd_chart_view_get_width (DdChartView *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) / self->magnification;
}

double
dd_chart_view_get_height (DdChartView *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self)) / self->magnification;
}

static double
names_width (DdChartView *self)
{
  double most = dd_chart_view_get_width (self) * MOST_NAMES;

  return round (CLAMP (self->names_width, MIN_NAMES_WIDTH, MAX (most, MIN_NAMES_WIDTH)));
}

DdChartFrame
dd_chart_view_get_frame (DdChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  DdChartFrame frame = { self->chart, (const guint *) self->rows->data, self->rows->len };

  frame.scale = self->scale;
  frame.names_width = names_width (self);
  frame.width = dd_chart_view_get_width (self);
  frame.height = dd_chart_view_get_height (self);
  frame.offset = dd_chart_view_get_offset (self);
  frame.rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  return frame;
}

double
dd_chart_view_get_chart_width (DdChartView *self)
{
  return MAX (dd_chart_view_get_width (self) - names_width (self), 1);
}

/* --- Widget --- */

static void
update_style (DdChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  DdChartStyle style;

  if (self->painter == NULL)
    return;
  dd_chart_style_init (&style, adw_style_manager_get_dark (manager),
                       adw_style_manager_get_high_contrast (manager));
  dd_chart_painter_set_style (self->painter, &style);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
make_painter (DdChartView *self)
{
  PangoContext *fonts = dd_chart_fonts_new (GTK_WIDGET (self), &self->magnification);

  g_clear_pointer (&self->painter, dd_chart_painter_free);
  self->painter = dd_chart_painter_new (fonts);
  g_object_unref (fonts);
  update_style (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
dd_chart_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dd_chart_view_parent_class)->realize (widget);
  make_painter (DD_CHART_VIEW (widget));
}

static void
dd_chart_view_unrealize (GtkWidget *widget)
{
  g_clear_pointer (&DD_CHART_VIEW (widget)->painter, dd_chart_painter_free);
  GTK_WIDGET_CLASS (dd_chart_view_parent_class)->unrealize (widget);
}

/* The fonts, or their size, may have changed. */
static void
dd_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  DdChartView *self = DD_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (dd_chart_view_parent_class)->css_changed (widget, change);
  if (self->painter != NULL)
    make_painter (self);
}

static void
dd_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 150;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
}

static void
dd_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DdChartView *self = DD_CHART_VIEW (widget);

  if (!self->fitted && self->chart != NULL)
    dd_chart_view_fit (self);
  dd_chart_view_configure_time (self);
  dd_chart_view_configure_rows (self);
  dd_chart_view_update_items (self);
}

static void
dd_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DdChartView *self = DD_CHART_VIEW (widget);
  DdChartFrame frame = dd_chart_view_get_frame (self);
  DdChartMarks marks = { dd_chart_view_get_selected_place (self), self->hovered };
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, frame.width, frame.height);

  if (self->chart == NULL)
    return;
  marks.focused = gtk_widget_has_visible_focus (widget);
  marks.preview = self->preview;
  marks.folded = self->folded;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, (float) self->magnification, (float) self->magnification);
  gtk_snapshot_push_clip (snapshot, &all);
  dd_chart_painter_paint (self->painter, snapshot, &frame, &marks);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static gboolean
dd_chart_view_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean keyboard,
                             GtkTooltip *tooltip)
{
  DdChartView *self = DD_CHART_VIEW (widget);
  DdChartFrame frame = dd_chart_view_get_frame (self);
  DdChartHit hit;
  guint row;
  g_autofree char *text = NULL;

  if (self->chart == NULL || self->tooltip == NULL || self->dragging != DD_DRAGGING_NOTHING)
    return FALSE;
  hit = dd_chart_frame_hit (&frame, x / self->magnification, y / self->magnification);
  if (keyboard)
    hit.place = dd_chart_view_get_selected_place (self);
  if (hit.place == G_MAXUINT || (!keyboard && !hit.name && hit.bar == G_MAXUINT))
    return FALSE;
  row = g_array_index (self->rows, guint, hit.place);
  text = self->tooltip (self->chart, row, hit.bar, self->tooltip_data);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* --- Object --- */

static void
dd_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DdChartView *self = DD_CHART_VIEW (object);

  switch ((DdChartViewProperty) id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    }
}

static void
dd_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DdChartView *self = DD_CHART_VIEW (object);

  switch ((DdChartViewProperty) id)
    {
    case PROP_HADJUSTMENT:
      dd_chart_view_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      dd_chart_view_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    }
}

static void
dd_chart_view_dispose (GObject *object)
{
  DdChartView *self = DD_CHART_VIEW (object);
  GtkWidget *child;

  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  dd_chart_view_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  dd_chart_view_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->items, 0);
  g_clear_object (&self->chart);
  g_clear_object (&self->preview);
  if (self->tooltip_destroy != NULL)
    g_clear_pointer (&self->tooltip_data, self->tooltip_destroy);
  self->tooltip = NULL;
  G_OBJECT_CLASS (dd_chart_view_parent_class)->dispose (object);
}

static void
dd_chart_view_finalize (GObject *object)
{
  DdChartView *self = DD_CHART_VIEW (object);

  g_array_unref (self->rows);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->folded);
  g_free (self->selected);
  g_free (self->dragged);
  G_OBJECT_CLASS (dd_chart_view_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  signals[ACTIVATE] = g_signal_new ("activate", DD_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DRAG] =
      g_signal_new ("drag", DD_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    4, G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[DRAG_CANCELLED] = g_signal_new ("drag-cancelled", DD_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MENU] = g_signal_new ("menu", DD_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_INT);
  signals[SELECTED] = g_signal_new ("selected", DD_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dd_chart_view_class_init (DdChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dd_chart_view_get_property;
  object_class->set_property = dd_chart_view_set_property;
  object_class->dispose = dd_chart_view_dispose;
  object_class->finalize = dd_chart_view_finalize;
  widget_class->realize = dd_chart_view_realize;
  widget_class->unrealize = dd_chart_view_unrealize;
  widget_class->css_changed = dd_chart_view_css_changed;
  widget_class->measure = dd_chart_view_measure;
  widget_class->size_allocate = dd_chart_view_size_allocate;
  widget_class->snapshot = dd_chart_view_snapshot;
  widget_class->query_tooltip = dd_chart_view_query_tooltip;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  install_signals ();
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  dd_chart_view_class_bind_keys (widget_class);
}

static void
dd_chart_view_init (DdChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_ptr_array_new ();
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->scale = (DdTimeScale){ 0, 3600 };
  self->magnification = 1;
  self->names_width = NAMES_WIDTH;
  self->hovered = G_MAXUINT;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (manager, "notify::dark", G_CALLBACK (update_style), self);
  g_signal_connect_swapped (manager, "notify::high-contrast", G_CALLBACK (update_style), self);
  dd_chart_view_init_input (self);
}

/* --- Signals --- */

void
dd_chart_view_emit_drag (DdChartView *self, double x, gboolean dropped)
{
  g_signal_emit (self, signals[DRAG], 0, self->dragged, self->drag,
                 (gint64) (x * self->scale.seconds), dropped);
}

void
dd_chart_view_emit_drag_cancelled (DdChartView *self)
{
  g_signal_emit (self, signals[DRAG_CANCELLED], 0);
}

void
dd_chart_view_emit_selected (DdChartView *self, const char *id)
{
  g_signal_emit (self, signals[SELECTED], 0, id);
}

void
dd_chart_view_emit_activate (DdChartView *self, const char *id)
{
  g_signal_emit (self, signals[ACTIVATE], 0, id);
}

void
dd_chart_view_emit_menu (DdChartView *self, const char *id, double x, double y)
{
  g_signal_emit (self, signals[MENU], 0, id, (int) (x * self->magnification),
                 (int) (y * self->magnification));
}

/* --- Public --- */

GtkWidget *
dd_chart_view_new (void)
{
  return g_object_new (DD_TYPE_CHART_VIEW, NULL);
}

/* The chart's extent, with room on both sides to drag things and to see where it ends. */
static void
update_extent (DdChartView *self)
{
  DdRange extent = dd_chart_get_extent (self->chart);
  gint64 now = dd_chart_get_now (self->chart);
  gint64 margin;

  if (now != DD_INSTANT_NONE)
    {
      extent.start = MIN (extent.start, now);
      extent.finish = MAX (extent.finish, now);
    }
  margin = MAX ((extent.finish - extent.start) / 2, 14 * 86400);
  self->extent.start = MAX (extent.start - margin, DD_INSTANT_MIN);
  self->extent.finish = MIN (extent.finish + margin, DD_INSTANT_MAX);
}

void
dd_chart_view_set_chart (DdChartView *self, DdChart *chart)
{
  g_return_if_fail (DD_IS_CHART_VIEW (self));
  g_return_if_fail (chart == NULL || DD_IS_CHART (chart));
  if (!g_set_object (&self->chart, chart))
    return;
  g_clear_object (&self->preview);
  if (chart != NULL)
    {
      update_extent (self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      dd_chart_get_title (chart), -1);
    }
  dd_chart_view_update_rows (self);
  dd_chart_view_configure_time (self);
}

DdChart *
dd_chart_view_get_chart (DdChartView *self)
{
  g_return_val_if_fail (DD_IS_CHART_VIEW (self), NULL);
  return self->chart;
}

void
dd_chart_view_set_preview (DdChartView *self, DdChart *preview)
{
  g_return_if_fail (DD_IS_CHART_VIEW (self));
  g_return_if_fail (preview == NULL
                    || dd_chart_get_n_rows (preview) == dd_chart_get_n_rows (self->chart));
  if (g_set_object (&self->preview, preview))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dd_chart_view_set_editable (DdChartView *self, gboolean editable)
{
  g_return_if_fail (DD_IS_CHART_VIEW (self));
  self->editable = editable;
}

void
dd_chart_view_set_tooltip_func (DdChartView *self,
                                DdChartTooltipFunc func,
                                gpointer user_data,
                                GDestroyNotify destroy)
{
  g_return_if_fail (DD_IS_CHART_VIEW (self));
  if (self->tooltip_destroy != NULL)
    self->tooltip_destroy (self->tooltip_data);
  self->tooltip = func;
  self->tooltip_data = user_data;
  self->tooltip_destroy = destroy;
}

const char *
dd_chart_view_get_selected (DdChartView *self)
{
  g_return_val_if_fail (DD_IS_CHART_VIEW (self), NULL);
  return self->selected;
}

void
dd_chart_view_select (DdChartView *self, const char *id)
{
  guint row;

  g_return_if_fail (DD_IS_CHART_VIEW (self));
  row = id != NULL && self->chart != NULL ? dd_chart_find_row (self->chart, id) : G_MAXUINT;
  if (row == G_MAXUINT)
    {
      g_clear_pointer (&self->selected, g_free);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  dd_chart_view_reveal_row (self, row);
  dd_chart_view_select_place (self, dd_chart_view_find_place (self, id));
}

void
dd_chart_view_zoom (DdChartView *self, double factor)
{
  g_return_if_fail (DD_IS_CHART_VIEW (self));
  g_return_if_fail (factor > 0);
  dd_chart_view_set_scale (self, dd_time_scale_zoom (self->scale, self->scale.seconds / factor,
                                                     dd_chart_view_get_chart_width (self) / 2));
}

void
dd_chart_view_fit (DdChartView *self)
{
  DdRange range;
  double margin = 24;

  g_return_if_fail (DD_IS_CHART_VIEW (self));
  if (self->chart == NULL || dd_chart_view_get_width (self) <= 0)
    return;
  range = dd_chart_get_extent (self->chart);
  margin *= (range.finish - range.start) / dd_chart_view_get_chart_width (self);
  range.start -= (gint64) margin;
  range.finish += (gint64) margin;
  self->fitted = TRUE;
  dd_chart_view_set_scale (self, dd_time_scale_fit (range, dd_chart_view_get_chart_width (self)));
}

void
dd_chart_view_show_instant (DdChartView *self, gint64 instant)
{
  DdTimeScale scale = self->scale;

  g_return_if_fail (DD_IS_CHART_VIEW (self));
  scale.origin = instant - (gint64) (dd_chart_view_get_chart_width (self) / 2 * scale.seconds);
  dd_chart_view_set_scale (self, scale);
}

DdRange
dd_chart_view_get_range (DdChartView *self)
{
  DdChartFrame frame;

  g_return_val_if_fail (DD_IS_CHART_VIEW (self), ((DdRange){ 0, 0 }));
  frame = dd_chart_view_get_frame (self);
  return dd_chart_frame_range (&frame);
}
