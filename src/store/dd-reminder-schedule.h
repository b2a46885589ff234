/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "reminders/dd-reminder-preferences.h"

G_BEGIN_DECLS

/*
 * The schedule: a row for each reminder of each case, with the instant at which it is to be told.
 *
 * The rows follow from what is stored (dd_reminders_list()), so they are neither journalled nor
 * undone. Triggers note which cases were changed, whoever changes them. The schedule of those is made
 * anew with the action that changed them, or, when they are very many, by the next rounds that are
 * taken (dd-reminder-desk.h); that of a case of which something falls due also at that moment, as a
 * plan moves with now. Other cases cost nothing. A case that cannot be planned keeps the schedule it
 * has.
 *
 * A reminder that was told is told again only when its due time moved, and to an instant that is still
 * to come and after the last telling. So nothing nags because a plan slides from day to day, or because the machine's clock was
 * set back. One whose matter is over is settled; when the matter comes back (an undo) it goes on as it
 * stood.
 */

/* How many cases one transaction brings up to date: some twenty milliseconds. */
#define DD_REMINDER_SCHEDULE_STEP 100

/* Makes the schedule of the cases that were changed anew as of @now, inside a transaction, unless they
 * are more than DD_REMINDER_SCHEDULE_STEP: then it is left to the next rounds. The journal calls it for
 * every action, undo and redo. */
gboolean dd_reminder_schedule_follow (DdConnection *connection, gint64 now, GError **error);

/* Makes the schedule of the next cases that were changed anew as of @now, in a transaction; none when
 * there are none. @more tells whether there are others.
 * Returns: FALSE with what failed */
gboolean dd_reminder_schedule_step (DdConnection *connection, gint64 now, gboolean *more,
                                    GError **error);

/* All of them, a step after the other. */
gboolean dd_reminder_schedule_update (DdConnection *connection, gint64 now, GError **error);

/* Notes every case as changed when the machine's time zone is not the one by which the schedule was
 * made; calendars that name no zone are made anew then. */
gboolean dd_reminder_schedule_follow_zone (DdConnection *connection, GError **error);

/* Makes the schedule of @case_id anew as of @now, inside a transaction. Of a case that is not there
 * every reminder is settled.
 * Returns: FALSE with what failed */
gboolean dd_reminder_schedule_case (DdConnection *connection, const char *case_id, gint64 now,
                                    GError **error);

/* Fills @preferences with those of @case_id (nullable: of everybody). What is stored and cannot be
 * read counts as what is usual.
 * Returns: FALSE with what failed */
gboolean dd_reminder_schedule_load_preferences (DdConnection *connection, const char *case_id,
                                                DdReminderPreferences *preferences,
                                                GError **error);

G_END_DECLS
