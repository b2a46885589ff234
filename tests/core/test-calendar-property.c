/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdCalendar against a model that steps through minutes: random calendars, alone and intersected
 * with another in another zone, in random months of all years. The seed of a failure is in its
 * message; DD_TEST_SEED repeats it.
 */
#include "config.h"

#include "naive-calendar.h"
#include "seed.h"
#include "time/dd-calendar.h"

#define MINUTE G_GINT64_CONSTANT (60)
#define DAY    (1440 * MINUTE)

/* Rounds times checks a round is at least 10,000 of each question. */
#define ROUNDS      150
#define CHECKS      70
#define WINDOW_DAYS 24

typedef struct
{
  guint32 seed;
  GRand *rand;          /* (owned) */
  char *text;           /* (owned): for messages */
  DdCalendar *calendar; /* (owned) */
  NaiveWindow *window;  /* (owned) */
  GPtrArray *naive;     /* (owned) (element-type NaiveCalendar): one, or two for an intersection */
} Round;

/* A whole minute some days before which and after which something is likely to happen. */
static gint64
random_start (GRand *rand)
{
  /* Months in which clocks change somewhere, and the turn of the year. */
  const int months[] = { 1, 2, 3, 4, 5, 9, 10, 11, 12 };
  g_autoptr (GDateTime) date =
      g_date_time_new_utc (g_rand_int_range (rand, 1970, 2200),
                           months[g_rand_int_range (rand, 0, G_N_ELEMENTS (months))],
                           g_rand_int_range (rand, 1, 29), g_rand_int_range (rand, 0, 24),
                           g_rand_int_range (rand, 0, 60), 0);
  gint64 start = g_date_time_to_unix (date);

  switch (g_rand_int_range (rand, 0, 20))
    {
    case 0:
      return DD_INSTANT_MIN;
    case 1:
      return DD_INSTANT_MAX - WINDOW_DAYS * DAY;
    case 2: /* Samoa's clocks skip 30 December 2011. */
      return G_GINT64_CONSTANT (1324598400);
    default:
      return MIN (start, DD_INSTANT_MAX - WINDOW_DAYS * DAY);
    }
}

static DdCalendar *
add_calendar (Round *round, gint64 start)
{
  g_autofree char *text =
      naive_calendar_random_text (round->rand, 719163 + (guint32) (start / DAY));
  g_autofree char *before = g_steal_pointer (&round->text);
  NaiveCalendar *naive = naive_calendar_new (text);
  g_autoptr (NaiveWindow) window = naive_window_new (naive, start, WINDOW_DAYS * 1440);
  g_autoptr (GError) error = NULL;
  DdCalendar *calendar = dd_calendar_parse (text, -1, "random", &error);

  g_assert_no_error (error);
  g_ptr_array_add (round->naive, naive);
  round->text = g_strconcat (before != NULL ? before : "", text, NULL);
  if (round->window == NULL)
    round->window = g_steal_pointer (&window);
  else
    naive_window_intersect (round->window, window);
  return calendar;
}

/* Every other round is an intersection. Returns: FALSE when the two never work together */
static gboolean
round_init (Round *round, guint32 seed)
{
  gint64 start;

  *round = (Round){ .seed = seed, .rand = g_rand_new_with_seed (seed) };
  round->naive = g_ptr_array_new_with_free_func ((GDestroyNotify) naive_calendar_free);
  start = random_start (round->rand);
  round->calendar = add_calendar (round, start);
  if (seed % 2 == 1)
    {
      g_autoptr (DdCalendar) first = round->calendar;
      g_autoptr (DdCalendar) second = add_calendar (round, start);

      round->calendar = dd_calendar_intersect (first, second, NULL);
    }
  return round->calendar != NULL;
}

static void
round_clear (Round *round)
{
  g_rand_free (round->rand);
  g_free (round->text);
  g_clear_pointer (&round->calendar, dd_calendar_unref);
  naive_window_free (round->window);
  g_ptr_array_unref (round->naive);
}

/* An instant of the window, a whole minute or not. */
static gint64
random_instant (Round *round)
{
  gint64 instant =
      round->window->start + g_rand_int_range (round->rand, 0, WINDOW_DAYS * 1440) * MINUTE;

  return g_rand_boolean (round->rand) ? instant : instant + g_rand_int_range (round->rand, 0, 60);
}

static gint64
random_minutes (Round *round)
{
  const int most[] = { 2, 60, 480, 5 * 480 };

  return g_rand_int_range (round->rand, 0, most[g_rand_int_range (round->rand, 0, 4)]);
}

static void
fail (Round *round, const char *what, gint64 from, gint64 by, gint64 expected, gint64 is)
{
  g_autofree char *zoned = dd_calendar_format_instant (round->calendar, from);

  g_test_message ("seed %u: %s (%" G_GINT64_FORMAT " = %s, %" G_GINT64_FORMAT
                  ") is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT " in\n%s",
                  round->seed, what, from, zoned, by, is, expected, round->text);
  g_test_fail ();
}

