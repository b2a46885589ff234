/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Completes a service when every element is read.
 *
 * What is not written gets its value: ids, names, owners. What plans ask for each activity is found
 * once: its place in its cell's shares, and the headline over the cell. Every step is linear.
 */
#include "config.h"

#include "service/dd-service-private.h"

/* "activity-3" for the third, or "activity-3-2", "activity-3-3" if others have that id. */
static char *
make_id (DdService *self, const DdActivity *activity)
{
  char *id = g_strdup_printf ("activity-%u", activity->index + 1);

  for (guint n = 2; g_hash_table_contains (self->activities_by_id, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("activity-%u-%u", activity->index + 1, n);
    }
  return id;
}

static void
index_activities (DdService *self)
{
  for (guint i = 0; i < self->activities->len; i++)
    {
      DdActivity *activity = g_ptr_array_index (self->activities, i);

      if (activity->id != NULL)
        g_hash_table_insert (self->activities_by_id, activity->id, activity);
    }
  for (guint i = 0; i < self->activities->len; i++)
    {
      DdActivity *activity = g_ptr_array_index (self->activities, i);

      if (activity->id == NULL)
        {
          activity->id = make_id (self, activity);
          g_hash_table_insert (self->activities_by_id, activity->id, activity);
        }
      if (activity->name == NULL)
        activity->name = g_strdup (activity->id);
    }
}

/* What is left of the defaults: a field without a type, and what is called like its id. */
static void
name_parts (DdService *self)
{
  for (guint i = 0; i < self->phases->len; i++)
    {
      DdPhase *phase = g_ptr_array_index (self->phases, i);

      if (phase->name == NULL)
        phase->name = g_strdup (phase->id != NULL ? phase->id : "");
      for (guint j = 0; j < phase->milestones->len; j++)
        {
          DdMilestone *milestone = g_ptr_array_index (phase->milestones, j);

          if (milestone->name == NULL)
            milestone->name = g_strdup (milestone->id != NULL ? milestone->id : "");
        }
    }
  for (guint i = 0; i < self->exclusions->len; i++)
    {
      DdExclusion *exclusion = g_ptr_array_index (self->exclusions, i);

      if (exclusion->name == NULL)
        exclusion->name = g_strdup (exclusion->id);
    }
  for (guint i = 0; i < self->request_fields->len; i++)
    {
      DdRequestField *field = g_ptr_array_index (self->request_fields, i);

      if (field->type == NULL)
        field->type = g_strdup ("text");
    }
}

/* Owners and shares go down the rows of each cell, which stand together in the flat list. */
static void
complete_cells (DdService *self)
{
  guint owner = DD_OWNER_CONSULTANT;
  DdCell *cell = NULL;

  for (guint i = 0; i < self->activities->len; i++)
    {
      DdActivity *activity = g_ptr_array_index (self->activities, i);

      if (activity->cell != cell)
        owner = DD_OWNER_CONSULTANT;
      cell = activity->cell;

      if (!activity->owner_printed)
        activity->owner = owner;
      owner = activity->owner;

      activity->share_before = cell->share_total;
      if (dd_activity_takes_time (activity))
        cell->share_total += activity->share;
    }
}

static void
attach_headlines (DdService *self)
{
  for (guint i = 0; i < self->headlines->len; i++)
    {
      const DdHeadline *headline = g_ptr_array_index (self->headlines, i);
      const DdActivity *from = dd_service_find_activity (self, headline->from);
      const DdActivity *to = dd_service_find_activity (self, headline->to);
      DdCell *cell;

      if (from == NULL || to == NULL || from->cell != to->cell)
        continue;
      cell = from->cell;
      if (cell->headline == NULL && !headline->duration.at_most
          && !dd_duration_is_range (&headline->duration)
          && from == g_ptr_array_index (cell->activities, 0)
          && to == g_ptr_array_index (cell->activities, cell->activities->len - 1))
        cell->headline = headline;
    }
}

void
dd_service_complete (DdService *self)
{
  index_activities (self);
  name_parts (self);
  complete_cells (self);
  attach_headlines (self);
}
