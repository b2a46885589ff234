/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-case-plan.h"

G_BEGIN_DECLS

/* What the page of a case says, in words. Pure functions; every text is translated and, unless it is
 * const, (transfer full). */

/* Where a case stands: "Requested", "Waiting". */
const char *dd_case_page_words_state (DdCaseState state);

/* Where an activity stands: "Planned", "Running", of a gate "Not met", "Met". */
const char *dd_case_page_words_activity_state (DdActivityKind kind, DdActivityState state);

/* How @finish stands to @deadline: "2 working days late", "3 working days to spare", "Ends just in
 * time", "No deadline". Either may be DD_INSTANT_NONE. */
char *dd_case_page_words_verdict (DdCalendar *calendar, gint64 finish, gint64 deadline);

/* Who is waited for, since when and why: "Waiting for the customer since Monday 30 November 2026:
 * access". */
char *dd_case_page_words_wait (DdCalendar *calendar, DdRecord *wait);

/* How much room an activity has: "Critical: any delay delays the finish", "2 working days of float",
 * "1 working day too late". */
char *dd_case_page_words_float (const DdPlanDates *dates, int minutes_per_day);

/* What a tooltip says of activity @index: name, dates, documented duration with its source, room. */
char *dd_case_page_words_tooltip (DdCasePlan *plan, guint index);

/* "Tue 1 Dec 09:00", where @instant is one; a dash where it is none. */
char *dd_case_page_words_instant (DdCasePlan *plan, gint64 instant, gboolean finish);

/* What the document prints for how long @activity takes, and where: "“1 day” (CX Process v17, Process
 * Detail)"; "Not stated" where the cell is blank. */
char *dd_case_page_words_documented (DdService *service, const DdActivity *activity);

G_END_DECLS
