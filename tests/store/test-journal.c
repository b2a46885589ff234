/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The journal: what it keeps of an action, all or nothing, and what happens when two people change
 * the same thing.
 */

#include "config.h"

#include "dd-journal.h"

#include "dd-records.h"
#include "record-fixture.h"

#include <string.h>

static DdRecord *
make_customer (const char *name)
{
  DdRecord *record = dd_record_new (&dd_customer_entity, NULL);

  dd_record_set_text (record, "name", name);
  return record;
}

/* Stores @record as it is, by @user at @at. Returns: the action's id */
static gint64
store (DdConnection *connection, DdRecord *record, const char *user, gint64 at)
{
  g_autoptr (DdAction) action = dd_action_new (user, at, NULL, NULL);
  gint64 id;

  dd_action_save (action, record);
  id = record_fixture_commit (connection, action);
  dd_record_settle (record);
  return id;
}

/* Tries to store @record, or to delete it, and must be refused with @code and @message. */
static void
refuse (DdConnection *connection, DdRecord *record, gboolean delete, int code, const char *message)
{
  g_autoptr (DdAction) action = dd_action_new ("Bea", 3000, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = record_fixture_dump (connection);
  g_autofree char *after = NULL;
  gint64 actions = store_test_get_int64 (connection, "SELECT count (*) FROM journal_actions");
  gint64 id;

  if (delete)
    dd_action_delete (action, record);
  else
    dd_action_save (action, record);
  g_assert_false (dd_journal_commit (connection, action, &id, &error));
  g_assert_error (error, DD_STORE_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
  after = record_fixture_dump (connection);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM journal_actions"), ==,
                   actions);
}

static DdJournalEntry *
load (DdConnection *connection, gint64 id)
{
  g_autoptr (GError) error = NULL;
  DdJournalEntry *entry = dd_journal_load (connection, id, &error);

  g_assert_no_error (error);
  return entry;
}

static void
test_entry (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) record = make_customer ("Acme");
  g_autoptr (DdAction) action =
      dd_action_new ("Änna \"O\"", 1000, "Added “%s” and “%s”", "A\n\"c\"me", "", NULL);
  g_autoptr (DdJournalEntry) entry = NULL;
  const DdChange *change;
  gint64 id;

  dd_action_save (action, record);
  id = record_fixture_commit (connection, action);
  entry = load (connection, id);
  g_assert_cmpint (entry->id, ==, id);
  g_assert_cmpint (entry->at, ==, 1000);
  g_assert_cmpint (entry->kind, ==, DD_JOURNAL_DO);
  g_assert_cmpstr (entry->user, ==, "Änna \"O\"");
  g_assert_cmpstr (entry->label, ==, "Added “%s” and “%s”");
  g_assert_cmpstr (entry->arguments[0], ==, "A\n\"c\"me");
  g_assert_cmpstr (entry->arguments[1], ==, "");
  g_assert_null (entry->arguments[2]);
  g_assert_true (entry->complete);
  g_assert_false (entry->undone);
  g_assert_cmpuint (entry->changes->len, ==, 1);
  change = entry->changes->pdata[0];
  g_assert_cmpint (change->kind, ==, DD_CHANGE_INSERT);
  g_assert_true (change->entity == &dd_customer_entity);
  g_assert_cmpstr (change->record_id, ==, dd_record_get_id (record));
}

/* Every field of every entity comes back from the journal as it was. */
static void
test_changes (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);
  g_autoptr (DdJournalEntry) entry = load (connection, 1);

  g_assert_true (entry->complete);
  g_assert_cmpuint (entry->changes->len, ==, records->len);
  for (guint i = 0; i < records->len; i++)
    {
      DdRecord *record = records->pdata[i];
      const DdChange *change = entry->changes->pdata[i];

      g_assert_cmpstr (change->subject_id, ==, dd_record_get_subject_id (record));
      for (guint j = 0; j < change->fields->len; j++)
        {
          const DdFieldChange *field = &g_array_index (change->fields, DdFieldChange, j);
          g_assert_true (dd_field_equal (&change->entity->fields[field->index], field->after,
                                         dd_record_get_value (record, field->index)));
        }
    }
}

static void
test_nothing (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, "Did nothing", NULL);

  g_assert_cmpint (record_fixture_commit (connection, action), ==, 0);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM journal_actions"), ==,
                   0);
}

