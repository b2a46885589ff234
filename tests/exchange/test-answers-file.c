/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-answers-file.h"

#include "dd-file.h"
#include "questionnaire-fixture.h"
#include "temporary-folder.h"

#include <string.h>

static DdAnswersFile *
make_file (DdQuestionnaire *questionnaire)
{
  DdAnswersFile *file = g_new0 (DdAnswersFile, 1);

  file->case_id = g_strdup (FIXTURE_CASE);
  file->questionnaire_id = g_strdup (questionnaire->id);
  file->edition = questionnaire->edition;
  file->questionnaire_hash = g_strdup (questionnaire->hash);
  file->language = g_strdup ("de");
  file->answered_by = g_strdup ("Zo\xc3\xab \xe2\x80\x9cZ\xe2\x80\x9d");
  file->saved_at = 1796115600;
  file->answers = fixture_make_answers ();
  file->started_from = dd_answers_new ();
  fixture_answer (file->started_from, "mail", "\"old@example.com\"");
  return file;
}

static DdAnswersFile *
parse (const char *text, GError **error)
{
  return dd_answers_file_parse (text, strlen (text), "acme", error);
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);
  g_autoptr (DdAnswersFile) file = make_file (questionnaire), read = NULL;
  g_autofree char *text = dd_answers_file_to_text (file);
  g_autofree char *again = NULL;

  g_assert_true (g_str_has_prefix (text, "{\n  \"format\": \"drydock-answers\",\n"));
  read = parse (text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->case_id, ==, file->case_id);
  g_assert_cmpstr (read->questionnaire_id, ==, file->questionnaire_id);
  g_assert_cmpint (read->edition, ==, 1);
  g_assert_cmpstr (read->questionnaire_hash, ==, file->questionnaire_hash);
  g_assert_cmpstr (read->language, ==, "de");
  g_assert_cmpstr (read->answered_by, ==, file->answered_by);
  g_assert_cmpint (read->saved_at, ==, file->saved_at);
  g_assert_true (dd_answers_equal (read->answers, file->answers));
  g_assert_true (dd_answers_equal (read->started_from, file->started_from));
  again = dd_answers_file_to_text (read);
  g_assert_cmpstr (again, ==, text);
  g_assert_true (dd_answers_file_check (read, FIXTURE_CASE, questionnaire, "acme", &error));
  g_assert_no_error (error);
}

/* What mail programs and editors do to a file without meaning harm. */
static void
test_tolerant (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);
  g_autoptr (DdAnswersFile) file = make_file (questionnaire), read = NULL;
  g_autofree char *text = dd_answers_file_to_text (file);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *windows = g_strjoinv ("\r\n", lines);
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", windows, "\r\n\r\n", NULL);

  read = parse (marked, &error);
  g_assert_no_error (error);
  g_assert_true (dd_answers_equal (read->answers, file->answers));
}

/* Every single byte of it that is cut off or becomes another is noticed, unless it says the same.
 */
static void
test_damage (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);
  g_autoptr (DdAnswersFile) file = make_file (questionnaire);
  g_autofree char *text = dd_answers_file_to_text (file);
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *changed = g_strdup (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (DdAnswersFile) cut = NULL, read = NULL;

      if (!g_ascii_isspace (text[i]))
        {
          changed[i] = changed[i] == 'x' ? 'y' : 'x';
          read = parse (changed, &error);
          g_assert_null (read);
          g_assert_true (error->domain == DD_ANSWERS_FILE_ERROR);
          g_assert_true (g_str_has_prefix (error->message, "acme: "));
          g_clear_error (&error);
        }
      /* All but the line feed at the end. */
      if (i + 1 < length)
        {
          cut = dd_answers_file_parse (text, i, "acme", &error);
          g_assert_null (cut);
          g_assert_true (error->domain == DD_ANSWERS_FILE_ERROR);
        }
    }
}

static const struct
{
  const char *name;
  const char *text;
  DdAnswersFileError code;
  const char *message;
} refusals[] = {
  { "nothing", "", DD_ANSWERS_FILE_ERROR_FORMAT,
    "acme: is no answers file of Drydock, or only a part of one" },
  { "no JSON", "<html>", DD_ANSWERS_FILE_ERROR_FORMAT,
    "acme: is no answers file of Drydock, or only a part of one" },
  { "no object", "[1]", DD_ANSWERS_FILE_ERROR_FORMAT,
    "acme: is no answers file of Drydock, or only a part of one" },
  { "another format", "{\"format\":\"x\"}", DD_ANSWERS_FILE_ERROR_FORMAT,
    "acme: is no answers file of Drydock, or only a part of one" },
  { "the format is no text", "{\"format\":{}}", DD_ANSWERS_FILE_ERROR_FORMAT,
    "acme: is no answers file of Drydock, or only a part of one" },
  { "a newer one", "{\"format\":\"drydock-answers\",\"version\":2}", DD_ANSWERS_FILE_ERROR_FORMAT,
    "acme: was written by a newer Drydock; update this one to read it" },
  { "no checksum", "{\"format\":\"drydock-answers\",\"version\":1}", DD_ANSWERS_FILE_ERROR_DAMAGED,
    "acme: the file is damaged; ask for it to be sent again, as an attachment" },
  { "too deep", "[[[[[[[[[1]]]]]]]]]", DD_ANSWERS_FILE_ERROR_SIZE,
    "acme: is no answers file: it is nested too deep, or has the character U+0000 in it" },
};

static void
test_refusals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdAnswersFile) file = parse (refusals[i].text, &error);

      g_test_message ("%s", refusals[i].name);
      g_assert_null (file);
      g_assert_error (error, DD_ANSWERS_FILE_ERROR, (int) refusals[i].code);
      g_assert_cmpstr (error->message, ==, refusals[i].message);
    }
}

