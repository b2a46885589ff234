/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @words as a list in a sentence: "A, B and C".
 * Returns: (transfer full): the list; empty when there are no words */
char *dd_time_words_join (GPtrArray *words);

/* A length of time: "5 h 20 min", "8 h", "45 min". @minutes is 0 or more.
 * Returns: (transfer full): the words */
char *dd_time_words_minutes (gint64 minutes);

/* A length of working time, in days where it is long: "2 working days", "1 working day 3 h".
 * @minutes is 0 or more, a day is @minutes_per_day.
 * Returns: (transfer full): the words */
char *dd_time_words_working (gint64 minutes, int minutes_per_day);

G_END_DECLS
