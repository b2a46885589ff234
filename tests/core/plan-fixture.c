/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-fixture.h"

#include "service/dd-service-parser.h"

DdService *
fixture_service (const char *cells)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = g_strdup_printf ("<service id='s' product='S' document-version='1'>"
                                          "<phase id='p' name='P'>%s</phase></service>",
                                          cells);
  DdService *service = dd_service_parse (xml, -1, "test", &error);

  g_assert_no_error (error);
  return service;
}

DdNetwork *
fixture_network (const char *cells)
{
  g_autoptr (DdService) service = fixture_service (cells);

  return dd_network_new (service);
}

DdNetwork *
fixture_shipped_network (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdService) service = NULL;
  g_autofree char *name = g_strconcat (id, ".xml", NULL);
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "resources", "services", name, NULL);
  g_autofree char *text = NULL;
  gsize length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  service = dd_service_parse (text, length, name, &error);
  g_assert_no_error (error);
  return dd_network_new (service);
}

DdCalendar *
fixture_calendar (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strdup_printf ("[calendar]\n%s", text);
  DdCalendar *calendar = dd_calendar_parse (file, -1, "test", &error);

  g_assert_no_error (error);
  return calendar;
}

DdCalendar *
fixture_vendor (void)
{
  g_autoptr (GError) error = NULL;
  DdCalendar *calendar = dd_calendar_new_default ("Europe/Berlin", &error);

  g_assert_no_error (error);
  return calendar;
}

gint64
fixture_instant (DdCalendar *calendar, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = NULL;
  gint64 instant;

  if (text == NULL)
    return DD_INSTANT_NONE;
  iso = g_strdelimit (g_strdup (text), " ", 'T');
  instant = dd_calendar_parse_instant (calendar, iso, FALSE, &error);
  g_assert_no_error (error);
  return instant;
}

guint
fixture_index (DdNetwork *network, const char *id)
{
  DdActivity *activity = dd_service_find_activity (dd_network_get_service (network), id);

  g_assert_nonnull (activity);
  return activity->index;
}

char *
fixture_describe (DdPlan *plan, gboolean late)
{
  DdNetwork *network = dd_plan_get_network (plan);
  DdCalendar *calendar = dd_plan_get_calendar (plan);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dd_network_get_size (network); i++)
    {
      const DdActivity *activity =
          g_ptr_array_index (dd_network_get_service (network)->activities, i);
      const DdPlanDates *dates = dd_plan_get_dates (plan, i);
      gint64 start = late ? dates->late_start : dates->early_start;
      gint64 finish = late ? dates->late_finish : dates->early_finish;
      g_autofree char *first = dd_calendar_format (calendar, start, "%-d %H:%M");
      g_autofree char *last = dd_calendar_format (calendar, finish, "%-d %H:%M");
      g_string_append_printf (text, "%s%s%s %s", i > 0 ? ", " : "", activity->id,
                              dates->critical ? "*" : "", first);
      if (start != finish)
        g_string_append_printf (text, "-%s", last);
    }
  return g_string_free (text, FALSE);
}
