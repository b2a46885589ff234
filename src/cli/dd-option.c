/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-option.h"

#include "dd-command.h"

gboolean
dd_option_parse_number (const char *option,
                        const char *text,
                        guint64 min,
                        guint64 max,
                        guint64 *number,
                        GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (text == NULL || g_ascii_string_to_unsigned (text, 10, min, max, number, &reason))
    return TRUE;
  g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE, "%s: %s", option, reason->message);
  return FALSE;
}

gboolean
dd_option_parse_instant (DdCalendar *calendar,
                         const char *option,
                         const char *text,
                         gboolean end_of_day,
                         gint64 *instant,
                         GError **error)
{
  *instant = DD_INSTANT_NONE;
  if (text == NULL)
    return TRUE;
  *instant = dd_calendar_parse_instant (calendar, text, end_of_day, error);
  if (*instant != DD_INSTANT_NONE)
    return TRUE;
  g_prefix_error (error, "%s: ", option);
  return FALSE;
}
