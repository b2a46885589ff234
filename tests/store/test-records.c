/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Records of all entities: what is saved is what is loaded, to the last byte, or it is refused with
 * a reason.
 */

#include "config.h"

#include "dd-records.h"

#include "record-fixture.h"

#include <string.h>

/* What is derived is written by others. */
static void
assert_equal (DdRecord *first, DdRecord *second)
{
  const DdEntity *entity = dd_record_get_entity (first);

  g_assert_cmpstr (dd_record_get_id (first), ==, dd_record_get_id (second));
  for (guint i = 0; i < entity->n_fields; i++)
    if (!(entity->fields[i].flags & DD_FIELD_DERIVED)
        && !dd_field_equal (&entity->fields[i], dd_record_get_value (first, i),
                            dd_record_get_value (second, i)))
      g_error ("%s.%s differs", entity->table, entity->fields[i].name);
}

/* Returns: whether saving @record succeeds; if not, @error says why and nothing was changed */
static gboolean
save (DdConnection *connection, DdRecord *record, GError **error)
{
  g_autoptr (DdAction) action = dd_action_new ("Anna", 2000, NULL, NULL);
  g_autofree char *before = record_fixture_dump (connection);
  g_autofree char *after = NULL;
  gint64 id;

  dd_action_save (action, record);
  if (dd_journal_commit (connection, action, &id, error))
    return TRUE;
  after = record_fixture_dump (connection);
  g_assert_cmpstr (before, ==, after);
  return FALSE;
}

static void
test_round_trip (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);

  g_assert_cmpuint (records->len, ==, DD_N_ENTITIES);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (DdRecord) loaded = record_fixture_reload (connection, records->pdata[i]);
      assert_equal (records->pdata[i], loaded);
      g_assert_true (dd_record_is_stored (loaded));
    }
}

static void
test_not_found (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_records_load (connection, &dd_case_entity, "no such", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no case with the id “no such”.");
}

/* --- Texts of all sorts, in every text field of every entity --- */

typedef struct
{
  const char *name;
  const char *text;
  guint times;
} Text;

static const Text texts[] = {
  { "quotes", "O'Neil \"and\" `Söhne`; DROP TABLE cases; --", 1 },
  { "emoji", "🚢⚓👩‍💻🇩🇪", 1 },
  { "right to left", "שלום עולם ‏مرحبا‎", 1 },
  { "combining", "e\u0301 Å ﬁ İstanbul", 1 },
  { "spaces and lines", "  a\tb\r\nc\n ", 1 },
  { "control characters", "\x01\x02\x1b\x7f\xc2\x85\xe2\x80\xa8", 1 },
  { "percent and backslash", "100 % \\n \\u0000 %s %n", 1 },
  { "a NUL in JSON's words", "\\u0000", 1 },
  { "byte order mark and last code point", "\uFEFF\U0010FFFD", 1 },
  { "10,000 characters", "ü", 10000 },
};

/* @text as JSON wants a string. */
static char *
to_json (const char *text)
{
  GString *json = g_string_new ("\"");

  for (; *text != '\0'; text++)
    if ((guchar) *text < ' ' || *text == '"' || *text == '\\')
      g_string_append_printf (json, "\\u%04x", (guchar) *text);
    else
      g_string_append_c (json, *text);
  g_string_append_c (json, '"');
  return g_string_free (json, FALSE);
}

static gboolean
is_free_text (const DdField *field)
{
  return (field->kind == DD_FIELD_TEXT && !g_str_has_suffix (field->name, "_hash"))
         || field->kind == DD_FIELD_JSON;
}

static void
set_texts (DdRecord *record, const char *text)
{
  const DdEntity *entity = dd_record_get_entity (record);
  g_autofree char *json = to_json (text);

  for (guint i = 0; i < entity->n_fields; i++)
    if (is_free_text (&entity->fields[i]) && !(entity->fields[i].flags & DD_FIELD_DERIVED))
      dd_record_set_text (record, entity->fields[i].name,
                          entity->fields[i].kind == DD_FIELD_JSON ? json : text);
}

static void
test_texts (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (DdAction) action = dd_action_new (texts[i].name, 2000, NULL, NULL);

      for (guint j = 0; j < texts[i].times; j++)
        g_string_append (text, texts[i].text);
      for (guint j = 0; j < records->len; j++)
        {
          set_texts (records->pdata[j], text->str);
          dd_action_save (action, records->pdata[j]);
          dd_record_settle (records->pdata[j]);
        }
      record_fixture_commit (connection, action);
      for (guint j = 0; j < records->len; j++)
        {
          g_autoptr (DdRecord) loaded = record_fixture_reload (connection, records->pdata[j]);
          assert_equal (records->pdata[j], loaded);
        }
    }
}

