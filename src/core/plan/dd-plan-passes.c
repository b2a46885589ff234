/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The forward pass, the backward pass, and what follows from both. Each walks the network's order
 * once: linear in activities plus dependencies, with a few binary searches of a calendar each.
 *
 * Work and moments. An activity with a duration is work: it starts where work can start, ends where
 * work can end. One without is a moment, and a moment may stand wherever work can start or end: it
 * stays at the finish it follows, which may even be an instant at which its own owner does not
 * work, because somebody else did. The dates that hold it (start, not-before, now) count from the
 * owner's next working time on.
 *
 * Instants of two calendars can only be compared as instants. The backward pass therefore hands on
 * the latest instant that still works out, and rounds it to the owner's working time only for
 * show; rounding first would lose what the other party works in between. For the same reason each
 * step is monotonic in the instants it is given: that is what makes the early dates never later
 * than the late ones when there is time enough.
 *
 * Nothing here allocates, so that a forecast can run the forward pass many thousand times.
 */
#include "config.h"

#include "plan/dd-plan-private.h"

/* What holds an activity: an instant and where it comes from. */
typedef struct
{
  gint64 instant;
  DdPlanDriver driver;
  guint activity;
} Bound;

static gboolean
has_predecessors (DdPlan *self, guint index)
{
  guint n;

  dd_network_get_predecessors (self->network, index, &n);
  return n > 0;
}

gint64
dd_plan_lag_minutes (const DdDuration *lag, DdCalendar *calendar)
{
  if (lag->upper.count == 0)
    return 0;
  return dd_duration_minutes (lag, DD_BASIS_CAUTIOUS, dd_calendar_get_minutes_per_day (calendar),
                              dd_calendar_get_days_per_week (calendar));
}

/* --- Moments on the working time of a calendar --- */

/* The first instant at or after @instant at which work can start or end. */
static gint64
ceil_moment (DdCalendar *calendar, gint64 instant)
{
  if (dd_calendar_previous_working (calendar, instant) == instant)
    return instant;
  return dd_calendar_next_working (calendar, instant);
}

/* The last instant at or before @instant at which work can start or end. */
static gint64
floor_moment (DdCalendar *calendar, gint64 instant)
{
  if (dd_calendar_next_working (calendar, instant) == instant)
    return instant;
  return dd_calendar_previous_working (calendar, instant);
}

/* --- Forward --- */

/* The last of the predecessors' finishes plus lag: early ones, or late ones. */
static Bound
find_followed (DdPlan *self, guint index, const DdPlanDates *dates, gboolean late)
{
  DdCalendar *calendar = self->work[index].calendar;
  Bound last = { DD_INSTANT_MIN, DD_PLAN_DRIVER_START, index };
  const DdDependency *predecessors;
  guint n;

  predecessors = dd_network_get_predecessors (self->network, index, &n);
  for (guint i = 0; i < n; i++)
    {
      const DdPlanDates *other = &dates[predecessors[i].activity];
      gint64 instant = late ? other->late_finish : other->early_finish;
      gint64 lag = dd_plan_lag_minutes (&predecessors[i].lag, calendar);
      if (lag > 0)
        instant = dd_calendar_add (calendar, instant, lag);
      if (i == 0 || instant > last.instant)
        last = (Bound){ instant, DD_PLAN_DRIVER_PREDECESSOR, predecessors[i].activity };
    }
  return last;
}

static void
raise_bound (Bound *bound, gint64 instant, DdPlanDriver driver)
{
  if (instant != DD_INSTANT_NONE && instant > bound->instant)
    {
      bound->instant = instant;
      bound->driver = driver;
    }
}

/* The last of the dates that hold an activity that has not started. */
static Bound
find_held (DdPlan *self, guint index)
{
  Bound held = { DD_INSTANT_MIN, DD_PLAN_DRIVER_START, index };

  if (!has_predecessors (self, index))
    raise_bound (&held, self->start, DD_PLAN_DRIVER_START);
  raise_bound (&held, self->work[index].progress.not_before, DD_PLAN_DRIVER_NOT_BEFORE);
  raise_bound (&held, self->now, DD_PLAN_DRIVER_NOW);
  return held;
}

