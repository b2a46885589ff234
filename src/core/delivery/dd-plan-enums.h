/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "plan/dd-progress.h"
#include "service/dd-service.h"

G_BEGIN_DECLS

/* The enum types of what services and plans know as plain C enums; the nicks are what is stored. */

/* The enum type of DdActivityState. */
GType dd_activity_state_get_type (void) G_GNUC_CONST;

/* The enum type of DdActivityKind; its nicks are the service definition's words. */
GType dd_activity_kind_get_type (void) G_GNUC_CONST;

/* The enum type of DdParty. */
GType dd_party_get_type (void) G_GNUC_CONST;

/* The enum type of DdBasis. */
GType dd_basis_get_type (void) G_GNUC_CONST;

G_END_DECLS
