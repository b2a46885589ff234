/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-change.h"

G_BEGIN_DECLS

/*
 * Why a change was refused, in words a person can act on: who changed the same thing and when, what
 * still refers to a row, what it would refer to and is not there, what is there already.
 */

/* Sets @error to DD_STORE_ERROR_CONFLICT: the row of @change is not what it was before. */
void dd_refusal_set_stale (DdConnection *connection, const DdChange *change, const char *advice,
                           GError **error);

/* Sets @error from @failure (transfer full), which doing @change ended with: when a rule of the
 * database forbade it, to a message that says which row is in the way. */
void dd_refusal_explain (DdConnection *connection, const DdChange *change, const char *advice,
                         GError *failure, GError **error);

G_END_DECLS
