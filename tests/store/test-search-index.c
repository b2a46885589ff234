/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The search index holds what the rows hold: every searched field of every entity, after every
 * action, undo, and edit past Drydock.
 */

#include "config.h"

#include "dd-search-index.h"

#include "case-fixture.h"
#include "dd-connection-private.h"
#include "dd-records.h"
#include "dd-undo.h"

/* Runs @func in a transaction. */
static void
run (DdConnection *connection, gboolean (*func) (DdConnection *connection, GError **error))
{
  g_autoptr (GError) error = NULL;

  dd_connection_exec (connection, "BEGIN IMMEDIATE", "Testing", &error);
  g_assert_no_error (error);
  func (connection, &error);
  g_assert_no_error (error);
  dd_connection_exec (connection, "COMMIT", "Testing", &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): the records whose texts have @word, "table.field", joined by blanks */
static char *
find (DdConnection *connection, const char *word)
{
  g_autoptr (DdStatement) row = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean more = TRUE;

  for (guint column = 0; column < DD_SEARCH_N_COLUMNS; column++)
    {
      const char *const names[] = { "title", "a", "b", "c", "d", "e", "f", "g" };
      g_autofree char *query = g_strdup_printf ("%s : \"%s\"", names[column], word);

      g_clear_pointer (&row, dd_statement_release);
      row = dd_connection_prepare (
          connection,
          "SELECT d.entity FROM search s JOIN search_documents d ON d.id = s.rowid"
          " WHERE search MATCH ?1 ORDER BY d.id",
          "Testing", &error);
      g_assert_no_error (error);
      dd_statement_bind_text (row, 1, query, -1);
      for (more = TRUE; dd_statement_step (row, &more, &error) && more;)
        {
          const DdEntity *entity = dd_entities_find (dd_statement_get_text (row, 0));
          const DdField *field = dd_search_index_get_field (entity, column);
          g_string_append_printf (found, "%s%s.%s", found->len > 0 ? " " : "", entity->table,
                                  field->name);
        }
      g_assert_no_error (error);
    }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
check_found (DdConnection *connection, const char *word, const char *expected)
{
  g_autofree char *found = find (connection, word);

  g_assert_cmpstr (found, ==, expected);
}

/* --- Every field --- */

static void
set_text (DdConnection *connection, DdRecord *record, const DdField *field, const char *word)
{
  g_autofree char *text = field->kind == DD_FIELD_JSON
                              ? g_strdup_printf ("[{\"a\": \"say \\\"%s\\\"\\n\"}, 5]", word)
                              : g_strdup_printf ("say \"%s\"", word);
  g_autoptr (DdRecord) now = record_fixture_reload (connection, record);

  dd_record_set_text (now, field->name, text);
  case_fixture_save (connection, now, 2000);
}

static void
undo (DdConnection *connection, DdJournalKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdJournalEntry) entry = dd_undo_run (connection, kind, "Anna", NULL, 3000, &error);

  g_assert_no_error (error);
}

static void
check_field (DdConnection *connection, DdRecord *record, const DdField *field)
{
  const DdEntity *entity = dd_record_get_entity (record);
  g_autofree char *place = g_strconcat (entity->table, ".", field->name, NULL);
  g_autofree char *sql =
      g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = '\"besides\"' WHERE id = '%s'", entity->table,
                       field->name, dd_record_get_id (record));

  g_assert_true (field->flags & DD_FIELD_SEARCHED);
  set_text (connection, record, field, "needle");
  check_found (connection, "needle", place);
  undo (connection, DD_JOURNAL_UNDO);
  check_found (connection, "needle", "");
  undo (connection, DD_JOURNAL_REDO);
  check_found (connection, "needle", place);
  store_test_exec (connection, sql);
  run (connection, dd_search_index_update);
  check_found (connection, "needle", "");
  check_found (connection, "besides", place);
  set_text (connection, record, field, "nothing");
}

