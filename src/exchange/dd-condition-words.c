/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-condition-words.h"

#include "dd-questionnaire-export.h"

#include <glib/gi18n-lib.h>

static char *
tell (DdQuestionnaire *questionnaire, const DdCondition *condition, gboolean inner);

/* What all of @conditions say, between the same word. */
static char *
join (DdQuestionnaire *questionnaire, GPtrArray *conditions, const char *word, gboolean inner)
{
  GString *words = g_string_new (NULL);
  gboolean several = conditions->len > 1;

  for (guint i = 0; i < conditions->len; i++)
    {
      g_autofree char *one =
          tell (questionnaire, g_ptr_array_index (conditions, i), inner || several);

      g_string_append_printf (words, "%s%s", i > 0 ? word : "", one);
    }
  if (inner && several)
    {
      g_string_prepend_c (words, '(');
      g_string_append_c (words, ')');
    }
  return g_string_free (words, FALSE);
}

/* @value as the answer to @question is read. */
static char *
tell_value (const DdQuestion *question, const char *value)
{
  const DdChoice *choice = question != NULL ? dd_question_find_choice (question, value) : NULL;

  if (choice != NULL)
    return g_strdup (dd_questionnaire_export_translate (choice->label));
  if (question != NULL && question->type == DD_QUESTION_YES_NO)
    return g_strdup (g_str_equal (value, "yes") ? _ ("Yes") : _ ("No"));
  return g_strdup (value);
}

static char *
tell_comparison (DdQuestionnaire *questionnaire, const DdCondition *condition)
{
  DdOperand operand = { 0 };
  const DdQuestion *question = NULL;
  const char *label, *value = dd_condition_get_attribute (condition, "value");
  g_autofree char *told = NULL;

  dd_condition_get_operand (condition, &operand);
  if (operand.kind == DD_OPERAND_QUESTION)
    question = dd_questionnaire_find_question (questionnaire, operand.id);
  label = question != NULL ? dd_questionnaire_export_translate (question->label) : operand.id;
  if (value == NULL)
    /* Translators: a question is answered */
    return g_strdup_printf (_ ("“%s” is answered"), label);
  told = tell_value (question, value);
  if (g_str_equal (condition->name, "contains"))
    /* Translators: the answer to a question has something in it */
    return g_strdup_printf (_ ("“%s” includes “%s”"), label, told);
  if (g_str_equal (condition->name, "greater"))
    /* Translators: the answer to a question is a greater number or a later version */
    return g_strdup_printf (_ ("“%s” is more than “%s”"), label, told);
  /* Translators: a question, and the answer to it */
  return g_strdup_printf (_ ("“%s” is “%s”"), label, told);
}

static char *
tell (DdQuestionnaire *questionnaire, const DdCondition *condition, gboolean inner)
{
  g_autofree char *words = NULL;

  if (g_str_equal (condition->name, "when") || g_str_equal (condition->name, "all"))
    return join (questionnaire, condition->children, _ (" and "), inner);
  if (g_str_equal (condition->name, "any"))
    return join (questionnaire, condition->children, _ (" or "), inner);
  if (!g_str_equal (condition->name, "not"))
    return tell_comparison (questionnaire, condition);
  words = join (questionnaire, condition->children, _ (" or "), TRUE);
  /* Translators: a condition that must not hold: not “Clustered?” is “Yes” */
  return g_strdup_printf (_ ("not %s"), words);
}

char *
dd_condition_words (DdQuestionnaire *questionnaire, GPtrArray *conditions)
{
  g_return_val_if_fail (questionnaire != NULL && conditions != NULL, NULL);

  return conditions->len > 0 ? join (questionnaire, conditions, _ (" or "), FALSE) : NULL;
}
