/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

G_BEGIN_DECLS

/**
 * DdResponse:
 * @DD_RESPONSE_FIRST: that the request is answered ("within 1 business day": CX Process v17, Next
 *   Steps)
 * @DD_RESPONSE_MANAGER: that the project manager gets in touch ("within 1 day": CX Process v17,
 *   Initiation, Respond to Request)
 *
 * What a service promises to whoever requests it; each promise has a clock (DdClock).
 */
typedef enum
{
  DD_RESPONSE_FIRST,
  DD_RESPONSE_MANAGER,
} DdResponse;
#define DD_N_RESPONSES 2

/* A promise as a service's document makes it. */
typedef struct
{
  const DdActivity *activity;  /* (unowned): what keeps it */
  const DdHeadline *headline;  /* (unowned): how long that may take */
} DdResponsePromise;

/* Finds how @service makes the promise @response: the first task in its document that the vendor
 * (of DD_RESPONSE_MANAGER: the manager alone) does, if a headline states a time for just that task.
 * Returns: whether there is such a promise */
gboolean dd_response_find (DdService *service, DdResponse response, DdResponsePromise *promise);

G_END_DECLS
