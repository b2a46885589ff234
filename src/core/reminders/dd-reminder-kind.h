/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "service/dd-duration.h"

G_BEGIN_DECLS

/**
 * DdReminderKind:
 * @DD_REMINDER_ACTIVITY_START: an activity that can begin is about to
 * @DD_REMINDER_ACTIVITY_DUE: an activity must soon be done
 * @DD_REMINDER_RESPONSE_HALF: half of the time for a response is used up
 * @DD_REMINDER_RESPONSE_SOON: the time for a response is nearly used up
 * @DD_REMINDER_RESPONSE_BREACHED: it is used up
 * @DD_REMINDER_WAIT_OLD: somebody has been waited for for long
 * @DD_REMINDER_QUESTIONNAIRE_LATE: the questionnaire has not come back
 * @DD_REMINDER_DEADLINE_NEAR: the time to spare before the deadline is nearly used up
 * @DD_REMINDER_DEADLINE_MISSED: the plan does not meet the deadline any more
 * @DD_REMINDER_SUPPORT_ENDING: the support window is about to close
 * @DD_REMINDER_NEXT_REQUEST: the next request must be made, so that it is done a year after this one
 *
 * What a reminder says, in the order in which several of one matter follow each other.
 */
typedef enum
{
  DD_REMINDER_ACTIVITY_START,
  DD_REMINDER_ACTIVITY_DUE,
  DD_REMINDER_RESPONSE_HALF,
  DD_REMINDER_RESPONSE_SOON,
  DD_REMINDER_RESPONSE_BREACHED,
  DD_REMINDER_WAIT_OLD,
  DD_REMINDER_QUESTIONNAIRE_LATE,
  DD_REMINDER_DEADLINE_NEAR,
  DD_REMINDER_DEADLINE_MISSED,
  DD_REMINDER_SUPPORT_ENDING,
  DD_REMINDER_NEXT_REQUEST,
} DdReminderKind;
#define DD_N_REMINDER_KINDS 11

/**
 * DdReminderUrgency:
 * @DD_URGENCY_LOW: good to know
 * @DD_URGENCY_NORMAL: something is to be done
 * @DD_URGENCY_CRITICAL: a promise or a date is being broken
 *
 * How loudly a reminder is told; the values are those of desktop notifications.
 */
typedef enum
{
  DD_URGENCY_LOW,
  DD_URGENCY_NORMAL,
  DD_URGENCY_CRITICAL,
} DdReminderUrgency;

/**
 * DdReminderTiming:
 * @DD_REMINDER_BEFORE: working time before what it is about
 * @DD_REMINDER_AFTER: working time after what it is about
 * @DD_REMINDER_AT: at an instant that follows from the matter; it can only be switched off
 *
 * When a reminder of a kind comes.
 */
typedef enum
{
  DD_REMINDER_BEFORE,
  DD_REMINDER_AFTER,
  DD_REMINDER_AT,
} DdReminderTiming;

/* Returns: (transfer none): the word for @kind in keys and files: "activity-due" */
const char *dd_reminder_kind_get_nick (DdReminderKind kind);

/* Finds the kind with @nick. Returns: whether there is one */
gboolean dd_reminder_kind_find (const char *nick, DdReminderKind *kind);

/* Returns: how loudly @kind is told */
DdReminderUrgency dd_reminder_kind_get_urgency (DdReminderKind kind);

/* Returns: (transfer none): the word for @urgency: "critical" */
const char *dd_reminder_urgency_get_nick (DdReminderUrgency urgency);

/* Returns: when @kind comes */
DdReminderTiming dd_reminder_kind_get_timing (DdReminderKind kind);

/* Returns: how much working time before or after, unless somebody prefers another; none of a kind
 * that comes at an instant of its own */
DdSpan dd_reminder_kind_get_usual_lead (DdReminderKind kind);

/* Returns: (transfer none): what @kind tells, for a list of preferences, translated: "Before an
 * activity is due" */
const char *dd_reminder_kind_to_words (DdReminderKind kind);

G_END_DECLS
