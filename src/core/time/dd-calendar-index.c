/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The working time of all years that plans reach, as a short sorted array.
 *
 * Time is cut into segments in which the working time repeats every week of UTC. A segment ends
 * where the zone's offset changes (about 460 times) and at both ends of an exception, and knows how
 * much work lies before it. Work at an instant is then a binary search for the segment and one in
 * the week of its pattern; so is the inverse. Segments point to a few shared patterns: one a
 * distinct week, so a calendar takes some 20 kB however many years it covers.
 *
 * Built in O((changes of offset + exceptions) log exceptions), some 30 µs. The intersection of two
 * indexes has the boundaries of both, and needs no zone: two zones with different summer times are
 * no special case. It is linear in the segments of both.
 *
 * Segments follow each other without a gap from DD_INSTANT_MIN to DD_INSTANT_MAX; there is no work
 * outside. Instants outside are clamped, so nothing here overflows.
 */
#include "config.h"

#include "time/dd-calendar-index.h"

#include "time/dd-week-pattern.h"

#define DAY G_GINT64_CONSTANT (86400)

typedef struct
{
  gint64 start;                 /* the first instant; the next segment's start ends it */
  gint64 before;                /* work before start */
  gint64 origin;                /* work before start, less the pattern's own count there */
  const DdWeekPattern *pattern; /* (unowned): in the index's patterns */
} Segment;

struct _DdCalendarIndex
{
  GArray *segments;     /* (owned) (element-type Segment): never empty */
  GHashTable *patterns; /* (owned) (element-type DdWeekPattern): a set of the distinct ones */
  gint64 total;
};

/* What a pattern is made from: hours and an offset, or two patterns. The same few recipes come for
 * segment after segment, so a builder remembers what became of each. */
typedef struct
{
  gconstpointer first; /* (unowned) */
  gint64 second;
} Recipe;

typedef struct
{
  DdCalendarIndex *index; /* (unowned): what is built */
  GHashTable *made;       /* (owned): Recipe to (unowned) DdWeekPattern of the index */
} Builder;

/* --- Building --- */

static guint
recipe_hash (gconstpointer key)
{
  const Recipe *recipe = key;

  return g_direct_hash (recipe->first) * 31 + g_int64_hash (&recipe->second);
}

static gboolean
recipe_equal (gconstpointer a, gconstpointer b)
{
  const Recipe *first = a;
  const Recipe *second = b;

  return first->first == second->first && first->second == second->second;
}

static void
builder_init (Builder *self)
{
  self->index = g_new0 (DdCalendarIndex, 1);
  self->index->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  self->index->patterns = g_hash_table_new_full (dd_week_pattern_hash, dd_week_pattern_equal,
                                                 (GDestroyNotify) dd_week_pattern_free, NULL);
  self->made = g_hash_table_new_full (recipe_hash, recipe_equal, g_free, NULL);
}

/* Keeps @pattern (transfer full) in the index, unless it has its like already, as what @recipe
 * makes.
 * Returns: (transfer none): the one in the index */
static const DdWeekPattern *
intern (Builder *self, Recipe recipe, DdWeekPattern *pattern)
{
  gpointer kept;

  if (g_hash_table_lookup_extended (self->index->patterns, pattern, &kept, NULL))
    {
      dd_week_pattern_free (pattern);
    }
  else
    {
      g_hash_table_add (self->index->patterns, pattern);
      kept = pattern;
    }
  g_hash_table_insert (self->made, g_memdup2 (&recipe, sizeof recipe), kept);
  return kept;
}

/* Appends a segment that begins at @start, unless the one before goes on just the same. Until
 * seal() the work before a segment is not known. */
static void
append_segment (Builder *self, gint64 start, const DdWeekPattern *pattern)
{
  Segment segment = { start, 0, 0, pattern };
  GArray *segments = self->index->segments;
  guint n = segments->len;

  if (n == 0 || g_array_index (segments, Segment, n - 1).pattern != pattern)
    g_array_append_val (segments, segment);
}

