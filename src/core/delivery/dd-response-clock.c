/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The clocks of a case's promises, from what is recorded of it. Cost: a look through the waits, and
 * that of a clock.
 */

#include "config.h"

#include "delivery/dd-response-clock.h"

static const DdProgress *
get_progress (const DdResponseCase *self, const DdResponsePromise *promise)
{
  return &self->progress[promise->activity->index];
}

gint64
dd_response_find_first (const DdResponseCase *self)
{
  const DdProgress *progress;
  DdResponsePromise promise;

  g_return_val_if_fail (self != NULL, DD_INSTANT_NONE);

  if (!dd_response_find (self->service, DD_RESPONSE_FIRST, &promise))
    return self->requested_at;
  progress = get_progress (self, &promise);
  if (progress->state == DD_STATE_SKIPPED)
    return self->requested_at;
  return progress->state == DD_STATE_DONE ? progress->actual_finish : DD_INSTANT_NONE;
}

static GArray *
list_pauses (const DdResponseCase *self, guint activity)
{
  GArray *pauses = g_array_new (FALSE, FALSE, sizeof (DdClockPause));

  for (guint i = 0; i < self->n_waits; i++)
    {
      const DdWait *wait = &self->waits[i];
      DdClockPause pause = { wait->span, wait->reason };

      if (wait->party == DD_PARTY_CUSTOMER
          && (wait->activity == DD_WHOLE_CASE || wait->activity == (int) activity))
        g_array_append_val (pauses, pause);
    }
  return pauses;
}

DdClock *
dd_response_make_clock (const DdResponseCase *self, DdResponse response)
{
  DdClockEvents events = DD_CLOCK_EVENTS_INIT;
  g_autoptr (GArray) pauses = NULL;
  const DdProgress *progress;
  DdResponsePromise promise;

  g_return_val_if_fail (self != NULL, NULL);

  if (!dd_response_find (self->service, response, &promise))
    return NULL;
  progress = get_progress (self, &promise);
  if (progress->state == DD_STATE_SKIPPED)
    return NULL;
  pauses = list_pauses (self, promise.activity->index);
  events.started =
      response == DD_RESPONSE_FIRST ? self->requested_at : dd_response_find_first (self);
  events.stopped = progress->state == DD_STATE_DONE ? progress->actual_finish : self->ended_at;
  events.allowance = dd_duration_minutes (&promise.headline->duration, DD_BASIS_CAUTIOUS,
                                          dd_calendar_get_minutes_per_day (self->vendor),
                                          dd_calendar_get_days_per_week (self->vendor));
  events.pauses = (const DdClockPause *) (gpointer) pauses->data;
  events.n_pauses = pauses->len;
  return dd_clock_new (self->vendor, &events, self->now);
}
