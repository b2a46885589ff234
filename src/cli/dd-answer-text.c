/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-answer-text.h"

#include "form/dd-question-check.h"

#include <glib/gi18n-lib.h>

static DdAnswerValue *
read_list (const char *text)
{
  g_auto (GStrv) choices = g_strsplit (text, ",", -1);

  for (guint i = 0; choices[i] != NULL; i++)
    g_strstrip (choices[i]);
  return dd_answer_value_new_list ((const char *const *) choices);
}

static DdAnswerValue *
read_number (const char *text)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, -DD_ANSWER_MAX_INTEGER, DD_ANSWER_MAX_INTEGER, &number,
                                 NULL))
    return dd_answer_value_new_text (text);
  return dd_answer_value_new_integer (number);
}

/* What is no value of the type stays a text, which the question's own check refuses. */
static gboolean
read_value (const DdQuestion *question, const char *text, DdAnswerValue **value, GError **error)
{
  switch (question->type)
    {
    case DD_QUESTION_INTEGER:
      *value = read_number (text);
      break;
    case DD_QUESTION_CHOICES:
      *value = read_list (text);
      break;
    case DD_QUESTION_ACKNOWLEDGEMENT:
      *value =
          g_str_equal (text, "yes") ? dd_answer_value_new_true () : dd_answer_value_new_text (text);
      break;
    case DD_QUESTION_TABLE:
      return dd_answer_value_from_json (text, -1, value, error);
    default:
      *value = dd_answer_value_new_text (text);
    }
  return TRUE;
}

gboolean
dd_answer_text_read (const DdQuestion *question,
                     const char *text,
                     DdAnswerValue **value,
                     GError **error)
{
  g_autoptr (DdAnswerValue) read = NULL;
  g_autoptr (GError) reason = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  const char *message = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    message = _ ("Enter text in UTF-8.");
  else if (text[0] != '\0' && !read_value (question, text, &read, &reason))
    message = reason->message;
  else if (read != NULL)
    {
      issues = dd_question_check (question, read);
      if (issues->len > 0)
        message = ((const DdFormIssue *) g_ptr_array_index (issues, 0))->message;
    }
  if (message != NULL)
    {
      g_set_error (error, DD_ANSWER_ERROR, DD_ANSWER_ERROR_SHAPE, "%s: %s", question->id, message);
      return FALSE;
    }
  *value = g_steal_pointer (&read);
  return TRUE;
}
