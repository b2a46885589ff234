/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Why an activity has the dates it has: when it starts and because of what, how long it takes and
 * who says so, and what room there is. Each sentence is translated as a whole. Nothing is computed
 * here that the plan does not say; cost: a few dates in words, and the waits.
 */
#include "config.h"

#include "plan/dd-plan-private.h"

#include "plan/dd-date-words.h"
#include "plan/dd-working-time.h"

#include <glib/gi18n-lib.h>

/* The activity that is explained. */
typedef struct
{
  DdPlan *plan;
  guint index;
  const DdActivity *activity;
  const DdPlanWork *work;
  const DdPlanDates *dates;
  gboolean is_moment; /* takes no time in this plan */
} Subject;

static const DdActivity *
get_activity (DdPlan *plan, guint index)
{
  return g_ptr_array_index (dd_network_get_service (plan->network)->activities, index);
}

/* An amount of working time, exactly: in days, hours or minutes, whichever come out even. */
static char *
amount_to_words (const Subject *self, gint64 minutes)
{
  int minutes_per_day = dd_calendar_get_minutes_per_day (self->work->calendar);

  if (minutes > 0 && minutes % minutes_per_day == 0)
    return dd_working_time_to_words (minutes, minutes_per_day);
  if (minutes > 0 && minutes % 60 == 0)
    return dd_working_time_count (minutes / 60, DD_TIME_HOUR);
  return dd_working_time_count (minutes, DD_TIME_MINUTE);
}

/* A moment that follows an end stands on the day of that end. */
static char *
start_to_words (const Subject *self)
{
  if (self->is_moment && self->dates->driver == DD_PLAN_DRIVER_PREDECESSOR)
    return dd_date_words_of_end (self->plan->vendor, self->dates->early_start);
  return dd_date_words_of_start (self->plan->vendor, self->dates->early_start);
}

/* --- When, and because of what --- */

static gint64
find_lag (const Subject *self)
{
  guint n;
  const DdDependency *predecessors =
      dd_network_get_predecessors (self->plan->network, self->index, &n);
  gint64 longest = 0;

  for (guint i = 0; i < n; i++)
    if (predecessors[i].activity == self->dates->driver_activity)
      longest = MAX (longest, dd_plan_lag_minutes (&predecessors[i].lag, self->work->calendar));
  return longest;
}

static char *
explain_predecessor (const Subject *self, const char *start)
{
  const DdActivity *other = get_activity (self->plan, self->dates->driver_activity);
  const DdPlanDates *dates = &self->plan->dates[self->dates->driver_activity];
  g_autofree char *end = dd_date_words_of_end (self->plan->vendor, dates->early_finish);
  gint64 lag = find_lag (self);

  if (lag > 0)
    {
      g_autofree char *amount = amount_to_words (self, lag);
      /* Translators: a date, an amount of working time, an activity. */
      return g_strdup_printf (self->is_moment ? _ ("Comes on %s, %s after “%s”.")
                                              : _ ("Starts on %s, %s after “%s”."),
                              start, amount, other->name);
    }
  if (dates->early_start == dates->early_finish)
    /* Translators: a date and the event or gate before it. */
    return g_strdup_printf (self->is_moment ? _ ("Comes on %s, right after “%s”.")
                                            : _ ("Starts on %s, right after “%s”."),
                            start, other->name);
  if (g_str_equal (start, end))
    /* Translators: a date and the activity before it. */
    return g_strdup_printf (self->is_moment ? _ ("Comes on %s, because “%s” ends then.")
                                            : _ ("Starts on %s, because “%s” ends then."),
                            start, other->name);
  /* Translators: a date, the activity before it, and the date on which that ends. */
  return g_strdup_printf (self->is_moment ? _ ("Comes on %s, because “%s” ends on %s.")
                                          : _ ("Starts on %s, because “%s” ends on %s."),
                          start, other->name, end);
}

static gboolean
concerns (const Subject *self, const DdWait *wait)
{
  return wait->activity == DD_WHOLE_CASE || wait->activity == (int) self->index;
}

/* Of the waits that are over before the activity goes on the last, or one that is still open. */
static const DdWait *
find_wait (const Subject *self, gboolean open)
{
  const DdWait *last = NULL;

  for (guint i = 0; i < self->plan->n_waits; i++)
    {
      const DdWait *wait = &self->plan->waits[i];
      gboolean matches = open ? wait->span.finish >= DD_INSTANT_MAX
                              : wait->span.finish <= self->dates->early_start;
      if (concerns (self, wait) && matches
          && (last == NULL || wait->span.finish > last->span.finish))
        last = wait;
    }
  return last;
}

