/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-case-step.h"

G_BEGIN_DECLS

/* Taking away what dd_sample_make() made. */

/* Says in @there whether any of the first @n_cases cases of the sample of @seed is in the database;
 * one look at each.
 * Returns: FALSE with what failed */
gboolean dd_sample_is_there (DdConnection *connection, guint n_cases, guint64 seed, gboolean *there,
                             GError **error);

/* Deletes the first @n_cases cases of the sample of @seed with all that is a part of them, whatever
 * became of them since, and then those of its customers and people whom nothing else refers to. One
 * action of @actor, which an undo brings back. What is not there any more is no error.
 * Returns: FALSE with what failed; nothing was deleted then */
gboolean dd_sample_remove (DdConnection *connection, guint n_cases, guint64 seed,
                           const DdActor *actor, GError **error);

G_END_DECLS
