/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-answer-value.h"

G_BEGIN_DECLS

/*
 * DdAnswers: what was answered, by the ids of the questions. It knows no questionnaire: ids that
 * one edition has and another does not live in it side by side, so that nothing gets lost.
 *
 * Who answered when, notes and marks are the store's. Belongs to one thread.
 */
typedef struct _DdAnswers DdAnswers;

/* Returns: (transfer full): no answers */
DdAnswers *dd_answers_new (void);

/* Returns: (transfer full): the answers of @self; later changes touch only one of them */
DdAnswers *dd_answers_copy (const DdAnswers *self);

/* Frees @self. */
void dd_answers_free (DdAnswers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdAnswers, dd_answers_free)

/* Answers @question with @value (nullable: takes the answer away). */
void dd_answers_set (DdAnswers *self, const char *question, const DdAnswerValue *value);

/* Returns: (transfer none) (nullable): the answer to @question, valid until it is set again */
const DdAnswerValue *dd_answers_get (const DdAnswers *self, const char *question);

/* Returns: (transfer container) (element-type utf8): the ids of the answered questions, sorted by
 *   their bytes; valid until an answer is set */
GPtrArray *dd_answers_list_questions (const DdAnswers *self);

/* Returns: whether both hold the same answers to the same questions */
gboolean dd_answers_equal (const DdAnswers *first, const DdAnswers *second);

G_END_DECLS
