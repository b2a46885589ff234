/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Required inputs and the gates that name them: sequences of what people note, and where each gate
 * stands then.
 */

#include "config.h"

#include "delivery/dd-case-opening.h"
#include "delivery/dd-case-rules.h"
#include "delivery/dd-customer.h"
#include "delivery/dd-input-evidence.h"
#include "delivery/dd-label.h"
#include "delivery/dd-plan-enums.h"
#include "service-fixture.h"

#include <string.h>

/* The gate "g" needs two inputs, "h" one of them, "n" none. */
#define SERVICE                                                                                    \
  "<service id='s' product='Ship' document-version='1'>"                                           \
  "<input id='access'>Access</input><input id='software'>Software</input>"                         \
  "<input id='papers'>Papers</input>"                                                              \
  "<phase><activity id='a'/>"                                                                      \
  "<activity id='g' name='Ready' kind='gate' inputs='access software'/>"                           \
  "<activity id='h' kind='gate' inputs='access'/>"                                                 \
  "<activity id='n' kind='gate'/></phase></service>"

static DdCaseFile *
open_case (void)
{
  g_autoptr (DdService) service = fixture_parse (SERVICE);
  g_autoptr (DdRecord) customer = dd_record_new (&dd_customer_entity, NULL);
  const DdActor actor = { .user = "Anna", .now = 100 };
  const DdCaseOpening opening = { .service = service, .customer = "Acme" };
  DdCaseFile *file;

  dd_action_free (dd_case_opening_take (&opening, customer, &actor, &file));
  return file;
}

/* Takes "meet access", "withdraw access", "done g" or "skip g", at @now, with @text as the evidence
 * or reason. */
static DdAction *
act (DdCaseFile *file, const char *words, const char *text, gint64 now, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", 2);
  const DdActor actor = { .user = "Anna", .now = now };
  DdCaseStep step = { .text = text };

  if (strcmp (parts[0], "done") == 0 || strcmp (parts[0], "skip") == 0)
    step.activity = parts[1];
  else
    step.input = parts[1];
  if (strcmp (parts[0], "meet") == 0)
    step.kind = DD_CASE_STEP_MEET_INPUT;
  else if (strcmp (parts[0], "withdraw") == 0)
    step.kind = DD_CASE_STEP_WITHDRAW_INPUT;
  else
    step.kind = parts[0][0] == 'd' ? DD_CASE_STEP_FINISH : DD_CASE_STEP_SKIP;
  return dd_case_step_take (&step, file, &actor, error);
}

typedef struct
{
  const char *name;
  const char *steps;    /* one after the other, from instant 1000 on, 1000 apart; "why" is said */
  const char *expected; /* of each gate: its state and when it was met; then the inputs that are */
} Row;

static const Row rows[] = {
  { "nothing", "", "g planned, h planned, n planned:" },
  { "one of two", "meet software", "g planned, h planned, n planned: software 1000" },
  { "one gate of two", "meet access", "g planned, h done 1000, n planned: access 1000" },
  { "all, at the latest time", "meet access; meet software",
    "g done 2000, h done 1000, n planned: access 1000 software 2000" },
  { "an input of no gate", "meet papers", "g planned, h planned, n planned: papers 1000" },
  { "withdrawn", "meet access; meet software; withdraw access",
    "g planned, h planned, n planned: software 2000" },
  { "withdrawn and there again", "meet access; meet software; withdraw access; meet access",
    "g done 4000, h done 4000, n planned: access 4000 software 2000" },
  { "noted again, later", "meet access; meet software; meet access",
    "g done 3000, h done 3000, n planned: access 3000 software 2000" },
  { "by the gate", "done g", "g done 1000, h done 1000, n planned: access 1000 software 1000" },
  { "by the gate, what was left", "meet access; done g",
    "g done 2000, h done 1000, n planned: access 1000 software 2000" },
  { "by the gate, then withdrawn", "done g; withdraw software",
    "g planned, h done 1000, n planned: access 1000" },
  { "a gate without inputs", "done n", "g planned, h planned, n done 1000:" },
  { "a skipped gate is left alone", "skip g; meet access; meet software; withdraw access",
    "g skipped, h planned, n planned: software 3000" },
};

static void
append_gate (GString *text, DdCaseFile *file, const char *id, const char *separator)
{
  DdRecord *gate = dd_case_file_find_activity (file, id);
  gint64 finished_at = dd_record_get_integer (gate, "finished_at");

  g_string_append_printf (text, "%s %s", id,
                          dd_enum_get_nick (dd_activity_state_get_type (),
                                            dd_record_get_integer (gate, "state")));
  if (finished_at != DD_INSTANT_NONE)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, finished_at);
  g_string_append (text, separator);
}

