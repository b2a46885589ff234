/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What making sample cases costs: that the time for one stays the same however many there are, how
 * large the file becomes, and how much memory it takes. With a number, that many and no others.
 */

#include "config.h"

#include "bench-clock.h"
#include "dd-sample.h"
#include "record-fixture.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#define NOW 1795298400

static double
get_megabytes (const char *path)
{
  GStatBuf found = { 0 };

  return g_stat (path, &found) == 0 ? (double) found.st_size / 1e6 : 0;
}

static double
get_peak_megabytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1e3;
}

static void
measure (guint n_cases)
{
  StoreTest test = { NULL };
  DdConnection *connection;
  g_autoptr (GError) error = NULL;
  gint64 begin, changes;
  double seconds;

  store_test_set_up (&test, NULL);
  connection = record_fixture_open (&test);
  begin = g_get_monotonic_time ();
  dd_sample_make (connection, n_cases, 1, NOW, NULL, NULL, &error);
  bench_stop_on_error (error);
  seconds = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  changes = store_test_get_int64 (connection, "SELECT count (*) FROM journal_changes");
  dd_connection_close (connection);
  printf ("sample: %u cases %.2f s, %.2f ms each; %d changes; file %.0f MB, peak %.0f MB\n",
          n_cases, seconds, seconds * 1000 / n_cases, (int) changes, get_megabytes (test.path),
          get_peak_megabytes ());
  store_test_tear_down (&test, NULL);
}

int
main (int argc, char *argv[])
{
  static const guint numbers[] = { 100, 1000, 10000 };

  if (argc > 1)
    measure ((guint) strtoul (argv[1], NULL, 10));
  else
    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
      measure (numbers[i]);
  return EXIT_SUCCESS;
}
