/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdStatement: what is bound comes back exactly, or is refused; each position means what it says.
 */

#include "config.h"

#include "dd-statement.h"

#include "store-test.h"

#include <string.h>

static DdStatement *
prepare (DdConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;
  DdStatement *statement = dd_connection_prepare (connection, sql, "Testing", &error);

  g_assert_no_error (error);
  return statement;
}

static void
step_to_row (DdStatement *statement)
{
  g_autoptr (GError) error = NULL;
  gboolean row;

  dd_statement_step (statement, &row, &error);
  g_assert_no_error (error);
  g_assert_true (row);
}

/* Each kind of value, bound at each of three positions, arrives there and nowhere else. */
static void
test_bind_positions (StoreTest *test, gconstpointer data)
{
  static const char *const types[] = { "text", "integer", "blob", "null" };
  g_autoptr (DdConnection) connection = store_test_open (test);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1\2", 3);

  for (gsize type = 0; type < G_N_ELEMENTS (types); type++)
    for (int at = 1; at <= 3; at++)
      {
        g_autoptr (DdStatement) statement =
            prepare (connection, "SELECT typeof (?1), typeof (?2), typeof (?3), ?1, ?2, ?3");

        for (int index = 1; index <= 3; index++)
          dd_statement_bind_int64 (statement, index, 77);
        switch (type)
          {
          case 0:
            dd_statement_bind_text (statement, at, "text", -1);
            break;
          case 1:
            dd_statement_bind_int64 (statement, at, G_MININT64);
            break;
          case 2:
            dd_statement_bind_blob (statement, at, bytes);
            break;
          default:
            dd_statement_bind_null (statement, at);
          }
        step_to_row (statement);
        for (int index = 1; index <= 3; index++)
          g_assert_cmpstr (dd_statement_get_text (statement, index - 1), ==,
                           index == at ? types[type] : "integer");
        for (int index = 1; index <= 3; index++)
          if (index != at)
            g_assert_cmpint (dd_statement_get_int64 (statement, index + 2), ==, 77);
      }
}

static void
test_integers (StoreTest *test, gconstpointer data)
{
  static const gint64 values[] = { 0, 1, -1, G_MAXINT64, G_MININT64, 1LL << 53 };
  g_autoptr (DdConnection) connection = store_test_open (test);
  g_autoptr (DdStatement) statement = prepare (connection, "SELECT ?1");

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      dd_statement_bind_int64 (statement, 1, values[i]);
      step_to_row (statement);
      g_assert_cmpint (dd_statement_get_int64 (statement, 0), ==, values[i]);
      g_assert_false (dd_statement_is_null (statement, 0));
      dd_statement_reset (statement);
    }
}

/* Whatever a person may call a thing comes back byte for byte. */
static void
test_texts (StoreTest *test, gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (10000, 'x');
  const char *const values[] = {
    "",
    " ",
    "it's \"quoted\"; DROP TABLE item; --",
    "100 % _ ? ?1 :name",
    "Zürich, Łódź, 東京",
    "👩‍🚀 and 🏳️‍🌈",
    "שלום, مرحبا",
    "e\xcc\x81 is not \xc3\xa9",
    "\xef\xbb\xbf with a mark in front",
    "\xf4\x8f\xbf\xbf",
    "line\nbreak\ttab\r\x01",
    long_text,
  };
  g_autoptr (DdConnection) connection = store_test_open (test);
  g_autoptr (DdStatement) statement = prepare (connection, "SELECT ?1, length (CAST (?1 AS BLOB))");

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      dd_statement_bind_text (statement, 1, values[i], -1);
      step_to_row (statement);
      g_assert_cmpstr (dd_statement_get_text (statement, 0), ==, values[i]);
      g_assert_cmpint (dd_statement_get_int64 (statement, 1), ==, strlen (values[i]));
      dd_statement_reset (statement);
    }
}

/* With a length, only so much is taken. */
static void
test_text_with_length (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = store_test_open (test);
  g_autoptr (DdStatement) statement = prepare (connection, "SELECT ?1");

  dd_statement_bind_text (statement, 1, "Drydock and more", 7);
  step_to_row (statement);
  g_assert_cmpstr (dd_statement_get_text (statement, 0), ==, "Drydock");
}

/* What no reader could read again is refused with its reason, and nothing is written. */
static void
test_refused_texts (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *text;
    gssize length;
    const char *words;
  } cases[] = {
    { "NUL inside", "a\0b", 3, "NUL" },
    { "NUL at the end", "ab\0", 3, "NUL" },
    { "only NUL", "\0", 1, "NUL" },
    { "Latin-1", "Z\xfcrich", -1, "UTF-8" },
    { "cut short", "\xe6\x9d", -1, "UTF-8" },
    { "overlong", "\xc0\xaf", -1, "UTF-8" },
    { "surrogate", "\xed\xa0\x80", -1, "UTF-8" },
    { "beyond Unicode", "\xf4\x90\x80\x80", -1, "UTF-8" },
  };
  g_autoptr (DdConnection) connection = store_test_open (test);

  store_test_exec (connection, "CREATE TABLE t (x TEXT, y INTEGER) STRICT");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdStatement) statement = prepare (connection, "INSERT INTO t VALUES (?1, ?2)");

      g_test_message ("%s", cases[i].name);
      dd_statement_bind_text (statement, 1, cases[i].text, cases[i].length);
      dd_statement_bind_int64 (statement, 2, 1);
      g_assert_false (dd_statement_run (statement, &error));
      g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);
      g_assert_true (g_str_has_prefix (error->message, "Testing failed: "));
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM t"), ==, 0);
}