/* Of two dates that lead to the same start what is followed is the reason, not what holds. */
static Bound
place_work (DdPlan *self, guint index, Bound followed, Bound held)
{
  DdCalendar *calendar = self->work[index].calendar;
  Bound start = held;

  start.instant = dd_calendar_next_working (calendar, MAX (followed.instant, held.instant));
  if (has_predecessors (self, index)
      && (held.instant <= followed.instant
          || dd_calendar_next_working (calendar, followed.instant) == start.instant))
    start = (Bound){ start.instant, followed.driver, followed.activity };
  if (self->pauses != NULL)
    raise_bound (&start, dd_pauses_next_working (self->pauses, index, calendar, start.instant),
                 DD_PLAN_DRIVER_WAIT);
  return start;
}

static Bound
place_moment (DdPlan *self, guint index, Bound followed, Bound held)
{
  DdCalendar *calendar = self->work[index].calendar;
  gint64 instant = ceil_moment (calendar, held.instant);
  Bound at = followed;

  if (!has_predecessors (self, index) || instant > followed.instant)
    at = (Bound){ instant, held.driver, index };
  if (self->pauses != NULL)
    raise_bound (&at, dd_pauses_delay_moment (self->pauses, index, calendar, at.instant),
                 DD_PLAN_DRIVER_WAIT);
  return at;
}

static gint64
add_work (DdPlan *self, guint index, gint64 from, gint64 minutes)
{
  DdCalendar *calendar = self->work[index].calendar;

  if (from >= DD_INSTANT_MAX)
    return DD_INSTANT_MAX;
  if (minutes == 0)
    return dd_pauses_delay_moment (self->pauses, index, calendar, from);
  return dd_pauses_add (self->pauses, index, calendar, from, minutes);
}

/* When an activity that has not started starts: after what is followed, and held by dates. */
static Bound
place_planned (DdPlan *self, guint index, gint64 minutes, Bound followed)
{
  Bound held = find_held (self, index);

  if (followed.instant >= DD_INSTANT_MAX)
    return followed;
  return minutes > 0 ? place_work (self, index, followed, held)
                     : place_moment (self, index, followed, held);
}

static void
plan_planned (DdPlan *self, guint index, gint64 minutes, DdPlanDates *dates)
{
  Bound followed = find_followed (self, index, dates, FALSE);
  Bound start = place_planned (self, index, minutes, followed);
  DdPlanDates *own = &dates[index];

  own->early_start = start.instant;
  own->early_finish = minutes > 0 ? add_work (self, index, start.instant, minutes) : start.instant;
  own->driver = start.driver;
  own->driver_activity = start.activity;
}

static void
plan_skipped (DdPlan *self, guint index, DdPlanDates *dates)
{
  Bound at = find_followed (self, index, dates, FALSE);
  DdPlanDates *own = &dates[index];

  if (!has_predecessors (self, index))
    at.instant = ceil_moment (self->work[index].calendar, self->start);
  own->early_start = own->early_finish = at.instant;
  own->driver = at.driver;
  own->driver_activity = at.activity;
}

static void
plan_running (DdPlan *self, guint index, gint64 minutes, DdPlanDates *own)
{
  const DdPlanWork *work = &self->work[index];
  gint64 from = MAX (self->now, work->progress.actual_start);
  gint64 remaining = work->progress.remaining_minutes;

  if (remaining < 0)
    remaining = MAX (0, minutes
                            - dd_pauses_between (self->pauses, index, work->calendar,
                                                 work->progress.actual_start, from));
  own->early_start = work->progress.actual_start;
  own->early_finish = add_work (self, index, from, remaining);
  own->driver = DD_PLAN_DRIVER_ACTUAL;
}

static void
plan_done (DdPlan *self, guint index, DdPlanDates *dates)
{
  const DdProgress *progress = &self->work[index].progress;
  DdPlanDates *own = &dates[index];

  own->early_finish = progress->actual_finish;
  own->early_start = progress->actual_start;
  if (own->early_start == DD_INSTANT_NONE)
    {
      Bound followed = find_followed (self, index, dates, FALSE);
      gint64 could = dd_calendar_next_working (self->work[index].calendar, followed.instant);
      own->early_start =
          has_predecessors (self, index) ? MIN (could, own->early_finish) : own->early_finish;
    }
  own->driver = DD_PLAN_DRIVER_ACTUAL;
}

