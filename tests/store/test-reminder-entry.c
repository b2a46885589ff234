/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A row of the schedule is what was saved, and says itself when it is to be told.
 */

#include "config.h"

#include "dd-reminder-entry.h"

#include "record-fixture.h"

static DdReminderEntry *
make (void)
{
  DdReminder *reminder = g_new0 (DdReminder, 1);

  reminder->case_id = g_strdup ("c1");
  reminder->matter = g_strdup ("wait:w1");
  reminder->kind = DD_REMINDER_WAIT_OLD;
  reminder->due = 2000;
  reminder->about = 1000;
  reminder->subject = g_strdup ("Zugang “offen”");
  reminder->customer = g_strdup ("");
  reminder->product = g_strdup ("");
  return dd_reminder_entry_new (reminder);
}

static void
test_round_trip (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdReminderEntry) entry = make ();
  g_autoptr (DdReminderEntry) loaded = NULL;
  g_autoptr (GError) error = NULL;

  entry->state = DD_REMINDER_SNOOZED;
  entry->told_at = 2100;
  entry->snoozed_until = 3000;
  dd_reminder_entry_settle_wake (entry);
  g_assert_true (dd_reminder_entry_save (connection, entry, &error));
  loaded = dd_reminder_entry_load (connection, "c1/wait:w1/wait-old", &error);
  g_assert_no_error (error);
  g_assert_cmpint (dd_reminder_compare (loaded->reminder, entry->reminder), ==, 0);
  g_assert_cmpstr (loaded->reminder->subject, ==, "Zugang “offen”");
  g_assert_cmpint (loaded->reminder->about, ==, 1000);
  g_assert_cmpint (loaded->state, ==, DD_REMINDER_SNOOZED);
  g_assert_cmpint (loaded->told_at, ==, 2100);
  g_assert_cmpint (loaded->wake, ==, 3000);
  g_assert_false (loaded->settled);
  g_assert_null (loaded->claimed_by);
}

static void
test_deleted (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdReminderEntry) entry = make ();
  g_autoptr (GError) error = NULL;

  g_assert_true (dd_reminder_entry_save (connection, entry, &error));
  g_assert_true (dd_reminder_entry_delete (connection, entry, &error));
  g_assert_null (dd_reminder_entry_load (connection, entry->key, &error));
  g_assert_error (error, DD_STORE_ERROR, DD_STORE_ERROR_NOT_FOUND);
}

/* A kind that a newer Drydock wrote is left alone. */
static void
test_unknown_kind (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdReminderEntry) entry = make ();
  DdReminderSelection all = { "TRUE" };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (dd_reminder_entry_save (connection, entry, &error));
  store_test_exec (connection, "UPDATE reminders SET kind = 'tea-time'");
  entries = dd_reminder_entries_select (connection, &all, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 0);
}

static const struct
{
  DdReminderState state;
  gboolean settled;
  gint64 wake;
  gboolean open;
} wakes[] = {
  { DD_REMINDER_SCHEDULED, FALSE, 2000, FALSE },
  { DD_REMINDER_SCHEDULED, TRUE, DD_INSTANT_NONE, FALSE },
  { DD_REMINDER_CLAIMED, FALSE, 2500, TRUE },
  { DD_REMINDER_CLAIMED, TRUE, DD_INSTANT_NONE, FALSE },
  { DD_REMINDER_TOLD, FALSE, DD_INSTANT_NONE, TRUE },
  { DD_REMINDER_SNOOZED, FALSE, 3000, FALSE },
  { DD_REMINDER_SNOOZED, TRUE, DD_INSTANT_NONE, FALSE },
  { DD_REMINDER_DONE, FALSE, DD_INSTANT_NONE, FALSE },
};

static void
test_wakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wakes); i++)
    {
      g_autoptr (DdReminderEntry) entry = make ();

      entry->state = wakes[i].state;
      entry->settled = wakes[i].settled;
      entry->snoozed_until = 3000;
      entry->wake = 2500;
      dd_reminder_entry_settle_wake (entry);
      g_assert_cmpint (entry->wake, ==, wakes[i].wake);
      g_assert_cmpint (dd_reminder_entry_is_open (entry), ==, wakes[i].open);
      g_assert_nonnull (dd_reminder_state_get_nick (entry->state));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/reminder-entry/round-trip", test_round_trip);
  store_test_add ("/reminder-entry/deleted", test_deleted);
  store_test_add ("/reminder-entry/unknown-kind", test_unknown_kind);
  g_test_add_func ("/reminder-entry/wakes", test_wakes);
  return g_test_run ();
}
