/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-progress.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * DdPauses: the spans in which each activity of a case stands still, and work around them.
 *
 * Made from waits: an activity's own and those of the whole case, joined where they touch. A wait
 * that is open reaches to now, because nobody knows more; without a now it says nothing of the
 * future and is left out.
 *
 * The functions below are those of DdCalendar with the pauses taken out of the working time. All
 * take NULL for "no waits" and cost what the calendar's cost then, otherwise that for each pause
 * between the two instants. Immutable once made. Where a pause cuts a minute in two, that minute is
 * not worked, so that an activity never gets more time than there was.
 */
typedef struct _DdPauses DdPauses;

/* The pauses of a case whose network has @n_activities.
 * Returns: (transfer full) (nullable): new pauses, or NULL when nothing ever stands still */
DdPauses *dd_pauses_new (const DdWait *waits, guint n_waits, guint n_activities, gint64 now);

/* Frees @self. */
void dd_pauses_free (DdPauses *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdPauses, dd_pauses_free)

/* The first instant at or after @instant at which activity @index can be worked.
 * DD_INSTANT_MAX if none. */
gint64 dd_pauses_next_working (DdPauses *self, guint index, DdCalendar *calendar, gint64 instant);

/* The last instant at or before @instant at which work on activity @index can end.
 * DD_INSTANT_MIN if none. */
gint64 dd_pauses_previous_working (DdPauses *self, guint index, DdCalendar *calendar,
                                   gint64 instant);

/* The instant at which @minutes (1 or more) of work on activity @index after @from are over.
 * DD_INSTANT_MAX when there is not that much. */
gint64 dd_pauses_add (DdPauses *self, guint index, DdCalendar *calendar, gint64 from,
                      gint64 minutes);

/* The mirror: the latest instant from which @minutes (1 or more) of work on activity @index are
 * over at @to. DD_INSTANT_MIN when there is not that much. */
gint64 dd_pauses_subtract (DdPauses *self, guint index, DdCalendar *calendar, gint64 to,
                           gint64 minutes);

/* The minutes from @from to @to, 0 when @to is not after @from, in which activity @index could be
 * worked. */
gint64 dd_pauses_between (DdPauses *self, guint index, DdCalendar *calendar, gint64 from,
                          gint64 to);

/* Where activity @index stands if it is a moment that comes at @instant: there, or when the pause
 * that it lies in is over and work goes on. The moment at which a pause begins lies before it. */
gint64 dd_pauses_delay_moment (DdPauses *self, guint index, DdCalendar *calendar, gint64 instant);

/* The mirror: the latest instant at or before @instant that dd_pauses_delay_moment() does not put
 * after @instant. */
gint64 dd_pauses_advance_moment (DdPauses *self, guint index, DdCalendar *calendar,
                                 gint64 instant);

G_END_DECLS
