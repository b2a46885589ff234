/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Steps of a case in memory: what each is told as, when it happened, and what is refused. The rules
 * themselves are test-case-rules.c's.
 */

#include "config.h"

#include "delivery/dd-case-opening.h"
#include "delivery/dd-case-rules.h"
#include "delivery/dd-customer.h"
#include "delivery/dd-label.h"
#include "service-fixture.h"

#define SERVICE                                                                                    \
  "<service id='s' product='Ship' document-version='1'>"                                           \
  "<request title='[Customer Name] - Request'/>"                                                   \
  "<phase><activity id='a' name='Ask' owner='customer'/><activity id='b' name='Build'/></phase>"   \
  "</service>"

static const DdActor anna = { .user = "Anna", .now = 5000 };

static DdCaseFile *
open_case (const DdActor *actor)
{
  g_autoptr (DdService) service = fixture_parse (SERVICE);
  g_autoptr (DdRecord) customer = dd_record_new (&dd_customer_entity, NULL);
  const DdCaseOpening opening = { .service = service, .customer = "Ümit & Söhne" };
  DdCaseFile *file;

  dd_action_free (dd_case_opening_take (&opening, customer, actor, &file));
  return file;
}

/* Returns: (transfer full): the label in words */
static char *
tell (DdAction *action)
{
  return dd_label_format (dd_action_get_label (action), dd_action_get_arguments (action));
}

typedef struct
{
  const char *name;
  DdCaseStep step;
  const char *words;
} ToldRow;

static const ToldRow told_rows[] = {
  { "start", { DD_CASE_STEP_START, "b", NULL }, "Started “Build”" },
  { "finish", { DD_CASE_STEP_FINISH, "b", "seen it" }, "Marked “Build” done" },
  { "skip", { DD_CASE_STEP_SKIP, "b", "no need" }, "Skipped “Build”: no need" },
  { "wait of an activity",
    { DD_CASE_STEP_WAIT, "b", "access", DD_PARTY_CUSTOMER },
    "“Build” waits for the customer: access" },
  { "wait for the vendor",
    { DD_CASE_STEP_WAIT, "b", "illness", DD_PARTY_VENDOR },
    "“Build” waits for the vendor: illness" },
  { "wait of the case",
    { DD_CASE_STEP_WAIT, NULL, "freeze", DD_PARTY_CUSTOMER },
    "The case waits for the customer: freeze" },
  { "case waits for the vendor",
    { DD_CASE_STEP_WAIT, NULL, "holidays", DD_PARTY_VENDOR },
    "The case waits for the vendor: holidays" },
  { "resume an activity", { DD_CASE_STEP_RESUME, "a", NULL }, "Resumed “Ask”" },
  { "resume all", { DD_CASE_STEP_RESUME_ALL, NULL, NULL }, "Resumed the case" },
  { "close", { DD_CASE_STEP_CLOSE, NULL, "went well" }, "Closed the case" },
  { "cancel", { DD_CASE_STEP_CANCEL, NULL, "no budget" }, "Cancelled the case: no budget" },
};

/* A case whose activity "a" waits since 2000. */
static DdCaseFile *
make_waiting_case (void)
{
  const DdActor early = { .user = "Anna", .now = 2000 };
  const DdCaseStep wait = { DD_CASE_STEP_WAIT, "a", "x", DD_PARTY_CUSTOMER, NULL };
  g_autoptr (GError) error = NULL;
  DdCaseFile *file = open_case (&early);
  DdAction *action = dd_case_step_take (&wait, file, &early, &error);

  g_assert_no_error (error);
  dd_action_free (action);
  return file;
}

static void
test_told (gconstpointer data)
{
  const ToldRow *row = data;
  g_autoptr (DdCaseFile) file = make_waiting_case ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DdAction) action = dd_case_step_take (&row->step, file, &anna, &error);
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  words = tell (action);
  g_assert_cmpstr (words, ==, row->words);
  g_assert_cmpuint (dd_action_get_changes (action)->len, >, 0);
}

