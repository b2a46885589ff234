/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "form/dd-question-check.h"

#include "form-fixture.h"

#define CHOICES "<choice value='a'>A</choice><choice value='b'>B</choice>"

/* The issues of @json as the answer to the only question, a line each: "ROW COLUMN: MESSAGE". */
static char *
describe_issues (const char *question, const char *json)
{
  g_autoptr (DdQuestionnaire) questionnaire = parse_questions (question);
  g_autoptr (DdAnswerValue) value = value_of (json);
  g_autoptr (GPtrArray) issues =
      dd_question_check (g_ptr_array_index (questionnaire->questions, 0), value);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < issues->len; i++)
    {
      const DdFormIssue *issue = g_ptr_array_index (issues, i);

      if (words->len > 0)
        g_string_append_c (words, '\n');
      if (issue->row >= 0)
        g_string_append_printf (words, "%d %s: ", issue->row, issue->column->id);
      g_string_append_printf (words, "%s%s%s", issue->kind == DD_ISSUE_MISSING ? "missing, " : "",
                              issue->severity == DD_SEVERITY_WARNING ? "warning, " : "",
                              issue->message);
    }
  return g_string_free (words, FALSE);
}

static const struct
{
  const char *name;
  const char *type;
  const char *parts;
  const char *json;
  const char *issues;
} checks[] = {
  { "text", "text", "", "'a\\tb'", "" },
  { "text-lines", "text", "", "'a\\nb'", "Enter one line only." },
  { "text-control", "text", "", "'a\\u0001'", "Remove the control characters." },
  { "text-control-high", "text", "", "'a\\u0085'", "Remove the control characters." },
  { "text-number", "text", "", "5", "Enter a text." },
  { "text-list", "text", "", "['a']", "Enter a text." },
  { "paragraph", "paragraph", "", "'a\\n\\nb'", "" },
  { "integer", "integer", "", "-5", "" },
  { "integer-text", "integer", "", "'5'", "Enter a whole number." },
  { "version", "version", "", "'6.2 SP1'", "" },
  { "version-word", "version", "", "'new'", "Enter a version, like 6.2 or 11.3.0.1." },
  { "date", "date", "", "'2028-02-29'", "" },
  { "date-none", "date", "", "'2026-02-29'",
    "Enter a date as year, month and day, like 2026-12-01." },
  { "date-early", "date", "", "'1969-12-31'",
    "Enter a date as year, month and day, like 2026-12-01." },
  { "date-words", "date", "", "'2026-12-01 or so'",
    "Enter a date as year, month and day, like 2026-12-01." },
  { "choice", "choice", CHOICES, "'b'", "" },
  { "choice-other", "choice", CHOICES, "'c'", "Choose one of the answers." },
  { "choice-label", "choice", CHOICES, "'B'", "Choose one of the answers." },
  { "choices", "choices", CHOICES, "['a','b']", "" },
  { "choices-other", "choices", CHOICES, "['a','c']", "Choose from the answers." },
  { "choices-text", "choices", CHOICES, "'a'", "Choose from the answers." },
  { "yes-no", "yes-no", "", "'no'", "" },
  { "yes-no-other", "yes-no", "", "'maybe'", "Choose yes or no." },
  { "yes-no-true", "yes-no", "", "true", "Enter a text." },
  { "agreed", "acknowledgement", "", "true", "" },
  { "agreed-text", "acknowledgement", "", "'yes'", "Agree, or leave it open." },
  { "pattern", "text", "<pattern match='[a-z]+' message='Letters.'/>", "'ab'", "" },
  { "pattern-fails", "text", "<pattern match='[a-z]+' message='Letters.'/>", "'ab '", "Letters." },
  { "pattern-first", "text",
    "<pattern match='[a-z]+' message='Letters.'/><pattern match='x' message='X.'/>"
    "<range min='9' message='Longer.'/>",
    "'ab1'", "Letters." },
  { "pattern-second", "text",
    "<pattern match='[a-z]+' message='Letters.'/><pattern match='x' message='X.'/>", "'ab'", "X." },
  { "length", "text", "<range min='2' max='3' message='2 to 3.'/>",
    "'\xc3\xa4\xf0\x9f\x9a\xa2\xc3\xa4'", "" },
  { "length-short", "text", "<range min='2' message='Longer.'/>", "'\xf0\x9f\x9a\xa2'", "Longer." },
  { "length-long", "paragraph", "<range max='3' message='Shorter.'/>", "'a\\nbc'", "Shorter." },
  { "number-below", "integer", "<range min='-1' max='1' message='Near 0.'/>", "-2", "Near 0." },
  { "number-low", "integer", "<range min='-1' max='1' message='Near 0.'/>", "-1", "" },
  { "number-high", "integer", "<range min='-1' max='1' message='Near 0.'/>", "1", "" },
  { "number-above", "integer", "<range min='-1' max='1' message='Near 0.'/>", "2", "Near 0." },
  { "version-range", "version", "<range min='6.2' message='Later.'/>", "'6.10'", "" },
  { "version-early", "version", "<range min='6.2' message='Later.'/>", "'6.1.9'", "Later." },
  { "date-range", "date", "<range max='2026-12-01' message='Earlier.'/>", "'2026-12-02'",
    "Earlier." },
  { "number-of-choices", "choices", CHOICES "<range max='1' message='One.'/>", "['a','b']",
    "One." },
  { "second-range", "integer", "<range min='1' message='More.'/><range max='9' message='Less.'/>",
    "10", "Less." },
};

