/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/**
 * DdPersonRole:
 * @DD_PERSON_ROLE_MANAGER: the Platinum Project Manager
 * @DD_PERSON_ROLE_CONSULTANT: the Platinum Consultant
 * @DD_PERSON_ROLE_CONTACT: anybody of the customer
 *
 * What a person is in the cases they take part in.
 */
typedef enum
{
  DD_PERSON_ROLE_MANAGER,
  DD_PERSON_ROLE_CONSULTANT,
  DD_PERSON_ROLE_CONTACT,
} DdPersonRole;

/* The enum type of DdPersonRole; the nicks are what is stored. */
GType dd_person_role_get_type (void) G_GNUC_CONST;

/* DdPerson: somebody who takes part: of the vendor's team, or of a customer's. */
#define DD_TYPE_PERSON (dd_person_get_type ())
DD_DECLARE_RECORD (DdPerson, dd_person, PERSON)

G_END_DECLS
