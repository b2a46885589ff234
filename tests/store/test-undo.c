/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Undo and redo: whose, which, and when not.
 */

#include "config.h"

#include "dd-undo.h"

#include "dd-records.h"
#include "record-fixture.h"

#include <string.h>

/* Sets the note of @record to @note (nullable) as @user. Returns: the action's id */
static gint64
write_note (DdConnection *connection, DdRecord *record, const char *user, const char *note)
{
  g_autoptr (DdAction) action = dd_action_new (user, 2000, "Noted “%s”", note, NULL);
  g_autoptr (DdRecord) now = record_fixture_reload (connection, record);

  dd_record_set_text (now, "note", note);
  dd_action_save (action, now);
  return record_fixture_commit (connection, action);
}

static DdRecord *
add_customer (DdConnection *connection, const char *user, const char *name)
{
  g_autoptr (DdAction) action = dd_action_new (user, 1000, "Added “%s”", name, NULL);
  DdRecord *record = dd_record_new (&dd_customer_entity, NULL);

  dd_record_set_text (record, "name", name);
  dd_action_save (action, record);
  record_fixture_commit (connection, action);
  dd_record_settle (record);
  return record;
}

static void
check_note (DdConnection *connection, DdRecord *record, const char *note)
{
  g_autoptr (DdRecord) now = record_fixture_reload (connection, record);

  g_assert_cmpstr (dd_record_get_text (now, "note"), ==, note);
}

/* Undoes or redoes what is @user's to undo; it must be the action labelled with @argument. */
static void
run (DdConnection *connection, DdJournalKind kind, const char *user, const char *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdJournalEntry) entry = dd_undo_run (connection, kind, user, NULL, 3000, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (entry->arguments[0], ==, argument);
}

/* The same for the history of @subject (nullable), which must be refused. */
static void
refuse (DdConnection *connection,
        DdJournalKind kind,
        const char *user,
        const char *subject_id,
        int code,
        const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = record_fixture_dump (connection);
  g_autofree char *after = NULL;

  g_assert_null (dd_undo_run (connection, kind, user, subject_id, 3000, &error));
  g_assert_error (error, DD_STORE_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
  after = record_fixture_dump (connection);
  g_assert_cmpstr (before, ==, after);
}

static void
test_sequence (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) record = add_customer (connection, "Anna", "Acme");

  write_note (connection, record, "Anna", "one");
  write_note (connection, record, "Anna", "two");
  run (connection, DD_JOURNAL_UNDO, "Anna", "two");
  check_note (connection, record, "one");
  run (connection, DD_JOURNAL_UNDO, "Anna", "one");
  check_note (connection, record, NULL);
  run (connection, DD_JOURNAL_REDO, "Anna", "one");
  run (connection, DD_JOURNAL_REDO, "Anna", "two");
  check_note (connection, record, "two");
  refuse (connection, DD_JOURNAL_REDO, "Anna", NULL, DD_STORE_ERROR_NOT_FOUND,
          "There is nothing to redo.");
  run (connection, DD_JOURNAL_UNDO, "Anna", "two");
  run (connection, DD_JOURNAL_UNDO, "Anna", "one");
  run (connection, DD_JOURNAL_UNDO, "Anna", "Acme");
  refuse (connection, DD_JOURNAL_UNDO, "Anna", NULL, DD_STORE_ERROR_NOT_FOUND,
          "There is nothing to undo.");
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM customers"), ==, 0);
}

/* Something new, and what was undone before is not offered again. */
static void
test_redo_ends (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) record = add_customer (connection, "Anna", "Acme");

  write_note (connection, record, "Anna", "one");
  run (connection, DD_JOURNAL_UNDO, "Anna", "one");
  write_note (connection, record, "Anna", "two");
  refuse (connection, DD_JOURNAL_REDO, "Anna", NULL, DD_STORE_ERROR_NOT_FOUND,
          "There is nothing to redo.");
  run (connection, DD_JOURNAL_UNDO, "Anna", "two");
  run (connection, DD_JOURNAL_REDO, "Anna", "two");
  check_note (connection, record, "two");
}

