/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "random-case.h"

#define MINUTE      G_GINT64_CONSTANT (60)
#define DAY         (1440 * MINUTE)
#define WINDOW_DAYS 80

static gboolean
chance (GRand *rand, int in)
{
  return g_rand_int_range (rand, 0, in) == 0;
}

/* --- Calendars --- */

static DdCalendar *
add_calendar (RandomCalendars *calendars, GRand *rand, gint64 start, NaiveWindow **window)
{
  g_autofree char *text = naive_calendar_random_text (rand, 719163 + (guint32) (start / DAY) + 30);
  g_autofree char *before = g_steal_pointer (&calendars->text);
  g_autoptr (NaiveCalendar) naive = naive_calendar_new (text);
  g_autoptr (GError) error = NULL;
  DdCalendar *calendar = dd_calendar_parse (text, -1, "random", &error);

  g_assert_no_error (error);
  *window = naive_window_new (naive, start, WINDOW_DAYS * 1440);
  calendars->text = g_strconcat (before != NULL ? before : "", text, NULL);
  return calendar;
}

void
random_calendars_init (RandomCalendars *self, GRand *rand)
{
  /* Spring and autumn, when clocks change, and the turn of the year. */
  const int months[] = { 2, 3, 9, 10, 11, 12 };
  g_autoptr (GDateTime) date = g_date_time_new_utc (g_rand_int_range (rand, 1971, 2199),
                                                    months[g_rand_int_range (rand, 0, 6)],
                                                    g_rand_int_range (rand, 1, 29), 0, 0, 0);
  gint64 start = g_date_time_to_unix (date);
  g_autoptr (DdCalendar) both = NULL;
  NaiveWindow *common;

  *self = (RandomCalendars){ 0 };
  self->vendor = add_calendar (self, rand, start, &self->time[0]);
  self->customer = add_calendar (self, rand, start, &self->time[1]);
  both = dd_calendar_intersect (self->vendor, self->customer, NULL);
  self->common = both != NULL;
  common = g_memdup2 (self->time[0], sizeof (NaiveWindow));
  common->minutes = g_memdup2 (common->minutes, WINDOW_DAYS * 1440);
  naive_window_intersect (common, self->time[1]);
  self->time[2] = common;
}

void
random_calendars_clear (RandomCalendars *self)
{
  dd_calendar_unref (self->vendor);
  dd_calendar_unref (self->customer);
  g_free (self->text);
  for (guint i = 0; i < G_N_ELEMENTS (self->time); i++)
    naive_window_free (self->time[i]);
}

/* --- Services --- */

static const char *
random_duration (GRand *rand)
{
  static const char *const durations[] = { "0",  "1h", "2h",     "3h",     "5h",   "8h",  "13h",
                                           "1d", "1d", "1h..5h", "1d..2d", "..1d", "..7h" };

  return durations[g_rand_int_range (rand, 0, G_N_ELEMENTS (durations))];
}

static const char *
random_owner (RandomCase *self)
{
  static const char *const owners[] = {
    "consultant",          "manager",         "customer", "consultant manager",
    "customer consultant", "customer manager"
  };

  return owners[g_rand_int_range (self->rand, 0, self->calendars->common ? 6 : 4)];
}

static const char *
random_kind (GRand *rand, gboolean alone)
{
  static const char *const kinds[] = { "task",  "task",  "task", "task", "task",
                                       "event", "event", "gate", "gate", "window" };

  return kinds[g_rand_int_range (rand, 0, alone ? 10 : 9)];
}

/* What "after" names: activities before this one or, in a document written backwards, behind it. */
static void
write_after (RandomCase *self, guint index, guint size, gboolean backwards)
{
  guint from = backwards ? index + 1 : 0, to = backwards ? size : index;

  g_string_append (self->cells, " after='");
  for (int i = g_rand_int_range (self->rand, 0, 4); from < to && i > 0; i--)
    {
      g_string_append_printf (self->cells, " x%d", g_rand_int_range (self->rand, from, to));
      if (chance (self->rand, 3))
        g_string_append_printf (self->cells, "+%dh", g_rand_int_range (self->rand, 1, 12));
      else if (chance (self->rand, 8))
        g_string_append (self->cells, "+1d");
    }
  g_string_append (self->cells, "'");
}

