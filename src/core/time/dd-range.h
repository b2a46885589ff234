/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Instants are int64 Unix seconds in UTC everywhere in Drydock; this one stands for "none". */
#define DD_INSTANT_NONE G_MININT64

/* Plans reach from the first to before the second: 1970-01-01 and 2200-01-01, UTC. */
#define DD_INSTANT_MIN G_GINT64_CONSTANT (0)
#define DD_INSTANT_MAX G_GINT64_CONSTANT (7258118400)

/**
 * DdRange:
 * @start: the first instant inside
 * @finish: the first instant no longer inside; never before @start
 *
 * A half-open span of time [start, finish). A value: copy it.
 */
typedef struct
{
  gint64 start;
  gint64 finish;
} DdRange;

/**
 * DdOverlap:
 * @DD_OVERLAP_NONE: no instant is in both (touching ends do not overlap)
 * @DD_OVERLAP_INTERSECTS: some are in both, and each has some of its own
 * @DD_OVERLAP_SUBSET: the first lies within the second
 * @DD_OVERLAP_EQUAL: the same span
 * @DD_OVERLAP_SUPERSET: the second lies within the first
 */
typedef enum
{
  DD_OVERLAP_NONE,
  DD_OVERLAP_INTERSECTS,
  DD_OVERLAP_SUBSET,
  DD_OVERLAP_EQUAL,
  DD_OVERLAP_SUPERSET,
} DdOverlap;

/* How @first lies to @second. An empty range overlaps nothing. */
DdOverlap dd_range_overlap (DdRange first, DdRange second);

/* The span in both; an empty range at the later start when there is none. */
DdRange dd_range_intersect (DdRange first, DdRange second);

/* Whether @instant is inside @range. */
gboolean dd_range_contains (DdRange range, gint64 instant);

/* Sorts @ranges (element-type DdRange), drops empty ones, and makes one of those that touch or
 * overlap. */
void dd_ranges_merge (GArray *ranges);

G_END_DECLS
