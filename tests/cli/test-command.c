/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command.h"

#include <glib/gi18n-lib.h>

static char *
run_echo (DdCommandLine *line, GError **error)
{
  g_autofree char *word = NULL;
  gboolean json = FALSE;
  const GOptionEntry options[] = {
    { "word", 'w', 0, G_OPTION_ARG_FILENAME, &word, "What to say", "WORD" },
    DD_COMMAND_OPTION_JSON (json),
    { NULL },
  };
  g_autofree char *arguments = NULL;

  if (!dd_command_line_parse (line, options, error))
    return NULL;
  arguments = g_strjoinv (",", line->arguments);
  return g_strdup_printf ("%s [%s] %s %s", line->command->name, arguments, word,
                          json ? "json" : "text");
}

static const DdCommand commands[] = {
  { "echo", "THING", N_ ("Say it"), "drydockctl echo it", 1, 1, run_echo },
  { "family first", "[A]", N_ ("Do the first"), "drydockctl family first", 0, 1, run_echo },
  { "family second", "A B…", N_ ("Do the second"), "drydockctl family second a b", 2,
    DD_COMMAND_ANY, run_echo },
  { NULL },
};

/* The text for @line, split at its spaces. */
static char *
run (const char *line, GError **error)
{
  g_auto (DdCommandLine) command_line = { .terminal = { 80, FALSE } };
  g_auto (GStrv) arguments = g_strsplit (line, " ", -1);

  if (line[0] == '\0')
    g_clear_pointer (&arguments[0], g_free);
  return dd_command_run (commands, (const char *const *) arguments, &command_line, error);
}

static void
test_run (void)
{
  static const struct
  {
    const char *line;
    const char *text;
  } rows[] = {
    { "echo a", "echo [a] (null) text" },
    { "echo a --word b --json", "echo [a] b json" },
    { "echo -w b a", "echo [a] b text" },
    { "echo --word=b a", "echo [a] b text" },
    { "echo -- --word", "echo [--word] (null) text" },
    { "family first", "family first [] (null) text" },
    { "family first a", "family first [a] (null) text" },
    { "family second a b", "family second [a,b] (null) text" },
    { "family second a b c d", "family second [a,b,c,d] (null) text" },
    { "echo M\374ller", "echo [M\374ller] (null) text" },
    { "echo a --word M\374ller", "echo [a] M\374ller text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = run (rows[i].line, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_usage (void)
{
  static const struct
  {
    const char *line;
    const char *message;
  } rows[] = {
    { "", "a command is missing" },
    { "ech a", "ech: there is no such command" },
    { "echo", "THING is missing" },
    { "echo a b", "b: is one argument too many" },
    { "family", "family: what to do is missing" },
    { "family third", "family third: there is no such command" },
    { "family first a b", "b: is one argument too many" },
    { "family second", "A is missing" },
    { "family second a", "B… is missing" },
    { "--json", "--json: there is no such command" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (run (rows[i].line, &error));
      g_assert_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE);
      g_assert_cmpstr (error->message, ==, rows[i].message);
    }
}

static void
test_options (void)
{
  static const char *const rows[] = { "echo a --loud", "echo a --word" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (run (rows[i], &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == G_OPTION_ERROR);
    }
}

/* The help of one command says all about it, even if the rest of the line is wrong. */
static void
test_help (void)
{
  static const char *const rows[] = { "echo --help", "echo -h", "echo a b --help" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (run (rows[i], &error));
      g_assert_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_HELP);
      g_assert_nonnull (strstr (error->message, "drydockctl echo [OPTION…] THING"));
      g_assert_nonnull (strstr (error->message, "Say it"));
      g_assert_nonnull (strstr (error->message, "--word=WORD"));
      g_assert_nonnull (strstr (error->message, "--json"));
      g_assert_nonnull (strstr (error->message, "  drydockctl echo it"));
    }
}

static void
test_lists (void)
{
  g_autofree char *all = run ("--help", NULL);
  g_autofree char *word = run ("help", NULL);
  g_autofree char *family = run ("family --help", NULL);

  g_assert_nonnull (strstr (all, "\n  echo THING          Say it\n"));
  g_assert_nonnull (strstr (all, "\n  family second A B…  Do the second\n"));
  g_assert_cmpstr (word, ==, all);
  g_assert_null (strstr (family, "echo"));
  g_assert_nonnull (strstr (family, "\n  family first [A]    Do the first\n"));
}

static void
test_version (void)
{
  g_autofree char *version = run ("--version", NULL);

  g_assert_cmpstr (version, ==, "drydockctl " DD_VERSION "\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/run", test_run);
  g_test_add_func ("/command/usage", test_usage);
  g_test_add_func ("/command/options", test_options);
  g_test_add_func ("/command/help", test_help);
  g_test_add_func ("/command/lists", test_lists);
  g_test_add_func ("/command/version", test_version);

  return g_test_run ();
}
