/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Lengths of time, and lists, as a person says them.
 */
#include "config.h"

#include "time/dd-time-words.h"

#include <glib/gi18n-lib.h>

char *
dd_time_words_join (GPtrArray *words)
{
  GString *list;

  g_return_val_if_fail (words != NULL, NULL);

  list = g_string_new (NULL);
  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0 && i + 1 < words->len)
        /* Translators: between the first items of a list, as in "A, B and C" */
        g_string_append (list, _ (", "));
      else if (i > 0)
        /* Translators: before the last item of a list, as in "A, B and C" */
        g_string_append (list, _ (" and "));
      g_string_append (list, g_ptr_array_index (words, i));
    }
  return g_string_free (list, FALSE);
}

char *
dd_time_words_minutes (gint64 minutes)
{
  int hours = (int) (minutes / 60);
  int rest = (int) (minutes % 60);

  g_return_val_if_fail (minutes >= 0, NULL);

  if (hours == 0)
    /* Translators: a length of time in minutes */
    return g_strdup_printf (_ ("%d min"), rest);
  if (rest == 0)
    /* Translators: a length of time in hours */
    return g_strdup_printf (_ ("%d h"), hours);
  /* Translators: a length of time in hours and minutes */
  return g_strdup_printf (_ ("%d h %d min"), hours, rest);
}

char *
dd_time_words_working (gint64 minutes, int minutes_per_day)
{
  g_autofree char *whole = NULL;
  g_autofree char *rest = NULL;
  int days;

  g_return_val_if_fail (minutes >= 0 && minutes_per_day > 0, NULL);

  days = (int) (minutes / minutes_per_day);
  if (days == 0)
    return dd_time_words_minutes (minutes);
  whole = g_strdup_printf (ngettext ("%d working day", "%d working days", days), days);
  if (minutes % minutes_per_day == 0)
    return g_steal_pointer (&whole);
  rest = dd_time_words_minutes (minutes % minutes_per_day);
  /* Translators: a length of time, as in "1 working day 3 h" */
  return g_strdup_printf (_ ("%s %s"), whole, rest);
}
