/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The course of a sample case: when each thing happens.
 *
 * It is laid out in working minutes from the case's start, with slips, a wait and delays drawn by
 * chance; then the start is put so that today falls where the profile wants it. All in the vendor's
 * working time. Must not happen: an event after today, or one before what it follows.
 */

#include "config.h"

#include "dd-sample-course.h"

#include "dd-sample-delivery.h"
#include "dd-sample-answers.h"
#include "dd-sample-papers.h"
#include "dd-sample-random.h"
#include "dd-sample-steps.h"

#define DAY             480 /* working minutes, as the profiles count */
#define SECONDS_PER_DAY 86400

#define UPGRADE "upgrade-environment"
#define SET_UP  "set-up-project"
#define RETEST  "fix-and-retest"

/* What is written down at a point of an activity. */
typedef struct
{
  const char *activity;
  int percent;  /* of it that is over */
  guint chance; /* percent of the cases */
  DdSampleTell tell;
  gboolean kept; /* of earlier years too; the rest went to an archive when they closed */
} Paper;

static const Paper papers[] = {
  { "acknowledge-request", 100, 35, dd_sample_steps_agree, TRUE },
  { "set-up-project", 0, 100, dd_sample_papers_meet_information },
  { "set-up-project", 60, 70, dd_sample_papers_link_documents },
  { "set-up-project", 100, 90, dd_sample_answers_take, TRUE },
  { "prepare-environment", 0, 100, dd_sample_papers_list_environments, TRUE },
  { "prepare-environment", 50, 50, dd_sample_papers_remind },
  { "upgrade-gate", 100, 100, dd_sample_papers_meet_inputs },
  { UPGRADE, 40, 100, dd_sample_delivery_log },
  { UPGRADE, 95, 100, dd_sample_delivery_log },
  { "test", 100, 100, dd_sample_delivery_test },
  { "fix-and-retest", 100, 100, dd_sample_delivery_retest },
  { "create-playbook", 100, 100, dd_sample_delivery_write_playbook },
  { "deliver-playbook", 100, 100, dd_sample_delivery_request_changes },
  { "review-playbook", 100, 100, dd_sample_delivery_finish_playbook },
  { "support", 25, 55, dd_sample_papers_call, TRUE },
  { "support", 70, 25, dd_sample_papers_call, TRUE },
};

/* When an activity happens, in working minutes from the start of the case. */
typedef struct
{
  gint64 ready; /* what it follows is over */
  gint64 start;
  gint64 finish;
  gboolean skipped;
} Span;

/* A course on its way. */
typedef struct
{
  DdSampleCase *self;
  GRand *rand;
  const DdSampleWait *wait; /* (nullable) */
  gint64 wait_start;
  Span *spans;      /* (array): of each activity */
  gint64 end;       /* of the case, when it was cancelled; else G_MAXINT64 */
  gboolean present; /* it is of no earlier year */
  GArray *events;
  guint order;
} Course;

static const DdActivity *
get_activity (const Course *course, guint index)
{
  return g_ptr_array_index (course->self->service->service->activities, index);
}

static const Span *
find_span (const Course *course, const char *activity)
{
  const DdActivity *found = dd_service_find_activity (course->self->service->service, activity);

  return &course->spans[found->index];
}

/* --- Laying out --- */

static gint64
get_ready (const Course *course, guint index)
{
  gint64 ready = 0;
  guint n;
  const DdDependency *before =
      dd_network_get_predecessors (course->self->service->network, index, &n);

  for (guint i = 0; i < n; i++)
    ready = MAX (ready, course->spans[before[i].activity].finish);
  return ready;
}

static gint64
draw_delay (Course *course, const DdActivity *activity)
{
  if (g_str_equal (activity->id, "respond-to-request"))
    return dd_sample_random_minutes (course->rand, 30, 150);
  if (g_str_equal (activity->id, SET_UP) && course->self->profile->lead > 0)
    return course->self->profile->lead * DAY;
  if (activity->kind == DD_ACTIVITY_TASK && dd_sample_random_chance (course->rand, 20))
    return dd_sample_random_minutes (course->rand, 15, 120);
  return 0;
}

