/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A year of a portfolio in fast motion, and some weeks: cases are opened, worked on, stand still,
 * are closed, changed and undone, at random. The machine is off at night and at weekends and for a
 * week in summer, is suspended now and then, has its clock set back and its time zone changed;
 * clocks change for summer. Two programs tell reminders from one database, are closed and opened
 * again, and die in the middle of telling. Each reminder must be told exactly when a naive model
 * that is asked every minute tells it: none twice, none not at all, none later than a minute in
 * which the machine was on and one of the programs ran. DD_TEST_CASES=N takes another number of
 * cases.
 */

#include "config.h"

#include "dd-bundle.h"
#include "dd-case-actions.h"
#include "dd-case-files.h"
#include "dd-plan-cache.h"
#include "dd-preferences.h"
#include "dd-reminder-desk.h"
#include "dd-reminder-inbox.h"
#include "dd-undo.h"
#include "delivery/dd-case-rules.h"
#include "delivery/dd-record-id.h"
#include "reminder-model.h"
#include "case-fixture.h"
#include "seed.h"
#include "service/dd-service-parser.h"

#include <string.h>

#define MINUTE     60
#define DAY        (24 * 60) /* minutes */
#define N_DAYS     420
#define N_CASES    200
#define N_PROGRAMS 2
#define BEGIN      "2026-09-01 00:00"
#define USER       "Anna"

/* A program that tells reminders. */
typedef struct
{
  DdConnection *connection; /* (owned) (nullable): NULL while it is closed */
  DdReminderDesk *desk;     /* (owned) (nullable) */
  gint64 wake;              /* as its last round said */
  guint closed_for;         /* minutes until it is opened again */
} Program;

/* A case, and when something is done with it next. */
typedef struct
{
  char *id; /* (owned) (nullable): NULL before it is opened */
  guint at; /* a minute of the test; G_MAXUINT: never more */
} Case;

typedef struct
{
  StoreTest *test;
  GRand *rand;
  DdService *services[2];
  DdConnection *connection; /* (owned): of who works on cases, and of the model */
  Program programs[N_PROGRAMS];
  ReminderModel *model;
  DdCalendar *calendar; /* (owned): everybody's, which follows the machine's zone */
  Case *cases;
  guint n_cases;
  GHashTable *expected; /* (owned) (element-type utf8 uint): keys that the model told and no
                           program did, with the minute on duty of that */
  guint minute;         /* of the test, by a clock that nobody sets */
  gint64 offset;        /* seconds that the machine's clock is ahead */
  guint on_duty; /* minutes so far in which a program ran on a machine that was on, and it was
                 not quiet */
  guint off_for; /* minutes until the machine is on again */
  gboolean calm; /* nobody does anything: a program died, and what it claimed is not told yet */
  guint n_told;
  guint n_died;
  guint n_gathered;
  guint n_edits;
} Year;

static gint64
get_now (Year *self)
{
  return case_fixture_at (BEGIN) + (gint64) self->minute * MINUTE + self->offset;
}

static gboolean
chance (Year *self, guint one_in)
{
  return g_rand_int_range (self->rand, 0, (gint32) one_in) == 0;
}

static guint
draw (Year *self, guint low, guint high)
{
  return (guint) g_rand_int_range (self->rand, (gint32) low, (gint32) high);
}

/* --- Programs --- */

static void
close_program (Program *program)
{
  g_clear_pointer (&program->desk, dd_reminder_desk_free);
  g_clear_pointer (&program->connection, dd_connection_close);
}

/* What was claimed of the matter of @key by a program that died gives way to it, untold. */
static void
give_way (Year *self, const char *key)
{
  g_autofree char *matter = g_strndup (key, (gsize) (strrchr (key, '/') + 1 - key));
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, self->expected);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    if (g_str_has_prefix (other, matter))
      g_hash_table_iter_remove (&iter);
}

