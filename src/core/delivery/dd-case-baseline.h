/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* DdCaseBaseline: the plan of a case as it was agreed. */
#define DD_TYPE_CASE_BASELINE (dd_case_baseline_get_type ())
DD_DECLARE_RECORD (DdCaseBaseline, dd_case_baseline, CASE_BASELINE)

G_END_DECLS
