/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "form/dd-answers-comparison.h"

#include "form-fixture.h"

#define QUESTIONS                                                                                  \
  "<question id='a' type='yes-no'><label>L</label></question>"                                     \
  "<question id='b' type='text'><label>L</label><range min='2' message='Longer.'/>"                \
  "<when><equals question='a' value='yes'/></when></question>"                                     \
  "<question id='c' type='choices'><label>L</label><choice value='x'>X</choice>"                   \
  "<choice value='y'>Y</choice></question>"                                                        \
  "<question id='d' type='text'><label>L</label><when><fact name='f'/></when></question>"

static const char *const kinds[] = {
  [DD_DIFFERENCE_EQUAL] = "equal",     [DD_DIFFERENCE_ADDED] = "added",
  [DD_DIFFERENCE_CHANGED] = "changed", [DD_DIFFERENCE_CLEARED] = "cleared",
  [DD_DIFFERENCE_INVALID] = "invalid", [DD_DIFFERENCE_HIDDEN] = "hidden",
  [DD_DIFFERENCE_UNKNOWN] = "unknown",
};

static const struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *differences;
} comparisons[] = {
  { "nothing", "{}", "{}", "" },
  { "equal", "{'a':'no','c':['x','y']}", "{'a':'no','c':['y','x']}", "a equal, c equal" },
  { "added", "{}", "{'a':'no','c':['x']}", "a added, c added" },
  { "changed", "{'a':'no','c':['x']}", "{'a':'no','c':['y']}", "a equal, c changed" },
  { "cleared", "{'a':'no','c':['x']}", "{'a':'no'}", "a equal, c cleared" },
  { "invalid", "{'a':'yes','b':'ab'}", "{'a':'yes','b':'x'}", "a equal, b invalid (Longer.)" },
  { "invalid-new", "{'a':'yes'}", "{'a':'maybe'}", "a invalid (Choose yes or no.)" },
  { "invalid-before", "{'a':'yes','b':'x'}", "{'a':'yes','b':'x'}", "a equal, b equal" },
  { "kept-hidden", "{'a':'yes','b':'ab'}", "{'a':'no'}", "a changed" },
  { "hidden", "{'a':'no'}", "{'a':'no','b':'ab'}", "a equal, b hidden" },
  { "hidden-by-fact", "{'d':'x'}", "{}", "" },
  { "unknown", "{'z':1}", "{'a':'no','z':2,'y':1}", "a added, y unknown, z unknown" },
};

static char *
describe (GPtrArray *differences)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const DdDifference *difference = g_ptr_array_index (differences, i);

      g_string_append_printf (words, "%s%s %s", i > 0 ? ", " : "", difference->id,
                              kinds[difference->kind]);
      if (difference->message != NULL)
        g_string_append_printf (words, " (%s)", difference->message);
    }
  return g_string_free (words, FALSE);
}

static void
test_compare (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (DdQuestionnaire) questionnaire = parse_questions (QUESTIONS);
  g_autoptr (DdAnswers) before = answers_of (comparisons[i].before);
  g_autoptr (DdAnswers) after = answers_of (comparisons[i].after);
  g_autoptr (GPtrArray) differences = dd_answers_compare (questionnaire, NULL, before, after);
  g_autofree char *words = describe (differences);

  g_assert_cmpstr (words, ==, comparisons[i].differences);
  for (guint j = 0; j < differences->len; j++)
    {
      const DdDifference *difference = g_ptr_array_index (differences, j);

      g_assert_true (
          dd_answer_value_equal (difference->before, dd_answers_get (before, difference->id)));
      g_assert_true (
          dd_answer_value_equal (difference->after, dd_answers_get (after, difference->id)));
      g_assert_true (difference->question
                     == dd_questionnaire_find_question (questionnaire, difference->id));
    }
}

static void
test_facts (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = parse_questions (QUESTIONS);
  g_autoptr (DdAnswers) before = answers_of ("{'d':'x'}"), after = dd_answers_new ();
  g_autoptr (DdFacts) facts = dd_facts_new ();
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *words = NULL;

  dd_facts_set_fact (facts, "f", "yes");
  differences = dd_answers_compare (questionnaire, facts, before, after);
  words = describe (differences);
  g_assert_cmpstr (words, ==, "d cleared");
}

static void
test_changes (void)
{
  g_assert_true (dd_difference_kind_is_change (DD_DIFFERENCE_ADDED));
  g_assert_true (dd_difference_kind_is_change (DD_DIFFERENCE_CHANGED));
  g_assert_true (dd_difference_kind_is_change (DD_DIFFERENCE_CLEARED));
  g_assert_true (dd_difference_kind_is_change (DD_DIFFERENCE_INVALID));
  g_assert_false (dd_difference_kind_is_change (DD_DIFFERENCE_EQUAL));
  g_assert_false (dd_difference_kind_is_change (DD_DIFFERENCE_HIDDEN));
  g_assert_false (dd_difference_kind_is_change (DD_DIFFERENCE_UNKNOWN));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/answers-comparison/compare/%s", comparisons[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_compare);
    }
  g_test_add_func ("/answers-comparison/facts", test_facts);
  g_test_add_func ("/answers-comparison/changes", test_changes);

  return g_test_run ();
}
