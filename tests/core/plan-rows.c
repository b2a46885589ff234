/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan-rows.h"

static char *
describe_drivers (DdPlan *plan)
{
  static const char *const words[] = { "start", "after", "not before", "now", "wait", "actual" };
  DdNetwork *network = dd_plan_get_network (plan);
  GPtrArray *activities = dd_network_get_service (network)->activities;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (activities, i);
      const DdPlanDates *dates = dd_plan_get_dates (plan, i);
      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", activity->id,
                              words[dates->driver]);
      if (dates->driver == DD_PLAN_DRIVER_PREDECESSOR)
        {
          const DdActivity *driver = g_ptr_array_index (activities, dates->driver_activity);
          g_string_append_printf (text, " %s", driver->id);
        }
    }
  return g_string_free (text, FALSE);
}

static void
set_known (PlanSetup *self, const PlanKnown *known)
{
  DdProgress *progress = &self->progress[fixture_index (self->network, known->id)];

  progress->state = known->state;
  progress->actual_start = fixture_instant (self->vendor, known->start);
  progress->actual_finish = fixture_instant (self->vendor, known->finish);
  progress->not_before = fixture_instant (self->vendor, known->not_before);
  progress->override_minutes = known->override_minutes;
  progress->remaining_minutes = known->remaining_minutes;
}

static void
set_progress (PlanSetup *self, const PlanRow *row)
{
  guint size = dd_network_get_size (self->network);

  if (row->known[0].id == NULL)
    return;
  self->progress = g_new (DdProgress, size);
  for (guint i = 0; i < size; i++)
    self->progress[i] = DD_PROGRESS_NONE;
  for (guint i = 0; i < PLAN_ROW_MAX_KNOWN && row->known[i].id != NULL; i++)
    set_known (self, &row->known[i]);
  self->request.progress = self->progress;
}

static void
set_waits (PlanSetup *self, const PlanRow *row)
{
  self->request.waits = self->waits;
  for (guint i = 0; i < PLAN_ROW_MAX_WAITS && row->waits[i].start != NULL; i++)
    {
      const PlanWait *wait = &row->waits[i];
      DdWait *to = &self->waits[self->request.n_waits++];
      to->activity =
          wait->id != NULL ? (int) fixture_index (self->network, wait->id) : DD_WHOLE_CASE;
      to->span.start = fixture_instant (self->vendor, wait->start);
      to->span.finish =
          wait->finish != NULL ? fixture_instant (self->vendor, wait->finish) : DD_INSTANT_MAX;
      to->party = DD_PARTY_CUSTOMER;
      to->reason = "access";
    }
}

void
plan_setup_init (PlanSetup *self, const PlanRow *row)
{
  *self = (PlanSetup){ .request = DD_PLAN_REQUEST_INIT };
  self->network = fixture_network (row->cells);
  self->vendor = fixture_vendor ();
  if (row->customer != NULL)
    self->customer = fixture_calendar (row->customer);
  self->request.vendor = self->vendor;
  self->request.customer = self->customer;
  self->request.start = fixture_instant (self->vendor, row->start);
  self->request.deadline = fixture_instant (self->vendor, row->deadline);
  self->request.now = fixture_instant (self->vendor, row->now);
  set_progress (self, row);
  set_waits (self, row);
}

void
plan_setup_clear (PlanSetup *self)
{
  dd_network_unref (self->network);
  dd_calendar_unref (self->vendor);
  g_clear_pointer (&self->customer, dd_calendar_unref);
  g_free (self->progress);
}

DdPlan *
plan_setup_make (PlanSetup *self)
{
  g_autoptr (GError) error = NULL;
  DdPlan *plan = dd_plan_new (self->network, &self->request, &error);

  g_assert_no_error (error);
  return plan;
}

DdPlan *
plan_row_make (const PlanRow *row)
{
  PlanSetup setup;
  DdPlan *plan;

  plan_setup_init (&setup, row);
  plan = plan_setup_make (&setup);
  plan_setup_clear (&setup);
  return plan;
}

static void
test_row (gconstpointer data)
{
  const PlanRow *row = data;
  g_autoptr (DdPlan) plan = plan_row_make (row);
  g_autofree char *early = fixture_describe (plan, FALSE);
  g_autofree char *late = fixture_describe (plan, TRUE);
  g_autofree char *why = describe_drivers (plan);

  g_assert_cmpstr (early, ==, row->early);
  if (row->late != NULL)
    g_assert_cmpstr (late, ==, row->late);
  if (row->why != NULL)
    g_assert_cmpstr (why, ==, row->why);
}

void
plan_rows_add (const char *group, const PlanRow *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/plan/%s/%s", group, rows[i].name);
      g_test_add_data_func (path, &rows[i], test_row);
    }
}
