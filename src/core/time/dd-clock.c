/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A promise to answer in time, computed from what was recorded.
 *
 * On making a clock the pauses become a short list that is sorted and has no overlaps, each ending
 * where it is known to: at its recorded end, at the answer, or now. What counts is the calendar's
 * working time between them, summed in seconds, because pauses begin within minutes. Every answer
 * is one walk along that list. Nothing is stored that a later event would have to correct.
 */
#include "config.h"

#include "time/dd-clock.h"

#include "time/dd-time-words.h"

#include <glib/gi18n-lib.h>

struct _DdClock
{
  DdCalendar *calendar; /* (owned) */
  gint64 started;       /* as recorded, or DD_INSTANT_NONE */
  gint64 allowance;     /* seconds */
  gint64 until;         /* where counting stops: at the answer, else now */
  gboolean has_started; /* the start is not after now */
  gboolean has_stopped; /* the answer is not after now */
  gboolean is_paused;   /* a pause holds the clock now */
  gboolean is_open;     /* and one of those has no end yet */
  gint64 elapsed;       /* seconds of working time from the start up to until, without pauses */
  GArray *pauses;       /* (owned) (element-type DdRange): sorted, apart */
  GPtrArray *reasons;   /* (owned) (element-type char *): of the pauses that count, each once */
};

/* --- Making --- */

/* The span in which @pause holds the clock; empty for one that came after the answer. */
static DdRange
effective_span (DdClock *self, DdRange pause)
{
  if (self->has_stopped || pause.finish >= DD_INSTANT_MAX)
    pause.finish = MIN (pause.finish, self->until);
  pause.finish = MAX (pause.start, pause.finish);
  return pause;
}

static void
add_reason (DdClock *self, const char *reason)
{
  if (reason != NULL && *reason != '\0'
      && !g_ptr_array_find_with_equal_func (self->reasons, reason, g_str_equal, NULL))
    g_ptr_array_add (self->reasons, g_strdup (reason));
}

static void
add_pause (DdClock *self, const DdClockPause *pause, gint64 now)
{
  DdRange span = effective_span (self, pause->span);
  DdRange counted = { self->started, MAX (self->started, self->until) };

  g_array_append_val (self->pauses, span);
  if (!self->has_started)
    return;
  if (dd_range_contains (pause->span, now))
    {
      self->is_paused = TRUE;
      self->is_open |= pause->span.finish >= DD_INSTANT_MAX;
    }
  if (dd_range_contains (pause->span, now) || dd_range_overlap (span, counted) != DD_OVERLAP_NONE)
    add_reason (self, pause->reason);
}

/* Working seconds from the start to @finish that are in no pause. */
static gint64
count_seconds (DdClock *self, gint64 finish)
{
  gint64 seconds = 0;
  gint64 at = self->started;

  for (guint i = 0; i < self->pauses->len && at < finish; i++)
    {
      DdRange pause = g_array_index (self->pauses, DdRange, i);

      if (pause.start > at)
        seconds += dd_calendar_seconds_between (self->calendar, at, MIN (pause.start, finish));
      at = MAX (at, pause.finish);
    }
  return at < finish ? seconds + dd_calendar_seconds_between (self->calendar, at, finish) : seconds;
}

DdClock *
dd_clock_new (DdCalendar *calendar, const DdClockEvents *events, gint64 now)
{
  DdClock *self;

  g_return_val_if_fail (calendar != NULL && events != NULL, NULL);
  g_return_val_if_fail (events->allowance >= 0, NULL);
  g_return_val_if_fail (events->pauses != NULL || events->n_pauses == 0, NULL);

  self = g_new0 (DdClock, 1);
  self->calendar = dd_calendar_ref (calendar);
  self->started = events->started == DD_INSTANT_NONE
                      ? DD_INSTANT_NONE
                      : CLAMP (events->started, DD_INSTANT_MIN, DD_INSTANT_MAX);
  self->allowance = MIN (events->allowance, DD_INSTANT_MAX / 60) * 60;
  self->has_started = events->started != DD_INSTANT_NONE && events->started <= now;
  self->has_stopped =
      self->has_started && events->stopped != DD_INSTANT_NONE && events->stopped <= now;
  self->until = self->has_stopped ? events->stopped : now;
  self->pauses = g_array_new (FALSE, FALSE, sizeof (DdRange));
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < events->n_pauses; i++)
    add_pause (self, &events->pauses[i], now);
  dd_ranges_merge (self->pauses);
  if (self->has_started)
    self->elapsed = count_seconds (self, self->until);
  return self;
}

void
dd_clock_free (DdClock *self)
{
  g_return_if_fail (self != NULL);

  dd_calendar_unref (self->calendar);
  g_array_unref (self->pauses);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}

/* --- Figures --- */

DdClockState
dd_clock_get_state (DdClock *self)
{
  gboolean over;

  g_return_val_if_fail (self != NULL, DD_CLOCK_NOT_STARTED);

  over = self->elapsed > self->allowance;
  if (!self->has_started)
    return DD_CLOCK_NOT_STARTED;
  if (self->has_stopped)
    return over ? DD_CLOCK_MET_LATE : DD_CLOCK_MET;
  if (over)
    return DD_CLOCK_BREACHED;
  return self->is_paused ? DD_CLOCK_PAUSED : DD_CLOCK_RUNNING;
}

gint64
dd_clock_get_elapsed (DdClock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->elapsed / 60;
}

gint64
dd_clock_get_remaining (DdClock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->elapsed > self->allowance)
    return -((self->elapsed - self->allowance + 59) / 60);
  return self->allowance / 60 - self->elapsed / 60;
}

