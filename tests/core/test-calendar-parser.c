/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The key file of a calendar: what is read, what a calendar writes, and what is refused with which
 * words.
 */
#include "config.h"

#include "time/dd-calendar.h"

#include <string.h>

#define MONDAY "monday=09:00-17:00\n"

/* --- Refused --- */

typedef struct
{
  const char *name;
  const char *text;
  DdCalendarError code;
  const char *message;
} Refusal;

static const Refusal refusals[] = {
  { "empty", "", DD_CALENDAR_ERROR_FORMAT, "x: there is no [calendar] in it" },
  { "blank", " \n\n", DD_CALENDAR_ERROR_FORMAT, "x: there is no [calendar] in it" },
  { "comment only", "# nothing\n", DD_CALENDAR_ERROR_FORMAT, "x: there is no [calendar] in it" },
  { "exceptions only", "[exceptions]\n2026-12-25=off\n", DD_CALENDAR_ERROR_FORMAT,
    "x: there is no [calendar] in it" },
  { "unknown group", "[calendar]\n" MONDAY "[holidays]\n", DD_CALENDAR_ERROR_FORMAT,
    "x: [holidays] is unknown; there are [calendar] and [exceptions]" },
  { "key before a group", MONDAY "[calendar]\n", DD_CALENDAR_ERROR_FORMAT, NULL },
  { "unknown key", "[calendar]\n" MONDAY "firday=09:00-17:00\n", DD_CALENDAR_ERROR_FORMAT,
    "x, line 3: firday: is not a key of [calendar]; there are timezone, minutes-per-day, "
    "days-per-week and monday to sunday" },
  { "translated key", "[calendar]\nmonday[de]=09:00-17:00\n", DD_CALENDAR_ERROR_FORMAT,
    "x, line 2: monday[de]: is not a key of [calendar]; there are timezone, minutes-per-day, "
    "days-per-week and monday to sunday" },
  { "no key and no group", "[calendar]\nmonday\n", DD_CALENDAR_ERROR_FORMAT,
    "x: line 2, “monday”, is no [group], no key=value and no # comment" },
  { "key twice", "[calendar]\n" MONDAY "# and\n\n[calendar]\n" MONDAY, DD_CALENDAR_ERROR_FORMAT,
    "x, line 6: monday: stands in line 2 already; a key may stand only once" },
  { "unknown zone", "[calendar]\ntimezone=Mars/Phobos\n" MONDAY, DD_CALENDAR_ERROR_ZONE,
    "x, line 2: timezone: there is no time zone “Mars/Phobos” on this machine; "
    "give an IANA name such as Europe/Berlin" },
  { "zone with a path", "[calendar]\ntimezone=../../etc/passwd\n" MONDAY, DD_CALENDAR_ERROR_ZONE,
    "x, line 2: timezone: there is no time zone “../../etc/passwd” on this machine; "
    "give an IANA name such as Europe/Berlin" },
  { "no zone", "[calendar]\ntimezone=\n" MONDAY, DD_CALENDAR_ERROR_ZONE, NULL },
  { "no minutes a day", "[calendar]\nminutes-per-day=0\n" MONDAY, DD_CALENDAR_ERROR_FORMAT,
    "x, line 2: minutes-per-day: “0” is not a whole number from 1 to 1440" },
  { "minutes over a day", "[calendar]\nminutes-per-day=1441\n", DD_CALENDAR_ERROR_FORMAT, NULL },
  { "minutes below 0", "[calendar]\nminutes-per-day=-480\n", DD_CALENDAR_ERROR_FORMAT, NULL },
  { "minutes with a unit", "[calendar]\nminutes-per-day=480m\n", DD_CALENDAR_ERROR_FORMAT, NULL },
  { "minutes past 64 bits", "[calendar]\nminutes-per-day=18446744073709552096\n",
    DD_CALENDAR_ERROR_FORMAT, NULL },
  { "no days a week", "[calendar]\ndays-per-week=0\n" MONDAY, DD_CALENDAR_ERROR_FORMAT,
    "x, line 2: days-per-week: “0” is not a whole number from 1 to 7" },
  { "eight days a week", "[calendar]\ndays-per-week=8\n", DD_CALENDAR_ERROR_FORMAT, NULL },
  { "half a day", "[calendar]\ndays-per-week=4.5\n", DD_CALENDAR_ERROR_FORMAT, NULL },
  { "no hours", "[calendar]\nmonday=\n", DD_CALENDAR_ERROR_FORMAT,
    "x, line 2: monday: “” is neither “off” nor hours such as 09:00-12:00;13:00-17:00" },
  { "words for hours", "[calendar]\nmonday=nine to five\n", DD_CALENDAR_ERROR_FORMAT,
    "x, line 2: monday: “nine to five” is neither “off” nor hours such as "
    "09:00-12:00;13:00-17:00" },
  { "one-digit hour", "[calendar]\nmonday=9:00-17:00\n", DD_CALENDAR_ERROR_FORMAT, NULL },
  { "minute 60", "[calendar]\nmonday=09:60-17:00\n", DD_CALENDAR_ERROR_FORMAT, NULL },
  { "past midnight", "[calendar]\nmonday=09:00-24:01\n", DD_CALENDAR_ERROR_FORMAT, NULL },
  { "something behind", "[calendar]\nmonday=09:00-17:00 h\n", DD_CALENDAR_ERROR_FORMAT, NULL },
  { "comma between", "[calendar]\nmonday=09:00-12:00,13:00-17:00\n", DD_CALENDAR_ERROR_FORMAT,
    NULL },
  { "empty interval", "[calendar]\nmonday=09:00-12:00;;13:00-17:00\n", DD_CALENDAR_ERROR_FORMAT,
    NULL },
  { "only a semicolon", "[calendar]\nmonday=;\n", DD_CALENDAR_ERROR_FORMAT, NULL },
  { "off and hours", "[calendar]\nmonday=off;09:00-12:00\n", DD_CALENDAR_ERROR_FORMAT, NULL },
  { "end before start", "[calendar]\nmonday=22:00-06:00\n", DD_CALENDAR_ERROR_FORMAT,
    "x, line 2: monday: “22:00-06:00” does not end after it starts; a night is 22:00-24:00, "
    "and 00:00-06:00 of the next day" },
  { "end at start", "[calendar]\nmonday=09:00-09:00\n", DD_CALENDAR_ERROR_FORMAT, NULL },
  { "overlap", "[calendar]\nmonday=09:00-13:00;12:59-17:00\n", DD_CALENDAR_ERROR_FORMAT,
    "x, line 2: monday: two of its intervals overlap; each must end before the next starts" },
  { "overlap out of order", "[calendar]\nmonday=12:00-17:00;09:00-13:00\n",
    DD_CALENDAR_ERROR_FORMAT, NULL },
  { "no such date", "[calendar]\n" MONDAY "[exceptions]\n2026-02-29=off\n", DD_CALENDAR_ERROR_DATE,
    "x, line 4: 2026-02-29: is not a date of 1970 to 2199 such as 2026-12-24, "
    "nor two such as 2026-12-24..2027-01-03" },
  { "date before 1970", "[calendar]\n" MONDAY "[exceptions]\n1969-12-31=off\n",
    DD_CALENDAR_ERROR_DATE, NULL },
  { "date after 2199", "[calendar]\n" MONDAY "[exceptions]\n2200-01-01=off\n",
    DD_CALENDAR_ERROR_DATE, NULL },
  { "range past 2199", "[calendar]\n" MONDAY "[exceptions]\n2199-12-31..2200-01-01=off\n",
    DD_CALENDAR_ERROR_DATE, NULL },
  { "range backwards", "[calendar]\n" MONDAY "[exceptions]\n2027-01-08..2027-01-04=off\n",
    DD_CALENDAR_ERROR_DATE,
    "x, line 4: 2027-01-08..2027-01-04: the second date is before the first" },
  { "range of three dots", "[calendar]\n" MONDAY "[exceptions]\n2027-01-04...2027-01-08=off\n",
    DD_CALENDAR_ERROR_DATE, NULL },
  { "range without an end", "[calendar]\n" MONDAY "[exceptions]\n2027-01-04..=off\n",
    DD_CALENDAR_ERROR_DATE, NULL },
  { "name for a date", "[calendar]\n" MONDAY "[exceptions]\nchristmas=off\n",
    DD_CALENDAR_ERROR_DATE, NULL },
  { "bad hours of a date", "[calendar]\n" MONDAY "[exceptions]\n2026-12-24=morning\n",
    DD_CALENDAR_ERROR_FORMAT,
    "x, line 4: 2026-12-24: “morning” is neither “off” nor hours such as "
    "09:00-12:00;13:00-17:00" },
  { "no work", "[calendar]\ntimezone=UTC\n", DD_CALENDAR_ERROR_NO_WORK,
    "x: there is no working time in it; give a weekday hours, such as monday=09:00-17:00" },
  { "weekdays off", "[calendar]\nmonday=off\n", DD_CALENDAR_ERROR_NO_WORK, NULL },
  { "work only in the hour that is skipped",
    "[calendar]\ntimezone=Europe/Berlin\n[exceptions]\n2027-03-28=02:00-03:00\n",
    DD_CALENDAR_ERROR_NO_WORK, NULL },
  { "work only on the day that is skipped",
    "[calendar]\ntimezone=Pacific/Apia\n[exceptions]\n2011-12-30=09:00-17:00\n",
    DD_CALENDAR_ERROR_NO_WORK, NULL },
  { "all work excepted", "[calendar]\n" MONDAY "[exceptions]\n1970-01-01..2199-12-31=off\n",
    DD_CALENDAR_ERROR_NO_WORK, NULL },
  { "not UTF-8", "[calendar]\nmonday=\xff\n", DD_CALENDAR_ERROR_FORMAT,
    "x: it is not a text in UTF-8" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *row = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_calendar_parse (row->text, -1, "x", &error));
  g_assert_error (error, DD_CALENDAR_ERROR, (int) row->code);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_prefix (error->message, "x"));
  if (row->message != NULL)
    g_assert_cmpstr (error->message, ==, row->message);
}

