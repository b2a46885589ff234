/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What the upgrade of a sample case leaves behind: its log, test runs and issues, the Playbook made
 * of the log's steps, and its review. O(rows). All text is data, and not translated; the labels of
 * actions are.
 */

#include "config.h"

#include "dd-sample-delivery.h"

#include "dd-sample-random.h"
#include "dd-sample-rows.h"
#include "delivery/dd-entities.h"
#include "delivery/dd-record-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- The log --- */

/* What is done in an upgrade, told as an entry of its log and as a step of the Playbook. */
typedef struct
{
  DdLogKind kind;
  const char *section; /* of the Playbook */
  const char *text;
  const char *command; /* (nullable) */
  const char *seen;    /* (nullable) */
  int minutes;
} Work;

static const Work works[] = {
  { DD_LOG_STEP, "Before", "Stop the application server", "./stop.sh", "Server stopped.", 5 },
  { DD_LOG_STEP, "Before", "Archive the folder with the configuration",
    "tar czf config-before.tar.gz conf", "The archive lists all files.", 15 },
  { DD_LOG_STEP, "Upgrade", "Run the installer over the old version", "./install.sh --upgrade",
    "Installation complete.", 40 },
  { DD_LOG_OBSERVATION, NULL, "The installer warns about an old driver; it goes on all the same.",
    NULL, NULL, 0 },
  { DD_LOG_STEP, "Upgrade", "Migrate the database schema", "./migrate.sh --all",
    "All steps applied.", 75 },
  { DD_LOG_SETTING, NULL, "Raised the heap to the former size again.", NULL, NULL, 10 },
  { DD_LOG_ATTACHMENT, NULL, "The log of the migration.", NULL, NULL, 0 },
  { DD_LOG_STEP, "After", "Start the server and look at its log",
    "./start.sh && tail -f server.log", "Server started.", 20 },
};

/* The second part of the log begins here. */
#define SECOND_PART 4

static char *
make_work_name (guint index)
{
  return g_strdup_printf ("log %u", index);
}

static void
attach (DdAction *action, DdRecord *row)
{
  const char *content = "Applying step 1 … done\nApplying step 2 … done\nAll steps applied.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, strlen (content));

  dd_record_set_text (row, "file_name", "migration.log");
  dd_record_set_text (row, "content_hash", dd_action_keep (action, bytes));
}

static void
add_work (DdSampleCase *self, DdAction *action, gint64 at, guint index)
{
  const Work *work = &works[index];
  g_autofree char *name = make_work_name (index);
  g_autoptr (DdRecord) row = dd_sample_rows_make (self, &dd_log_entry_entity, name);
  DdRecord *activity = dd_case_file_find_activity (self->file, "upgrade-environment");

  dd_record_set_text (row, "activity_id", dd_record_get_id (activity));
  dd_record_set_integer (row, "kind", work->kind);
  dd_record_set_integer (row, "happened_at", at);
  dd_record_set_text (row, "text", work->text);
  dd_record_set_text (row, "command", work->command);
  dd_record_set_text (row, "seen", work->seen);
  if (work->minutes > 0)
    dd_record_set_integer (row, "minutes",
                           work->minutes + g_rand_int_range (self->rand, 0, work->minutes));
  dd_record_set_text (row, "author", self->consultant->name);
  if (work->kind == DD_LOG_ATTACHMENT)
    attach (action, row);
  dd_sample_rows_save (action, row);
}

DdAction *
dd_sample_delivery_log (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action = dd_sample_rows_act (event, self->consultant, N_ ("Wrote the log"), NULL, NULL);
  gboolean second = dd_sample_rows_find (self, "log") != NULL;
  guint begin = second ? SECOND_PART : 0;
  guint end = second ? G_N_ELEMENTS (works) : SECOND_PART;

  for (guint i = begin; i < end; i++)
    add_work (self, action, event->at - 300 * (gint64) (end - i), i);
  dd_sample_rows_keep (self, "log", self->file->record);
  return action;
}

/* --- Tests --- */

static const char *const tests[] = {
  "The server starts and stops", "Users log in",         "A process runs from its start to its end",
  "Reports are complete",        "The night’s jobs run",
};

