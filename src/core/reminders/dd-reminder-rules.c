/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Which reminders a case has: one function for each kind of matter, over a plan that was made
 * already.
 *
 * Must not happen: a due time that moves with now although nothing is to be done at it, because
 * that would be told every day anew. So what should have begun already is due now at the latest,
 * and what stands still has no reminder but that of its wait.
 */

#include "config.h"

#include "reminders/dd-reminder-rules.h"

#include "delivery/dd-response-clock.h"

#include <string.h>

/* From when on a plan misses its deadline: the minute after the last at which it meets it. */
#define MINUTE 60

/* The required input that the questionnaire is. */
#define DOCUMENTS "documents"

/* A list that is being made. */
typedef struct
{
  const DdReminderCase *known;
  const DdReminderPreferences *preferences;
  DdNetwork *network;
  DdService *service;
  DdCalendar *vendor;
  GPtrArray *reminders; /* (element-type DdReminder) */
} List;

static const DdActivity *
get_activity (List *self, guint index)
{
  return g_ptr_array_index (self->service->activities, index);
}

/* Adds a reminder, unless its kind is switched off; what leaves the years of plans never comes. */
static void
add (List *self,
     DdReminderKind kind,
     const char *matter,
     const char *subject,
     gint64 due,
     gint64 about)
{
  DdReminder *reminder;

  if (!self->preferences->leads[kind].on || due <= DD_INSTANT_MIN || due >= DD_INSTANT_MAX
      || about >= DD_INSTANT_MAX)
    return;
  reminder = g_new0 (DdReminder, 1);
  reminder->case_id = g_strdup (self->known->id);
  reminder->matter = g_strdup (matter);
  reminder->kind = kind;
  reminder->due = due;
  reminder->about = about;
  reminder->subject = g_strdup (subject);
  reminder->customer = g_strdup (self->known->customer);
  reminder->product = g_strdup (self->known->product);
  g_ptr_array_add (self->reminders, reminder);
}

static gint64
get_minutes (List *self, DdReminderKind kind, DdCalendar *calendar)
{
  return dd_reminder_preferences_get_minutes (self->preferences, kind, calendar);
}

/* The instant that lies the lead of @kind before @instant. */
static gint64
go_before (List *self, DdReminderKind kind, DdCalendar *calendar, gint64 instant)
{
  return dd_calendar_subtract (calendar, instant, get_minutes (self, kind, calendar));
}

/* The instant that lies the lead of @kind after @instant. */
static gint64
go_after (List *self, DdReminderKind kind, gint64 instant)
{
  return dd_calendar_add (self->vendor, instant, get_minutes (self, kind, self->vendor));
}

/* --- Activities --- */

static gboolean
is_over (List *self, guint index)
{
  DdActivityState state = self->known->progress[index].state;

  return state == DD_STATE_DONE || state == DD_STATE_SKIPPED;
}

static gboolean
is_running (List *self, guint index)
{
  return self->known->progress[index].state == DD_STATE_RUNNING;
}

static gboolean
is_open (const DdWait *wait)
{
  return wait->span.finish == DD_INSTANT_MAX;
}

static gboolean
stands_still (List *self, guint index)
{
  for (guint i = 0; i < self->known->n_waits; i++)
    {
      const DdWait *wait = &self->known->waits[i];
      if (is_open (wait) && (wait->activity == DD_WHOLE_CASE || wait->activity == (int) index))
        return TRUE;
    }
  return FALSE;
}

/* Whether all that it waits for is over or being worked on. */
static gboolean
can_begin (List *self, guint index)
{
  guint n;
  const DdDependency *predecessors = dd_network_get_predecessors (self->network, index, &n);

  for (guint i = 0; i < n; i++)
    {
      guint other = predecessors[i].activity;
      if (!is_over (self, other) && (!is_running (self, other) || stands_still (self, other)))
        return FALSE;
    }
  return TRUE;
}

/* Whether it could have begun by now, but for something that is not done in its time. Such a date
 * moves with now. */
static gboolean
is_overdue (List *self, guint index)
{
  guint n;
  const DdDependency *predecessors = dd_network_get_predecessors (self->network, index, &n);

  if (dd_plan_get_dates (self->known->plan, index)->driver == DD_PLAN_DRIVER_NOW)
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      guint other = predecessors[i].activity;
      if (is_running (self, other)
          && dd_plan_get_dates (self->known->plan, other)->early_finish <= self->known->now)
        return TRUE;
    }
  return FALSE;
}