/* What a program has just told must be what the model told, a minute ago at the most. */
static void
check_told (Year *self, GPtrArray *reminders)
{
  for (guint i = 0; i < reminders->len; i++)
    {
      g_autofree char *key = dd_reminder_dup_key (reminders->pdata[i]);
      gpointer minute;

      if (!g_hash_table_lookup_extended (self->expected, key, NULL, &minute))
        g_error ("minute %u: %s is told too early, or twice", self->minute, key);
      g_assert_cmpuint (self->on_duty - GPOINTER_TO_UINT (minute), <=, 1);
      g_hash_table_remove (self->expected, key);
      if (self->calm)
        give_way (self, key);
      self->n_told++;
    }
}

static gboolean
gives_out (const DdReminderRound *round)
{
  return round->show->len + round->gathered->len > 0;
}

static DdReminderRound *
take_round (Year *self, Program *program)
{
  g_autoptr (GError) error = NULL;
  DdReminderRound *round = NULL;

  do
    {
      g_clear_pointer (&round, dd_reminder_round_free);
      round =
          dd_reminder_desk_take_round (program->desk, program->connection, get_now (self), &error);
      g_assert_no_error (error);
    }
  while (round->wake == get_now (self));
  program->wake = round->wake;
  return round;
}

/* Returns: whether something was claimed */
static gboolean
run_program (Year *self, Program *program)
{
  g_autoptr (DdReminderRound) round = take_round (self, program);
  g_autoptr (GError) error = NULL;

  if (!gives_out (round))
    return FALSE;
  if (!self->calm && chance (self, 40))
    {
      /* It dies before anybody saw anything. */
      close_program (program);
      program->closed_for = draw (self, 1, 10);
      self->calm = TRUE;
      self->n_died++;
      return TRUE;
    }
  check_told (self, round->show);
  check_told (self, round->gathered);
  self->n_gathered += round->gathered->len > 0;
  dd_reminder_desk_confirm (program->desk, program->connection, &error);
  g_assert_no_error (error);
  return TRUE;
}

/* The database changed, or the machine woke up: every program looks, and looks again when another
 * wrote to the database. */
static void
run_programs (Year *self)
{
  gboolean changed = TRUE;

  while (changed)
    {
      guint first = draw (self, 0, N_PROGRAMS);

      changed = FALSE;
      for (guint i = 0; i < N_PROGRAMS; i++)
        {
          Program *program = &self->programs[(first + i) % N_PROGRAMS];
          if (program->desk != NULL && run_program (self, program))
            changed = TRUE;
        }
    }
}

static gboolean
is_any_program_open (Year *self)
{
  for (guint i = 0; i < N_PROGRAMS; i++)
    if (self->programs[i].desk != NULL)
      return TRUE;
  return FALSE;
}

/* Opens and closes programs. Returns: whether one was opened */
static gboolean
move_program (Year *self, Program *program)
{
  if (program->desk != NULL)
    {
      if (chance (self, 900))
        {
          close_program (program);
          program->closed_for = chance (self, 10) ? draw (self, 100, 4000) : draw (self, 1, 30);
        }
      return FALSE;
    }
  if (program->closed_for > 0)
    {
      program->closed_for--;
      return FALSE;
    }
  program->connection = store_test_open (self->test);
  store_test_exec (program->connection, "PRAGMA synchronous = OFF");
  program->desk = dd_reminder_desk_new ();
  program->wake = get_now (self);
  return TRUE;
}

/* --- The machine --- */

static void
set_zone (Year *self, const char *zone)
{
  g_setenv ("TZ", zone, TRUE);
  dd_plan_cache_forget_calendars (self->connection);
  g_clear_pointer (&self->calendar, dd_calendar_unref);
  self->calendar = dd_calendar_new_default (NULL, NULL);
  reminder_model_look_at_all (self->model, self->connection, get_now (self));
}

