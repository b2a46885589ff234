/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The inbox has what was told until the reader answers, or the matter is over.
 */

#include "config.h"

#include "dd-reminder-inbox.h"

#include "reminder-fixture.h"

/* 1 December 2026 is a Tuesday. */
#define CELLS  TASK ("prepare", "1d", "") TASK ("work", "2d", "")
#define OPENED "2026-12-01 08:00"

/* A database with a case of which a reminder was told on 4 December at nine. */
typedef struct
{
  DdConnection *connection;
  char *id;
  char *key;
  DdReminderDesk *desk;
} Office;

static Office
open_office (StoreTest *test)
{
  Office self = { record_fixture_open (test) };
  g_autoptr (DdRecord) customer = case_fixture_add_customer (self.connection, "Acme", NULL);

  reminder_fixture_prefer (self.connection, NULL, "reminder/quiet", "off");
  self.id = case_fixture_open (self.connection, customer, CELLS, "2026-12-07", OPENED);
  self.key = g_strconcat (self.id, "/activity:prepare/activity-start", NULL);
  self.desk = dd_reminder_desk_new ();
  reminder_fixture_check (self.desk, self.connection, "2026-12-04 09:00",
                          "show activity-start activity:prepare");
  return self;
}

static void
close_office (Office *self)
{
  dd_reminder_desk_free (self->desk);
  g_free (self->key);
  g_free (self->id);
  dd_connection_close (self->connection);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Office, close_office)

static guint
count (Office *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) inbox = dd_reminder_inbox_load (self->connection, &error);

  g_assert_no_error (error);
  return inbox->len;
}

static void
test_told (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) inbox = dd_reminder_inbox_load (office.connection, &error);
  const DdReminderEntry *entry = inbox->pdata[0];

  g_assert_cmpuint (inbox->len, ==, 1);
  g_assert_cmpstr (entry->key, ==, office.key);
  g_assert_cmpstr (entry->reminder->customer, ==, "Acme");
  g_assert_cmpint (entry->state, ==, DD_REMINDER_TOLD);
  g_assert_cmpint (entry->told_at, ==, case_fixture_at ("2026-12-04 09:00"));
}

static void
test_done (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test);
  g_autoptr (GError) error = NULL;

  g_assert_true (dd_reminder_inbox_done (office.connection, office.key,
                                         case_fixture_at ("2026-12-04 10:00"), &error));
  g_assert_cmpuint (count (&office), ==, 0);
  reminder_fixture_check (office.desk, office.connection, "2026-12-04 10:00",
                          "withdraw activity:prepare");
  reminder_fixture_check (office.desk, office.connection, "2026-12-30 10:00", "");
}

static void
test_snoozed (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test);
  g_autoptr (GError) error = NULL;

  g_assert_true (dd_reminder_inbox_snooze (office.connection, office.key, DD_SNOOZE_HOUR,
                                           case_fixture_at ("2026-12-04 10:00"), &error));
  g_assert_cmpuint (count (&office), ==, 0);
  reminder_fixture_check (office.desk, office.connection, "2026-12-04 10:00",
                          "withdraw activity:prepare; wake 4 11:00");
  reminder_fixture_check (office.desk, office.connection, "2026-12-04 11:00",
                          "show activity-start activity:prepare");
  g_assert_cmpuint (count (&office), ==, 1);
}

/* Done before it was told, it is not told. */
static void
test_done_before (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test);
  g_autofree char *key = g_strconcat (office.id, "/deadline/deadline-near", NULL);
  g_autoptr (GError) error = NULL;

  case_fixture_set_text (office.connection, office.id, "deadline", "2026-12-11",
                         "2026-12-04 10:00");
  g_assert_true (dd_reminder_inbox_done (office.connection, key,
                                         case_fixture_at ("2026-12-04 10:00"), &error));
  reminder_fixture_check (office.desk, office.connection, "2026-12-07 09:00", "wake 9 09:00");
}

static void
test_over (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test);
  g_autoptr (GError) error = NULL;

  reminder_fixture_step (office.connection, office.id, DD_CASE_STEP_CANCEL, NULL,
                         "2026-12-04 10:00");
  g_assert_cmpuint (count (&office), ==, 0);
  g_assert_false (dd_reminder_inbox_snooze (office.connection, office.key, DD_SNOOZE_HOUR,
                                            case_fixture_at ("2026-12-04 10:00"), &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
}

static void
test_unknown (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test);
  g_autoptr (GError) error = NULL;

  g_assert_false (dd_reminder_inbox_done (office.connection, "tea/time", 1000, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
}

static void
check_list (GPtrArray *entries, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            dd_reminder_kind_get_nick (
                                ((DdReminderEntry *) entries->pdata[i])->reminder->kind));
  g_ptr_array_unref (entries);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_lists (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test);
  gint64 from = case_fixture_at ("2026-12-04 09:00");
  gint64 to = case_fixture_at ("2026-12-09 09:00");

  case_fixture_set_text (office.connection, office.id, "deadline", "2026-12-11",
                         "2026-12-04 10:00");
  check_list (dd_reminder_inbox_list (office.connection, from, to, NULL),
              "activity-start deadline-near");
  check_list (dd_reminder_inbox_list (office.connection, from + 1, to + 1, NULL),
              "deadline-near activity-due");
  check_list (dd_reminder_inbox_list_coming (office.connection, to + 61, NULL),
              "deadline-near activity-due deadline-missed");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/reminder-inbox/told", test_told);
  store_test_add ("/reminder-inbox/done", test_done);
  store_test_add ("/reminder-inbox/snoozed", test_snoozed);
  store_test_add ("/reminder-inbox/done-before", test_done_before);
  store_test_add ("/reminder-inbox/over", test_over);
  store_test_add ("/reminder-inbox/unknown", test_unknown);
  store_test_add ("/reminder-inbox/lists", test_lists);
  return g_test_run ();
}
