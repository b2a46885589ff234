/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dd-portal-text.h"
#include "plan/dd-intake.h"

G_BEGIN_DECLS

/*
 * DdNewCaseRequest: the six fields of a request, and the target version; what is to be said of a
 * field stands below it.
 *
 * Signals:
 * - "changed": something was typed
 */
#define DD_TYPE_NEW_CASE_REQUEST (dd_new_case_request_get_type ())
G_DECLARE_FINAL_TYPE (DdNewCaseRequest, dd_new_case_request, DD, NEW_CASE_REQUEST, GtkBox)

/* Puts what is typed into @request, which must be empty, but for the customer. What is empty or no
 * date is NULL. */
void dd_new_case_request_get (DdNewCaseRequest *self, DdPortalRequest *request);

/* Puts what @request has into the fields; the others stay as they are. */
void dd_new_case_request_fill (DdNewCaseRequest *self, const DdPortalRequest *request);

/* Returns: (transfer full) (nullable): the target version */
char *dd_new_case_request_get_target_version (DdNewCaseRequest *self);

/* Puts the dates of @request into @intake, as instants in @calendar. Pure.
 * @intake borrows from @request. */
void dd_new_case_request_to_intake (const DdPortalRequest *request, DdCalendar *calendar,
                                    DdIntakeRequest *intake);

/* Shows the findings of @intake at their fields; what is missing only where somebody has been. */
void dd_new_case_request_show_findings (DdNewCaseRequest *self, const DdIntake *intake);

/* Does @change to the fields; dates are those of @calendar. */
void dd_new_case_request_apply (DdNewCaseRequest *self, const DdIntakeChange *change,
                                DdCalendar *calendar);

/* Returns: whether every date is empty or one */
gboolean dd_new_case_request_is_valid (DdNewCaseRequest *self);

/* Returns: whether anything is typed */
gboolean dd_new_case_request_is_touched (DdNewCaseRequest *self);

G_END_DECLS