/* Whether a response clock tells of it. */
static gboolean
is_promised (List *self, const DdActivity *activity)
{
  for (guint i = 0; i < DD_N_RESPONSES; i++)
    {
      DdResponsePromise promise;
      if (dd_response_find (self->service, (DdResponse) i, &promise)
          && promise.activity == activity)
        return TRUE;
    }
  return FALSE;
}

static void
add_start (List *self, guint index, const char *matter)
{
  const DdPlanDates *dates = dd_plan_get_dates (self->known->plan, index);
  DdCalendar *calendar = dd_plan_get_activity_calendar (self->known->plan, index);
  gint64 due = go_before (self, DD_REMINDER_ACTIVITY_START, calendar, dates->early_start);

  if (is_overdue (self, index))
    due = MIN (due, self->known->now);
  add (self, DD_REMINDER_ACTIVITY_START, matter, get_activity (self, index)->name, due,
       dates->early_start);
}

static void
add_finish (List *self, guint index, const char *matter)
{
  const DdPlanDates *dates = dd_plan_get_dates (self->known->plan, index);
  DdCalendar *calendar = dd_plan_get_activity_calendar (self->known->plan, index);
  gint64 finish =
      self->known->deadline != DD_INSTANT_NONE ? dates->late_finish : dates->early_finish;

  add (self, DD_REMINDER_ACTIVITY_DUE, matter, get_activity (self, index)->name,
       go_before (self, DD_REMINDER_ACTIVITY_DUE, calendar, finish), finish);
}

static void
add_activity (List *self, guint index)
{
  const DdActivity *activity = get_activity (self, index);
  g_autofree char *matter = NULL;

  if (is_over (self, index) || activity->kind == DD_ACTIVITY_WINDOW || stands_still (self, index)
      || is_promised (self, activity) || (!is_running (self, index) && !can_begin (self, index)))
    return;
  matter = g_strconcat ("activity:", activity->id, NULL);
  if (!is_running (self, index) && activity->kind == DD_ACTIVITY_TASK)
    add_start (self, index, matter);
  if (is_running (self, index) || self->known->deadline != DD_INSTANT_NONE)
    add_finish (self, index, matter);
}

static void
add_activities (List *self)
{
  for (guint i = 0; i < dd_network_get_size (self->network); i++)
    add_activity (self, i);
}

/* --- Promises --- */

static DdResponseCase
make_response_case (List *self)
{
  const DdReminderCase *known = self->known;

  return (DdResponseCase){ self->service, self->vendor,   known->requested_at, known->progress,
                           known->waits,  known->n_waits, known->closed_at,    known->now };
}

static void
add_clock (List *self, DdClock *clock, const char *matter)
{
  gint64 allowance = dd_clock_get_elapsed (clock) + dd_clock_get_remaining (clock);
  gint64 due = dd_clock_get_due (clock);
  gint64 lead = get_minutes (self, DD_REMINDER_RESPONSE_SOON, self->vendor);

  add (self, DD_REMINDER_RESPONSE_HALF, matter, "", dd_clock_get_instant (clock, allowance / 2),
       due);
  if (lead < allowance)
    add (self, DD_REMINDER_RESPONSE_SOON, matter, "",
         dd_clock_get_instant (clock, allowance - lead), due);
  add (self, DD_REMINDER_RESPONSE_BREACHED, matter, "", due, due);
}

static void
add_response (List *self, DdResponse response, const char *matter)
{
  DdResponseCase known = make_response_case (self);
  g_autoptr (DdClock) clock = dd_response_make_clock (&known, response);

  if (clock == NULL || dd_clock_get_due (clock) == DD_INSTANT_NONE)
    return;
  switch (dd_clock_get_state (clock))
    {
    case DD_CLOCK_NOT_STARTED: /* it is known when it will be */
    case DD_CLOCK_RUNNING:
    case DD_CLOCK_BREACHED:
      add_clock (self, clock, matter);
      break;
    case DD_CLOCK_PAUSED:
    case DD_CLOCK_MET:
    case DD_CLOCK_MET_LATE:
      break;
    }
}