/* Counts the work before each segment.
 * Returns: (transfer full): the index, which is ready */
static DdCalendarIndex *
seal (Builder *builder)
{
  DdCalendarIndex *self = builder->index;

  g_hash_table_unref (builder->made);
  for (guint i = 0; i < self->segments->len; i++)
    {
      Segment *segment = &g_array_index (self->segments, Segment, i);
      gint64 finish = i + 1 < self->segments->len ? segment[1].start : DD_INSTANT_MAX;

      segment->before = self->total;
      segment->origin = self->total - dd_week_pattern_work_at (segment->pattern, segment->start);
      self->total = segment->origin + dd_week_pattern_work_at (segment->pattern, finish);
    }
  return self;
}

static void
append_day (GArray *stretches, const GArray *hours, int weekday, gint64 offset)
{
  for (guint i = 0; i < hours->len; i++)
    {
      DdHours at = g_array_index (hours, DdHours, i);
      DdRange stretch = { weekday * DAY + at.start * 60 - offset,
                          weekday * DAY + at.finish * 60 - offset };

      g_array_append_val (stretches, stretch);
    }
}

/* A week whose days have the hours of @weekdays, in a zone that is @offset ahead of UTC. */
static const DdWeekPattern *
make_pattern (Builder *self, GArray *const *weekdays, Recipe recipe)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (DdRange));

  for (int day = 0; day < 7; day++)
    append_day (stretches, weekdays[day], day, recipe.second);
  return intern (self, recipe,
                 dd_week_pattern_new ((const DdRange *) stretches->data, stretches->len));
}

/* The usual week in a zone that is @offset ahead of UTC. */
static const DdWeekPattern *
get_week (Builder *self, const DdCalendarRules *rules, gint64 offset)
{
  Recipe recipe = { rules, offset };
  const DdWeekPattern *pattern = g_hash_table_lookup (self->made, &recipe);

  return pattern != NULL ? pattern : make_pattern (self, rules->weekdays, recipe);
}

/* An exception is a week of its own, in which each day has its hours. */
static const DdWeekPattern *
get_exception (Builder *self, GArray *hours, gint64 offset)
{
  GArray *const weekdays[7] = { hours, hours, hours, hours, hours, hours, hours };
  Recipe recipe = { hours, offset };
  const DdWeekPattern *pattern = g_hash_table_lookup (self->made, &recipe);

  return pattern != NULL ? pattern : make_pattern (self, weekdays, recipe);
}

/* What is worked in both of two patterns. */
static const DdWeekPattern *
get_intersection (Builder *self, const DdWeekPattern *first, const DdWeekPattern *second)
{
  Recipe recipe = { first, (gint64) (gintptr) second };
  const DdWeekPattern *pattern = g_hash_table_lookup (self->made, &recipe);

  return pattern != NULL ? pattern
                         : intern (self, recipe, dd_week_pattern_intersect (first, second));
}

/* The instants of @span at which the local date is one of @exception's. */
static DdRange
exception_range (const DdException *exception, const DdZoneSpan *span)
{
  DdRange dates = { ((gint64) exception->first - DD_JULIAN_1970) * DAY - span->offset,
                    ((gint64) exception->last + 1 - DD_JULIAN_1970) * DAY - span->offset };

  return dd_range_intersect (dates, span->span);
}

static gint64
julian_at (gint64 instant, gint64 offset)
{
  /* Offsets are less than two days: the sum stays positive, so the division rounds down. */
  return (instant + offset + 2 * DAY) / DAY - 2 + DD_JULIAN_1970;
}

/* Appends the segments of a span with one offset: the weeks, cut by the exceptions in it. */
static void
append_span (Builder *self, const DdCalendarRules *rules, const DdZoneSpan *span)
{
  const DdWeekPattern *weekly = get_week (self, rules, span->offset);
  gint64 start = span->span.start;
  guint i = dd_calendar_rules_find_exception (rules, julian_at (start, span->offset));

  for (; i < rules->exceptions->len; i++)
    {
      const DdException *exception = &g_array_index (rules->exceptions, DdException, i);
      DdRange range = exception_range (exception, span);

      if (range.start >= span->span.finish)
        break;
      if (start < range.start)
        append_segment (self, start, weekly);
      append_segment (self, range.start, get_exception (self, exception->hours, span->offset));
      start = range.finish;
    }
  if (start < span->span.finish)
    append_segment (self, start, weekly);
}

