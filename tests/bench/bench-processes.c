/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Two processes that edit one row at once for ten seconds: how many edits came through, and that
 * none was lost.
 */

#include "config.h"

#include "counting.h"

#define N_PROCESSES 2
#define SECONDS     10

int
main (int argc, char *argv[])
{
  StoreTest test;
  guint counted;
  int status;

  if (counting_main (argc, argv, &status))
    return status;
  store_test_set_up (&test, NULL);
  dd_connection_close (record_fixture_open (&test));
  counting_prepare (test.path);
  counted = counting_spawn (argv[0], test.path, N_PROCESSES, G_MAXINT, SECONDS);
  g_assert_cmpuint (counting_get (test.path), ==, counted);
  g_print ("%d processes, %d s: %u edits of one row, none lost\n", N_PROCESSES, SECONDS, counted);
  store_test_tear_down (&test, NULL);
  return 0;
}
