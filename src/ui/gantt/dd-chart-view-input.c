/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pointer, wheel, pinch and keys of a chart. */

#include "config.h"

#include "gantt/dd-chart-view-private.h"

#include <math.h>

#define ZOOM_STEP   1.25
#define DIVIDER     5.0 /* how near the divider the pointer takes it */
#define SCROLL_STEP 64.0

static gboolean
is_rtl (DdChartView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* @x of the widget, from where the bars begin, in the direction of time. */
static double
chart_x (DdChartView *self, double x)
{
  DdChartFrame frame = dd_chart_view_get_frame (self);

  return (frame.rtl ? frame.width - x : x) - frame.names_width;
}

static void
zoom_around (DdChartView *self, double seconds, double x)
{
  double anchor = CLAMP (chart_x (self, x), 0, dd_chart_view_get_chart_width (self));

  dd_chart_view_set_scale (self, dd_time_scale_zoom (self->scale, seconds, anchor));
}

static void
scroll_time (DdChartView *self, double pixels)
{
  DdTimeScale scale = self->scale;

  scale.origin += (gint64) (pixels * scale.seconds);
  dd_chart_view_set_scale (self, scale);
}

/* Where the pointer is, in pixels of the frame. */
static void
to_frame (DdChartView *self, double *x, double *y)
{
  *x /= self->magnification;
  *y /= self->magnification;
}

/* --- Pointing --- */

static gboolean
is_divider (const DdChartFrame *frame, double x)
{
  return fabs ((frame->rtl ? frame->width - x : x) - frame->names_width) <= DIVIDER;
}

static gboolean
can_drag (DdChartView *self, const DdChartHit *hit)
{
  const DdBar *bar;

  if (!self->editable || hit->bar == G_MAXUINT)
    return FALSE;
  bar = dd_chart_get_bar (self->chart, hit->bar);
  return bar->shape == DD_BAR_SPAN && !bar->done;
}

static const char *
cursor_for (DdChartView *self, const DdChartFrame *frame, const DdChartHit *hit, double x)
{
  if (is_divider (frame, x))
    return "col-resize";
  if (!can_drag (self, hit))
    return NULL;
  return hit->edge > 0 ? (frame->rtl ? "w-resize" : "e-resize") : "grab";
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, DdChartView *self)
{
  DdChartFrame frame = dd_chart_view_get_frame (self);
  DdChartHit hit;

  to_frame (self, &x, &y);
  self->pointer_x = x;
  if (self->chart == NULL || self->dragging != DD_DRAGGING_NOTHING)
    return;
  hit = dd_chart_frame_hit (&frame, x, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_for (self, &frame, &hit, x));
  if (hit.place == self->hovered)
    return;
  self->hovered = hit.place;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_leave (GtkEventControllerMotion *motion, DdChartView *self)
{
  self->hovered = G_MAXUINT;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, DdChartView *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if (state & GDK_CONTROL_MASK)
    zoom_around (self, self->scale.seconds * pow (ZOOM_STEP, dy), self->pointer_x);
  else if (state & GDK_SHIFT_MASK)
    scroll_time (self, (dx + dy) * SCROLL_STEP);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, DdChartView *self)
{
  self->zoom_seconds = self->scale.seconds;
}

static void
on_pinch (GtkGestureZoom *gesture, double factor, DdChartView *self)
{
  double x = self->pointer_x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    to_frame (self, &x, &y);
  zoom_around (self, self->zoom_seconds / factor, x);
}

/* --- Clicks --- */

static void
toggle_folded (DdChartView *self, const DdChartRow *row)
{
  dd_chart_view_set_folded (self, row->id, !g_hash_table_contains (self->folded, row->id));
}

static void
on_pressed (GtkGestureClick *click, int n, double x, double y, DdChartView *self)
{
  DdChartFrame frame = dd_chart_view_get_frame (self);
  DdChartHit hit;
  const DdChartRow *row;

  to_frame (self, &x, &y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->chart == NULL || is_divider (&frame, x))
    return;
  hit = dd_chart_frame_hit (&frame, x, y);
  if (hit.place == G_MAXUINT)
    return;
  dd_chart_view_select_place (self, hit.place);
  row = dd_chart_get_row (self->chart, g_array_index (self->rows, guint, hit.place));
  if (n == 2)
    dd_chart_view_emit_activate (self, row->id);
  else if (n == 1 && hit.name && row->heading)
    toggle_folded (self, row);
}

static void
on_secondary_pressed (GtkGestureClick *click, int n, double x, double y, DdChartView *self)
{
  DdChartFrame frame = dd_chart_view_get_frame (self);
  DdChartHit hit;

  if (self->chart == NULL)
    return;
  to_frame (self, &x, &y);
  hit = dd_chart_frame_hit (&frame, x, y);
  if (hit.place == G_MAXUINT)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  dd_chart_view_select_place (self, hit.place);
  dd_chart_view_emit_menu (self, self->selected, x, y);
}

/* --- Drags --- */

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, DdChartView *self)
{
  DdChartFrame frame = dd_chart_view_get_frame (self);
  DdChartHit hit;

  if (self->chart == NULL)
    return;
  to_frame (self, &x, &y);
  hit = dd_chart_frame_hit (&frame, x, y);
  self->drag_origin = self->scale.origin;
  self->drag_offset = frame.offset;
  if (is_divider (&frame, x))
    {
      self->dragging = DD_DRAGGING_DIVIDER;
      self->drag_origin = frame.names_width;
    }
  else if (can_drag (self, &hit))
    {
      guint row = g_array_index (self->rows, guint, hit.place);

      self->dragging = DD_DRAGGING_BAR;
      self->drag = hit.edge > 0 ? DD_CHART_DRAG_FINISH : DD_CHART_DRAG_MOVE;
      g_free (self->dragged);
      self->dragged = g_strdup (dd_chart_get_row (self->chart, row)->id);
    }
  else if (!hit.name)
    self->dragging = DD_DRAGGING_GROUND;
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, DdChartView *self)
{
  DdTimeScale scale = self->scale;
  double along;

  to_frame (self, &dx, &dy);
  along = is_rtl (self) ? -dx : dx;
  switch (self->dragging)
    {
    case DD_DRAGGING_NOTHING:
      return;
    case DD_DRAGGING_GROUND:
      scale.origin = (gint64) (self->drag_origin - along * scale.seconds);
      dd_chart_view_set_scale (self, scale);
      dd_chart_view_set_offset (self, self->drag_offset - dy);
      return;
    case DD_DRAGGING_DIVIDER:
      self->names_width = self->drag_origin + along;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    case DD_DRAGGING_BAR:
      dd_chart_view_emit_drag (self, along, FALSE);
      return;
    }
}

static void
end_drag (DdChartView *self)
{
  self->dragging = DD_DRAGGING_NOTHING;
  g_clear_pointer (&self->dragged, g_free);
  dd_chart_view_set_preview (self, NULL);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, DdChartView *self)
{
  to_frame (self, &dx, &dy);
  /* A click is a drag of nothing. */
  if (self->dragging == DD_DRAGGING_BAR && fabs (dx) >= 3)
    dd_chart_view_emit_drag (self, is_rtl (self) ? -dx : dx, TRUE);
  end_drag (self);
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, DdChartView *self)
{
  if (self->dragging == DD_DRAGGING_BAR)
    dd_chart_view_emit_drag_cancelled (self);
  end_drag (self);
}

void
dd_chart_view_init_input (DdChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  /* Before the scrolled window around it sees the wheel. */
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary_pressed), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (click, drag);
}

