/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "case-fixture.h"

#include "dd-bundle.h"
#include "dd-preferences.h"
#include "dd-records.h"
#include "service/dd-service-parser.h"

#include <string.h>

static DdCalendar *
get_calendar (void)
{
  static DdCalendar *calendar = NULL;

  if (calendar == NULL)
    calendar = dd_calendar_new_default ("UTC", NULL);
  return calendar;
}

gint64
case_fixture_at (const char *text)
{
  return fixture_instant (get_calendar (), text);
}

static void
commit (DdConnection *connection, DdAction *action)
{
  g_autoptr (GError) error = NULL;

  dd_journal_commit (connection, action, NULL, &error);
  g_assert_no_error (error);
}

void
case_fixture_save (DdConnection *connection, DdRecord *record, gint64 now)
{
  g_autoptr (DdAction) action = dd_action_new ("Anna", now, "Changed it", NULL);

  dd_action_save (action, record);
  commit (connection, action);
  dd_record_settle (record);
}

DdRecord *
case_fixture_add_customer (DdConnection *connection, const char *name, const char *calendar)
{
  DdRecord *customer = dd_record_new (&dd_customer_entity, NULL);

  dd_record_set_text (customer, "name", name);
  dd_record_set_text (customer, "calendar", calendar);
  case_fixture_save (connection, customer, 1000);
  return customer;
}

/* --- Opening a case --- */

static GBytes *
make_definition (const char *cells)
{
  g_autofree char *path = g_strdup_printf ("services/%s.xml", cells);
  g_autoptr (GString) xml = NULL;
  gsize length;

  if (*cells != '<')
    return dd_bundle_read (path, NULL);
  xml = g_string_new (NULL);
  g_string_printf (xml,
                   "<service id='s' product='S' document-version='1'><phase id='p' name='P'>%s"
                   "</phase></service>",
                   cells);
  length = xml->len;
  return g_bytes_new_take (g_string_free (g_steal_pointer (&xml), FALSE), length);
}

static void
add_activity (DdAction *action, DdRecord *of, const DdActivity *activity)
{
  g_autoptr (DdRecord) record = dd_record_new (&dd_case_activity_entity, NULL);
  g_autofree char *owner = dd_owner_to_text (activity->owner);

  dd_record_set_text (record, "case_id", dd_record_get_id (of));
  dd_record_set_text (record, "definition_id", activity->id);
  dd_record_set_integer (record, "position", activity->index);
  dd_record_set_text (record, "name", activity->name);
  dd_record_set_text (record, "owner", owner);
  dd_record_set_integer (record, "kind", activity->kind);
  dd_action_save (action, record);
}

static DdRecord *
make_case (DdRecord *customer, DdService *service, const char *hash, const char *start)
{
  DdRecord *record = dd_record_new (&dd_case_entity, NULL);

  dd_record_set_text (record, "customer_id", dd_record_get_id (customer));
  dd_record_set_text (record, "title", dd_record_get_name (customer));
  dd_record_set_text (record, "service_id", service->id);
  dd_record_set_text (record, "service_hash", hash);
  dd_record_set_text (record, "product", service->product);
  dd_record_set_integer (record, "requested_at", case_fixture_at (start));
  dd_record_set_integer (record, "start_at", case_fixture_at (start));
  return record;
}

char *
case_fixture_open (DdConnection *connection,
                   DdRecord *customer,
                   const char *cells,
                   const char *start,
                   const char *now)
{
  g_autoptr (DdAction) action = dd_action_new ("Anna", case_fixture_at (now), "Opened it", NULL);
  g_autoptr (GBytes) bytes = make_definition (cells);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdService) service =
      dd_service_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "test",
                        &error);
  g_autoptr (DdRecord) record = NULL;

  g_assert_no_error (error);
  record = make_case (customer, service, dd_action_keep (action, bytes), start);
  dd_action_save (action, record);
  for (guint i = 0; i < service->activities->len; i++)
    add_activity (action, record, g_ptr_array_index (service->activities, i));
  commit (connection, action);
  return g_strdup (dd_record_get_id (record));
}

/* --- Loading and changing --- */

