/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a customer. */

#include "config.h"

#include "delivery/dd-customer.h"

#include <glib/gi18n-lib.h>

static const DdField fields[] = {
  /* as the customer writes it; no two are the same */
  { "name", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME | DD_FIELD_UNIQUE,
    N_ ("name") },
  /* a word of the services' eligibility: "platinum" */
  { "program", DD_FIELD_TEXT, 0, N_ ("support program") },
  /* another of their words: "on-premise" */
  { "deployment", DD_FIELD_TEXT, 0, N_ ("deployment") },
  /* a calendar file's text; null: the vendor's */
  { "calendar", DD_FIELD_TEXT, 0, N_ ("working calendar") },
  { "note", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("note") },
};

DD_DEFINE_RECORD (DdCustomer, dd_customer, "customers", N_ ("customer"))
