/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "time/dd-calendar.h"

G_BEGIN_DECLS

/**
 * DdScaleUnit: what a chart's ruler counts in, from fine to coarse.
 */
typedef enum
{
  DD_SCALE_HOUR,
  DD_SCALE_DAY,
  DD_SCALE_WEEK,
  DD_SCALE_MONTH,
  DD_SCALE_QUARTER,
  DD_SCALE_YEAR,
} DdScaleUnit;

/* The finest and coarsest scale: a pixel is half a minute, or two days. */
#define DD_TIME_SCALE_MIN_SECONDS 30.0
#define DD_TIME_SCALE_MAX_SECONDS 172800.0

/*
 * DdTimeScale: which instant is drawn where on a chart. Linear in real time, so that a night looks
 * as long as it is. A value: copy it. Positions grow with time; who draws right to left mirrors
 * them at the end.
 */
typedef struct
{
  gint64 origin;   /* the instant at position 0 */
  double seconds;  /* real seconds that a pixel stands for, MIN_SECONDS to MAX_SECONDS */
} DdTimeScale;

/* The lines of a ruler: minor ones every @step of @minor, major ones at each @major. */
typedef struct
{
  DdScaleUnit major;
  DdScaleUnit minor;
  int step;        /* 1, or for hours 3, 6 or 12 */
} DdTimeGrid;

/* Returns: where @instant is drawn, in pixels from the origin; may be negative */
double dd_time_scale_position (DdTimeScale scale, gint64 instant);

/* Returns: the instant drawn at @position, to the second, within 1970 to 2199 */
gint64 dd_time_scale_instant (DdTimeScale scale, double position);

/* The scale with @seconds a pixel (clamped to the bounds) on which the instant at @anchor stays
 * where it is. */
DdTimeScale dd_time_scale_zoom (DdTimeScale scale, double seconds, double anchor);

/* The scale on which @range fills @width pixels (1 or more), within the bounds; an empty range is
 * in the middle. */
DdTimeScale dd_time_scale_fit (DdRange range, double width);

/* The finest grid whose minor steps are at least @min_width pixels apart. */
DdTimeGrid dd_time_scale_choose_grid (DdTimeScale scale, double min_width);

/* The instants at which a @unit (every @step-th hour, for hours) begins by the clock of @calendar,
 * in order: those inside @range, the last at or before its start, and the first at or after its
 * finish, so that each cell of a ruler that shows has both its ends. Weeks begin on Monday. Cost:
 * linear in what is returned.
 * Returns: (transfer full) (element-type gint64): the instants */
GArray *dd_time_scale_list_ticks (DdCalendar *calendar, DdScaleUnit unit, int step, DdRange range);

/* What a ruler writes for the @unit that begins at @instant; short where cells are narrow:
 * "14:00"; "Mon 30" or "30"; "Week 49" or "49"; "December 2026" or "Dec"; "Q4 2026" or "Q4";
 * "2026".
 * Returns: (transfer full): the translated text */
char *dd_time_scale_label (DdCalendar *calendar, DdScaleUnit unit, gint64 instant,
                           gboolean narrow);

G_END_DECLS