static gboolean
is_office_hour (Year *self)
{
  guint day = self->minute / DAY;
  guint hour = self->minute % DAY / 60;
  guint weekday = (day + 1) % 7; /* the test begins on a Tuesday; 0 is Monday */

  if (day >= 300 && day < 307)
    return FALSE;
  return weekday < 5 ? hour >= 6 && hour < 21 : hour == 12;
}

/* Returns: whether something happened that programs are told of: it woke up, a clock was set */
static gboolean
move_machine (Year *self)
{
  guint day = self->minute / DAY;

  if (self->off_for > 0)
    {
      self->off_for--;
      return self->off_for == 0;
    }
  if (!is_office_hour (self))
    {
      self->off_for = 60 - self->minute % 60;
      return FALSE;
    }
  if (chance (self, 500))
    {
      self->off_for = draw (self, 2, 200);
      return FALSE;
    }
  if (self->minute % DAY != 10 * 60 || !is_any_program_open (self))
    return FALSE;
  if (day % 40 == 20)
    self->offset = -(gint64) draw (self, 1, 50) * 60 * MINUTE;
  else if (day % 40 == 22)
    self->offset = 0;
  else if (day % 60 == 30)
    set_zone (self, "America/New_York");
  else if (day % 60 == 40)
    set_zone (self, "Europe/Berlin");
  else
    return FALSE;
  return TRUE;
}

/* --- People --- */

static DdActor
make_actor (Year *self)
{
  return (DdActor){ .user = USER, .now = get_now (self) };
}

/* What a rule refuses is not done. */
static void
accept (GError *error)
{
  if (error != NULL && error->domain != DD_CASE_ERROR && error->domain != DD_STORE_ERROR)
    g_assert_no_error (error);
}

static void
take_step (Year *self, const char *id, DdCaseStepKind kind, const char *activity)
{
  DdActor actor = make_actor (self);
  const DdCaseStep step = { .kind = kind,
                            .activity = activity,
                            .text = "because",
                            .party = chance (self, 3) ? DD_PARTY_VENDOR : DD_PARTY_CUSTOMER };
  g_autoptr (GError) error = NULL;

  dd_case_actions_take (self->connection, &actor, id, &step, &error);
  accept (error);
}

static char *
draw_date (Year *self, int days_from, int days_to)
{
  gint64 at = get_now (self) + (gint64) g_rand_int_range (self->rand, days_from, days_to) * 86400;
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (at);

  return g_date_time_format (date, "%Y-%m-%d");
}

static void
set_deadline (Year *self, const char *id)
{
  DdActor actor = make_actor (self);
  g_autofree char *date = chance (self, 4) ? g_strdup ("") : draw_date (self, 3, 60);
  const DdCaseSetting setting = { "deadline", date };
  g_autoptr (GError) error = NULL;

  dd_case_actions_set (self->connection, &actor, id, &setting, 1, self->calendar, &error);
  accept (error);
}

static void
save (Year *self, DdRecord *record)
{
  g_autoptr (DdAction) action = dd_action_new (USER, get_now (self), "Changed it", NULL);
  g_autoptr (GError) error = NULL;

  dd_action_save (action, record);
  dd_journal_commit (self->connection, action, NULL, &error);
  accept (error);
}

static void
set_preference (Year *self, const char *id)
{
  static const char *const names[] = { "reminder/activity-due", "reminder/wait-old",
                                       "reminder/deadline-near", "reminder/activity-start" };
  static const char *const values[] = { "1d", "4h", "3d", "off", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (DdPreference) preference =
      dd_preferences_load (self->connection, id, names[draw (self, 0, G_N_ELEMENTS (names))],
                           &error);

  g_assert_no_error (error);
  dd_record_set_text (DD_RECORD (preference), "value",
                      values[draw (self, 0, G_N_ELEMENTS (values))]);
  save (self, DD_RECORD (preference));
}

static void
get_documents (Year *self, const char *id)
{
  g_autoptr (DdRecord) evidence = dd_record_new (&dd_input_evidence_entity, NULL);

  dd_record_set_text (evidence, "case_id", id);
  dd_record_set_text (evidence, "input", "documents");
  dd_record_set_integer (evidence, "met_at", get_now (self));
  save (self, evidence);
}

static void
undo (Year *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdJournalEntry) undone =
      dd_undo_run (self->connection, chance (self, 4) ? DD_JOURNAL_REDO : DD_JOURNAL_UNDO, USER, id,
                   get_now (self), &error);

  accept (error);
}

