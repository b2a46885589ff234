/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-answers.h"
#include "form/dd-facts.h"
#include "form/dd-questionnaire.h"

/* What tests of forms are written with: questionnaires as XML, answers as JSON. */

/* The file @name of tests/data/questionnaires. Returns: (transfer full): its bytes and a zero */
char *read_questionnaire_file (const char *name, gsize *length);

/* A questionnaire "q" of the service "s", of one section "one" around @questions. Returns:
 * (transfer full): it; the test ends if it cannot be read */
DdQuestionnaire *parse_questions (const char *questions);

/* The same of any edition with sections and all: what stands in <questionnaire>. */
DdQuestionnaire *parse_edition (int edition, const char *body);

/* Returns: (transfer full) (nullable): the value that @json is; "null" is none. Single quotes stand
 * for double ones. */
DdAnswerValue *value_of (const char *json);

/* Returns: (transfer full): answers from @json, an object; single quotes stand for double ones */
DdAnswers *answers_of (const char *json);

/* Asserts that @answers are @json, as answers_of() reads it. */
void assert_answers (const DdAnswers *answers, const char *json);

/* Asserts that the JSON of @value is @json; single quotes stand for double ones. */
void assert_value (const DdAnswerValue *value, const char *json);

/* Returns: how many questions are answered */
guint count_answers (const DdAnswers *answers);
