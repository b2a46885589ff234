/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any bytes as a service definition: refused with a message that keeps its promises, or read so
 * that what is written of it reads as the same service. */
#include "config.h"

#include "fuzz.h"

#include "service/dd-service-parser.h"
#include "service/dd-service-writer.h"

#include "service-text.h"

#include <string.h>

static void
check_message (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == DD_MARKUP_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "fuzz:"));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* What plans ask of every activity. */
static void
check_activities (DdService *service)
{
  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);

      g_assert_cmpuint (activity->index, ==, i);
      g_assert_true (dd_service_find_activity (service, activity->id) == activity);
      for (DdBasis basis = DD_BASIS_SHORT; basis < DD_N_BASES; basis++)
        g_assert_cmpint (dd_service_activity_minutes (service, activity, basis, 480, 5), >=, 0);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdService) service = NULL, again = NULL;
  g_autofree char *written = NULL, *written_again = NULL, *says = NULL, *says_again = NULL;

  service = dd_service_parse (size > 0 ? (const char *) data : "", size, "fuzz", &error);
  if (service == NULL)
    {
      check_message (error);
      return 0;
    }
  check_activities (service);

  written = dd_service_to_xml (service);
  again = dd_service_parse (written, -1, "fuzz", &error);
  g_assert_no_error (error);
  written_again = dd_service_to_xml (again);
  g_assert_cmpstr (written, ==, written_again);
  says = service_to_text (service);
  says_again = service_to_text (again);
  g_assert_cmpstr (says, ==, says_again);
  return 0;
}
