/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The fields of a person. */

#include "config.h"

#include "delivery/dd-person.h"

#include "delivery/dd-customer.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (DdPersonRole,
                    dd_person_role,
                    G_DEFINE_ENUM_VALUE (DD_PERSON_ROLE_MANAGER, "manager"),
                    G_DEFINE_ENUM_VALUE (DD_PERSON_ROLE_CONSULTANT, "consultant"),
                    G_DEFINE_ENUM_VALUE (DD_PERSON_ROLE_CONTACT, "contact"))

static const DdField fields[] = {
  { "name", DD_FIELD_TEXT, DD_FIELD_REQUIRED | DD_FIELD_SEARCHED | DD_FIELD_NAME, N_ ("name") },
  { "role", DD_FIELD_ENUM, DD_FIELD_REQUIRED, N_ ("role"), .type = dd_person_role_get_type },
  /* whose; null: of the vendor's team */
  { "customer_id", DD_FIELD_REFERENCE, 0, N_ ("customer"), .target = &dd_customer_entity },
  { "email", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("e-mail address") },
  { "phone", DD_FIELD_TEXT, 0, N_ ("telephone number") },
  { "note", DD_FIELD_TEXT, DD_FIELD_SEARCHED, N_ ("note") },
};

DD_DEFINE_RECORD (DdPerson, dd_person, "people", N_ ("person"))
