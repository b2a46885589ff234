/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/* Values as a person reads them, translated. Every text is (transfer full). */

/**
 * DdWordsFlags:
 * @DD_WORDS_FINISH: the instant ends something: midnight is 24:00 of the day before
 * @DD_WORDS_ALIGNED: days of one figure take the room of two, for a column
 */
typedef enum
{
  DD_WORDS_PLAIN = 0,
  DD_WORDS_FINISH = 1 << 0,
  DD_WORDS_ALIGNED = 1 << 1,
} DdWordsFlags;

/* @instant in the zone of @calendar: "Tue 1 Dec 09:00", or, when it is not in @year, "Fri 1 Jan
 * 2027 09:00". */
char *dd_words_instant (DdCalendar *calendar, gint64 instant, int year, DdWordsFlags flags);

/* The date of @instant in the zone of @calendar: "Tue 1 Dec", or, when it is not in @year, "Fri 1
 * Jan 2027". */
char *dd_words_date (DdCalendar *calendar, gint64 instant, int year, DdWordsFlags flags);

/* The year of @instant in the zone of @calendar. */
int dd_words_year (DdCalendar *calendar, gint64 instant);

/* Working minutes, exact and short, for a column: "2 d 4 h", "30 min", "−1 d", "0". A day has
 * @minutes_per_day. In a sentence dd_time_words_working() says them. */
char *dd_words_minutes (gint64 minutes, int minutes_per_day);

/* A documented duration: "1 day", "1 to 2 weeks", "at most 1 week", "no time". */
char *dd_words_duration (const DdDuration *duration);

/* How the plan takes the time of @activity from its cell: "1/4 of 1 day", "1 day, side by side",
 * "open for at most 1 week, not counted". */
char *dd_words_reading (const DdActivity *activity);

/* What the letters of dd_owner_get_letters() stand for:
 * "C Customer, P Platinum Consultant, M Platinum Project Manager". */
char *dd_words_owner_legend (void);

/* @text, a sentence of a definition that ships, in the reader's language; of one of the user's own, and
 * NULL, as it is. What a document prints (names, durations, titles) is never translated.
 * Returns: (transfer none) (nullable) */
const char *dd_words_translate (const char *text);

G_END_DECLS
