/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "time/dd-calendar.h"

G_BEGIN_DECLS

/* Dates as sentences name them, in the zone of a calendar: "Friday 18 December 2026". */

/* Returns: (transfer full): the date on which something begins at @instant */
char *dd_date_words_of_start (DdCalendar *calendar, gint64 instant);

/* Returns: (transfer full): the date on which something ends at @instant: one that ends at midnight
 * ends on the day before */
char *dd_date_words_of_end (DdCalendar *calendar, gint64 instant);

G_END_DECLS
