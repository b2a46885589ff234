/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * How long the work between two activities takes, with no calendar: the lint asks what the figures
 * of a document come to, not on which days they fall. So there is one working week for everybody,
 * and no not-before date.
 */
#include "config.h"

#include "lint/dd-lint-path.h"

#define DAYS_PER_WEEK 5
#define UNREACHED     (-1)

gint64
dd_lint_minutes (const DdDuration *duration, DdBasis basis)
{
  return dd_duration_minutes (duration, basis, DD_LINT_MINUTES_PER_DAY, DAYS_PER_WEEK);
}

gint64
dd_lint_activity_minutes (DdService *service, const DdActivity *activity, DdBasis basis)
{
  return dd_service_activity_minutes (service, activity, basis, DD_LINT_MINUTES_PER_DAY,
                                      DAYS_PER_WEEK);
}

/* Minutes after which @index can start, given the finishes of what it waits for. */
static gint64
get_start (DdNetwork *network, guint index, DdBasis basis, const gint64 *finishes)
{
  guint n;
  const DdDependency *dependencies = dd_network_get_predecessors (network, index, &n);
  gint64 start = UNREACHED;

  for (guint i = 0; i < n; i++)
    if (finishes[dependencies[i].activity] != UNREACHED)
      start = MAX (start, finishes[dependencies[i].activity]
                              + dd_lint_minutes (&dependencies[i].lag, basis));
  return start;
}

/* Whether @activity is @end, or beside it in the same parallel cell. */
static gboolean
stands_for (const DdActivity *activity, const DdActivity *end)
{
  return activity == end || (activity->cell == end->cell && end->cell->parallel);
}

/* The finish of each activity in minutes since the start of @from, or of what waits for nothing if
 * that is NULL. UNREACHED for what does not come after it. */
static gint64 *
find_finishes (DdNetwork *network, const DdActivity *from, DdBasis basis)
{
  DdService *service = dd_network_get_service (network);
  const guint *order = dd_network_get_order (network);
  guint size = dd_network_get_size (network);
  gint64 *finishes = g_new (gint64, size);

  for (guint i = 0; i < size; i++)
    finishes[i] = UNREACHED;
  for (guint i = 0; i < size; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, order[i]);
      gint64 start = get_start (network, order[i], basis, finishes);
      if (from == NULL || stands_for (activity, from))
        start = MAX (start, 0);
      if (start != UNREACHED)
        finishes[order[i]] = start + dd_lint_activity_minutes (service, activity, basis);
    }
  return finishes;
}

gint64
dd_lint_path_between (DdNetwork *network,
                      const DdActivity *from,
                      const DdActivity *to,
                      DdBasis basis)
{
  g_autofree gint64 *finishes = find_finishes (network, from, basis);
  gint64 longest = UNREACHED;

  for (guint i = 0; i < to->cell->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (to->cell->activities, i);
      if (stands_for (activity, to))
        longest = MAX (longest, finishes[activity->index]);
    }
  return longest;
}

gint64
dd_lint_path_total (DdNetwork *network, DdBasis basis)
{
  g_autofree gint64 *finishes = find_finishes (network, NULL, basis);
  gint64 longest = 0;

  for (guint i = 0; i < dd_network_get_size (network); i++)
    if (!dd_network_is_after_finish (network, i))
      longest = MAX (longest, finishes[i]);
  return longest;
}
