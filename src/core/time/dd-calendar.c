/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * When work is done: rules in a time zone, and an index to count by.
 *
 * The rules are what the file said, the index is all working time they make. With the index every
 * question is one or two lookups: work at an instant, and the instant of some work. Work is counted
 * in seconds inside, in minutes outside. Cost: see dd_calendar_index_new() for making a calendar,
 * O(log (exceptions + changes of offset)) for every question.
 *
 * A calendar never changes after it was made, so threads share it without a lock. An intersection
 * keeps its two sides, only to put them into words and to say why it is closed.
 */
#include "config.h"

#include "time/dd-calendar.h"

#include "time/dd-calendar-describe.h"
#include "time/dd-calendar-index.h"
#include "time/dd-calendar-parser.h"
#include "time/dd-time-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY G_GINT64_CONSTANT (86400)

/* More seconds than there are up to 2200. */
#define MAX_SECONDS (DD_INSTANT_MAX + 60)

struct _DdCalendar
{
  DdCalendarRules *rules; /* (owned): of an intersection, those of its first side */
  DdCalendarIndex *index; /* (owned) */
  DdCalendar *sides[2];   /* (owned) (nullable): what an intersection was made from */
};

G_DEFINE_QUARK (dd_calendar_error, dd_calendar_error)

G_DEFINE_BOXED_TYPE (DdCalendar, dd_calendar, dd_calendar_ref, dd_calendar_unref)

/* @rules: (transfer full)
 * @index: (transfer full) */
static DdCalendar *
calendar_new (DdCalendarRules *rules, DdCalendarIndex *index)
{
  DdCalendar *self = g_atomic_rc_box_new0 (DdCalendar);

  self->rules = rules;
  self->index = index;
  return self;
}

static void
clear_calendar (gpointer data)
{
  DdCalendar *self = data;

  dd_calendar_rules_unref (self->rules);
  dd_calendar_index_free (self->index);
  g_clear_pointer (&self->sides[0], dd_calendar_unref);
  g_clear_pointer (&self->sides[1], dd_calendar_unref);
}

DdCalendar *
dd_calendar_new_default (const char *timezone, GError **error)
{
  const DdZone *zone = dd_zone_get (timezone, error);
  const DdHours hours = { 9 * 60, 17 * 60 };
  DdCalendarRules *rules;

  if (zone == NULL)
    return NULL;
  rules = dd_calendar_rules_new (zone);
  for (int day = 0; day < 5; day++)
    g_array_append_val (rules->weekdays[day], hours);
  return calendar_new (rules, dd_calendar_index_new (rules));
}

DdCalendar *
dd_calendar_parse (const char *text, gssize length, const char *origin, GError **error)
{
  g_autoptr (DdCalendar) self = NULL;
  DdCalendarRules *rules;

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (origin != NULL, NULL);

  rules = dd_calendar_parser_read (text != NULL ? text : "", length, origin, error);
  if (rules == NULL)
    return NULL;
  self = calendar_new (rules, dd_calendar_index_new (rules));
  if (dd_calendar_index_get_total (self->index) == 0)
    {
      g_set_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_NO_WORK,
                   _ ("%s: there is no working time in it; give a weekday hours, "
                      "such as monday=09:00-17:00"),
                   origin);
      return NULL;
    }
  return g_steal_pointer (&self);
}

char *
dd_calendar_to_text (DdCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dd_calendar_rules_to_text (self->rules);
}

/* Appends the words of all calendars that @self was made from. */
static void
append_words (GString *words, DdCalendar *self)
{
  g_autofree char *own = NULL;

  if (self->sides[0] != NULL)
    {
      append_words (words, self->sides[0]);
      append_words (words, self->sides[1]);
      return;
    }
  own = dd_calendar_rules_describe (self->rules);
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, own);
}

char *
dd_calendar_describe (DdCalendar *self)
{
  GString *words;

  g_return_val_if_fail (self != NULL, NULL);

  words = g_string_new (self->sides[0] != NULL ? _ ("Only while all of these work:") : NULL);
  append_words (words, self);
  return g_string_free (words, FALSE);
}

DdCalendar *
dd_calendar_intersect (DdCalendar *first, DdCalendar *second, GError **error)
{
  g_autoptr (DdCalendarIndex) index = NULL;
  DdCalendar *self;

  g_return_val_if_fail (first != NULL && second != NULL, NULL);

  if (first == second)
    return dd_calendar_ref (first);
  index = dd_calendar_index_intersect (first->index, second->index);
  if (dd_calendar_index_get_total (index) == 0)
    {
      g_set_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_NO_WORK,
                   _ ("two calendars, in %s and in %s, never work at the same time"),
                   dd_calendar_get_timezone (first), dd_calendar_get_timezone (second));
      return NULL;
    }
  self = calendar_new (dd_calendar_rules_ref (first->rules), g_steal_pointer (&index));
  self->sides[0] = dd_calendar_ref (first);
  self->sides[1] = dd_calendar_ref (second);
  return self;
}

