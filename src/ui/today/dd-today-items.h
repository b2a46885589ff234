/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-reminder-inbox.h"
#include "today/dd-today-list.h"
#include "today/dd-today.h"

G_BEGIN_DECLS

/* What the rows of the page of today say. Pure functions. */

/* Returns: (transfer full) (element-type DdTodayItem): a row for each of @summaries (element-type
 * DdCaseSummary), of @group */
GPtrArray *dd_today_items_of_cases (GPtrArray *summaries, DdTodayGroup group,
                                    DdCalendar *calendar, gint64 now);

/* Returns: (transfer full) (element-type DdTodayItem): a row for each of @entries (element-type
 * DdReminderEntry) */
GPtrArray *dd_today_items_of_reminders (GPtrArray *entries, DdCalendar *calendar, gint64 now);

G_END_DECLS
