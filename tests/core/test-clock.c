/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The promises to answer: "within 1 business day" from the request, "within 1 day" from the
 * response. Times are those of Berlin; 4 December 2026 is a Friday, the 8th is off.
 */
#include "config.h"

#include "time/dd-clock.h"

typedef struct
{
  const char *start;
  const char *finish; /* NULL: open */
  const char *reason;
} Pause;

typedef struct
{
  const char *name;
  const char *started;
  const char *stopped;
  const char *now;
  Pause pauses[3];
  DdClockState state;
  gint64 elapsed;
  gint64 remaining;
  const char *due;
  const char *words;
} Row;

static const Row rows[] = {
  { "no request yet",
    NULL,
    NULL,
    "2026-12-04T12:00",
    {},
    DD_CLOCK_NOT_STARTED,
    0,
    480,
    NULL,
    "Not started, with 8 h allowed." },
  { "a request to come",
    "2026-12-07T09:00",
    NULL,
    "2026-12-04T12:00",
    {},
    DD_CLOCK_NOT_STARTED,
    0,
    480,
    "2026-12-07T17:00",
    "Not started, with 8 h allowed." },
  { "running",
    "2026-12-04T09:00",
    NULL,
    "2026-12-04T12:00",
    {},
    DD_CLOCK_RUNNING,
    180,
    300,
    "2026-12-04T17:00",
    "Running: 3 h used of the 8 h allowed, due 4 December 2026, 17:00." },
  { "over a weekend and a holiday",
    "2026-12-04T15:00",
    NULL,
    "2026-12-07T09:30",
    {},
    DD_CLOCK_RUNNING,
    150,
    330,
    "2026-12-07T15:00",
    "Running: 2 h 30 min used of the 8 h allowed, due 7 December 2026, 15:00." },
  { "requested at night",
    "2026-12-04T22:00",
    NULL,
    "2026-12-05T12:00",
    {},
    DD_CLOCK_RUNNING,
    0,
    480,
    "2026-12-07T17:00",
    "Running: 0 min used of the 8 h allowed, due 7 December 2026, 17:00." },
  { "answered in time",
    "2026-12-04T09:00",
    "2026-12-04T14:20",
    "2026-12-10T12:00",
    {},
    DD_CLOCK_MET,
    320,
    160,
    "2026-12-04T17:00",
    "Answered in 5 h 20 min of the 8 h allowed." },
  { "answered after a wait",
    "2026-12-04T09:00",
    "2026-12-09T14:20",
    "2026-12-10T12:00",
    { { "2026-12-04T09:00", "2026-12-09T09:00", "access" } },
    DD_CLOCK_MET,
    320,
    160,
    "2026-12-09T17:00",
    "Answered in 5 h 20 min of the 8 h allowed; the clock stood still 2 working days while we "
    "waited for the customer (access)." },
  { "answered the same evening",
    "2026-12-04T09:00",
    "2026-12-04T20:00",
    "2026-12-10T12:00",
    {},
    DD_CLOCK_MET,
    480,
    0,
    "2026-12-04T17:00",
    "Answered in 8 h of the 8 h allowed." },
  { "answered a second late",
    "2026-12-04T09:00",
    "2026-12-07T09:00:01",
    "2026-12-10T12:00",
    {},
    DD_CLOCK_MET_LATE,
    480,
    -1,
    "2026-12-04T17:00",
    "Answered late: 1 min over the 8 h allowed, it was due 4 December 2026, 17:00." },
  { "answered late",
    "2026-12-04T09:00",
    "2026-12-07T10:20",
    "2026-12-10T12:00",
    {},
    DD_CLOCK_MET_LATE,
    560,
    -80,
    "2026-12-04T17:00",
    "Answered late: 1 h 20 min over the 8 h allowed, it was due 4 December 2026, 17:00." },
  { "answered before the request was written down",
    "2026-12-04T09:00",
    "2026-12-03T12:00",
    "2026-12-10T12:00",
    {},
    DD_CLOCK_MET,
    0,
    480,
    "2026-12-04T17:00",
    "Answered in 0 min of the 8 h allowed." },
  { "not answered yet at that instant",
    "2026-12-04T09:00",
    "2026-12-04T14:20",
    "2026-12-04T12:00",
    {},
    DD_CLOCK_RUNNING,
    180,
    300,
    "2026-12-04T17:00",
    "Running: 3 h used of the 8 h allowed, due 4 December 2026, 17:00." },
  { "breached",
    "2026-12-03T09:00",
    NULL,
    "2026-12-04T10:20",
    {},
    DD_CLOCK_BREACHED,
    560,
    -80,
    "2026-12-03T17:00",
    "Not answered: 1 h 20 min over the 8 h allowed, it was due 3 December 2026, 17:00." },
  { "due, and the office is shut",
    "2026-12-04T09:00",
    NULL,
    "2026-12-06T12:00",
    {},
    DD_CLOCK_RUNNING,
    480,
    0,
    "2026-12-04T17:00",
    "Running: 8 h used of the 8 h allowed, due 4 December 2026, 17:00." },
  { "an open wait",
    "2026-12-04T09:00",
    NULL,
    "2026-12-07T11:00",
    { { "2026-12-04T11:00", NULL, "access" } },
    DD_CLOCK_PAUSED,
    120,
    360,
    "2026-12-07T17:00",
    "Standing still: 2 h used of the 8 h allowed, due 7 December 2026, 17:00 if the wait ended "
    "now; we have waited 1 working day for the customer (access)." },
  { "a wait that begins now",
    "2026-12-04T09:00",
    NULL,
    "2026-12-04T12:00",
    { { "2026-12-04T12:00", NULL, "access" } },
    DD_CLOCK_PAUSED,
    180,
    300,
    "2026-12-04T17:00",
    "Standing still: 3 h used of the 8 h allowed, due 4 December 2026, 17:00 if the wait ended "
    "now; we have waited 0 min for the customer (access)." },
  { "a wait with a known end",
    "2026-12-04T09:00",
    NULL,
    "2026-12-04T12:00",
    { { "2026-12-04T10:00", "2026-12-07T10:00", "access" } },
    DD_CLOCK_PAUSED,
    60,
    420,
    "2026-12-07T17:00",
    "Standing still: 1 h used of the 8 h allowed, due 7 December 2026, 17:00; we have "
    "waited 2 h for the customer (access)." },
  { "a wait is over",
    "2026-12-04T09:00",
    NULL,
    "2026-12-04T14:00",
    { { "2026-12-04T10:00", "2026-12-04T12:00", NULL } },
    DD_CLOCK_RUNNING,
    180,
    300,
    "2026-12-07T11:00",
    "Running: 3 h used of the 8 h allowed, due 7 December 2026, 11:00; the clock stood still 2 h "
    "while we waited for the customer." },
  { "waits that overlap, out of order",
    "2026-12-04T09:00",
    NULL,
    "2026-12-04T16:00",
    { { "2026-12-04T11:00", "2026-12-04T13:00", "licence" },
      { "2026-12-04T10:00", "2026-12-04T12:00", "access" },
      { "2026-12-04T12:30", "2026-12-04T12:45", "licence" } },
    DD_CLOCK_RUNNING,
    240,
    240,
    "2026-12-07T12:00",
    "Running: 4 h used of the 8 h allowed, due 7 December 2026, 12:00; the clock stood still 3 h "
    "while we waited for the customer (licence and access)." },
  { "a wait outside office hours",
    "2026-12-04T09:00",
    NULL,
    "2026-12-07T10:00",
    { { "2026-12-04T17:00", "2026-12-07T09:00", "access" } },
    DD_CLOCK_BREACHED,
    540,
    -60,
    "2026-12-04T17:00",
    "Not answered: 1 h over the 8 h allowed, it was due 4 December 2026, 17:00." },
  { "a wait before the request and one after the answer",
    "2026-12-04T09:00",
    "2026-12-04T12:00",
    "2026-12-10T12:00",
    { { "2026-12-01T09:00", "2026-12-02T09:00", "early" },
      { "2026-12-07T09:00", "2026-12-07T17:00", "late" } },
    DD_CLOCK_MET,
    180,
    300,
    "2026-12-04T17:00",
    "Answered in 3 h of the 8 h allowed." },
  { "a wait left open when it was answered",
    "2026-12-04T09:00",
    "2026-12-04T12:00",
    "2026-12-10T12:00",
    { { "2026-12-04T11:00", NULL, "access" } },
    DD_CLOCK_MET,
    120,
    360,
    "2026-12-07T10:00",
    "Answered in 2 h of the 8 h allowed; the clock stood still 1 h while we waited for the customer "
    "(access)." },
  { "breached, then a wait",
    "2026-12-03T09:00",
    NULL,
    "2026-12-07T09:30",
    { { "2026-12-04T10:00", NULL, "access" } },
    DD_CLOCK_BREACHED,
    540,
    -60,
    "2026-12-03T17:00",
    "Not answered: 1 h over the 8 h allowed, it was due 3 December 2026, 17:00; the clock stood "
    "still 7 h 30 min while we waited for the customer (access)." },
};

