/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A plan is made in one go: what is known of each activity (its calendar, its minutes, its
 * progress) is put into one array, then the passes of dd-plan-passes.c walk over it. Preparing
 * costs as much as a pass.
 *
 * With a start the forward pass comes first, and without a deadline its finish is where the
 * backward pass begins. Without a start the backward pass comes first, from the deadline, and gives
 * the start. Neither needs the other's dates; float needs both.
 */
#include "config.h"

#include "plan/dd-plan-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (dd_plan_error, dd_plan_error)
G_DEFINE_BOXED_TYPE (DdPlan, dd_plan, dd_plan_ref, dd_plan_unref)

static DdActivity *
get_activity (DdPlan *self, guint index)
{
  return g_ptr_array_index (dd_network_get_service (self->network)->activities, index);
}

/* --- What is asked for --- */

static gboolean
check_instant (gint64 instant, const char *message, GError **error)
{
  if (instant == DD_INSTANT_NONE || (instant >= DD_INSTANT_MIN && instant < DD_INSTANT_MAX))
    return TRUE;
  g_set_error_literal (error, DD_PLAN_ERROR, DD_PLAN_ERROR_RANGE, message);
  return FALSE;
}

/* @instant as a person would have given it: midnight is the date that begins there, or, with
 * @ends, the one that ends. */
static char *
name_instant (DdCalendar *calendar, gint64 instant, gboolean ends)
{
  guint32 day = dd_calendar_julian_day (calendar, instant);

  if (dd_calendar_julian_start (calendar, day) != instant)
    return dd_calendar_format_instant (calendar, instant);
  return dd_calendar_format (calendar, ends ? instant - 1 : instant, "%F");
}

static gboolean
check_request (const DdPlanRequest *request, GError **error)
{
  if (!check_instant (request->start, _ ("The start is not within the years 1970 to 2199"), error)
      || !check_instant (request->deadline, _ ("The finish is not within the years 1970 to 2199"),
                         error)
      || !check_instant (request->now, _ ("Now is not within the years 1970 to 2199"), error))
    return FALSE;
  if (request->start != DD_INSTANT_NONE && request->deadline != DD_INSTANT_NONE
      && request->deadline < request->start && request->progress == NULL)
    {
      g_autofree char *start = name_instant (request->vendor, request->start, FALSE);
      g_autofree char *finish = name_instant (request->vendor, request->deadline, TRUE);

      g_set_error (error, DD_PLAN_ERROR, DD_PLAN_ERROR_ORDER,
                   _ ("The finish %s is before the start %s"), finish, start);
      return FALSE;
    }
  return TRUE;
}

/* --- Calendars --- */

static gboolean
ensure_both (DdPlan *self, const DdActivity *activity, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (self->both != NULL)
    return TRUE;
  if (self->customer == self->vendor)
    self->both = dd_calendar_ref (self->vendor);
  else
    self->both = dd_calendar_intersect (self->vendor, self->customer, &reason);
  if (self->both != NULL)
    return TRUE;
  g_set_error (error, DD_PLAN_ERROR, DD_PLAN_ERROR_CALENDAR,
               _ ("“%s” (%s) is done by both parties, but their calendars have no working time in "
                  "common: %s"),
               activity->name, activity->id, reason->message);
  return FALSE;
}

/* Returns: (transfer none): the calendar of the owner of @activity, or NULL with @error */
static DdCalendar *
find_calendar (DdPlan *self, const DdActivity *activity, GError **error)
{
  if (!(activity->owner & DD_OWNER_CUSTOMER))
    return self->vendor;
  if (activity->owner == DD_OWNER_CUSTOMER)
    return self->customer;
  return ensure_both (self, activity, error) ? self->both : NULL;
}

/* --- One activity --- */

static gboolean
check_progress (const DdActivity *activity, const DdProgress *progress, GError **error)
{
  const gint64 instants[] = { progress->actual_start, progress->actual_finish,
                              progress->not_before };

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    if (instants[i] != DD_INSTANT_NONE
        && (instants[i] < DD_INSTANT_MIN || instants[i] >= DD_INSTANT_MAX))
      {
        g_set_error (error, DD_PLAN_ERROR, DD_PLAN_ERROR_RANGE,
                     _ ("“%s” (%s) has a date that is not within the years 1970 to 2199"),
                     activity->name, activity->id);
        return FALSE;
      }
  return TRUE;
}

/* A state that lacks its dates is planned as the one that needs none, and a moment that is over
 * stands where it ended. */
