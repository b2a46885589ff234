/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* DdCaseWait: a span in which an activity, or a whole case, stands still. */
#define DD_TYPE_CASE_WAIT (dd_case_wait_get_type ())
DD_DECLARE_RECORD (DdCaseWait, dd_case_wait, CASE_WAIT)

G_END_DECLS
