/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A case and its parts. Finding is linear in the parts, which are dozens. */

#include "config.h"

#include "delivery/dd-case-file.h"

DdCaseFile *
dd_case_file_new (DdRecord *record, GPtrArray *activities, GPtrArray *waits)
{
  DdCaseFile *self = g_new0 (DdCaseFile, 1);

  self->record = record;
  self->activities = activities;
  self->waits = waits;
  self->inputs = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
dd_case_file_set_service (DdCaseFile *self, DdService *service, GPtrArray *inputs)
{
  g_return_if_fail (self->service == NULL);

  self->service = service != NULL ? dd_service_ref (service) : NULL;
  if (inputs == NULL)
    return;
  g_ptr_array_unref (self->inputs);
  self->inputs = inputs;
}

void
dd_case_file_free (DdCaseFile *self)
{
  g_object_unref (self->record);
  g_ptr_array_unref (self->activities);
  g_ptr_array_unref (self->waits);
  g_ptr_array_unref (self->inputs);
  g_clear_pointer (&self->service, dd_service_unref);
  g_free (self);
}

DdRecord *
dd_case_file_find_activity (DdCaseFile *self, const char *definition_id)
{
  for (guint i = 0; i < self->activities->len; i++)
    if (g_str_equal (dd_record_get_text (self->activities->pdata[i], "definition_id"),
                     definition_id))
      return self->activities->pdata[i];
  return NULL;
}

DdRecord *
dd_case_file_find_open_wait (DdCaseFile *self, DdRecord *activity)
{
  const char *id = activity != NULL ? dd_record_get_id (activity) : NULL;

  for (guint i = 0; i < self->waits->len; i++)
    if (dd_record_get_integer (self->waits->pdata[i], "finished_at") == DD_INSTANT_NONE
        && g_strcmp0 (dd_record_get_text (self->waits->pdata[i], "activity_id"), id) == 0)
      return self->waits->pdata[i];
  return NULL;
}

DdRecord *
dd_case_file_find_input (DdCaseFile *self, const char *input)
{
  for (guint i = 0; i < self->inputs->len; i++)
    if (g_str_equal (dd_record_get_text (self->inputs->pdata[i], "input"), input))
      return self->inputs->pdata[i];
  return NULL;
}

void
dd_case_file_save (DdCaseFile *self, DdAction *action)
{
  dd_action_save (action, self->record);
  for (guint i = 0; i < self->activities->len; i++)
    dd_action_save (action, self->activities->pdata[i]);
  for (guint i = 0; i < self->waits->len; i++)
    dd_action_save (action, self->waits->pdata[i]);
  for (guint i = 0; i < self->inputs->len; i++)
    dd_action_save (action, self->inputs->pdata[i]);
}
