/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Working time where it is easily got wrong: nights, breaks, the days around exceptions, leap days
 * and year ends, and clocks that skip, repeat or jump.
 */
#include "config.h"

#include "time/dd-calendar.h"

#define HOUR G_GINT64_CONSTANT (3600)

#define WEEKDAYS(hours)                                                                            \
  "monday=" hours "\ntuesday=" hours "\nwednesday=" hours "\nthursday=" hours "\nfriday=" hours "\n"
#define ALL_DAYS(hours) WEEKDAYS (hours) "saturday=" hours "\nsunday=" hours "\n"
#define IN(zone)        "[calendar]\ntimezone=" zone "\n"

static const char office[] = IN ("Europe/Berlin") WEEKDAYS ("09:00-17:00");
static const char split[] = IN ("Europe/Berlin") WEEKDAYS ("09:00-12:00;13:00-17:00");
static const char nights[] = IN ("Europe/Berlin") "monday=22:00-24:00\n"
                                                  "tuesday=00:00-06:00;22:00-24:00\n"
                                                  "wednesday=00:00-06:00\n";
static const char always[] = IN ("Europe/Berlin") ALL_DAYS ("00:00-24:00");
static const char early_hours[] = IN ("Europe/Berlin") ALL_DAYS ("02:00-03:00");
static const char christmas[] =
    IN ("Europe/Berlin") WEEKDAYS ("09:00-17:00") "[exceptions]\n"
                                                  "2026-12-24=09:00-13:00\n"
                                                  "2026-12-25=off\n"
                                                  "2026-12-27=10:00-12:00\n"
                                                  "2026-12-28..2027-01-03=off\n";
static const char santiago[] = IN ("America/Santiago") ALL_DAYS ("00:00-24:00");
static const char sao_paulo[] = IN ("America/Sao_Paulo") ALL_DAYS ("23:00-24:00;00:00-02:00");
static const char sao_paulo_off[] =
    IN ("America/Sao_Paulo") ALL_DAYS ("00:00-24:00") "[exceptions]\n"
                                                      "2018-02-17=off\n";
static const char st_johns_off[] =
    IN ("America/St_Johns") ALL_DAYS ("00:00-24:00") "[exceptions]\n"
                                                     "2006-10-28=off\n";
static const char apia[] = IN ("Pacific/Apia") ALL_DAYS ("09:00-17:00") "[exceptions]\n"
                                                                        "2011-12-30=00:00-24:00\n";
static const char lord_howe[] = IN ("Australia/Lord_Howe") ALL_DAYS ("01:30-02:00");
static const char kathmandu[] = IN ("Asia/Kathmandu") ALL_DAYS ("00:00-24:00");
static const char monrovia[] = IN ("Africa/Monrovia") ALL_DAYS ("00:00-24:00");
static const char monday[] = IN ("UTC") "monday=09:00-17:00\n";

static DdCalendar *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  DdCalendar *calendar = dd_calendar_parse (text, -1, "test", &error);

  g_assert_no_error (error);
  return calendar;
}

