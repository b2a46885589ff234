/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A case is loaded with its plan, baseline, ledger and clocks.
 */

#include "config.h"

#include "dd-case-plan.h"

#include "case-fixture.h"
#include "plan/dd-variance.h"

/* 1 December 2026 is a Tuesday. */
#define CELLS                                                                                      \
  TASK ("respond", "1d", "owner='manager'")                                                        \
  TASK ("upgrade", "1d..2d", "") WINDOW ("support", "1w", "")

static DdCasePlan *
load (DdConnection *connection, const char *id, const char *now)
{
  g_autoptr (GError) error = NULL;
  DdCasePlan *plan = dd_case_plan_load (connection, id, case_fixture_at (now), &error);

  g_assert_no_error (error);
  return plan;
}

static char *
open_case (DdConnection *connection, const char *cells)
{
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);

  return case_fixture_open (connection, customer, cells, "2026-12-01", "2026-12-01");
}

static void
check_plan (DdPlan *plan, const char *expected)
{
  g_autofree char *text = fixture_describe (plan, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_load (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, CELLS);
  g_autoptr (DdCasePlan) self = load (connection, id, "2026-12-02 09:00");
  DdPlanRequest request = dd_case_plan_make_request (self, DD_BASIS_SHORT);

  g_assert_no_error (self->problem);
  g_assert_cmpstr (dd_record_get_id (self->file->record), ==, id);
  g_assert_cmpstr (dd_record_get_name (DD_RECORD (self->customer)), ==, "Acme");
  g_assert_null (self->manager);
  g_assert_null (self->consultant);
  g_assert_cmpuint (self->file->activities->len, ==, 3);
  g_assert_cmpuint (self->file->waits->len, ==, 0);
  g_assert_null (self->baseline);
  check_plan (self->plan,
              "respond* 2 09:00-2 17:00, upgrade* 3 09:00-3 17:00, support 4 09:00-10 17:00");
  check_plan (self->cautious,
              "respond* 2 09:00-2 17:00, upgrade* 3 09:00-4 17:00, support 7 09:00-11 17:00");
  g_assert_cmpint (request.basis, ==, DD_BASIS_SHORT);
  g_assert_cmpint (request.now, ==, case_fixture_at ("2026-12-02 09:00"));
}

static void
test_people (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, CELLS);
  g_autoptr (DdRecord) person = dd_record_new (&dd_person_entity, NULL);
  g_autoptr (DdCasePlan) self = NULL;

  dd_record_set_text (person, "name", "Bea");
  case_fixture_save (connection, person, 1000);
  case_fixture_set_text (connection, id, "manager_id", dd_record_get_id (person), "2026-12-01");
  self = load (connection, id, "2026-12-01");
  g_assert_cmpstr (dd_record_get_name (DD_RECORD (self->manager)), ==, "Bea");
  g_assert_null (self->consultant);
}

static void
test_not_found (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_case_plan_load (connection, "nothing", 1000, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
}

/* A case without a plan can be looked at. */
static void
test_problem (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, CELLS);
  g_autoptr (DdCasePlan) self = NULL;

  case_fixture_set_text (connection, id, "calendar", "no calendar", "2026-12-01");
  self = load (connection, id, "2026-12-01");
  g_assert_error (self->problem, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_FORMAT);
  g_assert_null (self->plan);
  g_assert_null (self->cautious);
  g_assert_cmpuint (self->file->activities->len, ==, 3);
  g_assert_null (dd_case_plan_make_ledger (self));
  g_assert_null (dd_case_plan_make_clock (self, DD_RESPONSE_FIRST));
}

/* --- Baseline --- */

static void
add_row (DdConnection *connection, DdRecord *baseline, const char *definition_id, const char *start)
{
  g_autoptr (DdRecord) row = dd_record_new (&dd_case_baseline_row_entity, NULL);

  dd_record_set_text (row, "case_id", dd_record_get_text (baseline, "case_id"));
  dd_record_set_text (row, "baseline_id", dd_record_get_id (baseline));
  dd_record_set_text (row, "definition_id", definition_id);
  dd_record_set_text (row, "name", definition_id);
  dd_record_set_integer (row, "start_at", case_fixture_at (start));
  dd_record_set_integer (row, "finish_at", case_fixture_at (start) + 8 * 3600);
  dd_record_set_integer (row, "duration_minutes", 480);
  case_fixture_save (connection, row, 1000);
}

