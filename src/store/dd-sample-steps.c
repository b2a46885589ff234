/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Steps of sample cases, taken by the rules that everybody's steps are taken by. Linear in the
 * parts of the case. What is written is data, and not translated; the labels of actions are.
 */

#include "config.h"

#include "dd-sample-steps.h"

#include "dd-named.h"
#include "dd-sample-names.h"
#include "dd-sample-random.h"
#include "dd-sample-rows.h"
#include "delivery/dd-case-opening.h"
#include "delivery/dd-entities.h"
#include "delivery/dd-record-id.h"
#include "plan/dd-baseline.h"
#include "plan/dd-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY 480 /* working minutes */

static const char *const deadline_reasons[] = {
  "The version in use leaves maintenance at the end of the quarter.",
  "Year-end freeze: nothing is changed in Production afterwards.",
  "A new branch goes live and needs the current version.",
  "The auditors want supported software by then.",
  "The database is moved the week after.",
  "The administrator who knows the installation goes on parental leave.",
  NULL,
};

static const char *const override_reasons[] = {
  "Complex infrastructure: three nodes behind a load balancer.",
  "The database is larger than 2 TB; its migration alone takes a day.",
  "Settled in assessment: 40 custom adapters are to be checked one by one.",
  "Work only outside the customer’s production hours.",
  NULL,
};

static const char *const gate_evidence[] = {
  "Log-in as the upgrade account worked; a file was written and removed again.",
  "Confirmed by e-mail and tried: read and write on the staging host.",
  "Screen sharing with the customer’s administrator: everything is in place.",
  NULL,
};

static const char *const skip_reasons[] = {
  "No test failed, so there was nothing to fix.",
  "All tests passed in the first run.",
  NULL,
};

static const char *const closing_notes[] = {
  "Production follows in the customer’s own maintenance window.",
  "Delivered as agreed. The customer was quick to answer; keep the same contacts next year.",
  "Delivered a week later than planned: access took long. Ask for it earlier next time.",
  "All environments are on the new version.",
  NULL,
};

static const char *const cancel_reasons[] = {
  "The customer moves to the cloud offering instead.",
  "The customer’s budget was withdrawn; they ask again next year.",
  "Not eligible: the Platinum membership has run out.",
  NULL,
};

static const char *const customer_notes[] = {
  "Prefers telephone to e-mail. Meetings in the morning.",
  "Everything goes through their change board, which meets on Tuesdays.",
  "Two installations; only the head office’s is covered.",
  NULL,
};

/* Its own hours, and days off; in the zone of whoever plans. */
#define CUSTOMER_CALENDAR                                                                          \
  "[calendar]\nmonday=08:00-12:00;13:00-17:00\ntuesday=08:00-12:00;13:00-17:00\n"                  \
  "wednesday=08:00-12:00;13:00-17:00\nthursday=08:00-12:00;13:00-17:00\nfriday=08:00-14:00\n"

/* --- Opening --- */

/* Returns: (transfer full): the customer as it is stored, or a new one; NULL with @error */
static DdRecord *
meet_customer (DdSampleCase *self, GError **error)
{
  DdSampleWorld *world = self->world;
  g_autofree char *name = dd_sample_names_make_customer (self->customer, world->turn);
  g_autofree char *id = dd_sample_random_make_id (world->seed, "customer", self->customer);
  g_autoptr (DdRecord) known =
      dd_named_ensure (world->connection, &dd_customer_entity, name, error);
  DdRecord *customer;

  if (known == NULL || dd_record_is_stored (known))
    return g_steal_pointer (&known);
  customer = dd_record_new (&dd_customer_entity, id);
  dd_record_set_text (customer, "name", name);
  if (dd_sample_random_chance (self->rand, 25))
    dd_record_set_text (customer, "note", dd_sample_random_pick (self->rand, customer_notes));
  return customer;
}

static gboolean
ensure_customer (DdSampleCase *self, GError **error)
{
  gpointer *place = &self->world->customers->pdata[self->customer];

  if (*place == NULL)
    *place = meet_customer (self, error);
  return *place != NULL;
}

static void
add_contact (DdSampleCase *self, DdAction *action, DdRecord *customer)
{
  guint number = self->customer;
  g_autofree char *id = dd_sample_random_make_id (self->world->seed, "contact", number);
  g_autofree char *name = dd_sample_names_make_contact (number, self->world->turn);
  g_autofree char *email = dd_sample_names_make_address ("contact", number, "customer.example");
  g_autoptr (DdRecord) contact = dd_record_new (&dd_person_entity, id);

  dd_record_set_text (contact, "name", name);
  dd_record_set_integer (contact, "role", DD_PERSON_ROLE_CONTACT);
  dd_record_set_text (contact, "customer_id", dd_record_get_id (customer));
  dd_record_set_text (contact, "email", email);
  dd_action_save (action, contact);
}

