/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Networks to measure with: chains of diamonds side by side, with lags and links from chain to
 * chain. However many activities there are, the longest way through them is about as long, so that
 * every size fits into the years that can be planned. The same size and seed are the same network,
 * in either format.
 */

/* Returns: (transfer full): a service definition of @n activities */
char *bench_network_to_xml (guint n, guint32 seed);

/* Returns: (transfer full): the same as a TaskJuggler project */
char *bench_network_to_tjp (guint n, guint32 seed);

G_END_DECLS
