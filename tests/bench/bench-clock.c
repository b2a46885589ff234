/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-clock.h"

#include <math.h>
#include <stdlib.h>

double
bench_best_milliseconds (BenchWork work, gpointer data, guint tries)
{
  double best = INFINITY;

  for (guint i = 0; i < tries; i++)
    {
      gint64 start = g_get_monotonic_time ();
      work (data);
      best = MIN (best, (g_get_monotonic_time () - start) / 1000.0);
    }
  return best;
}

void
bench_stop_on_error (const GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s: %s\n", g_get_prgname (), error->message);
  exit (EXIT_FAILURE);
}
