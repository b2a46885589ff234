/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "form/dd-answers.h"

#include "form-fixture.h"

static void
test_set (void)
{
  g_autoptr (DdAnswers) answers = dd_answers_new ();
  g_autoptr (DdAnswerValue) value = dd_answer_value_new_text ("x");

  g_assert_null (dd_answers_get (answers, "a"));
  dd_answers_set (answers, "a", value);
  g_assert_true (dd_answers_get (answers, "a") == value);
  g_assert_cmpuint (count_answers (answers), ==, 1);
  dd_answers_set (answers, "a", NULL);
  g_assert_null (dd_answers_get (answers, "a"));
  dd_answers_set (answers, "a", NULL);
  g_assert_cmpuint (count_answers (answers), ==, 0);
}

static void
test_list (void)
{
  g_autoptr (DdAnswers) answers = answers_of ("{'b':1,'a':2,'c':null,'B':3}");
  g_autoptr (GPtrArray) ids = dd_answers_list_questions (answers);

  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, "B");
  g_assert_cmpstr (g_ptr_array_index (ids, 1), ==, "a");
  g_assert_cmpstr (g_ptr_array_index (ids, 2), ==, "b");
}

static void
test_copy (void)
{
  g_autoptr (DdAnswers) answers = answers_of ("{'a':1,'b':'x'}");
  g_autoptr (DdAnswers) copy = dd_answers_copy (answers);

  g_assert_true (dd_answers_equal (answers, copy));
  dd_answers_set (copy, "a", NULL);
  g_assert_false (dd_answers_equal (answers, copy));
  g_assert_nonnull (dd_answers_get (answers, "a"));
}

static void
test_equal (void)
{
  const char *const different[] = { "{}", "{'a':1}", "{'a':2}", "{'b':1}", "{'a':1,'b':1}" };

  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    for (guint j = 0; j < G_N_ELEMENTS (different); j++)
      {
        g_autoptr (DdAnswers) first = answers_of (different[i]);
        g_autoptr (DdAnswers) second = answers_of (different[j]);

        g_assert_cmpint (dd_answers_equal (first, second), ==, i == j);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answers/set", test_set);
  g_test_add_func ("/answers/list", test_list);
  g_test_add_func ("/answers/copy", test_copy);
  g_test_add_func ("/answers/equal", test_equal);

  return g_test_run ();
}
