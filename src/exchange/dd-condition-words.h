/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-questionnaire.h"
#include "markup/dd-condition.h"

G_BEGIN_DECLS

/* Conditions for who has only paper: "“Operating system” is “Other” or “Clustered?” is “Yes”".
 * @conditions (element-type DdCondition) are those of a question or section of @questionnaire.
 * Returns: (transfer full) (nullable): it, translated; NULL when there are none */
char *dd_condition_words (DdQuestionnaire *questionnaire, GPtrArray *conditions);

G_END_DECLS
