/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any bytes as a calendar: refused with a message of one line, or read so that what is written of
 * it reads as the same calendar, and working time comes back from where it went. */
#include "config.h"

#include "fuzz.h"

#include "time/dd-calendar.h"

#include <string.h>

/* Some work from some instants on: there and back again. */
static void
check_working_time (DdCalendar *calendar)
{
  static const gint64 instants[] = { DD_INSTANT_MIN, 951782400, 1806022800, DD_INSTANT_MAX - 60 };

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      gint64 finish = dd_calendar_add (calendar, instants[i], 1000);

      if (finish != DD_INSTANT_MAX)
        {
          g_assert_cmpint (dd_calendar_between (calendar, instants[i], finish), ==, 1000);
          g_assert_cmpint (dd_calendar_subtract (calendar, finish, 1000), >=, instants[i]);
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdCalendar) calendar = NULL, again = NULL;
  g_autofree char *written = NULL, *written_again = NULL, *words = NULL;

  calendar = dd_calendar_parse (size > 0 ? (const char *) data : "", size, "fuzz", &error);
  if (calendar == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == DD_CALENDAR_ERROR);
      g_assert_null (strchr (error->message, '\n'));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  check_working_time (calendar);
  words = dd_calendar_describe (calendar);
  g_assert_true (g_utf8_validate (words, -1, NULL));

  written = dd_calendar_to_text (calendar);
  again = dd_calendar_parse (written, -1, "fuzz", &error);
  g_assert_no_error (error);
  written_again = dd_calendar_to_text (again);
  g_assert_cmpstr (written, ==, written_again);
  return 0;
}