static char *
format_date (DdSampleCase *self, gint64 minutes)
{
  DdCalendar *calendar = self->world->calendar;
  gint64 start = self->not_before != DD_INSTANT_NONE ? self->not_before : self->start;

  return dd_calendar_format (calendar, dd_calendar_add (calendar, start, minutes), "%Y-%m-%d");
}

static gint64
get_deadline_minutes (DdSampleCase *self)
{
  return self->service->total + self->profile->slack * DAY;
}

DdAction *
dd_sample_steps_open (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  const char *const *versions = self->service->versions;
  const DdActor actor = { self->manager->name, event->at, 0 };
  g_autofree char *earliest = NULL;
  g_autofree char *ideal = NULL;
  g_autofree char *deadline = NULL;
  gboolean own_calendar, is_new;
  DdRecord *customer;
  DdAction *action;

  self->rand = dd_sample_random_new (self->world->seed, self->number * 2 + 1);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  if (!ensure_customer (self, error))
    return NULL;
  customer = self->world->customers->pdata[self->customer];
  is_new = !dd_record_is_stored (customer);
  own_calendar = dd_sample_random_chance (self->rand, 12);
  earliest = format_date (self, 0);
  ideal = format_date (self, 2 * DAY);
  deadline = format_date (self, get_deadline_minutes (self));
  action = dd_case_opening_take (
      &(const DdCaseOpening){
          .id = self->id,
          .service = self->service->service,
          .service_hash = self->service->hash,
          .questionnaire_hash = self->service->questionnaire_hash,
          .customer = dd_record_get_name (customer),
          .program = self->profile->cancelled ? "gold" : "platinum",
          .deployment = "on-premise",
          .calendar = own_calendar ? CUSTOMER_CALENDAR : NULL,
          .current_version = versions[self->version],
          .target_version = versions[self->version + 1],
          .earliest_start = earliest,
          .ideal_start = ideal,
          .deadline = deadline,
          .deadline_reason = dd_sample_random_pick (self->rand, deadline_reasons),
          .access_acknowledged = !dd_sample_random_chance (self->rand, 8),
          .start = self->start,
      },
      customer, &actor, &self->file);
  if (is_new)
    add_contact (self, action, customer);
  dd_record_settle (customer);
  dd_sample_rows_settle_file (self);
  return action;
}

DdAction *
dd_sample_steps_assign (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdAction *action = dd_sample_rows_act (event, self->manager, N_ ("Gave the case to %s and %s"),
                                         self->manager->name, self->consultant->name);
  DdRecord *record = self->file->record;
  g_autofree char *portal = g_strdup_printf ("%08u", 1000000 + self->number * 37);
  DdRecord *set_up = dd_case_file_find_activity (self->file, "set-up-project");

  dd_record_set_text (record, "portal_case", portal);
  dd_record_set_text (record, "manager_id", self->manager->id);
  dd_record_set_text (record, "consultant_id", self->consultant->id);
  dd_record_set_text (record, "previous_case_id", self->previous_id);
  if (self->not_before != DD_INSTANT_NONE)
    dd_record_set_integer (set_up, "not_before", self->not_before);
  dd_case_file_save (self->file, action);
  dd_sample_rows_settle_file (self);
  return action;
}

/* --- Activities --- */

/* Who does @activity, as the vendor's team records it. */
static const DdSamplePerson *
find_person (DdSampleCase *self, DdRecord *activity)
{
  const char *owner = dd_record_get_text (activity, "owner");

  return strstr (owner, "consultant") != NULL ? self->consultant : self->manager;
}

static DdAction *
take (DdSampleCase *self,
      const DdSampleEvent *event,
      const DdSamplePerson *person,
      gint64 at,
      const DdCaseStep *step,
      GError **error)
{
  const DdActor actor = { person->name, event->at, at };
  DdAction *action = dd_case_step_take (step, self->file, &actor, error);

  if (action != NULL)
    dd_sample_rows_settle_file (self);
  return action;
}

DdAction *
dd_sample_steps_start (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdRecord *activity = dd_case_file_find_activity (self->file, event->activity);
  const DdSamplePerson *person = find_person (self, activity);
  const DdCaseStep step = { .kind = DD_CASE_STEP_START, .activity = event->activity };

  if (!g_str_equal (dd_record_get_text (activity, "owner"), "customer"))
    dd_record_set_text (activity, "assignee_id", person->id);
  return take (self, event, person, 0, &step, error);
}