/* How long it takes, waits aside. */
static gint64
draw_length (Course *course, const DdActivity *activity)
{
  const DdSampleCase *self = course->self;
  gint64 documented = self->service->minutes[activity->index];
  gint64 pace = self->profile->pace;

  if (activity->kind == DD_ACTIVITY_WINDOW)
    return documented;
  if (activity->kind == DD_ACTIVITY_GATE)
    return dd_sample_random_minutes (course->rand, 0, DAY / 2);
  if (documented == 0)
    return 0;
  if (self->override_minutes >= 0 && g_str_equal (activity->id, UPGRADE))
    documented = self->override_minutes;
  return MAX (15, documented * dd_sample_random_minutes (course->rand, 75, 135) * pace / 10000);
}

/* Where that is under way now, there is something to mend. */
static gboolean
draw_retest (Course *course)
{
  return g_strcmp0 (course->self->profile->activity, RETEST) == 0
         || dd_sample_random_chance (course->rand, 88);
}

static void
lay_activity (Course *course, guint index)
{
  const DdActivity *activity = get_activity (course, index);
  Span *span = &course->spans[index];
  gint64 length = draw_length (course, activity);

  span->ready = get_ready (course, index);
  span->start = span->ready + draw_delay (course, activity);
  span->skipped = g_str_equal (activity->id, RETEST) && !course->self->retested;
  span->finish = span->start + (span->skipped ? 0 : length);
  if (course->wait == NULL || !g_str_equal (course->wait->activity, activity->id))
    return;
  course->wait_start = span->start + length / 4;
  span->finish += course->wait->minutes;
}

static const DdSampleWait *
draw_wait (Course *course)
{
  const DdSampleProfile *profile = course->self->profile;
  guint drawn = (guint) g_rand_int_range (course->rand, 0, (gint32) dd_sample_n_waits);

  if (profile->wait != NULL)
    return profile->wait;
  return dd_sample_random_chance (course->rand, 35) ? &dd_sample_waits[drawn] : NULL;
}

static void
draw_override (Course *course)
{
  DdSampleCase *self = course->self;
  const DdActivity *upgrade = dd_service_find_activity (self->service->service, UPGRADE);
  gint64 documented = self->service->minutes[upgrade->index];

  self->override_minutes = -1;
  if (dd_sample_random_chance (course->rand, 18))
    self->override_minutes = documented * g_rand_int_range (course->rand, 2, 5);
}

static void
lay (Course *course)
{
  DdNetwork *network = course->self->service->network;
  const guint *order = dd_network_get_order (network);

  draw_override (course);
  course->wait = draw_wait (course);
  course->self->retested = draw_retest (course);
  for (guint i = 0; i < dd_network_get_size (network); i++)
    lay_activity (course, order[i]);
}

/* --- The start --- */

/* Returns: the point of the course at which the profile stands */
static gint64
find_point (const Course *course)
{
  const DdSampleProfile *profile = course->self->profile;
  const Span *span;

  if (profile->wait != NULL)
    return course->wait_start + profile->wait->minutes / 2;
  span = find_span (course, profile->activity);
  if (profile->percent < 0)
    return span->ready + (span->start - span->ready) * -profile->percent / 100;
  return span->start + (span->finish - span->start) * profile->percent / 100;
}

static gint64
find_start (Course *course, gint64 start)
{
  const DdSampleCase *self = course->self;
  DdCalendar *calendar = self->world->calendar;
  gint64 now = self->world->now;
  gint64 days = g_rand_int_range (course->rand, 45, 320);

  if (start == DD_INSTANT_NONE && self->profile->activity == NULL)
    start = now - days * SECONDS_PER_DAY + days * 120;
  if (start != DD_INSTANT_NONE)
    return dd_calendar_next_working (calendar, start);
  start = find_point (course);
  if (self->profile->cancelled)
    {
      course->end = start;
      start += dd_sample_random_minutes (course->rand, 5 * DAY, 60 * DAY);
    }
  return dd_calendar_subtract (calendar, now, start);
}

/* --- Events --- */

