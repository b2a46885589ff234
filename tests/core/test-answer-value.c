/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "form/dd-answer-value.h"

#include "form-fixture.h"

#include <string.h>

/* --- JSON in, canonical JSON out --- */

static const struct
{
  const char *name;
  const char *in;
  const char *out;
} canonical[] = {
  { "text", "'a'", "'a'" },
  { "text-to-the-last-blank", "' a  b '", "' a  b '" },
  { "text-line-ends", "'a\\r\\nb\\rc\\nd'", "'a\\nb\\nc\\nd'" },
  { "text-escapes", "'\\u00e4\\ud83d\\udea2<\\/script>'", "'\xc3\xa4\xf0\x9f\x9a\xa2</script>'" },
  { "text-blank", "' \\t\\n'", "null" },
  { "text-empty", "''", "null" },
  { "text-no-break-space", "'\\u00a0'", "'\xc2\xa0'" },
  { "integer", "42", "42" },
  { "integer-zero", "0", "0" },
  { "integer-negative", "-7", "-7" },
  { "integer-largest", "9007199254740991", "9007199254740991" },
  { "integer-smallest", "-9007199254740991", "-9007199254740991" },
  { "true", "true", "true" },
  { "false", "false", "null" },
  { "null", "null", "null" },
  { "list", "['a']", "['a']" },
  { "list-sorted", "['b','a','B']", "['B','a','b']" },
  { "list-once", "['a','b','a']", "['a','b']" },
  { "list-blank", "['',' ']", "null" },
  { "list-empty", "[]", "null" },
  { "table", "[{'a':'x','b':1}]", "[{'a':'x','b':1}]" },
  { "table-sorted", "[{'b':1,'a':'x'},{'a':'y'}]", "[{'a':'x','b':1},{'a':'y'}]" },
  { "table-empty-cells", "[{'a':'','b':null,'c':'x','d':false}]", "[{'c':'x'}]" },
  { "table-empty-rows", "[{},{'a':'x'},{'a':' '},{'a':'y'}]", "[{'a':'x'},{'a':'y'}]" },
  { "table-nothing", "[{},{'a':''}]", "null" },
};

static void
test_canonical (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (DdAnswerValue) value = value_of (canonical[i].in);
  g_autofree char *json = NULL;
  g_autoptr (DdAnswerValue) again = NULL;

  assert_value (value, canonical[i].out);
  json = dd_answer_value_to_json (value);
  again = value_of (json);
  g_assert_true (dd_answer_value_equal (value, again));
}

static const struct
{
  const char *name;
  const char *json;
  DdAnswerError code;
} refused[] = {
  { "nothing", "", DD_ANSWER_ERROR_JSON },
  { "half-a-text", "'a", DD_ANSWER_ERROR_JSON },
  { "two-values", "'a' 'b'", DD_ANSWER_ERROR_JSON },
  { "half-a-list", "['a'", DD_ANSWER_ERROR_JSON },
  { "bytes", "'\xff'", DD_ANSWER_ERROR_JSON },
  { "zero-character", "'a\\u0000b'", DD_ANSWER_ERROR_JSON },
  { "deep", "[[[[[[[[[[1]]]]]]]]]]", DD_ANSWER_ERROR_JSON },
  { "half-a-character", "'\\ud800'", DD_ANSWER_ERROR_JSON },
  { "fraction", "1.5", DD_ANSWER_ERROR_SHAPE },
  { "power", "1e3", DD_ANSWER_ERROR_SHAPE },
  { "too-large", "9007199254740992", DD_ANSWER_ERROR_SHAPE },
  { "too-small", "-9007199254740992", DD_ANSWER_ERROR_SHAPE },
  { "object", "{'a':1}", DD_ANSWER_ERROR_SHAPE },
  { "list-of-numbers", "[1,2]", DD_ANSWER_ERROR_SHAPE },
  { "mixed-list", "['a',1]", DD_ANSWER_ERROR_SHAPE },
  { "mixed-table", "[{'a':1},'b']", DD_ANSWER_ERROR_SHAPE },
  { "list-of-lists", "[['a']]", DD_ANSWER_ERROR_SHAPE },
  { "list-of-null", "[null]", DD_ANSWER_ERROR_SHAPE },
  { "cell-list", "[{'a':['b']}]", DD_ANSWER_ERROR_SHAPE },
  { "cell-true", "[{'a':true}]", DD_ANSWER_ERROR_SHAPE },
  { "cell-fraction", "[{'a':0.5}]", DD_ANSWER_ERROR_SHAPE },
  { "cell-without-name", "[{'':'a'}]", DD_ANSWER_ERROR_SHAPE },
};

