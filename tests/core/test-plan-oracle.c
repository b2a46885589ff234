/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-plan.h"

#include "service/dd-service-parser.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

/* The plans of another scheduler: see tests/data/oracle/README.md. */

#define SUFFIX ".expected.json"

static char *
get_folder (void)
{
  return g_test_build_filename (G_TEST_DIST, "data", "oracle", NULL);
}

static char *
read_file (const char *name, const char *suffix)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = get_folder ();
  g_autofree char *path = g_strdup_printf ("%s/%s%s", folder, name, suffix);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static DdCalendar *
read_calendar (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = read_file (name, ".calendar");
  DdCalendar *calendar = dd_calendar_parse (text, -1, name, &error);

  g_assert_no_error (error);
  return calendar;
}

static DdNetwork *
read_network (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = read_file (name, ".xml");
  g_autoptr (DdService) service = dd_service_parse (text, -1, name, &error);

  g_assert_no_error (error);
  return dd_network_new (service);
}

static JsonNode *
read_expected (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = read_file (name, SUFFIX);
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  return root;
}

/* "--start DAY" or "--finish DAY": a finish is the end of its day. */
static DdPlan *
make_plan (DdNetwork *network, DdCalendar *calendar, JsonArray *arguments)
{
  g_autoptr (GError) error = NULL;
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  gboolean finish = g_str_equal (json_array_get_string_element (arguments, 0), "--finish");
  const char *day = json_array_get_string_element (arguments, 1);
  gint64 instant = dd_calendar_parse_instant (calendar, day, finish, &error);
  DdPlan *plan;

  g_assert_no_error (error);
  request.vendor = calendar;
  *(finish ? &request.deadline : &request.start) = instant;
  plan = dd_plan_new (network, &request, &error);
  g_assert_no_error (error);
  return plan;
}

static void
assert_day (DdCalendar *calendar, gint64 instant, const char *expected)
{
  g_autofree char *day = dd_calendar_format (calendar, instant, "%Y-%m-%d");

  g_assert_cmpstr (day, ==, expected);
}

/* A moment stands on one of the days that are its point of working time. */
static void
assert_moment (DdCalendar *calendar, gint64 instant, JsonArray *days)
{
  g_autofree char *day = dd_calendar_format (calendar, instant, "%Y-%m-%d");

  for (guint i = 0; i < json_array_get_length (days); i++)
    if (g_str_equal (day, json_array_get_string_element (days, i)))
      return;
  g_test_fail_printf ("the moment stands on %s", day);
}

static void
assert_activity (DdPlan *plan, JsonObject *expected, gboolean late)
{
  DdNetwork *network = dd_plan_get_network (plan);
  DdCalendar *calendar = dd_plan_get_calendar (plan);
  const char *id = json_object_get_string_member (expected, "id");
  DdActivity *activity = dd_service_find_activity (dd_network_get_service (network), id);
  const DdPlanDates *dates = dd_plan_get_dates (plan, activity->index);
  gint64 start = late ? dates->late_start : dates->early_start;
  gint64 finish = late ? dates->late_finish : dates->early_finish;

  g_test_message ("%s", id);
  if (json_object_has_member (expected, "milestone_days"))
    assert_moment (calendar, start, json_object_get_array_member (expected, "milestone_days"));
  else
    {
      assert_day (calendar, start, json_object_get_string_member (expected, "first_day"));
      assert_day (calendar, finish - 60, json_object_get_string_member (expected, "last_day"));
    }
  if (json_object_has_member (expected, "critical"))
    g_assert_cmpint (dates->critical, ==, json_object_get_boolean_member (expected, "critical"));
}

static void
test_case (gconstpointer data)
{
  const char *name = data;
  g_autoptr (JsonNode) root = read_expected (name);
  JsonObject *expected = json_node_get_object (root);
  JsonArray *activities = json_object_get_array_member (expected, "activities");
  gboolean late = g_str_equal (json_object_get_string_member (expected, "compare"), "late");
  g_autoptr (DdCalendar) calendar = read_calendar (name);
  g_autoptr (DdNetwork) network = read_network (name);
  g_autoptr (DdPlan) plan =
      make_plan (network, calendar, json_object_get_array_member (expected, "arguments"));

  g_assert_cmpuint (json_array_get_length (activities), ==, dd_network_get_size (network));
  for (guint i = 0; i < json_array_get_length (activities); i++)
    assert_activity (plan, json_array_get_object_element (activities, i), late);
}

static void
add_case (const char *file)
{
  g_autofree char *name = g_strndup (file, strlen (file) - strlen (SUFFIX));
  g_autofree char *path = g_strdup_printf ("/plan/oracle/%s", name);

  g_test_add_data_func_full (path, g_steal_pointer (&name), test_case, g_free);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);

  folder = get_folder ();
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  for (const char *file = g_dir_read_name (dir); file != NULL; file = g_dir_read_name (dir))
    if (g_str_has_suffix (file, SUFFIX))
      {
        add_case (file);
        n++;
      }
  g_assert_cmpuint (n, >, 0);

  return g_test_run ();
}