static const char *const failures[] = {
  "A report stays empty",
  "Log-in takes more than a minute",
  "A job stops with an error in its log",
  NULL,
};

static DdRecord *
add_run (DdSampleCase *self, DdAction *action, gint64 at, DdTestRunKind kind)
{
  gboolean first = kind == DD_TEST_RUN_FIRST;
  DdRecord *run = dd_sample_rows_make (self, &dd_test_run_entity, first ? "run 1" : "run 2");

  dd_record_set_text (run, "name", first ? "First run" : "Retest");
  dd_record_set_integer (run, "kind", kind);
  dd_record_set_integer (run, "started_at", at - 3600);
  dd_record_set_integer (run, "finished_at", at);
  dd_record_set_text (run, "tester", self->consultant->name);
  dd_sample_rows_save (action, run);
  return run;
}

static DdRecord *
add_result (DdSampleCase *self, DdAction *action, DdRecord *run, guint test, DdTestOutcome outcome)
{
  g_autofree char *name = g_strdup_printf ("%s: %u", dd_record_get_name (run), test);
  DdRecord *result = dd_sample_rows_make (self, &dd_test_result_entity, name);

  dd_record_set_text (result, "run_id", dd_record_get_id (run));
  dd_record_set_text (result, "test", tests[test]);
  dd_record_set_integer (result, "outcome", outcome);
  dd_sample_rows_save (action, result);
  return result;
}

static void
add_issue (DdSampleCase *self, DdAction *action, gint64 at, DdRecord *result)
{
  g_autoptr (DdRecord) issue = dd_sample_rows_make (self, &dd_issue_entity, "issue");

  dd_record_set_text (issue, "result_id", dd_record_get_id (result));
  dd_record_set_text (issue, "title", dd_sample_random_pick (self->rand, failures));
  dd_record_set_text (issue, "description", "Seen in the first run, every time.");
  dd_record_set_integer (issue, "found_at", at);
  dd_sample_rows_save (action, issue);
  dd_sample_rows_keep (self, "issue", issue);
}

DdAction *
dd_sample_delivery_test (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action = dd_sample_rows_act (event, self->consultant, N_ ("Ran the tests"), NULL, NULL);
  g_autoptr (DdRecord) run = add_run (self, action, event->at, DD_TEST_RUN_FIRST);
  guint failed = (guint) g_rand_int_range (self->rand, 1, G_N_ELEMENTS (tests));

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      gboolean fails = self->retested && i == failed;
      gboolean blocked = self->retested && i == failed + 1;
      g_autoptr (DdRecord) result = add_result (self, action, run, i,
                                                fails     ? DD_TEST_FAILED
                                                : blocked ? DD_TEST_BLOCKED
                                                          : DD_TEST_PASSED);

      if (fails)
        add_issue (self, action, event->at, result);
    }
  return action;
}

static void
resolve (DdSampleCase *self, DdAction *action, DdRecord *issue, gint64 at)
{
  DdIssueState state =
      (DdIssueState) g_rand_int_range (self->rand, DD_ISSUE_SOLVED, DD_ISSUE_OUT_OF_SCOPE + 1);

  dd_record_set_integer (issue, "state", state);
  dd_record_set_integer (issue, "resolved_at", at);
  if (state == DD_ISSUE_OUT_OF_SCOPE)
    dd_record_set_text (issue, "component", "The customer’s own plug-in");
  dd_record_set_text (issue, "resolution",
                      state == DD_ISSUE_SOLVED       ? "A setting was applied again."
                      : state == DD_ISSUE_DOCUMENTED ? "The Playbook says how to avoid it."
                                                     : "The customer’s developers take it on.");
  dd_sample_rows_save (action, issue);
}

DdAction *
dd_sample_delivery_retest (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action = dd_sample_rows_act (event, self->consultant, N_ ("Tested again"), NULL, NULL);
  g_autoptr (DdRecord) run = add_run (self, action, event->at, DD_TEST_RUN_RETEST);
  DdRecord *issue = dd_sample_rows_find (self, "issue");

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_object_unref (add_result (self, action, run, i, DD_TEST_PASSED));
  resolve (self, action, issue, event->at);
  return action;
}

/* --- The Playbook --- */