static DdRecord *
add_baseline (DdConnection *connection, const char *case_id, const char *name, const char *agreed)
{
  DdRecord *baseline = dd_record_new (&dd_case_baseline_entity, NULL);

  dd_record_set_text (baseline, "case_id", case_id);
  dd_record_set_text (baseline, "name", name);
  dd_record_set_text (baseline, "agreed_by", name);
  dd_record_set_integer (baseline, "agreed_at", case_fixture_at (agreed));
  dd_record_set_integer (baseline, "start_at", case_fixture_at ("2026-11-30 09:00"));
  dd_record_set_integer (baseline, "finish_at", case_fixture_at ("2026-12-01 17:00"));
  case_fixture_save (connection, baseline, 1000);
  return baseline;
}

/* The newest, in document order, with what the definition does not have any more at the end. */
static void
test_baseline (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, CELLS);
  g_autoptr (DdRecord) newest = add_baseline (connection, id, "second", "2026-11-20");
  g_autoptr (DdRecord) older = add_baseline (connection, id, "first", "2026-11-10");
  g_autoptr (DdCasePlan) self = NULL;
  g_autoptr (DdVariance) variance = NULL;
  g_autofree char *words = NULL;
  const char *const expected[] = { "respond", "upgrade", "gone" };

  add_row (connection, newest, "gone", "2026-11-29 09:00");
  add_row (connection, newest, "upgrade", "2026-12-01 09:00");
  add_row (connection, newest, "respond", "2026-11-30 09:00");
  self = load (connection, id, "2026-12-01");
  g_assert_cmpstr (dd_record_get_name (DD_RECORD (self->agreement)), ==, "second");
  g_assert_cmpstr (self->baseline->agreed_by, ==, "second");
  g_assert_cmpuint (self->baseline->entries->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (((DdBaselineEntry *) self->baseline->entries->pdata[i])->activity, ==,
                     expected[i]);
  variance = dd_variance_new (self->baseline, self->plan);
  words = dd_variance_to_words (variance);
  g_assert_cmpstr (
      words, ==,
      "The finish is 1 working day later than agreed; all of it from a later start (1 day).");
}

/* --- Ledger and clocks --- */

static void
add_wait (DdConnection *connection,
          const char *id,
          DdParty party,
          const char *start,
          const char *finish)
{
  g_autoptr (DdRecord) wait = dd_record_new (&dd_case_wait_entity, NULL);

  dd_record_set_text (wait, "case_id", id);
  dd_record_set_text (wait, "reason", "access");
  dd_record_set_integer (wait, "party", party);
  dd_record_set_integer (wait, "started_at", case_fixture_at (start));
  dd_record_set_integer (wait, "finished_at", case_fixture_at (finish));
  case_fixture_save (connection, wait, case_fixture_at (start));
}

static void
finish (DdConnection *connection, const char *id, const char *activity, const char *at)
{
  g_autoptr (DdRecord) record = case_fixture_load_activity (connection, id, activity);

  dd_record_set_integer (record, "state", DD_STATE_DONE);
  dd_record_set_integer (record, "finished_at", case_fixture_at (at));
  case_fixture_save (connection, record, case_fixture_at (at));
}

static void
check_ledger (DdConnection *connection, const char *id, const char *now, const char *expected)
{
  g_autoptr (DdCasePlan) self = load (connection, id, now);
  g_autoptr (DdLedger) ledger = dd_case_plan_make_ledger (self);
  g_autofree char *words = dd_ledger_to_words (ledger);

  g_assert_cmpstr (words, ==, expected);
}

/* From the start to now; when the work is done, to its finish. */
static void
test_ledger (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, CELLS);

  check_ledger (connection, id, "2026-11-01", "0 minutes: 0 vendor, 0 customer");
  add_wait (connection, id, DD_PARTY_CUSTOMER, "2026-12-02", "2026-12-04");
  check_ledger (connection, id, "2026-12-04 17:00",
                "4 days: 2 vendor, 2 customer, of which 2 waiting for access");
  finish (connection, id, "respond", "2026-12-07 17:00");
  finish (connection, id, "upgrade", "2026-12-08 17:00");
  check_ledger (connection, id, "2026-12-31",
                "6 days: 4 vendor, 2 customer, of which 2 waiting for access");
}

