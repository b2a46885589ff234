/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Half-open spans of time: how two lie to each other, what both hold, what is inside, and what a
 * heap of them covers.
 *
 * Each function is a handful of comparisons, but for merging, which sorts. A range that runs
 * backwards must never be made; an empty one holds nothing and overlaps nothing.
 */
#include "config.h"

#include "time/dd-range.h"

DdOverlap
dd_range_overlap (DdRange first, DdRange second)
{
  DdRange both = dd_range_intersect (first, second);
  gboolean first_within, second_within;

  if (both.start == both.finish)
    return DD_OVERLAP_NONE;

  first_within = both.start == first.start && both.finish == first.finish;
  second_within = both.start == second.start && both.finish == second.finish;
  if (first_within && second_within)
    return DD_OVERLAP_EQUAL;
  if (first_within)
    return DD_OVERLAP_SUBSET;
  return second_within ? DD_OVERLAP_SUPERSET : DD_OVERLAP_INTERSECTS;
}

DdRange
dd_range_intersect (DdRange first, DdRange second)
{
  DdRange both = { MAX (first.start, second.start), MIN (first.finish, second.finish) };

  both.finish = MAX (both.start, both.finish);
  return both;
}

gboolean
dd_range_contains (DdRange range, gint64 instant)
{
  return range.start <= instant && instant < range.finish;
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const DdRange *first = a;
  const DdRange *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

void
dd_ranges_merge (GArray *ranges)
{
  guint kept = 0;

  g_return_if_fail (ranges != NULL);

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      DdRange next = g_array_index (ranges, DdRange, i);
      DdRange *last = kept > 0 ? &g_array_index (ranges, DdRange, kept - 1) : NULL;

      if (next.start >= next.finish)
        continue;
      if (last != NULL && next.start <= last->finish)
        last->finish = MAX (last->finish, next.finish);
      else
        g_array_index (ranges, DdRange, kept++) = next;
    }
  g_array_set_size (ranges, kept);
}
