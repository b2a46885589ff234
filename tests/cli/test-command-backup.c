/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Backups from outside: made, listed and restored, and offered for a database that is damaged. */

#include "config.h"

#include "program.h"

#include <glib/gstdio.h>
#include <string.h>

/* Runs "@arguments --database NAME.db". */
static char *
run_well (const char *name, const char *arguments)
{
  g_autofree char *all = g_strdup_printf ("%s --database %s.db", arguments, name);

  return program_run_well (all);
}

static ProgramOutcome
run (const char *name, const char *arguments)
{
  g_autofree char *all = g_strdup_printf ("%s --database %s.db", arguments, name);

  return program_run (all);
}

static JsonNode *
run_json (const char *name, const char *arguments)
{
  g_autofree char *all = g_strdup_printf ("%s --json --database %s.db", arguments, name);

  return program_run_json (all);
}

static void
assert_customers (const char *name, const char *expected)
{
  g_autoptr (JsonNode) node = run_json (name, "case list");

  program_assert_strings (node, "cases", "customer", expected);
}

/* Overwrites the middle of the database. */
static void
damage (const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.db", name);
  g_autofree char *path = temporary_folder_path (program_get_folder (), file);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + length / 4, 0x5a, length / 2);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

static void
test_make (void)
{
  g_autofree char *id = run_well ("make", "case new cx-process --customer Acme");
  g_autofree char *made = run_well ("make", "backup copy.db");
  g_auto (ProgramOutcome) again = run ("make", "backup copy.db");
  g_autoptr (JsonNode) node = run_json ("make", "backup");
  g_autoptr (JsonNode) list = run_json ("make", "backup --list");
  g_autofree char *text = run_well ("make", "backup --list");

  g_assert_true (g_str_has_prefix (made, "Made the backup “copy.db” ("));
  g_assert_cmpint (again.status, ==, 1);
  g_assert_nonnull (strstr (again.errors, "there is a file of that name already"));
  g_assert_nonnull (strstr (program_get_string (node, "file"), "/backups/make-"));
  g_assert_cmpstr (program_get_string (list, "backups.0.occasion"), ==, "regular");
  g_assert_nonnull (strstr (text, program_get_string (node, "file")));
  assert_customers ("copy", "Acme");
}

static void
test_restore (void)
{
  g_autofree char *first = run_well ("restore", "case new cx-process --customer Acme");
  g_autofree char *made = run_well ("restore", "backup restore-copy.db");
  g_autofree char *second = run_well ("restore", "case new cx-process --customer Beta");
  g_autoptr (JsonNode) node = run_json ("restore", "restore restore-copy.db");
  g_autofree char *back = NULL;
  g_autofree char *text = NULL;

  assert_customers ("restore", "Acme");
  g_assert_cmpstr (program_get_string (node, "restored"), ==, "restore-copy.db");
  back = g_strdup_printf ("restore %s", program_get_string (node, "kept"));
  text = run_well ("restore", back);
  g_assert_true (g_str_has_prefix (text, "Restored “"));
  g_assert_nonnull (strstr (text, "What was there before is kept as “"));
}

/* The message has the command that mends it: it is run as it stands there. */
static void
test_damaged (void)
{
  static const char *const commands[] = { "case list", "journal", "check", "undo",
                                          "case new cx-process --customer Beta" };
  g_autofree char *id = run_well ("hurt", "case new cx-process --customer Acme");
  g_autofree char *made = run_well ("hurt", "backup");
  g_autofree char *command = NULL;

  damage ("hurt");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (ProgramOutcome) outcome = run ("hurt", commands[i]);
      const char *advice = strstr (outcome.errors, "To restore it: drydockctl ");

      g_test_message ("%s", outcome.errors);
      g_assert_cmpint (outcome.status, ==, 1);
      g_assert_cmpstr (outcome.output, ==, "");
      g_assert_nonnull (strstr (outcome.errors, "damaged"));
      g_assert_nonnull (advice);
      g_assert_true (g_str_has_suffix (advice, " --database 'hurt.db'\n"));
      g_free (command);
      command = g_strdup (advice + strlen ("To restore it: drydockctl "));
    }
  g_strdelimit (g_strchomp (command), "'", ' ');
  {
    /* Without the quotes that a shell would take away. */
    g_auto (GStrv) words = g_strsplit (command, " ", -1);
    g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
    g_auto (GStrv) plain = NULL;
    g_autofree char *line = NULL;
    g_autofree char *restored = NULL;

    for (guint i = 0; words[i] != NULL; i++)
      if (words[i][0] != '\0')
        g_strv_builder_add (builder, words[i]);
    plain = g_strv_builder_end (builder);
    line = g_strjoinv (" ", plain);
    restored = program_run_well (line);
    g_assert_nonnull (strstr (restored, ".damaged-"));
  }
  assert_customers ("hurt", "Acme");
}

static void
test_check (void)
{
  g_autofree char *id = run_well ("check", "case new cx-process --customer Acme");
  g_autofree char *text = run_well ("check", "check");
  g_autoptr (JsonNode) node = run_json ("check", "check");
  JsonObject *object = json_node_get_object (node);

  g_assert_nonnull (strstr (text, "is sound"));
  g_assert_true (json_object_get_boolean_member (object, "sound"));
  g_assert_cmpint (json_object_get_int_member (object, "form"), >=, 1);
  g_assert_cmpint (json_object_get_int_member (object, "file_bytes"), >, 4096);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *arguments;
    int status;
    const char *reason;
  } rows[] = {
    { "backup --database none.db", 1, "no such file" },
    { "backup --list x.db --database none.db", 2, "--list takes no file" },
    { "restore none.db --database target.db", 1, "no such file" },
    { "restore empty.xml --database target.db", 1, "empty.xml" },
    { "restore malformed.xml --database target.db", 1, "not a database" },
    { "restore --database target.db", 2, "FILE is missing" },
    { "check --database none.db", 1, "There is no database “" },
    { "check --database malformed.xml", 1, "not a database" },
    { "check --database drydock", 1, "drydock" },
    { "journal --database none.db", 1, "There is no database “" },
    { "undo --database none.db", 1, "There is no database “" },
    { "undo --action x --database none.db", 2, "--action" },
    { "journal --limit 0 --database none.db", 2, "--limit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (ProgramOutcome) outcome = program_run (rows[i].arguments);

      g_test_message ("%s: %s", rows[i].arguments, outcome.errors);
      g_assert_cmpint (outcome.status, ==, rows[i].status);
      g_assert_cmpstr (outcome.output, ==, "");
      g_assert_nonnull (strstr (outcome.errors, rows[i].reason));
      g_assert_true (strchr (outcome.errors, '\n') == outcome.errors + strlen (outcome.errors) - 1);
    }
}

int
main (int argc, char *argv[])
{
  program_init (&argc, &argv);
  g_test_add_func ("/backup/make", test_make);
  g_test_add_func ("/backup/restore", test_restore);
  g_test_add_func ("/backup/damaged", test_damaged);
  g_test_add_func ("/backup/check", test_check);
  g_test_add_func ("/backup/refused", test_refused);
  return program_run_tests ();
}
