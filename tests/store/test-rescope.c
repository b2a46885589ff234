/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What is stored of the scope of cases follows every edit in the same transaction: answers,
 * request, customer, environments, test results, inputs, decisions, and the undo of each. And gates
 * follow their inputs. The rules themselves are test-scope.c's.
 */

#include "config.h"

#include "dd-rescope.h"

#include "dd-bundle.h"
#include "dd-case-actions.h"
#include "dd-case-scope.h"
#include "dd-case-summary.h"
#include "dd-journal.h"
#include "dd-records.h"
#include "dd-undo.h"
#include "delivery/dd-entities.h"
#include "delivery/dd-plan-enums.h"
#include "record-fixture.h"
#include "service/dd-service-parser.h"

#define NOW 1800000000

static const DdActor anna = { .user = "Anna", .now = NOW };

/* A database with one case of a service that ships, of a customer who may have it. */
typedef struct
{
  DdConnection *connection; /* (owned) */
  char *id;                 /* (owned) */
} Fixture;

static GBytes *
read_bundle (const char *folder, const char *service)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.xml", folder, service);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = dd_bundle_read (path, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
fixture_init (Fixture *self, StoreTest *test, const char *service_id)
{
  g_autoptr (GBytes) bytes = read_bundle ("services", service_id);
  g_autoptr (GBytes) questionnaire = read_bundle ("questionnaires", service_id);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (DdService) service = dd_service_parse (text, (gssize) size, service_id, &error);
  const DdCaseOpening opening = { .service = service,
                                  .questionnaire = questionnaire,
                                  .customer = "Acme",
                                  .program = "platinum",
                                  .deployment = "on-premise",
                                  .access_acknowledged = TRUE,
                                  .start = DD_INSTANT_NONE };

  g_assert_no_error (error);
  self->connection = record_fixture_open (test);
  dd_case_actions_open (self->connection, &anna, &opening, &self->id, &error);
  g_assert_no_error (error);
}

static void
fixture_clear (Fixture *self)
{
  g_clear_pointer (&self->connection, dd_connection_close);
  g_free (self->id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

/* Saves @record of the case in an action of its own. */
static void
save (Fixture *self, DdRecord *record)
{
  g_autoptr (DdAction) action = dd_action_new ("Anna", NOW, NULL, NULL);

  dd_action_save (action, record);
  record_fixture_commit (self->connection, action);
  dd_record_settle (record);
}

static DdRecord *
new_part (Fixture *self, const DdEntity *entity, const char *name_field, const char *name)
{
  DdRecord *record = dd_record_new (entity, NULL);

  dd_record_set_text (record, "case_id", self->id);
  dd_record_set_text (record, name_field, name);
  return record;
}

static DdRecord *
answer (Fixture *self, const char *question, const char *json)
{
  DdRecord *record = new_part (self, &dd_answer_entity, "question", question);

  dd_record_set_text (record, "value", json);
  save (self, record);
  return record;
}

static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdJournalEntry) entry =
      dd_undo_run (self->connection, DD_JOURNAL_UNDO, "Anna", NULL, NOW, &error);

  g_assert_no_error (error);
}

/* The stored states of the exclusions in document order, and of the case: "unknown clear
 * conditional: conditional". */
static void
check (Fixture *self, const char *expected)
{
  const char *const exclusions[] = { "no-access", "other-environments", "custom-components" };
  g_autoptr (GError) error = NULL;
  g_autoptr (DdCaseScope) scope = dd_case_scope_load (self->connection, self->id, &error);
  g_autoptr (GString) stored = g_string_new (NULL);
  GType type = dd_finding_state_get_type ();

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (exclusions); i++)
    {
      DdRecord *row = dd_case_scope_find_row (scope, exclusions[i]);

      g_string_append_printf (stored, "%s%s", i > 0 ? " " : "",
                              dd_enum_get_nick (type, dd_record_get_integer (row, "state")));
      /* What is stored is what is told. */
      g_assert_cmpint (dd_record_get_integer (row, "state"), ==,
                       dd_scope_find (scope->scope, exclusions[i])->rule);
    }
  g_string_append_printf (stored, ": %s",
                          dd_enum_get_nick (type, dd_record_get_integer (scope->record, "scope")));
  g_assert_cmpstr (stored->str, ==, expected);
  g_assert_cmpint (dd_record_get_integer (scope->record, "scope"), ==,
                   dd_scope_get_state (scope->scope));
}

static void
check_because (Fixture *self, const char *exclusion, const char *json)
{
  g_autoptr (DdCaseScope) scope = dd_case_scope_load (self->connection, self->id, NULL);

  g_assert_cmpstr (dd_record_get_text (dd_case_scope_find_row (scope, exclusion), "because"), ==,
                   json);
}

/* --- Answers and request --- */

