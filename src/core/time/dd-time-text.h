/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Readers for the digits of dates and times of day. Each looks at the text at *@cursor; when that
 * is what it reads, it moves *@cursor behind it and returns TRUE, else it leaves *@cursor alone.
 */

/* @text, which must be UTF-8, as a message can quote it: printable, and cut where it grows long.
 * Returns: (transfer full): the quotation */
char *dd_time_text_quote (const char *text);

/* Reads @prefix itself. */
gboolean dd_time_text_skip (const char **cursor, const char *prefix);

/* Reads "2026-12-01", a date within 1970 to 2199, as a Julian day of GDate. */
gboolean dd_time_text_read_date (const char **cursor, guint32 *julian);

/* Reads "09:00", up to and with "24:00", as minutes of a day. */
gboolean dd_time_text_read_minutes (const char **cursor, int *minutes);

/* Reads "Z", "+01", "+0100" or "+01:00" as seconds ahead of UTC. */
gboolean dd_time_text_read_offset (const char **cursor, int *seconds);

/* Reads "09:00", "09:00:30" or "09:00:30.250" as seconds of a day, less than 24 hours; a fraction
 * of a second is dropped. */
gboolean dd_time_text_read_seconds (const char **cursor, int *seconds);

G_END_DECLS
