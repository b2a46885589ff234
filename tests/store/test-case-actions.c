/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What is done with cases: opened from a shipped service, worked on, closed, deleted; each one
 * labelled action that can be undone.
 */

#include "config.h"

#include "dd-case-actions.h"

#include "dd-bundle.h"
#include "dd-case-files.h"
#include "dd-journal-words.h"
#include "dd-named.h"
#include "dd-records.h"
#include "dd-undo.h"
#include "delivery/dd-case-rules.h"
#include "record-fixture.h"
#include "service/dd-service-parser.h"
#include "service/dd-service-writer.h"

#include <string.h>

static const DdActor anna = { .user = "Anna", .now = 1000 };

static DdService *
load_shipped (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dd_bundle_read (path, &error);
  gsize size;
  const char *text;
  DdService *service;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &size);
  service = dd_service_parse (text, (gssize) size, path, &error);
  g_assert_no_error (error);
  return service;
}

static char *
open_case (DdConnection *connection, const char *customer)
{
  g_autoptr (DdService) service = load_shipped ("services/cx-process.xml");
  const DdCaseOpening opening = { .service = service,
                                  .customer = customer,
                                  .current_version = "9.1",
                                  .target_version = "",
                                  .deadline = "2026-12-18",
                                  .access_acknowledged = TRUE,
                                  .start = DD_INSTANT_NONE };
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  g_assert_true (dd_case_actions_open (connection, &anna, &opening, &id, &error));
  g_assert_no_error (error);
  return id;
}

static DdCaseFile *
load (DdConnection *connection, const char *id)
{
  g_autoptr (GError) error = NULL;
  DdCaseFile *file = dd_case_files_load (connection, id, &error);

  g_assert_no_error (error);
  return file;
}

/* The newest action must be told as @title. */
static void
check_title (DdConnection *connection, const char *id, const char *title)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) told = dd_journal_words_list (connection, id, 0, 1, calendar, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (((DdJournalWords *) told->pdata[0])->title, ==, title);
}

static gboolean
take (DdConnection *connection, const char *id, const DdCaseStep *step, GError **error)
{
  return dd_case_actions_take (connection, &anna, id, step, error);
}

static void
check_state (DdConnection *connection, const char *id, DdCaseState state)
{
  g_autoptr (DdCaseFile) file = load (connection, id);

  g_assert_cmpint (dd_record_get_integer (file->record, "state"), ==, state);
}

/* --- Opening --- */

static void
test_open (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdService) service = load_shipped ("services/cx-process.xml");
  g_autofree char *id = open_case (connection, "Acme");
  g_autoptr (DdCaseFile) file = load (connection, id);
  DdRecord *record = file->record;

  g_assert_cmpstr (dd_record_get_name (record), ==,
                   "Acme - Platinum Services Request: Managed Upgrade");
  g_assert_cmpstr (dd_record_get_text (record, "service_id"), ==, "cx-process");
  g_assert_cmpstr (dd_record_get_text (record, "product"), ==, "CX Process");
  g_assert_cmpstr (dd_record_get_text (record, "current_version"), ==, "9.1");
  g_assert_null (dd_record_get_text (record, "target_version"));
  g_assert_cmpint (dd_record_get_integer (record, "start_at"), ==, 1000);
  g_assert_cmpint (dd_record_get_integer (record, "state"), ==, DD_CASE_REQUESTED);
  g_assert_cmpuint (file->activities->len, ==, service->activities->len);
  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);
      DdRecord *made = file->activities->pdata[i];

      g_assert_cmpstr (dd_record_get_text (made, "definition_id"), ==, activity->id);
      g_assert_cmpstr (dd_record_get_name (made), ==, activity->name);
      g_assert_cmpint (dd_record_get_integer (made, "kind"), ==, activity->kind);
      g_assert_cmpuint (dd_owner_parse (dd_record_get_text (made, "owner")), ==, activity->owner);
    }
  check_title (connection, id,
               "Opened the case “Acme - Platinum Services Request: Managed Upgrade”");
}

/* The definition comes back as it was, and is kept once. */
static void
test_definition (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdService) service = load_shipped ("services/cx-process.xml");
  g_autofree char *first = open_case (connection, "Acme");
  g_autofree char *second = open_case (connection, "Beta");
  g_autoptr (DdCaseFile) file = load (connection, second);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdService) kept =
      dd_case_actions_load_service (connection, dd_record_get_text (file->record, "service_hash"),
                                    &error);
  g_autofree char *expected = dd_service_to_xml (service);
  g_autofree char *xml = NULL;

  g_assert_no_error (error);
  xml = dd_service_to_xml (kept);
  g_assert_cmpstr (xml, ==, expected);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM journal_contents"), ==,
                   1);
}

