/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

G_BEGIN_DECLS

/*
 * A request as the support portal has it: a title, and a description with a line for each field
 * (CX Process v17, Request an Upgrade). Drydock writes it for whoever files the request, and reads
 * what was pasted from a portal case. People retype such texts, so reading is tolerant: any order,
 * any capitals, bullets and numbers before the label, the value on the line or below it.
 */

/* The fields of a request as texts; each (owned) and (nullable). Dates are "2026-12-01". */
typedef struct
{
  char *customer;
  char *current_version;
  char *earliest_start;
  char *ideal_start;
  char *deadline;
  char *deadline_reason;
  gboolean access;
} DdPortalRequest;

/* Frees what the members of @self own, not @self. */
void dd_portal_request_clear (DdPortalRequest *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DdPortalRequest, dd_portal_request_clear)

/* Returns: (transfer full): the title for the portal: the service's, with the customer's name in
 * its place, which is left to be filled in when it is not known */
char *dd_portal_text_title (DdService *service, const char *customer);

/* Returns: (transfer full): the description for the portal: "LABEL: VALUE", a line for each field
 * of the service's request; a field that is not known ends after its colon */
char *dd_portal_text_description (DdService *service, const DdPortalRequest *request);

/* Reads what @text (a title, a description, or one below the other) says of the fields of
 * @service's request into @request, which must be empty. Dates are read as 2026-12-01, 1.12.2026, 1
 * December 2026 and December 1, 2026; one that can be meant two ways (1/12/2026) is not guessed.
 * Returns: (transfer full): a sentence for each line that names a field but could not be read, and
 * one if there is no field at all; empty when all is well */
GStrv dd_portal_text_parse (DdService *service, const char *text, DdPortalRequest *request);

G_END_DECLS
