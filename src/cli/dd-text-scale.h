/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * DdTextScale: instants to the columns of a text chart.
 *
 * Time goes by days: each takes the same whole number of columns, or, when there are more days than
 * columns, each column the same number of days. Inside a day only worked time takes room, so a task
 * of one day fills its day whatever the hours are, and one of two hours its quarter. A day without
 * work passes as the clock does. A value; the calendar is borrowed.
 *
 * Positions count half columns, because a block character can be halved.
 */
typedef struct
{
  DdCalendar *calendar; /* (unowned) */
  guint32 first;        /* Julian day of the first column's day */
  int n_days;           /* how many days are shown, 1 or more */
  int day_columns;      /* columns for a day; 1 when @column_days is more than 1 */
  int column_days;      /* days for a column; 1 when @day_columns is more than 1 */
  int width;            /* columns taken: at most the width asked for */
} DdTextScale;

/* A day never takes more columns than this: an hour of a usual working day for each. */
#define DD_TEXT_SCALE_MAX_DAY_COLUMNS 8

/* The scale that shows all of @span, in the zone of @calendar, in at most @width columns (1 or
 * more). Columns of many days are whole weeks and begin on a Monday. */
DdTextScale dd_text_scale_new (DdCalendar *calendar, DdRange span, int width);

/* Half columns from the left edge to @instant, 0 to 2 * width. */
int dd_text_scale_position (const DdTextScale *self, gint64 instant);

/* The column in which a mark for @instant stands: an instant at which no work begins belongs to the
 * work before it, so an event at Friday 17:00 stands on Friday. */
int dd_text_scale_mark_column (const DdTextScale *self, gint64 instant);

/* Whether no work is done on any day of column @column. */
gboolean dd_text_scale_is_idle (const DdTextScale *self, int column);

/* The two lines above a chart: months over days, or years over months when days are too close.
 * Labels that would touch are left out.
 * Returns: (transfer full): the line, no wider than the scale; @lower chooses the second */
char *dd_text_scale_get_title (const DdTextScale *self, gboolean lower);

G_END_DECLS
