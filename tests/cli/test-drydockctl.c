/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * drydockctl from outside: what it prints, where, and how it exits.
 */
/* For posix_openpt(). */
#define _GNU_SOURCE

#include "config.h"

#include "dd-text.h"
#include "temporary-folder.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#define SERVICE(body)                                                                              \
  "<service id='s' product='S' document-version='1'><phase>" body "</phase></service>"

/* The program's path, whatever folder it is started in. */
static char *program;

/* The folder that the program runs in, with the files that the tests name. */
static TemporaryFolder *folder;

/* What a run of the program left. */
typedef struct
{
  int status;
  char *output; /* (owned) */
  char *errors; /* (owned) */
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_free (outcome->output);
  g_free (outcome->errors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static char *
bytes_to_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length > 0 ? g_strndup (data, length) : g_strdup ("");
}

/* Runs the program with @arguments, split at their spaces, on a terminal of @columns. */
static Outcome
run_wide (const char *arguments, const char *columns)
{
  g_autofree char *line = g_strconcat (program, " ", arguments, NULL);
  g_auto (GStrv) argv = g_strsplit (line, " ", -1);
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) errors = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_set_cwd (launcher, folder->path);
  g_subprocess_launcher_setenv (launcher, "COLUMNS", columns, TRUE);
  g_subprocess_launcher_setenv (launcher, "TZ", "Europe/Berlin", TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", folder->path, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, &errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return (Outcome){ g_subprocess_get_exit_status (process), bytes_to_text (output),
                    bytes_to_text (errors) };
}

static Outcome
run (const char *arguments)
{
  return run_wide (arguments, "100");
}

/* What the program prints for @arguments, which it must take. */
static char *
run_well (const char *arguments)
{
  g_auto (Outcome) outcome = run (arguments);

  g_assert_cmpstr (outcome.errors, ==, "");
  g_assert_cmpint (outcome.status, ==, 0);
  return g_steal_pointer (&outcome.output);
}

static JsonNode *
run_json (const char *arguments)
{
  g_autofree char *output = run_well (arguments);
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (output, &error);

  g_assert_no_error (error);
  return node;
}

/* The string at @path, members and indices joined by dots: "activities.0.id". */
static const char *
get_string (JsonNode *node, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (JSON_NODE_HOLDS_ARRAY (node))
        node = json_array_get_element (json_node_get_array (node),
                                       (guint) g_ascii_strtoull (steps[i], NULL, 10));
      else
        node = json_object_get_member (json_node_get_object (node), steps[i]);
      g_assert_nonnull (node);
    }
  return json_node_get_string (node);
}

static void
assert_strings (JsonNode *node, const char *array, const char *member, const char *expected)
{
  JsonArray *elements = json_object_get_array_member (json_node_get_object (node), array);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (elements); i++)
    g_string_append_printf (
        list, "%s%s", i > 0 ? ", " : "",
        json_object_get_string_member (json_array_get_object_element (elements, i), member));
  g_assert_cmpstr (list->str, ==, expected);
}

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

/* --- Plans --- */

static void
test_cx_process (void)
{
  g_autoptr (JsonNode) plan = run_json ("plan cx-process --start 2026-12-01 --json");

  g_assert_cmpstr (get_string (plan, "start"), ==, "2026-12-01T09:00:00+01:00");
  /* Ten working days. */
  g_assert_cmpstr (get_string (plan, "finish"), ==, "2026-12-14T17:00:00+01:00");
  g_assert_cmpstr (get_string (plan, "finish_of.name"), ==, "Delivery Final Playbook");
  /* And then a window of five. */
  g_assert_cmpstr (get_string (plan, "activities.15.kind"), ==, "window");
  g_assert_cmpstr (get_string (plan, "activities.15.start"), ==, "2026-12-15T09:00:00+01:00");
  g_assert_cmpstr (get_string (plan, "activities.15.finish"), ==, "2026-12-21T17:00:00+01:00");
  g_assert_cmpstr (get_string (plan, "bases.cautious.finish"), ==, "2026-12-14T17:00:00+01:00");
  g_assert_cmpstr (get_string (plan, "activities.7.documented"), ==, "1 day");
  g_assert_cmpstr (get_string (plan, "activities.7.source.version"), ==, "17");
}

