/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Opening a case from a service's definition. The definition is kept as its canonical XML, once for
 * all cases that were opened with the same; the case's activities are copies of what lists show.
 */

#include "config.h"

#include "delivery/dd-case-opening.h"

#include "delivery/dd-finding.h"
#include "delivery/dd-record-id.h"
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

/* A customer that is there already keeps what is known of it, and what is not given says nothing.
 */
static void
describe_new_customer (DdRecord *customer, const DdCaseOpening *opening)
{
  const struct
  {
    const char *field;
    const char *text;
  } known[] = {
    { "program", opening->program },
    { "deployment", opening->deployment },
    { "calendar", opening->calendar },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known) && !dd_record_is_stored (customer); i++)
    if (known[i].text != NULL)
      set_text (customer, known[i].field, known[i].text);
}

static DdRecord *
make_case (const DdActor *actor,
           const DdCaseOpening *opening,
           const char *title,
           DdRecord *customer,
           const char *service_hash)
{
  DdRecord *record = dd_record_new (&dd_case_entity, opening->id);
  gint64 requested = dd_actor_get_at (actor);
  gint64 start = opening->start != DD_INSTANT_NONE ? opening->start : requested;

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
  dd_record_set_integer (record, "requested_at", requested);
  dd_record_set_integer (record, "start_at", start);
  return record;
}

static DdRecord *
make_activity (DdRecord *record, const DdActivity *activity)
{
  g_autofree char *id = dd_record_id_derive (dd_record_get_id (record), activity->id);
  g_autofree char *owner = dd_owner_to_text (activity->owner);
  DdRecord *made = dd_record_new (&dd_case_activity_entity, id);

  dd_record_set_text (made, "case_id", dd_record_get_id (record));
  dd_record_set_text (made, "definition_id", activity->id);
  dd_record_set_integer (made, "position", activity->index);
  dd_record_set_text (made, "name", activity->name);
  dd_record_set_text (made, "owner", owner);
  dd_record_set_integer (made, "kind", activity->kind);
  return made;
}

static DdCaseFile *
make_file (DdRecord *record, DdService *service)
{
  GPtrArray *activities = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *waits = g_ptr_array_new_with_free_func (g_object_unref);
  DdCaseFile *file;

  for (guint i = 0; i < service->activities->len; i++)
    g_ptr_array_add (activities,
                     make_activity (record, g_ptr_array_index (service->activities, i)));
  file = dd_case_file_new (record, activities, waits);
  dd_case_file_set_service (file, service, NULL);
  return file;
}

static void
set_questionnaire (DdRecord *record, DdAction *action, const DdCaseOpening *opening)
{
  const char *hash = opening->questionnaire_hash;

  if (hash == NULL && opening->questionnaire != NULL)
    hash = dd_action_keep (action, opening->questionnaire);
  dd_record_set_text (record, "questionnaire_hash", hash);
}

DdRecord *
dd_case_opening_make_finding (DdRecord *record, const char *exclusion)
{
  g_autofree char *name = g_strconcat ("finding/", exclusion, NULL);
  g_autofree char *id = dd_record_id_derive (dd_record_get_id (record), name);
  DdRecord *made = dd_record_new (&dd_finding_entity, id);

  dd_record_set_text (made, "case_id", dd_record_get_id (record));
  dd_record_set_text (made, "exclusion", exclusion);
  return made;
}

static void
save_findings (DdAction *action, DdRecord *record, DdService *service)
{
  for (guint i = 0; i < service->exclusions->len; i++)
    {
      const DdExclusion *exclusion = service->exclusions->pdata[i];
      g_autoptr (DdRecord) finding = dd_case_opening_make_finding (record, exclusion->id);

      dd_action_save (action, finding);
    }
}

DdAction *
dd_case_opening_take (const DdCaseOpening *opening,
                      DdRecord *customer,
                      const DdActor *actor,
                      DdCaseFile **file)
{
  g_autofree char *title = make_title (opening);
  DdAction *action =
      dd_action_new (actor->user, actor->now, N_ ("Opened the case “%s”"), title, NULL);
  const char *hash = opening->service_hash != NULL ? opening->service_hash
                                                   : keep_definition (action, opening->service);
  DdRecord *record = make_case (actor, opening, title, customer, hash);
  DdCaseFile *made = make_file (record, opening->service);

  set_questionnaire (record, action, opening);
  describe_new_customer (customer, opening);
  dd_action_save (action, customer);
  dd_case_file_save (made, action);
  save_findings (action, record, opening->service);
  if (file != NULL)
    *file = g_steal_pointer (&made);
  g_clear_pointer (&made, dd_case_file_free);
  return action;
}
