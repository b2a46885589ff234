/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The rules of a case: sequences of what people do, what each comes to, and what is refused.
 */

#include "config.h"

#include "delivery/dd-case-rules.h"
#include "delivery/dd-plan-enums.h"

#include <string.h>

/* A case with a task "a", a task "b" and a gate "g". */
static DdRecord *
make_activity (DdRecord *the_case, const char *id, DdActivityKind kind)
{
  DdRecord *activity = dd_record_new (&dd_case_activity_entity, NULL);

  dd_record_set_text (activity, "case_id", dd_record_get_id (the_case));
  dd_record_set_text (activity, "definition_id", id);
  dd_record_set_text (activity, "name", id);
  dd_record_set_integer (activity, "kind", kind);
  dd_record_settle (activity);
  return activity;
}

static DdCaseFile *
make_file (void)
{
  DdRecord *record = dd_record_new (&dd_case_entity, NULL);
  GPtrArray *activities = g_ptr_array_new_with_free_func (g_object_unref);

  dd_record_settle (record);
  g_ptr_array_add (activities, make_activity (record, "a", DD_ACTIVITY_TASK));
  g_ptr_array_add (activities, make_activity (record, "b", DD_ACTIVITY_TASK));
  g_ptr_array_add (activities, make_activity (record, "g", DD_ACTIVITY_GATE));
  return dd_case_file_new (record, activities, g_ptr_array_new_with_free_func (g_object_unref));
}

/* Does "start a", "done a", "skip a", "wait" or "wait a", "resume" or "resume a",
 * "resume-all", "close" or "cancel" at @now, with the reason or evidence "why". */
static gboolean
act (DdCaseFile *file, const char *words, gint64 now, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", 2);
  DdRecord *activity = parts[1] != NULL ? dd_case_file_find_activity (file, parts[1]) : NULL;

  g_assert_true (parts[1] == NULL || activity != NULL);
  if (strcmp (parts[0], "start") == 0)
    return dd_case_rules_start (file, activity, now, error);
  if (strcmp (parts[0], "done") == 0)
    return dd_case_rules_finish (file, activity, "why", now, error);
  if (strcmp (parts[0], "skip") == 0)
    return dd_case_rules_skip (file, activity, "why", now, error);
  if (strcmp (parts[0], "wait") == 0)
    return dd_case_rules_wait (file, activity, DD_PARTY_CUSTOMER, "why", NULL, now, error);
  if (strcmp (parts[0], "resume") == 0)
    return dd_case_rules_resume (file, activity, now, error);
  if (strcmp (parts[0], "resume-all") == 0)
    return dd_case_rules_resume_all (file, now, error);
  if (strcmp (parts[0], "close") == 0)
    return dd_case_rules_close (file, NULL, now, error);
  g_assert_cmpstr (parts[0], ==, "cancel");
  return dd_case_rules_cancel (file, "why", now, error);
}

typedef struct
{
  const char *name;
  const char *steps;   /* what is done, in order, separated by "; " */
  const char *state;   /* of the case, then */
  const char *refusal; /* (nullable): why the last step is refused */
} Row;

static const Row rows[] = {
  { "nothing", "", "requested", NULL },
  { "start", "start a", "running", NULL },
  { "done without start", "done a", "running", NULL },
  { "a gate is met", "done g", "running", NULL },
  { "skip the first", "skip a", "running", NULL },
  { "wait before anything", "wait", "waiting", NULL },
  { "resume before anything", "wait; resume", "requested", NULL },
  { "wait in the middle", "start a; wait", "waiting", NULL },
  { "resume in the middle", "start a; wait; resume", "running", NULL },
  { "work while waiting", "wait; start a", "waiting", NULL },
  { "an activity waits", "start a; wait a", "running", NULL },
  { "a planned activity waits", "wait b", "requested", NULL },
  { "two waits", "wait a; wait b; wait; resume", "requested", NULL },
  { "done ends the wait", "start a; wait a; done a; resume a", "running", "“a” is not waiting." },
  { "skip ends the wait", "wait a; skip a; resume a", "running", "“a” is not waiting." },
  { "close", "done a; close", "closed", NULL },
  { "cancel", "start a; cancel", "cancelled", NULL },
  { "start twice", "start a; start a", "running", "“a” is running already." },
  { "start what is done", "done a; start a", "running", "“a” is done already." },
  { "start what was skipped", "skip a; start a", "running", "“a” was skipped." },
  { "start a gate", "start g", "requested",
    "“g” is a gate, which is not started: mark it done when it is met." },
  { "done twice", "done a; done a", "running", "“a” is done already." },
  { "skip what is done", "done a; skip a", "running", "“a” is done already." },
  { "wait twice", "wait; wait", "waiting", "The case is waiting already." },
  { "an activity waits twice", "wait a; wait a", "requested", "“a” is waiting already." },
  { "wait for what is done", "done a; wait a", "running", "“a” is done already." },
  { "resume all", "start a; wait a; wait b; wait; resume-all; wait a", "running", NULL },
  { "resume all of activities", "wait a; resume-all; resume-all", "requested",
    "Neither the case nor anything in it is waiting." },
  { "resume all in a closed case", "close; resume-all", "closed", "The case is closed." },
  { "resume without a wait", "resume", "requested", "The case is not waiting." },
  { "resume another", "wait; resume a", "waiting", "“a” is not waiting." },
  { "close while something runs", "start a; close", "running",
    "“a” is still running: mark it done, or skip it, first." },
  { "close twice", "close; close", "closed", "The case is closed." },
  { "start in a closed case", "close; start a", "closed", "The case is closed." },
  { "done in a closed case", "close; done a", "closed", "The case is closed." },
  { "skip in a closed case", "close; skip a", "closed", "The case is closed." },
  { "wait in a cancelled case", "cancel; wait", "cancelled", "The case is cancelled." },
  { "resume in a cancelled case", "wait; cancel; resume", "cancelled", "The case is cancelled." },
  { "cancel a closed case", "close; cancel", "closed", "The case is closed." },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (DdCaseFile) file = make_file ();
  g_auto (GStrv) steps = g_strsplit (row->steps, "; ", -1);
  g_autoptr (GError) error = NULL;
  gint64 state;

  for (guint i = 0; steps[i] != NULL; i++)
    {
      gboolean refused = row->refusal != NULL && steps[i + 1] == NULL;
      g_assert_cmpint (act (file, steps[i], 1000 + i, &error), ==, !refused);
    }
  if (row->refusal != NULL)
    {
      g_assert_error (error, DD_CASE_ERROR, DD_CASE_ERROR_STATE);
      g_assert_cmpstr (error->message, ==, row->refusal);
    }
  else
    g_assert_no_error (error);
  state = dd_record_get_integer (file->record, "state");
  g_assert_cmpstr (dd_enum_get_nick (dd_case_state_get_type (), state), ==, row->state);
}

