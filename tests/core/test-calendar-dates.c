/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Dates and instants of DdCalendar: what is read and printed, and where a day begins when clocks
 * skip its midnight, or all of it.
 */
#include "config.h"

#include "time/dd-calendar.h"

#define HOUR     G_GINT64_CONSTANT (3600)
#define IN(zone) "[calendar]\ntimezone=" zone "\nmonday=09:00-17:00\n"

static const char utc[] = IN ("UTC");
static const char berlin[] = IN ("Europe/Berlin");
static const char santiago[] = IN ("America/Santiago");
static const char sao_paulo[] = IN ("America/Sao_Paulo");
static const char apia[] = IN ("Pacific/Apia");
static const char kathmandu[] = IN ("Asia/Kathmandu");
static const char lord_howe[] = IN ("Australia/Lord_Howe");

static DdCalendar *
parse (const char *text)
{
  DdCalendar *calendar = dd_calendar_parse (text, -1, "test", NULL);

  g_assert_nonnull (calendar);
  return calendar;
}

static void
assert_instant (DdCalendar *calendar, gint64 is, const char *expected)
{
  g_autofree char *text = dd_calendar_format_instant (calendar, is);

  g_assert_cmpstr (text, ==, expected);
}

/* --- Read --- */

typedef struct
{
  const char *name;
  const char *calendar;
  const char *text;
  const char *start; /* NULL: refused */
  const char *end;   /* (nullable): with end_of_day, where that is another */
} Written;

static const Written written[] = {
  { "a date", berlin, "2026-12-01", "2026-12-01T00:00:00+01:00", "2026-12-02T00:00:00+01:00" },
  { "a spring date", berlin, "2027-03-28", "2027-03-28T00:00:00+01:00",
    "2027-03-29T00:00:00+02:00" },
  { "a date without midnight", sao_paulo, "2018-11-04", "2018-11-04T01:00:00-02:00",
    "2018-11-05T00:00:00-02:00" },
  { "a date that is not", apia, "2011-12-30", "2011-12-31T00:00:00+14:00",
    "2011-12-31T00:00:00+14:00" },
  { "the first date", utc, "1970-01-01", "1970-01-01T00:00:00+00:00", "1970-01-02T00:00:00+00:00" },
  { "the last date", utc, "2199-12-31", "2199-12-31T00:00:00+00:00", "2200-01-01T00:00:00+00:00" },
  { "local time", berlin, "2026-12-01T09:00", "2026-12-01T09:00:00+01:00" },
  { "local time with seconds", berlin, "2026-12-01T09:00:30", "2026-12-01T09:00:30+01:00" },
  { "with a space", berlin, "2026-12-01 09:00", "2026-12-01T09:00:00+01:00" },
  { "local time in summer", berlin, "2026-07-01T09:00", "2026-07-01T09:00:00+02:00" },
  { "local time that is skipped", berlin, "2027-03-28T02:30", "2027-03-28T03:00:00+02:00" },
  { "local time that comes twice", berlin, "2027-10-31T02:30", "2027-10-31T02:30:00+02:00" },
  { "with an offset", berlin, "2026-12-01T09:00:00+05:45", "2026-12-01T04:15:00+01:00" },
  { "with hours of offset", berlin, "2026-12-01T09:00-03", "2026-12-01T13:00:00+01:00" },
  { "Z", berlin, "2026-12-01T09:00Z", "2026-12-01T10:00:00+01:00" },
  { "a fraction", berlin, "2026-12-01T09:00:00.999Z", "2026-12-01T10:00:00+01:00" },
  { "empty", berlin, "", NULL },
  { "a word", berlin, "tomorrow", NULL },
  { "year 9999", berlin, "9999-12-31", NULL },
  { "year 1969", berlin, "1969-12-31", NULL },
  { "no such date", berlin, "2026-02-29", NULL },
  { "24:00", berlin, "2026-12-01T24:00", NULL },
  { "no time", berlin, "2026-12-01T", NULL },
  { "an hour", berlin, "2026-12-01T09", NULL },
  { "something behind", berlin, "2026-12-01T09:00Zulu", NULL },
  { "something behind a date", berlin, "2026-12-01 ", NULL },
  { "before 1970 by its offset", berlin, "1970-01-01T00:00+01:00", NULL },
  { "after 2199 by its offset", berlin, "2199-12-31T23:00-02:00", NULL },
  { "not UTF-8", berlin, "2026\xff", NULL },
};