static void
add_step (DdSampleCase *self, DdAction *action, guint index)
{
  const Work *work = &works[index];
  g_autofree char *name = g_strdup_printf ("step %u", index);
  g_autofree char *log_name = make_work_name (index);
  g_autofree char *log_id = dd_record_id_derive (self->id, log_name);
  g_autoptr (DdRecord) row = dd_sample_rows_make (self, &dd_playbook_step_entity, name);

  dd_record_set_text (row, "log_entry_id", log_id);
  dd_record_set_integer (row, "position", index);
  dd_record_set_text (row, "section", work->section);
  dd_record_set_text (row, "title", work->text);
  dd_record_set_text (row, "command", work->command);
  dd_record_set_text (row, "expected", work->seen);
  dd_record_set_integer (row, "minutes", work->minutes);
  dd_sample_rows_save (action, row);
}

/* The Playbook as a text. */
static GBytes *
make_content (DdSampleCase *self, guint number)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s, revision %u\n\n", dd_record_get_name (self->file->record),
                          number);
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    if (works[i].kind == DD_LOG_STEP)
      g_string_append_printf (text, "%s\n    %s\n", works[i].text, works[i].command);
  return g_string_free_to_bytes (text);
}

static void
add_revision (DdSampleCase *self, DdAction *action, gint64 at, guint number)
{
  g_autofree char *name = g_strdup_printf ("Revision %u", number);
  g_autoptr (DdRecord) row = dd_sample_rows_make (self, &dd_playbook_revision_entity, name);
  g_autoptr (GBytes) content = make_content (self, number);

  dd_record_set_integer (row, "number", number);
  dd_record_set_text (row, "name", name);
  dd_record_set_integer (row, "state", number == 1 ? DD_REVISION_SENT : DD_REVISION_FINAL);
  dd_record_set_integer (row, "made_at", at);
  dd_record_set_integer (row, "sent_at", at);
  dd_record_set_text (row, "content_hash", dd_action_keep (action, content));
  dd_record_set_text (row, "author", self->consultant->name);
  dd_sample_rows_save (action, row);
  dd_sample_rows_keep (self, "revision", row);
}

DdAction *
dd_sample_delivery_write_playbook (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action =
      dd_sample_rows_act (event, self->consultant, N_ ("Sent the Playbook"), NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    if (works[i].kind == DD_LOG_STEP)
      add_step (self, action, i);
  add_revision (self, action, event->at, 1);
  return action;
}

static const char *const requests[] = {
  "Say which user runs the command.",
  "Name the folders as they are in Production.",
  "Add how to go back when the migration fails.",
  NULL,
};

DdAction *
dd_sample_delivery_request_changes (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action = dd_sample_rows_act (event, self->consultant,
                                         N_ ("Took the customer’s change request"), NULL, NULL);
  g_autoptr (DdRecord) row = dd_sample_rows_make (self, &dd_change_request_entity, "request");
  g_autofree char *step_id = dd_record_id_derive (self->id, "step 2");

  dd_record_set_text (row, "revision_id",
                      dd_record_get_id (dd_sample_rows_find (self, "revision")));
  dd_record_set_text (row, "step_id", step_id);
  dd_record_set_text (row, "text", dd_sample_random_pick (self->rand, requests));
  dd_record_set_integer (row, "submitted_at", event->at);
  dd_record_set_text (row, "submitted_by", "The customer’s administrator");
  dd_sample_rows_save (action, row);
  dd_sample_rows_keep (self, "request", row);
  return action;
}

static void
settle_request (DdSampleCase *self, DdAction *action)
{
  DdRecord *request = dd_sample_rows_find (self, "request");
  gboolean declined = dd_sample_random_chance (self->rand, 20);

  if (request == NULL)
    return;
  dd_record_set_integer (request, "state", declined ? DD_REQUEST_DECLINED : DD_REQUEST_DONE);
  dd_record_set_text (request, "reply",
                      declined ? "That is a matter of the customer’s own rules."
                               : "Done in the final revision.");
  dd_sample_rows_save (action, request);
}

DdAction *
dd_sample_delivery_finish_playbook (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action =
      dd_sample_rows_act (event, self->consultant, N_ ("Sent the final Playbook"), NULL, NULL);

  settle_request (self, action);
  add_revision (self, action, event->at, 2);
  return action;
}
