/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

G_BEGIN_DECLS

/* Which activities wait for each other, so that none of them can ever start. Every predecessor of
 * @self must name one of its activities.
 * Cost: linear in activities plus dependencies, without recursion.
 * Returns: (transfer full) (nullable) (element-type guint): the indices of one such ring, each
 * waiting for the one before it and the first for the last; it begins with the one that stands
 * first in the document. NULL if there is none. */
GArray *dd_service_find_cycle (DdService *self);

/* Returns: (transfer full): the @cycle of dd_service_find_cycle() in words, translated: "a, b and c
 * wait for each other", "a waits for itself"; of a long ring the first ids and how many more */
char *dd_service_describe_cycle (DdService *self, GArray *cycle);

G_END_DECLS
