/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "time/dd-range.h"
#include "time/dd-strip.h"

G_BEGIN_DECLS

/*
 * DdCalendar: when work is done.
 *
 * A time zone, working intervals for each weekday, exceptions by date, and how many minutes a
 * working day and how many days a working week of a duration are. Immutable and reference counted
 * (atomically): share it freely between threads.
 *
 * Inside, time is cut into segments in which the working time repeats every week of UTC: a segment
 * ends where the zone's offset changes and around each exception. Each segment knows how much work
 * lies before it, so that every question below is a binary search: O(log (exceptions + changes of
 * offset)). The form is closed under intersection, so two calendars in different zones cost no
 * more.
 *
 * A minute is worked when the local clock shows a time inside an interval of the local date. An
 * hour that does not exist on a spring day is not worked; one that comes twice is worked twice.
 *
 * Two instants can be the same point of working time (Friday 17:00 and Monday 09:00). Where it
 * matters functions say which they give: an activity starts at the later, and ends at the earlier.
 */
typedef struct _DdCalendar DdCalendar;

#define DD_TYPE_CALENDAR (dd_calendar_get_type ())
#define DD_CALENDAR_ERROR (dd_calendar_error_quark ())

/**
 * DdCalendarError:
 * @DD_CALENDAR_ERROR_FORMAT: the text is not a calendar; the message has origin and line or key
 * @DD_CALENDAR_ERROR_ZONE: the time zone is not known on this machine
 * @DD_CALENDAR_ERROR_NO_WORK: there is no working time in it
 * @DD_CALENDAR_ERROR_DATE: a date is not one, or outside the years 1970 to 2199
 */
typedef enum
{
  DD_CALENDAR_ERROR_FORMAT,
  DD_CALENDAR_ERROR_ZONE,
  DD_CALENDAR_ERROR_NO_WORK,
  DD_CALENDAR_ERROR_DATE,
} DdCalendarError;

/* The error domain of calendars and dates. */
GQuark dd_calendar_error_quark (void);

/* The boxed type of DdCalendar. */
GType dd_calendar_get_type (void) G_GNUC_CONST;

/* Monday to Friday 09:00-17:00, 480 minutes a day, 5 days a week, no exceptions, in @timezone, an
 * IANA name such as "Europe/Berlin" (nullable: the machine's own zone).
 * Returns: (transfer full): a new calendar, or NULL with DD_CALENDAR_ERROR_ZONE. */
DdCalendar *dd_calendar_new_default (const char *timezone, GError **error);

/* Reads the key file format of a calendar (see CONTRIBUTING.md). @length is in bytes, -1 when
 * zero-terminated; @origin names the text in messages ("berlin.calendar"). Absent keys mean: a
 * weekday is not worked, the time zone is the machine's, a day is 480 minutes and a week 5 days.
 * Of several exceptions about one date the last line holds.
 * Returns: (transfer full): a new calendar, or NULL with any DdCalendarError. */
DdCalendar *dd_calendar_parse (const char *text, gssize length, const char *origin,
                               GError **error);

/* The same calendar as the text that dd_calendar_parse() reads: parsing it gives an equal one, and
 * writing that gives the same text. An intersection writes the file of its first calendar.
 * Returns: (transfer full): the text */
char *dd_calendar_to_text (DdCalendar *self);

/* What is worked in both. Time zone, minutes a day and days a week are @first's.
 * Returns: (transfer full): a calendar, or NULL with DD_CALENDAR_ERROR_NO_WORK when the two never
 * work at the same time. */
DdCalendar *dd_calendar_intersect (DdCalendar *first, DdCalendar *second, GError **error);

/* Returns: (transfer full): @self with one more reference */
DdCalendar *dd_calendar_ref (DdCalendar *self);

/* Gives one reference back; the last frees @self. */
void dd_calendar_unref (DdCalendar *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdCalendar, dd_calendar_unref)

/* Returns: the IANA name of the zone that dates and times of day are meant in */
const char *dd_calendar_get_timezone (DdCalendar *self);

/* Returns: the working minutes that one "d" of a duration stands for */
int dd_calendar_get_minutes_per_day (DdCalendar *self);

