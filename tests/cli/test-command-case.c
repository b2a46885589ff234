/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cases from outside, each test with a database of its own: what one command did, the next sees. */

#include "config.h"

#include "program.h"

#include <string.h>

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

/* Opens a case in a new database. Returns: (transfer full): its id */
static char *
open_case (const char *name)
{
  g_autofree char *output = run_well (
      name,
      "case new cx-process --customer Acme --deadline 2030-12-18 --access --start 2030-12-02");
  char *end = strchr (output, '\n');

  g_assert_nonnull (end);
  g_assert_cmpint (end - output, ==, 36);
  return g_strndup (output, 36);
}

/* Returns: (transfer full): @command with @id for "%s" */
static char *
with_id (const char *command, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (command, "%s", 2);

  return g_strjoinv (id, parts);
}

/* The one line that a command is refused with; nothing is printed. */
static char *
refused (const char *name, const char *arguments, int status)
{
  g_autofree char *all = g_strdup_printf ("%s --database %s.db", arguments, name);
  g_auto (ProgramOutcome) outcome = program_run (all);

  g_assert_cmpint (outcome.status, ==, status);
  g_assert_cmpstr (outcome.output, ==, "");
  g_assert_true (g_str_has_suffix (outcome.errors, "\n"));
  g_assert_true (strchr (outcome.errors, '\n') == outcome.errors + strlen (outcome.errors) - 1);
  return g_steal_pointer (&outcome.errors);
}

static void
test_from_request_to_closing (void)
{
  g_autofree char *id = open_case ("story");
  static const char *const steps[] = {
    "case done %s create-request-case",
    "case start %s respond-to-request",
    "case wait %s respond-to-request --for customer --reason access",
    "case resume %s respond-to-request",
    "case done %s respond-to-request",
    "case skip %s acknowledge-request --reason known",
    "case set %s target-version=11.0 deadline=2030-12-20",
    "case close %s --note delivered",
  };
  static const char *const states[] = { "running", "running", "running", "running",
                                        "running", "running", "running", "closed" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *step = with_id (steps[i], id);
      g_autofree char *show = g_strdup_printf ("case show %s", id);
      g_autofree char *told = run_well ("story", step);
      g_autoptr (JsonNode) node = run_json ("story", show);

      g_assert_cmpstr (program_get_string (node, "state"), ==, states[i]);
    }
}

static void
test_undo_and_redo_across_runs (void)
{
  g_autofree char *id = open_case ("undo");
  g_autofree char *set = g_strdup_printf ("case set %s deadline=2031-01-15", id);
  g_autofree char *show = g_strdup_printf ("case show %s", id);
  static const char *const commands[] = { NULL, "undo", "redo" };
  static const char *const deadlines[] = { "2031-01-15", "2030-12-18", "2031-01-15" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *told = run_well ("undo", commands[i] != NULL ? commands[i] : set);
      g_autoptr (JsonNode) node = run_json ("undo", show);

      g_assert_cmpstr (program_get_string (node, "deadline"), ==, deadlines[i]);
    }
}

static void
test_show_has_the_plan (void)
{
  g_autofree char *id = open_case ("show");
  g_autofree char *show = g_strdup_printf ("case show %.8s", id);
  g_autofree char *text = run_well ("show", show);
  g_autoptr (JsonNode) node = run_json ("show", show);

  g_assert_nonnull (strstr (text, "Delivery Final Playbook"));
  g_assert_cmpstr (program_get_string (node, "customer"), ==, "Acme");
  g_assert_cmpstr (program_get_string (node, "activities.0.id"), ==, "create-request-case");
  g_assert_cmpstr (program_get_string (node, "activities.0.state"), ==, "planned");
  g_assert_cmpstr (program_get_string (node, "plan.service"), ==, "cx-process");
}

static void
test_search_tells_where (void)
{
  g_autofree char *id = open_case ("search");
  g_autofree char *set = g_strdup_printf ("case set %s deadline-reason=Firewall", id);
  g_autofree char *told = run_well ("search", set);
  g_autoptr (JsonNode) node = run_json ("search", "search FIREW");
  g_autofree char *nothing = run_well ("search", "search nowhere");

  g_assert_cmpstr (program_get_string (node, "results.0.id"), ==, id);
  g_assert_cmpstr (program_get_string (node, "results.0.hits.0.field"), ==, "deadline_reason");
  g_assert_cmpstr (program_get_string (node, "results.0.hits.0.snippet"), ==, "Firewall");
  g_assert_cmpstr (nothing, ==, "Nothing was found.\n");
}

