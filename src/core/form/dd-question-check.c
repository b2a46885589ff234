/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Whether answers suit their questions: first what every answer of a type is like, then what the
 * question itself says. The page that customers fill in does the same in JavaScript, with the same
 * messages.
 *
 * Linear in the answer. Nothing is allocated for what is right, so that a long table is checked
 * quickly.
 */
#include "config.h"

#include "form/dd-question-check.h"

#include "form/dd-version.h"
#include "time/dd-time-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- types: each returns what to say, translated, NULL when all is well --- */

static const char *
check_line (const char *text)
{
  if (strchr (text, '\n') != NULL)
    return _ ("Enter one line only.");
  if (g_utf8_strlen (text, -1) > DD_FORM_MAX_LINE)
    return _ ("Enter at most 1,000 characters.");
  return NULL;
}

static const char *
check_characters (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)) && *at != '\t' && *at != '\n')
      return _ ("Remove the control characters.");
  if (g_utf8_strlen (text, -1) > DD_FORM_MAX_TEXT)
    return _ ("Enter at most 20,000 characters.");
  return NULL;
}

static const char *
check_date (const char *text)
{
  guint32 julian;

  if (dd_time_text_read_date (&text, &julian) && *text == '\0')
    return NULL;
  return _ ("Enter a date as year, month and day, like 2026-12-01.");
}

static const char *
check_text (const DdQuestion *question, const char *text)
{
  const char *message = check_characters (text);

  if (message != NULL)
    return message;
  switch (question->type)
    {
    case DD_QUESTION_TEXT:
      return check_line (text);
    case DD_QUESTION_VERSION:
      return dd_version_is_valid (text) ? NULL : _ ("Enter a version, like 6.2 or 11.3.0.1.");
    case DD_QUESTION_DATE:
      return check_date (text);
    case DD_QUESTION_CHOICE:
      return dd_question_find_choice (question, text) != NULL ? NULL
                                                              : _ ("Choose one of the answers.");
    case DD_QUESTION_YES_NO:
      return g_str_equal (text, "yes") || g_str_equal (text, "no") ? NULL : _ ("Choose yes or no.");
    case DD_QUESTION_PARAGRAPH:
    case DD_QUESTION_INTEGER:
    case DD_QUESTION_CHOICES:
    case DD_QUESTION_TABLE:
    case DD_QUESTION_ACKNOWLEDGEMENT:
      break;
    }
  return NULL;
}

static const char *
refuse_shape (DdQuestionType type)
{
  switch (type)
    {
    case DD_QUESTION_INTEGER:
      return _ ("Enter a whole number.");
    case DD_QUESTION_CHOICES:
      return _ ("Choose from the answers.");
    case DD_QUESTION_TABLE:
      return _ ("Enter rows.");
    case DD_QUESTION_ACKNOWLEDGEMENT:
      return _ ("Agree, or leave it open.");
    case DD_QUESTION_TEXT:
    case DD_QUESTION_PARAGRAPH:
    case DD_QUESTION_VERSION:
    case DD_QUESTION_DATE:
    case DD_QUESTION_CHOICE:
    case DD_QUESTION_YES_NO:
      break;
    }
  return _ ("Enter a text.");
}

static const char *
check_choices (const DdQuestion *question, const DdAnswerValue *value)
{
  for (const char *const *text = dd_answer_value_get_list (value); *text != NULL; text++)
    if (dd_question_find_choice (question, *text) == NULL)
      return _ ("Choose from the answers.");
  return NULL;
}

/* --- what the question says --- */

static const char *
check_patterns (const DdQuestion *question, const char *text)
{
  for (guint i = 0; i < question->patterns->len; i++)
    {
      const DdQuestionPattern *pattern = g_ptr_array_index (question->patterns, i);

      if (!g_regex_match (pattern->regex, text, 0, NULL))
        return _ (pattern->message);
    }
  return NULL;
}

/* What of @value lies in ranges: the number itself, or how many of something it has. */
static gint64
get_quantity (const DdAnswerValue *value)
{
  switch (dd_answer_value_get_shape (value))
    {
    case DD_ANSWER_TEXT:
      return g_utf8_strlen (dd_answer_value_get_text (value), -1);
    case DD_ANSWER_INTEGER:
      return dd_answer_value_get_integer (value);
    case DD_ANSWER_LIST:
      return g_strv_length ((char **) dd_answer_value_get_list (value));
    case DD_ANSWER_TABLE:
      return dd_answer_value_get_n_rows (value);
    case DD_ANSWER_TRUE:
      break;
    }
  return 0;
}

/* How @value lies to the @end of a range: below, above or equal to 0. */
static int
compare_with_end (const DdQuestion *question, const DdAnswerValue *value, const char *end)
{
  gint64 quantity, limit;

  if (question->type == DD_QUESTION_VERSION)
    return dd_version_compare (dd_answer_value_get_text (value), end);
  if (question->type == DD_QUESTION_DATE)
    return strcmp (dd_answer_value_get_text (value), end);
  quantity = get_quantity (value);
  limit = g_ascii_strtoll (end, NULL, 10);
  return quantity < limit ? -1 : quantity > limit;
}