static void
test_parse_instant (gconstpointer data)
{
  const Written *row = data;
  g_autoptr (DdCalendar) calendar = parse (row->calendar);
  g_autoptr (GError) error = NULL;
  gint64 start = dd_calendar_parse_instant (calendar, row->text, FALSE, &error);

  if (row->start == NULL)
    {
      g_assert_cmpint (start, ==, DD_INSTANT_NONE);
      g_assert_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_DATE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_no_error (error);
  assert_instant (calendar, start, row->start);
  assert_instant (calendar, dd_calendar_parse_instant (calendar, row->text, TRUE, NULL),
                  row->end != NULL ? row->end : row->start);
}

/* --- Printed --- */

/* What is printed is read again, but for what a zone calls 1969 or 2200. */
static void
test_format_instant (void)
{
  g_autoptr (DdCalendar) calendar = parse (apia);

  for (gint64 at = 12 * HOUR; at < DD_INSTANT_MAX - 15 * HOUR; at += 9999991)
    {
      g_autofree char *text = dd_calendar_format_instant (calendar, at);

      g_assert_cmpint (dd_calendar_parse_instant (calendar, text, FALSE, NULL), ==, at);
    }
}

static void
test_format (void)
{
  g_autoptr (DdCalendar) calendar = parse (kathmandu);
  g_autofree char *text = dd_calendar_format (calendar, 0, "%d.%m.%Y %H:%M");

  g_assert_cmpstr (text, ==, "01.01.1970 05:30");
}

/* --- Days --- */

/* Every instant lies in the day that its date says, from its start to before the next's. */
static void
test_julian_days (void)
{
  const char *const texts[] = { berlin, santiago, apia, kathmandu, lord_howe };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DdCalendar) calendar = parse (texts[i]);

      for (gint64 at = DD_INSTANT_MIN; at < DD_INSTANT_MAX; at += 13 * HOUR + 7)
        {
          guint32 julian = dd_calendar_julian_day (calendar, at);

          g_assert_cmpint (dd_calendar_julian_start (calendar, julian), <=, at);
          g_assert_cmpint (dd_calendar_julian_start (calendar, julian + 1), >, at);
        }
    }
}

static void
test_day_start (void)
{
  g_autoptr (DdCalendar) germany = parse (berlin);
  g_autoptr (DdCalendar) chile = parse (santiago);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 12, 2026);
  assert_instant (germany, dd_calendar_day_start (germany, 2026, 12, 1),
                  "2026-12-01T00:00:00+01:00");
  assert_instant (germany, dd_calendar_julian_start (germany, g_date_get_julian (&date)),
                  "2026-12-01T00:00:00+01:00");
  g_assert_cmpuint (dd_calendar_julian_day (germany, dd_calendar_day_start (germany, 2026, 12, 1)),
                    ==, g_date_get_julian (&date));
  g_assert_cmpuint (dd_calendar_julian_day (germany,
                                            dd_calendar_day_start (germany, 2026, 12, 1) - 1),
                    ==, g_date_get_julian (&date) - 1);
  assert_instant (chile, dd_calendar_day_start (chile, 2026, 9, 6), "2026-09-06T01:00:00-03:00");
  /* Berlin's first date began before the years of plans; Chile's last ends after them. */
  g_assert_cmpint (dd_calendar_day_start (germany, 1970, 1, 1), ==, DD_INSTANT_MIN);
  g_assert_cmpint (dd_calendar_julian_start (chile, G_MAXUINT32), ==, DD_INSTANT_MAX);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *path = g_strconcat ("/calendar-dates/read/", written[i].name, NULL);

      g_test_add_data_func (path, &written[i], test_parse_instant);
    }
  g_test_add_func ("/calendar-dates/format instant", test_format_instant);
  g_test_add_func ("/calendar-dates/format", test_format);
  g_test_add_func ("/calendar-dates/julian days", test_julian_days);
  g_test_add_func ("/calendar-dates/day start", test_day_start);
  return g_test_run ();
}
