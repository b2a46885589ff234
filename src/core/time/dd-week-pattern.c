/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The working time of a week that repeats for ever.
 *
 * Held as sorted stretches that neither touch nor overlap, each with the work before it in its
 * week. Work at an instant is whole weeks times the week's total, plus a binary search; its inverse
 * is a division and a binary search. Nothing here knows about dates or zones.
 *
 * The inverse has two answers where work stands still: the earliest instant is the end of a
 * stretch, the latest the start of the next. A pattern without work has no inverse.
 */
#include "config.h"

#include "time/dd-week-pattern.h"

/* Monday 1970-01-05 00:00 UTC, from which weeks are counted. */
#define EPOCH G_GINT64_CONSTANT (345600)

struct _DdWeekPattern
{
  guint n;
  gint64 total;   /* seconds of work in a week */
  DdRange *week;  /* (owned) (array length=n): sorted, apart, within [0, DD_WEEK] */
  gint64 *before; /* (owned) (array length=n): seconds of work in the week before each */
};

/* Rounds down, also below zero. */
static gint64
floor_div (gint64 dividend, gint64 divisor)
{
  gint64 quotient = dividend / divisor;

  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

/* Adds what of @stretch, moved by @shift, lies in the week. */
static void
add_clipped (GArray *week, DdRange stretch, gint64 shift)
{
  DdRange whole = { 0, DD_WEEK };
  DdRange moved = { stretch.start + shift, stretch.finish + shift };
  DdRange clipped = dd_range_intersect (moved, whole);

  g_array_append_val (week, clipped);
}

DdWeekPattern *
dd_week_pattern_new (const DdRange *stretches, guint n)
{
  DdWeekPattern *self = g_new0 (DdWeekPattern, 1);
  GArray *week = g_array_new (FALSE, FALSE, sizeof (DdRange));

  for (guint i = 0; i < n; i++)
    for (gint64 shift = -DD_WEEK; shift <= DD_WEEK; shift += DD_WEEK)
      add_clipped (week, stretches[i], shift);
  dd_ranges_merge (week);

  self->n = week->len;
  self->week = (DdRange *) g_array_free (week, FALSE);
  self->before = g_new (gint64, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      self->before[i] = self->total;
      self->total += self->week[i].finish - self->week[i].start;
    }
  return self;
}

DdWeekPattern *
dd_week_pattern_intersect (const DdWeekPattern *first, const DdWeekPattern *second)
{
  g_autoptr (GArray) both = g_array_new (FALSE, FALSE, sizeof (DdRange));

  for (guint i = 0, j = 0; i < first->n && j < second->n;)
    {
      DdRange stretch = dd_range_intersect (first->week[i], second->week[j]);

      g_array_append_val (both, stretch);
      if (first->week[i].finish < second->week[j].finish)
        i++;
      else
        j++;
    }
  return dd_week_pattern_new ((const DdRange *) both->data, both->len);
}

void
dd_week_pattern_free (DdWeekPattern *self)
{
  g_free (self->week);
  g_free (self->before);
  g_free (self);
}

guint
dd_week_pattern_hash (gconstpointer self)
{
  const DdWeekPattern *pattern = self;
  guint hash = pattern->n;

  for (guint i = 0; i < pattern->n; i++)
    hash = (hash * 31 + (guint) pattern->week[i].start) * 31 + (guint) pattern->week[i].finish;
  return hash;
}

gboolean
dd_week_pattern_equal (gconstpointer first, gconstpointer second)
{
  const DdWeekPattern *a = first;
  const DdWeekPattern *b = second;

  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (a->week[i].start != b->week[i].start || a->week[i].finish != b->week[i].finish)
      return FALSE;
  return TRUE;
}

/* How many stretches of the week begin before @second. */
static guint
count_begun (const DdWeekPattern *self, gint64 second)
{
  guint low = 0;
  guint high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->week[middle].start < second)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gint64
dd_week_pattern_work_at (const DdWeekPattern *self, gint64 instant)
{
  gint64 weeks = floor_div (instant - EPOCH, DD_WEEK);
  gint64 second = instant - EPOCH - weeks * DD_WEEK;
  guint n = count_begun (self, second);
  gint64 work = weeks * self->total;

  if (n > 0)
    work += self->before[n - 1] + MIN (second, self->week[n - 1].finish) - self->week[n - 1].start;
  return work;
}

gint64
dd_week_pattern_end_of_stretch (const DdWeekPattern *self, gint64 instant)
{
  gint64 week = EPOCH + floor_div (instant - EPOCH, DD_WEEK) * DD_WEEK;
  guint n = count_begun (self, instant - week + 1);

  g_assert (n > 0);
  return week + self->week[n - 1].finish;
}

/* The last stretch with no more than @work before it in its week. */
static guint
find_stretch (const DdWeekPattern *self, gint64 work)
{
  guint low = 0;
  guint high = self->n;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->before[middle] <= work)
        low = middle;
      else
        high = middle;
    }
  return low;
}

gint64
dd_week_pattern_latest (const DdWeekPattern *self, gint64 work)
{
  gint64 weeks, rest;
  guint at;

  g_assert (self->total > 0);
  weeks = floor_div (work, self->total);
  rest = work - weeks * self->total;
  at = find_stretch (self, rest);
  return EPOCH + weeks * DD_WEEK + self->week[at].start + rest - self->before[at];
}
