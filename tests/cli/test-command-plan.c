/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "program.h"

#include <string.h>

/* The first members, in their order. */
static void
assert_members (JsonObject *object, const char *const *expected)
{
  g_autoptr (GList) members = json_object_get_members (object);
  GList *member = members;

  for (guint i = 0; expected[i] != NULL; i++, member = member->next)
    {
      g_assert_nonnull (member);
      g_assert_cmpstr (member->data, ==, expected[i]);
    }
}

static void
test_cx_process (void)
{
  g_autoptr (JsonNode) plan = program_run_json ("plan cx-process --start 2026-12-01 --json");

  g_assert_cmpstr (program_get_string (plan, "start"), ==, "2026-12-01T09:00:00+01:00");
  /* Ten working days. */
  g_assert_cmpstr (program_get_string (plan, "finish"), ==, "2026-12-14T17:00:00+01:00");
  g_assert_cmpstr (program_get_string (plan, "finish_of.name"), ==, "Delivery Final Playbook");
  /* And then a window of five. */
  g_assert_cmpstr (program_get_string (plan, "activities.15.kind"), ==, "window");
  g_assert_cmpstr (program_get_string (plan, "activities.15.start"), ==,
                   "2026-12-15T09:00:00+01:00");
  g_assert_cmpstr (program_get_string (plan, "activities.15.finish"), ==,
                   "2026-12-21T17:00:00+01:00");
  g_assert_cmpstr (program_get_string (plan, "bases.cautious.finish"), ==,
                   "2026-12-14T17:00:00+01:00");
  g_assert_cmpstr (program_get_string (plan, "activities.7.documented"), ==, "1 day");
  g_assert_cmpstr (program_get_string (plan, "activities.7.source.version"), ==, "17");
}

/* Every activity of the two tables, in order, with its owner. */
static void
test_activities (void)
{
  g_autoptr (JsonNode) cx = program_run_json ("plan cx-process --start 2026-12-01 --json");
  g_autoptr (JsonNode) messenger = program_run_json ("plan messenger --start 2026-12-01 --json");

  program_assert_strings (
      cx, "activities", "name",
      "Create Request Case, Respond to Request, Acknowledge Request Formally, "
      "Set Up Project Framework, Prepare for Upgrade, Prepare Environment for Upgrade, "
      "Access and Software in Place, Backup Configuration Files, "
      "Upgrade Dev or Staging Environment, Test, Fix Issues and Retest, "
      "Create Playbook, Deliver Playbook, Review change request and review, "
      "Delivery Final Playbook, Post Upgrade Support");
  program_assert_strings (
      cx, "activities", "owner",
      "customer, consultant, manager, consultant, consultant, customer, customer, "
      "consultant, consultant, consultant, consultant, consultant, customer, "
      "customer consultant, consultant, consultant");
  program_assert_strings (
      messenger, "activities", "name",
      "Create Request Case, Respond to Request, Acknowledge Request Formally, "
      "Set Up Project Framework, Prepare for Upgrade, Prepare Environment for Upgrade, "
      "Access and Documentation in Place, Backup Configuration Files, "
      "Upgrade a Development or a Staging Environment, Test, Fix Issues and Retest, "
      "Deliver Upgrade Resources, Create Playbook, Deliver Playbook, "
      "Review change request and review, On-call support");
}

static void
test_messenger (void)
{
  g_autoptr (JsonNode) plan = program_run_json ("plan messenger --start 2026-12-01 --json");

  /* 14 working days, 19 when cautious. */
  g_assert_cmpstr (program_get_string (plan, "finish"), ==, "2026-12-18T17:00:00+01:00");
  g_assert_cmpstr (program_get_string (plan, "bases.typical.finish"), ==,
                   "2026-12-18T17:00:00+01:00");
  g_assert_cmpstr (program_get_string (plan, "bases.cautious.finish"), ==,
                   "2026-12-25T17:00:00+01:00");
}

static void
test_basis (void)
{
  g_autoptr (JsonNode) plan =
      program_run_json ("plan messenger --start 2026-12-01 --basis cautious --json");

  g_assert_cmpstr (program_get_string (plan, "basis"), ==, "cautious");
  g_assert_cmpstr (program_get_string (plan, "finish"), ==, "2026-12-25T17:00:00+01:00");
}

/* The latest request date; support comes after the finish and does not push it back. */
static void
test_finish (void)
{
  g_autoptr (JsonNode) plan = program_run_json ("plan cx-process --finish 2026-12-18 --json");

  g_assert_cmpstr (program_get_string (plan, "start"), ==, "2026-12-07T09:00:00+01:00");
  g_assert_cmpstr (program_get_string (plan, "latest_start"), ==, "2026-12-07T09:00:00+01:00");
  g_assert_cmpstr (program_get_string (plan, "finish"), ==, "2026-12-18T17:00:00+01:00");
  g_assert_cmpstr (program_get_string (plan, "deadline"), ==, "2026-12-19T00:00:00+01:00");
}

/* A deadline that cannot be met: float says by how much. */
static void
test_both (void)
{
  g_autoptr (JsonNode) plan =
      program_run_json ("plan cx-process --start 2026-12-01 --finish 2026-12-11 --json");
  JsonArray *activities = json_object_get_array_member (json_node_get_object (plan), "activities");
  JsonObject *first = json_array_get_object_element (activities, 1);

  g_assert_cmpstr (program_get_string (plan, "finish"), ==, "2026-12-14T17:00:00+01:00");
  g_assert_cmpstr (program_get_string (plan, "latest_start"), ==, "2026-11-30T09:00:00+01:00");
  g_assert_cmpint (json_object_get_int_member (first, "float_minutes"), ==, -480);
  g_assert_true (json_object_get_boolean_member (first, "critical"));
}

