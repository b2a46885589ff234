/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "plan/dd-intake.h"

G_BEGIN_DECLS

/*
 * DdNewCaseVerdict: what can be said of a request while it is typed: whether it can be met, why, when
 * it ends on each basis, and the smallest change that helps as a button with the action
 * "new-case.remedy".
 */
#define DD_TYPE_NEW_CASE_VERDICT (dd_new_case_verdict_get_type ())
G_DECLARE_FINAL_TYPE (DdNewCaseVerdict, dd_new_case_verdict, DD, NEW_CASE_VERDICT, GtkBox)

/* Shows @intake. */
void dd_new_case_verdict_show (DdNewCaseVerdict *self, const DdIntake *intake);

/* Says instead why nothing can be said. */
void dd_new_case_verdict_show_problem (DdNewCaseVerdict *self, const char *message);

/* What the button for @change says: "Move the Deadline to Monday 21 December 2026".
 * Returns: (transfer full) (nullable): the words, NULL when there is nothing to change */
char *dd_new_case_verdict_remedy_words (DdCalendar *calendar, const DdIntakeChange *change);

G_END_DECLS
