/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-holiday-import.h"

#include <string.h>

#define BEGIN        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n"
#define END          "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n" lines "END:VEVENT\r\n"

/* Reads @text for 2026 to 2028. Returns: (transfer full): the days, with blanks between them */
static char *
import (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) days = dd_holiday_import_parse (text, -1, "x.ics", 2026, 2028, &error);
  GString *joined = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < days->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "",
                            (const char *) g_ptr_array_index (days, i));
  return g_string_free (joined, FALSE);
}

static const struct
{
  const char *name;
  const char *text;
  const char *days;
} readable[] = {
  { "one-day", BEGIN EVENT ("DTSTART;VALUE=DATE:20261225\r\n") END, "2026-12-25" },
  { "the-end-is-not-in-it",
    BEGIN EVENT ("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\n") END,
    "2026-12-24..2026-12-26" },
  { "end-the-day-after",
    BEGIN EVENT ("DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261226\r\n") END,
    "2026-12-25" },
  { "a-duration", BEGIN EVENT ("DTSTART;VALUE=DATE:20261225\r\nDURATION:P2D\r\n") END,
    "2026-12-25..2026-12-26" },
  { "every-year", BEGIN EVENT ("DTSTART;VALUE=DATE:20201003\r\nRRULE:FREQ=YEARLY\r\n") END,
    "2026-10-03 2027-10-03 2028-10-03" },
  { "every-year-until",
    BEGIN EVENT ("DTSTART;VALUE=DATE:20201003\r\nRRULE:FREQ=YEARLY;UNTIL=20271231\r\n") END,
    "2026-10-03 2027-10-03" },
  { "every-year-but-one",
    BEGIN EVENT ("DTSTART;VALUE=DATE:20201003\r\nRRULE:FREQ=YEARLY\r\n"
                 "EXDATE;VALUE=DATE:20271003\r\n") END,
    "2026-10-03 2028-10-03" },
  { "a-weekday-of-a-month",
    BEGIN EVENT ("DTSTART;VALUE=DATE:20201126\r\n"
                 "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\n") END,
    "2026-11-26 2027-11-25 2028-11-23" },
  { "further-dates",
    BEGIN EVENT ("DTSTART;VALUE=DATE:20260403\r\n"
                 "RDATE;VALUE=DATE:20270326\r\n") END,
    "2026-04-03 2027-03-26" },
  { "over-the-year",
    BEGIN EVENT ("DTSTART;VALUE=DATE:20281224\r\nDTEND;VALUE=DATE:20290103\r\n") END,
    "2028-12-24..2028-12-31" },
  { "sorted-and-each-once",
    BEGIN EVENT ("DTSTART;VALUE=DATE:20270101\r\n") EVENT ("DTSTART;VALUE=DATE:20261225\r\n")
        EVENT ("DTSTART;VALUE=DATE:20270101\r\n") END,
    "2026-12-25 2027-01-01" },
  { "times-of-day-do-not-count",
    BEGIN EVENT ("DTSTART:20261224T090000Z\r\nDTEND:20261224T100000Z\r\n")
        EVENT ("DTSTART;VALUE=DATE:20261225\r\n") END,
    "2026-12-25" },
  { "cancelled-does-not-count",
    BEGIN EVENT ("DTSTART;VALUE=DATE:20261224\r\nSTATUS:CANCELLED\r\n")
        EVENT ("DTSTART;VALUE=DATE:20261225\r\n") END,
    "2026-12-25" },
  { "folded-lines",
    BEGIN EVENT ("SUMMARY:A name that is so long that it\r\n  goes on\r\n"
                 "DTSTART;VALUE=DA\r\n TE:2026\r\n 1225\r\n") END,
    "2026-12-25" },
  { "utf-8",
    "\xEF\xBB\xBF" BEGIN EVENT ("SUMMARY:Heilige Drei Könige 東方\r\n"
                                "DTSTART;VALUE=DATE:20270106\r\n") END,
    "2027-01-06" },
  { "bare-line-feeds",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nEND:VEVENT\nEND:VCALENDAR\n",
    "2026-12-25" },
  { "two-calendars",
    BEGIN EVENT ("DTSTART;VALUE=DATE:20261225\r\n")
        END BEGIN EVENT ("DTSTART;VALUE=DATE:20261226\r\n") END,
    "2026-12-25 2026-12-26" },
  { "empty-text-of-another-field", BEGIN EVENT ("LOCATION:\r\nDTSTART;VALUE=DATE:20261225\r\n") END,
    "2026-12-25" },
};

