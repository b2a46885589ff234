/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/**
 * DdIssueState:
 * @DD_ISSUE_OPEN: open
 * @DD_ISSUE_SOLVED: solved
 * @DD_ISSUE_DOCUMENTED: in the Playbook, and left
 * @DD_ISSUE_OUT_OF_SCOPE: of a component that is not standard
 *
 * What became of an issue.
 */
typedef enum
{
  DD_ISSUE_OPEN,
  DD_ISSUE_SOLVED,
  DD_ISSUE_DOCUMENTED,
  DD_ISSUE_OUT_OF_SCOPE,
} DdIssueState;

/* The enum type of DdIssueState; the nicks are what is stored. */
GType dd_issue_state_get_type (void) G_GNUC_CONST;

/* DdIssue: what a failed test, or anything else that went wrong, became. */
#define DD_TYPE_ISSUE (dd_issue_get_type ())
DD_DECLARE_RECORD (DdIssue, dd_issue, ISSUE)

G_END_DECLS
