/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* DdPreference: a choice that holds for one case, or for all. */
#define DD_TYPE_PREFERENCE (dd_preference_get_type ())
DD_DECLARE_RECORD (DdPreference, dd_preference, PREFERENCE)

G_END_DECLS