static gint64
instant (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

static void
assert_instant (DdCalendar *calendar, gint64 is, const char *expected)
{
  g_autofree char *text = dd_calendar_format_instant (calendar, is);

  g_assert_cmpstr (text, ==, expected);
}

/* --- Add and subtract --- */

/* Rows are read both ways: subtracting from the end must lead back, unless "back" says where to. */
typedef struct
{
  const char *name;
  const char *calendar;
  const char *from;
  gint64 minutes;
  const char *to;
  const char *back;
} Sum;

static const Sum sums[] = {
  { "nothing at night", office, "2026-12-01T03:00:00+01:00", 0, "2026-12-01T03:00:00+01:00" },
  { "a minute", office, "2026-12-01T09:00:00+01:00", 1, "2026-12-01T09:01:00+01:00" },
  { "a day fills the day", office, "2026-12-01T09:00:00+01:00", 480, "2026-12-01T17:00:00+01:00" },
  { "a day from the evening before", office, "2026-11-30T17:00:00+01:00", 480,
    "2026-12-01T17:00:00+01:00", "2026-12-01T09:00:00+01:00" },
  { "a day from noon", office, "2026-12-01T12:00:00+01:00", 480, "2026-12-02T12:00:00+01:00" },
  { "over a weekend", office, "2026-12-04T16:00:00+01:00", 120, "2026-12-07T10:00:00+01:00" },
  { "from a Saturday", office, "2026-12-05T11:11:11+01:00", 60, "2026-12-07T10:00:00+01:00",
    "2026-12-07T09:00:00+01:00" },
  { "a week", office, "2026-12-01T09:00:00+01:00", 2400, "2026-12-07T17:00:00+01:00" },
  { "within a minute", office, "2026-12-01T09:00:30+01:00", 1, "2026-12-01T09:01:30+01:00" },
  { "half a minute on Friday, half on Monday", office, "2026-12-04T16:59:30+01:00", 1,
    "2026-12-07T09:00:30+01:00" },
  { "a break", split, "2026-12-01T11:30:00+01:00", 60, "2026-12-01T13:30:00+01:00" },
  { "up to a break", split, "2026-12-01T11:30:00+01:00", 30, "2026-12-01T12:00:00+01:00" },
  { "from within a break", split, "2026-12-01T12:30:00+01:00", 30, "2026-12-01T13:30:00+01:00",
    "2026-12-01T13:00:00+01:00" },
  { "a night goes on after 24:00", nights, "2026-11-30T22:00:00+01:00", 480,
    "2026-12-01T06:00:00+01:00" },
  { "up to 24:00", nights, "2026-11-30T22:00:00+01:00", 120, "2026-12-01T00:00:00+01:00" },
  { "two nights", nights, "2026-11-30T22:00:00+01:00", 960, "2026-12-02T06:00:00+01:00" },
  { "half a holiday", christmas, "2026-12-24T12:00:00+01:00", 90, "2026-12-27T10:30:00+01:00" },
  { "a Sunday with hours", christmas, "2026-12-24T13:00:00+01:00", 120, "2026-12-27T12:00:00+01:00",
    "2026-12-27T10:00:00+01:00" },
  { "holidays over the year", christmas, "2026-12-27T11:00:00+01:00", 120,
    "2027-01-04T10:00:00+01:00" },
  { "a year's end", office, "2026-12-31T16:00:00+01:00", 120, "2027-01-01T10:00:00+01:00" },
  { "a leap day", office, "2028-02-28T16:00:00+01:00", 120, "2028-02-29T10:00:00+01:00" },
  { "after a leap day", office, "2028-02-29T16:00:00+01:00", 120, "2028-03-01T10:00:00+01:00" },
  { "the leap day of 2000", office, "2000-02-28T16:00:00+01:00", 120, "2000-02-29T10:00:00+01:00" },
  { "no leap day in 2100", always, "2100-02-28T23:00:00+01:00", 120, "2100-03-01T01:00:00+01:00" },
  { "Berlin skips an hour", always, "2027-03-28T01:00:00+01:00", 120, "2027-03-28T04:00:00+02:00" },
  { "Berlin repeats an hour", always, "2027-10-31T01:00:00+02:00", 180,
    "2027-10-31T03:00:00+01:00" },
  { "Berlin's skipped hour is not worked", early_hours, "2027-03-27T02:30:00+01:00", 60,
    "2027-03-29T02:30:00+02:00" },
  { "Berlin's repeated hour is worked twice", early_hours, "2027-10-31T02:00:00+02:00", 120,
    "2027-10-31T03:00:00+01:00" },
  { "office hours do not notice", office, "2027-03-26T09:00:00+01:00", 960,
    "2027-03-29T17:00:00+02:00" },
  { "Santiago skips midnight", santiago, "2026-09-05T23:00:00-04:00", 120,
    "2026-09-06T02:00:00-03:00" },
  { "Santiago repeats 23:00", santiago, "2027-04-03T22:30:00-03:00", 120,
    "2027-04-03T23:30:00-04:00" },
  { "Sao Paulo skips midnight", sao_paulo, "2018-11-03T23:00:00-03:00", 120,
    "2018-11-04T02:00:00-02:00" },
  { "Sao Paulo repeats 23:00", sao_paulo, "2018-02-17T23:00:00-02:00", 120,
    "2018-02-18T00:00:00-03:00" },
  { "a day off is off when it comes back", sao_paulo_off, "2018-02-16T23:00:00-02:00", 120,
    "2018-02-18T01:00:00-03:00" },
  { "Samoa has no 30 December 2011", apia, "2011-12-29T09:00:00-10:00", 960,
    "2011-12-31T17:00:00+14:00" },
  { "Lord Howe repeats half an hour", lord_howe, "2027-04-04T01:30:00+11:00", 60,
    "2027-04-04T02:00:00+10:30" },
  { "Nepal moved a quarter of an hour", kathmandu, "1985-12-31T23:00:00+05:30", 120,
    "1986-01-01T01:15:00+05:45" },
};

static void
test_add (gconstpointer data)
{
  const Sum *row = data;
  g_autoptr (DdCalendar) calendar = parse (row->calendar);

  assert_instant (calendar, dd_calendar_add (calendar, instant (row->from), row->minutes), row->to);
}

static void
test_subtract (gconstpointer data)
{
  const Sum *row = data;
  g_autoptr (DdCalendar) calendar = parse (row->calendar);

  assert_instant (calendar, dd_calendar_subtract (calendar, instant (row->to), row->minutes),
                  row->back != NULL ? row->back : row->from);
}

/* --- Between --- */

typedef struct
{
  const char *name;
  const char *calendar;
  const char *from;
  const char *to;
  gint64 minutes;
} Difference;

static const Difference differences[] = {
  { "the same instant", office, "2026-12-01T10:00:00+01:00", "2026-12-01T10:00:00+01:00", 0 },
  { "a night", office, "2026-12-01T17:00:00+01:00", "2026-12-02T09:00:00+01:00", 0 },
  { "59 seconds", office, "2026-12-01T10:00:00+01:00", "2026-12-01T10:00:59+01:00", 0 },
  { "backwards", office, "2026-12-02T10:00:00+01:00", "2026-12-01T10:00:00+01:00", -480 },
  { "59 seconds backwards", office, "2026-12-01T10:00:59+01:00", "2026-12-01T10:00:00+01:00", 0 },
  { "a spring day", always, "2027-03-28T00:00:00+01:00", "2027-03-29T00:00:00+02:00", 23 * 60 },
  { "an autumn day", always, "2027-10-31T00:00:00+02:00", "2027-11-01T00:00:00+01:00", 25 * 60 },
  { "a year", office, "2026-01-01T00:00:00+01:00", "2027-01-01T00:00:00+01:00", 261 * 480 },
  { "a leap year", office, "2028-01-01T00:00:00+01:00", "2029-01-01T00:00:00+01:00", 260 * 480 },
  { "a century", always, "2000-01-01T00:00:00+01:00", "2100-01-01T00:00:00+01:00", 36525 * 1440 },
  { "a minute of the day that comes back", st_johns_off, "2006-10-28T00:00:00-02:30",
    "2006-10-29T00:00:00-03:30", 1 },
  { "an old clock's half minute is dropped", monrovia, "1972-01-07T00:00:00Z",
    "1972-01-08T00:00:00Z", 24 * 60 },
};

static void
test_between (gconstpointer data)
{
  const Difference *row = data;
  g_autoptr (DdCalendar) calendar = parse (row->calendar);

  g_assert_cmpint (dd_calendar_between (calendar, instant (row->from), instant (row->to)), ==,
                   row->minutes);
}

/* On 7 January 1972 Liberia went from 44 min 30 s behind Greenwich to its time: that day has
 * 23:15:30, and neither seconds nor minutes get lost. */
static void
test_odd_offset (void)
{
  g_autoptr (DdCalendar) calendar =
      parse (IN ("Africa/Monrovia") ALL_DAYS ("00:00-24:00") "[exceptions]\n1972-01-07=off\n");
  gint64 start = instant ("1972-01-06T00:44:30Z");

  g_assert_cmpint (dd_calendar_day_start (calendar, 1972, 1, 6), ==, start);
  g_assert_cmpint (dd_calendar_add (calendar, start, 24 * 60), ==, start + 24 * HOUR);
  g_assert_cmpint (dd_calendar_add (calendar, start, 24 * 60 + 1), ==,
                   instant ("1972-01-08T00:01:00Z"));
  g_assert_cmpint (dd_calendar_seconds_between (calendar, start, start + 50 * HOUR), ==,
                   24 * HOUR + 50 * HOUR - 24 * HOUR - (23 * HOUR + 15 * 60 + 30));
}

/* --- Where work starts and ends --- */

typedef struct
{
  const char *name;
  const char *calendar;
  const char *at;
  gboolean working;
  const char *next;
  const char *previous;
} Place;

static const Place places[] = {
  { "in the office", office, "2026-12-01T10:00:30+01:00", TRUE, "2026-12-01T10:00:30+01:00",
    "2026-12-01T10:00:30+01:00" },
  { "as it opens", office, "2026-12-01T09:00:00+01:00", TRUE, "2026-12-01T09:00:00+01:00",
    "2026-11-30T17:00:00+01:00" },
  { "as it shuts", office, "2026-12-01T17:00:00+01:00", FALSE, "2026-12-02T09:00:00+01:00",
    "2026-12-01T17:00:00+01:00" },
  { "the last second", office, "2026-12-01T16:59:59+01:00", TRUE, "2026-12-01T16:59:59+01:00",
    "2026-12-01T16:59:59+01:00" },
  { "a weekend", office, "2026-12-05T12:00:00+01:00", FALSE, "2026-12-07T09:00:00+01:00",
    "2026-12-04T17:00:00+01:00" },
  { "a break", split, "2026-12-01T12:30:00+01:00", FALSE, "2026-12-01T13:00:00+01:00",
    "2026-12-01T12:00:00+01:00" },
  { "midnight of a night's work", nights, "2026-12-01T00:00:00+01:00", TRUE,
    "2026-12-01T00:00:00+01:00", "2026-12-01T00:00:00+01:00" },
  { "holidays", christmas, "2026-12-30T12:00:00+01:00", FALSE, "2027-01-04T09:00:00+01:00",
    "2026-12-27T12:00:00+01:00" },
  { "the skipped hour's place", early_hours, "2027-03-28T03:00:00+02:00", FALSE,
    "2027-03-29T02:00:00+02:00", "2027-03-27T03:00:00+01:00" },
  { "between an hour and itself", early_hours, "2027-10-31T02:00:00+01:00", TRUE,
    "2027-10-31T02:00:00+01:00", "2027-10-31T02:00:00+01:00" },
  { "the last minute of Samoa's Thursday", apia, "2011-12-29T23:59:00-10:00", FALSE,
    "2011-12-31T09:00:00+14:00", "2011-12-29T17:00:00-10:00" },
};

static void
test_place (gconstpointer data)
{
  const Place *row = data;
  g_autoptr (DdCalendar) calendar = parse (row->calendar);
  gint64 at = instant (row->at);

  g_assert_cmpint (dd_calendar_is_working (calendar, at), ==, row->working);
  assert_instant (calendar, dd_calendar_next_working (calendar, at), row->next);
  assert_instant (calendar, dd_calendar_previous_working (calendar, at), row->previous);
}

/* --- The ends of time --- */

static void
test_limits (void)
{
  g_autoptr (DdCalendar) calendar = parse (monday);
  const gint64 first = 4 * 24 * HOUR + 9 * HOUR;        /* 1970-01-05 09:00 */
  const gint64 last = instant ("2199-12-30T17:00:00Z"); /* a Monday */
  const gint64 all = dd_calendar_between (calendar, G_MININT64, G_MAXINT64);

  g_assert_cmpint (all, ==, 12001 * 480);
  g_assert_cmpint (dd_calendar_between (calendar, G_MAXINT64, G_MININT64), ==, -all);
  g_assert_cmpint (dd_calendar_between (calendar, DD_INSTANT_MIN, DD_INSTANT_MAX), ==, all);

  g_assert_cmpint (dd_calendar_next_working (calendar, G_MININT64), ==, first);
  g_assert_cmpint (dd_calendar_next_working (calendar, last), ==, DD_INSTANT_MAX);
  g_assert_cmpint (dd_calendar_next_working (calendar, G_MAXINT64), ==, DD_INSTANT_MAX);
  g_assert_cmpint (dd_calendar_previous_working (calendar, G_MAXINT64), ==, last);
  g_assert_cmpint (dd_calendar_previous_working (calendar, first), ==, DD_INSTANT_MIN);
  g_assert_cmpint (dd_calendar_previous_working (calendar, G_MININT64), ==, DD_INSTANT_MIN);

  g_assert_cmpint (dd_calendar_add (calendar, G_MININT64, all), ==, last);
  g_assert_cmpint (dd_calendar_add (calendar, G_MININT64, all + 1), ==, DD_INSTANT_MAX);
  g_assert_cmpint (dd_calendar_add (calendar, 0, G_MAXINT64), ==, DD_INSTANT_MAX);
  g_assert_cmpint (dd_calendar_add (calendar, G_MAXINT64, G_MAXINT64), ==, DD_INSTANT_MAX);
  g_assert_cmpint (dd_calendar_add (calendar, G_MAXINT64, 0), ==, G_MAXINT64);
  g_assert_cmpint (dd_calendar_add_seconds (calendar, 0, G_MAXINT64), ==, DD_INSTANT_MAX);
  g_assert_cmpint (dd_calendar_add_seconds (calendar, 0, 1), ==, first + 1);
  g_assert_cmpint (dd_calendar_subtract (calendar, G_MAXINT64, all), ==, first);
  g_assert_cmpint (dd_calendar_subtract (calendar, G_MAXINT64, all + 1), ==, DD_INSTANT_MIN);
  g_assert_cmpint (dd_calendar_subtract (calendar, G_MININT64, G_MAXINT64), ==, DD_INSTANT_MIN);
  g_assert_cmpint (dd_calendar_subtract (calendar, G_MININT64, 0), ==, G_MININT64);

  g_assert_false (dd_calendar_is_working (calendar, G_MININT64));
  g_assert_false (dd_calendar_is_working (calendar, G_MAXINT64));
}

/* Where all of time is worked there is still none outside of it. */
static void
test_limits_of_always (void)
{
  g_autoptr (DdCalendar) calendar = parse (always);
  DdRange all = { G_MININT64, G_MAXINT64 };
  g_autoptr (GArray) spans = dd_calendar_list_working (calendar, all);
  g_autoptr (GArray) strip = dd_calendar_list_strip (calendar, all);

  g_assert_cmpuint (strip->len, ==, 3);
  g_assert_cmpint (g_array_index (strip, DdStripSpan, 0).span.start, ==, G_MININT64);
  g_assert_cmpint (g_array_index (strip, DdStripSpan, 1).span.start, ==, DD_INSTANT_MIN);
  g_assert_cmpint (g_array_index (strip, DdStripSpan, 2).span.start, ==, DD_INSTANT_MAX);
  g_assert_cmpint (g_array_index (strip, DdStripSpan, 2).span.finish, ==, G_MAXINT64);
  g_assert_cmpuint (spans->len, ==, 1);
  g_assert_cmpint (g_array_index (spans, DdRange, 0).start, ==, DD_INSTANT_MIN);
  g_assert_cmpint (g_array_index (spans, DdRange, 0).finish, ==, DD_INSTANT_MAX);
  g_assert_true (dd_calendar_is_working (calendar, DD_INSTANT_MIN));
  g_assert_false (dd_calendar_is_working (calendar, DD_INSTANT_MIN - 1));
  g_assert_true (dd_calendar_is_working (calendar, DD_INSTANT_MAX - 1));
  g_assert_false (dd_calendar_is_working (calendar, DD_INSTANT_MAX));
}

/* --- Lists --- */

static void
test_list_working (void)
{
  g_autoptr (DdCalendar) calendar = parse (christmas);
  DdRange within = { instant ("2026-12-24T12:00:00+01:00"), instant ("2027-01-04T10:00:00+01:00") };
  DdRange night = { instant ("2026-12-25T00:00:00+01:00"), instant ("2026-12-26T00:00:00+01:00") };
  DdRange empty = { within.start, within.start };
  g_autoptr (GArray) spans = dd_calendar_list_working (calendar, within);
  g_autoptr (GArray) none = dd_calendar_list_working (calendar, night);
  g_autoptr (GArray) nothing = dd_calendar_list_working (calendar, empty);

  g_assert_cmpuint (spans->len, ==, 3);
  g_assert_cmpint (g_array_index (spans, DdRange, 0).start, ==, within.start);
  assert_instant (calendar, g_array_index (spans, DdRange, 0).finish, "2026-12-24T13:00:00+01:00");
  assert_instant (calendar, g_array_index (spans, DdRange, 1).start, "2026-12-27T10:00:00+01:00");
  assert_instant (calendar, g_array_index (spans, DdRange, 2).start, "2027-01-04T09:00:00+01:00");
  g_assert_cmpint (g_array_index (spans, DdRange, 2).finish, ==, within.finish);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_list_strip (void)
{
  const struct
  {
    const char *finish;
    DdStripKind kind;
  } expected[] = {
    { "2026-12-23T17:00:00+01:00", DD_STRIP_OPEN },
    { "2026-12-24T00:00:00+01:00", DD_STRIP_NIGHT },
    { "2026-12-24T09:00:00+01:00", DD_STRIP_EXCEPTION },
    { "2026-12-24T13:00:00+01:00", DD_STRIP_OPEN },
    { "2026-12-26T00:00:00+01:00", DD_STRIP_EXCEPTION },
    { "2026-12-27T00:00:00+01:00", DD_STRIP_WEEKEND },
    { "2026-12-27T10:00:00+01:00", DD_STRIP_EXCEPTION },
    { "2026-12-27T11:00:00+01:00", DD_STRIP_OPEN },
  };
  g_autoptr (DdCalendar) calendar = parse (christmas);
  DdRange within = { instant ("2026-12-23T12:00:00+01:00"), instant ("2026-12-27T11:00:00+01:00") };
  g_autoptr (GArray) strip = dd_calendar_list_strip (calendar, within);

  g_assert_cmpuint (strip->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < strip->len; i++)
    {
      assert_instant (calendar, g_array_index (strip, DdStripSpan, i).span.finish,
                      expected[i].finish);
      g_assert_cmpint (g_array_index (strip, DdStripSpan, i).kind, ==, expected[i].kind);
    }
}

/* --- Intersection --- */

static void
test_intersect (void)
{
  g_autoptr (DdCalendar) berlin = parse (office);
  g_autoptr (DdCalendar) halifax = parse (IN ("America/Halifax") WEEKDAYS ("08:00-12:00"));
  g_autoptr (GError) error = NULL;
  g_autoptr (DdCalendar) both = dd_calendar_intersect (berlin, halifax, &error);
  gint64 winter = instant ("2027-03-12T10:00:00+01:00");
  gint64 between = instant ("2027-03-15T10:00:00+01:00");

  g_assert_no_error (error);
  /* Five hours apart in winter: 13:00 to 17:00. Halifax changes its clocks two weeks earlier. */
  assert_instant (both, dd_calendar_next_working (both, winter), "2027-03-12T13:00:00+01:00");
  assert_instant (both, dd_calendar_next_working (both, between), "2027-03-15T12:00:00+01:00");
  g_assert_cmpint (dd_calendar_between (both, winter, winter + 24 * HOUR), ==, 240);
  g_assert_cmpstr (dd_calendar_get_timezone (both), ==, "Europe/Berlin");
}

static void
test_intersect_none (void)
{
  g_autoptr (DdCalendar) berlin = parse (office);
  g_autoptr (DdCalendar) auckland = parse (IN ("Pacific/Auckland") WEEKDAYS ("09:00-17:00"));
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_calendar_intersect (berlin, auckland, &error));
  g_assert_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_NO_WORK);
  g_assert_cmpstr (error->message, ==,
                   "two calendars, in Europe/Berlin and in Pacific/Auckland, "
                   "never work at the same time");
}

