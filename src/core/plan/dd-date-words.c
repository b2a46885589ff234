/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Dates in sentences. Pure functions of their arguments and of the locale. Ends are instants that
 * are no longer inside, which is why they have a function of their own: nobody else may subtract
 * the second.
 */
#include "config.h"

#include "plan/dd-date-words.h"

#include <glib/gi18n-lib.h>

char *
dd_date_words_of_start (DdCalendar *calendar, gint64 instant)
{
  g_return_val_if_fail (calendar != NULL, NULL);

  /* Translators: a date in a sentence, "Friday 18 December 2026"; g_date_time_format() says what
   * the letters mean. */
  return dd_calendar_format (calendar, instant, _ ("%A %-d %B %Y"));
}

char *
dd_date_words_of_end (DdCalendar *calendar, gint64 instant)
{
  g_return_val_if_fail (calendar != NULL, NULL);

  return dd_date_words_of_start (calendar, instant - 1);
}
