/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case-seed.h"

#include "dd-journal.h"
#include "dd-records.h"
#include "dd-service-catalog.h"
#include "delivery/dd-entities.h"
#include "plan/dd-progress.h"
#include "service/dd-service-writer.h"

#define DAY G_GINT64_CONSTANT (86400)

/* What all cases of one filling share. */
typedef struct
{
  DdService *services[2];
  const char *hashes[2];
  DdRecord *manager;
  DdRecord *consultants[3];
  DdAction *action;
  GPtrArray *derived; /* (element-type DdRecord): whose dates are still to be stored */
} Seed;

char *
case_seed_get_id (guint index)
{
  return g_strdup_printf ("00000000-0000-4000-8000-%012u", index);
}

static DdRecord *
add_person (Seed *seed, const char *name, const char *role)
{
  DdRecord *person = dd_record_new (&dd_person_entity, NULL);

  dd_record_set_text (person, "name", name);
  dd_record_set_integer (person, "role",
                         g_str_equal (role, "manager") ? DD_PERSON_ROLE_MANAGER
                                                       : DD_PERSON_ROLE_CONSULTANT);
  dd_action_save (seed->action, person);
  return person;
}

static DdRecord *
add_customer (Seed *seed, guint index)
{
  DdRecord *customer = dd_record_new (&dd_customer_entity, NULL);
  g_autofree char *name = g_strdup_printf ("Customer %03u", index);

  dd_record_set_text (customer, "name", name);
  dd_action_save (seed->action, customer);
  return customer;
}

static void
add_wait (Seed *seed, DdRecord *case_record)
{
  g_autoptr (DdRecord) wait = dd_record_new (&dd_case_wait_entity, NULL);

  dd_record_set_text (wait, "case_id", dd_record_get_id (case_record));
  dd_record_set_integer (wait, "party", DD_PARTY_CUSTOMER);
  dd_record_set_text (wait, "reason", "remote access");
  dd_record_set_integer (wait, "started_at", CASE_SEED_NOW - DAY);
  dd_action_save (seed->action, wait);
}

static void
add_activities (Seed *seed, DdRecord *case_record, DdService *service, gint64 start)
{
  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = service->activities->pdata[i];
      DdRecord *record = dd_record_new (&dd_case_activity_entity, NULL);
      g_autofree char *owner = dd_owner_to_text (activity->owner);

      dd_record_set_text (record, "case_id", dd_record_get_id (case_record));
      dd_record_set_text (record, "definition_id", activity->id);
      dd_record_set_integer (record, "position", i);
      dd_record_set_text (record, "name", activity->name);
      dd_record_set_text (record, "owner", owner);
      dd_record_set_integer (record, "kind", activity->kind);
      dd_action_save (seed->action, record);
      dd_record_settle (record);
      dd_record_set_integer (record, "early_start", start + (gint64) i * 2 * DAY);
      dd_record_set_integer (record, "early_finish", start + (gint64) i * 2 * DAY + DAY);
      g_ptr_array_add (seed->derived, record);
    }
}

static void
set_texts (Seed *seed, DdRecord *record, guint index, DdRecord *customer)
{
  DdService *service = seed->services[index % 2];
  g_autofree char *title = g_strdup_printf ("[Customer %03u] - %s", index, service->product);
  g_autofree char *portal = g_strdup_printf ("CS-%06u", index);

  dd_record_set_text (record, "customer_id", dd_record_get_id (customer));
  dd_record_set_text (record, "title", title);
  dd_record_set_text (record, "portal_case", portal);
  dd_record_set_text (record, "service_id", service->id);
  dd_record_set_text (record, "service_hash", seed->hashes[index % 2]);
  dd_record_set_text (record, "product", service->product);
  dd_record_set_text (record, "current_version", "9.1");
  dd_record_set_text (record, "target_version", "10.2");
  dd_record_set_text (record, "manager_id", dd_record_get_id (seed->manager));
  dd_record_set_text (record, "consultant_id", dd_record_get_id (seed->consultants[index % 3]));
}

