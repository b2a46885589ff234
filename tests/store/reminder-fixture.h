/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "case-fixture.h"
#include "dd-reminder-desk.h"
#include "delivery/dd-case-step.h"

G_BEGIN_DECLS

/* What tests of told reminders have in common: rounds as text, and steps of cases in one line. Instants
 * are UTC: "2026-12-01 10:00". Each function fails the test when the store refuses. */

/* Takes a round at @now.
 * Returns: (transfer full): what it gives out in one line: "show activity-start activity:work; wake 2
 * 09:00", with the day of the month; the reminders of each list in their order. "catching up" when it
 * has to go on first. */
char *reminder_fixture_take (DdReminderDesk *desk, DdConnection *connection, const char *now);

/* The same with everything confirmed; rounds that only catch up are taken up to their end. Fails the
 * test when it is not @expected. */
void reminder_fixture_check (DdReminderDesk *desk, DdConnection *connection, const char *now,
                             const char *expected);

/* Starts, finishes, skips, …: takes the step of @kind with @activity (nullable) at @now. */
void reminder_fixture_step (DdConnection *connection, const char *case_id, DdCaseStepKind kind,
                            const char *activity, const char *now);

/* Gives everybody (@case_id NULL) or a case the preference @name, in an action. */
void reminder_fixture_prefer (DdConnection *connection, const char *case_id, const char *name,
                              const char *value);

G_END_DECLS
