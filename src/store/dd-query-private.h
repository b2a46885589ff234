/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-query.h"
#include "dd-statement.h"

G_BEGIN_DECLS

/* Returns: what it asks for rows of */
const DdEntity *dd_query_get_entity (DdQuery *self);

/* Returns: (transfer full): what follows the table's name in a SELECT: " WHERE … ORDER BY …" */
char *dd_query_to_sql (DdQuery *self);

/* Binds the values of the conditions. */
void dd_query_bind (DdQuery *self, DdStatement *statement);

G_END_DECLS
