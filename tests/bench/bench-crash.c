/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Kills the program 500 times in the middle of its edits; the same as the test "crash" does.
 */

#include "config.h"

#include "crash-harness.h"

#include <stdio.h>

int
main (int argc, char *argv[])
{
  guint32 seed = g_random_int ();
  gint64 begin = g_get_monotonic_time ();
  CrashHarnessResult result;

  if (crash_harness_run_child (argc, argv))
    return 1;
  printf ("crash: seed %u\n", seed);
  fflush (stdout);
  result = crash_harness_run (500, seed);
  printf ("crash: %u kills, %u actions acknowledged, %u kept, none lost or half, %.1f s\n",
          result.kills, result.acknowledged, result.kept,
          (double) (g_get_monotonic_time () - begin) / 1e6);
  return 0;
}
