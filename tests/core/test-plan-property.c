/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdPlan against a model that steps through minutes (naive-plan.h), and against itself: random
 * networks over random calendars, on paper and in the middle of being carried out. The seed of a
 * failure is in its message; DD_TEST_SEED repeats it.
 */
#include "config.h"

#include "naive-plan.h"
#include "plan-fixture.h"

#define MINUTE      G_GINT64_CONSTANT (60)
#define DAY         (1440 * MINUTE)
#define CALENDARS   16
#define NETWORKS    45 /* for each pair of calendars */
#define WINDOW_DAYS 80
#define MIN_CHECKS  10000

/* Two calendars, and the minutes of both around some date. */
typedef struct
{
  DdCalendar *vendor;   /* (owned) */
  DdCalendar *customer; /* (owned) */
  gboolean common;      /* they have working time in common */
  char *text;           /* (owned): for messages */
  NaiveWindow *time[3]; /* (owned): vendor, customer, both */
} Pair;

/* A random case: the service, what is asked of it, and the model of the same. */
typedef struct
{
  guint number;         /* which of all, for messages */
  GRand *rand;          /* (owned) */
  const Pair *pair;     /* (unowned) */
  GString *cells;       /* (owned) */
  DdNetwork *network;   /* (owned) */
  DdProgress *progress; /* (owned) (nullable) */
  GArray *waits;        /* (element-type DdWait) (owned): open ones too */
  DdPlanRequest request;
  NaivePlan *naive; /* (owned) */
  DdPlan *plan;     /* (owned) */
} Round;

static guint n_checks, n_beyond;

static guint32
first_seed (void)
{
  const char *given = g_getenv ("DD_TEST_SEED");

  return given != NULL ? (guint32) g_ascii_strtoull (given, NULL, 10) : 20261201;
}

static gboolean
chance (GRand *rand, int in)
{
  return g_rand_int_range (rand, 0, in) == 0;
}

/* --- Calendars --- */

static DdCalendar *
add_calendar (Pair *pair, GRand *rand, gint64 start, NaiveWindow **window)
{
  g_autofree char *text = naive_calendar_random_text (rand, 719163 + (guint32) (start / DAY) + 30);
  g_autofree char *before = g_steal_pointer (&pair->text);
  g_autoptr (NaiveCalendar) naive = naive_calendar_new (text);
  g_autoptr (GError) error = NULL;
  DdCalendar *calendar = dd_calendar_parse (text, -1, "random", &error);

  g_assert_no_error (error);
  *window = naive_window_new (naive, start, WINDOW_DAYS * 1440);
  pair->text = g_strconcat (before != NULL ? before : "", text, NULL);
  return calendar;
}

static void
pair_init (Pair *self, GRand *rand)
{
  /* Spring and autumn, when clocks change, and the turn of the year. */
  const int months[] = { 2, 3, 9, 10, 11, 12 };
  g_autoptr (GDateTime) date = g_date_time_new_utc (g_rand_int_range (rand, 1971, 2199),
                                                    months[g_rand_int_range (rand, 0, 6)],
                                                    g_rand_int_range (rand, 1, 29), 0, 0, 0);
  gint64 start = g_date_time_to_unix (date);
  g_autoptr (DdCalendar) both = NULL;
  NaiveWindow *common;

  *self = (Pair){ 0 };
  self->vendor = add_calendar (self, rand, start, &self->time[0]);
  self->customer = add_calendar (self, rand, start, &self->time[1]);
  both = dd_calendar_intersect (self->vendor, self->customer, NULL);
  self->common = both != NULL;
  common = g_memdup2 (self->time[0], sizeof (NaiveWindow));
  common->minutes = g_memdup2 (common->minutes, WINDOW_DAYS * 1440);
  naive_window_intersect (common, self->time[1]);
  self->time[2] = common;
}

