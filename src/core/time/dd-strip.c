/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Strips: time cut into spans of a kind each, for people to look at.
 *
 * Built from left to right, so appending is all there is; laying one over another is linear in
 * both. A strip never has a gap, and two neighbours of one kind are always one.
 */
#include "config.h"

#include "time/dd-strip.h"

GArray *
dd_strip_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (DdStripSpan));
}

void
dd_strip_extend (GArray *strip, gint64 start, gint64 finish, DdStripKind kind)
{
  DdStripSpan *last;
  DdStripSpan next = { { start, finish }, kind };

  g_return_if_fail (strip != NULL);

  last = strip->len > 0 ? &g_array_index (strip, DdStripSpan, strip->len - 1) : NULL;
  if (last != NULL)
    next.span.start = last->span.finish;
  if (next.span.finish <= next.span.start)
    return;
  if (last != NULL && last->kind == kind)
    last->span.finish = finish;
  else
    g_array_append_val (strip, next);
}

GArray *
dd_strip_combine (GArray *first, GArray *second)
{
  GArray *both;

  g_return_val_if_fail (first != NULL && second != NULL, NULL);

  both = dd_strip_new ();
  for (guint i = 0, j = 0; i < first->len && j < second->len;)
    {
      const DdStripSpan *a = &g_array_index (first, DdStripSpan, i);
      const DdStripSpan *b = &g_array_index (second, DdStripSpan, j);
      gint64 finish = MIN (a->span.finish, b->span.finish);

      dd_strip_extend (both, a->span.start, finish, MAX (a->kind, b->kind));
      if (a->span.finish == finish)
        i++;
      if (b->span.finish == finish)
        j++;
    }
  return both;
}
