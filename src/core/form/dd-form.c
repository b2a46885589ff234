/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A questionnaire as it is being filled.
 *
 * What is wrong with an answer depends on that answer alone, so it is looked at once, when the
 * answer is set; a table of a thousand rows costs nothing while other questions are typed into.
 * Which questions are visible is found by one walk in document order: conditions look back only, so
 * that whatever they ask is decided already.
 */
#include "config.h"

#include "form/dd-form.h"

struct _DdForm
{
  DdQuestionnaire *questionnaire; /* (owned) */
  DdAnswers *answers;             /* (owned) */
  DdFacts *facts;                 /* (owned) */
  gboolean *visible;              /* (owned): by the question's index */
  GPtrArray *issues; /* (owned) (element-type GPtrArray of DdFormIssue): by the question's index, as
                        if all were visible */
  GPtrArray *no_issues; /* (owned): empty */
};

static const DdAnswerValue *
get_visible_answer (const DdForm *self, const char *id)
{
  const DdQuestion *question = dd_questionnaire_find_question (self->questionnaire, id);

  if (question == NULL || !self->visible[question->index])
    return NULL;
  return dd_answers_get (self->answers, id);
}

static const DdAnswerValue *
look_up (gpointer data, DdOperand operand)
{
  const DdForm *self = data;

  switch (operand.kind)
    {
    case DD_OPERAND_FIELD:
      return dd_facts_get_field (self->facts, operand.id);
    case DD_OPERAND_FACT:
      return dd_facts_get_fact (self->facts, operand.id);
    case DD_OPERAND_QUESTION:
      break;
    }
  return get_visible_answer (self, operand.id);
}

static gboolean
holds (const DdForm *self, GPtrArray *conditions)
{
  return dd_form_evaluate (self, conditions, NULL) == DD_TRUTH_TRUE;
}

/* Decides again what is visible. Returns: whether that has changed */
static gboolean
decide_visible (DdForm *self)
{
  gboolean has_changed = FALSE;

  for (guint i = 0; i < self->questionnaire->sections->len; i++)
    {
      const DdSection *section = g_ptr_array_index (self->questionnaire->sections, i);
      gboolean section_holds = holds (self, section->when);

      for (guint j = 0; j < section->questions->len; j++)
        {
          const DdQuestion *question = g_ptr_array_index (section->questions, j);
          gboolean visible = section_holds && holds (self, question->when);

          has_changed |= visible != self->visible[question->index];
          self->visible[question->index] = visible;
        }
    }
  return has_changed;
}

DdForm *
dd_form_new (DdQuestionnaire *questionnaire, const DdAnswers *answers, const DdFacts *facts)
{
  DdForm *self;

  g_return_val_if_fail (questionnaire != NULL, NULL);

  self = g_new0 (DdForm, 1);
  self->questionnaire = dd_questionnaire_ref (questionnaire);
  self->answers = answers != NULL ? dd_answers_copy (answers) : dd_answers_new ();
  self->facts = facts != NULL ? dd_facts_copy (facts) : dd_facts_new ();
  self->visible = g_new0 (gboolean, questionnaire->questions->len);
  self->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->no_issues = g_ptr_array_new ();
  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (questionnaire->questions, i);

      g_ptr_array_add (self->issues,
                       dd_question_check (question, dd_answers_get (self->answers, question->id)));
    }
  decide_visible (self);
  return self;
}

void
dd_form_free (DdForm *self)
{
  dd_questionnaire_unref (self->questionnaire);
  dd_answers_free (self->answers);
  dd_facts_free (self->facts);
  g_free (self->visible);
  g_ptr_array_unref (self->issues);
  g_ptr_array_unref (self->no_issues);
  g_free (self);
}

DdQuestionnaire *
dd_form_get_questionnaire (const DdForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->questionnaire;
}

const DdAnswers *
dd_form_get_answers (const DdForm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->answers;
}

