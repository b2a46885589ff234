/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any bytes as the JSON of an answer: refused with a message, or read so that what is written of it
 * reads as the same answer, and every question can be asked whether it suits it. */
#include "config.h"

#include "fuzz.h"

#include "form/dd-question-check.h"
#include "form/dd-questionnaire-parser.h"

#include <string.h>

#define QUESTION(type, parts)                                                                      \
  "<question id='" type "' type='" type "'><label>L</label>" parts "</question>"
#define CHOICES "<choice value='a'>A</choice><choice value='b'>B</choice>"

static const char all_types[] =
    "<questionnaire id='q' service='s' edition='1' title='T'><section id='s' title='S'>" QUESTION (
        "text",
        "<pattern match='[a-z]+' message='M'/><range max='9' message='M'/>")
        QUESTION ("paragraph", "") QUESTION ("integer", "<range min='0' message='M'/>")
            QUESTION ("version", "<range min='6.2' message='M'/>") QUESTION ("date", "")
                QUESTION ("choice", CHOICES) QUESTION ("choices", CHOICES) QUESTION ("yes-no", "")
                    QUESTION ("acknowledgement", "")
                        QUESTION ("table",
                                  "<column id='a' type='text' required='yes'><label>L</label>"
                                  "</column><column id='b' type='integer'><label>L</label>"
                                  "</column>") "</section></questionnaire>";

static DdQuestionnaire *
get_questionnaire (void)
{
  static DdQuestionnaire *questionnaire;

  if (questionnaire == NULL)
    questionnaire = dd_questionnaire_parse (all_types, -1, "fuzz", NULL);
  return questionnaire;
}

static void
check_message (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == DD_ANSWER_ERROR);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
ask_all (const DdAnswerValue *value)
{
  const DdQuestionnaire *questionnaire = get_questionnaire ();

  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (questionnaire->questions, i);
      g_autoptr (GPtrArray) issues = dd_question_check (question, value);
      g_autofree char *words = dd_question_describe (question, value);

      g_assert_true (g_utf8_validate (words, -1, NULL));
      for (guint j = 0; j < issues->len; j++)
        g_assert_nonnull (((const DdFormIssue *) g_ptr_array_index (issues, j))->message);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdAnswerValue) value = NULL, again = NULL;
  g_autofree char *written = NULL, *written_again = NULL;

  if (!dd_answer_value_from_json (size > 0 ? (const char *) data : "", size, &value, &error))
    {
      check_message (error);
      return 0;
    }
  written = dd_answer_value_to_json (value);
  g_assert_true (dd_answer_value_from_json (written, -1, &again, NULL));
  g_assert_true (dd_answer_value_equal (value, again));
  written_again = dd_answer_value_to_json (again);
  g_assert_cmpstr (written, ==, written_again);
  ask_all (value);
  return 0;
}
