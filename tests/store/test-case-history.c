/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What finished cases took.
 */

#include "config.h"

#include "dd-case-history.h"

#include "case-fixture.h"

#define CELLS TASK ("a", "1d", "") TASK ("b", "1d", "")

/* Closes a case whose first activity took @hours on 1 December; @days after it. */
static char *
add_closed (DdConnection *connection, DdRecord *customer, int hours, int days)
{
  char *id = case_fixture_open (connection, customer, CELLS, "2026-12-01", "2026-12-01");
  g_autoptr (DdRecord) activity = case_fixture_load_activity (connection, id, "a");
  g_autoptr (DdRecord) record = case_fixture_load (connection, id);
  gint64 start = case_fixture_at ("2026-12-01 09:00");

  dd_record_set_integer (activity, "state", DD_STATE_DONE);
  dd_record_set_integer (activity, "started_at", start);
  dd_record_set_integer (activity, "finished_at", start + hours * 3600);
  case_fixture_save (connection, activity, start);
  dd_record_set_integer (record, "state", DD_CASE_CLOSED);
  dd_record_set_integer (record, "closed_at", start + days * 86400);
  case_fixture_save (connection, record, start);
  return id;
}

static void
test_load (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autofree char *oldest = add_closed (connection, customer, 1, 1);
  g_autofree char *newest = add_closed (connection, customer, 2, 9);
  g_autofree char *middle = add_closed (connection, customer, 3, 5);
  g_autofree char *broken = add_closed (connection, customer, 4, 7);
  g_autofree char *open =
      case_fixture_open (connection, customer, CELLS, "2026-12-01", "2026-12-01");
  g_autoptr (DdNetwork) network = fixture_network (CELLS);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdHistory) history = NULL;

  case_fixture_set_text (connection, broken, "calendar", "no calendar", "2026-12-01");
  history = dd_case_history_load (connection, network, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dd_history_get_size (history), ==, 2);
  g_assert_cmpint (dd_history_get_minutes (history, 0, 0), ==, 120);
  g_assert_cmpint (dd_history_get_minutes (history, 1, 0), ==, 180);
  g_assert_cmpint (dd_history_get_minutes (history, 0, 1), ==, -1);
}

/* Another service's cases say nothing. */
static void
test_other_service (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autofree char *id = add_closed (connection, customer, 1, 1);
  g_autoptr (DdNetwork) network = fixture_shipped_network ("messenger");
  g_autoptr (GError) error = NULL;
  g_autoptr (DdHistory) history = dd_case_history_load (connection, network, 100, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (dd_history_get_size (history), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/case-history/load", test_load);
  store_test_add ("/case-history/other-service", test_other_service);
  return g_test_run ();
}
