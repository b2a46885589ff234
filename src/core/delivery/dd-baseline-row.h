/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* DdBaselineRow: the agreed dates of one activity. */
#define DD_TYPE_BASELINE_ROW (dd_baseline_row_get_type ())
DD_DECLARE_RECORD (DdBaselineRow, dd_baseline_row, BASELINE_ROW)

G_END_DECLS