/* Every activity of the two tables, in order, with its owner. */
static void
test_activities (void)
{
  g_autoptr (JsonNode) cx = run_json ("plan cx-process --start 2026-12-01 --json");
  g_autoptr (JsonNode) messenger = run_json ("plan messenger --start 2026-12-01 --json");

  assert_strings (cx, "activities", "name",
                  "Create Request Case, Respond to Request, Acknowledge Request Formally, "
                  "Set Up Project Framework, Prepare for Upgrade, Prepare Environment for Upgrade, "
                  "Access and Software in Place, Backup Configuration Files, "
                  "Upgrade Dev or Staging Environment, Test, Fix Issues and Retest, "
                  "Create Playbook, Deliver Playbook, Review change request and review, "
                  "Delivery Final Playbook, Post Upgrade Support");
  assert_strings (cx, "activities", "owner",
                  "customer, consultant, manager, consultant, consultant, customer, customer, "
                  "consultant, consultant, consultant, consultant, consultant, customer, "
                  "customer consultant, consultant, consultant");
  assert_strings (messenger, "activities", "name",
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
  g_autoptr (JsonNode) plan = run_json ("plan messenger --start 2026-12-01 --json");

  /* 14 working days, 19 when cautious. */
  g_assert_cmpstr (get_string (plan, "finish"), ==, "2026-12-18T17:00:00+01:00");
  g_assert_cmpstr (get_string (plan, "bases.typical.finish"), ==, "2026-12-18T17:00:00+01:00");
  g_assert_cmpstr (get_string (plan, "bases.cautious.finish"), ==, "2026-12-25T17:00:00+01:00");
}

static void
test_basis (void)
{
  g_autoptr (JsonNode) plan =
      run_json ("plan messenger --start 2026-12-01 --basis cautious --json");

  g_assert_cmpstr (get_string (plan, "basis"), ==, "cautious");
  g_assert_cmpstr (get_string (plan, "finish"), ==, "2026-12-25T17:00:00+01:00");
}

/* The latest request date; support comes after the finish and does not push it back. */
static void
test_finish (void)
{
  g_autoptr (JsonNode) plan = run_json ("plan cx-process --finish 2026-12-18 --json");

  g_assert_cmpstr (get_string (plan, "start"), ==, "2026-12-07T09:00:00+01:00");
  g_assert_cmpstr (get_string (plan, "latest_start"), ==, "2026-12-07T09:00:00+01:00");
  g_assert_cmpstr (get_string (plan, "finish"), ==, "2026-12-18T17:00:00+01:00");
  g_assert_cmpstr (get_string (plan, "deadline"), ==, "2026-12-19T00:00:00+01:00");
}

/* A deadline that cannot be met: float says by how much. */
static void
test_both (void)
{
  g_autoptr (JsonNode) plan =
      run_json ("plan cx-process --start 2026-12-01 --finish 2026-12-11 --json");
  JsonArray *activities = json_object_get_array_member (json_node_get_object (plan), "activities");
  JsonObject *first = json_array_get_object_element (activities, 1);

  g_assert_cmpstr (get_string (plan, "finish"), ==, "2026-12-14T17:00:00+01:00");
  g_assert_cmpstr (get_string (plan, "latest_start"), ==, "2026-11-30T09:00:00+01:00");
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
  g_autoptr (JsonNode) node = run_json ("plan cx-process --start 2026-12-01 --json");
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
  g_autoptr (JsonNode) plan = run_json ("plan both.xml --start 2026-12-01 --calendar four.calendar "
                                        "--customer-calendar three.calendar --json");

  g_assert_cmpstr (get_string (plan, "calendar.timezone"), ==, "Europe/Berlin");
  g_assert_cmpstr (get_string (plan, "customer_calendar.timezone"), ==, "Europe/Berlin");
  /* Tuesday for the vendor, then what both must do: Wednesday, and Thursday. */
  g_assert_cmpstr (get_string (plan, "activities.0.finish"), ==, "2026-12-01T16:00:00+01:00");
  g_assert_cmpstr (get_string (plan, "activities.1.start"), ==, "2026-12-02T10:00:00+01:00");
  g_assert_cmpstr (get_string (plan, "finish"), ==, "2026-12-03T16:00:00+01:00");
}

static void
test_forecast (void)
{
  static const char arguments[] = "plan messenger --start 2026-12-01 --finish 2026-12-23 "
                                  "--forecast 500 --seed 7 --json";
  g_autoptr (JsonNode) plan = run_json (arguments);
  g_autofree char *once = run_well (arguments);
  g_autofree char *again = run_well (arguments);
  JsonObject *forecast = json_object_get_object_member (json_node_get_object (plan), "forecast");
  double probability = json_object_get_double_member (forecast, "probability");

  g_assert_cmpstr (once, ==, again);
  g_assert_cmpint (json_object_get_int_member (forecast, "runs"), ==, 500);
  g_assert_cmpint (json_object_get_int_member (forecast, "seed"), ==, 7);
  g_assert_cmpstr (get_string (plan, "forecast.p50"), <=, get_string (plan, "forecast.p80"));
  g_assert_cmpfloat (probability, >, 0);
  g_assert_cmpfloat (probability, <, 1);
}

static void
test_no_deadline (void)
{
  g_autoptr (JsonNode) plan = run_json ("plan messenger --start 2026-12-01 --forecast 10 --json");

  g_assert_null (get_string (plan, "deadline"));
  g_assert_null (get_string (plan, "forecast.probability"));
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
  g_autofree char *text = run_well ("plan cx-process --finish 2026-12-18");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s", parts[i]);
      g_assert_nonnull (strstr (text, parts[i]));
    }
}