/* --- Keys --- */

/* Moves the selection by so many rows: far beyond the ends means the end. */
static gboolean
on_move (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DdChartView *self = DD_CHART_VIEW (widget);
  int by = g_variant_get_int32 (arguments);
  guint place = dd_chart_view_get_selected_place (self);

  if (self->rows->len == 0)
    return GDK_EVENT_STOP;
  if (place == G_MAXUINT)
    place = by == G_MAXINT ? self->rows->len - 1 : 0;
  else
    place = (guint) CLAMP ((gint64) place + by, 0, (gint64) self->rows->len - 1);
  dd_chart_view_select_place (self, place);
  return GDK_EVENT_STOP;
}

static gboolean
on_page (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  double page = dd_chart_view_get_height (DD_CHART_VIEW (widget)) - DD_CHART_RULER_HEIGHT;
  int rows = (int) (page / DD_CHART_ROW_HEIGHT) - 1;
  g_autoptr (GVariant) by =
      g_variant_ref_sink (g_variant_new_int32 (g_variant_get_int32 (arguments) * MAX (rows, 1)));

  return on_move (widget, by, user_data);
}

static const DdChartRow *
selected_row (DdChartView *self)
{
  guint place = dd_chart_view_get_selected_place (self);

  if (place == G_MAXUINT)
    return NULL;
  return dd_chart_get_row (self->chart, g_array_index (self->rows, guint, place));
}

