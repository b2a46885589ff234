/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-case-summary.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/* What is known of a case in the words of lists and charts, translated. Pure functions of their
 * arguments and the locale. Every text is (transfer full); nothing to say is "". */

/* The state: "Running", or, while somebody is waited for, "Waiting". */
char *dd_case_words_state (const DdCaseSummary *self);

/* Who is waited for and why: "Waiting for the customer: remote access". */
char *dd_case_words_wait (const DdCaseSummary *self);

/* The product with its versions: "CX Process 9.1 → 10.2". */
char *dd_case_words_product (const DdCaseSummary *self);

/* The next activity with the letter of whose it is: "C · Provide access". */
char *dd_case_words_next (const DdCaseSummary *self);

/* The day on which something ends at @instant as seen at @now, relative where it is near: "today
 * 17:00", "tomorrow", "in 3 days" or "2 days late", which are working days, "Fri 18 Dec". */
char *dd_case_words_due (DdCalendar *calendar, gint64 instant, gint64 now);

/* The same instant, as a day: "Fri 18 Dec" or, in another year than @now, "18 Dec 2027". */
char *dd_case_words_day (DdCalendar *calendar, gint64 instant, gint64 now);

/* How the plan stands to the deadline, in working time: "3 days to spare", "2 days too late", "No
 * deadline". */
char *dd_case_words_risk (const DdCaseSummary *self, DdCalendar *calendar);

/* The same as a sentence, exactly. */
char *dd_case_words_risk_in_full (const DdCaseSummary *self, DdCalendar *calendar);

G_END_DECLS
