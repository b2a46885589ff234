/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-application.h"
#include "delivery/dd-case-step.h"

G_BEGIN_DECLS

/*
 * What tests of reminders on the desktop have in common: the application, in this process and on
 * the session bus, with a database of its own in which Acme has a case. All times are UTC, of
 * December 2024, so that what another process does now comes later.
 *
 * The case was opened on Monday the 2nd at 08:00. Its activity "prepare" takes Monday the 9th,
 * with a reminder on Friday the 6th at 09:00; "work" takes the two days after it.
 */
typedef struct
{
  DdApplication *application;
  char *case_id;
} ReminderOffice;

/* Returns: "6 09:00" of December 2024 as an instant */
gint64 reminder_office_at (const char *time);

/* Makes the database and the application, on which it is @now. @settings (nullable) names a
 * switch of the settings that is on. The window is opened by reminder_office_open(). */
void reminder_office_begin (ReminderOffice *self, const char *now, const char *setting);

/* Starts the application again at @now, over the database there is. */
void reminder_office_restart (ReminderOffice *self, const char *now);

/* Opens the window and waits until it shows something. */
void reminder_office_open (ReminderOffice *self);

/* Opens the database without a window and waits until it is done. */
void reminder_office_open_quietly (ReminderOffice *self);

/* Makes it @now. */
void reminder_office_set_now (ReminderOffice *self, const char *now);

/* Takes the step of @kind with @activity (nullable) of the case at @now. */
void reminder_office_step (ReminderOffice *self, DdCaseStepKind kind, const char *activity,
                           const char *now);

/* Returns: the state of @activity of the case */
int reminder_office_get_state (ReminderOffice *self, const char *activity);

/* Returns: how many reminders the inbox holds, once the application has done what it was to do */
guint reminder_office_count_inbox (ReminderOffice *self);

/* Whether the page of the case is shown, with @activity selected. */
gboolean reminder_office_shows_activity (ReminderOffice *self, const char *activity);

/* Does the command @command of drydockctl, which is the file @program, with the case and
 * @argument (nullable) in another process, and waits until it is done. */
void reminder_office_run_elsewhere (ReminderOffice *self, const char *program, const char *command,
                                    const char *argument);

/* Returns: (transfer none) (nullable): the window */
DdWindow *reminder_office_get_window (ReminderOffice *self);

/* Ends the application; the database stays. */
void reminder_office_stop (ReminderOffice *self);

/* The same, and removes the database. */
void reminder_office_end (ReminderOffice *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReminderOffice, reminder_office_end)

G_END_DECLS
