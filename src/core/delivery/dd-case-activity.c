/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of an activity. */

#include "config.h"

#include "delivery/dd-case-activity.h"

#include "delivery/dd-case.h"
#include "delivery/dd-person.h"
#include "delivery/dd-plan-enums.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  /* the activity's id in the definition */
  { "definition_id", DD_FIELD_TEXT, DD_FIELD_REQUIRED, N_ ("activity") },
  /* in document order */
  { "position", DD_FIELD_INTEGER, DD_FIELD_REQUIRED, N_ ("position"), .minimum = 0,
    .maximum = 999999 },
  /* as in the definition, for lists */
  { "name", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_NAME, N_ ("name") },
  /* as in the definition: "customer consultant" */
  { "owner", DD_FIELD_TEXT, DD_FIELD_REQUIRED, N_ ("owner") },
  /* as in the definition */
  { "kind", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("kind"), .type = dd_activity_kind_get_type },
  { "state", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("state"), .type = dd_activity_state_get_type },
  { "skip_reason", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("reason for skipping") },
  { "started_at", DD_FIELD_INSTANT, 0, N_ ("actual start") },
  /* of a gate: when it was met */
  { "finished_at", DD_FIELD_INSTANT, 0, N_ ("actual finish") },
  /* of a running one, as somebody judged it */
  { "remaining_minutes", DD_FIELD_INTEGER, 0, N_ ("remaining working minutes"), .minimum = 0,
    .maximum = 99999999 },
  /* in place of the documented one */
  { "override_minutes", DD_FIELD_INTEGER, 0, N_ ("duration in working minutes"), .minimum = 0,
    .maximum = 99999999 },
  { "override_reason", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("reason for the other duration") },
  /* on top of the definition's */
  { "not_before", DD_FIELD_INSTANT, 0, N_ ("earliest start") },
  /* of a gate: why it counts as met */
  { "evidence", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("evidence") },
  { "assignee_id", DD_FIELD_REFERENCE, 0, N_ ("assignee"), .target = &dd_person_entity },
  { "note", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("note") },
  { "early_start", DD_FIELD_INSTANT, DD_FIELD_DERIVED, N_ ("early start") },
  { "early_finish", DD_FIELD_INSTANT, DD_FIELD_DERIVED, N_ ("early finish") },
  { "late_start", DD_FIELD_INSTANT, DD_FIELD_DERIVED, N_ ("late start") },
  { "late_finish", DD_FIELD_INSTANT, DD_FIELD_DERIVED, N_ ("late finish") },
  /* negative: too late */
  { "float_minutes", DD_FIELD_INTEGER, DD_FIELD_DERIVED, N_ ("float in working minutes") },
  { "critical", DD_FIELD_BOOLEAN, DD_FIELD_REQUIRED | DD_FIELD_DERIVED,
    N_ ("place on the critical path") },
};

DD_DEFINE_RECORD (DdCaseActivity, dd_case_activity, "activities", N_ ("activity"))
