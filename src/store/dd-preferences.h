/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-action.h"
#include "delivery/dd-preference.h"

G_BEGIN_DECLS

/*
 * Preferences: of one case, or of all cases and everybody who works with the database.
 *
 * They are records like all others: changed by an action, journalled, undone.
 */

/* The key of everybody's working calendar, which is that of the vendor in each case that has none of
 * its own. Its value is the text of a calendar file. */
#define DD_PREFERENCE_CALENDAR "calendar"

/* The preference @key of @case_id (nullable: of all cases), to be read, or changed and saved by an
 * action.
 * Returns: (transfer full): the record, a new one when there is none; NULL with what failed */
DdPreference *dd_preferences_load (DdConnection *connection, const char *case_id, const char *key,
                                   GError **error);

/* Adds to @action that the calendar file's @text (nullable: the usual week in each machine's own
 * zone) becomes everybody's working calendar. Committing it plans the open cases anew.
 * Returns: FALSE with a DdCalendarError when it is no calendar, or what failed */
gboolean dd_preferences_set_calendar (DdConnection *connection, DdAction *action,
                                      const char *text, GError **error);

/* Everybody's working calendar, in whose zone lists tell dates.
 * Returns: (transfer full): it, or NULL with a DdCalendarError or what failed */
DdCalendar *dd_preferences_load_calendar (DdConnection *connection, GError **error);

/* Tells in @is whether @change, of a preference, is about everybody's working calendar. */
gboolean dd_preferences_is_calendar (DdConnection *connection, const DdChange *change,
                                     gboolean *is, GError **error);

G_END_DECLS