/* Every text field refuses what is no text, one after another. */
static void
test_bad_texts (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);
  const char *const bad[] = { "a\xff", "\xc3", "\xed\xa0\x80", "\xc0\x80" };

  for (guint i = 0; i < records->len; i++)
    {
      const DdEntity *entity = dd_entities[i];

      for (guint j = 0; j < entity->n_fields; j++)
        {
          g_autoptr (DdRecord) record = record_fixture_reload (connection, records->pdata[i]);
          g_autoptr (GError) error = NULL;

          if (!is_free_text (&entity->fields[j]) || entity->fields[j].flags & DD_FIELD_DERIVED)
            continue;
          dd_record_set_text (record, entity->fields[j].name, bad[j % G_N_ELEMENTS (bad)]);
          g_assert_false (save (connection, record, &error));
          g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);
          g_assert_nonnull (strstr (error->message, entity->fields[j].label));
        }
    }
}

/* --- Values that must not be stored --- */

typedef struct
{
  const char *name;
  const DdEntity *entity;
  const char *field;
  DdValue value;
  const char *message;
} Bad;

static const Bad bads[] = {
  { "no title", &dd_case_entity, "title", { .text = NULL }, "The title is missing: enter one." },
  { "an empty title",
    &dd_case_entity,
    "title",
    { .text = (char *) "" },
    "The title is missing: enter one." },
  { "no such day",
    &dd_case_entity,
    "deadline",
    { .text = (char *) "2027-02-29" },
    "The deadline must be a date such as “2026-12-18”, not “2027-02-29”." },
  { "no such state",
    &dd_case_entity,
    "state",
    { .integer = 99 },
    "The state must be one of requested, running, waiting, closed or cancelled." },
  { "a negative duration",
    &dd_case_activity_entity,
    "override_minutes",
    { .integer = -1 },
    "The duration in working minutes must be a whole number from 0 to 99999999." },
  { "an instant before 1970",
    &dd_case_wait_entity,
    "started_at",
    { .integer = -1 },
    "The beginning must be a date and time between 1970 and 2199, such as “2026-12-18T09:00”." },
  { "no JSON",
    &dd_answer_entity,
    "value",
    { .text = (char *) "{" },
    "The answer must be a JSON value." },
  { "JSON and more",
    &dd_answer_entity,
    "value",
    { .text = (char *) "1 2" },
    "The answer must be a JSON value." },
  { "an activity that is not there",
    &dd_case_wait_entity,
    "activity_id",
    { .text = (char *) "0b7f5ee6-5d8f-4f0c-9f0e-0a2d4f3c6a11" },
    "The activity of the wait does not exist any more. Nothing was saved: look at it again, then "
    "decide." },
};

static void
test_bad (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);

  for (gsize i = 0; i < G_N_ELEMENTS (bads); i++)
    for (guint j = 0; j < records->len; j++)
      {
        g_autoptr (DdRecord) record = NULL;
        g_autoptr (GError) error = NULL;

        if (dd_entities[j] != bads[i].entity)
          continue;
        record = record_fixture_reload (connection, records->pdata[j]);
        dd_record_set_value (record, (guint) dd_entity_find (bads[i].entity, bads[i].field),
                             bads[i].value);
        g_assert_false (save (connection, record, &error));
        g_assert_cmpstr (error->message, ==, bads[i].message);
      }
}

/* The schema holds its own against whoever writes past the records. */
static void
refuse_sql (DdConnection *connection,
            const DdEntity *entity,
            const DdField *field,
            const char *value)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = %s", entity->table, field->name, value);
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", sql);
  g_assert_false (dd_connection_exec (connection, sql, "Testing", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_CONSTRAINT);
}

static void
refuse_field (DdConnection *connection, const DdEntity *entity, const DdField *field)
{
  g_autofree char *above = g_strdup_printf ("%d", field->maximum + 1);
  g_autofree char *below = g_strdup_printf ("%d", field->minimum - 1);

  if (field->flags & DD_FIELD_REQUIRED)
    refuse_sql (connection, entity, field, "NULL");
  if (field->flags & DD_FIELD_REQUIRED && dd_field_is_text (field))
    refuse_sql (connection, entity, field, "''");
  if (field->kind == DD_FIELD_ENUM)
    refuse_sql (connection, entity, field, "'nonsense'");
  if (field->kind == DD_FIELD_BOOLEAN)
    refuse_sql (connection, entity, field, "2");
  if (field->kind == DD_FIELD_DATE)
    refuse_sql (connection, entity, field, "'2027-02-29'");
  if (field->kind == DD_FIELD_REFERENCE || g_str_has_suffix (field->name, "_hash"))
    refuse_sql (connection, entity, field, "'nonsense'");
  if (field->kind == DD_FIELD_INSTANT)
    refuse_sql (connection, entity, field, "-1");
  if (field->kind == DD_FIELD_INTEGER && field->maximum > 0)
    {
      refuse_sql (connection, entity, field, above);
      refuse_sql (connection, entity, field, below);
    }
}

