/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words that stand in the store for the values of the plan's enums. */

#include "config.h"

#include "delivery/dd-plan-enums.h"

G_DEFINE_ENUM_TYPE (DdActivityState,
                    dd_activity_state,
                    G_DEFINE_ENUM_VALUE (DD_STATE_PLANNED, "planned"),
                    G_DEFINE_ENUM_VALUE (DD_STATE_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (DD_STATE_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (DD_STATE_SKIPPED, "skipped"))

G_DEFINE_ENUM_TYPE (DdActivityKind,
                    dd_activity_kind,
                    G_DEFINE_ENUM_VALUE (DD_ACTIVITY_TASK, "task"),
                    G_DEFINE_ENUM_VALUE (DD_ACTIVITY_EVENT, "event"),
                    G_DEFINE_ENUM_VALUE (DD_ACTIVITY_GATE, "gate"),
                    G_DEFINE_ENUM_VALUE (DD_ACTIVITY_WINDOW, "window"))

G_DEFINE_ENUM_TYPE (DdParty,
                    dd_party,
                    G_DEFINE_ENUM_VALUE (DD_PARTY_CUSTOMER, "customer"),
                    G_DEFINE_ENUM_VALUE (DD_PARTY_VENDOR, "vendor"))

G_DEFINE_ENUM_TYPE (DdBasis,
                    dd_basis,
                    G_DEFINE_ENUM_VALUE (DD_BASIS_SHORT, "short"),
                    G_DEFINE_ENUM_VALUE (DD_BASIS_TYPICAL, "typical"),
                    G_DEFINE_ENUM_VALUE (DD_BASIS_CAUTIOUS, "cautious"))
