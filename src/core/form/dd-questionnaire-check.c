/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Checks what only a whole question, or the whole of a questionnaire, shows. Each check is one
 * walk, with hash tables for ids; linear.
 */
#include "config.h"

#include "form/dd-question-check.h"
#include "form/dd-question-pattern.h"
#include "form/dd-questionnaire-private.h"
#include "form/dd-version.h"
#include "markup/dd-markup-error.h"
#include "time/dd-time-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const DdQuestionnaire *questionnaire;
  GError **error;
} Check;

static DdMarkupPlace
place_of (const Check *check, const DdQuestion *question)
{
  return (DdMarkupPlace){ check->questionnaire->origin, question->line,
                          question->table != NULL ? "column" : "question" };
}

static gboolean
refuse_attribute (const Check *check, int line, const char *element, const char *message)
{
  DdMarkupPlace place = { check->questionnaire->origin, line, element };

  return dd_markup_refuse (check->error, DD_MARKUP_ERROR_ATTRIBUTE, place, "%s", message);
}

/* --- what a type may have --- */

static gboolean
offers_choices (DdQuestionType type)
{
  return type == DD_QUESTION_CHOICE || type == DD_QUESTION_CHOICES;
}

static gboolean
has_text (DdQuestionType type)
{
  return type == DD_QUESTION_TEXT || type == DD_QUESTION_PARAGRAPH || type == DD_QUESTION_VERSION;
}

/* @n parts of a kind where @wanted says whether the type has such parts at all. */
static gboolean
check_parts (const Check *check,
             const DdQuestion *question,
             guint n,
             gboolean wanted,
             const char *element)
{
  const char *type = dd_question_type_to_text (question->type);

  if (n > 0 && !wanted)
    return dd_markup_refuse (check->error, DD_MARKUP_ERROR_ELEMENT, place_of (check, question),
                             _ ("its type is %s, but it has a <%s>; expected none"), type, element);
  if (n == 0 && wanted)
    return dd_markup_refuse (check->error, DD_MARKUP_ERROR_ELEMENT, place_of (check, question),
                             _ ("its type is %s, but it has no <%s>; expected some"), type,
                             element);
  return TRUE;
}

static gboolean
check_column_type (const Check *check, const DdQuestion *question)
{
  if (question->table == NULL
      || (question->type != DD_QUESTION_TABLE && question->type != DD_QUESTION_CHOICES
          && question->type != DD_QUESTION_ACKNOWLEDGEMENT))
    return TRUE;
  return dd_markup_refuse (check->error, DD_MARKUP_ERROR_ATTRIBUTE, place_of (check, question),
                           _ ("type is '%s'; expected one that fits into a cell: text, paragraph, "
                              "integer, version, date, choice, yes-no"),
                           dd_question_type_to_text (question->type));
}

static gboolean
check_kinds (const Check *check, const DdQuestion *question)
{
  if (!check_column_type (check, question)
      || !check_parts (check, question, question->choices->len, offers_choices (question->type),
                       "choice")
      || !check_parts (check, question, question->columns->len, question->type == DD_QUESTION_TABLE,
                       "column"))
    return FALSE;
  return question->patterns->len == 0
         || check_parts (check, question, question->patterns->len, has_text (question->type),
                         "pattern");
}

/* --- patterns --- */

static gboolean
check_patterns (const Check *check, const DdQuestion *question)
{
  for (guint i = 0; i < question->patterns->len; i++)
    {
      DdQuestionPattern *pattern = g_ptr_array_index (question->patterns, i);
      DdMarkupPlace place = { check->questionnaire->origin, pattern->line, "pattern" };
      g_autofree char *reason = NULL, *match = NULL;

      pattern->regex = dd_question_pattern_compile (pattern->match, &reason);
      if (pattern->regex != NULL)
        continue;
      match = dd_markup_clip (pattern->match);
      return dd_markup_refuse (
          check->error, DD_MARKUP_ERROR_ATTRIBUTE, place,
          _ ("match is '%s': %s; expected a pattern as questionnaire.rng has it"), match, reason);
    }
  return TRUE;
}

/* --- ranges --- */

static gboolean
read_number (const char *text, gint64 min, gint64 max, gint64 *number)
{
  return g_ascii_string_to_signed (text, 10, min, max, number, NULL);
}

/* What the ends of a range are. */
typedef enum
{
  RANGE_NONE,
  RANGE_NUMBER,
  RANGE_COUNT,
  RANGE_VERSION,
  RANGE_DATE,
} RangeKind;

static RangeKind
get_range_kind (DdQuestionType type)
{
  switch (type)
    {
    case DD_QUESTION_INTEGER:
      return RANGE_NUMBER;
    case DD_QUESTION_VERSION:
      return RANGE_VERSION;
    case DD_QUESTION_DATE:
      return RANGE_DATE;
    case DD_QUESTION_TEXT:
    case DD_QUESTION_PARAGRAPH:
    case DD_QUESTION_CHOICES:
    case DD_QUESTION_TABLE:
      return RANGE_COUNT;
    case DD_QUESTION_CHOICE:
    case DD_QUESTION_YES_NO:
    case DD_QUESTION_ACKNOWLEDGEMENT:
      break;
    }
  return RANGE_NONE;
}