static gboolean
on_fold (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DdChartView *self = DD_CHART_VIEW (widget);
  const DdChartRow *row = selected_row (self);

  if (row == NULL || !row->heading)
    return GDK_EVENT_PROPAGATE;
  dd_chart_view_set_folded (self, row->id, g_variant_get_boolean (arguments) != is_rtl (self));
  return GDK_EVENT_STOP;
}

static gboolean
on_enter (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DdChartView *self = DD_CHART_VIEW (widget);
  const DdChartRow *row = selected_row (self);

  if (row != NULL)
    dd_chart_view_emit_activate (self, row->id);
  return GDK_EVENT_STOP;
}

/* Below the row's name, where the menu hides least. */
static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DdChartView *self = DD_CHART_VIEW (widget);
  DdChartFrame frame = dd_chart_view_get_frame (self);
  guint place = dd_chart_view_get_selected_place (self);
  double x = frame.names_width / 2;

  if (place == G_MAXUINT)
    return GDK_EVENT_PROPAGATE;
  dd_chart_view_emit_menu (self, self->selected, frame.rtl ? frame.width - x : x,
                           dd_chart_frame_y (&frame, place) + DD_CHART_ROW_HEIGHT);
  return GDK_EVENT_STOP;
}

static gboolean
on_zoom_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  int steps = g_variant_get_int32 (arguments);

  if (steps == 0)
    dd_chart_view_fit (DD_CHART_VIEW (widget));
  else
    dd_chart_view_zoom (DD_CHART_VIEW (widget), pow (ZOOM_STEP, steps));
  return GDK_EVENT_STOP;
}

static gboolean
on_time_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DdChartView *self = DD_CHART_VIEW (widget);
  int by = g_variant_get_int32 (arguments);

  scroll_time (self, (is_rtl (self) ? -by : by) * SCROLL_STEP);
  return GDK_EVENT_STOP;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DdChartView *self = DD_CHART_VIEW (widget);

  if (self->dragging != DD_DRAGGING_BAR)
    return GDK_EVENT_PROPAGATE;
  dd_chart_view_emit_drag_cancelled (self);
  end_drag (self);
  return GDK_EVENT_STOP;
}

void
dd_chart_view_class_bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc func;
    int by;
  } keys[] = {
    { GDK_KEY_Up, 0, on_move, -1 },
    { GDK_KEY_Down, 0, on_move, 1 },
    { GDK_KEY_Home, 0, on_move, -G_MAXINT },
    { GDK_KEY_End, 0, on_move, G_MAXINT },
    { GDK_KEY_Page_Up, 0, on_page, -1 },
    { GDK_KEY_Page_Down, 0, on_page, 1 },
    { GDK_KEY_plus, GDK_CONTROL_MASK, on_zoom_key, 1 },
    { GDK_KEY_equal, GDK_CONTROL_MASK, on_zoom_key, 1 },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, on_zoom_key, 1 },
    { GDK_KEY_minus, GDK_CONTROL_MASK, on_zoom_key, -1 },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, on_zoom_key, -1 },
    { GDK_KEY_0, GDK_CONTROL_MASK, on_zoom_key, 0 },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, on_zoom_key, 0 },
    { GDK_KEY_Left, GDK_CONTROL_MASK, on_time_key, -1 },
    { GDK_KEY_Right, GDK_CONTROL_MASK, on_time_key, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, keys[i].func, "i",
                                  keys[i].by);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, on_fold, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, on_fold, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, on_enter, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}