static void
test_refused (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *json = g_strdelimit (g_strdup (refused[i].json), "'", '"');
  DdAnswerValue *value = (DdAnswerValue *) json;
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_answer_value_from_json (json, -1, &value, &error));
  g_assert_error (error, DD_ANSWER_ERROR, (int) refused[i].code);
  g_assert_true (value == (DdAnswerValue *) json);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_too_large (void)
{
  g_autofree char *json = g_strnfill (DD_ANSWER_MAX_BYTES + 1, ' ');
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_answer_value_from_json (json, -1, NULL, &error));
  g_assert_error (error, DD_ANSWER_ERROR, DD_ANSWER_ERROR_JSON);
}

static void
test_too_many_rows (void)
{
  g_autoptr (GString) json = g_string_new ("[{\"a\":1}");
  g_autoptr (DdAnswerValue) value = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 1; i < DD_ANSWER_MAX_ROWS; i++)
    g_string_append (json, ",{\"a\":1}");
  g_string_append_c (json, ']');
  g_assert_true (dd_answer_value_from_json (json->str, -1, &value, NULL));
  g_assert_cmpuint (dd_answer_value_get_n_rows (value), ==, DD_ANSWER_MAX_ROWS);
  g_string_insert (json, 1, "{\"a\":1},");
  g_assert_false (dd_answer_value_from_json (json->str, -1, NULL, &error));
  g_assert_error (error, DD_ANSWER_ERROR, DD_ANSWER_ERROR_SHAPE);
}

/* What may be told before a document is read. */
static void
test_safe (void)
{
  g_assert_true (dd_answer_json_is_safe ("[[1],{\"a\":[]}]", 14, 3));
  g_assert_false (dd_answer_json_is_safe ("[[1],{\"a\":[]}]", 14, 2));
  g_assert_true (dd_answer_json_is_safe ("\"[[[[\\\"[[\"", 10, 1));
  g_assert_true (dd_answer_json_is_safe ("\"\\\\u0000\"", 9, 1));
  g_assert_false (dd_answer_json_is_safe ("\"\\\\\\u0000\"", 10, 1));
  g_assert_true (dd_answer_json_is_safe ("\"\\u000", 6, 1));
}

/* --- equality --- */

static void
test_equal (void)
{
  const char *const different[] = { "'a'",
                                    "'b'",
                                    "1",
                                    "2",
                                    "true",
                                    "['a']",
                                    "['a','b']",
                                    "[{'a':'a'}]",
                                    "[{'b':'a'}]",
                                    "[{'a':'a'},{'a':'a'}]",
                                    "[{'a':'a','b':1}]",
                                    "[{'a':1}]",
                                    "[{'a':'1'}]",
                                    "null" };

  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    for (guint j = 0; j < G_N_ELEMENTS (different); j++)
      {
        g_autoptr (DdAnswerValue) first = value_of (different[i]);
        g_autoptr (DdAnswerValue) second = value_of (different[j]);

        g_assert_cmpint (dd_answer_value_equal (first, second), ==, i == j);
      }
}

/* --- what is in it --- */

