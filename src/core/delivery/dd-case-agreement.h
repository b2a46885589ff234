/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-case-step.h"
#include "plan/dd-baseline.h"

G_BEGIN_DECLS

/* Keeps @agreed, under @name, as what is agreed for the case @case_id from now on. @id (nullable: a
 * random one) is the new baseline's; those of its rows follow from it. Linear in the activities.
 * Returns: (transfer full): the labelled action with all of it */
DdAction *dd_case_agreement_take (const char *case_id, const DdBaseline *agreed, const char *name,
                                  const char *id, const DdActor *actor);

G_END_DECLS
