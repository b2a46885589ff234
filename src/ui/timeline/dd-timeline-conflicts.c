/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Conflicts: deliveries of one consultant, sorted by their beginning, overlap only with neighbours
 * in that order or with the one before them that ends last.
 */

#include "config.h"

#include "timeline/dd-timeline-chart.h"

/* The delivery of a case. */
typedef struct
{
  const DdCaseSummary *summary;
  DdRange range;
} Delivery;

static gboolean
find_delivery (const DdCaseSpans *spans, DdRange *range)
{
  *range = (DdRange){ G_MAXINT64, G_MININT64 };
  for (guint i = 0; i < spans->spans->len; i++)
    {
      const DdCaseSpan *span = &g_array_index (spans->spans, DdCaseSpan, i);

      if (span->done || g_strcmp0 (span->milestone->phase->id, "execution") != 0)
        continue;
      range->start = MIN (range->start, span->start);
      range->finish = MAX (range->finish, span->finish);
    }
  return range->start < range->finish;
}

static int
compare_deliveries (gconstpointer a, gconstpointer b)
{
  const Delivery *first = a, *second = b;
  int order = g_strcmp0 (first->summary->consultant_id, second->summary->consultant_id);

  if (order == 0)
    order = (first->range.start > second->range.start) - (first->range.start < second->range.start);
  return order != 0 ? order : g_strcmp0 (first->summary->id, second->summary->id);
}

static GArray *
list_deliveries (GPtrArray *summaries, GHashTable *spans)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Delivery));

  for (guint i = 0; i < summaries->len; i++)
    {
      Delivery delivery = { summaries->pdata[i], { 0, 0 } };
      const DdCaseSpans *found = g_hash_table_lookup (spans, delivery.summary->id);

      if (found != NULL && delivery.summary->consultant_id != NULL
          && dd_case_summary_is_open (delivery.summary) && find_delivery (found, &delivery.range))
        g_array_append_val (all, delivery);
    }
  g_array_sort (all, compare_deliveries);
  return all;
}

static void
add (GHashTable *conflicts, const Delivery *of, const Delivery *with)
{
  DdTimelineConflict conflict = { { MAX (of->range.start, with->range.start),
                                    MIN (of->range.finish, with->range.finish) },
                                  with->summary };
  GArray *known = g_hash_table_lookup (conflicts, of->summary->id);

  if (known == NULL)
    {
      known = g_array_new (FALSE, FALSE, sizeof (DdTimelineConflict));
      g_hash_table_insert (conflicts, of->summary->id, known);
    }
  g_array_append_val (known, conflict);
}

GHashTable *
dd_timeline_find_conflicts (GPtrArray *summaries, GHashTable *spans)
{
  GHashTable *conflicts =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GArray) all = list_deliveries (summaries, spans);
  const Delivery *last = NULL; /* of the same consultant before, the one that ends last */

  for (guint i = 0; i < all->len; i++)
    {
      const Delivery *delivery = &g_array_index (all, Delivery, i);

      if (last != NULL
          && g_strcmp0 (last->summary->consultant_id, delivery->summary->consultant_id) != 0)
        last = NULL;
      if (last != NULL && delivery->range.start < last->range.finish)
        {
          add (conflicts, delivery, last);
          add (conflicts, last, delivery);
        }
      if (last == NULL || delivery->range.finish > last->range.finish)
        last = delivery;
    }
  return conflicts;
}