static const char *
check_ranges (const DdQuestion *question, const DdAnswerValue *value)
{
  for (guint i = 0; i < question->ranges->len; i++)
    {
      const DdQuestionRange *range = g_ptr_array_index (question->ranges, i);

      if ((range->min != NULL && compare_with_end (question, value, range->min) < 0)
          || (range->max != NULL && compare_with_end (question, value, range->max) > 0))
        return _ (range->message);
    }
  return NULL;
}

/* All of @value but a table's cells. */
static const char *
check_value (const DdQuestion *question, const DdAnswerValue *value)
{
  const char *text = dd_answer_value_get_text (value);
  const char *message = NULL;

  if (dd_answer_value_get_shape (value) != dd_question_type_get_shape (question->type))
    return refuse_shape (question->type);
  if (text != NULL)
    message = check_text (question, text);
  else if (question->type == DD_QUESTION_CHOICES)
    message = check_choices (question, value);
  if (message == NULL && text != NULL)
    message = check_patterns (question, text);
  return message != NULL ? message : check_ranges (question, value);
}

/* --- issues --- */

static void
issue_free (gpointer data)
{
  DdFormIssue *issue = data;

  g_free (issue->message);
  g_free (issue);
}

/* Takes @message. */
static DdFormIssue *
add_issue (GPtrArray *issues, const DdQuestion *question, DdIssueKind kind, char *message)
{
  DdFormIssue *issue = g_new0 (DdFormIssue, 1);

  issue->question = question->table != NULL ? question->table : question;
  issue->column = question->table != NULL ? question : NULL;
  issue->row = -1;
  issue->kind = kind;
  issue->severity = kind == DD_ISSUE_MISSING && question->required == DD_REQUIREMENT_SOFT
                        ? DD_SEVERITY_WARNING
                        : DD_SEVERITY_ERROR;
  issue->message = message;
  g_ptr_array_add (issues, issue);
  return issue;
}

static const char *
get_missing_message (const DdQuestion *question)
{
  if (question->required == DD_REQUIREMENT_SOFT)
    return _ ("This should be answered.");
  if (question->type == DD_QUESTION_ACKNOWLEDGEMENT)
    return _ ("This must be agreed with.");
  return _ ("This must be answered.");
}

static void
check_cell (GPtrArray *issues, const DdQuestion *column, const DdAnswerValue *cell, guint row)
{
  const char *message;

  if (cell == NULL && column->required == DD_REQUIREMENT_NO)
    return;
  message = cell == NULL ? get_missing_message (column) : check_value (column, cell);
  if (message != NULL)
    add_issue (issues, column, cell == NULL ? DD_ISSUE_MISSING : DD_ISSUE_INVALID,
               g_strdup (message))
        ->row = row;
}

/* Cells of columns that the table does not have (any more) would be lost without a word. */
static void
check_columns (GPtrArray *issues, const DdQuestion *question, const DdAnswerValue *value)
{
  g_autoptr (GPtrArray) columns = dd_answer_value_list_columns (value);

  for (guint i = 0; i < columns->len; i++)
    {
      const char *column = g_ptr_array_index (columns, i);

      if (dd_question_find_column (question, column) == NULL)
        add_issue (issues, question, DD_ISSUE_INVALID,
                   g_strdup_printf (_ ("It has cells for “%s”, which is no column."), column));
    }
}

static void
check_table (GPtrArray *issues, const DdQuestion *question, const DdAnswerValue *value)
{
  guint n = dd_answer_value_get_n_rows (value);

  check_columns (issues, question, value);
  for (guint row = 0; row < n; row++)
    for (guint i = 0; i < question->columns->len; i++)
      {
        const DdQuestion *column = g_ptr_array_index (question->columns, i);

        check_cell (issues, column, dd_answer_value_get_cell (value, row, column->id), row);
      }
}

GPtrArray *
dd_question_check (const DdQuestion *question, const DdAnswerValue *value)
{
  GPtrArray *issues = g_ptr_array_new_with_free_func (issue_free);
  const char *message;

  g_return_val_if_fail (question != NULL && question->table == NULL, issues);

  if (value == NULL)
    {
      if (question->required != DD_REQUIREMENT_NO)
        add_issue (issues, question, DD_ISSUE_MISSING, g_strdup (get_missing_message (question)));
      return issues;
    }
  message = check_value (question, value);
  if (message != NULL)
    add_issue (issues, question, DD_ISSUE_INVALID, g_strdup (message));
  if (question->type == DD_QUESTION_TABLE && dd_answer_value_get_shape (value) == DD_ANSWER_TABLE)
    check_table (issues, question, value);
  return issues;
}

char *
dd_question_check_cell (const DdQuestion *column, const DdAnswerValue *cell)
{
  g_return_val_if_fail (column != NULL && column->table != NULL, NULL);

  return cell == NULL ? NULL : g_strdup (check_value (column, cell));
}