/* What was done earlier is recorded now. */
static void
test_earlier (void)
{
  const DdActor later = { .user = "Anna", .now = 5000, .at = 3000 };
  const DdCaseStep start = { DD_CASE_STEP_START, "b", NULL };
  g_autoptr (DdCaseFile) file = make_waiting_case ();
  g_autoptr (DdAction) action = dd_case_step_take (&start, file, &later, NULL);

  g_assert_cmpint (dd_action_get_at (action), ==, 5000);
  g_assert_cmpint (dd_record_get_integer (dd_case_file_find_activity (file, "b"), "started_at"), ==,
                   3000);
}

static void
test_wait_id (void)
{
  static const char id[] = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
  const DdCaseStep wait = { DD_CASE_STEP_WAIT, "b", "x", DD_PARTY_CUSTOMER, id };
  g_autoptr (DdCaseFile) file = make_waiting_case ();

  dd_action_free (dd_case_step_take (&wait, file, &anna, NULL));
  g_assert_cmpstr (dd_record_get_id (file->waits->pdata[1]), ==, id);
}

typedef struct
{
  const char *name;
  DdCaseStep step;
  gint64 at;
  DdCaseError code;
  const char *message;
} RefusedRow;

static const RefusedRow refused_rows[] = {
  { "unknown activity",
    { DD_CASE_STEP_START, "c", NULL },
    0,
    DD_CASE_ERROR_UNKNOWN,
    "The case “Ümit & Söhne - Request” has no activity “c”. It has: a, b." },
  { "in the future",
    { DD_CASE_STEP_START, "b", NULL },
    5001,
    DD_CASE_ERROR_TIME,
    "That time has not come yet: give one that has passed." },
  { "resumed before the wait",
    { DD_CASE_STEP_RESUME, "a", NULL },
    1999,
    DD_CASE_ERROR_TIME,
    "It had not begun at that time: give a later one." },
  { "against a rule",
    { DD_CASE_STEP_SKIP, "a", "" },
    0,
    DD_CASE_ERROR_REASON,
    "Give a reason for it." },
};

static void
test_refused (gconstpointer data)
{
  const RefusedRow *row = data;
  const DdActor actor = { .user = "Anna", .now = 5000, .at = row->at };
  g_autoptr (DdCaseFile) file = make_waiting_case ();
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_case_step_take (&row->step, file, &actor, &error));
  g_assert_error (error, DD_CASE_ERROR, (int) row->code);
  g_assert_cmpstr (error->message, ==, row->message);
}

/* Neither can an activity be done before it was started. */
static void
test_done_before_start (void)
{
  const DdActor early = { .user = "Anna", .now = 6000, .at = 4999 };
  const DdCaseStep start = { DD_CASE_STEP_START, "b", NULL };
  const DdCaseStep finish = { DD_CASE_STEP_FINISH, "b", NULL };
  g_autoptr (DdCaseFile) file = make_waiting_case ();
  g_autoptr (GError) error = NULL;

  dd_action_free (dd_case_step_take (&start, file, &anna, NULL));
  g_assert_null (dd_case_step_take (&finish, file, &early, &error));
  g_assert_error (error, DD_CASE_ERROR, DD_CASE_ERROR_TIME);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (told_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/case-step/told/%s", told_rows[i].name);

      g_test_add_data_func (path, &told_rows[i], test_told);
    }
  g_test_add_func ("/case-step/earlier", test_earlier);
  g_test_add_func ("/case-step/wait-id", test_wait_id);
  for (gsize i = 0; i < G_N_ELEMENTS (refused_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/case-step/refused/%s", refused_rows[i].name);

      g_test_add_data_func (path, &refused_rows[i], test_refused);
    }
  g_test_add_func ("/case-step/done-before-start", test_done_before_start);
  return g_test_run ();
}
