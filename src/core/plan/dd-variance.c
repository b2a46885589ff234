/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Today's plan against the baseline, and who caused the difference (dd-variance.h says how).
 *
 * One pass in the network's order finds for each activity when it was agreed to be ready, when it
 * is ready today and which predecessor decides that; one walk back from the finish then shares the
 * slip out. Linear in activities plus dependencies, times the binary search of a calendar. Slips
 * are differences of one and the same measure, so their sum telescopes: nothing may be rounded
 * here.
 */
#include "config.h"

#include "plan/dd-variance.h"

#include "plan/dd-plan-private.h"
#include "plan/dd-working-time.h"

#include <glib/gi18n-lib.h>

#define NO_DRIVER G_MAXUINT

/* Where one activity stands in the chain. */
typedef struct
{
  gint64 agreed_ready;  /* when its last predecessor was agreed to let it begin */
  gint64 agreed_finish; /* as agreed; where it was to be ready, if it was added */
  gint64 ready;         /* when its last predecessor lets it begin today */
  guint driver;         /* which that is, or NO_DRIVER */
} Link;

static void
line_free (gpointer data)
{
  DdVarianceLine *line = data;

  g_free (line->activity);
  g_free (line->name);
  g_free (line);
}

static DdVarianceLine *
add_line (DdVariance *self, const char *activity, const char *name, DdVarianceKind kind)
{
  DdVarianceLine *line = g_new0 (DdVarianceLine, 1);

  line->activity = g_strdup (activity);
  line->name = g_strdup (name);
  line->kind = kind;
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
compare_activity (DdVariance *self, DdBaseline *baseline, DdPlan *plan, const DdActivity *activity)
{
  DdCalendar *calendar = dd_plan_get_calendar (plan);
  const DdPlanDates *dates = dd_plan_get_dates (plan, activity->index);
  const DdBaselineEntry *agreed = dd_baseline_find (baseline, activity->id);
  DdVarianceLine *line = add_line (self, activity->id, activity->name,
                                   agreed != NULL ? DD_VARIANCE_KEPT : DD_VARIANCE_ADDED);

  if (agreed == NULL)
    return;
  line->start_minutes = dd_calendar_between (calendar, agreed->start, dates->early_start);
  line->finish_minutes = dd_calendar_between (calendar, agreed->finish, dates->early_finish);
  line->duration_minutes = dates->duration_minutes - agreed->duration_minutes;
}

static void
add_gone (DdVariance *self, DdBaseline *baseline, DdService *service)
{
  for (guint i = 0; i < baseline->entries->len; i++)
    {
      const DdBaselineEntry *entry = g_ptr_array_index (baseline->entries, i);

      if (dd_service_find_activity (service, entry->activity) == NULL)
        add_line (self, entry->activity, entry->name, DD_VARIANCE_GONE);
    }
}

static gint64
after_lag (DdCalendar *calendar, gint64 finish, const DdDuration *lag)
{
  return dd_calendar_add (calendar, finish, dd_plan_lag_minutes (lag, calendar));
}

/* Fills the link of activity @index; those of its predecessors are filled. */
static void
fill_link (Link *links, guint index, DdBaseline *baseline, DdPlan *plan)
{
  DdNetwork *network = dd_plan_get_network (plan);
  DdCalendar *calendar = dd_plan_get_activity_calendar (plan, index);
  GPtrArray *activities = dd_network_get_service (network)->activities;
  const DdActivity *activity = g_ptr_array_index (activities, index);
  const DdBaselineEntry *agreed = dd_baseline_find (baseline, activity->id);
  guint n = 0;
  const DdDependency *predecessors = dd_network_get_predecessors (network, index, &n);
  Link *link = &links[index];

  link->driver = NO_DRIVER;
  link->ready = dd_plan_get_start (plan);
  link->agreed_ready = baseline->start;
  for (guint i = 0; i < n; i++)
    {
      guint other = predecessors[i].activity;
      gint64 finish = dd_plan_get_dates (plan, other)->early_finish;
      gint64 ready = after_lag (calendar, finish, &predecessors[i].lag);
      gint64 agreed_ready = after_lag (calendar, links[other].agreed_finish, &predecessors[i].lag);

      if (link->driver == NO_DRIVER || ready >= link->ready)
        {
          link->driver = other;
          link->ready = ready;
        }
      link->agreed_ready = i == 0 ? agreed_ready : MAX (link->agreed_ready, agreed_ready);
    }
  link->agreed_finish = agreed != NULL ? agreed->finish : link->agreed_ready;
}

static Link *
link_all (DdBaseline *baseline, DdPlan *plan)
{
  DdNetwork *network = dd_plan_get_network (plan);
  guint n = dd_network_get_size (network);
  const guint *order = dd_network_get_order (network);
  Link *links = g_new (Link, n);

  for (guint i = 0; i < n; i++)
    fill_link (links, order[i], baseline, plan);
  return links;
}

/* Walks the driving chain back from the finish. @left is what is still to be explained. */
static void
share_out (DdVariance *self, DdBaseline *baseline, DdPlan *plan)
{
  g_autofree Link *links = link_all (baseline, plan);
  DdCalendar *calendar = dd_plan_get_calendar (plan);
  gint64 left = self->finish_minutes;

  for (guint i = dd_plan_get_finish_activity (plan); i != NO_DRIVER; i = links[i].driver)
    {
      DdVarianceLine *line = g_ptr_array_index (self->lines, i);
      gint64 finish = dd_plan_get_dates (plan, i)->early_finish;
      gint64 slip = dd_calendar_between (calendar, links[i].agreed_finish, finish);
      gint64 brought = dd_calendar_between (calendar, links[i].agreed_ready, links[i].ready);

      self->absorbed_minutes += left - slip;
      line->caused_minutes = slip - brought;
      left = brought;
    }
  g_assert (left == self->start_minutes);
}

DdVariance *
dd_variance_new (DdBaseline *baseline, DdPlan *plan)
{
  DdCalendar *calendar = NULL;
  DdService *service = NULL;
  DdVariance *self = NULL;

  g_return_val_if_fail (baseline != NULL && plan != NULL, NULL);

  calendar = dd_plan_get_calendar (plan);
  service = dd_network_get_service (dd_plan_get_network (plan));
  self = g_new0 (DdVariance, 1);
  self->start_minutes = dd_calendar_between (calendar, baseline->start, dd_plan_get_start (plan));
  self->finish_minutes =
      dd_calendar_between (calendar, baseline->finish, dd_plan_get_finish (plan));
  self->minutes_per_day = dd_calendar_get_minutes_per_day (calendar);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  for (guint i = 0; i < service->activities->len; i++)
    compare_activity (self, baseline, plan, g_ptr_array_index (service->activities, i));
  share_out (self, baseline, plan);
  add_gone (self, baseline, service);
  return self;
}

/* What caused most of the slip, in its direction: its name and how much. */
static const char *
find_cause (const DdVariance *self, gint64 *minutes)
{
  gboolean later = self->finish_minutes > 0;
  const char *name = later ? _ ("a later start") : _ ("an earlier start");

  *minutes = later ? self->start_minutes : -self->start_minutes;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const DdVarianceLine *line = g_ptr_array_index (self->lines, i);
      gint64 caused = later ? line->caused_minutes : -line->caused_minutes;

      if (caused > *minutes)
        {
          *minutes = caused;
          name = line->name;
        }
    }
  return name;
}