/* A refusal is over once the statement is used again. */
static void
test_after_refusal (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = store_test_open (test);
  DdStatement *statement = prepare (connection, "SELECT ?1");

  dd_statement_bind_text (statement, 1, "\xff", -1);
  g_assert_false (dd_statement_run (statement, &error));
  dd_statement_release (statement);
  statement = prepare (connection, "SELECT ?1");
  dd_statement_bind_text (statement, 1, "fine", -1);
  step_to_row (statement);
  dd_statement_release (statement);
}

static void
test_blobs (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = store_test_open (test);
  g_autoptr (DdStatement) statement = prepare (connection, "SELECT ?1");
  static const char zeros[100000];
  GBytes *values[] = { g_bytes_new_static ("", 0), g_bytes_new_static ("\0a\0", 3),
                       g_bytes_new_static (zeros, sizeof zeros) };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GBytes) value = values[i];
      g_autoptr (GBytes) back = NULL;

      dd_statement_bind_blob (statement, 1, value);
      step_to_row (statement);
      g_assert_false (dd_statement_is_null (statement, 0));
      back = dd_statement_get_blob (statement, 0);
      g_assert_true (g_bytes_equal (back, value));
      dd_statement_reset (statement);
    }
}

static void
test_nulls (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = store_test_open (test);
  g_autoptr (DdStatement) statement = prepare (connection, "SELECT ?1, ?2, ?3, ?4");

  dd_statement_bind_text (statement, 1, NULL, -1);
  dd_statement_bind_blob (statement, 2, NULL);
  dd_statement_bind_null (statement, 3);
  step_to_row (statement);
  for (int column = 0; column < 4; column++)
    {
      g_assert_true (dd_statement_is_null (statement, column));
      g_assert_null (dd_statement_get_text (statement, column));
      g_assert_null (dd_statement_get_blob (statement, column));
      g_assert_cmpint (dd_statement_get_int64 (statement, column), ==, 0);
    }
}

/* What a statement was bound to is forgotten when it is released. */
static void
test_release_forgets (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = store_test_open (test);
  DdStatement *statement = prepare (connection, "SELECT ?1");

  dd_statement_bind_text (statement, 1, "secret", -1);
  step_to_row (statement);
  dd_statement_release (statement);
  statement = prepare (connection, "SELECT ?1");
  step_to_row (statement);
  g_assert_true (dd_statement_is_null (statement, 0));
  dd_statement_release (statement);
}

static void
test_run_again (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = store_test_open (test);
  g_autoptr (DdStatement) statement = NULL;

  store_test_exec (connection, "CREATE TABLE t (x INTEGER UNIQUE, y TEXT) STRICT");
  statement = prepare (connection, "INSERT INTO t VALUES (?1, ?2)");
  dd_statement_bind_text (statement, 2, "the same", -1);
  for (int i = 0; i < 10; i++)
    {
      dd_statement_bind_int64 (statement, 1, i);
      g_assert_true (dd_statement_run (statement, &error));
    }
  g_assert_false (dd_statement_run (statement, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, "t.x"));
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count(*) FROM t WHERE y = 'the same'"),
                   ==, 10);
}

/* After the last row there is none, and no error. */
static void
test_last_row (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdConnection) connection = store_test_open (test);
  g_autoptr (DdStatement) statement = prepare (connection, "VALUES (1), (2)");
  gboolean row;

  step_to_row (statement);
  step_to_row (statement);
  g_assert_cmpint (dd_statement_get_int64 (statement, 0), ==, 2);
  g_assert_true (dd_statement_step (statement, &row, &error));
  g_assert_no_error (error);
  g_assert_false (row);
}

/* A position that the statement does not have is our mistake, not the world's. */
static void
test_wrong_position (void)
{
  if (g_test_subprocess ())
    {
      StoreTest test;
      g_autoptr (DdConnection) connection = NULL;
      g_autoptr (DdStatement) statement = NULL;

      store_test_set_up (&test, NULL);
      connection = store_test_open (&test);
      statement = prepare (connection, "SELECT ?1");
      store_test_tear_down (&test, NULL);
      dd_statement_bind_int64 (statement, 2, 1);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*SQLITE_RANGE*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/statement/bind-positions", test_bind_positions);
  store_test_add ("/statement/integers", test_integers);
  store_test_add ("/statement/texts", test_texts);
  store_test_add ("/statement/text-with-length", test_text_with_length);
  store_test_add ("/statement/refused-texts", test_refused_texts);
  store_test_add ("/statement/after-refusal", test_after_refusal);
  store_test_add ("/statement/blobs", test_blobs);
  store_test_add ("/statement/nulls", test_nulls);
  store_test_add ("/statement/release-forgets", test_release_forgets);
  store_test_add ("/statement/run-again", test_run_again);
  store_test_add ("/statement/last-row", test_last_row);
  g_test_add_func ("/statement/wrong-position", test_wrong_position);
  return g_test_run ();
}