static gboolean
is_range_end (RangeKind kind, const char *text)
{
  gint64 number;
  guint32 julian;

  switch (kind)
    {
    case RANGE_NUMBER:
      return read_number (text, -DD_ANSWER_MAX_INTEGER, DD_ANSWER_MAX_INTEGER, &number);
    case RANGE_COUNT:
      return read_number (text, 0, DD_FORM_MAX_TEXT, &number);
    case RANGE_VERSION:
      return dd_version_is_valid (text);
    case RANGE_DATE:
      return dd_time_text_read_date (&text, &julian) && *text == '\0';
    case RANGE_NONE:
      break;
    }
  return FALSE;
}

static gboolean
is_range_ordered (RangeKind kind, const char *min, const char *max)
{
  if (kind == RANGE_VERSION)
    return dd_version_compare (min, max) <= 0;
  if (kind == RANGE_DATE)
    return strcmp (min, max) <= 0;
  return g_ascii_strtoll (min, NULL, 10) <= g_ascii_strtoll (max, NULL, 10);
}

static const char *
get_range_expectation (RangeKind kind)
{
  switch (kind)
    {
    case RANGE_NUMBER:
      return _ ("a whole number");
    case RANGE_COUNT:
      return _ ("a whole number from 0 to 20000");
    case RANGE_VERSION:
      return _ ("a version (6.2)");
    case RANGE_DATE:
      return _ ("a date from 1970 to 2199 (2026-12-01)");
    case RANGE_NONE:
      break;
    }
  return NULL;
}

static gboolean
check_range_end (const Check *check,
                 const DdQuestionRange *range,
                 RangeKind kind,
                 const char *name,
                 const char *text)
{
  DdMarkupPlace place = { check->questionnaire->origin, range->line, "range" };
  g_autofree char *found = NULL;

  if (text == NULL || is_range_end (kind, text))
    return TRUE;
  found = dd_markup_clip (text);
  return dd_markup_refuse (check->error, DD_MARKUP_ERROR_ATTRIBUTE, place,
                           _ ("%s is '%s'; expected %s"), name, found,
                           get_range_expectation (kind));
}

static gboolean
check_range (const Check *check, const DdQuestion *question, const DdQuestionRange *range)
{
  RangeKind kind = get_range_kind (question->type);

  if (kind == RANGE_NONE)
    return refuse_attribute (check, range->line, "range",
                             _ ("its question has a type that has no range; expected none"));
  if (range->min == NULL && range->max == NULL)
    return refuse_attribute (check, range->line, "range",
                             _ ("it has neither min nor max; expected one or both"));
  if (!check_range_end (check, range, kind, "min", range->min)
      || !check_range_end (check, range, kind, "max", range->max))
    return FALSE;
  if (range->min != NULL && range->max != NULL && !is_range_ordered (kind, range->min, range->max))
    return refuse_attribute (check, range->line, "range",
                             _ ("max comes before min; expected the same or a greater one"));
  return TRUE;
}

static gboolean
check_ranges (const Check *check, const DdQuestion *question)
{
  for (guint i = 0; i < question->ranges->len; i++)
    if (!check_range (check, question, g_ptr_array_index (question->ranges, i)))
      return FALSE;
  return TRUE;
}

/* --- ids, and what they were --- */

/* Adds @id to what @names holds, each the id of @kind. */
static gboolean
claim (const Check *check,
       const DdQuestion *question,
       GHashTable *names,
       const char *kind,
       const char *id)
{
  if (g_hash_table_add (names, (char *) id))
    return TRUE;
  return dd_markup_refuse (check->error, DD_MARKUP_ERROR_REFERENCE, place_of (check, question),
                           _ ("%s '%s' is there twice, as it is or as it was; expected it once"),
                           kind, id);
}

static gboolean
claim_all (const Check *check,
           const DdQuestion *question,
           GHashTable *names,
           const char *kind,
           GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    if (!claim (check, question, names, kind, g_ptr_array_index (ids, i)))
      return FALSE;
  return TRUE;
}

static gboolean
check_choice_values (const Check *check, const DdQuestion *question)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < question->choices->len; i++)
    {
      const DdChoice *choice = g_ptr_array_index (question->choices, i);

      if (!claim (check, question, values, "choice", choice->value)
          || !claim_all (check, question, values, "choice", choice->was))
        return FALSE;
    }
  return TRUE;
}

/* The same for questions, and for the columns of one table. */
static gboolean
check_ids (const Check *check, GPtrArray *questions, const char *kind)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (questions, i);

      if (!claim (check, question, ids, kind, question->id)
          || !claim_all (check, question, ids, kind, question->was))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_question (const Check *check, const DdQuestion *question)
{
  if (!check_kinds (check, question) || !check_patterns (check, question)
      || !check_ranges (check, question) || !check_choice_values (check, question)
      || !check_ids (check, question->columns, "column"))
    return FALSE;
  for (guint i = 0; i < question->columns->len; i++)
    if (!check_question (check, g_ptr_array_index (question->columns, i)))
      return FALSE;
  return TRUE;
}

gboolean
dd_questionnaire_check (DdQuestionnaire *self, GError **error)
{
  Check check = { self, error };

  for (guint i = 0; i < self->questions->len; i++)
    if (!check_question (&check, g_ptr_array_index (self->questions, i)))
      return FALSE;
  return check_ids (&check, self->questions, "question")
         && dd_questionnaire_check_conditions (self, error);
}