static void
test_nul (void)
{
  const char text[] = "[calendar]\nmonday=09:00-17:00\0\n";
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_calendar_parse (text, sizeof text - 1, "x", &error));
  g_assert_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, "x: it is not a text: there is a NUL byte in it");
}

static void
test_large (void)
{
  g_autofree char *text = g_strnfill (4 * 1024 * 1024 + 1, '\n');
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_calendar_parse (text, -1, "x", &error));
  g_assert_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, "x: it is larger than the 4 MiB that a calendar may take");
}

/* What a message quotes is short and harmless. */
static void
test_quoted (void)
{
  g_autofree char *long_value = g_strnfill (100000, '7');
  g_autofree char *text = g_strdup_printf ("[calendar]\nminutes-per-day=\x1b[31m%s\n", long_value);
  g_autoptr (GError) error = NULL;

  g_assert_null (dd_calendar_parse (text, -1, "x", &error));
  g_assert_cmpuint (strlen (error->message), <, 200);
  g_assert_null (strchr (error->message, '\x1b'));
}

/* --- Read --- */

typedef struct
{
  const char *name;
  const char *text;
  const char
      *written; /* (nullable): what dd_calendar_to_text() makes of it; NULL: the text itself */
} Reading;

#define HEAD "[calendar]\ntimezone=UTC\nminutes-per-day=480\ndays-per-week=5\n"

