/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* DdBaseline: the plan of a case as it was agreed. */
#define DD_TYPE_BASELINE (dd_baseline_get_type ())
DD_DECLARE_RECORD (DdBaseline, dd_baseline, BASELINE)

G_END_DECLS
