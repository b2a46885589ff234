/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Sample cases: the same seed makes the same content, whatever the number every row is sound, and
 * there is something of everything to see.
 */

#include "config.h"

#include "dd-sample.h"

#include "dd-case-scope.h"
#include "dd-records.h"
#include "dd-undo.h"
#include "delivery/dd-case-rules.h"
#include "record-fixture.h"

#include <string.h>

/* Saturday 21 November 2026, in the evening; the tests' zone is UTC. */
#define NOW   1795298400
#define TODAY 1795219200

static DdConnection *
open_at (StoreTest *test, const char *name)
{
  g_free (test->path);
  test->path = store_test_build_path (test, name);
  return record_fixture_open (test);
}

static void
make (DdConnection *connection, guint n_cases, guint64 seed)
{
  g_autoptr (GError) error = NULL;

  dd_sample_make (connection, n_cases, seed, NOW, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
count (DdConnection *connection, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gint64
count (DdConnection *connection, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return store_test_get_int64 (connection, sql);
}

/* The journal, action by action, as one text. */
static char *
dump_journal (DdConnection *connection)
{
  g_autoptr (DdStatement) statement = dd_connection_prepare (
      connection,
      "SELECT a.id || '|' || a.at || '|' || a.user || '|' || a.label || '|' ||"
      " ifnull (a.arguments, '') || '|' || c.position || '|' || c.record_id || '|' ||"
      " ifnull (c.before, '') || '|' || ifnull (c.after, '')"
      " FROM journal_actions a JOIN journal_changes c ON c.action_id = a.id ORDER BY a.id,"
      " c.position",
      "Reading", NULL);
  GString *dump = g_string_new (NULL);
  gboolean row;

  while (dd_statement_step (statement, &row, NULL) && row)
    g_string_append_printf (dump, "%s\n", dd_statement_get_text (statement, 0));
  return g_string_free (dump, FALSE);
}

static char *
dump_all (StoreTest *test, const char *name, guint n_cases, guint64 seed)
{
  g_autoptr (DdConnection) connection = open_at (test, name);
  g_autofree char *rows = NULL;
  g_autofree char *journal = NULL;

  make (connection, n_cases, seed);
  rows = record_fixture_dump (connection);
  journal = dump_journal (connection);
  return g_strconcat (rows, journal, NULL);
}

static void
test_seed (StoreTest *test, gconstpointer data)
{
  g_autofree char *first = dump_all (test, "first.db", 40, 7);
  g_autofree char *second = dump_all (test, "second.db", 40, 7);
  g_autofree char *third = dump_all (test, "third.db", 40, 8);

  g_assert_true (strcmp (first, second) == 0);
  g_assert_false (strcmp (first, third) == 0);
}

/* --- What must hold of every sample --- */

static void
assert_sound (DdConnection *connection, guint n_cases)
{
  g_assert_cmpint (count (connection, "SELECT count (*) FROM cases"), ==, n_cases);
  g_assert_cmpint (count (connection, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
  g_assert_cmpint (count (connection, "SELECT count (*) FROM search_pending"), ==, 0);
  g_assert_cmpint (count (connection, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"),
                   ==, 1);
}

static void
assert_planned (DdConnection *connection)
{
  g_assert_cmpint (count (connection, "SELECT count (*) FROM cases WHERE planned_start IS NULL"
                                      " OR planned_finish IS NULL OR plan_error IS NOT NULL"),
                   ==, 0);
  g_assert_cmpint (count (connection, "SELECT count (*) FROM activities WHERE early_start IS NULL"),
                   ==, 0);
  g_assert_cmpint (count (connection, "SELECT count (*) FROM cases WHERE next_activity IS NULL"
                                      " AND state NOT IN ('closed', 'cancelled')"),
                   ==, 0);
}

/* Nothing ends before it begins, nothing lies ahead, and what is done follows what it waits for. */
static void
assert_lived (DdConnection *connection)
{
  g_assert_cmpint (count (connection,
                          "SELECT count (*) FROM activities WHERE"
                          " finished_at < started_at OR finished_at > %d"
                          " OR started_at > %d",
                          TODAY, TODAY),
                   ==, 0);
  g_assert_cmpint (count (connection, "SELECT count (*) FROM activities WHERE state = 'done'"
                                      " AND kind IN ('task', 'window') AND started_at IS NULL"),
                   ==, 0);
  g_assert_cmpint (count (connection, "SELECT count (*) FROM activities WHERE kind = 'gate'"
                                      " AND state = 'done' AND evidence IS NULL"),
                   ==, 0);
  g_assert_cmpint (count (connection, "SELECT count (*) FROM waits WHERE finished_at < started_at"),
                   ==, 0);
  g_assert_cmpint (count (connection,
                          "SELECT count (*) FROM cases WHERE state = 'closed' AND EXISTS"
                          " (SELECT 1 FROM activities a WHERE a.case_id = cases.id"
                          " AND a.state NOT IN ('done', 'skipped'))"),
                   ==, 0);
}

/* The journal is one of people who worked day after day. */
static void
assert_told_in_order (DdConnection *connection)
{
  g_assert_cmpint (count (connection,
                          "SELECT count (*) FROM journal_actions a JOIN journal_actions b"
                          " ON b.id = a.id + 1 WHERE b.at < a.at"),
                   ==, 0);
  g_assert_cmpint (count (connection,
                          "SELECT count (*) FROM journal_actions WHERE at >= %d OR label IS NULL",
                          TODAY),
                   ==, 0);
}

static void
check_number (StoreTest *test, guint n_cases)
{
  g_autofree char *name = g_strdup_printf ("%u.db", n_cases);
  g_autoptr (DdConnection) connection = open_at (test, name);

  make (connection, n_cases, n_cases);
  assert_sound (connection, n_cases);
  assert_planned (connection);
  assert_lived (connection);
  assert_told_in_order (connection);
}

static void
test_numbers (StoreTest *test, gconstpointer data)
{
  check_number (test, 1);
  check_number (test, 2);
  check_number (test, 3);
  check_number (test, 40);
  check_number (test, 500);
}

/* --- Something of everything --- */

static void
test_everything (StoreTest *test, gconstpointer data)
{
  for (guint64 seed = 1; seed <= 5; seed++)
    {
      g_autofree char *name = g_strdup_printf ("%d.db", (int) seed);
      g_autoptr (DdConnection) connection = open_at (test, name);
      g_autoptr (GEnumClass) states = g_type_class_ref (dd_case_state_get_type ());

      make (connection, 40, seed);
      for (guint i = 0; i < DD_N_ENTITIES; i++)
        {
          g_test_message ("seed %d, %s", (int) seed, dd_entities[i]->table);
          g_assert_cmpint (count (connection, "SELECT count (*) FROM %s", dd_entities[i]->table), >,
                           0);
        }
      for (guint i = 0; i < states->n_values; i++)
        {
          g_test_message ("seed %d, %s", (int) seed, states->values[i].value_nick);
          g_assert_cmpint (count (connection, "SELECT count (*) FROM cases WHERE state = '%s'",
                                  states->values[i].value_nick),
                           >, 0);
        }
    }
}

/* A thing that there is among 40 cases, as the condition of rows of a table. */
typedef struct
{
  const char *name;
  const char *from;
} Sight;

static const Sight sights[] = {
  { "an open wait for the customer", "waits WHERE finished_at IS NULL AND party = 'customer'" },
  { "an open wait for the vendor", "waits WHERE finished_at IS NULL AND party = 'vendor'" },
  { "a wait that is over", "waits WHERE finished_at IS NOT NULL" },
  { "an activity that waits alone", "waits WHERE activity_id IS NOT NULL" },
  { "an override with its reason",
    "activities WHERE override_minutes IS NOT NULL AND override_reason IS NOT NULL" },
  { "an activity that was left out", "activities WHERE state = 'skipped'" },
  { "a running one of each service",
    "(SELECT DISTINCT c.service_id FROM cases c JOIN activities a ON a.case_id = c.id"
    " WHERE a.state = 'running') HAVING count (*) = 2" },
  { "a case at risk", "cases WHERE at_risk" },
  { "an open case at no risk", "cases WHERE NOT at_risk AND state = 'running'" },
  { "a case of the year before, over",
    "cases c JOIN cases p ON p.id = c.previous_case_id WHERE p.state = 'closed'"
    " AND p.target_version = c.current_version AND p.customer_id = c.customer_id" },
  { "a case put off", "activities WHERE not_before IS NOT NULL" },
  { "a customer with its own calendar", "customers WHERE calendar IS NOT NULL" },
  { "a failed test", "test_results WHERE outcome = 'failed'" },
  { "an issue that is settled", "issues WHERE state <> 'open'" },
  { "a triggered finding that is engaged for",
    "engagements e JOIN findings f ON f.id = e.finding_id WHERE f.state = 'triggered'" },
  { "a case that one input is there of, and another not",
    "input_evidence i WHERE met_at IS NOT NULL AND NOT EXISTS"
    " (SELECT 1 FROM input_evidence o WHERE o.case_id = i.case_id AND o.input = 'access')" },
  { "a case out of scope", "cases WHERE scope = 'triggered'" },
  { "a case that is conditional", "cases WHERE scope = 'conditional'" },
  { "a case in scope", "cases WHERE scope = 'clear'" },
  { "a decision against a rule",
    "findings WHERE override = 'clear' AND override_reason IS NOT NULL" },
  { "a final Playbook", "playbook_revisions WHERE state = 'final'" },
  { "a name in another script", "customers WHERE name GLOB '*[Α-ωЀ-ӿ一-鿿א-ת]*'" },
};

static void
test_sights (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);

  make (connection, 40, 1);
  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    {
      g_test_message ("%s", sights[i].name);
      g_assert_cmpint (count (connection, "SELECT count (*) FROM %s", sights[i].from), >, 0);
    }
}

/* --- The three that tell a story --- */

/* The condition that the case with an activity so holds for. */
static const Sight stories[] = {
  { "on time in Execution",
    "cases c JOIN activities a ON a.case_id = c.id WHERE c.state = 'running' AND NOT c.at_risk"
    " AND a.definition_id = 'upgrade-environment' AND a.state = 'running'" },
  { "waits for access and is endangered",
    "cases c JOIN waits w ON w.case_id = c.id WHERE c.state = 'waiting' AND c.at_risk"
    " AND w.finished_at IS NULL AND w.party = 'customer' AND w.reason LIKE '%access%'"
    " AND c.next_activity = 'upgrade-gate'" },
  { "in support after hand-over",
    "cases c JOIN activities a ON a.case_id = c.id WHERE c.state = 'running'"
    " AND a.definition_id = 'support' AND a.state = 'running' AND EXISTS"
    " (SELECT 1 FROM playbook_revisions p WHERE p.case_id = c.id AND p.state = 'final')" },
};

static void
test_stories (StoreTest *test, gconstpointer data)
{
  for (guint64 seed = 1; seed <= 12; seed++)
    {
      g_autofree char *name = g_strdup_printf ("%d.db", (int) seed);
      g_autoptr (DdConnection) connection = open_at (test, name);

      make (connection, 3, seed);
      for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
        {
          g_test_message ("seed %d: %s", (int) seed, stories[i].name);
          g_assert_cmpint (count (connection, "SELECT count (DISTINCT c.id) FROM %s",
                                  stories[i].from),
                           ==, 1);
        }
    }
}

/* --- Answers --- */

/* Every answer is one to a question that the case is asked, and suits it. */
static void
test_answers (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdQuery) query = dd_query_new (&dd_case_entity);
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GError) error = NULL;
  guint n_answers = 0;

  make (connection, 40, 1);
  cases = dd_records_query (connection, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < cases->len; i++)
    {
      g_autoptr (DdCaseScope) scope =
          dd_case_scope_load (connection, dd_record_get_id (cases->pdata[i]), &error);
      g_autoptr (GPtrArray) asked = NULL;
      const DdAnswers *given = NULL;

      g_assert_no_error (error);
      g_assert_nonnull (scope->scope->form);
      given = dd_form_get_answers (scope->scope->form);
      asked = dd_answers_list_questions (given);
      for (guint j = 0; j < asked->len; j++, n_answers++)
        {
          const DdQuestion *question =
              dd_questionnaire_find_question (scope->scope->questionnaire, asked->pdata[j]);

          g_test_message ("%s", (char *) asked->pdata[j]);
          g_assert_nonnull (question);
          g_assert_cmpuint (dd_form_get_issues (scope->scope->form, question)->len, ==, 0);
        }
    }
  g_assert_cmpuint (n_answers, >, 100);
}

/* --- Twice, and back --- */

static void
test_twice (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make (connection, 40, 1);
  before = record_fixture_dump (connection);
  g_assert_false (dd_sample_make (connection, 3, 1, NOW, NULL, NULL, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "another seed"));
  after = record_fixture_dump (connection);
  g_assert_cmpstr (before, ==, after);

  make (connection, 40, 2);
  assert_sound (connection, 80);
  assert_planned (connection);
  assert_lived (connection);
  g_assert_cmpint (count (connection, "SELECT count (*) - count (DISTINCT name) FROM people"
                                      " WHERE role <> 'contact'"),
                   ==, 0);
}

static void
test_undo (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 last;

  make (connection, 12, 3);
  before = record_fixture_dump (connection);
  last = count (connection, "SELECT max (id) FROM journal_actions");
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdJournalEntry) entry =
          dd_undo_run_action (connection, DD_JOURNAL_UNDO, last - i, "Anna", TODAY, &error);

      g_assert_no_error (error);
    }
  for (guint i = 40; i > 0; i--)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdJournalEntry) entry =
          dd_undo_run_action (connection, DD_JOURNAL_REDO, last - i + 1, "Anna", TODAY, &error);

      g_assert_no_error (error);
    }
  after = record_fixture_dump (connection);
  g_assert_cmpstr (before, ==, after);
}

/* --- Progress --- */

/* What was told last. */
typedef struct
{
  guint calls;
  guint done;
} Told;

static void
told (guint done, guint total, gpointer data)
{
  Told *self = data;

  g_assert_cmpuint (total, ==, 250);
  g_assert_cmpuint (done, >, self->done);
  self->done = done;
  self->calls++;
}

static void
test_progress (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GError) error = NULL;
  Told self = { 0 };

  dd_sample_make (connection, 250, 1, NOW, told, &self, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self.done, ==, 250);
  g_assert_cmpuint (self.calls, >=, 100);
  g_assert_cmpuint (self.calls, <=, 250);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/sample/seed", test_seed);
  store_test_add ("/sample/numbers", test_numbers);
  store_test_add ("/sample/everything", test_everything);
  store_test_add ("/sample/sights", test_sights);
  store_test_add ("/sample/stories", test_stories);
  store_test_add ("/sample/answers", test_answers);
  store_test_add ("/sample/twice", test_twice);
  store_test_add ("/sample/undo", test_undo);
  store_test_add ("/sample/progress", test_progress);
  return g_test_run ();
}