/* Whatever the width, no line is wider, and no escape sequence goes into a pipe. */
static void
test_width (void)
{
  static const char *const widths[] = { "72", "80", "100", "120", "140", "160", "240" };
  static const char *const commands[] = {
    "plan messenger --start 2026-12-16 --finish 2027-01-20 --forecast 10",
    "plan wide.xml --start 2026-12-16",
    "service show cx-process",
    "service lint messenger",
    "service list",
  };

  for (guint i = 0; i < G_N_ELEMENTS (widths) * G_N_ELEMENTS (commands); i++)
    {
      const char *width = widths[i % G_N_ELEMENTS (widths)];
      g_auto (Outcome) outcome = run_wide (commands[i / G_N_ELEMENTS (widths)], width);
      g_auto (GStrv) lines = g_strsplit (outcome.output, "\n", -1);

      g_assert_cmpint (outcome.status, ==, 0);
      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_test_message ("%s", lines[j]);
          g_assert_null (strchr (lines[j], '\033'));
          g_assert_false (g_str_has_suffix (lines[j], " "));
          if (!strstr (lines[j], "https://") && !strchr (lines[j], '/'))
            g_assert_cmpint (dd_text_width (lines[j]), <=, (int) g_ascii_strtoll (width, NULL, 10));
        }
    }
}

/* A new terminal of 90 columns; @other is the end that programs write to. */
static int
open_terminal (int *other)
{
  const struct winsize size = { .ws_row = 25, .ws_col = 90 };
  int fd = posix_openpt (O_RDWR | O_NOCTTY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_no_errno (grantpt (fd));
  g_assert_no_errno (unlockpt (fd));
  g_assert_no_errno (ioctl (fd, TIOCSWINSZ, &size));
  *other = open (ptsname (fd), O_RDWR | O_NOCTTY | O_CLOEXEC);
  g_assert_cmpint (*other, >=, 0);
  return fd;
}

/* What comes out of the terminal until the last program has let go of it. */
static char *
read_terminal (int fd)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  close (fd);
  return g_string_free (text, FALSE);
}

