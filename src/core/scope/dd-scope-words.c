/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The scope of a case in sentences, for the window, drydockctl and files alike. Facts have
 * sentences of their own, because nobody wrote them down as an answer. Linear in what is told.
 */

#include "config.h"

#include "scope/dd-scope.h"

#include "service/dd-words.h"

#include <glib/gi18n-lib.h>

#define TESTS        "non-functional-tests"
#define ENVIRONMENTS "other-environments"

static void
append_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

char *
dd_scope_cite (const DdScope *self, const char *section)
{
  const char *product = self->service->product;
  const char *version = self->service->document_version;

  if (section == NULL)
    return g_strdup_printf (_ ("%s v%s"), product, version);
  /* Translators: a product, the version of its document, and a section of that. */
  return g_strdup_printf (_ ("%s v%s, %s"), product, version, section);
}

/* --- Eligibility --- */

static void
append_program (const DdScope *self, GString *text)
{
  const DdEligibility *rule = self->service->eligibility;

  if (self->program_fits == DD_ELIGIBLE_YES)
    return;
  if (self->program == NULL)
    g_string_append_printf (text,
                            _ (" The customer’s support program is not known; it must be %s."),
                            rule->program);
  else
    g_string_append_printf (text, _ (" The customer’s support program is %s; it must be %s."),
                            self->program, rule->program);
}

static void
append_deployment (const DdScope *self, GString *text)
{
  const DdEligibility *rule = self->service->eligibility;

  if (self->deployment_fits == DD_ELIGIBLE_YES)
    return;
  if (self->deployment == NULL)
    g_string_append_printf (text, _ (" The customer’s deployment is not known; it must be %s."),
                            rule->deployment);
  else
    g_string_append_printf (text, _ (" The customer’s deployment is %s; it must be %s."),
                            self->deployment, rule->deployment);
}

static const char *
get_eligible_sentence (DdEligible eligible)
{
  switch (eligible)
    {
    case DD_ELIGIBLE_UNKNOWN:
      return _ ("It is not known whether the customer is eligible.");
    case DD_ELIGIBLE_YES:
      return _ ("The customer is eligible.");
    case DD_ELIGIBLE_NO:
      return _ ("The customer is not eligible.");
    }
  g_return_val_if_reached ("");
}

char *
dd_scope_eligible_to_words (const DdScope *self)
{
  GString *text = g_string_new (get_eligible_sentence (self->eligible));

  append_program (self, text);
  append_deployment (self, text);
  return g_string_free (text, FALSE);
}

/* --- Findings --- */

const char *
dd_scope_state_get_label (DdFindingState state)
{
  switch (state)
    {
    case DD_FINDING_CLEAR:
      return _ ("In scope");
    case DD_FINDING_UNKNOWN:
      return _ ("Not known");
    case DD_FINDING_CONDITIONAL:
      return _ ("Conditional");
    case DD_FINDING_TRIGGERED:
      return _ ("Out of scope");
    }
  g_return_val_if_reached ("");
}

/* The sentence in which the certainty is that of the document. */
static const char *
get_triggered_sentence (const char *certainty)
{
  if (g_strcmp0 (certainty, "may") == 0)
    return _ ("Out of scope: a paid engagement may be necessary.");
  if (g_strcmp0 (certainty, "would") == 0)
    return _ ("Out of scope: a paid engagement would be required.");
  return _ ("Out of scope: a paid engagement will be required.");
}

static const char *
get_conditional_sentence (const char *certainty)
{
  if (g_strcmp0 (certainty, "may") == 0)
    return _ ("Depends on what is still to come: a paid engagement may be necessary then.");
  if (g_strcmp0 (certainty, "would") == 0)
    return _ ("Depends on what is still to come: a paid engagement would be required then.");
  return _ ("Depends on what is still to come: a paid engagement will be required then.");
}

char *
dd_scope_finding_to_words (const DdScopeFinding *finding)
{
  const char *certainty = finding->exclusion->certainty;

  switch (finding->state)
    {
    case DD_FINDING_CLEAR:
      return g_strdup (_ ("In scope: this exclusion does not apply."));
    case DD_FINDING_UNKNOWN:
      return g_strdup (finding->grounds->len > 0
                           ? _ ("Not known yet: an answer is missing.")
                           : _ ("Not known: the rule has no condition, a person must decide."));
    case DD_FINDING_CONDITIONAL:
      return g_strdup (get_conditional_sentence (certainty));
    case DD_FINDING_TRIGGERED:
      return g_strdup (get_triggered_sentence (certainty));
    }
  g_return_val_if_reached (NULL);
}

/* --- Grounds --- */

static char *
question_to_words (const DdScope *self, const DdScopeGround *ground)
{
  const char *id = ground->operand.id;
  const DdQuestion *question =
      self->questionnaire != NULL ? dd_questionnaire_find_question (self->questionnaire, id) : NULL;
  const char *label = question != NULL ? dd_words_translate (question->label) : id;
  g_autofree char *answer = NULL;

  if (ground->value == NULL)
    return g_strdup_printf (_ ("The question “%s” is not answered."), label);
  answer = question != NULL ? dd_question_describe (question, ground->value)
                            : dd_answer_value_to_words (ground->value);
  return g_strdup_printf (_ ("The question “%s” is answered: %s."), label, answer);
}

