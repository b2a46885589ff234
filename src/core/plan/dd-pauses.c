/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Waits of the whole case are one sorted list of spans that do not touch. An activity with waits of
 * its own has such a list to itself, in which those of the case are merged already; there are few
 * of them, so they hang in a table by index. Every function walks the list of its activity past the
 * spans that matter: cases have a handful of waits, and the walk is what lets them be exact.
 */
#include "config.h"

#include "plan/dd-pauses.h"

struct _DdPauses
{
  GArray *whole_case; /* (element-type DdRange) (owned): sorted, apart from each other */
  GHashTable *own;    /* (element-type uint GArray) (owned): index to the merged list */
};

static GArray *
ensure_own_spans (DdPauses *self, int activity)
{
  GArray *spans = g_hash_table_lookup (self->own, GINT_TO_POINTER (activity));

  if (spans == NULL)
    {
      spans = g_array_new (FALSE, FALSE, sizeof (DdRange));
      g_hash_table_insert (self->own, GINT_TO_POINTER (activity), spans);
    }
  return spans;
}

static void
add_wait (DdPauses *self, const DdWait *wait, gint64 now)
{
  DdRange span = wait->span;

  if (span.finish >= DD_INSTANT_MAX)
    span.finish = now;
  if (span.finish <= span.start)
    return;
  if (wait->activity == DD_WHOLE_CASE)
    g_array_append_val (self->whole_case, span);
  else
    g_array_append_val (ensure_own_spans (self, wait->activity), span);
}

static void
merge_spans (DdPauses *self)
{
  GHashTableIter iter;
  gpointer value;

  dd_ranges_merge (self->whole_case);
  g_hash_table_iter_init (&iter, self->own);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GArray *spans = value;
      g_array_append_vals (spans, self->whole_case->data, self->whole_case->len);
      dd_ranges_merge (spans);
    }
}

/* Returns: (transfer none) (nullable): the spans of activity @index, NULL for none */
static GArray *
get_spans (DdPauses *self, guint index)
{
  GArray *own;

  if (self == NULL)
    return NULL;
  own = g_hash_table_lookup (self->own, GUINT_TO_POINTER (index));
  return own != NULL ? own : self->whole_case;
}

DdPauses *
dd_pauses_new (const DdWait *waits, guint n_waits, guint n_activities, gint64 now)
{
  g_autoptr (DdPauses) self = NULL;

  g_return_val_if_fail (waits != NULL || n_waits == 0, NULL);

  if (n_waits == 0)
    return NULL;
  self = g_new0 (DdPauses, 1);
  self->whole_case = g_array_new (FALSE, FALSE, sizeof (DdRange));
  self->own = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n_waits; i++)
    {
      g_return_val_if_fail (waits[i].activity < (int) n_activities, NULL);
      add_wait (self, &waits[i], now);
    }
  if (self->whole_case->len == 0 && g_hash_table_size (self->own) == 0)
    return NULL;
  merge_spans (self);
  return g_steal_pointer (&self);
}

void
dd_pauses_free (DdPauses *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->whole_case);
  g_hash_table_unref (self->own);
  g_free (self);
}

gint64
dd_pauses_next_working (DdPauses *self, guint index, DdCalendar *calendar, gint64 instant)
{
  GArray *spans = get_spans (self, index);
  gint64 at = dd_calendar_next_working (calendar, instant);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      DdRange span = g_array_index (spans, DdRange, i);
      if (at < span.start)
        break;
      if (at < span.finish)
        at = dd_calendar_next_working (calendar, span.finish);
    }
  return at;
}

gint64
dd_pauses_previous_working (DdPauses *self, guint index, DdCalendar *calendar, gint64 instant)
{
  GArray *spans = get_spans (self, index);
  gint64 at = dd_calendar_previous_working (calendar, instant);

  for (guint i = spans != NULL ? spans->len : 0; i > 0; i--)
    {
      DdRange span = g_array_index (spans, DdRange, i - 1);
      if (at > span.finish)
        break;
      if (at > span.start)
        at = dd_calendar_previous_working (calendar, span.start);
    }
  return at;
}

gint64
dd_pauses_add (DdPauses *self, guint index, DdCalendar *calendar, gint64 from, gint64 minutes)
{
  GArray *spans = get_spans (self, index);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      DdRange span = g_array_index (spans, DdRange, i);
      gint64 room;
      if (span.finish <= from)
        continue;
      room = span.start > from ? dd_calendar_between (calendar, from, span.start) : 0;
      if (room >= minutes)
        break;
      minutes -= room;
      from = span.finish;
    }
  return dd_calendar_add (calendar, from, minutes);
}

gint64
dd_pauses_subtract (DdPauses *self, guint index, DdCalendar *calendar, gint64 to, gint64 minutes)
{
  GArray *spans = get_spans (self, index);

  for (guint i = spans != NULL ? spans->len : 0; i > 0; i--)
    {
      DdRange span = g_array_index (spans, DdRange, i - 1);
      gint64 room;
      if (span.start >= to)
        continue;
      room = span.finish < to ? dd_calendar_between (calendar, span.finish, to) : 0;
      if (room >= minutes)
        break;
      minutes -= room;
      to = span.start;
    }
  return dd_calendar_subtract (calendar, to, minutes);
}

gint64
dd_pauses_between (DdPauses *self, guint index, DdCalendar *calendar, gint64 from, gint64 to)
{
  GArray *spans = get_spans (self, index);
  gint64 minutes = 0;

  for (guint i = 0; spans != NULL && i < spans->len && from < to; i++)
    {
      DdRange span = g_array_index (spans, DdRange, i);
      if (span.start > from)
        minutes += dd_calendar_between (calendar, from, MIN (span.start, to));
      from = MAX (from, span.finish);
    }
  return minutes + (from < to ? dd_calendar_between (calendar, from, to) : 0);
}

gint64
dd_pauses_delay_moment (DdPauses *self, guint index, DdCalendar *calendar, gint64 instant)
{
  GArray *spans = get_spans (self, index);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      DdRange span = g_array_index (spans, DdRange, i);
      if (instant <= span.start)
        break;
      instant = MAX (instant, dd_calendar_next_working (calendar, span.finish));
    }
  return instant;
}

gint64
dd_pauses_advance_moment (DdPauses *self, guint index, DdCalendar *calendar, gint64 instant)
{
  GArray *spans = get_spans (self, index);

  for (guint i = spans != NULL ? spans->len : 0; i > 0; i--)
    {
      DdRange span = g_array_index (spans, DdRange, i - 1);
      if (span.start < instant && instant < dd_calendar_next_working (calendar, span.finish))
        instant = span.start;
    }
  return instant;
}
