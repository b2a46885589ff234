/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "form/dd-questionnaire.h"

#include "form-fixture.h"

#define CHOICES "<choice value='a'>Apple</choice><choice value='p'>Pear</choice>"

static const struct
{
  const char *name;
  const char *type;
  const char *parts;
  const char *json;
  const char *words;
} described[] = {
  { "nothing", "text", "", "null", "" },
  { "text", "text", "", "'a b'", "a b" },
  { "integer", "integer", "", "5", "5" },
  { "choice", "choice", CHOICES, "'p'", "Pear" },
  { "choice-gone", "choice", CHOICES, "'x'", "x" },
  { "choices", "choices", CHOICES, "['p','a','x']", "Apple, Pear, x" },
  { "yes", "yes-no", "", "'yes'", "Yes" },
  { "no", "yes-no", "", "'no'", "No" },
  { "yes-as-text", "text", "", "'yes'", "yes" },
  { "agreed", "acknowledgement", "", "true", "Yes" },
  { "table", "table",
    "<column id='z' type='choice'><label>Z</label>" CHOICES "</column>"
    "<column id='b' type='integer'><label>B</label></column>",
    "[{'b':1,'z':'a'},{'b':2}]", "Apple, 1\n2" },
  { "table-in-text", "text", "", "[{'b':1,'z':'a'}]", "1, a" },
};

static void
test_describe (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *xml =
      g_strdup_printf ("<question id='q' type='%s'><label>L</label>%s</question>",
                       described[i].type, described[i].parts);
  g_autoptr (DdQuestionnaire) questionnaire = parse_questions (xml);
  g_autoptr (DdAnswerValue) value = value_of (described[i].json);
  g_autofree char *words =
      dd_question_describe (g_ptr_array_index (questionnaire->questions, 0), value);

  g_assert_cmpstr (words, ==, described[i].words);
}

static void
test_types (void)
{
  g_assert_cmpint (dd_question_type_get_shape (DD_QUESTION_VERSION), ==, DD_ANSWER_TEXT);
  g_assert_cmpint (dd_question_type_get_shape (DD_QUESTION_YES_NO), ==, DD_ANSWER_TEXT);
  g_assert_cmpint (dd_question_type_get_shape (DD_QUESTION_INTEGER), ==, DD_ANSWER_INTEGER);
  g_assert_cmpint (dd_question_type_get_shape (DD_QUESTION_CHOICES), ==, DD_ANSWER_LIST);
  g_assert_cmpint (dd_question_type_get_shape (DD_QUESTION_TABLE), ==, DD_ANSWER_TABLE);
  g_assert_cmpint (dd_question_type_get_shape (DD_QUESTION_ACKNOWLEDGEMENT), ==, DD_ANSWER_TRUE);
  g_assert_cmpstr (dd_question_type_to_text (DD_QUESTION_YES_NO), ==, "yes-no");
  g_assert_cmpstr (dd_requirement_to_text (DD_REQUIREMENT_SOFT), ==, "soft");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (described); i++)
    {
      g_autofree char *path = g_strdup_printf ("/questionnaire/describe/%s", described[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_describe);
    }
  g_test_add_func ("/questionnaire/types", test_types);

  return g_test_run ();
}
