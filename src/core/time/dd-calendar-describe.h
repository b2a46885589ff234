/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "time/dd-calendar-rules.h"

G_BEGIN_DECLS

/* Puts @rules into words: a sentence for the week, and one for the exceptions if there are any.
 * Returns: (transfer full): the words */
char *dd_calendar_rules_describe (const DdCalendarRules *rules);

G_END_DECLS
