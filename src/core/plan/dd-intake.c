/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The verdict on a request while it is typed: figures, verdict, and the smallest change that helps.
 * What is to be said at single fields is in dd-intake-findings.c, the sentences in
 * dd-intake-words.c.
 *
 * Every figure is that of a plan, so the verdict cannot disagree with the case that follows. At
 * most ten plans of one service are made, each linear in its activities. There must be no state and
 * no arithmetic with dates of its own here: the same fields give the same verdict.
 */
#include "config.h"

#include "plan/dd-intake-private.h"

/* What all plans of one verdict share. */
typedef struct
{
  DdNetwork *network;   /* (unowned) */
  DdCalendar *vendor;   /* (unowned) */
  DdCalendar *customer; /* (unowned) (nullable) */
  DdCalendar *both;     /* (unowned) (nullable): what the two work, made once for all plans */
  GError *error;        /* (owned) (nullable): why no plan is possible, whatever its dates */
} Frame;

/* What would do, and what it is to be compared with. */
typedef struct
{
  gint64 start;        /* the start that is asked for */
  gint64 latest_start; /* the latest that would do, or DD_INSTANT_NONE */
  gint64 finish;       /* the earliest deadline that would do, DD_INSTANT_MAX if there is none */
} Goal;

/* --- Figures --- */

/* A plan from @start, or back from @deadline when that is DD_INSTANT_NONE.
 * Returns: (transfer full) (nullable): the plan, NULL when there is none with these dates */
static DdPlan *
make_plan (Frame *frame, DdBasis basis, gint64 start, gint64 deadline)
{
  g_autoptr (GError) error = NULL;
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  DdPlan *plan = NULL;

  request.vendor = frame->vendor;
  request.customer = frame->customer;
  request.both = frame->both;
  request.basis = basis;
  request.start = start;
  request.deadline = deadline;
  plan = dd_plan_new (frame->network, &request, &error);
  if (plan == NULL && frame->error == NULL
      && !g_error_matches (error, DD_PLAN_ERROR, DD_PLAN_ERROR_RANGE))
    frame->error = g_steal_pointer (&error);
  return plan;
}

static gint64
find_finish (Frame *frame, DdBasis basis, gint64 start)
{
  g_autoptr (DdPlan) plan = NULL;

  if (start == DD_INSTANT_NONE)
    return DD_INSTANT_NONE;
  plan = make_plan (frame, basis, start, DD_INSTANT_NONE);
  return plan != NULL ? dd_plan_get_finish (plan) : DD_INSTANT_MAX;
}

static gint64
find_latest_start (Frame *frame, DdBasis basis, gint64 deadline)
{
  g_autoptr (DdPlan) plan = NULL;

  if (deadline == DD_INSTANT_NONE)
    return DD_INSTANT_NONE;
  plan = make_plan (frame, basis, DD_INSTANT_NONE, deadline);
  return plan != NULL ? dd_plan_get_latest_start (plan) : DD_INSTANT_NONE;
}

static void
fill_figures (DdIntake *self, Frame *frame, const DdIntakeRequest *request)
{
  /* DD_INSTANT_NONE is smaller than every instant. */
  self->earliest_start = MAX (request->earliest_start, request->now);
  self->ideal_start = MAX (request->ideal_start, self->earliest_start);
  if (self->earliest_start == DD_INSTANT_NONE)
    self->earliest_start = self->ideal_start;
  self->deadline = request->deadline;

  for (DdBasis basis = 0; basis < DD_N_BASES; basis++)
    {
      self->earliest_finish[basis] = find_finish (frame, basis, self->earliest_start);
      self->ideal_finish[basis] = self->ideal_start == self->earliest_start
                                      ? self->earliest_finish[basis]
                                      : find_finish (frame, basis, self->ideal_start);
      self->latest_start[basis] = find_latest_start (frame, basis, self->deadline);
    }
}

/* --- Verdict --- */

static DdVerdict
judge (const DdIntake *self)
{
  gint64 spare = 0;

  if (self->deadline == DD_INSTANT_NONE || self->earliest_start == DD_INSTANT_NONE)
    return DD_VERDICT_UNKNOWN;
  if (self->earliest_finish[DD_BASIS_TYPICAL] > self->deadline)
    return DD_VERDICT_INFEASIBLE;
  if (self->ideal_finish[DD_BASIS_CAUTIOUS] > self->deadline)
    return DD_VERDICT_TIGHT;
  spare =
      dd_calendar_between (self->calendar, self->ideal_finish[DD_BASIS_TYPICAL], self->deadline);
  return spare < dd_calendar_get_minutes_per_day (self->calendar) ? DD_VERDICT_TIGHT
                                                                  : DD_VERDICT_FEASIBLE;
}

/* --- The smallest change --- */

static const DdIntakeChange no_change = { DD_INTAKE_CHANGE_NONE, 0, DD_INSTANT_NONE };

/* Infeasible: the typical plan is to meet the deadline from the earliest start. */
static Goal
goal_of_infeasible (const DdIntake *self)
{
  return (Goal){
    self->earliest_start,
    self->latest_start[DD_BASIS_TYPICAL],
    self->earliest_finish[DD_BASIS_TYPICAL],
  };
}

/* Tight: from the ideal start the cautious plan is to meet the deadline, and the typical one to
 * leave a working day. */