DdCalendar *
dd_calendar_ref (DdCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
dd_calendar_unref (DdCalendar *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_calendar);
}

const char *
dd_calendar_get_timezone (DdCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dd_zone_get_name (self->rules->zone);
}

int
dd_calendar_get_minutes_per_day (DdCalendar *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rules->minutes_per_day;
}

int
dd_calendar_get_days_per_week (DdCalendar *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rules->days_per_week;
}

/* --- Working time --- */

gint64
dd_calendar_add_seconds (DdCalendar *self, gint64 from, gint64 seconds)
{
  g_return_val_if_fail (self != NULL && seconds >= 0, from);

  if (seconds == 0)
    return from;
  return dd_calendar_index_earliest (self->index, dd_calendar_index_work_at (self->index, from)
                                                      + MIN (seconds, MAX_SECONDS));
}

gint64
dd_calendar_add (DdCalendar *self, gint64 from, gint64 minutes)
{
  return dd_calendar_add_seconds (self, from, MIN (minutes, MAX_SECONDS / 60) * 60);
}

gint64
dd_calendar_subtract (DdCalendar *self, gint64 to, gint64 minutes)
{
  g_return_val_if_fail (self != NULL && minutes >= 0, to);

  if (minutes == 0)
    return to;
  return dd_calendar_index_latest (self->index, dd_calendar_index_work_at (self->index, to)
                                                    - MIN (minutes, MAX_SECONDS / 60) * 60);
}

gint64
dd_calendar_seconds_between (DdCalendar *self, gint64 from, gint64 to)
{
  g_return_val_if_fail (self != NULL, 0);

  return dd_calendar_index_work_at (self->index, to)
         - dd_calendar_index_work_at (self->index, from);
}

gint64
dd_calendar_between (DdCalendar *self, gint64 from, gint64 to)
{
  return dd_calendar_seconds_between (self, from, to) / 60;
}

gint64
dd_calendar_next_working (DdCalendar *self, gint64 instant)
{
  g_return_val_if_fail (self != NULL, DD_INSTANT_MAX);

  return dd_calendar_index_latest (self->index, dd_calendar_index_work_at (self->index, instant));
}

gint64
dd_calendar_previous_working (DdCalendar *self, gint64 instant)
{
  g_return_val_if_fail (self != NULL, DD_INSTANT_MIN);

  return dd_calendar_index_earliest (self->index, dd_calendar_index_work_at (self->index, instant));
}

gboolean
dd_calendar_is_working (DdCalendar *self, gint64 instant)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return instant >= DD_INSTANT_MIN && dd_calendar_next_working (self, instant) == instant
         && instant < DD_INSTANT_MAX;
}

GArray *
dd_calendar_list_working (DdCalendar *self, DdRange within)
{
  GArray *spans;
  gint64 at;

  g_return_val_if_fail (self != NULL && within.start <= within.finish, NULL);

  spans = g_array_new (FALSE, FALSE, sizeof (DdRange));
  within.finish = MIN (within.finish, DD_INSTANT_MAX);
  at = dd_calendar_next_working (self, within.start);
  while (at < within.finish)
    {
      DdRange span = { at, dd_calendar_index_end_of_work (self->index, at) };

      span.finish = MIN (span.finish, within.finish);
      g_array_append_val (spans, span);
      at = dd_calendar_next_working (self, span.finish);
    }
  dd_ranges_merge (spans);
  return spans;
}

/* What @self, which is no intersection, is when it is closed at @instant. */
static DdStripKind
closed_kind (DdCalendar *self, gint64 instant)
{
  guint32 julian = dd_calendar_julian_day (self, instant);
  const GArray *weekday = dd_calendar_rules_get_weekday (self->rules, julian);

  if (!dd_hours_equal (weekday, dd_calendar_rules_get_hours (self->rules, julian)))
    return DD_STRIP_EXCEPTION;
  return weekday->len > 0 ? DD_STRIP_NIGHT : DD_STRIP_WEEKEND;
}

/* Lengthens @strip over closed time up to @finish, date by date. */
static void
extend_closed (DdCalendar *self, GArray *strip, gint64 start, gint64 finish)
{
  while (start < finish)
    {
      gint64 next = MIN (dd_zone_next_date (self->rules->zone, start), finish);

      dd_strip_extend (strip, start, next, closed_kind (self, start));
      start = next;
    }
}

