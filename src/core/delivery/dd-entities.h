/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-answer.h"
#include "delivery/dd-case-baseline.h"
#include "delivery/dd-case-baseline-row.h"
#include "delivery/dd-case.h"
#include "delivery/dd-case-activity.h"
#include "delivery/dd-case-wait.h"
#include "delivery/dd-change-request.h"
#include "delivery/dd-customer.h"
#include "delivery/dd-document-link.h"
#include "delivery/dd-engagement.h"
#include "delivery/dd-environment.h"
#include "delivery/dd-finding.h"
#include "delivery/dd-input-evidence.h"
#include "delivery/dd-issue.h"
#include "delivery/dd-log-entry.h"
#include "delivery/dd-person.h"
#include "delivery/dd-playbook-revision.h"
#include "delivery/dd-playbook-step.h"
#include "delivery/dd-preference.h"
#include "delivery/dd-support-call.h"
#include "delivery/dd-test-result.h"
#include "delivery/dd-test-run.h"

G_BEGIN_DECLS

#define DD_N_ENTITIES 22

/* Every entity there is; what refers to another stands after it. */
extern const DdEntity *const dd_entities[DD_N_ENTITIES];

/* Returns: (nullable): the entity whose table is @table */
const DdEntity *dd_entities_find (const char *table);

G_END_DECLS