/* Colours and the terminal's own width on a terminal, unless somebody does not want colours. */
static void
test_terminal (void)
{
  static const struct
  {
    const char *name;
    const char *no_color;
    const char *term;
    gboolean styled;
  } rows[] = {
    { "terminal", NULL, "xterm", TRUE },
    { "empty NO_COLOR", "", "xterm", TRUE },
    { "NO_COLOR", "1", "xterm", FALSE },
    { "dumb terminal", NULL, "dumb", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (0);
      g_autoptr (GSubprocess) process = NULL;
      g_autofree char *text = NULL;
      int other;
      int fd = open_terminal (&other);

      g_subprocess_launcher_unsetenv (launcher, "COLUMNS");
      g_subprocess_launcher_unsetenv (launcher, "NO_COLOR");
      if (rows[i].no_color != NULL)
        g_subprocess_launcher_setenv (launcher, "NO_COLOR", rows[i].no_color, TRUE);
      g_subprocess_launcher_setenv (launcher, "TERM", rows[i].term, TRUE);
      g_subprocess_launcher_take_stdout_fd (launcher, other);
      process = g_subprocess_launcher_spawn (launcher, NULL, program, "plan", "cx-process",
                                             "--start", "2026-12-01", NULL);
      /* The launcher's own hold on the terminal, or reading would not end. */
      g_subprocess_launcher_close (launcher);
      text = read_terminal (fd);
      g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
      g_test_message ("%s", rows[i].name);
      g_assert_true ((strchr (text, '\033') != NULL) == rows[i].styled);
      /* 90 columns break this sentence here. */
      g_assert_nonnull (strstr (text, "Post Upgrade Support, is\r\nnot counted."));
    }
}

/* --- Services --- */

static void
test_service_list (void)
{
  g_autoptr (JsonNode) list = run_json ("service list --json");
  g_autofree char *text = run_well ("service list");

  assert_strings (list, "services", "id", "broken, cx-process, messenger, mine");
  g_assert_cmpstr (get_string (list, "services.1.product"), ==, "CX Process");
  g_assert_cmpstr (get_string (list, "services.1.document_version"), ==, "17");
  g_assert_null (get_string (list, "services.1.file"));
  g_assert_null (get_string (list, "services.0.product"));
  g_assert_nonnull (strstr (get_string (list, "services.0.error"), "broken.xml:1: "));
  g_assert_nonnull (strstr (text, "broken.xml:1: "));
  g_assert_nonnull (strstr (text, "cx-process  CX Process      17               16  ships with"));
}

static void
test_service_of_user (void)
{
  g_autoptr (JsonNode) plan = run_json ("plan mine --start 2026-12-01 --json");

  g_assert_cmpstr (get_string (plan, "product"), ==, "Mine");
}

static void
test_service_show (void)
{
  g_autoptr (JsonNode) service = run_json ("service show cx-process --json");
  g_autofree char *text = run_well ("service show cx-process");

  g_assert_cmpstr (get_string (service, "request.title"), ==,
                   "[Customer Name] - Platinum Services Request: Managed Upgrade");
  g_assert_cmpstr (get_string (service, "request.fields.0.label"), ==,
                   "Current CX Process Version");
  g_assert_cmpstr (get_string (service, "exclusions.2.certainty"), ==, "may");
  g_assert_cmpstr (get_string (service, "phases.2.milestones.0.cells.0.documented"), ==, "1 day");
  g_assert_cmpstr (get_string (service, "phases.2.milestones.0.cells.0.activities.0.reading"), ==,
                   "1/4 of 1 day");
  g_assert_nonnull (strstr (text, "may be necessary"));
  g_assert_nonnull (strstr (text, "1/4 of 1 day"));
}

/* Findings are no failure. */
static void
test_service_lint (void)
{
  g_autoptr (JsonNode) lint = run_json ("service lint messenger --json");
  g_autoptr (JsonNode) clean = run_json ("service lint both.xml --json");
  g_autoptr (JsonNode) against = run_json ("service lint messenger --against cx-process --json");
  g_autofree char *text = run_well ("service lint messenger");

  g_assert_nonnull (get_string (lint, "findings.0.rule"));
  g_assert_nonnull (get_string (lint, "findings.0.message"));
  g_assert_nonnull (get_string (lint, "findings.0.reading"));
  assert_strings (clean, "findings", "rule", "");
  g_assert_cmpstr (get_string (against, "against"), ==, "cx-process");
  g_assert_cmpstr (get_string (against, "findings.0.rule"), ==, "certainty");
  g_assert_nonnull (strstr (text, "\n1. "));
  g_assert_nonnull (strstr (text, "   Read as: "));
}

/* --- What is refused --- */

/* One line, which begins with the program's name. */
static void
assert_one_line (const char *errors)
{
  const char *end = strchr (errors, '\n');

  g_assert_true (g_str_has_prefix (errors, "drydockctl: "));
  g_assert_true (g_utf8_validate (errors, -1, NULL));
  g_assert_nonnull (end);
  g_assert_cmpstr (end, ==, "\n");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *arguments;
    int status;
    const char *reason;
  } rows[] = {
    { "unknown service", "plan nosuch --start 2026-12-01", 1, "plan: nosuch: no service has" },
    { "malformed XML", "plan malformed.xml --start 2026-12-01", 1, "plan: malformed.xml:2: " },
    { "cycle", "plan cycle.xml --start 2026-12-01", 1, "a, b and c wait for each other" },
    { "unknown predecessor", "plan unknown.xml --start 2026-12-01", 1,
      "unknown.xml:1: <activity>" },
    { "id given twice", "plan twice.xml --start 2026-12-01", 1, "twice.xml:1: <activity>" },
    { "no duration", "plan fortnights.xml --start 2026-12-01", 1, "3 fortnights" },
    { "no activity", "plan bare.xml --start 2026-12-01", 1, "bare.xml:1: <service>" },
    { "empty file", "plan empty.xml --start 2026-12-01", 1, "empty.xml: the file is empty" },
    { "too large", "plan huge.xml --start 2026-12-01", 1, "huge.xml: is larger than" },
    { "not UTF-8", "plan latin.xml --start 2026-12-01", 1, "latin.xml:1: " },
    { "NUL bytes", "plan nul.xml --start 2026-12-01", 1, "nul.xml:1: " },
    { "no file", "plan missing.xml --start 2026-12-01", 1, "missing.xml: there is no such file" },
    { "a folder", "plan ./drydock --start 2026-12-01", 1, "./drydock: is a folder" },
    { "a pipe", "plan pipe.xml --start 2026-12-01", 1, "pipe.xml: is a pipe" },
    { "a device", "plan /dev/zero --start 2026-12-01", 1, "/dev/zero: is a pipe or a device" },
    { "broken file of the user", "plan broken --start 2026-12-01", 1, "broken.xml:1: " },
    { "line end in a name", "plan a\nb.xml --start 2026-12-01", 1, "a\\nb.xml: there is no" },
    { "escape in a name", "plan \033[31m.xml --start 2026-12-01", 1, "\\x1b[31m.xml: there is" },
    { "name that is not UTF-8", "plan \374.xml --start 2026-12-01", 1, ".xml: there is no such" },
    { "finish before start", "plan cx-process --start 2026-12-18 --finish 2026-12-01", 1,
      "before" },
    { "year 9999", "plan cx-process --start 9999-12-01", 1, "--start: " },
    { "finish in year 9999", "plan cx-process --finish 9999-12-01", 1, "--finish: " },
    { "no date", "plan cx-process --start tomorrow", 1, "--start: “tomorrow” is not a date" },
    { "no such day", "plan cx-process --start 2026-02-30", 1, "--start: " },
    { "empty date", "plan cx-process --start ", 1, "--start: " },
    { "out of the years", "plan cx-process --start 2199-12-30", 1, "2199" },
    { "before the years", "plan cx-process --finish 1970-01-02", 1, "plan: " },
    { "no working time", "plan cx-process --start 2026-12-01 --calendar idle.calendar", 1,
      "idle.calendar" },
    { "unknown zone", "plan cx-process --start 2026-12-01 --calendar moon.calendar", 1,
      "moon.calendar" },
    { "no calendar", "plan cx-process --start 2026-12-01 --calendar malformed.xml", 1,
      "malformed.xml" },
    { "missing calendar", "plan cx-process --start 2026-12-01 --calendar none", 1,
      "none: there is no such file" },
    { "missing customer's calendar", "plan cx-process --start 2026-12-01 --customer-calendar none",
      1, "none: there is no such file" },
    { "parties that never meet",
      "plan both.xml --start 2026-12-01 --calendar four.calendar --customer-calendar sunday.calendar",
      1, "plan: " },
    { "show an unknown one", "service show nosuch", 1, "service show: nosuch: no service has" },
    { "lint a broken one", "service lint malformed.xml", 1, "service lint: malformed.xml:2: " },
    { "lint against a missing one", "service lint messenger --against none.xml", 1,
      "none.xml: there is no such file" },

    { "no command", "", 2, "; see “drydockctl --help”" },
    { "unknown command", "plans", 2, "plans: there is no such command; see “drydockctl --help”" },
    { "unknown verb", "service sing", 2, "service sing: there is no such command" },
    { "no verb", "service", 2, "service: what to do is missing" },
    { "unknown option", "plan cx-process --begin 2026-12-01", 2,
      "--begin; see “drydockctl plan --help”" },
    { "no service", "plan --start 2026-12-01", 2, "plan: ID-or-FILE.xml is missing" },
    { "two services", "plan cx-process messenger --start 2026-12-01", 2, "messenger: is one" },
    { "no value", "plan cx-process --start", 2, "--start; see" },
    { "neither start nor finish", "plan cx-process", 2, "--start or --finish is missing" },
    { "bad basis", "plan cx-process --start 2026-12-01 --basis lucky", 2, "--basis: lucky is not" },
    { "no runs", "plan cx-process --start 2026-12-01 --forecast 0", 2, "--forecast: " },
    { "runs below none", "plan cx-process --start 2026-12-01 --forecast -5", 2, "--forecast: " },
    { "too many runs", "plan cx-process --start 2026-12-01 --forecast 1000001", 2, "--forecast: " },
    { "runs in words", "plan cx-process --start 2026-12-01 --forecast many", 2, "--forecast: " },
    { "seed alone", "plan cx-process --start 2026-12-01 --seed 1", 2, "--seed is for --forecast" },
    { "seed below none", "plan cx-process --start 2026-12-01 --forecast 1 --seed -1", 2,
      "--seed: " },
    { "list takes nothing", "service list all", 2, "all: is one argument too many" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Outcome) outcome = run (rows[i].arguments);

      g_test_message ("%s: %s", rows[i].name, outcome.errors);
      g_assert_cmpstr (outcome.output, ==, "");
      assert_one_line (outcome.errors);
      g_assert_nonnull (strstr (outcome.errors, rows[i].reason));
      g_assert_cmpint (outcome.status, ==, rows[i].status);
    }
}

