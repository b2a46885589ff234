/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* DdDocumentLink: a document of a case: an address, or a file that is kept inside. */
#define DD_TYPE_DOCUMENT_LINK (dd_document_link_get_type ())
DD_DECLARE_RECORD (DdDocumentLink, dd_document_link, DOCUMENT_LINK)

G_END_DECLS
