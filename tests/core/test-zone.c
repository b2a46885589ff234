/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "time/dd-calendar.h"
#include "time/dd-zone.h"

#include <string.h>

#define HOUR G_GINT64_CONSTANT (3600)
#define DAY  (24 * HOUR)

/* The instant at which a clock in UTC shows @text. */
static gint64
utc (const char *text)
{
  g_autoptr (GTimeZone) tz = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, tz);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

/* --- Names --- */

static const char *const good_names[] = { "UTC",           "GMT",
                                          "Europe/Berlin", "America/Argentina/Buenos_Aires",
                                          "Etc/GMT+12",    "EST5EDT",
                                          "GMT+0",         "America/Port-au-Prince",
                                          "NZ-CHAT",       "Asia/Kathmandu" };

static const char *const bad_names[] = {
  "",
  " ",
  "Mars/Phobos",
  "Berlin",
  "europe/berlin",
  "Europe/Berlin ",
  "Europe",
  "Europe/",
  "/usr/share/zoneinfo/Europe/Berlin",
  "../../etc/passwd",
  "Europe/../Europe/Berlin",
  "Europe/Berlin\n",
  "leapseconds",
  "zone.tab",
  "posix/Europe/Berlin",
  "+01:00",
  "5",
  "UTC+2",
  "CET-1CEST",
  "CET-1CEST,M3.5.0,M10.5.0/3",
  "Europe/Berlin/",
  "Europe/\xc3\x84",
};

static void
test_good_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good_names); i++)
    {
      g_autoptr (GError) error = NULL;
      const DdZone *zone = dd_zone_get (good_names[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (dd_zone_get_name (zone), ==, good_names[i]);
      g_assert_true (dd_zone_is_named (zone));
      g_assert_true (dd_zone_get (good_names[i], NULL) == zone);
    }
}

static void
test_bad_names (void)
{
  g_autofree char *endless = g_strnfill (1000000, 'A');

  for (guint i = 0; i < G_N_ELEMENTS (bad_names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (dd_zone_get (bad_names[i], &error));
      g_assert_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_ZONE);
      g_assert_null (strchr (error->message, '\n'));
    }
  g_assert_null (dd_zone_get (endless, NULL));
}

/* The machine's zone may be set up in several ways; @name is what a calendar in it says. */
static void
assert_machine_zone (const char *setting, const char *name, gboolean named)
{
  const DdZone *zone;

  g_setenv ("TZ", setting, TRUE);
  zone = dd_zone_get (NULL, NULL);
  g_assert_cmpstr (dd_zone_get_name (zone), ==, name);
  g_assert_cmpint (dd_zone_is_named (zone), ==, named);
}

static void
test_machine_zone (void)
{
  assert_machine_zone ("Asia/Tokyo", "Asia/Tokyo", TRUE);
  assert_machine_zone (":Asia/Tokyo", "Asia/Tokyo", TRUE);
  assert_machine_zone ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo", TRUE);
  assert_machine_zone ("UTC0", "UTC0", FALSE);
  assert_machine_zone ("nonsense", "UTC", TRUE);
  assert_machine_zone ("UTC", "UTC", TRUE);
}

/* --- Spans --- */

/* GTimeZone is the authority: every span has its offset at both ends, and the next has another. */
static void
assert_spans (const char *name)
{
  const DdZone *zone = dd_zone_get (name, NULL);
  g_autoptr (GTimeZone) tz = g_time_zone_new_identifier (name);
  guint n;
  const DdZoneSpan *spans = dd_zone_get_spans (zone, &n);

  g_assert_cmpint (spans[0].span.start, ==, DD_INSTANT_MIN);
  g_assert_cmpint (spans[n - 1].span.finish, ==, DD_INSTANT_MAX);
  for (guint i = 0; i < n; i++)
    for (int end = 0; end < 2; end++)
      {
        gint64 at = end == 0 ? spans[i].span.start : spans[i].span.finish - 1;
        int interval = g_time_zone_find_interval (tz, G_TIME_TYPE_UNIVERSAL, at);

        g_assert_cmpint (g_time_zone_get_offset (tz, interval), ==, spans[i].offset);
        if (i > 0 && end == 0)
          {
            g_assert_cmpint (spans[i].span.start, ==, spans[i - 1].span.finish);
            g_assert_cmpint (spans[i].offset, !=, spans[i - 1].offset);
          }
      }
}

static void
test_spans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good_names); i++)
    assert_spans (good_names[i]);
  assert_spans ("Africa/Monrovia");
  assert_spans ("Africa/Casablanca");
  assert_spans ("Pacific/Apia");
}

static void
test_span_numbers (void)
{
  guint n;

  dd_zone_get_spans (dd_zone_get ("UTC", NULL), &n);
  g_assert_cmpuint (n, ==, 1);
  /* Summer time from 1980 on, two changes a year for 220 years. */
  dd_zone_get_spans (dd_zone_get ("Europe/Berlin", NULL), &n);
  g_assert_cmpuint (n, ==, 441);
}

/* --- Local readings --- */

typedef struct
{
  const char *name;
  const char *zone;
  const char *local;   /* the reading */
  const char *instant; /* the first instant that shows it, or the first after a gap, in UTC */
} Reading;

