/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dd-context.h"

G_BEGIN_DECLS

/*
 * DdPreferencesCalendar: the page of the preferences that edits everybody's working calendar.
 *
 * What is typed is checked at once; "Save" is one action that can be undone and plans the open cases
 * anew. What cannot be stored is said on the page, and what was typed stays.
 *
 * Signals:
 * - "saved": the calendar was stored
 */
#define DD_TYPE_PREFERENCES_CALENDAR (dd_preferences_calendar_get_type ())
G_DECLARE_FINAL_TYPE (DdPreferencesCalendar, dd_preferences_calendar, DD, PREFERENCES_CALENDAR,
                      AdwPreferencesPage)

/* Shows the calendar of @context. To be called once. */
void dd_preferences_calendar_set_context (DdPreferencesCalendar *self, DdContext *context);

/* Adds the holidays in the calendar file (.ics) @file as days off, of this year and the next years;
 * says on the page how many, or why none. */
void dd_preferences_calendar_import (DdPreferencesCalendar *self, GFile *file);

/* Returns: whether something is typed that is not stored */
gboolean dd_preferences_calendar_is_changed (DdPreferencesCalendar *self);

G_END_DECLS
