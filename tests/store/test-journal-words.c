/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The journal in words.
 */

#include "config.h"

#include "dd-journal-words.h"

#include "dd-undo.h"
#include "record-fixture.h"

/* A customer, a person and a case that refers to them. */
typedef struct
{
  DdRecord *customer;
  DdRecord *person;
  DdRecord *one_case;
} World;

static void
clear_world (World *world)
{
  g_clear_object (&world->customer);
  g_clear_object (&world->person);
  g_clear_object (&world->one_case);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, clear_world)

static const char *
choose (const DdEntity *entity, gpointer data)
{
  World *world = data;

  if (entity == &dd_customer_entity)
    return dd_record_get_id (world->customer);
  return entity == &dd_person_entity ? dd_record_get_id (world->person) : NULL;
}

static void
make_world (DdConnection *connection, World *world)
{
  g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, "Opened the case “%s”", "Acme", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  record_fixture_keep_content (connection);
  world->customer = dd_record_new (&dd_customer_entity, NULL);
  dd_record_set_text (world->customer, "name", "Acme");
  world->person = dd_record_new (&dd_person_entity, NULL);
  dd_record_set_text (world->person, "name", "Paul");
  world->one_case = record_fixture_make (&dd_case_entity, rand, choose, world);
  dd_record_set_text (world->one_case, "deadline", "2026-12-18");
  dd_record_set_text (world->one_case, "manager_id", NULL);
  dd_action_save (action, world->customer);
  dd_action_save (action, world->person);
  dd_action_save (action, world->one_case);
  record_fixture_commit (connection, action);
  dd_record_settle (world->customer);
  dd_record_settle (world->person);
  dd_record_settle (world->one_case);
}

static void
store (DdConnection *connection, DdRecord *record, const char *user, gint64 at)
{
  g_autoptr (DdAction) action = dd_action_new (user, at, NULL, NULL);

  dd_action_save (action, record);
  record_fixture_commit (connection, action);
  dd_record_settle (record);
}

/* The newest action in words must be @title and, joined, @details. */
static void
check_newest (DdConnection *connection,
              const char *subject_id,
              const char *title,
              const char *details)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) told =
      dd_journal_words_list (connection, subject_id, 0, 1, calendar, &error);
  const DdJournalWords *newest;
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (told->len, ==, 1);
  newest = told->pdata[0];
  joined = g_strjoinv ("; ", newest->details);
  g_assert_cmpstr (newest->title, ==, title);
  g_assert_cmpstr (joined, ==, details);
}

static void
test_label (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_auto (World) world = { NULL };
  g_autofree char *added = NULL;

  make_world (connection, &world);
  added = g_strdup_printf ("Added the case “%s”", dd_record_get_name (world.one_case));
  g_strdelimit (added, "\n\t", ' ');
  check_newest (connection, dd_record_get_id (world.one_case), "Opened the case “Acme”", added);
  check_newest (connection, dd_record_get_id (world.customer), "Opened the case “Acme”",
                "Added the customer “Acme”");
}

static void
test_no_label (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_auto (World) world = { NULL };

  make_world (connection, &world);
  dd_record_set_text (world.one_case, "deadline", "2027-01-08");
  store (connection, world.one_case, "Bea", 2000);
  check_newest (connection, NULL, "Changed the deadline from 18 December 2026 to 8 January 2027",
                "");

  dd_record_set_text (world.one_case, "deadline", NULL);
  dd_record_set_text (world.one_case, "manager_id", dd_record_get_id (world.person));
  store (connection, world.one_case, "Bea", 2000);
  check_newest (
      connection, NULL, "Removed the deadline, which was 8 January 2027, and 1 more change",
      "Removed the deadline, which was 8 January 2027; Set the project manager to “Paul”");
}