static void
write_activity (RandomCase *self, guint index, guint size, gboolean backwards, const char *kind)
{
  g_string_append_printf (self->cells, "<activity id='x%u' owner='%s' kind='%s'", index,
                          random_owner (self), kind);
  if (backwards || chance (self->rand, 2))
    write_after (self, index, size, backwards);
  if (chance (self->rand, 10))
    {
      g_autofree char *date = dd_calendar_format (self->calendars->vendor,
                                                  self->calendars->time[0]->start
                                                      + DAY * g_rand_int_range (self->rand, 25, 45),
                                                  "%Y-%m-%d");
      g_string_append_printf (self->cells, " not-before='%s'", date);
    }
  g_string_append (self->cells, "/>");
}

/* A cell of @width activities from @index on; without one that takes time it has no duration. */
static void
write_cell (RandomCase *self, guint index, guint width, guint size, gboolean backwards)
{
  const char *kinds[3];
  gboolean takes_time = FALSE;

  for (guint i = 0; i < width; i++)
    {
      kinds[i] = random_kind (self->rand, width == 1);
      takes_time |= g_str_equal (kinds[i], "task") || g_str_equal (kinds[i], "window");
    }
  g_string_append_printf (self->cells, "<cell duration='%s'%s>",
                          takes_time ? random_duration (self->rand) : "0",
                          chance (self->rand, 2) ? " order='parallel'" : "");
  for (guint i = 0; i < width; i++)
    write_activity (self, index + i, size, backwards, kinds[i]);
  g_string_append (self->cells, "</cell>");
}

static void
write_service (RandomCase *self)
{
  gboolean backwards = chance (self->rand, 4);
  guint size = g_rand_int_range (self->rand, 1, 13), width;

  for (guint index = 0; index < size; index += width)
    {
      width = chance (self->rand, 3) ? g_rand_int_range (self->rand, 2, 4) : 1;
      width = MIN (width, size - index);
      write_cell (self, index, width, size, backwards);
    }
  self->network = fixture_network (self->cells->str);
}

/* --- What is known of the case --- */

/* A whole minute up to @days after @from. */
static gint64
random_instant (GRand *rand, gint64 from, int days)
{
  return from + MINUTE * g_rand_int_range (rand, 0, days * 1440);
}

static void
set_dates (RandomCase *self)
{
  GRand *rand = self->rand;
  gint64 base = self->calendars->time[0]->start + 28 * DAY;
  int mode = g_rand_int_range (rand, 0, 5);

  self->request.vendor = self->calendars->vendor;
  self->request.customer = self->calendars->customer;
  self->request.basis = g_rand_int_range (rand, 0, DD_N_BASES);
  if (mode > 0)
    self->request.start = chance (rand, 3) ? base : random_instant (rand, base, 4);
  if (mode == 0)
    self->request.deadline = random_instant (rand, base + 12 * DAY, 12);
  else if (mode < 3)
    self->request.deadline = random_instant (rand, base + 4 * DAY, 20);
}

static DdProgress
random_progress (GRand *rand, gint64 base, gint64 now)
{
  DdProgress progress = DD_PROGRESS_NONE;

  if (chance (rand, 6))
    progress.override_minutes = g_rand_int_range (rand, 0, 900);
  if (chance (rand, 8))
    progress.not_before = random_instant (rand, base, 8);
  if (now == DD_INSTANT_NONE || chance (rand, 2))
    return progress;
  progress.state = g_rand_int_range (rand, DD_STATE_RUNNING, DD_STATE_SKIPPED + 1);
  if (progress.state == DD_STATE_SKIPPED)
    return progress;
  progress.actual_start = random_instant (rand, now - 4 * DAY, 4);
  if (progress.state == DD_STATE_DONE)
    progress.actual_finish =
        random_instant (rand, progress.actual_start, 1 + (now - progress.actual_start) / DAY);
  else if (chance (rand, 3))
    progress.remaining_minutes = g_rand_int_range (rand, 0, 600);
  return progress;
}

