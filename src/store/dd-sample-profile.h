/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-progress.h"

G_BEGIN_DECLS

/* What a case, or one of its activities, waited for. */
typedef struct
{
  const char *activity; /* the wait begins while this is under way */
  gboolean whole_case;
  DdParty party;
  const char *reason;
  int minutes;          /* of working time, until it is over */
} DdSampleWait;

/* Where a sample case stands, and how it came there. */
typedef struct
{
  const char *activity;     /* what is under way now; NULL: it is closed */
  int percent;              /* how much of that is over; negative: it has not begun */
  int slack;                /* working days from the finish that was planned to the deadline */
  guint pace;               /* percent of the documented durations that things take */
  const DdSampleWait *wait; /* (nullable): what it waits for now; @percent does not count then */
  int lead;                 /* working days for which the customer puts the project off */
  gboolean cancelled;       /* some time ago, when it stood there */
} DdSampleProfile;

/* The profile of the present case of the @number'th customer. The first three tell a story; the
 * others follow in turn. */
const DdSampleProfile *dd_sample_profile_get (guint number);

/* The profile of every case of an earlier year. */
const DdSampleProfile *dd_sample_profile_get_past (void);

/* Waits that come and go: (array length=dd_sample_n_waits). */
extern const DdSampleWait dd_sample_waits[];
extern const guint dd_sample_n_waits;

G_END_DECLS
