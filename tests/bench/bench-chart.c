/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What scrolling a chart costs: the view's own layout and snapshot, and whole frames beside those
 * of a text view of the same size, full of text, that scrolls as fast; and how long it takes from a
 * service of 20,000 activities to the first frame of its chart. Starts a display of its own when
 * there is none.
 */

#include "config.h"

#include "bench-clock.h"
#include "bench-network.h"
#include "dd-ui.h"
#include "gantt/dd-chart-view.h"
#include "gantt/dd-gantt-chart.h"
#include "service/dd-service-parser.h"

#include <adwaita.h>
#include <time.h>
#include <unistd.h>

#define N_FRAMES 300
#define SPEED    17.0 /* pixels a frame */

/* A window that scrolls. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *content; /* in the scrolled window */
  DdChartView *view;  /* (nullable): the content, if it is a chart */
  GArray *snapshots;  /* (element-type double): ms of the view's own snapshots */
  GArray *frames;     /* (element-type double): ms of whole frames */
  gint64 frame_start;
  gboolean running;
} Scene;

/* --- Figures --- */

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
percentile (GArray *values, double part)
{
  guint index = (guint) (part * (values->len - 1) + 0.5);

  g_array_sort (values, compare);
  return g_array_index (values, double, index);
}

/* Microseconds of this thread's own work, all of which drawing in software is: what else the
 * machine does is not in it. */
static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
append_since (GArray *values, gint64 start)
{
  double milliseconds = (double) (get_work () - start) / 1000;

  g_array_append_val (values, milliseconds);
}

/* --- A chart --- */

static DdService *
make_service (guint n)
{
  g_autofree char *xml = bench_network_to_xml (n, 1);
  g_autoptr (GError) error = NULL;
  DdService *service = dd_service_parse (xml, -1, "bench.xml", &error);

  bench_stop_on_error (error);
  return service;
}

static DdChart *
make_chart (guint n)
{
  g_autoptr (DdService) service = make_service (n);
  g_autoptr (DdNetwork) network = dd_network_new (service);
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", NULL);
  g_autoptr (DdPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  DdGanttContent content = DD_GANTT_CONTENT_INIT;

  request.vendor = calendar;
  request.start = dd_calendar_day_start (calendar, 2026, 12, 1);
  plan = dd_plan_new (network, &request, &error);
  bench_stop_on_error (error);
  content.title = "Bench";
  content.plan = plan;
  content.now = request.start;
  return dd_gantt_chart_new (&content);
}

/* --- Scrolling --- */

static void
scroll (Scene *self)
{
  GtkAdjustment *adjustment = NULL;
  double value, most;

  g_object_get (self->content, "vadjustment", &adjustment, NULL);
  value = gtk_adjustment_get_value (adjustment) + SPEED;
  most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  gtk_adjustment_set_value (adjustment, value < most ? value : 0);
  g_object_unref (adjustment);
}

/* The view's part of a frame, once more than the frame does it, and thrown away. */
static void
measure_snapshot (Scene *self)
{
  GtkWidget *widget = GTK_WIDGET (self->view);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gint64 start = get_work ();

  GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, gtk_widget_get_width (widget),
                                                gtk_widget_get_height (widget), -1);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  append_since (self->snapshots, start);
  g_object_unref (snapshot);
}

static void
on_before_paint (GdkFrameClock *clock, Scene *self)
{
  self->frame_start = get_work ();
}

static void
on_after_paint (GdkFrameClock *clock, Scene *self)
{
  append_since (self->frames, self->frame_start);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Scene *self = user_data;

  scroll (self);
  if (self->frames->len >= N_FRAMES)
    self->running = FALSE;
  return self->running ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
open_scene (Scene *self, GtkWidget *content, int width, int height)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->content = content;
  self->view = DD_IS_CHART_VIEW (content) ? DD_CHART_VIEW (content) : NULL;
  self->snapshots = g_array_new (FALSE, FALSE, sizeof (double));
  self->frames = g_array_new (FALSE, FALSE, sizeof (double));
  self->running = TRUE;
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_window_set_child (GTK_WINDOW (self->window), scrolled);
  gtk_window_present (GTK_WINDOW (self->window));
  while (!gtk_widget_get_mapped (self->window) || gtk_widget_get_width (content) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
run_scene (Scene *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), self);
  gtk_widget_add_tick_callback (self->window, on_tick, self, NULL);
  while (self->running)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, self);
  for (guint i = 0; self->view != NULL && i < N_FRAMES; i++)
    {
      scroll (self);
      measure_snapshot (self);
    }
}