static void
check_clock (DdConnection *connection,
             const char *id,
             DdResponse response,
             const char *now,
             int state,
             gint64 remaining)
{
  g_autoptr (DdCasePlan) self = load (connection, id, now);
  g_autoptr (DdClock) clock = dd_case_plan_make_clock (self, response);

  if (state < 0)
    {
      g_assert_null (clock);
      return;
    }
  g_assert_cmpint (dd_clock_get_state (clock), ==, state);
  g_assert_cmpint (dd_clock_get_remaining (clock), ==, remaining);
}

/* The manager's clock starts when the request is answered. */
static void
test_clocks (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, "cx-process");

  check_clock (connection, id, DD_RESPONSE_FIRST, "2026-12-01 13:00", DD_CLOCK_RUNNING, 240);
  check_clock (connection, id, DD_RESPONSE_MANAGER, "2026-12-01 13:00", DD_CLOCK_NOT_STARTED, 480);
  finish (connection, id, "respond-to-request", "2026-12-01 15:00");
  check_clock (connection, id, DD_RESPONSE_FIRST, "2026-12-03", DD_CLOCK_MET, 120);
  check_clock (connection, id, DD_RESPONSE_MANAGER, "2026-12-02 10:00", DD_CLOCK_RUNNING, 300);
  add_wait (connection, id, DD_PARTY_VENDOR, "2026-12-02 10:00", "2026-12-02 11:00");
  check_clock (connection, id, DD_RESPONSE_MANAGER, "2026-12-02 12:00", DD_CLOCK_RUNNING, 180);
  add_wait (connection, id, DD_PARTY_CUSTOMER, "2026-12-02 12:00", "2026-12-03 12:00");
  check_clock (connection, id, DD_RESPONSE_MANAGER, "2026-12-03 10:00", DD_CLOCK_PAUSED, 180);
  check_clock (connection, id, DD_RESPONSE_MANAGER, "2026-12-04 09:00", DD_CLOCK_BREACHED, -120);
}

/* One that nobody will keep any more has no clock, and does not hold up the next. */
static void
test_skipped (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, "cx-process");
  g_autoptr (DdRecord) record = case_fixture_load_activity (connection, id, "respond-to-request");

  dd_record_set_integer (record, "state", DD_STATE_SKIPPED);
  case_fixture_save (connection, record, 1000);
  check_clock (connection, id, DD_RESPONSE_FIRST, "2026-12-01 13:00", -1, 0);
  check_clock (connection, id, DD_RESPONSE_MANAGER, "2026-12-01 13:00", DD_CLOCK_RUNNING, 240);
}

static void
test_no_promise (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, CELLS);

  check_clock (connection, id, DD_RESPONSE_FIRST, "2026-12-01 13:00", -1, 0);
  check_clock (connection, id, DD_RESPONSE_MANAGER, "2026-12-01 13:00", -1, 0);
}

/* A case that is over is seen as of its end. */
static void
test_closed (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, "cx-process");
  g_autoptr (DdRecord) record = case_fixture_load (connection, id);
  g_autoptr (DdCasePlan) self = NULL;

  dd_record_set_integer (record, "state", DD_CASE_CANCELLED);
  dd_record_set_integer (record, "closed_at", case_fixture_at ("2026-12-01 13:00"));
  case_fixture_save (connection, record, 1000);
  self = load (connection, id, "2027-12-01");
  g_assert_cmpint (self->inputs->now, ==, case_fixture_at ("2026-12-01 13:00"));
  check_clock (connection, id, DD_RESPONSE_FIRST, "2027-12-01", DD_CLOCK_MET, 240);
  check_ledger (connection, id, "2027-12-01", "4 hours: 4 vendor, 0 customer");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/case-plan/load", test_load);
  store_test_add ("/case-plan/people", test_people);
  store_test_add ("/case-plan/not-found", test_not_found);
  store_test_add ("/case-plan/problem", test_problem);
  store_test_add ("/case-plan/baseline", test_baseline);
  store_test_add ("/case-plan/ledger", test_ledger);
  store_test_add ("/case-plan/clocks", test_clocks);
  store_test_add ("/case-plan/skipped", test_skipped);
  store_test_add ("/case-plan/no-promise", test_no_promise);
  store_test_add ("/case-plan/closed", test_closed);
  return g_test_run ();
}
