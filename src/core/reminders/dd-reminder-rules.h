/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-case.h"
#include "plan/dd-plan.h"
#include "reminders/dd-reminder-preferences.h"
#include "reminders/dd-reminder.h"

G_BEGIN_DECLS

/*
 * DdReminderCase: what is known of a case where its reminders are concerned. All pointers are
 * borrowed.
 */
typedef struct
{
  const char *id;
  const char *customer;       /* the name */
  const char *product;
  DdCaseState state;
  gint64 requested_at;
  gint64 closed_at;           /* or DD_INSTANT_NONE */
  gint64 deadline;            /* the end of that day, or DD_INSTANT_NONE */
  DdNetwork *network;
  DdCalendar *vendor;
  DdPlan *plan;               /* (nullable): as of @now; not looked at when the case is over */
  DdPlan *next_plan;          /* (nullable): of a closed case whose service recurs: the plan of a next
                                 case that is done when that is due (dd_reminder_next_due()) */
  const DdProgress *progress; /* (array): of each activity of the network */
  const DdWait *waits;        /* (nullable) (array length=n_waits) */
  const char *const *wait_ids; /* (nullable) (array length=n_waits) */
  guint n_waits;
  gboolean documents_back;    /* the questionnaire has come back */
  gboolean succeeded;         /* the customer has requested the service anew */
  gint64 now;
} DdReminderCase;

/*
 * Which reminders a case has: a pure function of what is known of it.
 *
 * The answer holds until something of the case is changed, or one of them falls due: a plan moves
 * with now, and an instant that has come may be a later one by then. So whoever tells a reminder asks
 * once more at that moment. Nothing ever comes earlier by the passing of time alone.
 *
 * - An activity that can begin (all it waits for is done, skipped or being worked on) and does not
 *   stand still: before its early start; before its late finish if there is a deadline, else, while it
 *   runs, before its early finish. Activities that a response clock is about have none.
 * - Each response clock (dd_response_make_clock()) while it runs: half, shortly before, used up.
 * - An open wait: so long after it began.
 * - The questionnaire: so long after the first response, until it is back or work is under way (a
 *   gate is met).
 * - The deadline: before the instant at which the plan would begin to miss it if nothing were done,
 *   and at that instant.
 * - The support window: before it closes, counted from the day on which it could open.
 * - The next request: before it must be made to be done a year (the service's recurrence) after this
 *   one was closed, until it is made.
 *
 * Leads are working time: of an activity's in its own calendar, of all others in the vendor's.
 *
 * Returns: (transfer full) (element-type DdReminder): all of them, told or not, in no certain order.
 * Cost: linear in activities plus dependencies, with a few lookups in a calendar for each.
 */
GPtrArray *dd_reminders_list (const DdReminderCase *self,
                              const DdReminderPreferences *preferences);

/* Returns: (transfer full) (element-type DdReminder): those of @reminders that fall due after @from
 * and not after @to, by their due time */
GPtrArray *dd_reminders_between (GPtrArray *reminders, gint64 from, gint64 to);

/* When the next case is due after one that was closed at @closed_at: by @service's recurrence, years
 * or months later on the same day, in the zone of @calendar.
 * Returns: the instant; DD_INSTANT_NONE when @service does not recur, or beyond the year 2199 */
gint64 dd_reminder_next_due (DdService *service, DdCalendar *calendar, gint64 closed_at);

G_END_DECLS
