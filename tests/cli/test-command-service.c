/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include <string.h>

static void
test_service_list (void)
{
  g_autoptr (JsonNode) list = program_run_json ("service list --json");
  g_autofree char *text = program_run_well ("service list");

  program_assert_strings (list, "services", "id", "broken, cx-process, messenger, mine");
  g_assert_cmpstr (program_get_string (list, "services.1.product"), ==, "CX Process");
  g_assert_cmpstr (program_get_string (list, "services.1.document_version"), ==, "17");
  g_assert_null (program_get_string (list, "services.1.file"));
  g_assert_null (program_get_string (list, "services.0.product"));
  g_assert_nonnull (strstr (program_get_string (list, "services.0.error"), "broken.xml:1: "));
  g_assert_nonnull (strstr (text, "broken.xml:1: "));
  g_assert_nonnull (strstr (text, "cx-process  CX Process      17               16  ships with"));
}

static void
test_service_of_user (void)
{
  g_autoptr (JsonNode) plan = program_run_json ("plan mine --start 2026-12-01 --json");

  g_assert_cmpstr (program_get_string (plan, "product"), ==, "Mine");
}

static void
test_service_show (void)
{
  g_autoptr (JsonNode) service = program_run_json ("service show cx-process --json");
  g_autofree char *text = program_run_well ("service show cx-process");

  g_assert_cmpstr (program_get_string (service, "request.title"), ==,
                   "[Customer Name] - Platinum Services Request: Managed Upgrade");
  g_assert_cmpstr (program_get_string (service, "request.fields.0.label"), ==,
                   "Current CX Process Version");
  g_assert_cmpstr (program_get_string (service, "exclusions.2.certainty"), ==, "may");
  g_assert_cmpstr (program_get_string (service, "phases.2.milestones.0.cells.0.documented"), ==,
                   "1 day");
  g_assert_cmpstr (program_get_string (service,
                                       "phases.2.milestones.0.cells.0.activities.0.reading"),
                   ==, "1/4 of 1 day");
  g_assert_nonnull (strstr (text, "may be necessary"));
  g_assert_nonnull (strstr (text, "1/4 of 1 day"));
}

/* Findings are no failure. */
static void
test_service_lint (void)
{
  g_autoptr (JsonNode) lint = program_run_json ("service lint messenger --json");
  g_autoptr (JsonNode) clean = program_run_json ("service lint both.xml --json");
  g_autoptr (JsonNode) against =
      program_run_json ("service lint messenger --against cx-process --json");
  g_autofree char *text = program_run_well ("service lint messenger");

  g_assert_nonnull (program_get_string (lint, "findings.0.rule"));
  g_assert_nonnull (program_get_string (lint, "findings.0.message"));
  g_assert_nonnull (program_get_string (lint, "findings.0.reading"));
  program_assert_strings (clean, "findings", "rule", "");
  g_assert_cmpstr (program_get_string (against, "against"), ==, "cx-process");
  g_assert_cmpstr (program_get_string (against, "findings.0.rule"), ==, "certainty");
  g_assert_nonnull (strstr (text, "\n1. "));
  g_assert_nonnull (strstr (text, "   Read as: "));
}

int
main (int argc, char *argv[])
{
  program_init (&argc, &argv);

  g_test_add_func ("/command-service/list", test_service_list);
  g_test_add_func ("/command-service/of-user", test_service_of_user);
  g_test_add_func ("/command-service/show", test_service_show);
  g_test_add_func ("/command-service/lint", test_service_lint);

  return program_run_tests ();
}
