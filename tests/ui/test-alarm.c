/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-test.h"

#include "dd-alarm.h"

#include <errno.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* The machine's clock is not a test's to set: the kernel is asked through this function, which says
 * what the kernel says of a timer when the clock was set. */
static gboolean clock_was_set;

ssize_t
read (int fd, void *buffer, size_t size)
{
  struct itimerspec left;

  if (clock_was_set && timerfd_gettime (fd, &left) == 0)
    {
      clock_was_set = FALSE;
      errno = ECANCELED;
      return -1;
    }
  return syscall (SYS_read, fd, buffer, size);
}

typedef struct
{
  guint rings;
  gboolean was_set;
} Heard;

static void
on_ring (gboolean was_set, gpointer user_data)
{
  Heard *heard = user_data;

  heard->rings++;
  heard->was_set = was_set;
}

static gint64
real_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
run_what_is_ready (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_rings_at_the_instant (void)
{
  Heard heard = { 0 };
  g_autoptr (DdAlarm) alarm = dd_alarm_new (on_ring, &heard);
  gint64 at = real_now () + 1;

  dd_alarm_set (alarm, at);
  ui_test_wait (heard.rings > 0);
  g_assert_cmpint (real_now (), >=, at);
  g_assert_false (heard.was_set);
  run_what_is_ready ();
  g_assert_cmpuint (heard.rings, ==, 1);
}

static void
test_what_has_passed_rings_at_once (void)
{
  static const gint64 passed[] = { G_MININT64 + 1, -1, 0, 1, 1796119200 - 86400 * 3650 };

  for (guint i = 0; i < G_N_ELEMENTS (passed); i++)
    {
      Heard heard = { 0 };
      g_autoptr (DdAlarm) alarm = dd_alarm_new (on_ring, &heard);

      dd_alarm_set (alarm, passed[i]);
      ui_test_wait (heard.rings > 0);
      g_assert_cmpuint (heard.rings, ==, 1);
    }
}

static void
test_the_last_setting_counts (void)
{
  Heard heard = { 0 };
  g_autoptr (DdAlarm) alarm = dd_alarm_new (on_ring, &heard);

  dd_alarm_set (alarm, 1);
  dd_alarm_set (alarm, real_now () + 3600);
  run_what_is_ready ();
  g_assert_cmpuint (heard.rings, ==, 0);
  dd_alarm_set (alarm, G_MAXINT64);
  run_what_is_ready ();
  g_assert_cmpuint (heard.rings, ==, 0);
  dd_alarm_set (alarm, DD_INSTANT_NONE);
  run_what_is_ready ();
  g_assert_cmpuint (heard.rings, ==, 0);
}

static void
test_tells_that_the_clock_was_set (void)
{
  Heard heard = { 0 };
  g_autoptr (DdAlarm) alarm = dd_alarm_new (on_ring, &heard);

  clock_was_set = TRUE;
  dd_alarm_set (alarm, 1);
  ui_test_wait (heard.rings > 0);
  g_assert_true (heard.was_set);
  g_assert_false (clock_was_set);
  /* It was only told: the instant still comes. */
  heard.rings = 0;
  dd_alarm_set (alarm, 1);
  ui_test_wait (heard.rings > 0);
  g_assert_false (heard.was_set);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alarm/rings-at-the-instant", test_rings_at_the_instant);
  g_test_add_func ("/alarm/what-has-passed-rings-at-once", test_what_has_passed_rings_at_once);
  g_test_add_func ("/alarm/the-last-setting-counts", test_the_last_setting_counts);
  g_test_add_func ("/alarm/tells-that-the-clock-was-set", test_tells_that_the_clock_was_set);
  return g_test_run ();
}
