/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "naive-plan.h"

static NaiveActivity *
get (NaivePlan *self, guint index)
{
  return &g_array_index (self->activities, NaiveActivity, index);
}

static const NaiveLink *
get_link (const NaiveActivity *activity, guint index)
{
  return &g_array_index (activity->links, NaiveLink, index);
}

/* --- Moments --- */

static gboolean
can_stand (const NaiveWindow *calendar, gint64 instant)
{
  return naive_window_is_working (calendar, instant)
         || naive_window_is_working (calendar, instant - 1);
}

static gint64
next_stand (const NaiveWindow *calendar, gint64 instant)
{
  return can_stand (calendar, instant) ? instant : naive_window_next_working (calendar, instant);
}

/* A moment inside a wait comes when work goes on after it, and that may be inside another. Inside
 * it lies when, with no work in between, the minutes before it were waited. */
static gint64
delay (NaivePlan *self, guint index, gint64 instant)
{
  const NaiveWindow *calendar = get (self, index)->calendar;
  const NaiveWindow *waits = get (self, index)->waits;
  gint64 minute = instant - 60, on;

  while (minute > waits->start && !naive_window_is_working (waits, minute)
         && !naive_window_is_working (calendar, minute))
    minute -= 60;
  if (!naive_window_is_working (waits, minute))
    return instant;
  while (naive_window_is_working (waits, minute))
    minute += 60;
  on = naive_window_next_working (calendar, minute);
  if (on == NAIVE_BEYOND)
    return NAIVE_BEYOND;
  return on > instant ? delay (self, index, on) : instant;
}

/* The latest minute that is not put after @instant: the one at which the wait begins. */
static gint64
advance (NaivePlan *self, guint index, gint64 instant)
{
  const NaiveWindow *waits = get (self, index)->waits;
  gint64 at = instant, delayed = delay (self, index, at);

  while (delayed > instant && at > waits->start)
    {
      while (at > waits->start && !naive_window_is_working (waits, at - 60))
        at -= 60;
      while (at > waits->start && naive_window_is_working (waits, at - 60))
        at -= 60;
      delayed = delay (self, index, at);
    }
  return delayed == NAIVE_BEYOND || at == waits->start ? NAIVE_BEYOND : at;
}

/* --- Early dates --- */

static gint64
find_followed (NaivePlan *self, guint index, gboolean late)
{
  const NaiveActivity *activity = get (self, index);
  gint64 last = G_MININT64;

  for (guint i = 0; i < activity->links->len; i++)
    {
      const NaiveLink *link = get_link (activity, i);
      const DdPlanDates *dates = &get (self, link->activity)->dates;
      gint64 finish = late ? dates->late_finish : dates->early_finish;
      if (finish != NAIVE_BEYOND)
        finish = naive_window_add (activity->calendar, finish, link->lag);
      if (finish == NAIVE_BEYOND)
        return NAIVE_BEYOND;
      last = MAX (last, finish);
    }
  return last;
}

static gint64
find_held (NaivePlan *self, guint index)
{
  const NaiveActivity *activity = get (self, index);
  gint64 held = MAX (activity->progress.not_before, self->now);

  return activity->links->len == 0 ? MAX (held, self->start) : held;
}

static void
place (NaivePlan *self, guint index, gint64 followed, gint64 *start, gint64 *finish)
{
  const NaiveActivity *activity = get (self, index);
  gint64 held = find_held (self, index);

  *start = *finish = NAIVE_BEYOND;
  if (followed == NAIVE_BEYOND && activity->links->len > 0)
    return;
  if (activity->minutes > 0)
    {
      *start = naive_window_next_working (activity->time, MAX (held, followed));
      if (*start != NAIVE_BEYOND)
        *finish = naive_window_add (activity->time, *start, activity->minutes);
    }
  else
    {
      gint64 stand = held == DD_INSTANT_NONE ? held : next_stand (activity->calendar, held);
      if (held != DD_INSTANT_NONE && stand == NAIVE_BEYOND)
        return;
      *start = *finish = delay (self, index, MAX (stand, followed));
    }
}

