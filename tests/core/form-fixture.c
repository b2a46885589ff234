/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "form-fixture.h"

#include "form/dd-questionnaire-parser.h"

char *
read_questionnaire_file (const char *name, gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "questionnaires", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

DdQuestionnaire *
parse_edition (int edition, const char *body)
{
  g_autofree char *xml =
      g_strdup_printf ("<questionnaire id='q' service='s' edition='%d' title='Questions'>%s"
                       "</questionnaire>",
                       edition, body);
  g_autoptr (GError) error = NULL;
  DdQuestionnaire *questionnaire = dd_questionnaire_parse (xml, -1, "test.xml", &error);

  g_assert_no_error (error);
  return questionnaire;
}

DdQuestionnaire *
parse_questions (const char *questions)
{
  g_autofree char *body = g_strdup_printf ("<section id='one' title='One'>%s</section>", questions);

  return parse_edition (1, body);
}

static char *
with_double_quotes (const char *json)
{
  return g_strdelimit (g_strdup (json), "'", '"');
}

DdAnswerValue *
value_of (const char *json)
{
  g_autofree char *text = with_double_quotes (json);
  g_autoptr (GError) error = NULL;
  DdAnswerValue *value = NULL;

  dd_answer_value_from_json (text, -1, &value, &error);
  g_assert_no_error (error);
  return value;
}

DdAnswers *
answers_of (const char *json)
{
  g_autofree char *text = with_double_quotes (json);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (text, &error);
  DdAnswers *answers = dd_answers_new ();
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  g_assert_no_error (error);
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &id, &node))
    {
      g_autoptr (DdAnswerValue) value = NULL;

      dd_answer_value_from_node (node, &value, &error);
      g_assert_no_error (error);
      dd_answers_set (answers, id, value);
    }
  return answers;
}

void
assert_answers (const DdAnswers *answers, const char *json)
{
  g_autoptr (DdAnswers) expected = answers_of (json);
  g_autoptr (GPtrArray) ids = dd_answers_list_questions (expected);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autofree char *wanted = dd_answer_value_to_json (dd_answers_get (expected, id));
      g_autofree char *found = dd_answer_value_to_json (dd_answers_get (answers, id));

      g_assert_cmpstr (found, ==, wanted);
    }
  g_assert_true (dd_answers_equal (answers, expected));
}

void
assert_value (const DdAnswerValue *value, const char *json)
{
  g_autofree char *expected = with_double_quotes (json);
  g_autofree char *found = dd_answer_value_to_json (value);

  g_assert_cmpstr (found, ==, expected);
}

guint
count_answers (const DdAnswers *answers)
{
  g_autoptr (GPtrArray) ids = dd_answers_list_questions (answers);

  return ids->len;
}
