/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reminders are told once, by one desk, at their time, and withdrawn when their matter is over.
 */

#include "config.h"

#include "dd-reminder-desk.h"

#include "dd-reminder-inbox.h"
#include "dd-reminder-schedule.h"
#include "dd-undo.h"
#include "reminder-fixture.h"

/* 1 December 2026 is a Tuesday. */
#define CELLS  TASK ("prepare", "1d", "") TASK ("work", "2d", "") TASK ("check", "1d", "")
#define OPENED "2026-12-01 08:00"

/* More than a round schedules. */
#define N_OTHERS (DD_REMINDER_SCHEDULE_STEP + 10)

/* A desk at a database with a case of Acme that starts on @start. */
typedef struct
{
  DdConnection *connection;
  DdRecord *customer;
  char *id;
  DdReminderDesk *desk;
} Office;

static Office
open_office (StoreTest *test, const char *start)
{
  Office self = { record_fixture_open (test) };

  reminder_fixture_prefer (self.connection, NULL, "reminder/quiet", "off");
  self.customer = case_fixture_add_customer (self.connection, "Acme", NULL);
  self.id = case_fixture_open (self.connection, self.customer, CELLS, start, OPENED);
  self.desk = dd_reminder_desk_new ();
  return self;
}

static void
close_office (Office *self)
{
  dd_reminder_desk_free (self->desk);
  g_free (self->id);
  g_object_unref (self->customer);
  dd_connection_close (self->connection);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Office, close_office)

static void
check (Office *self, const char *now, const char *expected)
{
  reminder_fixture_check (self->desk, self->connection, now, expected);
}

static void
test_course (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test, "2026-12-07");

  check (&office, "2026-12-01 08:00", "wake 4 09:00");
  check (&office, "2026-12-04 08:59", "wake 4 09:00");
  check (&office, "2026-12-04 09:00", "show activity-start activity:prepare");
  check (&office, "2026-12-04 10:00", "");
  reminder_fixture_step (office.connection, office.id, DD_CASE_STEP_START, "prepare",
                         "2026-12-07 09:00");
  /* Now "work" can begin tomorrow, and "prepare" is due today: that takes the place of what is on
   * screen of it. */
  check (&office, "2026-12-07 09:00",
         "show activity-due activity:prepare, activity-start activity:work");
}

static const struct
{
  const char *name;
  DdCaseStepKind kind;
  const char *activity;
} endings[] = {
  { "wait", DD_CASE_STEP_WAIT, "prepare" },
  { "wait-of-case", DD_CASE_STEP_WAIT, NULL },
  { "cancel", DD_CASE_STEP_CANCEL, NULL },
};

/* What settles a matter takes its notification off the screen. */
static void
test_settled (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test, "2026-12-07");
  gsize index = GPOINTER_TO_SIZE (data);
  g_autofree char *round = NULL;

  check (&office, "2026-12-04 09:00", "show activity-start activity:prepare");
  reminder_fixture_step (office.connection, office.id, endings[index].kind, endings[index].activity,
                         "2026-12-04 10:00");
  round = reminder_fixture_take (office.desk, office.connection, "2026-12-04 10:00");
  g_assert_nonnull (strstr (round, "withdraw activity:prepare"));
}

/* An undo brings it back to the inbox without another popup. */
static void
test_undone (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test, "2026-12-07");
  g_autoptr (DdJournalEntry) undone = NULL;
  g_autoptr (GPtrArray) inbox = NULL;
  g_autoptr (GError) error = NULL;

  check (&office, "2026-12-04 09:00", "show activity-start activity:prepare");
  reminder_fixture_step (office.connection, office.id, DD_CASE_STEP_CANCEL, NULL,
                         "2026-12-04 10:00");
  check (&office, "2026-12-04 10:00", "withdraw activity:prepare");
  undone = dd_undo_run (office.connection, DD_JOURNAL_UNDO, "Anna", NULL,
                        case_fixture_at ("2026-12-04 11:00"), &error);
  g_assert_no_error (error);
  check (&office, "2026-12-04 11:00", "");
  inbox = dd_reminder_inbox_load (office.connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (inbox->len, ==, 1);
}