static const Reading readings[] = {
  { "everything",
    "[calendar]\n"
    "timezone=Europe/Berlin\n"
    "minutes-per-day=450\n"
    "days-per-week=6\n"
    "monday=09:00-12:00;13:00-17:30\n"
    "tuesday=00:00-24:00\n"
    "wednesday=22:00-24:00\n"
    "thursday=00:00-06:00\n"
    "friday=09:00-15:00\n"
    "saturday=10:00-10:01\n"
    "sunday=23:59-24:00\n"
    "[exceptions]\n"
    "2026-12-24=09:00-13:00\n"
    "2026-12-25=off\n"
    "2027-01-04..2027-01-08=off\n"
    "2027-01-09=08:00-10:00;11:00-12:00\n",
    NULL },
  { "no exceptions", HEAD MONDAY, NULL },
  { "work on one date only", HEAD "[exceptions]\n2026-12-24=09:00-13:00\n", NULL },
  { "what is absent", "[calendar]\n" MONDAY, HEAD MONDAY },
  { "an empty group", HEAD MONDAY "[exceptions]\n", HEAD MONDAY },
  { "comments and blank lines", "# our office\n\n" HEAD "\n# start late\n" MONDAY, HEAD MONDAY },
  { "spaces", "  [calendar]  \n timezone = UTC \n\tmonday =  09:00-12:00 ; 13:00-17:00  \n",
    HEAD "monday=09:00-12:00;13:00-17:00\n" },
  { "a byte order mark", "\xef\xbb\xbf" HEAD MONDAY, HEAD MONDAY },
  { "line ends of other systems",
    "[calendar]\r\ntimezone=UTC\r\nmonday=09:00-17:00\r\n[exceptions]\r\n2026-12-24=off\r\n",
    HEAD MONDAY "[exceptions]\n2026-12-24=off\n" },
  { "no last line end", HEAD "monday=09:00-17:00", HEAD MONDAY },
  { "a semicolon at the end", HEAD "monday=09:00-17:00;\n", HEAD MONDAY },
  { "a weekday off", HEAD "tuesday=off\n" MONDAY, HEAD MONDAY },
  { "groups and keys in another order",
    "[exceptions]\n2026-12-24=off\n[calendar]\n" MONDAY "timezone=UTC\n",
    HEAD MONDAY "[exceptions]\n2026-12-24=off\n" },
  { "a group in two parts",
    HEAD MONDAY "[exceptions]\n2026-12-24=off\n[calendar]\nfriday=09:00-12:00\n",
    HEAD MONDAY "friday=09:00-12:00\n[exceptions]\n2026-12-24=off\n" },
  { "intervals out of order", HEAD "monday=13:00-17:00;09:00-12:00\n",
    HEAD "monday=09:00-12:00;13:00-17:00\n" },
  { "intervals that touch", HEAD "monday=09:00-12:00;12:00-17:00\n", HEAD MONDAY },
  { "dates out of order", HEAD MONDAY "[exceptions]\n2026-12-28=off\n2026-12-24=off\n",
    HEAD MONDAY "[exceptions]\n2026-12-24=off\n2026-12-28=off\n" },
  { "dates next to each other",
    HEAD MONDAY "[exceptions]\n2026-12-24=off\n2026-12-25..2026-12-26=off\n",
    HEAD MONDAY "[exceptions]\n2026-12-24..2026-12-26=off\n" },
  { "a range of one date", HEAD MONDAY "[exceptions]\n2026-12-24..2026-12-24=off\n",
    HEAD MONDAY "[exceptions]\n2026-12-24=off\n" },
  { "a date within a range: the last line holds",
    HEAD MONDAY "[exceptions]\n2026-12-24..2027-01-03=off\n2026-12-28=09:00-13:00\n",
    HEAD MONDAY "[exceptions]\n2026-12-24..2026-12-27=off\n2026-12-28=09:00-13:00\n"
                "2026-12-29..2027-01-03=off\n" },
  { "a range over a date: the last line holds",
    HEAD MONDAY "[exceptions]\n2026-12-28=09:00-13:00\n2026-12-24..2027-01-03=off\n",
    HEAD MONDAY "[exceptions]\n2026-12-24..2027-01-03=off\n" },
  { "ranges that cross",
    HEAD MONDAY "[exceptions]\n2026-12-24..2026-12-28=off\n2026-12-27..2026-12-31=09:00-10:00\n",
    HEAD MONDAY "[exceptions]\n2026-12-24..2026-12-26=off\n2026-12-27..2026-12-31=09:00-10:00\n" },
  { "a date twice: the last line holds",
    HEAD MONDAY
    "[exceptions]\n2026-12-24=off\n2026-12-23..2026-12-26=off\n2026-12-24=08:00-09:00\n",
    HEAD MONDAY
    "[exceptions]\n2026-12-23=off\n2026-12-24=08:00-09:00\n2026-12-25..2026-12-26=off\n" },
  { "the first and the last date", HEAD MONDAY "[exceptions]\n1970-01-01=off\n2199-12-31=off\n",
    NULL },
};

