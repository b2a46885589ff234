/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-finding.h"
#include "form/dd-condition-truth.h"
#include "service/dd-service.h"

G_BEGIN_DECLS

/* What a rule of an exclusion was decided by, or waits for. */
typedef struct
{
  DdOperand operand;          /* its id is the service's, and lives as long as that */
  const DdAnswerValue *value; /* (unowned) (nullable): NULL where it is not given yet */
  gboolean contradicts;       /* it says the opposite of what decided, about the same thing */
} DdScopeGround;

/* What the rule of @exclusion says of a case whose answers, request fields and facts @lookup gives:
 *  - triggered: one of its alternatives holds;
 *  - clear: none does, whatever is still to come;
 *  - conditional: the answers of an alternative make it hold, and only facts are still to come;
 *  - unknown: an answer is missing, or the exclusion has no condition and only a person can tell.
 *
 * @grounds (element-type DdScopeGround) gets what decided it, each once: of a triggered finding what
 * made it so, then whatever has the same id and says the opposite (the request says that access is
 * given, the questionnaire that it is not): the worst counts, and the contradiction is told. Of an
 * unknown one what is missing. Linear in the conditions. */
DdFindingState dd_scope_rule_evaluate (const DdExclusion *exclusion, DdOperandLookup lookup,
                                       gpointer data, GArray *grounds);

G_END_DECLS
