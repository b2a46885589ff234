/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a change request. */

#include "config.h"

#include "delivery/dd-change-request.h"

#include "delivery/dd-case.h"
#include "delivery/dd-playbook-revision.h"
#include "delivery/dd-playbook-step.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (DdRequestState,
                    dd_request_state,
                    G_DEFINE_ENUM_VALUE (DD_REQUEST_SUBMITTED, "submitted"),
                    G_DEFINE_ENUM_VALUE (DD_REQUEST_DISCUSSED, "discussed"),
                    G_DEFINE_ENUM_VALUE (DD_REQUEST_AGREED, "agreed"),
                    G_DEFINE_ENUM_VALUE (DD_REQUEST_DECLINED, "declined"),
                    G_DEFINE_ENUM_VALUE (DD_REQUEST_DONE, "done"))

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  /* the one that was reviewed */
  { "revision_id", DD_FIELD_REFERENCE, 0, N_ ("Playbook revision"),
    .target = &dd_playbook_revision_entity },
  { "step_id", DD_FIELD_REFERENCE, 0, N_ ("Playbook step"), .target = &dd_playbook_step_entity },
  { "text", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME, N_ ("text") },
  { "state", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("state"), .type = dd_request_state_get_type },
  { "submitted_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("time of submission") },
  { "submitted_by", DD_FIELD_TEXT, 0, N_ ("person who submitted it") },
  { "reply", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("reply") },
};

DD_DEFINE_RECORD (DdChangeRequest, dd_change_request, "change_requests", N_ ("change request"))
