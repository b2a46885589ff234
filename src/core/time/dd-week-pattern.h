/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "time/dd-range.h"

G_BEGIN_DECLS

/* The seconds of a week. */
#define DD_WEEK G_GINT64_CONSTANT (604800)

/*
 * DdWeekPattern: the working time of a week of UTC, said to repeat for ever in both directions.
 *
 * "Work" is counted in seconds from Monday 1970-01-05 00:00 UTC; before that it is negative.
 * Immutable. Every question is a binary search among the stretches of one week.
 */
typedef struct _DdWeekPattern DdWeekPattern;

/* The pattern that repeats @stretches, in seconds from Monday 00:00 UTC; in any order, they may
 * touch, overlap and reach up to a week over either end of the week.
 * Returns: (transfer full): a new pattern */
DdWeekPattern *dd_week_pattern_new (const DdRange *stretches, guint n);

/* Returns: (transfer full): the work that is in both patterns */
DdWeekPattern *dd_week_pattern_intersect (const DdWeekPattern *first, const DdWeekPattern *second);

/* Frees @self. */
void dd_week_pattern_free (DdWeekPattern *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdWeekPattern, dd_week_pattern_free)

/* A GHashFunc: patterns with the same work have the same hash. */
guint dd_week_pattern_hash (gconstpointer self);

/* A GEqualFunc: whether two patterns have the same work. */
gboolean dd_week_pattern_equal (gconstpointer first, gconstpointer second);

/* The work up to @instant. */
gint64 dd_week_pattern_work_at (const DdWeekPattern *self, gint64 instant);

/* The latest instant up to which there is so much @work; the pattern must have some. */
gint64 dd_week_pattern_latest (const DdWeekPattern *self, gint64 work);

/* The end of the stretch that @instant, which must be worked, lies in. */
gint64 dd_week_pattern_end_of_stretch (const DdWeekPattern *self, gint64 instant);

G_END_DECLS
