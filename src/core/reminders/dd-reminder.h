/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "reminders/dd-reminder-kind.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * DdReminder: something that a person is to be told of a case, once, at one instant.
 *
 * A matter is what several reminders can be about one after the other: a response clock is half
 * used up, then nearly, then breached. At most one of a matter is shown: a later one takes the place
 * of the one before.
 */
typedef struct
{
  char *case_id;       /* (owned) */
  char *matter;        /* (owned): within the case: "activity:backup", "wait:ID", "response:first",
                          "deadline", "questionnaire", "support", "next-request" */
  DdReminderKind kind;
  gint64 due;          /* when it is to be told */
  gint64 about;        /* the instant it is about: when the activity is due, the wait began, … */
  char *subject;       /* (owned): the activity's name, the wait's reason; else empty */
  char *customer;      /* (owned): the name */
  char *product;       /* (owned): "CX Process" */
} DdReminder;

#define DD_TYPE_REMINDER (dd_reminder_get_type ())

/* The boxed type of DdReminder. */
GType dd_reminder_get_type (void) G_GNUC_CONST;

/* Returns: (transfer full): a copy */
DdReminder *dd_reminder_copy (const DdReminder *self);

/* Frees @self. */
void dd_reminder_free (DdReminder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdReminder, dd_reminder_free)

/* What the reminder is known by for good, whatever becomes of its dates: "CASE/MATTER/KIND".
 * Returns: (transfer full): the key */
char *dd_reminder_dup_key (const DdReminder *self);

/* What its notification is known by: "CASE/MATTER". A later one of the same matter replaces it.
 * Returns: (transfer full): the id */
char *dd_reminder_dup_notification_id (const DdReminder *self);

/* How two reminders stand in a list: the loudest first, then what is due first.
 * Returns: less than, equal to or greater than 0 */
int dd_reminder_compare (const DdReminder *first, const DdReminder *second);

/* --- In words --- */

/* What is the matter, in a few words, with the customer: "Acme: “Backup Configuration Files” is due".
 * Returns: (transfer full): a translated line without markup */
char *dd_reminder_get_title (const DdReminder *self);

/* What it is about and when, the instant in the zone of @calendar: "CX Process. It must be done by
 * Friday 18 December 2026, 17:00."
 * Returns: (transfer full): translated sentences without markup */
char *dd_reminder_get_body (const DdReminder *self, DdCalendar *calendar);

/* The one title of @reminders (element-type DdReminder), which are told together: "7 reminders".
 * Returns: (transfer full): a translated line without markup */
char *dd_reminders_get_title (GPtrArray *reminders);

/* Their titles, a line each; of many the first, and how many others there are.
 * Returns: (transfer full): translated lines without markup */
char *dd_reminders_get_body (GPtrArray *reminders);

G_END_DECLS
