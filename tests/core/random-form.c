/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "random-form.h"

#define N_SECTIONS  3
#define N_QUESTIONS 5 /* in a section */
#define MAX_DEPTH   3

static const char *const types[] = {
  "text",   "paragraph", "integer", "version", "date",
  "choice", "choices",   "yes-no",  "table",   "acknowledgement"
};
static const char *const texts[] = {
  "a",         "ab",        "a\xc3\xa4\xf0\x9f\x9a\xa2",
  "b c",       "5",         "6.2",
  "yes",       "</script>", "x\ny",
  "A",         "a\tb",      "a\x01",
  "a\xc2\x85", "\xc2\xa0",
};
static const char *const numbers[] = { "-3", "0", "5", "10", "007", "9007199254740991" };
static const char *const versions[] = { "5",    "6.2",     "6.2.0", "6.2 SP1",
                                        "6.10", "10-beta", "06.2",  "6.2a" };
static const char *const dates[] = { "1999-12-31", "2026-02-28", "2026-12-01", "2027-01-01" };
static const char *const wrong_dates[] = { "1969-12-31", "2200-01-01", "2026-02-29", "2026-2-1" };
static const char *const choices[] = { "red", "green", "blue" };
static const char *const requirements[] = { "no", "soft", "yes" };

#define PICK(rand, array) ((array)[g_rand_int_range (rand, 0, G_N_ELEMENTS (array))])

