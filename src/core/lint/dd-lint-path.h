/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-network.h"

G_BEGIN_DECLS

/* A working day of the week that the lint counts by, in minutes. */
#define DD_LINT_MINUTES_PER_DAY 480

/* Working minutes of @duration in a week of five such days. */
gint64 dd_lint_minutes (const DdDuration *duration, DdBasis basis);

/* Working minutes of @activity in that week. */
gint64 dd_lint_activity_minutes (DdService *service, const DdActivity *activity, DdBasis basis);

/* Working minutes from the start of @from to the finish of @to along the longest way between them,
 * as if everybody worked the same hours. An activity of a parallel cell stands for the whole cell.
 * Linear in the network.
 * Returns: the minutes, or -1 when @to does not wait for @from */
gint64 dd_lint_path_between (DdNetwork *network, const DdActivity *from, const DdActivity *to,
                             DdBasis basis);

/* Working minutes from the start to the last activity that is counted in the finish. Linear in the
 * network. */
gint64 dd_lint_path_total (DdNetwork *network, DdBasis basis);

G_END_DECLS
