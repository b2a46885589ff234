/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Two processes that edit one row at once: every edit counts, and no lock reaches anybody.
 */

#include "config.h"

#include "counting.h"

#define N_PROCESSES 2
#define N_TIMES     150

static const char *program;

static void
test_count (StoreTest *test, gconstpointer data)
{
  DdConnection *connection = record_fixture_open (test);
  g_autoptr (DdConnection) after = NULL;

  dd_connection_close (connection);
  counting_prepare (test->path);
  g_assert_cmpuint (counting_spawn (program, test->path, N_PROCESSES, N_TIMES, 0), ==,
                    N_PROCESSES * N_TIMES);
  g_assert_cmpuint (counting_get (test->path), ==, N_PROCESSES * N_TIMES);
  after = store_test_open (test);
  g_assert_cmpint (
      store_test_get_int64 (after, "SELECT count (*) FROM journal_actions WHERE label = 'Counted'"),
      ==, N_PROCESSES * N_TIMES);
}

int
main (int argc, char *argv[])
{
  int status;

  if (counting_main (argc, argv, &status))
    return status;
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/journal-processes/count", test_count);
  return g_test_run ();
}