/* Whether something happens that does @percent times of a hundred. */
static gboolean
happens (GRand *rand, int percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

/* --- questionnaires --- */

typedef struct
{
  GRand *rand;
  GString *xml;
  GPtrArray *types; /* (element-type utf8): of the questions so far; "q0" is the first */
} Writer;

static void
write_conditions (Writer *self, int depth);

/* A value that a condition may ask a question of @type for; what "greater" takes if @ordered. */
static const char *
pick_value (GRand *rand, const char *type, gboolean ordered)
{
  if (g_str_equal (type, "integer"))
    return ordered ? PICK (rand, numbers) : "5";
  if (g_str_equal (type, "version"))
    return PICK (rand, versions);
  if (g_str_equal (type, "date"))
    return PICK (rand, dates);
  if (g_str_equal (type, "choice") || g_str_equal (type, "choices"))
    return PICK (rand, choices);
  if (g_str_equal (type, "yes-no"))
    return happens (rand, 50) ? "yes" : "no";
  if (g_str_equal (type, "acknowledgement"))
    return "yes";
  return happens (rand, 50) ? "a" : "b c";
}

static void
write_leaf (Writer *self, const char *operand, const char *id, const char *type)
{
  gboolean ordered =
      g_str_equal (type, "integer") || g_str_equal (type, "version") || g_str_equal (type, "date");
  const char *comparison = happens (self->rand, 60) ? "equals" : "contains";

  if (ordered && happens (self->rand, 50))
    comparison = "greater";
  if (g_str_equal (type, "table"))
    comparison = "contains";
  if (g_str_equal (type, "acknowledgement"))
    comparison = "equals";
  if (happens (self->rand, 20))
    g_string_append_printf (self->xml, "<answered %s='%s'/>", operand, id);
  else
    {
      const char *value = pick_value (self->rand, type, g_str_equal (comparison, "greater"));

      /* A whole number that is too long is no number to the parser. */
      if (g_str_equal (value, "9007199254740991"))
        value = "10";
      g_string_append_printf (self->xml, "<%s %s='%s' value='%s'/>", comparison, operand, id,
                              value);
    }
}

static void
write_operand (Writer *self)
{
  g_autofree char *id = NULL;
  int at;

  if (happens (self->rand, 10))
    write_leaf (self, "field", "current-version", "version");
  else if (happens (self->rand, 10))
    write_leaf (self, "fact", "tests", "text");
  else if (happens (self->rand, 5))
    g_string_append (self->xml, "<fact name='insisted'/>");
  else
    {
      at = g_rand_int_range (self->rand, 0, self->types->len);
      id = g_strdup_printf ("q%d", at);
      write_leaf (self, "question", id, g_ptr_array_index (self->types, at));
    }
}

static void
write_condition (Writer *self, int depth)
{
  static const char *const groups[] = { "all", "any", "not" };
  const char *group = PICK (self->rand, groups);

  if (depth == MAX_DEPTH || happens (self->rand, 55))
    {
      write_operand (self);
      return;
    }
  g_string_append_printf (self->xml, "<%s>", group);
  write_conditions (self, depth + 1);
  g_string_append_printf (self->xml, "</%s>", group);
}

static void
write_conditions (Writer *self, int depth)
{
  int n = g_rand_int_range (self->rand, 1, 4);

  for (int i = 0; i < n; i++)
    write_condition (self, depth);
}

static void
write_whens (Writer *self)
{
  int n = g_rand_int_range (self->rand, 1, 3);

  for (int i = 0; i < n && self->types->len > 0; i++)
    {
      g_string_append (self->xml, "<when>");
      write_conditions (self, 0);
      g_string_append (self->xml, "</when>");
    }
}

/* What a question or a column of @type has in it beside its label. */
static void
write_parts (Writer *self, const char *type)
{
  if (g_str_equal (type, "choice") || g_str_equal (type, "choices"))
    for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
      g_string_append_printf (self->xml, "<choice value='%s'>The %s one</choice>", choices[i],
                              choices[i]);
  if (g_str_equal (type, "text") && happens (self->rand, 50))
    g_string_append (self->xml, "<pattern match='[a-z\xc3\xa4\xf0\x9f\x9a\xa2]+( [a-z]+)*'"
                                " message='Small letters.'/>"
                                "<range min='2' max='3' message='Two or three.'/>");
  if (g_str_equal (type, "integer") && happens (self->rand, 50))
    g_string_append (self->xml, "<range min='0' max='9' message='One digit.'/>");
  if (g_str_equal (type, "version") && happens (self->rand, 50))
    g_string_append (self->xml, "<range min='6.2' message='From 6.2 on.'/>");
  if (g_str_equal (type, "date") && happens (self->rand, 50))
    g_string_append (self->xml, "<range max='2026-12-01' message='Not so late.'/>");
  if ((g_str_equal (type, "choices") || g_str_equal (type, "table")) && happens (self->rand, 50))
    g_string_append (self->xml, "<range min='2' message='At least two.'/>");
}

static void
write_columns (Writer *self)
{
  static const char *const column_types[] = { "text", "integer", "date", "choice", "yes-no" };

  for (int i = 0; i < 3; i++)
    {
      const char *type = PICK (self->rand, column_types);

      g_string_append_printf (self->xml,
                              "<column id='c%d' type='%s' required='%s'><label>Column</label>", i,
                              type, PICK (self->rand, requirements));
      write_parts (self, type);
      g_string_append (self->xml, "</column>");
    }
}

static void
write_question (Writer *self)
{
  const char *type = PICK (self->rand, types);

  g_string_append_printf (self->xml,
                          "<question id='q%u' type='%s' required='%s'><label>Question</label>",
                          self->types->len, type, PICK (self->rand, requirements));
  write_parts (self, type);
  if (g_str_equal (type, "table"))
    write_columns (self);
  if (happens (self->rand, 60))
    write_whens (self);
  g_string_append (self->xml, "</question>\n");
  g_ptr_array_add (self->types, (char *) type);
}

char *
random_form_xml (GRand *rand)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new ();
  Writer self = { rand, g_string_new (NULL), written };

  g_string_append (self.xml,
                   "<questionnaire id='random' service='s' edition='1' title='Random'>\n");
  for (int i = 0; i < N_SECTIONS; i++)
    {
      g_string_append_printf (self.xml, "<section id='s%d' title='Section'>", i);
      if (happens (rand, 40))
        write_whens (&self);
      g_string_append_c (self.xml, '\n');
      for (int j = 0; j < N_QUESTIONS; j++)
        write_question (&self);
      g_string_append (self.xml, "</section>\n");
    }
  g_string_append (self.xml, "</questionnaire>\n");
  return g_string_free (self.xml, FALSE);
}

