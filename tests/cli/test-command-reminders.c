/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reminders from outside, each test with a database of its own. The case lies years ahead, so that
 * what is due of it does not hang on the day on which the test runs. */

#include "config.h"

#include "program.h"

#include <string.h>

#define LIST "reminders --from 2030-12-01 --to 2030-12-31"

/* Runs "@arguments --database NAME.db". */
static char *
run_well (const char *name, const char *arguments)
{
  g_autofree char *all = g_strdup_printf ("%s --database %s.db", arguments, name);

  return program_run_well (all);
}

static JsonNode *
run_json (const char *name, const char *arguments)
{
  g_autofree char *all = g_strdup_printf ("%s --json --database %s.db", arguments, name);

  return program_run_json (all);
}

static void
open_case (const char *name)
{
  g_autofree char *output = run_well (
      name,
      "case new cx-process --customer Acme --deadline 2030-12-18 --access --start 2030-12-02");
}

static void
test_list (void)
{
  g_autoptr (JsonNode) node = NULL;

  open_case ("list");
  node = run_json ("list", LIST);
  program_assert_strings (node, "reminders", "kind",
                          "deadline-near, activity-due, deadline-missed");
  g_assert_cmpstr (program_get_string (node, "reminders.0.customer"), ==, "Acme");
  g_assert_cmpstr (program_get_string (node, "reminders.0.state"), ==, "scheduled");
  g_assert_cmpstr (program_get_string (node, "reminders.2.urgency"), ==, "critical");
  g_assert_cmpstr (program_get_string (node, "reminders.2.title"), ==,
                   "Acme: The deadline cannot be met as planned");
}

static void
test_text (void)
{
  g_autofree char *text = NULL;
  g_autofree char *none = NULL;

  open_case ("text");
  text = run_well ("text", LIST);
  none = run_well ("text", "reminders --from 2040-01-01");
  g_assert_nonnull (strstr (text, "Acme: The deadline is in danger"));
  g_assert_cmpstr (none, ==, "No reminders.\n");
}

static void
test_answers (void)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) snoozed = NULL;
  g_autoptr (JsonNode) done = NULL;
  g_autofree char *snooze = NULL;
  g_autofree char *finish = NULL;

  open_case ("answers");
  node = run_json ("answers", LIST);
  snooze = g_strdup_printf ("reminders snooze %s --until tomorrow",
                            program_get_string (node, "reminders.0.key"));
  finish = g_strdup_printf ("reminders done %s", program_get_string (node, "reminders.1.key"));
  snoozed = run_json ("answers", snooze);
  done = run_json ("answers", finish);
  g_assert_cmpstr (program_get_string (snoozed, "reminders.0.state"), ==, "snoozed");
  g_assert_cmpstr (program_get_string (done, "reminders.0.state"), ==, "done");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *arguments;
    int status;
    const char *message;
  } rows[] = {
    { "reminders --from soon", 1, "soon" },
    { "reminders snooze nothing", 1, "There is no reminder “nothing”" },
    { "reminders snooze nothing --until later", 2, "next-working-day" },
    { "reminders done", 2, "reminders done" },
    { "reminders today", 2, "reminders" },
  };

  open_case ("refused");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *all = g_strdup_printf ("%s --database refused.db", rows[i].arguments);
      g_auto (ProgramOutcome) outcome = program_run (all);

      g_assert_cmpint (outcome.status, ==, rows[i].status);
      g_assert_cmpstr (outcome.output, ==, "");
      g_assert_nonnull (strstr (outcome.errors, rows[i].message));
    }
}

int
main (int argc, char *argv[])
{
  program_init (&argc, &argv);
  g_test_add_func ("/reminders/list", test_list);
  g_test_add_func ("/reminders/text", test_text);
  g_test_add_func ("/reminders/answers", test_answers);
  g_test_add_func ("/reminders/refused", test_refused);
  return program_run_tests ();
}
