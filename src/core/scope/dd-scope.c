/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The scope of a case from what is known of it. Linear in the exclusions' conditions and in the
 * questionnaire, which says what answers count. Must not happen: an answer to a question that is
 * not asked any more decides something.
 */

#include "config.h"

#include "scope/dd-scope.h"

#include "delivery/dd-input-evidence.h"

#include <string.h>

static void
input_free (gpointer data)
{
  DdScopeInput *input = data;

  g_free (input->evidence);
  g_free (input->recorded_by);
  g_ptr_array_unref (input->gates);
  g_free (input);
}

static void
finding_free (gpointer data)
{
  DdScopeFinding *finding = data;

  g_free (finding->reason);
  g_array_unref (finding->grounds);
  g_free (finding);
}

void
dd_scope_free (DdScope *self)
{
  dd_service_unref (self->service);
  g_clear_pointer (&self->questionnaire, dd_questionnaire_unref);
  g_clear_pointer (&self->form, dd_form_free);
  dd_answers_free (self->answers);
  dd_facts_free (self->facts);
  g_free (self->program);
  g_free (self->deployment);
  g_ptr_array_unref (self->inputs);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

/* --- Eligibility --- */

/* People write "Platinum", "on premise" or "on-premise". */
static gboolean
same_word (const char *first, const char *second)
{
  g_autofree char *one = g_strdelimit (g_utf8_casefold (first, -1), " _", '-');
  g_autofree char *other = g_strdelimit (g_utf8_casefold (second, -1), " _", '-');

  return strcmp (one, other) == 0;
}

/* Returns: (transfer full) (nullable): @text, NULL for nothing */
static char *
dup_known (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/* @required and @has are nullable: nothing is asked for, nothing is known. */
static DdEligible
judge_part (const char *required, const char *has)
{
  if (required == NULL)
    return DD_ELIGIBLE_YES;
  if (has == NULL)
    return DD_ELIGIBLE_UNKNOWN;
  return same_word (required, has) ? DD_ELIGIBLE_YES : DD_ELIGIBLE_NO;
}

static void
judge_eligibility (DdScope *self)
{
  const DdEligibility *rule = self->service->eligibility;

  self->program_fits = judge_part (rule != NULL ? rule->program : NULL, self->program);
  self->deployment_fits = judge_part (rule != NULL ? rule->deployment : NULL, self->deployment);
  if (self->program_fits == DD_ELIGIBLE_NO || self->deployment_fits == DD_ELIGIBLE_NO)
    self->eligible = DD_ELIGIBLE_NO;
  else
    self->eligible = MIN (self->program_fits, self->deployment_fits);
}

/* --- What conditions look at --- */

static gboolean
is_acknowledgement (const DdScope *self, const char *field_id)
{
  for (guint i = 0; i < self->service->request_fields->len; i++)
    {
      const DdRequestField *field = self->service->request_fields->pdata[i];

      if (g_str_equal (field->id, field_id))
        return g_str_equal (field->type, "acknowledgement");
    }
  return FALSE;
}

/* @value (nullable), unless it is @nothing: what says that nothing is decided yet. */
static const DdAnswerValue *
unless (const DdAnswerValue *value, const char *nothing)
{
  return g_strcmp0 (dd_answer_value_get_text (value), nothing) != 0 ? value : NULL;
}

static const DdAnswerValue *
look_up (gpointer data, DdOperand operand)
{
  const DdScope *self = data;
  const DdAnswerValue *value;

  switch (operand.kind)
    {
    case DD_OPERAND_QUESTION:
      return dd_answers_get (self->answers, operand.id);
    case DD_OPERAND_FIELD:
      value = dd_facts_get_field (self->facts, operand.id);
      return is_acknowledgement (self, operand.id) ? unless (value, "no") : value;
    case DD_OPERAND_FACT:
      return unless (dd_facts_get_fact (self->facts, operand.id), "not-run");
    }
  g_return_val_if_reached (NULL);
}

/* --- Required inputs --- */

static DdRecord *
find_record (GPtrArray *records, const char *field, const char *id)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (g_str_equal (dd_record_get_text (records->pdata[i], field), id))
      return records->pdata[i];
  return NULL;
}

static GPtrArray *
list_gates (DdService *service, const char *input)
{
  GPtrArray *gates = g_ptr_array_new ();

  for (guint i = 0; i < service->activities->len; i++)
    {
      DdActivity *activity = service->activities->pdata[i];

      if (g_ptr_array_find_with_equal_func (activity->inputs, input, g_str_equal, NULL))
        g_ptr_array_add (gates, activity);
    }
  return gates;
}

static gboolean
is_request_complete (DdScope *self)
{
  for (guint i = 0; i < self->service->request_fields->len; i++)
    {
      const DdRequestField *field = self->service->request_fields->pdata[i];

      if (field->required && look_up (self, (DdOperand){ DD_OPERAND_FIELD, field->id }) == NULL)
        return FALSE;
    }
  return self->service->request_fields->len > 0;
}

static gboolean
is_suggested (DdScope *self, const DdInput *input)
{
  switch (input->shown_by)
    {
    case DD_PROOF_EVIDENCE:
      return FALSE;
    case DD_PROOF_REQUEST:
      return is_request_complete (self);
    case DD_PROOF_QUESTIONNAIRE:
      return self->form != NULL && dd_form_is_complete (self->form);
    }
  g_return_val_if_reached (FALSE);
}

static DdScopeInput *
make_input (DdScope *self, const DdInput *input, DdRecord *record)
{
  DdScopeInput *made = g_new0 (DdScopeInput, 1);

  made->input = input;
  made->met_at = record != NULL ? dd_record_get_integer (record, "met_at") : DD_INSTANT_NONE;
  made->gates = list_gates (self->service, input->id);
  made->suggested = made->met_at == DD_INSTANT_NONE && is_suggested (self, input);
  if (record == NULL)
    return made;
  made->evidence = g_strdup (dd_record_get_text (record, "evidence"));
  made->recorded_by = g_strdup (dd_record_get_text (record, "recorded_by"));
  return made;
}

static void
add_inputs (DdScope *self, GPtrArray *records)
{
  for (guint i = 0; i < self->service->inputs->len; i++)
    {
      const DdInput *input = self->service->inputs->pdata[i];

      g_ptr_array_add (self->inputs,
                       make_input (self, input, find_record (records, "input", input->id)));
    }
}

/* What is there is a fact that conditions may look at. */
static void
add_facts (DdScope *self, GPtrArray *records)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (dd_record_get_integer (records->pdata[i], "met_at") != DD_INSTANT_NONE)
      dd_facts_set_fact (self->facts, dd_record_get_text (records->pdata[i], "input"), "met");
}