/* --- answers --- */

static DdAnswerValue *
random_list (GRand *rand)
{
  const char *taken[4] = { NULL };
  guint n = g_rand_int_range (rand, 0, 3);

  for (guint i = 0; i < n; i++)
    taken[i] = PICK (rand, choices);
  if (happens (rand, 5))
    taken[n] = "black";
  return dd_answer_value_new_list (taken);
}

static DdAnswerValue *
random_table (GRand *rand, const DdQuestion *question)
{
  DdAnswerTable *table = dd_answer_table_new ();
  int n = g_rand_int_range (rand, 0, 4);

  for (int row = 0; row < n; row++)
    {
      dd_answer_table_add_row (table);
      for (guint i = 0; i < question->columns->len; i++)
        {
          const DdQuestion *column = g_ptr_array_index (question->columns, i);
          g_autoptr (DdAnswerValue) cell = random_form_value (rand, column);

          if (happens (rand, 80))
            dd_answer_table_set_cell (table, column->id, cell);
        }
    }
  return dd_answer_table_end (table);
}

static DdAnswerValue *
random_integer (GRand *rand)
{
  return dd_answer_value_new_integer (g_ascii_strtoll (PICK (rand, numbers), NULL, 10));
}

DdAnswerValue *
random_form_value (GRand *rand, const DdQuestion *question)
{
  if (happens (rand, 5))
    return happens (rand, 50) ? random_integer (rand)
                              : dd_answer_value_new_text (PICK (rand, texts));
  switch (question->type)
    {
    case DD_QUESTION_INTEGER:
      return random_integer (rand);
    case DD_QUESTION_VERSION:
      return dd_answer_value_new_text (PICK (rand, versions));
    case DD_QUESTION_DATE:
      return dd_answer_value_new_text (happens (rand, 10) ? PICK (rand, wrong_dates)
                                                          : PICK (rand, dates));
    case DD_QUESTION_CHOICE:
      return dd_answer_value_new_text (PICK (rand, choices));
    case DD_QUESTION_CHOICES:
      return random_list (rand);
    case DD_QUESTION_YES_NO:
      return dd_answer_value_new_text (happens (rand, 50) ? "yes" : "no");
    case DD_QUESTION_TABLE:
      return random_table (rand, question);
    case DD_QUESTION_ACKNOWLEDGEMENT:
      return dd_answer_value_new_true ();
    case DD_QUESTION_TEXT:
    case DD_QUESTION_PARAGRAPH:
      break;
    }
  return dd_answer_value_new_text (PICK (rand, texts));
}

DdAnswers *
random_form_answers (GRand *rand, const DdQuestionnaire *questionnaire)
{
  DdAnswers *answers = dd_answers_new ();
  g_autoptr (DdAnswerValue) stray = dd_answer_value_new_text ("stray");

  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (questionnaire->questions, i);
      g_autoptr (DdAnswerValue) value = random_form_value (rand, question);

      if (happens (rand, 75))
        dd_answers_set (answers, question->id, value);
    }
  dd_answers_set (answers, "no-question", stray);
  return answers;
}

DdFacts *
random_form_facts (GRand *rand)
{
  DdFacts *facts = dd_facts_new ();

  if (happens (rand, 70))
    dd_facts_set_field (facts, "current-version", PICK (rand, versions));
  if (happens (rand, 70))
    dd_facts_set_fact (facts, "tests", PICK (rand, texts));
  if (happens (rand, 30))
    dd_facts_set_fact (facts, "insisted", "yes");
  return facts;
}