/* Returns: the working days that one "w" of a duration stands for */
int dd_calendar_get_days_per_week (DdCalendar *self);

/* The instant at which @minutes (0 or more) of working time after @from are over: the earliest
 * instant with that much work between, so a day that fills Monday ends Monday 17:00. With 0 minutes
 * it is @from itself. DD_INSTANT_MAX when the time up to 2200 has not that much. */
gint64 dd_calendar_add (DdCalendar *self, gint64 from, gint64 minutes);

/* The mirror of dd_calendar_add(): the latest instant from which @minutes of working time are over
 * at @to, so a day that ends Monday 17:00 starts Monday 09:00. DD_INSTANT_MIN when there is not
 * that much before. */
gint64 dd_calendar_subtract (DdCalendar *self, gint64 to, gint64 minutes);

/* Working minutes from @from to @to, negative when @to is before @from; parts of a minute are
 * dropped. */
gint64 dd_calendar_between (DdCalendar *self, gint64 from, gint64 to);

/* dd_calendar_add() by seconds, for who sums up spans that begin within a minute. */
gint64 dd_calendar_add_seconds (DdCalendar *self, gint64 from, gint64 seconds);

/* dd_calendar_between() in seconds. */
gint64 dd_calendar_seconds_between (DdCalendar *self, gint64 from, gint64 to);

/* The first working instant at or after @instant: where work can start. DD_INSTANT_MAX if none. */
gint64 dd_calendar_next_working (DdCalendar *self, gint64 instant);

/* The last instant at or before @instant at which work can end (the instant just before it is
 * worked). DD_INSTANT_MIN if none. */
gint64 dd_calendar_previous_working (DdCalendar *self, gint64 instant);

/* Whether the second that begins at @instant is worked. */
gboolean dd_calendar_is_working (DdCalendar *self, gint64 instant);

/* The working spans inside @within, in order, clipped to it; neighbours that touch are one.
 * Cost: what it returns, plus a binary search.
 * Returns: (transfer full) (element-type DdRange): the spans */
GArray *dd_calendar_list_working (DdCalendar *self, DdRange within);

/* All of @within as a strip of open hours, nights, weekends and exceptions, for charts. Dates are
 * those of the calendar's zone; for an intersection, each side's dates are those of its own.
 * Returns: (transfer full) (element-type DdStripSpan): the strip */
GArray *dd_calendar_list_strip (DdCalendar *self, DdRange within);

/* Returns: (transfer full): the calendar in plain words, one sentence for the week and one for the
 * exceptions: "Monday to Friday 09:00–17:00, Europe/Berlin. 12 days off between …" */
char *dd_calendar_describe (DdCalendar *self);

/* --- Dates and instants in the calendar's zone --- */

/* The instant at which the local date @year-@month-@day begins (0:00, or the first instant there
 * is where the zone skips midnight). The date must be valid and within 1970 to 2199. */
gint64 dd_calendar_day_start (DdCalendar *self, int year, int month, int day);

/* The local date of @instant as a Julian day of GDate (see g_date_set_julian()). */
guint32 dd_calendar_julian_day (DdCalendar *self, gint64 instant);

/* The instant at which the local date with GDate's Julian day @julian begins. */
gint64 dd_calendar_julian_start (DdCalendar *self, guint32 julian);

/* Reads "2026-12-01" or an ISO 8601 instant ("2026-12-01T09:00", "…+01:00", "…Z"; without an
 * offset it is local time). A date is the beginning of that day, or with @end_of_day its end (the
 * beginning of the next).
 * Returns: the instant, or DD_INSTANT_NONE with DD_CALENDAR_ERROR_DATE */
gint64 dd_calendar_parse_instant (DdCalendar *self, const char *text, gboolean end_of_day,
                                  GError **error);

/* Returns: (transfer full): @instant as ISO 8601 with the zone's offset:
 * "2026-12-01T09:00:00+01:00" */
char *dd_calendar_format_instant (DdCalendar *self, gint64 instant);

/* Returns: (transfer full): @instant by g_date_time_format()'s @format in the calendar's zone */
char *dd_calendar_format (DdCalendar *self, gint64 instant, const char *format);

G_END_DECLS
