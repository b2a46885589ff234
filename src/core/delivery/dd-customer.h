/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/* DdCustomer: a customer whose installations are upgraded. */
#define DD_TYPE_CUSTOMER (dd_customer_get_type ())
DD_DECLARE_RECORD (DdCustomer, dd_customer, CUSTOMER)

G_END_DECLS