static void
plan_early (DdPlan *self, guint index, gint64 minutes, DdPlanDates *dates)
{
  switch (self->work[index].progress.state)
    {
    case DD_STATE_PLANNED:
      plan_planned (self, index, minutes, dates);
      break;
    case DD_STATE_RUNNING:
      plan_running (self, index, minutes, &dates[index]);
      break;
    case DD_STATE_DONE:
      plan_done (self, index, dates);
      break;
    case DD_STATE_SKIPPED:
      plan_skipped (self, index, dates);
      break;
    }
}

gboolean
dd_plan_pass_forward (DdPlan *self, const gint64 *minutes, DdPlanDates *dates, guint *failed)
{
  const guint *order = dd_network_get_order (self->network);
  guint size = dd_network_get_size (self->network);

  for (guint i = 0; i < size; i++)
    {
      const DdPlanWork *work = &self->work[order[i]];
      gboolean drawn = minutes != NULL && !work->is_moment;
      plan_early (self, order[i], drawn ? minutes[order[i]] : work->minutes, dates);
      if (dates[order[i]].early_finish >= DD_INSTANT_MAX)
        {
          *failed = order[i];
          return FALSE;
        }
    }
  return TRUE;
}

gint64
dd_plan_find_finish (DdPlan *self, const DdPlanDates *dates, guint *activity)
{
  guint size = dd_network_get_size (self->network);
  gint64 finish = DD_INSTANT_NONE;

  for (guint i = 0; i < size; i++)
    if (!dd_network_is_after_finish (self->network, i) && dates[i].early_finish >= finish)
      {
        finish = dates[i].early_finish;
        *activity = i;
      }
  return finish;
}

/* --- Backward --- */

/* Whether the late dates of @index hold up those of what it waits for: what runs or is done did
 * not wait. */
static gboolean
holds_predecessors (DdPlan *self, guint index)
{
  DdActivityState state = self->work[index].progress.state;

  return !dd_network_is_after_finish (self->network, index)
         && (state == DD_STATE_PLANNED || state == DD_STATE_SKIPPED);
}

/* The latest finish of @index that lets all that waits for it start in time. */
static gint64
find_latest_finish (DdPlan *self, guint index, gint64 target)
{
  const DdDependency *successors;
  guint n;

  successors = dd_network_get_successors (self->network, index, &n);
  for (guint i = 0; i < n; i++)
    {
      DdPlanWork *other = &self->work[successors[i].activity];
      gint64 lag;
      if (!holds_predecessors (self, successors[i].activity))
        continue;
      lag = dd_plan_lag_minutes (&successors[i].lag, other->calendar);
      target = MIN (target, lag > 0 ? dd_calendar_subtract (other->calendar, other->latest, lag)
                                    : other->latest);
    }
  return target;
}

/* An event's late date is a finish, as its early one is; the first of a plan is a start if it can
 * be one, because the request is made in the morning. */
static gint64
show_moment (DdPlan *self, guint index, gint64 latest)
{
  DdCalendar *calendar = self->work[index].calendar;

  return has_predecessors (self, index) ? dd_calendar_previous_working (calendar, latest)
                                        : floor_moment (calendar, latest);
}

/* What is done has no late dates of its own, and of what runs only the finish is still open. */
static void
plan_late (DdPlan *self, guint index, gint64 latest_finish)
{
  DdPlanWork *work = &self->work[index];
  DdPlanDates *own = &self->dates[index];
  DdActivityState state = work->progress.state;

  work->latest = latest_finish;
  own->late_finish =
      dd_pauses_previous_working (self->pauses, index, work->calendar, latest_finish);
  if (state == DD_STATE_PLANNED && work->minutes > 0)
    {
      work->latest =
          dd_pauses_subtract (self->pauses, index, work->calendar, latest_finish, work->minutes);
      own->late_start = work->latest;
    }
  else if (state == DD_STATE_PLANNED)
    {
      work->latest = dd_pauses_advance_moment (self->pauses, index, work->calendar, latest_finish);
      own->late_start = own->late_finish = show_moment (self, index, work->latest);
    }
}

static gint64
find_latest_start (DdPlan *self, gint64 target)
{
  guint size = dd_network_get_size (self->network);
  gint64 latest = DD_INSTANT_MAX;

  for (guint i = 0; i < size; i++)
    if (!dd_network_is_after_finish (self->network, i)
        && self->work[i].progress.state == DD_STATE_PLANNED)
      latest = MIN (latest, self->dates[i].late_start);
  if (latest < DD_INSTANT_MAX)
    return latest;
  return self->start != DD_INSTANT_NONE ? self->start : target;
}

