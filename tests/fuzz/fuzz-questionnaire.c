/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any bytes as a questionnaire: refused with a message that keeps its promises, or read so that a
 * form can be made of it, answers move to it and back, and its patterns end soon. */
#include "config.h"

#include "fuzz.h"

#include "form/dd-edition-move.h"
#include "form/dd-form.h"
#include "form/dd-questionnaire-parser.h"
#include "form-fixture.h"
#include "random-form.h"

#include <string.h>

static void
check_message (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == DD_MARKUP_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "fuzz:"));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* Near misses, of the letters that patterns are mostly about. */
static void
match_patterns (const DdQuestion *question)
{
  g_autofree char *letters = g_strnfill (1000, 'a'), *digits = g_strnfill (1000, '1');

  letters[999] = digits[999] = '!';
  for (guint i = 0; i < question->patterns->len; i++)
    {
      const DdQuestionPattern *pattern = g_ptr_array_index (question->patterns, i);

      g_regex_match (pattern->regex, letters, 0, NULL);
      g_regex_match (pattern->regex, digits, 0, NULL);
    }
}

/* What is visible does not depend on how it came to be. */
static void
check_form (DdQuestionnaire *questionnaire, DdForm *form)
{
  g_autoptr (DdForm) fresh = dd_form_new (questionnaire, dd_form_get_answers (form), NULL);
  g_autoptr (GPtrArray) issues = dd_form_list_issues (form);

  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (questionnaire->questions, i);

      g_assert_cmpuint (question->index, ==, i);
      g_assert_true (dd_questionnaire_find_question (questionnaire, question->id) == question);
      g_assert_cmpint (dd_form_is_visible (form, question), ==,
                       dd_form_is_visible (fresh, question));
    }
}

static void
fill (DdQuestionnaire *questionnaire)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (questionnaire->questions->len);
  g_autoptr (DdForm) form = dd_form_new (questionnaire, NULL, NULL);
  g_autoptr (DdEditionMove) move = NULL;

  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (questionnaire->questions, i);
      g_autoptr (DdAnswerValue) value = random_form_value (rand, question);
      g_autofree char *words = dd_question_describe (question, value);

      g_assert_true (g_utf8_validate (words, -1, NULL));
      dd_form_set_answer (form, question->id, value);
      match_patterns (question);
    }
  check_form (questionnaire, form);
  move = dd_edition_move_new (questionnaire, dd_form_get_answers (form), questionnaire);
  g_assert_cmpuint (move->entries->len, ==, count_answers (dd_form_get_answers (form)));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdQuestionnaire) questionnaire = NULL;

  questionnaire =
      dd_questionnaire_parse (size > 0 ? (const char *) data : "", size, "fuzz", &error);
  if (questionnaire == NULL)
    check_message (error);
  else
    fill (questionnaire);
  return 0;
}
