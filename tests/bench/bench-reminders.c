/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reminders of 300 and 10,000 open cases: an edit must cost its own case alone and a round in which
 * nothing is due a few searches, whatever their number.
 */

#include "config.h"

#include "case-fixture.h"
#include "dd-reminder-desk.h"
#include "dd-reminder-schedule.h"

#include <stdlib.h>

#define OPENED   "2026-12-01 08:00"
#define N_SINGLE 300

static gint64 began;

static void
begin (void)
{
  began = g_get_monotonic_time ();
}

/* Prints what @n of @what took since begin(). */
static void
report (const char *what, guint n)
{
  double ms = (double) (g_get_monotonic_time () - began) / 1000;

  g_print ("  %-44s %10.1f ms %10.4f ms each\n", what, ms, ms / n);
}

static void
stop_on (const GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("bench-reminders: %s\n", error->message);
  exit (1);
}

static gboolean
schedule_case (DdConnection *connection, gpointer case_id, GError **error)
{
  return dd_reminder_schedule_case (connection, case_id, case_fixture_at (OPENED), error);
}

static DdReminderRound *
take_round (DdReminderDesk *desk, DdConnection *connection, const char *now)
{
  g_autoptr (GError) error = NULL;
  DdReminderRound *round =
      dd_reminder_desk_take_round (desk, connection, case_fixture_at (now), &error);

  stop_on (error);
  return round;
}

/* A customer has four. */
static void
open_cases (DdConnection *connection, GPtrArray *ids, guint n)
{
  g_autoptr (DdRecord) customer = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (i % 4 == 0)
        {
          g_autofree char *name = g_strdup_printf ("Customer %u", i);

          g_clear_object (&customer);
          customer = case_fixture_add_customer (connection, name, NULL);
        }
      g_ptr_array_add (ids, case_fixture_open (connection, customer, "cx-process", "2026-12-07",
                                               OPENED));
    }
}

static void
measure_edits (DdConnection *connection, GPtrArray *ids)
{
  g_autoptr (GError) error = NULL;

  begin ();
  for (guint i = 0; i < N_SINGLE; i++)
    if (!dd_connection_transaction (connection, schedule_case, ids->pdata[i], "Measuring", &error))
      stop_on (error);
  report ("the schedule of one case anew", N_SINGLE);
  begin ();
  for (guint i = 0; i < N_SINGLE; i++)
    case_fixture_set_text (connection, ids->pdata[i], "deadline", "2027-01-29", OPENED);
  report ("an action with plan, schedule and journal", N_SINGLE);
}

static void
measure_rounds (DdConnection *connection, guint n)
{
  g_autoptr (DdReminderDesk) desk = dd_reminder_desk_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DdReminderRound) all = NULL;

  /* The first rounds catch up: the machine's time zone is news. */
  for (guint i = 0; i <= n / DD_REMINDER_SCHEDULE_STEP; i++)
    dd_reminder_round_free (take_round (desk, connection, OPENED));
  begin ();
  for (guint i = 0; i < N_SINGLE; i++)
    dd_reminder_round_free (take_round (desk, connection, OPENED));
  report ("a round in which nothing is due", N_SINGLE);
  begin ();
  all = take_round (desk, connection, "2027-03-01 10:00");
  report ("a round after months off", all->gathered->len);
  begin ();
  dd_reminder_desk_confirm (desk, connection, &error);
  stop_on (error);
  report ("  and its confirmation", all->gathered->len);
}

static void
measure (StoreTest *test, guint n)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_print ("%u cases\n", n);
  store_test_exec (connection, "PRAGMA synchronous = OFF");
  open_cases (connection, ids, n);
  store_test_exec (connection, "INSERT OR IGNORE INTO reminder_changes SELECT id FROM cases");
  begin ();
  dd_reminder_schedule_update (connection, case_fixture_at (OPENED), &error);
  stop_on (error);
  report ("the schedule of all cases anew", n);
  measure_edits (connection, ids);
  measure_rounds (connection, n);
}

int
main (void)
{
  static const guint sizes[] = { 300, 10000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      StoreTest test = { NULL };

      store_test_set_up (&test, NULL);
      measure (&test, sizes[i]);
      store_test_tear_down (&test, NULL);
    }
  return 0;
}