static void
test_samples_are_the_same_for_a_seed (void)
{
  g_autofree char *first = run_well ("one", "sample --cases 12 --seed 7 --now 2026-12-01");
  g_autofree char *second = run_well ("two", "sample --cases 12 --seed 7 --now 2026-12-01");
  g_autofree char *third = run_well ("three", "sample --cases 12 --seed 8 --now 2026-12-01");
  g_autofree char *cases_one = run_well ("one", "case list --json");
  g_autofree char *cases_two = run_well ("two", "case list --json");
  g_autofree char *cases_three = run_well ("three", "case list --json");

  g_assert_cmpstr (cases_one, ==, cases_two);
  g_assert_cmpstr (cases_one, !=, cases_three);
}

static void
test_refusals (void)
{
  g_autofree char *id = open_case ("refused");
  static const struct
  {
    const char *arguments; /* with the case's id for %s */
    int status;
    const char *part;
  } rows[] = {
    { "case show nothing", 1, "nothing" },      { "case set %s nosuch=1", 1, "deadline" },
    { "case set %s deadline=soon", 1, "soon" }, { "case set %s deadline", 2, "FIELD=VALUE" },
    { "case start %s nosuch", 1, "nosuch" },    { "case resume %s", 1, "" },
    { "case skip %s backup", 2, "--reason" },   { "case new nosuch --customer A", 1, "nosuch" },
    { "sample --cases 0", 2, "--cases" },       { "undo --action 9999", 1, "9999" },
    { "restore nowhere.db", 1, "nowhere.db" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *arguments = with_id (rows[i].arguments, id);
      g_autofree char *errors = refused ("refused", arguments, rows[i].status);

      g_test_message ("%s: %s", arguments, errors);
      g_assert_nonnull (strstr (errors, rows[i].part));
    }
}

/* Names are kept byte for byte, and none does anything to the terminal. */
static void
test_texts_are_kept (void)
{
  static const struct
  {
    const char *name;
    const char *text;
  } rows[] = {
    { "quotes", "O'Hara\"s`;--DROP" },  { "emoji", "🚢👩‍🚀" },
    { "rtl", "שלום\342\200\256olleh" }, { "escape", "\033[31mred\033]0;title\007" },
    { "lines", "one\ntwo\ttabs" },      { "percent", "%s%n%1$s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *new = g_strdup_printf ("case new cx-process --customer %s", rows[i].text);
      g_autofree char *id = run_well (rows[i].name, new);
      g_autofree char *show = g_strdup_printf ("case show %.36s", id);
      static const char *const commands[] = { NULL,   "case list", "journal", "journal --details",
                                              "undo", "redo" };

      g_test_message ("%s", rows[i].name);
      for (guint j = 0; j < G_N_ELEMENTS (commands); j++)
        {
          g_autofree char *text = run_well (rows[i].name, commands[j] != NULL ? commands[j] : show);

          g_assert_null (strchr (text, '\033'));
          g_assert_null (strchr (text, '\007'));
        }
      {
        g_autoptr (JsonNode) node = run_json (rows[i].name, show);

        g_assert_cmpstr (program_get_string (node, "customer"), ==, rows[i].text);
      }
    }
}

static void
test_long_text (void)
{
  g_autofree char *name = g_strnfill (10000, 'x');
  g_autofree char *new = g_strdup_printf ("case new messenger --customer %s", name);
  g_autofree char *id = run_well ("long", new);
  g_autofree char *show = g_strdup_printf ("case show %.36s", id);
  g_autofree char *list = run_well ("long", "case list");
  g_autoptr (JsonNode) node = run_json ("long", show);

  g_assert_cmpstr (program_get_string (node, "customer"), ==, name);
  g_assert_cmpuint (strlen (list), <, 1000);
}

/* Two programs at once, both adding and listing: neither is refused, and nothing is lost. */
static gpointer
open_many (gpointer customer)
{
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *new =
          g_strdup_printf ("case new cx-process --customer %s-%u", (char *) customer, i);

      g_free (run_well ("together", new));
    }
  return NULL;
}

static void
test_two_at_once (void)
{
  GThread *other;
  g_autoptr (JsonNode) node = NULL;

  g_free (run_well ("together", "case new cx-process --customer First"));
  other = g_thread_new ("other", open_many, (gpointer) "Other");
  open_many ((gpointer) "Own");
  g_thread_join (other);
  node = run_json ("together", "case list");
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (json_node_get_object (node), "cases")),
                    ==, 21);
}

