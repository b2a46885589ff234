/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-progress.h"

G_BEGIN_DECLS

/* Where activities stand and who is waited for, in one word each, translated. */

/* Returns: (transfer none): "Planned", "Running", "Done" or "Skipped"; a gate (@is_gate) that is
 * done is "Met" */
const char *dd_activity_state_to_words (DdActivityState state, gboolean is_gate);

/* Returns: (transfer none): who is waited for: "Customer" or "Vendor" */
const char *dd_party_to_words (DdParty party);

G_END_DECLS
