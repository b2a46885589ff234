/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "time/dd-calendar.h"

G_BEGIN_DECLS

/* Calendars above this many bytes are refused: it holds every day from 1970 to 2199 as an exception
 * with split hours, twice. */
#define DD_CALENDAR_MAX_BYTES (8 * 1024 * 1024)

/* Reads the calendar in the file at @path (in the system's file name encoding).
 * Returns: (transfer full): the calendar, or NULL with a DdFileError or a DdCalendarError */
DdCalendar *dd_calendar_file_load (const char *path, GError **error);

G_END_DECLS
