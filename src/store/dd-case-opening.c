/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Opening a case from a service's definition. The definition is kept as its canonical XML, once for
 * all cases that were opened with the same; the case's activities are copies of what lists show.
 * Linear in the activities.
 */

#include "config.h"

#include "dd-case-actions.h"

#include "dd-journal.h"
#include "dd-named.h"
#include "delivery/dd-case-activity.h"
#include "delivery/dd-case.h"
#include "delivery/dd-customer.h"
#include "service/dd-service-parser.h"
#include "service/dd-service-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the documents write where the customer's name goes. */
#define CUSTOMER_PLACEHOLDER "[Customer Name]"

static char *
make_title (const DdCaseOpening *opening)
{
  g_auto (GStrv) parts = NULL;

  if (opening->title != NULL)
    return g_strdup (opening->title);
  if (opening->service->request_title == NULL)
    return g_strdup_printf ("%s – %s", opening->customer, opening->service->product);
  parts = g_strsplit (opening->service->request_title, CUSTOMER_PLACEHOLDER, -1);
  return g_strjoinv (opening->customer, parts);
}

static const char *
keep_definition (DdAction *action, DdService *service)
{
  char *xml = dd_service_to_xml (service);
  g_autoptr (GBytes) bytes = g_bytes_new_take (xml, strlen (xml));

  return dd_action_keep (action, bytes);
}

/* Text that a person left empty is not there. */
static void
set_text (DdRecord *record, const char *field, const char *text)
{
  dd_record_set_text (record, field, text != NULL && *text != '\0' ? text : NULL);
}

/* A customer that is there already keeps what is known of it. */
static void
describe_new_customer (DdRecord *customer, const DdCaseOpening *opening)
{
  if (dd_record_is_stored (customer))
    return;
  set_text (customer, "program", opening->program);
  set_text (customer, "deployment", opening->deployment);
  set_text (customer, "calendar", opening->calendar);
}

static DdRecord *
make_case (const DdActor *actor,
           const DdCaseOpening *opening,
           const char *title,
           DdRecord *customer,
           const char *service_hash)
{
  DdRecord *record = dd_record_new (&dd_case_entity, NULL);
  gint64 start = opening->start != DD_INSTANT_NONE ? opening->start : actor->now;

  dd_record_set_text (record, "customer_id", dd_record_get_id (customer));
  dd_record_set_text (record, "title", title);
  dd_record_set_text (record, "service_id", opening->service->id);
  dd_record_set_text (record, "service_hash", service_hash);
  dd_record_set_text (record, "product", opening->service->product);
  set_text (record, "current_version", opening->current_version);
  set_text (record, "target_version", opening->target_version);
  set_text (record, "earliest_start", opening->earliest_start);
  set_text (record, "ideal_start", opening->ideal_start);
  set_text (record, "deadline", opening->deadline);
  set_text (record, "deadline_reason", opening->deadline_reason);
  dd_record_set_integer (record, "access_acknowledged", opening->access_acknowledged);
  dd_record_set_integer (record, "requested_at", actor->now);
  dd_record_set_integer (record, "start_at", start);
  return record;
}

static void
add_activity (DdAction *action, DdRecord *record, const DdActivity *activity)
{
  g_autoptr (DdRecord) made = dd_record_new (&dd_case_activity_entity, NULL);
  g_autofree char *owner = dd_owner_to_text (activity->owner);

  dd_record_set_text (made, "case_id", dd_record_get_id (record));
  dd_record_set_text (made, "definition_id", activity->id);
  dd_record_set_integer (made, "position", activity->index);
  dd_record_set_text (made, "name", activity->name);
  dd_record_set_text (made, "owner", owner);
  dd_record_set_integer (made, "kind", activity->kind);
  dd_action_save (action, made);
}

/* What a transaction's function is told, and the id of the case it opened. */
typedef struct
{
  const DdActor *actor;
  const DdCaseOpening *opening;
  char *id; /* (owned) (nullable) */
} Opening;

static gboolean
do_open (DdConnection *connection, gpointer data, GError **error)
{
  Opening *self = data;
  DdService *service = self->opening->service;
  g_autofree char *title = make_title (self->opening);
  g_autoptr (DdAction) action =
      dd_action_new (self->actor->user, self->actor->now, N_ ("Opened the case “%s”"), title, NULL);
  g_autoptr (DdRecord) customer =
      dd_named_ensure (connection, &dd_customer_entity, self->opening->customer, error);
  g_autoptr (DdRecord) record = NULL;

  if (customer == NULL)
    return FALSE;
  record =
      make_case (self->actor, self->opening, title, customer, keep_definition (action, service));
  describe_new_customer (customer, self->opening);
  dd_action_save (action, customer);
  dd_action_save (action, record);
  for (guint i = 0; i < service->activities->len; i++)
    add_activity (action, record, g_ptr_array_index (service->activities, i));
  self->id = g_strdup (dd_record_get_id (record));
  return dd_journal_append (connection, action, NULL, error);
}

gboolean
dd_case_actions_open (DdConnection *connection,
                      const DdActor *actor,
                      const DdCaseOpening *opening,
                      char **id,
                      GError **error)
{
  Opening self = { actor, opening, NULL };
  gboolean opened =
      dd_connection_transaction (connection, do_open, &self, _ ("Opening the case"), error);

  if (opened)
    *id = g_steal_pointer (&self.id);
  g_free (self.id);
  return opened;
}

DdService *
dd_case_actions_load_service (DdConnection *connection, const char *service_hash, GError **error)
{
  g_autoptr (GBytes) bytes = dd_journal_load_content (connection, service_hash, error);
  gconstpointer xml;
  gsize size;

  if (bytes == NULL)
    return NULL;
  xml = g_bytes_get_data (bytes, &size);
  return dd_service_parse (xml, (gssize) size, service_hash, error);
}
