/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* DdCaseActivity: an activity of one case: what became of one DdActivity of its service. */
#define DD_TYPE_CASE_ACTIVITY (dd_case_activity_get_type ())
DD_DECLARE_RECORD (DdCaseActivity, dd_case_activity, CASE_ACTIVITY)

G_END_DECLS
