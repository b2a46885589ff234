/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* DdCaseBaselineRow: the agreed dates of one activity. */
#define DD_TYPE_CASE_BASELINE_ROW (dd_case_baseline_row_get_type ())
DD_DECLARE_RECORD (DdCaseBaselineRow, dd_case_baseline_row, CASE_BASELINE_ROW)

G_END_DECLS
