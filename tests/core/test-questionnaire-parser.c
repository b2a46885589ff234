/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "form/dd-questionnaire-parser.h"

#include "form-fixture.h"

#include <string.h>

/* --- The files of tests/data/questionnaires ---
 *
 * good-* are questionnaires. Neither the schema nor the parser takes bad-*; unsound-* are more than
 * the schema can tell. What the parser says of them stands in messages.txt, a line each: the code
 * and the message, in which "*" is GLib's own part. */

static const char *const codes[] = {
  [DD_MARKUP_ERROR_SYNTAX] = "syntax",
  [DD_MARKUP_ERROR_ELEMENT] = "element",
  [DD_MARKUP_ERROR_ATTRIBUTE] = "attribute",
  [DD_MARKUP_ERROR_REFERENCE] = "reference",
};

static DdQuestionnaire *
parse_file (const char *name)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = read_questionnaire_file (name, &length);
  DdQuestionnaire *questionnaire = dd_questionnaire_parse (text, length, name, &error);

  g_assert_no_error (error);
  return questionnaire;
}

/* @data: "CODE FILE:LINE: …" */
static void
test_refused_file (gconstpointer data)
{
  const char *pattern = strchr (data, ' ') + 1;
  g_autofree char *name = g_strndup (pattern, strchr (pattern, ':') - pattern);
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = read_questionnaire_file (name, &length);

  g_assert_null (dd_questionnaire_parse (text, length, name, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == DD_MARKUP_ERROR);
  g_assert_null (strchr (error->message, '\n'));
  if (!g_pattern_match_simple (pattern, error->message))
    g_assert_cmpstr (error->message, ==, pattern);
  code = g_strndup (data, pattern - 1 - (const char *) data);
  g_assert_cmpstr (codes[error->code], ==, code);
}

/* Each bad file has its line in messages.txt, and no line is of none. */
static void
test_all_files_are_told (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "questionnaires", NULL);
  g_autofree char *messages = read_questionnaire_file ("messages.txt", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n = 0, n_lines = 0;
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL)
    if (g_str_has_prefix (name, "bad-") || g_str_has_prefix (name, "unsound-"))
      {
        g_autofree char *begin = g_strdup_printf (" %s:", name);

        if (strstr (messages, begin) == NULL)
          g_error ("%s has no line in messages.txt", name);
        n++;
      }
  for (const char *at = messages; *at != '\0'; at++)
    n_lines += *at == '\n';
  g_assert_cmpuint (n_lines, ==, n);
}

/* --- What is read --- */

static void
test_head (void)
{
  g_autoptr (DdQuestionnaire) self = parse_file ("good-full.xml");

  g_assert_cmpstr (self->id, ==, "upgrade");
  g_assert_cmpstr (self->service, ==, "everything");
  g_assert_cmpint (self->edition, ==, 3);
  g_assert_cmpstr (self->title, ==, "Before the Upgrade");
  g_assert_cmpstr (self->summary, ==, "What we need to know.");
  g_assert_cmpstr (self->origin, ==, "good-full.xml");
  g_assert_cmpuint (strlen (self->hash), ==, 64);
  g_assert_cmpuint (self->sections->len, ==, 3);
  g_assert_cmpuint (self->questions->len, ==, 12);
}

static void
test_section (void)
{
  g_autoptr (DdQuestionnaire) self = parse_file ("good-full.xml");
  const DdSection *contact = g_ptr_array_index (self->sections, 0);
  const DdSection *access = g_ptr_array_index (self->sections, 2);

  g_assert_cmpstr (contact->id, ==, "contact");
  g_assert_cmpstr (contact->title, ==, "Contact");
  g_assert_cmpstr (contact->help, ==, "Who we talk to.");
  g_assert_cmpuint (contact->when->len, ==, 0);
  g_assert_cmpuint (contact->questions->len, ==, 4);
  g_assert_cmpuint (access->index, ==, 2);
  g_assert_cmpuint (access->when->len, ==, 2);
  g_assert_cmpint (access->line, ==, 64);
}

