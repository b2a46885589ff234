/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Amounts of working time in words. Everything here is a pure function of its arguments, and cheap:
 * sharing out is quadratic in the parts, of which a ledger has a handful. Nothing may be rounded
 * twice, which is why callers pass minutes and never days.
 */
#include "config.h"

#include "plan/dd-working-time.h"

#include <glib/gi18n-lib.h>

static gint64
unit_minutes (DdTimeUnit unit, int minutes_per_day)
{
  switch (unit)
    {
    case DD_TIME_MINUTE:
      return 1;
    case DD_TIME_HOUR:
      return 60;
    case DD_TIME_DAY:
      return minutes_per_day;
    }
  g_assert_not_reached ();
}

DdTimeUnit
dd_working_time_unit (gint64 minutes, int minutes_per_day)
{
  gint64 size = ABS (minutes);

  if (size >= minutes_per_day)
    return DD_TIME_DAY;
  return size >= 60 ? DD_TIME_HOUR : DD_TIME_MINUTE;
}

gint64
dd_working_time_round (gint64 minutes, DdTimeUnit unit, int minutes_per_day)
{
  gint64 one = unit_minutes (unit, minutes_per_day);
  gint64 count = (ABS (minutes) + one / 2) / one;

  return minutes < 0 ? -count : count;
}

char *
dd_working_time_count (int count, DdTimeUnit unit)
{
  switch (unit)
    {
    case DD_TIME_MINUTE:
      return g_strdup_printf (ngettext ("%d minute", "%d minutes", count), count);
    case DD_TIME_HOUR:
      return g_strdup_printf (ngettext ("%d hour", "%d hours", count), count);
    case DD_TIME_DAY:
      return g_strdup_printf (ngettext ("%d day", "%d days", count), count);
    }
  g_assert_not_reached ();
}

char *
dd_working_time_to_words (gint64 minutes, int minutes_per_day)
{
  DdTimeUnit unit = dd_working_time_unit (minutes, minutes_per_day);
  int count = dd_working_time_round (ABS (minutes), unit, minutes_per_day);

  if (unit != DD_TIME_DAY)
    return dd_working_time_count (count, unit);
  return g_strdup_printf (ngettext ("%d working day", "%d working days", count), count);
}

char *
dd_working_time_to_short_words (gint64 minutes, int minutes_per_day)
{
  DdTimeUnit unit = dd_working_time_unit (minutes, minutes_per_day);

  return dd_working_time_count (dd_working_time_round (ABS (minutes), unit, minutes_per_day), unit);
}

/* Gives one more to the part that is owed most. */
static void
give_one (gint64 *shares, gint64 *remainders, guint n)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    if (remainders[i] > remainders[best])
      best = i;
  shares[best]++;
  remainders[best] = -1;
}

void
dd_working_time_apportion (const gint64 *parts, guint n, gint64 total, gint64 *shares)
{
  g_autofree gint64 *remainders = g_new (gint64, n);
  gint64 whole = 0;
  gint64 left = total;

  for (guint i = 0; i < n; i++)
    whole += parts[i];
  for (guint i = 0; i < n; i++)
    {
      shares[i] = whole > 0 ? parts[i] * total / whole : 0;
      remainders[i] = whole > 0 ? parts[i] * total % whole : 0;
      left -= shares[i];
    }
  /* What is left is less than one a part, because the remainders add up to it. */
  for (; whole > 0 && left > 0; left--)
    give_one (shares, remainders, n);
}