static void
test_unreadable (void)
{
  g_autofree char *path = temporary_folder_path (folder, "both.xml");
  g_auto (Outcome) outcome = { 0 };

  g_assert_no_errno (chmod (path, 0));
  if (access (path, R_OK) == 0)
    g_test_skip ("this user may read everything");
  else
    {
      outcome = run ("plan both.xml --start 2026-12-01");
      g_assert_cmpint (outcome.status, ==, 1);
      g_assert_cmpstr (outcome.errors, ==,
                       "drydockctl: plan: both.xml: you may not read this file\n");
    }
  g_assert_no_errno (chmod (path, 0600));
}

/* What could not be printed is not done. */
static void
test_full_device (void)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *errors = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full here");
      return;
    }
  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  process = g_subprocess_launcher_spawn (launcher, NULL, program, "service", "list", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &errors, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  assert_one_line (errors);
}

/* Names of all scripts go through a locale that knows none of them. */
static void
test_other_locale (void)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_subprocess_launcher_set_cwd (launcher, folder->path);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  process = g_subprocess_launcher_spawn (launcher, NULL, program, "plan", "wide.xml", "--start",
                                         "2026-12-01", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, &errors, NULL));
  g_assert_cmpstr (errors, ==, "");
  g_assert_nonnull (strstr (output, "升级环境"));
  g_assert_nonnull (strstr (output, "█"));
}