static void
test_question (void)
{
  g_autoptr (DdQuestionnaire) self = parse_file ("good-full.xml");
  const DdQuestion *name = dd_questionnaire_find_question (self, "name");
  const DdQuestion *phone = dd_questionnaire_find_question (self, "phone");
  const DdQuestionRange *range = g_ptr_array_index (name->ranges, 0);

  g_assert_cmpstr (name->label, ==, "Name");
  g_assert_cmpstr (name->help, ==, "First name and last name.");
  g_assert_cmpint (name->type, ==, DD_QUESTION_TEXT);
  g_assert_cmpint (name->required, ==, DD_REQUIREMENT_YES);
  g_assert_cmpuint (name->was->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (name->was, 1), ==, "person");
  g_assert_cmpstr (range->min, ==, "2");
  g_assert_cmpstr (range->max, ==, "80");
  g_assert_cmpstr (range->message, ==, "Enter 2 to 80 characters.");
  g_assert_cmpint (phone->required, ==, DD_REQUIREMENT_NO);
  g_assert_cmpuint (phone->patterns->len, ==, 2);
  g_assert_cmpuint (phone->index, ==, 1);
  g_assert_true (phone->section == g_ptr_array_index (self->sections, 0));
  g_assert_null (dd_questionnaire_find_question (self, "kind"));
}

static void
test_table (void)
{
  g_autoptr (DdQuestionnaire) self = parse_file ("good-full.xml");
  const DdQuestion *components = dd_questionnaire_find_question (self, "components");
  const DdQuestion *kind = dd_question_find_column (components, "kind");
  const DdChoice *service = dd_question_find_choice (kind, "service");

  g_assert_cmpint (components->required, ==, DD_REQUIREMENT_SOFT);
  g_assert_cmpuint (components->columns->len, ==, 4);
  g_assert_cmpuint (kind->index, ==, 1);
  g_assert_true (kind->table == components);
  g_assert_true (kind->section == components->section);
  g_assert_cmpstr (g_ptr_array_index (kind->was, 0), ==, "type");
  g_assert_cmpstr (service->label, ==, "Service");
  g_assert_cmpstr (g_ptr_array_index (service->was, 0), ==, "daemon");
  g_assert_null (dd_question_find_choice (kind, "daemon"));
  g_assert_null (dd_question_find_column (components, "type"));
}

static void
test_conditions (void)
{
  g_autoptr (DdQuestionnaire) self = parse_file ("good-full.xml");
  const DdSection *access = g_ptr_array_index (self->sections, 2);
  const DdCondition *when = g_ptr_array_index (access->when, 0);
  const DdCondition *any = g_ptr_array_index (when->children, 0);
  const DdCondition *greater = g_ptr_array_index (any->children, 1);

  g_assert_cmpstr (when->name, ==, "when");
  g_assert_cmpuint (when->children->len, ==, 2);
  g_assert_cmpstr (any->name, ==, "any");
  g_assert_cmpuint (any->children->len, ==, 3);
  g_assert_cmpstr (dd_condition_get_attribute (greater, "question"), ==, "hosts");
  g_assert_cmpstr (dd_condition_get_attribute (greater, "value"), ==, "10");
  g_assert_cmpint (greater->line, ==, 68);
}

static void
test_hash_is_of_the_bytes (void)
{
  gsize length;
  g_autofree char *text = read_questionnaire_file ("good-small.xml", &length);
  g_autofree char *expected =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
  g_autoptr (DdQuestionnaire) self = dd_questionnaire_parse (text, length, "a", NULL);
  g_autofree char *more = g_strconcat (text, "\n", NULL);
  g_autoptr (DdQuestionnaire) other = dd_questionnaire_parse (more, -1, "b", NULL);

  g_assert_cmpstr (self->hash, ==, expected);
  g_assert_cmpstr (other->hash, !=, expected);
}

/* --- Limits --- */

/* @n times @text, with a number for the "@" in it. */
static char *
repeat (const char *text, guint n)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);
  GString *repeated = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (repeated, "%s%u%s", parts[0], i, parts[1]);
  return g_string_free (repeated, FALSE);
}

