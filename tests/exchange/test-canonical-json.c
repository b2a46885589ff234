/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-canonical-json.h"

static const struct
{
  const char *name;
  const char *json;
  const char *canonical; /* NULL: it has none */
} rows[] = {
  { "members are sorted", "{ \"b\": 1, \"a\": { \"d\": [], \"c\": {} } }",
    "{\"a\":{\"c\":{},\"d\":[]},\"b\":1}" },
  { "numbers, truth and nothing", "[-3, 9007199254740991, true, false, null]",
    "[-3,9007199254740991,true,false,null]" },
  { "escapes as a browser has them", "[\"\\u0008\\u0009\\n\\u000c\\r\\u0001\\u001f\\\"\\\\\\/\"]",
    "[\"\\b\\t\\n\\f\\r\\u0001\\u001f\\\"\\\\/\"]" },
  { "what needs none stands as it is", "[\"\\u007f\\u00e4\\u2028\\ud83d\\ude00<>&'\"]",
    "[\"\x7f\xc3\xa4\xe2\x80\xa8\xf0\x9f\x98\x80<>&'\"]" },
  { "a fraction", "[1.5]", NULL },
};

static void
test_canonical (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = json_from_string (rows[i].json, &error);
      g_autofree char *canonical = NULL;

      g_test_message ("%s", rows[i].name);
      g_assert_no_error (error);
      canonical = dd_canonical_json_from_node (node);
      g_assert_cmpstr (canonical, ==, rows[i].canonical);
    }
}

static void
test_no_text (void)
{
  g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), "\xed\xa0\x80");
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  g_assert_null (dd_canonical_json_from_node (value));
  json_object_set_int_member (object, "\xff", 1);
  g_assert_null (dd_canonical_json_from_node (node));
}

static void
test_escape_html (void)
{
  g_autofree char *safe = dd_canonical_json_escape_html ("{\"a\":\"</script><!--&amp;\"}");

  g_assert_cmpstr (safe, ==, "{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026amp;\"}");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/canonical-json/canonical", test_canonical);
  g_test_add_func ("/canonical-json/no-text", test_no_text);
  g_test_add_func ("/canonical-json/escape-html", test_escape_html);
  return g_test_run ();
}