DdAction *
dd_sample_steps_finish (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdRecord *activity = dd_case_file_find_activity (self->file, event->activity);
  gboolean gate = dd_record_get_integer (activity, "kind") == DD_ACTIVITY_GATE;
  gboolean request = dd_record_get_integer (activity, "position") == 0;
  const DdCaseStep step = {
    .kind = DD_CASE_STEP_FINISH,
    .activity = event->activity,
    .text = gate ? dd_sample_random_pick (self->rand, gate_evidence) : NULL,
  };

  return take (self, event, find_person (self, activity), request ? self->start : 0, &step, error);
}

DdAction *
dd_sample_steps_skip (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  const DdCaseStep step = { .kind = DD_CASE_STEP_SKIP,
                            .activity = event->activity,
                            .text = dd_sample_random_pick (self->rand, skip_reasons) };

  return take (self, event, self->consultant, 0, &step, error);
}

DdAction *
dd_sample_steps_override (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  DdRecord *activity = dd_case_file_find_activity (self->file, event->activity);
  DdAction *action =
      dd_sample_rows_act (event, self->consultant, N_ ("Changed the duration of “%s”"),
                          dd_record_get_name (activity), NULL);

  dd_record_set_integer (activity, "override_minutes", self->override_minutes);
  dd_record_set_text (activity, "override_reason",
                      dd_sample_random_pick (self->rand, override_reasons));
  dd_sample_rows_save (action, activity);
  return action;
}

/* --- Waits --- */

DdAction *
dd_sample_steps_wait (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  g_autofree char *id = dd_record_id_derive (self->id, "wait");
  const DdCaseStep step = {
    .kind = DD_CASE_STEP_WAIT,
    .activity = event->wait->whole_case ? NULL : event->activity,
    .text = event->wait->reason,
    .party = event->wait->party,
    .row_id = id,
  };

  return take (self, event, self->manager, 0, &step, error);
}

DdAction *
dd_sample_steps_resume (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  const DdCaseStep step = { .kind = DD_CASE_STEP_RESUME,
                            .activity = event->wait->whole_case ? NULL : event->activity };

  return take (self, event, self->manager, 0, &step, error);
}

/* --- The baseline --- */

static DdBaseline *
make_baseline (DdSampleCase *self, gint64 at, GError **error)
{
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  g_autoptr (DdPlan) plan = NULL;

  request.vendor = self->world->calendar;
  request.start = self->not_before != DD_INSTANT_NONE ? self->not_before : self->start;
  plan = dd_plan_new (self->service->network, &request, error);
  return plan != NULL ? dd_baseline_new (plan, at, self->manager->name) : NULL;
}

static void
add_baseline_row (DdSampleCase *self,
                  DdAction *action,
                  DdRecord *baseline,
                  const DdBaselineEntry *entry)
{
  g_autofree char *name = g_strconcat ("baseline ", entry->activity, NULL);
  g_autoptr (DdRecord) row = dd_sample_rows_make (self, &dd_case_baseline_row_entity, name);

  dd_record_set_text (row, "baseline_id", dd_record_get_id (baseline));
  dd_record_set_text (row, "definition_id", entry->activity);
  dd_record_set_text (row, "name", entry->name);
  dd_record_set_integer (row, "start_at", entry->start);
  dd_record_set_integer (row, "finish_at", entry->finish);
  dd_record_set_integer (row, "duration_minutes", entry->duration_minutes);
  dd_sample_rows_save (action, row);
}

DdAction *
dd_sample_steps_agree (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  g_autoptr (DdBaseline) baseline = make_baseline (self, event->at, error);
  g_autoptr (DdRecord) record = NULL;
  DdAction *action;

  if (baseline == NULL)
    return NULL;
  action = dd_sample_rows_act (event, self->manager, N_ ("Agreed the plan"), NULL, NULL);
  record = dd_sample_rows_make (self, &dd_case_baseline_entity, "baseline");
  dd_record_set_text (record, "name", "First plan");
  dd_record_set_integer (record, "agreed_at", baseline->agreed_at);
  dd_record_set_text (record, "agreed_by", baseline->agreed_by);
  dd_record_set_integer (record, "start_at", baseline->start);
  dd_record_set_integer (record, "finish_at", baseline->finish);
  dd_sample_rows_save (action, record);
  for (guint i = 0; i < baseline->entries->len; i++)
    add_baseline_row (self, action, record, baseline->entries->pdata[i]);
  return action;
}

/* --- The end --- */

DdAction *
dd_sample_steps_close (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  const DdCaseStep step = { .kind = DD_CASE_STEP_CLOSE,
                            .text = dd_sample_random_pick (self->rand, closing_notes) };

  return take (self, event, self->manager, 0, &step, error);
}

DdAction *
dd_sample_steps_cancel (DdSampleCase *self, const DdSampleEvent *event, GError **error)
{
  const DdCaseStep step = { .kind = DD_CASE_STEP_CANCEL,
                            .text = dd_sample_random_pick (self->rand, cancel_reasons) };

  return take (self, event, self->manager, 0, &step, error);
}
