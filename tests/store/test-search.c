/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What a search gives: the right things, in an order that helps, and where the words are.
 */

#include "config.h"

#include "dd-search.h"

#include "case-fixture.h"
#include "dd-undo.h"

#include <string.h>

#define CELLS TASK ("a", "1d", "")

/* Two customers with a case each, and some of what belongs to the first. */
typedef struct
{
  DdConnection *connection;
  char *first;
  char *second;
} Fixture;

static char *
open_case (DdConnection *connection, const char *customer, const char *title)
{
  g_autoptr (DdRecord) record = case_fixture_add_customer (connection, customer, NULL);
  char *id = case_fixture_open (connection, record, CELLS, "2026-12-01", "2026-12-01");

  case_fixture_set_text (connection, id, "title", title, "2026-12-01");
  return id;
}

static void
set_up (Fixture *self, StoreTest *test)
{
  self->connection = record_fixture_open (test);
  self->first = open_case (self->connection, "Acme", "Acme - Managed Upgrade");
  self->second = open_case (self->connection, "Bjørn Söhne", "Söhne - Managed Upgrade");
}

static void
tear_down (Fixture *self)
{
  g_free (self->first);
  g_free (self->second);
  dd_connection_close (self->connection);
}

/* Adds a row of @entity to the first case. */
static void
add (Fixture *self, const DdEntity *entity, const char *field, const char *text)
{
  g_autoptr (DdRecord) record = dd_record_new (entity, NULL);

  dd_record_set_text (record, "case_id", self->first);
  dd_record_set_text (record, field, text);
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].kind == DD_FIELD_INSTANT && entity->fields[i].flags & DD_FIELD_REQUIRED)
      dd_record_set_integer (record, entity->fields[i].name, 2000);
  case_fixture_save (self->connection, record, 2000);
}

static GPtrArray *
run (Fixture *self, const char *text, guint limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *results = dd_search_run (self->connection, text, limit, &error);

  g_assert_no_error (error);
  return results;
}

/* The text of a snippet with "[" and "]" around its marks. */
static void
append_snippet (GString *text, const DdSearchHit *hit)
{
  guint from = 0;

  for (guint i = 0; i < hit->marks->len; i++)
    {
      DdSearchMark mark = g_array_index (hit->marks, DdSearchMark, i);
      g_string_append_len (text, hit->snippet + from, mark.start - from);
      g_string_append_printf (text, "[%.*s]", (int) mark.length, hit->snippet + mark.start);
      from = mark.start + mark.length;
    }
  g_string_append (text, hit->snippet + from);
}

