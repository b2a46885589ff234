/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What is decided about the scope of a case: overrides and paid engagements, what each is told as,
 * what is refused, and undone. A case of an older Drydock has no findings until somebody decides.
 */

#include "config.h"

#include "dd-case-scope.h"

#include "dd-bundle.h"
#include "dd-case-actions.h"
#include "dd-journal-words.h"
#include "dd-records.h"
#include "dd-undo.h"
#include "delivery/dd-case-rules.h"
#include "delivery/dd-entities.h"
#include "record-fixture.h"
#include "service/dd-service-parser.h"

#define NOW 1800000000

static const DdActor anna = { .user = "Anna", .now = NOW };

/* Opens a case of CX Process. Returns: (transfer full): its id */
static char *
open_case (DdConnection *connection, const char *customer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dd_bundle_read ("services/cx-process.xml", &error);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (DdService) service = dd_service_parse (text, (gssize) size, "cx-process", &error);
  const DdCaseOpening opening = { .service = service,
                                  .customer = customer,
                                  .start = DD_INSTANT_NONE };
  char *id = NULL;

  g_assert_no_error (error);
  dd_case_actions_open (connection, &anna, &opening, &id, &error);
  g_assert_no_error (error);
  return id;
}

static DdCaseScope *
load (DdConnection *connection, const char *id)
{
  g_autoptr (GError) error = NULL;
  DdCaseScope *scope = dd_case_scope_load (connection, id, &error);

  g_assert_no_error (error);
  return scope;
}

static void
check_state (DdConnection *connection, const char *id, const char *exclusion, DdFindingState state)
{
  g_autoptr (DdCaseScope) scope = load (connection, id);

  g_assert_cmpint (dd_scope_find (scope->scope, exclusion)->state, ==, state);
}

/* The newest action must be told as @title. */
static void
check_title (DdConnection *connection, const char *id, const char *title)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autoptr (GPtrArray) told = dd_journal_words_list (connection, id, 0, 1, calendar, NULL);

  g_assert_cmpstr (((DdJournalWords *) told->pdata[0])->title, ==, title);
}

static void
undo (DdConnection *connection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdJournalEntry) entry =
      dd_undo_run (connection, DD_JOURNAL_UNDO, "Anna", NULL, NOW, &error);

  g_assert_no_error (error);
}

static void
decide (DdConnection *connection, const char *id, DdFindingOverride override)
{
  g_autoptr (GError) error = NULL;

  dd_case_scope_override (connection, &anna, id, "custom-components", override, "Only renamed",
                          &error);
  g_assert_no_error (error);
}

static void
test_override (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, "Acme");

  decide (connection, id, DD_FINDING_OVERRIDE_CLEAR);
  check_state (connection, id, "custom-components", DD_FINDING_CLEAR);
  check_title (connection, id,
               "Decided that “Non-Standard components” does not apply: Only renamed");
  decide (connection, id, DD_FINDING_OVERRIDE_TRIGGERED);
  check_state (connection, id, "custom-components", DD_FINDING_TRIGGERED);
  check_title (connection, id, "Decided that “Non-Standard components” applies: Only renamed");
  decide (connection, id, DD_FINDING_OVERRIDE_NONE);
  check_state (connection, id, "custom-components", DD_FINDING_UNKNOWN);
  check_title (connection, id, "Left “Non-Standard components” to its rule again");
  undo (connection);
  check_state (connection, id, "custom-components", DD_FINDING_TRIGGERED);
  undo (connection);
  undo (connection);
  check_state (connection, id, "custom-components", DD_FINDING_UNKNOWN);
}

/* A case that was opened without findings gets the row with the first decision. */
static void
test_old_case (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, "Acme");
  g_autoptr (DdAction) action = dd_action_new ("Anna", NOW, NULL, NULL);
  g_autoptr (DdCaseScope) scope = load (connection, id);
  g_autoptr (DdCaseScope) later = NULL;

  for (guint i = 0; i < scope->findings->len; i++)
    dd_action_delete (action, scope->findings->pdata[i]);
  record_fixture_commit (connection, action);
  check_state (connection, id, "custom-components", DD_FINDING_UNKNOWN);
  decide (connection, id, DD_FINDING_OVERRIDE_CLEAR);
  check_state (connection, id, "custom-components", DD_FINDING_CLEAR);
  later = load (connection, id);
  g_assert_cmpuint (later->findings->len, ==, 1);
}

static void
check_refused (GError **error, int code, const char *message)
{
  g_assert_error (*error, DD_CASE_ERROR, code);
  g_assert_cmpstr ((*error)->message, ==, message);
  g_clear_error (error);
}

