/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-backup.h"
#include "dd-command-case.h"
#include "dd-command-journal.h"
#include "dd-command-plan.h"
#include "dd-command-questionnaire.h"
#include "dd-command-reminders.h"
#include "dd-command-sample.h"
#include "dd-command-scope.h"
#include "dd-command-search.h"
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
  { "case new", "SERVICE", N_ ("Open a case, and say whether its dates can be kept"),
    "drydockctl case new cx-process --customer \"Acme\" --deadline 2026-12-18 --access\n"
    "drydockctl case new messenger --customer \"Acme\" --current-version 9.1 --target-version 10.2 \\\n"
    "    --earliest 2026-12-01 --ideal 2026-12-07 --deadline 2027-01-15 --reason \"End of support\"",
    1, 1, dd_command_case_new },
  { "case list", "", N_ ("List the cases, what is due first before all"),
    "drydockctl case list\n"
    "drydockctl case list --state waiting --json",
    0, 0, dd_command_case_list },
  { "case show", "CASE", N_ ("Show how a case stands, and its plan"), "drydockctl case show 4f2a",
    1, 1, dd_command_case_show },
  { "case set", "CASE FIELD=VALUE…", N_ ("Give a case values"),
    "drydockctl case set 4f2a deadline=2027-01-15 deadline-reason=\"Year-end freeze\"", 2, 33,
    dd_command_case_set },
  { "case start", "CASE ACTIVITY", N_ ("Start an activity"), "drydockctl case start 4f2a backup", 2,
    2, dd_command_case_start },
  { "case done", "CASE ACTIVITY", N_ ("Mark an activity done, or a gate met"),
    "drydockctl case done 4f2a backup\n"
    "drydockctl case done 4f2a upgrade-gate --evidence \"Login works\" --at 2026-12-03T10:30",
    2, 2, dd_command_case_done },
  { "case skip", "CASE ACTIVITY", N_ ("Decide that an activity will not be done"),
    "drydockctl case skip 4f2a fix-and-retest --reason \"No issue was found\"", 2, 2,
    dd_command_case_skip },
  { "case wait", "CASE [ACTIVITY]", N_ ("Say that a case, or an activity of it, stands still"),
    "drydockctl case wait 4f2a --for customer --reason \"Remote access\"", 1, 2,
    dd_command_case_wait },
  { "case resume", "CASE [ACTIVITY]", N_ ("Say that the waiting is over"),
    "drydockctl case resume 4f2a", 1, 2, dd_command_case_resume },
  { "case close", "CASE", N_ ("End a case"),
    "drydockctl case close 4f2a --note \"The customer upgrades Production in January\"\n"
    "drydockctl case close 4f2a --cancelled --note \"No budget this year\"",
    1, 1, dd_command_case_close },
  { "questionnaire show", "CASE", N_ ("Show what is asked about a case, answered and missing"),
    "drydockctl questionnaire show 4f2a", 1, 1, dd_command_questionnaire_show },
  { "questionnaire set", "CASE QUESTION=VALUE…", N_ ("Answer questions about a case"),
    "drydockctl questionnaire set 4f2a database=oracle database-version=19c\n"
    "drydockctl questionnaire set 4f2a \"technical-contact=Kim Lee\" --by \"Kim Lee\"",
    2, 33, dd_command_questionnaire_set },
  { "questionnaire export", "CASE FILE", N_ ("Write the questionnaire for the customer"),
    "drydockctl questionnaire export 4f2a acme.html\n"
    "drydockctl questionnaire export 4f2a acme.pdf --blank",
    2, 2, dd_command_questionnaire_export },
  { "questionnaire import", "CASE FILE", N_ ("Take the answers that the customer sent back"),
    "drydockctl questionnaire import 4f2a acme.drydock-answers --dry-run\n"
    "drydockctl questionnaire import 4f2a acme.drydock-answers --conflicts=keep",
    2, 2, dd_command_questionnaire_import },
  { "scope override", "CASE EXCLUSION STATE", N_ ("Decide about an exclusion in place of its rule"),
    "drydockctl scope override 4f2a custom-components clear --reason \"Only renamed\"\n"
    "drydockctl scope override 4f2a custom-components none",
    3, 3, dd_command_scope_override },
  { "scope input", "CASE INPUT", N_ ("Record that a required input is there"),
    "drydockctl scope input 4f2a access --evidence \"Signed in together\" --at 2026-12-01\n"
    "drydockctl scope input 4f2a access --withdraw",
    2, 2, dd_command_scope_input },
  { "scope engage", "CASE EXCLUSION", N_ ("Propose the paid engagement that a finding leads to"),
    "drydockctl scope engage 4f2a other-environments --title \"Upgrade of Production\"", 2, 2,
    dd_command_scope_engage },
  { "scope engagement", "CASE ENGAGEMENT STATE", N_ ("Move a paid engagement on"),
    "drydockctl scope engagement 4f2a 91c0 agreed", 3, 3, dd_command_scope_engagement },
  { "scope", "CASE", N_ ("Show what is in scope of a case, and why"), "drydockctl scope 4f2a", 1, 1,
    dd_command_scope_show },
  { "reminders snooze", "KEY", N_ ("Put a reminder off"),
    "drydockctl reminders snooze KEY --until tomorrow", 1, 1, dd_command_reminders_snooze },
  { "reminders done", "KEY", N_ ("Take a reminder out of the inbox"),
    "drydockctl reminders done KEY", 1, 1, dd_command_reminders_done },
  { "reminders", "", N_ ("List the reminders that are open, and those to come"),
    "drydockctl reminders\n"
    "drydockctl reminders --from 2026-12-01 --to 2026-12-31 --json",
    0, 0, dd_command_reminders },
  { "search", "WORD…", N_ ("Find the cases in which words stand, and where"),
    "drydockctl search acme\n"
    "drydockctl search firewall port",
    1, DD_COMMAND_SEARCH_MAX_WORDS, dd_command_search },
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
  { "sample", "", N_ ("Add invented cases, to try things with"),
    "drydockctl sample --cases 200 --database ./try.db", 0, 0, dd_command_sample },
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
