/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "time/dd-calendar.h"

G_BEGIN_DECLS

/**
 * DdBarShape:
 * @DD_BAR_SPAN: work: a bar
 * @DD_BAR_GROUP: what a phase or milestone spans: a bracket
 * @DD_BAR_EVENT: a moment: a filled diamond
 * @DD_BAR_GATE: an entry condition: an open diamond
 * @DD_BAR_WINDOW: open for at most so long: a bar with a dashed outline
 * @DD_BAR_WAIT: a span of standing still: hatched
 * @DD_BAR_CONFLICT: a span in which somebody is needed twice: hatched the other way, framed
 * @DD_BAR_DEADLINE: an instant that must not be missed, where rows have different ones: a flag
 */
typedef enum
{
  DD_BAR_SPAN,
  DD_BAR_GROUP,
  DD_BAR_EVENT,
  DD_BAR_GATE,
  DD_BAR_WINDOW,
  DD_BAR_WAIT,
  DD_BAR_CONFLICT,
  DD_BAR_DEADLINE,
} DdBarShape;

/* One thing drawn in a row. Instants that are not there are DD_INSTANT_NONE. */
typedef struct
{
  DdBarShape shape;
  guint owner;             /* DdOwner flags, 0: nobody's */
  gint64 start;
  gint64 finish;
  gint64 cautious_finish;  /* the whisker's end */
  gint64 float_finish;     /* how late it could end */
  gint64 baseline_start;
  gint64 baseline_finish;
  gboolean critical;
  gboolean done;
  gboolean at_risk;        /* drawn with a mark: it misses its date */
  char *label;             /* (nullable): what it is, where the row has more than one */
} DdBar;

/* A row: a name on the left and its bars, which lie together in the chart's array of bars. */
typedef struct
{
  char *id;          /* unique in the chart */
  char *name;
  char *detail;      /* (nullable): a second, quieter text after the name */
  guint level;       /* 0: outermost */
  gboolean heading;  /* a group: its name is bold, and it can be folded */
  guint first_bar;
  guint n_bars;
} DdChartRow;

/* That one bar waits for another, by their indices. */
typedef struct
{
  guint from;
  guint to;
} DdChartLink;

/*
 * DdChart: what a chart shows: rows, bars, links, and the instants that have lines of their own.
 *
 * It holds no widget and no position: the view (DdChartView) and the exporter draw it with a
 * painter (DdChartPainter). It is filled once, in the order of its rows, and then not changed: when
 * something changes a new one is made and takes its place, which is why views can keep indices only
 * as long as they keep the chart.
 */
#define DD_TYPE_CHART (dd_chart_get_type ())
G_DECLARE_FINAL_TYPE (DdChart, dd_chart, DD, CHART, GObject)

/* An empty chart named @title whose days are @calendar's.
 * Returns: (transfer full): a new chart */
DdChart *dd_chart_new (const char *title, DdCalendar *calendar);

/* --- Filling --- */

/* Appends a row. Its bars are those added until the next row. */
void dd_chart_add_row (DdChart *self, const char *id, const char *name, guint level,
                       gboolean heading);

/* Says the quieter text of the last row. */
void dd_chart_set_detail (DdChart *self, const char *detail);

/* Appends a bar to the last row: a copy of @bar. Returns: its index */
guint dd_chart_add_bar (DdChart *self, const DdBar *bar);

/* Makes bar @index reach from @start to @finish: for groups, whose span is known at their end. */
void dd_chart_set_span (DdChart *self, guint index, gint64 start, gint64 finish);

/* Says that bar @to waits for bar @from. */
void dd_chart_add_link (DdChart *self, guint from, guint to);

/* Sets where the line of now is; DD_INSTANT_NONE: there is none. */
void dd_chart_set_now (DdChart *self, gint64 now);

/* Sets where the line of the deadline is; DD_INSTANT_NONE: there is none. */
void dd_chart_set_deadline (DdChart *self, gint64 deadline);

/* --- Reading --- */

/* Returns: (transfer none): the chart's name */
const char *dd_chart_get_title (DdChart *self);

/* Returns: (transfer none): whose days and nights are drawn */
DdCalendar *dd_chart_get_calendar (DdChart *self);

/* Returns: how many rows there are, folded ones too */
guint dd_chart_get_n_rows (DdChart *self);

/* Returns: (transfer none): row @index */
const DdChartRow *dd_chart_get_row (DdChart *self, guint index);

/* Returns: the index of the row with @id, or G_MAXUINT. O(1). */
guint dd_chart_find_row (DdChart *self, const char *id);

/* Returns: how many bars there are */
guint dd_chart_get_n_bars (DdChart *self);

/* Returns: (transfer none): bar @index */
const DdBar *dd_chart_get_bar (DdChart *self, guint index);

/* Returns: the row in which bar @index is. O(log rows). */
guint dd_chart_get_bar_row (DdChart *self, guint index);

/* Returns: (transfer none) (array length=n): the links, ordered by the bar they lead to */
const DdChartLink *dd_chart_get_links (DdChart *self, guint *n);

/* Returns: (transfer none) (array length=n): the same links, ordered by the bar they come from */
const DdChartLink *dd_chart_get_links_by_origin (DdChart *self, guint *n);

/* Returns: where the line of now is, or DD_INSTANT_NONE */
gint64 dd_chart_get_now (DdChart *self);

/* Returns: where the line of the deadline is, or DD_INSTANT_NONE */
gint64 dd_chart_get_deadline (DdChart *self);

/* Returns: from the first start to the last finish of all bars, with the deadline; empty at now when
 * there is no bar */
DdRange dd_chart_get_extent (DdChart *self);

G_END_DECLS
