/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "questionnaire-fixture.h"

#include "form/dd-questionnaire-parser.h"

DdQuestionnaire *
fixture_load (int edition)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "questionnaires", "good-page.xml", NULL);
  g_autofree char *text = NULL;
  g_autofree char *number = g_strdup_printf ("edition=\"%d\"", edition);
  g_autoptr (GString) edited = NULL;
  g_autoptr (GError) error = NULL;
  DdQuestionnaire *questionnaire;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  edited = g_string_new (text);
  g_assert_cmpuint (g_string_replace (edited, "edition=\"1\"", number, 0), ==, 1);
  questionnaire = dd_questionnaire_parse (edited->str, -1, "good-page.xml", &error);
  g_assert_no_error (error);
  return questionnaire;
}

void
fixture_answer (DdAnswers *answers, const char *question, const char *json)
{
  g_autoptr (DdAnswerValue) value = NULL;
  g_autoptr (GError) error = NULL;

  dd_answer_value_from_json (json, -1, &value, &error);
  g_assert_no_error (error);
  dd_answers_set (answers, question, value);
}

DdAnswers *
fixture_make_answers (void)
{
  static const char *const values[][2] = {
    { "contact", "\"Kim </script> \xf0\x9f\x98\x80 \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d\"" },
    { "mail", "\"kim@example.com\"" },
    { "remarks", "\"two\\nlines \\\"quoted\\\"\"" },
    { "users", "1200" },
    { "installed", "\"10.2 SP1\"" },
    { "start", "\"2026-12-01\"" },
    { "database", "\"oracle\"" },
    { "parts", "[\"reports\",\"mobile\"]" },
    { "cluster", "\"yes\"" },
    { "components", "[{\"name\":\"Menu\",\"count\":3},{\"name\":\"Job\",\"kind\":\"service\"}]" },
    { "backup", "true" },
    { "nodes", "4" },
  };
  DdAnswers *answers = dd_answers_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    fixture_answer (answers, values[i][0], values[i][1]);
  return answers;
}

guint
fixture_count (const DdAnswers *answers)
{
  g_autoptr (GPtrArray) questions = dd_answers_list_questions (answers);

  return questions->len;
}