static gint64
finish_running (NaivePlan *self, guint index)
{
  const NaiveActivity *activity = get (self, index);
  const DdProgress *progress = &activity->progress;
  gint64 from = MAX (self->now, progress->actual_start);
  gint64 worked = naive_window_between (activity->time, progress->actual_start, from);
  gint64 left = progress->remaining_minutes >= 0 ? progress->remaining_minutes
                                                 : MAX (0, activity->minutes - worked);

  return left > 0 ? naive_window_add (activity->time, from, left) : delay (self, index, from);
}

static void
compute_early (NaivePlan *self, guint index, gint64 target)
{
  NaiveActivity *activity = get (self, index);
  gint64 followed = find_followed (self, index, FALSE);

  switch (activity->progress.state)
    {
    case DD_STATE_PLANNED:
      place (self, index, followed, &activity->dates.early_start, &activity->dates.early_finish);
      break;
    case DD_STATE_RUNNING:
      activity->dates.early_start = activity->progress.actual_start;
      activity->dates.early_finish = finish_running (self, index);
      break;
    case DD_STATE_DONE:
      activity->dates.early_start = activity->progress.actual_start;
      activity->dates.early_finish = activity->progress.actual_finish;
      break;
    case DD_STATE_SKIPPED:
      activity->dates.early_start = activity->dates.early_finish =
          activity->links->len > 0 ? followed : next_stand (activity->calendar, self->start);
      break;
    }
}

static gint64
find_finish (NaivePlan *self)
{
  gint64 finish = G_MININT64;

  for (guint i = 0; i < self->activities->len; i++)
    if (!get (self, i)->is_window)
      finish = MAX (finish, get (self, i)->dates.early_finish);
  return finish;
}

/* --- Late dates --- */

/* The latest finish of @index that every @other that waits for it can live with. */
static gint64
find_bound (NaivePlan *self, guint index, gint64 target)
{
  gint64 bound = target;

  for (guint i = 0; i < self->activities->len; i++)
    {
      const NaiveActivity *other = get (self, i);
      DdActivityState state = other->progress.state;
      if (other->is_window || state == DD_STATE_RUNNING || state == DD_STATE_DONE)
        continue;
      for (guint j = 0; j < other->links->len; j++)
        if (get_link (other, j)->activity == index && other->latest == NAIVE_BEYOND)
          return NAIVE_BEYOND;
        else if (get_link (other, j)->activity == index)
          bound = MIN (bound, naive_window_subtract (other->calendar, other->latest,
                                                     get_link (other, j)->lag));
    }
  return bound;
}

static void
compute_late (NaivePlan *self, guint index, gint64 target)
{
  NaiveActivity *activity = get (self, index);
  gint64 bound = find_bound (self, index, target);

  activity->latest = bound;
  activity->dates.late_start = activity->dates.late_finish = NAIVE_BEYOND;
  if (bound == NAIVE_BEYOND)
    return;
  activity->dates.late_finish = naive_window_previous_working (activity->time, bound);
  if (activity->progress.state != DD_STATE_PLANNED)
    return;
  if (activity->minutes > 0)
    activity->dates.late_start = activity->latest =
        naive_window_subtract (activity->time, bound, activity->minutes);
  else
    {
      activity->latest = advance (self, index, bound);
      activity->dates.late_finish =
          activity->links->len == 0
                  && naive_window_is_working (activity->calendar, activity->latest)
              ? activity->latest
              : naive_window_previous_working (activity->calendar, activity->latest);
      activity->dates.late_start = activity->dates.late_finish;
    }
}

