/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-application.h"

G_BEGIN_DECLS

/*
 * What can be done with a reminder from anywhere: by a notification, the inbox, or another
 * program on the session bus. A reminder is named by its key (dd_reminder_dup_key()).
 *
 * - "app.open-reminder" (s: key) shows the case, and the activity if it is about one
 * - "app.snooze-reminder" (ss: key, how long: "hour", "tomorrow" or "next-working-day")
 * - "app.done-reminder" (s: key) takes note of it; if an activity was due, that is marked done,
 *   which settles it and can be undone
 *
 * What cannot be done is said in a window.
 */

/* Gives @application these actions. */
void dd_reminder_actions_add (DdApplication *application);

/* Does what was chosen on a notice (dd-reminder-notices.h): @action with the reminder @key
 * (nullable: that of many). @token (nullable) lets a window come to the front. */
void dd_reminder_actions_choose (DdApplication *application, const char *key, const char *action,
                                 const char *token);

G_END_DECLS