static void
test_schema_refuses (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);

  for (guint i = 0; i < records->len; i++)
    for (guint j = 0; j < dd_entities[i]->n_fields; j++)
      refuse_field (connection, dd_entities[i], &dd_entities[i]->fields[j]);
}

/* Each word of each enum, and each bound, is one that the schema accepts. */
static void
test_schema_accepts (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);

  for (guint i = 0; i < records->len; i++)
    for (guint j = 0; j < dd_entities[i]->n_fields; j++)
      {
        const DdField *field = &dd_entities[i]->fields[j];
        gint64 first = field->kind == DD_FIELD_INTEGER ? field->minimum : 0;
        gint64 last = field->kind == DD_FIELD_INTEGER   ? field->maximum
                      : field->kind == DD_FIELD_INSTANT ? DD_INSTANT_MAX
                                                        : 1;

        if (dd_field_is_text (field) || field->flags & DD_FIELD_DERIVED)
          continue;
        if (field->kind == DD_FIELD_ENUM)
          for (last = 0; dd_enum_get_nick (field->type (), last + 1) != NULL;)
            last++;
        for (gint64 value = first; value <= last;
             value += field->kind == DD_FIELD_ENUM ? 1 : last - first)
          {
            g_autoptr (DdAction) action = dd_action_new ("Anna", 2000, NULL, NULL);
            dd_record_set_integer (records->pdata[i], field->name, value);
            dd_action_save (action, records->pdata[i]);
            dd_record_settle (records->pdata[i]);
            record_fixture_commit (connection, action);
          }
      }
}

/* --- Queries --- */

static void
add_person (DdAction *action, const char *name, DdPersonRole role, const char *email)
{
  g_autoptr (DdRecord) record = dd_record_new (&dd_person_entity, NULL);

  dd_record_set_text (record, "name", name);
  dd_record_set_text (record, "email", email);
  dd_record_set_integer (record, "role", role);
  dd_action_save (action, record);
}

static DdConnection *
open_people (StoreTest *test)
{
  DdConnection *connection = record_fixture_open (test);
  g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, NULL, NULL);

  add_person (action, "Bea", DD_PERSON_ROLE_CONSULTANT, "bea@example.org");
  add_person (action, "Anna", DD_PERSON_ROLE_MANAGER, NULL);
  add_person (action, "Cem", DD_PERSON_ROLE_CONSULTANT, NULL);
  add_person (action, "' OR 1 = 1 --", DD_PERSON_ROLE_CONTACT, "x");
  record_fixture_commit (connection, action);
  return connection;
}

/* The names that @query gives, joined. */
static char *
list_names (DdConnection *connection, DdQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = dd_records_query (connection, query, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "",
                            dd_record_get_name (records->pdata[i]));
  return g_string_free (names, FALSE);
}

typedef struct
{
  const char *name;
  const char *field; /* (nullable) */
  DdQueryOperator op;
  const char *text; /* (nullable) */
  int role;         /* -1: the condition is on a text */
  gboolean descending;
  guint limit;
  const char *expected;
} QueryRow;

static const QueryRow query_rows[] = {
  { "all", NULL, 0, NULL, -1, FALSE, 0, "' OR 1 = 1 --,Anna,Bea,Cem" },
  { "descending", NULL, 0, NULL, -1, TRUE, 0, "Cem,Bea,Anna,' OR 1 = 1 --" },
  { "limit", NULL, 0, NULL, -1, FALSE, 2, "' OR 1 = 1 --,Anna" },
  { "a name", "name", DD_QUERY_IS, "Bea", -1, FALSE, 0, "Bea" },
  { "a name that looks like SQL", "name", DD_QUERY_IS, "' OR 1 = 1 --", -1, FALSE, 0,
    "' OR 1 = 1 --" },
  { "nobody", "name", DD_QUERY_IS, "bea", -1, FALSE, 0, "" },
  { "null", "email", DD_QUERY_IS, NULL, -1, FALSE, 0, "Anna,Cem" },
  { "not null", "email", DD_QUERY_IS_NOT, NULL, -1, FALSE, 0, "' OR 1 = 1 --,Bea" },
  { "at least", "email", DD_QUERY_AT_LEAST, "c", -1, FALSE, 0, "' OR 1 = 1 --" },
  { "at most", "email", DD_QUERY_AT_MOST, "c", -1, FALSE, 0, "Bea" },
  { "a role", "role", DD_QUERY_IS, NULL, DD_PERSON_ROLE_CONSULTANT, FALSE, 0, "Bea,Cem" },
  { "another role", "role", DD_QUERY_IS_NOT, NULL, DD_PERSON_ROLE_CONSULTANT, TRUE, 0,
    "Anna,' OR 1 = 1 --" },
};

