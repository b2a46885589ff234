/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What the questionnaires that ship ask: their sections, that a simple site is asked less than one
 * where everything is there, that each can be completed, what they refuse, and that they ask for no
 * password. How they fit their services is test-shipped-questionnaires.c's.
 */

#include "config.h"

#include "dd-bundle.h"
#include "form/dd-form.h"
#include "form/dd-questionnaire-parser.h"

#include <string.h>

/* What a questionnaire must have. */
typedef struct
{
  const char *service;
  const char *sections;
  guint n_simple;  /* questions that a site of the simplest kind is asked */
  guint n_complex; /* and one where everything is there */
} Expected;

static const Expected expected[] = {
  { "cx-process",
    "contacts environment installation database topology custom integrations access backup tests "
    "others",
    47, 65 },
  { "messenger",
    "contacts environment installation database topology custom integrations access backup tests "
    "others",
    52, 69 },
};

static DdQuestionnaire *
load (const char *service)
{
  g_autofree char *path = g_strdup_printf ("questionnaires/%s.xml", service);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dd_bundle_read (path, &error);
  DdQuestionnaire *questionnaire;
  gsize size;
  const char *text;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &size);
  questionnaire = dd_questionnaire_parse (text, (gssize) size, path, &error);
  g_assert_no_error (error);
  return questionnaire;
}

static void
test_parts (gconstpointer data)
{
  const Expected *row = data;
  g_autoptr (DdQuestionnaire) questionnaire = load (row->service);
  g_autoptr (GString) sections = g_string_new (NULL);

  g_assert_cmpstr (questionnaire->service, ==, row->service);
  for (guint i = 0; i < questionnaire->sections->len; i++)
    g_string_append_printf (sections, "%s%s", i > 0 ? " " : "",
                            ((DdSection *) questionnaire->sections->pdata[i])->id);
  g_assert_cmpstr (sections->str, ==, row->sections);
}

/* What decides about exclusions is asked of everybody. */
static void
test_exclusions (gconstpointer data)
{
  const char *const decisive[] = { "access", "other-environments", "custom-components" };
  const Expected *row = data;
  g_autoptr (DdQuestionnaire) questionnaire = load (row->service);

  for (guint i = 0; i < G_N_ELEMENTS (decisive); i++)
    {
      const DdQuestion *question = dd_questionnaire_find_question (questionnaire, decisive[i]);

      g_assert_cmpint (question->required, ==, DD_REQUIREMENT_YES);
      g_assert_cmpuint (question->when->len + question->section->when->len, ==, 0);
    }
}

/* --- Filling --- */

/* Answers that a pattern would refuse otherwise. */
static const char *const patterned[][2] = {
  { "technical-contact-email", "kim@customer.example" },
  { "technical-contact-phone", "+49 (30) 1234-567" },
  { "installation-folder", "C:\\Program Files\\Product" },
  { "primary-host", "staging01.customer.example:1234" },
};

static const char *
get_text (const DdQuestion *question)
{
  for (guint i = 0; i < G_N_ELEMENTS (patterned); i++)
    if (strcmp (patterned[i][0], question->id) == 0)
      return patterned[i][1];
  return "Something";
}

static DdAnswerValue *
make_cell (const DdQuestion *question, gboolean simple);

/* One row, with what is required. */
static DdAnswerValue *
make_table (const DdQuestion *question, gboolean simple)
{
  DdAnswerTable *table = dd_answer_table_new ();

  dd_answer_table_add_row (table);
  for (guint i = 0; i < question->columns->len; i++)
    {
      const DdQuestion *column = question->columns->pdata[i];
      g_autoptr (DdAnswerValue) cell = make_cell (column, simple);

      dd_answer_table_set_cell (table, column->id, cell);
    }
  return dd_answer_table_end (table);
}

static gint64
get_number (const DdQuestion *question, gboolean simple)
{
  const DdQuestionRange *range = question->ranges->len > 0 ? question->ranges->pdata[0] : NULL;
  const char *bound = range == NULL ? "5" : simple ? range->min : range->max;

  return g_ascii_strtoll (bound, NULL, 10);
}

/* The first choice of a simple site, the last but "none" of a complex one. */
static const char *
get_choice (const DdQuestion *question, gboolean simple)
{
  guint last = question->choices->len - 1;
  const DdChoice *choice;

  if (!simple && strcmp (((DdChoice *) question->choices->pdata[last])->value, "none") == 0)
    last--;
  choice = question->choices->pdata[simple ? 0 : last];
  return !simple && strcmp (question->id, "access") == 0 ? "later" : choice->value;
}

