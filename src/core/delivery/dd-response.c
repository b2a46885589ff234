/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The promises of a service, read from its table and its headlines. Linear in activities plus
 * headlines.
 */

#include "config.h"

#include "delivery/dd-response.h"

#include <string.h>

static gboolean
is_kept_by (const DdActivity *activity, DdResponse response)
{
  if (activity->kind != DD_ACTIVITY_TASK)
    return FALSE;
  return response == DD_RESPONSE_MANAGER ? activity->owner == DD_OWNER_MANAGER
                                         : !(activity->owner & DD_OWNER_CUSTOMER);
}

static const DdActivity *
find_activity (DdService *service, DdResponse response)
{
  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);
      if (is_kept_by (activity, response))
        return activity;
    }
  return NULL;
}

static const DdHeadline *
find_headline (DdService *service, const char *id)
{
  for (guint i = 0; i < service->headlines->len; i++)
    {
      const DdHeadline *headline = g_ptr_array_index (service->headlines, i);
      if (strcmp (headline->from, id) == 0 && strcmp (headline->to, id) == 0)
        return headline;
    }
  return NULL;
}

gboolean
dd_response_find (DdService *service, DdResponse response, DdResponsePromise *promise)
{
  g_return_val_if_fail (service != NULL && promise != NULL, FALSE);

  promise->headline = NULL;
  promise->activity = find_activity (service, response);
  if (promise->activity != NULL)
    promise->headline = find_headline (service, promise->activity->id);
  return promise->headline != NULL;
}