DdCalendarIndex *
dd_calendar_index_new (const DdCalendarRules *rules)
{
  guint n;
  const DdZoneSpan *spans = dd_zone_get_spans (rules->zone, &n);
  Builder builder;

  builder_init (&builder);
  for (guint i = 0; i < n; i++)
    append_span (&builder, rules, &spans[i]);
  return seal (&builder);
}

static gint64
start_of (const DdCalendarIndex *self, guint segment)
{
  return segment < self->segments->len ? g_array_index (self->segments, Segment, segment).start
                                       : DD_INSTANT_MAX;
}

DdCalendarIndex *
dd_calendar_index_intersect (const DdCalendarIndex *first, const DdCalendarIndex *second)
{
  gint64 start = DD_INSTANT_MIN;
  Builder builder;

  builder_init (&builder);
  for (guint i = 0, j = 0; start < DD_INSTANT_MAX;)
    {
      const Segment *a = &g_array_index (first->segments, Segment, i);
      const Segment *b = &g_array_index (second->segments, Segment, j);

      append_segment (&builder, start, get_intersection (&builder, a->pattern, b->pattern));
      start = MIN (start_of (first, i + 1), start_of (second, j + 1));
      if (start_of (first, i + 1) == start)
        i++;
      if (start_of (second, j + 1) == start)
        j++;
    }
  return seal (&builder);
}

void
dd_calendar_index_free (DdCalendarIndex *self)
{
  g_array_unref (self->segments);
  g_hash_table_unref (self->patterns);
  g_free (self);
}

/* --- Counting --- */

gint64
dd_calendar_index_get_total (const DdCalendarIndex *self)
{
  return self->total;
}

/* The segment that @instant, which is within the years of plans, lies in. */
static guint
find_segment (const DdCalendarIndex *self, gint64 instant)
{
  const Segment *segments = (const Segment *) self->segments->data;
  guint low = 0;
  guint high = self->segments->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (segments[middle].start <= instant)
        low = middle;
      else
        high = middle;
    }
  return low;
}

gint64
dd_calendar_index_work_at (const DdCalendarIndex *self, gint64 instant)
{
  gint64 clamped = CLAMP (instant, DD_INSTANT_MIN, DD_INSTANT_MAX);
  const Segment *at = &g_array_index (self->segments, Segment, find_segment (self, clamped));

  return at->origin + dd_week_pattern_work_at (at->pattern, clamped);
}

gint64
dd_calendar_index_latest (const DdCalendarIndex *self, gint64 work)
{
  const Segment *segments = (const Segment *) self->segments->data;
  guint low = 0;
  guint high = self->segments->len;

  if (work < 0)
    return DD_INSTANT_MIN;
  if (work >= self->total)
    return DD_INSTANT_MAX;

  /* The last segment with no more than that before it: the work goes on in it. */
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (segments[middle].before <= work)
        low = middle;
      else
        high = middle;
    }
  return dd_week_pattern_latest (segments[low].pattern, work - segments[low].origin);
}

gint64
dd_calendar_index_earliest (const DdCalendarIndex *self, gint64 work)
{
  if (work <= 0)
    return DD_INSTANT_MIN;
  if (work > self->total)
    return DD_INSTANT_MAX;

  /* A second of work ends one second after it starts. */
  return dd_calendar_index_latest (self, work - 1) + 1;
}

gint64
dd_calendar_index_end_of_work (const DdCalendarIndex *self, gint64 instant)
{
  guint segment = find_segment (self, instant);
  const DdWeekPattern *pattern = g_array_index (self->segments, Segment, segment).pattern;

  return MIN (dd_week_pattern_end_of_stretch (pattern, instant), start_of (self, segment + 1));
}