static DdCalendar *
make_calendar (void)
{
  return dd_calendar_parse ("[calendar]\ntimezone=Europe/Berlin\n"
                            "monday=09:00-17:00\ntuesday=09:00-17:00\nwednesday=09:00-17:00\n"
                            "thursday=09:00-17:00\nfriday=09:00-17:00\n"
                            "[exceptions]\n2026-12-08=off\n",
                            -1, "test", NULL);
}

/* NULL is none. */
static gint64
instant (DdCalendar *calendar, const char *text)
{
  gint64 at;

  if (text == NULL)
    return DD_INSTANT_NONE;
  at = dd_calendar_parse_instant (calendar, text, FALSE, NULL);
  g_assert_cmpint (at, !=, DD_INSTANT_NONE);
  return at;
}

static DdClock *
make_clock (DdCalendar *calendar, const Row *row)
{
  DdClockPause pauses[G_N_ELEMENTS (row->pauses)];
  DdClockEvents events = DD_CLOCK_EVENTS_INIT;

  events.started = instant (calendar, row->started);
  events.stopped = instant (calendar, row->stopped);
  events.allowance = dd_calendar_get_minutes_per_day (calendar);
  events.pauses = pauses;
  for (; events.n_pauses < G_N_ELEMENTS (pauses); events.n_pauses++)
    {
      const Pause *pause = &row->pauses[events.n_pauses];

      if (pause->start == NULL)
        break;
      pauses[events.n_pauses].span.start = instant (calendar, pause->start);
      pauses[events.n_pauses].span.finish =
          pause->finish != NULL ? instant (calendar, pause->finish) : DD_INSTANT_MAX;
      pauses[events.n_pauses].reason = pause->reason;
    }
  return dd_clock_new (calendar, &events, instant (calendar, row->now));
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (DdCalendar) calendar = make_calendar ();
  g_autoptr (DdClock) clock = make_clock (calendar, row);
  g_autofree char *words = dd_clock_explain (clock);

  g_assert_cmpint (dd_clock_get_state (clock), ==, row->state);
  g_assert_cmpint (dd_clock_get_elapsed (clock), ==, row->elapsed);
  g_assert_cmpint (dd_clock_get_remaining (clock), ==, row->remaining);
  g_assert_cmpint (dd_clock_get_due (clock), ==, instant (calendar, row->due));
  g_assert_cmpstr (words, ==, row->words);
}

