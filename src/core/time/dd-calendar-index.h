/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "time/dd-calendar-rules.h"
#include "time/dd-range.h"

G_BEGIN_DECLS

/*
 * DdCalendarIndex: all working time from DD_INSTANT_MIN to DD_INSTANT_MAX, ready to be counted.
 *
 * "Work" is counted in seconds from DD_INSTANT_MIN. Immutable.
 */
typedef struct _DdCalendarIndex DdCalendarIndex;

/* Returns: (transfer full): the working time that @rules describe */
DdCalendarIndex *dd_calendar_index_new (const DdCalendarRules *rules);

/* Returns: (transfer full): the working time that is in both */
DdCalendarIndex *dd_calendar_index_intersect (const DdCalendarIndex *first,
                                              const DdCalendarIndex *second);

/* Frees @self. */
void dd_calendar_index_free (DdCalendarIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdCalendarIndex, dd_calendar_index_free)

/* Returns: all the work there is */
gint64 dd_calendar_index_get_total (const DdCalendarIndex *self);

/* The work up to @instant. */
gint64 dd_calendar_index_work_at (const DdCalendarIndex *self, gint64 instant);

/* The earliest instant up to which there is so much @work: where work ends, or DD_INSTANT_MIN for
 * none (0 or less), or DD_INSTANT_MAX when there is not that much. */
gint64 dd_calendar_index_earliest (const DdCalendarIndex *self, gint64 work);

/* The latest instant up to which there is so much @work: where more begins, or DD_INSTANT_MAX
 * when there is no more, or DD_INSTANT_MIN when @work is negative. */
gint64 dd_calendar_index_latest (const DdCalendarIndex *self, gint64 work);

/* An instant up to which work goes on without a break from @instant, which must be worked. There
 * may be more right after it: this is where a segment or a stretch of it ends. */
gint64 dd_calendar_index_end_of_work (const DdCalendarIndex *self, gint64 instant);

G_END_DECLS
