/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Checks what only the whole of a service shows.
 *
 * Each check is one walk with hash tables for the ids, so the whole is linear in activities plus
 * dependencies. Those are counted before anybody lists them: two parallel cells of a few thousand
 * activities, one after the other, are millions of dependencies in a few kilobytes.
 */
#include "config.h"

#include "service/dd-service-private.h"

#include "service/dd-service-cycle.h"

#include <glib/gi18n-lib.h>

static DdMarkupPlace
place_of_activity (DdService *self, const DdActivity *activity)
{
  return (DdMarkupPlace){ self->origin, activity->line, "activity" };
}

static gboolean
check_predecessors (DdService *self, const DdActivity *activity, GError **error)
{
  for (guint i = 0; i < activity->after->len; i++)
    {
      const char *id = g_array_index (activity->after, DdPredecessor, i).id;

      if (g_str_equal (id, activity->id))
        return dd_markup_refuse (error, DD_MARKUP_ERROR_CYCLE, place_of_activity (self, activity),
                                 _ ("activity '%s' waits for itself; expected others"), id);
      if (dd_service_find_activity (self, id) == NULL)
        return dd_markup_refuse (
            error, DD_MARKUP_ERROR_REFERENCE, place_of_activity (self, activity),
            _ ("activity '%s' waits for '%s', which is no activity of this file"), activity->id,
            id);
    }
  return TRUE;
}

static gboolean
check_inputs (DdService *self, const DdActivity *activity, GHashTable *inputs, GError **error)
{
  if (activity->inputs->len > 0 && activity->kind != DD_ACTIVITY_GATE)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_ATTRIBUTE, place_of_activity (self, activity),
                             _ ("'%s' has inputs but is no gate; expected kind=\"gate\""),
                             activity->id);
  for (guint i = 0; i < activity->inputs->len; i++)
    {
      const char *id = g_ptr_array_index (activity->inputs, i);

      if (!g_hash_table_contains (inputs, id))
        return dd_markup_refuse (error, DD_MARKUP_ERROR_REFERENCE,
                                 place_of_activity (self, activity),
                                 _ ("gate '%s' waits for '%s', which is no input of this file"),
                                 activity->id, id);
    }
  return TRUE;
}

static gboolean
check_activities (DdService *self, GError **error)
{
  g_autoptr (GHashTable) inputs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->inputs->len; i++)
    {
      const DdInput *input = g_ptr_array_index (self->inputs, i);

      g_hash_table_add (inputs, input->id);
    }
  for (guint i = 0; i < self->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (self->activities, i);

      if (!check_predecessors (self, activity, error)
          || !check_inputs (self, activity, inputs, error))
        return FALSE;
    }
  return TRUE;
}

/* A duration that nobody takes would be lost without a word. */
static gboolean
check_cells (DdService *self, GError **error)
{
  for (guint i = 0; i < self->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (self->activities, i);
      const DdCell *cell = activity->cell;

      if (cell->share_total == 0 && cell->duration.upper.count > 0)
        {
          DdMarkupPlace place = { self->origin, cell->line, "cell" };
          g_autofree char *duration = dd_duration_to_text (&cell->duration);

          return dd_markup_refuse (
              error, DD_MARKUP_ERROR_ATTRIBUTE, place,
              _ ("duration is '%s' but events and gates take none; expected 0, or a task"),
              duration);
        }
    }
  return TRUE;
}

static gboolean
check_headline (DdService *self, const DdHeadline *headline, GError **error)
{
  DdMarkupPlace place = { self->origin, headline->line, "headline" };
  const DdActivity *from = dd_service_find_activity (self, headline->from);
  const DdActivity *to = dd_service_find_activity (self, headline->to);

  if (from == NULL || to == NULL)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_REFERENCE, place,
                             _ ("'%s' is no activity of this file; expected the id of one"),
                             from == NULL ? headline->from : headline->to);
  if (to->index < from->index)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_REFERENCE, place,
                             _ ("it ends with '%s', which stands before '%s'; expected the same "
                                "activity or a later one"),
                             to->id, from->id);
  return TRUE;
}

static gboolean
check_headlines (DdService *self, GError **error)
{
  for (guint i = 0; i < self->headlines->len; i++)
    if (!check_headline (self, g_ptr_array_index (self->headlines, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_operand (DdService *self, const DdCondition *condition, GHashTable *fields, GError **error)
{
  DdMarkupPlace place = { self->origin, condition->line, condition->name };
  const char *field = dd_condition_get_attribute (condition, "field");

  if (!dd_condition_check_operand (condition, self->origin, error))
    return FALSE;
  if (field != NULL && !g_hash_table_contains (fields, field))
    return dd_markup_refuse (error, DD_MARKUP_ERROR_REFERENCE, place,
                             _ ("'%s' is no field of the request; expected the id of one"), field);
  return TRUE;
}

/* Recursion goes no deeper than the parser lets elements lie. */
static gboolean
check_conditions (DdService *self, GPtrArray *conditions, GHashTable *fields, GError **error)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const DdCondition *condition = g_ptr_array_index (conditions, i);
      gboolean is_group = condition->children->len > 0;

      if (is_group ? !check_conditions (self, condition->children, fields, error)
                   : !check_operand (self, condition, fields, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_exclusions (DdService *self, GError **error)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->request_fields->len; i++)
    {
      const DdRequestField *field = g_ptr_array_index (self->request_fields, i);

      g_hash_table_add (fields, field->id);
    }
  for (guint i = 0; i < self->exclusions->len; i++)
    {
      const DdExclusion *exclusion = g_ptr_array_index (self->exclusions, i);

      if (!check_conditions (self, exclusion->when, fields, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_dependencies (DdService *self, GError **error)
{
  guint64 n = 0;
  guint first;

  for (guint i = 0; i < self->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (self->activities, i);

      n += activity->after_given ? activity->after->len
                                 : dd_service_get_default_range (self, activity, &first);
    }
  return dd_service_check_predecessor_count (self, n, error);
}

gboolean
dd_service_check_predecessor_count (DdService *self, guint64 n, GError **error)
{
  if (n > DD_SERVICE_MAX_DEPENDENCIES)
    return dd_markup_refuse (error, DD_MARKUP_ERROR_REFERENCE,
                             (DdMarkupPlace){ self->origin, 1, "service" },
                             _ ("its activities wait for each other in too many ways; expected at "
                                "most %d predecessors in all"),
                             DD_SERVICE_MAX_DEPENDENCIES);
  return TRUE;
}

static gboolean
check_cycles (DdService *self, GError **error)
{
  g_autoptr (GArray) cycle = dd_service_find_cycle (self);
  g_autofree char *words = NULL;
  const DdActivity *first;

  if (cycle == NULL)
    return TRUE;
  first = g_ptr_array_index (self->activities, g_array_index (cycle, guint, 0));
  words = dd_service_describe_cycle (self, cycle);
  return dd_markup_refuse (error, DD_MARKUP_ERROR_CYCLE, place_of_activity (self, first),
                           _ ("%s; expected one that can start before the others"), words);
}

gboolean
dd_service_check (DdService *self, GError **error)
{
  return check_activities (self, error) && check_cells (self, error)
         && check_headlines (self, error) && check_exclusions (self, error)
         && check_dependencies (self, error) && check_cycles (self, error);
}
