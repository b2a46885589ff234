/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a paid engagement. */

#include "config.h"

#include "delivery/dd-engagement.h"

#include "delivery/dd-case.h"
#include "delivery/dd-environment.h"
#include "delivery/dd-finding.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (DdEngagementState,
                    dd_engagement_state,
                    G_DEFINE_ENUM_VALUE (DD_ENGAGEMENT_PROPOSED, "proposed"),
                    G_DEFINE_ENUM_VALUE (DD_ENGAGEMENT_OFFERED, "offered"),
                    G_DEFINE_ENUM_VALUE (DD_ENGAGEMENT_AGREED, "agreed"),
                    G_DEFINE_ENUM_VALUE (DD_ENGAGEMENT_DECLINED, "declined"),
                    G_DEFINE_ENUM_VALUE (DD_ENGAGEMENT_DONE, "done"))

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  { "finding_id", DD_FIELD_REFERENCE, 0, N_ ("finding"), .target = &dd_finding_entity },
  { "environment_id", DD_FIELD_REFERENCE, 0, N_ ("environment"), .target = &dd_environment_entity },
  /* what is engaged for */
  { "title", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME, N_ ("title") },
  { "state", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("state"), .type = dd_engagement_state_get_type },
  { "opened_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("time of opening") },
  { "note", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("note") },
};

DD_DEFINE_RECORD (DdEngagement, dd_engagement, "engagements", N_ ("paid engagement"))
