/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "plan/dd-history.h"

G_BEGIN_DECLS

/* What the activities of @network took in the newest @limit closed cases of its service, for
 * forecasts (dd_forecast_new()). Cases that cannot be planned are left out. Cost: reading and
 * planning each case.
 * Returns: (transfer full): the history, or NULL with what failed */
DdHistory *dd_case_history_load (DdConnection *connection, DdNetwork *network, guint limit,
                                 GError **error);

G_END_DECLS