static void
normalize_progress (DdPlanWork *work)
{
  DdProgress *progress = &work->progress;

  if (progress->state == DD_STATE_RUNNING
      && (work->is_moment || progress->actual_start == DD_INSTANT_NONE))
    progress->state = DD_STATE_PLANNED;
  if (progress->state != DD_STATE_DONE)
    return;
  if (progress->actual_finish == DD_INSTANT_NONE)
    progress->actual_finish = progress->actual_start;
  if (progress->actual_finish == DD_INSTANT_NONE)
    progress->state = DD_STATE_SKIPPED;
  else if (work->is_moment)
    progress->actual_start = progress->actual_finish;
}

static gboolean
add_not_before (DdPlanWork *work, const DdActivity *activity, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gint64 instant;

  if (activity->not_before == NULL)
    return TRUE;
  instant = dd_calendar_parse_instant (work->calendar, activity->not_before, FALSE, &reason);
  if (reason != NULL)
    {
      g_set_error (error, DD_PLAN_ERROR, DD_PLAN_ERROR_RANGE, _ ("“%s” (%s), not-before: %s"),
                   activity->name, activity->id, reason->message);
      return FALSE;
    }
  work->progress.not_before = MAX (work->progress.not_before, instant);
  return TRUE;
}

static gint64
find_minutes (DdPlan *self, const DdPlanWork *work, const DdActivity *activity)
{
  DdCalendar *calendar = work->calendar;

  if (work->is_moment)
    return 0;
  if (work->progress.override_minutes >= 0)
    return work->progress.override_minutes;
  return dd_service_activity_minutes (dd_network_get_service (self->network), activity, self->basis,
                                      dd_calendar_get_minutes_per_day (calendar),
                                      dd_calendar_get_days_per_week (calendar));
}

static gboolean
prepare_work (DdPlan *self, guint index, const DdProgress *progress, GError **error)
{
  const DdActivity *activity = get_activity (self, index);
  DdPlanWork *work = &self->work[index];

  work->calendar = find_calendar (self, activity, error);
  if (work->calendar == NULL)
    return FALSE;
  work->is_moment = activity->kind == DD_ACTIVITY_EVENT || activity->kind == DD_ACTIVITY_GATE;
  work->progress = progress != NULL ? *progress : DD_PROGRESS_NONE;
  if (!check_progress (activity, &work->progress, error) || !add_not_before (work, activity, error))
    return FALSE;
  normalize_progress (work);
  work->minutes = find_minutes (self, work, activity);
  self->dates[index].duration_minutes = work->minutes;
  return TRUE;
}

static gboolean
prepare (DdPlan *self, const DdPlanRequest *request, GError **error)
{
  guint size = dd_network_get_size (self->network);

  self->work = g_new0 (DdPlanWork, size);
  self->dates = g_new0 (DdPlanDates, size);
  for (guint i = 0; i < size; i++)
    if (!prepare_work (self, i, request->progress != NULL ? &request->progress[i] : NULL, error))
      return FALSE;
  return TRUE;
}

/* --- Passes --- */

static gboolean
run_forward (DdPlan *self, GError **error)
{
  guint failed = 0;
  const DdActivity *activity;

  if (dd_plan_pass_forward (self, NULL, self->dates, &failed))
    {
      self->finish = dd_plan_find_finish (self, self->dates, &self->finish_activity);
      return TRUE;
    }
  activity = get_activity (self, failed);
  g_set_error (error, DD_PLAN_ERROR, DD_PLAN_ERROR_RANGE,
               _ ("“%s” (%s) would end after the year 2199"), activity->name, activity->id);
  return FALSE;
}

static gboolean
run_backward (DdPlan *self, gint64 target, GError **error)
{
  guint failed = 0;
  const DdActivity *activity;

  if (dd_plan_pass_backward (self, target, &failed))
    return TRUE;
  activity = get_activity (self, failed);
  g_set_error (error, DD_PLAN_ERROR, DD_PLAN_ERROR_RANGE,
               _ ("“%s” (%s) would have to start before the year 1970"), activity->name,
               activity->id);
  return FALSE;
}

static gboolean
run_float (DdPlan *self, GError **error)
{
  guint failed = 0;
  const DdActivity *activity;

  if (dd_plan_pass_float (self, &failed))
    return TRUE;
  activity = get_activity (self, failed);
  g_set_error (error, DD_PLAN_ERROR, DD_PLAN_ERROR_RANGE,
               _ ("“%s” (%s) could end after the year 2199"), activity->name, activity->id);
  return FALSE;
}

