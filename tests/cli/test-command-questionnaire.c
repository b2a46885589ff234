/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The questionnaire of a case from outside: shown, answered, written, and what comes back taken or
 * refused. What a browser makes of it is check-page.py's to say. */
#include "config.h"

#include "dd-answers-file.h"
#include "program.h"
#include "questionnaire-fixture.h"

#include <string.h>

#define DATABASE " --database questionnaire.db"

static char *case_id;
static DdQuestionnaire *questionnaire;

static char *
make_arguments (const char *verb, const char *rest)
{
  return g_strdup_printf ("questionnaire %s %s%s%s" DATABASE, verb, case_id,
                          rest[0] != '\0' ? " " : "", rest);
}

static char *
run_well (const char *verb, const char *rest)
{
  g_autofree char *arguments = make_arguments (verb, rest);

  return program_run_well (arguments);
}

static JsonNode *
run_json (const char *verb, const char *rest)
{
  g_autofree char *json = g_strconcat (rest, rest[0] != '\0' ? " " : "", "--json", NULL);
  g_autofree char *arguments = make_arguments (verb, json);

  return program_run_json (arguments);
}

static void
assert_fails (const char *verb, const char *rest, int status, const char *message)
{
  g_autofree char *arguments = make_arguments (verb, rest);
  g_auto (ProgramOutcome) outcome = program_run (arguments);

  g_test_message ("%s: %s", rest, outcome.errors);
  g_assert_cmpint (outcome.status, ==, status);
  g_assert_cmpstr (outcome.output, ==, "");
  g_assert_nonnull (strstr (outcome.errors, message));
  g_assert_true (strchr (outcome.errors, '\n') == outcome.errors + strlen (outcome.errors) - 1);
}

/* The answer to @question in JSON, "null" for none. */
static char *
get_answer (const char *question)
{
  g_autoptr (JsonNode) root = run_json ("show", "");
  JsonArray *questions = json_object_get_array_member (json_node_get_object (root), "questions");

  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      JsonObject *object = json_array_get_object_element (questions, i);

      if (g_str_equal (json_object_get_string_member (object, "id"), question))
        return json_to_string (json_object_get_member (object, "answer"), FALSE);
    }
  g_assert_not_reached ();
}

static void
assert_answer (const char *question, const char *expected)
{
  g_autofree char *answer = get_answer (question);

  g_assert_cmpstr (answer, ==, expected);
}

static void
test_show (void)
{
  g_autofree char *text = run_well ("show", "");
  g_autoptr (JsonNode) root = run_json ("show", "");

  g_assert_nonnull (strstr (text, "Upgrade of <b>everything</b> & more, 0 of 10 done"));
  g_assert_nonnull (strstr (text, "General (0 of 5 done)"));
  g_assert_nonnull (strstr (text, "This must be answered."));
  g_assert_null (strstr (text, "database-name"));
  g_assert_cmpstr (program_get_string (root, "case"), ==, case_id);
  g_assert_cmpstr (program_get_string (root, "hash"), ==, questionnaire->hash);
  g_assert_cmpstr (program_get_string (root, "questions.0.issues.0.kind"), ==, "missing");
}

static void
test_set (void)
{
  g_autofree char *text =
      run_well ("set", "contact=Kim users=12 parts=reports,mobile cluster=yes backup=yes "
                       "components=[{\"name\":\"Menu\",\"count\":2}] --by Lee");
  g_autoptr (JsonNode) root = run_json ("show", "");
  g_autofree char *cleared = NULL;

  g_assert_cmpstr (text, ==, "Upgrade of <b>everything</b> & more, 6 of 10 done\n");
  g_assert_cmpstr (program_get_string (root, "questions.0.answered_by"), ==, "Lee");
  assert_answer ("users", "12");
  assert_answer ("parts", "[\"mobile\",\"reports\"]");
  assert_answer ("backup", "true");
  assert_answer ("components", "[{\"count\":2,\"name\":\"Menu\"}]");
  cleared = run_well ("set", "users=");
  assert_answer ("users", "null");
}

