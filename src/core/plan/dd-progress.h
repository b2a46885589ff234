/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "time/dd-range.h"

G_BEGIN_DECLS

/**
 * DdActivityState:
 * @DD_STATE_PLANNED: not started
 * @DD_STATE_RUNNING: started, not done
 * @DD_STATE_DONE: done (for a gate: met)
 * @DD_STATE_SKIPPED: will not be done, with a reason; takes no time
 */
typedef enum
{
  DD_STATE_PLANNED,
  DD_STATE_RUNNING,
  DD_STATE_DONE,
  DD_STATE_SKIPPED,
} DdActivityState;

/* Who is waited for. */
typedef enum
{
  DD_PARTY_CUSTOMER,
  DD_PARTY_VENDOR,
} DdParty;

/* The index of a wait of the whole case. */
#define DD_WHOLE_CASE (-1)

/* A span in which an activity, or the whole case, stands still. */
typedef struct
{
  int activity;       /* index in the service, or DD_WHOLE_CASE */
  DdRange span;       /* finish is DD_INSTANT_MAX while it is open */
  DdParty party;      /* who is waited for */
  const char *reason; /* (unowned): "access", in the words of who recorded it */
} DdWait;

/* What is known of one activity of a case. Start from DD_PROGRESS_NONE. */
typedef struct
{
  DdActivityState state;
  gint64 actual_start;      /* or DD_INSTANT_NONE */
  gint64 actual_finish;     /* or DD_INSTANT_NONE; for a gate the instant it was met */
  gint64 not_before;        /* or DD_INSTANT_NONE; on top of the definition's own date */
  gint64 override_minutes;  /* a duration instead of the documented one; -1: none */
  gint64 remaining_minutes; /* of a running activity, as someone judged it; -1: its duration less
                               the working time since its start that was not a wait */
} DdProgress;

#define DD_PROGRESS_NONE \
  ((DdProgress){ DD_STATE_PLANNED, DD_INSTANT_NONE, DD_INSTANT_NONE, DD_INSTANT_NONE, -1, -1 })

G_END_DECLS
