/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The scope of a case from outside: what is found, decided, recorded and engaged for. */

#include "config.h"

#include "program.h"

#include <string.h>

#define DATABASE "scope.db"

/* Opens a case of @service. Returns: (transfer full): its id */
static char *
open_case (const char *service)
{
  g_autofree char *command = g_strdup_printf (
      "case new %s --customer Acme --deadline 2030-12-18 --access --database " DATABASE, service);
  g_autofree char *output = program_run_well (command);

  return g_strndup (output, 36);
}

/* Returns: (transfer full): @command, with @id in the place of "%s", on the database */
static char *
with_id (const char *command, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (command, "%s", 2);
  g_autofree char *named = g_strjoinv (id, parts);

  return g_strconcat (named, " --database " DATABASE, NULL);
}

static JsonNode *
run_json (const char *command, const char *id)
{
  g_autofree char *named = with_id (command, id);
  g_autofree char *all = g_strconcat (named, " --json", NULL);

  return program_run_json (all);
}

/* A command, and the states of the findings after it. */
typedef struct
{
  const char *command;
  const char *states;
} Step;

static const Step steps[] = {
  { "scope %s", "unknown, unknown, unknown" },
  { "questionnaire set %s access=later", "conditional, unknown, unknown" },
  { "questionnaire set %s access=no", "triggered, unknown, unknown" },
  { "questionnaire set %s access=yes other-environments=no custom-components=no",
    "clear, clear, clear" },
  { "questionnaire set %s other-environments=yes custom-components=yes",
    "clear, triggered, conditional" },
  { "scope override %s custom-components clear --reason renamed", "clear, triggered, clear" },
  { "scope override %s custom-components none", "clear, triggered, conditional" },
  { "undo", "clear, triggered, clear" },
};

static void
test_states (gconstpointer service)
{
  g_autofree char *id = open_case (service);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *command = with_id (steps[i].command, id);
      g_autofree char *told = program_run_well (command);
      g_autoptr (JsonNode) node = run_json ("scope %s", id);

      program_assert_strings (node, "findings", "state", steps[i].states);
    }
}

static void
test_citation (void)
{
  g_autofree char *id = open_case ("messenger");
  g_autofree char *set = with_id ("questionnaire set %s custom-components=yes", id);
  g_autofree char *told = program_run_well (set);
  g_autoptr (JsonNode) node = run_json ("scope %s", id);

  program_assert_strings (node, "findings", "certainty", "will, would, would");
  program_assert_strings (node, "findings", "source",
                          "Messenger v28, Exclusions, Messenger v28, Exclusions, "
                          "Messenger v28, Exclusions");
  g_assert_cmpstr (program_get_string (node, "eligibility.source"), ==,
                   "Messenger v28, Eligibility");
  g_assert_cmpstr (program_get_string (node, "findings.2.because.0.question"), ==,
                   "custom-components");
  g_assert_cmpstr (program_get_string (node, "findings.2.because.0.answer"), ==, "yes");
  g_assert_cmpstr (program_get_string (node, "findings.2.because.1.fact"), ==,
                   "non-functional-tests");
  g_assert_cmpstr (program_get_string (node, "findings.2.because.1.answer"), ==, "not-run");
}

static void
test_inputs (void)
{
  g_autofree char *id = open_case ("cx-process");
  g_autoptr (JsonNode) access =
      run_json ("scope input %s access --evidence seen --at 2020-12-01", id);
  g_autoptr (JsonNode) software = run_json ("scope input %s software", id);
  g_autoptr (JsonNode) met = run_json ("case show %s", id);
  g_autoptr (JsonNode) withdrawn = run_json ("scope input %s access --withdraw", id);

  g_assert_cmpstr (program_get_string (access, "inputs.1.evidence"), ==, "seen");
  g_assert_cmpstr (program_get_string (access, "inputs.1.gates.0"), ==, "upgrade-gate");
  g_assert_true (g_str_has_prefix (program_get_string (access, "inputs.1.met_at"), "2020-12-01"));
  g_assert_nonnull (program_get_string (software, "inputs.3.met_at"));
  g_assert_cmpstr (program_get_string (met, "state"), ==, "running");
  g_assert_null (program_get_string (withdrawn, "inputs.1.met_at"));
}

