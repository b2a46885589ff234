/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dd-connection.h"
#include "service/dd-service.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * DdNewCaseCustomer: whose case it is: the name of a customer there is, who is offered while it is
 * typed, or of a new one, with what is asked of a new one.
 *
 * Signals:
 * - "changed": something was typed or chosen
 */
#define DD_TYPE_NEW_CASE_CUSTOMER (dd_new_case_customer_get_type ())
G_DECLARE_FINAL_TYPE (DdNewCaseCustomer, dd_new_case_customer, DD, NEW_CASE_CUSTOMER,
                      AdwPreferencesGroup)

/* Loads the customers there are into @data, a GPtrArray ** that begins as NULL: a DdConnectionFunc. */
gboolean dd_new_case_customer_query (DdConnection *connection, gpointer data, GError **error);

/* Frees such a @data, with what is still in it. */
void dd_new_case_customer_query_free (gpointer data);

/* The customers there are, sorted as they are to be offered.
 * @customers: (transfer full) (element-type DdCustomer) */
void dd_new_case_customer_set_known (DdNewCaseCustomer *self, GPtrArray *customers);

/* Puts the focus into the name. */
void dd_new_case_customer_focus (DdNewCaseCustomer *self);

/* Asks a new customer for what @service (nullable) makes a condition. */
void dd_new_case_customer_set_service (DdNewCaseCustomer *self, DdService *service);

/* Returns: (transfer full) (nullable): the name that is typed, of the customer there is where only
 * the capitals differ; NULL when there is none */
char *dd_new_case_customer_get_name (DdNewCaseCustomer *self);

/* Types a name. */
void dd_new_case_customer_set_name (DdNewCaseCustomer *self, const char *name);

/* Returns: (transfer none) (nullable): the customer's own working calendar; NULL when there is none,
 * or one that cannot be read */
DdCalendar *dd_new_case_customer_get_calendar (DdNewCaseCustomer *self);

/* Returns: (transfer none) (nullable): why that calendar cannot be read */
const char *dd_new_case_customer_get_problem (DdNewCaseCustomer *self);

/* Returns: (transfer none) (nullable): the support program that a new customer is in, a word of the
 * service's eligibility; NULL when that is not known */
const char *dd_new_case_customer_get_program (DdNewCaseCustomer *self);

/* Returns: (transfer none) (nullable): how a new customer runs the product, in the same way */
const char *dd_new_case_customer_get_deployment (DdNewCaseCustomer *self);

/* Takes a new customer's working calendar from @file, or shows why it cannot. */
void dd_new_case_customer_load_calendar (DdNewCaseCustomer *self, GFile *file);

/* Returns: whether it is a customer there is not yet, and one is typed */
gboolean dd_new_case_customer_is_new (DdNewCaseCustomer *self);

G_END_DECLS
