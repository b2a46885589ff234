/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-case-spans.h"
#include "dd-case-summary.h"
#include "gantt/dd-chart.h"

G_BEGIN_DECLS

/* By what the rows of the timeline are grouped. */
typedef enum
{
  DD_TIMELINE_BY_PRODUCT,
  DD_TIMELINE_BY_MANAGER,
  DD_TIMELINE_BY_CONSULTANT,
  DD_TIMELINE_BY_CUSTOMER,
} DdTimelineGrouping;

/* The enum type of DdTimelineGrouping; the nicks are what settings have. */
GType dd_timeline_grouping_get_type (void) G_GNUC_CONST;

/* That a consultant is to deliver for two customers at the same time. */
typedef struct
{
  DdRange range;              /* of the case's delivery, in which the other's lies too */
  const DdCaseSummary *other; /* (unowned): one of the others */
} DdTimelineConflict;

/* What the timeline is made from; all is borrowed for the call. */
typedef struct
{
  GPtrArray *summaries;        /* (element-type DdCaseSummary): the rows, in any order */
  GHashTable *spans;           /* (element-type utf8 DdCaseSpans): see dd_case_spans_load() */
  GHashTable *conflicts;       /* (element-type utf8 GArray): see dd_timeline_find_conflicts() */
  DdTimelineGrouping grouping;
  DdCalendar *calendar;
  gint64 now;
} DdTimelineContent;

/* When consultants of open @summaries (element-type DdCaseSummary) are in two deliveries at once: in
 * the phase "execution" of two cases, as far as that is not done. Of three and more, each case is told
 * with the ones before and after it. O(n log n).
 * Returns: (transfer full) (element-type utf8 GArray): arrays of DdTimelineConflict by the cases' ids */
GHashTable *dd_timeline_find_conflicts (GPtrArray *summaries, GHashTable *spans);

/* The chart: a heading for each group ("group:NAME"), and below it a row for each case, with the
 * case's id, that begin one after the other: a bar for each milestone, then conflicts, then the
 * deadline. Linear but for sorting; may be made on any thread.
 * Returns: (transfer full): a new chart */
DdChart *dd_timeline_chart_new (const DdTimelineContent *content);

G_END_DECLS