static DdRecord *
find_next_activity (DdCaseFile *file)
{
  for (guint i = 0; i < file->activities->len; i++)
    {
      DdRecord *activity = file->activities->pdata[i];
      gint64 state = dd_record_get_integer (activity, "state");

      if (state == DD_STATE_PLANNED || state == DD_STATE_RUNNING)
        return activity;
    }
  return NULL;
}

static void
put_off_activity (Year *self, DdRecord *activity)
{
  gint64 now = get_now (self);

  dd_record_set_integer (activity, "not_before", now + (gint64) draw (self, 1, 20) * 8 * 3600);
  save (self, activity);
}

static void
work (Year *self, const char *id, DdRecord *activity)
{
  const char *definition = dd_record_get_text (activity, "definition_id");
  gboolean begun = dd_record_get_integer (activity, "state") == DD_STATE_RUNNING;
  gint64 kind = dd_record_get_integer (activity, "kind");

  if (begun || kind == DD_ACTIVITY_GATE || kind == DD_ACTIVITY_EVENT)
    take_step (self, id, DD_CASE_STEP_FINISH, definition);
  else if (chance (self, 20))
    take_step (self, id, DD_CASE_STEP_SKIP, definition);
  else
    take_step (self, id, DD_CASE_STEP_START, definition);
}

/* Something that a person may do with a case. */
static void
do_something (Year *self, const char *id, DdCaseFile *file)
{
  DdRecord *activity = find_next_activity (file);
  guint dice = draw (self, 0, 100);

  if (dice < 5)
    undo (self, id);
  else if (dice < 9)
    set_deadline (self, id);
  else if (dice < 12)
    set_preference (self, id);
  else if (dice < 14)
    get_documents (self, id);
  else if (dice < 15)
    take_step (self, id, DD_CASE_STEP_CANCEL, NULL);
  else if (activity == NULL)
    take_step (self, id, DD_CASE_STEP_CLOSE, NULL);
  else if (dice < 24)
    take_step (self, id, DD_CASE_STEP_WAIT,
               chance (self, 2) ? dd_record_get_text (activity, "definition_id") : NULL);
  else if (dice < 36)
    take_step (self, id, DD_CASE_STEP_RESUME_ALL, NULL);
  else if (dice < 39)
    put_off_activity (self, activity);
  else
    work (self, id, activity);
}

static void
open_case (Year *self, Case *one, guint number)
{
  g_autofree char *customer = g_strdup_printf ("Customer %u", number / 2);
  g_autofree char *id = dd_record_id_derive (customer, number % 2 ? "second" : "first");
  g_autofree char *deadline = chance (self, 3) ? NULL : draw_date (self, 14, 60);
  DdActor actor = make_actor (self);
  const DdCaseOpening opening = {
    .id = id,
    .service = self->services[number % 2],
    .customer = customer,
    .calendar = number % 6 == 0 ? "[calendar]\ntimezone=America/New_York\nmonday=09:00-17:00\n"
                                  "tuesday=09:00-17:00\nthursday=10:00-24:00\nfriday=09:00-17:00\n"
                                : NULL,
    .deadline = deadline,
    .access_acknowledged = TRUE,
    .start = DD_INSTANT_NONE,
  };
  g_autoptr (GError) error = NULL;

  dd_case_actions_open (self->connection, &actor, &opening, &one->id, &error);
  g_assert_no_error (error);
}

static gboolean
is_case_open (DdCaseFile *file)
{
  gint64 state = dd_record_get_integer (file->record, "state");

  return state != DD_CASE_CLOSED && state != DD_CASE_CANCELLED;
}

