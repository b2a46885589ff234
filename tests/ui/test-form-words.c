/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-form-words.h"

static void
add_issue (GPtrArray *issues, DdIssueKind kind, int row, const char *message)
{
  DdFormIssue *issue = g_new0 (DdFormIssue, 1);

  issue->kind = kind;
  issue->row = row;
  issue->message = (char *) message;
  g_ptr_array_add (issues, issue);
}

/* What is missing is told to whoever went on; of many issues the first ones. */
static void
test_issues (void)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *many = NULL;

  g_assert_null (dd_form_words_issues (issues, TRUE));
  add_issue (issues, DD_ISSUE_MISSING, -1, "Answer it.");
  {
    g_autofree char *missing = dd_form_words_issues (issues, TRUE);

    g_assert_cmpstr (missing, ==, "Answer it.");
    g_assert_null (dd_form_words_issues (issues, FALSE));
  }
  g_ptr_array_set_size (issues, 0);
  for (int i = 0; i < 5; i++)
    add_issue (issues, DD_ISSUE_INVALID, i, "Wrong.");
  many = dd_form_words_issues (issues, FALSE);
  g_assert_cmpstr (many, ==, "Row 1: Wrong.\nRow 2: Wrong.\nRow 3: Wrong.\nand 2 more");
}

static void
test_progress (void)
{
  static const struct
  {
    guint counted, done;
    const char *words;
  } cases[] = {
    { 0, 0, "Nothing required" },
    { 7, 0, "0 of 7" },
    { 7, 4, "4 of 7" },
    { 7, 7, "Complete" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DdFormProgress progress = { .n_counted = cases[i].counted, .n_done = cases[i].done };
      g_autofree char *words = dd_form_words_progress (&progress);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_answered (void)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autoptr (DdRecord) row = dd_record_new (&dd_answer_entity, NULL);
  g_autofree char *words = NULL;

  g_assert_null (dd_form_words_answered (NULL, calendar));
  g_assert_null (dd_form_words_answered (row, calendar));
  dd_record_set_text (row, "value", "1");
  dd_record_set_text (row, "answered_by", "Ada");
  dd_record_set_integer (row, "answered_at", 1796119200);
  words = dd_form_words_answered (row, calendar);
  g_assert_cmpstr (words, ==, "Ada, Tue 1 Dec 2026 10:00");
}

static void
test_titles (void)
{
  DdQuestion question = { .label = (char *) "Q & A", .required = DD_REQUIREMENT_YES };
  g_autofree char *required = dd_form_words_title (&question);
  g_autofree char *soft = NULL;

  g_assert_cmpstr (required, ==, "Q &amp; A");
  question.required = DD_REQUIREMENT_SOFT;
  soft = dd_form_words_title (&question);
  g_assert_true (g_str_has_prefix (soft, "Q &amp; A"));
  g_assert_nonnull (g_strrstr (soft, "recommended"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-words/issues", test_issues);
  g_test_add_func ("/form-words/progress", test_progress);
  g_test_add_func ("/form-words/answered", test_answered);
  g_test_add_func ("/form-words/titles", test_titles);
  return g_test_run ();
}
