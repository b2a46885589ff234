/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a finding. */

#include "config.h"

#include "delivery/dd-finding.h"

#include "delivery/dd-case.h"
#include "delivery/dd-environment.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (DdFindingState,
                    dd_finding_state,
                    G_DEFINE_ENUM_VALUE (DD_FINDING_CLEAR, "clear"),
                    G_DEFINE_ENUM_VALUE (DD_FINDING_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (DD_FINDING_CONDITIONAL, "conditional"),
                    G_DEFINE_ENUM_VALUE (DD_FINDING_TRIGGERED, "triggered"))

G_DEFINE_ENUM_TYPE (DdFindingOverride,
                    dd_finding_override,
                    G_DEFINE_ENUM_VALUE (DD_FINDING_OVERRIDE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (DD_FINDING_OVERRIDE_CLEAR, "clear"),
                    G_DEFINE_ENUM_VALUE (DD_FINDING_OVERRIDE_TRIGGERED, "triggered"))

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  /* its id in the definition */
  { "exclusion", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_NAME, N_ ("exclusion") },
  /* when it is about one */
  { "environment_id", DD_FIELD_REFERENCE, 0, N_ ("environment"), .target = &dd_environment_entity },
  /* what the rule says, whatever was decided in its place */
  { "state", DD_FIELD_ENUM, DD_FIELD_REQUIRED | DD_FIELD_DERIVED, N_ ("state"),
    .type = dd_finding_state_get_type, .initial = DD_FINDING_UNKNOWN },
  /* the answers that decided it */
  { "because", DD_FIELD_JSON, DD_FIELD_DERIVED, N_ ("grounds") },
  /* made against the rule */
  { "override", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("decision"),
    .type = dd_finding_override_get_type },
  { "override_reason", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("reason for the decision") },
};

DD_DEFINE_RECORD (DdFinding, dd_finding, "findings", N_ ("finding"))