/* "the customer (access)" */
static char *
awaited_to_words (const DdWait *wait)
{
  const char *party = wait->party == DD_PARTY_CUSTOMER ? _ ("the customer") : _ ("the vendor");

  if (wait->reason == NULL || wait->reason[0] == '\0')
    return g_strdup (party);
  /* Translators: who is waited for, and for what. */
  return g_strdup_printf (_ ("%s (%s)"), party, wait->reason);
}

static char *
explain_wait (const Subject *self, const char *start)
{
  const DdWait *wait = find_wait (self, FALSE);
  g_autofree char *awaited = NULL;

  g_assert (wait != NULL);
  awaited = awaited_to_words (wait);
  /* Translators: a date, and who is waited for. */
  return g_strdup_printf (self->is_moment ? _ ("Comes on %s, when the wait for %s is over.")
                                          : _ ("Starts on %s, when the wait for %s is over."),
                          start, awaited);
}

/* Who holds up what could begin now. */
static char *
explain_open_wait (const Subject *self, const char *start, const DdWait *wait)
{
  g_autofree char *awaited = awaited_to_words (wait);

  /* Translators: a date, and who is waited for. */
  return g_strdup_printf (self->is_moment
                              ? _ ("Comes on %s at the earliest, because it waits for %s.")
                              : _ ("Starts on %s at the earliest, because it waits for %s."),
                          start, awaited);
}

static char *
explain_now (const Subject *self, const char *start)
{
  const DdWait *wait = find_wait (self, TRUE);
  g_autofree char *owner = NULL;

  if (wait != NULL)
    return explain_open_wait (self, start, wait);
  if (self->activity->kind == DD_ACTIVITY_GATE)
    {
      owner = dd_owner_get_label (self->activity->owner);
      /* Translators: of an entry condition; a date, and who has to meet it. */
      return g_strdup_printf (_ ("Comes on %s at the earliest, because it is not met yet by: %s."),
                              start, owner);
    }
  /* Translators: a date. */
  return g_strdup_printf (self->is_moment
                              ? _ ("Comes on %s at the earliest, because it has not come yet.")
                              : _ ("Starts on %s at the earliest, because it has not started yet."),
                          start);
}

static char *
explain_planned (const Subject *self)
{
  g_autofree char *start = start_to_words (self);

  switch (self->dates->driver)
    {
    case DD_PLAN_DRIVER_PREDECESSOR:
      return explain_predecessor (self, start);
    case DD_PLAN_DRIVER_NOT_BEFORE:
      /* Translators: a date. */
      return g_strdup_printf (self->is_moment
                                  ? _ ("Comes on %s, because it is not to come earlier.")
                                  : _ ("Starts on %s, because it is not to start earlier."),
                              start);
    case DD_PLAN_DRIVER_NOW:
      return explain_now (self, start);
    case DD_PLAN_DRIVER_WAIT:
      return explain_wait (self, start);
    case DD_PLAN_DRIVER_START:
    case DD_PLAN_DRIVER_ACTUAL:
      break;
    }
  /* Translators: a date. */
  return g_strdup_printf (self->is_moment ? _ ("Comes on %s, where the plan starts.")
                                          : _ ("Starts on %s, where the plan starts."),
                          start);
}

static char *
explain_running (const Subject *self)
{
  DdCalendar *calendar = self->plan->vendor;
  gint64 from = MAX (self->plan->now, self->dates->early_start);
  g_autofree char *start = dd_date_words_of_start (calendar, self->dates->early_start);
  g_autofree char *end = dd_date_words_of_end (calendar, self->dates->early_finish);

  if (self->dates->early_finish <= from)
    /* Translators: a date. */
    return g_strdup_printf (_ ("Started on %s and has used up its time: it ends now at the "
                               "earliest."),
                            start);
  /* Translators: two dates. */
  return g_strdup_printf (_ ("Started on %s and ends on %s, when what remains of it is done."),
                          start, end);
}

static char *
explain_done (const Subject *self)
{
  DdCalendar *calendar = self->plan->vendor;
  g_autofree char *start = dd_date_words_of_start (calendar, self->dates->early_start);
  g_autofree char *end = dd_date_words_of_end (calendar, self->dates->early_finish);

  if (self->activity->kind == DD_ACTIVITY_GATE)
    return g_strdup_printf (_ ("Was met on %s."), end);
  if (self->activity->kind == DD_ACTIVITY_EVENT)
    return g_strdup_printf (_ ("Came on %s."), end);
  if (g_str_equal (start, end))
    return g_strdup_printf (_ ("Started and ended on %s."), end);
  /* Translators: two dates. */
  return g_strdup_printf (_ ("Started on %s and ended on %s."), start, end);
}