static void
test_set_refused (void)
{
  assert_fails ("set", "users", 2, "“users” is no QUESTION=VALUE");
  assert_fails ("set", "nobody=1", 1, "nobody: there is no such question");
  assert_fails ("set", "users=many", 1, "users: Enter a whole number.");
  assert_fails ("set", "users=0", 1, "users: Enter a number from 1 to 5,000.");
  assert_fails ("set", "cluster=maybe", 1, "cluster: Choose yes or no.");
  assert_fails ("set", "parts=x", 1, "parts: Choose from the answers.");
  assert_fails ("set", "backup=no", 1, "backup: Agree, or leave it open.");
  assert_fails ("set", "components=x", 1, "components: ");
  /* All of them or none. */
  assert_fails ("set", "mail=a@b.example users=many", 1, "users: ");
  assert_answer ("mail", "null");
}

static void
test_export (void)
{
  g_autofree char *page = run_well ("export", "a.html");
  g_autofree char *paper = run_well ("export", "a.pdf --blank");
  g_autoptr (JsonNode) root = run_json ("export", "b.pdf");
  g_autofree char *path = temporary_folder_path (program_get_folder (), "a.html");
  g_autofree char *content = NULL;

  g_assert_cmpstr (page, ==, "Wrote “Upgrade of <b>everything</b> & more” as “a.html”\n");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "<!DOCTYPE html>"));
  g_assert_nonnull (strstr (paper, "a.pdf"));
  g_assert_cmpstr (program_get_string (root, "file"), ==, "b.pdf");
  assert_fails ("export", "a.txt", 2, "the file’s name must end in .html or .pdf");
  assert_fails ("export", "a.html --blank", 2, "--blank is for paper");
  assert_fails ("export", "nowhere/a.html", 1, "nowhere/a.html");
}

/* Writes an answers file in which the customer had @started and gives @answer as the mail address.
 */
static void
write_file (const char *name, const char *to_case, const char *started, const char *answer)
{
  g_autoptr (DdAnswersFile) file = g_new0 (DdAnswersFile, 1);
  g_autofree char *text = NULL, *path = NULL;

  file->case_id = g_strdup (to_case);
  file->questionnaire_id = g_strdup (questionnaire->id);
  file->edition = questionnaire->edition;
  file->questionnaire_hash = g_strdup (questionnaire->hash);
  file->language = g_strdup ("en");
  file->answered_by = g_strdup ("Max");
  file->saved_at = 1700000000;
  file->answers = dd_answers_new ();
  file->started_from = dd_answers_new ();
  if (answer != NULL)
    fixture_answer (file->answers, "mail", answer);
  if (started != NULL)
    fixture_answer (file->started_from, "mail", started);
  text = dd_answers_file_to_text (file);
  path = temporary_folder_write (program_get_folder (), name, text, -1);
}

static void
test_import (void)
{
  g_autofree char *preview = NULL, *taken = NULL, *undone = NULL, *journal = NULL;
  g_autoptr (JsonNode) root = NULL;

  write_file ("new.drydock-answers", case_id, NULL, "\"max@example.com\"");
  preview = run_well ("import", "new.drydock-answers --dry-run");
  g_assert_nonnull (strstr (preview, "1 answer of Max would be taken"));
  assert_answer ("mail", "null");
  root = run_json ("import", "new.drydock-answers");
  g_assert_cmpstr (program_get_string (root, "answered_by"), ==, "Max");
  program_assert_strings (root, "questions", "change", "new");
  assert_answer ("mail", "\"max@example.com\"");
  taken = run_well ("import", "new.drydock-answers");
  g_assert_cmpstr (taken, ==, "Took 0 answers of Max\n");
  journal = program_run_well ("journal" DATABASE);
  g_assert_nonnull (strstr (journal, "Took the answers of Max"));
  undone = program_run_well ("undo" DATABASE);
  assert_answer ("mail", "null");
}

