/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Checks the conditions of a questionnaire: that they look at earlier questions, and ask those for
 * answers that they can have. As nothing looks ahead, nothing goes round in circles. Linear.
 */
#include "config.h"

#include "form/dd-questionnaire-private.h"
#include "form/dd-version.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DIGITS 15

/* Whose conditions are checked. */
typedef struct
{
  const DdQuestionnaire *questionnaire;
  guint before; /* questions from this index on come too late */
  GError **error;
} Scope;

static gboolean
is_whole_number (const char *text)
{
  gsize length;

  text += *text == '-';
  length = strspn (text, "0123456789");
  return length > 0 && length <= MAX_DIGITS && text[length] == '\0';
}

static gboolean
is_one_of_its_answers (const DdQuestion *question, const char *value)
{
  if (question->type == DD_QUESTION_YES_NO)
    return g_str_equal (value, "yes") || g_str_equal (value, "no");
  return dd_question_find_choice (question, value) != NULL;
}

/* What "equals" or "contains" may ask @question for.
 * Returns: (nullable): what is expected, translated; NULL when @value is that */
static const char *
check_equals (const DdQuestion *question, const char *value)
{
  switch (question->type)
    {
    case DD_QUESTION_CHOICE:
    case DD_QUESTION_CHOICES:
    case DD_QUESTION_YES_NO:
      return is_one_of_its_answers (question, value) ? NULL : _ ("one of the question's answers");
    case DD_QUESTION_INTEGER:
      return is_whole_number (value) ? NULL : _ ("a whole number");
    case DD_QUESTION_ACKNOWLEDGEMENT:
      return g_str_equal (value, "yes") ? NULL : "yes";
    case DD_QUESTION_TEXT:
    case DD_QUESTION_PARAGRAPH:
    case DD_QUESTION_VERSION:
    case DD_QUESTION_DATE:
    case DD_QUESTION_TABLE:
      break;
    }
  return NULL;
}

static const char *
check_greater (const DdQuestion *question, const char *value)
{
  if (question->type == DD_QUESTION_INTEGER)
    return is_whole_number (value) ? NULL : _ ("a whole number of at most 15 digits");
  return dd_version_is_valid (value) ? NULL : _ ("a version or a date");
}

/* Which comparisons can hold at all for a question of @type. */
static gboolean
suits (const char *comparison, DdQuestionType type)
{
  if (g_str_equal (comparison, "greater"))
    return type == DD_QUESTION_INTEGER || type == DD_QUESTION_VERSION || type == DD_QUESTION_DATE;
  if (g_str_equal (comparison, "contains"))
    return type != DD_QUESTION_ACKNOWLEDGEMENT;
  return type != DD_QUESTION_TABLE;
}

static gboolean
check_comparison (const Scope *scope,
                  DdMarkupPlace place,
                  const DdCondition *condition,
                  const DdQuestion *question)
{
  const char *value = dd_condition_get_attribute (condition, "value");
  const char *expected;
  g_autofree char *found = NULL;

  if (value == NULL)
    return TRUE;
  if (!suits (condition->name, question->type))
    return dd_markup_refuse (scope->error, DD_MARKUP_ERROR_REFERENCE, place,
                             _ ("'%s' has the type %s, for which it never holds; expected another "
                                "question or comparison"),
                             question->id, dd_question_type_to_text (question->type));
  expected = g_str_equal (condition->name, "greater") ? check_greater (question, value)
                                                      : check_equals (question, value);
  if (expected == NULL)
    return TRUE;
  found = dd_markup_clip (value);
  return dd_markup_refuse (scope->error, DD_MARKUP_ERROR_ATTRIBUTE, place,
                           _ ("value is '%s', which '%s' cannot be; expected %s"), found,
                           question->id, expected);
}

static gboolean
check_leaf (const Scope *scope, const DdCondition *condition)
{
  DdMarkupPlace place = { scope->questionnaire->origin, condition->line, condition->name };
  const char *id = dd_condition_get_attribute (condition, "question");
  const DdQuestion *question;

  if (!dd_condition_check_operand (condition, scope->questionnaire->origin, scope->error))
    return FALSE;
  if (id == NULL)
    return TRUE;
  question = dd_questionnaire_find_question (scope->questionnaire, id);
  if (question == NULL)
    return dd_markup_refuse (scope->error, DD_MARKUP_ERROR_REFERENCE, place,
                             _ ("'%s' is no question of this file; expected an earlier one"), id);
  if (question->index >= scope->before)
    return dd_markup_refuse (
        scope->error, DD_MARKUP_ERROR_REFERENCE, place,
        _ ("'%s' is not asked before what depends on it; expected an earlier question"), id);
  return check_comparison (scope, place, condition, question);
}

/* Recursion goes no deeper than the parser lets elements lie. */
static gboolean
check_conditions (const Scope *scope, GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const DdCondition *condition = g_ptr_array_index (conditions, i);
      gboolean is_fine = condition->children->len > 0
                             ? check_conditions (scope, condition->children)
                             : check_leaf (scope, condition);

      if (!is_fine)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_section (Scope *scope, const DdSection *section)
{
  const DdQuestion *first = g_ptr_array_index (section->questions, 0);

  scope->before = first->index;
  if (!check_conditions (scope, section->when))
    return FALSE;
  for (guint i = 0; i < section->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (section->questions, i);

      scope->before = question->index;
      if (!check_conditions (scope, question->when))
        return FALSE;
    }
  return TRUE;
}

gboolean
dd_questionnaire_check_conditions (DdQuestionnaire *self, GError **error)
{
  Scope scope = { self, 0, error };

  for (guint i = 0; i < self->sections->len; i++)
    if (!check_section (&scope, g_ptr_array_index (self->sections, i)))
      return FALSE;
  return TRUE;
}