static char *
rewrite (const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdCalendar) calendar = dd_calendar_parse (text, length, "x", &error);

  g_assert_no_error (error);
  return dd_calendar_to_text (calendar);
}

/* What is written is read as the same calendar, which writes the same again. */
static void
test_reading (gconstpointer data)
{
  const Reading *row = data;
  g_autofree char *written = rewrite (row->text, -1);
  g_autofree char *again = rewrite (written, -1);

  g_assert_cmpstr (written, ==, row->written != NULL ? row->written : row->text);
  g_assert_cmpstr (again, ==, written);
}

static void
test_length (void)
{
  const char text[] = HEAD MONDAY "and what is no calendar any more";
  g_autofree char *written = rewrite (text, strlen (HEAD MONDAY));

  g_assert_cmpstr (written, ==, HEAD MONDAY);
}

static void
test_settings (void)
{
  g_autoptr (DdCalendar) calendar =
      dd_calendar_parse ("[calendar]\nminutes-per-day=1440\ndays-per-week=7\n" MONDAY
                         "timezone=Asia/Kathmandu\n",
                         -1, "x", NULL);
  g_autoptr (DdCalendar) plain = dd_calendar_parse ("[calendar]\n" MONDAY, -1, "x", NULL);

  g_assert_cmpstr (dd_calendar_get_timezone (calendar), ==, "Asia/Kathmandu");
  g_assert_cmpint (dd_calendar_get_minutes_per_day (calendar), ==, 1440);
  g_assert_cmpint (dd_calendar_get_days_per_week (calendar), ==, 7);
  g_assert_cmpint (dd_calendar_get_minutes_per_day (plain), ==, 480);
  g_assert_cmpint (dd_calendar_get_days_per_week (plain), ==, 5);
}