static void
test_answers (StoreTest *test, gconstpointer data)
{
  g_auto (Fixture) self = { NULL };
  g_autoptr (DdRecord) access = NULL;

  fixture_init (&self, test, "cx-process");
  check (&self, "unknown unknown unknown: unknown");
  check_because (&self, "no-access", "[{\"question\":\"access\",\"answer\":null}]");
  access = answer (&self, "access", "\"no\"");
  check (&self, "triggered unknown unknown: triggered");
  check_because (&self, "no-access",
                 "[{\"question\":\"access\",\"answer\":\"no\"},"
                 "{\"field\":\"access\",\"answer\":\"yes\",\"contradicts\":true}]");
  dd_record_set_text (access, "value", "\"later\"");
  save (&self, access);
  check (&self, "conditional unknown unknown: conditional");
  dd_record_set_text (access, "value", "\"yes\"");
  save (&self, access);
  g_object_unref (answer (&self, "other-environments", "\"no\""));
  g_object_unref (answer (&self, "custom-components", "\"no\""));
  check (&self, "clear clear clear: clear");
  undo (&self);
  check (&self, "clear clear unknown: unknown");
  undo (&self);
  undo (&self);
  check (&self, "conditional unknown unknown: conditional");
  undo (&self);
  undo (&self);
  check (&self, "unknown unknown unknown: unknown");
}

static void
test_request (StoreTest *test, gconstpointer data)
{
  const DdCaseSetting no = { "access-acknowledged", "no" };
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_auto (Fixture) self = { NULL };
  g_autoptr (GError) error = NULL;

  fixture_init (&self, test, "messenger");
  g_object_unref (answer (&self, "access", "\"yes\""));
  check (&self, "clear unknown unknown: unknown");
  dd_case_actions_set (self.connection, &anna, self.id, &no, 1, calendar, &error);
  g_assert_no_error (error);
  check (&self, "unknown unknown unknown: unknown");
  undo (&self);
  check (&self, "clear unknown unknown: unknown");
}

/* --- Tests and environments --- */

static void
add_result (Fixture *self, DdRecord *run, const char *name, DdTestOutcome outcome)
{
  g_autoptr (DdRecord) result = new_part (self, &dd_test_result_entity, "test", name);

  dd_record_set_text (result, "run_id", dd_record_get_id (run));
  dd_record_set_integer (result, "outcome", outcome);
  save (self, result);
}

static DdRecord *
add_run (Fixture *self, const char *name, gint64 started_at)
{
  DdRecord *run = new_part (self, &dd_test_run_entity, "name", name);

  dd_record_set_integer (run, "started_at", started_at);
  save (self, run);
  return run;
}

static void
test_tests (StoreTest *test, gconstpointer data)
{
  g_auto (Fixture) self = { NULL };
  g_autoptr (DdRecord) first = NULL;
  g_autoptr (DdRecord) retest = NULL;

  fixture_init (&self, test, "cx-process");
  g_object_unref (answer (&self, "custom-components", "\"yes\""));
  check (&self, "unknown unknown conditional: conditional");
  first = add_run (&self, "First", 1000);
  add_result (&self, first, "Start", DD_TEST_PASSED);
  add_result (&self, first, "Menus", DD_TEST_FAILED);
  check (&self, "unknown unknown triggered: triggered");
  retest = add_run (&self, "Retest", 2000);
  add_result (&self, retest, "Menus", DD_TEST_PASSED);
  check (&self, "unknown unknown clear: unknown");
  undo (&self);
  check (&self, "unknown unknown triggered: triggered");
}

static void
test_environments (StoreTest *test, gconstpointer data)
{
  const char *const names[] = { "Development", "Staging" };
  g_auto (Fixture) self = { NULL };

  fixture_init (&self, test, "cx-process");
  g_object_unref (answer (&self, "other-environments", "\"no\""));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DdRecord) environment = new_part (&self, &dd_environment_entity, "name", names[i]);

      check (&self, "unknown clear unknown: unknown");
      dd_record_set_integer (environment, "upgraded_here", TRUE);
      save (&self, environment);
    }
  check (&self, "unknown triggered unknown: triggered");
  check_because (&self, "other-environments",
                 "[{\"fact\":\"other-environments\",\"answer\":\"1\"},"
                 "{\"question\":\"other-environments\",\"answer\":\"no\",\"contradicts\":true}]");
  undo (&self);
  check (&self, "unknown clear unknown: unknown");
}

/* --- The customer --- */

static void
test_customer (StoreTest *test, gconstpointer data)
{
  g_auto (Fixture) self = { NULL };
  g_autoptr (DdRecord) record = NULL;
  g_autoptr (DdRecord) customer = NULL;
  const DdCaseStep cancel = { DD_CASE_STEP_CANCEL, NULL, "No budget" };
  g_autoptr (GError) error = NULL;

  fixture_init (&self, test, "cx-process");
  record = dd_records_load (self.connection, &dd_case_entity, self.id, NULL);
  customer = dd_records_load (self.connection, &dd_customer_entity,
                              dd_record_get_text (record, "customer_id"), NULL);
  dd_record_set_text (customer, "program", "gold");
  save (&self, customer);
  check (&self, "unknown unknown unknown: triggered");
  undo (&self);
  check (&self, "unknown unknown unknown: unknown");

  /* What a case was found to be when it ended stands. */
  dd_case_actions_take (self.connection, &anna, self.id, &cancel, &error);
  g_assert_no_error (error);
  save (&self, record);
  g_clear_object (&customer);
  customer = dd_records_load (self.connection, &dd_customer_entity,
                              dd_record_get_text (record, "customer_id"), NULL);
  dd_record_set_text (customer, "deployment", "cloud");
  save (&self, customer);
  g_assert_cmpint (store_test_get_int64 (self.connection,
                                         "SELECT count(*) FROM cases WHERE scope = 'unknown'"),
                   ==, 1);
}