static void
test_intersect_self (void)
{
  g_autoptr (DdCalendar) berlin = parse (office);
  g_autoptr (DdCalendar) same = dd_calendar_intersect (berlin, berlin, NULL);
  g_autoptr (DdCalendar) equal = parse (office);
  g_autoptr (DdCalendar) both = dd_calendar_intersect (berlin, equal, NULL);
  g_autofree char *text = dd_calendar_to_text (both);
  g_autofree char *own = dd_calendar_to_text (berlin);

  g_assert_true (same == berlin);
  g_assert_cmpstr (text, ==, own);
  for (gint64 at = 0; at < DD_INSTANT_MAX; at += 1000003)
    g_assert_cmpint (dd_calendar_next_working (both, at), ==,
                     dd_calendar_next_working (berlin, at));
}

/* --- The default --- */

static void
test_default (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", &error);
  g_autofree char *text = dd_calendar_to_text (calendar);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==,
                   IN ("Europe/Berlin") "minutes-per-day=480\ndays-per-week=5\n" WEEKDAYS (
                       "09:00-17:00"));
  g_assert_null (dd_calendar_new_default ("Mars/Phobos", &error));
  g_assert_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_ZONE);
}

static void
test_default_of_machine (void)
{
  g_autoptr (DdCalendar) calendar = NULL;

  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  calendar = dd_calendar_new_default (NULL, NULL);
  g_assert_cmpstr (dd_calendar_get_timezone (calendar), ==, "Asia/Tokyo");
  g_setenv ("TZ", "UTC", TRUE);
}

