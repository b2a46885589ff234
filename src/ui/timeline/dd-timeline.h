/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-database.h"
#include "timeline/dd-timeline-chart.h"

G_BEGIN_DECLS

/*
 * DdTimeline: one making of the timeline, away from the main loop: the milestones are read by the
 * database's thread, unless they are known, and the chart is made by another.
 */

/* What was made, with what its texts refer to. */
typedef struct
{
  gatomicrefcount ref_count;
  GPtrArray *summaries;        /* (owned) (element-type DdCaseSummary): the rows, in no certain order */
  GHashTable *by_id;           /* (owned) (element-type utf8 DdCaseSummary): the same by their ids */
  GHashTable *spans;           /* (owned) (element-type utf8 DdCaseSpans): see dd_case_spans_load() */
  GHashTable *conflicts;       /* (owned): see dd_timeline_find_conflicts() */
  DdCalendar *calendar;        /* (owned) */
  DdTimelineGrouping grouping;
  gint64 now;
  gboolean all;                /* the spans are those of closed cases too */
  DdChart *chart;              /* (owned) (nullable): until it is made */
} DdTimeline;

/* What a new timeline is made from: @summaries (transfer full) (element-type DdCaseSummary) and
 * @spans (nullable) of an earlier one, read anew if there are none.
 * Returns: (transfer full): a timeline without a chart */
DdTimeline *dd_timeline_new (GPtrArray *summaries, GHashTable *spans, gboolean all,
                             DdTimelineGrouping grouping, DdCalendar *calendar, gint64 now);

/* Returns: (transfer full): @self with one more reference */
DdTimeline *dd_timeline_ref (DdTimeline *self);

/* Gives one reference back; the last frees @self. */
void dd_timeline_unref (DdTimeline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdTimeline, dd_timeline_unref)

/* Makes the chart of @self (a reference is kept meanwhile). */
void dd_timeline_make_async (DdTimeline *self, DdDatabase *database,
                             GAsyncReadyCallback callback, gpointer user_data);

/* Returns: whether the chart was made; FALSE with what failed */
gboolean dd_timeline_make_finish (GAsyncResult *result, GError **error);

/* What a tooltip says of row @row, bar @bar (G_MAXUINT: the name): of a case its customer, product,
 * milestone with dates, and with whom it is in conflict. A DdChartTooltipFunc.
 * Returns: (transfer full): the text */
char *dd_timeline_describe (DdChart *chart, guint row, guint bar, gpointer timeline);

G_END_DECLS
