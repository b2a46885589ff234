/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Killed at any instant, the program loses nothing that it said was done, and keeps nothing half.
 */

#include "config.h"

#include "crash-harness.h"
#include "seed.h"

static void
test_kill (void)
{
  CrashHarnessResult result;

  result = crash_harness_run (50, seed_get ());
  g_test_message ("%u kills, %u actions acknowledged, %u kept", result.kills, result.acknowledged,
                  result.kept);
  g_assert_cmpuint (result.kills, ==, 50);
  g_assert_cmpuint (result.acknowledged, >, 50);
}

int
main (int argc, char *argv[])
{
  if (crash_harness_run_child (argc, argv))
    return 1;
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crash/kill", test_kill);
  return g_test_run ();
}
