/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-answers.h"
#include "form/dd-facts.h"
#include "form/dd-questionnaire.h"

/*
 * Random questionnaires, and answers to them: every type of question, patterns, ranges, nested
 * conditions on earlier questions, fields and facts; answers that suit, that do not, and none, from
 * so small a choice that conditions often hold.
 */

/* Returns: (transfer full): the XML of a questionnaire with the id "random" */
char *random_form_xml (GRand *rand);

/* Returns: (transfer full): answers to some of the questions of @questionnaire, and to one that it
 * does not have */
DdAnswers *random_form_answers (GRand *rand, const DdQuestionnaire *questionnaire);

/* Returns: (transfer full): some fields and facts that random conditions ask for */
DdFacts *random_form_facts (GRand *rand);

/* Returns: (transfer full) (nullable): an answer of the kind that @question (or a column) takes, or
 * seldom of another kind */
DdAnswerValue *random_form_value (GRand *rand, const DdQuestion *question);