static void
test_import_conflict (void)
{
  g_autofree char *set = run_well ("set", "mail=here@example.com");
  g_autofree char *kept = NULL, *taken = NULL;

  write_file ("both.drydock-answers", case_id, NULL, "\"there@example.com\"");
  assert_fails ("import", "both.drydock-answers", 1,
                "1 answer was changed on both sides (mail); nothing was taken");
  assert_fails ("import", "both.drydock-answers --conflicts=both", 2,
                "“both” is neither “take” nor “keep”");
  kept = run_well ("import", "both.drydock-answers --conflicts=keep");
  assert_answer ("mail", "\"here@example.com\"");
  taken = run_well ("import", "both.drydock-answers --conflicts=take");
  assert_answer ("mail", "\"there@example.com\"");
}

static void
test_import_refused (void)
{
  g_autofree char *bad = temporary_folder_write (program_get_folder (), "bad.drydock-answers",
                                                 "{\"format\": \"drydock-answ", -1);

  write_file ("other.drydock-answers", "0", NULL, "\"x@example.com\"");
  assert_fails ("import", "other.drydock-answers", 1, "belongs to another case");
  assert_fails ("import", "bad.drydock-answers", 1, "is no answers file of Drydock");
  assert_fails ("import", "none.drydock-answers", 1, "there is no such file");
}

/* A page of an edition that the case was exported with, and moved on from, would be refused if the
 * edition were not kept with the case. */
static void
test_edition_is_kept (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "questionnaires", "good-page.xml", NULL);
  g_autofree char *text = NULL, *own = NULL, *taken = NULL;
  g_autoptr (GString) edited = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  edited = g_string_new (text);
  g_string_replace (edited, "edition=\"1\"", "edition=\"2\"", 0);
  own = temporary_folder_write (program_get_folder (), "drydock/questionnaires/cx-process.xml",
                                edited->str, -1);
  root = run_json ("show", "");
  g_assert_true (json_object_get_boolean_member (json_node_get_object (root), "newer_edition"));
  write_file ("late.drydock-answers", case_id, NULL, "\"late@example.com\"");
  taken = run_well ("import", "late.drydock-answers --conflicts=take");
  assert_answer ("mail", "\"late@example.com\"");
}

int
main (int argc, char *argv[])
{
  g_autoptr (JsonNode) list = NULL;
  g_autofree char *text = NULL, *path = NULL, *own = NULL, *made = NULL;
  int result;

  program_init (&argc, &argv);
  path = g_test_build_filename (G_TEST_DIST, "data", "questionnaires", "good-page.xml", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  own = temporary_folder_write (program_get_folder (), "drydock/questionnaires/cx-process.xml",
                                text, -1);
  questionnaire = fixture_load (1);
  made = program_run_well ("case new cx-process --customer Acme" DATABASE);
  list = program_run_json ("case list --json" DATABASE);
  case_id = g_strdup (program_get_string (list, "cases.0.id"));

  g_test_add_func ("/command-questionnaire/show", test_show);
  g_test_add_func ("/command-questionnaire/set", test_set);
  g_test_add_func ("/command-questionnaire/set-refused", test_set_refused);
  g_test_add_func ("/command-questionnaire/export", test_export);
  g_test_add_func ("/command-questionnaire/import", test_import);
  g_test_add_func ("/command-questionnaire/import-conflict", test_import_conflict);
  g_test_add_func ("/command-questionnaire/import-refused", test_import_refused);
  g_test_add_func ("/command-questionnaire/edition-is-kept", test_edition_is_kept);
  result = program_run_tests ();
  dd_questionnaire_unref (questionnaire);
  g_free (case_id);
  return result;
}