static void
test_engagement (void)
{
  g_autofree char *id = open_case ("cx-process");
  g_autofree char *set = with_id ("questionnaire set %s other-environments=yes", id);
  g_autofree char *told = program_run_well (set);
  g_autoptr (JsonNode) proposed =
      run_json ("scope engage %s other-environments --note Production", id);
  g_autofree char *offer = g_strdup_printf ("scope engagement %%s %.8s offered",
                                            program_get_string (proposed, "engagements.0.id"));
  g_autoptr (JsonNode) offered = run_json (offer, id);

  g_assert_cmpstr (program_get_string (proposed, "engagements.0.state"), ==, "proposed");
  g_assert_cmpstr (program_get_string (proposed, "engagements.0.title"), ==,
                   "Multiple Environment Assistance");
  g_assert_cmpstr (program_get_string (proposed, "engagements.0.exclusion"), ==,
                   "other-environments");
  g_assert_cmpstr (program_get_string (offered, "engagements.0.state"), ==, "offered");
  g_assert_cmpstr (program_get_string (offered, "engagements.0.note"), ==, "Production");
}

typedef struct
{
  const char *name;
  const char *command;
  int status;
  const char *message; /* stands in the line */
} RefusedRow;

static const RefusedRow refused_rows[] = {
  { "no reason", "scope override %s no-access clear", 2, "--reason is missing" },
  { "no state", "scope override %s no-access maybe --reason x", 2,
    "maybe: is not none, clear or triggered" },
  { "no exclusion", "scope override %s no-acess clear --reason x", 1,
    "has no exclusion “no-acess”. It has: no-access, other-environments, custom-components." },
  { "no input", "scope input %s acess", 1, "has no required input “acess”." },
  { "not there", "scope input %s access --withdraw", 1, "so it cannot be withdrawn." },
  { "still to come", "scope input %s access --at 2190-01-01", 1, "That time has not come yet" },
  { "in scope", "scope engage %s no-access", 1, "there is nothing to engage for." },
  { "no environment", "scope engage %s no-access --environment X", 1,
    "The case has no environment “X”." },
  { "no engagement", "scope engagement %s 00 done", 1, "The case has no paid engagement “00”." },
};

static void
test_refused (gconstpointer data)
{
  const RefusedRow *row = data;
  g_autofree char *id = open_case ("cx-process");
  g_autofree char *command = with_id (row->command, id);
  g_auto (ProgramOutcome) outcome = program_run (command);

  g_assert_cmpint (outcome.status, ==, row->status);
  g_assert_cmpstr (outcome.output, ==, "");
  if (strstr (outcome.errors, row->message) == NULL)
    g_error ("“%s” does not stand in “%s”", row->message, outcome.errors);
}

static void
test_text (void)
{
  g_autofree char *id = open_case ("cx-process");
  g_autofree char *set = with_id ("questionnaire set %s access=no", id);
  g_autofree char *told = program_run_well (set);
  g_autofree char *show = with_id ("scope %s", id);
  g_autofree char *text = program_run_well (show);

  g_assert_nonnull (
      strstr (text, "No Access. Out of scope: a paid engagement will be required.\n"));
  g_assert_nonnull (strstr (text, "is answered: No."));
  g_assert_nonnull (strstr (text, "  CX Process v17, Exclusions: If Platinum Services cannot"));
  g_assert_nonnull (strstr (text, "\naccess. Not there yet.\n"));
}

int
main (int argc, char **argv)
{
  program_init (&argc, &argv);
  g_test_add_data_func ("/scope/states/cx-process", "cx-process", test_states);
  g_test_add_data_func ("/scope/states/messenger", "messenger", test_states);
  g_test_add_func ("/scope/citation", test_citation);
  g_test_add_func ("/scope/inputs", test_inputs);
  g_test_add_func ("/scope/engagement", test_engagement);
  g_test_add_func ("/scope/text", test_text);
  for (guint i = 0; i < G_N_ELEMENTS (refused_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/scope/refused/", refused_rows[i].name, NULL);
      g_test_add_data_func (path, &refused_rows[i], test_refused);
    }
  return program_run_tests ();
}
