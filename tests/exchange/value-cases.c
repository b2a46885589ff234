/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * value-cases SEED COUNT: writes COUNT random answers to questions with patterns and ranges, and
 * what Drydock finds wrong with them, as condition-cases (tests/core) does with conditions. The
 * values lie around the limits: lengths in characters of several bytes, days that there are not,
 * versions.
 */
#include "config.h"

#include "form/dd-form.h"
#include "form/dd-questionnaire-parser.h"

#include <stdio.h>

static const char xml[] =
    "<questionnaire id='values' service='s' edition='1' title='Values'><section id='s' title='S'>"
    "<question id='short' type='text'><label>Short</label>"
    "<pattern match='[a-z\xc3\xa4\xf0\x9f\x9a\xa2]+(-[a-z]+)*' message='Small letters.'/>"
    "<range min='2' max='4' message='Two to four.'/></question>"
    "<question id='line' type='text'><label>Line</label></question>"
    "<question id='lines' type='paragraph'><label>Lines</label>"
    "<range max='20000' message='Not so many.'/></question>"
    "<question id='version' type='version'><label>Version</label>"
    "<range min='6.2' max='11.3.0.1' message='From 6.2 to 11.3.0.1.'/></question>"
    "<question id='day' type='date'><label>Day</label>"
    "<range min='1999-12-31' max='2100-03-01' message='In that time.'/></question>"
    "<question id='number' type='integer'><label>Number</label>"
    "<range min='-5' max='9007199254740990' message='In that range.'/></question>"
    "<question id='list' type='choices'><label>List</label>"
    "<choice value='a'>A</choice><choice value='b'>B</choice><choice value='c'>C</choice>"
    "<range min='2' max='2' message='Two.'/></question>"
    "</section></questionnaire>";

#define PICK(rand, array) ((array)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (array))])

/* A few characters, or about as many as are allowed. */
static char *
make_text (GRand *rand)
{
  static const char *const pieces[] = {
    "a",         "z",       "-",        "\xc3\xa4", "\xf0\x9f\x9a\xa2",
    "A",         "1",       " ",        "\t",       "\n",
    "\x01",      "\x7f",    "\xc2\x85", "\xc2\xa0", "\xe2\x80\xa8",
    "e\xcc\x81", "\xd7\xa9"
  };
  static const int lengths[] = { 999, 1000, 1001, 19999, 20000, 20001 };
  GString *text = g_string_new (NULL);
  gboolean is_long = g_rand_int_range (rand, 0, 20) == 0;
  int n = is_long ? PICK (rand, lengths) : g_rand_int_range (rand, 1, 6);
  const char *same = g_rand_boolean (rand) ? "\xf0\x9f\x9a\xa2" : "x";

  for (int i = 0; i < n; i++)
    g_string_append (text, is_long ? same : PICK (rand, pieces));
  return g_string_free (text, FALSE);
}

static char *
make_version (GRand *rand)
{
  static const char *const parts[] = {
    "0", "1", "2", "3", "6", "10", "11", "007", "SP1", "b", "B"
  };
  static const char *const separators[] = { ".", ".", ".", "-", " ", "_", "+", "", ".." };
  GString *text = g_string_new (PICK (rand, parts));

  for (int i = g_rand_int_range (rand, 0, 5); i > 0; i--)
    g_string_append_printf (text, "%s%s", PICK (rand, separators), PICK (rand, parts));
  return g_string_free (text, FALSE);
}

static char *
make_day (GRand *rand)
{
  static const int years[] = { 99, 1900, 1969, 1970, 1999, 2000, 2023, 2024, 2100, 2199, 2200 };
  static const int days[] = { 0, 1, 27, 28, 29, 30, 31, 32 };

  return g_strdup_printf (g_rand_int_range (rand, 0, 9) > 0 ? "%04d-%02d-%02d" : "%d-%d-%d",
                          PICK (rand, years), g_rand_int_range (rand, 0, 14), PICK (rand, days));
}

static void
answer_text (DdAnswers *answers, const char *question, char *text)
{
  g_autofree char *owned = text;
  g_autoptr (DdAnswerValue) value = dd_answer_value_new_text (owned);

  dd_answers_set (answers, question, value);
}

static DdAnswers *
make_answers (GRand *rand)
{
  static const gint64 numbers[] = { -6, -5, 0, 9007199254740990, 9007199254740991 };
  static const char *const lists[][4] = { { "a" }, { "a", "c" }, { "a", "b", "c" }, { "d", "a" } };
  DdAnswers *answers = dd_answers_new ();
  g_autoptr (DdAnswerValue) number = dd_answer_value_new_integer (PICK (rand, numbers));
  g_autoptr (DdAnswerValue) list = dd_answer_value_new_list (PICK (rand, lists));

  answer_text (answers, "short", make_text (rand));
  answer_text (answers, "line", make_text (rand));
  answer_text (answers, "lines", make_text (rand));
  answer_text (answers, "version", make_version (rand));
  answer_text (answers, "day", make_day (rand));
  dd_answers_set (answers, "number", number);
  dd_answers_set (answers, "list", list);
  return answers;
}

/* --- JSON --- */

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_issue (JsonBuilder *builder, const DdFormIssue *issue)
{
  json_builder_begin_object (builder);
  add_text (builder, "question", issue->question->id);
  json_builder_set_member_name (builder, "row");
  json_builder_add_int_value (builder, issue->row);
  add_text (builder, "column", NULL);
  add_text (builder, "kind", issue->kind == DD_ISSUE_MISSING ? "missing" : "invalid");
  add_text (builder, "severity", issue->severity == DD_SEVERITY_ERROR ? "error" : "warning");
  add_text (builder, "message", issue->message);
  json_builder_end_object (builder);
}

static void
add_case (JsonBuilder *builder, DdQuestionnaire *questionnaire, GRand *rand)
{
  g_autoptr (DdAnswers) answers = make_answers (rand);
  g_autoptr (DdForm) form = dd_form_new (questionnaire, answers, NULL);
  g_autoptr (GPtrArray) ids = dd_answers_list_questions (answers);
  g_autoptr (GPtrArray) issues = dd_form_list_issues (form);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ids->len; i++)
    {
      json_builder_set_member_name (builder, ids->pdata[i]);
      json_builder_add_value (builder,
                              dd_answer_value_to_node (dd_answers_get (answers, ids->pdata[i])));
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "facts");
  json_builder_begin_object (builder);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "issues");
  json_builder_begin_array (builder);
  for (guint i = 0; i < issues->len; i++)
    add_issue (builder, g_ptr_array_index (issues, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdQuestionnaire) questionnaire = dd_questionnaire_parse (xml, -1, "values", &error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GRand) rand = NULL;
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (argc, ==, 3);
  rand = g_rand_new_with_seed ((guint32) g_ascii_strtoull (argv[1], NULL, 10));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "questionnaires");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  add_text (builder, "xml", xml);
  json_builder_set_member_name (builder, "cases");
  json_builder_begin_array (builder);
  for (guint64 i = g_ascii_strtoull (argv[2], NULL, 10); i > 0; i--)
    add_case (builder, questionnaire, rand);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, FALSE);
  return puts (json) < 0;
}
