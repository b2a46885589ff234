/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a document. */

#include "config.h"

#include "delivery/dd-document-link.h"

#include "delivery/dd-case-activity.h"
#include "delivery/dd-case.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  { "case_id", DD_FIELD_REFERENCE, DD_FIELD_REQUIRED | DD_FIELD_OWNER, N_ ("case"),
    .target = &dd_case_entity },
  /* when it belongs to one */
  { "activity_id", DD_FIELD_REFERENCE, 0, N_ ("activity"), .target = &dd_case_activity_entity },
  { "title", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME, N_ ("title") },
  /* a URI */
  { "address", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("address") },
  /* kept inside, see DdContent */
  { "content_hash", DD_FIELD_TEXT, 0, N_ ("file") },
  { "note", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("note") },
};

DD_DEFINE_RECORD (DdDocumentLink, dd_document_link, "document_links", N_ ("document"))
