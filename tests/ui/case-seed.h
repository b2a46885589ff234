/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"

G_BEGIN_DECLS

/* Cases for tests of lists and charts, the same every time: of "Customer 000" with the deadline far
 * away, "Customer 001" at risk, and so on; every fifth waits, every tenth is closed. Each has the
 * activities of a service that ships, with stored dates that nothing was planned for. */

/* The instant by which they are made: Tuesday 2026-12-01 10:00 UTC. */
#define CASE_SEED_NOW G_GINT64_CONSTANT (1796119200)

/* A DdConnectionFunc that adds as many cases as the guint at @data says. */
gboolean case_seed_fill (DdConnection *connection, gpointer data, GError **error);

/* Returns: (transfer full): the id of case @index of those */
char *case_seed_get_id (guint index);

G_END_DECLS