static Goal
goal_of_tight (const DdIntake *self, Frame *frame)
{
  gint64 spare = dd_calendar_get_minutes_per_day (self->calendar);
  gint64 day_before = dd_calendar_subtract (self->calendar, self->deadline, spare);
  gint64 day_after = dd_calendar_add (self->calendar, self->ideal_finish[DD_BASIS_TYPICAL], spare);

  return (Goal){
    self->ideal_start,
    MIN (self->latest_start[DD_BASIS_CAUTIOUS],
         find_latest_start (frame, DD_BASIS_TYPICAL, day_before)),
    MAX (self->ideal_finish[DD_BASIS_CAUTIOUS], day_after),
  };
}

gint64
dd_intake_count_days (DdCalendar *calendar, gint64 from, gint64 to)
{
  int minutes_per_day = dd_calendar_get_minutes_per_day (calendar);
  gint64 minutes = dd_calendar_between (calendar, from, to);

  return MAX (1, (minutes + minutes_per_day - 1) / minutes_per_day);
}

/* The start of the day on which the latest start lies. Nothing can start before now any more. */
static DdIntakeChange
start_earlier (DdCalendar *calendar, const Goal *goal, gint64 now)
{
  guint32 day = 0;
  gint64 start = 0;

  if (goal->latest_start == DD_INSTANT_NONE || goal->latest_start < now
      || goal->latest_start >= goal->start)
    return no_change;
  day = dd_calendar_julian_day (calendar, goal->latest_start);
  start = dd_calendar_julian_start (calendar, day);
  return (DdIntakeChange){ DD_INTAKE_CHANGE_START,
                           dd_intake_count_days (calendar, start, goal->start), start };
}

/* The end of the day on which the finish lies. */
static DdIntakeChange
move_deadline (DdCalendar *calendar, const Goal *goal, gint64 deadline)
{
  guint32 day = 0;
  gint64 end = 0;

  if (goal->finish >= DD_INSTANT_MAX)
    return no_change;
  day = dd_calendar_julian_day (calendar, goal->finish - 1);
  end = dd_calendar_julian_start (calendar, day + 1);
  return (DdIntakeChange){ DD_INTAKE_CHANGE_DEADLINE,
                           dd_intake_count_days (calendar, deadline, end), end };
}

/* The shorter way to the goal; of two as short the earlier start, because the deadline has its
 * reason. */
static DdIntakeChange
find_way (DdCalendar *calendar, const Goal *goal, gint64 deadline, gint64 now)
{
  DdIntakeChange start = start_earlier (calendar, goal, now);
  DdIntakeChange later = move_deadline (calendar, goal, deadline);

  if (start.kind == DD_INTAKE_CHANGE_NONE)
    return later;
  if (later.kind == DD_INTAKE_CHANGE_NONE)
    return start;
  return later.days < start.days ? later : start;
}

static DdIntakeChange
find_change (const DdIntake *self, Frame *frame, DdService *service, const DdIntakeRequest *request)
{
  DdIntakeChange change = no_change;
  Goal goal;

  switch (self->verdict)
    {
    case DD_VERDICT_UNKNOWN:
      return change;
    case DD_VERDICT_FEASIBLE:
      if (!request->access && dd_intake_find_access_gate (service) != NULL)
        change.kind = DD_INTAKE_CHANGE_ACCESS;
      return change;
    case DD_VERDICT_INFEASIBLE:
      goal = goal_of_infeasible (self);
      break;
    case DD_VERDICT_TIGHT:
      goal = goal_of_tight (self, frame);
      break;
    }
  return find_way (self->calendar, &goal, self->deadline, request->now);
}

static void
finding_free (gpointer data)
{
  DdIntakeFinding *finding = data;

  g_free (finding->gate);
  g_free (finding->message);
  g_free (finding);
}

DdIntake *
dd_intake_new (DdNetwork *network,
               DdCalendar *vendor,
               DdCalendar *customer,
               const DdIntakeRequest *request,
               GError **error)
{
  g_autoptr (DdIntake) self = NULL;
  g_autoptr (DdCalendar) both = NULL;
  Frame frame = { network, vendor, customer, NULL, NULL };
  DdService *service = NULL;

  g_return_val_if_fail (network != NULL && vendor != NULL && request != NULL, NULL);

  /* Without time in common the first plan that needs some says so, and what for. */
  if (customer != NULL && customer != vendor)
    frame.both = both = dd_calendar_intersect (vendor, customer, NULL);
  service = dd_network_get_service (network);
  self = g_new0 (DdIntake, 1);
  self->calendar = dd_calendar_ref (vendor);
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  fill_figures (self, &frame, request);
  self->verdict = judge (self);
  self->change = find_change (self, &frame, service, request);
  if (frame.error != NULL)
    {
      g_propagate_error (error, frame.error);
      return NULL;
    }
  dd_intake_find (self, service, request);
  return g_steal_pointer (&self);
}

const char *
dd_verdict_to_text (DdVerdict verdict)
{
  switch (verdict)
    {
    case DD_VERDICT_UNKNOWN:
      return "unknown";
    case DD_VERDICT_INFEASIBLE:
      return "infeasible";
    case DD_VERDICT_TIGHT:
      return "tight";
    case DD_VERDICT_FEASIBLE:
      return "feasible";
    }
  g_assert_not_reached ();
}

void
dd_intake_free (DdIntake *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->findings);
  dd_calendar_unref (self->calendar);
  g_free (self);
}