static char *
wrap (const char *questions)
{
  return g_strdup_printf ("<questionnaire id='q' service='s' edition='1' title='T'>"
                          "<section id='x' title='X'>%s</section></questionnaire>",
                          questions);
}

static const struct
{
  const char *name;
  const char *before, *repeated, *after;
  guint most;
  const char *message;
} limits[] = {
  { "questions", "", "<question id='q@' type='text'><label>L</label></question>", "", 2000,
    "large.xml:1: <question>: it is one too many; expected at most 2000 questions" },
  { "choices", "<question id='q' type='choice'><label>L</label>", "<choice value='c@'>C</choice>",
    "</question>", 200,
    "large.xml:1: <choice>: it is one too many; expected at most 200 in one question" },
  { "columns", "<question id='q' type='table'><label>L</label>",
    "<column id='c@' type='text'><label>L</label></column>", "</question>", 200,
    "large.xml:1: <column>: it is one too many; expected at most 200 in one question" },
};

static void
test_limit (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *most = repeat (limits[i].repeated, limits[i].most);
  g_autofree char *more = repeat (limits[i].repeated, limits[i].most + 1);
  g_autofree char *most_inside = g_strconcat (limits[i].before, most, limits[i].after, NULL);
  g_autofree char *more_inside = g_strconcat (limits[i].before, more, limits[i].after, NULL);
  g_autofree char *fits = wrap (most_inside), *breaks = wrap (more_inside);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdQuestionnaire) taken = dd_questionnaire_parse (fits, -1, "large.xml", &error);

  g_assert_no_error (error);
  g_assert_nonnull (taken);
  g_assert_null (dd_questionnaire_parse (breaks, -1, "large.xml", &error));
  g_assert_cmpstr (error->message, ==, limits[i].message);
}

static void
test_too_large (void)
{
  gsize length = DD_QUESTIONNAIRE_MAX_BYTES + 1;
  g_autofree char *text = g_malloc (length);
  g_autoptr (GError) error = NULL;

  memset (text, ' ', length);
  g_assert_null (dd_questionnaire_parse (text, length, "large.xml", &error));
  g_assert_error (error, DD_MARKUP_ERROR, DD_MARKUP_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==,
                   "large.xml:1: it has more than 4194304 bytes; expected fewer");
}

/* Whatever a file is cut off at, it is refused, and in one line. */
static void
test_truncated (void)
{
  gsize length;
  g_autofree char *text = read_questionnaire_file ("good-full.xml", &length);

  length = strlen (g_strchomp (text));
  for (gsize n = 0; n < length; n++)
    {
      g_autofree char *part = g_malloc (n + 1);
      g_autoptr (GError) error = NULL;

      memcpy (part, text, n);
      g_assert_null (dd_questionnaire_parse (part, n, "part", &error));
      g_assert_true (error->domain == DD_MARKUP_ERROR);
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
add_refused_files (void)
{
  g_autofree char *messages = read_questionnaire_file ("messages.txt", NULL);
  g_auto (GStrv) lines = g_strsplit (messages, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      const char *file = strchr (lines[i], ' ') + 1;
      g_autofree char *path =
          g_strdup_printf ("/questionnaire-parser/refused/%.*s", (int) strcspn (file, ":"), file);

      g_test_add_data_func_full (path, g_strdup (lines[i]), test_refused_file, g_free);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/questionnaire-parser/head", test_head);
  g_test_add_func ("/questionnaire-parser/section", test_section);
  g_test_add_func ("/questionnaire-parser/question", test_question);
  g_test_add_func ("/questionnaire-parser/table", test_table);
  g_test_add_func ("/questionnaire-parser/conditions", test_conditions);
  g_test_add_func ("/questionnaire-parser/hash-is-of-the-bytes", test_hash_is_of_the_bytes);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/questionnaire-parser/limit/%s", limits[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_limit);
    }
  g_test_add_func ("/questionnaire-parser/too-large", test_too_large);
  g_test_add_func ("/questionnaire-parser/truncated", test_truncated);
  g_test_add_func ("/questionnaire-parser/all-files-are-told", test_all_files_are_told);
  add_refused_files ();

  return g_test_run ();
}
