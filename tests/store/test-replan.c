/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The dates of cases and activities are kept up to date: what they are, and what changes them.
 */

#include "config.h"

#include "dd-replan.h"

#include "case-fixture.h"
#include "dd-preferences.h"
#include "dd-undo.h"

/* 1 December 2026 is a Tuesday. */
#define CELLS                                                                                      \
  TASK ("respond", "1d", "owner='manager'")                                                        \
  TASK ("prepare", "1d", BOTH)                                                                     \
  GATE ("gate", CUSTOMER) TASK ("upgrade", "1d..2d", "") WINDOW ("support", "1w", "")

typedef struct
{
  DdConnection *connection;
  DdRecord *customer;
  char *id;
} Fixture;

static void
set_up (Fixture *self, StoreTest *test)
{
  self->connection = record_fixture_open (test);
  self->customer = case_fixture_add_customer (self->connection, "Acme", NULL);
  self->id =
      case_fixture_open (self->connection, self->customer, CELLS, "2026-12-01", "2026-11-20 12:00");
}

static void
tear_down (Fixture *self)
{
  g_free (self->id);
  g_object_unref (self->customer);
  dd_connection_close (self->connection);
}

static void
check (Fixture *self, const char *expected_case, const char *expected_early)
{
  g_autofree char *of_case = case_fixture_describe_case (self->connection, self->id);
  g_autofree char *early = case_fixture_describe (self->connection, self->id, FALSE);

  g_assert_cmpstr (of_case, ==, expected_case);
  g_assert_cmpstr (early, ==, expected_early);
}

#define EARLY                                                                                      \
  "respond* 1 09:00-1 17:00, prepare* 2 09:00-2 17:00, gate* 2 17:00, upgrade* 3 09:00-3 17:00, "  \
  "support 4 09:00-10 17:00"

static void
test_opened (StoreTest *test, gconstpointer data)
{
  Fixture self;

  set_up (&self, test);
  check (&self, "1 09:00-3 17:00, latest -, next respond by 1 17:00", EARLY);
  tear_down (&self);
}

/* The deadline's day counts to its end; late dates lead up to it. */
static void
test_deadline (StoreTest *test, gconstpointer data)
{
  g_autofree char *late = NULL;
  Fixture self;

  set_up (&self, test);
  case_fixture_set_text (self.connection, self.id, "deadline", "2026-12-04", "2026-11-20 12:00");
  check (&self, "1 09:00-3 17:00, latest 2 09:00, next respond by 2 17:00",
         "respond 1 09:00-1 17:00, prepare 2 09:00-2 17:00, gate 2 17:00, upgrade 3 09:00-3 "
         "17:00, support 4 09:00-10 17:00");
  late = case_fixture_describe (self.connection, self.id, TRUE);
  g_assert_cmpstr (late, ==,
                   "respond 2 09:00-2 17:00, prepare 3 09:00-3 17:00, gate 3 17:00, upgrade 4 "
                   "09:00-4 17:00, support 7 09:00-11 17:00");
  case_fixture_set_text (self.connection, self.id, "deadline", "2026-12-02", "2026-11-20 12:00");
  check (&self, "1 09:00-3 17:00, latest 30 09:00, next respond by 30 17:00, at risk", EARLY);
  tear_down (&self);
}

static void
set_state (Fixture *self, const char *id, int state, const char *instant_field, const char *now)
{
  g_autoptr (DdRecord) activity = case_fixture_load_activity (self->connection, self->id, id);

  dd_record_set_integer (activity, "state", state);
  dd_record_set_integer (activity, instant_field, case_fixture_at (now));
  case_fixture_save (self->connection, activity, case_fixture_at (now));
}

/* Started late, done early; what has not begun does not lie before now. */
static void
test_progress (StoreTest *test, gconstpointer data)
{
  Fixture self;

  set_up (&self, test);
  set_state (&self, "respond", DD_STATE_RUNNING, "started_at", "2026-12-02 09:00");
  check (&self, "2 09:00-4 17:00, latest -, next respond by 2 17:00",
         "respond* 2 09:00-2 17:00, prepare* 3 09:00-3 17:00, gate* 3 17:00, upgrade* 4 09:00-4 "
         "17:00, support 7 09:00-11 17:00");
  set_state (&self, "respond", DD_STATE_DONE, "finished_at", "2026-12-02 13:00");
  check (&self, "2 09:00-4 13:00, latest -, next prepare by 3 13:00",
         "respond 2 09:00-2 13:00, prepare* 2 13:00-3 13:00, gate* 3 13:00, upgrade* 3 13:00-4 "
         "13:00, support 4 13:00-11 13:00");
  tear_down (&self);
}

