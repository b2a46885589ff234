/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdSideJob: begun later, or at once for whoever waits, or not at all.
 */

#include "config.h"

#include "dd-side-job.h"

/* Longer than a test may last: such a job begins when it is told to. */
#define NEVER_MS 3600000

/* What became of a job. */
typedef struct
{
  int begun; /* atomic */
  int cancelled;
} Course;

static void
note (gpointer data, GCancellable *cancellable)
{
  Course *course = data;

  g_atomic_int_inc (&course->begun);
}

static void
work_until_cancelled (gpointer data, GCancellable *cancellable)
{
  Course *course = data;

  g_atomic_int_inc (&course->begun);
  while (!g_cancellable_is_cancelled (cancellable))
    g_thread_yield ();
  g_atomic_int_inc (&course->cancelled);
}

/* Whoever waits for it need not wait for its pause. */
static void
test_finish (void)
{
  Course course = { 0 };

  dd_side_job_finish (dd_side_job_new ("test", NEVER_MS, note, &course));
  g_assert_cmpint (course.begun, ==, 1);
}

static void
test_begins_by_itself (void)
{
  Course course = { 0 };
  DdSideJob *job = dd_side_job_new ("test", 1, note, &course);

  while (g_atomic_int_get (&course.begun) == 0)
    g_thread_yield ();
  dd_side_job_finish (job);
  g_assert_cmpint (course.begun, ==, 1);
}

/* Dropped in its pause it never begins. */
static void
test_drop_before (void)
{
  Course course = { 0 };

  dd_side_job_drop (dd_side_job_new ("test", NEVER_MS, note, &course));
  g_assert_cmpint (course.begun, ==, 0);
}

/* Dropped later it is told to stop, and is over when that returns. */
static void
test_drop_meanwhile (void)
{
  Course course = { 0 };
  DdSideJob *job = dd_side_job_new ("test", 0, work_until_cancelled, &course);

  while (g_atomic_int_get (&course.begun) == 0)
    g_thread_yield ();
  dd_side_job_drop (job);
  g_assert_cmpint (course.cancelled, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/side-job/finish", test_finish);
  g_test_add_func ("/side-job/begins-by-itself", test_begins_by_itself);
  g_test_add_func ("/side-job/drop-before", test_drop_before);
  g_test_add_func ("/side-job/drop-meanwhile", test_drop_meanwhile);
  return g_test_run ();
}