/* A date that moved into the future is told again, one that slides with now is not. */
static void
test_moved (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test, "2026-12-07");
  g_autoptr (DdRecord) activity = NULL;

  check (&office, "2026-12-04 09:00", "show activity-start activity:prepare");
  activity = case_fixture_load_activity (office.connection, office.id, "prepare");
  dd_record_set_integer (activity, "not_before", case_fixture_at ("2026-12-10 09:00"));
  case_fixture_save (office.connection, activity, case_fixture_at ("2026-12-04 10:00"));
  check (&office, "2026-12-04 10:00", "withdraw activity:prepare; wake 9 09:00");
  check (&office, "2026-12-09 09:00", "show activity-start activity:prepare");
  /* Nobody begins it. */
  case_fixture_set_text (office.connection, office.id, "deadline", "2027-06-01",
                         "2026-12-15 10:00");
  case_fixture_set_text (office.connection, office.id, "deadline", NULL, "2026-12-15 10:00");
  check (&office, "2026-12-15 10:00", "replace activity-start activity:prepare");
  check (&office, "2026-12-17 18:00", "");
}

/* The machine's clock is set back, and on again. */
static void
test_clock_set_back (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test, "2026-12-07");

  check (&office, "2026-12-04 09:00", "show activity-start activity:prepare");
  check (&office, "2026-12-01 09:00", "");
  reminder_fixture_prefer (office.connection, office.id, "reminder/wait-old", "5d");
  check (&office, "2026-12-01 09:00", "");
  check (&office, "2026-12-04 09:00", "");
}

/* What is due while it is quiet comes at the end, and what was missed in one. */
static void
test_quiet (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test, "2026-12-07");
  g_autofree char *other =
      case_fixture_open (office.connection, office.customer, CELLS, "2026-12-07", OPENED);

  reminder_fixture_prefer (office.connection, NULL, "reminder/quiet", "08:00-10:00");
  check (&office, "2026-12-01 08:30", "wake 4 10:00");
  check (&office, "2026-12-04 09:00", "wake 4 10:00");
  check (&office, "2026-12-04 10:00",
         "gathered activity-start activity:prepare, activity-start activity:prepare");
  reminder_fixture_step (office.connection, office.id, DD_CASE_STEP_CANCEL, NULL,
                         "2026-12-04 10:01");
  check (&office, "2026-12-04 10:01", "");
  reminder_fixture_step (office.connection, other, DD_CASE_STEP_CANCEL, NULL, "2026-12-04 10:02");
  check (&office, "2026-12-04 10:02", "withdraw gathered");
}

/* Of two desks one tells it. */
static void
test_two_desks (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test, "2026-12-07");
  g_autoptr (DdReminderDesk) other = dd_reminder_desk_new ();
  g_autoptr (DdConnection) connection = store_test_open (test);

  check (&office, "2026-12-04 09:00", "show activity-start activity:prepare");
  reminder_fixture_check (other, connection, "2026-12-04 09:00", "");
  reminder_fixture_step (connection, office.id, DD_CASE_STEP_CANCEL, NULL, "2026-12-04 10:00");
  reminder_fixture_check (other, connection, "2026-12-04 10:00", "");
  check (&office, "2026-12-04 10:00", "withdraw activity:prepare");
}

/* A desk that dies with a claim is followed by another. */
static void
test_unconfirmed (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test, "2026-12-07");
  g_autoptr (DdReminderDesk) successor = dd_reminder_desk_new ();
  g_autofree char *claimed = NULL;
  g_autofree char *at_once = NULL;

  reminder_fixture_check (office.desk, office.connection, "2026-12-04 08:00", "wake 4 09:00");
  claimed = reminder_fixture_take (office.desk, office.connection, "2026-12-04 09:00");
  g_assert_cmpstr (claimed, ==, "show activity-start activity:prepare; wake 4 09:01");
  at_once = reminder_fixture_take (successor, office.connection, "2026-12-04 09:00");
  g_assert_cmpstr (at_once, ==, "wake 4 09:01");
  reminder_fixture_check (successor, office.connection, "2026-12-04 09:01",
                          "show activity-start activity:prepare");
}