/* A wait of the whole case holds up everything, and so does the basis. */
static void
test_wait (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdRecord) wait = dd_record_new (&dd_case_wait_entity, NULL);
  Fixture self;

  set_up (&self, test);
  dd_record_set_text (wait, "case_id", self.id);
  dd_record_set_text (wait, "reason", "access");
  dd_record_set_integer (wait, "started_at", case_fixture_at ("2026-12-01 09:00"));
  case_fixture_save (self.connection, wait, case_fixture_at ("2026-12-02 13:00"));
  check (&self, "2 13:00-7 13:00, latest -, next respond by 3 13:00",
         "respond* 2 13:00-3 13:00, prepare* 3 13:00-4 13:00, gate* 4 13:00, upgrade* 4 13:00-7 "
         "13:00, support 7 13:00-14 13:00");
  tear_down (&self);
}

static void
test_basis (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdRecord) record = NULL;
  Fixture self;

  set_up (&self, test);
  record = case_fixture_load (self.connection, self.id);
  dd_record_set_integer (record, "basis", DD_BASIS_CAUTIOUS);
  case_fixture_save (self.connection, record, case_fixture_at ("2026-11-20"));
  check (&self, "1 09:00-4 17:00, latest -, next respond by 1 17:00",
         "respond* 1 09:00-1 17:00, prepare* 2 09:00-2 17:00, gate* 2 17:00, upgrade* 3 09:00-4 "
         "17:00, support 7 09:00-11 17:00");
  tear_down (&self);
}

static void
set_customer_calendar (Fixture *self, const char *calendar)
{
  dd_record_set_text (self->customer, "calendar", calendar);
  case_fixture_save (self->connection, self->customer, case_fixture_at ("2026-11-20"));
}

static void
test_calendars (StoreTest *test, gconstpointer data)
{
  Fixture self;

  set_up (&self, test);
  set_customer_calendar (&self, CASE_FIXTURE_HOLIDAY);
  check (&self, "1 09:00-3 17:00, latest -, next respond by 1 17:00", EARLY);
  case_fixture_set_calendar (self.connection, CASE_FIXTURE_SHORT, case_fixture_at ("2026-11-20"));
  check (&self, "1 09:00-14 13:00, latest -, next respond by 2 13:00",
         "respond* 1 09:00-2 13:00, prepare* 7 09:00-8 13:00, gate 8 13:00, upgrade* 9 09:00-14 "
         "13:00, support 15 09:00-5 13:00");
  set_customer_calendar (&self, NULL);
  check (&self, "1 09:00-14 13:00, latest -, next respond by 2 13:00",
         "respond* 1 09:00-2 13:00, prepare* 7 09:00-8 13:00, gate* 8 13:00, upgrade* 9 09:00-14 "
         "13:00, support 15 09:00-5 13:00");
  case_fixture_set_text (self.connection, self.id, "calendar", CASE_FIXTURE_HOLIDAY,
                         "2026-11-20 12:00");
  check (&self, "1 09:00-7 17:00, latest -, next respond by 1 17:00",
         "respond* 1 09:00-1 17:00, prepare* 2 09:00-2 17:00, gate* 2 17:00, upgrade* 7 09:00-7 "
         "17:00, support 8 09:00-14 17:00");
  case_fixture_set_calendar (self.connection, NULL, case_fixture_at ("2026-11-20"));
  case_fixture_set_text (self.connection, self.id, "calendar", NULL, "2026-11-20 12:00");
  check (&self, "1 09:00-3 17:00, latest -, next respond by 1 17:00", EARLY);
  tear_down (&self);
}

/* Nobody's edit is refused because there is no plan; the dates of the last one stay. */
static void
test_problem (StoreTest *test, gconstpointer data)
{
  Fixture self;

  set_up (&self, test);
  set_customer_calendar (&self, CASE_FIXTURE_NIGHT);
  check (&self,
         "1 09:00-3 17:00, latest -, next respond by 1 17:00: “prepare” (prepare) is done by both "
         "parties, but their calendars have no working time in common: two calendars, in UTC "
         "and in UTC, never work at the same time",
         EARLY);
  set_customer_calendar (&self, "no calendar");
  check (&self,
         "1 09:00-3 17:00, latest -, next respond by 1 17:00: the working calendar: line 1, "
         "“no calendar”, is no [group], no key=value and no # comment",
         EARLY);
  set_customer_calendar (&self, NULL);
  check (&self, "1 09:00-3 17:00, latest -, next respond by 1 17:00", EARLY);
  tear_down (&self);
}