static void
test_members (void)
{
  static const char *const of_plan[] = { "service",  "start",      "finish",
                                         "calendar", "activities", NULL };
  static const char *const of_activity[] = {
    "id",         "name",        "owner",         "start",    "finish",
    "late_start", "late_finish", "float_minutes", "critical", "duration_minutes",
    NULL
  };
  static const char *const of_calendar[] = { "timezone", "minutes_per_day", "days_per_week",
                                             "description", NULL };
  g_autoptr (JsonNode) node = program_run_json ("plan cx-process --start 2026-12-01 --json");
  JsonObject *plan = json_node_get_object (node);
  JsonArray *activities = json_object_get_array_member (plan, "activities");

  assert_members (plan, of_plan);
  assert_members (json_array_get_object_element (activities, 0), of_activity);
  assert_members (json_object_get_object_member (plan, "calendar"), of_calendar);
}

/* The vendor works four days of six hours, the customer the last three of them. */
static void
test_calendars (void)
{
  g_autoptr (JsonNode) plan =
      program_run_json ("plan both.xml --start 2026-12-01 --calendar four.calendar "
                        "--customer-calendar three.calendar --json");

  g_assert_cmpstr (program_get_string (plan, "calendar.timezone"), ==, "Europe/Berlin");
  g_assert_cmpstr (program_get_string (plan, "customer_calendar.timezone"), ==, "Europe/Berlin");
  /* Tuesday for the vendor, then what both must do: Wednesday, and Thursday. */
  g_assert_cmpstr (program_get_string (plan, "activities.0.finish"), ==,
                   "2026-12-01T16:00:00+01:00");
  g_assert_cmpstr (program_get_string (plan, "activities.1.start"), ==,
                   "2026-12-02T10:00:00+01:00");
  g_assert_cmpstr (program_get_string (plan, "finish"), ==, "2026-12-03T16:00:00+01:00");
}

static void
test_forecast (void)
{
  static const char arguments[] = "plan messenger --start 2026-12-01 --finish 2026-12-23 "
                                  "--forecast 500 --seed 7 --json";
  g_autoptr (JsonNode) plan = program_run_json (arguments);
  g_autofree char *once = program_run_well (arguments);
  g_autofree char *again = program_run_well (arguments);
  JsonObject *forecast = json_object_get_object_member (json_node_get_object (plan), "forecast");
  double probability = json_object_get_double_member (forecast, "probability");

  g_assert_cmpstr (once, ==, again);
  g_assert_cmpint (json_object_get_int_member (forecast, "runs"), ==, 500);
  g_assert_cmpint (json_object_get_int_member (forecast, "seed"), ==, 7);
  g_assert_cmpstr (program_get_string (plan, "forecast.p50"), <=,
                   program_get_string (plan, "forecast.p80"));
  g_assert_cmpfloat (probability, >, 0);
  g_assert_cmpfloat (probability, <, 1);
}

static void
test_no_deadline (void)
{
  g_autoptr (JsonNode) plan =
      program_run_json ("plan messenger --start 2026-12-01 --forecast 10 --json");

  g_assert_null (program_get_string (plan, "deadline"));
  g_assert_null (program_get_string (plan, "forecast.probability"));
}

/* The text says what the finish refers to, and holds each activity with its dates. */
static void
test_plan_text (void)
{
  static const char *const parts[] = {
    "CX Process, document version 17, typical durations\n",
    "Start                Mon 7 Dec 2026 09:00\n",
    "Finish               Fri 18 Dec 2026 17:00, 10 working days from the start\n",
    "Deadline             Fri 18 Dec 2026 24:00, met with nothing to spare\n",
    "Latest request date  Mon 7 Dec 2026 09:00\n",
    "Finish refers to Delivery Final Playbook; the window after it, Post Upgrade Support, is not "
    "counted.\n",
    "  Delivery Final Playbook             P               ┘  Fri 18 Dec 09:00  "
    "Fri 18 Dec 17:00      0\n",
  };
  g_autofree char *text = program_run_well ("plan cx-process --finish 2026-12-18");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s", parts[i]);
      g_assert_nonnull (strstr (text, parts[i]));
    }
}

/* Half of a narrow terminal is the chart's. */
static void
test_narrow (void)
{
  g_auto (ProgramOutcome) outcome = program_run_wide ("plan cx-process --start 2026-12-01", "40");

  g_assert_nonnull (strstr (outcome.output, "\nDelivery Final Playbook        ░   ▐  ░\n"));
}

int
main (int argc, char *argv[])
{
  program_init (&argc, &argv);

  g_test_add_func ("/command-plan/narrow", test_narrow);
  g_test_add_func ("/command-plan/cx-process", test_cx_process);
  g_test_add_func ("/command-plan/activities", test_activities);
  g_test_add_func ("/command-plan/messenger", test_messenger);
  g_test_add_func ("/command-plan/basis", test_basis);
  g_test_add_func ("/command-plan/finish", test_finish);
  g_test_add_func ("/command-plan/both", test_both);
  g_test_add_func ("/command-plan/members", test_members);
  g_test_add_func ("/command-plan/calendars", test_calendars);
  g_test_add_func ("/command-plan/forecast", test_forecast);
  g_test_add_func ("/command-plan/no-deadline", test_no_deadline);
  g_test_add_func ("/command-plan/text", test_plan_text);

  return program_run_tests ();
}