/* The strip of a calendar that is no intersection. */
static GArray *
list_own_strip (DdCalendar *self, DdRange within)
{
  g_autoptr (GArray) working = dd_calendar_list_working (self, within);
  GArray *strip = dd_strip_new ();
  gint64 at = within.start;

  for (guint i = 0; i < working->len; i++)
    {
      DdRange open = g_array_index (working, DdRange, i);

      extend_closed (self, strip, at, open.start);
      dd_strip_extend (strip, open.start, open.finish, DD_STRIP_OPEN);
      at = open.finish;
    }
  extend_closed (self, strip, at, within.finish);
  return strip;
}

GArray *
dd_calendar_list_strip (DdCalendar *self, DdRange within)
{
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) second = NULL;

  g_return_val_if_fail (self != NULL && within.start <= within.finish, NULL);

  if (self->sides[0] == NULL)
    return list_own_strip (self, within);
  first = dd_calendar_list_strip (self->sides[0], within);
  second = dd_calendar_list_strip (self->sides[1], within);
  return dd_strip_combine (first, second);
}

/* --- Dates and instants --- */

gint64
dd_calendar_julian_start (DdCalendar *self, guint32 julian)
{
  g_return_val_if_fail (self != NULL, DD_INSTANT_MIN);

  return dd_zone_from_local (self->rules->zone, ((gint64) julian - DD_JULIAN_1970) * DAY);
}

gint64
dd_calendar_day_start (DdCalendar *self, int year, int month, int day)
{
  GDate date;

  g_return_val_if_fail (self != NULL, DD_INSTANT_MIN);
  g_return_val_if_fail (year >= DD_YEAR_FIRST && year <= DD_YEAR_LAST, DD_INSTANT_MIN);
  g_return_val_if_fail (g_date_valid_dmy (day, month, year), DD_INSTANT_MIN);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return dd_calendar_julian_start (self, g_date_get_julian (&date));
}

guint32
dd_calendar_julian_day (DdCalendar *self, gint64 instant)
{
  g_return_val_if_fail (self != NULL, 0);

  /* Counting from 1969-12-30 keeps the dividend positive, so the division rounds down. */
  return (guint32) ((dd_zone_to_local (self->rules->zone, instant) + 2 * DAY) / DAY) - 2
         + DD_JULIAN_1970;
}

/* Reads the time of day behind a date, with or without an offset.
 * Returns: the instant, or DD_INSTANT_NONE */
static gint64
read_time (DdCalendar *self, guint32 julian, const char *text)
{
  gint64 local = ((gint64) julian - DD_JULIAN_1970) * DAY;
  gint64 instant;
  int seconds, offset;

  if (!dd_time_text_skip (&text, "T") && !dd_time_text_skip (&text, " "))
    return DD_INSTANT_NONE;
  if (!dd_time_text_read_seconds (&text, &seconds))
    return DD_INSTANT_NONE;
  local += seconds;
  if (*text == '\0')
    return dd_zone_from_local (self->rules->zone, local);
  if (!dd_time_text_read_offset (&text, &offset) || *text != '\0')
    return DD_INSTANT_NONE;
  instant = local - offset;
  return instant >= DD_INSTANT_MIN && instant <= DD_INSTANT_MAX ? instant : DD_INSTANT_NONE;
}

gint64
dd_calendar_parse_instant (DdCalendar *self, const char *text, gboolean end_of_day, GError **error)
{
  g_autofree char *valid = NULL;
  g_autofree char *quoted = NULL;
  const char *at = text;
  gint64 instant = DD_INSTANT_NONE;
  guint32 julian;

  g_return_val_if_fail (self != NULL && text != NULL, DD_INSTANT_NONE);

  if (dd_time_text_read_date (&at, &julian))
    instant = *at == '\0' ? dd_calendar_julian_start (self, end_of_day ? julian + 1 : julian)
                          : read_time (self, julian, at);
  if (instant != DD_INSTANT_NONE)
    return instant;

  valid = g_utf8_make_valid (text, -1);
  quoted = dd_time_text_quote (valid);
  g_set_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_DATE,
               _ ("“%s” is not a date of 1970 to 2199 such as 2026-12-01, "
                  "nor an instant such as 2026-12-01T09:00"),
               quoted);
  return DD_INSTANT_NONE;
}

char *
dd_calendar_format (DdCalendar *self, gint64 instant, const char *format)
{
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (self != NULL && format != NULL, NULL);

  time = dd_zone_date_time (self->rules->zone, instant);
  g_return_val_if_fail (time != NULL, NULL);
  return g_date_time_format (time, format);
}

char *
dd_calendar_format_instant (DdCalendar *self, gint64 instant)
{
  return dd_calendar_format (self, instant, "%Y-%m-%dT%H:%M:%S%:z");
}
