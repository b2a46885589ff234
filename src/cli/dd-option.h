/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "time/dd-calendar.h"

G_BEGIN_DECLS

/* The values of options, read from their texts. @option ("--seed") begins the messages; a @text of
 * NULL was not given, and leaves the value alone. */

/* Reads a whole number from @min to @max.
 * Returns: FALSE with DD_COMMAND_ERROR_USAGE */
gboolean dd_option_parse_number (const char *option, const char *text, guint64 min, guint64 max,
                                 guint64 *number, GError **error);

/* Reads a date or instant as dd_calendar_parse_instant() does; DD_INSTANT_NONE when not given.
 * Returns: FALSE with a DdCalendarError */
gboolean dd_option_parse_instant (DdCalendar *calendar, const char *option, const char *text,
                                  gboolean end_of_day, gint64 *instant, GError **error);

G_END_DECLS
