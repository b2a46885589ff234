/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The evaluator of conditions: one walk down the tree, without a short cut, because every child can
 * be among what decided. Recursion goes no deeper than the parser lets elements lie.
 */
#include "config.h"

#include "form/dd-condition-truth.h"

#include "form/dd-version.h"

#include <stdlib.h>
#include <string.h>

#define MAX_DIGITS 15

typedef struct
{
  DdOperandLookup lookup;
  gpointer data;
} Evaluation;

/* What of a group's children holds, does not, and is unknown. */
typedef struct
{
  guint n[3];
  GArray *deciders[3]; /* (owned) (nullable) (element-type DdOperand) */
} Tally;

static DdTruth
evaluate (const Evaluation *evaluation, const DdCondition *condition, GArray *deciders);

/* --- comparisons --- */

/* What a text, a number or an acknowledgement is compared as. @digits has room for a number.
 * Returns: (nullable): NULL for lists and tables */
static const char *
get_comparable (const DdAnswerValue *value, char digits[32])
{
  switch (dd_answer_value_get_shape (value))
    {
    case DD_ANSWER_TEXT:
      return dd_answer_value_get_text (value);
    case DD_ANSWER_INTEGER:
      g_snprintf (digits, 32, "%" G_GINT64_FORMAT, dd_answer_value_get_integer (value));
      return digits;
    case DD_ANSWER_TRUE:
      return "yes";
    case DD_ANSWER_LIST:
    case DD_ANSWER_TABLE:
      break;
    }
  return NULL;
}

static gboolean
equals (const DdAnswerValue *value, const char *wanted)
{
  char digits[32];
  const char *text = get_comparable (value, digits);
  const char *const *list;

  if (text != NULL)
    return g_str_equal (text, wanted);
  list = dd_answer_value_get_list (value);
  return list[0] != NULL && list[1] == NULL && g_str_equal (list[0], wanted);
}

static gboolean
table_contains (const DdAnswerValue *table, const char *wanted)
{
  g_autoptr (GPtrArray) columns = dd_answer_value_list_columns (table);
  guint n = dd_answer_value_get_n_rows (table);

  for (guint row = 0; row < n; row++)
    for (guint i = 0; i < columns->len; i++)
      {
        const DdAnswerValue *cell =
            dd_answer_value_get_cell (table, row, g_ptr_array_index (columns, i));

        if (cell != NULL && equals (cell, wanted))
          return TRUE;
      }
  return FALSE;
}

static gboolean
contains (const DdAnswerValue *value, const char *wanted)
{
  char digits[32];

  switch (dd_answer_value_get_shape (value))
    {
    case DD_ANSWER_LIST:
      return dd_answer_value_has_choice (value, wanted);
    case DD_ANSWER_TABLE:
      return table_contains (value, wanted);
    case DD_ANSWER_TRUE:
      return FALSE;
    case DD_ANSWER_TEXT:
    case DD_ANSWER_INTEGER:
      break;
    }
  return strstr (get_comparable (value, digits), wanted) != NULL;
}

static gboolean
is_whole_number (const char *text)
{
  gsize length;

  text += *text == '-';
  length = strspn (text, "0123456789");
  return length > 0 && length <= MAX_DIGITS && text[length] == '\0';
}

static gboolean
greater (const DdAnswerValue *value, const char *limit)
{
  char digits[32];
  const char *text = get_comparable (value, digits);

  if (text == NULL)
    return FALSE;
  if (is_whole_number (text) && is_whole_number (limit))
    return strtoll (text, NULL, 10) > strtoll (limit, NULL, 10);
  return dd_version_is_valid (text) && dd_version_is_valid (limit)
         && dd_version_compare (text, limit) > 0;
}

static DdTruth
compare (const DdCondition *condition, const DdAnswerValue *value)
{
  const char *wanted;
  gboolean holds;

  if (g_str_equal (condition->name, "answered") || g_str_equal (condition->name, "fact"))
    return value != NULL ? DD_TRUTH_TRUE : DD_TRUTH_FALSE;
  if (value == NULL)
    return DD_TRUTH_UNKNOWN;
  wanted = dd_condition_get_attribute (condition, "value");
  if (g_str_equal (condition->name, "equals"))
    holds = equals (value, wanted);
  else if (g_str_equal (condition->name, "contains"))
    holds = contains (value, wanted);
  else
    holds = greater (value, wanted);
  return holds ? DD_TRUTH_TRUE : DD_TRUTH_FALSE;
}

gboolean
dd_condition_get_operand (const DdCondition *condition, DdOperand *operand)
{
  static const struct
  {
    const char *name;
    DdOperandKind kind;
  } names[] = {
    { "question", DD_OPERAND_QUESTION },
    { "field", DD_OPERAND_FIELD },
    { "fact", DD_OPERAND_FACT },
    { "name", DD_OPERAND_FACT }, /* <fact name=…> */
  };

  g_return_val_if_fail (condition != NULL && operand != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *id = dd_condition_get_attribute (condition, names[i].name);

      if (id != NULL)
        {
          *operand = (DdOperand){ names[i].kind, id };
          return TRUE;
        }
    }
  return FALSE;
}

static DdTruth
evaluate_leaf (const Evaluation *evaluation, const DdCondition *condition, GArray *deciders)
{
  DdOperand operand;

  if (!dd_condition_get_operand (condition, &operand))
    return DD_TRUTH_UNKNOWN;
  if (deciders != NULL)
    g_array_append_val (deciders, operand);
  return compare (condition, evaluation->lookup (evaluation->data, operand));
}

/* --- groups --- */

