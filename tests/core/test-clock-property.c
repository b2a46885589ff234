/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdClock against a model that steps from one minute or event to the next and asks of each step
 * whether the office is open and whether anybody waits. The seed of a failure is in its message;
 * DD_TEST_SEED repeats it.
 */
#include "config.h"

#include "naive-calendar.h"
#include "seed.h"
#include "time/dd-clock.h"

#define MINUTE         G_GINT64_CONSTANT (60)
#define WINDOW_MINUTES (6 * 1440)
#define ROUNDS         120
#define CHECKS         100
#define MAX_PAUSES     4

typedef struct
{
  guint32 seed;
  GRand *rand;          /* (owned) */
  char *text;           /* (owned) */
  DdCalendar *calendar; /* (owned) */
  NaiveCalendar *naive; /* (owned) */
  NaiveWindow *window;  /* (owned) */
} Round;

/* Random events, and what the model knows of them. */
typedef struct
{
  const NaiveWindow *window; /* (unowned) */
  DdClockPause pauses[MAX_PAUSES];
  DdClockEvents events;
  gint64 now;
  gboolean started;
  gboolean stopped;
  gint64 until; /* the answer, or now */
} Model;

static void
round_init (Round *round, guint32 seed)
{
  gint64 start;

  *round = (Round){ .seed = seed, .rand = g_rand_new_with_seed (seed) };
  /* Weeks around October and March of all years. */
  start = g_rand_int_range (round->rand, 0, 2 * 229) * G_GINT64_CONSTANT (15778800) + 7000020;
  round->text = naive_calendar_random_text (round->rand, 719163 + (guint32) (start / 86400));
  round->naive = naive_calendar_new (round->text);
  round->window = naive_window_new (round->naive, start, WINDOW_MINUTES);
  round->calendar = dd_calendar_parse (round->text, -1, "random", NULL);
  g_assert_nonnull (round->calendar);
}

static void
round_clear (Round *round)
{
  g_rand_free (round->rand);
  g_free (round->text);
  naive_window_free (round->window);
  naive_calendar_free (round->naive);
  dd_calendar_unref (round->calendar);
}

/* --- The model --- */

/* One time in four a whole hour of the window, so that events happen at once. */
static gint64
random_instant (Round *round)
{
  gint64 minute = g_rand_int_range (round->rand, 0, WINDOW_MINUTES);

  switch (g_rand_int_range (round->rand, 0, 4))
    {
    case 0:
      return round->window->start + (minute - minute % 60) * MINUTE;
    case 1:
      return round->window->start + minute * MINUTE;
    default:
      return round->window->start + minute * MINUTE + g_rand_int_range (round->rand, 0, 60);
    }
}

static gint64
random_instant_or_none (Round *round, int none_in)
{
  return g_rand_int_range (round->rand, 0, none_in) == 0 ? DD_INSTANT_NONE : random_instant (round);
}

static void
random_pause (Round *round, DdClockPause *pause)
{
  gint64 a = random_instant (round);
  gint64 b = random_instant (round);

  pause->span.start = MIN (a, b);
  pause->span.finish = g_rand_int_range (round->rand, 0, 4) == 0 ? DD_INSTANT_MAX : MAX (a, b);
  pause->reason = "access";
}

static void
model_init (Model *model, Round *round)
{
  *model = (Model){ .window = round->window, .events = DD_CLOCK_EVENTS_INIT };
  model->now = random_instant (round);
  model->events.started = random_instant_or_none (round, 20);
  model->events.stopped = random_instant_or_none (round, 2);
  model->events.allowance = g_rand_int_range (round->rand, 0, 1000);
  model->events.n_pauses = g_rand_int_range (round->rand, 0, MAX_PAUSES + 1);
  model->events.pauses = model->pauses;
  for (guint i = 0; i < model->events.n_pauses; i++)
    random_pause (round, &model->pauses[i]);

  model->started = model->events.started != DD_INSTANT_NONE && model->events.started <= model->now;
  model->stopped = model->started && model->events.stopped != DD_INSTANT_NONE
                   && model->events.stopped <= model->now;
  model->until = model->stopped ? model->events.stopped : model->now;
}

/* Whether the clock stands still at @instant: pauses that are open last until the answer or now, no
 * pause lasts longer than the answer. */
static gboolean
is_paused (const Model *model, gint64 instant)
{
  for (guint i = 0; i < model->events.n_pauses; i++)
    {
      DdRange span = model->pauses[i].span;
      gboolean ends = model->stopped || span.finish == DD_INSTANT_MAX;

      if (dd_range_contains (span, instant) && !(ends && instant >= model->until))
        return TRUE;
    }
  return FALSE;
}

/* Whether somebody waits now, whatever that means for the time that counts. */
static gboolean
is_waiting (const Model *model)
{
  for (guint i = 0; i < model->events.n_pauses; i++)
    if (dd_range_contains (model->pauses[i].span, model->now))
      return TRUE;
  return FALSE;
}

static void
step_to (gint64 *next, gint64 instant, gint64 event)
{
  if (event > instant)
    *next = MIN (*next, event);
}

