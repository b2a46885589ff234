/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "case/dd-case-session.h"

G_BEGIN_DECLS

/*
 * DdCaseCustomer: what is known of a case's customer: whether they are who the service is for, and when
 * they work. Each change is stored at once, for all of the customer's cases, and can be undone.
 */
#define DD_TYPE_CASE_CUSTOMER (dd_case_customer_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseCustomer, dd_case_customer, DD, CASE_CUSTOMER, AdwPreferencesGroup)

/* Follows @session. To be called once. */
void dd_case_customer_set_session (DdCaseCustomer *self, DdCaseSession *session);

/* Takes the customer's working calendar from @file, or says why it cannot. */
void dd_case_customer_load_calendar (DdCaseCustomer *self, GFile *file);

G_END_DECLS
