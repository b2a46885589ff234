/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a browser makes of the page is tests/cli/check-page.py's to say; here is what can be read
 * off it. */
#include "config.h"

#include "dd-questionnaire-html.h"

#include "questionnaire-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

static char *
write_page (DdQuestionnaire *questionnaire, const DdAnswers *answers, const DdFacts *facts)
{
  DdQuestionnaireExport export = { questionnaire, answers, facts, FIXTURE_CASE,
                                   "Acme </title><script>fail()</script>" };

  return dd_questionnaire_html_write (&export);
}

/* The text of the @n-th element that @open opens, up to the next @close. */
static char *
cut (const char *page, const char *open, const char *close, guint n)
{
  const char *start = page, *end;

  for (guint i = 0; i <= n; i++)
    {
      start = strstr (start, open);
      if (start == NULL)
        return NULL;
      start += strlen (open);
    }
  end = strstr (start, close);
  g_assert_nonnull (end);
  return g_strndup (start, (gsize) (end - start));
}

/* The policy names each script and the style by what they are, to the letter, and nothing more. */
static void
assert_named (const char *policy, const char *text)
{
  g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  guchar digest[32];
  g_autofree char *base64 = NULL, *source = NULL;

  for (guint i = 0; i < sizeof digest; i++)
    digest[i] =
        (guchar) (g_ascii_xdigit_value (hex[2 * i]) * 16 + g_ascii_xdigit_value (hex[2 * i + 1]));
  base64 = g_base64_encode (digest, sizeof digest);
  source = g_strdup_printf ("'sha256-%s'", base64);
  g_assert_nonnull (strstr (policy, source));
}

static void
test_policy (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);
  g_autoptr (DdAnswers) answers = fixture_make_answers ();
  g_autofree char *page = write_page (questionnaire, answers, NULL);
  g_autofree char *policy = cut (page, "Content-Security-Policy\" content=\"", "\"", 0);
  g_autofree char *style = cut (page, "<style>", "</style>", 0);
  g_auto (GStrv) parts = NULL;
  guint n_scripts = 0;
  char *script;

  g_assert_true (g_str_has_prefix (policy, "default-src 'none'; script-src 'sha256-"));
  g_assert_null (strstr (policy, "unsafe"));
  assert_named (policy, style);
  for (; (script = cut (page, "<script>", "</script>", n_scripts)) != NULL; n_scripts++)
    {
      assert_named (policy, script);
      g_assert_null (strstr (script, "<!--"));
      g_assert_null (strstr (script, "innerHTML"));
      g_free (script);
    }
  g_assert_cmpuint (n_scripts, ==, 4);
  parts = g_strsplit (policy, "sha256-", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, n_scripts + 2);
}

static void
test_escaping (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);
  g_autoptr (DdAnswers) answers = fixture_make_answers ();
  g_autofree char *page = write_page (questionnaire, answers, NULL);
  g_autofree char *title = cut (page, "<title>", "</title>", 0);
  g_autofree char *data = cut (page, "id=\"questionnaire\">", "</script>", 0);

  g_assert_cmpstr (title, ==,
                   "Upgrade of &lt;b&gt;everything&lt;/b&gt; &amp; more \xe2\x80\x93 Acme "
                   "&lt;/title&gt;&lt;script&gt;fail()&lt;/script&gt;");
  g_assert_null (strpbrk (data, "<>&"));
  g_assert_null (strstr (page, "{{"));
  g_assert_nonnull (strstr (page, "<html lang=\"en\" dir=\"ltr\">"));
}

static JsonObject *
get_data (const char *page, JsonNode **root)
{
  g_autofree char *data = cut (page, "id=\"questionnaire\">", "</script>", 0);
  g_autoptr (GError) error = NULL;

  *root = json_from_string (data, &error);
  g_assert_no_error (error);
  return json_node_get_object (*root);
}

/* Answers to hidden questions do not leave the house, nor facts that no question asks for. */
static void
test_data (void)
{
  g_autoptr (DdQuestionnaire) questionnaire = fixture_load (1);
  g_autoptr (DdAnswers) answers = fixture_make_answers ();
  g_autoptr (DdFacts) facts = dd_facts_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *page = NULL;
  JsonObject *object, *sent;

  fixture_answer (answers, "database-name", "\"hidden\"");
  fixture_answer (answers, "of-another-edition", "\"hidden\"");
  dd_facts_set_fact (facts, "secret", "yes");
  dd_facts_set_field (facts, "deadline", "2026-12-18");
  page = write_page (questionnaire, answers, facts);
  object = get_data (page, &root);
  sent = json_object_get_object_member (object, "answers");
  g_assert_cmpuint (json_object_get_size (sent), ==, fixture_count (answers) - 2);
  g_assert_false (json_object_has_member (sent, "database-name"));
  g_assert_cmpstr (json_object_get_string_member (sent, "contact"), ==,
                   dd_answer_value_get_text (dd_answers_get (answers, "contact")));
  g_assert_cmpuint (json_object_get_size (json_object_get_object_member (object, "facts")), ==, 0);
  g_assert_cmpuint (json_object_get_size (json_object_get_object_member (object, "fields")), ==, 0);
  g_assert_null (strstr (page, "secret"));
  g_assert_cmpstr (json_object_get_string_member (object, "case"), ==, FIXTURE_CASE);
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==,
                   "page-4f2a1b3c.drydock-answers");
  g_assert_cmpstr (json_object_get_string_member (object, "language"), ==, "en");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/questionnaire-html/policy", test_policy);
  g_test_add_func ("/questionnaire-html/escaping", test_escaping);
  g_test_add_func ("/questionnaire-html/data", test_data);
  return g_test_run ();
}