/* The next instant at which anything may change. */
static gint64
next_step (const Model *model, gint64 instant)
{
  gint64 next = instant - instant % MINUTE + MINUTE;

  step_to (&next, instant, model->until);
  for (guint i = 0; i < model->events.n_pauses; i++)
    {
      step_to (&next, instant, model->pauses[i].span.start);
      step_to (&next, instant, model->pauses[i].span.finish);
    }
  return next;
}

static gboolean
counts (const Model *model, gint64 instant)
{
  return naive_window_is_working (model->window, instant) && !is_paused (model, instant);
}

static gint64
count_seconds (const Model *model)
{
  gint64 seconds = 0;

  if (!model->started)
    return 0;
  for (gint64 t = model->events.started; t < model->until; t = next_step (model, t))
    if (counts (model, t))
      seconds += MIN (next_step (model, t), model->until) - t;
  return seconds;
}

static gint64
find_instant (const Model *model, gint64 minutes)
{
  gint64 left = minutes * MINUTE;

  if (model->events.started == DD_INSTANT_NONE || left == 0)
    return model->events.started;
  for (gint64 t = model->events.started; t < model->window->finish; t = next_step (model, t))
    {
      gint64 worked = counts (model, t) ? next_step (model, t) - t : 0;

      if (worked >= left)
        return t + left;
      left -= worked;
    }
  return DD_INSTANT_MAX;
}

static DdClockState
find_state (const Model *model, gint64 seconds)
{
  gboolean over = seconds > model->events.allowance * MINUTE;

  if (!model->started)
    return DD_CLOCK_NOT_STARTED;
  if (model->stopped)
    return over ? DD_CLOCK_MET_LATE : DD_CLOCK_MET;
  if (over)
    return DD_CLOCK_BREACHED;
  return is_waiting (model) ? DD_CLOCK_PAUSED : DD_CLOCK_RUNNING;
}

/* --- Comparing --- */

static void
check (Round *round, const Model *model, const char *what, gint64 expected, gint64 is)
{
  if (expected == is)
    return;
  g_test_message ("seed %u: %s is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT
                  "; started %" G_GINT64_FORMAT ", stopped %" G_GINT64_FORMAT
                  ", now %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT " minutes, %u pauses, in\n%s",
                  round->seed, what, is, expected, model->events.started, model->events.stopped,
                  model->now, model->events.allowance, model->events.n_pauses, round->text);
  g_test_fail ();
}

/* Beyond the window the model knows only that it is later. */
static void
check_instant (Round *round, const Model *model, const char *what, gint64 expected, gint64 is)
{
  if (expected != DD_INSTANT_MAX)
    check (round, model, what, expected, is);
  else
    check (round, model, what, TRUE, is > model->window->finish);
}

static void
check_strip (Round *round, const Model *model, DdClock *clock)
{
  gint64 a = random_instant (round);
  gint64 b = random_instant (round);
  DdRange within = { MIN (a, b), MAX (a, b) };
  g_autoptr (GArray) strip = dd_clock_list_strip (clock, within);
  gint64 at = within.start;

  for (guint i = 0; i < strip->len; i++)
    {
      const DdStripSpan *next = &g_array_index (strip, DdStripSpan, i);
      gint64 length = next->span.finish - next->span.start;
      gint64 somewhere = at + g_rand_int_range (round->rand, 0, (gint32) MAX (length, 1));

      check (round, model, "strip: start", at, next->span.start);
      check (round, model, "strip: kind", next->kind,
             is_paused (model, somewhere) ? DD_STRIP_PAUSE
                                          : naive_calendar_kind (round->naive, somewhere));
      if (i > 0)
        check (round, model, "strip: change", TRUE, next[-1].kind != next->kind);
      at = next->span.finish;
    }
  check (round, model, "strip: end", within.finish, at);
}

static void
check_clock (Round *round)
{
  g_autoptr (DdClock) clock = NULL;
  Model model;
  gint64 seconds, allowance, left;

  model_init (&model, round);
  clock = dd_clock_new (round->calendar, &model.events, model.now);
  allowance = model.events.allowance;
  seconds = count_seconds (&model);
  left = seconds > allowance * MINUTE ? -((seconds - allowance * MINUTE + 59) / MINUTE)
                                      : allowance - seconds / MINUTE;

  check (round, &model, "state", find_state (&model, seconds), dd_clock_get_state (clock));
  check (round, &model, "elapsed", seconds / MINUTE, dd_clock_get_elapsed (clock));
  check (round, &model, "remaining", left, dd_clock_get_remaining (clock));
  check_instant (round, &model, "due", find_instant (&model, allowance), dd_clock_get_due (clock));
  check_instant (round, &model, "half", find_instant (&model, allowance / 2),
                 dd_clock_get_instant (clock, allowance / 2));
  check_strip (round, &model, clock);
}

static void
test_model (void)
{
  guint checks = 0;

  for (guint32 seed = seed_get (), i = 0; i < ROUNDS && !g_test_failed (); i++, seed++)
    {
      Round round;

      round_init (&round, seed);
      for (int n = 0; n < CHECKS; n++, checks++)
        check_clock (&round);
      round_clear (&round);
    }
  g_test_message ("%u clocks", checks);
  g_assert_true (g_test_failed () || checks >= 10000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/model", test_model);
  return g_test_run ();
}
