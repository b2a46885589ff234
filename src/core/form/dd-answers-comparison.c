/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The comparison of two sets of answers: a form is filled with the new ones, which says what is
 * asked and what is wrong with it. Linear in questions and answers.
 */
#include "config.h"

#include "form/dd-answers-comparison.h"

static void
difference_free (gpointer data)
{
  DdDifference *self = data;

  g_free (self->id);
  g_clear_pointer (&self->before, dd_answer_value_unref);
  g_clear_pointer (&self->after, dd_answer_value_unref);
  g_free (self->message);
  g_free (self);
}

static DdAnswerValue *
ref_value (const DdAnswerValue *value)
{
  return value != NULL ? dd_answer_value_ref (value) : NULL;
}

static DdDifference *
add_difference (GPtrArray *differences,
                const char *id,
                const DdAnswerValue *before,
                const DdAnswerValue *after)
{
  DdDifference *difference = g_new0 (DdDifference, 1);

  difference->id = g_strdup (id);
  difference->before = ref_value (before);
  difference->after = ref_value (after);
  g_ptr_array_add (differences, difference);
  return difference;
}

static const DdFormIssue *
find_error (GPtrArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    {
      const DdFormIssue *issue = g_ptr_array_index (issues, i);

      if (issue->kind == DD_ISSUE_INVALID)
        return issue;
    }
  return NULL;
}

static DdDifferenceKind
find_kind (const DdForm *form,
           const DdQuestion *question,
           const DdAnswerValue *before,
           const DdAnswerValue *after)
{
  if (after == NULL)
    return DD_DIFFERENCE_CLEARED;
  if (dd_answer_value_equal (before, after))
    return DD_DIFFERENCE_EQUAL;
  if (!dd_form_is_visible (form, question))
    return DD_DIFFERENCE_HIDDEN;
  if (find_error (dd_form_get_issues (form, question)) != NULL)
    return DD_DIFFERENCE_INVALID;
  return before == NULL ? DD_DIFFERENCE_ADDED : DD_DIFFERENCE_CHANGED;
}

static void
compare_question (GPtrArray *differences,
                  const DdForm *form,
                  const DdQuestion *question,
                  const DdAnswers *answers_before)
{
  const DdAnswerValue *before = dd_answers_get (answers_before, question->id);
  const DdAnswerValue *after = dd_answers_get (dd_form_get_answers (form), question->id);
  DdDifference *difference;

  if (after == NULL && (before == NULL || !dd_form_is_visible (form, question)))
    return;
  difference = add_difference (differences, question->id, before, after);
  difference->question = question;
  difference->kind = find_kind (form, question, before, after);
  if (difference->kind == DD_DIFFERENCE_INVALID)
    difference->message = g_strdup (find_error (dd_form_get_issues (form, question))->message);
}

/* What the file says of questions that nobody asked. */
static void
add_unknown (GPtrArray *differences,
             const DdQuestionnaire *questionnaire,
             const DdAnswers *before,
             const DdAnswers *after)
{
  g_autoptr (GPtrArray) ids = dd_answers_list_questions (after);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (dd_questionnaire_find_question (questionnaire, id) == NULL)
        add_difference (differences, id, dd_answers_get (before, id), dd_answers_get (after, id))
            ->kind = DD_DIFFERENCE_UNKNOWN;
    }
}

GPtrArray *
dd_answers_compare (DdQuestionnaire *questionnaire,
                    const DdFacts *facts,
                    const DdAnswers *before,
                    const DdAnswers *after)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (difference_free);
  g_autoptr (DdForm) form = NULL;

  g_return_val_if_fail (questionnaire != NULL && before != NULL && after != NULL, differences);

  form = dd_form_new (questionnaire, after, facts);
  for (guint i = 0; i < questionnaire->questions->len; i++)
    compare_question (differences, form, g_ptr_array_index (questionnaire->questions, i), before);
  add_unknown (differences, questionnaire, before, after);
  return differences;
}

gboolean
dd_difference_kind_is_change (DdDifferenceKind kind)
{
  return kind == DD_DIFFERENCE_ADDED || kind == DD_DIFFERENCE_CHANGED
         || kind == DD_DIFFERENCE_CLEARED || kind == DD_DIFFERENCE_INVALID;
}