static gint64
get_instant (const Course *course, gint64 minutes, gboolean begins)
{
  DdCalendar *calendar = course->self->world->calendar;
  gint64 at = dd_calendar_add (calendar, course->self->start, minutes);

  return begins ? dd_calendar_next_working (calendar, at) : at;
}

static void
add (Course *course, gint64 minutes, gboolean begins, DdSampleTell tell, const char *activity)
{
  gint64 at = get_instant (course, minutes, begins);
  const DdSampleEvent event = { at, course->self, course->order++, tell, activity, course->wait };

  if (at >= course->self->world->now || minutes > course->end)
    return;
  g_array_append_val (course->events, event);
  course->self->events_left++;
}

static void
add_wait (Course *course, const DdActivity *activity)
{
  if (course->wait == NULL || !g_str_equal (course->wait->activity, activity->id))
    return;
  add (course, course->wait_start, TRUE, dd_sample_steps_wait, activity->id);
  add (course, course->wait_start + course->wait->minutes, TRUE, dd_sample_steps_resume,
       activity->id);
}

static void
add_papers (Course *course, const DdActivity *activity, const Span *span)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      const Paper *paper = &papers[i];
      gint64 at = span->start + (span->finish - span->start) * paper->percent / 100;

      if (g_str_equal (paper->activity, activity->id) && (paper->kept || course->present)
          && dd_sample_random_chance (course->rand, paper->chance))
        add (course, at, paper->percent == 0, paper->tell, activity->id);
    }
}

static void
add_activity (Course *course, const DdActivity *activity)
{
  const Span *span = &course->spans[activity->index];
  gboolean lasts = activity->kind == DD_ACTIVITY_TASK || activity->kind == DD_ACTIVITY_WINDOW;

  if (span->skipped)
    {
      add (course, span->start, TRUE, dd_sample_steps_skip, activity->id);
      return;
    }
  if (lasts)
    add (course, span->start, TRUE, dd_sample_steps_start, activity->id);
  add_wait (course, activity);
  add (course, span->finish, FALSE, dd_sample_steps_finish, activity->id);
  add_papers (course, activity, span);
}

/* The request is there before anybody deals with it; what the customer did is recorded then. */
static void
add_beginning (Course *course)
{
  gint64 dealt = find_span (course, "respond-to-request")->start;

  add (course, 0, FALSE, dd_sample_steps_open, NULL);
  add (course, dealt, TRUE, dd_sample_steps_assign, NULL);
  add (course, dealt, TRUE, dd_sample_steps_finish, get_activity (course, 0)->id);
  if (course->self->override_minutes >= 0)
    add (course, find_span (course, SET_UP)->finish, FALSE, dd_sample_steps_override, UPGRADE);
}

static void
add_end (Course *course)
{
  gint64 end =
      find_span (course, "support")->finish + dd_sample_random_minutes (course->rand, 60, 2 * DAY);

  if (course->end < G_MAXINT64)
    add (course, course->end, FALSE, dd_sample_steps_cancel, NULL);
  if (course->self->profile->activity != NULL)
    return;
  add (course, end, FALSE, dd_sample_papers_roll_out, NULL);
  add (course, end, FALSE, dd_sample_steps_close, NULL);
}

static void
add_events (Course *course)
{
  DdNetwork *network = course->self->service->network;
  const guint *order = dd_network_get_order (network);

  add_beginning (course);
  for (guint i = 1; i < dd_network_get_size (network); i++)
    add_activity (course, get_activity (course, order[i]));
  add_end (course);
}

void
dd_sample_course_lay (DdSampleCase *self, gint64 start, GArray *events)
{
  guint n = dd_network_get_size (self->service->network);
  g_autofree Span *spans = g_new0 (Span, n);
  g_autoptr (GRand) rand = dd_sample_random_new (self->world->seed, self->number * 2);
  Course course = { .self = self,
                    .rand = rand,
                    .spans = spans,
                    .end = G_MAXINT64,
                    .present = start == DD_INSTANT_NONE,
                    .events = events };

  lay (&course);
  self->start = find_start (&course, start);
  self->not_before = DD_INSTANT_NONE;
  if (self->profile->lead > 0)
    self->not_before = get_instant (&course, find_span (&course, SET_UP)->start, TRUE);
  add_events (&course);
}
