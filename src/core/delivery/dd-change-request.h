/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-record.h"

G_BEGIN_DECLS

/**
 * DdRequestState:
 * @DD_REQUEST_SUBMITTED: submitted
 * @DD_REQUEST_DISCUSSED: discussed
 * @DD_REQUEST_AGREED: agreed
 * @DD_REQUEST_DECLINED: declined
 * @DD_REQUEST_DONE: done
 *
 * What became of a change request.
 */
typedef enum
{
  DD_REQUEST_SUBMITTED,
  DD_REQUEST_DISCUSSED,
  DD_REQUEST_AGREED,
  DD_REQUEST_DECLINED,
  DD_REQUEST_DONE,
} DdRequestState;

/* The enum type of DdRequestState; the nicks are what is stored. */
GType dd_request_state_get_type (void) G_GNUC_CONST;

/* DdChangeRequest: what the customer wants changed in the Playbook. */
#define DD_TYPE_CHANGE_REQUEST (dd_change_request_get_type ())
DD_DECLARE_RECORD (DdChangeRequest, dd_change_request, CHANGE_REQUEST)

G_END_DECLS
