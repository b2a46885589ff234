/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What the reminders of a stored case are made from.
 */

#include "config.h"

#include "dd-reminder-inputs.h"

#include "reminder-fixture.h"

/* 1 December 2026 is a Tuesday. */
#define CELLS  TASK ("prepare", "1d", "") TASK ("work", "2d", "")
#define OPENED "2026-12-01 08:00"

typedef struct
{
  const char *id;
  const char *now;
  DdReminderInputs *inputs; /* (owned) */
} Load;

static gboolean
load_inputs (DdConnection *connection, gpointer data, GError **error)
{
  Load *self = data;

  self->inputs = dd_reminder_inputs_load (connection, self->id, case_fixture_at (self->now), error);
  return self->inputs != NULL;
}

static DdReminderInputs *
load (DdConnection *connection, const char *id, const char *now)
{
  Load data = { id, now, NULL };
  g_autoptr (GError) error = NULL;

  dd_connection_snapshot (connection, load_inputs, &data, "Testing", &error);
  g_assert_no_error (error);
  return data.inputs;
}

static void
test_open (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autofree char *id = case_fixture_open (connection, customer, CELLS, "2026-12-07", OPENED);
  g_autoptr (DdReminderInputs) inputs = NULL;

  reminder_fixture_step (connection, id, DD_CASE_STEP_WAIT, "work", OPENED);
  inputs = load (connection, id, "2026-12-02 08:00");
  g_assert_no_error (inputs->problem);
  g_assert_cmpstr (inputs->known.id, ==, id);
  g_assert_cmpstr (inputs->known.customer, ==, "Acme");
  g_assert_cmpstr (inputs->known.product, ==, "S");
  g_assert_nonnull (inputs->known.plan);
  g_assert_null (inputs->known.next_plan);
  g_assert_cmpint (inputs->known.closed_at, ==, DD_INSTANT_NONE);
  g_assert_cmpuint (inputs->known.n_waits, ==, 1);
  g_assert_cmpuint (strlen (inputs->known.wait_ids[0]), ==, 36);
  g_assert_false (inputs->known.documents_back);
}

/* A case that is over has no plan of its own; its service says when the next is due. */
static void
test_over (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autofree char *id =
      case_fixture_open (connection, customer, "cx-process", "2026-12-07", OPENED);
  g_autofree char *next = NULL;
  g_autoptr (DdReminderInputs) closed = NULL;
  g_autoptr (DdReminderInputs) succeeded = NULL;

  reminder_fixture_step (connection, id, DD_CASE_STEP_CLOSE, NULL, "2026-12-18 12:00");
  closed = load (connection, id, "2027-12-01 08:00");
  g_assert_null (closed->known.plan);
  g_assert_nonnull (closed->known.next_plan);
  g_assert_false (closed->known.succeeded);
  /* Ten working days, done by the end of 18 December 2027, a Saturday. */
  g_assert_cmpint (dd_plan_get_start (closed->known.next_plan), ==,
                   case_fixture_at ("2027-12-06 09:00"));
  next = case_fixture_open (connection, customer, "cx-process", "2027-11-01", "2027-11-01 08:00");
  succeeded = load (connection, id, "2027-12-01 08:00");
  g_assert_true (succeeded->known.succeeded);
}

static void
test_documents (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdRecord) customer = case_fixture_add_customer (connection, "Acme", NULL);
  g_autofree char *id = case_fixture_open (connection, customer, "messenger", "2026-12-07", OPENED);
  g_autoptr (DdRecord) evidence = dd_record_new (&dd_input_evidence_entity, NULL);
  g_autoptr (DdReminderInputs) inputs = NULL;

  dd_record_set_text (evidence, "case_id", id);
  dd_record_set_text (evidence, "input", "documents");
  dd_record_set_integer (evidence, "met_at", case_fixture_at (OPENED));
  case_fixture_save (connection, evidence, case_fixture_at (OPENED));
  inputs = load (connection, id, OPENED);
  g_assert_true (inputs->known.documents_back);
}

static void
test_unknown (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  Load none = { "nothing", OPENED, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_connection_snapshot (connection, load_inputs, &none, "Testing", &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/reminder-inputs/open", test_open);
  store_test_add ("/reminder-inputs/over", test_over);
  store_test_add ("/reminder-inputs/documents", test_documents);
  store_test_add ("/reminder-inputs/unknown", test_unknown);
  return g_test_run ();
}
