/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Readers for the digits of dates and times of day.
 *
 * GLib reads ISO 8601 too, but not "09:00" without seconds, and where a clock skips or repeats an
 * hour it decides silently. Here a text becomes the reading it states, and nothing more.
 */
#include "config.h"

#include "time/dd-time-text.h"

#include "time/dd-calendar-rules.h"

#include <string.h>

/* The longest piece of a text that a message quotes, in characters. */
#define MAX_QUOTE 40

char *
dd_time_text_quote (const char *text)
{
  GString *quoted = g_string_new (NULL);
  const char *at = text;

  for (int i = 0; i < MAX_QUOTE && *at != '\0'; i++, at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      g_string_append_unichar (quoted, g_unichar_isprint (character) ? character : '?');
    }
  if (*at != '\0')
    g_string_append (quoted, "…");
  return g_string_free (quoted, FALSE);
}

/* Reads exactly @n digits. */
static gboolean
read_digits (const char **cursor, int n, int *value)
{
  int sum = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*cursor)[i]))
        return FALSE;
      sum = sum * 10 + g_ascii_digit_value ((*cursor)[i]);
    }
  *cursor += n;
  *value = sum;
  return TRUE;
}

gboolean
dd_time_text_skip (const char **cursor, const char *prefix)
{
  if (!g_str_has_prefix (*cursor, prefix))
    return FALSE;
  *cursor += strlen (prefix);
  return TRUE;
}

gboolean
dd_time_text_read_date (const char **cursor, guint32 *julian)
{
  const char *at = *cursor;
  int year, month, day;
  GDate date;

  if (!read_digits (&at, 4, &year) || !dd_time_text_skip (&at, "-") || !read_digits (&at, 2, &month)
      || !dd_time_text_skip (&at, "-") || !read_digits (&at, 2, &day))
    return FALSE;
  if (year < DD_YEAR_FIRST || year > DD_YEAR_LAST || !g_date_valid_dmy (day, month, year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  *julian = g_date_get_julian (&date);
  *cursor = at;
  return TRUE;
}

gboolean
dd_time_text_read_minutes (const char **cursor, int *minutes)
{
  const char *at = *cursor;
  int hour, minute;

  if (!read_digits (&at, 2, &hour) || !dd_time_text_skip (&at, ":")
      || !read_digits (&at, 2, &minute))
    return FALSE;
  if (minute > 59 || hour * 60 + minute > 24 * 60)
    return FALSE;

  *minutes = hour * 60 + minute;
  *cursor = at;
  return TRUE;
}

gboolean
dd_time_text_read_seconds (const char **cursor, int *seconds)
{
  const char *at = *cursor;
  int minutes;
  int second = 0;

  if (!dd_time_text_read_minutes (&at, &minutes) || minutes == 24 * 60)
    return FALSE;
  if (dd_time_text_skip (&at, ":") && (!read_digits (&at, 2, &second) || second > 59))
    return FALSE;
  if (*at == '.')
    at += 1 + strspn (at + 1, "0123456789");

  *seconds = minutes * 60 + second;
  *cursor = at;
  return TRUE;
}

gboolean
dd_time_text_read_offset (const char **cursor, int *seconds)
{
  const char *at = *cursor;
  int hour;
  int minute = 0;
  int sign = *at == '-' ? -1 : 1;

  *seconds = 0;
  if (dd_time_text_skip (cursor, "Z"))
    return TRUE;
  if (*at != '+' && *at != '-')
    return FALSE;

  at++;
  if (!read_digits (&at, 2, &hour) || hour > 23)
    return FALSE;
  if ((dd_time_text_skip (&at, ":") || *at != '\0')
      && (!read_digits (&at, 2, &minute) || minute > 59))
    return FALSE;

  *seconds = sign * (hour * 60 + minute) * 60;
  *cursor = at;
  return TRUE;
}