static void
test_check (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *question =
      g_strdup_printf ("<question id='q' type='%s'><label>L</label>%s</question>", checks[i].type,
                       checks[i].parts);
  g_autofree char *issues = describe_issues (question, checks[i].json);

  g_assert_cmpstr (issues, ==, checks[i].issues);
}

/* The longest line and the longest text, in characters. */
static void
test_lengths (void)
{
  static const struct
  {
    const char *type;
    gsize most;
    const char *message;
  } lengths[] = {
    { "text", DD_FORM_MAX_LINE, "Enter at most 1,000 characters." },
    { "paragraph", DD_FORM_MAX_TEXT, "Enter at most 20,000 characters." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *question =
          g_strdup_printf ("<question id='q' type='%s'><label>L</label></question>",
                           lengths[i].type);
      g_autoptr (GString) json = g_string_new ("'");
      g_autofree char *fits = NULL, *breaks = NULL;

      for (gsize j = 0; j < lengths[i].most; j++)
        g_string_append (json, "\xf0\x9f\x9a\xa2");
      g_string_append_c (json, '\'');
      fits = describe_issues (question, json->str);
      g_assert_cmpstr (fits, ==, "");
      g_string_insert (json, 1, "a");
      breaks = describe_issues (question, json->str);
      g_assert_cmpstr (breaks, ==, lengths[i].message);
    }
}

static const struct
{
  const char *type;
  const char *required;
  const char *issues;
} missing[] = {
  { "text", "no", "" },
  { "text", "soft", "missing, warning, This should be answered." },
  { "text", "yes", "missing, This must be answered." },
  { "acknowledgement", "yes", "missing, This must be agreed with." },
  { "acknowledgement", "soft", "missing, warning, This should be answered." },
};

static void
test_missing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    {
      g_autofree char *question =
          g_strdup_printf ("<question id='q' type='%s' required='%s'><label>L</label></question>",
                           missing[i].type, missing[i].required);
      g_autofree char *issues = describe_issues (question, "null");

      g_assert_cmpstr (issues, ==, missing[i].issues);
    }
}

#define TABLE                                                                                      \
  "<question id='q' type='table' required='yes'><label>L</label>"                                  \
  "<column id='name' type='text' required='yes'><label>N</label>"                                  \
  "<pattern match='[a-z]+' message='Letters.'/></column>"                                          \
  "<column id='lines' type='integer' required='soft'><label>L</label>"                             \
  "<range max='9' message='Few.'/></column>"                                                       \
  "<column id='kind' type='choice'><label>K</label>" CHOICES "</column>"                           \
  "<range max='2' message='Two rows.'/></question>"

static const struct
{
  const char *name;
  const char *json;
  const char *issues;
} tables[] = {
  { "none", "null", "missing, This must be answered." },
  { "fine", "[{'name':'a','lines':1,'kind':'b'}]", "" },
  { "cells", "[{'name':'A','lines':10},{'lines':'x','kind':'c'}]",
    "0 name: Letters.\n0 lines: Few.\n1 name: missing, This must be answered.\n"
    "1 lines: Enter a whole number.\n1 kind: Choose one of the answers." },
  { "soft-cell", "[{'name':'a'}]", "0 lines: missing, warning, This should be answered." },
  { "rows", "[{'name':'a','lines':1},{'name':'b','lines':1},{'name':'c','lines':1}]", "Two rows." },
  { "unknown-column", "[{'name':'a','lines':1,'size':1}]",
    "It has cells for “size”, which is no column." },
  { "shape", "'a'", "Enter rows." },
};

static void
test_table (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *issues = describe_issues (TABLE, tables[i].json);

  g_assert_cmpstr (issues, ==, tables[i].issues);
}

static void
test_cell (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = parse_questions (TABLE);
  const DdQuestion *table = g_ptr_array_index (questionnaire->questions, 0);
  const DdQuestion *name = dd_question_find_column (table, "name");
  g_autoptr (DdAnswerValue) good = value_of ("'a'"), bad = value_of ("'1'");
  g_autofree char *message = dd_question_check_cell (name, bad);

  g_assert_cmpstr (message, ==, "Letters.");
  g_assert_null (dd_question_check_cell (name, good));
  g_assert_null (dd_question_check_cell (name, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/question-check/value/%s", checks[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_check);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/question-check/table/%s", tables[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_table);
    }
  g_test_add_func ("/question-check/lengths", test_lengths);
  g_test_add_func ("/question-check/missing", test_missing);
  g_test_add_func ("/question-check/cell", test_cell);

  return g_test_run ();
}