static void
test_help (void)
{
  static const char *const rows[] = { "--help",
                                      "-h",
                                      "service --help",
                                      "service list --help",
                                      "service show --help",
                                      "service lint --help",
                                      "plan --help",
                                      "plan -h" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *help = run_well (rows[i]);

      g_assert_true (g_str_has_prefix (help, "Usage:\n  drydockctl "));
    }
}

static void
test_version (void)
{
  g_autofree char *version = run_well ("--version");

  g_assert_cmpstr (version, ==, "drydockctl " DD_VERSION "\n");
}

/* --- The files that the tests name --- */

#define CALENDAR(zone, days)                                                                       \
  "[calendar]\ntimezone=" zone "\nminutes-per-day=360\ndays-per-week=4\n" days

static void
write_files (void)
{
  static const struct
  {
    const char *name;
    const char *content;
    gssize length;
  } files[] = {
    { "malformed.xml", "<service id='s' product='S' document-version='1'>\n</phase>", -1 },
    { "cycle.xml",
      SERVICE ("<activity id='a' after='c'/><activity id='b' after='a'/>"
               "<activity id='c' after='b'/>"),
      -1 },
    { "unknown.xml", SERVICE ("<activity id='a' after='nobody'/>"), -1 },
    { "twice.xml", SERVICE ("<activity id='a'/><activity id='a'/>"), -1 },
    { "fortnights.xml", SERVICE ("<cell duration='3 fortnights'><activity id='a'/></cell>"), -1 },
    { "bare.xml", "<service id='s' product='S' document-version='1'/>", -1 },
    { "empty.xml", "", 0 },
    { "huge.xml", "x", -1 },
    { "latin.xml", SERVICE ("<activity id='a' name='M\374ller'/>"), -1 },
    { "nul.xml", "<service id='s'\0 product='S'/>", 30 },
    { "both.xml",
      SERVICE ("<cell duration='1d' documented='1 day'><activity id='a' owner='consultant'/></cell>"
               "<cell duration='2d' documented='2 days'>"
               "<activity id='b' owner='customer consultant'/></cell>"),
      -1 },
    { "wide.xml",
      SERVICE (
          "<cell duration='1d' documented='1 day'>"
          "<activity id='a' name='升级环境 升级环境 升级环境 升级环境' owner='customer'/></cell>"
          "<cell duration='3d' documented='שלושה ימים'>"
          "<activity id='b' name='שדרוג הסביבה'/></cell>"
          "<cell duration='400d'><activity id='c' name='مُحَدَّث 🚢'/></cell>"),
      -1 },
    { "four.calendar",
      CALENDAR ("Europe/Berlin", "tuesday=10:00-16:00\nwednesday=10:00-16:00\n"
                                 "thursday=10:00-16:00\nfriday=10:00-16:00\n"),
      -1 },
    { "three.calendar",
      CALENDAR ("Europe/Berlin",
                "wednesday=10:00-16:00\nthursday=10:00-16:00\nfriday=10:00-16:00\n"),
      -1 },
    { "sunday.calendar", CALENDAR ("Europe/Berlin", "sunday=10:00-16:00\n"), -1 },
    { "idle.calendar", CALENDAR ("Europe/Berlin", ""), -1 },
    { "moon.calendar", CALENDAR ("Moon/Tycho", "sunday=10:00-16:00\n"), -1 },
    { "drydock/services/mine.xml",
      "<service id='mine' product='Mine' document-version='3'><phase><activity/></phase></service>",
      -1 },
    { "drydock/services/broken.xml", "<services/>", -1 },
  };
  g_autofree char *huge = temporary_folder_path (folder, "huge.xml");
  g_autofree char *pipe = temporary_folder_path (folder, "pipe.xml");

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (temporary_folder_write (folder, files[i].name, files[i].content, files[i].length));
  g_assert_no_errno (truncate (huge, 100 * 1024 * 1024));
  g_assert_no_errno (mkfifo (pipe, 0600));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = g_canonicalize_filename (argv[1], NULL);
  folder = temporary_folder_new ();
  write_files ();

  g_test_add_func ("/drydockctl/plan/cx-process", test_cx_process);
  g_test_add_func ("/drydockctl/plan/activities", test_activities);
  g_test_add_func ("/drydockctl/plan/messenger", test_messenger);
  g_test_add_func ("/drydockctl/plan/basis", test_basis);
  g_test_add_func ("/drydockctl/plan/finish", test_finish);
  g_test_add_func ("/drydockctl/plan/both", test_both);
  g_test_add_func ("/drydockctl/plan/members", test_members);
  g_test_add_func ("/drydockctl/plan/calendars", test_calendars);
  g_test_add_func ("/drydockctl/plan/forecast", test_forecast);
  g_test_add_func ("/drydockctl/plan/no-deadline", test_no_deadline);
  g_test_add_func ("/drydockctl/plan/text", test_plan_text);
  g_test_add_func ("/drydockctl/width", test_width);
  g_test_add_func ("/drydockctl/terminal", test_terminal);
  g_test_add_func ("/drydockctl/service/list", test_service_list);
  g_test_add_func ("/drydockctl/service/of-user", test_service_of_user);
  g_test_add_func ("/drydockctl/service/show", test_service_show);
  g_test_add_func ("/drydockctl/service/lint", test_service_lint);
  g_test_add_func ("/drydockctl/refused", test_refused);
  g_test_add_func ("/drydockctl/unreadable", test_unreadable);
  g_test_add_func ("/drydockctl/full-device", test_full_device);
  g_test_add_func ("/drydockctl/other-locale", test_other_locale);
  g_test_add_func ("/drydockctl/help", test_help);
  g_test_add_func ("/drydockctl/version", test_version);

  status = g_test_run ();
  temporary_folder_free (folder);
  g_free (program);
  return status;
}