/* One customer, however many cases; and only the case goes when the second is undone. */
static void
test_customer (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *first = open_case (connection, "Acme");
  g_autofree char *one = record_fixture_dump (connection);
  g_autofree char *second = open_case (connection, "Acme");
  g_autofree char *two = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM customers"), ==, 1);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM cases"), ==, 2);
  dd_journal_entry_free (dd_undo_run (connection, DD_JOURNAL_UNDO, "Anna", NULL, 2000, &error));
  g_assert_no_error (error);
  two = record_fixture_dump (connection);
  g_assert_cmpstr (one, ==, two);
}

static void
test_open_refused (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdService) service = load_shipped ("services/cx-process.xml");
  const DdCaseOpening no_customer = { .service = service, .customer = "" };
  const DdCaseOpening no_date = { .service = service, .customer = "Acme", .deadline = "soon" };
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  g_assert_false (dd_case_actions_open (connection, &anna, &no_customer, &id, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (dd_case_actions_open (connection, &anna, &no_date, &id, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);
  g_assert_cmpstr (error->message, ==,
                   "The deadline must be a date such as “2026-12-18”, not “soon”.");
  g_assert_null (id);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM customers"), ==, 0);
}

/* --- Working --- */

static const struct
{
  DdCaseStep step;
  const char *title; /* as the journal tells it */
  DdCaseState state; /* of the case, then */
} life[] = {
  { { DD_CASE_STEP_FINISH, "create-request-case", NULL },
    "Marked “Create Request Case” done",
    DD_CASE_RUNNING },
  { { DD_CASE_STEP_START, "respond-to-request", NULL },
    "Started “Respond to Request”",
    DD_CASE_RUNNING },
  { { DD_CASE_STEP_WAIT, "respond-to-request", "illness", DD_PARTY_VENDOR },
    "“Respond to Request” waits for the vendor: illness",
    DD_CASE_RUNNING },
  { { DD_CASE_STEP_RESUME, "respond-to-request", NULL },
    "Resumed “Respond to Request”",
    DD_CASE_RUNNING },
  { { DD_CASE_STEP_WAIT, NULL, "access", DD_PARTY_CUSTOMER },
    "The case waits for the customer: access",
    DD_CASE_WAITING },
  { { DD_CASE_STEP_RESUME, NULL, NULL }, "Resumed the case", DD_CASE_RUNNING },
  { { DD_CASE_STEP_WAIT, NULL, "holidays", DD_PARTY_VENDOR },
    "The case waits for the vendor: holidays",
    DD_CASE_WAITING },
  { { DD_CASE_STEP_RESUME_ALL, NULL, NULL }, "Resumed the case", DD_CASE_RUNNING },
  { { DD_CASE_STEP_SKIP, "respond-to-request", "told by phone" },
    "Skipped “Respond to Request”: told by phone",
    DD_CASE_RUNNING },
  { { DD_CASE_STEP_CLOSE, NULL, "All went well." }, "Closed the case", DD_CASE_CLOSED },
};

/* A case from its request to its end, each step told and undone in the opposite order. */
static void
test_life (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *first = record_fixture_dump (connection);
  g_autofree char *last = NULL;
  g_autofree char *id = open_case (connection, "Acme");
  g_autoptr (GError) error = NULL;
  DdJournalEntry *undone;

  for (gsize i = 0; i < G_N_ELEMENTS (life); i++)
    {
      g_assert_true (take (connection, id, &life[i].step, &error));
      g_assert_no_error (error);
      check_title (connection, id, life[i].title);
      check_state (connection, id, life[i].state);
    }
  g_assert_no_error (error);

  while ((undone = dd_undo_run (connection, DD_JOURNAL_UNDO, "Anna", NULL, 2000, &error)) != NULL)
    dd_journal_entry_free (undone);
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
  last = record_fixture_dump (connection);
  g_assert_cmpstr (first, ==, last);
}

static void
test_refused (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, "Acme");
  gint64 actions = store_test_get_int64 (connection, "SELECT count (*) FROM journal_actions");
  const DdCaseStep resume = { DD_CASE_STEP_RESUME, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (take (connection, "no-such", &resume, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (take (connection, id, &resume, &error));
  g_assert_error (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM journal_actions"), ==,
                   actions);
}

/* --- Setting --- */

static gboolean
set (DdConnection *connection, const char *id, const char *name, const char *text, GError **error)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", NULL);
  const DdCaseSetting setting = { name, text };

  return dd_case_actions_set (connection, &anna, id, &setting, 1, calendar, error);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *title;   /* of the action, in words; NULL: it is refused */
  const char *refusal; /* (nullable) */
} SettingRow;

static const SettingRow setting_rows[] = {
  { "deadline", "2027-01-08", "Changed the deadline from 18 December 2026 to 8 January 2027",
    NULL },
  { "deadline", "", "Removed the deadline, which was 8 January 2027", NULL },
  { "target-version", "10.0", "Set the target version to “10.0”", NULL },
  { "target_version", "10.1", "Changed the target version from “10.0” to “10.1”", NULL },
  { "basis", "cautious", "Changed the basis of the plan from typical to cautious", NULL },
  { "access-acknowledged", "no", "Changed the acknowledgement of access from yes to no", NULL },
  { "start-at", "1970-01-02",
    "Changed the start from 1 January 1970, 00:16 to 1 January 1970, 23:00", NULL },
  { "manager", "Paul", "Set the project manager to “Paul”", NULL },
  { "manager", "", "Removed the project manager, which was “Paul”", NULL },
  { "title", "", NULL, "The title is missing: enter one." },
  { "deadline", "soon", NULL, "The deadline must be a date such as “2026-12-18”, not “soon”." },
  { "state", "closed", NULL,
    "A case has no field “state” that can be set. These can: title, portal-case, current-version, "
    "target-version, earliest-start, ideal-start, deadline, deadline-reason, access-acknowledged, "
    "requested-at, start-at, basis, manager, consultant, note." },
};

static void
test_set (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, "Acme");

  for (gsize i = 0; i < G_N_ELEMENTS (setting_rows); i++)
    {
      const SettingRow *row = &setting_rows[i];
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (set (connection, id, row->name, row->text, &error), ==, row->title != NULL);
      if (row->title != NULL)
        check_title (connection, id, row->title);
      else
        g_assert_cmpstr (error->message, ==, row->refusal);
    }
}

/* A person is made once, and two of one name must be told apart. */
static void
test_people (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *id = open_case (connection, "Acme");
  g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, NULL, NULL);
  g_autoptr (DdRecord) second = dd_record_new (&dd_person_entity, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (set (connection, id, "manager", "Paul", &error));
  g_assert_true (set (connection, id, "consultant", "Paul", &error));
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM people"), ==, 1);
  dd_record_set_text (second, "name", "Paul");
  dd_action_save (action, second);
  record_fixture_commit (connection, action);
  g_assert_false (set (connection, id, "manager", "Paul", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);
  g_assert_cmpstr (error->message, ==,
                   "There is more than one person named “Paul”: name another, or rename one.");
}

/* --- Deleting and finding --- */

/* A case with a row of every kind that can be a part of one: all go, and all come back. */
static void
test_delete (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);
  g_autofree char *before = record_fixture_dump (connection);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < records->len; i++)
    if (DD_IS_CASE (records->pdata[i]))
      g_assert_true (
          dd_case_actions_delete (connection, &anna, dd_record_get_id (records->pdata[i]), &error));
  g_assert_no_error (error);
  for (guint i = 0; i < DD_N_ENTITIES; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", dd_entities[i]->table);
      gboolean part = dd_entities[i] != &dd_customer_entity && dd_entities[i] != &dd_person_entity;
      g_assert_cmpint (store_test_get_int64 (connection, sql), ==, part ? 0 : 1);
    }
  dd_journal_entry_free (dd_undo_run (connection, DD_JOURNAL_UNDO, "Anna", NULL, 2000, &error));
  g_assert_no_error (error);
  after = record_fixture_dump (connection);
  g_assert_cmpstr (before, ==, after);
}

static void
test_find_id (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *first = open_case (connection, "Acme");
  g_autofree char *second = open_case (connection, "Beta");
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  found = dd_named_find_id (connection, &dd_case_entity, first, &error);
  g_assert_cmpstr (found, ==, first);
  g_free (found);
  first[35] = '\0';
  found = dd_named_find_id (connection, &dd_case_entity, first, &error);
  g_assert_true (g_str_has_prefix (found, first));
  g_assert_null (dd_named_find_id (connection, &dd_case_entity, "", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "It may be "));
  g_assert_nonnull (strstr (error->message, "(Acme - Platinum"));
  g_assert_nonnull (strstr (error->message, "(Beta - Platinum"));
  g_clear_error (&error);
  g_assert_null (dd_named_find_id (connection, &dd_case_entity, "%", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no case whose id begins with “%”.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/case-actions/open", test_open);
  store_test_add ("/case-actions/definition", test_definition);
  store_test_add ("/case-actions/customer", test_customer);
  store_test_add ("/case-actions/open-refused", test_open_refused);
  store_test_add ("/case-actions/life", test_life);
  store_test_add ("/case-actions/refused", test_refused);
  store_test_add ("/case-actions/set", test_set);
  store_test_add ("/case-actions/people", test_people);
  store_test_add ("/case-actions/delete", test_delete);
  store_test_add ("/case-actions/find-id", test_find_id);
  return g_test_run ();
}
