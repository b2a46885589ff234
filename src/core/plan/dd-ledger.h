/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-progress.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/* A part of the elapsed time. */
typedef struct
{
  DdParty party;   /* whose time it was */
  char *reason;    /* (nullable): what was waited for, "" if nobody said; NULL: nothing, the vendor
                      worked */
  gint64 minutes;  /* working minutes */
  double share;    /* of all minutes, 0 to 1; 0 when nothing has elapsed */
} DdLedgerLine;

/*
 * DdLedger: whose time the elapsed working time was, and why.
 *
 * Every working minute of the span is counted once. A minute in which a wait was open belongs to
 * the party waited for; one in which none was open was the vendor's work. Where several waits were
 * open, the one that counts is, in this order: an activity's own before one of the whole case (who
 * recorded it knew more); the one that began earlier (who was late first is not excused by who was
 * late next); the one that stands first in the array.
 *
 * The lines add up to the elapsed minutes exactly, also where waits begin inside a minute.
 * Cost: n log n in the waits.
 */
typedef struct
{
  gint64 minutes;          /* all working minutes of the span */
  gint64 party_minutes[2]; /* by DdParty; they add up to @minutes */
  int minutes_per_day;     /* the calendar's, for words */
  GPtrArray *lines;        /* (element-type DdLedgerLine) (owned): the vendor's work first, be it
                              0, then the waits that count, longest first */
} DdLedger;

/* The ledger of what elapsed in @span, from a case's start to now or its finish, in @calendar.
 * Waits may reach over the ends of @span, be open, and overlap.
 * Returns: (transfer full): a new ledger */
DdLedger *dd_ledger_new (DdCalendar *calendar, DdRange span, const DdWait *waits, guint n_waits);

/* One line: "23 days: 9 vendor, 14 customer, of which 11 waiting for access". Whole working days,
 * rounded so that they add up (hours or minutes when it is less than a day in all); of a party's
 * reasons the longest is named.
 * Returns: (transfer full): the translated text */
char *dd_ledger_to_words (const DdLedger *self);

/* Frees @self. */
void dd_ledger_free (DdLedger *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdLedger, dd_ledger_free)

G_END_DECLS
