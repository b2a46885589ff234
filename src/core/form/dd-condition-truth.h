/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-answer-value.h"
#include "markup/dd-condition.h"

G_BEGIN_DECLS

/*
 * Whether conditions hold. One evaluator for the exclusions of services and for the questions of
 * questionnaires; the page that customers fill in does the same in JavaScript.
 *
 * Three-valued (Kleene): a comparison with something that is not given is unknown.
 *  - "when" and "all": false if any child is, else unknown if any is, else true;
 *  - "any": true if any child is, else unknown if any is, else false;
 *  - "not": true if no child holds: the opposite of "any";
 *  - "equals": the text, the number in digits, or "yes" of an acknowledgement is the value, to the
 *    letter; a list equals the value when that is its only choice; a table equals nothing;
 *  - "contains": the value is part of the text (of the number's digits), to the letter; one of the
 *    list's choices; all of one cell of the table;
 *  - "greater": both are whole numbers and it is greater; or both are versions and it is later (see
 *    dd_version_compare(); dates count as versions); otherwise false. Lists and tables never are;
 *  - "answered": true or false, never unknown. "fact": the same, of a fact.
 *
 * Cost: linear in the conditions, and in a table's cells for "contains".
 */

/**
 * DdTruth:
 * @DD_TRUTH_UNKNOWN: something that decides is not given yet
 */
typedef enum
{
  DD_TRUTH_FALSE,
  DD_TRUTH_TRUE,
  DD_TRUTH_UNKNOWN,
} DdTruth;

/* What a comparison looks at. */
typedef enum
{
  DD_OPERAND_QUESTION,
  DD_OPERAND_FIELD,
  DD_OPERAND_FACT,
} DdOperandKind;

typedef struct
{
  DdOperandKind kind;
  const char *id; /* (unowned): the condition's */
} DdOperand;

/* Where values come from. Returns: (transfer none) (nullable): the value of @operand, NULL when it
 * is not given */
typedef const DdAnswerValue *(*DdOperandLookup) (gpointer data, DdOperand operand);

/* Whether @condition holds. @deciders (nullable) (element-type DdOperand): gets what decided it,
 * each once, in the order of the conditions: of a group the operands of those children that have
 * the group's own result, so that an unknown names what is to be asked. */
DdTruth dd_condition_evaluate (const DdCondition *condition, DdOperandLookup lookup, gpointer data,
                               GArray *deciders);

/* Whether any of @conditions (element-type DdCondition) holds: the "when" of an exclusion or a
 * question. Of none: DD_TRUTH_TRUE, as a question without a condition is always asked; an exclusion
 * without one triggers nothing, which is its caller's to see. */
DdTruth dd_conditions_evaluate (GPtrArray *conditions, DdOperandLookup lookup, gpointer data,
                                GArray *deciders);

/* What @condition looks at, if it is a comparison, "answered" or "fact".
 * Returns: whether it looks at something itself */
gboolean dd_condition_get_operand (const DdCondition *condition, DdOperand *operand);

/* Adds to @operands (element-type DdOperand) what @conditions look at, each once, in
 * their order. */
void dd_conditions_list_operands (GPtrArray *conditions, GArray *operands);

G_END_DECLS