static gboolean
is_closed (Year *self, guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdCaseFile) file = NULL;

  if (self->cases[index].id == NULL)
    return FALSE;
  file = dd_case_files_load (self->connection, self->cases[index].id, &error);
  accept (error);
  return file != NULL && dd_record_get_integer (file->record, "state") == DD_CASE_CLOSED;
}

/* A case is worked on again and again. One that is over, or whose opening was undone, is left
 * alone, but for an undo or redo now and then. */
static void
touch_case (Year *self, Case *one, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdCaseFile) file = NULL;

  self->n_edits++;
  if (one->id == NULL)
    {
      open_case (self, one, number);
      one->at = self->minute + draw (self, 10, 2 * DAY);
      return;
    }
  file = dd_case_files_load (self->connection, one->id, &error);
  accept (error);
  if (file != NULL && is_case_open (file))
    do_something (self, one->id, file);
  else if (chance (self, 2))
    undo (self, one->id);
  else
    one->at = G_MAXUINT;
  if (one->at != G_MAXUINT)
    one->at = self->minute + draw (self, 1, chance (self, 5) ? 4 * DAY : DAY / 2);
}

/* To look without need must change nothing, so the model does; but not while the clock is set back,
 * as what a plan says is not what it said before then. */
static void
look (Year *self, guint index, gboolean needed)
{
  if (self->cases[index].id != NULL && (needed || self->offset == 0))
    reminder_model_look (self->model, self->connection, self->cases[index].id, get_now (self));
}

static gint64
count_actions (Year *self)
{
  return store_test_get_int64 (self->connection, "SELECT max (id) FROM journal_actions");
}

/* Something is done with a case. That may settle a reminder of the customer's other case, if that
 * one is closed. */
static void
move_case (Year *self, guint index)
{
  gint64 n_actions = count_actions (self);
  gboolean changed;

  touch_case (self, &self->cases[index], index);
  changed = count_actions (self) > n_actions;
  look (self, index, changed);
  look (self, index ^ 1, changed && is_closed (self, index ^ 1));
}

/* Returns: whether somebody did something */
static gboolean
move_people (Year *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_cases; i++)
    if (self->cases[i].at <= self->minute)
      {
        move_case (self, i);
        any = TRUE;
      }
  return any;
}

/* A reader of the inbox answers one of what is in it. */
static gboolean
move_reader (Year *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) inbox = NULL;
  const DdReminderEntry *entry;
  DdReminderSnooze snooze;

  if (!chance (self, 60))
    return FALSE;
  inbox = dd_reminder_inbox_load (self->connection, &error);
  g_assert_no_error (error);
  if (inbox->len == 0)
    return FALSE;
  entry = inbox->pdata[draw (self, 0, inbox->len)];
  if (entry->state != DD_REMINDER_TOLD || !reminder_model_is_open (self->model, entry->key))
    return FALSE;
  if (chance (self, 2))
    {
      dd_reminder_inbox_done (self->connection, entry->key, get_now (self), &error);
      reminder_model_answer (self->model, entry->key, 0);
    }
  else
    {
      snooze = (DdReminderSnooze) draw (self, 0, DD_N_SNOOZES);
      dd_reminder_inbox_snooze (self->connection, entry->key, snooze, get_now (self), &error);
      reminder_model_answer (self->model, entry->key,
                             dd_snooze_get_end (snooze, self->calendar, get_now (self)));
    }
  g_assert_no_error (error);
  return TRUE;
}

/* --- The year --- */

static void
ask_model (Year *self)
{
  g_autoptr (GPtrArray) keys = NULL;

  if (reminder_model_is_quiet (self->calendar, get_now (self)))
    return;
  self->on_duty++;
  keys = reminder_model_poll (self->model, self->connection, get_now (self));
  for (guint i = 0; i < keys->len; i++)
    g_hash_table_insert (self->expected, g_strdup (keys->pdata[i]),
                         GUINT_TO_POINTER (self->on_duty));
}