/* --- Findings --- */

DdFindingState
dd_scope_decide (DdFindingState rule, DdFindingOverride override)
{
  switch (override)
    {
    case DD_FINDING_OVERRIDE_NONE:
      return rule;
    case DD_FINDING_OVERRIDE_CLEAR:
      return DD_FINDING_CLEAR;
    case DD_FINDING_OVERRIDE_TRIGGERED:
      return DD_FINDING_TRIGGERED;
    }
  g_return_val_if_reached (rule);
}

/* What is told of a ground is also what decides nothing. */
static void
complete_ground (DdScope *self, DdScopeFinding *finding, DdScopeGround *ground)
{
  finding->contradictory |= ground->contradicts;
  if (ground->operand.kind == DD_OPERAND_FACT)
    ground->value = dd_facts_get_fact (self->facts, ground->operand.id);
}

static DdScopeFinding *
make_finding (DdScope *self, const DdExclusion *exclusion, DdRecord *record)
{
  DdScopeFinding *finding = g_new0 (DdScopeFinding, 1);

  finding->exclusion = exclusion;
  finding->grounds = g_array_new (FALSE, FALSE, sizeof (DdScopeGround));
  finding->rule = dd_scope_rule_evaluate (exclusion, look_up, self, finding->grounds);
  for (guint i = 0; i < finding->grounds->len; i++)
    complete_ground (self, finding, &g_array_index (finding->grounds, DdScopeGround, i));
  if (record != NULL)
    {
      finding->override = (DdFindingOverride) dd_record_get_integer (record, "override");
      finding->reason = g_strdup (dd_record_get_text (record, "override_reason"));
    }
  finding->state = dd_scope_decide (finding->rule, finding->override);
  return finding;
}

static void
add_findings (DdScope *self, GPtrArray *records)
{
  for (guint i = 0; i < self->service->exclusions->len; i++)
    {
      const DdExclusion *exclusion = self->service->exclusions->pdata[i];

      g_ptr_array_add (self->findings,
                       make_finding (self, exclusion,
                                     find_record (records, "exclusion", exclusion->id)));
    }
}

/* --- The scope --- */

static void
take_answers (DdScope *self, const DdScopeRequest *request)
{
  self->facts = request->facts != NULL ? dd_facts_copy (request->facts) : dd_facts_new ();
  add_facts (self, request->inputs);
  self->answers = request->answers != NULL ? dd_answers_copy (request->answers) : dd_answers_new ();
  if (request->questionnaire == NULL)
    return;
  self->questionnaire = dd_questionnaire_ref (request->questionnaire);
  self->form = dd_form_new (self->questionnaire, self->answers, self->facts);
  dd_answers_free (self->answers);
  self->answers = dd_form_dup_visible_answers (self->form);
}

DdScope *
dd_scope_new (const DdScopeRequest *request)
{
  DdScope *self = g_new0 (DdScope, 1);

  self->service = dd_service_ref (request->service);
  self->program = dup_known (request->program);
  self->deployment = dup_known (request->deployment);
  self->inputs = g_ptr_array_new_with_free_func (input_free);
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  judge_eligibility (self);
  take_answers (self, request);
  add_inputs (self, request->inputs);
  add_findings (self, request->findings);
  return self;
}

DdFindingState
dd_scope_get_state (const DdScope *self)
{
  DdFindingState worst = DD_FINDING_CLEAR;

  if (self->eligible == DD_ELIGIBLE_NO)
    return DD_FINDING_TRIGGERED;
  if (self->eligible == DD_ELIGIBLE_UNKNOWN)
    worst = DD_FINDING_UNKNOWN;
  for (guint i = 0; i < self->findings->len; i++)
    {
      const DdScopeFinding *finding = self->findings->pdata[i];

      worst = MAX (worst, finding->state);
    }
  return worst;
}

const DdScopeFinding *
dd_scope_find (const DdScope *self, const char *id)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const DdScopeFinding *finding = self->findings->pdata[i];

      if (g_str_equal (finding->exclusion->id, id))
        return finding;
    }
  return NULL;
}

const DdScopeInput *
dd_scope_find_input (const DdScope *self, const char *id)
{
  for (guint i = 0; i < self->inputs->len; i++)
    {
      const DdScopeInput *input = self->inputs->pdata[i];

      if (g_str_equal (input->input->id, id))
        return input;
    }
  return NULL;
}
