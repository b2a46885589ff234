/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-intake.h"

G_BEGIN_DECLS

/* Fills the findings of @self, whose dates and verdict are known, in field order. */
void dd_intake_find (DdIntake *self, DdService *service, const DdIntakeRequest *request);

/* Whether the service has a gate that needs access, and so waits for the acknowledgement.
 * Returns: (nullable) (transfer none): the first such gate */
const DdActivity *dd_intake_find_access_gate (DdService *service);

/* The working days from @from to @to, parts of one counted as one: how a person who has dates
 * before them counts. At least 1. */
gint64 dd_intake_count_days (DdCalendar *calendar, gint64 from, gint64 to);

G_END_DECLS