/* The same, with the clock set back meanwhile: the claim does not hold until it has caught up. */
static void
test_unconfirmed_set_back (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test, "2026-12-07");
  g_autoptr (DdReminderDesk) successor = dd_reminder_desk_new ();
  g_autofree char *claimed = NULL;

  reminder_fixture_check (office.desk, office.connection, "2026-12-04 08:00", "wake 4 09:00");
  claimed = reminder_fixture_take (office.desk, office.connection, "2026-12-04 09:00");
  reminder_fixture_check (successor, office.connection, "2026-12-04 06:00",
                          "show activity-start activity:prepare");
}

/* Of one matter only what was due last is told. */
static void
test_outdone (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test, "2026-12-07");

  case_fixture_set_text (office.connection, office.id, "deadline", "2026-12-10", OPENED);
  check (&office, "2026-12-01 08:00", "wake 3 09:00");
  check (&office, "2026-12-08 08:00",
         "gathered deadline-missed deadline, activity-due activity:prepare");
}

/* More than a few at once are gathered, even on time. */
static void
test_many (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test, "2026-12-07");
  g_autoptr (DdReminderRound) round = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_OTHERS; i++)
    g_free (case_fixture_open (office.connection, office.customer, CELLS, "2026-12-07", OPENED));
  check (&office, "2026-12-01 08:00", "wake 4 09:00");
  round = dd_reminder_desk_take_round (office.desk, office.connection,
                                       case_fixture_at ("2026-12-04 09:00"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (round->show->len, ==, 0);
  g_assert_cmpuint (round->gathered->len, ==, N_OTHERS + 1);
  g_assert_cmpuint (round->n_open, ==, N_OTHERS + 1);
}

static void
test_new_name (StoreTest *test, gconstpointer data)
{
  g_auto (Office) office = open_office (test, "2026-12-07");

  check (&office, "2026-12-04 09:00", "show activity-start activity:prepare");
  dd_record_set_text (office.customer, "name", "Acme & Sons");
  case_fixture_save (office.connection, office.customer, case_fixture_at ("2026-12-04 09:30"));
  check (&office, "2026-12-04 09:30", "replace activity-start activity:prepare");
  check (&office, "2026-12-04 09:31", "");
}

static void
test_empty (StoreTest *test, gconstpointer data)
{
  g_autoptr (DdConnection) connection = record_fixture_open (test);
  g_autoptr (DdReminderDesk) desk = dd_reminder_desk_new ();

  reminder_fixture_check (desk, connection, "2026-12-04 09:00", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/reminder-desk/course", test_course);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat ("/reminder-desk/settled/", endings[i].name, NULL);
      g_test_add (path, StoreTest, GSIZE_TO_POINTER (i), store_test_set_up, test_settled,
                  store_test_tear_down);
    }
  store_test_add ("/reminder-desk/undone", test_undone);
  store_test_add ("/reminder-desk/moved", test_moved);
  store_test_add ("/reminder-desk/clock-set-back", test_clock_set_back);
  store_test_add ("/reminder-desk/quiet", test_quiet);
  store_test_add ("/reminder-desk/two-desks", test_two_desks);
  store_test_add ("/reminder-desk/unconfirmed", test_unconfirmed);
  store_test_add ("/reminder-desk/unconfirmed-set-back", test_unconfirmed_set_back);
  store_test_add ("/reminder-desk/outdone", test_outdone);
  store_test_add ("/reminder-desk/many", test_many);
  store_test_add ("/reminder-desk/new-name", test_new_name);
  store_test_add ("/reminder-desk/empty", test_empty);
  return g_test_run ();
}
