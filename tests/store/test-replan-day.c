/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * When a day begins all open cases are planned anew: once, in steps, by whoever comes first.
 */

#include "config.h"

#include "dd-replan-day.h"

#include "case-fixture.h"
#include "dd-connection-private.h"

#define CELLS TASK ("work", "1d", "")

/* Enough for two steps and a bit. */
#define N_CASES (2 * DD_REPLAN_DAY_STEP + 10)

static const char *const opened = "2026-12-01 08:00";

/* Opens @n cases that should have started on 1 December. */
static DdConnection *
open_with_cases (StoreTest *test, guint n)
{
  DdConnection *connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);

  for (guint i = 0; i < n; i++)
    g_free (case_fixture_open (connection, customer, CELLS, "2026-12-01", opened));
  return connection;
}

static DdReplanDay *
begin (const char *now)
{
  return dd_replan_day_new (case_fixture_at (now));
}

static gboolean
step (DdReplanDay *day, DdConnection *connection)
{
  g_autoptr (GError) error = NULL;
  gboolean more = FALSE;

  dd_replan_day_step (day, connection, &more, &error);
  g_assert_no_error (error);
  return more;
}

/* Returns: how many cases are planned to start at @start */
static gint64
count (DdConnection *connection, const char *start)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*) FROM cases WHERE planned_start = %" G_GINT64_FORMAT,
                       case_fixture_at (start));

  return store_test_get_int64 (connection, sql);
}

static void
run (DdConnection *connection, const char *now)
{
  g_autoptr (GError) error = NULL;

  dd_replan_day_run (connection, case_fixture_at (now), NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_once (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_with_cases (test, 3);

  run (connection, "2026-12-02 10:00");
  g_assert_cmpint (count (connection, "2026-12-02 10:00"), ==, 3);
  run (connection, "2026-12-02 12:00");
  g_assert_cmpint (count (connection, "2026-12-02 10:00"), ==, 3);
  run (connection, "2026-12-03 12:00");
  g_assert_cmpint (count (connection, "2026-12-03 12:00"), ==, 3);
}

static void
test_steps (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_with_cases (test, N_CASES);
  g_autoptr (DdReplanDay) day = begin ("2026-12-02 10:00");

  g_assert_cmpuint (dd_replan_day_get_total (day), ==, 0);
  g_assert_true (step (day, connection));
  g_assert_cmpint (count (connection, "2026-12-02 10:00"), ==, DD_REPLAN_DAY_STEP);
  g_assert_cmpuint (dd_replan_day_get_done (day), ==, DD_REPLAN_DAY_STEP);
  g_assert_cmpuint (dd_replan_day_get_total (day), ==, N_CASES);
  g_assert_true (step (day, connection));
  g_assert_false (step (day, connection));
  g_assert_cmpint (count (connection, "2026-12-02 10:00"), ==, N_CASES);
  g_assert_cmpuint (dd_replan_day_get_done (day), ==, N_CASES);
  g_assert_false (step (day, connection));
}

/* A second process goes on where the first is, also when that has stopped. */
static void
test_shared (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_with_cases (test, N_CASES);
  g_autoptr (DdReplanDay) first = begin ("2026-12-02 10:00");
  g_autoptr (DdReplanDay) second = begin ("2026-12-02 11:00");

  g_assert_true (step (first, connection));
  g_assert_true (step (second, connection));
  g_assert_false (step (first, connection));
  g_assert_false (step (second, connection));
  g_assert_cmpint (count (connection, "2026-12-02 10:00"), ==, N_CASES - DD_REPLAN_DAY_STEP);
  g_assert_cmpint (count (connection, "2026-12-02 11:00"), ==, DD_REPLAN_DAY_STEP);
}

/* Midnight passes while one is at it: the other's day counts. */
static void
test_overtaken (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_with_cases (test, N_CASES);
  g_autoptr (DdReplanDay) first = begin ("2026-12-02 23:59");
  g_autoptr (DdReplanDay) second = begin ("2026-12-03 00:01");

  g_assert_true (step (first, connection));
  g_assert_true (step (second, connection));
  g_assert_false (step (first, connection));
  g_assert_true (step (second, connection));
  g_assert_false (step (second, connection));
  g_assert_cmpuint (dd_replan_day_get_done (first), ==, DD_REPLAN_DAY_STEP);
  g_assert_cmpint (count (connection, "2026-12-03 09:00"), ==, N_CASES);
}

/* A clock that was wrong once keeps nobody from planning. */
static void
test_wrong_clock (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_with_cases (test, 3);

  run (connection, "2099-12-02 10:00");
  run (connection, "2026-12-02 10:00");
  g_assert_cmpint (count (connection, "2026-12-02 10:00"), ==, 3);
}

/* A day is one of everybody's calendar, or, when that cannot be read, of this machine. */
static void
test_zone (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_with_cases (test, 1);

  case_fixture_set_calendar (connection, "[calendar]\ntimezone=Asia/Tokyo\nwednesday=00:00-24:00\n",
                             case_fixture_at (opened));
  run (connection, "2026-12-01 14:59");
  run (connection, "2026-12-01 15:01");
  g_assert_cmpint (count (connection, "2026-12-01 15:01"), ==, 1);
  store_test_exec (connection, "UPDATE preferences SET value = 'no calendar'");
  run (connection, "2026-12-04 10:00");
  g_assert_cmpint (count (connection, "2026-12-01 15:01"), ==, 1);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT plan_error IS NOT NULL FROM cases"),
                   ==, 1);
}

static void
test_closed (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_with_cases (test, 2);

  store_test_exec (connection, "UPDATE cases SET state = 'cancelled' WHERE rowid = 1");
  run (connection, "2026-12-02 10:00");
  g_assert_cmpint (count (connection, "2026-12-02 10:00"), ==, 1);
  g_assert_cmpint (count (connection, "2026-12-01 09:00"), ==, 1);
}

static void
test_empty (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_with_cases (test, 0);

  run (connection, "2026-12-02 10:00");
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM replanning"), ==, 0);
}

static void
cancel (guint done, guint total, gpointer cancellable)
{
  g_assert_cmpuint (done, ==, DD_REPLAN_DAY_STEP);
  g_assert_cmpuint (total, ==, N_CASES);
  g_cancellable_cancel (cancellable);
}

/* What is done stays done, and the next run does the rest. */
static void
test_cancelled (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_with_cases (test, N_CASES);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  dd_connection_set_cancellable (connection, cancellable);
  g_assert_false (dd_replan_day_run (connection, case_fixture_at ("2026-12-02 10:00"), cancel,
                                     cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dd_connection_set_cancellable (connection, NULL);
  g_assert_cmpint (count (connection, "2026-12-02 10:00"), ==, DD_REPLAN_DAY_STEP);
  run (connection, "2026-12-02 11:00");
  g_assert_cmpint (count (connection, "2026-12-02 11:00"), ==, N_CASES - DD_REPLAN_DAY_STEP);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/replan-day/once", test_once);
  store_test_add ("/replan-day/steps", test_steps);
  store_test_add ("/replan-day/shared", test_shared);
  store_test_add ("/replan-day/overtaken", test_overtaken);
  store_test_add ("/replan-day/wrong-clock", test_wrong_clock);
  store_test_add ("/replan-day/zone", test_zone);
  store_test_add ("/replan-day/closed", test_closed);
  store_test_add ("/replan-day/empty", test_empty);
  store_test_add ("/replan-day/cancelled", test_cancelled);
  return g_test_run ();
}
