/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* DdSupportCall: a call for support after the final Playbook. */
#define DD_TYPE_SUPPORT_CALL (dd_support_call_get_type ())
DD_DECLARE_RECORD (DdSupportCall, dd_support_call, SUPPORT_CALL)

G_END_DECLS