/* "cases Acme - Managed Upgrade: title [Acme] - Managed Upgrade | …" a line */
static char *
describe (GPtrArray *results)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    {
      const DdSearchResult *result = results->pdata[i];
      g_string_append_printf (text, "%s %s:", result->entity->table, result->name);
      for (guint j = 0; j < result->hits->len; j++)
        {
          const DdSearchHit *hit = result->hits->pdata[j];
          g_string_append_printf (text, "%s %s ", j > 0 ? " |" : "", hit->field->label);
          append_snippet (text, hit);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
check (Fixture *self, const char *text, const char *expected)
{
  g_autoptr (GPtrArray) results = run (self, text, 50);
  g_autofree char *actual = describe (results);

  g_assert_cmpstr (actual, ==, expected);
}

#define ACME   "cases Acme - Managed Upgrade: title "
#define SOEHNE "cases Söhne - Managed Upgrade: title "

static void
test_words (StoreTest *test, gconstpointer data)
{
  Fixture self;

  set_up (&self, test);
  check (&self, "acme", "customers Acme: name [Acme]\n" ACME "[Acme] - Managed Upgrade\n");
  check (&self, "upgrade acme", ACME "[Acme] - Managed [Upgrade]\n");
  check (&self, "managed sohne", SOEHNE "[Söhne] - [Managed] Upgrade\n");
  check (&self, "SÖHNE up", SOEHNE "[Söhne] - Managed [Upgrade]\n");
  check (&self, "so",
         "customers Bjørn Söhne: name Bjørn [Söhne]\n" SOEHNE "[Söhne] - Managed Upgrade\n");
  check (&self, "acm upgrade", "");
  check (&self, "hne", "");
  check (&self, "", "");
  check (&self, "🚢", "");
  tear_down (&self);
}

/* A case appears once, with the places where the words are. */
static void
test_places (StoreTest *test, gconstpointer data)
{
  Fixture self;

  set_up (&self, test);
  add (&self, &dd_log_entry_entity, "text", "Stopped the broker on host alpha");
  check (&self, "broker alpha",
         "cases Acme - Managed Upgrade: text Stopped the [broker] on host [alpha]\n");
  case_fixture_set_text (self.connection, self.first, "note", "The broker needs care",
                         "2026-12-01");
  add (&self, &dd_issue_entity, "title", "Broker does not start after the upgrade");
  add (&self, &dd_playbook_step_entity, "title", "Start the broker");
  {
    g_autoptr (GPtrArray) results = run (&self, "broker", 50);
    const DdSearchResult *result = results->pdata[0];

    g_assert_cmpuint (results->len, ==, 1);
    g_assert_true (result->entity == &dd_case_entity);
    g_assert_cmpstr (result->id, ==, self.first);
    g_assert_cmpuint (result->hits->len, ==, DD_SEARCH_MAX_HITS);
  }
  tear_down (&self);
}

/* Of several fields of a row the one with the most words. */
static void
test_field (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdRecord) step = dd_record_new (&dd_playbook_step_entity, NULL);
  Fixture self;

  set_up (&self, test);
  dd_record_set_text (step, "case_id", self.first);
  dd_record_set_text (step, "title", "Stop it");
  dd_record_set_text (step, "instruction", "Use systemctl to stop it");
  case_fixture_save (self.connection, step, 2000);
  check (&self, "systemctl stop",
         "cases Acme - Managed Upgrade: instruction Use [systemctl] to [stop] it\n");
  check (&self, "stop", "cases Acme - Managed Upgrade: title [Stop] it\n");
  tear_down (&self);
}

/* What the words name comes before what mentions them, however new that is. */
static void
test_order (StoreTest *test, gconstpointer data)
{
  g_autoptr (GPtrArray) results = NULL;
  Fixture self;

  set_up (&self, test);
  for (int i = 0; i < 500; i++)
    {
      g_autofree char *text = g_strdup_printf ("Söhne, again %d", i);
      add (&self, &dd_log_entry_entity, "text", text);
    }
  results = run (&self, "söhne", 50);
  g_assert_cmpuint (results->len, ==, 3);
  g_assert_cmpstr (((DdSearchResult *) results->pdata[0])->name, ==, "Bjørn Söhne");
  g_assert_cmpstr (((DdSearchResult *) results->pdata[1])->id, ==, self.second);
  g_assert_cmpstr (((DdSearchResult *) results->pdata[2])->id, ==, self.first);
  g_assert_cmpstr (
      ((DdSearchHit *) ((DdSearchResult *) results->pdata[2])->hits->pdata[0])->snippet, ==,
      "Söhne, again 499");
  tear_down (&self);
}

static void
test_limit (StoreTest *test, gconstpointer data)
{
  Fixture self;

  set_up (&self, test);
  for (guint limit = 0; limit <= 3; limit++)
    {
      g_autoptr (GPtrArray) results = run (&self, "managed", limit);
      g_assert_cmpuint (results->len, ==, MIN (limit, 2));
    }
  tear_down (&self);
}

/* Only what is around the words is shown of a long text. */
static void
test_long (StoreTest *test, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) results = NULL;
  const DdSearchHit *hit;
  Fixture self;

  set_up (&self, test);
  for (int i = 0; i < 1000; i++)
    g_string_append (text, i == 500 ? "häystack needle häystack " : "häystack ");
  case_fixture_set_text (self.connection, self.first, "note", text->str, "2026-12-01");
  results = run (&self, "needle", 50);
  hit = ((DdSearchResult *) results->pdata[0])->hits->pdata[0];
  g_assert_cmpuint (strlen (hit->snippet), <, 200);
  g_assert_true (g_utf8_validate (hit->snippet, -1, NULL));
  g_assert_true (g_str_has_prefix (hit->snippet, "…"));
  g_assert_true (g_str_has_suffix (hit->snippet, "…"));
  g_assert_cmpuint (hit->marks->len, ==, 1);
  tear_down (&self);
}

