/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "form/dd-form.h"
#include "form/dd-questionnaire-parser.h"

#include "form-fixture.h"
#include "random-form.h"
#include "seed.h"

/* Custom components? If so which, and if there is a menu among them who made it; the last section
 * is for failed tests only. */
#define BODY                                                                                       \
  "<section id='one' title='One'>"                                                                 \
  "<question id='custom' type='yes-no' required='yes'><label>L</label></question>"                 \
  "<question id='which' type='choices' required='yes'><label>L</label>"                            \
  "<choice value='menu'>M</choice><choice value='page'>P</choice>"                                 \
  "<when><equals question='custom' value='yes'/></when></question>"                                \
  "<question id='maker' type='text' required='soft'><label>L</label>"                              \
  "<range min='2' message='Longer.'/>"                                                             \
  "<when><contains question='which' value='menu'/></when></question>"                              \
  "</section>"                                                                                     \
  "<section id='two' title='Two'><when><equals fact='tests' value='failed'/></when>"               \
  "<question id='reason' type='text' required='yes'><label>L</label></question>"                   \
  "<question id='lines' type='integer'><label>L</label></question>"                                \
  "<question id='not-menu' type='text'><label>L</label>"                                           \
  "<when><not><contains question='which' value='menu'/></not></when></question>"                   \
  "</section>"

static DdForm *
make_form (const char *json, const char *tests)
{
  g_autoptr (DdQuestionnaire) questionnaire = parse_edition (1, BODY);
  g_autoptr (DdAnswers) answers = answers_of (json);
  g_autoptr (DdFacts) facts = dd_facts_new ();

  dd_facts_set_fact (facts, "tests", tests);
  return dd_form_new (questionnaire, answers, facts);
}

static const DdQuestion *
find (const DdForm *form, const char *id)
{
  return dd_questionnaire_find_question (dd_form_get_questionnaire (form), id);
}

static char *
list_visible (const DdForm *form)
{
  const DdQuestionnaire *questionnaire = dd_form_get_questionnaire (form);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (questionnaire->questions, i);

      if (dd_form_is_visible (form, question))
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", question->id);
    }
  return g_string_free (ids, FALSE);
}

static char *
list_issues (const DdForm *form)
{
  g_autoptr (GPtrArray) issues = dd_form_list_issues (form);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < issues->len; i++)
    {
      const DdFormIssue *issue = g_ptr_array_index (issues, i);

      g_string_append_printf (words, "%s%s%s", words->len > 0 ? " " : "", issue->question->id,
                              issue->severity == DD_SEVERITY_WARNING ? "?" : "!");
    }
  return g_string_free (words, FALSE);
}

static const struct
{
  const char *name;
  const char *answers;
  const char *tests;
  const char *visible;
  const char *issues;
  DdFormProgress progress; /* visible, answered, counted, done, missing, soft missing, invalid */
} forms[] = {
  { "empty", "{}", NULL, "custom", "custom!", { 1, 0, 1, 0, 1, 0, 0 } },
  { "no", "{'custom':'no'}", NULL, "custom", "", { 1, 1, 1, 1, 0, 0, 0 } },
  { "yes", "{'custom':'yes'}", NULL, "custom which", "which!", { 2, 1, 2, 1, 1, 0, 0 } },
  { "page",
    "{'custom':'yes','which':['page']}",
    NULL,
    "custom which",
    "",
    { 2, 2, 2, 2, 0, 0, 0 } },
  { "menu",
    "{'custom':'yes','which':['menu']}",
    NULL,
    "custom which maker",
    "maker?",
    { 3, 2, 3, 2, 0, 1, 0 } },
  { "short",
    "{'custom':'yes','which':['menu'],'maker':'x'}",
    NULL,
    "custom which maker",
    "maker!",
    { 3, 2, 3, 2, 0, 0, 1 } },
  { "all",
    "{'custom':'yes','which':['menu','page'],'maker':'us'}",
    "passed",
    "custom which maker",
    "",
    { 3, 3, 3, 3, 0, 0, 0 } },
  { "hidden-answers",
    "{'custom':'no','which':['menu','x'],'maker':'y','reason':1}",
    NULL,
    "custom",
    "",
    { 1, 1, 1, 1, 0, 0, 0 } },
  { "failed",
    "{'custom':'no'}",
    "failed",
    "custom reason lines",
    "reason!",
    { 3, 1, 2, 1, 1, 0, 0 } },
  { "wrong-though-free",
    "{'custom':'no','reason':'x','lines':'many'}",
    "failed",
    "custom reason lines",
    "lines!",
    { 3, 2, 3, 2, 0, 0, 1 } },
  { "not-menu",
    "{'custom':'yes','which':['page'],'reason':'x'}",
    "failed",
    "custom which reason lines not-menu",
    "",
    { 5, 3, 3, 3, 0, 0, 0 } },
  { "unknown-id", "{'custom':'no','other':'x'}", NULL, "custom", "", { 1, 1, 1, 1, 0, 0, 0 } },
};