static void
test_access (void)
{
  g_autoptr (DdAnswerValue) text = dd_answer_value_new_text ("a");
  g_autoptr (DdAnswerValue) number = dd_answer_value_new_integer (5);
  g_autoptr (DdAnswerValue) list = value_of ("['c','a','b']");

  g_assert_cmpstr (dd_answer_value_get_text (text), ==, "a");
  g_assert_null (dd_answer_value_get_text (number));
  g_assert_null (dd_answer_value_get_text (NULL));
  g_assert_cmpint (dd_answer_value_get_integer (number), ==, 5);
  g_assert_cmpint (dd_answer_value_get_shape (list), ==, DD_ANSWER_LIST);
  g_assert_cmpstr (dd_answer_value_get_list (list)[2], ==, "c");
  g_assert_null (dd_answer_value_get_list (text)[0]);
  g_assert_true (dd_answer_value_has_choice (list, "b"));
  g_assert_false (dd_answer_value_has_choice (list, "d"));
  g_assert_false (dd_answer_value_has_choice (text, "a"));
  g_assert_cmpuint (dd_answer_value_get_n_rows (list), ==, 0);
  g_assert_null (dd_answer_value_new_text ("\xff"));
}

static void
test_table (void)
{
  g_autoptr (DdAnswerValue) table = value_of ("[{'z':'x','b':1},{'m':'y'}]");
  g_autoptr (GPtrArray) columns = dd_answer_value_list_columns (table);

  g_assert_cmpuint (dd_answer_value_get_n_rows (table), ==, 2);
  g_assert_cmpstr (dd_answer_value_get_text (dd_answer_value_get_cell (table, 0, "z")), ==, "x");
  g_assert_cmpint (dd_answer_value_get_integer (dd_answer_value_get_cell (table, 0, "b")), ==, 1);
  g_assert_null (dd_answer_value_get_cell (table, 1, "z"));
  g_assert_cmpuint (columns->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (columns, 0), ==, "b");
  g_assert_cmpstr (g_ptr_array_index (columns, 2), ==, "z");
}

/* A cell can be set again and emptied again while the row is the newest. */
static void
test_table_builder (void)
{
  DdAnswerTable *table = dd_answer_table_new ();
  g_autoptr (DdAnswerValue) one = dd_answer_value_new_integer (1);
  g_autoptr (DdAnswerValue) two = dd_answer_value_new_text ("two");
  g_autoptr (DdAnswerValue) value = NULL;

  dd_answer_table_add_row (table);
  dd_answer_table_add_row (table);
  dd_answer_table_set_cell (table, "b", one);
  dd_answer_table_set_cell (table, "a", one);
  dd_answer_table_set_cell (table, "b", two);
  dd_answer_table_set_cell (table, "c", two);
  dd_answer_table_set_cell (table, "c", NULL);
  dd_answer_table_add_row (table);
  value = dd_answer_table_end (table);
  assert_value (value, "[{'a':1,'b':'two'}]");
}

static void
test_empty_table (void)
{
  DdAnswerTable *table = dd_answer_table_new ();

  dd_answer_table_add_row (table);
  g_assert_null (dd_answer_table_end (table));
}

static const struct
{
  const char *json;
  const char *words;
} words[] = {
  { "'a b'", "a b" },      { "-5", "-5" }, { "true", "Yes" },
  { "['b','a']", "a, b" }, { "null", "" }, { "[{'a':'x','b':1},{'b':2}]", "x, 1\n2" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (DdAnswerValue) value = value_of (words[i].json);
      g_autofree char *found = dd_answer_value_to_words (value);

      g_assert_cmpstr (found, ==, words[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (canonical); i++)
    {
      g_autofree char *path = g_strdup_printf ("/answer-value/canonical/%s", canonical[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_canonical);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/answer-value/refused/%s", refused[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/answer-value/too-large", test_too_large);
  g_test_add_func ("/answer-value/too-many-rows", test_too_many_rows);
  g_test_add_func ("/answer-value/safe", test_safe);
  g_test_add_func ("/answer-value/equal", test_equal);
  g_test_add_func ("/answer-value/access", test_access);
  g_test_add_func ("/answer-value/table", test_table);
  g_test_add_func ("/answer-value/table-builder", test_table_builder);
  g_test_add_func ("/answer-value/empty-table", test_empty_table);
  g_test_add_func ("/answer-value/words", test_words);

  return g_test_run ();
}
