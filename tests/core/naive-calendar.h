/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "time/dd-strip.h"

G_BEGIN_DECLS

/*
 * NaiveCalendar: which minutes a calendar's file says are worked, asked one at a time.
 *
 * For each it takes the local reading from GDateTime and looks it up among the minutes of that
 * date. Nothing is indexed and no time is computed with, so it is slow, and easily seen to be
 * right. The zone must have offsets of whole minutes at the instants asked about.
 */
typedef struct _NaiveCalendar NaiveCalendar;

/* A random calendar's file: split days, nights up to 24:00, weekdays off, some zone with or without
 * summer time, and exceptions within some weeks of the date with GDate's Julian day @julian. */
char *naive_calendar_random_text (GRand *rand, guint32 julian);

/* Reads a calendar's file, which must be a good one with a timezone. */
NaiveCalendar *naive_calendar_new (const char *text);

/* Frees @self. */
void naive_calendar_free (NaiveCalendar *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NaiveCalendar, naive_calendar_free)

/* Whether the minute that @instant is in is worked. */
gboolean naive_calendar_is_working (NaiveCalendar *self, gint64 instant);

/* What the minute that @instant is in is in a strip. */
DdStripKind naive_calendar_kind (NaiveCalendar *self, gint64 instant);

/*
 * NaiveWindow: the minutes of a span, each worked or not, and the questions of DdCalendar answered
 * by stepping through them. What lies outside counts as not worked; where the answer would lie
 * there, a function says NAIVE_BEYOND.
 */
typedef struct
{
  gint64 start;    /* a whole minute */
  gint64 finish;   /* a whole minute */
  guint8 *minutes; /* (owned): whether each is worked */
} NaiveWindow;

#define NAIVE_BEYOND DD_INSTANT_NONE

/* Asks @calendar about each of @n minutes from @start, a whole minute. */
NaiveWindow *naive_window_new (NaiveCalendar *calendar, gint64 start, guint n);

/* Frees @self. */
void naive_window_free (NaiveWindow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NaiveWindow, naive_window_free)

/* Keeps in @self what is worked in @other, of the same span, as well. */
void naive_window_intersect (NaiveWindow *self, const NaiveWindow *other);

/* The answers of the functions of DdCalendar with the same names. Instants must be in the window;
 * they may lie within a minute. */
gboolean naive_window_is_working (const NaiveWindow *self, gint64 instant);
gint64 naive_window_add (const NaiveWindow *self, gint64 from, gint64 minutes);
gint64 naive_window_subtract (const NaiveWindow *self, gint64 to, gint64 minutes);
gint64 naive_window_between (const NaiveWindow *self, gint64 from, gint64 to);
gint64 naive_window_next_working (const NaiveWindow *self, gint64 instant);
gint64 naive_window_previous_working (const NaiveWindow *self, gint64 instant);
GArray *naive_window_list_working (const NaiveWindow *self, DdRange within);

G_END_DECLS