static void
set_progress (RandomCase *self)
{
  gint64 base = self->calendars->time[0]->start + 28 * DAY;
  guint size = dd_network_get_size (self->network);

  if (chance (self->rand, 3))
    return;
  if (!chance (self->rand, 4))
    self->request.now = random_instant (self->rand, base - DAY, 6);
  self->progress = g_new (DdProgress, size);
  for (guint i = 0; i < size; i++)
    self->progress[i] = random_progress (self->rand, base, self->request.now);
  self->request.progress = self->progress;
}

static void
set_waits (RandomCase *self)
{
  gint64 base = self->calendars->time[0]->start + 28 * DAY;
  guint size = dd_network_get_size (self->network);

  if (chance (self->rand, 2))
    return;
  for (int i = g_rand_int_range (self->rand, 1, 5); i > 0; i--)
    {
      DdWait wait = { .activity = chance (self->rand, 3) ? DD_WHOLE_CASE
                                                         : g_rand_int_range (self->rand, 0, size) };
      wait.span.start = random_instant (self->rand, base - 2 * DAY, 9);
      wait.span.finish =
          chance (self->rand, 4) ? DD_INSTANT_MAX : random_instant (self->rand, wait.span.start, 4);
      g_array_append_val (self->waits, wait);
    }
  self->request.waits = (const DdWait *) (gpointer) self->waits->data;
  self->request.n_waits = self->waits->len;
}

/* --- The model of it --- */

static void
add_link (NaiveActivity *to, guint from, gint64 lag)
{
  NaiveLink link = { from, lag };

  g_array_append_val (to->links, link);
}

/* What the document means when nothing is written. */
static void
link_default (NaiveActivity *to, const DdActivity *activity, GPtrArray *activities)
{
  const DdActivity *head =
      activity->cell->parallel ? g_ptr_array_index (activity->cell->activities, 0) : activity;
  const DdActivity *before;

  if (head->index == 0)
    return;
  before = g_ptr_array_index (activities, head->index - 1);
  for (guint i = 0; i < before->cell->activities->len; i++)
    {
      const DdActivity *other = g_ptr_array_index (before->cell->activities, i);
      if (other == before || (before->cell->parallel && other->index < head->index))
        add_link (to, other->index, 0);
    }
}

static void
link_written (NaiveActivity *to,
              const DdActivity *activity,
              DdService *service,
              DdCalendar *calendar)
{
  for (guint i = 0; i < activity->after->len; i++)
    {
      const DdPredecessor *after = &g_array_index (activity->after, DdPredecessor, i);
      gint64 lag = dd_span_minutes (after->lag.upper, dd_calendar_get_minutes_per_day (calendar),
                                    dd_calendar_get_days_per_week (calendar));
      add_link (to, dd_service_find_activity (service, after->id)->index, lag);
    }
}

static void
set_known (NaiveActivity *activity, const DdProgress *known)
{
  activity->progress = *known;
  if (activity->is_moment && known->state == DD_STATE_RUNNING)
    activity->progress.state = DD_STATE_PLANNED;
  if (activity->is_moment && known->state == DD_STATE_DONE)
    activity->progress.actual_start = known->actual_finish;
  if (!activity->is_moment && known->override_minutes >= 0)
    activity->minutes = known->override_minutes;
}