static void
test_reads (gconstpointer data)
{
  const char *const *row = data;
  g_autofree char *days = import (row[1]);

  g_assert_cmpstr (days, ==, row[2]);
}

static const struct
{
  const char *name;
  const char *text;
  DdHolidayError code;
  const char *says;
} refused[] = {
  { "nothing", "", DD_HOLIDAY_ERROR_FORMAT, "not a calendar file" },
  { "a-letter", "Dear all,\nwe are closed at Christmas.\n", DD_HOLIDAY_ERROR_FORMAT,
    "not a calendar file" },
  { "not-utf-8", BEGIN "X-WR-CALNAME:F\xFCr alle\r\n" END, DD_HOLIDAY_ERROR_FORMAT, "UTF-8" },
  { "no-event", BEGIN END, DD_HOLIDAY_ERROR_NONE, "2026 to 2028" },
  { "other-years", BEGIN EVENT ("DTSTART;VALUE=DATE:20251225\r\n") END, DD_HOLIDAY_ERROR_NONE,
    "2026 to 2028" },
  { "no-date", BEGIN EVENT ("SUMMARY:Easter\r\n") END, DD_HOLIDAY_ERROR_FORMAT,
    "the event “Easter” has no date" },
  { "a-date-that-is-none", BEGIN EVENT ("SUMMARY:Easter\r\nDTSTART;VALUE=DATE:soon\r\n") END,
    DD_HOLIDAY_ERROR_FORMAT, "the event “Easter”" },
  { "a-day-that-there-is-not",
    BEGIN EVENT ("SUMMARY:Easter\r\nDTSTART;VALUE=DATE:20260230\r\n") END, DD_HOLIDAY_ERROR_FORMAT,
    "the event “Easter”" },
  { "a-rule-that-is-none",
    BEGIN EVENT ("SUMMARY:Easter\r\nDTSTART;VALUE=DATE:20260405\r\n"
                 "RRULE:FREQ=SOMETIMES\r\n") END,
    DD_HOLIDAY_ERROR_FORMAT, "the event “Easter”" },
  { "a-rule-without-end",
    BEGIN EVENT ("DTSTART;VALUE=DATE:19700101\r\nRRULE:FREQ=SECONDLY\r\n") END,
    DD_HOLIDAY_ERROR_FORMAT, "" },
};

static void
test_refuses (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) days =
      dd_holiday_import_parse (refused[i].text, -1, "x.ics", 2026, 2028, &error);

  g_assert_null (days);
  g_assert_error (error, DD_HOLIDAY_ERROR, (int) refused[i].code);
  g_assert_true (g_str_has_prefix (error->message, "x.ics: "));
  g_assert_nonnull (strstr (error->message, refused[i].says));
}

/* Whatever the bytes, there are days or an error. */
static void
test_survives_what_is_cut (void)
{
  const char *text = readable[7].text;

  for (gsize length = 0; length <= strlen (text); length++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) days =
          dd_holiday_import_parse (text, (gssize) length, "x.ics", 2026, 2028, &error);

      g_assert_true ((days != NULL) != (error != NULL));
    }
}

static void
test_says_which_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) days = dd_holiday_import_load ("/nowhere/holidays.ics", 2026, 2028, &error);

  g_assert_null (days);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "holidays.ics"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      g_autofree char *path = g_strdup_printf ("/holiday-import/reads/%s", readable[i].name);

      g_test_add_data_func (path, &readable[i], test_reads);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/holiday-import/refuses/%s", refused[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refuses);
    }
  g_test_add_func ("/holiday-import/survives-what-is-cut", test_survives_what_is_cut);
  g_test_add_func ("/holiday-import/says-which-file", test_says_which_file);
  return g_test_run ();
}
