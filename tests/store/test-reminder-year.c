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
#include "dd-plan-cache.h"
#include "reminder-year.h"
#include "seed.h"
#include "service/dd-service-parser.h"

#include <string.h>

#define N_DAYS  420
#define N_CASES 200

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
      round = dd_reminder_desk_take_round (program->desk, program->connection, year_get_now (self),
                                           &error);
      g_assert_no_error (error);
    }
  while (round->wake == year_get_now (self));
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
  if (!self->calm && year_chance (self, 40))
    {
      /* It dies before anybody saw anything. */
      close_program (program);
      program->closed_for = year_draw (self, 1, 10);
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
      guint first = year_draw (self, 0, N_PROGRAMS);

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
      if (year_chance (self, 900))
        {
          close_program (program);
          program->closed_for =
              year_chance (self, 10) ? year_draw (self, 100, 4000) : year_draw (self, 1, 30);
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
  program->wake = year_get_now (self);
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
  reminder_model_look_at_all (self->model, self->connection, year_get_now (self));
}

static gboolean
is_office_hour (Year *self)
{
  guint day = self->minute / YEAR_DAY;
  guint hour = self->minute % YEAR_DAY / 60;
  guint weekday = (day + 1) % 7; /* the test begins on a Tuesday; 0 is Monday */

  if (day >= 300 && day < 307)
    return FALSE;
  return weekday < 5 ? hour >= 6 && hour < 21 : hour == 12;
}

/* Returns: whether something happened that programs are told of: it woke up, a clock was set */
static gboolean
move_machine (Year *self)
{
  guint day = self->minute / YEAR_DAY;

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
  if (year_chance (self, 500))
    {
      self->off_for = year_draw (self, 2, 200);
      return FALSE;
    }
  if (self->minute % YEAR_DAY != 10 * 60 || !is_any_program_open (self))
    return FALSE;
  if (day % 40 == 20)
    self->offset = -(gint64) year_draw (self, 1, 50) * 60 * YEAR_MINUTE;
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

/* --- The year --- */

static void
ask_model (Year *self)
{
  g_autoptr (GPtrArray) keys = NULL;

  if (reminder_model_is_quiet (self->calendar, year_get_now (self)))
    return;
  self->on_duty++;
  keys = reminder_model_poll (self->model, self->connection, year_get_now (self));
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
        && self->programs[i].wake <= year_get_now (self))
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
  if (!self->calm && (year_move_people (self) | year_move_reader (self)))
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
    self->cases[i].at = year_draw (self, 0, 330 * YEAR_DAY);
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
  for (year.minute = 0; year.minute < N_DAYS * YEAR_DAY; year.minute++)
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
