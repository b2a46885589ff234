/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-condition-words.h"

#include "form/dd-questionnaire-parser.h"

/* What stands below the question "last", and how it is told on paper. */
static const struct
{
  const char *when;
  const char *words;
} rows[] = {
  { "", NULL },
  { "<when><equals question='os' value='other'/></when>", "“System” is “Another one”" },
  { "<when><equals question='cluster' value='yes'/></when>", "“Clustered?” is “Yes”" },
  { "<when><contains question='parts' value='a'/></when>", "“Parts” includes “Archive”" },
  { "<when><greater question='users' value='5'/></when>", "“Users” is more than “5”" },
  { "<when><answered question='users'/></when>", "“Users” is answered" },
  { "<when><equals fact='tests' value='failed'/></when>", "“tests” is “failed”" },
  { "<when><answered question='users'/><answered question='os'/></when>",
    "“Users” is answered and “System” is answered" },
  { "<when><answered question='users'/></when><when><answered question='os'/></when>",
    "“Users” is answered or “System” is answered" },
  { "<when><answered question='os'/><any><equals question='cluster' value='no'/>"
    "<not><answered question='users'/></not></any></when>",
    "“System” is answered and (“Clustered?” is “No” or not “Users” is answered)" },
  { "<when><not><answered question='os'/><answered question='users'/></not></when>",
    "not (“System” is answered or “Users” is answered)" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdQuestionnaire) questionnaire = NULL;
      g_autofree char *words = NULL;
      g_autofree char *xml = g_strdup_printf (
          "<questionnaire id='q' service='s' edition='1' title='Q'><section id='s' title='S'>"
          "<question id='os' type='choice'><label>System</label>"
          "<choice value='linux'>Linux</choice><choice value='other'>Another one</choice></question>"
          "<question id='cluster' type='yes-no'><label>Clustered?</label></question>"
          "<question id='parts' type='choices'><label>Parts</label>"
          "<choice value='a'>Archive</choice></question>"
          "<question id='users' type='integer'><label>Users</label></question>"
          "<question id='last' type='text'><label>Last</label>%s</question>"
          "</section></questionnaire>",
          rows[i].when);

      questionnaire = dd_questionnaire_parse (xml, -1, "test", &error);
      g_assert_no_error (error);
      words = dd_condition_words (questionnaire,
                                  dd_questionnaire_find_question (questionnaire, "last")->when);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/condition-words/words", test_words);
  return g_test_run ();
}
