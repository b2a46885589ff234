/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"

G_BEGIN_DECLS

/*
 * Keeping what is in scope up to date in the database, so that lists of cases read it and evaluate
 * nothing.
 *
 * The derived fields (DD_FIELD_DERIVED) are, of a finding, what its rule says and the grounds; of a
 * case the worst of what counts. They are those of a DdScope as of the action that last
 * touched what it is made from: the case's request, its answers, inputs, environments, test runs and
 * findings, and the customer's program and deployment. What a customer is changes nothing of cases
 * that are over.
 *
 * A case whose definition cannot be read keeps what it had; nobody's edit is refused for it.
 */

/* Evaluates the scope of the case @case_id anew and writes what differs, inside a transaction. A case
 * that is not there has none.
 * Returns: FALSE with what failed in the database */
gboolean dd_rescope_case (DdConnection *connection, const char *case_id, GError **error);

/* Evaluates every case anew whose scope depends on a row that was just changed by @changes
 * (element-type DdChange), inside the same transaction. The journal calls it for every
 * action, undo and redo.
 * Returns: FALSE with what failed in the database */
gboolean dd_rescope_changes (DdConnection *connection, GPtrArray *changes, GError **error);

G_END_DECLS