static const DdRequestField *
find_field (const DdScope *self, const char *id)
{
  for (guint i = 0; i < self->service->request_fields->len; i++)
    {
      const DdRequestField *field = self->service->request_fields->pdata[i];

      if (g_str_equal (field->id, id))
        return field;
    }
  return NULL;
}

static char *
field_to_words (const DdScope *self, const DdScopeGround *ground)
{
  const DdRequestField *field = find_field (self, ground->operand.id);
  const char *label = field != NULL ? dd_words_translate (field->label) : ground->operand.id;
  g_autofree char *value = dd_answer_value_to_words (ground->value);

  if (ground->value == NULL)
    return g_strdup_printf (_ ("The request does not tell “%s”."), label);
  if (field != NULL && g_strcmp0 (field->type, "acknowledgement") == 0)
    return g_strdup_printf (g_str_equal (value, "yes") ? _ ("The request says yes to “%s”.")
                                                       : _ ("The request says no to “%s”."),
                            label);
  return g_strdup_printf (_ ("The request tells “%s”: %s."), label, value);
}

static char *
tests_to_words (const char *outcome)
{
  if (g_strcmp0 (outcome, "passed") == 0)
    return g_strdup (_ ("The non-functional tests have passed."));
  if (g_strcmp0 (outcome, "failed") == 0)
    return g_strdup (_ ("The non-functional tests have failed."));
  return g_strdup (_ ("The non-functional tests have no result yet."));
}

static char *
environments_to_words (const char *count)
{
  guint n = count != NULL ? (guint) g_ascii_strtoull (count, NULL, 10) : 0;

  if (n == 0)
    return g_strdup (_ ("One environment is upgraded in the case."));
  return g_strdup_printf (ngettext ("%u other environment is upgraded in the case.",
                                    "%u other environments are upgraded in the case.", n),
                          n);
}

static char *
fact_to_words (const DdScope *self, const DdScopeGround *ground)
{
  const char *id = ground->operand.id;
  const char *value = dd_answer_value_get_text (ground->value);

  if (g_str_equal (id, TESTS))
    return tests_to_words (value);
  if (g_str_equal (id, ENVIRONMENTS))
    return environments_to_words (value);
  if (dd_scope_find_input (self, id) != NULL)
    return g_strdup_printf (value != NULL ? _ ("The required input “%s” is there.")
                                          : _ ("The required input “%s” is not there yet."),
                            id);
  if (value == NULL)
    return g_strdup_printf (_ ("It is not known yet: %s."), id);
  return g_strdup_printf (_ ("It is known: %s is %s."), id, value);
}

char *
dd_scope_ground_to_words (const DdScope *self, const DdScopeGround *ground)
{
  switch (ground->operand.kind)
    {
    case DD_OPERAND_QUESTION:
      return question_to_words (self, ground);
    case DD_OPERAND_FIELD:
      return field_to_words (self, ground);
    case DD_OPERAND_FACT:
      return fact_to_words (self, ground);
    }
  g_return_val_if_reached (NULL);
}

static void
append_grounds (const DdScope *self,
                const DdScopeFinding *finding,
                gboolean contradicting,
                GString *text)
{
  for (guint i = 0; i < finding->grounds->len; i++)
    {
      const DdScopeGround *ground = &g_array_index (finding->grounds, DdScopeGround, i);
      g_autofree char *sentence = dd_scope_ground_to_words (self, ground);

      if (ground->contradicts == contradicting)
        append_sentence (text, sentence);
    }
}

char *
dd_scope_finding_explain (const DdScope *self, const DdScopeFinding *finding)
{
  GString *text = g_string_new (NULL);
  g_autofree char *decided = NULL;

  append_grounds (self, finding, FALSE, text);
  if (finding->contradictory)
    {
      append_sentence (text, _ ("That is contradicted; the worse of both counts."));
      append_grounds (self, finding, TRUE, text);
    }
  if (finding->override == DD_FINDING_OVERRIDE_NONE)
    return g_string_free (text, FALSE);
  /* Translators: a state such as "In scope", and why somebody decided so. */
  decided =
      g_strdup_printf (_ ("Decided instead: %s. %s"), dd_scope_state_get_label (finding->state),
                       finding->reason != NULL ? finding->reason : "");
  append_sentence (text, g_strchomp (decided));
  return g_string_free (text, FALSE);
}

/* --- Inputs --- */

char *
dd_scope_input_to_words (const DdScopeInput *input)
{
  if (input->met_at == DD_INSTANT_NONE)
    return g_strdup (input->suggested
                         ? _ ("Not recorded, but everything it asks for is there: confirm it.")
                         : _ ("Not there yet."));
  if (input->evidence == NULL)
    return g_strdup (_ ("It is there; no evidence is given."));
  return g_strdup_printf (_ ("It is there: %s"), input->evidence);
}