/* From the deadline back to the start, and from there forward. */
static gboolean
run_from_deadline (DdPlan *self, GError **error)
{
  if (!run_backward (self, self->deadline, error))
    return FALSE;
  self->start = self->latest_start;
  return run_forward (self, error) && run_float (self, error);
}

/* Forward, and back from the deadline or from where that came to. */
static gboolean
run_from_start (DdPlan *self, GError **error)
{
  gint64 target;

  if (!run_forward (self, error))
    return FALSE;
  target = self->deadline != DD_INSTANT_NONE ? self->deadline : self->finish;
  return run_backward (self, target, error) && run_float (self, error);
}

static gboolean
run_passes (DdPlan *self, GError **error)
{
  return self->start == DD_INSTANT_NONE ? run_from_deadline (self, error)
                                        : run_from_start (self, error);
}

static void
copy_waits (DdPlan *self, const DdWait *waits, guint n_waits)
{
  self->waits = g_memdup2 (waits, sizeof (DdWait) * n_waits);
  self->n_waits = n_waits;
  for (guint i = 0; i < n_waits; i++)
    self->waits[i].reason = g_strdup (waits[i].reason);
}

DdPlan *
dd_plan_new (DdNetwork *network, const DdPlanRequest *request, GError **error)
{
  g_autoptr (DdPlan) self = NULL;

  g_return_val_if_fail (network != NULL && request != NULL && request->vendor != NULL, NULL);
  g_return_val_if_fail (request->start != DD_INSTANT_NONE || request->deadline != DD_INSTANT_NONE,
                        NULL);

  if (!check_request (request, error))
    return NULL;
  self = g_new0 (DdPlan, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->network = dd_network_ref (network);
  self->vendor = dd_calendar_ref (request->vendor);
  self->customer =
      dd_calendar_ref (request->customer != NULL ? request->customer : request->vendor);
  self->both = request->both != NULL ? dd_calendar_ref (request->both) : NULL;
  self->basis = request->basis;
  self->start = request->start;
  self->deadline = request->deadline;
  self->now = request->now;
  copy_waits (self, request->waits, request->n_waits);
  self->pauses =
      dd_pauses_new (request->waits, request->n_waits, dd_network_get_size (network), request->now);
  if (!prepare (self, request, error) || !run_passes (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

DdPlan *
dd_plan_ref (DdPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dd_plan_unref (DdPlan *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_waits; i++)
    g_free ((char *) self->waits[i].reason);
  g_free (self->waits);
  g_clear_pointer (&self->pauses, dd_pauses_free);
  g_clear_pointer (&self->both, dd_calendar_unref);
  dd_calendar_unref (self->customer);
  dd_calendar_unref (self->vendor);
  dd_network_unref (self->network);
  g_free (self->work);
  g_free (self->dates);
  g_free (self);
}

DdNetwork *
dd_plan_get_network (DdPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->network;
}

DdCalendar *
dd_plan_get_calendar (DdPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->vendor;
}

DdCalendar *
dd_plan_get_activity_calendar (DdPlan *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < dd_network_get_size (self->network), NULL);

  return self->work[index].calendar;
}

const DdPlanDates *
dd_plan_get_dates (DdPlan *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < dd_network_get_size (self->network), NULL);

  return &self->dates[index];
}

gint64
dd_plan_get_start (DdPlan *self)
{
  g_return_val_if_fail (self != NULL, DD_INSTANT_NONE);

  gint64 start = DD_INSTANT_MAX;
  for (guint i = 0; i < dd_network_get_size (self->network); i++)
    start = MIN (start, self->dates[i].early_start);
  return start;
}

gint64
dd_plan_get_finish (DdPlan *self)
{
  g_return_val_if_fail (self != NULL, DD_INSTANT_NONE);

  return self->finish;
}

guint
dd_plan_get_finish_activity (DdPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->finish_activity;
}

gint64
dd_plan_get_latest_start (DdPlan *self)
{
  g_return_val_if_fail (self != NULL, DD_INSTANT_NONE);

  return self->latest_start;
}

gint64
dd_plan_try (DdPlan *self, const gint64 *minutes, DdPlanDates *scratch)
{
  guint activity;

  g_return_val_if_fail (self != NULL && minutes != NULL && scratch != NULL, DD_INSTANT_NONE);

  if (!dd_plan_pass_forward (self, minutes, scratch, &activity))
    return DD_INSTANT_MAX;
  return dd_plan_find_finish (self, scratch, &activity);
}
