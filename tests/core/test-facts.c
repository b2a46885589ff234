/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "form/dd-facts.h"

static void
test_set (void)
{
  g_autoptr (DdFacts) facts = dd_facts_new ();

  dd_facts_set_field (facts, "a", "field");
  dd_facts_set_fact (facts, "a", "fact");
  g_assert_cmpstr (dd_answer_value_get_text (dd_facts_get_field (facts, "a")), ==, "field");
  g_assert_cmpstr (dd_answer_value_get_text (dd_facts_get_fact (facts, "a")), ==, "fact");
  dd_facts_set_field (facts, "a", " ");
  dd_facts_set_fact (facts, "a", NULL);
  g_assert_null (dd_facts_get_field (facts, "a"));
  g_assert_null (dd_facts_get_fact (facts, "a"));
}

static void
test_copy (void)
{
  g_autoptr (DdFacts) facts = dd_facts_new (), copy = NULL;

  dd_facts_set_field (facts, "a", "1");
  copy = dd_facts_copy (facts);
  g_assert_true (dd_facts_equal (facts, copy));
  dd_facts_set_fact (copy, "a", "1");
  g_assert_false (dd_facts_equal (facts, copy));
}

static void
test_node (void)
{
  g_autoptr (DdFacts) facts = dd_facts_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *json = NULL;

  dd_facts_set_field (facts, "b", "2");
  dd_facts_set_field (facts, "a", "1");
  dd_facts_set_fact (facts, "c", "</script>");
  node = dd_facts_to_node (facts);
  json = json_to_string (node, FALSE);
  g_assert_cmpstr (json, ==,
                   "{\"fields\":{\"a\":\"1\",\"b\":\"2\"},\"facts\":{\"c\":\"</script>\"}}");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facts/set", test_set);
  g_test_add_func ("/facts/copy", test_copy);
  g_test_add_func ("/facts/node", test_node);

  return g_test_run ();
}
