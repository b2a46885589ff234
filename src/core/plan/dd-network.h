/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "service/dd-service.h"

G_BEGIN_DECLS

/*
 * DdNetwork: the activities of a service and what each waits for, ready for passes.
 *
 * Indices are those of dd_service_get_activities(). Built once per service, immutable, reference
 * counted (atomically). Predecessors and successors lie in two flat arrays (compressed rows), and
 * the order in which a forward pass visits the activities is computed here, once. Building is
 * linear in activities plus dependencies; so is every pass over it.
 */
typedef struct _DdNetwork DdNetwork;

/* One dependency, finish to start. */
typedef struct
{
  guint activity;   /* index of the other end */
  DdDuration lag;   /* working time of the successor's calendar */
} DdDependency;

#define DD_TYPE_NETWORK (dd_network_get_type ())

/* The boxed type of DdNetwork. */
GType dd_network_get_type (void) G_GNUC_CONST;

/* Resolves every "after" (written or not) of @service. It always can: the parser refuses a service
 * whose activities wait for each other or for what is not there.
 * Returns: (transfer full): a new network */
DdNetwork *dd_network_new (DdService *service);

/* Returns: (transfer full): @self with one more reference */
DdNetwork *dd_network_ref (DdNetwork *self);

/* Gives one reference back; the last frees @self. */
void dd_network_unref (DdNetwork *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdNetwork, dd_network_unref)

/* Returns: (transfer none): the service it was made from */
DdService *dd_network_get_service (DdNetwork *self);

/* Returns: how many activities there are; at least 1 */
guint dd_network_get_size (DdNetwork *self);

/* Returns: (array length=n) (transfer none): what activity @index waits for */
const DdDependency *dd_network_get_predecessors (DdNetwork *self, guint index, guint *n);

/* Returns: (array length=n) (transfer none): what waits for activity @index */
const DdDependency *dd_network_get_successors (DdNetwork *self, guint index, guint *n);

/* Returns: (array) (transfer none): all indices, each after all of its predecessors; among equals
 * the document's order */
const guint *dd_network_get_order (DdNetwork *self);

/* Whether activity @index is a window, or comes after one: such an activity is not counted in the
 * finish that a deadline refers to. When every activity is such, all are counted. */
gboolean dd_network_is_after_finish (DdNetwork *self, guint index);

G_END_DECLS
