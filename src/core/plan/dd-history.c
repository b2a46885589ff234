/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What the activities of finished cases took: one flat table of minutes, row after row. Adding a
 * case is linear in the activities, reading a figure is an index. A case's own calendars are used
 * up when it is added, so nothing here holds on to its plan.
 */
#include "config.h"

#include "plan/dd-history.h"

#include "plan/dd-plan-private.h"

#define UNKNOWN (-1)

struct _DdHistory
{
  DdNetwork *network; /* (owned) */
  GArray *minutes;    /* (element-type gint64) (owned): a row for each case */
  guint n_cases;
};

DdHistory *
dd_history_new (DdNetwork *network)
{
  DdHistory *self = NULL;

  g_return_val_if_fail (network != NULL, NULL);

  self = g_new0 (DdHistory, 1);
  self->network = dd_network_ref (network);
  self->minutes = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/* What activity @id took in @plan. */
static gint64
find_minutes (DdPlan *plan, const char *id)
{
  DdService *service = dd_network_get_service (plan->network);
  const DdActivity *activity = dd_service_find_activity (service, id);
  const DdPlanWork *work = NULL;

  if (activity == NULL)
    return UNKNOWN;
  work = &plan->work[activity->index];
  if (work->progress.state != DD_STATE_DONE || work->progress.actual_start == DD_INSTANT_NONE
      || work->progress.actual_finish == DD_INSTANT_NONE)
    return UNKNOWN;
  return dd_pauses_between (plan->pauses, activity->index, work->calendar,
                            work->progress.actual_start, work->progress.actual_finish);
}

void
dd_history_add (DdHistory *self, DdPlan *plan)
{
  GPtrArray *activities = NULL;

  g_return_if_fail (self != NULL && plan != NULL);

  activities = dd_network_get_service (self->network)->activities;
  for (guint i = 0; i < activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (activities, i);
      gint64 minutes = find_minutes (plan, activity->id);

      g_array_append_val (self->minutes, minutes);
    }
  self->n_cases++;
}

guint
dd_history_get_size (DdHistory *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_cases;
}

gint64
dd_history_get_minutes (DdHistory *self, guint row, guint index)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, UNKNOWN);

  n = dd_network_get_size (self->network);
  g_return_val_if_fail (row < self->n_cases && index < n, UNKNOWN);

  return g_array_index (self->minutes, gint64, (gsize) row * n + index);
}

void
dd_history_free (DdHistory *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->minutes);
  dd_network_unref (self->network);
  g_free (self);
}