/* Returns: (transfer full): where the gates and inputs of @file stand */
static char *
tell (DdCaseFile *file)
{
  const char *const inputs[] = { "access", "software", "papers" };
  GString *text = g_string_new (NULL);

  append_gate (text, file, "g", ", ");
  append_gate (text, file, "h", ", ");
  append_gate (text, file, "n", ":");
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      DdRecord *input = dd_case_file_find_input (file, inputs[i]);
      gint64 met_at = input != NULL ? dd_record_get_integer (input, "met_at") : DD_INSTANT_NONE;

      if (met_at != DD_INSTANT_NONE)
        g_string_append_printf (text, " %s %" G_GINT64_FORMAT, inputs[i], met_at);
    }
  return g_string_free (text, FALSE);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_auto (GStrv) steps = g_strsplit (row->steps, "; ", 0);
  g_autoptr (DdCaseFile) file = open_case ();
  g_autofree char *told = NULL;

  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdAction) action = act (file, steps[i], "why", 1000 * (i + 1), &error);

      g_assert_no_error (error);
      g_assert_nonnull (action);
    }
  told = tell (file);
  g_assert_cmpstr (told, ==, row->expected);
}

/* Everything that an input comes to is in one action, and the history says what was done. */
static void
test_action (void)
{
  g_autoptr (DdCaseFile) file = open_case ();
  g_autoptr (DdAction) first = act (file, "meet access", "VPN works", 1000, NULL);
  g_autoptr (DdAction) withdrawn = NULL;
  g_autofree char *told =
      dd_label_format (dd_action_get_label (first), dd_action_get_arguments (first));
  g_autofree char *told_withdrawn = NULL;
  DdRecord *input = dd_case_file_find_input (file, "access");

  g_assert_cmpstr (told, ==, "Recorded the required input “access”");
  /* The file was never stored, so every row of it is in there, too: the case and 4 activities. */
  g_assert_cmpuint (dd_action_get_changes (first)->len, ==, 6);
  g_assert_cmpstr (dd_record_get_text (input, "recorded_by"), ==, "Anna");
  g_assert_cmpstr (dd_record_get_text (input, "evidence"), ==, "VPN works");
  withdrawn = act (file, "withdraw access", NULL, 2000, NULL);
  told_withdrawn =
      dd_label_format (dd_action_get_label (withdrawn), dd_action_get_arguments (withdrawn));
  g_assert_cmpstr (told_withdrawn, ==, "Withdrew the required input “access”");
  g_assert_null (dd_record_get_text (input, "evidence"));
}

/* A gate has the evidence of its inputs, each once. */
static void
test_evidence (void)
{
  g_autoptr (DdCaseFile) file = open_case ();
  DdRecord *gate = dd_case_file_find_activity (file, "g");

  dd_action_free (act (file, "meet access", "VPN works", 1000, NULL));
  dd_action_free (act (file, "meet software", "checksums compared", 2000, NULL));
  g_assert_cmpstr (dd_record_get_text (gate, "evidence"), ==, "VPN works; checksums compared");
  dd_action_free (act (file, "meet access", "", 3000, NULL));
  g_assert_cmpstr (dd_record_get_text (gate, "evidence"), ==, "checksums compared");
  dd_action_free (act (file, "withdraw software", NULL, 4000, NULL));
  g_assert_null (dd_record_get_text (gate, "evidence"));
  dd_action_free (act (file, "done g", "all seen", 5000, NULL));
  g_assert_cmpstr (dd_record_get_text (gate, "evidence"), ==, "all seen");
}

typedef struct
{
  const char *name;
  const char *before; /* (nullable): a step before */
  const char *step;
  const char *message;
} RefusedRow;

static const RefusedRow refused_rows[] = {
  { "unknown", NULL, "meet acess",
    "The case “Acme – Ship” has no required input “acess”. It has: access, software, papers." },
  { "withdrawn unmet", NULL, "withdraw access",
    "The required input “access” is not there, so it cannot be withdrawn." },
  { "withdrawn twice", "withdraw access", "withdraw access",
    "The required input “access” is not there, so it cannot be withdrawn." },
};

static void
test_refused (gconstpointer data)
{
  const RefusedRow *row = data;
  g_autoptr (DdCaseFile) file = open_case ();
  g_autoptr (DdAction) action = NULL;
  g_autoptr (GError) error = NULL;

  if (row->before != NULL)
    {
      dd_action_free (act (file, "meet access", "why", 1000, NULL));
      dd_action_free (act (file, row->before, NULL, 2000, NULL));
    }
  action = act (file, row->step, "why", 3000, &error);
  g_assert_null (action);
  g_assert_cmpstr (error->message, ==, row->message);
}

static void
test_closed (void)
{
  g_autoptr (DdCaseFile) file = open_case ();
  g_autoptr (DdAction) action = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (dd_case_rules_cancel (file, "why", 1000, NULL));
  action = act (file, "meet access", "why", 2000, &error);
  g_assert_null (action);
  g_assert_error (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE);
  g_assert_null (dd_case_file_find_input (file, "access"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/case-inputs/", rows[i].name, NULL);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/case-inputs/refused/", refused_rows[i].name, NULL);
      g_test_add_data_func (path, &refused_rows[i], test_refused);
    }
  g_test_add_func ("/case-inputs/action", test_action);
  g_test_add_func ("/case-inputs/evidence", test_evidence);
  g_test_add_func ("/case-inputs/closed", test_closed);
  return g_test_run ();
}
