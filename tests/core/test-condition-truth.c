/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "form/dd-condition-truth.h"

#include "form/dd-form.h"
#include "form/dd-questionnaire-parser.h"
#include "form/dd-version.h"

#include "form-fixture.h"
#include "random-form.h"
#include "seed.h"

#include <string.h>

#define QUESTIONS                                                                                  \
  "<question id='text' type='text'><label>L</label></question>"                                    \
  "<question id='number' type='integer'><label>L</label></question>"                               \
  "<question id='version' type='version'><label>L</label></question>"                              \
  "<question id='date' type='date'><label>L</label></question>"                                    \
  "<question id='choice' type='choice'><label>L</label><choice value='a'>A</choice>"               \
  "<choice value='b'>B</choice></question>"                                                        \
  "<question id='choices' type='choices'><label>L</label><choice value='a'>A</choice>"             \
  "<choice value='b'>B</choice></question>"                                                        \
  "<question id='agreed' type='acknowledgement'><label>L</label></question>"                       \
  "<question id='table' type='table'><label>L</label>"                                             \
  "<column id='x' type='text'><label>X</label></column>"                                           \
  "<column id='y' type='integer'><label>Y</label></column></question>"

static DdForm *
make_form (const char *conditions, const char *json)
{
  g_autofree char *xml =
      g_strdup_printf (QUESTIONS "<question id='q' type='text'><label>L</label>%s</question>",
                       conditions);
  g_autoptr (DdQuestionnaire) questionnaire = parse_questions (xml);
  g_autoptr (DdAnswers) answers = answers_of (json);
  g_autoptr (DdFacts) facts = dd_facts_new ();

  dd_facts_set_field (facts, "current", "6.2");
  dd_facts_set_fact (facts, "tests", "failed");
  return dd_form_new (questionnaire, answers, facts);
}

static const DdQuestion *
get_last (const DdForm *form)
{
  return dd_questionnaire_find_question (dd_form_get_questionnaire (form), "q");
}

/* --- one condition each --- */

#define F DD_TRUTH_FALSE
#define T DD_TRUTH_TRUE
#define U DD_TRUTH_UNKNOWN

static const struct
{
  const char *name;
  const char *condition;
  const char *answers;
  DdTruth truth;
} leaves[] = {
  { "equals", "<equals question='text' value='a'/>", "{'text':'a'}", T },
  { "equals-case", "<equals question='text' value='a'/>", "{'text':'A'}", F },
  { "equals-blank", "<equals question='text' value='a'/>", "{'text':'a '}", F },
  { "equals-nothing", "<equals question='text' value='a'/>", "{}", U },
  { "equals-number", "<equals question='number' value='5'/>", "{'number':5}", T },
  { "equals-number-text", "<equals question='number' value='5'/>", "{'number':'5'}", T },
  { "equals-only-choice", "<equals question='choices' value='a'/>", "{'choices':['a']}", T },
  { "equals-one-choice", "<equals question='choices' value='a'/>", "{'choices':['a','b']}", F },
  { "equals-agreed", "<equals question='agreed' value='yes'/>", "{'agreed':true}", T },
  { "equals-not-agreed", "<equals question='agreed' value='yes'/>", "{}", U },
  { "equals-field", "<equals field='current' value='6.2'/>", "{}", T },
  { "equals-no-field", "<equals field='target' value='6.2'/>", "{}", U },
  { "equals-fact", "<equals fact='tests' value='failed'/>", "{}", T },
  { "equals-other-fact", "<equals fact='tests' value='passed'/>", "{}", F },
  { "contains-part", "<contains question='text' value='b'/>", "{'text':'abc'}", T },
  { "contains-no-part", "<contains question='text' value='B'/>", "{'text':'abc'}", F },
  { "contains-digits", "<contains question='number' value='2'/>", "{'number':123}", T },
  { "contains-choice", "<contains question='choices' value='b'/>", "{'choices':['a','b']}", T },
  { "contains-no-choice", "<contains question='choices' value='b'/>", "{'choices':['a']}", F },
  { "contains-cell", "<contains question='table' value='a b'/>", "{'table':[{'y':1},{'x':'a b'}]}",
    T },
  { "contains-number-cell", "<contains question='table' value='7'/>", "{'table':[{'y':7}]}", T },
  { "contains-part-of-cell", "<contains question='table' value='a'/>", "{'table':[{'x':'ab'}]}",
    F },
  { "contains-no-table", "<contains question='table' value='a'/>", "{}", U },
  { "greater-number", "<greater question='number' value='9'/>", "{'number':10}", T },
  { "greater-same-number", "<greater question='number' value='9'/>", "{'number':9}", F },
  { "greater-negative", "<greater question='number' value='-9'/>", "{'number':-8}", T },
  { "greater-version", "<greater question='version' value='6.9'/>", "{'version':'6.10'}", T },
  { "greater-same-version", "<greater question='version' value='6.2'/>", "{'version':'6.2.0'}", F },
  { "greater-date", "<greater question='date' value='2026-09-30'/>", "{'date':'2026-10-01'}", T },
  { "greater-no-version", "<greater question='version' value='6.2'/>", "{'version':'new'}", F },
  { "greater-shape", "<greater question='version' value='6.2'/>", "{'version':['a']}", F },
  { "greater-field", "<greater field='current' value='6.1 SP3'/>", "{}", T },
  { "greater-text-field", "<greater fact='tests' value='1'/>", "{}", F },
  { "answered", "<answered question='table'/>", "{'table':[{'x':'a'}]}", T },
  { "answered-not", "<answered question='table'/>", "{'table':[{}]}", F },
  { "answered-field", "<answered field='current'/>", "{}", T },
  { "answered-no-field", "<answered field='target'/>", "{}", F },
  { "fact", "<fact name='tests'/>", "{}", T },
  { "fact-not", "<fact name='insisted'/>", "{}", F },
};

