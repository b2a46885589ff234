/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-backup.h"
#include "dd-command-journal.h"
#include "dd-command-plan.h"
#include "dd-command-service.h"
#include "dd-command-undo.h"
#include "dd-command.h"
#include "dd-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

#define EXIT_USAGE 2

static const DdCommand commands[] = {
  { "service list", "", N_ ("List the services that can be planned"), "drydockctl service list", 0,
    0, dd_command_service_list },
  { "service show", "ID-or-FILE.xml", N_ ("Show what a service’s document states"),
    "drydockctl service show cx-process", 1, 1, dd_command_service_show },
  { "service lint", "ID-or-FILE.xml", N_ ("List where a service’s document disagrees with itself"),
    "drydockctl service lint messenger\n"
    "drydockctl service lint ./our-product.xml",
    1, 1, dd_command_service_lint },
  { "plan", "ID-or-FILE.xml", N_ ("Plan a service from a start or back from a finish"),
    "drydockctl plan cx-process --start 2026-12-01\n"
    "drydockctl plan messenger --finish 2026-12-18 --basis cautious\n"
    "drydockctl plan messenger --start 2026-12-01 --finish 2026-12-23 --forecast 10000 --seed 1\n"
    "drydockctl plan ./our-product.xml --start 2026-12-01 --calendar ours.calendar \\\n"
    "    --customer-calendar theirs.calendar --json",
    1, 1, dd_command_plan },
  { "journal", "[CASE]", N_ ("Tell what was done, in a case or in all of them"),
    "drydockctl journal --limit 10\n"
    "drydockctl journal 4f2a --details",
    0, 1, dd_command_journal },
  { "undo", "", N_ ("Take back what you did last"), "drydockctl undo", 0, 0, dd_command_undo },
  { "redo", "", N_ ("Do again what you took back"), "drydockctl redo", 0, 0, dd_command_redo },
  { "backup", "[FILE]", N_ ("Make a copy of the database"),
    "drydockctl backup\n"
    "drydockctl backup /media/safe/drydock.db",
    0, 1, dd_command_backup },
  { "restore", "FILE", N_ ("Put a backup in place of the database"),
    "drydockctl restore /media/safe/drydock.db", 1, 1, dd_command_restore },
  { "check", "", N_ ("Look for damage in the database"), "drydockctl check", 0, 0,
    dd_command_check },
  { NULL },
};

static gboolean
is_usage (const GError *error)
{
  return error->domain == G_OPTION_ERROR
         || g_error_matches (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE);
}

/* One line, whatever the message holds. */
static int
report (const DdCommand *command, const GError *error)
{
  const char *name = command != NULL ? command->name : "";
  g_autofree char *message = dd_text_clean (error->message);

  fprintf (stderr, "drydockctl: %s%s%s", name, name[0] != '\0' ? ": " : "", message);
  if (is_usage (error))
    fprintf (stderr, _ ("; see “drydockctl %s%s--help”"), name, name[0] != '\0' ? " " : "");
  fputc ('\n', stderr);
  return is_usage (error) ? EXIT_USAGE : EXIT_FAILURE;
}

/* The command was done, and yet there is something to know. */
static void
warn (const DdCommandLine *line)
{
  g_autofree char *message = dd_text_clean (line->warning);

  fprintf (stderr, "drydockctl: %s: %s\n", line->command->name, message);
}

/* A full disk or a closed pipe shows only when the last of the text is written out. */
static int
print (const char *text)
{
  if (fputs (text, stdout) != EOF && fflush (stdout) != EOF)
    return EXIT_SUCCESS;
  fprintf (stderr, _ ("drydockctl: standard output: cannot be written: %s\n"), g_strerror (errno));
  return EXIT_FAILURE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (DdCommandLine) line = { 0 };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, DD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("drydockctl");

  line.terminal = dd_terminal_get ();
  text = dd_command_run (commands, (const char *const *) argv + 1, &line, &error);
  if (g_error_matches (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_HELP))
    return print (error->message);
  if (text == NULL)
    return report (line.command, error);
  if (line.warning != NULL)
    warn (&line);
  return print (text);
}