static void
test_query (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_people (test);

  for (gsize i = 0; i < G_N_ELEMENTS (query_rows); i++)
    {
      const QueryRow *row = &query_rows[i];
      g_autoptr (DdQuery) query = dd_query_new (&dd_person_entity);
      g_autofree char *names = NULL;

      g_test_message ("%s", row->name);
      if (row->field != NULL && row->role >= 0)
        dd_query_match_integer (query, row->field, row->op, row->role);
      else if (row->field != NULL)
        dd_query_match_text (query, row->field, row->op, row->text);
      dd_query_order_by (query, "name", row->descending);
      dd_query_set_limit (query, row->limit);
      names = list_names (connection, query);
      g_assert_cmpstr (names, ==, row->expected);
    }
}

static void
test_query_several (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = open_people (test);
  g_autoptr (DdQuery) query = dd_query_new (&dd_person_entity);
  g_autofree char *names = NULL;

  dd_query_match_integer (query, "role", DD_QUERY_IS_NOT, DD_PERSON_ROLE_CONTACT);
  dd_query_match_text (query, "email", DD_QUERY_IS, NULL);
  dd_query_order_by (query, "role", TRUE);
  dd_query_order_by (query, "name", TRUE);
  names = list_names (connection, query);
  g_assert_cmpstr (names, ==, "Anna,Cem");
}

static void
test_query_mistakes (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdQuery) query = dd_query_new (&dd_person_entity);

  g_test_expect_message ("drydock-store", G_LOG_LEVEL_CRITICAL, "*field != NULL*");
  dd_query_match_text (query, "name\" = 1 --", DD_QUERY_IS, "x");
  g_test_expect_message ("drydock-store", G_LOG_LEVEL_CRITICAL, "*field != NULL*");
  dd_query_order_by (query, "1", FALSE);
  g_test_expect_message ("drydock-store", G_LOG_LEVEL_CRITICAL, "*dd_field_is_text*");
  dd_query_match_text (query, "role", DD_QUERY_IS, "manager");
  g_test_expect_message ("drydock-store", G_LOG_LEVEL_CRITICAL, "*DD_FIELD_ENUM*");
  dd_query_match_integer (query, "role", DD_QUERY_AT_MOST, 1);
  g_test_assert_expected_messages ();
}

/* --- Derived fields --- */

/* They are stored, and neither journalled nor the cause of a conflict. */
static void
test_derived (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (GPtrArray) records = record_fixture_fill (connection);
  DdRecord *mine = records->pdata[2];
  g_autoptr (DdRecord) theirs = record_fixture_reload (connection, mine);
  g_autoptr (DdRecord) now = NULL;
  g_autoptr (GError) error = NULL;
  gint64 journalled = store_test_get_int64 (connection, "SELECT count (*) FROM journal_changes");

  g_assert_true (DD_IS_CASE (mine));
  dd_record_set_integer (theirs, "planned_start", 77);
  dd_record_set_integer (theirs, "at_risk", TRUE);
  g_assert_true (dd_records_save_derived (connection, theirs, &error));
  g_assert_no_error (error);
  g_assert_false (
      dd_record_is_changed (theirs, (guint) dd_entity_find (&dd_case_entity, "at_risk")));
  g_assert_cmpint (store_test_get_int64 (connection, "SELECT count (*) FROM journal_changes"), ==,
                   journalled);

  dd_record_set_text (mine, "title", "Renamed");
  g_assert_true (save (connection, mine, &error));
  now = record_fixture_reload (connection, mine);
  g_assert_cmpint (dd_record_get_integer (now, "planned_start"), ==, 77);
  g_assert_cmpint (dd_record_get_integer (now, "at_risk"), ==, TRUE);
  g_assert_cmpstr (dd_record_get_text (now, "title"), ==, "Renamed");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/records/round-trip", test_round_trip);
  store_test_add ("/records/not-found", test_not_found);
  store_test_add ("/records/texts", test_texts);
  store_test_add ("/records/bad-texts", test_bad_texts);
  store_test_add ("/records/bad", test_bad);
  store_test_add ("/records/schema-refuses", test_schema_refuses);
  store_test_add ("/records/schema-accepts", test_schema_accepts);
  store_test_add ("/records/query", test_query);
  store_test_add ("/records/query-several", test_query_several);
  store_test_add ("/records/query-mistakes", test_query_mistakes);
  store_test_add ("/records/derived", test_derived);
  return g_test_run ();
}