static void
test_form (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (DdForm) form = make_form (forms[i].answers, forms[i].tests);
  g_autofree char *visible = list_visible (form);
  g_autofree char *issues = list_issues (form);
  DdFormProgress progress = dd_form_get_progress (form, NULL);

  g_assert_cmpstr (visible, ==, forms[i].visible);
  g_assert_cmpstr (issues, ==, forms[i].issues);
  g_assert_cmpuint (progress.n_visible, ==, forms[i].progress.n_visible);
  g_assert_cmpuint (progress.n_answered, ==, forms[i].progress.n_answered);
  g_assert_cmpuint (progress.n_counted, ==, forms[i].progress.n_counted);
  g_assert_cmpuint (progress.n_done, ==, forms[i].progress.n_done);
  g_assert_cmpuint (progress.n_missing, ==, forms[i].progress.n_missing);
  g_assert_cmpuint (progress.n_soft_missing, ==, forms[i].progress.n_soft_missing);
  g_assert_cmpuint (progress.n_invalid, ==, forms[i].progress.n_invalid);
  g_assert_cmpint (dd_form_is_complete (form), ==,
                   progress.n_missing == 0 && progress.n_invalid == 0);
  assert_answers (dd_form_get_answers (form), forms[i].answers);
}

/* --- hidden questions keep their answers --- */

static void
test_hidden (void)
{
  g_autoptr (DdForm) form =
      make_form ("{'custom':'yes','which':['menu'],'maker':'us','other':1}", NULL);
  g_autoptr (DdAnswerValue) no = value_of ("'no'"), yes = value_of ("'yes'");
  g_autoptr (DdAnswers) exported = NULL, exported_again = NULL;

  g_assert_true (dd_form_set_answer (form, "custom", no));
  g_assert_null (dd_form_get_answer (form, "which"));
  g_assert_null (dd_form_get_answer (form, "maker"));
  g_assert_cmpuint (dd_form_get_issues (form, find (form, "maker"))->len, ==, 0);
  exported = dd_form_dup_visible_answers (form);
  assert_answers (exported, "{'custom':'no'}");
  assert_answers (dd_form_get_answers (form),
                  "{'custom':'no','which':['menu'],'maker':'us','other':1}");

  g_assert_true (dd_form_set_answer (form, "custom", yes));
  g_assert_cmpstr (dd_answer_value_get_text (dd_form_get_answer (form, "maker")), ==, "us");
  exported_again = dd_form_dup_visible_answers (form);
  assert_answers (exported_again, "{'custom':'yes','which':['menu'],'maker':'us'}");
}

static void
test_set (void)
{
  g_autoptr (DdForm) form = make_form ("{'custom':'yes','which':['menu']}", NULL);
  g_autoptr (DdAnswerValue) name = value_of ("'us'"), letter = value_of ("'x'");

  g_assert_false (dd_form_set_answer (form, "maker", letter));
  g_assert_cmpuint (dd_form_get_issues (form, find (form, "maker"))->len, ==, 1);
  g_assert_false (dd_form_set_answer (form, "maker", name));
  g_assert_cmpuint (dd_form_get_issues (form, find (form, "maker"))->len, ==, 0);
  g_assert_false (dd_form_set_answer (form, "other", name));
  g_assert_null (dd_form_get_answer (form, "other"));
  g_assert_true (dd_form_set_answer (form, "which", NULL));
  g_assert_false (dd_form_is_visible (form, find (form, "maker")));
}

static void
test_section (void)
{
  g_autoptr (DdForm) hidden = make_form ("{}", NULL), shown = make_form ("{}", "failed");
  const DdSection *two = g_ptr_array_index (dd_form_get_questionnaire (hidden)->sections, 1);
  const DdSection *two_shown = g_ptr_array_index (dd_form_get_questionnaire (shown)->sections, 1);

  g_assert_false (dd_form_is_section_visible (hidden, two));
  g_assert_true (dd_form_is_section_visible (shown, two_shown));
  g_assert_cmpuint (dd_form_get_progress (shown, two_shown).n_visible, ==, 2);
}

/* Whatever order answers are given in, the form is the same as one made of all of them. */
static void
check_random (GRand *rand)
{
  g_autofree char *xml = random_form_xml (rand);
  g_autoptr (DdQuestionnaire) questionnaire = dd_questionnaire_parse (xml, -1, "random", NULL);
  g_autoptr (DdFacts) facts = random_form_facts (rand);
  g_autoptr (DdAnswers) before = random_form_answers (rand, questionnaire);
  g_autoptr (DdForm) form = dd_form_new (questionnaire, before, facts);

  for (int i = 0; i < 20; i++)
    {
      guint at = g_rand_int_range (rand, 0, questionnaire->questions->len);
      const DdQuestion *question = g_ptr_array_index (questionnaire->questions, at);
      g_autoptr (DdAnswerValue) value = random_form_value (rand, question);
      g_autoptr (DdForm) fresh = NULL;
      g_autofree char *visible_before = list_visible (form);
      g_autofree char *visible = NULL, *expected = NULL, *issues = NULL, *expected_issues = NULL;
      gboolean has_changed = dd_form_set_answer (form, question->id, value);

      fresh = dd_form_new (questionnaire, dd_form_get_answers (form), facts);
      visible = list_visible (form);
      expected = list_visible (fresh);
      issues = list_issues (form);
      expected_issues = list_issues (fresh);
      g_assert_cmpstr (visible, ==, expected);
      g_assert_cmpstr (issues, ==, expected_issues);
      g_assert_cmpint (has_changed, ==, !g_str_equal (visible, visible_before));
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed_get ());

  for (int i = 0; i < 200; i++)
    check_random (rand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/filled/%s", forms[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_form);
    }
  g_test_add_func ("/form/hidden", test_hidden);
  g_test_add_func ("/form/set", test_set);
  g_test_add_func ("/form/section", test_section);
  g_test_add_func ("/form/random", test_random);

  return g_test_run ();
}
