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
 * keeps the rules of both sides, only to put them into words.
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

/* More minutes than there are up to 2200; times 60 it is no overflow. */
#define MAX_MINUTES (DD_INSTANT_MAX / 60 + 1)

struct _DdCalendar
{
  GPtrArray *rules;       /* (owned) (element-type DdCalendarRules): its own first, and for an
                             intersection those of the others it was made with */
  const DdZone *zone;     /* (unowned): lives for ever; that of its own rules */
  DdCalendarIndex *index; /* (owned) */
};

G_DEFINE_QUARK (dd - calendar - error - quark, dd_calendar_error)

G_DEFINE_BOXED_TYPE (DdCalendar, dd_calendar, dd_calendar_ref, dd_calendar_unref)

static const DdCalendarRules *
own_rules (DdCalendar *self)
{
  return g_ptr_array_index (self->rules, 0);
}

static DdCalendar *
calendar_new (GPtrArray *rules, DdCalendarIndex *index)
{
  DdCalendar *self = g_atomic_rc_box_new0 (DdCalendar);

  self->rules = rules;
  self->index = index;
  self->zone = own_rules (self)->zone;
  return self;
}

static void
clear_calendar (gpointer data)
{
  DdCalendar *self = data;

  g_ptr_array_unref (self->rules);
  dd_calendar_index_free (self->index);
}

static GPtrArray *
rules_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dd_calendar_rules_unref);
}

/* @rules: (transfer full) */
static DdCalendar *
calendar_new_from_rules (DdCalendarRules *rules)
{
  GPtrArray *list = rules_list_new ();

  g_ptr_array_add (list, rules);
  return calendar_new (list, dd_calendar_index_new (rules));
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
  return calendar_new_from_rules (rules);
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
  self = calendar_new_from_rules (rules);
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

  return dd_calendar_rules_to_text (own_rules (self));
}

char *
dd_calendar_describe (DdCalendar *self)
{
  GString *words;

  g_return_val_if_fail (self != NULL, NULL);

  words = g_string_new (NULL);
  if (self->rules->len > 1)
    g_string_append (words, _ ("Only while all of these work:"));
  for (guint i = 0; i < self->rules->len; i++)
    {
      g_autofree char *one = dd_calendar_rules_describe (g_ptr_array_index (self->rules, i));

      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, one);
    }
  return g_string_free (words, FALSE);
}

static void
append_rules (GPtrArray *list, DdCalendar *from)
{
  for (guint i = 0; i < from->rules->len; i++)
    g_ptr_array_add (list, dd_calendar_rules_ref (g_ptr_array_index (from->rules, i)));
}

DdCalendar *
dd_calendar_intersect (DdCalendar *first, DdCalendar *second, GError **error)
{
  g_autoptr (DdCalendarIndex) index = NULL;
  GPtrArray *rules;

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
  rules = rules_list_new ();
  append_rules (rules, first);
  append_rules (rules, second);
  return calendar_new (rules, g_steal_pointer (&index));
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

  return dd_zone_get_name (self->zone);
}

int
dd_calendar_get_minutes_per_day (DdCalendar *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return own_rules (self)->minutes_per_day;
}

int
dd_calendar_get_days_per_week (DdCalendar *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return own_rules (self)->days_per_week;
}

/* --- Working time --- */

gint64
dd_calendar_add (DdCalendar *self, gint64 from, gint64 minutes)
{
  g_return_val_if_fail (self != NULL && minutes >= 0, from);

  if (minutes == 0)
    return from;
  return dd_calendar_index_earliest (self->index, dd_calendar_index_work_at (self->index, from)
                                                      + MIN (minutes, MAX_MINUTES) * 60);
}

gint64
dd_calendar_subtract (DdCalendar *self, gint64 to, gint64 minutes)
{
  g_return_val_if_fail (self != NULL && minutes >= 0, to);

  if (minutes == 0)
    return to;
  return dd_calendar_index_latest (self->index, dd_calendar_index_work_at (self->index, to)
                                                    - MIN (minutes, MAX_MINUTES) * 60);
}

gint64
dd_calendar_between (DdCalendar *self, gint64 from, gint64 to)
{
  g_return_val_if_fail (self != NULL, 0);

  return (dd_calendar_index_work_at (self->index, to)
          - dd_calendar_index_work_at (self->index, from))
         / 60;
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

/* Appends @span; neighbours that touch become one. */
static void
append_merged (GArray *spans, DdRange span)
{
  DdRange *last = spans->len > 0 ? &g_array_index (spans, DdRange, spans->len - 1) : NULL;

  if (last != NULL && last->finish == span.start)
    last->finish = span.finish;
  else
    g_array_append_val (spans, span);
}

GArray *
dd_calendar_list_working (DdCalendar *self, DdRange within)
{
  GArray *spans;
  gint64 at;

  g_return_val_if_fail (self != NULL && within.start <= within.finish, NULL);

  spans = g_array_new (FALSE, FALSE, sizeof (DdRange));
  at = dd_calendar_next_working (self, within.start);
  while (at < within.finish)
    {
      DdRange span = { at, dd_calendar_index_end_of_work (self->index, at) };

      append_merged (spans, dd_range_intersect (span, within));
      at = dd_calendar_next_working (self, span.finish);
    }
  return spans;
}

/* --- Dates and instants --- */

gint64
dd_calendar_julian_start (DdCalendar *self, guint32 julian)
{
  g_return_val_if_fail (self != NULL, DD_INSTANT_MIN);

  return dd_zone_from_local (self->zone, ((gint64) julian - DD_JULIAN_1970) * DAY);
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
  return (guint32) ((dd_zone_to_local (self->zone, instant) + 2 * DAY) / DAY) - 2 + DD_JULIAN_1970;
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
    return dd_zone_from_local (self->zone, local);
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

  time = dd_zone_date_time (self->zone, instant);
  g_return_val_if_fail (time != NULL, NULL);
  return g_date_time_format (time, format);
}

char *
dd_calendar_format_instant (DdCalendar *self, gint64 instant)
{
  return dd_calendar_format (self, instant, "%Y-%m-%dT%H:%M:%S%:z");
}
