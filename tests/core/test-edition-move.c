/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "form/dd-edition-move.h"
#include "form/dd-questionnaire-parser.h"

#include "form-fixture.h"
#include "random-form.h"
#include "seed.h"

#define OLD                                                                                        \
  "<question id='a' type='text'><label>A</label></question>"                                       \
  "<question id='b' type='text'><label>B</label></question>"

/* A question "q" of the new edition, and what becomes of the answer to one of the old. */
static const struct
{
  const char *name;
  const char *question; /* its attributes, and its parts after a "|" */
  const char *answers;
  const char *entries;
  const char *after;
} moves[] = {
  { "kept", "id='a' type='text'", "{'a':'x'}", "a kept", "{'a':'x'}" },
  { "renamed", "id='q' type='text' was='a'", "{'a':'x'}", "a mapped", "{'q':'x'}" },
  { "renamed-twice", "id='q' type='text' was='z a'", "{'a':'x'}", "a mapped", "{'q':'x'}" },
  { "dropped", "id='q' type='text'", "{'a':'x'}", "a dropped (This is not asked any more.)", "{}" },
  { "own-first", "id='b' type='text' was='a'", "{'a':'x','b':'y'}",
    "b kept, a dropped (“L” has an answer already.)", "{'b':'y'}" },
  { "first-of-two", "id='q' type='text' was='b a'", "{'a':'x','b':'y'}",
    "a mapped, b dropped (“L” has an answer already.)", "{'q':'x'}" },
  { "unknown-before", "id='q' type='text'", "{'q':'x'}", "q kept", "{'q':'x'}" },
  { "shorter", "id='a' type='text'|<range max='1' message='Short.'/>", "{'a':'xy'}",
    "a check (Short.)", "{'a':'xy'}" },
  { "choice-kept", "id='a' type='choice'|<choice value='x'>X</choice>", "{'a':'x'}", "a kept",
    "{'a':'x'}" },
  { "choice-renamed", "id='a' type='choice'|<choice value='y' was='x z'>Y</choice>", "{'a':'x'}",
    "a mapped", "{'a':'y'}" },
  { "choice-gone", "id='a' type='choice'|<choice value='y'>Y</choice>", "{'a':'x'}",
    "a check (Choose one of the answers.)", "{'a':'x'}" },
  { "choices-renamed",
    "id='a' type='choices'|<choice value='v' was='x'>V</choice><choice value='y'>Y</choice>",
    "{'a':['x','y']}", "a mapped", "{'a':['v','y']}" },
  { "choices-gone", "id='a' type='choices'|<choice value='y'>Y</choice>", "{'a':['x','y']}",
    "a check (Choose from the answers.)", "{'a':['x','y']}" },
  { "choice-to-choices", "id='a' type='choices'|<choice value='v' was='x'>V</choice>", "{'a':'x'}",
    "a mapped", "{'a':['v']}" },
  { "text-to-choices", "id='a' type='choices'|<choice value='v'>V</choice>", "{'a':'x'}",
    "a dropped (“L” takes another kind of answer.)", "{}" },
  { "choices-to-choice", "id='a' type='choice'|<choice value='x'>X</choice>", "{'a':['x']}",
    "a mapped", "{'a':'x'}" },
  { "many-to-choice", "id='a' type='choice'|<choice value='x'>X</choice>", "{'a':['x','y']}",
    "a dropped (“L” takes another kind of answer.)", "{}" },
  { "yes-no-to-choice", "id='a' type='choice'|<choice value='full' was='yes'>F</choice>",
    "{'a':'yes'}", "a mapped", "{'a':'full'}" },
  { "text-to-integer", "id='a' type='integer'", "{'a':'12'}", "a mapped", "{'a':12}" },
  { "words-to-integer", "id='a' type='integer'", "{'a':'many'}", "a check (Enter a whole number.)",
    "{'a':'many'}" },
  { "integer-to-text", "id='a' type='text'", "{'a':12}", "a mapped", "{'a':'12'}" },
  { "text-to-date", "id='a' type='date'", "{'a':'soon'}",
    "a check (Enter a date as year, month and day, like 2026-12-01.)", "{'a':'soon'}" },
  { "agreed-to-yes-no", "id='a' type='yes-no'", "{'a':true}", "a mapped", "{'a':'yes'}" },
  { "yes-to-agreed", "id='a' type='acknowledgement'", "{'a':'yes'}", "a mapped", "{'a':true}" },
  { "no-to-agreed", "id='a' type='acknowledgement'", "{'a':'no'}",
    "a dropped (“L” takes another kind of answer.)", "{}" },
  { "table-to-text", "id='a' type='text'", "{'a':[{'x':1}]}",
    "a dropped (“L” takes another kind of answer.)", "{}" },
  { "columns-renamed",
    "id='a' type='table'|<column id='y' type='text' was='x'><label>Y</label></column>",
    "{'a':[{'x':'1'},{'x':'2'}]}", "a mapped", "{'a':[{'y':'1'},{'y':'2'}]}" },
  { "column-own-first",
    "id='a' type='table'|<column id='y' type='text' was='x'><label>Y</label></column>",
    "{'a':[{'x':'1','y':'2'},{'x':'3'}]}", "a check (It has cells for “x”, which is no column.)",
    "{'a':[{'x':'1','y':'2'},{'y':'3'}]}" },
  { "column-first-of-two",
    "id='a' type='table'|<column id='y' type='text' was='x w'><label>Y</label></column>",
    "{'a':[{'w':'1','x':'2'}]}", "a check (It has cells for “w”, which is no column.)",
    "{'a':[{'w':'1','y':'2'}]}" },
  { "column-gone", "id='a' type='table'|<column id='y' type='text'><label>Y</label></column>",
    "{'a':[{'x':'1','y':'2'}]}", "a check (It has cells for “x”, which is no column.)",
    "{'a':[{'x':'1','y':'2'}]}" },
  { "column-type", "id='a' type='table'|<column id='x' type='integer'><label>X</label></column>",
    "{'a':[{'x':'1'},{'x':'one'}]}", "a check (Enter a whole number.)",
    "{'a':[{'x':1},{'x':'one'}]}" },
  { "column-choice",
    "id='a' type='table'|<column id='x' type='choice'><label>X</label>"
    "<choice value='n' was='o'>N</choice></column>",
    "{'a':[{'x':'o'}]}", "a mapped", "{'a':[{'x':'n'}]}" },
};

