/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The plan as it was agreed. A baseline is filled once, entry by entry, and then only read: finding
 * an entry is a look-up in a hash table. It must not point into the plan or the service it was made
 * from, because both may be gone when it is read.
 */
#include "config.h"

#include "plan/dd-baseline.h"

static void
entry_free (gpointer data)
{
  DdBaselineEntry *entry = data;

  g_free (entry->activity);
  g_free (entry->name);
  g_free (entry);
}

DdBaseline *
dd_baseline_new (DdPlan *plan, gint64 agreed_at, const char *agreed_by)
{
  DdService *service = NULL;
  DdBaseline *self = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  service = dd_network_get_service (dd_plan_get_network (plan));
  self = dd_baseline_new_empty (agreed_at, agreed_by, dd_plan_get_start (plan),
                                dd_plan_get_finish (plan));
  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);
      const DdPlanDates *dates = dd_plan_get_dates (plan, i);

      dd_baseline_add (self, activity->id, activity->name, dates->early_start, dates->early_finish,
                       dates->duration_minutes);
    }
  return self;
}

DdBaseline *
dd_baseline_new_empty (gint64 agreed_at, const char *agreed_by, gint64 start, gint64 finish)
{
  DdBaseline *self = NULL;

  g_return_val_if_fail (start <= finish, NULL);

  self = g_new0 (DdBaseline, 1);
  self->agreed_at = agreed_at;
  self->agreed_by = g_strdup (agreed_by);
  self->start = start;
  self->finish = finish;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
dd_baseline_add (DdBaseline *self,
                 const char *activity,
                 const char *name,
                 gint64 start,
                 gint64 finish,
                 gint64 duration_minutes)
{
  DdBaselineEntry *entry = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (activity != NULL && name != NULL);
  g_return_if_fail (start <= finish && duration_minutes >= 0);
  g_return_if_fail (!g_hash_table_contains (self->by_id, activity));

  entry = g_new (DdBaselineEntry, 1);
  entry->activity = g_strdup (activity);
  entry->name = g_strdup (name);
  entry->start = start;
  entry->finish = finish;
  entry->duration_minutes = duration_minutes;
  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_id, entry->activity, entry);
}

const DdBaselineEntry *
dd_baseline_find (DdBaseline *self, const char *activity)
{
  g_return_val_if_fail (self != NULL && activity != NULL, NULL);

  return g_hash_table_lookup (self->by_id, activity);
}

void
dd_baseline_free (DdBaseline *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->entries);
  g_free (self->agreed_by);
  g_free (self);
}
