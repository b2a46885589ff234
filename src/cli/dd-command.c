/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command.h"

#include "dd-table.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PROGRAM "drydockctl"

G_DEFINE_QUARK (dd_command_error, dd_command_error)

/* The command's examples below a title, each line set off. */
static char *
describe_examples (const DdCommand *command)
{
  g_auto (GStrv) lines = g_strsplit (command->examples, "\n", -1);
  g_autofree char *indented = g_strjoinv ("\n  ", lines);

  return g_strdup_printf ("%s\n  %s", _ ("Examples:"), indented);
}

static GOptionContext *
create_context (const DdCommand *command, const GOptionEntry *options, gboolean *help)
{
  const GOptionEntry own[] = {
    { "help", 'h', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, help, N_ ("Print this help"), NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (command->arguments);
  g_autofree char *examples = describe_examples (command);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_description (context, examples);
  return context;
}

static void
set_help (const DdCommand *command, GOptionContext *context, GError **error)
{
  g_autofree char *name = g_strdup_printf (PROGRAM " %s", command->name);
  g_autofree char *help = NULL;

  /* GOption takes the usage's first word from here. */
  g_set_prgname (name);
  help = g_option_context_get_help (context, TRUE, NULL);
  g_set_error_literal (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_HELP, help);
}

static gboolean
check_count (DdCommandLine *line, GError **error)
{
  guint n = g_strv_length (line->arguments);

  if (n < line->command->min_arguments)
    {
      g_auto (GStrv) names = g_strsplit (line->command->arguments, " ", -1);

      g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE, _ ("%s is missing"), names[n]);
      return FALSE;
    }
  if (n > line->command->max_arguments)
    {
      g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
                   _ ("%s: is one argument too many"),
                   line->arguments[line->command->max_arguments]);
      return FALSE;
    }
  return TRUE;
}

gboolean
dd_command_line_parse (DdCommandLine *line, const GOptionEntry *options, GError **error)
{
  gboolean help = FALSE;
  g_autoptr (GOptionContext) context = create_context (line->command, options, &help);
  g_auto (GStrv) words = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  /* GOption expects a program's name before the arguments. */
  g_strv_builder_add (builder, PROGRAM);
  g_strv_builder_addv (builder, (const char **) line->arguments);
  words = g_strv_builder_end (builder);
  if (!g_option_context_parse_strv (context, &words, error))
    return FALSE;
  if (help)
    {
      set_help (line->command, context, error);
      return FALSE;
    }
  /* GOption leaves the mark that ends the options where something like an option follows it. */
  g_strfreev (line->arguments);
  line->arguments = g_strdupv (words + (g_strcmp0 (words[1], "--") == 0 ? 2 : 1));
  return check_count (line, error);
}

static gboolean
is_help (const char *word)
{
  return g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "help");
}

/* Whether @command is a verb of the family @word: "service list" is one of "service". */
static gboolean
is_of_family (const DdCommand *command, const char *word)
{
  gsize length = strlen (word);

  return strncmp (command->name, word, length) == 0 && command->name[length] == ' ';
}

/* The words of @command's name when @arguments begin with them, else 0. */
static guint
match_name (const DdCommand *command, const char *const *arguments)
{
  g_auto (GStrv) words = g_strsplit (command->name, " ", -1);
  guint n = 0;

  while (words[n] != NULL && g_strcmp0 (words[n], arguments[n]) == 0)
    n++;
  return words[n] == NULL ? n : 0;
}

/* The commands of @family (NULL: all), each with its summary. */
static char *
describe_commands (const DdCommand *commands, const char *family, const DdTerminal *terminal)
{
  const DdTableFlags columns[] = { DD_TABLE_PLAIN, DD_TABLE_FLEXIBLE };
  g_autoptr (DdTable) table = dd_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GString) hint = g_string_new (NULL);
  g_autofree char *list = NULL;

  for (const DdCommand *command = commands; command->name != NULL; command++)
    {
      g_autofree char *usage = g_strdup_printf ("  %s %s", command->name, command->arguments);

      if (family == NULL || is_of_family (command, family))
        dd_table_add_row (table, DD_STYLE_PLAIN,
                          (const char *const[]){ usage, _ (command->summary) });
    }
  list = dd_table_to_text (table, terminal);
  dd_text_append_paragraph (hint,
                            _ ("Every command takes --json, and --help, which explains it; those "
                               "about cases take --database FILE."),
                            terminal->width, 0);
  return g_strdup_printf ("%s\n  " PROGRAM " %s\n\n%s\n%s\n%s%s\n", _ ("Usage:"),
                          _ ("COMMAND [OPTION…] [ARGUMENT…]"), _ ("Commands:"), list, hint->str,
                          _ ("--version prints the version. The manual: man drydockctl."));
}

/* What stands in the place of a command and is none. */
static char *
answer_other (const DdCommand *commands,
              const char *const *arguments,
              const DdTerminal *terminal,
              GError **error)
{
  const char *word = arguments[0];
  gboolean family = FALSE;

  if (word == NULL)
    {
      g_set_error_literal (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
                           _ ("a command is missing"));
      return NULL;
    }
  if (is_help (word))
    return describe_commands (commands, NULL, terminal);
  if (g_str_equal (word, "--version"))
    return g_strdup (PROGRAM " " DD_VERSION "\n");
  for (const DdCommand *command = commands; command->name != NULL && !family; command++)
    family = is_of_family (command, word);
  if (family && arguments[1] != NULL && is_help (arguments[1]))
    return describe_commands (commands, word, terminal);
  if (family && arguments[1] == NULL)
    g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE, _ ("%s: what to do is missing"),
                 word);
  else
    g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
                 _ ("%s%s%s: there is no such command"), word, family ? " " : "",
                 family ? arguments[1] : "");
  return NULL;
}

void
dd_command_line_clear (DdCommandLine *line)
{
  g_clear_pointer (&line->arguments, g_strfreev);
  g_clear_pointer (&line->warning, g_free);
}

char *
dd_command_run (const DdCommand *commands,
                const char *const *arguments,
                DdCommandLine *line,
                GError **error)
{
  for (const DdCommand *candidate = commands; candidate->name != NULL; candidate++)
    {
      guint n_words = match_name (candidate, arguments);

      if (n_words == 0)
        continue;
      line->command = candidate;
      line->arguments = g_strdupv ((char **) arguments + n_words);
      return candidate->run (line, error);
    }
  return answer_other (commands, arguments, &line->terminal, error);
}
