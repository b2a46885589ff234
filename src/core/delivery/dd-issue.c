/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of an issue. */

#include "config.h"

#include "delivery/dd-issue.h"

#include "delivery/dd-case.h"
#include "delivery/dd-test-result.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (DdIssueState,
                    dd_issue_state,
                    G_DEFINE_ENUM_VALUE (DD_ISSUE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (DD_ISSUE_SOLVED, "solved"),
                    G_DEFINE_ENUM_VALUE (DD_ISSUE_DOCUMENTED, "documented"),
                    G_DEFINE_ENUM_VALUE (DD_ISSUE_OUT_OF_SCOPE, "out-of-scope"))

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  /* the failure it came from */
  { "result_id", DD_FIELD_REFERENCE, 0, N_ ("test result"), .target = &dd_test_result_entity },
  { "title", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME, N_ ("title") },
  { "description", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("description") },
  { "state", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("state"), .type = dd_issue_state_get_type },
  /* when it is out of scope: whose */
  { "component", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("component") },
  { "resolution", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("resolution") },
  { "found_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("time it was found") },
  { "resolved_at", DD_FIELD_INSTANT, 0, N_ ("time of the resolution") },
};

DD_DEFINE_RECORD (DdIssue, dd_issue, "issues", N_ ("issue"))
