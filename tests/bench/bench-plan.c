/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * How long reading, ordering and planning take as networks grow, what a whole portfolio takes, and,
 * where TaskJuggler is installed, what that takes for the same network.
 */
#include "config.h"

#include "bench-clock.h"
#include "bench-network.h"
#include "dd-bundle.h"
#include "plan/dd-plan.h"
#include "service/dd-service-parser.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define SEED  1
#define TRIES 7
#define CASES 10000

/* --- One network --- */

typedef struct
{
  char *xml;            /* (owned) */
  DdService *service;   /* (owned) */
  DdNetwork *network;   /* (owned) */
  DdCalendar *vendor;   /* (owned) */
  DdCalendar *customer; /* (owned) (nullable) */
} Bench;

static DdService *
parse (const char *xml)
{
  g_autoptr (GError) error = NULL;
  DdService *service = dd_service_parse (xml, -1, "bench", &error);

  bench_stop_on_error (error);
  return service;
}

static DdPlanRequest
make_request (Bench *self)
{
  g_autoptr (GError) error = NULL;
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;

  request.vendor = self->vendor;
  request.customer = self->customer;
  request.start = dd_calendar_parse_instant (self->vendor, "2026-12-01", FALSE, &error);
  bench_stop_on_error (error);
  return request;
}

static void
bench_init (Bench *self, char *xml)
{
  g_autoptr (GError) error = NULL;

  *self = (Bench){ .xml = xml };
  self->service = parse (xml);
  self->network = dd_network_new (self->service);
  self->vendor = dd_calendar_new_default ("Europe/Berlin", &error);
  bench_stop_on_error (error);
}

static void
bench_clear (Bench *self)
{
  g_free (self->xml);
  dd_network_unref (self->network);
  dd_service_unref (self->service);
  dd_calendar_unref (self->vendor);
  g_clear_pointer (&self->customer, dd_calendar_unref);
}

static void
work_parse (gpointer data)
{
  Bench *self = data;
  g_autoptr (DdService) service = parse (self->xml);
}

static void
work_order (gpointer data)
{
  Bench *self = data;
  g_autoptr (DdNetwork) network = dd_network_new (self->service);
}

static void
work_plan (gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;
  DdPlanRequest request = make_request (self);
  g_autoptr (DdPlan) plan = dd_plan_new (self->network, &request, &error);

  bench_stop_on_error (error);
}

static double
print_size (guint n, double first_per_activity)
{
  Bench bench;
  double parsed, ordered, planned;

  bench_init (&bench, bench_network_to_xml (n, SEED));
  parsed = bench_best_milliseconds (work_parse, &bench, TRIES);
  ordered = bench_best_milliseconds (work_order, &bench, TRIES);
  planned = bench_best_milliseconds (work_plan, &bench, TRIES);
  bench_clear (&bench);
  if (first_per_activity == 0)
    first_per_activity = planned / n;
  g_print ("%10u %12.2f %12.2f %18.2f %10.2f %8.2f\n", n, parsed, ordered, planned,
           planned / n * 1000, planned / n / first_per_activity);
  return first_per_activity;
}

static void
print_sizes (void)
{
  const guint sizes[] = { 1000, 5000, 20000, 100000 };
  double first = 0;

  g_print ("%10s %12s %12s %18s %10s %8s\n", "activities", "read, ms", "order, ms",
           "both passes, ms", "us each", "growth");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    first = print_size (sizes[i], first);
}

/* --- A portfolio, with a service that ships --- */

