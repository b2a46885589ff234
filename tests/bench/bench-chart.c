/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * How long it takes from a service of 20,000 activities to the first frame of its chart. Starts a
 * display of its own when there is none.
 */

#include "config.h"

#include "bench-gantt.h"
#include "dd-ui.h"

#include <adwaita.h>
#include <unistd.h>

#define N_ACTIVITIES 20000

static void
on_after_paint (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static GtkWidget *
open_window (DdChart *chart)
{
  GtkWidget *window = gtk_window_new (), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = dd_chart_view_new ();

  dd_chart_view_set_chart (DD_CHART_VIEW (view), chart);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
measure_first_frame (void)
{
  gint64 start = g_get_monotonic_time ();
  BenchGantt *gantt = bench_gantt_new (N_ACTIVITIES);
  double made = (double) (g_get_monotonic_time () - start) / 1000;
  GtkWidget *window = open_window (gantt->chart);
  gboolean painted = FALSE;

  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint),
                    &painted);
  while (!painted || !gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);
  g_print ("%6d activities: chart made in %.0f ms, shown after %.0f ms\n", N_ACTIVITIES, made,
           (double) (g_get_monotonic_time () - start) / 1000);
  gtk_window_destroy (GTK_WINDOW (window));
  bench_gantt_free (gantt);
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
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL
      && g_getenv ("DD_TESTS") != NULL)
    start_display (argv);
  adw_init ();
  dd_ui_init ();
  measure_first_frame ();
  return 0;
}
