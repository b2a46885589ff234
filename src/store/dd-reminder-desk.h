/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "reminders/dd-reminder.h"

G_BEGIN_DECLS

/*
 * DdReminderDesk: one process's part in telling reminders.
 *
 * The store knows when each reminder is due (dd-reminder-schedule.h); whoever can show notifications
 * has a desk and takes a round at it at start, whenever the database changed, when the machine's clock
 * or time zone was set, after a suspend, and when the last round's "wake" has come:
 *
 *     round = dd_reminder_desk_take_round (desk, connection, now, &error);   (on the store's thread)
 *     … show, replace and withdraw …                                         (on the main loop)
 *     dd_reminder_desk_confirm (desk, connection, &error);                   (on the store's thread)
 *
 * What a round gives out is claimed in the transaction that finds it, so of several desks one alone
 * gets it. A claim that is not confirmed within DD_REMINDER_CLAIM_SECONDS, because its process ended
 * before anything was shown, or with it, is given out once more. So a reminder is told once, unless
 * the program is killed in the moment between showing it and saying so: then it is told twice rather
 * than never.
 *
 * A desk is used by one thread at a time. It remembers what it gave out, to know what to replace and
 * withdraw.
 */
typedef struct _DdReminderDesk DdReminderDesk;

/* How long a claim holds without being confirmed. */
#define DD_REMINDER_CLAIM_SECONDS 60

/* What the notification of many is known by. */
#define DD_REMINDER_GATHERED_ID "gathered"

/* More reminders than this are gathered when they fall due together, and so are two or more that were
 * missed: due more than DD_REMINDER_MISSED_SECONDS before they could be told, in a suspend, in quiet
 * hours, or with no desk open. */
#define DD_REMINDER_MOST_TOGETHER 3
#define DD_REMINDER_MISSED_SECONDS 300

/* What is to be done after a round. A notification is known by dd_reminder_dup_notification_id(). */
typedef struct
{
  GPtrArray *show;     /* (owned) (element-type DdReminder): each pops up; it takes the place of what
                          is on screen with the same id */
  GPtrArray *gathered; /* (owned) (element-type DdReminder): told in one notification, which is known by
                          DD_REMINDER_GATHERED_ID (dd_reminders_get_title()); empty: none */
  GPtrArray *replace;  /* (owned) (element-type DdReminder): given out before, with another instant or
                          name now: to be replaced without a sound if it still is on screen */
  GPtrArray *withdraw; /* (owned) (element-type utf8): the ids of what was given out before and is over:
                          settled, done or put off, here or elsewhere; of the gathered when all are */
  guint n_open;        /* how many reminders the inbox has, for a badge */
  DdCalendar *calendar; /* (owned): everybody's, in whose zone words tell instants */
  gint64 wake;         /* when the next round is to be taken if nothing changes before; DD_INSTANT_NONE:
                          not at all */
} DdReminderRound;

/* Frees @self. */
void dd_reminder_round_free (DdReminderRound *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdReminderRound, dd_reminder_round_free)

/* Returns: (transfer full): a desk that has given out nothing yet */
DdReminderDesk *dd_reminder_desk_new (void);

/* Frees @self; what it claimed and did not confirm comes back. */
void dd_reminder_desk_free (DdReminderDesk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdReminderDesk, dd_reminder_desk_free)

/* Brings the schedule up to date with what was changed, and claims what is due at @now unless it is
 * quiet then. Where very many cases were changed, a round does a part of that alone (some twenty
 * milliseconds), gives nothing out, and has "wake" at @now: others get their turn on the thread, and
 * the next round goes on. Cost when nothing was changed and nothing is due: a few searches.
 * Returns: (transfer full): the round, or NULL with what failed; nothing is claimed then */
DdReminderRound *dd_reminder_desk_take_round (DdReminderDesk *self, DdConnection *connection,
                                              gint64 now, GError **error);

/* Says that everything @self has claimed was shown, or that there is nobody to show it to: the inbox
 * has it. */
gboolean dd_reminder_desk_confirm (DdReminderDesk *self, DdConnection *connection, GError **error);

G_END_DECLS
