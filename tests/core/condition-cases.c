/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * condition-cases SEED COUNT: writes COUNT (rounded up to ten) random cases of a form as JSON, with
 * what Drydock makes of each, for others to compare with: the page that customers fill in.
 *
 *   {"seed": 1, "questionnaires": [{"xml": "<questionnaire …", "cases": [{
 *      "answers": {"q0": "a", …}, "fields": {"current-version": "6.2"}, "facts": {"tests": "a"},
 *      "truths": {"q0": "true|false|unknown", …},     each question's own conditions
 *      "sections": {"s0": "true|false|unknown", …},   each section's
 *      "visible": ["q0", …],
 *      "issues": [{"question": "q1", "row": -1, "column": null, "kind": "missing|invalid",
 *                  "severity": "error|warning", "message": "…"}]   of visible questions
 *   }, … ]}, …]}
 */
#include "config.h"

#include "form/dd-form.h"
#include "form/dd-questionnaire-parser.h"

#include "random-form.h"

#include <stdio.h>

#define CASES_EACH 10

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
add_answers (JsonBuilder *builder, const DdAnswers *answers)
{
  g_autoptr (GPtrArray) ids = dd_answers_list_questions (answers);

  json_builder_set_member_name (builder, "answers");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      json_builder_set_member_name (builder, id);
      json_builder_add_value (builder, dd_answer_value_to_node (dd_answers_get (answers, id)));
    }
  json_builder_end_object (builder);
}

/* Those that random conditions look at. */
static void
add_facts (JsonBuilder *builder, const DdFacts *facts)
{
  static const char *const ids[] = { "insisted", "tests" };
  const DdAnswerValue *version = dd_facts_get_field (facts, "current-version");

  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  if (version != NULL)
    add_text (builder, "current-version", dd_answer_value_get_text (version));
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "facts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const DdAnswerValue *fact = dd_facts_get_fact (facts, ids[i]);

      if (fact != NULL)
        add_text (builder, ids[i], dd_answer_value_get_text (fact));
    }
  json_builder_end_object (builder);
}

/* What the conditions of @name come to. */
static void
add_truth (JsonBuilder *builder, const char *name, const DdForm *form, GPtrArray *when)
{
  static const char *const words[] = { "false", "true", "unknown" };

  add_text (builder, name, words[dd_form_evaluate (form, when, NULL)]);
}

static void
add_truths (JsonBuilder *builder, const DdForm *form)
{
  const DdQuestionnaire *questionnaire = dd_form_get_questionnaire (form);

  json_builder_set_member_name (builder, "truths");
  json_builder_begin_object (builder);
  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (questionnaire->questions, i);

      add_truth (builder, question->id, form, question->when);
    }
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "sections");
  json_builder_begin_object (builder);
  for (guint i = 0; i < questionnaire->sections->len; i++)
    {
      const DdSection *section = g_ptr_array_index (questionnaire->sections, i);

      add_truth (builder, section->id, form, section->when);
    }
  json_builder_end_object (builder);
}

static void
add_visible (JsonBuilder *builder, const DdForm *form)
{
  const DdQuestionnaire *questionnaire = dd_form_get_questionnaire (form);

  json_builder_set_member_name (builder, "visible");
  json_builder_begin_array (builder);
  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (questionnaire->questions, i);

      if (dd_form_is_visible (form, question))
        json_builder_add_string_value (builder, question->id);
    }
  json_builder_end_array (builder);
}

static void
add_issues (JsonBuilder *builder, const DdForm *form)
{
  g_autoptr (GPtrArray) issues = dd_form_list_issues (form);

  json_builder_set_member_name (builder, "issues");
  json_builder_begin_array (builder);
  for (guint i = 0; i < issues->len; i++)
    {
      const DdFormIssue *issue = g_ptr_array_index (issues, i);

      json_builder_begin_object (builder);
      add_text (builder, "question", issue->question->id);
      json_builder_set_member_name (builder, "row");
      json_builder_add_int_value (builder, issue->row);
      add_text (builder, "column", issue->column != NULL ? issue->column->id : NULL);
      add_text (builder, "kind", issue->kind == DD_ISSUE_MISSING ? "missing" : "invalid");
      add_text (builder, "severity", issue->severity == DD_SEVERITY_ERROR ? "error" : "warning");
      add_text (builder, "message", issue->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_case (JsonBuilder *builder, GRand *rand, DdQuestionnaire *questionnaire)
{
  g_autoptr (DdAnswers) answers = random_form_answers (rand, questionnaire);
  g_autoptr (DdFacts) facts = random_form_facts (rand);
  g_autoptr (DdForm) form = dd_form_new (questionnaire, answers, facts);

  json_builder_begin_object (builder);
  add_answers (builder, answers);
  add_facts (builder, facts);
  add_truths (builder, form);
  add_visible (builder, form);
  add_issues (builder, form);
  json_builder_end_object (builder);
}

static void
add_questionnaire (JsonBuilder *builder, GRand *rand)
{
  g_autofree char *xml = random_form_xml (rand);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdQuestionnaire) questionnaire = NULL;

  questionnaire = dd_questionnaire_parse (xml, -1, "random", &error);
  if (questionnaire == NULL)
    g_error ("%s\n%s", error->message, xml);
  json_builder_begin_object (builder);
  add_text (builder, "xml", xml);
  json_builder_set_member_name (builder, "cases");
  json_builder_begin_array (builder);
  for (int i = 0; i < CASES_EACH; i++)
    add_case (builder, rand, questionnaire);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

int
main (int argc, char *argv[])
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GRand) rand = NULL;
  g_autofree char *json = NULL;
  guint64 seed, count;

  if (argc != 3 || !g_ascii_string_to_unsigned (argv[1], 10, 0, G_MAXUINT32, &seed, NULL)
      || !g_ascii_string_to_unsigned (argv[2], 10, 1, 1000000, &count, NULL))
    {
      g_printerr ("condition-cases: expected SEED and COUNT\n");
      return 2;
    }
  rand = g_rand_new_with_seed (seed);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "seed");
  json_builder_add_int_value (builder, seed);
  json_builder_set_member_name (builder, "questionnaires");
  json_builder_begin_array (builder);
  for (guint64 i = 0; i < count; i += CASES_EACH)
    add_questionnaire (builder, rand);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, FALSE);
  /* Not g_print(), which writes what the locale cannot as "?". */
  puts (json);
  return 0;
}
