/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What scrolling costs: the Timeline and a Gantt chart of 100 and of 10,000 rows, each in turns
 * with a plain program of as many rows in a window of the same size (BenchPlain). Figures are p50,
 * p95, p99; those in brackets are the chart's by the plain program's. Says which of DESIGN's bounds
 * hold. Starts a display of its own when there is none.
 */

#include "config.h"

#include "bench-clock.h"
#include "bench-frames.h"
#include "bench-gantt.h"
#include "bench-plain.h"
#include "dd-sample.h"
#include "dd-ui.h"
#include "record-fixture.h"
#include "timeline/dd-timeline.h"

#include <adwaita.h>
#include <unistd.h>

/* Saturday 21 November 2026, 22:00 UTC */
#define NOW G_GINT64_CONSTANT (1795298400)

#define N_TURNS  3
#define N_FRAMES 120 /* a turn */

#define MOST_OWN   2.0  /* ms, p99 */
#define MOST_FRAME 1.5  /* × the plain program's */
#define MOST_MORE  1.25 /* × the own part at 100 rows, p50: more is not "the same" */

static const guint rows[] = { 100, 10000 };
static const struct
{
  int width, height;
} sizes[] = { { 1280, 800 }, { 1920, 1080 } };
static const double parts[] = { 0.5, 0.95, 0.99 };

/* What is scrolled. */
typedef struct
{
  const char *name;
  DdChart *chart;
  DdChartTooltipFunc describe;
  gpointer data; /* of @describe */
} Content;

/* The own part's p50 of each content at each size of a window, with the fewest rows. */
typedef double Few[G_N_ELEMENTS (sizes)];

/* --- Figures --- */

static void
print_parts (const char *what, GArray *values, GArray *plain)
{
  g_print ("    %-22s", what);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double value = bench_frames_percentile (values, parts[i]);

      g_print ("  %6.2f ms (%5.2f ×)", value, value / bench_frames_percentile (plain, parts[i]));
    }
  g_print ("\n");
}

static const char *
say (gboolean holds)
{
  return holds ? "holds" : "DOES NOT HOLD";
}

/* The whole frame is held to its bound at every percentile: the worst ratio counts. */
static double
find_worst_ratio (const BenchFrames *frames, const BenchFrames *plain)
{
  double worst = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    worst = MAX (worst, bench_frames_percentile (frames->work, parts[i])
                            / bench_frames_percentile (plain->work, parts[i]));
  return worst;
}

static void
judge (const BenchFrames *frames, const BenchFrames *plain, double few)
{
  double own = bench_frames_percentile (frames->own, 0.99);
  double frame = find_worst_ratio (frames, plain);
  double more = bench_frames_percentile (frames->own, 0.5) / few;

  g_print ("    own p99 under %.0f ms: %s; frame at most %.1f ×: %s (%.2f)", MOST_OWN,
           say (own < MOST_OWN), MOST_FRAME, say (frame <= MOST_FRAME), frame);
  if (few > 0)
    g_print ("; own the same as at %u rows: %s (%.2f ×)", rows[0], say (more <= MOST_MORE), more);
  g_print ("\n");
}

/* --- Scrolling --- */

static GtkWidget *
make_view (const Content *content)
{
  GtkWidget *view = dd_chart_view_new ();

  dd_chart_view_set_tooltip_func (DD_CHART_VIEW (view), content->describe, content->data, NULL);
  dd_chart_view_set_chart (DD_CHART_VIEW (view), content->chart);
  return view;
}

/* In turns, so that what else the machine does meets both. @few: see Few; 0 if this is it.
 * Returns: the own part's p50 */
static double
measure (const Content *content, guint n_rows, guint size, double few)
{
  int width = sizes[size].width, height = sizes[size].height;
  BenchFrames frames, plain;
  double own;

  bench_frames_init (&frames);
  bench_frames_init (&plain);
  for (guint i = 0; i < N_TURNS; i++)
    {
      bench_frames_add (&plain, bench_plain_new (n_rows), width, height, N_FRAMES);
      bench_frames_add (&frames, make_view (content), width, height, N_FRAMES);
    }
  g_print ("%s, %u rows, %d × %d\n", content->name, n_rows, width, height);
  print_parts ("frame, work", frames.work, plain.work);
  print_parts ("frame, by the clock", frames.times, plain.times);
  print_parts ("own layout, snapshot", frames.own, plain.own);
  judge (&frames, &plain, few);
  own = bench_frames_percentile (frames.own, 0.5);
  bench_frames_clear (&frames);
  bench_frames_clear (&plain);
  return own;
}

static void
measure_sizes (const Content *content, guint n_rows, Few few)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double own = measure (content, n_rows, i, few[i]);

      if (few[i] == 0)
        few[i] = own;
    }
}

/* --- What is scrolled --- */

static void
measure_gantt (guint n_rows, Few few)
{
  BenchGantt *gantt = bench_gantt_new (n_rows);
  Content content = { "Gantt", gantt->chart, bench_gantt_describe, gantt };

  measure_sizes (&content, n_rows, few);
  bench_gantt_free (gantt);
}

/* The sample's cases, the closed ones too, with their milestones. */
static DdTimeline *
read_timeline (DdConnection *connection, guint n_cases)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", NULL);
  g_autoptr (GHashTable) spans = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *summaries;

  dd_sample_make (connection, n_cases, 1, NOW, NULL, NULL, &error);
  bench_stop_on_error (error);
  summaries = dd_case_summary_load_all (connection, calendar, &error);
  bench_stop_on_error (error);
  spans = dd_case_spans_load (connection, TRUE, &error);
  bench_stop_on_error (error);
  return dd_timeline_new (summaries, spans, TRUE, DD_TIMELINE_BY_PRODUCT, calendar, NOW);
}

static void
on_made (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  dd_timeline_make_finish (result, &error);
  bench_stop_on_error (error);
}

static DdTimeline *
make_timeline (guint n_cases)
{
  StoreTest test = { NULL };
  DdConnection *connection;
  DdTimeline *timeline;

  store_test_set_up (&test, NULL);
  connection = record_fixture_open (&test);
  timeline = read_timeline (connection, n_cases);
  dd_connection_close (connection);
  store_test_tear_down (&test, NULL);
  /* With its milestones read it needs no database. */
  dd_timeline_make_async (timeline, NULL, on_made, NULL);
  while (timeline->chart == NULL)
    g_main_context_iteration (NULL, TRUE);
  return timeline;
}

static void
measure_timeline (guint n_rows, Few few)
{
  g_autoptr (DdTimeline) timeline = make_timeline (n_rows);
  Content content = { "Timeline", timeline->chart, dd_timeline_describe, timeline };

  measure_sizes (&content, n_rows, few);
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
  Few gantt = { 0 }, timeline = { 0 };

  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL
      && g_getenv ("DD_TESTS") != NULL)
    start_display (argv);
  g_set_prgname ("bench-scroll");
  adw_init ();
  dd_ui_init ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    measure_gantt (rows[i], gantt);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    measure_timeline (rows[i], timeline);
  return 0;
}