/* --- Gates --- */

static void
take (Fixture *self, DdCaseStepKind kind, const char *input, gint64 at)
{
  const DdActor actor = { .user = "Anna", .now = NOW, .at = at };
  const DdCaseStep step = { .kind = kind, .input = input, .text = "seen" };
  g_autoptr (GError) error = NULL;

  dd_case_actions_take (self->connection, &actor, self->id, &step, &error);
  g_assert_no_error (error);
}

static void
check_gate (Fixture *self, DdActivityState state, gint64 finished_at)
{
  g_autoptr (DdQuery) query = dd_query_new (&dd_case_activity_entity);
  g_autoptr (GPtrArray) rows = NULL;

  dd_query_match_text (query, "definition_id", DD_QUERY_IS, "upgrade-gate");
  rows = dd_records_query (self->connection, query, NULL);
  g_assert_cmpint (dd_record_get_integer (rows->pdata[0], "state"), ==, state);
  g_assert_cmpint (dd_record_get_integer (rows->pdata[0], "finished_at"), ==, finished_at);
  if (finished_at != DD_INSTANT_NONE)
    g_assert_cmpint (dd_record_get_integer (rows->pdata[0], "early_finish"), ==, finished_at);
}

/* The gate and its plan follow the inputs, back and forth, and "access later" is settled with them.
 */
static void
test_gates (StoreTest *test, gconstpointer data)
{
  g_auto (Fixture) self = { NULL };

  fixture_init (&self, test, "cx-process");
  g_object_unref (answer (&self, "access", "\"later\""));
  check (&self, "conditional unknown unknown: conditional");
  take (&self, DD_CASE_STEP_MEET_INPUT, "access", NOW - 7200);
  check (&self, "clear unknown unknown: unknown");
  check_gate (&self, DD_STATE_PLANNED, DD_INSTANT_NONE);
  take (&self, DD_CASE_STEP_MEET_INPUT, "software", NOW - 3600);
  check_gate (&self, DD_STATE_DONE, NOW - 3600);
  take (&self, DD_CASE_STEP_WITHDRAW_INPUT, "access", NOW);
  check (&self, "conditional unknown unknown: conditional");
  check_gate (&self, DD_STATE_PLANNED, DD_INSTANT_NONE);
  undo (&self);
  check (&self, "clear unknown unknown: unknown");
  check_gate (&self, DD_STATE_DONE, NOW - 3600);
  undo (&self);
  check_gate (&self, DD_STATE_PLANNED, DD_INSTANT_NONE);
}

/* --- Beside --- */

/* The list of cases has it, and a deleted case that comes back too. */
static void
test_summary (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_auto (Fixture) self = { NULL };
  g_autoptr (DdCaseSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  fixture_init (&self, test, "cx-process");
  g_object_unref (answer (&self, "access", "\"no\""));
  summary = dd_case_summary_load (self.connection, self.id, calendar, NULL);
  g_assert_cmpint (summary->scope, ==, DD_FINDING_TRIGGERED);
  dd_case_actions_delete (self.connection, &anna, self.id, &error);
  g_assert_no_error (error);
  undo (&self);
  check (&self, "triggered unknown unknown: triggered");
}

/* A definition that cannot be read is no reason to refuse anything. */
static void
test_unreadable (StoreTest *test, gconstpointer data)
{
  g_auto (Fixture) self = { NULL };
  g_autoptr (DdAction) action = dd_action_new ("Anna", NOW, NULL, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no service", 10);
  g_autoptr (DdCaseScope) scope = NULL;
  g_autoptr (DdRecord) record = NULL;

  fixture_init (&self, test, "cx-process");
  g_object_unref (answer (&self, "access", "\"no\""));
  record = dd_records_load (self.connection, &dd_case_entity, self.id, NULL);
  dd_record_set_text (record, "service_hash", dd_action_keep (action, bytes));
  dd_action_save (action, record);
  record_fixture_commit (self.connection, action);
  scope = dd_case_scope_load (self.connection, self.id, NULL);
  g_assert_null (scope->scope);
  g_assert_nonnull (scope->problem);
  g_assert_cmpint (dd_record_get_integer (scope->record, "scope"), ==, DD_FINDING_TRIGGERED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/rescope/answers", test_answers);
  store_test_add ("/rescope/request", test_request);
  store_test_add ("/rescope/tests", test_tests);
  store_test_add ("/rescope/environments", test_environments);
  store_test_add ("/rescope/customer", test_customer);
  store_test_add ("/rescope/gates", test_gates);
  store_test_add ("/rescope/summary", test_summary);
  store_test_add ("/rescope/unreadable", test_unreadable);
  return g_test_run ();
}