static void
test_boxed (void)
{
  g_autoptr (DdCalendar) calendar = parse (office);
  GValue value = G_VALUE_INIT;

  g_value_init (&value, DD_TYPE_CALENDAR);
  g_value_set_boxed (&value, calendar);
  g_assert_true (g_value_get_boxed (&value) == calendar);
  g_value_unset (&value);
}

static void
add_sums (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *add = g_strconcat ("/calendar/add/", sums[i].name, NULL);
      g_autofree char *subtract = g_strconcat ("/calendar/subtract/", sums[i].name, NULL);

      g_test_add_data_func (add, &sums[i], test_add);
      g_test_add_data_func (subtract, &sums[i], test_subtract);
    }
}

static void
add_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    {
      g_autofree char *path = g_strconcat ("/calendar/between/", differences[i].name, NULL);

      g_test_add_data_func (path, &differences[i], test_between);
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strconcat ("/calendar/place/", places[i].name, NULL);

      g_test_add_data_func (path, &places[i], test_place);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_sums ();
  add_rows ();
  g_test_add_func ("/calendar/odd offset", test_odd_offset);
  g_test_add_func ("/calendar/limits", test_limits);
  g_test_add_func ("/calendar/limits of always", test_limits_of_always);
  g_test_add_func ("/calendar/list working", test_list_working);
  g_test_add_func ("/calendar/list strip", test_list_strip);
  g_test_add_func ("/calendar/intersect", test_intersect);
  g_test_add_func ("/calendar/intersect none", test_intersect_none);
  g_test_add_func ("/calendar/intersect self", test_intersect_self);
  g_test_add_func ("/calendar/default", test_default);
  g_test_add_func ("/calendar/default of machine", test_default_of_machine);
  g_test_add_func ("/calendar/boxed", test_boxed);
  return g_test_run ();
}