/* Each user undoes their own; what others do in between does not end a redo. */
static void
test_users (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) first = add_customer (connection, "Anna", "Acme");
  g_autoptr (DdRecord) second = add_customer (connection, "Bea", "Beta");

  write_note (connection, first, "Anna", "anna's");
  write_note (connection, second, "Bea", "bea's");
  run (connection, DD_JOURNAL_UNDO, "Anna", "anna's");
  write_note (connection, second, "Bea", "bea's again");
  run (connection, DD_JOURNAL_REDO, "Anna", "anna's");
  check_note (connection, first, "anna's");
  check_note (connection, second, "bea's again");
  refuse (connection, DD_JOURNAL_UNDO, "Cem", NULL, DD_STORE_ERROR_NOT_FOUND,
          "There is nothing to undo.");
}

/* Of one customer's history, the newest of theirs. */
static void
test_subject (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) first = add_customer (connection, "Anna", "Acme");
  g_autoptr (DdRecord) second = add_customer (connection, "Anna", "Beta");
  g_autoptr (DdJournalEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  write_note (connection, first, "Anna", "one");
  write_note (connection, second, "Anna", "two");
  for (int i = 0; i < 2; i++)
    {
      g_clear_pointer (&entry, dd_journal_entry_free);
      entry = dd_undo_run (connection, i == 0 ? DD_JOURNAL_UNDO : DD_JOURNAL_REDO, "Anna",
                           dd_record_get_id (first), 3000, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (entry->arguments[0], ==, "one");
      check_note (connection, first, i == 0 ? NULL : "one");
    }
  check_note (connection, second, "two");
  refuse (connection, DD_JOURNAL_REDO, "Anna", dd_record_get_id (second), DD_STORE_ERROR_NOT_FOUND,
          "There is nothing to redo.");
}

static void
test_find (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) record = add_customer (connection, "Anna", "Acme");
  g_autoptr (DdJournalEntry) undo = NULL;
  g_autoptr (DdJournalEntry) redo = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (dd_undo_find (connection, DD_JOURNAL_UNDO, "Anna", NULL, &undo, &error));
  g_assert_cmpstr (undo->label, ==, "Added “%s”");
  g_assert_true (dd_undo_find (connection, DD_JOURNAL_REDO, "Anna", NULL, &redo, &error));
  g_assert_null (redo);
  run (connection, DD_JOURNAL_UNDO, "Anna", "Acme");
  g_assert_true (dd_undo_find (connection, DD_JOURNAL_REDO, "Anna", NULL, &redo, &error));
  g_assert_cmpint (redo->id, ==, undo->id);
  g_assert_true (redo->undone);
}

/* --- When not --- */

static void
test_same_field (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) record = add_customer (connection, "Anna", "Acme");

  write_note (connection, record, "Anna", "one");
  write_note (connection, record, "Bea", "two");
  refuse (connection, DD_JOURNAL_UNDO, "Anna", NULL, DD_STORE_ERROR_CONFLICT,
          "“Noted “one”” cannot be undone, because Bea did “Noted “two”” on top of it on 1 January "
          "1970, 00:33. Undo that first.");
  run (connection, DD_JOURNAL_UNDO, "Bea", "two");
  run (connection, DD_JOURNAL_UNDO, "Anna", "one");
  refuse (connection, DD_JOURNAL_REDO, "Bea", NULL, DD_STORE_ERROR_CONFLICT,
          "“Noted “two”” cannot be done again. Anna changed the note of the customer “Acme” on "
          "1 January 1970, 00:50. Undo that first.");
}

/* A note that went from one to two and back to one is not what it was after the first: taking that
 * back would leave the other two with nothing to go back to. */