static const char *const outcomes[] = {
  [DD_MOVE_KEPT] = "kept",
  [DD_MOVE_MAPPED] = "mapped",
  [DD_MOVE_CHECK] = "check",
  [DD_MOVE_DROPPED] = "dropped",
};

static char *
describe (const DdEditionMove *move)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < move->entries->len; i++)
    {
      const DdEditionMoveEntry *entry = g_ptr_array_index (move->entries, i);

      g_string_append_printf (words, "%s%s %s", i > 0 ? ", " : "", entry->from,
                              outcomes[entry->outcome]);
      if (entry->reason != NULL)
        g_string_append_printf (words, " (%s)", entry->reason);
    }
  return g_string_free (words, FALSE);
}

static void
test_move (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (GStrv) parts = g_strsplit (moves[i].question, "|", 2);
  g_autofree char *xml = g_strdup_printf ("<question %s><label>L</label>%s</question>", parts[0],
                                          parts[1] != NULL ? parts[1] : "");
  g_autoptr (DdQuestionnaire) old = parse_questions (OLD), now = parse_questions (xml);
  g_autoptr (DdAnswers) answers = answers_of (moves[i].answers);
  g_autoptr (DdEditionMove) move = dd_edition_move_new (old, answers, now);
  g_autofree char *words = describe (move);

  g_assert_cmpstr (words, ==, moves[i].entries);
  assert_answers (move->answers, moves[i].after);
}

/* Without the old edition the order of ids decides. */
static void
test_without_old (void)
{
  g_autoptr (DdQuestionnaire) now =
      parse_questions ("<question id='q' type='text' was='b a'><label>L</label></question>");
  g_autoptr (DdAnswers) answers = answers_of ("{'b':'x','a':'y'}");
  g_autoptr (DdEditionMove) move = dd_edition_move_new (NULL, answers, now);

  assert_answers (move->answers, "{'q':'y'}");
  g_assert_cmpuint (dd_edition_move_count (move, DD_MOVE_MAPPED), ==, 1);
  g_assert_cmpuint (dd_edition_move_count (move, DD_MOVE_DROPPED), ==, 1);
  g_assert_cmpuint (dd_edition_move_count (move, DD_MOVE_KEPT), ==, 0);
}

/* --- nothing is lost, whatever the editions --- */

/* Every answer is one entry with its value; what is taken over says as much as before. */
static void
check_nothing_is_lost (const DdAnswers *answers, const DdEditionMove *move)
{
  g_autoptr (DdAnswers) seen = dd_answers_new ();
  guint n_taken = 0;

  for (guint i = 0; i < move->entries->len; i++)
    {
      const DdEditionMoveEntry *entry = g_ptr_array_index (move->entries, i);

      g_assert_null (dd_answers_get (seen, entry->from));
      dd_answers_set (seen, entry->from, entry->before);
      g_assert_cmpint (entry->outcome == DD_MOVE_DROPPED, ==, entry->question == NULL);
      g_assert_cmpint (entry->outcome == DD_MOVE_DROPPED, ==, entry->after == NULL);
      g_assert_cmpint (entry->outcome >= DD_MOVE_CHECK, ==, entry->reason != NULL);
      if (entry->question == NULL)
        continue;
      n_taken++;
      g_assert_true (dd_answer_value_equal (dd_answers_get (move->answers, entry->question->id),
                                            entry->after));
      g_assert_cmpuint (dd_answer_value_get_n_rows (entry->after), ==,
                        dd_answer_value_get_n_rows (entry->before));
    }
  g_assert_true (dd_answers_equal (seen, answers));
  g_assert_cmpuint (count_answers (move->answers), ==, n_taken);
}

static void
check_random (GRand *rand)
{
  g_autofree char *old_xml = random_form_xml (rand), *new_xml = random_form_xml (rand);
  g_autoptr (DdQuestionnaire) old = dd_questionnaire_parse (old_xml, -1, "old", NULL);
  g_autoptr (DdQuestionnaire) now = dd_questionnaire_parse (new_xml, -1, "new", NULL);
  g_autoptr (DdAnswers) answers = random_form_answers (rand, old);
  g_autoptr (DdEditionMove) move = dd_edition_move_new (old, answers, now);
  g_autoptr (DdEditionMove) nowhere = dd_edition_move_new (old, answers, old);

  check_nothing_is_lost (answers, move);
  check_nothing_is_lost (answers, nowhere);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed_get ());

  for (int i = 0; i < 300; i++)
    check_random (rand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strdup_printf ("/edition-move/move/%s", moves[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_move);
    }
  g_test_add_func ("/edition-move/without-old", test_without_old);
  g_test_add_func ("/edition-move/random", test_random);

  return g_test_run ();
}
