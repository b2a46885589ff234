/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-answers-import.h"

#include "questionnaire-fixture.h"

/* What the customer started from, what stands here by now, what came back: NULL is no answer. */
static const struct
{
  const char *started_from;
  const char *here;
  const char *answer;
  DdImportKind kind;
  gboolean take;
} rows[] = {
  { NULL, NULL, "\"a\"", DD_IMPORT_NEW, TRUE },
  { "\"a\"", "\"a\"", "\"b\"", DD_IMPORT_CHANGED, TRUE },
  { "\"a\"", "\"a\"", NULL, DD_IMPORT_CLEARED, TRUE },
  { "\"a\"", "\"a\"", "\"a\"", DD_IMPORT_EQUAL, FALSE },
  { NULL, "\"a\"", "\"a\"", DD_IMPORT_EQUAL, FALSE },
  { "\"a\"", NULL, NULL, DD_IMPORT_EQUAL, FALSE },
  { "\"a\"", "\"b\"", "\"b\"", DD_IMPORT_EQUAL, FALSE },
  { "\"a\"", "\"b\"", "\"a\"", DD_IMPORT_KEPT, FALSE },
  { "\"a\"", NULL, "\"a\"", DD_IMPORT_KEPT, FALSE },
  { "\"a\"", "\"b\"", "\"c\"", DD_IMPORT_CONFLICT, FALSE },
  { "\"a\"", "\"b\"", NULL, DD_IMPORT_CONFLICT, FALSE },
  { "\"a\"", NULL, "\"c\"", DD_IMPORT_CONFLICT, FALSE },
  { NULL, "\"b\"", "\"c\"", DD_IMPORT_CONFLICT, FALSE },
};

static void
answer (DdAnswers *answers, const char *json)
{
  if (json != NULL)
    fixture_answer (answers, "contact", json);
}

static void
test_kinds (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DdAnswers) here = dd_answers_new (), answers = dd_answers_new ();
      g_autoptr (DdAnswers) started_from = dd_answers_new ();
      DdAnswersFile file = { .answers = answers, .started_from = started_from };
      g_autoptr (GPtrArray) entries = NULL;
      const DdImportEntry *entry;

      answer (started_from, rows[i].started_from);
      answer (here, rows[i].here);
      answer (answers, rows[i].answer);
      entries = dd_answers_import_preview (questionnaire, here, &file);
      g_assert_cmpuint (entries->len, ==, 1);
      entry = g_ptr_array_index (entries, 0);
      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, dd_import_kind_to_text (entry->kind));
      g_assert_cmpint (entry->kind, ==, rows[i].kind);
      g_assert_cmpint (entry->take, ==, rows[i].take);
      g_assert_cmpstr (entry->question->id, ==, "contact");
      g_assert_null (entry->problem);
      g_assert_cmpuint (dd_answers_import_count (entries, rows[i].kind), ==, 1);
    }
}

/* What the file is not about does not appear: it was hidden, or nobody answered it. */
static void
test_order (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);
  g_autoptr (DdAnswers) here = dd_answers_new (), answers = fixture_make_answers ();
  g_autoptr (DdAnswers) started_from = dd_answers_new ();
  DdAnswersFile file = { .answers = answers, .started_from = started_from };
  g_autoptr (GPtrArray) entries = NULL;
  guint last = 0;

  fixture_answer (here, "database-name", "\"hidden here\"");
  fixture_answer (answers, "users", "9000");
  entries = dd_answers_import_preview (questionnaire, here, &file);
  g_assert_cmpuint (entries->len, ==, fixture_count (answers));
  for (guint i = 0; i < entries->len; i++)
    {
      const DdImportEntry *entry = g_ptr_array_index (entries, i);

      g_assert_true (i == 0 || entry->question->index > last);
      last = entry->question->index;
      g_assert_cmpstr (entry->question->id, !=, "database-name");
      g_assert_cmpstr (entry->problem, ==,
                       g_str_equal (entry->question->id, "users")
                           ? "Enter a number from 1 to 5,000."
                           : NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answers-import/kinds", test_kinds);
  g_test_add_func ("/answers-import/order", test_order);
  return g_test_run ();
}
