/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/**
 * DdCaseState:
 * @DD_CASE_REQUESTED: nothing was started
 * @DD_CASE_RUNNING: work goes on
 * @DD_CASE_WAITING: the whole case stands still: a wait of it is open
 * @DD_CASE_CLOSED: delivered
 * @DD_CASE_CANCELLED: ended without
 *
 * Where a case stands.
 */
typedef enum
{
  DD_CASE_REQUESTED,
  DD_CASE_RUNNING,
  DD_CASE_WAITING,
  DD_CASE_CLOSED,
  DD_CASE_CANCELLED,
} DdCaseState;

/* The enum type of DdCaseState; the nicks are what is stored. */
GType dd_case_state_get_type (void) G_GNUC_CONST;

/* DdCase: one delivery of a service to one customer. */
#define DD_TYPE_CASE (dd_case_get_type ())
DD_DECLARE_RECORD (DdCase, dd_case, CASE)

G_END_DECLS
