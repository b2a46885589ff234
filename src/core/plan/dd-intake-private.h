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

G_END_DECLS