static void
test_there_and_back (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) record = add_customer (connection, "Anna", "Acme");

  write_note (connection, record, "Anna", "one");
  write_note (connection, record, "Bea", "two");
  write_note (connection, record, "Bea", "one");
  refuse (connection, DD_JOURNAL_UNDO, "Anna", NULL, DD_STORE_ERROR_CONFLICT,
          "“Noted “one”” cannot be undone, because Bea did “Noted “two”” on top of it on 1 January "
          "1970, 00:33. Undo that first.");
  run (connection, DD_JOURNAL_UNDO, "Bea", "one");
  run (connection, DD_JOURNAL_UNDO, "Bea", "two");
  run (connection, DD_JOURNAL_UNDO, "Anna", "one");
  check_note (connection, record, NULL);
}

/* What was redone came after what was done before it. */
static void
test_after_redo (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) record = add_customer (connection, "Anna", "Acme");

  write_note (connection, record, "Anna", "one");
  run (connection, DD_JOURNAL_UNDO, "Anna", "one");
  write_note (connection, record, "Bea", "two");
  write_note (connection, record, "Bea", NULL);
  run (connection, DD_JOURNAL_REDO, "Anna", "one");
  refuse (connection, DD_JOURNAL_UNDO, "Bea", NULL, DD_STORE_ERROR_CONFLICT,
          "“Noted “”” cannot be undone, because Anna did “Noted “one”” on top of it on 1 January "
          "1970, 00:50. Undo that first.");
  run (connection, DD_JOURNAL_UNDO, "Anna", "one");
}

static void
test_other_field (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) record = add_customer (connection, "Anna", "Acme");
  g_autoptr (DdAction) action = dd_action_new ("Bea", 2000, "Renamed to “%s”", "Beta", NULL);
  g_autofree char *first = record_fixture_dump (connection);
  g_autofree char *last = NULL;

  write_note (connection, record, "Anna", "one");
  dd_record_set_text (record, "name", "Beta");
  dd_action_save (action, record);
  record_fixture_commit (connection, action);
  run (connection, DD_JOURNAL_UNDO, "Anna", "one");
  check_note (connection, record, NULL);
  run (connection, DD_JOURNAL_UNDO, "Bea", "Beta");
  last = record_fixture_dump (connection);
  g_assert_cmpstr (first, ==, last);
}

/* A row that somebody else refers to by now stays, and one that somebody referred to meanwhile. */
static void
test_referred (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) record = add_customer (connection, "Anna", "Acme");
  g_autoptr (DdRecord) person = dd_record_new (&dd_person_entity, NULL);
  const char *const customers[] = { dd_record_get_id (record), NULL };

  dd_record_set_text (person, "name", "Paul");
  for (gsize i = 0; i < G_N_ELEMENTS (customers); i++)
    {
      const char *label = i == 0 ? "Added “%s”" : "Moved “%s”";
      g_autoptr (DdAction) action = dd_action_new ("Bea", 2000, label, "Paul", NULL);

      dd_record_set_text (person, "customer_id", customers[i]);
      dd_action_save (action, person);
      record_fixture_commit (connection, action);
      dd_record_settle (person);
      refuse (connection, DD_JOURNAL_UNDO, "Anna", NULL, DD_STORE_ERROR_CONFLICT,
              "“Added “Acme”” cannot be undone, because Bea did “Added “Paul”” on top of it on "
              "1 January 1970, 00:33. Undo that first.");
    }
  run (connection, DD_JOURNAL_UNDO, "Bea", "Paul");
  run (connection, DD_JOURNAL_UNDO, "Bea", "Paul");
  run (connection, DD_JOURNAL_UNDO, "Anna", "Acme");
  refuse (connection, DD_JOURNAL_REDO, "Bea", NULL, DD_STORE_ERROR_CONFLICT,
          "“Added “Paul”” cannot be done again. The customer of the person does not exist any "
          "more. Undo that first.");
}

static void
refuse_action (DdConnection *connection, DdJournalKind kind, gint64 id, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_undo_run_action (connection, kind, id, "Bea", 3000, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, message);
}