static void
model_activity (RandomCase *self, const DdActivity *activity)
{
  DdService *service = dd_network_get_service (self->network);
  guint whose = activity->owner == DD_OWNER_CUSTOMER  ? 1
                : activity->owner & DD_OWNER_CUSTOMER ? 2
                                                      : 0;
  DdCalendar *calendar = whose == 1 ? self->calendars->customer : self->calendars->vendor;
  gint64 minutes = dd_service_activity_minutes (service, activity, self->request.basis,
                                                dd_calendar_get_minutes_per_day (calendar),
                                                dd_calendar_get_days_per_week (calendar));
  NaiveActivity *model =
      naive_plan_add (self->naive, self->calendars->time[whose], activity->kind, minutes);

  if (activity->after_given)
    link_written (model, activity, service, calendar);
  else
    link_default (model, activity, service->activities);
  if (self->progress != NULL)
    set_known (model, &self->progress[activity->index]);
  if (activity->not_before != NULL)
    model->progress.not_before =
        MAX (model->progress.not_before,
             dd_calendar_parse_instant (calendar, activity->not_before, FALSE, NULL));
}

static void
model_case (RandomCase *self)
{
  GPtrArray *activities = dd_network_get_service (self->network)->activities;

  self->naive = naive_plan_new ();
  self->naive->start = self->request.start;
  self->naive->deadline = self->request.deadline;
  self->naive->now = self->request.now;
  for (guint i = 0; i < self->waits->len; i++)
    {
      DdWait wait = g_array_index (self->waits, DdWait, i);
      if (wait.span.finish == DD_INSTANT_MAX)
        wait.span.finish = self->request.now;
      if (wait.span.finish > wait.span.start)
        g_array_append_val (self->naive->waits, wait);
    }
  for (guint i = 0; i < activities->len; i++)
    model_activity (self, g_ptr_array_index (activities, i));
  naive_plan_solve (self->naive);
}

/* --- Cases --- */

void
random_case_init (RandomCase *self, const RandomCalendars *calendars, guint number, guint32 seed)
{
  *self = (RandomCase){ .number = number, .calendars = calendars, .request = DD_PLAN_REQUEST_INIT };
  self->rand = g_rand_new_with_seed (seed);
  self->cells = g_string_new (NULL);
  self->waits = g_array_new (FALSE, TRUE, sizeof (DdWait));
  write_service (self);
  set_dates (self);
  set_progress (self);
  set_waits (self);
  model_case (self);
}

void
random_case_clear (RandomCase *self)
{
  g_rand_free (self->rand);
  g_string_free (self->cells, TRUE);
  dd_network_unref (self->network);
  g_free (self->progress);
  g_array_unref (self->waits);
  naive_plan_free (self->naive);
  g_clear_pointer (&self->plan, dd_plan_unref);
}

char *
random_case_tell_instant (RandomCase *self, gint64 instant)
{
  return instant < DD_INSTANT_MIN || instant >= DD_INSTANT_MAX
             ? g_strdup_printf ("%" G_GINT64_FORMAT, instant)
             : dd_calendar_format_instant (self->calendars->vendor, instant);
}

void
random_case_tell (RandomCase *self)
{
  const DdPlanRequest *request = &self->request;
  g_autofree char *start = random_case_tell_instant (self, request->start);
  g_autofree char *deadline = random_case_tell_instant (self, request->deadline);
  g_autofree char *now = random_case_tell_instant (self, request->now);

  g_test_message ("start %s, deadline %s, now %s, basis %d\n%s\n%s", start, deadline, now,
                  request->basis, self->cells->str, self->calendars->text);
  for (guint i = 0; self->progress != NULL && i < dd_network_get_size (self->network); i++)
    {
      const DdProgress *known = &self->progress[i];
      g_autofree char *from = random_case_tell_instant (self, known->actual_start);
      g_autofree char *to = random_case_tell_instant (self, known->actual_finish);
      g_autofree char *held = random_case_tell_instant (self, known->not_before);
      g_test_message ("x%u: state %d, %s to %s, not before %s, override %d, remaining %d", i,
                      known->state, from, to, held, (int) known->override_minutes,
                      (int) known->remaining_minutes);
    }
  for (guint i = 0; i < self->waits->len; i++)
    {
      const DdWait *wait = &g_array_index (self->waits, DdWait, i);
      g_autofree char *from = random_case_tell_instant (self, wait->span.start);
      g_autofree char *to = random_case_tell_instant (self, wait->span.finish);
      g_test_message ("wait of %d: %s to %s", wait->activity, from, to);
    }
}
