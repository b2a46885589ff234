/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DD_DURATION_ERROR (dd_duration_error_quark ())

/* The one code of the domain: the text is not a duration. */
typedef enum
{
  DD_DURATION_ERROR_FORMAT,
} DdDurationError;

/* The error domain of durations. */
GQuark dd_duration_error_quark (void);

/**
 * DdDurationUnit:
 * @DD_DURATION_HOUR: 60 working minutes
 * @DD_DURATION_DAY: a working day of the calendar in force
 * @DD_DURATION_WEEK: a working week of the calendar in force
 */
typedef enum
{
  DD_DURATION_HOUR,
  DD_DURATION_DAY,
  DD_DURATION_WEEK,
} DdDurationUnit;

/**
 * DdBasis:
 * @DD_BASIS_SHORT: the lower end of each documented range
 * @DD_BASIS_TYPICAL: the lower end too, unless a headline over the same cell states another
 * @DD_BASIS_CAUTIOUS: the upper end
 */
typedef enum
{
  DD_BASIS_SHORT,
  DD_BASIS_TYPICAL,
  DD_BASIS_CAUTIOUS,
} DdBasis;
#define DD_N_BASES 3

/* One end of a duration: so many of a unit. */
typedef struct
{
  int count; /* 0 to 9999 */
  DdDurationUnit unit;
} DdSpan;

/**
 * DdDuration:
 * @lower: the lower end; the same as @upper where the text states one figure
 * @upper: the upper end
 * @at_most: the text was "..B": only the upper end is documented, and it counts on every basis
 *
 * A documented duration, in the units it is documented in. A value: copy it. All zero is "0", and
 * 0 of any unit is kept as that.
 */
typedef struct
{
  DdSpan lower;
  DdSpan upper;
  gboolean at_most;
} DdDuration;

/* Reads "0", "Nd", "Nw", "Nh", "A..B" or "..B" where N has one to four digits; the ends of a range
 * may have different units. A range whose ends are in one unit and the wrong way round is refused,
 * and so is one down to nothing ("1d..0").
 * Returns: whether @text is a duration; if not, @error says what was expected. */
gboolean dd_duration_parse (const char *text, DdDuration *duration, GError **error);

/* Returns: (transfer none): what a duration looks like, translated, for messages: "0, hours (4h),
 * days (2d), …" */
const char *dd_duration_expected (void);

/* Returns: (transfer full): the text that dd_duration_parse() reads, in its shortest form */
char *dd_duration_to_text (const DdDuration *duration);

/* Working minutes of @span where a day has @minutes_per_day and a week @days_per_week. */
gint64 dd_span_minutes (DdSpan span, int minutes_per_day, int days_per_week);

/* Working minutes of @duration's end that @basis stands for (typical is the lower end here: what a
 * headline says is the service's to know). Which end is the lower one is decided in minutes:
 * "10h..1d" is the other way round where a day has 8 hours. */
gint64 dd_duration_minutes (const DdDuration *duration, DdBasis basis, int minutes_per_day,
                            int days_per_week);

/* Whether the two ends differ. */
gboolean dd_duration_is_range (const DdDuration *duration);

G_END_DECLS
