/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a case. */

#include "config.h"

#include "delivery/dd-case.h"

#include "delivery/dd-customer.h"
#include "delivery/dd-finding.h"
#include "delivery/dd-person.h"
#include "delivery/dd-plan-enums.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (DdCaseState,
                    dd_case_state,
                    G_DEFINE_ENUM_VALUE (DD_CASE_REQUESTED, "requested"),
                    G_DEFINE_ENUM_VALUE (DD_CASE_RUNNING, "running"),
                    G_DEFINE_ENUM_VALUE (DD_CASE_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (DD_CASE_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (DD_CASE_CANCELLED, "cancelled"))

static const DdField fields[] = {
  { "customer_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED, N_ ("customer"),
    .target = &dd_customer_entity },
  /* as in the support portal */
  { "title", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME, N_ ("title") },
  /* the number of the request there */
  { "portal_case", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("support portal case") },
  /* of the definition: "cx-process" */
  { "service_id", DD_FIELD_TEXT, DD_FIELD_REQUIRED, N_ ("service") },
  /* the definition it was opened with, see DdContent */
  { "service_hash", DD_FIELD_TEXT, DD_FIELD_REQUIRED, N_ ("service definition") },
  /* the questionnaire it was opened with */
  { "questionnaire_hash", DD_FIELD_TEXT, 0, N_ ("questionnaire") },
  /* of the definition: "CX Process" */
  { "product", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED, N_ ("product") },
  { "current_version", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("current version") },
  { "target_version", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("target version") },
  { "earliest_start", DD_FIELD_DATE, 0, N_ ("earliest start date") },
  { "ideal_start", DD_FIELD_DATE, 0, N_ ("ideal start date") },
  /* the customer's; never moves by itself */
  { "deadline", DD_FIELD_DATE, 0, N_ ("deadline") },
  { "deadline_reason", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("reason for the deadline") },
  /* that access will be provided */
  { "access_acknowledged", DD_FIELD_BOOLEAN, DD_FIELD_REQUIRED, N_ ("acknowledgement of access") },
  { "state", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("state"), .type = dd_case_state_get_type },
  /* the response clock starts */
  { "requested_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("time of the request") },
  /* where the plan starts */
  { "start_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("start") },
  { "basis", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("basis of the plan"), .type = dd_basis_get_type,
    .initial = DD_BASIS_TYPICAL },
  /* the vendor's for this case; null: everybody's */
  { "calendar", DD_FIELD_TEXT, 0, N_ ("working calendar") },
  { "manager_id", DD_FIELD_REFERENCE, 0, N_ ("project manager"), .target = &dd_person_entity },
  { "consultant_id", DD_FIELD_REFERENCE, 0, N_ ("consultant"), .target = &dd_person_entity },
  { "previous_case_id", DD_FIELD_REFERENCE, 0, N_ ("case of the year before"),
    .target = &dd_case_entity },
  /* closed or cancelled */
  { "closed_at", DD_FIELD_INSTANT, 0, N_ ("time of closing") },
  /* how it ended, why it was cancelled */
  { "closing_note", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("closing note") },
  { "note", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("note") },
  /* the first early start */
  { "planned_start", DD_FIELD_INSTANT, DD_FIELD_DERIVED, N_ ("planned start") },
  /* what the deadline refers to */
  { "planned_finish", DD_FIELD_INSTANT, DD_FIELD_DERIVED, N_ ("planned finish") },
  /* to meet the deadline */
  { "latest_start", DD_FIELD_INSTANT, DD_FIELD_DERIVED, N_ ("latest start") },
  /* the deadline is missed on the plan's basis */
  { "at_risk", DD_FIELD_BOOLEAN, DD_FIELD_REQUIRED | DD_FIELD_DERIVED, N_ ("risk") },
  /* its id in the definition */
  { "next_activity", DD_FIELD_TEXT, DD_FIELD_DERIVED, N_ ("next activity") },
  /* that activity's late finish */
  { "next_due", DD_FIELD_INSTANT, DD_FIELD_DERIVED, N_ ("next due time") },
  /* why there is no plan of today; the dates are older then */
  { "plan_error", DD_FIELD_TEXT, DD_FIELD_DERIVED, N_ ("reason for having no plan") },
  /* the worst of its findings */
  { "scope", DD_FIELD_ENUM, DD_FIELD_REQUIRED | DD_FIELD_DERIVED, N_ ("scope"),
    .type = dd_finding_state_get_type, .initial = DD_FINDING_UNKNOWN },
};

DD_DEFINE_RECORD (DdCase, dd_case, "cases", N_ ("case"))
