/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-network.h"

G_BEGIN_DECLS

/* The working week that the lint counts by. */
#define DD_LINT_MINUTES_PER_DAY 480
#define DD_LINT_DAYS_PER_WEEK 5

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
