/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A questionnaire of 300 questions, each with a condition, and a table of 1,000 rows: what reading
 * it takes, opening it with all answers, and one key typed into a line, into a question that others
 * depend on, and into the table.
 */
#include "config.h"

#include "bench-clock.h"
#include "form/dd-form.h"
#include "form/dd-questionnaire-parser.h"

#define TRIES       5
#define KEYS        100
#define N_SECTIONS  10
#define N_QUESTIONS 30
#define N_ROWS      1000

typedef struct
{
  GString *xml;                   /* (owned) */
  DdQuestionnaire *questionnaire; /* (owned) */
  DdAnswers *answers;             /* (owned) */
  DdForm *form;                   /* (owned) */
  const char *question;           /* that is typed into */
  DdAnswerValue *values[2];       /* (owned): what it gets in turn */
} Bench;

/* Every third is of one kind; each asks for the first of its section and for the one before it. */
static void
write_question (GString *xml, int section, int number)
{
  static const char *const types[] = { "text", "integer", "version" };
  const char *type = number == 0 ? "yes-no" : types[number % 3];

  g_string_append_printf (xml,
                          "<question id='q%d-%d' type='%s' required='yes'><label>What?</label>",
                          section, number, type);
  if (number % 3 == 0 && number > 0)
    g_string_append (xml, "<pattern match='[a-z]+(\\.[a-z]+)*' message='A host.'/>");
  if (number > 0)
    g_string_append_printf (xml,
                            "<when><equals question='q%d-0' value='yes'/>"
                            "<any><answered question='q%d-%d'/><fact name='f'/></any></when>",
                            section, section, number - 1);
  g_string_append (xml, "</question>");
}

static void
write_table (GString *xml)
{
  g_string_append (xml, "<section id='table' title='Table'>"
                        "<question id='table' type='table'><label>Components</label>");
  for (int i = 0; i < 6; i++)
    g_string_append_printf (xml,
                            "<column id='c%d' type='%s' required='yes'><label>C</label>%s</column>",
                            i, i == 5 ? "integer" : "text",
                            i == 5 ? "<range min='0' message='More.'/>"
                                   : "<pattern match='[a-z]+(\\.[a-z]+)*' message='Letters.'/>");
  g_string_append (xml, "</question></section>");
}

static DdAnswerValue *
make_table (const char *first)
{
  DdAnswerTable *table = dd_answer_table_new ();
  g_autoptr (DdAnswerValue) text = dd_answer_value_new_text ("component.of.ours");
  g_autoptr (DdAnswerValue) number = dd_answer_value_new_integer (120);
  g_autoptr (DdAnswerValue) typed = dd_answer_value_new_text (first);

  for (int row = 0; row < N_ROWS; row++)
    {
      dd_answer_table_add_row (table);
      dd_answer_table_set_cell (table, "c0", row == 0 ? typed : text);
      for (int i = 1; i < 5; i++)
        {
          g_autofree char *column = g_strdup_printf ("c%d", i);

          dd_answer_table_set_cell (table, column, text);
        }
      dd_answer_table_set_cell (table, "c5", number);
    }
  return dd_answer_table_end (table);
}

static void
answer_all (Bench *self)
{
  g_autoptr (DdAnswerValue) table = make_table ("first");

  for (guint i = 0; i < self->questionnaire->questions->len; i++)
    {
      const DdQuestion *question = g_ptr_array_index (self->questionnaire->questions, i);
      g_autoptr (DdAnswerValue) value = NULL;

      if (question->type == DD_QUESTION_INTEGER)
        value = dd_answer_value_new_integer (i);
      else
        value = dd_answer_value_new_text (question->type == DD_QUESTION_YES_NO    ? "yes"
                                          : question->type == DD_QUESTION_VERSION ? "6.2 SP1"
                                                                                  : "host.example");
      dd_answers_set (self->answers, question->id, value);
    }
  dd_answers_set (self->answers, "table", table);
}

static void
parse (gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdQuestionnaire) questionnaire = NULL;

  questionnaire = dd_questionnaire_parse (self->xml->str, self->xml->len, "bench", &error);
  bench_stop_on_error (error);
}

static void
open_form (gpointer data)
{
  Bench *self = data;
  g_autoptr (DdForm) form = dd_form_new (self->questionnaire, self->answers, NULL);
}

/* What a window asks for after each key. */
static void
type_keys (gpointer data)
{
  Bench *self = data;

  for (int i = 0; i < KEYS; i++)
    {
      g_autoptr (GPtrArray) issues = NULL;

      dd_form_set_answer (self->form, self->question, self->values[i % 2]);
      dd_form_get_progress (self->form, NULL);
      issues = dd_form_list_issues (self->form);
    }
}

static void
report_keys (Bench *self,
             const char *what,
             const char *question,
             DdAnswerValue *first,
             DdAnswerValue *second)
{
  self->question = question;
  self->values[0] = first;
  self->values[1] = second;
  g_print ("%-44s %8.3f ms\n", what, bench_best_milliseconds (type_keys, self, TRIES) / KEYS);
  dd_answer_value_unref (first);
  dd_answer_value_unref (second);
}

int
main (void)
{
  Bench self = { g_string_new (NULL) };

  g_string_append (self.xml, "<questionnaire id='b' service='s' edition='1' title='Bench'>");
  for (int i = 0; i < N_SECTIONS; i++)
    {
      g_string_append_printf (self.xml, "<section id='s%d' title='Section'>", i);
      for (int j = 0; j < N_QUESTIONS; j++)
        write_question (self.xml, i, j);
      g_string_append (self.xml, "</section>");
    }
  write_table (self.xml);
  g_string_append (self.xml, "</questionnaire>");
  self.questionnaire = dd_questionnaire_parse (self.xml->str, self.xml->len, "bench", NULL);
  self.answers = dd_answers_new ();
  answer_all (&self);
  self.form = dd_form_new (self.questionnaire, self.answers, NULL);

  g_print ("%u questions, a table of %d rows\n", self.questionnaire->questions->len, N_ROWS);
  g_print ("%-44s %8.3f ms\n", "read", bench_best_milliseconds (parse, &self, TRIES));
  g_print ("%-44s %8.3f ms\n", "open with all answers",
           bench_best_milliseconds (open_form, &self, TRIES));
  report_keys (&self, "one key in a line", "q5-3", dd_answer_value_new_text ("a"),
               dd_answer_value_new_text ("ab"));
  report_keys (&self, "one key that shows and hides 29 questions", "q5-0",
               dd_answer_value_new_text ("no"), dd_answer_value_new_text ("yes"));
  report_keys (&self, "one key in the table", "table", make_table ("a"), make_table ("ab"));

  dd_form_free (self.form);
  dd_answers_free (self.answers);
  dd_questionnaire_unref (self.questionnaire);
  g_string_free (self.xml, TRUE);
  return 0;
}