gint64
dd_clock_get_due (DdClock *self)
{
  g_return_val_if_fail (self != NULL, DD_INSTANT_NONE);

  return dd_clock_get_instant (self, self->allowance / 60);
}

gint64
dd_clock_get_instant (DdClock *self, gint64 minutes)
{
  gint64 left;
  gint64 at;

  g_return_val_if_fail (self != NULL && minutes >= 0, DD_INSTANT_NONE);

  if (self->started == DD_INSTANT_NONE)
    return DD_INSTANT_NONE;
  at = self->started;
  left = MIN (minutes, DD_INSTANT_MAX / 60) * 60;
  for (guint i = 0; i < self->pauses->len; i++)
    {
      DdRange pause = g_array_index (self->pauses, DdRange, i);
      gint64 room = 0;

      if (pause.start > at)
        room = dd_calendar_seconds_between (self->calendar, at, pause.start);
      if (room >= left)
        break;
      left -= room;
      at = MAX (at, pause.finish);
    }
  return dd_calendar_add_seconds (self->calendar, at, left);
}

/* --- Words --- */

static char *
describe_state (DdClock *self)
{
  gint64 over = -dd_clock_get_remaining (self);
  g_autofree char *used = dd_time_words_minutes (self->elapsed / 60);
  g_autofree char *allowed = dd_time_words_minutes (self->allowance / 60);
  g_autofree char *late = dd_time_words_minutes (MAX (over, 0));
  g_autofree char *due = NULL;

  if (self->started != DD_INSTANT_NONE)
    /* Translators: a date and time in a sentence; see g_date_time_format() */
    due = dd_calendar_format (self->calendar, dd_clock_get_due (self), _ ("%-d %B %Y, %H:%M"));
  switch (dd_clock_get_state (self))
    {
    case DD_CLOCK_NOT_STARTED:
      return g_strdup_printf (_ ("Not started, with %s allowed"), allowed);
    case DD_CLOCK_RUNNING:
      return g_strdup_printf (_ ("Running: %s used of the %s allowed, due %s"), used, allowed, due);
    case DD_CLOCK_PAUSED:
      if (!self->is_open)
        return g_strdup_printf (_ ("Standing still: %s used of the %s allowed, due %s"), used,
                                allowed, due);
      return g_strdup_printf (_ ("Standing still: %s used of the %s allowed, "
                                 "due %s if the wait ended now"),
                              used, allowed, due);
    case DD_CLOCK_BREACHED:
      return g_strdup_printf (_ ("Not answered: %s over the %s allowed, it was due %s"), late,
                              allowed, due);
    case DD_CLOCK_MET:
      return g_strdup_printf (_ ("Answered in %s of the %s allowed"), used, allowed);
    case DD_CLOCK_MET_LATE:
      return g_strdup_printf (_ ("Answered late: %s over the %s allowed, it was due %s"), late,
                              allowed, due);
    }
  g_return_val_if_reached (NULL);
}

/* Returns: (transfer full): who is waited for, and for what: "the customer (access)" */
static char *
describe_customer (DdClock *self)
{
  g_autofree char *reasons = dd_time_words_join (self->reasons);

  if (self->reasons->len == 0)
    return g_strdup (_ ("the customer"));
  /* Translators: %s is a list of what the customer is waited for, "access and licence" */
  return g_strdup_printf (_ ("the customer (%s)"), reasons);
}

/* The working minutes from the start that did not count. */
static gint64
count_paused_minutes (DdClock *self)
{
  gint64 all = dd_calendar_seconds_between (self->calendar, self->started, self->until);

  return self->has_started && all > 0 ? (all - self->elapsed) / 60 : 0;
}

/* Returns: (transfer full) (nullable): how long the clock stood still, and why; NULL if it did not
 */
static char *
describe_pauses (DdClock *self)
{
  gint64 paused = count_paused_minutes (self);
  int per_day = dd_calendar_get_minutes_per_day (self->calendar);
  g_autofree char *time = dd_time_words_working (paused, per_day);
  g_autofree char *customer = describe_customer (self);

  if (dd_clock_get_state (self) == DD_CLOCK_PAUSED)
    /* Translators: a length of time, and "the customer (access)" */
    return g_strdup_printf (_ ("we have waited %s for %s"), time, customer);
  if (paused == 0)
    return NULL;
  /* Translators: a length of time, and "the customer (access)" */
  return g_strdup_printf (_ ("the clock stood still %s while we waited for %s"), time, customer);
}

char *
dd_clock_explain (DdClock *self)
{
  g_autofree char *state = NULL;
  g_autofree char *pauses = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  state = describe_state (self);
  pauses = describe_pauses (self);
  if (pauses == NULL)
    return g_strdup_printf ("%s.", state);
  /* Translators: two clauses of a sentence about a response clock */
  return g_strdup_printf (_ ("%s; %s."), state, pauses);
}

/* --- Strip --- */

GArray *
dd_clock_list_strip (DdClock *self, DdRange within)
{
  g_autoptr (GArray) calendar = NULL;
  g_autoptr (GArray) pauses = NULL;

  g_return_val_if_fail (self != NULL && within.start <= within.finish, NULL);

  calendar = dd_calendar_list_strip (self->calendar, within);
  pauses = dd_strip_new ();
  for (guint i = 0; i < self->pauses->len; i++)
    {
      DdRange pause = dd_range_intersect (g_array_index (self->pauses, DdRange, i), within);

      if (pause.start == pause.finish)
        continue;
      dd_strip_extend (pauses, within.start, pause.start, DD_STRIP_OPEN);
      dd_strip_extend (pauses, within.start, pause.finish, DD_STRIP_PAUSE);
    }
  dd_strip_extend (pauses, within.start, within.finish, DD_STRIP_OPEN);
  return dd_strip_combine (calendar, pauses);
}
