/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-response.h"
#include "plan/dd-progress.h"
#include "time/dd-clock.h"

G_BEGIN_DECLS

/* What is known of a case where its promises are concerned. All pointers are borrowed. */
typedef struct
{
  DdService *service;
  DdCalendar *vendor;
  gint64 requested_at;
  const DdProgress *progress; /* (array): of each activity of the service */
  const DdWait *waits;        /* (nullable) (array length=n_waits) */
  guint n_waits;
  gint64 ended_at;            /* when the case was closed or cancelled, or DD_INSTANT_NONE */
  gint64 now;
} DdResponseCase;

/* When the first response was given: by when the request counts as answered. Where the service
 * promises none, or none is to come any more, that is when the request was made.
 * Returns: the instant; DD_INSTANT_NONE while it is awaited */
gint64 dd_response_find_first (const DdResponseCase *self);

/* How the promise @response stands. The first response is awaited from the request on, the manager's
 * contact from the first response on; waits for the customer, of the whole case or of the activity
 * that keeps the promise, are its pauses. What ended a case ends its clocks.
 * Returns: (transfer full) (nullable): the clock, NULL when the service makes no such promise, or the
 * activity is skipped */
DdClock *dd_response_make_clock (const DdResponseCase *self, DdResponse response);

G_END_DECLS