/* Compares an answer that lies at or after the question. */
static void
check_forward (Round *round, const char *what, gint64 from, gint64 by, gint64 expected, gint64 is)
{
  if (expected == NAIVE_BEYOND ? is < round->window->finish : is != expected)
    fail (round, what, from, by, expected, is);
}

static void
check_backward (Round *round, const char *what, gint64 from, gint64 by, gint64 expected, gint64 is)
{
  if (expected == NAIVE_BEYOND ? is > round->window->start : is != expected)
    fail (round, what, from, by, expected, is);
}

static void
check_list (Round *round, gint64 a, gint64 b)
{
  DdRange within = { MIN (a, b), MAX (a, b) };
  g_autoptr (GArray) expected = naive_window_list_working (round->window, within);
  g_autoptr (GArray) spans = dd_calendar_list_working (round->calendar, within);

  if (spans->len != expected->len)
    fail (round, "list_working: number", within.start, within.finish, expected->len, spans->len);
  for (guint i = 0; i < MIN (spans->len, expected->len); i++)
    {
      DdRange want = g_array_index (expected, DdRange, i);
      DdRange have = g_array_index (spans, DdRange, i);

      if (want.start != have.start)
        fail (round, "list_working: start", within.start, within.finish, want.start, have.start);
      if (want.finish != have.finish)
        fail (round, "list_working: end", within.start, within.finish, want.finish, have.finish);
    }
}

/* What lies at @instant in both calendars, if there are two: the greater. */
static DdStripKind
naive_kind (Round *round, gint64 instant)
{
  DdStripKind kind = DD_STRIP_OPEN;

  for (guint i = 0; i < round->naive->len; i++)
    kind = MAX (kind, naive_calendar_kind (g_ptr_array_index (round->naive, i), instant));
  return kind;
}

/* A strip must cover its range, have no two neighbours alike, and be right where one looks. */
static void
check_strip (Round *round, gint64 a, gint64 b)
{
  DdRange within = { MIN (a, b), MAX (a, b) };
  g_autoptr (GArray) strip = dd_calendar_list_strip (round->calendar, within);
  gint64 at = within.start;

  for (guint i = 0; i < strip->len; i++)
    {
      const DdStripSpan *next = &g_array_index (strip, DdStripSpan, i);
      gint64 length = next->span.finish - next->span.start;
      gint64 somewhere;

      if (next->span.start != at || length <= 0 || (i > 0 && next[-1].kind == next->kind))
        fail (round, "list_strip: order", at, i, at, next->span.start);
      somewhere = at + g_rand_int_range (round->rand, 0, (gint32) length);
      if (naive_kind (round, at) != next->kind)
        fail (round, "list_strip: start", at, i, naive_kind (round, at), next->kind);
      if (naive_kind (round, somewhere) != next->kind)
        fail (round, "list_strip: kind", somewhere, i, naive_kind (round, somewhere), next->kind);
      at = next->span.finish;
    }
  if (at != within.finish)
    fail (round, "list_strip: end", at, strip->len, within.finish, at);
}

static void
check_all (Round *round)
{
  const NaiveWindow *window = round->window;
  DdCalendar *calendar = round->calendar;
  gint64 a = random_instant (round);
  gint64 b = random_instant (round);
  gint64 n = random_minutes (round);

  check_forward (round, "add", a, n, naive_window_add (window, a, n),
                 dd_calendar_add (calendar, a, n));
  check_backward (round, "subtract", a, n, naive_window_subtract (window, a, n),
                  dd_calendar_subtract (calendar, a, n));
  if (naive_window_between (window, a, b) != dd_calendar_between (calendar, a, b))
    fail (round, "between", a, b, naive_window_between (window, a, b),
          dd_calendar_between (calendar, a, b));
  check_forward (round, "next_working", a, 0, naive_window_next_working (window, a),
                 dd_calendar_next_working (calendar, a));
  check_backward (round, "previous_working", a, 0, naive_window_previous_working (window, a),
                  dd_calendar_previous_working (calendar, a));
  if (naive_window_is_working (window, a) != dd_calendar_is_working (calendar, a))
    fail (round, "is_working", a, 0, naive_window_is_working (window, a),
          dd_calendar_is_working (calendar, a));
  check_list (round, a, b);
  check_strip (round, a, b);
}

static void
test_model (void)
{
  guint checks = 0;

  for (guint32 seed = seed_get (), i = 0; i < ROUNDS && !g_test_failed (); i++, seed++)
    {
      Round round;

      if (round_init (&round, seed))
        for (int check = 0; check < CHECKS; check++, checks++)
          check_all (&round);
      round_clear (&round);
    }
  g_test_message ("%u checks of each question", checks);
  g_assert_true (g_test_failed () || checks >= 10000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/model", test_model);
  return g_test_run ();
}
