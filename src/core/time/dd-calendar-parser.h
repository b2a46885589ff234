/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "time/dd-calendar-rules.h"

G_BEGIN_DECLS

/* Reads the key file of a calendar; dd_calendar_parse() has the details.
 * Returns: (transfer full): the rules, or NULL with a DdCalendarError */
DdCalendarRules *dd_calendar_parser_read (const char *text, gssize length, const char *origin,
                                          GError **error);

G_END_DECLS