static void
test_refused (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, "Acme");
  const DdCaseStep cancel = { DD_CASE_STEP_CANCEL, NULL, "No budget" };
  const DdEngagementOffer offer = { .exclusion = "no-access" };
  GError *error = NULL;

  g_assert_false (dd_case_scope_override (connection, &anna, id, "no-access",
                                          DD_FINDING_OVERRIDE_CLEAR, "", &error));
  check_refused (&error, DD_CASE_ERROR_REASON, "Give a reason for it.");
  g_assert_false (dd_case_scope_engage (connection, &anna, id, &offer, NULL, &error));
  check_refused (&error, DD_CASE_ERROR_STATE,
                 "“No Access” does not apply to the case, so there is nothing to engage for.");
  g_assert_true (dd_case_actions_take (connection, &anna, id, &cancel, NULL));
  g_assert_false (dd_case_scope_override (connection, &anna, id, "no-access",
                                          DD_FINDING_OVERRIDE_CLEAR, "x", &error));
  check_refused (&error, DD_CASE_ERROR_STATE, "The case is over: what was found about it stands.");
}

/* --- Paid engagements --- */

static DdEngagementState
get_engagement_state (DdConnection *connection, const char *id)
{
  g_autoptr (DdRecord) row = dd_records_load (connection, &dd_engagement_entity, id, NULL);

  return (DdEngagementState) dd_record_get_integer (row, "state");
}

static void
test_engagement (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    DdEngagementState state;
    const char *title;
  } moves[] = {
    { DD_ENGAGEMENT_OFFERED, "Offered the paid engagement “Two menus”" },
    { DD_ENGAGEMENT_DECLINED, "Noted that the paid engagement “Two menus” is declined" },
    { DD_ENGAGEMENT_OFFERED, "Offered the paid engagement “Two menus”" },
    { DD_ENGAGEMENT_AGREED, "Agreed the paid engagement “Two menus”" },
    { DD_ENGAGEMENT_DONE, "Noted that the paid engagement “Two menus” is done" },
  };
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, "Acme");
  g_autofree char *engagement = NULL;
  const DdEngagementOffer offer = { .exclusion = "custom-components", .title = "Two menus" };
  GError *error = NULL;

  decide (connection, id, DD_FINDING_OVERRIDE_TRIGGERED);
  dd_case_scope_engage (connection, &anna, id, &offer, &engagement, &error);
  g_assert_no_error (error);
  check_title (connection, id, "Proposed the paid engagement “Two menus”");
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      dd_case_scope_move_engagement (connection, &anna, engagement, moves[i].state, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (get_engagement_state (connection, engagement), ==, moves[i].state);
      check_title (connection, id, moves[i].title);
    }
  g_assert_false (dd_case_scope_move_engagement (connection, &anna, engagement,
                                                 DD_ENGAGEMENT_OFFERED, NULL, &error));
  check_refused (&error, DD_CASE_ERROR_STATE,
                 "The paid engagement “Two menus” is done, so it cannot become offered.");
  undo (connection);
  g_assert_cmpint (get_engagement_state (connection, engagement), ==, DD_ENGAGEMENT_AGREED);
}

/* An engagement is for an environment of its own case. */
static void
test_environment (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, "Acme");
  g_autofree char *other = open_case (connection, "Globex");
  g_autoptr (DdRecord) environment = dd_record_new (&dd_environment_entity, NULL);
  g_autoptr (DdAction) action = dd_action_new ("Anna", NOW, NULL, NULL);
  const DdEngagementOffer offer = { .exclusion = "custom-components",
                                    .environment_id = dd_record_get_id (environment) };
  GError *error = NULL;

  dd_record_set_text (environment, "case_id", other);
  dd_record_set_text (environment, "name", "Production");
  dd_action_save (action, environment);
  record_fixture_commit (connection, action);
  decide (connection, id, DD_FINDING_OVERRIDE_TRIGGERED);
  decide (connection, other, DD_FINDING_OVERRIDE_TRIGGERED);
  g_assert_false (dd_case_scope_engage (connection, &anna, id, &offer, NULL, &error));
  g_assert_error (error, DD_CASE_ERROR, DD_CASE_ERROR_UNKNOWN);
  g_clear_error (&error);
  dd_case_scope_engage (connection, &anna, other, &offer, NULL, &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/case-scope/override", test_override);
  store_test_add ("/case-scope/old-case", test_old_case);
  store_test_add ("/case-scope/refused", test_refused);
  store_test_add ("/case-scope/engagement", test_engagement);
  store_test_add ("/case-scope/environment", test_environment);
  return g_test_run ();
}
