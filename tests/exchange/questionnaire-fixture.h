/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-answers.h"
#include "form/dd-questionnaire.h"

G_BEGIN_DECLS

/* A questionnaire with a question of each type, for the tests of what goes out and comes back. */

#define FIXTURE_CASE "4f2a1b3c-0000-4000-8000-000000000001"

/* Returns: (transfer full): the questionnaire of the tests' data, with @edition in the place of its own */
DdQuestionnaire *fixture_load (int edition);

/* Answers @question with @json. */
void fixture_answer (DdAnswers *answers, const char *question, const char *json);

/* Returns: (transfer full): an answer to every question that is asked then */
DdAnswers *fixture_make_answers (void);

/* Returns: how many questions @answers answers */
guint fixture_count (const DdAnswers *answers);

G_END_DECLS
