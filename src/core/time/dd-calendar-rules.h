/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "time/dd-zone.h"

G_BEGIN_DECLS

/* The GDate Julian day of 1970-01-01, from which Unix days are counted. */
#define DD_JULIAN_1970 719163u

/* The years that calendars know. */
#define DD_YEAR_FIRST 1970
#define DD_YEAR_LAST 2199

/* Hours of a day in which work is done. */
typedef struct
{
  int start;  /* minutes from 00:00 of the local clock */
  int finish; /* after start, up to 1440: 24:00 */
} DdHours;

/* Dates on which other hours hold than on their weekday. */
typedef struct
{
  guint32 first; /* GDate's Julian day */
  guint32 last;  /* inclusive */
  GArray *hours; /* (owned) (element-type DdHours): sorted, apart; empty on a day off */
} DdException;

/*
 * DdCalendarRules: what the file of a calendar says, before any arithmetic.
 *
 * Filled in by the parser, then never changed, reference counted (atomically).
 */
typedef struct
{
  const DdZone *zone;   /* (unowned): lives for ever */
  int minutes_per_day;  /* 1 to 1440 */
  int days_per_week;    /* 1 to 7 */
  GArray *weekdays[7];  /* (owned) (element-type DdHours): from Monday; sorted, apart, empty
                           when off */
  GArray *exceptions;   /* (owned) (element-type DdException): sorted, none overlaps another, and
                           none goes on as the one before it */
} DdCalendarRules;

/* The keys of the weekdays in the file, from Monday. */
extern const char *const dd_calendar_weekday_keys[7];

/* Returns: (transfer full): no work at all in @zone, 480 minutes a day, 5 days a week */
DdCalendarRules *dd_calendar_rules_new (const DdZone *zone);

/* Returns: (transfer full): @self with one more reference */
DdCalendarRules *dd_calendar_rules_ref (DdCalendarRules *self);

/* Gives one reference back; the last frees @self. */
void dd_calendar_rules_unref (DdCalendarRules *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdCalendarRules, dd_calendar_rules_unref)

/* Whether two lists of hours, sorted, are the same. */
gboolean dd_hours_equal (const GArray *first, const GArray *second);

/* Makes a list in which exceptions can be gathered for dd_calendar_rules_set_exceptions().
 * Returns: (transfer full) (element-type DdException): an empty list that owns the hours in it */
GArray *dd_exceptions_new (void);

/* Sets the exceptions; where several of @written are about one date, the last of them holds.
 * Linear in them and in the days from the first date to the last. */
void dd_calendar_rules_set_exceptions (DdCalendarRules *self, GArray *written);

/* The exception that @julian falls into, or the first after it.
 * Returns: an index of @self's exceptions; their number if there is none */
guint dd_calendar_rules_find_exception (const DdCalendarRules *self, gint64 julian);

/* The hours of the date @julian: of its exception, else of its weekday.
 * Returns: (transfer none) (element-type DdHours): the hours */
const GArray *dd_calendar_rules_get_hours (const DdCalendarRules *self, gint64 julian);

/* The hours of the weekday of @julian, whatever its exception says.
 * Returns: (transfer none) (element-type DdHours): the hours */
const GArray *dd_calendar_rules_get_weekday (const DdCalendarRules *self, gint64 julian);

/* Returns: (transfer full): the rules as the key file they are read from */
char *dd_calendar_rules_to_text (const DdCalendarRules *self);

G_END_DECLS
