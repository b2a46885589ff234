/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Taking sample cases away: nothing of them stays, and everything that is not of them does. */

#include "config.h"

#include "dd-sample-removal.h"

#include "dd-sample.h"
#include "dd-undo.h"
#include "record-fixture.h"

/* Saturday 21 November 2026, in the evening; the tests' zone is UTC. */
#define NOW 1795298400

static const DdActor anna = { "Anna", NOW };

static void
make (DdConnection *connection, guint n_cases, guint64 seed)
{
  g_autoptr (GError) error = NULL;

  dd_sample_make (connection, n_cases, seed, NOW, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_sample (DdConnection *connection, guint n_cases, guint64 seed)
{
  g_autoptr (GError) error = NULL;

  dd_sample_remove (connection, n_cases, seed, &anna, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (DdConnection *connection, guint n_cases, guint64 seed)
{
  g_autoptr (GError) error = NULL;
  gboolean there;

  dd_sample_is_there (connection, n_cases, seed, &there, &error);
  g_assert_no_error (error);
  return there;
}

static void
test_all (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);

  g_assert_false (is_there (connection, 12, 1));
  make (connection, 12, 1);
  g_assert_true (is_there (connection, 12, 1));
  remove_sample (connection, 12, 1);
  g_assert_false (is_there (connection, 12, 1));
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM cases"), ==, 0);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM customers"), ==, 0);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM people"), ==, 0);
}

/* An undo brings back every row as it was. */
static void
test_undo (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdJournalEntry) entry = NULL;
  g_autofree char *before = NULL, *after = NULL;

  make (connection, 12, 1);
  before = record_fixture_dump (connection);
  remove_sample (connection, 12, 1);
  entry = dd_undo_run (connection, DD_JOURNAL_UNDO, "Anna", NULL, NOW, &error);
  g_assert_no_error (error);
  after = record_fixture_dump (connection);
  g_assert_cmpstr (before, ==, after);
}

/* Another sample stays, with the people that both have in common. */
static void
test_beside (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);

  static const char managed[] = "SELECT count(*) FROM cases JOIN people ON people.id = manager_id";
  gint64 n_managed;

  make (connection, 5, 2);
  n_managed = store_test_get_int64 (connection, managed);
  make (connection, 12, 1);
  remove_sample (connection, 12, 1);
  g_assert_false (is_there (connection, 12, 1));
  g_assert_true (is_there (connection, 5, 2));
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM cases"), ==, 5);
  g_assert_cmpint (store_test_get_int64 (connection, managed), ==, n_managed);
  remove_sample (connection, 5, 2);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM cases"), ==, 0);
}

/* What was deleted by hand before is not missed; without any, nothing is journalled. */
static void
test_partly (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  gint64 actions;

  make (connection, 3, 1);
  remove_sample (connection, 1, 1);
  g_assert_true (is_there (connection, 3, 1));
  remove_sample (connection, 3, 1);
  g_assert_false (is_there (connection, 3, 1));
  actions = store_test_get_int64 (connection, "SELECT count(*) FROM journal_actions");
  remove_sample (connection, 3, 1);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM journal_actions"), ==,
                   actions);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/sample-removal/all", test_all);
  store_test_add ("/sample-removal/undo", test_undo);
  store_test_add ("/sample-removal/beside", test_beside);
  store_test_add ("/sample-removal/partly", test_partly);
  return g_test_run ();
}
