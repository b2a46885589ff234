/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-answers.h"
#include "form/dd-condition-truth.h"
#include "form/dd-facts.h"
#include "form/dd-question-check.h"
#include "form/dd-questionnaire.h"

G_BEGIN_DECLS

/*
 * DdForm: a questionnaire as it is being filled: which questions are asked, what is wrong, what is
 * missing, how far it is.
 *
 * A question is visible when its section's and its own conditions hold. A condition that is unknown
 * does not hold here. A hidden question keeps its answer, but counts nowhere: not in progress, not
 * as missing, not in exports, and to conditions it is not answered. Answers to ids that the
 * questionnaire does not know are kept, too.
 *
 * Cost: setting an answer checks that answer alone and walks the conditions once (well under a
 * millisecond for 300 questions); asking is O(1) unless said otherwise. Belongs to one thread.
 */
typedef struct _DdForm DdForm;

/* How far it is. Counted are the visible questions that are required or soft-required, and other
 * visible ones only if they are answered wrong. */
typedef struct
{
  guint n_visible;      /* questions that are asked */
  guint n_answered;     /* of them, all with a valid answer, required or not */
  guint n_counted;      /* required or soft-required, or answered wrong */
  guint n_done;         /* of these, with a valid answer */
  guint n_missing;      /* required, and not answered */
  guint n_soft_missing; /* soft-required, and not answered */
  guint n_invalid;      /* with an answer that does not suit; a table counts once */
} DdFormProgress;

/* Returns: (transfer full): @questionnaire with @answers and @facts (nullable: none), which are
 * copied. Linear in all answers. */
DdForm *dd_form_new (DdQuestionnaire *questionnaire, const DdAnswers *answers,
                     const DdFacts *facts);

/* Frees @self. */
void dd_form_free (DdForm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdForm, dd_form_free)

/* Returns: (transfer none): what is asked */
DdQuestionnaire *dd_form_get_questionnaire (const DdForm *self);

/* Returns: (transfer none): all answers, also to hidden and unknown questions */
const DdAnswers *dd_form_get_answers (const DdForm *self);

/* Answers the question @id with @value (nullable: takes the answer away).
 * Returns: whether another question became visible or hidden */
gboolean dd_form_set_answer (DdForm *self, const char *id, const DdAnswerValue *value);

/* Returns: whether @question (of this questionnaire, no column) is asked */
gboolean dd_form_is_visible (const DdForm *self, const DdQuestion *question);

/* Returns: whether any question of @section is asked */
gboolean dd_form_is_section_visible (const DdForm *self, const DdSection *section);

/* Returns: (transfer none) (nullable): the answer that counts: NULL when the question is hidden,
 *   unknown or not answered. Valid until an answer is set. */
const DdAnswerValue *dd_form_get_answer (const DdForm *self, const char *id);

/* Returns: (transfer none) (element-type DdFormIssue): what is wrong with @question, none if it is
 *   hidden; valid until an answer is set */
GPtrArray *dd_form_get_issues (const DdForm *self, const DdQuestion *question);

/* How far @section is, or all where that is NULL. Linear in the questions. */
DdFormProgress dd_form_get_progress (const DdForm *self, const DdSection *section);

/* Returns: whether nothing required is missing and nothing is invalid. Linear in the questions. */
gboolean dd_form_is_complete (const DdForm *self);

/* "What is missing": everything that is missing or invalid, errors and warnings, in document order.
 * Returns: (transfer container) (element-type DdFormIssue): valid until an answer is set */
GPtrArray *dd_form_list_issues (const DdForm *self);

/* Whether any of @conditions (a service's exclusion has some) holds with these answers and facts;
 * see dd_conditions_evaluate(). @deciders is (nullable) (element-type DdOperand). */
DdTruth dd_form_evaluate (const DdForm *self, GPtrArray *conditions, GArray *deciders);

/* Returns: (transfer full): the answers to visible questions: what an export holds */
DdAnswers *dd_form_dup_visible_answers (const DdForm *self);

G_END_DECLS