/* Who and when, of what is taken back and of what took it back. */
static void
test_undo (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_auto (World) world = { NULL };
  g_autoptr (GPtrArray) told = NULL;
  g_autoptr (DdJournalEntry) undone = NULL;
  g_autoptr (GError) error = NULL;
  const DdJournalWords *words;

  make_world (connection, &world);
  dd_record_set_text (world.one_case, "deadline", "2027-01-08");
  store (connection, world.one_case, "Bea", 2000);
  undone = dd_undo_run (connection, DD_JOURNAL_UNDO, "Bea", NULL, 3000, &error);
  g_assert_no_error (error);
  check_newest (connection, NULL,
                "Undid: Changed the deadline from 18 December 2026 to 8 January 2027",
                "Changed the deadline from 8 January 2027 to 18 December 2026");
  told = dd_journal_words_list (connection, NULL, 0, 10, calendar, &error);
  g_assert_cmpuint (told->len, ==, 3);
  words = told->pdata[0];
  g_assert_cmpstr (words->user, ==, "Bea");
  g_assert_cmpint (words->at, ==, 3000);
  g_assert_false (words->undone);
  words = told->pdata[1];
  g_assert_cmpint (words->at, ==, 2000);
  g_assert_true (words->undone);

  dd_journal_entry_free (dd_undo_run (connection, DD_JOURNAL_REDO, "Bea", NULL, 4000, &error));
  g_assert_no_error (error);
  check_newest (connection, NULL,
                "Redid: Changed the deadline from 18 December 2026 to 8 January 2027",
                "Changed the deadline from 18 December 2026 to 8 January 2027");
}

/* Rows that are gone keep the names they had. */
static void
test_gone (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_auto (World) world = { NULL };
  g_autoptr (DdRecord) entry = dd_record_new (&dd_log_entry_entity, NULL);
  g_autoptr (DdAction) action = dd_action_new ("Bea", 2000, NULL, NULL);
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) told = NULL;

  make_world (connection, &world);
  dd_record_set_text (entry, "case_id", dd_record_get_id (world.one_case));
  dd_record_set_text (entry, "text", "Stopped the broker");
  dd_record_set_integer (entry, "happened_at", 1500);
  store (connection, entry, "Bea", 1500);
  dd_record_set_integer (entry, "minutes", 5);
  store (connection, entry, "Bea", 1600);
  dd_action_delete (action, entry);
  record_fixture_commit (connection, action);

  told =
      dd_journal_words_list (connection, dd_record_get_id (world.one_case), 0, 3, calendar, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((DdJournalWords *) told->pdata[0])->title, ==,
                   "Deleted the log entry “Stopped the broker”");
  g_assert_cmpstr (((DdJournalWords *) told->pdata[1])->title, ==,
                   "Set the minutes of the log entry “Stopped the broker” to 5");
}

/* What an action is about: the case rather than its customer, by the name it has or had. */
static void
check_subject (DdConnection *connection, const char *subject_id, const char *id, const char *name)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) told =
      dd_journal_words_list (connection, subject_id, 0, 1, calendar, &error);
  const DdJournalWords *newest = told->pdata[0];

  g_assert_cmpstr (newest->subject_id, ==, id);
  g_assert_cmpstr (newest->subject, ==, name);
}

static void
test_subject (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_auto (World) world = { NULL };
  g_autoptr (DdAction) action = dd_action_new ("Bea", 2000, NULL, NULL);
  const char *case_id;
  const char *case_name;

  make_world (connection, &world);
  case_id = dd_record_get_id (world.one_case);
  case_name = dd_record_get_name (world.one_case);
  check_subject (connection, NULL, case_id, case_name);
  check_subject (connection, dd_record_get_id (world.customer), dd_record_get_id (world.customer),
                 "Acme");
  dd_action_delete (action, world.one_case);
  record_fixture_commit (connection, action);
  check_subject (connection, NULL, case_id, case_name);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/journal-words/label", test_label);
  store_test_add ("/journal-words/no-label", test_no_label);
  store_test_add ("/journal-words/undo", test_undo);
  store_test_add ("/journal-words/gone", test_gone);
  store_test_add ("/journal-words/subject", test_subject);
  return g_test_run ();
}