/* Brackets by the million must not reach a reader that goes down into them. */
static void
test_too_large (void)
{
  gsize length = DD_ANSWERS_FILE_MAX_BYTES + 1;
  g_autofree char *text = g_malloc (length);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdAnswersFile) file = NULL;

  memset (text, '[', length);
  file = dd_answers_file_parse (text, length, "acme", &error);
  g_assert_error (error, DD_ANSWERS_FILE_ERROR, DD_ANSWERS_FILE_ERROR_SIZE);
  g_assert_cmpstr (error->message, ==, "acme: is larger than the 16.0\xc2\xa0MiB allowed here");
  g_clear_error (&error);
  file = dd_answers_file_parse (text, length - 1, "acme", &error);
  g_assert_error (error, DD_ANSWERS_FILE_ERROR, DD_ANSWERS_FILE_ERROR_SIZE);
}

/* Changes a good file, and says what must be said of it. */
static void
assert_refused (DdAnswersFile *file,
                DdQuestionnaire *questionnaire,
                DdAnswersFileError code,
                const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_answers_file_check (file, FIXTURE_CASE, questionnaire, "acme", &error));
  g_assert_error (error, DD_ANSWERS_FILE_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_check_identity (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1), newer = fixture_load (2);
  g_autoptr (DdAnswersFile) file = make_file (questionnaire);

  assert_refused (
      file, newer, DD_ANSWERS_FILE_ERROR_EDITION,
      "acme: answers edition 1 of the questionnaire, and the case has edition 2; export "
      "it again for the customer");
  g_free (file->questionnaire_hash);
  file->questionnaire_hash = g_strdup ("0");
  assert_refused (file, questionnaire, DD_ANSWERS_FILE_ERROR_EDITION,
                  "acme: answers another text of edition 1 of the questionnaire than the case has; "
                  "export it again for the customer");
  g_free (file->questionnaire_id);
  file->questionnaire_id = g_strdup ("other");
  assert_refused (file, questionnaire, DD_ANSWERS_FILE_ERROR_QUESTIONNAIRE,
                  "acme: answers the questionnaire “other”, and the case has “page”");
  g_free (file->case_id);
  file->case_id = g_strdup ("other");
  assert_refused (file, questionnaire, DD_ANSWERS_FILE_ERROR_CASE,
                  "acme: belongs to another case; nothing was taken from it");
}

static const struct
{
  const char *question;
  const char *json;
  const char *message;
} strangers[] = {
  { "who", "\"x\"", "acme: answers “who”, which nobody asked" },
  { "users", "\"12\"", "acme: the answer to “Users” is of another kind than was asked for" },
  { "contact", "12", "acme: the answer to “Contact” is of another kind than was asked for" },
  { "contact", "true", "acme: the answer to “Contact” is of another kind than was asked for" },
  { "backup", "\"yes\"",
    "acme: the answer to “There is a backup” is of another kind than was asked for" },
  { "parts", "\"mobile\"", "acme: the answer to “Parts” is of another kind than was asked for" },
  { "components", "[\"x\"]",
    "acme: the answer to “Components” is of another kind than was asked for" },
  { "components", "[{\"size\":\"x\"}]",
    "acme: the answer to “Components” is of another kind than was asked for" },
  { "components", "[{\"count\":\"x\"}]",
    "acme: the answer to “Components” is of another kind than was asked for" },
};

static void
test_check_answers (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);

  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    for (int started = 0; started < 2; started++)
      {
        g_autoptr (DdAnswersFile) file = make_file (questionnaire);

        fixture_answer (started ? file->started_from : file->answers, strangers[i].question,
                        strangers[i].json);
        assert_refused (file, questionnaire, DD_ANSWERS_FILE_ERROR_ANSWER, strangers[i].message);
      }
}

static void
test_move (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1), newer = fixture_load (2);
  g_autoptr (DdAnswersFile) file = make_file (questionnaire);
  g_autoptr (DdEditionMove) move = dd_answers_file_move (file, questionnaire, newer);
  g_autoptr (DdAnswers) answers = fixture_make_answers ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (dd_edition_move_count (move, DD_MOVE_DROPPED), ==, 0);
  g_assert_true (dd_answers_file_check (file, FIXTURE_CASE, newer, "acme", &error));
  g_assert_no_error (error);
  g_assert_true (dd_answers_equal (file->answers, answers));
  g_assert_cmpuint (fixture_count (file->started_from), ==, 1);
}

static void
test_load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);
  g_autoptr (DdAnswersFile) file = make_file (questionnaire), read = NULL;
  g_autofree char *text = dd_answers_file_to_text (file);
  TemporaryFolder *folder = temporary_folder_new ();
  g_autofree char *path = temporary_folder_write (folder, "a.drydock-answers", text, -1);

  read = dd_answers_file_load (path, &error);
  g_assert_no_error (error);
  g_assert_true (dd_answers_equal (read->answers, file->answers));
  g_assert_null (dd_answers_file_load ("/nowhere/at-all", &error));
  g_assert_error (error, DD_FILE_ERROR, DD_FILE_ERROR_MISSING);
  temporary_folder_free (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answers-file/round-trip", test_round_trip);
  g_test_add_func ("/answers-file/tolerant", test_tolerant);
  g_test_add_func ("/answers-file/damage", test_damage);
  g_test_add_func ("/answers-file/refusals", test_refusals);
  g_test_add_func ("/answers-file/too-large", test_too_large);
  g_test_add_func ("/answers-file/check-identity", test_check_identity);
  g_test_add_func ("/answers-file/check-answers", test_check_answers);
  g_test_add_func ("/answers-file/move", test_move);
  g_test_add_func ("/answers-file/load", test_load);
  return g_test_run ();
}