static void
test_leaf (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *when = g_strdup_printf ("<when>%s</when>", leaves[i].condition);
  g_autoptr (DdForm) form = make_form (when, leaves[i].answers);
  const DdQuestion *question = get_last (form);

  g_assert_cmpint (dd_form_evaluate (form, question->when, NULL), ==, leaves[i].truth);
  g_assert_cmpint (dd_form_is_visible (form, question), ==, leaves[i].truth == T);
}

/* --- groups: "t" holds, "f" does not, "u" is unknown --- */

static const struct
{
  const char *group;
  const char *children;
  DdTruth truth;
} groups[] = {
  { "all", "t", T },   { "all", "tt", T }, { "all", "tf", F },  { "all", "tu", U },
  { "all", "fu", F },  { "all", "uu", U }, { "all", "tfu", F }, { "any", "t", T },
  { "any", "ff", F },  { "any", "tf", T }, { "any", "tu", T },  { "any", "fu", U },
  { "any", "tfu", T }, { "not", "t", F },  { "not", "f", T },   { "not", "u", U },
  { "not", "ff", T },  { "not", "tf", F }, { "not", "fu", U },  { "not", "tu", F },
};

/* Children that look at a fact each, which is named in what decided: "t0", "f1", … */
static char *
make_children (const char *children)
{
  GString *xml = g_string_new (NULL);

  for (guint i = 0; children[i] != '\0'; i++)
    g_string_append_printf (xml, "<equals fact='%c%u' value='yes'/>", children[i], i);
  return g_string_free (xml, FALSE);
}

static const DdAnswerValue *
look_up_by_name (gpointer data, DdOperand operand)
{
  DdAnswerValue **values = data;

  if (operand.id[0] == 'u')
    return NULL;
  return values[operand.id[0] == 't'];
}

static char *
describe (const GArray *deciders)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < deciders->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "",
                            g_array_index (deciders, DdOperand, i).id);
  return g_string_free (words, FALSE);
}

/* What decides a group are the children of the wanted kinds. */
static char *
pick_children (const char *children, const char *kinds)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; children[i] != '\0'; i++)
    if (strchr (kinds, children[i]) != NULL)
      g_string_append_printf (words, "%s%c%u", words->len > 0 ? " " : "", children[i], i);
  return g_string_free (words, FALSE);
}

static void
test_group (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *children = make_children (groups[i].children);
  g_autofree char *xml =
      g_strdup_printf ("<question id='q' type='text'><label>L</label><when><%s>%s</%s></when>"
                       "</question>",
                       groups[i].group, children, groups[i].group);
  g_autoptr (DdQuestionnaire) questionnaire = parse_questions (xml);
  const DdQuestion *question = g_ptr_array_index (questionnaire->questions, 0);
  g_autoptr (DdAnswerValue) yes = dd_answer_value_new_text ("yes");
  g_autoptr (DdAnswerValue) no = dd_answer_value_new_text ("no");
  DdAnswerValue *values[] = { no, yes };
  g_autoptr (GArray) deciders = g_array_new (FALSE, FALSE, sizeof (DdOperand));
  const char *kinds[] = { "f", "t", "u" };
  DdTruth inner = groups[i].truth;
  g_autofree char *found = NULL, *expected = NULL;

  g_assert_cmpint (dd_conditions_evaluate (question->when, look_up_by_name, values, deciders), ==,
                   groups[i].truth);
  if (g_str_equal (groups[i].group, "not") && inner != U)
    inner = inner == T ? F : T;
  found = describe (deciders);
  expected = pick_children (groups[i].children, kinds[inner]);
  g_assert_cmpstr (found, ==, expected);
}