/* Any action can be named, by anybody, once. */
static void
test_named (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) first = add_customer (connection, "Anna", "Acme");
  g_autoptr (DdRecord) second = add_customer (connection, "Anna", "Beta");
  gint64 id = write_note (connection, first, "Anna", "one");
  g_autoptr (DdJournalEntry) undone = NULL;
  g_autoptr (DdJournalEntry) redone = NULL;
  g_autoptr (GError) error = NULL;

  write_note (connection, second, "Anna", "two");
  refuse_action (connection, DD_JOURNAL_REDO, id, "Action number 3 is not undone.");
  undone = dd_undo_run_action (connection, DD_JOURNAL_UNDO, id, "Bea", 3000, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->arguments[0], ==, "one");
  check_note (connection, first, NULL);
  refuse_action (connection, DD_JOURNAL_UNDO, id,
                 "Action number 3 is undone already, or an undo itself.");
  refuse_action (connection, DD_JOURNAL_UNDO, 5,
                 "Action number 5 is undone already, or an undo itself.");
  refuse_action (connection, DD_JOURNAL_UNDO, 99, "There is no action number 99 in the journal.");
  redone = dd_undo_run_action (connection, DD_JOURNAL_REDO, id, "Bea", 3000, &error);
  g_assert_no_error (error);
  check_note (connection, first, "one");
}

/* What was written of fields that are no more cannot be brought back, and is not brought back half.
 */
static void
test_incomplete (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);

  store_test_exec (connection,
                   "INSERT INTO journal_actions (id, at, user, kind) VALUES (1, 1, 'Anna', 'do');"
                   "INSERT INTO journal_changes VALUES (1, 0, 'customers', 'x', 'x', "
                   "'{\"fax\":\"1\"}', '{\"fax\":\"2\"}')");
  refuse (connection, DD_JOURNAL_UNDO, "Anna", NULL, DD_STORE_ERROR_CONFLICT,
          "“Change” cannot be undone. It was written by another version of Drydock.");
}

/* --- Restart --- */

static void
test_restart (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdRecord) record = NULL;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (DdConnection) connection = record_fixture_open (test);

      if (i == 0)
        record = add_customer (connection, "Anna", "Acme");
      if (i == 0)
        write_note (connection, record, "Anna", "one");
      else
        run (connection, i == 1 ? DD_JOURNAL_UNDO : DD_JOURNAL_REDO, "Anna", "one");
      check_note (connection, record, i == 1 ? NULL : "one");
    }
}

/* Rows of every entity, deleted and brought back. */
static void
test_every_entity (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autofree char *empty = record_fixture_dump (connection);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);
  g_autofree char *full = record_fixture_dump (connection);
  g_autofree char *now = NULL;
  g_autoptr (DdAction) action = dd_action_new ("Anna", 2000, "Deleted “%s”", "everything", NULL);

  for (guint i = records->len; i > 0; i--)
    dd_action_delete (action, records->pdata[i - 1]);
  record_fixture_commit (connection, action);
  now = record_fixture_dump (connection);
  g_assert_cmpstr (now, ==, empty);
  run (connection, DD_JOURNAL_UNDO, "Anna", "everything");
  g_free (now);
  now = record_fixture_dump (connection);
  g_assert_cmpstr (now, ==, full);
  run (connection, DD_JOURNAL_REDO, "Anna", "everything");
  g_free (now);
  now = record_fixture_dump (connection);
  g_assert_cmpstr (now, ==, empty);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/undo/sequence", test_sequence);
  store_test_add ("/undo/redo-ends", test_redo_ends);
  store_test_add ("/undo/users", test_users);
  store_test_add ("/undo/subject", test_subject);
  store_test_add ("/undo/find", test_find);
  store_test_add ("/undo/same-field", test_same_field);
  store_test_add ("/undo/there-and-back", test_there_and_back);
  store_test_add ("/undo/after-redo", test_after_redo);
  store_test_add ("/undo/other-field", test_other_field);
  store_test_add ("/undo/referred", test_referred);
  store_test_add ("/undo/named", test_named);
  store_test_add ("/undo/incomplete", test_incomplete);
  store_test_add ("/undo/restart", test_restart);
  store_test_add ("/undo/every-entity", test_every_entity);
  return g_test_run ();
}
