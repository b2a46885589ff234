/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/**
 * DdRevisionState:
 * @DD_REVISION_DRAFT: draft
 * @DD_REVISION_SENT: under the customer's review
 * @DD_REVISION_FINAL: final
 *
 * How far a revision of the Playbook is.
 */
typedef enum
{
  DD_REVISION_DRAFT,
  DD_REVISION_SENT,
  DD_REVISION_FINAL,
} DdRevisionState;

/* The enum type of DdRevisionState; the nicks are what is stored. */
GType dd_revision_state_get_type (void) G_GNUC_CONST;

/* DdPlaybookRevision: the Playbook as it was at one time; its text is content and never changes. */
#define DD_TYPE_PLAYBOOK_REVISION (dd_playbook_revision_get_type ())
DD_DECLARE_RECORD (DdPlaybookRevision, dd_playbook_revision, PLAYBOOK_REVISION)

G_END_DECLS