static void
tally_children (Tally *tally, const Evaluation *evaluation, GPtrArray *children, gboolean decide)
{
  for (guint i = 0; i < children->len; i++)
    {
      g_autoptr (GArray) deciders = NULL;
      DdTruth truth;

      if (decide)
        deciders = g_array_new (FALSE, FALSE, sizeof (DdOperand));
      truth = evaluate (evaluation, g_ptr_array_index (children, i), deciders);
      tally->n[truth]++;
      if (!decide)
        continue;
      if (tally->deciders[truth] == NULL)
        tally->deciders[truth] = g_steal_pointer (&deciders);
      else
        g_array_append_vals (tally->deciders[truth], deciders->data, deciders->len);
    }
}

static void
tally_clear (Tally *tally)
{
  for (guint i = 0; i < G_N_ELEMENTS (tally->deciders); i++)
    g_clear_pointer (&tally->deciders[i], g_array_unref);
}

/* The result of a group that holds as soon as a child does, or (@all) does not as soon as one does
 * not. */
static DdTruth
get_result (const Tally *tally, gboolean all)
{
  DdTruth strong = all ? DD_TRUTH_FALSE : DD_TRUTH_TRUE;
  DdTruth weak = all ? DD_TRUTH_TRUE : DD_TRUTH_FALSE;

  if (tally->n[strong] > 0)
    return strong;
  return tally->n[DD_TRUTH_UNKNOWN] > 0 ? DD_TRUTH_UNKNOWN : weak;
}

static DdTruth
evaluate_group (const Evaluation *evaluation, GPtrArray *children, gboolean all, GArray *deciders)
{
  Tally tally = { { 0 } };
  DdTruth result;

  tally_children (&tally, evaluation, children, deciders != NULL);
  result = get_result (&tally, all);
  if (tally.deciders[result] != NULL)
    g_array_append_vals (deciders, tally.deciders[result]->data, tally.deciders[result]->len);
  tally_clear (&tally);
  return result;
}

static DdTruth
negate (DdTruth truth)
{
  switch (truth)
    {
    case DD_TRUTH_FALSE:
      return DD_TRUTH_TRUE;
    case DD_TRUTH_TRUE:
      return DD_TRUTH_FALSE;
    case DD_TRUTH_UNKNOWN:
      break;
    }
  return DD_TRUTH_UNKNOWN;
}

static DdTruth
evaluate (const Evaluation *evaluation, const DdCondition *condition, GArray *deciders)
{
  if (condition->children->len == 0)
    return evaluate_leaf (evaluation, condition, deciders);
  if (g_str_equal (condition->name, "not"))
    return negate (evaluate_group (evaluation, condition->children, FALSE, deciders));
  return evaluate_group (evaluation, condition->children, !g_str_equal (condition->name, "any"),
                         deciders);
}

/* --- what is asked --- */

static guint
hash_operand (gconstpointer key)
{
  const DdOperand *operand = key;

  return g_str_hash (operand->id) + operand->kind;
}

static gboolean
operands_equal (gconstpointer first, gconstpointer second)
{
  const DdOperand *a = first, *b = second;

  return a->kind == b->kind && g_str_equal (a->id, b->id);
}

/* Appends what @found has and @operands has not. */
static void
append_new (GArray *operands, const GArray *found)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_operand, operands_equal);
  guint n = operands->len;
  g_autofree DdOperand *before = g_memdup2 (operands->data, n * sizeof (DdOperand));

  for (guint i = 0; i < n; i++)
    g_hash_table_add (seen, &before[i]);
  for (guint i = 0; i < found->len; i++)
    {
      DdOperand *operand = &g_array_index (found, DdOperand, i);

      if (g_hash_table_add (seen, operand))
        g_array_append_val (operands, *operand);
    }
}

DdTruth
dd_condition_evaluate (const DdCondition *condition,
                       DdOperandLookup lookup,
                       gpointer data,
                       GArray *deciders)
{
  Evaluation evaluation = { lookup, data };
  g_autoptr (GArray) found = NULL;
  DdTruth truth;

  g_return_val_if_fail (condition != NULL && lookup != NULL, DD_TRUTH_UNKNOWN);

  if (deciders == NULL)
    return evaluate (&evaluation, condition, NULL);
  found = g_array_new (FALSE, FALSE, sizeof (DdOperand));
  truth = evaluate (&evaluation, condition, found);
  append_new (deciders, found);
  return truth;
}

DdTruth
dd_conditions_evaluate (GPtrArray *conditions,
                        DdOperandLookup lookup,
                        gpointer data,
                        GArray *deciders)
{
  Evaluation evaluation = { lookup, data };
  g_autoptr (GArray) found = NULL;
  DdTruth truth;

  g_return_val_if_fail (conditions != NULL && lookup != NULL, DD_TRUTH_UNKNOWN);

  if (conditions->len == 0)
    return DD_TRUTH_TRUE;
  if (deciders == NULL)
    return evaluate_group (&evaluation, conditions, FALSE, NULL);
  found = g_array_new (FALSE, FALSE, sizeof (DdOperand));
  truth = evaluate_group (&evaluation, conditions, FALSE, found);
  append_new (deciders, found);
  return truth;
}

static void
collect_operands (GPtrArray *conditions, GArray *operands)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const DdCondition *condition = g_ptr_array_index (conditions, i);
      DdOperand operand;

      if (dd_condition_get_operand (condition, &operand))
        g_array_append_val (operands, operand);
      collect_operands (condition->children, operands);
    }
}

void
dd_conditions_list_operands (GPtrArray *conditions, GArray *operands)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (DdOperand));

  g_return_if_fail (conditions != NULL && operands != NULL);

  collect_operands (conditions, found);
  append_new (operands, found);
}
