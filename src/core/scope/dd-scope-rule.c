/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The rule of one exclusion: its alternatives are evaluated one by one, because a finding says more
 * than whether one of them holds: which, and what else there is to say. Must not happen: a finding
 * without grounds where there are conditions.
 */

#include "config.h"

#include "scope/dd-scope-rule.h"

/* An exclusion while it is evaluated. */
typedef struct
{
  const DdExclusion *exclusion;
  DdOperandLookup lookup;
  gpointer data;
  GArray *grounds; /* (element-type DdScopeGround) */
} Rule;

static gboolean
operand_equal (DdOperand first, DdOperand second)
{
  return first.kind == second.kind && g_str_equal (first.id, second.id);
}

static void
add_ground (Rule *self, DdOperand operand, gboolean contradicts)
{
  DdScopeGround ground = { operand, self->lookup (self->data, operand), contradicts };

  for (guint i = 0; i < self->grounds->len; i++)
    if (operand_equal (g_array_index (self->grounds, DdScopeGround, i).operand, operand))
      return;
  g_array_append_val (self->grounds, ground);
}

/* --- Alternatives --- */

static DdTruth
evaluate (Rule *self, const DdCondition *condition, GArray *deciders)
{
  return dd_condition_evaluate (condition, self->lookup, self->data, deciders);
}

static GArray *
new_operands (void)
{
  return g_array_new (FALSE, FALSE, sizeof (DdOperand));
}

/* Returns: (transfer full) (element-type DdOperand): what @condition looks at */
static GArray *
list_operands (DdCondition *condition)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  GArray *operands = new_operands ();

  g_ptr_array_add (alone, condition);
  dd_conditions_list_operands (alone, operands);
  return operands;
}

/* Whether an alternative that is still open is so only because of facts, while answers speak for
 * it.
 */
static gboolean
is_conditional (Rule *self, DdCondition *alternative, GArray *open)
{
  g_autoptr (GArray) operands = list_operands (alternative);
  gboolean answered = FALSE;

  for (guint i = 0; i < open->len; i++)
    if (g_array_index (open, DdOperand, i).kind != DD_OPERAND_FACT)
      return FALSE;
  for (guint i = 0; i < operands->len; i++)
    {
      DdOperand operand = g_array_index (operands, DdOperand, i);

      answered |= operand.kind != DD_OPERAND_FACT && self->lookup (self->data, operand) != NULL;
    }
  return answered;
}

static DdFindingState
judge (Rule *self, DdCondition *alternative, GArray *deciders)
{
  switch (evaluate (self, alternative, deciders))
    {
    case DD_TRUTH_FALSE:
      return DD_FINDING_CLEAR;
    case DD_TRUTH_TRUE:
      return DD_FINDING_TRIGGERED;
    case DD_TRUTH_UNKNOWN:
      return is_conditional (self, alternative, deciders) ? DD_FINDING_CONDITIONAL
                                                          : DD_FINDING_UNKNOWN;
    }
  g_return_val_if_reached (DD_FINDING_UNKNOWN);
}

/* --- Grounds --- */

static void
add_operands (Rule *self, GArray *operands, gboolean facts)
{
  for (guint i = 0; i < operands->len; i++)
    {
      DdOperand operand = g_array_index (operands, DdOperand, i);

      if (facts || operand.kind != DD_OPERAND_FACT)
        add_ground (self, operand, FALSE);
    }
}

/* An alternative that has the finding's own state tells its grounds: a conditional one all that it
 * looks at, an unknown one the answers that are missing. */
static void
add_grounds (Rule *self, DdCondition *alternative, DdFindingState state, GArray *deciders)
{
  g_autoptr (GArray) operands = NULL;

  if (state == DD_FINDING_CONDITIONAL)
    operands = list_operands (alternative);
  add_operands (self, operands != NULL ? operands : deciders, state != DD_FINDING_UNKNOWN);
}

/* --- Contradictions --- */

/* Whether what @operand has is for the condition, in @pro, or against it, in @contra. */
static void
weigh (Rule *self,
       const DdCondition *condition,
       DdOperand operand,
       gboolean negated,
       gboolean *pro,
       gboolean *contra)
{
  gboolean turned = negated != g_str_equal (condition->name, "not");
  DdOperand own;

  for (guint i = 0; i < condition->children->len; i++)
    weigh (self, condition->children->pdata[i], operand, turned, pro, contra);
  if (!dd_condition_get_operand (condition, &own) || !operand_equal (own, operand))
    return;
  if ((evaluate (self, condition, NULL) == DD_TRUTH_TRUE) != negated)
    *pro = TRUE;
  else
    *contra = TRUE;
}

static gboolean
is_against (Rule *self, DdOperand operand)
{
  gboolean pro = FALSE;
  gboolean contra = FALSE;

  for (guint i = 0; i < self->exclusion->when->len; i++)
    weigh (self, self->exclusion->when->pdata[i], operand, FALSE, &pro, &contra);
  return contra && !pro;
}

/* Whether something else of the name of @operand decided. */
static gboolean
has_namesake (Rule *self, DdOperand operand, guint n_deciders)
{
  for (guint i = 0; i < n_deciders; i++)
    {
      DdOperand decider = g_array_index (self->grounds, DdScopeGround, i).operand;

      if (g_str_equal (decider.id, operand.id) && decider.kind != operand.kind)
        return TRUE;
    }
  return FALSE;
}

static void
add_contradictions (Rule *self)
{
  g_autoptr (GArray) operands = new_operands ();
  guint n_deciders = self->grounds->len;

  dd_conditions_list_operands (self->exclusion->when, operands);
  for (guint i = 0; i < operands->len; i++)
    {
      DdOperand operand = g_array_index (operands, DdOperand, i);

      if (self->lookup (self->data, operand) != NULL && has_namesake (self, operand, n_deciders)
          && is_against (self, operand))
        add_ground (self, operand, TRUE);
    }
}

DdFindingState
dd_scope_rule_evaluate (const DdExclusion *exclusion,
                        DdOperandLookup lookup,
                        gpointer data,
                        GArray *grounds)
{
  Rule self = { exclusion, lookup, data, grounds };
  DdFindingState worst = exclusion->when->len > 0 ? DD_FINDING_CLEAR : DD_FINDING_UNKNOWN;

  g_return_val_if_fail (grounds != NULL, DD_FINDING_UNKNOWN);

  for (guint i = 0; i < exclusion->when->len; i++)
    {
      g_autoptr (GArray) deciders = new_operands ();
      DdFindingState state = judge (&self, exclusion->when->pdata[i], deciders);

      if (state > worst)
        g_array_set_size (grounds, 0);
      worst = MAX (worst, state);
      if (state == worst)
        add_grounds (&self, exclusion->when->pdata[i], state, deciders);
    }
  if (worst == DD_FINDING_TRIGGERED)
    add_contradictions (&self);
  return worst;
}