static void
pair_clear (Pair *self)
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
random_owner (Round *round)
{
  static const char *const owners[] = {
    "consultant",          "manager",         "customer", "consultant manager",
    "customer consultant", "customer manager"
  };

  return owners[g_rand_int_range (round->rand, 0, round->pair->common ? 6 : 4)];
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
write_after (Round *round, guint index, guint size, gboolean backwards)
{
  guint from = backwards ? index + 1 : 0, to = backwards ? size : index;

  g_string_append (round->cells, " after='");
  for (int i = g_rand_int_range (round->rand, 0, 4); from < to && i > 0; i--)
    {
      g_string_append_printf (round->cells, " x%d", g_rand_int_range (round->rand, from, to));
      if (chance (round->rand, 3))
        g_string_append_printf (round->cells, "+%dh", g_rand_int_range (round->rand, 1, 12));
      else if (chance (round->rand, 8))
        g_string_append (round->cells, "+1d");
    }
  g_string_append (round->cells, "'");
}

static void
write_activity (Round *round, guint index, guint size, gboolean backwards, const char *kind)
{
  g_string_append_printf (round->cells, "<activity id='x%u' owner='%s' kind='%s'", index,
                          random_owner (round), kind);
  if (backwards || chance (round->rand, 2))
    write_after (round, index, size, backwards);
  if (chance (round->rand, 10))
    {
      g_autofree char *date =
          dd_calendar_format (round->pair->vendor,
                              round->pair->time[0]->start
                                  + DAY * g_rand_int_range (round->rand, 25, 45),
                              "%Y-%m-%d");
      g_string_append_printf (round->cells, " not-before='%s'", date);
    }
  g_string_append (round->cells, "/>");
}

/* A cell of @width activities from @index on; without one that takes time it has no duration. */
static void
write_cell (Round *round, guint index, guint width, guint size, gboolean backwards)
{
  const char *kinds[3];
  gboolean takes_time = FALSE;

  for (guint i = 0; i < width; i++)
    {
      kinds[i] = random_kind (round->rand, width == 1);
      takes_time |= g_str_equal (kinds[i], "task") || g_str_equal (kinds[i], "window");
    }
  g_string_append_printf (round->cells, "<cell duration='%s'%s>",
                          takes_time ? random_duration (round->rand) : "0",
                          chance (round->rand, 2) ? " order='parallel'" : "");
  for (guint i = 0; i < width; i++)
    write_activity (round, index + i, size, backwards, kinds[i]);
  g_string_append (round->cells, "</cell>");
}

static void
write_service (Round *round)
{
  gboolean backwards = chance (round->rand, 4);
  guint size = g_rand_int_range (round->rand, 1, 13), width;

  for (guint index = 0; index < size; index += width)
    {
      width = chance (round->rand, 3) ? g_rand_int_range (round->rand, 2, 4) : 1;
      width = MIN (width, size - index);
      write_cell (round, index, width, size, backwards);
    }
  round->network = fixture_network (round->cells->str);
}

/* --- What is known of the case --- */

/* A whole minute up to @days after @from. */
static gint64
random_instant (GRand *rand, gint64 from, int days)
{
  return from + MINUTE * g_rand_int_range (rand, 0, days * 1440);
}

static void
set_dates (Round *round)
{
  GRand *rand = round->rand;
  gint64 base = round->pair->time[0]->start + 28 * DAY;
  int mode = g_rand_int_range (rand, 0, 5);

  round->request.vendor = round->pair->vendor;
  round->request.customer = round->pair->customer;
  round->request.basis = g_rand_int_range (rand, 0, DD_N_BASES);
  if (mode > 0)
    round->request.start = chance (rand, 3) ? base : random_instant (rand, base, 4);
  if (mode == 0)
    round->request.deadline = random_instant (rand, base + 12 * DAY, 12);
  else if (mode < 3)
    round->request.deadline = random_instant (rand, base + 4 * DAY, 20);
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
set_progress (Round *round)
{
  gint64 base = round->pair->time[0]->start + 28 * DAY;
  guint size = dd_network_get_size (round->network);

  if (chance (round->rand, 3))
    return;
  if (!chance (round->rand, 4))
    round->request.now = random_instant (round->rand, base - DAY, 6);
  round->progress = g_new (DdProgress, size);
  for (guint i = 0; i < size; i++)
    round->progress[i] = random_progress (round->rand, base, round->request.now);
  round->request.progress = round->progress;
}

static void
set_waits (Round *round)
{
  gint64 base = round->pair->time[0]->start + 28 * DAY;
  guint size = dd_network_get_size (round->network);

  if (chance (round->rand, 2))
    return;
  for (int i = g_rand_int_range (round->rand, 1, 5); i > 0; i--)
    {
      DdWait wait = { .activity = chance (round->rand, 3)
                                      ? DD_WHOLE_CASE
                                      : g_rand_int_range (round->rand, 0, size) };
      wait.span.start = random_instant (round->rand, base - 2 * DAY, 9);
      wait.span.finish = chance (round->rand, 4) ? DD_INSTANT_MAX
                                                 : random_instant (round->rand, wait.span.start, 4);
      g_array_append_val (round->waits, wait);
    }
  round->request.waits = (const DdWait *) (gpointer) round->waits->data;
  round->request.n_waits = round->waits->len;
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
model_activity (Round *round, const DdActivity *activity)
{
  DdService *service = dd_network_get_service (round->network);
  guint whose = activity->owner == DD_OWNER_CUSTOMER  ? 1
                : activity->owner & DD_OWNER_CUSTOMER ? 2
                                                      : 0;
  DdCalendar *calendar = whose == 1 ? round->pair->customer : round->pair->vendor;
  gint64 minutes = dd_service_activity_minutes (service, activity, round->request.basis,
                                                dd_calendar_get_minutes_per_day (calendar),
                                                dd_calendar_get_days_per_week (calendar));
  NaiveActivity *model =
      naive_plan_add (round->naive, round->pair->time[whose], activity->kind, minutes);

  if (activity->after_given)
    link_written (model, activity, service, calendar);
  else
    link_default (model, activity, service->activities);
  if (round->progress != NULL)
    set_known (model, &round->progress[activity->index]);
  if (activity->not_before != NULL)
    model->progress.not_before =
        MAX (model->progress.not_before,
             dd_calendar_parse_instant (calendar, activity->not_before, FALSE, NULL));
}

static void
model_case (Round *round)
{
  GPtrArray *activities = dd_network_get_service (round->network)->activities;

  round->naive = naive_plan_new ();
  round->naive->start = round->request.start;
  round->naive->deadline = round->request.deadline;
  round->naive->now = round->request.now;
  for (guint i = 0; i < round->waits->len; i++)
    {
      DdWait wait = g_array_index (round->waits, DdWait, i);
      if (wait.span.finish == DD_INSTANT_MAX)
        wait.span.finish = round->request.now;
      if (wait.span.finish > wait.span.start)
        g_array_append_val (round->naive->waits, wait);
    }
  for (guint i = 0; i < activities->len; i++)
    model_activity (round, g_ptr_array_index (activities, i));
  naive_plan_solve (round->naive);
}

/* --- Checks --- */

static char *
tell_instant (Round *round, gint64 instant)
{
  return instant < DD_INSTANT_MIN || instant >= DD_INSTANT_MAX
             ? g_strdup_printf ("%" G_GINT64_FORMAT, instant)
             : dd_calendar_format_instant (round->pair->vendor, instant);
}

static void
fail (Round *round, const char *what, guint index)
{
  const DdPlanRequest *request = &round->request;
  g_autofree char *start = tell_instant (round, request->start);
  g_autofree char *deadline = tell_instant (round, request->deadline);
  g_autofree char *now = tell_instant (round, request->now);

  g_test_message (
      "DD_TEST_SEED=%u, network %u, activity %u: %s\nstart %s, deadline %s, now %s, basis %d\n%s\n%s",
      first_seed (), round->number, index, what, start, deadline, now, request->basis,
      round->cells->str, round->pair->text);
  for (guint i = 0; round->progress != NULL && i < dd_network_get_size (round->network); i++)
    {
      const DdProgress *known = &round->progress[i];
      g_autofree char *from = tell_instant (round, known->actual_start);
      g_autofree char *to = tell_instant (round, known->actual_finish);
      g_autofree char *held = tell_instant (round, known->not_before);
      g_test_message ("x%u: state %d, %s to %s, not before %s, override %d, remaining %d", i,
                      known->state, from, to, held, (int) known->override_minutes,
                      (int) known->remaining_minutes);
    }
  for (guint i = 0; i < round->waits->len; i++)
    {
      const DdWait *wait = &g_array_index (round->waits, DdWait, i);
      g_autofree char *from = tell_instant (round, wait->span.start);
      g_autofree char *to = tell_instant (round, wait->span.finish);
      g_test_message ("wait of %d: %s to %s", wait->activity, from, to);
    }
}

static void
check_instant (Round *round, const char *what, guint index, gint64 actual, gint64 expected)
{
  g_autofree char *is = NULL, *should = NULL;

  n_checks++;
  if (actual == expected)
    return;
  fail (round, what, index);
  is = tell_instant (round, actual);
  should = tell_instant (round, expected);
  g_assert_cmpstr (is, ==, should);
}

static void
check (Round *round, const char *what, guint index, gboolean holds)
{
  n_checks++;
  if (holds)
    return;
  fail (round, what, index);
  g_assert_true (holds);
}

static void
compare_with_model (Round *round)
{
  for (guint i = 0; i < dd_network_get_size (round->network); i++)
    {
      const DdPlanDates *is = dd_plan_get_dates (round->plan, i);
      const DdPlanDates *should = &g_array_index (round->naive->activities, NaiveActivity, i).dates;
      check_instant (round, "early start", i, is->early_start, should->early_start);
      check_instant (round, "early finish", i, is->early_finish, should->early_finish);
      check_instant (round, "late start", i, is->late_start, should->late_start);
      check_instant (round, "late finish", i, is->late_finish, should->late_finish);
      check (round, "float", i, is->float_minutes == should->float_minutes);
      check (round, "critical", i, is->critical == should->critical);
    }
  check_instant (round, "finish", 0, dd_plan_get_finish (round->plan), round->naive->finish);
  check_instant (round, "latest start", 0, dd_plan_get_latest_start (round->plan),
                 round->naive->latest_start);
}

static gboolean
is_open (Round *round, guint index)
{
  const NaiveActivity *activity = &g_array_index (round->naive->activities, NaiveActivity, index);

  return !activity->is_window && activity->progress.state == DD_STATE_PLANNED;
}

/* Where nothing but the network says when to finish, nothing is late, and something is critical. */
static void
check_own_finish (Round *round)
{
  guint last = dd_plan_get_finish_activity (round->plan);

  if (round->request.deadline != DD_INSTANT_NONE)
    return;
  for (guint i = 0; i < dd_network_get_size (round->network); i++)
    check (round, "no float below 0", i, dd_plan_get_dates (round->plan, i)->float_minutes >= 0);
  if (is_open (round, last))
    check (round, "the last is critical", last, dd_plan_get_dates (round->plan, last)->critical);
}

/* Early before late exactly where there is float, and both in the order start, finish. */
static void
check_order_of_dates (Round *round, guint index)
{
  const DdPlanDates *dates = dd_plan_get_dates (round->plan, index);

  check (round, "early start before finish", index, dates->early_start <= dates->early_finish);
  if (!is_open (round, index))
    return;
  check (round, "late start before finish", index, dates->late_start <= dates->late_finish);
  check (round, "early before late with float", index,
         dates->float_minutes < 0 || dates->early_start <= dates->late_start
             || dates->early_start == dates->early_finish);
  check (round, "late before early without", index,
         dates->float_minutes >= 0 || dates->late_start < dates->early_start);
}

/* Plans the case again with one activity changed, and asks when it finishes. */
static gint64
finish_with (Round *round, guint index, gint64 not_before, gint64 override_minutes)
{
  guint size = dd_network_get_size (round->network);
  g_autofree DdProgress *progress = g_new (DdProgress, size);
  g_autoptr (DdPlan) plan = NULL;
  DdPlanRequest request = round->request;

  for (guint i = 0; i < size; i++)
    progress[i] = round->progress != NULL ? round->progress[i] : DD_PROGRESS_NONE;
  progress[index].not_before = MAX (progress[index].not_before, not_before);
  if (override_minutes >= 0)
    progress[index].override_minutes = override_minutes;
  request.progress = progress;
  request.start = round->naive->start;
  plan = dd_plan_new (round->network, &request, NULL);
  return plan != NULL ? dd_plan_get_finish (plan) : DD_INSTANT_MAX;
}

/* What float means: so much later and the finish is still in time; a minute more and it is not. */
static void
check_float_is_what_is_left (Round *round, guint index)
{
  const DdPlanDates *dates = dd_plan_get_dates (round->plan, index);
  gint64 target = round->request.deadline != DD_INSTANT_NONE ? round->request.deadline
                                                             : dd_plan_get_finish (round->plan);

  if (!is_open (round, index) || dates->duration_minutes == 0)
    return;
  if (dates->float_minutes < 0)
    {
      check (round, "no float, too late", index, dd_plan_get_finish (round->plan) > target);
      return;
    }
  check (round, "delayed by its float", index,
         finish_with (round, index, dates->late_start, -1)
             <= MAX (target, dd_plan_get_finish (round->plan)));
  check (round, "delayed by more", index,
         finish_with (round, index, dates->late_start + MINUTE, -1) > target);
}

static void
check_longer_is_not_earlier (Round *round, guint index)
{
  gint64 minutes = dd_plan_get_dates (round->plan, index)->duration_minutes;
  gint64 longer = minutes + g_rand_int_range (round->rand, 1, 600);

  check (round, "longer is not earlier", index,
         finish_with (round, index, DD_INSTANT_NONE, longer) >= dd_plan_get_finish (round->plan));
}

/* On paper the latest start is what it says. */
static void
check_latest_start (Round *round)
{
  DdPlanRequest request = round->request;
  g_autoptr (DdPlan) in_time = NULL;

  if (request.deadline == DD_INSTANT_NONE || request.progress != NULL
      || strstr (round->cells->str, "not-before") != NULL)
    return;
  request.start = dd_plan_get_latest_start (round->plan);
  in_time = dd_plan_new (round->network, &request, NULL);
  check (round, "in time from the latest start", 0,
         in_time != NULL && dd_plan_get_finish (in_time) <= request.deadline);
}

/* Trying the durations a plan has changes nothing. */
static void
check_try (Round *round)
{
  guint size = dd_network_get_size (round->network);
  g_autofree gint64 *minutes = g_new (gint64, size);
  g_autofree DdPlanDates *scratch = g_new (DdPlanDates, size);

  for (guint i = 0; i < size; i++)
    minutes[i] = dd_plan_get_dates (round->plan, i)->duration_minutes;
  check_instant (round, "trying the same", 0, dd_plan_try (round->plan, minutes, scratch),
                 dd_plan_get_finish (round->plan));
}

static void
check_invariants (Round *round)
{
  guint size = dd_network_get_size (round->network);

  check_own_finish (round);
  check_latest_start (round);
  check_try (round);
  for (guint i = 0; i < size; i++)
    {
      check_order_of_dates (round, i);
      check_float_is_what_is_left (round, i);
      check_longer_is_not_earlier (round, i);
    }
}

/* --- Rounds --- */

static void
round_init (Round *self, const Pair *pair, guint number, guint32 seed)
{
  *self = (Round){ .number = number, .pair = pair, .request = DD_PLAN_REQUEST_INIT };
  self->rand = g_rand_new_with_seed (seed);
  self->cells = g_string_new (NULL);
  self->waits = g_array_new (FALSE, TRUE, sizeof (DdWait));
  write_service (self);
  set_dates (self);
  set_progress (self);
  set_waits (self);
  model_case (self);
}

static void
round_clear (Round *self)
{
  g_rand_free (self->rand);
  g_string_free (self->cells, TRUE);
  dd_network_unref (self->network);
  g_free (self->progress);
  g_array_unref (self->waits);
  naive_plan_free (self->naive);
  g_clear_pointer (&self->plan, dd_plan_unref);
}

static void
run_round (const Pair *pair, guint number, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  Round round;

  round_init (&round, pair, number, seed);
  if (round.naive->beyond)
    n_beyond++;
  else
    {
      round.plan = dd_plan_new (round.network, &round.request, &error);
      if (error != NULL)
        fail (&round, error->message, 0);
      g_assert_no_error (error);
      compare_with_model (&round);
      check_invariants (&round);
    }
  round_clear (&round);
}

static void
test_against_model (void)
{
  guint32 seed = first_seed ();

  for (guint i = 0; i < CALENDARS; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed + i);
      Pair pair;
      pair_init (&pair, rand);
      for (guint j = 0; j < NETWORKS; j++)
        run_round (&pair, i * NETWORKS + j, g_rand_int (rand));
      pair_clear (&pair);
    }
  g_test_message ("%u checks; %u networks of %u left the modelled minutes", n_checks, n_beyond,
                  CALENDARS * NETWORKS);
  g_assert_cmpuint (n_checks, >=, MIN_CHECKS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/property", test_against_model);

  return g_test_run ();
}