/* What is flagged is found where it is, and nothing else is. */
static void
test_fields (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);

  for (guint i = 0; i < records->len; i++)
    {
      const DdEntity *entity = dd_record_get_entity (records->pdata[i]);
      guint searched = 0;

      for (guint j = 0; j < entity->n_fields; j++)
        searched += (entity->fields[j].flags & DD_FIELD_SEARCHED) != 0;
      for (guint column = 0; column < DD_SEARCH_N_COLUMNS; column++)
        {
          const DdField *field = dd_search_index_get_field (entity, column);
          if (field == NULL)
            continue;
          searched--;
          check_field (connection, records->pdata[i], field);
        }
      g_assert_cmpuint (searched, ==, 0);
    }
}

/* Cases, customers and people are named in the first column, parts are not. */
static void
test_title (void)
{
  for (guint i = 0; i < DD_N_ENTITIES; i++)
    {
      const DdEntity *entity = dd_entities[i];
      const DdField *title = dd_search_index_get_field (entity, DD_SEARCH_TITLE_COLUMN);
      gboolean whole =
          entity == &dd_case_entity || entity == &dd_customer_entity || entity == &dd_person_entity;

      g_assert_true ((title != NULL) == whole);
      if (whole)
        g_assert_true (title == &entity->fields[dd_entity_get_name_index (entity)]);
    }
}

/* --- The whole --- */

/* Returns: (transfer full): all documents, a line each, by what they are of */
static char *
dump (DdConnection *connection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdStatement) row = dd_connection_prepare (
      connection,
      "SELECT concat FROM (SELECT d.entity || ' ' || d.record_id || ' ' || quote (d.case_id) || ' '"
      " || quote (title) || quote (a) || quote (b) || quote (c) || quote (d) || quote (e)"
      " || quote (f) || quote (g) AS concat FROM search_documents d JOIN search s"
      " ON s.rowid = d.id) ORDER BY concat",
      "Testing", &error);
  GString *text = g_string_new (NULL);
  gboolean more = TRUE;

  g_assert_no_error (error);
  while (dd_statement_step (row, &more, &error) && more)
    g_string_append_printf (text, "%s\n", dd_statement_get_text (row, 0));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static gboolean
check_sound (DdConnection *connection, GError **error)
{
  gboolean sound = FALSE;

  g_assert_true (dd_search_index_check (connection, &sound, error));
  g_assert_true (sound);
  return TRUE;
}

/* The index is what it would be if it were made anew. */
static void
check_index (DdConnection *connection)
{
  g_autofree char *before = dump (connection);
  g_autofree char *after = NULL;

  run (connection, check_sound);
  run (connection, dd_search_index_rebuild);
  after = dump (connection);
  g_assert_cmpstr (before, ==, after);
  run (connection, check_sound);
}

static const char *
choose_any (const DdEntity *entity, gpointer data)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (dd_record_get_entity (records->pdata[i]) == entity)
      return dd_record_get_id (records->pdata[i]);
  return NULL;
}

/* Changes a field at random, or takes something back, or deletes what nothing refers to. */
static void
act (DdConnection *connection, GPtrArray *records, GRand *rand)
{
  DdRecord *record = records->pdata[g_rand_int_range (rand, 0, (int) records->len)];
  g_autoptr (DdAction) action = dd_action_new ("Anna", 2000, NULL, NULL);
  g_autoptr (DdRecord) now =
      dd_records_load (connection, dd_record_get_entity (record), dd_record_get_id (record), NULL);
  int draw = g_rand_int_range (rand, 0, 10);

  if (draw < 3 || now == NULL)
    {
      g_autoptr (DdJournalEntry) entry =
          dd_undo_run (connection, draw == 0 ? DD_JOURNAL_REDO : DD_JOURNAL_UNDO, "Anna", NULL,
                       3000, NULL);
      return;
    }
  if (draw == 3)
    dd_action_delete (action, now);
  else
    {
      guint field = (guint) g_rand_int_range (rand, 0, (int) dd_record_get_entity (now)->n_fields);
      if (dd_record_get_entity (now)->fields[field].flags & (DD_FIELD_DERIVED | DD_FIELD_OWNER))
        return;
      record_fixture_change (now, field, rand, choose_any, records);
      dd_action_save (action, now);
    }
  dd_journal_commit (connection, action, NULL, NULL);
}

