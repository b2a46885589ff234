/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files above this many bytes are refused: no land has so many holidays. */
#define DD_HOLIDAY_MAX_BYTES (2 * 1024 * 1024)

#define DD_HOLIDAY_ERROR (dd_holiday_error_quark ())

/**
 * DdHolidayError:
 * @DD_HOLIDAY_ERROR_FORMAT: it is no iCalendar file, or an event in it cannot be understood
 * @DD_HOLIDAY_ERROR_NONE: there is no event of whole days in the years asked for
 */
typedef enum
{
  DD_HOLIDAY_ERROR_FORMAT,
  DD_HOLIDAY_ERROR_NONE,
} DdHolidayError;

/* The error domain of importing holidays. */
GQuark dd_holiday_error_quark (void);

/* Reads the events of whole days from the iCalendar (RFC 5545) @text, which need not be UTF-8 or
 * end with a NUL; @length is in bytes, -1 when it does. Events that come again (every year, say)
 * count each time, cancelled ones and those with a time of day not at all. Only days of the years
 * @first_year to @last_year (inclusive, within 1970 to 2199) are given.
 * @origin names the text in messages.
 * Returns: (transfer full) (element-type utf8): the days as the keys of a working calendar's
 * exceptions, sorted, each once: "2026-12-25", "2026-12-28..2026-12-31"; or NULL with a
 * DdHolidayError */
GPtrArray *dd_holiday_import_parse (const char *text, gssize length, const char *origin,
                                    int first_year, int last_year, GError **error);

/* As dd_holiday_import_parse(), of the file at @path (in the system's file name encoding).
 * Returns: (transfer full) (element-type utf8): the days, or NULL with a DdFileError or a
 * DdHolidayError */
GPtrArray *dd_holiday_import_load (const char *path, int first_year, int last_year,
                                   GError **error);

G_END_DECLS