/* --- Waits --- */

static void
add_waits (List *self)
{
  for (guint i = 0; i < self->known->n_waits; i++)
    {
      const DdWait *wait = &self->known->waits[i];
      g_autofree char *matter = g_strconcat ("wait:", self->known->wait_ids[i], NULL);

      if (is_open (wait))
        add (self, DD_REMINDER_WAIT_OLD, matter, wait->reason,
             go_after (self, DD_REMINDER_WAIT_OLD, wait->span.start), wait->span.start);
    }
}

/* --- The questionnaire --- */

static gboolean
asks_documents (List *self)
{
  for (guint i = 0; i < self->service->inputs->len; i++)
    {
      const DdInput *input = g_ptr_array_index (self->service->inputs, i);
      if (strcmp (input->id, DOCUMENTS) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_under_way (List *self)
{
  for (guint i = 0; i < dd_network_get_size (self->network); i++)
    if (get_activity (self, i)->kind == DD_ACTIVITY_GATE && is_over (self, i))
      return TRUE;
  return FALSE;
}

static void
add_questionnaire (List *self)
{
  DdResponseCase known = make_response_case (self);
  gint64 sent = dd_response_find_first (&known);

  if (sent == DD_INSTANT_NONE || self->known->documents_back || !asks_documents (self)
      || is_under_way (self))
    return;
  add (self, DD_REMINDER_QUESTIONNAIRE_LATE, "questionnaire", "",
       go_after (self, DD_REMINDER_QUESTIONNAIRE_LATE, sent), sent);
}

/* --- The deadline --- */

/* By when activity @index must begin or, once it runs, be done. One that stands still, or of which
 * somebody said what remains, moves with now all the while: it must go on while that still fits in.
 */
static gint64
find_last_moment_of (List *self, guint index)
{
  const DdPlanDates *dates = dd_plan_get_dates (self->known->plan, index);
  DdCalendar *calendar = dd_plan_get_activity_calendar (self->known->plan, index);

  gint64 from = MAX (self->known->now, dates->early_start);

  if (stands_still (self, index)
      || (is_running (self, index) && self->known->progress[index].remaining_minutes >= 0))
    return dd_calendar_subtract (calendar, dates->late_finish,
                                 MAX (dd_calendar_between (calendar, from, dates->early_finish),
                                      0));
  return is_running (self, index) ? dates->late_finish : dates->late_start;
}

/* The first instant by which something must begin or be done, or the deadline is missed. */
static gint64
find_last_moment (List *self)
{
  gint64 last = DD_INSTANT_MAX;

  for (guint i = 0; i < dd_network_get_size (self->network); i++)
    if (!is_over (self, i) && !dd_network_is_after_finish (self->network, i))
      last = MIN (last, find_last_moment_of (self, i));
  return last;
}

static void
add_deadline (List *self)
{
  gint64 last;
  gint64 missed;

  if (self->known->deadline == DD_INSTANT_NONE)
    return;
  last = find_last_moment (self);
  if (last == DD_INSTANT_MAX)
    return;
  missed = last + MINUTE;
  if (dd_plan_get_finish (self->known->plan) > self->known->deadline)
    missed = MIN (missed, self->known->now);
  else if (missed <= self->known->now)
    missed = self->known->deadline + MINUTE; /* time has passed in which nobody works */
  add (self, DD_REMINDER_DEADLINE_NEAR, "deadline", "",
       go_before (self, DD_REMINDER_DEADLINE_NEAR, self->vendor, last), last);
  add (self, DD_REMINDER_DEADLINE_MISSED, "deadline", "", missed, self->known->deadline);
}

/* --- Support --- */

/* When window @index opened: when it was begun, or could be; DD_INSTANT_NONE while it cannot. */
static gint64
find_opening (List *self, guint index)
{
  const DdProgress *progress = &self->known->progress[index];
  gint64 opened = DD_INSTANT_NONE;
  guint n;
  const DdDependency *predecessors = dd_network_get_predecessors (self->network, index, &n);

  if (is_running (self, index) && progress->actual_start != DD_INSTANT_NONE)
    return progress->actual_start;
  for (guint i = 0; i < n; i++)
    {
      if (!is_over (self, predecessors[i].activity))
        return DD_INSTANT_NONE;
      opened = MAX (opened, self->known->progress[predecessors[i].activity].actual_finish);
    }
  return opened;
}

static void
add_window (List *self, guint index)
{
  DdCalendar *calendar = dd_plan_get_activity_calendar (self->known->plan, index);
  g_autofree char *matter = g_strconcat ("support:", get_activity (self, index)->id, NULL);
  gint64 opened = find_opening (self, index);
  gint64 closes;

  if (is_over (self, index) || opened == DD_INSTANT_NONE)
    return;
  closes = dd_calendar_add (calendar, opened,
                            dd_plan_get_dates (self->known->plan, index)->duration_minutes);
  add (self, DD_REMINDER_SUPPORT_ENDING, matter, get_activity (self, index)->name,
       go_before (self, DD_REMINDER_SUPPORT_ENDING, calendar, closes), closes);
}

static void
add_windows (List *self)
{
  for (guint i = 0; i < dd_network_get_size (self->network); i++)
    if (get_activity (self, i)->kind == DD_ACTIVITY_WINDOW)
      add_window (self, i);
}

/* --- The next case --- */

static void
add_next_request (List *self)
{
  gint64 start;

  if (self->known->next_plan == NULL || self->known->succeeded)
    return;
  start = dd_plan_get_start (self->known->next_plan);
  add (self, DD_REMINDER_NEXT_REQUEST, "next-request", "",
       go_before (self, DD_REMINDER_NEXT_REQUEST, self->vendor, start), start);
}

gint64
dd_reminder_next_due (DdService *service, DdCalendar *calendar, gint64 closed_at)
{
  const char *recurrence;
  guint32 day;
  guint count;
  GDate date;

  g_return_val_if_fail (service != NULL && calendar != NULL, DD_INSTANT_NONE);

  recurrence = service->recurrence;
  if (recurrence == NULL)
    return DD_INSTANT_NONE;
  count = (guint) g_ascii_strtoull (recurrence, NULL, 10);
  day = dd_calendar_julian_day (calendar, closed_at);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_add_months (&date, g_str_has_suffix (recurrence, "y") ? 12 * count : count);
  if (g_date_get_year (&date) >= 2199)
    return DD_INSTANT_NONE;
  /* At the end of that day. */
  return dd_calendar_julian_start (calendar, g_date_get_julian (&date) + 1);
}

/* --- All of them --- */

static void
add_of_open_case (List *self)
{
  add_activities (self);
  add_response (self, DD_RESPONSE_FIRST, "response:first");
  add_response (self, DD_RESPONSE_MANAGER, "response:manager");
  add_waits (self);
  add_questionnaire (self);
  add_deadline (self);
  add_windows (self);
}

GPtrArray *
dd_reminders_list (const DdReminderCase *self, const DdReminderPreferences *preferences)
{
  List list = { self, preferences };

  g_return_val_if_fail (self != NULL && preferences != NULL, NULL);

  list.network = self->network;
  list.service = dd_network_get_service (self->network);
  list.vendor = self->vendor;
  list.reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_reminder_free);
  switch (self->state)
    {
    case DD_CASE_REQUESTED:
    case DD_CASE_RUNNING:
    case DD_CASE_WAITING:
      add_of_open_case (&list);
      break;
    case DD_CASE_CLOSED:
      add_next_request (&list);
      break;
    case DD_CASE_CANCELLED:
      break;
    }
  return list.reminders;
}

static int
compare_due (gconstpointer first, gconstpointer second)
{
  const DdReminder *a = *(const DdReminder *const *) first;
  const DdReminder *b = *(const DdReminder *const *) second;

  if (a->due != b->due)
    return a->due < b->due ? -1 : 1;
  return dd_reminder_compare (a, b);
}

GPtrArray *
dd_reminders_between (GPtrArray *reminders, gint64 from, gint64 to)
{
  GPtrArray *due;

  g_return_val_if_fail (reminders != NULL, NULL);

  due = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_reminder_free);
  for (guint i = 0; i < reminders->len; i++)
    {
      const DdReminder *reminder = reminders->pdata[i];
      if (reminder->due > from && reminder->due <= to)
        g_ptr_array_add (due, dd_reminder_copy (reminder));
    }
  g_ptr_array_sort (due, compare_due);
  return due;
}