/* What was done is recorded when it was recorded, and happened when it happened. */
static void
test_at (void)
{
  g_autofree char *id = open_case ("at");
  g_autofree char *done =
      g_strdup_printf ("case done %s create-request-case --at 2020-01-02T10:00", id);
  g_autofree char *early = g_strdup_printf ("case done %s backup --at 2999-01-02", id);
  g_autofree char *later = g_strdup_printf ("case done %s backup --at 2150-01-02", id);
  g_autofree char *show = g_strdup_printf ("case show %s", id);
  g_autofree char *told = run_well ("at", done);
  g_autofree char *beyond = refused ("at", early, 1);
  g_autofree char *ahead = refused ("at", later, 1);
  g_autoptr (JsonNode) node = run_json ("at", show);

  g_assert_cmpstr (program_get_string (node, "activities.0.actual_finish"), ==,
                   "2020-01-02T10:00:00+01:00");
  g_assert_nonnull (strstr (beyond, "--at: "));
  g_assert_nonnull (strstr (ahead, "not come yet"));
}

/* Only what is asked for, what is due first before all. */
static void
test_list (void)
{
  g_autofree char *first = run_well ("list", "case new messenger --customer A --start 2031-12-02");
  g_autofree char *second =
      run_well ("list", "case new cx-process --customer B --start 2030-12-02");
  g_autofree char *third = run_well ("list", "case new cx-process --customer C");
  g_autofree char *close = g_strdup_printf ("case close %.36s --cancelled --note why", third);
  g_autofree char *closed = run_well ("list", close);
  static const struct
  {
    const char *arguments;
    const char *customers;
  } rows[] = {
    { "case list", "B, A, C" },
    { "case list --state cancelled", "C" },
    { "case list --state requested", "B, A" },
    { "case list --service cx-process", "B, C" },
    { "case list --service cx-process --state closed", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = run_json ("list", rows[i].arguments);

      program_assert_strings (node, "cases", "customer", rows[i].customers);
    }
}

static void
test_ambiguous (void)
{
  g_autofree char *first = open_case ("many");
  g_autofree char *errors = NULL;

  for (guint i = 0; i < 17; i++)
    g_free (run_well ("many", "case new messenger --customer Beta"));
  /* Of 18 ids two begin alike. */
  for (guint i = 0; i < 16 && errors == NULL; i++)
    {
      g_autofree char *show = g_strdup_printf ("case show %x --database many.db", i);
      g_auto (ProgramOutcome) outcome = program_run (show);

      if (strstr (outcome.errors, "more than one case") != NULL)
        errors = g_steal_pointer (&outcome.errors);
    }
  g_assert_nonnull (errors);
  g_assert_nonnull (strstr (errors, "It may be "));
  g_assert_nonnull (strstr (errors, "(Beta - Platinum"));
}

static void
test_no_database_is_made_by_looking (void)
{
  g_autofree char *errors = refused ("not-there", "case list", 1);
  g_autofree char *path = temporary_folder_path (program_get_folder (), "not-there.db");

  g_assert_nonnull (strstr (errors, "not-there.db"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  program_init (&argc, &argv);
  g_test_add_func ("/case/from-request-to-closing", test_from_request_to_closing);
  g_test_add_func ("/case/undo-and-redo-across-runs", test_undo_and_redo_across_runs);
  g_test_add_func ("/case/show-has-the-plan", test_show_has_the_plan);
  g_test_add_func ("/case/search-tells-where", test_search_tells_where);
  g_test_add_func ("/case/samples-are-the-same-for-a-seed", test_samples_are_the_same_for_a_seed);
  g_test_add_func ("/case/refusals", test_refusals);
  g_test_add_func ("/case/texts-are-kept", test_texts_are_kept);
  g_test_add_func ("/case/long-text", test_long_text);
  g_test_add_func ("/case/two-at-once", test_two_at_once);
  g_test_add_func ("/case/at", test_at);
  g_test_add_func ("/case/list", test_list);
  g_test_add_func ("/case/ambiguous", test_ambiguous);
  g_test_add_func ("/case/no-database-is-made-by-looking", test_no_database_is_made_by_looking);
  return program_run_tests ();
}