static gint64
find_latest_start (NaivePlan *self, gint64 target)
{
  gint64 latest = G_MAXINT64;

  for (guint i = 0; i < self->activities->len; i++)
    if (!get (self, i)->is_window && get (self, i)->progress.state == DD_STATE_PLANNED)
      latest = MIN (latest, get (self, i)->dates.late_start);
  if (latest < G_MAXINT64)
    return latest;
  return self->start != DD_INSTANT_NONE ? self->start : target;
}

/* --- Float --- */

static void
keep_early (DdPlanDates *dates)
{
  dates->late_start = dates->early_start;
  dates->late_finish = dates->early_finish;
}

static void
compute_float (NaivePlan *self, guint index)
{
  NaiveActivity *activity = get (self, index);
  DdPlanDates *dates = &activity->dates;
  gboolean planned = activity->progress.state == DD_STATE_PLANNED;

  if (activity->is_window && planned)
    {
      place (self, index, find_followed (self, index, TRUE), &dates->late_start,
             &dates->late_finish);
      activity->latest = dates->late_start;
    }
  if (dates->late_finish == NAIVE_BEYOND || dates->early_finish == NAIVE_BEYOND
      || (planned && (activity->latest == NAIVE_BEYOND || dates->late_start == NAIVE_BEYOND)))
    {
      self->beyond = TRUE;
      return;
    }
  dates->float_minutes =
      naive_window_between (activity->calendar, planned ? dates->early_start : dates->early_finish,
                            activity->latest);
  if (!planned && dates->float_minutes > 0)
    dates->late_finish = MAX (dates->late_finish, dates->early_finish);
  dates->critical = !activity->is_window && dates->float_minutes <= 0;
  if (dates->float_minutes == 0 && (!planned || dates->early_start <= activity->latest))
    keep_early (dates);
}

static void
settle (NaivePlan *self, guint index, gint64 target)
{
  DdPlanDates *dates = &get (self, index)->dates;

  switch (get (self, index)->progress.state)
    {
    case DD_STATE_PLANNED:
      compute_float (self, index);
      break;
    case DD_STATE_RUNNING:
      if (get (self, index)->is_window)
        keep_early (dates);
      else
        compute_float (self, index);
      dates->late_start = dates->early_start;
      break;
    case DD_STATE_DONE:
      keep_early (dates);
      break;
    case DD_STATE_SKIPPED:
      dates->late_start = dates->late_finish = get (self, index)->links->len > 0
                                                   ? find_followed (self, index, TRUE)
                                                   : dates->early_finish;
      break;
    }
}

/* --- Until nothing changes --- */

static void
spread_windows (NaivePlan *self)
{
  gboolean any_counted = FALSE;

  for (guint round = 0; round < self->activities->len; round++)
    for (guint i = 0; i < self->activities->len; i++)
      for (guint j = 0; j < get (self, i)->links->len; j++)
        get (self, i)->is_window |= get (self, get_link (get (self, i), j)->activity)->is_window;
  for (guint i = 0; i < self->activities->len; i++)
    any_counted |= !get (self, i)->is_window;
  for (guint i = 0; !any_counted && i < self->activities->len; i++)
    get (self, i)->is_window = FALSE;
}

typedef void (*Compute) (NaivePlan *self, guint index, gint64 target);

static void
repeat (NaivePlan *self, Compute compute, gint64 target)
{
  gboolean changed = TRUE;

  while (changed && !self->beyond)
    {
      changed = FALSE;
      for (guint i = 0; i < self->activities->len; i++)
        {
          NaiveActivity before = *get (self, i);
          compute (self, i, target);
          changed |= before.latest != get (self, i)->latest
                     || memcmp (&before.dates, &get (self, i)->dates, sizeof (DdPlanDates)) != 0;
        }
    }
}

static void
solve_early (NaivePlan *self)
{
  repeat (self, compute_early, DD_INSTANT_NONE);
  self->finish = find_finish (self);
  for (guint i = 0; i < self->activities->len; i++)
    self->beyond |= get (self, i)->dates.early_finish == NAIVE_BEYOND;
}