static void
bench_init_shipped (Bench *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dd_bundle_read (path, &error);

  bench_stop_on_error (error);
  bench_init (self, g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
  self->customer = dd_calendar_new_default ("America/New_York", &error);
  bench_stop_on_error (error);
}

/* The first activities done, one running, now in the middle of it. */
static void
work_portfolio (gpointer data)
{
  Bench *self = data;
  DdPlanRequest request = make_request (self);
  guint size = dd_network_get_size (self->network);
  g_autofree DdProgress *progress = g_new (DdProgress, size);
  g_autoptr (DdCalendar) both = dd_calendar_intersect (self->vendor, self->customer, NULL);
  gint64 day = 86400;

  for (guint i = 0; i < size; i++)
    progress[i] = DD_PROGRESS_NONE;
  request.progress = progress;
  request.both = both;
  for (guint i = 0; i < CASES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdPlan) plan = NULL;
      gint64 start = request.start + i % 365 * day;
      progress[1].state = DD_STATE_RUNNING;
      progress[1].actual_start = start;
      request.now = start + day;
      request.deadline = start + 60 * day;
      plan = dd_plan_new (self->network, &request, &error);
      bench_stop_on_error (error);
    }
}

static void
print_shipped (void)
{
  Bench bench;
  guint size;

  bench_init_shipped (&bench, "services/messenger.xml");
  size = dd_network_get_size (bench.network);
  g_print ("\n%-52s %10.2f ms\n", "Messenger, 10,000 cases planned again on one thread",
           bench_best_milliseconds (work_portfolio, &bench, 3));
  g_print ("%-52s %10u\n", "  which is so many activities", CASES * size);
  bench_clear (&bench);
}

/* --- TaskJuggler --- */

/* A folder with a project file in it. */
typedef struct
{
  char *folder; /* (owned) */
  char *file;   /* (owned) */
} Project;

static void
project_init (Project *self, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = bench_network_to_tjp (n, SEED);

  self->folder = g_dir_make_tmp ("drydock-bench-XXXXXX", &error);
  bench_stop_on_error (error);
  self->file = g_build_filename (self->folder, "bench.tjp", NULL);
  g_file_set_contents (self->file, text, -1, &error);
  bench_stop_on_error (error);
}

static void
project_clear (Project *self)
{
  g_unlink (self->file);
  g_rmdir (self->folder);
  g_free (self->file);
  g_free (self->folder);
}

static void
work_taskjuggler (gpointer data)
{
  Project *self = data;
  const char *argv[] = { "tj3", "--silent", "--no-reports", self->file, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  int status = 0;

  g_spawn_sync (self->folder, (char **) argv, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &message,
                &status, &error);
  bench_stop_on_error (error);
  if (g_spawn_check_wait_status (status, &error))
    return;
  g_printerr ("%s", message);
  bench_stop_on_error (error);
}

static void
work_all (gpointer data)
{
  Bench *self = data;
  g_autoptr (DdService) service = parse (self->xml);
  g_autoptr (DdNetwork) network = dd_network_new (service);
  g_autoptr (GError) error = NULL;
  DdPlanRequest request = make_request (self);
  g_autoptr (DdPlan) plan = dd_plan_new (network, &request, &error);

  bench_stop_on_error (error);
}

/* Reading and scheduling, both with their programs' start left in for the peer: it is milliseconds
 * of seconds. */
static void
print_peer (guint n)
{
  g_autofree char *program = g_find_program_in_path ("tj3");
  Project project;
  Bench bench;
  double ours, theirs;

  if (program == NULL)
    {
      g_print ("\nTaskJuggler (tj3) is not installed: nothing to compare with.\n");
      return;
    }
  bench_init (&bench, bench_network_to_xml (n, SEED));
  project_init (&project, n);
  ours = bench_best_milliseconds (work_all, &bench, TRIES);
  theirs = bench_best_milliseconds (work_taskjuggler, &project, 1);
  g_print ("\n%u activities, read and scheduled: TaskJuggler %.0f ms, Drydock %.1f ms: 1 to %.0f\n",
           n, theirs, ours, theirs / ours);
  project_clear (&project);
  bench_clear (&bench);
}

int
main (int argc, char *argv[])
{
  guint64 peer_size = 1000;

  if (argc > 1 && !g_ascii_string_to_unsigned (argv[1], 10, 1, 100000, &peer_size, NULL))
    {
      g_printerr ("Usage: bench-plan [ACTIVITIES THAT TASKJUGGLER PLANS TOO]\n");
      return 2;
    }
  print_sizes ();
  print_shipped ();
  print_peer (peer_size);
  return EXIT_SUCCESS;
}
