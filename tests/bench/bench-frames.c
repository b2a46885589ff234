/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-frames.h"

#include <time.h>

#define N_FIRST 10   /* frames that are not counted */
#define SPEED   17.0 /* pixels a frame */

/* A window that scrolls. */
typedef struct
{
  BenchFrames *frames;
  GtkWidget *window;
  GtkAdjustment *vertical; /* (unowned) */
  GtkWidgetClass *content; /* the class whose own part is measured */
  void (*size_allocate) (GtkWidget *, int, int, int);
  void (*snapshot) (GtkWidget *, GtkSnapshot *);
  gint64 work_start; /* µs */
  gint64 time_start; /* µs */
  gint64 own;        /* µs in this frame */
  gboolean drawn;    /* in this frame */
  guint n_left;
  guint n_seen;
} Scene;

/* The one that runs: the class's functions have no other way to it. */
static Scene *running;

void
bench_frames_init (BenchFrames *self)
{
  self->work = g_array_new (FALSE, FALSE, sizeof (double));
  self->times = g_array_new (FALSE, FALSE, sizeof (double));
  self->own = g_array_new (FALSE, FALSE, sizeof (double));
}

void
bench_frames_clear (BenchFrames *self)
{
  g_array_unref (self->work);
  g_array_unref (self->times);
  g_array_unref (self->own);
}

/* --- The content's own part --- */

static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
timed_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gint64 start = get_work ();

  running->size_allocate (widget, width, height, baseline);
  running->own += get_work () - start;
}

static void
timed_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  gint64 start = get_work ();

  running->snapshot (widget, snapshot);
  running->own += get_work () - start;
  running->drawn = TRUE;
}

static void
time_content (Scene *self, GtkWidget *content)
{
  self->content = GTK_WIDGET_GET_CLASS (content);
  self->size_allocate = self->content->size_allocate;
  self->snapshot = self->content->snapshot;
  running = self;
  self->content->size_allocate = timed_size_allocate;
  self->content->snapshot = timed_snapshot;
}

static void
leave_content (Scene *self)
{
  self->content->size_allocate = self->size_allocate;
  self->content->snapshot = self->snapshot;
  running = NULL;
}

/* --- Frames --- */

static void
append (GArray *values, gint64 microseconds)
{
  double milliseconds = (double) microseconds / 1000;

  g_array_append_val (values, milliseconds);
}

static void
on_before_paint (GdkFrameClock *clock, Scene *self)
{
  self->own = 0;
  self->drawn = FALSE;
  self->time_start = g_get_monotonic_time ();
  self->work_start = get_work ();
}

static void
on_after_paint (GdkFrameClock *clock, Scene *self)
{
  if (self->n_left == 0 || self->n_seen++ < N_FIRST)
    return;
  /* Content that does not draw what it scrolls to is nothing to compare with. */
  if (!self->drawn)
    g_error ("%s was scrolled and not drawn", G_OBJECT_CLASS_NAME (self->content));
  append (self->frames->work, get_work () - self->work_start);
  append (self->frames->times, g_get_monotonic_time () - self->time_start);
  append (self->frames->own, self->own);
  self->n_left--;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer scene)
{
  Scene *self = scene;
  double most =
      gtk_adjustment_get_upper (self->vertical) - gtk_adjustment_get_page_size (self->vertical);
  double value = gtk_adjustment_get_value (self->vertical) + SPEED;

  gtk_adjustment_set_value (self->vertical, value < most ? value : 0);
  return G_SOURCE_CONTINUE;
}

static void
open_window (Scene *self, GtkWidget *content, int width, int height)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkScrolledWindow *scrolling = GTK_SCROLLED_WINDOW (scrolled);

  gtk_scrolled_window_set_child (scrolling, content);
  self->vertical = gtk_scrolled_window_get_vadjustment (scrolling);
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_set_child (GTK_WINDOW (self->window), scrolled);
  gtk_window_present (GTK_WINDOW (self->window));
  while (!gtk_widget_get_mapped (self->window) || gtk_widget_get_width (content) == 0)
    g_main_context_iteration (NULL, TRUE);
  if (gtk_widget_get_width (self->window) != width
      || gtk_widget_get_height (self->window) != height)
    g_error ("The window is not %d × %d", width, height);
}

static void
close_window (Scene *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
bench_frames_add (BenchFrames *self, GtkWidget *content, int width, int height, guint n)
{
  Scene scene = { .frames = self, .n_left = n };
  GdkFrameClock *clock;

  time_content (&scene, content);
  open_window (&scene, content, width, height);
  clock = gtk_widget_get_frame_clock (scene.window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &scene);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &scene);
  gtk_widget_add_tick_callback (scene.window, on_tick, &scene, NULL);
  while (scene.n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, &scene);
  close_window (&scene);
  leave_content (&scene);
}

/* --- Figures --- */

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

double
bench_frames_percentile (GArray *values, double part)
{
  guint index = (guint) (part * (values->len - 1) + 0.5);

  g_array_sort (values, compare);
  return g_array_index (values, double, index);
}