static void
run (DdCaseFile *file, const char *step, gint64 now)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (act (file, step, now, &error));
  g_assert_no_error (error);
}

static void
test_instants (void)
{
  g_autoptr (DdCaseFile) file = make_file ();
  DdRecord *a = file->activities->pdata[0];
  DdRecord *b = file->activities->pdata[1];
  DdRecord *wait;

  run (file, "start a", 1000);
  run (file, "wait a", 1100);
  wait = file->waits->pdata[0];
  g_assert_cmpint (dd_record_get_integer (wait, "party"), ==, DD_PARTY_CUSTOMER);
  g_assert_cmpstr (dd_record_get_text (wait, "reason"), ==, "why");
  g_assert_cmpstr (dd_record_get_text (wait, "activity_id"), ==, dd_record_get_id (a));
  run (file, "done a", 1200);
  g_assert_cmpint (dd_record_get_integer (a, "started_at"), ==, 1000);
  g_assert_cmpint (dd_record_get_integer (a, "finished_at"), ==, 1200);
  g_assert_cmpint (dd_record_get_integer (wait, "started_at"), ==, 1100);
  g_assert_cmpint (dd_record_get_integer (wait, "finished_at"), ==, 1200);

  run (file, "done b", 1300);
  g_assert_cmpint (dd_record_get_integer (b, "started_at"), ==, DD_INSTANT_NONE);
  g_assert_cmpint (dd_record_get_integer (b, "finished_at"), ==, 1300);
  run (file, "wait", 1400);
  run (file, "close", 1500);
  g_assert_cmpint (dd_record_get_integer (file->waits->pdata[1], "finished_at"), ==, 1500);
  g_assert_cmpint (dd_record_get_integer (file->record, "closed_at"), ==, 1500);
}

/* Whoever set the clock back must not end something before it began. */
static void
test_clock_set_back (void)
{
  g_autoptr (DdCaseFile) file = make_file ();

  run (file, "start a", 1000);
  run (file, "wait", 1000);
  run (file, "done a", 900);
  run (file, "resume", 900);
  g_assert_cmpint (dd_record_get_integer (file->activities->pdata[0], "finished_at"), ==, 1000);
  g_assert_cmpint (dd_record_get_integer (file->waits->pdata[0], "finished_at"), ==, 1000);
}

static void
test_reasons (void)
{
  g_autoptr (DdCaseFile) file = make_file ();
  DdRecord *a = file->activities->pdata[0];
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_case_rules_skip (file, a, "", 1000, &error));
  g_assert_error (error, DD_CASE_ERROR, DD_CASE_ERROR_REASON);
  g_clear_error (&error);
  g_assert_false (dd_case_rules_wait (file, a, DD_PARTY_VENDOR, NULL, NULL, 1000, &error));
  g_assert_error (error, DD_CASE_ERROR, DD_CASE_ERROR_REASON);
  g_clear_error (&error);
  g_assert_false (dd_case_rules_cancel (file, NULL, 1000, &error));
  g_assert_error (error, DD_CASE_ERROR, DD_CASE_ERROR_REASON);
}

/* What was changed, and nothing else, is saved: the activity, the case's state, the new wait. */
static void
test_save (void)
{
  g_autoptr (DdCaseFile) file = make_file ();
  g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, NULL, NULL);
  GPtrArray *changes = dd_action_get_changes (action);

  run (file, "start a", 1000);
  run (file, "wait b", 1000);
  dd_case_file_save (file, action);
  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_true (((DdChange *) changes->pdata[0])->entity == &dd_case_entity);
  g_assert_true (((DdChange *) changes->pdata[1])->entity == &dd_case_activity_entity);
  g_assert_true (((DdChange *) changes->pdata[2])->entity == &dd_case_wait_entity);
  g_assert_cmpint (((DdChange *) changes->pdata[2])->kind, ==, DD_CHANGE_INSERT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/case-rules/%s", rows[i].name);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/case-rules/instants", test_instants);
  g_test_add_func ("/case-rules/clock-set-back", test_clock_set_back);
  g_test_add_func ("/case-rules/reasons", test_reasons);
  g_test_add_func ("/case-rules/save", test_save);
  return g_test_run ();
}
