/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dd-case-actions.h"
#include "dd-case-files.h"
#include "dd-preferences.h"
#include "dd-reminder-inbox.h"
#include "dd-undo.h"
#include "delivery/dd-case-rules.h"
#include "delivery/dd-record-id.h"
#include "reminder-year.h"

#include <string.h>

#define USER "Anna"

gint64
year_get_now (Year *self)
{
  return case_fixture_at (YEAR_BEGIN) + (gint64) self->minute * YEAR_MINUTE + self->offset;
}

gboolean
year_chance (Year *self, guint one_in)
{
  return g_rand_int_range (self->rand, 0, (gint32) one_in) == 0;
}

guint
year_draw (Year *self, guint low, guint high)
{
  return (guint) g_rand_int_range (self->rand, (gint32) low, (gint32) high);
}

static DdActor
make_actor (Year *self)
{
  return (DdActor){ .user = USER, .now = year_get_now (self) };
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
                            .party = year_chance (self, 3) ? DD_PARTY_VENDOR : DD_PARTY_CUSTOMER };
  g_autoptr (GError) error = NULL;

  dd_case_actions_take (self->connection, &actor, id, &step, &error);
  accept (error);
}

static char *
draw_date (Year *self, int days_from, int days_to)
{
  gint64 at =
      year_get_now (self) + (gint64) g_rand_int_range (self->rand, days_from, days_to) * 86400;
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (at);

  return g_date_time_format (date, "%Y-%m-%d");
}

static void
set_deadline (Year *self, const char *id)
{
  DdActor actor = make_actor (self);
  g_autofree char *date = year_chance (self, 4) ? g_strdup ("") : draw_date (self, 3, 60);
  const DdCaseSetting setting = { "deadline", date };
  g_autoptr (GError) error = NULL;

  dd_case_actions_set (self->connection, &actor, id, &setting, 1, self->calendar, &error);
  accept (error);
}

static void
save (Year *self, DdRecord *record)
{
  g_autoptr (DdAction) action = dd_action_new (USER, year_get_now (self), "Changed it", NULL);
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
      dd_preferences_load (self->connection, id, names[year_draw (self, 0, G_N_ELEMENTS (names))],
                           &error);

  g_assert_no_error (error);
  dd_record_set_text (DD_RECORD (preference), "value",
                      values[year_draw (self, 0, G_N_ELEMENTS (values))]);
  save (self, DD_RECORD (preference));
}

static void
get_documents (Year *self, const char *id)
{
  g_autoptr (DdRecord) evidence = dd_record_new (&dd_input_evidence_entity, NULL);

  dd_record_set_text (evidence, "case_id", id);
  dd_record_set_text (evidence, "input", "documents");
  dd_record_set_integer (evidence, "met_at", year_get_now (self));
  save (self, evidence);
}

static void
undo (Year *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdJournalEntry) undone =
      dd_undo_run (self->connection, year_chance (self, 4) ? DD_JOURNAL_REDO : DD_JOURNAL_UNDO,
                   USER, id, year_get_now (self), &error);

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
  gint64 now = year_get_now (self);

  dd_record_set_integer (activity, "not_before", now + (gint64) year_draw (self, 1, 20) * 8 * 3600);
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
  else if (year_chance (self, 20))
    take_step (self, id, DD_CASE_STEP_SKIP, definition);
  else
    take_step (self, id, DD_CASE_STEP_START, definition);
}

/* Something that a person may do with a case. */
static void
do_something (Year *self, const char *id, DdCaseFile *file)
{
  DdRecord *activity = find_next_activity (file);
  guint dice = year_draw (self, 0, 100);

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
               year_chance (self, 2) ? dd_record_get_text (activity, "definition_id") : NULL);
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
  g_autofree char *deadline = year_chance (self, 3) ? NULL : draw_date (self, 14, 60);
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
      one->at = self->minute + year_draw (self, 10, 2 * YEAR_DAY);
      return;
    }
  file = dd_case_files_load (self->connection, one->id, &error);
  accept (error);
  if (file != NULL && is_case_open (file))
    do_something (self, one->id, file);
  else if (year_chance (self, 2))
    undo (self, one->id);
  else
    one->at = G_MAXUINT;
  if (one->at != G_MAXUINT)
    one->at =
        self->minute + year_draw (self, 1, year_chance (self, 5) ? 4 * YEAR_DAY : YEAR_DAY / 2);
}

/* To look without need must change nothing, so the model does; but not while the clock is set back,
 * as what a plan says is not what it said before then. */
static void
look (Year *self, guint index, gboolean needed)
{
  if (self->cases[index].id != NULL && (needed || self->offset == 0))
    reminder_model_look (self->model, self->connection, self->cases[index].id, year_get_now (self));
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

gboolean
year_move_people (Year *self)
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

gboolean
year_move_reader (Year *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) inbox = NULL;
  const DdReminderEntry *entry;
  DdReminderSnooze snooze;

  if (!year_chance (self, 60))
    return FALSE;
  inbox = dd_reminder_inbox_load (self->connection, &error);
  g_assert_no_error (error);
  if (inbox->len == 0)
    return FALSE;
  entry = inbox->pdata[year_draw (self, 0, inbox->len)];
  if (entry->state != DD_REMINDER_TOLD || !reminder_model_is_open (self->model, entry->key))
    return FALSE;
  if (year_chance (self, 2))
    {
      dd_reminder_inbox_done (self->connection, entry->key, year_get_now (self), &error);
      reminder_model_answer (self->model, entry->key, 0);
    }
  else
    {
      snooze = (DdReminderSnooze) year_draw (self, 0, DD_N_SNOOZES);
      dd_reminder_inbox_snooze (self->connection, entry->key, snooze, year_get_now (self), &error);
      reminder_model_answer (self->model, entry->key,
                             dd_snooze_get_end (snooze, self->calendar, year_get_now (self)));
    }
  g_assert_no_error (error);
  return TRUE;
}
