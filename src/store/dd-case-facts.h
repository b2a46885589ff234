/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-record.h"
#include "form/dd-facts.h"

G_BEGIN_DECLS

/* What conditions of questionnaires and exclusions look at beside answers: the request's fields as
 * @record, a stored case, has them, under the ids that services use; and the fact
 * "non-functional-tests": "failed" or "passed" as its test runs are finished, else "not-run"; and
 * "other-environments": how many are upgraded in the case beyond the first, once there are any.
 * Returns: (transfer full): them, or NULL with what failed */
DdFacts *dd_case_facts_load (DdConnection *connection, DdRecord *record, GError **error);

G_END_DECLS