static char *
explain_start (const Subject *self)
{
  switch (self->work->progress.state)
    {
    case DD_STATE_PLANNED:
      return explain_planned (self);
    case DD_STATE_RUNNING:
      return explain_running (self);
    case DD_STATE_DONE:
      return explain_done (self);
    case DD_STATE_SKIPPED:
      return g_strdup (_ ("Is skipped and takes no time."));
    }
  g_assert_not_reached ();
}

/* --- How long, and who says so --- */

/* The document that a duration comes from: "CX Process v17, Process Detail". */
static char *
source_to_words (const Subject *self)
{
  const DdService *service = dd_network_get_service (self->plan->network);
  const char *section =
      self->activity->section != NULL ? self->activity->section : self->activity->cell->section;

  if (section == NULL)
    /* Translators: a product and the version of its document. */
    return g_strdup_printf (_ ("%s v%s"), service->product, service->document_version);
  /* Translators: a product, the version of its document, and a section of that. */
  return g_strdup_printf (_ ("%s v%s, %s"), service->product, service->document_version, section);
}

static gboolean
is_shared (const DdCell *cell)
{
  guint n = 0;

  for (guint i = 0; i < cell->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (cell->activities, i);
      n += activity->kind == DD_ACTIVITY_TASK || activity->kind == DD_ACTIVITY_WINDOW;
    }
  return n > 1 && !cell->parallel;
}

/* The cell as it is printed, or as it is written. */
static char *
documented_to_words (const DdCell *cell)
{
  if (cell->documented != NULL)
    return g_strdup (cell->documented);
  return cell->duration_given ? dd_duration_to_text (&cell->duration) : g_strdup (_ ("blank"));
}

static char *
explain_duration (const Subject *self)
{
  g_autofree char *amount = amount_to_words (self, self->work->minutes);
  g_autofree char *documented = documented_to_words (self->activity->cell);
  g_autofree char *source = source_to_words (self);

  if (self->work->progress.override_minutes >= 0)
    /* Translators: an amount of time, the documented text, and the document. */
    return g_strdup_printf (_ ("Takes %s for this case, where the process table says “%s” (%s)."),
                            amount, documented, source);
  if (is_shared (self->activity->cell))
    /* Translators: an amount of time, the documented text, and the document. */
    return g_strdup_printf (_ ("Takes %s, its share of “%s” in the process table (%s)."), amount,
                            documented, source);
  /* Translators: an amount of time, the documented text, and the document. */
  return g_strdup_printf (_ ("Takes %s: the process table says “%s” (%s)."), amount, documented,
                          source);
}

/* --- What room there is --- */

static char *
explain_float (const Subject *self)
{
  g_autofree char *amount = amount_to_words (self, ABS (self->dates->float_minutes));
  gboolean deadline = self->plan->deadline != DD_INSTANT_NONE;

  if (dd_network_is_after_finish (self->plan->network, self->index))
    return g_strdup (_ ("The finish does not count it."));
  if (self->dates->float_minutes < 0)
    /* Translators: an amount of time. */
    return g_strdup_printf (_ ("For the deadline it is %s too late."), amount);
  if (self->dates->float_minutes == 0)
    return g_strdup (deadline ? _ ("Any delay of it misses the deadline.")
                              : _ ("Any delay of it delays the finish."));
  /* Translators: an amount of time. */
  return g_strdup_printf (deadline ? _ ("It can be %s later and the deadline is still met.")
                                   : _ ("It can be %s later and the finish stays."),
                          amount);
}

char *
dd_plan_explain (DdPlan *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < dd_network_get_size (self->network), NULL);

  Subject subject = { self, index, get_activity (self, index), &self->work[index],
                      &self->dates[index] };
  subject.is_moment = subject.work->minutes == 0;
  DdActivityState state = subject.work->progress.state;
  g_autofree char *start = explain_start (&subject);
  g_autofree char *duration = NULL;
  g_autofree char *room = NULL;

  if (state == DD_STATE_SKIPPED)
    return g_steal_pointer (&start);
  if (!subject.work->is_moment)
    duration = explain_duration (&subject);
  if (state != DD_STATE_DONE)
    room = explain_float (&subject);
  return g_strconcat (start, duration != NULL ? " " : "", duration != NULL ? duration : "",
                      room != NULL ? " " : "", room, NULL);
}