static void
solve_late (NaivePlan *self, gint64 target)
{
  for (guint i = 0; i < self->activities->len; i++)
    get (self, i)->latest = target;
  repeat (self, compute_late, target);
  self->latest_start = find_latest_start (self, target);
  self->beyond |= self->latest_start == NAIVE_BEYOND;
}

static void
solve_float (NaivePlan *self)
{
  repeat (self, settle, DD_INSTANT_NONE);
  for (guint i = 0; i < self->activities->len; i++)
    if (get (self, i)->progress.state == DD_STATE_SKIPPED)
      keep_early (&get (self, i)->dates);
  self->latest_start = find_latest_start (self, self->latest_start);
}

static void
take_wait_out (NaiveActivity *activity, DdRange span)
{
  const NaiveWindow *window = activity->calendar;

  for (gint64 t = MAX (span.start, window->start); t < MIN (span.finish, window->finish); t += 60)
    {
      activity->waits->minutes[(t - window->start) / 60] = TRUE;
      activity->time->minutes[(t - window->start) / 60] = FALSE;
    }
}

static void
take_waits_out (NaivePlan *self)
{
  for (guint i = 0; i < self->activities->len; i++)
    for (guint j = 0; j < self->waits->len; j++)
      {
        const DdWait *wait = &g_array_index (self->waits, DdWait, j);
        if (wait->activity == DD_WHOLE_CASE || wait->activity == (int) i)
          take_wait_out (get (self, i), wait->span);
      }
}

void
naive_plan_solve (NaivePlan *self)
{
  spread_windows (self);
  take_waits_out (self);
  if (self->start == DD_INSTANT_NONE)
    {
      solve_late (self, self->deadline);
      self->start = self->latest_start;
      if (!self->beyond)
        solve_early (self);
    }
  else
    {
      solve_early (self);
      if (!self->beyond)
        solve_late (self, self->deadline != DD_INSTANT_NONE ? self->deadline : self->finish);
    }
  solve_float (self);
}

NaivePlan *
naive_plan_new (void)
{
  NaivePlan *self = g_new0 (NaivePlan, 1);

  self->activities = g_array_new (FALSE, TRUE, sizeof (NaiveActivity));
  self->waits = g_array_new (FALSE, TRUE, sizeof (DdWait));
  self->start = self->deadline = self->now = DD_INSTANT_NONE;
  return self;
}

/* A window of the same span, with its minutes or with none. */
static NaiveWindow *
copy_window (const NaiveWindow *window, gboolean empty)
{
  NaiveWindow *copy = g_memdup2 (window, sizeof (NaiveWindow));
  guint n = (window->finish - window->start) / 60;

  copy->minutes = empty ? g_new0 (guint8, n) : g_memdup2 (window->minutes, n);
  return copy;
}

NaiveActivity *
naive_plan_add (NaivePlan *self, const NaiveWindow *calendar, DdActivityKind kind, gint64 minutes)
{
  NaiveActivity activity = { .calendar = calendar, .minutes = minutes };

  activity.time = copy_window (calendar, FALSE);
  activity.waits = copy_window (calendar, TRUE);
  activity.is_moment = kind == DD_ACTIVITY_EVENT || kind == DD_ACTIVITY_GATE;
  activity.is_window = kind == DD_ACTIVITY_WINDOW;
  activity.progress = DD_PROGRESS_NONE;
  activity.links = g_array_new (FALSE, FALSE, sizeof (NaiveLink));
  activity.dates.early_finish = activity.dates.late_finish = calendar->start;
  g_array_append_val (self->activities, activity);
  return get (self, self->activities->len - 1);
}

void
naive_plan_free (NaivePlan *self)
{
  for (guint i = 0; i < self->activities->len; i++)
    {
      naive_window_free (get (self, i)->time);
      naive_window_free (get (self, i)->waits);
      g_array_unref (get (self, i)->links);
    }
  g_array_unref (self->activities);
  g_array_unref (self->waits);
  g_free (self);
}