gboolean
dd_form_set_answer (DdForm *self, const char *id, const DdAnswerValue *value)
{
  const DdQuestion *question;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  dd_answers_set (self->answers, id, value);
  question = dd_questionnaire_find_question (self->questionnaire, id);
  if (question == NULL)
    return FALSE;
  g_ptr_array_unref (self->issues->pdata[question->index]);
  self->issues->pdata[question->index] = dd_question_check (question, value);
  return decide_visible (self);
}

gboolean
dd_form_is_visible (const DdForm *self, const DdQuestion *question)
{
  g_return_val_if_fail (self != NULL && question != NULL && question->table == NULL, FALSE);

  return self->visible[question->index];
}

gboolean
dd_form_is_section_visible (const DdForm *self, const DdSection *section)
{
  g_return_val_if_fail (self != NULL && section != NULL, FALSE);

  for (guint i = 0; i < section->questions->len; i++)
    if (dd_form_is_visible (self, g_ptr_array_index (section->questions, i)))
      return TRUE;
  return FALSE;
}

const DdAnswerValue *
dd_form_get_answer (const DdForm *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return get_visible_answer (self, id);
}

GPtrArray *
dd_form_get_issues (const DdForm *self, const DdQuestion *question)
{
  g_return_val_if_fail (self != NULL && question != NULL && question->table == NULL, NULL);

  return self->visible[question->index] ? self->issues->pdata[question->index] : self->no_issues;
}

static gboolean
has_error (GPtrArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    {
      const DdFormIssue *issue = g_ptr_array_index (issues, i);

      if (issue->severity == DD_SEVERITY_ERROR)
        return TRUE;
    }
  return FALSE;
}

static void
count_question (const DdForm *self, const DdQuestion *question, DdFormProgress *progress)
{
  gboolean is_answered = dd_answers_get (self->answers, question->id) != NULL;
  gboolean is_invalid = is_answered && has_error (self->issues->pdata[question->index]);
  gboolean is_counted = question->required != DD_REQUIREMENT_NO || is_invalid;

  if (!self->visible[question->index])
    return;
  progress->n_visible++;
  progress->n_answered += is_answered && !is_invalid;
  progress->n_counted += is_counted;
  progress->n_done += is_counted && is_answered && !is_invalid;
  progress->n_missing += !is_answered && question->required == DD_REQUIREMENT_YES;
  progress->n_soft_missing += !is_answered && question->required == DD_REQUIREMENT_SOFT;
  progress->n_invalid += is_invalid;
}

DdFormProgress
dd_form_get_progress (const DdForm *self, const DdSection *section)
{
  DdFormProgress progress = { 0 };
  GPtrArray *questions;

  g_return_val_if_fail (self != NULL, progress);

  questions = section != NULL ? section->questions : self->questionnaire->questions;
  for (guint i = 0; i < questions->len; i++)
    count_question (self, g_ptr_array_index (questions, i), &progress);
  return progress;
}

gboolean
dd_form_is_complete (const DdForm *self)
{
  DdFormProgress progress = dd_form_get_progress (self, NULL);

  return progress.n_missing == 0 && progress.n_invalid == 0;
}

GPtrArray *
dd_form_list_issues (const DdForm *self)
{
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, list);

  for (guint i = 0; i < self->questionnaire->questions->len; i++)
    {
      GPtrArray *issues =
          dd_form_get_issues (self, g_ptr_array_index (self->questionnaire->questions, i));

      for (guint j = 0; j < issues->len; j++)
        g_ptr_array_add (list, g_ptr_array_index (issues, j));
    }
  return list;
}

DdTruth
dd_form_evaluate (const DdForm *self, GPtrArray *conditions, GArray *deciders)
{
  g_return_val_if_fail (self != NULL && conditions != NULL, DD_TRUTH_UNKNOWN);

  return dd_conditions_evaluate (conditions, look_up, (gpointer) self, deciders);
}

DdAnswers *
dd_form_dup_visible_answers (const DdForm *self)
{
  DdAnswers *answers = dd_answers_new ();

  g_return_val_if_fail (self != NULL, answers);

  for (guint i = 0; i < self->questionnaire->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (self->questionnaire->questions, i);

      dd_answers_set (answers, question->id, get_visible_answer (self, question->id));
    }
  return answers;
}