/* What an older Drydock wrote of a field that is no more is told, and known to be only a part. */
static void
test_incomplete (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdJournalEntry) entry = NULL;

  store_test_exec (
      connection,
      "INSERT INTO journal_actions (id, at, user, kind) VALUES (1, 1, 'Anna', 'do');"
      "INSERT INTO journal_changes VALUES (1, 0, 'customers', 'x', 'x', '{\"name\":\"A\"}', "
      "'{\"name\":\"B\",\"fax\":\"123\"}'), (1, 1, 'faxes', 'x', 'x', NULL, '{}'), "
      "(1, 2, 'customers', 'x', 'x', NULL, 'no JSON')");
  entry = load (connection, 1);
  g_assert_false (entry->complete);
  g_assert_cmpuint (entry->changes->len, ==, 1);
  g_assert_cmpuint (((DdChange *) entry->changes->pdata[0])->fields->len, ==, 1);
}

/* The third change cannot be made: the first two are not either. */
static void
test_all_or_nothing (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, NULL, NULL);
  const char *const names[] = { "Acme", "Beta", "" };
  g_autoptr (GError) error = NULL;
  gint64 id;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DdRecord) record = make_customer (names[i]);
      dd_action_save (action, record);
    }
  g_assert_false (dd_journal_commit (connection, action, &id, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM customers"), ==, 0);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM journal_actions"), ==,
                   0);
}

/* --- Two people --- */

static void
test_same_field (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) mine = make_customer ("Acme");
  g_autoptr (DdRecord) theirs = NULL;

  store (connection, mine, "Anna", 1000);
  theirs = record_fixture_reload (connection, mine);
  dd_record_set_text (theirs, "note", "theirs");
  store (connection, theirs, "Cem", 2000);
  dd_record_set_text (theirs, "program", "platinum");
  store (connection, theirs, "Dan", 2500);
  dd_record_set_text (mine, "note", "mine");
  refuse (connection, mine, FALSE, DD_STORE_ERROR_CONFLICT,
          "Cem changed the note of the customer “Acme” on 1 January 1970, 00:33. Nothing was "
          "saved: look at it again, then decide.");
  g_assert_cmpstr (dd_record_get_text (mine, "note"), ==, "mine");
}

/* The same value twice is not the same change: a counter would lose one. */
static void
test_same_value (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) mine = make_customer ("Acme");
  g_autoptr (DdRecord) theirs = NULL;

  store (connection, mine, "Anna", 1000);
  theirs = record_fixture_reload (connection, mine);
  dd_record_set_text (theirs, "note", "6");
  store (connection, theirs, "Cem", 2000);
  dd_record_set_text (mine, "note", "6");
  refuse (connection, mine, FALSE, DD_STORE_ERROR_CONFLICT,
          "Cem changed the note of the customer “Acme” on 1 January 1970, 00:33. Nothing was "
          "saved: look at it again, then decide.");
}

static void
test_other_field (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) mine = make_customer ("Acme");
  g_autoptr (DdRecord) theirs = NULL;
  g_autoptr (DdRecord) now = NULL;

  store (connection, mine, "Anna", 1000);
  theirs = record_fixture_reload (connection, mine);
  dd_record_set_text (theirs, "note", "theirs");
  store (connection, theirs, "Cem", 2000);
  dd_record_set_text (mine, "program", "platinum");
  store (connection, mine, "Bea", 3000);
  now = record_fixture_reload (connection, mine);
  g_assert_cmpstr (dd_record_get_text (now, "note"), ==, "theirs");
  g_assert_cmpstr (dd_record_get_text (now, "program"), ==, "platinum");
}

static void
test_deleted (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) mine = make_customer ("Acme");
  g_autoptr (DdAction) action = dd_action_new ("Cem", 2000, NULL, NULL);

  store (connection, mine, "Anna", 1000);
  dd_action_delete (action, mine);
  record_fixture_commit (connection, action);
  dd_record_set_text (mine, "name", "Beta");
  refuse (connection, mine, FALSE, DD_STORE_ERROR_CONFLICT,
          "Cem deleted the customer “Acme” on 1 January 1970, 00:33. Nothing was saved: look at it "
          "again, then decide.");
  refuse (connection, mine, TRUE, DD_STORE_ERROR_CONFLICT,
          "Cem deleted the customer “Acme” on 1 January 1970, 00:33. Nothing was saved: look at it "
          "again, then decide.");
}