/* --- several "when", nesting, what is named once --- */

static const DdAnswerValue *
look_up_form (gpointer data, DdOperand operand)
{
  return dd_form_get_answer (data, operand.id);
}

static void
test_whens (void)
{
  g_autoptr (DdForm) form = make_form ("<when><equals question='text' value='a'/></when>"
                                       "<when><answered question='number'/></when>",
                                       "{'text':'b','number':1}");
  const DdQuestion *question = get_last (form);
  g_autoptr (GArray) deciders = g_array_new (FALSE, FALSE, sizeof (DdOperand));
  g_autofree char *found = NULL;

  g_assert_cmpint (dd_form_evaluate (form, question->when, deciders), ==, T);
  found = describe (deciders);
  g_assert_cmpstr (found, ==, "number");
  g_assert_cmpint (dd_condition_evaluate (question->when->pdata[0], look_up_form, form, NULL), ==,
                   F);
  g_assert_cmpint (dd_condition_evaluate (question->when->pdata[1], look_up_form, form, NULL), ==,
                   T);
}

static void
test_none (void)
{
  g_autoptr (DdForm) form = make_form ("", "{}");

  g_assert_cmpint (dd_form_evaluate (form, get_last (form)->when, NULL), ==, T);
}

static void
test_named_once (void)
{
  g_autoptr (DdForm) form = make_form ("<when><any><equals question='text' value='a'/>"
                                       "<equals question='number' value='1'/>"
                                       "<not><contains question='text' value='x'/></not>"
                                       "<equals field='current' value='6.2'/></any></when>",
                                       "{'text':'a','number':2}");
  g_autoptr (GArray) deciders = g_array_new (FALSE, FALSE, sizeof (DdOperand));
  g_autoptr (GArray) operands = g_array_new (FALSE, FALSE, sizeof (DdOperand));
  g_autofree char *found = NULL, *all = NULL;

  dd_form_evaluate (form, get_last (form)->when, deciders);
  found = describe (deciders);
  g_assert_cmpstr (found, ==, "text current");
  dd_conditions_list_operands (get_last (form)->when, operands);
  all = describe (operands);
  g_assert_cmpstr (all, ==, "text number current");
}

/* --- against a naive evaluator ---
 *
 * It works with -1, 0 and 1 for false, unknown and true, on words, and keeps nothing in mind. */

static const DdForm *naive_form;
static GHashTable *naive_seen; /* (element-type DdQuestion gboolean): what is visible, or not */

static gboolean
naive_visible (const DdQuestion *question);

static const DdAnswerValue *
naive_value (const DdCondition *condition)
{
  const char *id = dd_condition_get_attribute (condition, "question");
  const DdQuestion *question =
      dd_questionnaire_find_question (dd_form_get_questionnaire (naive_form), id);

  return naive_visible (question) ? dd_answers_get (dd_form_get_answers (naive_form), id) : NULL;
}

/* Whether one of the words in @text, with commas between them, is @wanted. */
static gboolean
naive_lists (const char *text, const char *wanted)
{
  g_autofree char *padded = g_strdup_printf (", %s, ", text);
  g_autofree char *part = g_strdup_printf (", %s, ", wanted);

  return strstr (padded, part) != NULL;
}

static gboolean
naive_table_contains (const char *text, const char *wanted)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (naive_lists (lines[i], wanted))
      return TRUE;
  return FALSE;
}

static gboolean
naive_greater (const char *text, const char *wanted)
{
  if (g_regex_match_simple ("^-?[0-9]{1,15}\\z", text, 0, 0)
      && g_regex_match_simple ("^-?[0-9]{1,15}\\z", wanted, 0, 0))
    return g_ascii_strtod (text, NULL) > g_ascii_strtod (wanted, NULL);
  return dd_version_is_valid (text) && dd_version_is_valid (wanted)
         && dd_version_compare (text, wanted) > 0;
}