/* Whatever is typed is text. */
static void
test_hostile (StoreTest *test, gconstpointer data)
{
  const char *const texts[] = {
    "\"",    "\"acme",       "acme\"",  "a\"b",    "'",        "acme*",         "*",
    "(acme", "acme)",        "title:x", "{title}", "^acme",    "acme AND",      "NOT acme",
    "OR",    "NEAR(a b, 2)", "a + b",   "-acme",   "acme;--",  "%s%n",          "\\",
    "a:b:c", "{a b}:c",      "\x01",    "a\x01",   "\"\"\"\"", "acme \"\"\" x", "\xef\xb7\x90",
  };
  Fixture self;

  set_up (&self, test);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_unref (run (&self, texts[i], 50));
  check (&self, "\"acme\" \"-\" upgrade*", ACME "[Acme] - Managed [Upgrade]\n");
  case_fixture_set_text (self.connection, self.first, "note", "say \"NOT (now)\": 12.0.3",
                         "2026-12-01");
  check (&self, "\"NOT", "cases Acme - Managed Upgrade: note say \"[NOT] (now)\": 12.0.3\n");
  check (&self, "12.0.3", "cases Acme - Managed Upgrade: note say \"NOT (now)\": [12.0.3]\n");
  check (&self, "12.3", "");
  tear_down (&self);
}

/* A query of random bytes of the syntax never fails. */
static void
test_random (StoreTest *test, gconstpointer data)
{
  static const char alphabet[] = "acme \"\"'()*:^-+{},ANDORTNE\t\\%_";
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  Fixture self;

  set_up (&self, test);
  for (int i = 0; i < 2000; i++)
    {
      char text[24];
      int length = g_rand_int_range (rand, 0, sizeof text);

      for (int j = 0; j < length; j++)
        text[j] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)];
      text[length] = '\0';
      g_ptr_array_unref (run (&self, text, 5));
    }
  tear_down (&self);
}

static void
test_undo (StoreTest *test, gconstpointer data)
{
  Fixture self;

  set_up (&self, test);
  case_fixture_set_text (self.connection, self.first, "title", "Harbour", "2026-12-01");
  check (&self, "harbour", "cases Harbour: title [Harbour]\n");
  dd_journal_entry_free (dd_undo_run (self.connection, DD_JOURNAL_UNDO, "Anna", NULL, 3000, NULL));
  check (&self, "harbour", "");
  check (&self, "acme upgrade", ACME "[Acme] - Managed [Upgrade]\n");
  tear_down (&self);
}

/* What was edited past Drydock is found by the next search. */
static void
test_catches_up (StoreTest *test, gconstpointer data)
{
  Fixture self;

  set_up (&self, test);
  store_test_exec (self.connection, "UPDATE cases SET title = 'Harbour' WHERE title GLOB 'Acme*'");
  check (&self, "harbour", "cases Harbour: title [Harbour]\n");
  check (&self, "acme upgrade", "");
  tear_down (&self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/search/words", test_words);
  store_test_add ("/search/places", test_places);
  store_test_add ("/search/field", test_field);
  store_test_add ("/search/order", test_order);
  store_test_add ("/search/limit", test_limit);
  store_test_add ("/search/long", test_long);
  store_test_add ("/search/hostile", test_hostile);
  store_test_add ("/search/random", test_random);
  store_test_add ("/search/undo", test_undo);
  store_test_add ("/search/catches-up", test_catches_up);
  return g_test_run ();
}
