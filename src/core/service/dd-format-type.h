/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "markup/dd-markup-type.h"
#include "service/dd-service.h"

G_BEGIN_DECLS

/* The types of attributes that only services have. */

extern const DdMarkupType dd_format_duration;   /* a DdDuration */
extern const DdMarkupType dd_format_recurrence;

/* Types of one attribute of a DdCell, and of a DdActivity. */
extern const DdMarkupType dd_format_cell_duration;
extern const DdMarkupType dd_format_owner;
extern const DdMarkupType dd_format_after;
extern const DdMarkupType dd_format_share;
extern const DdMarkupType dd_format_inputs;

G_END_DECLS
