/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-day.h"

#include "dd-replan-day.h"

typedef struct
{
  DdReplanDay *day; /* (owned) */
  gboolean more;
} Planning;

static void
planning_free (Planning *self)
{
  dd_replan_day_free (self->day);
  g_free (self);
}

static gboolean
plan_step (DdConnection *connection, gpointer data, GError **error)
{
  Planning *planning = data;

  return dd_replan_day_step (planning->day, connection, &planning->more, error);
}

static void
on_step_done (GObject *object, GAsyncResult *result, gpointer user_data);

static void
plan_next (DdDatabase *database, Planning *planning)
{
  dd_database_run_async (database, plan_step, planning, NULL, NULL, on_step_done, planning);
}

static void
on_step_done (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Planning *planning = user_data;

  if (dd_database_run_finish (DD_DATABASE (object), result, NULL, NULL) && planning->more)
    plan_next (DD_DATABASE (object), planning);
  else
    planning_free (planning);
}

void
dd_day_begin (DdDatabase *database, gint64 now)
{
  Planning *planning;

  g_return_if_fail (DD_IS_DATABASE (database));
  planning = g_new0 (Planning, 1);
  planning->day = dd_replan_day_new (now);
  plan_next (database, planning);
}

void
dd_day_change (DdDatabase *database, gint64 now)
{
  g_return_if_fail (DD_IS_DATABASE (database));
  dd_day_begin (database, now);
  dd_database_back_up_if_due (database, now);
}