static void
check_none_late (Year *self)
{
  GHashTableIter iter;
  gpointer key;
  gpointer minute;

  g_hash_table_iter_init (&iter, self->expected);
  while (g_hash_table_iter_next (&iter, &key, &minute))
    if (self->on_duty - GPOINTER_TO_UINT (minute) > 1)
      g_error ("minute %u: %s is late, or lost", self->minute, (const char *) key);
}

static gboolean
is_any_program_awake (Year *self)
{
  for (guint i = 0; i < N_PROGRAMS; i++)
    if (self->programs[i].desk != NULL && self->programs[i].wake != DD_INSTANT_NONE
        && self->programs[i].wake <= get_now (self))
      return TRUE;
  return FALSE;
}

static void
live_minute (Year *self)
{
  gboolean news = move_machine (self);

  if (self->off_for > 0)
    return;
  for (guint i = 0; i < N_PROGRAMS; i++)
    if (move_program (self, &self->programs[i]))
      news = TRUE;
  if (!self->calm && (move_people (self) | move_reader (self)))
    news = TRUE;
  if (!is_any_program_open (self))
    return;
  ask_model (self);
  /* A program sleeps until its next round, or until it is told of something. */
  if (news || is_any_program_awake (self))
    run_programs (self);
  check_none_late (self);
  self->calm = g_hash_table_size (self->expected) > 0;
}

static DdService *
load_service (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dd_bundle_read (path, &error);
  gsize size;
  const char *text;
  DdService *service;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &size);
  service = dd_service_parse (text, (gssize) size, path, &error);
  g_assert_no_error (error);
  return service;
}

static void
begin (Year *self, StoreTest *test, guint n_cases)
{
  self->test = test;
  self->rand = g_rand_new_with_seed (seed_get ());
  self->services[0] = load_service ("services/cx-process.xml");
  self->services[1] = load_service ("services/messenger.xml");
  self->connection = record_fixture_open (test);
  store_test_exec (self->connection, "PRAGMA synchronous = OFF");
  self->model = reminder_model_new ();
  set_zone (self, "Europe/Berlin");
  self->expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_cases = n_cases;
  self->cases = g_new0 (Case, n_cases);
  for (guint i = 0; i < n_cases; i++)
    self->cases[i].at = draw (self, 0, 330 * DAY);
}

static void
end (Year *self)
{
  for (guint i = 0; i < N_PROGRAMS; i++)
    close_program (&self->programs[i]);
  for (guint i = 0; i < self->n_cases; i++)
    g_free (self->cases[i].id);
  g_free (self->cases);
  g_hash_table_unref (self->expected);
  reminder_model_free (self->model);
  dd_calendar_unref (self->calendar);
  dd_connection_close (self->connection);
  dd_service_unref (self->services[0]);
  dd_service_unref (self->services[1]);
  g_rand_free (self->rand);
  g_setenv ("TZ", "UTC", TRUE);
}

static guint
get_n_cases (void)
{
  const char *given = g_getenv ("DD_TEST_CASES");

  /* An even number: a customer has two. */
  return given != NULL ? (guint) g_ascii_strtoull (given, NULL, 10) & ~1u : N_CASES;
}

static void
test_year (StoreTest *test, gconstpointer data)
{
  Year year = { 0 };

  begin (&year, test, get_n_cases ());
  for (year.minute = 0; year.minute < N_DAYS * DAY; year.minute++)
    live_minute (&year);
  g_test_message ("%u cases, %u edits; %u reminders told, %u times many in one, %u times a program "
                  "died telling",
                  year.n_cases, year.n_edits, year.n_told, year.n_gathered, year.n_died);
  g_assert_cmpuint (year.n_told, >, 5 * year.n_cases);
  end (&year);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/reminder-year/fast-motion", test_year);
  return g_test_run ();
}