/* What ends a case plans it for the last time; nothing is next, nothing moves it. */
static void
test_closed (StoreTest *test, gconstpointer data)
{
  static const char *const closed = "1 17:00-8 13:00, latest 3 09:00, next - by -";
  static const char *const early =
      "respond 1 17:00, prepare* 4 13:00-7 13:00, gate* 7 13:00, upgrade* 7 13:00-8 "
      "13:00, support 8 13:00-15 13:00";
  g_autoptr (DdRecord) record = NULL;
  Fixture self;

  set_up (&self, test);
  case_fixture_set_text (self.connection, self.id, "deadline", "2026-12-04", "2026-11-20 12:00");
  set_state (&self, "respond", DD_STATE_DONE, "finished_at", "2026-12-01 17:00");
  record = case_fixture_load (self.connection, self.id);
  dd_record_set_integer (record, "state", DD_CASE_CLOSED);
  dd_record_set_integer (record, "closed_at", case_fixture_at ("2026-12-04 13:00"));
  case_fixture_save (self.connection, record, case_fixture_at ("2026-12-08"));
  check (&self, closed, early);
  set_customer_calendar (&self, CASE_FIXTURE_SHORT);
  case_fixture_set_calendar (self.connection, CASE_FIXTURE_SHORT, case_fixture_at ("2026-12-09"));
  check (&self, closed, early);
  tear_down (&self);
}

static void
test_undo (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Fixture self;

  set_up (&self, test);
  case_fixture_set_calendar (self.connection, CASE_FIXTURE_SHORT, case_fixture_at ("2026-11-20"));
  dd_journal_entry_free (dd_undo_run (self.connection, DD_JOURNAL_UNDO, "Anna", NULL,
                                      case_fixture_at ("2026-11-20 13:00"), &error));
  g_assert_no_error (error);
  check (&self, "1 09:00-3 17:00, latest -, next respond by 1 17:00", EARLY);
  tear_down (&self);
}

/* The journal tells what was done, not what follows from it. */
static void
test_not_journalled (StoreTest *test, gconstpointer data)
{
  Fixture self;

  set_up (&self, test);
  case_fixture_set_text (self.connection, self.id, "deadline", "2026-12-02", "2026-11-20 12:00");
  g_assert_cmpint (store_test_get_int64 (self.connection,
                                         "SELECT count (*) FROM journal_changes WHERE before = "
                                         "'{\"deadline\":null}' OR after GLOB '*planned_*'"),
                   ==, 1);
  tear_down (&self);
}

/* An activity that the definition does not have has no dates; one without a row is not in the way.
 */
static void
test_other_definition (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdRecord) activity = NULL;
  Fixture self;

  set_up (&self, test);
  activity = case_fixture_load_activity (self.connection, self.id, "upgrade");
  dd_record_set_text (activity, "definition_id", "elsewhere");
  case_fixture_save (self.connection, activity, case_fixture_at ("2026-11-20"));
  check (&self, "1 09:00-3 17:00, latest -, next respond by 1 17:00",
         "respond* 1 09:00-1 17:00, prepare* 2 09:00-2 17:00, gate* 2 17:00, elsewhere -, "
         "support 4 09:00-10 17:00");
  tear_down (&self);
}

/* What is not there is planned without a word. */
static gboolean
plan_nothing (DdConnection *connection, gpointer data, GError **error)
{
  return dd_replan_case (connection, "00000000-0000-0000-0000-000000000000", 1000, error);
}

static void
test_no_case (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GError) error = NULL;

  dd_connection_transaction (connection, plan_nothing, NULL, "Testing", &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/replan/opened", test_opened);
  store_test_add ("/replan/deadline", test_deadline);
  store_test_add ("/replan/progress", test_progress);
  store_test_add ("/replan/wait", test_wait);
  store_test_add ("/replan/basis", test_basis);
  store_test_add ("/replan/calendars", test_calendars);
  store_test_add ("/replan/problem", test_problem);
  store_test_add ("/replan/closed", test_closed);
  store_test_add ("/replan/undo", test_undo);
  store_test_add ("/replan/not-journalled", test_not_journalled);
  store_test_add ("/replan/other-definition", test_other_definition);
  store_test_add ("/replan/no-case", test_no_case);
  return g_test_run ();
}