static void
close_scene (Scene *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_array_unref (self->snapshots);
  g_array_unref (self->frames);
}

/* --- What is measured --- */

static double
measure_plain (guint rows, int width, int height)
{
  GtkWidget *text = gtk_text_view_new ();
  GString *lines = g_string_new (NULL);
  Scene scene = { NULL };
  double median;

  for (guint i = 0; i < rows; i++)
    {
      g_string_append_printf (lines, "Line %u of a text that scrolls", i);
      for (int j = 0; j < width / 120; j++)
        g_string_append (lines, ", with some more words");
      g_string_append_c (lines, '\n');
    }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), lines->str, -1);
  g_string_free (lines, TRUE);
  open_scene (&scene, text, width, height);
  run_scene (&scene);
  median = percentile (scene.frames, 0.5);
  close_scene (&scene);
  return median;
}

static void
measure_chart (guint rows, int width, int height)
{
  g_autoptr (DdChart) chart = make_chart (rows);
  double plain = measure_plain (rows, width, height);
  Scene scene = { NULL };
  GtkWidget *view = dd_chart_view_new ();
  double median;

  dd_chart_view_set_chart (DD_CHART_VIEW (view), chart);
  open_scene (&scene, view, width, height);
  dd_chart_view_fit (DD_CHART_VIEW (view));
  run_scene (&scene);
  median = percentile (scene.frames, 0.5);
  g_print ("%6u rows, %d × %d: layout and snapshot p50 %.2f ms, p95 %.2f, p99 %.2f; "
           "frame p50 %.1f ms, p99 %.1f; %.2f × a text view's\n",
           rows, width, height, percentile (scene.snapshots, 0.5),
           percentile (scene.snapshots, 0.95), percentile (scene.snapshots, 0.99), median,
           percentile (scene.frames, 0.99), median / plain);
  close_scene (&scene);
}

/* From the text of a service to the end of the first frame that shows its chart. */
static void
measure_first_frame (guint rows)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (DdChart) chart = make_chart (rows);
  double made = (double) (g_get_monotonic_time () - start) / 1000;
  GtkWidget *view = dd_chart_view_new ();
  Scene scene = { NULL };

  dd_chart_view_set_chart (DD_CHART_VIEW (view), chart);
  open_scene (&scene, view, 1280, 800);
  g_signal_connect (gtk_widget_get_frame_clock (scene.window), "before-paint",
                    G_CALLBACK (on_before_paint), &scene);
  g_signal_connect (gtk_widget_get_frame_clock (scene.window), "after-paint",
                    G_CALLBACK (on_after_paint), &scene);
  gtk_widget_queue_draw (view);
  while (scene.frames->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%6u activities: chart made in %.0f ms, shown after %.0f ms\n", rows, made,
           (double) (g_get_monotonic_time () - start) / 1000);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (scene.window), &scene);
  close_scene (&scene);
}

/* Goes on on a display of its own. */
static void
start_display (char *argv[])
{
  g_autofree char *script = g_build_filename (g_getenv ("DD_TESTS"), "display.sh", NULL);

  execl (script, script, "-s", "1920x1080", argv[0], NULL);
  g_error ("%s could not be started", script);
}

int
main (int argc, char *argv[])
{
  static const guint rows[] = { 100, 10000 };
  static const struct
  {
    int width, height;
  } sizes[] = { { 1280, 800 }, { 1920, 1080 } };

  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL
      && g_getenv ("DD_TESTS") != NULL)
    start_display (argv);
  adw_init ();
  dd_ui_init ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      measure_chart (rows[i], sizes[j].width, sizes[j].height);
  measure_first_frame (20000);
  return 0;
}