static DdAnswerValue *
make_cell (const DdQuestion *question, gboolean simple)
{
  const char *choices[] = { NULL, NULL };

  switch (question->type)
    {
    case DD_QUESTION_TEXT:
    case DD_QUESTION_PARAGRAPH:
      return dd_answer_value_new_text (get_text (question));
    case DD_QUESTION_INTEGER:
      return dd_answer_value_new_integer (get_number (question, simple));
    case DD_QUESTION_VERSION:
      return dd_answer_value_new_text ("9.1 SP2");
    case DD_QUESTION_DATE:
      return dd_answer_value_new_text ("2026-12-01");
    case DD_QUESTION_CHOICE:
      return dd_answer_value_new_text (get_choice (question, simple));
    case DD_QUESTION_CHOICES:
      choices[0] = get_choice (question, simple);
      return dd_answer_value_new_list (choices);
    case DD_QUESTION_YES_NO:
      return dd_answer_value_new_text (simple ? "no" : "yes");
    case DD_QUESTION_TABLE:
      return make_table (question, simple);
    case DD_QUESTION_ACKNOWLEDGEMENT:
      return dd_answer_value_new_true ();
    }
  g_assert_not_reached ();
}

/* Answers all that is asked, question by question, as conditions open more.
 * Returns: how many are asked in the end */
static guint
fill (DdQuestionnaire *questionnaire, gboolean simple)
{
  g_autoptr (DdAnswers) none = dd_answers_new ();
  g_autoptr (DdForm) form = dd_form_new (questionnaire, none, NULL);

  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const DdQuestion *question = questionnaire->questions->pdata[i];
      g_autoptr (DdAnswerValue) value = make_cell (question, simple);

      g_assert_false (dd_form_is_complete (form));
      if (!dd_form_is_visible (form, question))
        continue;
      dd_form_set_answer (form, question->id, value);
      if (dd_form_get_issues (form, question)->len > 0)
        g_error ("%s: %s", question->id,
                 ((DdFormIssue *) dd_form_get_issues (form, question)->pdata[0])->message);
    }
  g_assert_true (dd_form_is_complete (form));
  return dd_form_get_progress (form, NULL).n_visible;
}

static void
test_filled (gconstpointer data)
{
  const Expected *row = data;
  g_autoptr (DdQuestionnaire) questionnaire = load (row->service);

  g_assert_cmpuint (fill (questionnaire, TRUE), ==, row->n_simple);
  g_assert_cmpuint (fill (questionnaire, FALSE), ==, row->n_complex);
}

/* --- Messages and passwords --- */

static const struct
{
  const char *question;
  const char *text;
  gboolean suits;
} patterns[] = {
  { "technical-contact-email", "kim", FALSE },
  { "technical-contact-email", "kim@customer", FALSE },
  { "technical-contact-email", "kim lee@customer.example", FALSE },
  { "technical-contact-phone", "030/1234", TRUE },
  { "technical-contact-phone", "call me", FALSE },
  { "installation-folder", "/opt/product", TRUE },
  { "installation-folder", "\\\\server\\share", TRUE },
  { "installation-folder", "product", FALSE },
  { "installation-folder", "C:", FALSE },
};

static void
test_patterns (gconstpointer data)
{
  const Expected *row = data;
  g_autoptr (DdQuestionnaire) questionnaire = load (row->service);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      const DdQuestion *question =
          dd_questionnaire_find_question (questionnaire, patterns[i].question);
      g_autoptr (DdAnswerValue) value = dd_answer_value_new_text (patterns[i].text);
      g_autoptr (GPtrArray) issues = dd_question_check (question, value);

      g_test_message ("%s: %s", patterns[i].question, patterns[i].text);
      g_assert_cmpuint (issues->len, ==, patterns[i].suits ? 0 : 1);
    }
}

/* Nothing asks for a password; the one column that names it asks where it is kept. */
static void
check_label (const DdQuestion *question)
{
  g_autofree char *label = g_utf8_casefold (question->label, -1);

  if (strstr (label, "password") != NULL)
    g_assert_true (strcmp (question->label, "Where the password is kept") == 0
                   || strcmp (question->id, "no-passwords") == 0);
}

static void
test_passwords (gconstpointer data)
{
  const Expected *row = data;
  g_autoptr (DdQuestionnaire) questionnaire = load (row->service);

  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const DdQuestion *question = questionnaire->questions->pdata[i];

      check_label (question);
      for (guint j = 0; j < question->columns->len; j++)
        check_label (question->columns->pdata[j]);
    }
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *name;
    void (*func) (gconstpointer data);
  } tests[] = {
    { "parts", test_parts },       { "exclusions", test_exclusions }, { "filled", test_filled },
    { "patterns", test_patterns }, { "passwords", test_passwords },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *path =
            g_strdup_printf ("/questionnaire-content/%s/%s", expected[i].service, tests[j].name);
        g_test_add_data_func (path, &expected[i], tests[j].func);
      }
  return g_test_run ();
}