/* The half sentence after the semicolon. */
static char *
cause_to_words (const DdVariance *self)
{
  gint64 minutes = 0;
  const char *name = find_cause (self, &minutes);
  gint64 whole = ABS (self->finish_minutes);
  g_autofree char *amount = dd_working_time_to_short_words (minutes, self->minutes_per_day);

  /* Translators: the second %s is an amount of time: "3 days". */
  if (minutes == whole)
    return g_strdup_printf (_ ("all of it from %s (%s)"), name, amount);
  if (minutes > whole)
    return g_strdup_printf (_ ("%s alone would have made it %s"), name, amount);
  if (2 * minutes > whole)
    return g_strdup_printf (_ ("most of it from %s (%s)"), name, amount);
  return g_strdup_printf (_ ("the largest part from %s (%s)"), name, amount);
}

char *
dd_variance_to_words (const DdVariance *self)
{
  g_autofree char *amount = NULL;
  g_autofree char *cause = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->finish_minutes == 0)
    return g_strdup (_ ("The finish is as agreed."));
  amount = dd_working_time_to_words (self->finish_minutes, self->minutes_per_day);
  cause = cause_to_words (self);
  /* Translators: "The finish is 3 working days later than agreed; most of it from …." */
  if (self->finish_minutes > 0)
    return g_strdup_printf (_ ("The finish is %s later than agreed; %s."), amount, cause);
  return g_strdup_printf (_ ("The finish is %s earlier than agreed; %s."), amount, cause);
}

void
dd_variance_free (DdVariance *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->lines);
  g_free (self);
}