/* A machine's zone without an IANA name is not written: no other machine would understand it. */
static void
test_unnamed_zone (void)
{
  g_autofree char *written = NULL;

  g_setenv ("TZ", "UTC0", TRUE);
  written = rewrite ("[calendar]\n" MONDAY, -1);
  g_assert_cmpstr (written, ==, "[calendar]\nminutes-per-day=480\ndays-per-week=5\n" MONDAY);
  g_setenv ("TZ", "UTC", TRUE);
}

/* Whatever bytes come: a calendar or one line, and never a warning. */
static void
test_garbage (void)
{
  const char *const pieces[] = {
    "[",        "]",   "=",     "\n",  "\r", " ",     "#",   "calendar",     "exceptions",
    "monday",   ";",   "09:00", "-",   "..", "24:00", "off", "[de]",         "2026-12-24",
    "timezone", "UTC", "\t",    "\\n", "\v", "\f",    "é",   "[calendar]\n", "[exceptions]\n"
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261201);

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (DdCalendar) calendar = NULL;

      for (int n = g_rand_int_range (rand, 0, 30); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      calendar = dd_calendar_parse (text->str, text->len, "x", &error);
      g_assert_true ((calendar == NULL) == (error != NULL));
      g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
    }
}

static void
add_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/calendar-parser/refuse/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strconcat ("/calendar-parser/read/", readings[i].name, NULL);

      g_test_add_data_func (path, &readings[i], test_reading);
    }
}

int
main (int argc, char *argv[])
{
  /* The machine's zone, for texts that name none. */
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  add_rows ();
  g_test_add_func ("/calendar-parser/refuse/NUL", test_nul);
  g_test_add_func ("/calendar-parser/refuse/large", test_large);
  g_test_add_func ("/calendar-parser/refuse/quoted", test_quoted);
  g_test_add_func ("/calendar-parser/read/length", test_length);
  g_test_add_func ("/calendar-parser/read/settings", test_settings);
  g_test_add_func ("/calendar-parser/read/unnamed zone", test_unnamed_zone);
  g_test_add_func ("/calendar-parser/garbage", test_garbage);
  return g_test_run ();
}