/* What a plan would have come to: those at risk finish after their deadline. */
static void
set_dates (Seed *seed, DdRecord *record, guint index, gint64 start)
{
  DdService *service = seed->services[index % 2];
  guint next = index % 7 % service->activities->len;
  gint64 finish = start + (gint64) service->activities->len * 2 * DAY;

  if (index % 10 == 9)
    return;
  dd_record_set_integer (record, "planned_start", start);
  dd_record_set_integer (record, "planned_finish", finish);
  dd_record_set_integer (record, "at_risk", index % 4 == 1);
  dd_record_set_text (record, "next_activity",
                      ((DdActivity *) service->activities->pdata[next])->id);
  dd_record_set_integer (record, "next_due", CASE_SEED_NOW + ((gint64) (index % 40) - 5) * DAY);
}

static void
add_case (Seed *seed, guint index)
{
  g_autofree char *id = case_seed_get_id (index);
  g_autoptr (DdRecord) customer = add_customer (seed, index);
  g_autofree char *deadline = g_strdup_printf ("2027-%02u-15", 1 + index % 12);
  gint64 start = CASE_SEED_NOW + ((gint64) (index % 60) - 30) * DAY;
  DdRecord *record = dd_record_new (&dd_case_entity, id);
  gboolean closed = index % 10 == 9;

  set_texts (seed, record, index, customer);
  dd_record_set_text (record, "deadline", index % 4 == 1 ? "2026-12-02" : deadline);
  dd_record_set_integer (record, "state",
                         closed           ? DD_CASE_CLOSED
                         : index % 5 == 2 ? DD_CASE_WAITING
                                          : DD_CASE_RUNNING);
  dd_record_set_integer (record, "closed_at", closed ? CASE_SEED_NOW - DAY : DD_INTEGER_NONE);
  dd_record_set_integer (record, "requested_at", start);
  dd_record_set_integer (record, "start_at", start);
  dd_action_save (seed->action, record);
  dd_record_settle (record);
  set_dates (seed, record, index, start);
  g_ptr_array_add (seed->derived, record);
  if (index % 5 == 2)
    add_wait (seed, record);
  add_activities (seed, record, seed->services[index % 2], start);
}

static void
begin (Seed *seed)
{
  static const char *const ids[] = { "cx-process", "messenger" };
  static const char *const names[] = { "Ada Moreau", "Jonas Lind", "Maria Costa" };
  g_autoptr (DdServiceCatalog) catalog = dd_service_catalog_new (NULL);

  seed->action = dd_action_new ("Anna", CASE_SEED_NOW - 60 * DAY, NULL, NULL);
  seed->derived = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;

      seed->services[i] = dd_service_catalog_find (catalog, ids[i], NULL);
      text = dd_service_to_xml (seed->services[i]);
      bytes = g_bytes_new (text, strlen (text));
      seed->hashes[i] = dd_action_keep (seed->action, bytes);
    }
  seed->manager = add_person (seed, "Elena Fischer", "manager");
  for (guint i = 0; i < 3; i++)
    seed->consultants[i] = add_person (seed, names[i], "consultant");
}

static void
end (Seed *seed)
{
  for (guint i = 0; i < 2; i++)
    dd_service_unref (seed->services[i]);
  for (guint i = 0; i < 3; i++)
    g_object_unref (seed->consultants[i]);
  g_object_unref (seed->manager);
  g_ptr_array_unref (seed->derived);
  dd_action_free (seed->action);
}

static gboolean
save_derived (DdConnection *connection, gpointer data, GError **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!dd_records_save_derived (connection, records->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
case_seed_fill (DdConnection *connection, gpointer data, GError **error)
{
  guint n = *(guint *) data;
  Seed seed;
  gboolean ok;

  begin (&seed);
  for (guint i = 0; i < n; i++)
    add_case (&seed, i);
  ok = dd_journal_commit (connection, seed.action, NULL, error)
       && dd_connection_transaction (connection, save_derived, seed.derived, "Seeding", error);
  end (&seed);
  return ok;
}