static const Reading readings[] = {
  { "plain", "Europe/Berlin", "2026-12-01T09:00:00", "2026-12-01T08:00:00Z" },
  { "just before a gap", "Europe/Berlin", "2027-03-28T01:59:59", "2027-03-28T00:59:59Z" },
  { "start of a gap", "Europe/Berlin", "2027-03-28T02:00:00", "2027-03-28T01:00:00Z" },
  { "in a gap", "Europe/Berlin", "2027-03-28T02:59:59", "2027-03-28T01:00:00Z" },
  { "end of a gap", "Europe/Berlin", "2027-03-28T03:00:00", "2027-03-28T01:00:00Z" },
  { "twice: the first", "Europe/Berlin", "2027-10-31T02:30:00", "2027-10-31T00:30:00Z" },
  { "after what comes twice", "Europe/Berlin", "2027-10-31T03:00:00", "2027-10-31T02:00:00Z" },
  { "no midnight", "America/Sao_Paulo", "2018-11-04T00:00:00", "2018-11-04T03:00:00Z" },
  { "midnight once, 23:00 twice", "America/Sao_Paulo", "2018-02-18T00:00:00",
    "2018-02-18T03:00:00Z" },
  { "a day that is not", "Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T10:00:00Z" },
  { "the day after it", "Pacific/Apia", "2011-12-31T00:00:00", "2011-12-30T10:00:00Z" },
  { "half an hour", "Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:30:00Z" },
  { "half a minute", "Africa/Monrovia", "1971-06-01T00:00:00", "1971-06-01T00:44:30Z" },
  { "before all", "Europe/Berlin", "1970-01-01T00:00:00", "1970-01-01T00:00:00Z" },
  { "long before all", "Europe/Berlin", "1900-01-01T00:00:00", "1970-01-01T00:00:00Z" },
  { "after all", "America/New_York", "2199-12-31T23:00:00", "2200-01-01T00:00:00Z" },
  { "long after all", "America/New_York", "9999-12-31T23:00:00", "2200-01-01T00:00:00Z" },
};

static void
test_reading (gconstpointer data)
{
  const Reading *row = data;
  const DdZone *zone = dd_zone_get (row->zone, NULL);

  g_assert_cmpint (dd_zone_from_local (zone, utc (row->local)), ==, utc (row->instant));
}

/* Wherever a clock shows a time, that time leads back to the first instant at which it does. */
static void
test_back_and_forth (void)
{
  const char *const names[] = { "Europe/Berlin",       "America/St_Johns", "America/Sao_Paulo",
                                "Australia/Lord_Howe", "Pacific/Apia",     "Asia/Kathmandu" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const DdZone *zone = dd_zone_get (names[i], NULL);

      for (gint64 at = DD_INSTANT_MIN; at < DD_INSTANT_MAX; at += 7 * HOUR + 13)
        {
          gint64 local = dd_zone_to_local (zone, at);
          gint64 back = dd_zone_from_local (zone, local);

          g_assert_cmpint (back, <=, at);
          g_assert_cmpint (at - back, <, 2 * HOUR);
          g_assert_cmpint (dd_zone_to_local (zone, back), ==, local);
        }
    }
}

static void
test_next_date (void)
{
  const DdZone *berlin = dd_zone_get ("Europe/Berlin", NULL);
  const DdZone *sao_paulo = dd_zone_get ("America/Sao_Paulo", NULL);
  gint64 midnight = utc ("2026-12-01T23:00:00Z");

  g_assert_cmpint (dd_zone_next_date (berlin, midnight - 1), ==, midnight);
  g_assert_cmpint (dd_zone_next_date (berlin, midnight), ==, midnight + DAY);
  /* At midnight the clock goes back to 23:00, so the date stays for an hour more. */
  midnight = utc ("2018-02-18T02:00:00Z");
  g_assert_cmpint (dd_zone_next_date (sao_paulo, midnight - 1), ==, midnight);
  g_assert_cmpint (dd_zone_next_date (sao_paulo, midnight), ==, midnight + HOUR);
  /* The ends of time. */
  g_assert_cmpint (dd_zone_next_date (sao_paulo, DD_INSTANT_MIN), ==, 3 * HOUR);
  g_assert_cmpint (dd_zone_next_date (sao_paulo, G_MININT64), ==, 3 * HOUR);
  g_assert_cmpint (dd_zone_next_date (berlin, DD_INSTANT_MAX - 1), ==, DD_INSTANT_MAX);
  g_assert_cmpint (dd_zone_next_date (berlin, DD_INSTANT_MAX), ==, G_MAXINT64);
}

/* --- Threads --- */

static gpointer
get_zone (gpointer name)
{
  return (gpointer) dd_zone_get (name, NULL);
}

static void
test_threads (void)
{
  char name[] = "America/Halifax";
  GThread *threads[8];
  gconstpointer zone;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("zone", get_zone, name);
  zone = dd_zone_get (name, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == zone);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zone/good names", test_good_names);
  g_test_add_func ("/zone/bad names", test_bad_names);
  g_test_add_func ("/zone/machine", test_machine_zone);
  g_test_add_func ("/zone/spans", test_spans);
  g_test_add_func ("/zone/span numbers", test_span_numbers);
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strconcat ("/zone/reading/", readings[i].name, NULL);

      g_test_add_data_func (path, &readings[i], test_reading);
    }
  g_test_add_func ("/zone/back and forth", test_back_and_forth);
  g_test_add_func ("/zone/next date", test_next_date);
  g_test_add_func ("/zone/threads", test_threads);
  return g_test_run ();
}
