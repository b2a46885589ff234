/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A record: its properties, and what it knows of its changes.
 */

#include "config.h"

#include "delivery/dd-case-activity.h"
#include "delivery/dd-case.h"
#include "delivery/dd-customer.h"
#include "delivery/dd-plan-enums.h"

#define SOME_ID "0b7f5ee6-5d8f-4f0c-9f0e-0a2d4f3c6a11"

static guint
index_of (const char *name)
{
  int index = dd_entity_find (&dd_case_entity, name);

  g_assert_cmpint (index, >=, 0);
  return (guint) index;
}

static void
test_new (void)
{
  g_autoptr (DdRecord) first = dd_record_new (&dd_case_entity, NULL);
  g_autoptr (DdRecord) second = dd_record_new (&dd_case_entity, NULL);
  g_autoptr (DdRecord) given = dd_record_new (&dd_case_entity, SOME_ID);

  g_assert_true (DD_IS_CASE (first));
  g_assert_true (g_uuid_string_is_valid (dd_record_get_id (first)));
  g_assert_cmpstr (dd_record_get_id (first), !=, dd_record_get_id (second));
  g_assert_cmpstr (dd_record_get_id (given), ==, SOME_ID);
  g_assert_false (dd_record_is_stored (first));
  g_assert_null (dd_record_get_text (first, "title"));
  g_assert_cmpint (dd_record_get_integer (first, "requested_at"), ==, DD_INTEGER_NONE);
  g_assert_cmpint (dd_record_get_integer (first, "state"), ==, DD_CASE_REQUESTED);
  g_assert_cmpint (dd_record_get_integer (first, "basis"), ==, DD_BASIS_TYPICAL);
}

static void
count (DdRecord *record, GParamSpec *pspec, guint *notified)
{
  (*notified)++;
}

/* Every kind of property: set, told once, the same again, not told. */
static void
test_notify (void)
{
  g_autoptr (DdRecord) record = dd_record_new (&dd_case_entity, NULL);
  guint notified = 0;

  g_signal_connect (record, "notify", G_CALLBACK (count), &notified);
  for (int i = 0; i < 2; i++)
    {
      g_object_set (record, "title", "Acme", NULL);
      g_object_set (record, "deadline", "2026-12-18", NULL);
      g_object_set (record, "start-at", G_GINT64_CONSTANT (1), NULL);
      g_object_set (record, "access-acknowledged", TRUE, NULL);
      g_object_set (record, "state", DD_CASE_RUNNING, NULL);
    }
  g_assert_cmpuint (notified, ==, 5);
}

static void
test_get_property (void)
{
  g_autoptr (DdRecord) record = dd_record_new (&dd_case_entity, SOME_ID);
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  gint64 start;
  gboolean access;
  DdCaseState state;

  dd_record_set_text (record, "title", "Acme");
  dd_record_set_integer (record, "start_at", 77);
  dd_record_set_integer (record, "access_acknowledged", TRUE);
  dd_record_set_integer (record, "state", DD_CASE_WAITING);
  g_object_get (record, "id", &id, "title", &title, "start-at", &start, "access-acknowledged",
                &access, "state", &state, NULL);
  g_assert_cmpstr (id, ==, SOME_ID);
  g_assert_cmpstr (title, ==, "Acme");
  g_assert_cmpint (start, ==, 77);
  g_assert_true (access);
  g_assert_cmpint (state, ==, DD_CASE_WAITING);
}

/* The first value since loading is the original, however often it changes after that. */
static void
test_originals (void)
{
  g_autoptr (DdRecord) record = dd_record_new (&dd_case_entity, NULL);
  guint title = index_of ("title");
  guint start = index_of ("start_at");

  dd_record_load_value (record, title, (DdValue){ .text = g_strdup ("first") });
  dd_record_settle (record);
  g_assert_true (dd_record_is_stored (record));
  g_assert_false (dd_record_is_changed (record, title));
  g_assert_false (dd_record_has_changes (record));

  dd_record_set_text (record, "title", "second");
  dd_record_set_text (record, "title", "third");
  dd_record_set_integer (record, "start_at", 5);
  g_assert_true (dd_record_is_changed (record, title));
  g_assert_cmpstr (dd_record_get_original (record, title).text, ==, "first");
  g_assert_cmpint (dd_record_get_original (record, start).integer, ==, DD_INTEGER_NONE);

  dd_record_set_text (record, "title", "first");
  g_assert_false (dd_record_is_changed (record, title));
  g_assert_true (dd_record_is_changed (record, start));
  g_assert_true (dd_record_has_changes (record));

  dd_record_settle (record);
  g_assert_false (dd_record_is_changed (record, start));
  g_assert_false (dd_record_has_changes (record));
  g_assert_cmpint (dd_record_get_original (record, start).integer, ==, 5);
}

/* A text set to itself, as it lies in the record, must survive. */
static void
test_own_text (void)
{
  g_autoptr (DdRecord) record = dd_record_new (&dd_case_entity, NULL);

  dd_record_set_text (record, "title", "Acme");
  dd_record_set_text (record, "title", dd_record_get_text (record, "title"));
  dd_record_set_text (record, "note", dd_record_get_text (record, "title"));
  g_assert_cmpstr (dd_record_get_text (record, "note"), ==, "Acme");
}

static void
test_subject (void)
{
  g_autoptr (DdRecord) customer = dd_record_new (&dd_customer_entity, NULL);
  g_autoptr (DdRecord) activity = dd_record_new (&dd_case_activity_entity, NULL);

  g_assert_cmpstr (dd_record_get_subject_id (customer), ==, dd_record_get_id (customer));
  dd_record_set_text (activity, "case_id", SOME_ID);
  g_assert_cmpstr (dd_record_get_subject_id (activity), ==, SOME_ID);
  g_assert_null (dd_record_get_name (activity));
  dd_record_set_text (activity, "name", "Test");
  g_assert_cmpstr (dd_record_get_name (activity), ==, "Test");
}

/* A field that there is not, or of another kind, is the caller's mistake. */
static void
test_wrong_field (void)
{
  g_autoptr (DdRecord) record = dd_record_new (&dd_case_entity, NULL);

  g_test_expect_message ("drydock-core", G_LOG_LEVEL_CRITICAL, "*index >= 0*");
  g_assert_null (dd_record_get_text (record, "nonsense"));
  g_test_expect_message ("drydock-core", G_LOG_LEVEL_CRITICAL, "*index >= 0*");
  g_assert_cmpint (dd_record_get_integer (record, "title"), ==, DD_INTEGER_NONE);
  g_test_expect_message ("drydock-core", G_LOG_LEVEL_CRITICAL, "*index >= 0*");
  dd_record_set_integer (record, "title", 1);
  g_test_expect_message ("drydock-core", G_LOG_LEVEL_CRITICAL, "*index >= 0*");
  dd_record_set_text (record, "state", "running");
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/new", test_new);
  g_test_add_func ("/record/notify", test_notify);
  g_test_add_func ("/record/get-property", test_get_property);
  g_test_add_func ("/record/originals", test_originals);
  g_test_add_func ("/record/own-text", test_own_text);
  g_test_add_func ("/record/subject", test_subject);
  g_test_add_func ("/record/wrong-field", test_wrong_field);
  return g_test_run ();
}
