/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dd-context.h"

G_BEGIN_DECLS

/*
 * DdPreferencesReminders: the page of the preferences about reminders: whether they come with the
 * window closed, when it is quiet, and how early each kind comes. For one case it is only the
 * last, and what holds for all cases can be chosen.
 *
 * A choice is stored at once, in an action that can be undone. What cannot be stored is said on
 * the page, which then shows what is stored.
 */
#define DD_TYPE_PREFERENCES_REMINDERS (dd_preferences_reminders_get_type ())
G_DECLARE_FINAL_TYPE (DdPreferencesReminders, dd_preferences_reminders, DD, PREFERENCES_REMINDERS,
                      AdwPreferencesPage)

/* Shows the preferences of @context's database, those of @case_id (nullable: of everybody). To be
 * called once. */
void dd_preferences_reminders_set_context (DdPreferencesReminders *self, DdContext *context,
                                           const char *case_id);

/* Shows the window of the preferences of one case, @case_id, before @parent. */
void dd_preferences_reminders_present (GtkWindow *parent, DdContext *context, const char *case_id);

G_END_DECLS