static const Row *
find_row (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].name, name))
      return &rows[i];
  g_assert_not_reached ();
}

/* Reminders: at half, and two hours before the end. */
static void
test_instants (void)
{
  g_autoptr (DdCalendar) calendar = make_calendar ();
  g_autoptr (DdClock) clock = make_clock (calendar, find_row ("a wait is over"));
  g_autoptr (DdClock) none = make_clock (calendar, find_row ("no request yet"));

  g_assert_cmpint (dd_clock_get_instant (clock, 0), ==, instant (calendar, "2026-12-04T09:00"));
  g_assert_cmpint (dd_clock_get_instant (clock, 60), ==, instant (calendar, "2026-12-04T10:00"));
  g_assert_cmpint (dd_clock_get_instant (clock, 240), ==, instant (calendar, "2026-12-04T15:00"));
  g_assert_cmpint (dd_clock_get_instant (clock, 360), ==, instant (calendar, "2026-12-04T17:00"));
  g_assert_cmpint (dd_clock_get_instant (clock, G_MAXINT64), ==, DD_INSTANT_MAX);
  g_assert_cmpint (dd_clock_get_instant (none, 60), ==, DD_INSTANT_NONE);
}

static void
test_strip (void)
{
  const struct
  {
    const char *finish;
    DdStripKind kind;
  } expected[] = {
    { "2026-12-04T09:00", DD_STRIP_NIGHT }, { "2026-12-04T11:00", DD_STRIP_OPEN },
    { "2026-12-07T11:00", DD_STRIP_PAUSE }, { "2026-12-07T17:00", DD_STRIP_OPEN },
    { "2026-12-08T00:00", DD_STRIP_NIGHT }, { "2026-12-09T00:00", DD_STRIP_EXCEPTION },
    { "2026-12-09T08:00", DD_STRIP_NIGHT },
  };
  g_autoptr (DdCalendar) calendar = make_calendar ();
  g_autoptr (DdClock) clock = make_clock (calendar, find_row ("an open wait"));
  DdRange within = { instant (calendar, "2026-12-04"), instant (calendar, "2026-12-09T08:00") };
  DdRange before = { instant (calendar, "2026-12-03"), instant (calendar, "2026-12-03T08:00") };
  g_autoptr (GArray) strip = dd_clock_list_strip (clock, within);
  g_autoptr (GArray) night = dd_clock_list_strip (clock, before);

  g_assert_cmpuint (strip->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < strip->len; i++)
    {
      const DdStripSpan *span = &g_array_index (strip, DdStripSpan, i);

      g_assert_cmpint (span->span.start, ==, i > 0 ? span[-1].span.finish : within.start);
      g_assert_cmpint (span->span.finish, ==, instant (calendar, expected[i].finish));
      g_assert_cmpint (span->kind, ==, expected[i].kind);
    }
  g_assert_cmpuint (night->len, ==, 1);
  g_assert_cmpint (g_array_index (night, DdStripSpan, 0).span.finish, ==, before.finish);
}

