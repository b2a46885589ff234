/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Documented durations: reading them, writing them, and turning them into working minutes.
 *
 * Plain values without memory of their own; every operation costs the length of the text. A
 * duration stays in the units it is documented in until a calendar says what a day and a week are:
 * nothing in here may assume 24 hours or 7 days.
 */
#include "config.h"

#include "service/dd-duration.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DIGITS 4

static const char unit_letters[] = "hdw";

G_DEFINE_QUARK (dd_duration_error, dd_duration_error)

/* Reads "0" or "Nd" up to @end. Nothing of any unit is "0", so that equal durations are equal. */
static gboolean
read_span (const char *text, const char *end, DdSpan *span)
{
  const char *letter;
  int count = 0;

  *span = (DdSpan){ 0, DD_DURATION_HOUR };
  if (end - text == 1 && *text == '0')
    return TRUE;
  if (end - text < 2 || end - text > MAX_DIGITS + 1)
    return FALSE;

  for (; text < end - 1; text++)
    {
      if (!g_ascii_isdigit (*text))
        return FALSE;
      count = count * 10 + g_ascii_digit_value (*text);
    }
  letter = memchr (unit_letters, *text, strlen (unit_letters));
  if (letter == NULL)
    return FALSE;
  if (count > 0)
    *span = (DdSpan){ count, (DdDurationUnit) (letter - unit_letters) };
  return TRUE;
}

/* Whether a range from @lower to @upper can be one. Ends in different units only meet in a
 * calendar. */
static gboolean
is_ascending (DdSpan lower, DdSpan upper)
{
  if (upper.count == 0)
    return lower.count == 0;
  return lower.count == 0 || lower.unit != upper.unit || lower.count <= upper.count;
}

static gboolean
read_duration (const char *text, DdDuration *duration)
{
  const char *end = text + strlen (text);
  const char *dots = strstr (text, "..");

  if (dots == NULL)
    {
      duration->at_most = FALSE;
      if (!read_span (text, end, &duration->upper))
        return FALSE;
      duration->lower = duration->upper;
      return TRUE;
    }

  if (!read_span (dots + 2, end, &duration->upper))
    return FALSE;
  duration->at_most = dots == text;
  if (duration->at_most)
    {
      duration->lower = duration->upper;
      return TRUE;
    }
  return read_span (text, dots, &duration->lower)
         && is_ascending (duration->lower, duration->upper);
}

static void
append_span (GString *text, DdSpan span)
{
  g_string_append_printf (text, "%d", span.count);
  if (span.count > 0)
    g_string_append_c (text, unit_letters[span.unit]);
}

gboolean
dd_duration_parse (const char *text, DdDuration *duration, GError **error)
{
  DdDuration result;

  g_return_val_if_fail (text != NULL && duration != NULL, FALSE);

  if (!read_duration (text, &result))
    {
      g_set_error (error, DD_DURATION_ERROR, DD_DURATION_ERROR_FORMAT,
                   _ ("'%s' is no duration; expected %s"), text, dd_duration_expected ());
      return FALSE;
    }
  *duration = result;
  return TRUE;
}

const char *
dd_duration_expected (void)
{
  return _ ("0, hours (4h), days (2d), weeks (1w), a range (1w..2w) or at most so much (..1w)");
}

char *
dd_duration_to_text (const DdDuration *duration)
{
  GString *text;

  g_return_val_if_fail (duration != NULL, NULL);

  text = g_string_new (NULL);
  if (dd_duration_is_range (duration))
    append_span (text, duration->lower);
  if (dd_duration_is_range (duration) || duration->at_most)
    g_string_append (text, "..");
  append_span (text, duration->upper);
  return g_string_free (text, FALSE);
}

gint64
dd_span_minutes (DdSpan span, int minutes_per_day, int days_per_week)
{
  switch (span.unit)
    {
    case DD_DURATION_HOUR:
      return (gint64) span.count * 60;
    case DD_DURATION_DAY:
      return (gint64) span.count * minutes_per_day;
    case DD_DURATION_WEEK:
      return (gint64) span.count * days_per_week * minutes_per_day;
    }
  g_assert_not_reached ();
}

gint64
dd_duration_minutes (const DdDuration *duration,
                     DdBasis basis,
                     int minutes_per_day,
                     int days_per_week)
{
  gint64 lower, upper;

  g_return_val_if_fail (duration != NULL, 0);

  lower = dd_span_minutes (duration->lower, minutes_per_day, days_per_week);
  upper = dd_span_minutes (duration->upper, minutes_per_day, days_per_week);
  return basis == DD_BASIS_CAUTIOUS ? MAX (lower, upper) : MIN (lower, upper);
}

gboolean
dd_duration_is_range (const DdDuration *duration)
{
  g_return_val_if_fail (duration != NULL, FALSE);

  return duration->lower.count != duration->upper.count
         || duration->lower.unit != duration->upper.unit;
}
