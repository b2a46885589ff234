/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Amounts of working time as people say them: in whole days, or, where that would be none, in
 * hours or minutes. A day has @minutes_per_day, those of the calendar in force.
 */

/**
 * DdTimeUnit:
 * @DD_TIME_MINUTE: a working minute
 * @DD_TIME_HOUR: 60 of them
 * @DD_TIME_DAY: a working day of the calendar in force
 */
typedef enum
{
  DD_TIME_MINUTE,
  DD_TIME_HOUR,
  DD_TIME_DAY,
} DdTimeUnit;

/* Returns: the largest unit of which @minutes, whatever their sign, are at least one */
DdTimeUnit dd_working_time_unit (gint64 minutes, int minutes_per_day);

/* Returns: @minutes in whole @unit, the nearest (halves away from 0) */
gint64 dd_working_time_round (gint64 minutes, DdTimeUnit unit, int minutes_per_day);

/* Returns: (transfer full): @count of @unit, translated: "3 days", "1 hour" */
char *dd_working_time_count (int count, DdTimeUnit unit);

/* Returns: (transfer full): the size of @minutes, rounded: "3 working days", "2 hours" */
char *dd_working_time_to_words (gint64 minutes, int minutes_per_day);

/* The same in short, where it is plain that working time is meant: "3 days", "2 hours". */
char *dd_working_time_to_short_words (gint64 minutes, int minutes_per_day);

/* Shares @total among @n parts in proportion to @parts (each 0 or more) as whole numbers that add
 * up to it: each gets what it has in full, and the largest remainders get one more; among equals
 * the first. All 0 when all parts are. @total times a part must fit in 63 bits. */
void dd_working_time_apportion (const gint64 *parts, guint n, gint64 total, gint64 *shares);

G_END_DECLS