/* Nothing recorded can make it count wrong or overflow. */
static void
test_limits (void)
{
  g_autoptr (DdCalendar) calendar = make_calendar ();
  const DdClockPause pauses[] = {
    { { G_MININT64, G_MAXINT64 }, "" },
    { { G_MAXINT64, G_MAXINT64 }, NULL },
    { { G_MININT64, 0 }, NULL },
  };
  DdClockEvents events = { 0, G_MAXINT64, G_MAXINT64, pauses, G_N_ELEMENTS (pauses) };
  g_autoptr (DdClock) paused = dd_clock_new (calendar, &events, G_MAXINT64 - 1);
  g_autoptr (DdClock) clock = NULL;
  g_autofree char *words = dd_clock_explain (paused);

  g_assert_cmpint (dd_clock_get_state (paused), ==, DD_CLOCK_PAUSED);
  g_assert_cmpint (dd_clock_get_elapsed (paused), ==, 0);
  g_assert_cmpint (dd_clock_get_due (paused), ==, DD_INSTANT_MAX);

  events = (DdClockEvents){ G_MAXINT64, DD_INSTANT_NONE, 0, NULL, 0 };
  clock = dd_clock_new (calendar, &events, G_MAXINT64);
  g_assert_cmpint (dd_clock_get_state (clock), ==, DD_CLOCK_RUNNING);
  g_assert_cmpint (dd_clock_get_due (clock), ==, DD_INSTANT_MAX);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/clock/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/clock/instants", test_instants);
  g_test_add_func ("/clock/strip", test_strip);
  g_test_add_func ("/clock/limits", test_limits);
  return g_test_run ();
}
