/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a Playbook revision. */

#include "config.h"

#include "delivery/dd-playbook-revision.h"

#include "delivery/dd-case.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (DdRevisionState,
                    dd_revision_state,
                    G_DEFINE_ENUM_VALUE (DD_REVISION_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (DD_REVISION_SENT, "sent"),
                    G_DEFINE_ENUM_VALUE (DD_REVISION_FINAL, "final"))

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  { "number", DD_FIELD_INTEGER, DD_FIELD_REQUIRED, N_ ("number"), .minimum = 1, .maximum = 9999,
    .initial = 1 },
  /* "Revision 2" */
  { "name", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_NAME, N_ ("name") },
  { "state", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("state"), .type = dd_revision_state_get_type },
  { "made_at", DD_FIELD_INSTANT, DD_FIELD_REQUIRED, N_ ("time of making") },
  { "sent_at", DD_FIELD_INSTANT, 0, N_ ("time of sending") },
  /* the steps, see DdContent */
  { "content_hash", DD_FIELD_TEXT, DD_FIELD_REQUIRED, N_ ("text") },
  { "author", DD_FIELD_TEXT, 0, N_ ("author") },
  { "note", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("note") },
};

DD_DEFINE_RECORD (DdPlaybookRevision,
                  dd_playbook_revision,
                  "playbook_revisions",
                  N_ ("Playbook revision"))