/* Whoever deletes a row must have seen all of it. */
static void
test_delete_stale (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) mine = make_customer ("Acme");
  g_autoptr (DdRecord) theirs = NULL;

  store (connection, mine, "Anna", 1000);
  theirs = record_fixture_reload (connection, mine);
  dd_record_set_text (theirs, "note", "theirs");
  store (connection, theirs, "Cem", 2000);
  refuse (connection, mine, TRUE, DD_STORE_ERROR_CONFLICT,
          "Cem changed the note of the customer “Acme” on 1 January 1970, 00:33. Nothing was "
          "saved: look at it again, then decide.");
}

/* --- What a rule forbids --- */

static void
test_referred (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = make_customer ("Acme");
  g_autoptr (DdRecord) person = dd_record_new (&dd_person_entity, NULL);

  store (connection, customer, "Anna", 1000);
  dd_record_set_text (person, "name", "Paul");
  dd_record_set_text (person, "customer_id", dd_record_get_id (customer));
  store (connection, person, "Anna", 1000);
  refuse (connection, customer, TRUE, DD_STORE_ERROR_CONSTRAINT,
          "The customer “Acme” cannot be deleted, because the person “Paul” refers to it. Nothing "
          "was saved: look at it again, then decide.");
}

static void
test_duplicate (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) first = make_customer ("Acme");
  g_autoptr (DdRecord) second = make_customer ("Acme");

  store (connection, first, "Anna", 1000);
  refuse (connection, second, FALSE, DD_STORE_ERROR_CONSTRAINT,
          "There is already a customer with the name “Acme”: choose another.");
}

/* --- Reading --- */

/* The ids that a list gives, joined. */
static void
check_list (DdConnection *connection,
            const char *subject_id,
            gint64 before,
            guint limit,
            const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = dd_journal_list (connection, subject_id, before, limit, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (ids, "%s%d", i > 0 ? " " : "",
                            (int) ((DdJournalEntry *) entries->pdata[i])->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_list (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) first = make_customer ("Acme");
  g_autoptr (DdRecord) second = make_customer ("Beta");

  store (connection, first, "Anna", 1000);
  store (connection, second, "Anna", 1001);
  dd_record_set_text (first, "note", "1");
  store (connection, first, "Anna", 1002);
  check_list (connection, NULL, 0, 10, "3 2 1");
  check_list (connection, NULL, 0, 2, "3 2");
  check_list (connection, NULL, 3, 10, "2 1");
  check_list (connection, dd_record_get_id (first), 0, 10, "3 1");
  check_list (connection, dd_record_get_id (first), 3, 10, "1");
  check_list (connection, dd_record_get_id (second), 0, 10, "2");
  check_list (connection, "nobody", 0, 10, "");
}

static void
test_not_found (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_journal_load (connection, 7, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (dd_journal_load_content (connection, "7", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
}

/* The same content is kept once, whoever keeps it. */
static void
test_content (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\0b", 3);
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, NULL, NULL);
      g_free (hash);
      hash = g_strdup (dd_action_keep (action, bytes));
      record_fixture_commit (connection, action);
    }
  loaded = dd_journal_load_content (connection, hash, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, loaded));
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM journal_contents"), ==,
                   1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/journal/entry", test_entry);
  store_test_add ("/journal/changes", test_changes);
  store_test_add ("/journal/nothing", test_nothing);
  store_test_add ("/journal/incomplete", test_incomplete);
  store_test_add ("/journal/all-or-nothing", test_all_or_nothing);
  store_test_add ("/journal/same-field", test_same_field);
  store_test_add ("/journal/same-value", test_same_value);
  store_test_add ("/journal/other-field", test_other_field);
  store_test_add ("/journal/deleted", test_deleted);
  store_test_add ("/journal/delete-stale", test_delete_stale);
  store_test_add ("/journal/referred", test_referred);
  store_test_add ("/journal/duplicate", test_duplicate);
  store_test_add ("/journal/list", test_list);
  store_test_add ("/journal/not-found", test_not_found);
  store_test_add ("/journal/content", test_content);
  return g_test_run ();
}
