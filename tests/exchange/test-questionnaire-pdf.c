/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Read back with poppler's programs. */
#include "config.h"

#include "dd-questionnaire-pdf.h"

#include "questionnaire-fixture.h"
#include "temporary-folder.h"

#include <string.h>

static TemporaryFolder *folder;

static char *
write_pdf (DdQuestionnaire *questionnaire,
           const DdAnswers *answers,
           DdPaperSize size,
           gboolean blank)
{
  DdQuestionnaireExport export = { questionnaire, answers, NULL, FIXTURE_CASE,
                                   "Acme & S\xc3\xb6hne, CX Process" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dd_questionnaire_pdf_write (&export, size, blank, &error);

  g_assert_no_error (error);
  return temporary_folder_write (folder, "a.pdf", g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes));
}

/* What @program says of the file at @path. */
static char *
run (const char *program, const char *option, const char *path, const char *last)
{
  const char *argv[] = { program, option, path, last, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *complaints = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &complaints,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  /* A document that is not sound is read, with complaints. */
  g_assert_cmpstr (complaints, ==, "");
  return output;
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, part));
}

static void
test_blank (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);
  g_autoptr (DdAnswers) answers = fixture_make_answers ();
  g_autofree char *path = write_pdf (questionnaire, answers, DD_PAPER_A4, TRUE);
  g_autofree char *text = run ("pdftotext", "-layout", path, "-");

  assert_has (text, "Upgrade of <b>everything</b> & more");
  assert_has (text, "Acme & S\xc3\xb6hne, CX Process");
  assert_has (text, "Contact (required)");
  assert_has (text, "Which database? (required)");
  assert_has (text, "Only if \xe2\x80\x9c"
                    "Database\xe2\x80\x9d is \xe2\x80\x9c<Other>\xe2\x80\x9d");
  assert_has (text, "Page 1 of ");
  /* Nothing of what is known. */
  g_assert_null (strstr (text, "kim@example.com"));
  g_assert_null (strstr (text, "1200"));
}

static void
test_filled (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);
  g_autoptr (DdAnswers) answers = fixture_make_answers ();
  g_autofree char *path = NULL, *text = NULL;

  fixture_answer (answers, "database-name", "\"hidden\"");
  path = write_pdf (questionnaire, answers, DD_PAPER_A4, FALSE);
  text = run ("pdftotext", "-layout", path, "-");
  assert_has (text, "kim@example.com");
  assert_has (text, "1200");
  assert_has (text, "10.2 SP1");
  assert_has (text, "Service");
  g_assert_null (strstr (text, "Which database?"));
  g_assert_null (strstr (text, "hidden"));
  g_assert_null (strstr (text, "Only if"));
}

static void
test_sizes (void)
{
  static const struct
  {
    DdPaperSize size;
    const char *told;
  } rows[] = {
    { DD_PAPER_A4, "595.28 x 841.89 pts (A4)" },
    { DD_PAPER_LETTER, "612 x 792 pts (letter)" },
  };
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);
  g_autoptr (DdAnswers) answers = dd_answers_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = write_pdf (questionnaire, answers, rows[i].size, TRUE);
      g_autofree char *text = run ("pdfinfo", "-isodates", path, NULL);

      assert_has (text, rows[i].told);
      assert_has (text, "Upgrade of <b>everything</b> & more");
    }
}

/* A table of many rows has its head on each page, and a cell of more text than a page goes on. */
static void
test_long (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);
  g_autoptr (DdAnswers) answers = dd_answers_new ();
  DdAnswerTable *table = dd_answer_table_new ();
  g_autoptr (DdAnswerValue) value = NULL, words = NULL;
  g_autoptr (GString) much = g_string_new (NULL);
  g_autofree char *path = NULL, *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_heads = 0;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (much, "word%04u ", i);
  words = dd_answer_value_new_text (much->str);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("Row %u", i);
      g_autoptr (DdAnswerValue) cell = dd_answer_value_new_text (name);

      dd_answer_table_add_row (table);
      dd_answer_table_set_cell (table, "name", i == 100 ? words : cell);
    }
  value = dd_answer_table_end (table);
  dd_answers_set (answers, "components", value);
  path = write_pdf (questionnaire, answers, DD_PAPER_A4, FALSE);
  text = run ("pdftotext", "-layout", path, "-");
  for (guint i = 0; i < 2000; i++)
    {
      char word[16];

      g_snprintf (word, sizeof word, "word%04u", i);
      assert_has (text, word);
    }
  assert_has (text, "Row 199");
  pages = g_strsplit (text, "\f", -1);
  for (guint i = 0; pages[i] != NULL; i++)
    n_heads += strstr (pages[i], "Tested") != NULL;
  g_assert_cmpuint (n_heads, >=, 4);
}

/* Whether there is ink on the page: how many pixels of a small picture are dark. */
static guint
count_dark (const char *pgm, gsize length)
{
  guint n = 0;

  for (gsize i = 20; i < length; i++)
    n += (guchar) pgm[i] < 128;
  return n;
}

static void
test_drawn (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);
  g_autoptr (DdAnswers) answers = dd_answers_new ();
  g_autofree char *path = write_pdf (questionnaire, answers, DD_PAPER_A4, TRUE);
  g_autofree char *root = temporary_folder_path (folder, "page");
  g_autofree char *output = NULL, *picture = NULL, *pgm = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "pdftoppm", "-gray", "-r", "50", "-singlefile", path, root, NULL };
  gsize length;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  picture = g_strconcat (root, ".pgm", NULL);
  g_file_get_contents (picture, &pgm, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_dark (pgm, length), >, 500);
}

int
main (int argc, char *argv[])
{
  g_autofree char *reader = g_find_program_in_path ("pdftotext");
  int result;

  g_test_init (&argc, &argv, NULL);
  /* The sandbox in which the Flatpak is built has no reader. */
  if (reader == NULL)
    {
      g_print ("1..0 # SKIP poppler's programs are not installed\n");
      return 0;
    }
  folder = temporary_folder_new ();
  g_test_add_func ("/questionnaire-pdf/blank", test_blank);
  g_test_add_func ("/questionnaire-pdf/filled", test_filled);
  g_test_add_func ("/questionnaire-pdf/sizes", test_sizes);
  g_test_add_func ("/questionnaire-pdf/long", test_long);
  g_test_add_func ("/questionnaire-pdf/drawn", test_drawn);
  result = g_test_run ();
  temporary_folder_free (folder);
  return result;
}