static void
test_random (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int i = 0; i < 600; i++)
    {
      act (connection, records, rand);
      if (i % 100 == 0)
        check_index (connection);
    }
  check_index (connection);
}

/* Rows that came, changed and went past Drydock. */
static void
test_raw (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  gboolean pending = FALSE;

  store_test_exec (connection, "INSERT INTO customers (id, name) VALUES "
                               "('11111111-1111-1111-1111-111111111111', 'Harbour'),"
                               "('22222222-2222-2222-2222-222222222222', 'Pier')");
  dd_search_index_is_pending (connection, &pending, NULL);
  g_assert_true (pending);
  run (connection, dd_search_index_update);
  dd_search_index_is_pending (connection, &pending, NULL);
  g_assert_false (pending);
  check_found (connection, "harbour", "customers.name");
  store_test_exec (connection, "UPDATE customers SET name = 'Quay' WHERE name = 'Harbour';"
                               "REPLACE INTO customers (id, name) VALUES "
                               "('22222222-2222-2222-2222-222222222222', 'Jetty')");
  run (connection, dd_search_index_update);
  check_found (connection, "harbour", "");
  check_found (connection, "pier", "");
  check_found (connection, "quay", "customers.name");
  check_found (connection, "jetty", "customers.name");
  store_test_exec (connection, "DELETE FROM customers");
  run (connection, dd_search_index_update);
  check_found (connection, "quay", "");
  check_index (connection);
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM search_documents"), ==,
                   0);
}

/* The plan's dates change every day, and are no texts. */
static void
test_derived (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);
  gboolean pending = TRUE;

  store_test_exec (connection, "UPDATE cases SET planned_start = 5, next_activity = 'a';"
                               "UPDATE activities SET early_start = 5, state = 'done'");
  dd_search_index_is_pending (connection, &pending, NULL);
  g_assert_false (pending);
}

/* Of answers what people wrote, not how it is kept. */
static void
test_json (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);

  store_test_exec (connection,
                   "UPDATE answers SET note = NULL, value = "
                   "'{\"keys\": [\"first\\nsecond\", 12, true, {\"deep\": \"third\"}]}'");
  run (connection, dd_search_index_update);
  check_found (connection, "second", "answers.value");
  check_found (connection, "12", "answers.value");
  check_found (connection, "third", "answers.value");
  check_found (connection, "keys", "");
  check_found (connection, "true", "");
  check_found (connection, "nsecond", "");
}

static gboolean
check_damaged (DdConnection *connection, GError **error)
{
  gboolean sound = TRUE;

  g_assert_true (dd_search_index_check (connection, &sound, error));
  g_assert_false (sound);
  return TRUE;
}

/* An index that says something else than its texts is noticed, and mended. */
static void
test_damaged (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);
  g_autofree char *before = dump (connection);
  g_autofree char *after = NULL;

  sqlite3_db_config (dd_connection_get_handle (connection), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  store_test_exec (connection, "UPDATE search_content SET c0 = 'another', c1 = 'text'");
  run (connection, check_damaged);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean mended = i > 0;

      dd_search_index_mend (connection, &mended, &error);
      g_assert_no_error (error);
      g_assert_true (mended == (i == 0));
    }
  after = dump (connection);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/search-index/fields", test_fields);
  g_test_add_func ("/search-index/title", test_title);
  store_test_add ("/search-index/random", test_random);
  store_test_add ("/search-index/raw", test_raw);
  store_test_add ("/search-index/derived", test_derived);
  store_test_add ("/search-index/json", test_json);
  store_test_add ("/search-index/damaged", test_damaged);
  return g_test_run ();
}
