/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "time/dd-calendar.h"

G_BEGIN_DECLS

/**
 * DdReminderSnooze:
 * @DD_SNOOZE_HOUR: one hour by the clock
 * @DD_SNOOZE_TOMORROW: tomorrow at the time at which work usually begins: with the first work of that
 *   day, or, if it is off, at 09:00
 * @DD_SNOOZE_NEXT_WORKING_DAY: with the first work of the next day on which there is any
 *
 * How long a reminder may be put off.
 */
typedef enum
{
  DD_SNOOZE_HOUR,
  DD_SNOOZE_TOMORROW,
  DD_SNOOZE_NEXT_WORKING_DAY,
} DdReminderSnooze;
#define DD_N_SNOOZES 3

/* Returns: (transfer none): the word for @snooze in commands: "hour", "tomorrow" or
 * "next-working-day" */
const char *dd_snooze_get_nick (DdReminderSnooze snooze);

/* Finds the snooze with @nick. Returns: whether there is one */
gboolean dd_snooze_find (const char *nick, DdReminderSnooze *snooze);

/* Returns: (transfer none): what a button says, translated: "In 1 Hour" */
const char *dd_snooze_to_words (DdReminderSnooze snooze);

/* Returns: the instant until which @snooze puts off at @now; days are @calendar's */
gint64 dd_snooze_get_end (DdReminderSnooze snooze, DdCalendar *calendar, gint64 now);

G_END_DECLS