GPtrArray *
case_fixture_query (DdConnection *connection, const DdEntity *entity, const char *case_id)
{
  g_autoptr (DdQuery) query = dd_query_new (entity);
  g_autoptr (GError) error = NULL;
  GPtrArray *rows;

  dd_query_match_text (query, "case_id", DD_QUERY_IS, case_id);
  rows = dd_records_query (connection, query, &error);
  g_assert_no_error (error);
  return rows;
}

DdRecord *
case_fixture_load (DdConnection *connection, const char *case_id)
{
  g_autoptr (GError) error = NULL;
  DdRecord *record = dd_records_load (connection, &dd_case_entity, case_id, &error);

  g_assert_no_error (error);
  return record;
}

DdRecord *
case_fixture_load_activity (DdConnection *connection,
                            const char *case_id,
                            const char *definition_id)
{
  g_autoptr (GPtrArray) rows = case_fixture_query (connection, &dd_case_activity_entity, case_id);

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (dd_record_get_text (rows->pdata[i], "definition_id"), definition_id) == 0)
      return g_object_ref (rows->pdata[i]);
  g_error ("there is no activity %s", definition_id);
}

void
case_fixture_set_text (DdConnection *connection,
                       const char *case_id,
                       const char *name,
                       const char *text,
                       const char *now)
{
  g_autoptr (DdRecord) record = case_fixture_load (connection, case_id);

  dd_record_set_text (record, name, text);
  case_fixture_save (connection, record, case_fixture_at (now));
}

void
case_fixture_set_calendar (DdConnection *connection, const char *calendar, gint64 now)
{
  g_autoptr (DdAction) action = dd_action_new ("Anna", now, "Set the calendar", NULL);
  g_autoptr (GError) error = NULL;

  dd_preferences_set_calendar (connection, action, calendar, &error);
  g_assert_no_error (error);
  commit (connection, action);
}

/* --- Describing --- */

static int
compare_position (gconstpointer first, gconstpointer second)
{
  gint64 one = dd_record_get_integer (*(DdRecord **) first, "position");
  gint64 other = dd_record_get_integer (*(DdRecord **) second, "position");

  return one < other ? -1 : one > other;
}

/* "4 09:00", "-" for none */
static char *
describe_instant (DdRecord *record, const char *name)
{
  gint64 instant = dd_record_get_integer (record, name);

  if (instant == DD_INSTANT_NONE)
    return g_strdup ("-");
  return dd_calendar_format (get_calendar (), instant, "%-d %H:%M");
}

char *
case_fixture_describe (DdConnection *connection, const char *case_id, gboolean late)
{
  g_autoptr (GPtrArray) rows = case_fixture_query (connection, &dd_case_activity_entity, case_id);
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (rows, compare_position);
  for (guint i = 0; i < rows->len; i++)
    {
      DdRecord *row = rows->pdata[i];
      g_autofree char *first = describe_instant (row, late ? "late_start" : "early_start");
      g_autofree char *last = describe_instant (row, late ? "late_finish" : "early_finish");
      g_string_append_printf (text, "%s%s%s %s", i > 0 ? ", " : "",
                              dd_record_get_text (row, "definition_id"),
                              dd_record_get_integer (row, "critical") ? "*" : "", first);
      if (strcmp (first, last) != 0)
        g_string_append_printf (text, "-%s", last);
    }
  return g_string_free (text, FALSE);
}

char *
case_fixture_describe_case (DdConnection *connection, const char *case_id)
{
  g_autoptr (DdRecord) record = case_fixture_load (connection, case_id);
  g_autofree char *start = describe_instant (record, "planned_start");
  g_autofree char *finish = describe_instant (record, "planned_finish");
  g_autofree char *latest = describe_instant (record, "latest_start");
  g_autofree char *due = describe_instant (record, "next_due");
  const char *next = dd_record_get_text (record, "next_activity");
  const char *problem = dd_record_get_text (record, "plan_error");

  return g_strdup_printf ("%s-%s, latest %s, next %s by %s%s%s%s", start, finish, latest,
                          next != NULL ? next : "-", due,
                          dd_record_get_integer (record, "at_risk") ? ", at risk" : "",
                          problem != NULL ? ": " : "", problem != NULL ? problem : "");
}
