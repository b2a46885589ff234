/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "time/dd-calendar.h"
#include "time/dd-strip.h"

G_BEGIN_DECLS

/*
 * DdClock: how a promise to answer within some working time stands, as seen at one instant.
 *
 * The service makes two such promises. Each is a clock of its own, with one working day
 * (dd_calendar_get_minutes_per_day()) allowed:
 *
 * - the first response: "within 1 business day" (CX Process v17, Next Steps). It starts when the
 *   request is made.
 * - the project manager's contact: "within 1 day" (CX Process v17, Initiation, Respond to Request).
 *   It starts when the request is responded to, because the response is where it is promised.
 *
 * "1 business day" and "1 day" are both read as a working day. The second stands in the table whose
 * duration column counts days of work, and nobody keeps a promise on a Sunday; what makes the two
 * differ is when they start, not how they run.
 *
 * A clock runs while the calendar is open, and stands still while the customer is waited for. It is
 * computed from recorded events and holds no counter: the same events give the same clock. What
 * lies after the instant it is seen at has not happened yet; only a pause whose end is already
 * known counts in full.
 *
 * Working time decides, not the time on the wall: when the allowance is used up at 17:00, as the
 * office shuts, an answer at 18:00 is not late, as no working time lies between.
 *
 * Immutable. Making one costs a sort of the pauses and two lookups in the calendar for each; every
 * question but the strip costs no more.
 */
typedef struct _DdClock DdClock;

/**
 * DdClockState:
 * @DD_CLOCK_NOT_STARTED: nothing has happened yet
 * @DD_CLOCK_RUNNING: not stopped, and within the allowance
 * @DD_CLOCK_PAUSED: the same, but the customer is waited for
 * @DD_CLOCK_BREACHED: not stopped, and the allowance is over, also while the customer is waited for
 * @DD_CLOCK_MET: stopped within the allowance
 * @DD_CLOCK_MET_LATE: stopped after it
 */
typedef enum
{
  DD_CLOCK_NOT_STARTED,
  DD_CLOCK_RUNNING,
  DD_CLOCK_PAUSED,
  DD_CLOCK_BREACHED,
  DD_CLOCK_MET,
  DD_CLOCK_MET_LATE,
} DdClockState;

/* A span in which the customer is waited for. */
typedef struct
{
  DdRange span;       /* finish is DD_INSTANT_MAX while it is open */
  const char *reason; /* (unowned) (nullable): "access", in the words of who recorded it */
} DdClockPause;

/* What is recorded about a promise. Start from DD_CLOCK_EVENTS_INIT. */
typedef struct
{
  gint64 started;             /* or DD_INSTANT_NONE */
  gint64 stopped;             /* when it was answered, or DD_INSTANT_NONE */
  gint64 allowance;           /* working minutes, 0 or more */
  const DdClockPause *pauses; /* (nullable) (array length=n_pauses): in any order, may overlap */
  guint n_pauses;
} DdClockEvents;

#define DD_CLOCK_EVENTS_INIT ((DdClockEvents){ DD_INSTANT_NONE, DD_INSTANT_NONE, 0, NULL, 0 })

/* The clock of @events as it stands at @now. All it needs is copied; the calendar is kept with a
 * reference.
 * Returns: (transfer full): a new clock */
DdClock *dd_clock_new (DdCalendar *calendar, const DdClockEvents *events, gint64 now);

/* Frees @self. */
void dd_clock_free (DdClock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdClock, dd_clock_free)

/* Returns: how the promise stands */
DdClockState dd_clock_get_state (DdClock *self);

/* Working minutes that have counted so far, parts of a minute dropped. They stop with the clock. */
gint64 dd_clock_get_elapsed (DdClock *self);

/* Working minutes that are left. Negative exactly when the allowance was exceeded: a part of a
 * minute over it counts as one. */
gint64 dd_clock_get_remaining (DdClock *self);

/* The instant at which the allowance is used up: the earliest, so 17:00 and not 09:00 of the next
 * day. It moves with pauses; an open one counts as if it ended now. DD_INSTANT_NONE when no start
 * is recorded, DD_INSTANT_MAX when the calendar has not that much time. */
gint64 dd_clock_get_due (DdClock *self);

/* The instant at which @minutes (0 or more) of the allowance are used up, by the rules of
 * dd_clock_get_due(). A reminder at half of the allowance asks for that half, one two hours before
 * the end for the allowance less 120. */
gint64 dd_clock_get_instant (DdClock *self, gint64 minutes);

/* Returns: (transfer full): how the promise stands in words: "Answered in 5 h 20 min of the 8 h
 * allowed; the clock stood still 2 working days while we waited for the customer (access)." */
char *dd_clock_explain (DdClock *self);

/* All of @within as a strip: the calendar's, with the pauses over it.
 * Returns: (transfer full) (element-type DdStripSpan): the strip */
GArray *dd_clock_list_strip (DdClock *self, DdRange within);

G_END_DECLS
