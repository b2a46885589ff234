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
  dd_facts_set_field (facts, "a", "2");
  dd_facts_set_fact (facts, "a", "1");
  g_assert_cmpstr (dd_answer_value_get_text (dd_facts_get_field (copy, "a")), ==, "1");
  g_assert_null (dd_facts_get_fact (copy, "a"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facts/set", test_set);
  g_test_add_func ("/facts/copy", test_copy);

  return g_test_run ();
}