gboolean
dd_plan_pass_backward (DdPlan *self, gint64 target, guint *failed)
{
  const guint *order = dd_network_get_order (self->network);

  for (guint i = dd_network_get_size (self->network); i > 0; i--)
    {
      guint index = order[i - 1];
      if (dd_network_is_after_finish (self->network, index))
        continue;
      plan_late (self, index, find_latest_finish (self, index, target));
      if (self->work[index].latest <= DD_INSTANT_MIN)
        {
          *failed = index;
          return FALSE;
        }
    }
  self->latest_start = find_latest_start (self, target);
  return TRUE;
}

/* --- Float --- */

/* The late dates of what comes after the finish. */
static void
follow_late (DdPlan *self, guint index)
{
  DdPlanDates *own = &self->dates[index];
  gint64 minutes = self->work[index].minutes;
  Bound start =
      place_planned (self, index, minutes, find_followed (self, index, self->dates, TRUE));

  own->late_start = start.instant;
  own->late_finish = minutes > 0 ? add_work (self, index, start.instant, minutes) : start.instant;
}

static void
keep_early (DdPlanDates *own)
{
  own->late_start = own->early_start;
  own->late_finish = own->early_finish;
}

static void
settle_planned (DdPlan *self, guint index)
{
  DdPlanDates *own = &self->dates[index];
  gboolean counted = !dd_network_is_after_finish (self->network, index);
  gint64 latest = self->work[index].latest;

  if (!counted)
    {
      follow_late (self, index);
      latest = own->late_start;
    }
  own->float_minutes = dd_calendar_between (self->work[index].calendar, own->early_start, latest);
  own->critical = counted && own->float_minutes <= 0;
  /* A moment can be too late by time in which only others work: it has no float, but it is not in
   * time either. */
  if (own->float_minutes == 0 && own->early_start <= latest)
    keep_early (own);
}

/* The finish of what has used its time up is now, wherever that is; then no working time lies
 * between it and the late finish, and they are the same. */
static void
settle_running (DdPlan *self, guint index)
{
  DdPlanDates *own = &self->dates[index];
  const DdPlanWork *work = &self->work[index];

  own->late_start = own->early_start;
  if (dd_network_is_after_finish (self->network, index))
    {
      own->late_finish = own->early_finish;
      return;
    }
  own->float_minutes = dd_calendar_between (work->calendar, own->early_finish, work->latest);
  own->critical = own->float_minutes <= 0;
  if (own->float_minutes == 0)
    own->late_finish = own->early_finish;
  else if (own->float_minutes > 0)
    own->late_finish = MAX (own->late_finish, own->early_finish);
}

static void
settle (DdPlan *self, guint index)
{
  DdPlanDates *own = &self->dates[index];

  switch (self->work[index].progress.state)
    {
    case DD_STATE_PLANNED:
      settle_planned (self, index);
      break;
    case DD_STATE_RUNNING:
      settle_running (self, index);
      break;
    case DD_STATE_DONE:
      keep_early (own);
      break;
    case DD_STATE_SKIPPED:
      /* For now what it hands on to the late dates of what follows it. */
      own->late_finish = has_predecessors (self, index)
                             ? find_followed (self, index, self->dates, TRUE).instant
                             : own->early_finish;
      break;
    }
}

gboolean
dd_plan_pass_float (DdPlan *self, guint *failed)
{
  const guint *order = dd_network_get_order (self->network);
  guint size = dd_network_get_size (self->network);

  for (guint i = 0; i < size; i++)
    {
      settle (self, order[i]);
      if (self->dates[order[i]].late_finish >= DD_INSTANT_MAX)
        {
          *failed = order[i];
          return FALSE;
        }
    }
  for (guint i = 0; i < size; i++)
    if (self->work[i].progress.state == DD_STATE_SKIPPED)
      keep_early (&self->dates[i]);
  /* What has no float starts late when it starts early, and so does the plan: not on the evening
   * before, if its tasks take no time. */
  self->latest_start = find_latest_start (self, self->latest_start);
  return TRUE;
}