static gboolean
naive_compare (const char *comparison, const DdAnswerValue *value, const char *wanted)
{
  g_autofree char *text = dd_answer_value_to_words (value);
  gboolean is_equals = g_str_equal (comparison, "equals");
  gboolean is_contains = g_str_equal (comparison, "contains");

  switch (dd_answer_value_get_shape (value))
    {
    case DD_ANSWER_TRUE:
      return is_equals && g_str_equal (wanted, "yes");
    case DD_ANSWER_TABLE:
      return is_contains && naive_table_contains (text, wanted);
    case DD_ANSWER_LIST:
      return is_contains ? naive_lists (text, wanted) : is_equals && g_str_equal (text, wanted);
    case DD_ANSWER_TEXT:
    case DD_ANSWER_INTEGER:
      break;
    }
  if (is_equals)
    return g_str_equal (text, wanted);
  return is_contains ? strstr (text, wanted) != NULL : naive_greater (text, wanted);
}

static int
naive_truth (const DdCondition *condition)
{
  const DdAnswerValue *value;
  int lowest = 1, highest = -1;

  for (guint i = 0; i < condition->children->len; i++)
    {
      int truth = naive_truth (g_ptr_array_index (condition->children, i));

      lowest = MIN (lowest, truth);
      highest = MAX (highest, truth);
    }
  if (g_str_equal (condition->name, "when") || g_str_equal (condition->name, "all"))
    return lowest;
  if (g_str_equal (condition->name, "any"))
    return highest;
  if (g_str_equal (condition->name, "not"))
    return -highest;
  value = naive_value (condition);
  if (g_str_equal (condition->name, "answered"))
    return value != NULL ? 1 : -1;
  if (value == NULL)
    return 0;
  return naive_compare (condition->name, value, dd_condition_get_attribute (condition, "value"))
             ? 1
             : -1;
}

static int
naive_any (GPtrArray *when)
{
  int highest = when->len == 0 ? 1 : -1;

  for (guint i = 0; i < when->len; i++)
    highest = MAX (highest, naive_truth (g_ptr_array_index (when, i)));
  return highest;
}

/* In whatever order it is asked, and once: it asks for all that it depends on. */
static gboolean
naive_visible (const DdQuestion *question)
{
  gpointer known;
  gboolean visible;

  if (g_hash_table_lookup_extended (naive_seen, question, NULL, &known))
    return GPOINTER_TO_INT (known);
  visible = naive_any (question->section->when) == 1 && naive_any (question->when) == 1;
  g_hash_table_insert (naive_seen, (gpointer) question, GINT_TO_POINTER (visible));
  return visible;
}

/* Facts are tested above: without them the model needs none. */
static void
drop_facts (GString *xml)
{
  g_autoptr (GRegex) facts = g_regex_new ("<[a-z]+ (fact|field|name)='[^>]*/>", 0, 0, NULL);
  g_autofree char *without =
      g_regex_replace_literal (facts, xml->str, -1, 0, "<answered question='q0'/>", 0, NULL);

  g_string_assign (xml, without);
}

static void
check_random (GRand *rand)
{
  g_autofree char *random = random_form_xml (rand);
  g_autoptr (GString) xml = g_string_new (random);
  g_autoptr (DdQuestionnaire) questionnaire = NULL;

  drop_facts (xml);
  questionnaire = dd_questionnaire_parse (xml->str, -1, "random", NULL);
  if (questionnaire == NULL)
    return; /* q0 asked itself */
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (DdAnswers) answers = random_form_answers (rand, questionnaire);
      g_autoptr (DdForm) form = dd_form_new (questionnaire, answers, NULL);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      naive_form = form;
      naive_seen = seen;
      for (guint j = questionnaire->questions->len; j-- > 0;)
        {
          const DdQuestion *question = g_ptr_array_index (questionnaire->questions, j);
          const int truths[] = { -1, 1, 0 };

          g_assert_cmpint (truths[dd_form_evaluate (form, question->when, NULL)], ==,
                           naive_any (question->when));
          g_assert_cmpint (dd_form_is_visible (form, question), ==, naive_visible (question));
        }
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed_get ());

  for (int i = 0; i < 300; i++)
    check_random (rand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (leaves); i++)
    {
      g_autofree char *path = g_strdup_printf ("/condition-truth/leaf/%s", leaves[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_leaf);
    }
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/condition-truth/group/%s-%s", groups[i].group, groups[i].children);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_group);
    }
  g_test_add_func ("/condition-truth/whens", test_whens);
  g_test_add_func ("/condition-truth/none", test_none);
  g_test_add_func ("/condition-truth/named-once", test_named_once);
  g_test_add_func ("/condition-truth/random", test_random);

  return g_test_run ();
}
