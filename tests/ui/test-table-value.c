/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-table-value.h"

#include "form/dd-questionnaire-parser.h"

static const char xml[] =
    "<questionnaire id='q' service='s' title='Q' edition='1'><section id='s' title='S'>"
    "<question id='t' type='table' required='no'><label>T</label>"
    "<column id='name' type='text' required='no'><label>Name</label></column>"
    "<column id='port' type='integer' required='no'><label>Port</label></column>"
    "<column id='kind' type='choice' required='no'><label>Kind</label>"
    "<choice value='a'>First</choice><choice value='b'>Second</choice></column>"
    "<column id='own' type='yes-no' required='no'><label>Own</label></column>"
    "</question></section></questionnaire>";

static DdQuestionnaire *
parse (void)
{
  g_autoptr (GError) error = NULL;
  DdQuestionnaire *questionnaire = dd_questionnaire_parse (xml, -1, "test", &error);

  g_assert_no_error (error);
  return questionnaire;
}

/* What is typed, what it says, and what is shown of that. */
static void
test_cells (void)
{
  static const struct
  {
    const char *column, *typed, *json, *shown;
  } cases[] = {
    { "name", "db1", "\"db1\"", "db1" },
    { "name", " ", "null", "" },
    { "port", "5432", "5432", "5432" },
    { "port", " 5432 ", "5432", "5432" },
    { "port", "-1", "-1", "-1" },
    { "port", "many", "\"many\"", "many" },
    { "port", "9007199254740992", "\"9007199254740992\"", "9007199254740992" },
    { "kind", "Second", "\"b\"", "Second" },
    { "kind", "second", "\"b\"", "Second" },
    { "kind", "b", "\"b\"", "Second" },
    { "kind", "third", "\"third\"", "third" },
    { "own", "Yes", "\"yes\"", "Yes" },
    { "own", "no", "\"no\"", "No" },
    { "own", "perhaps", "\"perhaps\"", "perhaps" },
  };
  g_autoptr (DdQuestionnaire) questionnaire = parse ();
  const DdQuestion *table = dd_questionnaire_find_question (questionnaire, "t");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DdQuestion *column = dd_question_find_column (table, cases[i].column);
      g_autoptr (DdAnswerValue) value = dd_table_value_from_text (column, cases[i].typed);
      g_autofree char *json = dd_answer_value_to_json (value);
      g_autofree char *shown = dd_table_value_to_text (column, value);

      g_test_message ("%s: %s", cases[i].column, cases[i].typed);
      g_assert_cmpstr (json, ==, cases[i].json);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_choices (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = parse ();
  const DdQuestion *table = dd_questionnaire_find_question (questionnaire, "t");
  g_auto (GStrv) kinds = dd_table_value_list_choices (dd_question_find_column (table, "kind"));
  g_auto (GStrv) own = dd_table_value_list_choices (dd_question_find_column (table, "own"));
  g_autofree char *first = g_strjoinv (",", kinds);
  g_autofree char *second = g_strjoinv (",", own);

  g_assert_cmpstr (first, ==, "First,Second");
  g_assert_cmpstr (second, ==, "Yes,No");
  g_assert_null (dd_table_value_list_choices (dd_question_find_column (table, "name")));
}

/* Rows come back as they went; empty ones are nothing. */
static void
test_tables (void)
{
  static const char json[] = "[{\"kind\":\"b\",\"name\":\"db1\",\"port\":5432},{\"own\":\"no\"}]";
  g_autoptr (DdQuestionnaire) questionnaire = parse ();
  const DdQuestion *table = dd_questionnaire_find_question (questionnaire, "t");
  g_autoptr (DdTableModel) model = dd_table_model_new (table->columns->len);
  g_autoptr (DdAnswerValue) before = NULL;
  g_autoptr (DdAnswerValue) after = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_true (dd_answer_value_from_json (json, -1, &before, NULL));
  rows = dd_table_value_to_rows (table, before);
  dd_table_model_set_rows (model, rows);
  dd_table_model_insert (model, 1);
  after = dd_table_value_from_model (table, model);
  g_assert_true (dd_answer_value_equal (before, after));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-value/cells", test_cells);
  g_test_add_func ("/table-value/choices", test_choices);
  g_test_add_func ("/table-value/tables", test_tables);
  return g_test_run ();
}
